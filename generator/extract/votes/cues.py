"""Extraction of votes: a sentence's text comes in, the words that tell of a vote go out, each with what it says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.model.words import Result, VoteStatus


class Place(StrEnum):
    """On which side of a cue the words for what is voted on stand."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, kw_only=True)
class Cue:
    """Words that tell of a vote; offsets are into the sentence.

    Attributes:
        sure: whether they tell of a vote with a motion or a body alone; others need a count or the manner of voting.
        election: whether people, not motions, are voted on.
        survived: whether it says that somebody came through a vote.
    """

    span: Span
    status: VoteStatus
    result: Result | None = None
    place: Place = Place.AFTER
    sure: bool = False
    election: bool = False
    survived: bool = False


def find_cues(text: str) -> list[Cue]:
    """The cues of a sentence in order, none overlapping another; the first rule that fits keeps its words."""
    kept: list[Cue] = []
    for cue in _all(text):
        if not any(other.span[0] < cue.span[1] and cue.span[0] < other.span[1] for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.span)


def _all(text: str) -> Iterator[Cue]:
    yield from _called_off(text)
    yield from _delayed(text)
    yield from _planned(text)
    yield from _voted(text)
    yield from _elected(text)
    yield from _results(text)
    yield from _nouns(text)


def words(values: object) -> str:
    """Words as alternatives of a pattern, longest first; a space stands for any white space."""
    listed = sorted(map(str, values), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern by name, compiled once."""
    lists = lexicon("votes")
    things = words(
        [*lists["motions"]["strict"], *lists["votes"], *lists["elections"], "amendments", "motions", "proposal", "bid"]
    )
    votes = words(lists["votes"])
    before, verbs = words(lists["planned"]["before"]), words(lists["planned"]["verbs"])
    be = r"(?:was|were|is|are|be|been|being|had been|has been|have been)"
    adverbs = r"(?:\s+(?:\w+ly|then|also|later|earlier|now|since|instead|twice|all|itself|again|already|not|never|first|once)){0,3}"
    made = {
        "thing": rf"\b(?:{things})\b|^(?:another|a second|a third|a further)\b",
        "motion": rf"\b(?:{words([*lists['motions']['strict'], *lists['votes']])})\b",
        "called_off": rf"\b(?:{words(lists['called_off'])})\b",
        "delayed": rf"\b(?:{words(lists['planned']['delayed'])})\s+(?:to|until|till|by)\b",
        "planned": rf"(?:\b|(?=['’]))(?:{before}){adverbs}(?:\s+(?:meet|gather|return|convene|sit)\b[^.;]{{0,40}}\bto)?\s+(?:{verbs})\b",
        "planned_noun": rf"\b(?:unveil\w*|announc\w+) plans for (?:a|an) [^.,;]{{0,25}}?(?:{votes})\b|\bfaces? (?:a|an|its|his|her|their)? ?[^.,;]{{0,20}}?(?:{votes})\b|\b(?:crucial|key|knife-edge|planned|coming|forthcoming|impending) (?:{votes})\b",
        "voted": rf"\b(?:(?:has|have|had)\s+)?(?:narrowly |overwhelmingly |unanimously |again )?(?:voted|voting|votes(?=\s+(?:to|against|for|down|\d)))\b",
        "elected": r"\b(?:re-?elected|elected|returned unopposed)\b",
        "beat": r"\b(?:beat|beating|defeated|defeating|ousted|unseated)\b",
        "won": r"\b(?:won|wins|winning|lost|losing|took|taking|clinched|secured|secures|squeaked)\b",
        "be": rf"\b{be}{adverbs}\s*$",
    }
    return re.compile(made[name], re.IGNORECASE)


def _called_off(text: str) -> Iterator[Cue]:
    for match in pattern("called_off").finditer(text):
        if pattern("thing").search(
            text[max(0, match.start() - 160) : match.start()] + " | " + text[match.end() : match.end() + 60]
        ):
            active = re.match(r"\s+(?:the|a|an|its|their|his|her|one)\b", text[match.end() :])
            yield Cue(
                span=match.span(),
                status=VoteStatus.CALLED_OFF,
                place=Place.AFTER if active else Place.BEFORE,
                sure=True,
            )


def _delayed(text: str) -> Iterator[Cue]:
    for match in pattern("delayed").finditer(text):
        if pattern("thing").search(text[: match.start()]):
            yield Cue(span=match.span(), status=VoteStatus.PLANNED, place=Place.BEFORE, sure=True)


def _planned(text: str) -> Iterator[Cue]:
    for name in ("planned", "planned_noun"):
        for match in pattern(name).finditer(text):
            last = match.group().split()[-1].casefold()
            yield Cue(
                span=match.span(),
                status=VoteStatus.PLANNED,
                place=Place.BEFORE if last in ("on", "first", "to", "place", "held", "taken") else Place.AFTER,
                sure=last in ("vote", "polls", "divide", "ballot", "on", "to", "ballots", "held", "place"),
            )


DIRECTION = re.compile(
    rf"(?P<to>\bto (?!{NUMBER}|the\b|a\b|his\b|her\b|\d)(?P<verb>\w+))|(?P<against>\bagainst\b)|(?P<down>\bdown\b)"
    r"|(?P<for>\bfor\b|\bin favou?r of\b|\bin favou?r\b|\bthrough\b|\byes\b|\bout\b)",
    re.IGNORECASE,
)
TURNED_DOWN = re.compile(r"reject|defeat|refus|dismiss|throw|negativ|decline|oppose", re.IGNORECASE)


def _voted(text: str) -> Iterator[Cue]:
    for match in pattern("voted").finditer(text):
        ahead = re.split(r"[.;]|, (?:and|but|after|when)\b", text[match.end() : match.end() + 140])[0]
        ahead = re.sub(r", with [^,]*,", lambda aside: " " * len(aside.group()), ahead)
        direction = DIRECTION.search(ahead)
        result = _outcome(direction)
        end = match.end() + (direction.end() if direction and not direction["to"] else 0)
        yield Cue(span=(match.start(), end), status=VoteStatus.HELD, result=result, sure=True)


def _outcome(direction: re.Match[str] | None) -> Result | None:
    if direction is None:
        return None
    if direction["against"] or direction["down"]:
        return Result.REJECTED
    if direction["to"]:
        return _turn(direction["verb"])
    return Result.PASSED


def _turn(verb: str) -> Result:
    """What a body does that votes to do something: "to reject a motion" is a vote on the motion."""
    return Result.REJECTED if TURNED_DOWN.match(verb) else Result.PASSED


def _elected(text: str) -> Iterator[Cue]:
    for match in pattern("elected").finditer(text):
        if re.search(
            r"\b(?:newly|directly|democratically|first|an|the|of)\s$|-$", text[: match.start()]
        ) and not re.search(r"(?:was|were) first\s$", text[: match.start()]):
            continue
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.ELECTED, sure=True, election=True)
    elections = words(
        [
            *lexicon("votes")["elections"],
            "nomination",
            "seat",
            "leadership",
            "presidency",
            "mayoralty",
            "term",
            "into office",
        ]
    )
    for match in pattern("won").finditer(text):
        if found := re.match(rf"[^.,;]{{0,60}}?\b(?:{elections})\b", text[match.end() :], re.IGNORECASE):
            yield Cue(
                span=(match.start(), match.end() + found.end()),
                status=VoteStatus.HELD,
                result=Result.ELECTED,
                sure=True,
                election=True,
            )
    for match in pattern("beat").finditer(text):
        if re.match(r"[^.;]{0,200}?\bby [\d,]+(?: votes)? to [\d,]+", text[match.end() :]) and not pattern(
            "thing"
        ).search(text):
            yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.ELECTED, election=True)


def _results(text: str) -> Iterator[Cue]:
    lists = lexicon("votes")["results"]
    for match in re.finditer(rf"\b(?:{words(lexicon('votes')['survived'])})\b", text, re.IGNORECASE):
        yield Cue(span=match.span(), status=VoteStatus.HELD, survived=True)
    for name in lists:
        for how in ("sure", "loose", "going"):
            for match in re.finditer(rf"\b(?:{words(lists[name][how])})\b", text, re.IGNORECASE):
                yield Cue(
                    span=match.span(),
                    status=VoteStatus.HELD,
                    result=Result(name),
                    place=_place(text, match),
                    sure=how == "sure",
                )


OBJECT = re.compile(
    r"\s+(?:the|a|an|his|her|its|their|one|another|all|both|this|that|[A-Z]\w+['’]s|an? \w+|impeachment|strike)\b"
)


def _place(text: str, match: re.Match[str]) -> Place:
    """Where the motion of a result verb stands: before a passive or bare one, after an active one with an object."""
    if pattern("be").search(text[: match.start()]):
        return Place.BEFORE
    return Place.AFTER if OBJECT.match(text[match.end() :]) else Place.BEFORE


def _nouns(text: str) -> Iterator[Cue]:
    """A vote told by a noun: "the vote was 23 to 20", "in a 51-49 vote", "divided five to five", "ended in a tie"."""
    told = rf"\b(?:vote|votes|division|margin|count|majority)\b(?=[^.;]{{0,30}}\b{NUMBER})|\b{NUMBER}[–-]{NUMBER} (?:vote|ruling|decision|majority)\b"
    for match in re.finditer(told, text, re.IGNORECASE):
        direction = re.match(r"[^.;,]{0,30}?\bto (?P<verb>[a-z]+)", text[match.end() :])
        counted = direction and re.fullmatch(NUMBER, direction["verb"], re.IGNORECASE)
        result = None if not direction or counted else _turn(direction["verb"])
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=result, place=Place.AFTER)
    for match in re.finditer(rf"\b(?:divided|split|tied|deadlocked|tie)\b", text, re.IGNORECASE):
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.TIED, place=Place.AFTER)
