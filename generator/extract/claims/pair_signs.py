"""Claims and their answers, further signs: a pair comes in, what its place and wider words say of it goes out as words.

None of these signs weighs much alone; together they tell a charge that opens the article, or that still stands
unanswered, from others that are as near.
"""

from collections.abc import Iterator

from generator.extract.claims.pair import Pair
from generator.extract.claims.rebuttals import ONE_VOICE, Heard
from generator.extract.claims.telling import NEGATION, voice
from generator.model.words import Act


def pair_signs(pair: Pair, heard: Heard) -> Iterator[str]:
    """What is true of a claim and one that it may answer, of their places and their sentences."""
    yield from _opening(pair, heard)
    yield from _called(pair)
    yield from _wider_words(pair, heard)
    yield from _spoken_of(pair, heard)
    yield from _predicate(pair)
    yield from _standing(pair, heard)


def _opening(pair: Pair, heard: Heard) -> Iterator[str]:
    """Whether the other claim opens the article, or is like the one that does: most charges are told first."""
    other, kind = pair.other, pair.one.kind
    where = min(other.paragraph, 2)
    yield from (f"opens {where}", f"opens {where} {kind}", f"opens {where} {pair.accused}")
    yield f"opens as {min(other.place, 3)} {pair.one.called}"
    like = len(heard.told[0].words & other.words)
    if other.place and like:
        yield f"like the first {min(like, 2)} {kind}"


def _called(pair: Pair) -> Iterator[str]:
    one, other, name = pair.one, pair.other, pair.one.called
    if one.kind in ("pointing", "noun"):
        yield from (f"called {name} {other.claim.act}", f"called {name} rank {pair.rank}")
        yield from (f"called {name} {other.claim.attribution}", f"called {name} figures {bool(other.numbers)}")
        yield f"called {name} by its cue {bool(other.cue_stems & one.words)}"


def _wider_words(pair: Pair, heard: Heard) -> Iterator[str]:
    """What the claims have in common with the sentences around them, and how much of the denial's words it is."""
    one, other, kind = pair.one, pair.other, pair.one.kind
    for name, shared in (
        ("beside it", one.words_beside & other.words),
        ("beside the other", one.words & other.words_beside),
    ):
        size = min(int(2 * heard.rarity(shared)), 3)
        yield from (f"{name} {size}", f"{name} {size} {kind}")
    wider = one.wider_words & other.all_words
    yield f"sentences {min(int(2 * heard.rarity(wider)), 6)} {kind}"
    whole = heard.rarity(one.words)
    part = int(5 * pair.weight / whole) if whole else -1
    yield from (f"told again {part}", f"told again {part} {kind}")


def _spoken_of(pair: Pair, heard: Heard) -> Iterator[str]:
    """Whom both speak of, and whether the other speaks of whomever this one begins with."""
    one, other, how = pair.one, pair.other, pair.one.denies
    shared = [entity for entity in one.spoken_of if entity in other.spoken_of]
    size = min(len(shared), 2)
    yield from (f"of the same {size}", f"of the same {size} {one.kind}")
    yield f"seldom named {min(int(4 * sum(1 / heard.seldom_named[entity] for entity in shared)), 4)} {one.kind}"
    if one.spoken_of:
        first, second = one.spoken_of[0], other.spoken_of
        yield f"begins with {first in second[:1]} {first in second} {how}"
        own, theirs = first == one.claim.speaker, first == other.claim.speaker
        yield f"begins with speaker {own} {theirs} {first in second} {how}"


def _predicate(pair: Pair) -> Iterator[str]:
    """Whether they say the same verb, and one of them with a negation."""
    one, other = pair.one, pair.other
    same = min(len(one.verbs & other.verbs), 2)
    yield f"verbs {same} {one.denies} {other.denies}"
    if same:
        yield f"negated {bool(NEGATION.search(one.content)) != bool(NEGATION.search(other.content))} {same}"


def _standing(pair: Pair, heard: Heard) -> Iterator[str]:
    """Whether the charge still stands, which others stand between, and whether the two voices answer each other."""
    one, other, kind, act = pair.one, pair.other, pair.one.kind, pair.other.claim.act
    yield f"alleged between {min(pair.alleged, 2)} {act} {kind}"
    yield f"accusers between {min(pair.accusers, 2)} {pair.accused} {kind}"
    yield f"later {other.place > one.place} {pair.accused} {act is Act.ALLEGATION} {kind}"
    yield f"unanswered {other.place not in heard.answered} {pair.accused} {act} {one.denies}"
    foes = any(voice(one, a) in ONE_VOICE and voice(other, b) in ONE_VOICE for a, b in heard.foes)
    yield from (f"foes {foes} {pair.voice} {one.denies}", f"foes {foes} rank {pair.rank}")
