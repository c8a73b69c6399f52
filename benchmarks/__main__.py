"""`python -m benchmarks`: prints a Markdown table of what was measured beside what is asked.

Nothing else should run meanwhile. Figures are ratios wherever one can be had: machines differ.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import building, desk, growth, reading, searching
from benchmarks.figures import HEAD, Figure, row
from benchmarks.newsroom import real_articles
from generator.model.article import Article

Part = Callable[[Path, Sequence[Article]], Iterator[Figure]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How much is measured: the numbers of articles."""

    built: int
    read: int
    desk: tuple[int, int]
    grown: tuple[int, ...]

    def parts(self) -> dict[str, Part]:
        """Everything that can be measured, by name."""
        return {
            "building": lambda folder, articles: building.figures(folder, articles, self.built),
            "reading": lambda folder, articles: reading.figures(folder, articles[: self.read], self.read),
            "desk": lambda folder, articles: desk.figures(folder, articles, *self.desk),
            "searching": lambda folder, articles: searching.figures(folder, articles, self.built),
            "growth": lambda folder, articles: growth.figures(folder, articles, self.grown),
        }


SIZES = {
    "small": Size(built=30, read=40, desk=(20, 60), grown=(20, 60)),
    "large": Size(built=94, read=200, desk=(94, 1300), grown=(100, 1300)),
    "huge": Size(built=1000, read=1000, desk=(94, 10_000), grown=(100, 1000, 10_000)),
}
"""`small` takes minutes, `large` about an hour, `huge` a day."""


def main() -> None:
    """Measure what was asked for, and print each figure as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures speed and scale.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(SIZES['small'].parts())}; all if none")
    parser.add_argument("--size", choices=SIZES, default="small", help="how many articles (default: small)")
    parser.add_argument("--shared", action="store_true", help="of ../shared/corpora, in place of this repository's own")
    chosen = parser.parse_args()
    known = SIZES[chosen.size].parts()
    for name in chosen.parts:
        if name not in known:
            parser.error(f"there is no part “{name}”; the parts are {', '.join(known)}")
    articles = real_articles(shared=chosen.shared)
    print(HEAD, end="", flush=True)
    for name in chosen.parts or known:
        with tempfile.TemporaryDirectory() as folder:
            for figure in known[name](Path(folder), articles):
                print(row(figure), flush=True)


if __name__ == "__main__":
    main()
