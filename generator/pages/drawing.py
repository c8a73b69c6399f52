"""Stage pages: who stands where in a picture of relations: sizes and pairs in, boxes and curves as numbers out.

Whoever does something stands on the left, to whom they do it on the right, and each line runs from left to right: its
direction is read before its arrow is. Who does both stands twice. Places come from sums and products alone, the order
from comparing whole numbers, and what is drawn is rounded: the same picture on any machine, which the layouts that
settle by forces do not give.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from generator.pages.lettering import text_width, wrapped

LINE, CHARACTER = 15.0, 6.4
"""How high a line of text is, and about how wide a character of a label."""
LEAST_HEIGHT, GAP, PORT = 38.0, 12.0, 9.0
"""How high a box is at least, how far boxes and the ends of curves are apart."""
WIDENED, PORT_WIDENED, TRIES = 3.0, 2.0, 24
"""By how much boxes and the ends of curves move apart where a label finds no place, and how often."""
LABEL, MARGIN = 24.6, 2.0
"""How high a label is and how wide at least, so that a finger can meet it on a phone; how far things stay apart."""
PLACES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.27, 0.73, 0.22, 0.78, 0.18, 0.82, 0.14, 0.86)
"""Where on its curve a label may stand, the best first."""
STEPS = 24
"""At how many places of a curve it is looked at whether a label would hide it."""
HANDLE = 0.45
"""How far along the room between the columns a curve's handles stand."""
ROUNDS = 12
ARROW = 10.0
"""How long an arrow is: no label stands on one, nor where a line begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """How wide a picture is, how wide its boxes, and how many characters a line of a box holds."""

    width: float
    box: float
    characters: int


PHONE = Sheet(width=360.0, box=107.0, characters=13)
DESK = Sheet(width=720.0, box=190.0, characters=23)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something to draw from one name to another, which are named by their number, with a label on it."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Whose name stands where, and its lines of text."""

    name: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A curve as an SVG path, where it ends, and where its label stands."""

    path: str
    end_x: float
    end_y: float
    label_x: float
    label_y: float
    label_width: float
    label_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes from the top of the left column to the bottom of the right one, and curves in the order of their lines."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


Columns = tuple[list[int], list[int]]
"""The names on the left and on the right, each from top to bottom."""


def draw(names: Sequence[str], lines: Sequence[Line], sheet: Sheet) -> Drawing:
    """A picture of names and of the lines between them; names move apart until every label has a place of its own."""
    sides, curves = _least_crowded(names, lines, sheet)
    boxes = [box for side in sides for box in side.values()]
    height = max((box.y + box.height for box in boxes), default=0.0) + MARGIN
    return Drawing(width=sheet.width, height=round(height, 1), boxes=tuple(boxes), curves=curves.drawn)


def _least_crowded(names: Sequence[str], lines: Sequence[Line], sheet: Sheet) -> "tuple[Sides, _Curves]":
    columns = _columns(lines)
    tried = []
    for wider in range(TRIES):
        sides = _sides(names, lines, columns, sheet, wider)
        tried.append((sides, _curves(lines, columns, sides, sheet)))
        if not tried[-1][1].crowded:
            break
    return min(tried, key=lambda one: one[1].crowded)


def _columns(lines: Sequence[Line]) -> Columns:
    """Who stands on either side, ordered so that few lines cross: each moves to where that helps most."""
    columns: Columns = (
        list(dict.fromkeys(line.start for line in lines)),
        list(dict.fromkeys(line.end for line in lines)),
    )
    for _ in range(ROUNDS):
        before = [list(column) for column in columns]
        for column in columns:
            for name in list(column):
                column[:] = _best_place(name, column, columns, lines)
        if [list(column) for column in columns] == before:
            break
    return columns


def _best_place(name: int, column: list[int], columns: Columns, lines: Sequence[Line]) -> list[int]:
    left, right = columns
    rest = [other for other in column if other != name]
    choices = [[*rest[:at], name, *rest[at:]] for at in range(len(column))]

    def cost(choice: list[int]) -> tuple[int, int, int]:
        sides = (choice, right) if column is left else (left, choice)
        return *_tangle(sides, lines), abs(choice.index(name) - column.index(name))

    return min(choices, key=cost)


def _tangle(columns: Columns, lines: Sequence[Line]) -> tuple[int, int]:
    """How often lines cross, and how far in all they go up or down."""
    left, right = ({name: at for at, name in enumerate(column)} for column in columns)
    ends = [(left[line.start], right[line.end]) for line in lines]
    crossings = sum((one[0] - other[0]) * (one[1] - other[1]) < 0 for one, other in combinations(ends, 2))
    return crossings, sum(abs(2 * start - len(left) - 2 * end + len(right)) for start, end in ends)


def _ends(columns: Columns, lines: Sequence[Line]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """The lines at each box of either side, from top to bottom: none crosses another that leaves the same box."""
    left, right = columns
    return (
        {n: sorted(_at(lines, "start", n), key=lambda i: (right.index(lines[i].end), i)) for n in left},
        {n: sorted(_at(lines, "end", n), key=lambda i: (left.index(lines[i].start), i)) for n in right},
    )


def _at(lines: Sequence[Line], end: str, name: int) -> list[int]:
    return [number for number, line in enumerate(lines) if getattr(line, end) == name]


Sides = tuple[dict[int, Box], dict[int, Box]]


def _sides(names: Sequence[str], lines: Sequence[Line], columns: Columns, sheet: Sheet, wider: int) -> Sides:
    """The boxes of both columns, the shorter one spread over the height of the longer one."""
    gap, port = GAP + WIDENED * wider, PORT + PORT_WIDENED * wider
    ends = _ends(columns, lines)
    heights = [{n: max(LEAST_HEIGHT, port * (len(at) + 1)) for n, at in side.items()} for side in ends]
    full = max(sum(side.values()) + gap * (len(side) - 1) for side in heights) if lines else 0.0
    left, right = (
        _stacked(names, side, full, x, sheet)
        for side, x in zip(heights, (MARGIN, sheet.width - MARGIN - sheet.box), strict=True)
    )
    return left, right


def _stacked(names: Sequence[str], heights: dict[int, float], full: float, x: float, sheet: Sheet) -> dict[int, Box]:
    gap = (full - sum(heights.values())) / max(len(heights) - 1, 1)
    top = MARGIN + (gap / 2 if len(heights) == 1 else 0.0)
    boxes = {}
    for name, height in heights.items():
        words = wrapped(names[name], sheet.characters)
        first = top + height / 2 - LINE * (len(words) - 1) / 2
        texts = tuple((line, round(first + LINE * at, 1)) for at, line in enumerate(words))
        boxes[name] = Box(name=name, x=x, y=round(top, 1), width=sheet.box, height=round(height, 1), lines=texts)
        top += height + gap
    return boxes


Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Curves:
    """The curves, and how many labels have no place where they hide no other and no end of a line."""

    drawn: tuple[Curve, ...]
    crowded: int


def _curves(lines: Sequence[Line], columns: Columns, sides: Sides, sheet: Sheet) -> _Curves:
    """Labels choose one after another, short lines, with fewer places, first: where they hide the fewest lines."""
    ends = _ends(columns, lines)
    heights = [
        (_height(sides[0][line.start], ends[0][line.start], n), _height(sides[1][line.end], ends[1][line.end], n))
        for n, line in enumerate(lines)
    ]
    paths = [_Path(line.label, sheet, *both) for line, both in zip(lines, heights, strict=True)]
    points = [list(path.points()) for path in paths]
    taken = [area for path in paths for area in path.tips()]
    chosen: dict[int, Area] = {}
    crowded = 0
    for number in sorted(range(len(paths)), key=lambda n: (abs(heights[n][0] - heights[n][1]), n)):
        areas = list(paths[number].areas())
        free = [area for area in areas if not any(_meet(area, other) for other in taken)]
        others = [at for n, at in enumerate(points) if n != number]
        chosen[number] = min(free or areas, key=partial(_hidden, others))
        crowded += not free
        taken.append(chosen[number])
    return _Curves(drawn=tuple(path.curve(chosen[n]) for n, path in enumerate(paths)), crowded=crowded)


def _height(box: Box, ends: Sequence[int], number: int) -> float:
    return box.y + box.height / (len(ends) + 1) * (ends.index(number) + 1)


class _Path:
    """The way of one line from the left column to the right one."""

    def __init__(self, label: str, sheet: Sheet, start: float, end: float) -> None:
        self.left, self.right = sheet.box + MARGIN, sheet.width - sheet.box - MARGIN
        reach = (self.right - self.left) * HANDLE
        self.across = self.left, self.left + reach, self.right - reach, self.right
        self.start, self.end = start, end
        self.width = max(text_width(label) * CHARACTER + 2 * MARGIN, LABEL)

    def at(self, share: float) -> tuple[float, float]:
        """The point at a share of the way."""
        return _bend(*self.across, at=share), _bend(self.start, self.start, self.end, self.end, at=share)

    def points(self) -> Iterator[tuple[float, float]]:
        """Points along the way, close enough to tell whether something stands on it."""
        return (self.at(step / STEPS) for step in range(STEPS + 1))

    def tips(self) -> Iterator[Area]:
        """Where the line begins, and its arrow."""
        yield self.left, self.start - MARGIN / 2, ARROW, MARGIN
        yield self.right - ARROW, self.end - MARGIN / 2, ARROW, MARGIN

    def areas(self) -> Iterator[Area]:
        """Where the label may stand, the best place first: on the line, and on no box."""
        for share in PLACES:
            x, y = self.at(share)
            left = min(max(x - self.width / 2, self.left + MARGIN), self.right - MARGIN - self.width)
            yield left, y - LABEL / 2, self.width, LABEL

    def curve(self, area: Area) -> Curve:
        """The curve with its label there."""
        x, first, second, last = (f"{number:.1f}" for number in self.across)
        return Curve(
            path=f"M{x} {self.start:.1f}C{first} {self.start:.1f} {second} {self.end:.1f} {last} {self.end:.1f}",
            end_x=round(self.right, 1),
            end_y=round(self.end, 1),
            label_x=round(area[0] + self.width / 2, 1),
            label_y=round(area[1] + LABEL / 2, 1),
            label_width=round(self.width, 1),
            label_height=LABEL,
        )


def _hidden(others: Sequence[Sequence[tuple[float, float]]], area: Area) -> int:
    """How many other lines a label would hide a part of."""
    return sum(any(_meet(area, (x, y, 0.0, 0.0)) for x, y in points) for points in others)


def _bend(first: float, second: float, third: float, last: float, *, at: float) -> float:
    """One coordinate of a cubic curve at a share of its way."""
    back = 1 - at
    return back * back * back * first + 3 * back * at * (back * second + at * third) + at * at * at * last


def _meet(one: Area, other: Area) -> bool:
    return all(one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2] for axis in (0, 1))
