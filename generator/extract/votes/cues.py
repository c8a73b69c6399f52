"""Extraction of votes: a sentence's text comes in, the words that tell of a vote go out as cues."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.elections import election_cues
from generator.extract.votes.results import ADVERB, noun_cues, result_cues, turn
from generator.model.words import Result, VoteStatus


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
    yield from election_cues(text)
    yield from _planned(text)
    yield from _voted(text)
    yield from result_cues(text)
    yield from noun_cues(text)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern by name, compiled once."""
    lists = lexicon("votes")
    things = words(
        [*lists["motions"]["strict"], *lists["votes"], *lists["elections"], "amendments", "motions", "proposal", "bid"]
    )
    votes = words(lists["votes"])
    before, verbs = words(lists["planned"]["before"]), words(lists["planned"]["verbs"])
    adverbs = rf"(?:\s+{ADVERB}){{0,3}}"
    made = {
        "thing": rf"\b(?:{things})\b|^(?:another|a second|a third|a further)\b",
        "called_off": rf"\b(?:{words(lists['called_off'])})\b",
        "delayed": rf"\b(?:{words(lists['planned']['delayed'])})\s+(?:to|until|till|by)\b",
        "planned": rf"(?:\b|(?=['’]))(?:{before}){adverbs}(?:\s+(?:meet|gather|return|convene"
        rf"|sit)\b[^.;]{{0,40}}\bto)?\s+(?:{verbs})\b",
        "planned_noun": rf"\b(?:unveil\w*|announc\w+) plans for (?:a|an) [^.,;]{{0,25}}?(?:{votes})\b|\bfaces? "
        rf"(?:a|an|its|his|her|their)? ?[^.,;]{{0,20}}?(?:{votes})\b|\b(?:crucial|key|knife-edge|planned|coming"
        rf"|forthcoming|impending) (?:{votes})\b",
        "voted": r"\b(?:(?:has|have|had)\s+)?(?:narrowly |overwhelmingly |unanimously |again )?(?:voted|voting"
        r"|votes(?=\s+(?:to|against|for|down|\d)))\b",
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
                brings=last in ("table", "move", "bring", "vote")
                and re.search(r"\b(?:table|move|bring|force a vote)$", match.group()) is not None,
                sure=last in ("vote", "polls", "divide", "ballot", "on", "to", "ballots", "held", "place"),
            )


DIRECTION = re.compile(
    rf"(?P<to>\bto (?!{NUMBER}|the\b|a\b|his\b|her\b|\d)(?P<verb>\w+))|(?P<against>\bagainst\b)|(?P<down>\bdown\b)"
    r"|(?P<for>\bfor\b|\bin favou?r of\b|\bin favou?r\b|\bthrough\b|\byes\b|\bout\b)",
    re.IGNORECASE,
)


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
        return turn(direction["verb"])
    return Result.PASSED
