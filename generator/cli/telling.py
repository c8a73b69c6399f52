"""Layer 4, `explainer diff`: what changed comes in, the parts that text and Markdown share go out, safe to show."""

from collections.abc import Iterator
from itertools import groupby

from generator.facts.difference import Change, Difference, FieldChange, How
from generator.facts.kinds import LISTS
from generator.facts.snapshot import ACROSS
from generator.facts.telling import KINDS, in_words
from generator.pages.escape import plain

ALL_ARTICLES = "In all articles"
NOTHING = "Nothing changed in the facts."
FIRST = "Look at these first"
PLURALS = {KINDS[prefix]: name for prefix, name in LISTS.items()} | {"article": "articles", "role": "roles"}


def headline(difference: Difference) -> str:
    """How many records of each kind changed, and how."""
    parts = []
    for kind, counts in difference.counts().items():
        parts.append(f"{PLURALS[kind]}: " + ", ".join(f"{counts[how]} {how}" for how in How if counts[how]))
    return "; ".join(parts) or NOTHING


def sections(difference: Difference) -> Iterator[tuple[str, list[tuple[str, list[Change]]]]]:
    """For all articles and then for each, its changes by whose they are; what has none is left out."""
    for place, changes in groupby(difference.changes, key=lambda change: change.place):
        by_heading: dict[str, list[Change]] = {}
        for change in changes:
            by_heading.setdefault(change.heading, []).append(change)
        title = ALL_ARTICLES if place == ACROSS else difference.titles[place]
        yield safe(title), [(safe(heading), found) for heading, found in by_heading.items()]


def line(change: Change) -> str:
    """One change, but for its fields."""
    into = ""
    if change.how is How.MERGED and change.after is not None:
        into = f" → {getattr(change.after, 'name', change.after.id)}"
    return safe(f"{change.kind}: {change.sentence}{into}")


def field_line(change: Change, field: FieldChange) -> str:
    """What became of one field."""
    if field.old is None and field.field == "text":
        return f"{field.field}: {field.new}"
    return safe(f"{field.field}: {in_words(field.old, change.names)} → {in_words(field.new, change.names)}")


def notes(difference: Difference) -> Iterator[str]:
    """What else is to be said: who read the articles."""
    for (old, new), count in sorted(difference.reread.items()):
        yield safe(f"{count} {'article was' if count == 1 else 'articles were'} read by {new}, before that by {old}")


def safe(words: str) -> str:
    """Words on one line, with nothing that a terminal obeys."""
    return plain(" ".join(words.split()))
