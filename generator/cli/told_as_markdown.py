"""Layer 4, `explainer diff`: what changed comes in, Markdown for a pull request's comment goes out, never too long."""

from collections.abc import Iterator

from generator.cli.telling import DECISIONS, FIRST, field_line, headline, line, notes, safe, sections
from generator.escape import comment
from generator.facts.alerts import REASONS
from generator.facts.difference import Difference
from generator.facts.how import How

LONGEST = 60_000
"""Characters: GitHub takes comments of 65,536."""
MARKS = {How.ADDED: "➕", How.REMOVED: "➖", How.CHANGED: "✏️", How.MERGED: "🔗"}


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
    yield f"### {comment(headline(difference))}"
    yield from (f"\n{comment(note)}." for note in notes(difference))
    if difference.alerts:
        yield f"\n#### {FIRST}\n"
    for alert in difference.alerts:
        place = difference.titles.get(alert.place, alert.place)
        words = f"{comment(' '.join(alert.words.split()))}, in {comment(place)}, `{alert.record}`"
        yield f"- ⚠️ **{REASONS[alert.kind]}**: {words}"
    if difference.decided.changes:
        yield f"\n#### {DECISIONS}\n"
    for one in difference.decided.changes:
        yield f"- {MARKS[one.how]} {one.how} {comment(safe(one.line))}"
        yield from (f"  - {comment(safe(words))}" for words in one.details)
    for title, groups in sections(difference):
        yield f"\n#### {comment(title)}"
        for heading, changes in groups:
            yield f"\n**{comment(heading)}**\n"
            for change in changes:
                yield f"- {MARKS[change.how]} {change.how} {comment(line(change))}"
                yield from (f"  - {comment(field_line(change, field))}" for field in change.fields)
