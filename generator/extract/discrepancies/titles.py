"""Extraction's last look, titles: the cast comes in, one person under two titles that cannot both be right goes out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from generator.extract.cast import Cast, MentionKind
from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.post_words import NOT_THE_POST, PORTFOLIO, TAKEN, is_lesser, senses_of
from generator.extract.discrepancies.posts import find_post_slips
from generator.extract.discrepancies.title_forms import find_two_forms
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import PersonFinding, Span, ValueFinding
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.model.ids import fold

IN_SMALL_LETTERS = Pattern(
    r"\b[Tt]he (?P<portfolio>[a-z-]+(?: [a-z-]+)?) (?P<rank>secretary|minister)\b(?! (?:of|for|general)\b)"
)
NAMED_AS = Pattern(
    rf"(?i:\b{one_of('name_as')}\b)(?P<whom>[^.;“”\"]{{0,70}}?)\bas [‘“'\"]?(?:its |the |an? |their )?"
    r"(?P<role>[\w’' -]{4,60}?)(?=[’'](?!s\b)|[”\".,;]|$| who\b| and\b)"
)
BY_PERSON = Pattern(r"(?i)\b(?:he|she|they|i|we|who)(?: \w+)? $")
NAME_WORD = re.compile(r"(?!(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr)\b)[A-Z][\w’'-]+")
TITLE_NOUN = Pattern(rf"\b{one_of('title_nouns')}\b", re.IGNORECASE)
# What somebody is beside any other post.
BESIDES = Pattern(rf"(?:\w+[ -])?{one_of('besides')}", re.IGNORECASE)
MINISTER = Pattern(r"(?i)secretary|minister")
OPENING = Pattern(r"^(?:The|A|An|But|And|While|When|As|Mr|Mrs|Ms) ")
AND = Pattern(r"^ ?(?:and |& |, )?")
COUNTRY_BEFORE = Pattern(r"[A-Z][\w.]+['’]s? $")
HONORIFIC = Pattern(r",? (?:Sir |Dame |Lord |Lady |Dr |Mr |Mrs |Ms |Miss )?")
LONGEST_HONORIFIC = 6
LAST_LETTER = 2
"""Letters before a word to the last one of the word before it."""
BESIDE = 20
"""Letters before a title in which a word may stand that makes it another's: shadow, deputy, France's."""
LIKE_PORTFOLIOS = tuple(map(frozenset, lexicon("discrepancies")["like_portfolios"]))
PORTFOLIOS = frozenset[str]().union(*LIKE_PORTFOLIOS)
SHADOW = Pattern(r"(?i)\b(?:shadow|former|ex)\b")


def find_title_slips(document: Document, cast: Cast) -> Iterator[Values]:
    """The clauses that give the titles that disagree, two or more of each."""
    yield from _of_portfolios(document, cast)
    for person in cast.people:
        yield from find_post_slips(document, person)
    yield from _named_otherwise(document, cast)
    yield from find_two_forms(document)


def _of_portfolios(document: Document, cast: Cast) -> Iterator[Values]:
    """One minister under titles of a like portfolio, or of another rank: Health Secretary, Minister of Health."""
    told = _titles(document, cast)
    held = {portfolio: _holders(cast, portfolio) for portfolio in told}
    for portfolio, forms in told.items():
        for other, others in told.items():
            is_theirs = not held[other] or (held[other] == held[portfolio] and _are_like(portfolio, other))
            if len(held[portfolio]) == 1 and is_theirs and _alike(portfolio, other):
                yield _as_values(document, cast, [min(forms.values()), min(others.values())])
    yield from _in_small_letters(document, cast)
    for portfolio, forms in told.items():
        if len(held[portfolio]) <= 1 and len({form.split()[0] for form in forms}) > 1:
            yield _as_values(document, cast, forms.values())


def _in_small_letters(document: Document, cast: Cast) -> Iterator[Values]:
    """One secretary or one minister of two like portfolios: the communities secretary, the housing secretary."""
    told: dict[tuple[str, str], Span] = {}
    for match in IN_SMALL_LETTERS.finditer(document.text):
        beside = document.text[max(0, match.start() - BESIDE) : match.end()]
        if match["portfolio"] in PORTFOLIOS and not NOT_THE_POST.search(beside):
            told.setdefault((match["portfolio"], match["rank"]), match.span())
    for (portfolio, rank), (other, same) in combinations(told, 2):
        holders = [_holders(cast, portfolio), _holders(cast, other)]
        if rank == same and sorted(map(len, holders)) == [0, 1] and _are_like(portfolio, other):
            yield _as_values(document, cast, [told[portfolio, rank], told[other, same]])


def _titles(document: Document, cast: Cast) -> dict[str, dict[str, Span]]:
    """By portfolio, each form of its minister's title and where it stands first."""
    told: dict[str, dict[str, Span]] = defaultdict(dict)
    for match in PORTFOLIO.finditer(document.text):
        before = _after_name(document, cast, match.span("before")) if match["before"] else match["after"]
        words = OPENING.sub("", before.strip())
        beside = document.text[max(0, match.start() - BESIDE) : match.end()]
        if NOT_THE_POST.search(beside) or COUNTRY_BEFORE.search(beside[: -len(match.group())]):
            continue
        if TAKEN.search(document.quote(sentence_of(document, match.span()))):
            continue  # who holds it changes in the article
        form = f"{match['rank']} before" if match["before"] else f"{match['first']} after"
        start = match.end("rank") - len(f"{before}{match['rank']}") if match["before"] else match.start()
        told[fold(words)].setdefault(fold(form), (start, match.end()))
    return told


def _after_name(document: Document, cast: Cast, span: Span) -> str:
    """A portfolio's words without a name that they are joined to: `[Ada Marsh and ]Health`."""
    named = [mention.span[1] for mention in cast.within(span) if mention.kind is MentionKind.NAME]
    words = document.text[max(named, default=span[0]) : span[1]]
    return AND.sub("", words) if named else words


def _alike(one: str, other: str) -> bool:
    """Whether two portfolios are one in other words: defence and the armed forces, trade and international trade."""
    if one == other:
        return False
    if set(one.split()) < set(other.split()) or set(other.split()) < set(one.split()):
        return True
    return _are_like(one, other)


def _are_like(one: str, other: str) -> bool:
    return any(one in group and other in group for group in LIKE_PORTFOLIOS)


def _as_values(document: Document, cast: Cast, spans: Iterable[Span]) -> Values:
    """The titles, each with the name that follows it as its evidence."""
    return tuple(
        ValueFinding(value=document.quote(span), spans=(_with_name(document, cast, span),)) for span in sorted(spans)
    )


def _with_name(document: Document, cast: Cast, title: Span) -> Span:
    named = cast.at(title[1] + 1) or cast.at(title[1] + LONGEST_HONORIFIC)
    between = document.text[title[1] : named.span[0]] if named else ""
    return (title[0], named.span[1]) if named and HONORIFIC.fullmatch(between) else title


def _holders(cast: Cast, portfolio: str) -> set[str]:
    """Who is named as minister or secretary of a portfolio."""
    return {
        person.id
        for person in cast.people
        for role in person.roles
        if portfolio in fold(role.role) and MINISTER.search(role.role) and not SHADOW.search(role.role)
    }


def _named_otherwise(document: Document, cast: Cast) -> Iterator[Values]:
    """A title that some document gives somebody in place of the one that the article does."""
    for match in NAMED_AS.finditer(document.text):
        if not TITLE_NOUN.search(match["role"]):
            continue
        start, _ = sentence_of(document, match.span())
        before = [
            m.entity
            for m in cast.within((max(0, start - 300), match.start("role")))
            if m.entity and m.kind is MentionKind.NAME
        ]
        person = next((p for p in cast.people if before and p.id == before[-1]), None)
        if person is None or _is_by_person(document, cast, match.start()) or _is_of_other(match["whom"], person):
            continue
        roles = [r for r in person.roles if r.spans and r.spans[0][0] < match.start() and not BESIDES.fullmatch(r.role)]
        senses = senses_of(match["role"])
        if roles and not any(
            senses <= senses_of(role.role) and is_lesser(role.role) == is_lesser(match["role"]) for role in roles
        ):
            yield (value_at(document, roles[0].spans[0]), value_at(document, match.span("role"), since=match.start()))


def _is_by_person(document: Document, cast: Cast, verb: int) -> bool:
    """Whether who names or describes somebody is a person: that is an appointment or an opinion, no record."""
    named = cast.at(verb - LAST_LETTER)
    by_name = named is not None and (named.entity or "").startswith("per-")
    return by_name or bool(BY_PERSON.search(document.text[max(0, verb - BESIDE) : verb]))


def _is_of_other(whom: str, person: PersonFinding) -> bool:
    """Whether the one who is given a title is called by a name that is not the person's."""
    return not set(NAME_WORD.findall(whom)) <= set(person.name.split())
