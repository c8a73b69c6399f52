"""Extraction of events: a parsed article with what was found before comes in, its main happenings go out, verbatim.

What stands inside somebody's words is a claim and never an event.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.extract.asking import is_asked
from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.cast import Cast
from generator.extract.claims.clock import Clock
from generator.extract.document import Document, span_of
from generator.extract.findings import ClaimFinding, EventFinding, Span, TimeFinding, VoteFinding
from generator.extract.lexicon import lexicon, words
from generator.extract.untrue import untrue
from generator.model.ids import record_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span as Phrase
    from spacy.tokens import Token

MOST = 8
SHORTEST = 3
LONGEST = 40
JOINTS = frozenset(
    [
        "after",
        "before",
        "when",
        "while",
        "although",
        "though",
        "because",
        "as",
        "whereas",
        "but",
        "which",
        "who",
        "whose",
        "where",
        "that",
        "if",
    ]
)
CLOSING_JOINTS = JOINTS - {"that", "as", "who", "which", "whose", "where"}
OPENERS = frozenset(
    [
        "and",
        "but",
        "then",
        "so",
        "with",
        "also",
        "meanwhile",
        "however",
        ",",
        "–",
        "—",
        "-",
        ":",
        ";",
        '"',
        "'",
        "“",
        "‘",
        ")",
        "(",
    ]
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What makes of the clause behind it, or of its own first words, something that did not take place.
SUPPOSED_BEFORE = re.compile(
    rf"\b(?:if|unless|whether|lest|(?:{untrue()}|{'|'.join(sorted(words('events', 'doubted')))}) that)[, ]+$",
    re.IGNORECASE,
)
NOT_SO = re.compile(r"no (?!\d)|neither |nobody |none |nor |(?:had|were|should) (?!(?:to|been|be)\b)", re.IGNORECASE)
FURTHEST_DOUBT = 30
# Before a verb that tells of something sure to come: no "will not", and no "is running to".
AHEAD = re.compile(
    r"\b(?:will|(?:is|are) (?:\w+ly |now |also |due |set |scheduled )?to)"
    r"(?: (?!not\b)(?:\w+ly|also|now|then|soon|again))?$"
)
# How some voted, with no word of what on.
TOOK_SIDE = re.compile(r"\b(?:against|for|in favou?r|no|yes|aye)$", re.IGNORECASE)
A_DAY = re.compile(rf"{WEEKDAY}|{MONTH}")
# A clause that begins with what another tells of: "the results of which were declared".
OF_ANOTHER = re.compile(r"[^,]{0,40}\b(?:of|in|to|for|by|from|with) (?:which|whom)\b", re.IGNORECASE)
# How long before or after something else, which is told behind the clause: "resigned minutes before".
HOW_LONG = frozenset(
    [
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "moments",
        "shortly",
        "just",
        "soon",
        "immediately",
        "long",
    ]
)
HYPOTHETICAL = frozenset(["would", "could", "might", "may", "should", "if", "not", "n't", "n’t", "never", "to"])


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
    for sentence, span in zip(document.doc.sents, document.sentences, strict=True):
        if is_asked(document.quote(span)):
            continue
        for verb in document.tokens[sentence.start : sentence.end]:
            if (
                not _is_action(verb, sentence.start)
                or said.hold(verb.idx)
                or (cues.hold(verb.idx) and not _announces(verb))
            ):
                continue
            clause = _clause(document, known, sentence, verb)
            if (
                clause
                and _is_whole(document.quote(clause.span))
                and not (told.hold(verb.idx) and not _announces(verb))
                and not said.meet(clause.span)
            ):
                found.append(clause)
    return tuple(_event(document, clause) for clause in _main(found))


def _is_whole(text: str) -> bool:
    """Whether a clause begins within no brackets, as what was misread does: `Eastbrook) voted against`."""
    return text.count("(") == text.count(")")


def _is_announcement(document: Document, claim: ClaimFinding) -> bool:
    """Whether a claim's words only name what was announced ("a series of inquiries"): that is an event."""
    announced = any(_announces(token) for span in claim.cue for token in document.phrase(span))
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


def _announces(verb: "Token") -> bool:
    return _base(verb) in words("events", "announcing")


def _base(verb: "Token") -> str:
    """The verb's base form as the lexicon has it, from its spelling: a lemmatizer may err on rarer verbs."""
    word = verb.lower_
    known = words("events", "actions")
    ending = next((e for e in ("ing", "ied", "ed", "d", "es", "s") if word.endswith(e)), "")
    stem = word.removesuffix(ending)
    guesses = (
        verb.lemma_.casefold(),
        lexicon("events")["irregular"].get(word, word),
        stem,
        stem + "e",
        stem + "y",
        stem[:-1],
    )
    return next((guess for guess in guesses if guess in known), verb.lemma_.casefold())


def _is_action(token: "Token", start: int) -> bool:
    """Whether a word is a verb of doing in a form that tells of something done or sure to come.

    Args:
        start: the first token of its sentence.
    """
    if token.pos_ != "VERB" or _base(token) not in words("events", "actions"):
        return False
    before = [token.doc[i].lower_ for i in range(max(start, token.i - 3), token.i)]
    if token.tag_ == "VBD":
        return not {"not", "n't", "n’t", "never", "if"} & set(before)
    if token.tag_ == "VBN":
        if token.i > start and token.nbor(-1).pos_ in ("PROPN", "PRON"):
            return True  # "Ms Cooper announced": a past tense, whatever the tagger says
        done = {"was", "were", "has", "had", "been", "is", "are"} & set(before)
        return bool(done) and not HYPOTHETICAL & (set(before) - {"to"})
    if token.tag_ == "VBG":
        return _announces(token) and "with" in {t.lower_ for t in token.doc[max(start, token.i - 8) : token.i]}
    return token.tag_ == "VB" and AHEAD.search(" ".join(before)) is not None


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


def _clause(document: Document, known: _Known, sentence: "Phrase", verb: "Token") -> _Clause | None:
    first, last = _edges(sentence, verb)
    if last - first < SHORTEST or last - first > LONGEST or verb.i - first < 1:
        return None
    if _is_asked_of(document.doc[first : verb.i]) or document.doc[verb.i + 1].tag_ in FINITE:
        return None
    if _base(verb) == "vote" and TOOK_SIDE.search(document.quote(span_of(document.doc[verb.i : last]))):
        return None
    if _announces(verb) and _says_no_more(known, document.doc[verb.i + 1 : last]):
        return None
    span = span_of(document.doc[first:last])
    if not _is_told(document.text, span):
        return None
    mentions = [m for m in known.cast.within(span) if m.entity]
    participants = tuple(dict.fromkeys(m.entity for m in mentions if m.entity))
    times = (time for time in known.clock.within(span) if not _is_aside(document.text, span, time, verb))
    time = min(times, key=lambda t: abs(t.span[0] - verb.idx), default=None)
    place = known.place_in(span)
    subject = any(m.span[1] <= verb.idx for m in mentions)
    if _base(verb) in words("events", "light") and (_is_state(verb, first) or not (time or place)):
        return None
    weight = 2.0 * (time is not None) + subject + 0.5 * min(len(participants), 3) + 0.5 * (place is not None)
    return _Clause(span, verb, time, participants, place, weight + _earliness(document, span))


def _is_state(verb: "Token", first: int) -> bool:
    """Whether a verb tells of what is so now: `It is held by a trust set up in 1868`."""
    before = {token.lower_ for token in verb.doc[max(first, verb.i - 3) : verb.i]}
    return verb.tag_ == "VBN" and bool({"is", "are"} & before) and not {"been", "being", "to"} & before


def _is_asked_of(before: "Phrase") -> bool:
    """Whether a clause only says what is in question: `of how the mayor voted`."""
    return any(token.lower_ in words("cues_grammar", "questions") - {"when", "where", "which"} for token in before[:2])


def _says_no_more(known: _Known, rest: "Phrase") -> bool:
    """Whether nothing but a time stands behind an announcement, whose words are told elsewhere: "…, it announced"."""
    times = known.clock.within(span_of(rest)) if len(rest) else ()
    words = [t for t in rest if not any(time.span[0] <= t.idx < time.span[1] for time in times)]
    return not _has_subject(words)


def _is_aside(text: str, span: Span, time: TimeFinding, verb: "Token") -> bool:
    """Whether a time is that of what stands between commas: "Mr Vale, who is running in 2026, joined"."""
    return "," in text[span[0] : time.span[0]] and "," in text[time.span[1] : verb.idx]


def _is_told(text: str, span: Span) -> bool:
    """Whether a clause tells what took place, not what would have, what did not, or what the article calls untrue."""
    before = text[max(span[0] - FURTHEST_DOUBT, 0) : span[0]]
    supposed = SUPPOSED_BEFORE.search(before) or NOT_SO.match(text, *span) or OF_ANOTHER.match(text, *span)
    return supposed is None


def _earliness(document: Document, span: Span) -> float:
    """News puts first what matters most."""
    return 1.5 * (1 - span[0] / max(len(document.text), 1))


def _edges(sentence: "Phrase", verb: "Token") -> tuple[int, int]:
    """The first and last token of a verb's clause, by punctuation and joints, whatever the parse says."""
    first, subject_ends, aside = verb.i, verb.i, False
    while first > sentence.start and not (not aside and _opens(verb.doc[first - 1], subject_ends)):
        first -= 1
        if verb.doc[first].text == "," and not _is_list_comma(verb.doc[first]):
            aside = not aside and verb.doc[first + 1].lower_ not in JOINTS
            subject_ends = first
    while first < verb.i and verb.doc[first].lower_ in OPENERS:
        first += 1
    last = verb.i + 1
    while last < sentence.end and not _closes(verb.doc[last]):
        last += 1
    while last > verb.i + 1 and _is_left_over(verb.doc[last - 1]):
        last -= 1
    return first, last


def _is_left_over(token: "Token") -> bool:
    """Whether a clause's last word is a mark, or tells how long before what comes next: "resigned minutes before"."""
    how_long = token.lower_ in HOW_LONG and token.i + 1 < len(token.doc) and token.nbor().lower_ in ("before", "after")
    return token.is_space or token.is_punct or how_long


def _opens(token: "Token", end: int) -> bool:
    """Whether a clause may begin after a token, where its subject can stand no later than an end before its verb."""
    if token.text in {";", ":", "–", "—"} or (token.is_space and "\n" in token.text):
        return True
    if token.text == ",":
        return not _is_list_comma(token) and _has_subject(token.doc[token.i + 1 : end])
    return token.lower_ in JOINTS and _has_subject(token.doc[token.i + 1 : end])


def _has_subject(words: "Iterable[Token]") -> bool:
    """Whether a noun or pronoun stands among words; a day is none."""
    named = (token for token in words if token.tag_ not in ("WDT", "WP") and not A_DAY.fullmatch(token.text))
    return any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in named)


def _is_list_comma(token: "Token") -> bool:
    """Whether a comma stands between names or figures rather than clauses."""
    if token.i == 0 or token.i + 1 >= len(token.doc):
        return True
    return token.nbor(-1).pos_ == "NUM" and token.nbor().pos_ in ("NUM", "PROPN")


def _closes(token: "Token") -> bool:
    """Whether a clause ends before a token that stands after its verb."""
    if token.text in {".", ";", ":", "–", "—", "!", "?"} or (token.is_space and "\n" in token.text):
        return True
    if token.text == ",":
        return not _is_list_comma(token)
    return token.lower_ in CLOSING_JOINTS


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
