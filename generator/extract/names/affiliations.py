"""Of which body somebody is: a person and an article's bodies come in, "of the Relief Fund" goes out as a role."""

from collections.abc import Sequence

from generator.extract.findings import RoleFinding
from generator.extract.names.parts import Body, Individual, Name
from generator.extract.names.reading import Reading
from generator.model.words import Classification, Tense

LONGEST_OWNER = 4


def affiliation(reading: Reading, person: Individual, bodies: Sequence[Body]) -> RoleFinding | None:
    """The body right after a name's "of" as a role, "of the Relief Fund"; a party is no post.

    For those whom the article gives no other post.
    """
    named = {reading.inside(span).start: (body, span) for body in bodies for span in body.spans}
    for name in person.names:
        first = name.last + (reading.low(name.last) == ",")
        at = _body_begins(reading, name, first)
        if at not in named:
            continue
        body, span = named[at]
        if body.classification in (None, Classification.PARTY):
            continue
        last = reading.inside(span).stop
        role = reading.quote(first, last)
        return RoleFinding(
            role=role, post=role.casefold(), organization=body.name, party=None, tense=Tense.CURRENT,
            spans=(reading.span(name.first, last),),
        )  # fmt: skip
    return None


def _body_begins(reading: Reading, name: Name, first: int) -> int:
    """Where the body's name begins after "of the" and a possessor, "of the UK's Crime Agency"; -1 where no "of" is."""
    if reading.low(first) != "of" or not reading.same_line(name.first, first + 1):
        return -1
    at = first + 1 + (reading.low(first + 1) == "the")
    owner = at
    while owner - at < LONGEST_OWNER and owner + 1 < len(reading.words) and reading.words[owner].capital:
        owner += 1
    return owner + 1 if reading.words[owner].possessive else at
