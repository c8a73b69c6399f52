"""Extraction's last look, posts: one person comes in, two posts that nobody holds together go out.

A chairman who is elsewhere the vice-chairman or the chief executive of the same body, a former clerk who is the clerk.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import PersonFinding, RoleFinding, Span
from generator.extract.lexicon import words
from generator.model.ids import fold
from generator.model.words import Tense

CHAIR = re.compile(r"chair(?:man|woman|person)\b")
SENSE = re.compile(r"[a-z]{4,}")
ONE_OF = re.compile(rf"\b{one_of('one_each')}\b", re.IGNORECASE)
LESSER = re.compile(r"(?i)^(?:the |its |current )?(?:deputy|vice|assistant|under|associate|leas(?=-))[ -]")
LENITED = re.compile(r"(?i)^leas-ch(?=eann|ath)")
"""The Irish for deputy softens what follows it: Ceann Comhairle, Leas-Cheann Comhairle."""
OPENING = re.compile(r"(?i)^(?:the|its|her own|his own|own|former|ex-|current|then)\s*")
BODY = re.compile(r" (?:of|for) (?:the )?")
ANY_BODY = re.compile(rf"\b(?:its|their|his|her|own|{one_of('any_bodies')}(?:['’]s)?)\b", re.IGNORECASE)
OF_A_BODY = re.compile(r"(?i)(?:['’]s?|\b(?:its|their|own)) (?:\w+ ){0,2}$")
CHANGED = re.compile(rf"\b{one_of('post_changed')}\b", re.IGNORECASE)
PAST_AGAIN = re.compile(rf"\b(?:(?:19|20)\d\d|{one_of('back_then')})\b", re.IGNORECASE)
SAID_PAST = re.compile(r"(?i)\b(?:former|ex|who was|who had been|until)\b")
NOT_NOW = re.compile(rf"\b{one_of('not_now')}[ -](?:\w+ )?$", re.IGNORECASE)
HONORIFIC = r"(?:[A-Z]\w{1,5}\.? )?"
NAME_NEXT = re.compile(rf",? {HONORIFIC}$")
NAME_BEFORE = re.compile(r"^,? (?:who is )?(?:the |its )?(?:[\w’'-]+ ){0,3}$")
BESIDE = 40


def find_post_slips(document: Document, person: PersonFinding) -> Iterator[Values]:
    """The clauses of two tellings of a person's post that cannot both hold; one pair of each sort."""
    held = [role for role in person.roles if role.tense is Tense.CURRENT and _is_beside_name(role, person)]
    yield from _ranks(document, held)
    yield from _two_posts(document, [role for role in held if _is_one_spelling(document, role, person)])
    yield from _tenses(document, person)


def is_lesser(title: str) -> bool:
    """Whether a title is that of somebody's deputy."""
    return LESSER.match(title) is not None


def senses_of(title: str) -> set[str]:
    """The words of a title that say what it is, a chair's in one form."""
    return {CHAIR.sub("chair", word) for word in SENSE.findall(fold(title))} - {"former", "current"}


def _is_beside_name(role: RoleFinding, person: PersonFinding) -> bool:
    return bool(role.spans) and any(_meet(role.spans[0], span) for span in person.spans)


def _is_one_spelling(document: Document, role: RoleFinding, person: PersonFinding) -> bool:
    """Whether the name beside a post is spelt as the person's: another spelling may be another person."""
    span = next(span for span in person.spans if _meet(role.spans[0], span))
    mine, theirs = _name_words(document.quote(span)), _name_words(person.name)
    return mine <= theirs or theirs <= mine


def _name_words(name: str) -> set[str]:
    return {re.sub(r"[^a-z]", "", word) for word in fold(name).split()}


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _ranks(document: Document, held: list[RoleFinding]) -> Iterator[Values]:
    """A chair who is elsewhere the vice-chair of the same body."""
    for lesser in filter(lambda role: is_lesser(role.role), held):
        base = senses_of(LESSER.sub("", LENITED.sub("leas-c", _post(lesser))))
        for role in held:
            greater = not is_lesser(role.role) and base and base <= senses_of(_post(role))
            if greater and _may_be_one_body(role, lesser) and _apart(document, role, lesser):
                yield _clauses(document, role, lesser)
                return


def _two_posts(document: Document, held: list[RoleFinding]) -> Iterator[Values]:
    """Two posts of one body that nobody holds together, in two sentences: its chairman, its chief executive."""
    single = [(role, _sorts(role)) for role in held if _sorts(role) and not is_lesser(role.role)]
    for (one, mine), (other, theirs) in combinations(single, 2):
        of_bodies = "presi" not in mine | theirs or (_names_body(document, one) and _names_body(document, other))
        if not mine & theirs and of_bodies and _may_be_one_body(one, other) and _apart(document, one, other):
            yield _clauses(document, one, other)
            return


def _sorts(role: RoleFinding) -> set[str]:
    """The posts that a title names, by how they begin: a chairman is a chair."""
    return {post[:5] for post in ONE_OF.findall(fold(role.role))}


def _names_body(document: Document, role: RoleFinding) -> bool:
    """Whether a post is told with whose it is: a nation's president is that of no body."""
    start = role.spans[0][0]
    return role.organization is not None or bool(OF_A_BODY.search(document.text[max(0, start - BESIDE) : start]))


def _tenses(document: Document, person: PersonFinding) -> Iterator[Values]:
    """A post that the article calls past in one place and present in another, where it tells of no change."""
    for role in person.roles:
        title = OPENING.sub("", fold(_post(role)))
        explicit = role.spans and SAID_PAST.search(document.quote(_with_lead(role.spans[0])))
        if role.tense is not Tense.FORMER or not explicit or _is_kept(title):
            continue
        place = _told_as_present(document, person, role, title)
        if place and not any(CHANGED.search(document.quote(sentence_of(document, span))) for span in person.spans):
            first, second = sorted((role.spans[0], place))
            yield value_at(document, first), value_at(document, second)
            return


def _is_kept(title: str) -> bool:
    """Whether somebody may still be called by a title once out of the post, or by none but the title of many posts."""
    return title in words("discrepancies", "shared_titles") or title.split()[-1] in words("discrepancies", "kept_titles")


def _told_as_present(document: Document, person: PersonFinding, past: RoleFinding, title: str) -> Span | None:
    """Where a title stands beside the name, with no word that puts it into the past or makes it another post."""
    for match in re.finditer(rf"\b{re.escape(title)}\b", fold_same_length(document.text)):
        start, end = match.span()
        near = next(
            (
                span
                for span in person.spans
                if NAME_NEXT.fullmatch(document.text[end : span[0]] if end <= span[0] else "-")
                or NAME_BEFORE.fullmatch(document.text[span[1] : start] if span[1] <= start else "-")
            ),
            None,
        )
        if near is None or _meet((start, end), past.spans[0]):
            continue
        whole = (min(start, near[0]), max(end, near[1]))
        lead = document.text[max(0, start - BESIDE) : start]
        if not NOT_NOW.search(lead) and not PAST_AGAIN.search(document.quote(sentence_of(document, whole))):
            return whole
    return None


def fold_same_length(text: str) -> str:
    """The text in small letters, each where it stood."""
    return text.lower() if len(text.lower()) == len(text) else text


def _with_lead(span: Span) -> Span:
    return (max(0, span[0] - len("former ")), span[1])


def _may_be_one_body(one: RoleFinding, other: RoleFinding) -> bool:
    """Whether two posts may be of one body: one of them leaves it open, or both name it."""
    mine, theirs = _body(one), _body(other)
    return not mine or not theirs or bool(mine & theirs)


def _body(role: RoleFinding) -> set[str]:
    """The words of the body that a post is of; none for `the union` or `its`, which may be any."""
    _, _, after = role.role.partition(" of ")
    return senses_of(ANY_BODY.sub(" ", role.organization or after))


def _post(role: RoleFinding) -> str:
    """A title without the body that it is of."""
    return BODY.split(OPENING.sub("", role.role), maxsplit=1)[0].strip()


def _apart(document: Document, one: RoleFinding, other: RoleFinding) -> bool:
    """Whether two posts are told in two sentences, neither of which tells of a change."""
    sentences = [sentence_of(document, role.spans[0]) for role in (one, other)]
    return sentences[0] != sentences[1] and not any(CHANGED.search(document.quote(span)) for span in sentences)


def _clauses(document: Document, one: RoleFinding, other: RoleFinding) -> Values:
    first, second = sorted((one.spans[0], other.spans[0]))
    return value_at(document, first), value_at(document, second)
