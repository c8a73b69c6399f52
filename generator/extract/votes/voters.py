"""Extraction of votes: a clause, its cue and the bodies of the sentence come in, who votes goes out, or None."""

import re

from generator.extract.document import Document
from generator.extract.votes.bodies import Body, voting_body, works_by_votes
from generator.extract.votes.clauses import Clause
from generator.extract.votes.cue import Cue, Place
from generator.extract.votes.electorates import electorate
from generator.extract.votes.subjects import subject_head

# The verbs of choosing, whose subject is who chooses: "the Assembly elected Ms Sarr".
ELECTS = re.compile(r"(?:\w+ (?:to )?){0,3}?(?:re-?elect|elect|choose|chose|pick|select)", re.IGNORECASE)


RIGHT_BEFORE = 3  # characters between a body and the verb of which it is the subject


def who_votes(document: Document, clause: Clause, cue: Cue, bodies: list[Body]) -> Body | None:
    """The body that votes; in an election one that is said to elect, else those of the place, else the subject."""
    at = clause.sentence[0] + cue.span[0]
    body = voting_body(bodies, clause.span, at, brings=cue.brings, election=cue.election)
    if not cue.election:
        head = (
            None
            if cue.brings or cue.place is Place.BEFORE
            else subject_head(document, (at, at + cue.span[1] - cue.span[0]))
        )
        named = [b for b in bodies if head and b.span[0] <= head[0] < b.span[1] and works_by_votes(b)]
        return named[0] if named else body
    offset = clause.start - clause.sentence[0]
    elects = ELECTS.match(clause.text, max(0, cue.span[0] - offset)) is not None
    if body and (body.led == "by" or (elects and 0 <= at - body.span[1] <= RIGHT_BEFORE)):
        return body
    return _electorate(clause, cue) or body


def _electorate(clause: Clause, cue: Cue) -> Body | None:
    if not cue.election:
        return None
    shift = clause.start - clause.sentence[0]
    return electorate(clause.text, (max(0, cue.span[0] - shift), cue.span[1] - shift), clause.start)
