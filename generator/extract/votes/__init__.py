"""Extraction of votes: a parsed article with its cast and times comes in, the votes it tells of go out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.asking import is_asked
from generator.extract.cast import Cast
from generator.extract.claims.clock import Clock
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding, VoteFinding
from generator.extract.names.institutions import key_of, known_bodies
from generator.extract.votes.ballot import Ballot
from generator.extract.votes.bills import bill_in, classify
from generator.extract.votes.bodies import Body, find_bodies, is_court, is_legislature, is_party, sits_anywhere
from generator.extract.votes.certainty import holds
from generator.extract.votes.chambers import Chambers, is_british, seats_in
from generator.extract.votes.context import Memory
from generator.extract.votes.dating import date_alike, lead_day
from generator.extract.votes.merge import merge
from generator.extract.votes.positions import find_positions
from generator.extract.votes.proposers import find_proposer
from generator.extract.votes.reading import ELECTORATE, Reading, read_sentence
from generator.extract.votes.sentences import find_sentences
from generator.extract.votes.sides import sided_with, tells_sides
from generator.model.ids import record_id
from generator.model.words import Classification, VoteStatus

START = re.compile(r"^the ", re.IGNORECASE)
IMPEACHED = re.compile(r"\bimpeach(?:ed|ment)\b", re.IGNORECASE)


def find_votes(document: Document, cast: Cast, times: tuple[TimeFinding, ...]) -> tuple[VoteFinding, ...]:
    """The votes of an article, in the order in which it first tells of each; two tellings of one are one finding."""
    sentences = find_sentences(document)
    bodies = [find_bodies(document, cast, sentence) for sentence in sentences]
    clock = Clock(times)
    readings: list[tuple[int, Reading]] = []
    trial = IMPEACHED.search(document.text) is not None
    chambers = Chambers(bodies, british=is_british(document.text), trial=trial, seats=seats_in(document.text))
    memory = Memory(chambers, document.published)
    stances: list[tuple[int, Span]] = []
    for number, sentence in enumerate(sentences):
        inside = tuple(clock.within(sentence))
        filled = memory.fill_all(read_sentence(document, cast, inside, sentence, bodies[number]), number)
        kept = [reading for reading in filled if holds(reading) and not is_asked(document.quote(sentence))]
        memory.keep(document, sentence, number, kept, inside)
        readings += [(number, reading) for reading in kept]
        if not kept and tells_sides(document.quote(sentence)):
            stances.append((number, sentence))
    found: list[VoteFinding] = []
    ballots = merge(date_alike(readings, document.published, lead_day(document, sentences, bodies, clock)))
    sides = sided_with(ballots, stances)
    shared = _told_together(ballots)
    for place, ballot in enumerate(ballots):
        found.append(_apart(found, _finding(document, cast, ballot, sides.get(place, []), shared)))
    return tuple(found)


def _apart(found: Sequence[VoteFinding], vote: VoteFinding) -> VoteFinding:
    """A vote with an id of its own beside one on the same words: the one called off, the one on the new day."""
    if all(other.id != vote.id for other in found):
        return vote
    day = (vote.when and vote.when.as_written) or ""
    return replace(vote, id=record_id("vot", vote.motion, vote.id, vote.status, day))


def _in_full(body: Body, bodies: Sequence[Body]) -> Body:
    """A body as the one of some that tells its name in full: of “the committee” and “Wold Council's committee” this."""
    ending = f" {START.sub('', body.words)}"
    return next((one for one in bodies if one.words.endswith(ending) and len(one.words) > len(body.words)), body)


def _proper(cast: Cast, body: Body) -> str:
    """What a body is to be told by: its id, or the name of a house that the article tells by where it sits alone."""
    written = cast.names.get(body.entity or "", "")
    words = tuple(key_of(written).split())
    name, kind = known_bodies().get(words, ("", None))
    sits_there = kind is Classification.LEGISLATURE and not is_legislature(Body(body.span, written))
    return name if sits_there else body.reference


def _is_vague(body: Body) -> bool:
    """Whether words name nobody, where other words may: lawmakers of any house, people of any place, officers."""
    plain = body.entity is None and body.words.islower() and not is_legislature(body)
    return sits_anywhere(body) or body.words == ELECTORATE or plain


def _names_body(reading: Reading) -> bool:
    """Whether the body of a reading, no party, stands in its own sentence, and was not found elsewhere."""
    start, end = reading.clause.sentence
    return reading.body is not None and start <= reading.body.span[0] < end and not is_party(reading.body)


def _told_together(ballots: Sequence[Ballot]) -> frozenset[Span]:
    """The sentences that tell of several votes, so that who took a side is only told by a clause."""
    told = Counter(sentence for ballot in ballots for sentence in {r.clause.sentence for r in ballot.readings})
    return frozenset(sentence for sentence, times in told.items() if times > 1)


def _finding(
    document: Document, cast: Cast, ballot: Ballot, sides: Sequence[Span], shared: frozenset[Span]
) -> VoteFinding:
    first = ballot.readings[0]
    named_first = sorted(ballot.readings, key=lambda reading: not _names_body(reading))
    bodies = sorted((r.body for r in named_first if r.body), key=_is_vague)
    body = _in_full(bodies[0], bodies) if bodies else None
    motion = ballot.motion or first.clause.text.strip()
    bills = [r.bill for r in ballot.readings] + [bill_in(words) for r in ballot.readings if (words := r.motion)]
    bill = next(filter(None, bills), None) or bill_in(motion)
    told = {r.clause.sentence for r in ballot.readings} | {r.also for r in ballot.readings if r.also}
    spans = tuple(sorted({*told, *sides}))
    sided = {r.clause.span if r.clause.sentence in shared else r.clause.sentence for r in ballot.readings}
    sided |= {r.also for r in ballot.readings if r.also and r.also not in shared}
    lead = [r for r in ballot.readings if not r.stance]
    own = tuple(sorted({r.clause.span for r in ballot.readings} | {r.also for r in lead if r.also}))
    return VoteFinding(
        id=record_id("vot", motion, motion, bill or "", body.words if body else ""),
        status=ballot.status,
        motion=motion,
        classification=classify(motion, election=first.cue.election, court=body is not None and is_court(body)),
        bill=bill,
        body=_proper(cast, body) if body else None,
        proposer=find_proposer(document, cast, own, motion),
        result=ballot.result if ballot.status is VoteStatus.HELD else None,
        counts=ballot.counts,
        positions=tuple(
            position
            for position in find_positions(
                document, cast, tuple(sorted({*sided, *sides})), held=ballot.status is VoteStatus.HELD
            )
            if body is None or position.voter != body.reference  # the house itself took no side in its own vote
        ),
        when=ballot.time.when if ballot.time else None,
        spans=spans,
    )
