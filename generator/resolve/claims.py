"""Stage resolve: every article's claims in, those that several articles report of one speaker in nearly the same words.

Each report stays with its article. What is another speaker's, another act or told within another claim stays apart.
"""

from collections.abc import Sequence

from generator.model.facts import ResolvedClaim
from generator.resolve.names import Joined
from generator.resolve.reported import named
from generator.resolve.wordings import Said, pairs, say_the_same


def resolve_claims(said: Sequence[Said]) -> tuple[ResolvedClaim, ...]:
    """Every claim that several articles report, in order of id.

    Args:
        said: every article's claims, with the ids of the story, the earliest article first.
    """
    joined = Joined()
    for first, second in pairs(said, _whose):
        if say_the_same(first, second):
            joined.join(first.key, second.key)
    groups: dict[object, list[Said]] = {}
    for one in said:
        groups.setdefault(joined.find(one.key), []).append(one)
    several = [group for group in groups.values() if len({one.article for one in group}) > 1]
    found = (ResolvedClaim(id=one, reports=told) for one, told in named([said.key for said in g] for g in several))
    return tuple(sorted(found, key=lambda claim: claim.id))


def _whose(said: Said) -> object:
    """The speaker and what they do: those of one claim have the same; None where the speaker is not known."""
    claim = said.claim
    return (claim.speaker, claim.joint_with, claim.act) if claim.speaker and claim.attribution.is_named else None
