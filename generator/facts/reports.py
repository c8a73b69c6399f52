"""Layer 1, review: which articles' reports are of one claim or one vote, as people decide it."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from generator.facts.kinds import prefix_of
from generator.facts.working_story import WorkingStory
from generator.model.facts import Reported, ResolvedClaim, ResolvedVote


def reports_of(story: WorkingStory, target: str) -> tuple[Reported, ...]:
    """The reports of one claim or vote, by its own id or a report's; else the reports with that id that are alone."""
    found = _joined(story, target)
    if found is not None:
        return found.reports
    joined = {report for one in _all_joined(story, target) for report in one.reports}
    own = [Reported(article=place, record=record.id) for place, record in story.placed(target)]
    return tuple(report for report in own if report not in joined)


def are_joined(story: WorkingStory, target: str) -> bool:
    """Whether several articles' reports are of one claim or vote that has this id, or a report with it."""
    return _joined(story, target) is not None


def are_apart(story: WorkingStory, target: str) -> bool:
    """Whether several articles' reports have this id and are not joined: merged into itself, they become one vote."""
    return not are_joined(story, target) and len(reports_of(story, target)) > 1


def unite_reports(story: WorkingStory, merged: str, kept: str) -> None:
    """Make the reports of two votes those of one."""
    reports = (*reports_of(story, kept), *reports_of(story, merged))
    _regroup(story, (merged, kept), [(_own_id(story, kept), reports)])


def split_reports(story: WorkingStory, target: str, into: str, articles: Collection[str]) -> None:
    """Give some articles' reports of a claim or a vote one of their own."""
    reports = reports_of(story, target)
    left = tuple(report for report in reports if report.article not in articles)
    taken = tuple(report for report in reports if report.article in articles)
    _regroup(story, (target,), [(_own_id(story, target), left), (into, taken)])


def _all_joined(story: WorkingStory, target: str) -> list[Any]:
    """The claims or the votes that several articles report, as the id is one of a claim or a vote."""
    return story.claims if prefix_of(target) == "clm" else story.votes


def _joined(story: WorkingStory, target: str) -> ResolvedClaim | ResolvedVote | None:
    """What has an id, or the only one of which a report has it: an earlier article may have given it another."""
    joined: Sequence[ResolvedClaim | ResolvedVote] = _all_joined(story, target)
    named = [one for one in joined if one.id == target]
    found = named or [one for one in joined if any(report.record == target for report in one.reports)]
    return found[0] if len(found) == 1 else None


def _own_id(story: WorkingStory, target: str) -> str:
    found = _joined(story, target)
    return target if found is None else found.id


def _regroup(story: WorkingStory, gone: Sequence[str], made: Iterable[tuple[str, Sequence[Reported]]]) -> None:
    """Put claims or votes in the place of others; one with a single report is that report."""
    joined, replaced = _all_joined(story, gone[0]), {_own_id(story, one) for one in gone}
    joined[:] = [one for one in joined if one.id not in replaced]
    for identifier, reports in made:
        ordered = tuple(sorted(dict.fromkeys(reports), key=lambda report: story.place_of(report.article)))
        if len(ordered) > 1:
            joined.append(_one(story, identifier, ordered))
    joined.sort(key=lambda one: str(one.id))


def _one(story: WorkingStory, identifier: str, reports: tuple[Reported, ...]) -> ResolvedClaim | ResolvedVote:
    if prefix_of(identifier) == "clm":
        return ResolvedClaim(id=identifier, reports=reports)
    motion = str(getattr(story.record(reports[0]), "motion", identifier))
    return ResolvedVote(id=identifier, motion=motion, reports=reports)
