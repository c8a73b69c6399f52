"""Stage pages: what readers meet first: claims and entries of a timeline in, the few that can be told in a line out.

Such a claim is somebody's, a whole statement, and read with some certainty. Nothing is lost by it: each list leads to
the whole one.
"""

from collections.abc import Iterator, Sequence

from generator.pages.views.moments import Entry
from generator.pages.views.phrases import UNSPOKEN, is_part
from generator.pages.views.scope import Scope
from generator.pages.views.values import ClaimView, Name, Source

LINES = 5
DENIED_COUNTS = 10


def lines(scope: Scope) -> tuple[ClaimView, ...]:
    """A few claims, each of another source and, where there are enough, of another article.

    Those that are denied, and those by or about the people of whom most is told, come before others. What nobody is
    said to have said, such as a question, is only among them where somebody denies it. What is denied by somebody who
    could not be worked out comes last: its readers would learn no more than that.
    """
    claims = sorted(
        _told_at_first_hand(scope), key=lambda claim: (_is_answered_by_nobody(claim), -_prominence(scope, claim))
    )
    chosen: dict[object, ClaimView] = {}
    for claim in claims:
        chosen.setdefault(claim.brief.source.speakers or claim.brief.source.words, claim)
    of_articles: dict[Name, ClaimView] = {}
    for claim in chosen.values():
        of_articles.setdefault(claim.brief.article, claim)
    return tuple(dict.fromkeys((*of_articles.values(), *chosen.values())))[:LINES]


def latest(timed: Sequence[Entry], most: int) -> tuple[Entry, ...]:
    """The last entries, the newest first; a claim that stands beside a newer one, as its answer, is not told twice."""
    newest = tuple(reversed(timed))
    chosen: list[Entry] = []
    told: set[str] = set()
    for entry in newest:
        if entry.claim is None:
            chosen.append(entry)
        elif entry.anchor not in told and (_is_somebodys(entry.claim) and _is_whole(entry.claim)):
            chosen.append(entry)
            told |= {brief.anchor for brief in (*entry.claim.answers, *entry.claim.answered)}
    return tuple(chosen or newest)[:most]


def _told_at_first_hand(scope: Scope) -> Iterator[ClaimView]:
    for anchor in scope.claims:
        claim = scope.parts.claim(anchor)
        is_told_within = bool(scope.parts.catalogue.claims[anchor].record.nested_in or claim.answered)
        if _is_somebodys(claim) and _is_whole(claim) and not is_told_within:
            yield claim


def _is_somebodys(claim: ClaimView) -> bool:
    """Whether readers learn who is said to have said it: no name, and no more than `she` or `MPs`, tells them nobody.

    What somebody denies, and the denial, is told whoever said it.
    """
    return bool(claim.answers or claim.answered or _is_known(claim.brief.source))


def _is_known(source: Source) -> bool:
    return bool(source.speakers or len((source.words or "").split()) > 1)


def _is_answered_by_nobody(claim: ClaimView) -> bool:
    return not all(_is_known(answer.source) for answer in claim.answers)


def _is_whole(claim: ClaimView) -> bool:
    """Whether it stands for itself: no thought, no question, no part of a sentence that no answer is beside."""
    brief = claim.brief
    stands_apart = not any(is_part(part.words) for part in brief.content[:1]) or bool(claim.answers or claim.answered)
    return not brief.is_doubtful and brief.act not in UNSPOKEN and stands_apart


def _prominence(scope: Scope, claim: ClaimView) -> int:
    by = max((scope.weights[name.id] for name in claim.brief.source.speakers), default=0)
    about = max((scope.weights[name.id] for name in claim.about if name.id), default=0)
    return by + about + DENIED_COUNTS * bool(claim.answers)
