"""Figures: what was measured and what is asked come in, lines of a Markdown table go out."""

from collections.abc import Iterable
from dataclasses import dataclass

HEAD = "| what | measured | asked | met |\n|---|---|---|---|\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One thing that was measured.

    Attributes:
        what: in words.
        value: the figure, in `unit`.
        most: the largest value that is asked for; None where none is.
        least: the smallest.
    """

    what: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def asked(self) -> str:
        """What is asked, in words."""
        bounds = (("at most", self.most), ("at least", self.least))
        return " and ".join(f"{word} {_told(bound, self.unit)}" for word, bound in bounds if bound is not None)

    @property
    def is_met(self) -> bool:
        """Whether the figure is what is asked."""
        return (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    return HEAD + "".join(f"{row(figure)}\n" for figure in figures)


def row(figure: Figure) -> str:
    """One figure as a line of the table."""
    met = "" if not figure.asked else "yes" if figure.is_met else "**no**"
    return f"| {figure.what} | {_told(figure.value, figure.unit)} | {figure.asked or '–'} | {met or '–'} |"


def _told(value: float, unit: str) -> str:
    return f"{value:,.0f} {unit}".strip() if value >= 1000 else f"{float(f'{value:.4g}'):g} {unit}".strip()
