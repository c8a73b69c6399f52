"""Extraction's last look, roles: the cast comes in, two people in one post that has one holder go out."""

import re
from collections import defaultdict
from itertools import pairwise

from generator.extract.cast import Cast
from generator.extract.discrepancies.making import made
from generator.extract.discrepancies.titles import find_title_slips
from generator.extract.document import Document
from generator.extract.findings import DiscrepancyFinding, PersonFinding, RoleFinding, ValueFinding
from generator.extract.patterns import Pattern
from generator.model.ids import fold, record_id
from generator.model.words import DiscrepancyKind, Tense

TITLE = Pattern(
    r"(?P<before>[\w’' -]+?) (?:secretary|minister)|(?:secretary of state|secretary|minister) (?:of|for) "
    r"(?P<after>[\w’' -]+)"
)
# Every country has its own foreign minister, and a government several of these without a portfolio.
SHARED = frozenset(
    [
        "foreign",
        "external",
        "prime",
        "first",
        "chief",
        "deputy",
        "junior",
        "cabinet",
        "state",
        "government",
        "senior",
        "other",
        "permanent",
        "press",
        "general",
        "parliamentary",
        "private",
        "assistant",
        "associate",
    ]
)


def find_role_discrepancies(document: Document, cast: Cast) -> tuple[DiscrepancyFinding, ...]:
    """Two people in one post, and one person under two titles that cannot both be right."""
    return (*_two_holders(document, cast), *made(DiscrepancyKind.ROLE, "role", find_title_slips(document, cast)))


def _two_holders(document: Document, cast: Cast) -> tuple[DiscrepancyFinding, ...]:
    """Two people whom the article calls the present minister or secretary of one portfolio, no country named."""
    holders: dict[str, list[tuple[PersonFinding, RoleFinding]]] = defaultdict(list)
    for person in cast.people:
        for role in person.roles:
            portfolio = _portfolio(role)
            if portfolio and role.tense is Tense.CURRENT and role.spans and not _is_foreign(document, role):
                holders[portfolio].append((person, role))
    found = []
    for portfolio, held in holders.items():
        people = {person.id: (person, role) for person, role in reversed(held)}
        roles = [role for _, role in people.values()]
        if len(people) > 1 and not _is_junior(roles) and not _are_told_together(roles):
            found.append(_finding(document, portfolio, list(reversed(people.values()))))
    return tuple(found)


def _are_told_together(roles: list[RoleFinding]) -> bool:
    """Whether one title is of several who are named behind it: "Health Ministers Ann Lee and Jo Ray"."""
    spans = sorted(role.spans[0] for role in roles)
    return any(one[1] > two[0] for one, two in pairwise(spans))


def _is_junior(roles: list[RoleFinding]) -> bool:
    """Whether one may be the other's junior, both in small letters: energy secretary, energy minister."""
    ranks = {"secretary" in fold(role.role) for role in roles}
    return len(ranks) > 1 and not all(role.role[:1].isupper() for role in roles)


def _portfolio(role: RoleFinding) -> str | None:
    """What a minister or secretary is over, or None for any other role."""
    match = TITLE.fullmatch(fold(re.sub(r"^the ", "", role.role, flags=re.IGNORECASE)))
    if not match:
        return None
    portfolio = re.sub(r"^the ", "", match["before"] or match["after"]).strip()
    return None if SHARED & set(portfolio.split()) else portfolio


def _is_foreign(document: Document, role: RoleFinding) -> bool:
    """Whether a country's name or adjective goes with the title: there is one such post in each country."""
    before = document.text[max(0, role.spans[0][0] - 25) : role.spans[0][0]]
    return re.search(
        r"\b(?!The|Ms|Mr|Mrs|Dame|Sir|But|And|While|When|As)[A-Z][\w.]+(?:['’]s)? $", before
    ) is not None and not re.search(r"[.!?\n]\s*\w+ $", before)


def _finding(document: Document, portfolio: str, held: list[tuple[PersonFinding, RoleFinding]]) -> DiscrepancyFinding:
    values = [_value(document, person, role) for person, role in held]
    return DiscrepancyFinding(
        id=record_id("dis", portfolio, "role", portfolio, *sorted(value.value for value in values)),
        kind=DiscrepancyKind.ROLE,
        about=f"who holds the post: {held[0][1].role}",
        field="role",
        values=tuple(values),
    )


def _value(document: Document, person: PersonFinding, role: RoleFinding) -> ValueFinding:
    """The title together with the name where they stand side by side, else the title alone."""
    start, end = role.spans[0]
    near = [span for span in person.spans if 0 <= span[0] - end <= 3 or 0 <= start - span[1] <= 8]
    span = (min(start, near[0][0]), max(end, near[0][1])) if near else (start, end)
    return ValueFinding(value=document.quote(span), spans=(span,))
