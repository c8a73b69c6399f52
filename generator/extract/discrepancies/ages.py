"""Extraction's last look, ages: the cast comes in, two ages of one person go out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.cast import Cast
from generator.extract.discrepancies.clauses import Values
from generator.extract.discrepancies.comparing import pairs
from generator.extract.document import Document
from generator.extract.findings import Span, ValueFinding
from generator.extract.patterns import Pattern

AGE = r"(?P<age>[1-9]\d)"
NAMED = Pattern(
    rf"\b(?P<who>(?:[A-ZÀ-Þ](?:[\w’'-]{{0,2}}\.|[\w’'-]+) )*[A-ZÀ-Þ][\w’'-]{{2,}})"
    rf"(?: \([^)]{{1,40}}\))?, (?:aged )?{AGE},"
)
GIVEN = Pattern(rf"\b(?:(?P<who>[A-ZÀ-Þ][\w’'-]+?)['’]s?|(?P<he>[Hh]is|[Hh]er)) age (?:as|is|was|at) {AGE}\b(?! ?per)")
WAS = Pattern(rf"(?:\b(?P<who>[A-ZÀ-Þ][\w’'-]+), who|(?P<he>\b[Hh]e|\b[Ss]he)) (?:is|was) {AGE}(?=[,.;])")
DESCRIBED = Pattern(rf"\b[Tt]he (?P<who>[\w’'-]+(?: (?:for|of) [A-Z][\w’' -]+?| [a-z]+)?), {AGE},")
SPOKEN = Pattern(rf"\b(?P<article>[Aa]n?|[Tt]he) {AGE}-year-old\b")
MOST_YEARS = 2
"""Years by which two ages may differ where one is that of somebody whom the article does not name there."""
MOST_YEARS_NAMED = 15
"""More, and the two are ages at two times."""


@dataclass(frozen=True)
class _Age:
    span: Span
    years: int
    who: str | None
    """Whose, where a name says so; the same person is always the same word."""
    definite: bool = False
    """Whether the words point back to somebody: `the tycoon, 68,`."""


def find_ages(document: Document, cast: Cast) -> Iterator[Values]:
    """Where two ages of one person are printed: `Oyelaran, 44,` and `Oyelaran, 46,`; each pair of ages once."""
    ages = sorted(_ages(document, cast), key=lambda age: age.span)
    told: set[frozenset[int]] = set()
    for one, other in pairs(ages):
        pair = frozenset((one.years, other.years))
        if pair not in told and _disagree(one, other, ages):
            told.add(pair)
            yield tuple(ValueFinding(value=document.quote(age.span), spans=(age.span,)) for age in (one, other))


def _ages(document: Document, cast: Cast) -> Iterator[_Age]:
    described = list(DESCRIBED.finditer(document.text))
    ends = {match.end() for match in described}
    for pattern in (NAMED, GIVEN, WAS):
        for match in pattern.finditer(document.text):
            end = match.end("who") if match["who"] else match.start("he") + 1
            named = cast.at(end - 1)
            who = (named.entity if named else None) or _by_name(match["who"], cast)
            if who and match.end() not in ends:
                yield _Age(match.span(), int(match["age"]), who)
    for match in described:
        yield _Age(match.span(), int(match["age"]), None, definite=True)
    for match in SPOKEN.finditer(document.text):
        yield _Age(match.span(), int(match["age"]), None, definite=match["article"].lower() == "the")


def _by_name(name: str | None, cast: Cast) -> str | None:
    """The one person of whose name a name is part, else the name itself."""
    if name is None:
        return None
    held = [person.id for person in cast.people if set(name.split()) <= set(person.name.split())]
    return held[0] if len(held) == 1 else name


def _disagree(one: _Age, other: _Age, ages: Sequence[_Age]) -> bool:
    """Whether two ages are one person's: by name, or as the later points back and can mean no other."""
    apart = abs(one.years - other.years)
    if not apart:
        return False
    if one.who and other.who:
        return one.who == other.who and apart <= MOST_YEARS_NAMED
    if apart > MOST_YEARS:
        return False
    rivals = {age.who for age in ages if age.who and abs(age.years - other.years) <= MOST_YEARS}
    again = any(age is not other and age.years == other.years for age in ages)
    points = other.definite or (one.definite and other.who is not None)
    return points and not again and len(rivals) <= 1
