"""Layer 1, review: which articles' reports are of one vote, as people decide it."""

from collections.abc import Collection, Iterable, Sequence

from generator.facts.working_story import WorkingStory
from generator.model.facts import Reported, ResolvedVote


def reports_of(story: WorkingStory, target: str) -> tuple[Reported, ...]:
    """The reports of a vote: those that are joined under this id, else the reports that have it and are not joined."""
    for vote in story.votes:
        if vote.id == target:
            return vote.reports
    joined = {report for vote in story.votes for report in vote.reports}
    own = [Reported(article=place, record=record.id) for place, record in story.placed(target)]
    return tuple(report for report in own if report not in joined)


def are_apart(story: WorkingStory, target: str) -> bool:
    """Whether several articles' reports have this id and are not joined: merged into itself, they become one vote."""
    return len(reports_of(story, target)) > 1 and all(vote.id != target for vote in story.votes)


def unite_reports(story: WorkingStory, merged: str, kept: str) -> None:
    """Make the reports of two votes those of one."""
    _regroup(story, (merged, kept), [(kept, (*reports_of(story, kept), *reports_of(story, merged)))])


def split_reports(story: WorkingStory, target: str, into: str, articles: Collection[str]) -> None:
    """Give some articles' reports of a vote a vote of their own."""
    reports = reports_of(story, target)
    left = tuple(report for report in reports if report.article not in articles)
    taken = tuple(report for report in reports if report.article in articles)
    _regroup(story, (target,), [(target, left), (into, taken)])


def _regroup(story: WorkingStory, gone: Collection[str], made: Iterable[tuple[str, Sequence[Reported]]]) -> None:
    """Put votes in the place of others; one with a single report is that report."""
    story.votes = [vote for vote in story.votes if vote.id not in gone]
    for identifier, reports in made:
        ordered = tuple(sorted(dict.fromkeys(reports), key=lambda report: story.place_of(report.article)))
        if len(ordered) > 1:
            motion = str(getattr(story.record(ordered[0]), "motion", identifier))
            story.votes.append(ResolvedVote(id=identifier, motion=motion, reports=ordered))
    story.votes.sort(key=lambda vote: vote.id)
