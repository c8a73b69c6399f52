"""Claims and their answers, echoes: a pair comes in, what the one takes up of the other goes out as words."""

from functools import lru_cache

from generator.extract.claims.outlines import Outline
from generator.extract.claims.pair import Pair
from generator.extract.claims.rebuttals import TURNING, Heard

REMEMBERED = 4096


def pair_echoes(pair: Pair, heard: Heard) -> tuple[str, ...]:
    """Whether the one's subject was told of in the other, and the other tells of whoever makes the one."""
    mine, theirs = heard.outline(pair.one), heard.outline(pair.other)
    one, other, near = pair.one, pair.other, _near(pair.rank)
    told_of = min(len(mine.titles & other.words), 2)
    return (
        *_echo(_taken_up(pair, mine, theirs), mine.points, near, one.kind),
        *_titled(told_of, near, one.kind, pair.accused),
        *_cut_short(mine.cut_short, near, one.opening in TURNING),
        *_bodies(theirs.of_body, one.claim.attribution, bool(one.speaks_for), near),
        *_mutual(min(len(theirs.titles & one.words), 2), told_of, one.kind),
        *_opening(heard.opens_paragraph(one), near, one.kind, other.claim.act),
    )


def _near(rank: str) -> str:
    return rank if rank in ("after", "0", "1") else "far"


def _taken_up(pair: Pair, mine: Outline, theirs: Outline) -> str:
    """Where the nouns of the one's subject stand in what the other tells."""
    if not mine.subject:
        return "none"
    if mine.subject & theirs.subject:
        return "subject"
    if mine.subject & pair.other.words:
        return "words"
    return "source" if mine.subject & pair.other.source_stems else "nowhere"


@lru_cache(REMEMBERED)
def _echo(where: str, points: bool, near: str, kind: str) -> tuple[str, ...]:
    return (f"echo {where}", f"echo {where} {points} {near}", f"echo {where} {kind}", f"echo {where} {points} {kind}")


@lru_cache(REMEMBERED)
def _titled(told_of: int, near: str, kind: str, accused: str) -> tuple[str, ...]:
    found = f"told of {told_of}"
    return (found, f"{found} {near}", f"{found} {kind}", f"{found} {accused} {near}")


@lru_cache(REMEMBERED)
def _cut_short(cut_short: bool, near: str, turns: bool) -> tuple[str, ...]:
    return (f"cut short {cut_short} {near}", f"turns {turns} {near}")


@lru_cache(REMEMBERED)
def _bodies(of_body: bool, attribution: str, speaks: bool, near: str) -> tuple[str, ...]:
    return (f"body {of_body} {attribution} {speaks}", f"body {of_body} {attribution} {speaks} {near}")


@lru_cache(REMEMBERED)
def _mutual(theirs: int, mine: int, kind: str) -> tuple[str, ...]:
    return (f"names teller {theirs} {kind}", f"each tells of the other {theirs > 0} {mine > 0}")


@lru_cache(REMEMBERED)
def _opening(opens: bool, near: str, kind: str, act: str) -> tuple[str, ...]:
    found = f"opens paragraph {opens} {near}"
    return (found, f"{found} {kind}", f"{found} {act}")
