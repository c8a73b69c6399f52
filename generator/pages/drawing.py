"""Stage pages: who stands where in a picture of relations: sizes and pairs in, boxes and curves as numbers out.

Names stand below one another in a column; what is drawn between them runs in curves to its left and to its right, so
that no line crosses a name and the whole fits a phone. Places come from sums and products alone, the order from
comparing whole numbers, and what is drawn is rounded: the same picture on any machine, which the layouts that settle by
forces do not give.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

WIDTH = 360.0
LEAST_ROOM, BOX = 88.0, 136.0
"""How much room there is at least on a side of the names that has lines, and how wide the names' boxes are."""
LINE, CHARACTER = 15.0, 6.4
"""How high a line of text is, and about how wide a character."""
LINE_LENGTH, LINES = 17, 2
LEAST_HEIGHT, GAP, PORT = 38.0, 14.0, 9.0
"""How high a box is at least, how far boxes and the ends of curves are apart."""
WIDENED, TRIES = 10.0, 40
"""By how much two boxes move apart where a label finds no place, and how often."""
LEAST_REACH, EDGE = 24.0, 24.0
"""How far out a curve's middle comes at least, and how far from the picture's edge it stays."""
BULGE = 0.75
"""How far out a curve's middle comes for each unit that its handles are out."""
LABEL, MARGIN = 24.6, 2.0
"""How high a label is and how wide at least, so that a finger can meet it on a phone; how far things stay apart."""
PLACES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.27, 0.73, 0.22, 0.78, 0.18, 0.82, 0.14, 0.86)
"""Where on its curve a label may stand, the best first."""
ROUNDS = 20
ARROW = 10.0
"""How long an arrow is: no label stands on one, nor where a line begins."""


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
    label_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes and curves, in the order in which they were asked for."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def draw(names: Sequence[str], lines: Sequence[Line]) -> Drawing:
    """A picture of names and of the lines between them; names move apart until every label has a place of its own."""
    ranks = {box: rank for rank, box in enumerate(_order(len(names), lines))}
    ports = _ports(lines, ranks)
    gaps = [GAP] * len(names)
    for _ in range(TRIES):
        boxes = _boxes(names, ranks, ports, gaps, _column(lines))
        curves, crowded = _curves(lines, boxes, ports)
        if crowded is None:
            break
        gaps[_gap_at(crowded, boxes, ranks)] += WIDENED
    height = max((box.y + box.height for box in boxes), default=0.0) + MARGIN
    return Drawing(width=WIDTH, height=round(height, 1), boxes=tuple(boxes), curves=tuple(curves))


def text_width(words: str) -> float:
    """About how many characters of middling width a text is wide."""
    return sum(_character_width(character) for character in words)


def _character_width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    if character in "MWmw@%":
        return 1.5
    return 1.2 if character.isupper() else 1


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
    while text_width(line) > LINE_LENGTH - 1:
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


def _column(lines: Sequence[Line]) -> float:
    """Where the names stand: each side has room as its labels are wide."""
    left, right = (max((text_width(one.label) for one in lines if one.side is side), default=0.0) for side in Side)
    rooms = WIDTH - BOX
    if not left or not right:
        return rooms / 2 if left else MARGIN
    return round(min(max(rooms * left / (left + right), LEAST_ROOM), rooms - LEAST_ROOM), 1)


def _boxes(
    names: Sequence[str], ranks: dict[int, int], ports: Ports, gaps: Sequence[float], column: float
) -> list[Box]:
    boxes: dict[int, Box] = {}
    top = MARGIN
    for number in sorted(ranks, key=lambda box: ranks[box]):
        ends = max(len(ports.get((number, side), ())) for side in Side)
        height = max(LEAST_HEIGHT, PORT * (ends + 1))
        lines = wrapped(names[number])
        first = top + height / 2 - LINE * (len(lines) - 1) / 2
        boxes[number] = Box(
            x=column,
            y=round(top, 1),
            width=BOX,
            height=round(height, 1),
            lines=tuple((line, round(first + LINE * at, 1)) for at, line in enumerate(lines)),
        )
        top += height + gaps[ranks[number]]
    return [boxes[number] for number in range(len(names))]


def _gap_at(height: float, boxes: Sequence[Box], ranks: dict[int, int]) -> int:
    """The rank of the box whose lower edge is the closest to a height, but for the last one."""
    above = [box for box in ranks if ranks[box] < len(ranks) - 1]
    return ranks[min(above, key=lambda box: (abs(boxes[box].y + boxes[box].height - height), ranks[box]))]


def _end(line: Line, number: int, box: int, boxes: Sequence[Box], ports: Ports) -> float:
    ends = ports[box, line.side]
    step = boxes[box].height / (len(ends) + 1)
    return boxes[box].y + step * (ends.index(number) + 1)


Area = tuple[float, float, float, float]


def _curves(lines: Sequence[Line], boxes: Sequence[Box], ports: Ports) -> tuple[list[Curve], float | None]:
    """The curves, and how far down a label finds no place; short curves, with fewer places, choose first."""
    places = {
        n: (_end(line, n, line.start, boxes, ports), _end(line, n, line.end, boxes, ports))
        for n, line in enumerate(lines)
    }
    spans = {n: abs(end - start) for n, (start, end) in places.items()}
    longest = max(spans.values(), default=1.0)
    taken = [(box.x, box.y, box.width, box.height) for box in boxes]
    for number, ends in places.items():
        x = boxes[0].x - ARROW if lines[number].side is Side.LEFT else boxes[0].x + BOX
        taken += [(x, end - MARGIN / 2, ARROW, MARGIN) for end in ends]
    curves: dict[int, Curve] = {}
    crowded = None
    for number in sorted(spans, key=lambda n: (spans[n], n)):
        path = _Path(lines[number], boxes[0].x, *places[number], spans[number] / longest)
        area = next((one for one in path.areas() if not any(_meet(one, other) for other in taken)), None)
        if area is None and crowded is None:
            crowded = sum(places[number]) / 2
        taken.append(area or next(path.areas()))
        curves[number] = path.curve(taken[-1])
    return [curves[number] for number in range(len(lines))], crowded


class _Path:
    """The way of one line, from height to height; `share` is how long it is, compared to the longest."""

    def __init__(self, line: Line, column: float, start: float, end: float, share: float) -> None:
        self.outwards = 1 if line.side is Side.RIGHT else -1
        self.x, room = (column + BOX, WIDTH - column - BOX) if self.outwards > 0 else (column, column)
        self.width = max(text_width(line.label) * CHARACTER + 2 * MARGIN, LABEL)
        reach = max(LEAST_REACH + (room - EDGE - LEAST_REACH) * share, self.width / 2 + 2 * MARGIN)
        self.handle = self.x + self.outwards * reach / BULGE
        self.start, self.end = start, end

    def areas(self) -> Iterator[Area]:
        """Where the label may stand, the best place first: on the curve, else beside it."""
        for aside in (0.0, self.outwards * self.width / 2):
            for at in PLACES:
                middle = _bend(self.x, self.handle, self.handle, self.x, at=at) + aside
                left = min(max(middle - self.width / 2, MARGIN), WIDTH - MARGIN - self.width)
                height = _bend(self.start, self.start, self.end, self.end, at=at)
                yield left, height - LABEL / 2, self.width, LABEL

    def curve(self, area: Area) -> Curve:
        """The curve with its label there."""
        x, handle, start, end = (f"{number:.1f}" for number in (self.x, self.handle, self.start, self.end))
        return Curve(
            path=f"M{x} {start}C{handle} {start} {handle} {end} {x} {end}",
            end_x=round(self.x, 1),
            end_y=round(self.end, 1),
            heading=-self.outwards,
            label_x=round(area[0] + self.width / 2, 1),
            label_y=round(area[1] + LABEL / 2, 1),
            label_width=round(self.width, 1),
            label_height=LABEL,
        )


def _bend(first: float, second: float, third: float, last: float, *, at: float) -> float:
    """One coordinate of a cubic curve at a share of its way."""
    back = 1 - at
    return back * back * back * first + 3 * back * at * (back * second + at * third) + at * at * at * last


def _meet(one: Area, other: Area) -> bool:
    return all(one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2] for axis in (0, 1))
