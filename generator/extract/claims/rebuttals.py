"""Claims and their answers: a claim and what it may answer come in, what is true of the two goes out as words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.extract.claims.telling import Told, accused, is_between, nesting, stems, voice
from generator.model.words import Act

FURTHEST_BACK = 14
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
    yield from (f"outside {word}" for word in set(one.beside.split()))
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


def pair_features(one: Told, other: Told, heard: Heard, rank: str) -> Iterator[str]:
    """What is true of a claim and one that it may answer.

    Args:
        rank: how many claims of other voices stand between the two, or that the other comes later.
    """
    yield from _distance(one, other, rank)
    yield from _shared_words(one, other, heard, rank)
    yield from _denied(one, other, rank)
    yield from _who(one, other, rank)
    yield from _named(one, other)
    yield from _remembered(one, other, heard, rank)


def ranks(one: Told, choices: Sequence[Told]) -> dict[int, str]:
    """By place, how many claims of other voices stand between each choice and a claim."""
    found: dict[int, str] = {}
    passed = 0
    for other in reversed([choice for choice in choices if choice.place < one.place]):
        found[other.place] = str(min(passed, 5))
        passed += voice(one, other) not in ONE_VOICE
    return {choice.place: found.get(choice.place, "after") for choice in choices}


def _distance(one: Told, other: Told, rank: str) -> Iterator[str]:
    apart = max(min(one.place - other.place, 9), -2)
    paragraphs = max(min(one.paragraph - other.paragraph, 5), -1)
    yield from (f"apart {apart}", f"apart {apart} {one.kind}")
    yield from (f"paragraphs {paragraphs}", f"paragraphs {paragraphs} {one.kind}")
    yield from (f"rank {rank}", f"rank {rank} {one.kind}", f"rank {rank} {voice(one, other)}")
    if one.sentence == other.sentence:
        yield "same sentence"
        yield from (f"same sentence {voice(one, other)}", f"same sentence {nesting(one.claim, other.claim)}")
    elif paragraphs == 0:
        yield "same paragraph"


def _shared_words(one: Told, other: Told, heard: Heard, rank: str) -> Iterator[str]:
    shared, weight = len(one.words & other.words), heard.weight(one, other)
    size = min(int(weight * 2), 5)
    least = min(sum(1 / heard.seldom[word] for word in claim.words) or 1 for claim in (one, other))
    part = min(int(4 * weight / least), 3)
    yield from (f"shared {min(shared, 4)}", f"part {part}", f"part {part} {one.kind}")
    yield from (f"weight {size}", f"weight {size} {one.kind}", f"weight {size} rank {rank}")
    yield from (f"weight {size} voice {voice(one, other)}", f"weight {size} {one.scorn}")
    yield f"weight {size} answering {one.answering}"
    if weight and weight == max(heard.weight(one, choice) for choice in heard.answerable(one)):
        yield from ("most alike", f"most alike {one.kind}", f"most alike {one.denies} {size}")
    if one.numbers and other.numbers:
        same = bool(one.numbers & other.numbers)
        yield from (f"numbers {same}", f"numbers {same} {size}", f"numbers {same} {rank}")


def _denied(one: Told, other: Told, rank: str) -> Iterator[str]:
    claim, kind, how = other.claim, one.kind, one.denies
    yield from (f"denied act {claim.act}", f"denied act {claim.act} {kind}", f"denied act {claim.act} rank {rank}")
    yield from (f"denied attributed {claim.attribution}", f"denied attributed {claim.attribution} {kind}")
    yield from (f"denied cue {other.lemma}", f"cues {one.lemma} {other.lemma}", f"denied mode {claim.mode}")
    yield from (f"denied denies {other.denies}", f"denied denies {other.denies} {how}")
    yield f"denied length {min(len(other.words) // 3, 5)}"
    yield from (f"denied source {word}" for word in other.source.split()[:2])
    inside = nesting(one.claim, claim)
    yield from (f"nested {inside}", f"nested {inside} {kind}", f"nested {inside} rank {rank}")
    if is_between(one, other):
        yield from ("between", f"between {claim.act}")


def _who(one: Told, other: Told, rank: str) -> Iterator[str]:
    same, who = voice(one, other), accused(one, other)
    yield from (f"voice {same}", f"voice {same} {one.kind}")
    yield f"voice {same} {one.denies} {one.paragraph == other.paragraph}"
    yield from (f"accused {who}", f"accused {who} rank {rank}", f"accused {who} {one.kind}", f"accused {who} {same}")
    yield from (f"accused {who} {other.claim.act}", f"accused {who} {other.claim.attribution}")
    yield from (f"accused {who} answering {one.answering}", f"rank {rank} answering {one.answering}")
    yield f"denied act {other.claim.act} answering {one.answering}"


def _named(one: Told, other: Told) -> Iterator[str]:
    """Whether the answer names whose claim it answers, or calls it by its verb: `accused`, `the accusation`."""
    speaker = other.claim.speaker
    if speaker is not None and speaker in one.claim.about:
        yield from ("names other", f"names other {one.kind}")
    elif speaker is not None and speaker != one.claim.speaker and speaker in one.named_beside:
        yield "names other beside"
    if other.source_bodies & set(one.claim.about):
        yield "names other's body"
    if stems(other.cue) & one.words:
        yield from ("its cue named", f"its cue named {one.kind}")
    if stems(other.source) & one.words:
        yield from ("its source named", f"its source named {one.kind}")


def _remembered(one: Told, other: Told, heard: Heard, rank: str) -> Iterator[str]:
    """What the claims read before say: an answer goes on in the next claim, and is itself answered."""
    same = voice(one, other)
    if other.place in heard.answered:
        yield from ("answered before", f"answered before {one.kind}")
    if other.place in heard.answers:
        yield from ("is a reply", f"is a reply {same}", f"is a reply {same} {rank}", f"is a reply {one.kind}")
    before = heard.before(one)
    if before is not None and other.place in heard.answers.get(before.place, ()):
        going_on = voice(one, before)
        yield from (f"just answered {going_on}", f"just answered {going_on} {one.denies}", f"just answered by {same}")
        yield f"just answered {going_on} {one.paragraph == before.paragraph}"
