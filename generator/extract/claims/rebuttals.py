"""Claims and their answers: a claim comes in, what is true of it as an answer goes out as words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, repeat

from generator.extract.claims.listed import has_any
from generator.extract.claims.relations import accused, is_of_one_side, voice
from generator.extract.claims.telling import FIRST_PERSON, NEGATION, NO_REPLY, Told
from generator.extract.claims.turning_back import turns_back
from generator.extract.lexicon import words
from generator.model.words import Act, Attribution

FURTHEST_BACK = 12
FURTHEST_ON = 2
ACCUSED_NEAR = 6
ONE_VOICE = frozenset({"same speaker", "same source", "same words"})
UNANSWERED = NO_REPLY | {Act.DENIAL}
"""Acts that no denial answers."""

OPENING = frozenset(["no", "not", "never", "nobody", "nothing", "none", "there", "it", "that", "this", "i", "we"])
"""First words of a claim that tell whether it answers."""
NONE_OF_IT = re.compile(
    r"(?:there (?:\[?(?:is|was|are|were)\]?|(?:has|have|had) been) [“‘\"']?)?(?:no|nobody|nothing|none)\b",
    re.IGNORECASE,
)
"""How somebody says that there is none of a thing, or that nobody did it."""
TURNING = frozenset(["but", "however", "yet", "still"])


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
    def seldom_kin(self) -> Counter[str]:
        """In how many claims each matter is spoken of."""
        return Counter(matter for one in self.told for matter in one.kin)

    answered: set[int] = field(default_factory=set)
    """The places of the claims that have been answered."""
    last: int | None = None
    """The place of the last answer."""
    foes: list[tuple[Told, Told]] = field(default_factory=list)
    """The answers so far, each with one that it answers."""
    _answers_with: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """By word, the places of the answers that have it."""

    def note(self, place: int, denied: set[int]) -> None:
        """Remember that one claim answers others, all claims before it having been read."""
        self.answers[place] = denied
        self.answered.update(denied)
        self.foes += [(self.told[place], self.told[at]) for at in sorted(denied)]
        self.last = place
        for word in self.told[place].words:
            self._answers_with[word].append(place)

    def is_like_an_answer(self, one: Told) -> bool:
        """Whether some answer has two words of a claim's."""
        met: set[int] = set()
        for word in one.words:
            places = self._answers_with.get(word, ())
            if not met.isdisjoint(places):
                return True
            met.update(places)
        return False

    @cached_property
    def holding(self) -> frozenset[str | None]:
        """The ids of the claims in whose words others stand."""
        return frozenset(one.claim.nested_in for one in self.told)

    @cached_property
    def by_id(self) -> dict[str, Told]:
        """The claims by their ids."""
        return {one.claim.id: one for one in reversed(self.told)}

    def answerable(self, one: Told) -> list[Told]:
        """The claims near another that it may answer: charges, no denials, of other voices of another side.

        Who says that somebody lied answers nobody but them. Those whose words it is told in are none, and of those
        that come later only one of its own sentence. What is answered in its own sentence answers nothing there:
        `it is untrue, as he claims, that nobody came`.
        """
        beside = range(max(one.place - FURTHEST_ON, 0), one.place)
        if any(one.place in self.answers.get(at, ()) for at in beside):
            return []
        near = self.told[max(one.place - FURTHEST_BACK, 0) : one.place + FURTHEST_ON + 1]
        near = [other for other in near if other.place != one.place and not _holds(other, one)]
        near = [other for other in near if other.place < one.place or _is_beside(other, one)]
        near = [other for other in near if other.claim.act not in UNANSWERED]
        near = [other for other in near if _is_paper(other, one) or not is_of_one_side(one, other)]
        near = [other for other in near if not other.only_asks and not _only_plans(other, one)]
        near = [other for other in near if not (_both_deny(one, other) or self._is_of_charge(one, other))]
        near = [other for other in near if one.liar in (None, other.claim.speaker) and not turns_back(one, other)]
        near = [other for other in near if one.names_claim_of(other)] or near
        near = self._of_the_question(one, near)
        return [other for other in near if voice(one, other) not in ONE_VOICE or _is_paper(other, one)]

    def _of_the_question(self, one: Told, near: list[Told]) -> list[Told]:
        """What somebody may answer who is asked in the same sentence: what they or the question tell of.

        `Asked whether she would resign, she said she had not thought of it` denies no charge of theft.
        """
        beside = self.told[max(one.place - FURTHEST_ON, 0) : one.place]
        asked = next((other for other in beside if other.only_asks and other.sentence == one.sentence), None)
        if asked is None or one.claim.act is Act.DENIAL:
            return near
        words, kin = one.words | asked.words, one.kin | asked.kin
        of_lying = has_any("lying", asked.content)
        return [
            other
            for other in near
            if not (words.isdisjoint(other.words) and kin.isdisjoint(other.kin))
            or (of_lying and has_any("lying", other.content))
        ]

    def _is_of_charge(self, one: Told, other: Told) -> bool:
        """Whether who makes a charge, or speaks for one, only goes on with it.

        So do prosecutors, to whom a charge told with no source is none of another's, and who accuses somebody else.
        """
        if one.claim.act is Act.ALLEGATION and one.lemma == "accuse" and not has_any("lying", one.content):
            return other.claim.speaker not in one.claim.about and other.source_bodies.isdisjoint(one.claim.about)
        told_by_none = other.claim.attribution is Attribution.UNATTRIBUTED
        prosecutes = one.prosecutes or one.claim.speaker in self.prosecutors
        return prosecutes and one.claim.act is not Act.DENIAL and (told_by_none or other.prosecutes)

    @cached_property
    def prosecutors(self) -> frozenset[str]:
        """Who is told of as speaking for a charge."""
        return frozenset(one.claim.speaker for one in self.told if one.prosecutes and one.claim.speaker is not None)

    def before(self, one: Told) -> Told | None:
        """The claim before another that does not stand in its words."""
        earlier = map(self.told.__getitem__, range(one.place - 1, -1, -1))
        return next((o for o in earlier if o.claim.act not in NO_REPLY and o.claim.nested_in != one.claim.id), None)

    def after(self, one: Told) -> Told | None:
        """The claim after another that does not stand in its words."""
        later = islice(self.told, one.place + 1, None)
        return next((o for o in later if o.claim.act not in NO_REPLY and o.claim.nested_in != one.claim.id), None)

    @cached_property
    def first_told_of(self) -> dict[str, int]:
        """By person or organization, the place of the first claim that speaks of them."""
        found: dict[str, int] = {}
        for one in self.told:
            for entity in one.claim.about:
                found.setdefault(entity, one.place)
        return found

    def has_been_told_of(self, one: Told) -> bool:
        """Whether a claim before speaks of whoever makes this one."""
        who = one.source_bodies | ({one.claim.speaker} if one.claim.speaker else set())
        return any(self.first_told_of.get(entity, one.place) < one.place for entity in who)

    @cached_property
    def first_spoken_of(self) -> dict[str, int]:
        """By person or organization, the place of the first claim whose words mean them."""
        found: dict[str, int] = {}
        for one in self.told:
            for entity in one.spoken_of:
                found.setdefault(entity, one.place)
        return found

    @cached_property
    def seldom_named(self) -> Counter[str]:
        """In how many claims each person and organization is spoken of."""
        return Counter(entity for one in self.told for entity in one.spoken_of)

    def weight(self, one: Told, other: Told) -> float:
        """How much two claims have in common, a word the less the more claims it stands in."""
        return self.rarity(one.words & other.words)

    def rarity(self, words: frozenset[str]) -> float:
        """How much words weigh, each the less the more claims it stands in."""
        in_order = sorted(words) if len(words) > 2 else words  # the sum of two is the same either way
        return sum(map(self._rarities.get, in_order, repeat(1.0)))

    @cached_property
    def _rarities(self) -> dict[str, float]:
        return {word: 1 / count for word, count in self.seldom.items()}


def _is_beside(other: Told, one: Told) -> bool:
    """Whether a claim stands in the sentence of another and tells of something, rather than asks for it."""
    return other.sentence == one.sentence and other.claim.act is not Act.DEMAND


def _holds(other: Told, one: Told) -> bool:
    """Whether a claim is told in another, or its cue stands in the other's words and its own words run on behind."""
    first, last = one.claim.cue[0] if one.claim.cue else one.claim.content[0]
    ends = one.claim.content[-1][1]
    runs_on = any(start <= first and last < end < ends for start, end in other.claim.content)
    return other.claim.id == one.claim.nested_in or runs_on


def _is_paper(other: Told, one: Told) -> bool:
    """Whether a claim stands in a paper, which even whoever wrote it may deny: `The email was a joke, she said`."""
    return one.source != other.source and not words("acts", "papers").isdisjoint(other.source_tokens)


def _only_plans(other: Told, one: Told) -> bool:
    """Whether a claim only says what its speaker is going to do, and nothing that the other claim speaks of."""
    plans = other.foretells and other.of_itself and not one.foretells
    return plans and accused(one, other) == "no" and other.words.isdisjoint(one.words)


def _both_deny(one: Told, other: Told) -> bool:
    """Whether two claims say that there is none of something, or one that, the other that it was not done."""
    if not NONE_OF_IT.match(other.content):
        return False
    undone = one.kind == "cue" and not NEGATION.search(one.content)
    return undone or bool(NONE_OF_IT.match(one.content))


def denial_features(one: Told, heard: Heard) -> list[str]:
    """What is true of a claim as an answer, whatever it answers."""
    before, after = heard.before(one), heard.after(one)
    return [
        *_own_words(one),
        *_answering(one),
        *_surroundings(one, heard),
        *_told_before(one, heard),
        *(_after(one, before, heard) if before is not None else ()),
        f"last reply {'none' if heard.last is None else min(one.place - heard.last, 6)}",
        *(_before(one, after) if after is not None else ()),
    ]


def _before(one: Told, after: Told) -> Iterator[str]:
    """What the claim after it says of a claim: an answer goes on in the same voice."""
    how = one.denies
    yield from (f"next {after.denies} {voice(one, after)}", f"next {after.denies} {voice(one, after)} {how}")
    yield f"next {accused(after, one)} {how}"


def _own_words(one: Told) -> Iterator[str]:
    claim, how = one.claim, one.denies
    yield from ("bias", f"denies {how}", f"kind {one.kind}", f"act {claim.act}", f"numbers {bool(one.numbers)}")
    yield from (f"cue {one.lemma}", f"cue {one.lemma} {how}", f"cue {one.lemma} {one.kind}")
    yield from (f"attributed {claim.attribution}", f"attributed {claim.attribution} {how}", f"mode {claim.mode} {how}")
    yield from (f"nested {claim.nested_in is not None} {how}", f"length {min(len(one.words) // 3, 5)} {how}")
    yield f"tense {one.tense} {how}"
    yield f"opens {one.tokens[0] if one.tokens and one.tokens[0] in OPENING else '-'} {how}"
    yield f"called {one.called} {how}"
    if one.opening in TURNING:
        yield f"turns {how}"


def _answering(one: Told) -> Iterator[str]:
    """Whether the claim's words and those beside it are the words of an answer."""
    how, answering = one.denies, one.answering
    yield from (f"{one.scorn}", f"{one.scorn} answering {answering}", f"{one.scorn} {one.kind}")
    yield from (f"answering {answering}", f"answering {answering} {one.kind}", f"answering {answering} {how}")
    yield from (f"answering {answering} {one.claim.attribution}", f"asked {one.asked}", f"asked {one.asked} {how}")


def _surroundings(one: Told, heard: Heard) -> Iterator[str]:
    how = one.denies
    holds = one.claim.id in heard.holding
    yield from (f"holds claim {holds}", f"holds claim {holds} {how}")
    outer = heard.by_id.get(one.claim.nested_in or "")
    if outer is not None:
        replies = outer.place in heard.answers
        yield from (f"inside {outer.lemma}", f"inside {outer.denies}", f"inside reply {replies}")
        yield f"inside reply {replies} {how}"
    near = [o for o in heard.told[max(0, one.place - ACCUSED_NEAR) : one.place] if o.claim.act not in NO_REPLY]
    yield from dict.fromkeys(f"accused near {accused(one, other)} {how}" for other in near)
    yield from dict.fromkeys(f"accused near {other.claim.act} {accused(one, other)}" for other in near)
    yield f"place {min(one.place, 3)} {how}"
    yield f"accused before {heard.has_been_told_of(one)} {how}"
    yield f"like an answer {heard.is_like_an_answer(one)} {how}"
    yield f"first of voice {not any(voice(one, other) in ONE_VOICE for other in near)} {how}"


def _told_before(one: Told, heard: Heard) -> Iterator[str]:
    """Whether claims of others before it allege something, or speak as it does."""
    how = one.denies
    others = [o for o in heard.told[max(0, one.place - FURTHEST_BACK) : one.place] if voice(one, o) not in ONE_VOICE]
    likest = min(int(2 * max((heard.weight(one, other) for other in others), default=0)), 5)
    yield from (f"likest {likest} {how}", f"likest {likest} {one.kind}")
    near = [other for other in others if one.place - other.place <= ACCUSED_NEAR]
    alleged = sum(other.claim.act is Act.ALLEGATION for other in near)
    yield f"alleged before {min(alleged, 2)} {how} {heard.has_been_told_of(one)}"
    first = one.spoken_of[0] if one.spoken_of else None
    yield f"of itself {first is not None and first == one.claim.speaker} {how}"
    before = first is not None and heard.first_spoken_of[first] < one.place
    yield f"told of before {before} {how}"
    yield f"first person {one.pronoun in FIRST_PERSON} {how}"


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
