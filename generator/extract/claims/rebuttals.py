"""Claims and their answers: a claim and what it may answer come in, what is true of the two goes out as words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.extract.claims.telling import Told, accused, is_between, nesting, voice
from generator.model.words import Act

FURTHEST_BACK = 12
FURTHEST_ON = 2
ACCUSED_NEAR = 6
NO_REPLY = frozenset({Act.BELIEF, Act.INTENTION, Act.NO_COMMENT})
ONE_VOICE = frozenset({"same speaker", "same source", "same words"})


@dataclass
class Heard:
    """An article's claims, and which of those read so far answer which."""

    told: Sequence[Told]
    answers: dict[int, set[int]] = field(default_factory=dict)
    """By the place of an answer, the places of what it answers."""

    @cached_property
    def seldom(self) -> Counter[str]:
        """In how many claims each word stands: what they all speak of links no two of them."""
        return Counter(word for one in self.told for word in one.words)

    @cached_property
    def answered(self) -> set[int]:
        """The places of the claims that have been answered."""
        return set()

    def note(self, place: int, denied: set[int]) -> None:
        """Remember that one claim answers others."""
        self.answers[place] = denied
        self.answered.update(denied)

    def answerable(self, one: Told) -> list[Told]:
        """The claims near another that it may answer."""
        near = self.told[max(one.place - FURTHEST_BACK, 0) : one.place + FURTHEST_ON + 1]
        return [other for other in near if other.place != one.place and other.claim.act not in NO_REPLY]

    def before(self, one: Told) -> Told | None:
        """The claim before another that does not stand in its words."""
        earlier = reversed(self.told[: one.place])
        return next((o for o in earlier if o.claim.act not in NO_REPLY and o.claim.nested_in != one.claim.id), None)

    def weight(self, one: Told, other: Told) -> float:
        """How much two claims have in common, a word the less the more claims it stands in."""
        return sum(1 / self.seldom[word] for word in one.words & other.words)


def denial_features(one: Told, heard: Heard) -> Iterator[str]:
    """What is true of a claim as an answer, whatever it answers."""
    yield from _own_words(one)
    yield from _answering(one)
    yield from _surroundings(one, heard)
    before = heard.before(one)
    if before is not None:
        yield from _after(one, before, heard)
    last = max((place for place in heard.answers if place < one.place), default=None)
    yield f"last reply {'none' if last is None else min(one.place - last, 6)}"


def _own_words(one: Told) -> Iterator[str]:
    claim, how = one.claim, one.denies
    yield from ("bias", f"denies {how}", f"kind {one.kind}", f"act {claim.act}", f"numbers {bool(one.numbers)}")
    yield from (f"cue {one.lemma}", f"cue {one.lemma} {how}", f"cue {one.lemma} {one.kind}")
    yield from (f"attributed {claim.attribution}", f"attributed {claim.attribution} {how}", f"mode {claim.mode} {how}")
    yield from (f"nested {claim.nested_in is not None} {how}", f"length {min(len(one.words) // 3, 5)} {how}")
    yield from (f"word {word}" for word in set(one.tokens))
    yield from (f"opens {' '.join(one.tokens[:size])}" for size in (1, 2))
    yield from (f"between {word}" for word in one.lead_words)
    yield from (f"source {word}" for word in one.source.split()[:3] + one.source.split()[-1:])
    yield f"sentence opens {one.opening}"


def _answering(one: Told) -> Iterator[str]:
    """Whether the claim's words and those beside it are the words of an answer."""
    how, answering = one.denies, one.answering
    yield from (f"{one.scorn}", f"{one.scorn} answering {answering}", f"{one.scorn} {one.kind}")
    yield from (f"answering {answering}", f"answering {answering} {one.kind}", f"answering {answering} {how}")
    yield from (f"answering {answering} {one.claim.attribution}", f"asked {one.asked}", f"asked {one.asked} {how}")


def _surroundings(one: Told, heard: Heard) -> Iterator[str]:
    how = one.denies
    holds = any(other.claim.nested_in == one.claim.id for other in heard.told)
    yield from (f"holds claim {holds}", f"holds claim {holds} {how}")
    outer = next((other for other in heard.told if other.claim.id == one.claim.nested_in), None)
    if outer is not None:
        replies = outer.place in heard.answers
        yield from (f"inside {outer.lemma}", f"inside {outer.denies}", f"inside reply {replies}")
        yield f"inside reply {replies} {how}"
    near = [o for o in heard.told[max(0, one.place - ACCUSED_NEAR) : one.place] if o.claim.act not in NO_REPLY]
    yield from {f"accused near {accused(one, other)} {how}" for other in near}
    yield from {f"accused near {other.claim.act} {accused(one, other)}" for other in near}
    yield f"first of voice {not any(voice(one, other) in ONE_VOICE for other in near)} {how}"


def _after(one: Told, before: Told, heard: Heard) -> Iterator[str]:
    how, same = one.denies, voice(one, before)
    new = one.paragraph > before.paragraph
    yield from (f"after voice {same}", f"after voice {same} {how}", f"after {before.denies} {how} {same}")
    yield from (
        f"after cue {before.lemma}",
        f"after cues {before.lemma} {one.lemma}",
        f"after {before.claim.act} {how}",
    )
    yield from (f"after new paragraph {new}", f"after new paragraph {new} {same}", f"after {accused(one, before)}")
    if before.place in heard.answers:
        apart = one.paragraph - before.paragraph
        yield from (f"after reply {same}", f"after reply {same} {how}", f"after reply {same} {apart}")


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


def pairs_of(one: Told, choices: Sequence[Told], heard: Heard) -> list[Pair]:
    """A claim with each of those that it may answer."""
    weights = [heard.weight(one, other) for other in choices]
    found: dict[int, str] = {}
    passed = 0
    for other in reversed([choice for choice in choices if choice.place < one.place]):
        found[other.place] = str(min(passed, 5))
        passed += voice(one, other) not in ONE_VOICE
    return [
        Pair(one, other, found.get(other.place, "after"), weight, 0 < weight == max(weights))
        for other, weight in zip(choices, weights, strict=True)
    ]


def pair_features(pair: Pair, heard: Heard) -> Iterator[str]:
    """What is true of a claim and one that it may answer."""
    yield from _distance(pair)
    yield from _shared_words(pair)
    yield from _denied(pair)
    yield from _who(pair)
    yield from _named(pair.one, pair.other)
    yield from _remembered(pair, heard)


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


def _named(one: Told, other: Told) -> Iterator[str]:
    """Whether the answer names whose claim it answers, or calls it by its verb: `accused`, `the accusation`."""
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
