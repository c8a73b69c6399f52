"""Layer 1, review: which articles' reports are of one vote, as people decide it."""

from collections.abc import Collection, Iterable, Sequence

from generator.facts.working_story import WorkingStory
from generator.model.facts import Reported, ResolvedVote


def reports_of(story: WorkingStory, target: str) -> tuple[Reported, ...]:
    """The reports of a vote, by its own id or by one of its reports'; else the reports with that id that are alone."""
    vote = _joined_vote(story, target)
    if vote is not None:
        return vote.reports
    joined = {report for one in story.votes for report in one.reports}
    own = [Reported(article=place, record=record.id) for place, record in story.placed(target)]
    return tuple(report for report in own if report not in joined)


def are_apart(story: WorkingStory, target: str) -> bool:
    """Whether several articles' reports have this id and are not joined: merged into itself, they become one vote."""
    return _joined_vote(story, target) is None and len(reports_of(story, target)) > 1


def unite_reports(story: WorkingStory, merged: str, kept: str) -> None:
    """Make the reports of two votes those of one."""
    reports = (*reports_of(story, kept), *reports_of(story, merged))
    _regroup(story, (merged, kept), [(_own_id(story, kept), reports)])


def split_reports(story: WorkingStory, target: str, into: str, articles: Collection[str]) -> None:
    """Give some articles' reports of a vote a vote of their own."""
    reports = reports_of(story, target)
    left = tuple(report for report in reports if report.article not in articles)
    taken = tuple(report for report in reports if report.article in articles)
    _regroup(story, (target,), [(_own_id(story, target), left), (into, taken)])


def _joined_vote(story: WorkingStory, target: str) -> ResolvedVote | None:
    """The vote with an id, or the only one of which a report has it: an earlier article may have given it another."""
    named = [vote for vote in story.votes if vote.id == target]
    found = named or [vote for vote in story.votes if any(report.record == target for report in vote.reports)]
    return found[0] if len(found) == 1 else None


def _own_id(story: WorkingStory, target: str) -> str:
    vote = _joined_vote(story, target)
    return target if vote is None else vote.id


def _regroup(story: WorkingStory, gone: Collection[str], made: Iterable[tuple[str, Sequence[Reported]]]) -> None:
    """Put votes in the place of others; one with a single report is that report."""
    replaced = {_own_id(story, one) for one in gone}
    story.votes = [vote for vote in story.votes if vote.id not in replaced]
    for identifier, reports in made:
        ordered = tuple(sorted(dict.fromkeys(reports), key=lambda report: story.place_of(report.article)))
        if len(ordered) > 1:
            motion = str(getattr(story.record(ordered[0]), "motion", identifier))
            story.votes.append(ResolvedVote(id=identifier, motion=motion, reports=ordered))
    story.votes.sort(key=lambda vote: vote.id)
