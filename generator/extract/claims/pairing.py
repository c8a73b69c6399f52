"""Claims and their answers: a claim and one that it may answer come in, what is true of the two goes out as words."""

from collections.abc import Iterator

from generator.extract.claims.pair import Pair
from generator.extract.claims.pair_signs import pair_signs
from generator.extract.claims.rebuttals import ONE_VOICE, Heard
from generator.extract.claims.telling import is_between, voice


def pair_features(pair: Pair, heard: Heard) -> Iterator[str]:
    """What is true of a claim and one that it may answer."""
    yield from _distance(pair)
    yield from _shared_words(pair)
    yield from _denied(pair)
    yield from _who(pair)
    yield from _named(pair)
    yield from _beside(pair)
    yield from _remembered(pair, heard)
    yield from _told(pair)
    yield from _likeness(pair)
    yield from _kin(pair, heard)
    yield from _nearest(pair)
    yield from pair_signs(pair, heard)


def _told(pair: Pair) -> Iterator[str]:
    """How the other claim is told."""
    one, other = pair.one, pair.other
    yield from (f"denied mode {other.claim.mode} {one.claim.mode}", f"denied length {min(len(other.words) // 3, 5)}")
    yield from (f"denied pronoun {other.pronoun} {pair.voice}", f"denied pronoun {other.pronoun} {one.pronoun}")


def _likeness(pair: Pair) -> Iterator[str]:
    """How much of the two claims' words and figures is the same, and which of the two has a negation."""
    one, other, kind = pair.one, pair.other, pair.one.kind
    shared = len(one.words & other.words)
    least = min(len(one.words), len(other.words))
    part = min(4 * shared // least, 3) if least else -1
    yield from (f"shared {min(shared, 4)}", f"shared {min(shared, 4)} {pair.voice}")
    yield from (f"part {part}", f"part {part} {kind}")
    if one.numbers or other.numbers:
        same = "same" if one.numbers & other.numbers else "other" if one.numbers and other.numbers else "one"
        yield from (f"figures {same}", f"figures {same} {kind} {shared > 0}")
    if shared:
        yield f"polarity {one.denies} {other.denies} {min(shared, 3)}"


def _kin(pair: Pair, heard: Heard) -> Iterator[str]:
    """What the two claims' words are both about, in whatever words."""
    kin = pair.one.kin & pair.other.kin
    size = min(int(2 * sum(1 / heard.seldom_kin[matter] for matter in sorted(kin)) + 0.5), 3)
    yield from (f"kin {matter}" for matter in kin)
    yield from (f"kin {size}", f"kin {size} {bool(pair.one.words & pair.other.words)}")


def _nearest(pair: Pair) -> Iterator[str]:
    yield from pair.nearest
    yield from (f"{near} {pair.one.kind}" for near in pair.nearest)


def _distance(pair: Pair) -> Iterator[str]:
    one, other, kind = pair.one, pair.other, pair.one.kind
    apart = max(min(one.place - other.place, 9), -2)
    paragraphs = max(min(one.paragraph - other.paragraph, 5), -1)
    yield from (f"apart {apart}", f"apart {apart} {kind}", f"rank {pair.rank}", f"rank {pair.rank} {kind}")
    yield from (f"paragraphs {paragraphs}", f"paragraphs {paragraphs} {kind}")
    if one.sentence == other.sentence:
        yield "same sentence"
    elif paragraphs == 0:
        yield "same paragraph"


def _shared_words(pair: Pair) -> Iterator[str]:
    size, kind = min(int(pair.weight * 2), 5), pair.one.kind
    yield from (f"weight {size}", f"weight {size} {kind}", f"weight {size} rank {pair.rank}")
    if pair.highest:
        yield from ("most alike", f"most alike {kind}")


def _denied(pair: Pair) -> Iterator[str]:
    claim, kind, rank = pair.other.claim, pair.one.kind, pair.rank
    yield from (f"denied act {claim.act}", f"denied act {claim.act} {kind}", f"denied act {claim.act} rank {rank}")
    yield from (f"denied attributed {claim.attribution}", f"denied attributed {claim.attribution} {kind}")
    yield from (f"denied cue {pair.other.lemma}", f"denied denies {pair.other.denies}")
    yield from (f"nested {pair.nested}", f"nested {pair.nested} {kind}", f"nested {pair.nested} rank {rank}")
    if is_between(pair.one, pair.other):
        yield from ("between", f"between {claim.act}")


def _who(pair: Pair) -> Iterator[str]:
    kind, who = pair.one.kind, pair.accused
    yield from (f"voice {pair.voice}", f"voice {pair.voice} {kind}")
    yield from (f"accused {who}", f"accused {who} rank {pair.rank}", f"accused {who} {kind}")


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
    if other.cue_stems & one.words:
        yield from ("its cue named", f"its cue named {one.kind}")
    if other.source_stems & one.words:
        yield from ("its source named", f"its source named {one.kind}")


def _beside(pair: Pair) -> Iterator[str]:
    """Whether whoever answers is named in the sentence of what is answered."""
    one, other = pair.one, pair.other
    if one.claim.speaker in other.named_beside and pair.voice not in ONE_VOICE:
        yield from ("named in sentence", f"named in sentence {one.kind}", f"named in sentence rank {pair.rank}")


def _remembered(pair: Pair, heard: Heard) -> Iterator[str]:
    """What the claims read before say: an answer goes on in the next claim, and is itself answered."""
    one, other, same = pair.one, pair.other, pair.voice
    if other.place in heard.answered:
        yield from ("answered before", f"answered before {one.kind}")
    if other.place in heard.answers:
        yield from ("is a reply", f"is a reply {same}", f"is a reply {one.kind}")
    before = heard.before(one)
    if before is not None and other.place in heard.answers.get(before.place, ()):
        going_on = voice(one, before)
        yield from (f"just answered {going_on}", f"just answered {going_on} {one.denies}", f"just answered by {same}")
        yield f"just answered {going_on} {one.paragraph == before.paragraph}"
