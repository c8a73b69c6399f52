"""Layer 1, facts compared: what changed comes in, lines that tell it go out, for a terminal, a comment and a page."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from generator.facts.difference import Change, Difference, FieldChange
from generator.facts.how import How
from generator.facts.kinds import LISTS
from generator.facts.snapshot import ACROSS
from generator.facts.telling import KINDS, in_words
from generator.model.labels import label

ALL_ARTICLES = "In all articles"
NOTHING = "Nothing changed in the facts."
PLURALS = {KINDS[prefix]: name for prefix, name in LISTS.items()} | {"article": "articles", "role": "roles"}


def headline(difference: Difference) -> str:
    """How many records of each kind changed, and how; then how many decisions."""
    parts = []
    for kind, counts in difference.counts().items():
        parts.append(f"{PLURALS[kind]}: {_counted(counts)}")
    if decisions := difference.decided.counts():
        parts.append(f"decisions: {_counted(decisions)}")
    return "; ".join(parts) or NOTHING


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{counts[how]} {how}" for how in How if counts.get(how))


def by_article(difference: Difference) -> Iterator[tuple[str, list[Change]]]:
    """For all articles and then for each, its title and its changes; what has none is left out."""
    for place, changes in groupby(difference.changes, key=lambda change: change.place):
        yield ALL_ARTICLES if place == ACROSS else difference.titles[place], list(changes)


def line(change: Change) -> str:
    """One change, but for its fields."""
    into = ""
    if change.how is How.MERGED and change.after is not None:
        into = f" → {getattr(change.after, 'name', change.after.id)}"
    return f"{change.kind}: {change.sentence}{into}"


def field_line(change: Change, field: FieldChange) -> str:
    """What became of one field."""
    name = label(field.field)
    if field.old is None and field.field == "text":
        return f"{name}: {field.new}"
    return f"{name}: {in_words(field.old, change.names)} → {in_words(field.new, change.names)}"
