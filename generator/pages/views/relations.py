"""Stage pages: who speaks about whom and who answers whom: the story's claims in, a picture and its table out.

What articles say that somebody thinks or wants, and what tells of no comment, is left out: no words are reported there.
Sources without a name are never drawn as people: their claims are gathered by how they are attributed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model.ids import fold
from generator.model.records import Claim
from generator.model.words import Act, Attribution
from generator.pages.drawing import DESK, PHONE, Box, Curve, Drawing, Line, draw
from generator.pages.links import Target
from generator.pages.views.parts import Parts
from generator.pages.views.phrases import is_unsaid
from generator.pages.views.values import Name
from generator.pages.words import Words, say

MOST_DRAWN, MOST_LINES, MOST_ROWS = 9, 16, 40
"""How many people and organizations, and lines, a picture that a phone's reader can follow holds, half of the lines for
who speaks about whom; how many rows its table."""
MOST_LINKS = 5
"""How many of a row's claims are linked one by one."""
THINNEST, THICKER, THICKEST = 1.2, 0.6, 4.2
"""How thick the line of one claim is, how much each further claim adds, and where that ends."""


class Relation(StrEnum):
    """What somebody does to somebody else."""

    ABOUT = "about"
    ANSWER = "answer"
    DENIAL = "denial"


class Kind(StrEnum):
    """What stands in a box of the picture."""

    PERSON = "person"
    ORGANIZATION = "organization"
    UNNAMED = "unnamed"
    UNATTRIBUTED = "unattributed"
    UNRESOLVED = "unresolved"

    @property
    def is_known(self) -> bool:
        """Whether it is somebody, rather than claims whose source is not known."""
        return self in (Kind.PERSON, Kind.ORGANIZATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody, or the claims of sources that are not known; `claims` counts those made, not those about them."""

    key: str
    name: Name
    kind: Kind
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """All claims by which one does the same to another.

    Attributes:
        is_told: whether another source tells that the claims were made.
        claims: their places, in the order of the articles.
        denied: how many of them are denied.
        doubtful: of how many the machine is unsure.
    """

    start: Node
    end: Node
    relation: Relation
    is_told: bool
    claims: tuple[Target, ...]
    denied: int
    doubtful: int

    @property
    def count(self) -> int:
        """How many claims there are."""
        return len(self.claims)

    @property
    def way(self) -> str:
        """Its name in the catalogue of texts: claims with no source are answered themselves, not somebody."""
        to_claims = self.end.kind is Kind.UNATTRIBUTED and self.relation is not Relation.ABOUT
        return f"{self.relation.value}_to_claims" if to_claims else self.relation.value

    @property
    def linked(self) -> tuple[Target, ...]:
        """The claims that the table links one by one."""
        return self.claims[:MOST_LINKS]

    @property
    def is_denied(self) -> bool:
        """Whether all of them are denied."""
        return self.denied == self.count

    @property
    def width(self) -> float:
        """How thick the line is: the more claims, the thicker, up to a width that still is a line."""
        return min(THINNEST + (self.count - 1) * THICKER, THICKEST)

    @property
    def is_doubtful(self) -> bool:
        """Whether the machine is sure of none of them."""
        return self.doubtful == self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The picture as a desk or a phone shows it: its boxes and its curves, each with what it shows."""

    sheet: str
    width: float
    height: float
    nodes: tuple[tuple[Node, Box], ...]
    edges: tuple[tuple[Edge, Curve, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture, as wide as a desk and as narrow as a phone, and the rows of its table.

    Attributes:
        left_out: how many people and organizations of the table's relations are not drawn.
        lines_left_out: how many relations between those who are drawn are not drawn.
        rows_left_out: how many relations the table leaves out too.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    drawn: tuple[Drawn, ...]
    rows: tuple[Edge, ...]
    left_out: int
    lines_left_out: int
    rows_left_out: int


def picture(parts: Parts) -> Picture:
    """The relations of all who are in the story."""
    edges = _edges(parts)
    everyone = {key for edge in edges for key in _known(edge)}
    between = _between(_most_connected(edges), edges)
    drawn = _kept(between)
    nodes = sorted({n.key: n for e in drawn for n in (e.start, e.end)}.values(), key=_place)
    rows = sorted(sorted(edges, key=_rank)[:MOST_ROWS], key=lambda e: (_place(e.start), _place(e.end), *_rank(e)))
    return Picture(
        nodes=tuple(nodes),
        edges=tuple(drawn),
        drawn=_drawn(nodes, drawn, parts.words),
        rows=tuple(rows),
        left_out=len(everyone - {node.key for node in nodes}),
        lines_left_out=len(between) - len(drawn),
        rows_left_out=len(edges) - len(rows),
    )


def _kept(edges: Sequence[Edge]) -> list[Edge]:
    """As many relations as a picture holds; neither who speaks about whom nor who answers whom crowds the other out."""
    ranked = sorted(edges, key=_rank)
    about = [edge for edge in ranked if edge.relation is Relation.ABOUT]
    answers = [edge for edge in ranked if edge.relation is not Relation.ABOUT]
    return [*about[: MOST_LINES // 2], *answers[: MOST_LINES // 2]]


def _drawn(nodes: Sequence[Node], edges: Sequence[Edge], words: Words) -> tuple[Drawn, ...]:
    numbers = {node.key: number for number, node in enumerate(nodes)}
    labels = [label(edge, words) for edge in edges]
    lines = [
        Line(start=numbers[edge.start.key], end=numbers[edge.end.key], label=written)
        for edge, written in zip(edges, labels, strict=True)
    ]
    names = [node.name.apart for node in nodes]
    return tuple(
        _shown(sheet, draw(names, lines, size), nodes, edges, labels)
        for sheet, size in (("desk", DESK), ("phone", PHONE))
    )


def _shown(sheet: str, drawing: Drawing, nodes: Sequence[Node], edges: Sequence[Edge], labels: Sequence[str]) -> Drawn:
    return Drawn(
        sheet=sheet,
        width=drawing.width,
        height=drawing.height,
        nodes=tuple((nodes[box.name], box) for box in drawing.boxes),
        edges=tuple(sorted(zip(edges, drawing.curves, labels, strict=True), key=lambda one: one[1].label_y)),
    )


def label(edge: Edge, words: Words) -> str:
    """What stands on a line: how many claims, and what tells this kind of line from others without its look."""
    texts = words["picture"]
    written = say(texts["label"][edge.relation.value], n=edge.count)
    written = say(texts["told"], label=written) if edge.is_told else written
    if edge.denied:
        written = say(texts["all_denied" if edge.is_denied else "with_denied"], label=written, n=edge.denied)
    return say(texts["doubtful"], label=written) if edge.is_doubtful else written


def _edges(parts: Parts) -> list[Edge]:
    """Every relation between two that are not the same."""
    found: dict[tuple[str, str, Relation, bool], dict[str, None]] = defaultdict(dict)
    made: Counter[str] = Counter()
    for anchor, entry in parts.catalogue.claims.items():
        claim = entry.record
        if is_unsaid(claim):
            continue
        sources, is_told = _sources(parts, claim), claim.nested_in is not None
        made.update(sources)
        for relation, whom in _reached(parts, anchor, claim):
            for source in sources:
                if source != whom:
                    found[source, whom, relation, is_told][anchor] = None
    return [
        _edge(parts, made, start, end, relation, is_told, tuple(anchors))
        for (start, end, relation, is_told), anchors in found.items()
    ]


def _edge(
    parts: Parts,
    made: Counter[str],
    start: str,
    end: str,
    relation: Relation,
    is_told: bool,
    anchors: Sequence[str],
) -> Edge:
    briefs = [parts.brief(anchor) for anchor in anchors]
    return Edge(
        start=_node(parts, start, made[start]),
        end=_node(parts, end, made[end]),
        relation=relation,
        is_told=is_told,
        claims=tuple(brief.page for brief in briefs),
        denied=sum(bool(parts.denials(anchor)) for anchor in anchors),
        doubtful=sum(brief.is_doubtful for brief in briefs),
    )


def _reached(parts: Parts, anchor: str, claim: Claim) -> Iterator[tuple[Relation, str]]:
    """Whom a claim is about, and whose claims it answers, each once."""
    for whom in dict.fromkeys(claim.about):
        if parts.name(whom):
            yield Relation.ABOUT, whom
    relation = Relation.DENIAL if claim.act is Act.DENIAL else Relation.ANSWER
    answered = (parts.catalogue.claims[a].record for a in parts.catalogue.answered.get(anchor, ()))
    for whom in dict.fromkeys(source for one in answered for source in _sources(parts, one)):
        yield relation, whom


def _sources(parts: Parts, claim: Claim) -> tuple[str, ...]:
    """Who made a claim: ids of those who are in the story, else the kind of source it has."""
    if claim.attribution is Attribution.UNNAMED:
        return (Kind.UNNAMED.value,)
    if claim.attribution is Attribution.UNATTRIBUTED:
        return (Kind.UNATTRIBUTED.value,)
    known = tuple(dict.fromkeys(s for s in (claim.speaker, *claim.joint_with) if s and parts.name(s)))
    return known or (Kind.UNRESOLVED.value,)


def _node(parts: Parts, key: str, claims: int) -> Node:
    name = parts.name(key) if key not in set(Kind) else None
    if name is None:
        return Node(key=key, name=Name(parts.words["picture"][key], None, False), kind=Kind(key), claims=claims)
    kind = Kind.PERSON if key in parts.catalogue.people else Kind.ORGANIZATION
    return Node(key=key, name=name, kind=kind, claims=claims)


def _most_connected(edges: Sequence[Edge]) -> set[str]:
    """Who is drawn, as many as fit: those in denials, then those who speak about one another, the busiest first."""
    weight: Counter[str] = Counter()
    for edge in edges:
        weight.update(dict.fromkeys(_known(edge), edge.count))
    drawn: set[str] = set()
    for edge in sorted(
        edges,
        key=lambda e: (
            e.relation is not Relation.DENIAL,
            -len(_known(e)),
            -sum(weight[key] for key in _known(e)),
            _rank(e),
        ),
    ):
        if len(drawn | _known(edge)) <= MOST_DRAWN:
            drawn |= _known(edge)
    return drawn


def _known(edge: Edge) -> set[str]:
    return {node.key for node in (edge.start, edge.end) if node.kind.is_known}


def _between(drawn: set[str], edges: Iterable[Edge]) -> list[Edge]:
    """The relations between those who are drawn, and between them and sources that are not known."""
    return [edge for edge in edges if _known(edge) and _known(edge) <= drawn]


def _rank(edge: Edge) -> tuple[bool, bool, int, str, str, str, bool]:
    """The order in which relations are kept: denials first, then those that are denied, then by number."""
    is_denial = edge.relation is Relation.DENIAL
    return not is_denial, not edge.denied, -edge.count, edge.start.key, edge.end.key, edge.relation.value, edge.is_told


def _place(node: Node) -> tuple[bool, str, str]:
    """People and organizations by name, then the sources that are not known."""
    return not node.kind.is_known, fold(node.name.words), node.key
