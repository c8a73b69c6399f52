"""Stage pages: an article's whole text, cut where the words of facts begin and end, each piece with its links."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.pages.links import Target


@dataclass(frozen=True, slots=True)
class Link:
    """The fact that words lead to, and what kind it is: claim, vote, event, role or dispute."""

    kind: str
    target: Target


@dataclass(frozen=True, slots=True)
class Place:
    """Where words of a fact stand: `[start, end)`, the anchor there, and the fact; None is a mention alone."""

    span: tuple[int, int]
    anchor: str
    fact: Link | None

    @property
    def length(self) -> int:
        """How many characters it holds."""
        return self.span[1] - self.span[0]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text.

    Attributes:
        anchors: those that stand at its start.
        fact: what it leads to: of facts that overlap here, the one with the fewest words.
        depth: how many facts it belongs to.
        also: facts that end here and that none of their words lead to, since others of fewer words cover them.
    """

    words: str
    anchors: tuple[str, ...]
    fact: Link | None
    depth: int = 0
    also: tuple[Link, ...] = ()


def segments(text: str, places: Sequence[Place]) -> tuple[Segment, ...]:
    """The text in pieces, in order; together their words are the text."""
    bounds = sorted({0, len(text), *(bound for place in places for bound in place.span)})
    by_start = sorted(places, key=lambda place: place.span[0])
    active: list[Place] = []
    found, ends, following = [], [], 0
    for start, end in zip(bounds, (*bounds[1:], bounds[-1]), strict=True):
        anchors = []
        while following < len(by_start) and by_start[following].span[0] == start:
            active.append(by_start[following])
            anchors.append(by_start[following].anchor)
            following += 1
        active = [place for place in active if place.span[1] > start]
        covering = sorted((place for place in active if place.fact), key=lambda place: place.length)
        if end > start or anchors:
            nearest = covering[0].fact if covering else None
            found.append(Segment(text[start:end], tuple(anchors), nearest, len(covering)))
            ends.append(end)
    return _with_hidden(found, ends, places)


def _with_hidden(found: Sequence[Segment], ends: Sequence[int], places: Sequence[Place]) -> tuple[Segment, ...]:
    """The pieces with links to the facts that no piece leads to, where these end."""
    reached = {segment.fact for segment in found}
    hidden: dict[int, dict[Link, None]] = defaultdict(dict)
    for place in places:
        if place.fact and place.fact not in reached:
            hidden[place.span[1]][place.fact] = None
    return tuple(replace(segment, also=tuple(hidden.get(end, ()))) for segment, end in zip(found, ends, strict=True))
