"""Stage resolve: groups of reports of one thing in, the id that each goes by and its reports out."""

from collections.abc import Iterable, Iterator, Sequence

from generator.model.facts import Reported
from generator.model.ids import digest

Key = tuple[str, str]
"""An article's id and that of a record in it."""
Reports = tuple[Reported, ...]


def named(groups: Iterable[Sequence[Key]]) -> Iterator[tuple[str, Reports]]:
    """Each group under the id of its first report, or one beside it where another group has that.

    Args:
        groups: the reports of each thing, the earliest article first.
    """
    taken: set[str] = set()
    for group in groups:
        article, own = group[0]
        identifier = own if own not in taken else f"{own}-{digest(own, article)}"
        taken.add(identifier)
        yield identifier, tuple(Reported(article=one, record=record) for one, record in group)
