"""Stage pages: an article's whole text, cut where the words of facts begin and end, each piece with its link."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pages.links import Target


@dataclass(frozen=True, slots=True)
class Place:
    """Where words of a fact stand: `[start, end)`, the anchor there, and the fact; None is a mention alone."""

    span: tuple[int, int]
    anchor: str
    fact: Target | None


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text: the anchors at its start, and the fact that it belongs to."""

    words: str
    anchors: tuple[str, ...]
    fact: Target | None


def segments(text: str, places: Sequence[Place]) -> tuple[Segment, ...]:
    """The text in pieces; where facts overlap, a piece belongs to the one with the fewest words."""
    bounds = sorted({0, len(text), *(bound for place in places for bound in place.span)})
    by_start = sorted(places, key=lambda place: place.span[0])
    active: list[Place] = []
    found, following = [], 0
    for start, end in zip(bounds, (*bounds[1:], bounds[-1]), strict=True):
        anchors = []
        while following < len(by_start) and by_start[following].span[0] == start:
            active.append(by_start[following])
            anchors.append(by_start[following].anchor)
            following += 1
        active = [place for place in active if place.span[1] > start]
        covering = [place for place in active if place.fact]
        nearest = min(covering, key=lambda place: place.span[1] - place.span[0], default=None)
        if end > start or anchors:
            found.append(Segment(text[start:end], tuple(anchors), nearest.fact if nearest else None))
    return tuple(found)
