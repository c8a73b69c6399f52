"""Extraction's last look, posts: one person comes in, two posts that nobody holds together go out.

A chairman who is elsewhere the vice-chairman or the chief executive of the same body, a former clerk who is the clerk.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.held_again import find_held_again
from generator.extract.discrepancies.post_words import (
    CHANGED,
    LESSER,
    NOT_THE_POST,
    PORTFOLIO,
    is_lesser,
    meet,
    post_of,
    senses_of,
)
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import PersonFinding, RoleFinding
from generator.extract.patterns import Pattern
from generator.model.ids import fold
from generator.model.words import Tense

ONE_OF = Pattern(rf"\b{one_of('one_each')}\b", re.IGNORECASE)
LENITED = Pattern(r"(?i)^leas-ch(?=eann|ath)")
"""The Irish for deputy softens what follows it: Ceann Comhairle, Leas-Cheann Comhairle."""
ANY_BODY = Pattern(rf"\b(?:its|their|his|her|own|{one_of('any_bodies')}(?:['’]s)?)\b", re.IGNORECASE)
OF_A_BODY = Pattern(r"(?i)(?:['’]s?|\b(?:its|their|own)) (?:\w+ ){0,2}$")
BESIDE = 40


def find_post_slips(document: Document, person: PersonFinding) -> Iterator[Values]:
    """The clauses of two tellings of a person's post that cannot both hold; one pair of each sort."""
    held = [role for role in person.roles if role.tense is Tense.CURRENT and _is_beside_name(role, person)]
    yield from _ranks(document, held)
    yield from _two_posts(document, [role for role in held if _is_one_spelling(document, role, person)])
    yield from _two_portfolios(document, [role for role in held if _is_one_spelling(document, role, person)])
    yield from find_held_again(document, person)


def _is_beside_name(role: RoleFinding, person: PersonFinding) -> bool:
    return bool(role.spans) and any(meet(role.spans[0], span) for span in person.spans)


def _is_one_spelling(document: Document, role: RoleFinding, person: PersonFinding) -> bool:
    """Whether the name beside a post is spelt as the person's: another spelling may be another person."""
    span = next(span for span in person.spans if meet(role.spans[0], span))
    mine, theirs = _name_words(document.quote(span)), _name_words(person.name)
    return mine <= theirs or theirs <= mine


def _name_words(name: str) -> set[str]:
    return {re.sub(r"[^a-z]", "", word) for word in fold(name).split()}


def _ranks(document: Document, held: list[RoleFinding]) -> Iterator[Values]:
    """A chair who is elsewhere the vice-chair of the same body."""
    for lesser in filter(lambda role: is_lesser(role.role), held):
        base = senses_of(LESSER.sub("", LENITED.sub("leas-c", post_of(lesser))))
        for role in held:
            greater = not is_lesser(role.role) and base and base <= senses_of(post_of(role))
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


def _two_portfolios(document: Document, held: list[RoleFinding]) -> Iterator[Values]:
    """Two portfolios with no word in common that one secretary is named with: the Water and the Sport Secretary."""
    told = [(role, senses_of(match["before"] or match["after"])) for role in held if (match := _as_secretary(role))]
    for (one, mine), (other, theirs) in combinations(told, 2):
        if mine and theirs and not mine & theirs and _apart(document, one, other):
            yield _clauses(document, one, other)
            return


def _as_secretary(role: RoleFinding) -> re.Match[str] | None:
    """The parts of a title that is the present secretary's of a portfolio; ministers may hold several."""
    title = None if NOT_THE_POST.search(role.role) else PORTFOLIO.search(role.role)
    return title if title and (title["rank"] or title["first"]).casefold().startswith("secretary") else None


def _sorts(role: RoleFinding) -> set[str]:
    """The posts that a title names, by how they begin: a chairman is a chair."""
    return {post[:5] for post in ONE_OF.findall(fold(role.role))}


def _names_body(document: Document, role: RoleFinding) -> bool:
    """Whether a post is told with whose it is: a nation's president is that of no body."""
    start = role.spans[0][0]
    return role.organization is not None or bool(OF_A_BODY.search(document.text[max(0, start - BESIDE) : start]))


def _may_be_one_body(one: RoleFinding, other: RoleFinding) -> bool:
    """Whether two posts may be of one body: one of them leaves it open, or both name it."""
    mine, theirs = _body(one), _body(other)
    return not mine or not theirs or bool(mine & theirs)


def _body(role: RoleFinding) -> set[str]:
    """The words of the body that a post is of; none for `the union` or `its`, which may be any."""
    _, _, after = role.role.partition(" of ")
    return senses_of(ANY_BODY.sub(" ", role.organization or after))


def _apart(document: Document, one: RoleFinding, other: RoleFinding) -> bool:
    """Whether two posts are told in two sentences, neither of which tells of a change."""
    sentences = [sentence_of(document, role.spans[0]) for role in (one, other)]
    return sentences[0] != sentences[1] and not any(CHANGED.search(document.quote(span)) for span in sentences)


def _clauses(document: Document, one: RoleFinding, other: RoleFinding) -> Values:
    first, second = sorted((one.spans[0], other.spans[0]))
    return value_at(document, first), value_at(document, second)
