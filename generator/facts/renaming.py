"""Layer 1, facts compared: two snapshots come in, which article is which under another name goes out.

A seed that only got another name has the same content. One that was edited too is known by its evidence: most of the
runs of words in it are the same, of which two articles about one event share hardly any.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.facts.snapshot import Records, Snapshot
from generator.model.ids import fold

ALIKE = 0.5
"""The share of runs of words that an article keeps, at least."""
RUN = 3
"""Words of a run."""
COMMON = 20
"""What stands in more articles than these, as a standing notice does, says nothing of which of them one is."""

Run = tuple[str, ...]


def renamed(before: Snapshot, after: Snapshot) -> dict[str, str]:
    """The new place of each article that has gone from its own, one for one."""
    gone = [place for place in before.places if place not in after.places and before.article(place)]
    added = [place for place in after.places if place not in before.places and after.article(place)]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, place, other in sorted([*_same(before, gone, after, added), *_alike(before, gone, after, added)]):
        if place not in found and other not in taken:
            found[place] = other
            taken.add(other)
    return found


def _same(before: Snapshot, gone: list[str], after: Snapshot, added: list[str]) -> Iterator[tuple[float, str, str]]:
    """Articles whose seeds have the same content."""
    by_content = {article.sha256: place for place in added if (article := after.article(place))}
    for place in gone:
        article = before.article(place)
        if article is not None and article.sha256 in by_content:
            yield -2.0, place, by_content[article.sha256]


def _alike(before: Snapshot, gone: list[str], after: Snapshot, added: list[str]) -> Iterator[tuple[float, str, str]]:
    """Articles of one publisher that rest on nearly the same words; each is compared with those alone that may be."""
    runs = {place: _runs(after.places[place]) for place in added} if gone else {}
    having: dict[Run, list[str]] = {}
    for place, its in runs.items():
        for run in its:
            having.setdefault(run, []).append(place)
    for place in gone:
        words = _runs(before.places[place])
        shared = Counter(other for run in words if len(having.get(run, ())) <= COMMON for other in having.get(run, ()))
        for other in shared:
            likeness = 2 * len(words & runs[other]) / (len(words) + len(runs[other]))
            publishers = {_publisher(before, place), _publisher(after, other)} - {None}
            if likeness >= ALIKE and len(publishers) <= 1:
                yield -likeness, place, other


def _runs(records: Records) -> set[Run]:
    words = [fold(one.exact).split() for record in records.values() for one in getattr(record, "evidence", ())]
    return {tuple(its[at : at + RUN]) for its in words for at in range(len(its) - RUN + 1)}


def _publisher(moment: Snapshot, place: str) -> str | None:
    article = moment.article(place)
    return article.publisher if article else None


def under(records: Records, moved: Mapping[str, str]) -> Records:
    """Records by id, those of articles under their new ids."""
    return {moved.get(key, key): record for key, record in records.items()}
