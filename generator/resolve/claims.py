"""Stage resolve: every article's claims in, those that several articles report of one speaker in nearly the same words.

Each report stays with its article. What is another speaker's, another act or told within another claim stays apart.
"""

from collections.abc import Iterator, Sequence

from generator.model.facts import Reported, ResolvedClaim
from generator.model.ids import digest
from generator.resolve.days import are_within
from generator.resolve.names import Joined
from generator.resolve.wordings import NEWS, Said, pairs, say_the_same


def resolve_claims(said: Sequence[Said]) -> tuple[ResolvedClaim, ...]:
    """Every claim that several articles report, in order of id.

    Args:
        said: every article's claims, with the ids of the story, the earliest article first.
    """
    joined = Joined()
    for first, second in pairs(said, _whose):
        if are_within(first.published, second.published, NEWS) is not False and say_the_same(first, second):
            joined.join(_key(first), _key(second))
    groups: dict[object, list[Said]] = {}
    for one in said:
        groups.setdefault(joined.find(_key(one)), []).append(one)
    several = [group for group in groups.values() if len({one.article for one in group}) > 1]
    return tuple(sorted(_named(several), key=lambda claim: claim.id))


def _whose(said: Said) -> object:
    """The speaker and what they do: those of one claim have the same; None where the speaker is not known."""
    claim = said.claim
    return (claim.speaker, claim.joint_with, claim.act) if claim.speaker and claim.attribution.is_named else None


def _key(said: Said) -> tuple[str, str]:
    return said.article, said.claim.id


def _named(groups: Sequence[Sequence[Said]]) -> Iterator[ResolvedClaim]:
    """Each group under the id of its first report, or one beside it where another claim has that."""
    taken: set[str] = set()
    for group in groups:
        own = group[0].claim.id
        identifier = own if own not in taken else f"{own}-{digest(own, group[0].article)}"
        taken.add(identifier)
        reports = tuple(Reported(article=one.article, record=one.claim.id) for one in group)
        yield ResolvedClaim(id=identifier, reports=reports)
