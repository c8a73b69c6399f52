"""Stage pages: who stands where in a picture of relations: sizes and pairs in, boxes and curves as numbers out.

Names stand below one another in a column; what is drawn between them runs in curves to its left and to its right, so
that no line crosses a name and the whole fits a phone. Places come from sums and products alone, the order from
comparing whole numbers, and what is drawn is rounded: the same picture on any machine, which the layouts that settle by
forces do not give.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

WIDTH = 360.0
COLUMN, BOX = 112.0, 136.0
"""Where the column of names begins, and how wide it is."""
LINE, CHARACTER = 15.0, 6.4
"""How high a line of text is, and about how wide a character."""
LINE_LENGTH, LINES = 19, 2
LEAST_HEIGHT, GAP, PORT = 38.0, 14.0, 9.0
"""How high a box is at least, how far boxes and the ends of curves are apart."""
REACH, LEAST_REACH = 88.0, 24.0
"""How far out a curve's middle comes, at most and at least."""
BULGE = 0.75
"""How far out a curve's middle comes for each unit that its handles are out."""
LABEL_HEIGHT, MARGIN = 15.0, 2.0
PLACES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.21, 0.79, 0.15, 0.85)
"""Where on its curve a label may stand, the best first."""
ROUNDS = 20


class Side(StrEnum):
    """On which side of the names a curve runs."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something to draw between two boxes, which are named by their number, with a label on it."""

    start: int
    end: int
    side: Side
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a name stands, and its lines of text."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A curve as an SVG path, where it ends, which way it arrives there (1 or -1), and where its label stands."""

    path: str
    end_x: float
    end_y: float
    heading: int
    label_x: float
    label_y: float
    label_width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes and curves, in the order in which they were asked for."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def draw(names: Sequence[str], lines: Sequence[Line]) -> Drawing:
    """A picture of names and of the lines between them."""
    ranks = {box: rank for rank, box in enumerate(_order(len(names), lines))}
    ports = _ports(lines, ranks)
    boxes = _boxes(names, ranks, ports)
    places = [
        (_end(line, n, line.start, boxes, ports), _end(line, n, line.end, boxes, ports)) for n, line in enumerate(lines)
    ]
    longest = max((abs(end - start) for start, end in places), default=1.0)
    taken = [(box.x, box.y, box.width, box.height) for box in boxes]
    curves: dict[int, Curve] = {}
    for number in sorted(range(len(lines)), key=lambda n: (abs(places[n][1] - places[n][0]), n)):
        curves[number] = _curve(lines[number], *places[number], longest, taken)
    height = max((box.y + box.height for box in boxes), default=0.0) + MARGIN
    return Drawing(width=WIDTH, height=height, boxes=tuple(boxes), curves=tuple(curves[n] for n in range(len(lines))))


def text_width(words: str) -> int:
    """About how many characters wide a text is; wide scripts count twice."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in words)


def wrapped(name: str) -> tuple[str, ...]:
    """A name in at most two lines that fit a box; what does not fit is cut, and shown as cut."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer) <= LINE_LENGTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > LINES:
        lines[LINES - 1 :] = [" ".join(lines[LINES - 1 :])]
    return tuple(_cut(line) for line in lines)


def _cut(line: str) -> str:
    if text_width(line) <= LINE_LENGTH:
        return line
    while text_width(line) >= LINE_LENGTH:
        line = line[:-1]
    return line.rstrip() + "…"


def _order(count: int, lines: Sequence[Line]) -> list[int]:
    """The boxes from top to bottom, so that lines between them are short: each moves to where that helps most."""
    order = list(range(count))
    for _ in range(ROUNDS):
        before = list(order)
        for box in before:
            rest = [other for other in order if other != box]
            choices = ([*rest[:at], box, *rest[at:]] for at in range(count))
            order = min(choices, key=lambda choice: (_length(choice, lines), abs(choice.index(box) - order.index(box))))
        if order == before:
            break
    return order


def _length(order: Sequence[int], lines: Sequence[Line]) -> int:
    rank = {box: place for place, box in enumerate(order)}
    return sum(abs(rank[line.start] - rank[line.end]) for line in lines)


Ports = dict[tuple[int, Side], list[int]]
"""The lines that end at each side of each box, from top to bottom."""


def _ports(lines: Sequence[Line], ranks: dict[int, int]) -> Ports:
    """Lines that go up leave above those that go down, and none crosses another that leaves the same box."""
    ports: Ports = defaultdict(list)
    for number, line in enumerate(lines):
        ports[line.start, line.side].append(number)
        ports[line.end, line.side].append(number)
    for (box, _), ends in ports.items():
        ends.sort(key=lambda n: _leaving(lines[n], n, box, ranks))
    return ports


def _leaving(line: Line, number: int, box: int, ranks: dict[int, int]) -> tuple[bool, int, int]:
    away = ranks[line.end if line.start == box else line.start] - ranks[box]
    return (True, -away, number) if away > 0 else (False, -away, -number)


def _boxes(names: Sequence[str], ranks: dict[int, int], ports: Ports) -> list[Box]:
    boxes: dict[int, Box] = {}
    top = MARGIN
    for number in sorted(ranks, key=lambda box: ranks[box]):
        ends = max(len(ports.get((number, side), ())) for side in Side)
        height = max(LEAST_HEIGHT, PORT * (ends + 1))
        lines = wrapped(names[number])
        first = top + height / 2 - LINE * (len(lines) - 1) / 2
        boxes[number] = Box(
            x=COLUMN,
            y=round(top, 1),
            width=BOX,
            height=round(height, 1),
            lines=tuple((line, round(first + LINE * at, 1)) for at, line in enumerate(lines)),
        )
        top += height + GAP
    return [boxes[number] for number in range(len(names))]


def _end(line: Line, number: int, box: int, boxes: Sequence[Box], ports: Ports) -> float:
    ends = ports[box, line.side]
    step = boxes[box].height / (len(ends) + 1)
    return boxes[box].y + step * (ends.index(number) + 1)


Area = tuple[float, float, float, float]


def _curve(line: Line, start: float, end: float, longest: float, taken: list[Area]) -> Curve:
    """The curve between two heights; `taken` holds the areas where no label may stand, and takes in this one's."""
    outwards = 1 if line.side is Side.RIGHT else -1
    x = COLUMN + BOX if outwards > 0 else COLUMN
    width = text_width(line.label) * CHARACTER + 2 * MARGIN
    reach = max(LEAST_REACH + (REACH - LEAST_REACH) * abs(end - start) / longest, width / 2 + 2 * MARGIN)
    handle = x + outwards * reach / BULGE
    spots = [(_bend(x, handle, handle, x, at=at), _bend(start, start, end, end, at=at)) for at in PLACES]
    areas = [_area(spot, width) for spot in spots]
    area = next((one for one in areas if not any(_meet(one, other) for other in taken)), areas[0])
    taken.append(area)
    return Curve(
        path=f"M{x:.1f} {start:.1f}C{handle:.1f} {start:.1f} {handle:.1f} {end:.1f} {x:.1f} {end:.1f}",
        end_x=round(x, 1),
        end_y=round(end, 1),
        heading=-outwards,
        label_x=round(area[0] + width / 2, 1),
        label_y=round(area[1] + LABEL_HEIGHT / 2, 1),
        label_width=round(width, 1),
    )


def _bend(first: float, second: float, third: float, last: float, *, at: float) -> float:
    """One coordinate of a cubic curve at a share of its way."""
    back = 1 - at
    return back * back * back * first + 3 * back * at * (back * second + at * third) + at * at * at * last


def _area(spot: tuple[float, float], width: float) -> Area:
    """Where a label around a spot stands, kept inside the picture."""
    left = min(max(spot[0] - width / 2, MARGIN), WIDTH - MARGIN - width)
    return left, spot[1] - LABEL_HEIGHT / 2, width, LABEL_HEIGHT


def _meet(one: Area, other: Area) -> bool:
    return all(one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2] for axis in (0, 1))
