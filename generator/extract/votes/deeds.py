"""Extraction of votes: counts beside what a body did come in ("hired her on a 5-2 vote"), the deed goes out."""

from dataclasses import dataclass

from generator.extract.document import Document, span_of
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import Body
from generator.extract.votes.clauses import Clause
from generator.extract.votes.counts import Tally
from generator.extract.votes.stops import LONGEST, stop_at
from generator.extract.votes.subjects import PASSIVE
from generator.extract.votes.turning import turn
from generator.model.words import Result

CLIMBS = 6  # words from the counts up to the verb whose manner they tell
# How counts tell the manner of a deed: "by 13 votes to two", "on a 5-2 vote".
MANNER = Pattern(r",?\s+(?:by|on|in)\s(?:an?\s)?(?:(?:vote|majority|margin)\sof\s)?$")
# What is done after counts that stand between: "ordered Kovia by 13 votes to two to allow aid ships".
TO_DO = Pattern(r"(?: votes?)?,? (?P<what>to [a-z])")


@dataclass(frozen=True)
class Deed:
    """What a body did by a vote: the words for it, and what that says of the vote."""

    words: str
    result: Result | None


def deed_in(document: Document, clause: Clause, tally: Tally, body: Body) -> Deed | None:
    """What the body that a clause begins with did, where counts tell by which vote; None where that is not plain."""
    at = clause.sentence[0] + tally.span[0]
    manner = MANNER.search(clause.text, 0, at - clause.start)
    token = document.phrase((at, clause.sentence[0] + tally.span[1]))[0] if manner else None
    for _ in range(CLIMBS):
        if token is None or (token.pos_ == "VERB" and any(child.dep_ == "nsubj" for child in token.children)):
            break
        token = token.head if token.head is not token else None
    if (
        manner is None
        or token is None
        or token.tag_ != "VBD"
        or token.lemma_.casefold() in lexicon("votes")["no_deeds"]
    ):
        return None
    subject = next(child for child in token.children if child.dep_ == "nsubj")
    acts = body.span[0] <= span_of(subject)[0] < body.span[1] <= token.idx < at
    if not acts or any(child.dep_ in PASSIVE for child in token.children):
        return None
    done = TO_DO.match(clause.text, clause.sentence[0] + tally.span[1] - clause.start)
    start = done.start("what") if done else token.idx - clause.start
    end = stop_at(clause.text, done.end()) if done else manner.start()
    return Deed(clause.text[start:end][:LONGEST].strip(" ,."), turn(clause.text, token.idx - clause.start))
