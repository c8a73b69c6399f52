"""Layer 4, `explainer diff`: what changed comes in, Markdown for a pull request's comment goes out, never too long."""

from collections.abc import Iterator

from generator.cli.telling import DECISIONS, FIRST, field_line, headline, line, notes, safe, sections
from generator.escape import text
from generator.facts.alerts import REASONS
from generator.facts.difference import Difference
from generator.facts.how import How

LONGEST = 60_000
"""Characters: GitHub takes comments of 65,536."""
MARKS = {How.ADDED: "➕", How.REMOVED: "➖", How.CHANGED: "✏️", How.MERGED: "🔗"}
# A word joiner after these keeps a comment from calling people or linking to other issues.
CALLING = {"&#64;": "&#64;&#8288;", "&#35;": "&#35;&#8288;"}


def told(difference: Difference, labels: tuple[str, str]) -> str:
    """What changed, as Markdown; whole lines are left out at its end where it would be too long, and counted."""
    lines = [*_lines(difference)]
    kept, length = 0, 0
    while kept < len(lines) and length + len(lines[kept]) + 1 <= LONGEST:
        length += len(lines[kept]) + 1
        kept += 1
    shown = "".join(f"{one}\n" for one in lines[:kept])
    if kept < len(lines):
        shown += f"\n{len(lines) - kept} more lines are left out here; `explainer diff` tells all.\n"
    return shown


def _lines(difference: Difference) -> Iterator[str]:
    yield f"### {_text(headline(difference))}"
    yield from (f"\n{_text(note)}." for note in notes(difference))
    if difference.alerts:
        yield f"\n#### {FIRST}\n"
    for alert in difference.alerts:
        place = difference.titles.get(alert.place, alert.place)
        words = f"{_text(' '.join(alert.words.split()))}, in {_text(place)}, `{alert.record}`"
        yield f"- ⚠️ **{REASONS[alert.kind]}**: {words}"
    if difference.decided.changes:
        yield f"\n#### {DECISIONS}\n"
    for one in difference.decided.changes:
        yield f"- {MARKS[one.how]} {one.how} {_text(safe(one.line))}"
        yield from (f"  - {_text(safe(words))}" for words in one.details)
    for title, groups in sections(difference):
        yield f"\n#### {_text(title)}"
        for heading, changes in groups:
            yield f"\n**{_text(heading)}**\n"
            for change in changes:
                yield f"- {MARKS[change.how]} {change.how} {_text(line(change))}"
                yield from (f"  - {_text(field_line(change, field))}" for field in change.fields)


def _text(words: str) -> str:
    escaped = str(text(words))
    for entity, quiet in CALLING.items():
        escaped = escaped.replace(entity, quiet)
    return escaped
