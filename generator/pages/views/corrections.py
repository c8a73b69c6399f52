"""Stage pages: Corrections: what people changed of the facts, the newest first, each with the way to the fact.

Of what was rejected only its kind is told, and of what was held back nothing: their words are no longer the site's.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.model.dates import is_date
from generator.model.facts import ResolvedOrganization, ResolvedPerson
from generator.model.ids import fold
from generator.model.review import Mark
from generator.model.words import ReviewOp
from generator.pages.links import CHANGES, CORRECTIONS, Target, record_uri
from generator.pages.quoting import quote
from generator.pages.views.changes import DAY, SHORT
from generator.pages.views.marks import MarkView, mark_view
from generator.pages.views.page import Page
from generator.pages.views.parts import Parts
from generator.pages.views.review import open_kinds
from generator.pages.views.times import date_words

CORRECTING = (ReviewOp.SET, ReviewOp.RENAME, ReviewOp.MERGE, ReviewOp.SPLIT, ReviewOp.ADD, ReviewOp.REJECT)
BEGINS = '<div class="ex-corrections">'
"""What the list begins with; a page of the site's own stands before it."""
MOST, FEW = 200, 3
GIVES_WORDS_AWAY = 3
"""Words from which on a value may be those of a fact that is held back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was decided, and the fact: its kind, what it is called and where it stands, unless it is told no longer."""

    mark: MarkView
    by: str | None
    kind: str
    change: str | None
    fact: str | None = None
    place: Target | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """The newest corrections by their days, how many there are in all, and how many facts were found to be right.

    Attributes:
        days: each day, as year-month-day and in words, with what was corrected on it; the day is empty where none is
            given.
        latest: what else changed in the facts: whose, how many, on which day, and where it is told; None where their
            history is not told.
        open_kinds: what nobody has confirmed yet, by kind, and how many of each.
    """

    days: tuple[tuple[str, str, tuple[Correction, ...]], ...]
    latest: tuple[tuple[str, str, str, Target], ...] | None
    open_kinds: tuple[tuple[str, int], ...]
    total: int
    confirmed: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - sum(len(found) for _, _, found in self.days)


def pages(parts: Parts) -> Iterator[Page]:
    """The one page."""
    marks = parts.catalogue.site.marks
    facts = dict(_facts(parts)) if marks else {}
    found = [*_corrections(parts, facts)]
    view = CorrectionsView(
        days=tuple(
            (day, date_words(day, parts.words) if day else "", tuple(one for _, one in same))
            for day, same in groupby(found[:MOST], key=lambda placed: placed[0])
        ),
        latest=_latest(parts),
        open_kinds=open_kinds(parts),
        total=len(found),
        confirmed=sum(
            target in facts and {mark.op for mark in all_ if mark.op is not ReviewOp.NOTE} == {ReviewOp.CONFIRM}
            for target, all_ in marks.items()
        ),
    )
    title = parts.words["titles"]["corrections"]
    yield Page(uri=CORRECTIONS, title=title, template="corrections.md.jinja", view=view, is_searched=False)


def _latest(parts: Parts) -> tuple[tuple[str, str, str, Target], ...] | None:
    history = parts.catalogue.site.history
    if history is None:
        return None
    told = [one for one in history.revisions if one.is_whole and one.headline][:FEW]
    places = [Target(CHANGES, f"commit-{one.commit[:SHORT]}") for one in told]
    days = [date_words(one.moment[:DAY], parts.words) for one in told]
    return tuple((one.about, one.headline, day, place) for one, day, place in zip(told, days, places, strict=True))


def _corrections(parts: Parts, facts: Mapping[str, tuple[str, Target]]) -> Iterator[tuple[str, Correction]]:
    """Each with its day."""
    held = _held(parts)
    for target, mark in _newest_first(parts):
        kind, fact = parts.words["corrections"]["kinds"][target[:3]], facts.get(target)
        day = mark.on if mark.on and is_date(mark.on) else ""
        view = mark_view(mark, parts.words, parts.values(target, mark))
        if mark.op is ReviewOp.REJECT:
            yield day, Correction(mark=view, by=mark.by, kind=kind, change=None)
        elif fact is not None:
            is_told = not any(_gives_away(value, held) for value in (mark.old, mark.new))
            change = view.change if is_told else None
            words, place = fact
            yield day, Correction(mark=view, by=mark.by, kind=kind, change=change, fact=words, place=place)


def _newest_first(parts: Parts) -> list[tuple[str, Mark]]:
    """Each correction once, with the record that it is on; of one that was rejected that alone."""
    found: list[tuple[str, Mark]] = []
    for target, marks in parts.catalogue.site.marks.items():
        rejected = [mark for mark in marks if mark.op is ReviewOp.REJECT]
        found += ((target, mark) for mark in rejected or marks if mark.op in CORRECTING)
    once = {mark if mark.op is ReviewOp.SPLIT else (target, mark): (target, mark) for target, mark in reversed(found)}
    return sorted(once.values(), key=_day, reverse=True)  # A split is marked on both.


def _day(placed: tuple[str, Mark]) -> str:
    return placed[1].on or ""


def _held(parts: Parts) -> list[str]:
    """The words that are given nowhere but in an article's whole text."""
    site = parts.catalogue.site
    return [
        fold(parts.catalogue.text(article)[start:end])
        for article, spans in site.passages.items()
        for start, end in spans
    ]


def _gives_away(value: str | None, held: Iterable[str]) -> bool:
    words = fold(value or "")
    return len(words.split()) >= GIVES_WORDS_AWAY and any(words in one or one in words for one in held)


def _facts(parts: Parts) -> Iterator[tuple[str, tuple[str, Target]]]:
    """What each fact that the site tells is called, and where it stands, by its id."""
    catalogue = parts.catalogue
    everybody: tuple[ResolvedPerson | ResolvedOrganization, ...] = (
        *catalogue.people.values(),
        *catalogue.organizations.values(),
    )
    for actor in everybody:
        yield actor.id, (parts.actor(actor).apart, Target(record_uri(actor.id)))
    for anchor, claims in catalogue.claims.items():
        brief = parts.brief(anchor)
        words = " … ".join(piece.words for piece in brief.content)
        yield from ((report.record.id, (words, brief.page)) for report in claims.reports)
    for anchor, votes in catalogue.votes.items():
        place = Target(parts.vote_pages[anchor], anchor)
        yield from ((report.record.id, (report.record.motion, place)) for report in votes.reports)
    for article, facts in catalogue.facts.items():
        yield article, (catalogue.title(article), Target(record_uri(article)))
        for event in facts.events:
            what = quote(event.what, parts.limit(article)).words
            yield event.id, (what, Target(record_uri(article), f"at-{event.id}"))
        for role in facts.memberships:
            if role.person in catalogue.people:
                yield role.id, (f"{catalogue.people[role.person].name}: {role.role}", Target(record_uri(role.person)))
    for found in catalogue.discrepancies:
        yield found.id, (" / ".join(value.value for value in found.values), parts.dispute(found.id))
