"""Extraction of events: a parsed article with what was found before comes in, its main happenings go out, verbatim.

What stands inside somebody's words is a claim and never an event.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.asking import is_asked
from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.claims.clock import Clock
from generator.extract.document import Document, span_of
from generator.extract.events.clauses import FINITE, edges, has_subject, is_part, with_subject
from generator.extract.events.verbs import announces, base_of, is_action, may_be_vote
from generator.extract.findings import ClaimFinding, EventFinding, Span, TimeFinding, VoteFinding
from generator.extract.lexicon import words
from generator.extract.tokens import Token, root_of
from generator.extract.untrue import untrue
from generator.model.ids import record_id

MOST = 8
SHORTEST = 3
LONGEST = 40
ASKS = frozenset({"how", "why", "whether"})
# What makes of the clause behind it, or of its own first words, something that did not take place.
SUPPOSED_BEFORE = re.compile(
    rf"\b(?:if|unless|whether|lest|(?:{untrue()}|{'|'.join(sorted(words('events', 'doubted')))}) that)[, ]+$",
    re.IGNORECASE,
)
NOT_SO = re.compile(
    r"no (?!\d)|neither |nobody |none |nor |(?:had|were|should) (?!(?:to|been|be)\b)|here(?:['’]s| is| are| were)\b",
    re.IGNORECASE,
)
FURTHEST_DOUBT = 30
# How some voted, with no word of what on.
TOOK_SIDE = re.compile(r"\b(?:against|for|in favou?r|no|yes|aye)(?: (?:it|them|this|that))?$", re.IGNORECASE)
# Who or what is meant nobody can tell where they are nobody's mention.
PRONOUNS = frozenset(["he", "she", "it", "they", "we", "this", "these", "those"])
UNTIL = re.compile(r"(?:un)?till?\b", re.IGNORECASE)
BE = frozenset(["is", "are", "was", "were", "be", "been"])
# A clause that begins with what another tells of: "the results of which were declared".
OF_ANOTHER = re.compile(r"[^,]{0,40}\b(?:of|in|to|for|by|from|with) (?:which|whom)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Clause:
    """A clause with its verb, its time, and how much speaks for it."""

    span: Span
    verb: "Token"
    time: TimeFinding | None
    participants: tuple[str, ...]
    place: str | None
    weight: float


def find_events(
    document: Document,
    cast: Cast,
    times: tuple[TimeFinding, ...],
    claims: tuple[ClaimFinding, ...],
    votes: tuple[VoteFinding, ...],
) -> tuple[EventFinding, ...]:
    """The main happenings of an article, at most eight, in the order in which it tells of them."""
    said = _Spans([span for claim in claims if not _is_announcement(document, claim) for span in claim.content])
    cues = _Spans([span for claim in claims for span in claim.cue])
    told = _Spans([span for vote in votes for span in vote.spans])
    known = _Known(cast, Clock(times))
    found: list[_Clause] = []
    for sentence, span in zip(document.sentence_tokens, document.sentences, strict=True):
        if is_asked(document.quote(span)):
            continue
        for verb in document.tokens[sentence.start : sentence.stop]:
            if (
                not is_action(verb, sentence.start)
                or said.hold(verb.idx)
                or (cues.hold(verb.idx) and not announces(verb))
            ):
                continue
            clause = _clause(document, known, sentence, verb)
            if (
                clause
                and _is_whole(document.quote(clause.span))
                and not (told.hold(verb.idx) and may_be_vote(verb))
                and not said.meet(clause.span)
            ):
                found.append(clause)
    return tuple(_event(document, clause) for clause in _main(found))


def _is_whole(text: str) -> bool:
    """Whether a clause begins within no brackets, as what was misread does: `Eastbrook) voted against`."""
    return text.count("(") == text.count(")")


def _is_announcement(document: Document, claim: ClaimFinding) -> bool:
    """Whether a claim's words only name what was announced ("a series of inquiries"): that is an event."""
    announced = any(announces(token) for span in claim.cue for token in document.phrase(span))
    return announced and not any(token.tag_ in FINITE for span in claim.content for token in document.phrase(span))


class _Spans:
    """Spans that can be asked what they hold, in logarithmic time."""

    def __init__(self, spans: list[Span]) -> None:
        self._merged: list[Span] = []
        for start, end in sorted(spans):
            if self._merged and start <= self._merged[-1][1]:
                self._merged[-1] = (self._merged[-1][0], max(end, self._merged[-1][1]))
            else:
                self._merged.append((start, end))
        self._starts = [start for start, _ in self._merged]

    def hold(self, offset: int) -> bool:
        """Whether an offset stands inside one of the spans."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._merged[index][1]

    def meet(self, span: Span) -> bool:
        """Whether one of the spans shares a character with this one."""
        index = bisect_right(self._starts, span[1] - 1) - 1
        return index >= 0 and self._merged[index][1] > span[0]


class _Known:
    """Who, where and when an article speaks of."""

    def __init__(self, cast: Cast, clock: Clock) -> None:
        self.cast, self.clock = cast, clock
        self._places = sorted({span: place.name for place in cast.places for span in place.spans}.items())

    def place_in(self, span: Span) -> str | None:
        """The first place that is named in a span."""
        first = bisect_left(self._places, span[0], key=_start_of_place)
        last = bisect_left(self._places, span[1], key=_start_of_place)
        return next((name for at, name in self._places[first:last] if at[1] <= span[1]), None)


def _start_of_place(place: tuple[Span, str]) -> int:
    return place[0][0]


def _clause(document: Document, known: _Known, sentence: range, verb: "Token") -> _Clause | None:
    first, last = edges(sentence, verb)
    own = with_subject(verb, first)
    first = _with_time(document, known, sentence, own)
    if last - first < SHORTEST or last - first > LONGEST or verb.i - first < 1:
        return None
    if _is_asked_of(document.tokens[first : verb.i], verb) or document.tokens[verb.i + 1].tag_ in FINITE:
        return None
    if is_part(verb, own) or document.tokens[last - 1].lower_ in BE:
        return None
    if base_of(verb) == "vote" and TOOK_SIDE.search(document.quote(span_of(document.tokens[verb.i : last]))):
        return None
    if announces(verb) and _says_no_more(known, document.tokens[verb.i + 1 : last]):
        return None
    span = span_of(document.tokens[first:last])
    if not _is_told(document.text, span):
        return None
    mentions = [m for m in known.cast.within(span) if m.entity]
    if (
        mentions
        and mentions[0].span[0] == document.tokens[own].idx
        and _may_be_other(document, known.cast, mentions[0])
    ):
        return None
    participants = tuple(dict.fromkeys(m.entity for m in mentions if m.entity))
    if not participants and document.tokens[own].lower_ in PRONOUNS:
        return None
    times = (time for time in known.clock.within(span) if _is_of_verb(document, span, time, verb))
    time = min(times, key=lambda t: abs(t.span[0] - verb.idx), default=None)
    place = known.place_in(span)
    subject = any(m.span[1] <= verb.idx for m in mentions)
    if base_of(verb) in words("events", "light") and (
        _is_state(verb, first) or _is_added(verb, own) or not (time or place)
    ):
        return None
    weight = 2.0 * (time is not None) + subject + 0.5 * min(len(participants), 3) + 0.5 * (place is not None)
    return _Clause(span, verb, time, participants, place, weight + _earliness(document, span))


def _may_be_other(document: Document, cast: Cast, mention: Mention) -> bool:
    """Whether a pronoun may mean another whom its paragraph names, who is meant being named elsewhere alone.

    So in `Ann Lee had to go in 1947: a clerk knew before the mayor told it. She left the next day`.
    """
    if mention.kind is not MentionKind.PRONOUN:
        return False
    start = document.paragraphs[document.paragraph_at(mention.span[0])][0]
    named = [m.entity for m in cast.within((start, mention.span[0])) if m.kind is MentionKind.NAME and m.entity]
    people = [entity for entity in named if entity.startswith("per-")]
    return bool(people) and mention.entity not in people


def _is_state(verb: "Token", first: int) -> bool:
    """Whether a verb tells of what is so now: `It is held by a trust set up in 1868`."""
    before = {token.lower_ for token in verb.doc[max(first, verb.i - 3) : verb.i]}
    return verb.tag_ == "VBN" and bool({"is", "are"} & before) and not {"been", "being", "to"} & before


def _is_added(verb: "Token", first: int) -> bool:
    """Whether a verb only says which thing is meant: `They came in time for the march that began on Friday`."""
    return verb.dep_ == "acl:relcl" and verb.head.i >= first


def _is_asked_of(before: Sequence[Token], verb: "Token") -> bool:
    """Whether a clause only says what is in question: `of how the mayor voted`, `find out how he voted`."""
    if any(token.lower_ in words("cues_grammar", "questions") - {"when", "where", "which"} for token in before[:2]):
        return True
    return any(token.lower_ in ASKS and token.head.i == verb.i for token in before)


def _says_no_more(known: _Known, rest: Sequence[Token]) -> bool:
    """Whether nothing but a time stands behind an announcement, whose words are told elsewhere: "…, it announced"."""
    times = known.clock.within(span_of(rest)) if len(rest) else ()
    words = [t for t in rest if not any(time.span[0] <= t.idx < time.span[1] for time in times)]
    return not has_subject(words)


def _is_of_verb(document: Document, span: Span, time: TimeFinding, verb: "Token") -> bool:
    """Whether a time may be that of what is told: not of what stands between commas, nor how long it will last.

    "Mr Vale, who is running in 2026, joined"; "adjourned until 4 April"; "rebels who beat her on Tuesday rallied".
    """
    text = document.text
    is_aside = "," in text[span[0] : time.span[0]] and "," in text[time.span[1] : verb.idx]
    return not is_aside and not UNTIL.match(text, time.span[0]) and not _is_of_added(document, time, verb)


def _is_of_added(document: Document, time: TimeFinding, verb: "Token") -> bool:
    """Whether a time before a verb hangs on another verb, one that says who is meant."""
    if time.span[0] > verb.idx:
        return False
    hung_on = root_of(document.phrase(time.span)).head
    added = next((t for t in (hung_on, *hung_on.ancestors) if t.dep_ == "acl:relcl"), None)
    return added is not None and added != verb and not added.is_ancestor(verb)


def _is_told(text: str, span: Span) -> bool:
    """Whether a clause tells what took place, not what would have, what did not, or what the article calls untrue."""
    before = text[max(span[0] - FURTHEST_DOUBT, 0) : span[0]]
    supposed = SUPPOSED_BEFORE.search(before) or NOT_SO.match(text, *span) or OF_ANOTHER.match(text, *span)
    return supposed is None


def _earliness(document: Document, span: Span) -> float:
    """News puts first what matters most."""
    return 1.5 * (1 - span[0] / max(len(document.text), 1))


def _with_time(document: Document, known: _Known, sentence: range, first: int) -> int:
    """Where a clause begins with the time that opens its sentence: `[On Thursday,] police shot two men`."""
    if first - 1 <= sentence.start or document.tokens[first - 1].text != ",":
        return first
    opening = span_of(document.tokens[sentence.start : first - 1])
    return sentence.start if any(time.span == opening for time in known.clock.within(opening)) else first


def _main(clauses: list[_Clause]) -> list[_Clause]:
    """The weightiest clauses, none overlapping another, in the article's order."""
    kept: list[_Clause] = []
    for clause in sorted(clauses, key=lambda c: (-c.weight, c.span)):
        if len(kept) == MOST:
            break
        if not any(clause.span[0] < other.span[1] and other.span[0] < clause.span[1] for other in kept):
            kept.append(clause)
    return sorted(kept, key=lambda clause: clause.span)


def _event(document: Document, clause: _Clause) -> EventFinding:
    what = document.quote(clause.span)
    return EventFinding(
        id=record_id("evt", what, what),
        what=what,
        participants=clause.participants,
        place=clause.place,
        when=clause.time.when if clause.time else None,
        spans=(clause.span,),
    )
