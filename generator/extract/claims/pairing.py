"""Claims and their answers: a claim and one that it may answer come in, what is true of the two goes out as words.

An article has hundreds of such pairs, so what two claims have in common is read off them first, and the words for it
are remembered.
"""

from collections.abc import Iterator
from functools import lru_cache

from generator.extract.claims.pair import Pair
from generator.extract.claims.pair_signs import REMEMBERED, pair_signs
from generator.extract.claims.rebuttals import ONE_VOICE, Heard
from generator.extract.claims.relations import is_between, voice
from generator.model.words import Act, Attribution, Mode


def pair_features(pair: Pair, heard: Heard) -> list[str]:
    """What is true of a claim and one that it may answer."""
    return [
        *_distance(pair),
        *_shared_words(pair),
        *_denied(pair),
        *_who(pair.voice, pair.accused, pair.rank, pair.one.kind),
        *_named(pair),
        *_beside(pair),
        *_remembered(pair, heard),
        *_told(pair),
        *_likeness(pair),
        *_kin(pair, heard),
        *pair.nearest,
        *(f"{near} {pair.one.kind}" for near in pair.nearest),
        *pair_signs(pair, heard),
    ]


def _told(pair: Pair) -> tuple[str, ...]:
    """How the other claim is told."""
    one, other = pair.one, pair.other
    length = min(len(other.words) // 3, 5)
    of_itself = _of_itself(other.of_itself, pair.accused, bool(pair.shared), one.kind, one.denies)
    modes = _modes(other.claim.mode, one.claim.mode, length)
    tenses = _tenses(other.tense, one.tense, one.denies)
    return of_itself + tenses + modes + _pronouns(other.pronoun, pair.voice, one.pronoun)


@lru_cache(REMEMBERED)
def _of_itself(of_itself: bool, accused: str, shared: bool, kind: str, how: str) -> tuple[str, ...]:
    found = f"of itself {of_itself}"
    return (found, f"{found} {kind}", f"{found} {how}", f"{found} accused {accused}", f"{found} shared {shared}")


@lru_cache(REMEMBERED)
def _tenses(tense: str, own: str, how: str) -> tuple[str, ...]:
    return (f"denied tense {tense} {how}", f"denied tense {tense} {own}")


@lru_cache(REMEMBERED)
def _modes(mode: Mode, own: Mode, length: int) -> tuple[str, ...]:
    return (f"denied mode {mode} {own}", f"denied length {length}")


@lru_cache(REMEMBERED)
def _pronouns(pronoun: str, voice: str, own: str) -> tuple[str, ...]:
    return (f"denied pronoun {pronoun} {voice}", f"denied pronoun {pronoun} {own}")


def _likeness(pair: Pair) -> Iterator[str]:
    """How much of the two claims' words and figures is the same, and which of the two has a negation."""
    one, other, kind = pair.one, pair.other, pair.one.kind
    shared = len(pair.shared)
    least = min(len(one.words), len(other.words))
    part = min(4 * shared // least, 3) if least else -1
    yield from _parts(min(shared, 4), part, pair.voice, kind)
    if one.numbers or other.numbers:
        same = "same" if one.numbers & other.numbers else "other" if one.numbers and other.numbers else "one"
        yield from (f"figures {same}", f"figures {same} {kind} {shared > 0}")
    if shared:
        yield f"polarity {one.denies} {other.denies} {min(shared, 3)}"


@lru_cache(REMEMBERED)
def _parts(shared: int, part: int, voice: str, kind: str) -> tuple[str, ...]:
    return (f"shared {shared}", f"shared {shared} {voice}", f"part {part}", f"part {part} {kind}")


def _kin(pair: Pair, heard: Heard) -> Iterator[str]:
    """What the two claims' words are both about, in whatever words."""
    kin = pair.one.kin & pair.other.kin
    size = min(int(2 * sum(1 / heard.seldom_kin[matter] for matter in sorted(kin)) + 0.5), 3) if kin else 0
    yield from (f"kin {matter}" for matter in kin)
    yield from (f"kin {size}", f"kin {size} {bool(pair.shared)}")


def _distance(pair: Pair) -> Iterator[str]:
    one, other = pair.one, pair.other
    apart = max(min(one.place - other.place, 9), -2)
    paragraphs = max(min(one.paragraph - other.paragraph, 5), -1)
    yield from _apart(apart, pair.rank, one.kind)
    yield from _paragraphs(paragraphs, one.kind)
    if one.sentence == other.sentence:
        yield "same sentence"
    elif paragraphs == 0:
        yield "same paragraph"


@lru_cache(REMEMBERED)
def _apart(apart: int, rank: str, kind: str) -> tuple[str, ...]:
    return (f"apart {apart}", f"apart {apart} {kind}", f"rank {rank}", f"rank {rank} {kind}")


@lru_cache(REMEMBERED)
def _paragraphs(paragraphs: int, kind: str) -> tuple[str, ...]:
    return (f"paragraphs {paragraphs}", f"paragraphs {paragraphs} {kind}")


def _shared_words(pair: Pair) -> Iterator[str]:
    kind = pair.one.kind
    yield from _weights(min(int(pair.weight * 2), 5), kind, pair.rank)
    if pair.highest:
        yield from ("most alike", f"most alike {kind}")


@lru_cache(REMEMBERED)
def _weights(size: int, kind: str, rank: str) -> tuple[str, ...]:
    return (f"weight {size}", f"weight {size} {kind}", f"weight {size} rank {rank}")


def _denied(pair: Pair) -> Iterator[str]:
    claim, kind, rank = pair.other.claim, pair.one.kind, pair.rank
    yield from _acts(claim.act, claim.attribution, kind, rank)
    yield from (f"denied cue {pair.other.lemma}", f"denied denies {pair.other.denies}")
    yield from _nested(pair.nested, kind, rank)
    if is_between(pair.one, pair.other):
        yield from ("between", f"between {claim.act}")


@lru_cache(REMEMBERED)
def _acts(act: Act, attribution: Attribution, kind: str, rank: str) -> tuple[str, ...]:
    return (
        *(f"denied act {act}", f"denied act {act} {kind}", f"denied act {act} rank {rank}"),
        *(f"denied attributed {attribution}", f"denied attributed {attribution} {kind}"),
    )


@lru_cache(REMEMBERED)
def _nested(nested: str, kind: str, rank: str) -> tuple[str, ...]:
    return (f"nested {nested}", f"nested {nested} {kind}", f"nested {nested} rank {rank}")


@lru_cache(REMEMBERED)
def _who(voice: str, who: str, rank: str, kind: str) -> tuple[str, ...]:
    return (
        *(f"voice {voice}", f"voice {voice} {kind}"),
        *(f"accused {who}", f"accused {who} rank {rank}", f"accused {who} {kind}"),
    )


def _named(pair: Pair) -> Iterator[str]:
    """Whether the answer names whose claim it answers, or calls it by its verb: `accused`, `the accusation`."""
    one, other = pair.one, pair.other
    speaker = other.claim.speaker
    if speaker is not None and speaker in one.claim.about:
        yield from ("names other", f"names other {one.kind}")
    elif speaker is not None and speaker != one.claim.speaker and speaker in one.named_beside:
        yield "names other beside"
    if not other.source_bodies.isdisjoint(one.claim.about):
        yield "names other's body"
    if not other.cue_stems.isdisjoint(one.words):
        yield from ("its cue named", f"its cue named {one.kind}")
    if not other.source_stems.isdisjoint(one.words):
        yield from ("its source named", f"its source named {one.kind}")


def _beside(pair: Pair) -> Iterator[str]:
    """Whether whoever answers is named in the sentence of what is answered."""
    one, other = pair.one, pair.other
    if one.claim.speaker in other.named_beside and pair.voice not in ONE_VOICE:
        yield from ("named in sentence", f"named in sentence {one.kind}", f"named in sentence rank {pair.rank}")


def _remembered(pair: Pair, heard: Heard) -> Iterator[str]:
    """What the claims read before say: an answer goes on in the next claim, and is itself answered."""
    one, other, same, before = pair.one, pair.other, pair.voice, pair.before
    if other.place in heard.answered:
        yield from ("answered before", f"answered before {one.kind}")
    if other.place in heard.answers:
        yield from ("is a reply", f"is a reply {same}", f"is a reply {one.kind}")
    if before is not None and other.place in heard.answers.get(before.place, ()):
        going_on = voice(one, before)
        yield from (f"just answered {going_on}", f"just answered {going_on} {one.denies}", f"just answered by {same}")
        yield f"just answered {going_on} {one.paragraph == before.paragraph}"
