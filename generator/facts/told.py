"""Layer 1, facts compared: what changed comes in, lines that tell it go out, for a terminal, a comment and a page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.facts.difference import Change, Difference, FieldChange
from generator.facts.how import How
from generator.facts.kinds import LISTS
from generator.facts.pairing import names_of
from generator.facts.snapshot import ACROSS
from generator.facts.telling import KINDS, Names, in_words
from generator.model.dates import days_from_publication
from generator.model.labels import label
from generator.model.records import Claim, Membership

ALL_ARTICLES = "In all articles"
NOTHING = "Nothing changed in the facts."
NAMED = 3
"""How many people are named in one line that tells whose records changed."""
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


def about(difference: Difference, names: Names) -> str:
    """Whose records changed, speakers first, and in which articles, by the titles in `names`; of many the first."""
    claims_first = sorted(difference.changes, key=lambda change: not isinstance(change.record, Claim))
    whose = dict.fromkeys(name for change in claims_first for name in _whose(change, names))
    places = dict.fromkeys(change.place for change in difference.changes if change.place != ACROSS)
    titles = [f"“{names[place]}”" if place in names else difference.titles[place] for place in places]
    return ", in ".join(filter(None, (_first([*whose], NAMED), _first(titles, 1))))


def _whose(change: Change, names: Names) -> Iterator[str]:
    match change.record:
        case Claim(speaker=str(person)) | Membership(person=person):
            yield {**change.names, **names}.get(person, person)
        case record if names_of(record):
            yield change.heading


def _first(names: Sequence[str], most: int) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


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
    old, new = (in_words(time(one) if field.field == "when" else one, change.names) for one in (field.old, field.new))
    return f"{name}: {old} → {new}"


def time(when: Mapping[str, str | None] | None) -> str | None:
    """A time by the article's words for it and its day, or else by how far that is from publication."""
    if not when:
        return None
    as_written, relative = when.get("as_written"), when.get("relative")
    told = when.get("date") or (distance(relative) if relative else None)
    return ", ".join(filter(None, (f"“{as_written}”" if as_written else None, told)))


def distance(duration: str) -> str:
    """A time that is known by how far it is from publication, for readers: "1 day before publication"."""
    days = days_from_publication(duration)
    if days == 0:
        return "the day of publication"
    count = f"{abs(days):.0f} day{'' if abs(days) == 1 else 's'}"
    told = count if days == int(days) else "some days" if abs(days) > 1 else "some hours"
    return f"{told} {'before' if days < 0 else 'after'} publication"
