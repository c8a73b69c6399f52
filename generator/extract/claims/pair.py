"""Claims and their answers: a claim comes in, it goes out paired with each that it may answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.extract.claims.rebuttals import ONE_VOICE, Heard
from generator.extract.claims.telling import Told, accused, nesting, voice
from generator.model.words import Act

ACCUSING = ("speaker", "body")


@dataclass(frozen=True)
class Pair:
    """A claim and one that it may answer, with what several features ask of the two."""

    one: Told
    other: Told
    rank: str
    """How many claims of other voices stand between the two, or that the other comes later."""
    weight: float
    highest: bool
    """Whether no other choice has more words in common with the claim."""
    nearest: Sequence[str]
    """Of what the other claim is the nearest."""
    alleged: int
    """How many allegations of other voices stand between the two."""
    accusers: int
    """How many claims that speak of whoever makes the one stand between the two."""

    @cached_property
    def voice(self) -> str:
        """Whether one voice says both."""
        return voice(self.one, self.other)

    @cached_property
    def nested(self) -> str:
        """Which of the two stands in the other's words."""
        return nesting(self.one.claim, self.other.claim)

    @cached_property
    def accused(self) -> str:
        """Whether the other claim speaks of whoever makes this one."""
        return accused(self.one, self.other)


def _nearest_of(one: Told, choices: Sequence[Told]) -> dict[int, list[str]]:
    """By a choice's place, of what other voices said before the claim it is the nearest: allegations, the speaker, …"""
    earlier = [choice for choice in choices if choice.place < one.place and voice(one, choice) not in ONE_VOICE]
    kinds = {
        "nearest allegation": [c for c in earlier if c.claim.act is Act.ALLEGATION],
        "nearest accuser": [c for c in earlier if accused(one, c) in ACCUSING],
        "nearest like": [c for c in earlier if len(one.words & c.words) > 1],
        "nearest kin": [c for c in earlier if one.kin & c.kin],
    }
    found: dict[int, list[str]] = {}
    for name, those in kinds.items():
        if those:
            found.setdefault(those[-1].place, []).append(name)
        if len(those) == 1:
            found[those[0].place].append(f"only {name}")
    return found


def pairs_of(one: Told, choices: Sequence[Told], heard: Heard) -> list[Pair]:
    """A claim with each of those that it may answer."""
    weights = [heard.weight(one, other) for other in choices]
    found: dict[int, str] = {}
    passed = 0
    nearest = _nearest_of(one, choices)
    first = min(choices[0].place, one.place)
    near = heard.told[first : max(choices[-1].place, one.place) + 1]
    alleged = _counted(o.claim.act is Act.ALLEGATION and voice(one, o) not in ONE_VOICE for o in near)
    accusers = _counted(accused(one, o) in ACCUSING for o in near)
    for other in reversed([choice for choice in choices if choice.place < one.place]):
        found[other.place] = str(min(passed, 5))
        passed += voice(one, other) not in ONE_VOICE
    highest = max(weights)
    pairs = []
    for other, weight in zip(choices, weights, strict=True):
        start, end = sorted((one.place - first, other.place - first))
        pairs.append(
            Pair(
                one,
                other,
                found.get(other.place, "after"),
                weight,
                0 < weight == highest,
                nearest.get(other.place, ()),
                alleged[end] - alleged[start + 1],
                accusers[end] - accusers[start + 1],
            )
        )
    return pairs


def _counted(those: Iterable[bool]) -> list[int]:
    """How many of those before each place, the place past the last among them, are so."""
    return list(accumulate(those, initial=0))
