"""Layer 4, `explainer diff`: what changed comes in, lines for a terminal go out, coloured where there is one."""

from collections.abc import Iterator

import click

from generator.cli.telling import DECISIONS, FIRST, field_line, headline, line, notes, safe, sections
from generator.facts.alerts import REASONS
from generator.facts.difference import Difference
from generator.facts.how import How

MARKS = {
    How.ADDED: ("+", "green"),
    How.REMOVED: ("-", "red"),
    How.CHANGED: ("~", "yellow"),
    How.MERGED: ("→", "yellow"),
}


def told(difference: Difference, labels: tuple[str, str]) -> str:
    """What changed, as text; click takes the colours away where nobody would see them."""
    return "".join(f"{one}\n" for one in _lines(difference, labels))


def _lines(difference: Difference, labels: tuple[str, str]) -> Iterator[str]:
    yield safe(f"Facts, from {labels[0]} to {labels[1]}")
    yield click.style(headline(difference), bold=True)
    yield from notes(difference)
    if difference.alerts:
        yield from ("", click.style(FIRST, bold=True))
    for alert in difference.alerts:
        yield click.style(f"! {REASONS[alert.kind]}: {safe(alert.words)}", fg="red", bold=True)
        yield f"    {safe(difference.titles.get(alert.place, alert.place))}, {alert.record}"
    if difference.decided.changes:
        yield from ("", click.style(DECISIONS, bold=True))
    for one in difference.decided.changes:
        mark, colour = MARKS[one.how]
        yield click.style(f"  {mark} {safe(one.line)}", fg=colour)
        yield from (f"      {safe(words)}" for words in one.details)
    for title, groups in sections(difference):
        yield from ("", click.style(title, bold=True))
        for heading, changes in groups:
            yield f"  {heading}"
            for change in changes:
                mark, colour = MARKS[change.how]
                yield click.style(f"    {mark} {line(change)}", fg=colour)
                yield from (f"        {field_line(change, field)}" for field in change.fields)
