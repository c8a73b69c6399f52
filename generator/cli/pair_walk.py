"""Layer 4, `explainer review people`: pairs of people who may be one are shown side by side and decided on by keys."""

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.table import Table

from generator.cli import asking
from generator.cli.card import Line, evidence, laid_out, show
from generator.cli.walk import Walk
from generator.facts.pairs import AnySide, Pair
from generator.facts.reviewing import Review
from generator.facts.telling import Names, sentence
from generator.model.facts import ResolvedOrganization
from generator.model.words import ReviewOp

WIDE_ENOUGH = 80
"""Columns of a terminal from which on two people stand side by side."""


class PairWalk(Walk[Pair]):
    """A walk through the people who may be one person; nobody is joined but by a key."""

    keys = "m merge, d distinct"
    help = """\
  m  they are one: the first becomes part of the second; you are asked why
  d  they are two, and are not shown as a pair again; you are asked why
"""
    question = "one person?"

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self.actions |= {"m": self._merge, "d": self._distinct}

    def things(self) -> Mapping[str, Pair]:
        """The pairs that nobody has decided on."""
        return self.review.pairs

    def is_open(self, thing: Pair) -> bool:
        """Whether nobody has decided on it: else it would be no pair any more."""
        return True

    def show(self, thing: Pair, *, left: int, is_again: bool) -> None:
        """Print both people, each with roles and evidence."""
        in_bold = self.console.color_system is not None
        post = " · they have a post in common" if thing.is_same_post else ""
        show(
            iter([Line("", 0), Line(f"{left} left · {self.question} · {thing.likeness}{post}", 0, "dim")]), self.console
        )
        sides = [list(self._side(side, in_bold)) for side in (thing.merged, thing.kept)]
        if self.console.is_terminal and self.console.width >= WIDE_ENOUGH:
            _print_beside(sides, self.console)
        else:
            for side in sides:
                show(iter(side), self.console)

    def _side(self, side: AnySide, in_bold: bool) -> Iterator[Line]:
        bodies: Names = {body.id: body.name for body in self.review.reviewed.story.organizations}
        yield Line(side.record.name, 0, "bold")
        if side.record.other_names:
            yield Line(f"also {', '.join(side.record.other_names)}", 2)
        if isinstance(side.record, ResolvedOrganization) and side.record.classification:
            yield Line(side.record.classification, 2)
        yield from (Line(sentence(role, {**bodies, side.record.id: side.record.name}), 2) for role in side.roles)
        yield from evidence(side.reports, self.review.articles, in_bold=in_bold, with_before=False)
        yield Line(side.record.id, 2, "dim")

    def _merge(self, pair: Pair) -> bool:
        why = asking.line(f"Why {pair.merged.record.name} is {pair.kept.record.name}")
        return bool(why) and self._decide(pair, ReviewOp.MERGE, why)

    def _distinct(self, pair: Pair) -> bool:
        why = asking.line(f"Why {pair.merged.record.name} is not {pair.kept.record.name}")
        return bool(why) and self._decide(pair, ReviewOp.DISTINCT, why)

    def _decide(self, pair: Pair, op: ReviewOp, why: str) -> bool:
        return self.decide(pair, op, target=pair.merged.record.id, into=pair.kept.record.id, why=why)


class BodyWalk(PairWalk):
    """The same with bodies that may be one."""

    question = "one body?"

    def things(self) -> Mapping[str, Pair]:
        """The pairs that nobody has decided on."""
        return self.review.body_pairs


def _print_beside(sides: list[list[Line]], console: Console) -> None:
    table = Table.grid(expand=True, padding=(0, 2))
    for _ in sides:
        table.add_column(ratio=1)
    columns = [Table.grid() for _ in sides]
    for column, lines in zip(columns, sides, strict=True):
        for line in lines:
            column.add_row(laid_out(line))
    table.add_row(*columns)
    console.print(table)
