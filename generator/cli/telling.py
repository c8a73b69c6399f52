"""Layer 4, `explainer diff`: what changed comes in, the parts that text and Markdown share go out, safe to show."""

from collections.abc import Iterator

from generator.escape import plain
from generator.facts import told
from generator.facts.difference import Change, Difference, FieldChange
from generator.facts.told import headline

__all__ = ["DECISIONS", "FIRST", "field_line", "headline", "line", "notes", "safe", "sections"]

FIRST = "Look at these first"
DECISIONS = "Decisions"
NAMED = 3
"""How many of the articles whose facts are old are named."""


def sections(difference: Difference) -> Iterator[tuple[str, list[tuple[str, list[Change]]]]]:
    """For all articles and then for each, its changes by whose they are; what has none is left out."""
    for title, changes in told.by_article(difference):
        by_heading: dict[str, list[Change]] = {}
        for change in changes:
            by_heading.setdefault(change.heading, []).append(change)
        yield safe(title), [(safe(heading), found) for heading, found in by_heading.items()]


def line(change: Change) -> str:
    """One change, but for its fields."""
    return safe(told.line(change))


def field_line(change: Change, field: FieldChange) -> str:
    """What became of one field."""
    return safe(told.field_line(change, field))


def notes(difference: Difference) -> Iterator[str]:
    """What else is to be said: whose facts are old, and who read the articles."""
    if seeds := difference.not_rebuilt:
        named = ", ".join(seeds[:NAMED]) + (f" and {len(seeds) - NAMED} more" if len(seeds) > NAMED else "")
        yield safe(f"Changed without their facts, which `mkdocs build` makes: {named}")
    for (old, new), count in sorted(difference.reread.items()):
        yield safe(f"{count} {'article was' if count == 1 else 'articles were'} read by {new}, before that by {old}")


def safe(words: str) -> str:
    """Words on one line, with nothing that a terminal obeys."""
    return plain(" ".join(words.split()))
