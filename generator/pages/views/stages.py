"""Stage pages: the reports of one vote in, the same by the stage they tell of out, and the way from stage to stage."""

from collections.abc import Sequence

from generator.model.dates import Period, is_date, period
from generator.model.facts import Report
from generator.model.records import VoteEvent
from generator.model.words import VoteStatus

STATUS_ORDER = (VoteStatus.HELD, VoteStatus.CALLED_OFF, VoteStatus.PLANNED)
AGAIN = 0.5
Reports = Sequence[Report[VoteEvent]]


def by_stage(reports: Reports) -> list[Report[VoteEvent]]:
    """A vote's reports, the latest stage first, and of a stage those that tell a day.

    Held is the last. A vote that was called off and is planned for a later day than it was off for is planned again.
    """
    off = _off(reports)
    return sorted(reports, key=lambda report: (_place(report, off), _days(report) is None))


def in_time(reports: Reports, published: Sequence[str | None]) -> list[Report[VoteEvent]]:
    """The same in the order of the articles' days; of one article the earlier stage first, undated articles last.

    Args:
        reports: what each article tells.
        published: each article's day, in the order of the reports.
    """
    days, off = dict(zip(map(id, reports), published, strict=True)), _off(reports)
    return sorted(reports, key=lambda report: (days[id(report)] or "9999", -_place(report, off)))


def way(stages: Sequence[VoteStatus]) -> tuple[VoteStatus, ...]:
    """The stages that a vote went through, as told in order of time; what is told of it once it was held adds none."""
    found: list[VoteStatus] = []
    for stage in stages:
        if found[-1:] != [stage] and VoteStatus.HELD not in found:
            found.append(stage)
    return tuple(found) if len(found) > 1 else ()


def _off(reports: Reports) -> list[Period | None]:
    """The days for which a vote was called off."""
    return [_days(report) for report in reports if report.record.status is VoteStatus.CALLED_OFF]


def _place(report: Report[VoteEvent], off: Sequence[Period | None]) -> float:
    status = report.record.status
    if status is VoteStatus.PLANNED and _is_again(report, off):
        return AGAIN
    return float(STATUS_ORDER.index(status))


def _is_again(report: Report[VoteEvent], off: Sequence[Period | None]) -> bool:
    """Whether a vote that was called off is planned for a day after each day that it was off for."""
    days = _days(report)
    return days is not None and bool(off) and all(other is not None and other.last < days.first for other in off)


def _days(report: Report[VoteEvent]) -> Period | None:
    when = report.record.when
    return period(when.date) if when and when.date and is_date(when.date) else None
