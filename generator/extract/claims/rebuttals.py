"""Claims and their answers: two claims come in, what is true of them as denial and denied goes out as words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span
from generator.extract.lexicon import words
from generator.model.ids import fold
from generator.model.words import Act

WORD = re.compile(r"[\w’'-]+")
NEGATION = re.compile(r"\b(?:no|not|never|nothing|nobody|none|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE)
POINTING = re.compile(r"(?:that|this|it|these|those|them|so|otherwise)\b", re.IGNORECASE)
CLAIM_NOUN = re.compile(
    r"\b(?:claims?|allegations?|suggestions?|accusations?|charges?|reports?|rumou?rs?|figures?|assertions?|story|stories|account|idea|notion|prediction|tally|count|wrongdoing|involvement)\b",
    re.IGNORECASE,
)
STEM = 6
"""Letters by which words are compared, so that forms of one word are alike."""
LONGEST_LEAD = 200
SHORT = 30
"""Letters of a content that only points back: that, the claim."""
PLAIN = words("cues_grammar", "plain")


@dataclass(frozen=True)
class Told:
    """A claim with its words, as answers are looked for."""

    document: Document
    cast: Cast
    claim: ClaimFinding
    place: int

    @cached_property
    def content(self) -> str:
        """The words of the claim."""
        return " ".join(self.document.quote(span) for span in self.claim.content)

    @cached_property
    def cue(self) -> str:
        """The cue in lower case, or nothing."""
        return self.document.quote(self.claim.cue[0]).lower() if self.claim.cue else ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The beginnings of the words that carry meaning, folded."""
        return frozenset(word[:STEM] for word in map(fold, WORD.findall(self.content)) if word not in PLAIN)

    @cached_property
    def start(self) -> int:
        """Where the claim begins."""
        return min(span[0] for span in (*self.claim.source, *self.claim.cue, *self.claim.content))

    @cached_property
    def source(self) -> str:
        """The source phrase, folded."""
        return fold(self.document.quote(self.claim.source[0])) if self.claim.source else ""

    @cached_property
    def lead(self) -> Span:
        """Where the source's own clause stands before its words: `hit back at claims of a rift, saying`."""
        source, content = self.claim.source, self.claim.content
        if not source or not self.claim.cue or not 0 < content[0][0] - source[-1][1] < LONGEST_LEAD:
            return (0, 0)
        return (source[-1][1], content[0][0])

    @cached_property
    def lead_words(self) -> frozenset[str]:
        """The words of that clause, folded."""
        return frozenset(fold(word) for word in WORD.findall(self.document.quote(self.lead)))

    @cached_property
    def source_bodies(self) -> frozenset[str]:
        """The people and organizations named in the source phrase: a spokesman for X answers what was said of X."""
        return frozenset(m.entity for span in self.claim.source for m in self.cast.within(span) if m.entity is not None)

    @cached_property
    def denies(self) -> str:
        """How the claim's own words deny: by their cue, by a word such as nonsense, by a negation, or not at all."""
        if self.claim.act is Act.DENIAL:
            return "cue"
        folded = fold(self.content)
        if any(re.search(rf"\b{re.escape(str(word))}\b", folded) for word in words("acts", "denials")):
            return "word"
        return "negation" if NEGATION.search(self.content) else "none"


def denial_features(one: Told, others: Sequence[Told]) -> Iterator[str]:
    """What is true of a claim as a denial of one of the claims near it."""
    before = next((other for other in reversed(others) if other.place < one.place), None)
    claim, how = one.claim, one.denies
    yield from ("bias", f"denies {how}", f"cue {one.cue or '-'}", f"cue {one.cue or '-'} {how}", f"act {claim.act}")
    yield from (f"attributed {claim.attribution}", f"attributed {claim.attribution} {how}", f"mode {claim.mode} {how}")
    yield from (
        f"nested {claim.nested_in is not None} {how}",
        f"nested {claim.nested_in is not None}",
        f"length {min(len(one.words) // 3, 5)} {how}",
    )
    tokens = [fold(word) for word in WORD.findall(one.content)]
    yield from (f"word {word}" for word in set(tokens))
    yield from (f"opens {' '.join(tokens[:size])}" for size in (1, 2))
    if POINTING.match(one.content) and len(one.content) < SHORT:
        yield from ("pointing", f"pointing cue {one.cue or '-'}")
    if CLAIM_NOUN.search(one.content):
        yield from ("claim noun", f"claim noun cue {one.cue or '-'}")
    yield from (f"between {word}" for word in one.lead_words)
    yield from (f"source {word}" for word in one.source.split()[:3] + one.source.split()[-1:])
    if before is not None:
        other = before.claim
        apart = one.document.paragraph_at(one.start) - one.document.paragraph_at(before.start)
        yield from (
            f"after act {other.act}",
            f"after cue {before.cue or '-'}",
            f"after {other.act} {how}",
            f"after {apart > 0} {other.attribution} {claim.attribution}",
        )
        yield from (
            f"after accused {_accused(one, before)}",
            f"after accused {_accused(one, before)} {how}",
            f"after voice {_voice(one, before)} {how}",
        )
        yield f"after shared {min(len(one.words & before.words), 3)} {how}"
    shared = max(
        (
            len(one.words & other.words)
            for other in others
            if _voice(one, other) != "same speaker" and _nesting(one.claim, other.claim) != "denied in denial"
        ),
        default=0,
    )
    yield from (f"most shared {min(shared, 5)}", f"most shared {min(shared, 5)} {how}")
    accused = {
        _accused(one, other) for other in others if other.place < one.place and other.claim.act is not Act.DENIAL
    }
    yield from (f"accused near {word} {how}" for word in accused)
    inside = {other.cue for other in others if other.claim.nested_in == claim.id}
    yield from (f"holds cue {cue}" for cue in inside)


def pair_features(denial: Told, denied: Told) -> Iterator[str]:
    """What is true of a denial and a claim that it may deny."""
    one, other = denial.claim, denied.claim
    how = denial.denies
    kind = (
        "pointing"
        if POINTING.match(denial.content) and len(denial.content) < SHORT
        else ("noun" if CLAIM_NOUN.search(denial.content) else how)
    )
    apart = denial.place - denied.place
    paragraphs = denial.document.paragraph_at(denial.start) - denial.document.paragraph_at(denied.start)
    shared = len(denial.words & denied.words)
    least = max(min(len(denial.words), len(denied.words)), 1)
    near = f"apart{max(min(apart, 8), -2)}"
    yield from (
        near,
        f"{near} {kind}",
        f"paragraphs{max(min(paragraphs, 5), -1)}",
        f"paragraphs{max(min(paragraphs, 5), -1)} {kind}",
    )
    yield from (
        f"alike{min(int(5 * shared / least), 4)}",
        f"alike{min(int(5 * shared / least), 4)} {kind}",
        f"shared{min(shared, 4)}",
        f"shared{min(shared, 4)} {near}",
    )
    yield from (
        f"denied act {other.act}",
        f"denied act {other.act} {kind}",
        f"denied cue {denied.cue or '-'}",
        f"denied {other.attribution}",
    )
    yield from (
        f"denied mode {other.mode}",
        f"denied length {min(len(denied.words) // 3, 5)}",
        f"denied denies {denied.denies}",
        f"denied act {other.act} {near}",
    )
    inside = _nesting(one, other)
    yield from (f"nested {inside}", f"nested {inside} {kind}", f"nested {inside} {near}")
    voice = _voice(denial, denied)
    yield from (f"voice {voice}", f"voice {voice} {kind}")
    accused = _accused(denial, denied)
    yield from (
        f"accused {accused}",
        f"accused {accused} {near}",
        f"accused {accused} {other.act}",
        f"accused {accused} {other.attribution}",
    )
    if denial.claim.speaker is not None and denied.claim.speaker in denial.claim.about:
        yield "denial names the other speaker"
    if is_between(denial, denied):
        yield from ("between", f"between {other.act}")
    yield f"same paragraph {paragraphs == 0} {denied.claim.cue == ()}"


def is_between(denial: Told, denied: Told) -> bool:
    """Whether a claim stands in the denial's own clause, before its words."""
    start, end = denial.lead
    return start <= denied.claim.content[0][0] and denied.claim.content[-1][1] <= end


def _nesting(one: ClaimFinding, other: ClaimFinding) -> str:
    if other.nested_in == one.id:
        return "denied in denial"
    if one.nested_in == other.id:
        return "denial in denied"
    if one.nested_in is None and other.nested_in is None:
        return "neither"
    return "same" if one.nested_in == other.nested_in else ("denial elsewhere" if one.nested_in else "denied elsewhere")


def _voice(denial: Told, denied: Told) -> str:
    """Whether one voice says both."""
    if denial.claim.speaker is not None and denial.claim.speaker == denied.claim.speaker:
        return "same speaker"
    if denial.claim.speaker is not None and denied.claim.speaker is not None:
        return "other speaker"
    return "same words" if denial.source and denial.source == denied.source else "other"


def _accused(denial: Told, denied: Told) -> str:
    """Whether the claim that may be denied speaks of whoever denies it."""
    about = set(denied.claim.about)
    if denial.claim.speaker in about and denial.claim.speaker is not None:
        return "speaker"
    if denial.source_bodies & about:
        return "body"
    return "shared" if about & set(denial.claim.about) else "no"
