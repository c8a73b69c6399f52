"""Claims and their answers: a claim comes in, it goes out paired with each that it may answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.extract.claims.rebuttals import ONE_VOICE, Heard
from generator.extract.claims.relations import accused, nesting, voice
from generator.extract.claims.telling import Told
from generator.model.words import Act

ACCUSING = ("speaker", "body")


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A claim and one that it may answer, with what several features ask of the two."""

    one: Told
    other: Told
    voice: str
    """Whether one voice says both."""
    accused: str
    """Whether the other claim speaks of whoever makes this one."""
    nested: str
    """Which of the two stands in the other's words."""
    shared: frozenset[str]
    """The words that both have."""
    rank: str
    """How many claims of other voices stand between the two, or that the other comes later."""
    weight: float
    """How much the words weigh that both have."""
    whole: float
    """How much all words of the one weigh."""
    highest: bool
    """Whether no other choice has more words in common with the claim."""
    nearest: Sequence[str]
    """Of what the other claim is the nearest."""
    alleged: int
    """How many allegations of other voices stand between the two."""
    accusers: int
    """How many claims that speak of whoever makes the one stand between the two."""
    before: Told | None
    """The claim before the one that does not stand in its words."""
    foes: bool
    """Whether the voice of the one has answered that of the other before."""


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
    shared = [one.words & other.words for other in choices]
    weights = [heard.rarity(words) for words in shared]
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
    highest, whole, before = max(weights), heard.rarity(one.words), heard.before(one)
    answered = [b for a, b in heard.foes if voice(one, a) in ONE_VOICE]
    pairs = []
    for other, words, weight in zip(choices, shared, weights, strict=True):
        start, end = sorted((one.place - first, other.place - first))
        pairs.append(
            Pair(
                one=one,
                other=other,
                voice=voice(one, other),
                accused=accused(one, other),
                nested=nesting(one.claim, other.claim),
                shared=words,
                rank=found.get(other.place, "after"),
                weight=weight,
                whole=whole,
                highest=0 < weight == highest,
                nearest=nearest.get(other.place, ()),
                alleged=alleged[end] - alleged[start + 1],
                accusers=accusers[end] - accusers[start + 1],
                before=before,
                foes=any(voice(other, b) in ONE_VOICE for b in answered),
            )
        )
    return pairs


def _counted(those: Iterable[bool]) -> list[int]:
    """How many of those before each place, the place past the last among them, are so."""
    return list(accumulate(those, initial=0))
