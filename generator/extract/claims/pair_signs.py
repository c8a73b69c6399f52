"""Claims and their answers, further signs: a pair comes in, what its place and wider words say of it goes out as words.

None of these signs weighs much alone; together they tell a charge that opens the article, or that still stands
unanswered, from others that are as near.
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.extract.claims.pair import Pair
from generator.extract.claims.rebuttals import Heard
from generator.extract.claims.telling import NEGATION
from generator.model.words import Act

REMEMBERED = 4096
"""Ways in which two claims stand to each other whose words are kept."""


def pair_signs(pair: Pair, heard: Heard) -> list[str]:
    """What is true of a claim and one that it may answer, of their places and their sentences."""
    return [
        *_opening(pair, heard),
        *_called(pair),
        *_wider_words(pair, heard),
        *_spoken_of(pair, heard),
        *_predicate(pair),
        *_standing(pair, heard),
    ]


def _opening(pair: Pair, heard: Heard) -> Iterator[str]:
    """Whether the other claim opens the article, or is like the one that does: most charges are told first."""
    other, kind = pair.other, pair.one.kind
    yield from _opens(min(other.paragraph, 2), kind, pair.accused)
    yield f"opens as {min(other.place, 3)} {pair.one.called}"
    like = len(heard.told[0].words & other.words) if other.place else 0
    if like:
        yield f"like the first {min(like, 2)} {kind}"


@lru_cache(REMEMBERED)
def _opens(where: int, kind: str, accused: str) -> tuple[str, ...]:
    return (f"opens {where}", f"opens {where} {kind}", f"opens {where} {accused}")


def _called(pair: Pair) -> Iterator[str]:
    one, other, name = pair.one, pair.other, pair.one.called
    if one.kind in ("pointing", "noun"):
        yield from (f"called {name} {other.claim.act}", f"called {name} rank {pair.rank}")
        yield from (f"called {name} {other.claim.attribution}", f"called {name} figures {bool(other.numbers)}")
        yield f"called {name} by its cue {not other.cue_stems.isdisjoint(one.words)}"


def _wider_words(pair: Pair, heard: Heard) -> tuple[str, ...]:
    """What the claims have in common with the sentences around them, and how much of the denial's words it is."""
    one, other = pair.one, pair.other
    beside = min(int(2 * heard.rarity(one.words_beside & other.words)), 3)
    beside_other = min(int(2 * heard.rarity(one.words & other.words_beside)), 3)
    wider = min(int(2 * heard.rarity(one.wider_words & other.all_words)), 6)
    part = int(5 * pair.weight / pair.whole) if pair.whole else -1
    return _wider(beside, beside_other, wider, part, one.kind)


@lru_cache(REMEMBERED)
def _wider(beside: int, beside_other: int, wider: int, part: int, kind: str) -> tuple[str, ...]:
    return (
        *(f"beside it {beside}", f"beside it {beside} {kind}"),
        *(f"beside the other {beside_other}", f"beside the other {beside_other} {kind}"),
        f"sentences {wider} {kind}",
        *(f"told again {part}", f"told again {part} {kind}"),
    )


def _spoken_of(pair: Pair, heard: Heard) -> Iterator[str]:
    """Whom both speak of, and whether the other speaks of whomever this one begins with."""
    one, other, how = pair.one, pair.other, pair.one.denies
    shared = [entity for entity in one.spoken_of if entity in other.spoken_of]
    seldom = min(int(4 * sum(1 / heard.seldom_named[entity] for entity in shared)), 4) if shared else 0
    yield from _of_the_same(min(len(shared), 2), seldom, one.kind)
    if one.spoken_of:
        first, second = one.spoken_of[0], other.spoken_of
        yield f"begins with {first in second[:1]} {first in second} {how}"
        own, theirs = first == one.claim.speaker, first == other.claim.speaker
        yield f"begins with speaker {own} {theirs} {first in second} {how}"


@lru_cache(REMEMBERED)
def _of_the_same(size: int, seldom: int, kind: str) -> tuple[str, ...]:
    return (f"of the same {size}", f"of the same {size} {kind}", f"seldom named {seldom} {kind}")


def _predicate(pair: Pair) -> Iterator[str]:
    """Whether they say the same verb, and one of them with a negation."""
    one, other = pair.one, pair.other
    same = min(len(one.verbs & other.verbs), 2)
    yield f"verbs {same} {one.denies} {other.denies}"
    if same:
        yield f"negated {bool(NEGATION.search(one.content)) != bool(NEGATION.search(other.content))} {same}"


def _standing(pair: Pair, heard: Heard) -> tuple[str, ...]:
    """Whether the charge still stands, which others stand between, and whether the two voices answer each other."""
    one, other, kind, act = pair.one, pair.other, pair.one.kind, pair.other.claim.act
    later, unanswered = other.place > one.place, other.place not in heard.answered
    return (
        *_between(min(pair.alleged, 2), min(pair.accusers, 2), act, pair.accused, kind),
        *_stands(later, unanswered, act, pair.accused, kind, one.denies),
        *_foes(pair.foes, pair.voice, one.denies, pair.rank),
    )


@lru_cache(REMEMBERED)
def _between(alleged: int, accusers: int, act: Act, accused: str, kind: str) -> tuple[str, ...]:
    return (f"alleged between {alleged} {act} {kind}", f"accusers between {accusers} {accused} {kind}")


@lru_cache(REMEMBERED)
def _stands(later: bool, unanswered: bool, act: Act, accused: str, kind: str, how: str) -> tuple[str, ...]:
    return (
        f"later {later} {accused} {act is Act.ALLEGATION} {kind}",
        f"unanswered {unanswered} {accused} {act} {how}",
    )


@lru_cache(REMEMBERED)
def _foes(foes: bool, voice: str, how: str, rank: str) -> tuple[str, ...]:
    return (f"foes {foes} {voice} {how}", f"foes {foes} rank {rank}")
