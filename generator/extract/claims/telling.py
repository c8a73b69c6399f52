"""Claims and their answers, what is compared: a claim comes in, its words, its voice and whom it speaks of go out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from generator.extract.cast import Cast
from generator.extract.claims.listed import has_any
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span
from generator.extract.lexicon import lexicon, words
from generator.model.ids import fold
from generator.model.negations import NEGATIONS
from generator.model.words import Act, Mode

WORD = re.compile(r"[\w’'-]+")
NEGATION = re.compile(
    r"\b(?:no(?<!of no)(?!-\w|\.? ?\d| confidence (?:vote|motion))"
    rf"|{'|'.join(sorted(NEGATIONS - {'no'}))})\b|n['’]t\b",
    re.IGNORECASE,
)
"""But in `a motion of no confidence`, `a no-confidence vote` and `No 10`."""
AFFIRMING = re.compile(
    r"\bno [“‘\"']?(?:doubt|secret|surprise|wonder|excuse|place for|question (?:that|but))\b"
    r"|\bnot (?:only|just|merely|simply|least)\b"
    r"|(?:\b(?:not|never|no longer)|n['’]t) (?:be |been )?(?:acceptable|appropriate|tolerable|justified)\b",
    re.IGNORECASE,
)
"""Negations by which nothing is denied: `there is no doubt that he lied`, `it is never acceptable to lie`."""
POINTING = re.compile(
    r"(?:that|this|it|these|those|them|so|otherwise|the (?:claim|charge|allegation|accusation|suggestion|report|story"
    r"|idea|notion|figure|critic|finding|verdict)s?)\b",
    re.IGNORECASE,
)
CLAIM_NOUN = re.compile(
    r"\b(?:claims?|allegations?|suggestions?|accusations?|charges?|reports?|rumou?rs?|figures?|assertions?|story|stories"
    r"|account|idea|notion|prediction|tally|count|wrongdoing|involvement)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|half|third|quarter)\b",
    re.IGNORECASE,
)
TITLE = re.compile(r"[“‘\"']?(?:that )?(?:the )?(?:[A-Z][\w’'.-]* ){0,4}")
"""What a claim opens with before the person that it is of."""
ANOTHERS = re.compile(r"\b(?:his|her|their|\w+['’]s) (?:misleading|false|fake|fabricated|untrue) \w+", re.IGNORECASE)
"""What charges another with untruth, and denies nothing: `his misleading statements`."""
BELIED = re.compile(
    r"\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]{1,30}['’]s) (?:\[[^\]]{1,40}\] )?(?:\w+ ){0,2}?"
    r"(?:account|evidence|statements?|testimony|version)\b"
    r"|(?P<who>[A-Z][\w-]{1,30}) (?:had |has )?(?:gave|given) ",
)
"""Whose words are called untrue behind it: `part of [her evidence] was inaccurate`, `[Ms Lee gave] a false account`."""
SOMEBODY = "somebody"
OWNED = re.compile(
    rf"(?:[\w.-]+ ){{0,4}}?(?P<who>[\w-]+)(?:['’]s|(?<=s)['’]) (?:[\w-]+ ){{0,2}}?{CLAIM_NOUN.pattern}", re.IGNORECASE
)
"""Whose claim a denial turns away: `the BJP members’ earlier charge`."""
PROSECUTING = re.compile(r",? (?:prosecuting|for the (?:prosecution|crown|state))\b", re.IGNORECASE)
"""What stands behind the name of who speaks for a charge in court."""
STEM = 5
"""Letters by which words are compared, so that forms of one word are alike."""
LONGEST_LEAD = 200
SHORT = 30
"""Letters of a content that only points back: that, the claim."""
OPENING = 40
"""Letters in which a content that names what it denies does so: the allegation that …"""
UNDONE = 8
"""Words behind a negation that it is of."""
FIRST_WORDS = 4
"""Words of a denial among which the noun stands for what it denies."""
PLAIN = words("cues_grammar", "plain")
SPOKEN_OF = frozenset(
    ["i", "my", "me", "we", "our", "us", "you", "he", "his", "him", "she", "her", "they", "their", "them", "it", "its"]
)
NO_REPLY = frozenset({Act.BELIEF, Act.INTENTION, Act.NO_COMMENT})
FIRST_PERSON = frozenset(["i", "we", "my", "our", "us", "me"])
PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we"])


@cache
def _kin() -> dict[str, tuple[str, ...]]:
    """By word, the matters that it is a word for."""
    found: dict[str, tuple[str, ...]] = {}
    for matter, kin in lexicon("kin").items():
        for word in kin:
            found[word] = (*found.get(word, ()), matter)
    return found


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text that carry meaning, folded."""
    return frozenset(word[:STEM] for word in map(fold, WORD.findall(text)) if word not in PLAIN and len(word) > 1)


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
    def tokens(self) -> tuple[str, ...]:
        """The words of the claim, folded, in order."""
        return tuple(fold(word) for word in WORD.findall(self.content))

    @cached_property
    def cue(self) -> str:
        """The cue in lower case, or nothing."""
        return self.document.quote(self.claim.cue[0]).lower() if self.claim.cue else ""

    @cached_property
    def lemma(self) -> str:
        """The cue's first word in its dictionary form, or a dash."""
        return self.document.lemmas[self.document.tokens_at(self.claim.cue[0])[0]] if self.claim.cue else "-"

    @cached_property
    def words(self) -> frozenset[str]:
        """The beginnings of the words that carry meaning, in their dictionary forms."""
        return self._beginnings(self.places)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Those of its verbs."""
        return self._beginnings(at for at in self.places if self.document.tokens[at].pos_ == "VERB")

    @cached_property
    def words_beside(self) -> frozenset[str]:
        """Those of the cue's sentence outside the claim's words."""
        own = set(self.places)
        return self._beginnings(at for at in range(*self.document.tokens_at(self.sentence)) if at not in own)

    @cached_property
    def wider_words(self) -> frozenset[str]:
        """Those of the claim and of its cue's sentence."""
        return self.words | self.words_beside

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Those and its source's."""
        return self.wider_words | self.source_stems

    def _beginnings(self, places: Iterable[int]) -> frozenset[str]:
        lower, lemmas = self.document.lower, self.document.lemmas
        return frozenset(
            lemmas[at][:STEM]
            for at in places
            if len(lower[at]) > 1 and lower[at][0].isalnum() and lower[at] not in PLAIN and lemmas[at] not in PLAIN
        )

    @cached_property
    def tense(self) -> str:
        """The form of its first verb."""
        return "none" if self.first_verb is None else self.document.tokens[self.first_verb].tag_

    @cached_property
    def first_verb(self) -> int | None:
        """The place of its first verb."""
        return next((at for at in self.places if self.document.tokens[at].pos_ in ("VERB", "AUX")), None)

    @cached_property
    def foretells(self) -> bool:
        """Whether it says what will be: `investment would be lost`, and not what `would have been`."""
        first = self.first_verb
        if first is None or self.document.lower[first] not in words("cues_grammar", "future"):
            return False
        return words("cues_grammar", "perfect").isdisjoint(self.document.lower[first + 1 : first + 3])

    @cached_property
    def places(self) -> list[int]:
        """The tokens of the claim."""
        return [at for span in self.claim.content for at in range(*self.document.tokens_at(span))]

    @cached_property
    def cue_stems(self) -> frozenset[str]:
        """The beginnings of the cue's words that carry meaning."""
        return stems(self.cue)

    @cached_property
    def source_stems(self) -> frozenset[str]:
        """The beginnings of the source's words that carry meaning."""
        return stems(self.source)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures of the claim."""
        return frozenset(NUMBER.findall(self.content))

    @cached_property
    def pronoun(self) -> str:
        """The first personal pronoun of the claim."""
        return next((word for word in self.tokens if word in SPOKEN_OF), "no")

    @cached_property
    def kin(self) -> frozenset[str]:
        """What the claim's words are about, of the matters that charges are mostly about."""
        lemmas, lower = self.document.lemmas, self.document.lower  # of some forms the lemma is made up: misled, misl
        return frozenset(
            matter for at in self.places for word in (lemmas[at], lower[at]) for matter in _kin().get(word, ())
        )

    @cached_property
    def start(self) -> int:
        """Where the claim begins."""
        return min(span[0] for span in (*self.claim.source, *self.claim.cue, *self.claim.content))

    @cached_property
    def paragraph(self) -> int:
        """The paragraph that the claim begins in."""
        return self.document.paragraph_at(self.start)

    @cached_property
    def source(self) -> str:
        """The source phrase, folded."""
        return fold(self.document.quote(self.claim.source[0])) if self.claim.source else ""

    @cached_property
    def sentence(self) -> Span:
        """The sentence of the cue, or of the content where there is none."""
        place = self.claim.cue[0][0] if self.claim.cue else self.claim.content[0][0]
        return self.document.sentence_at(place)

    @cached_property
    def beside(self) -> str:
        """The words of the cue's sentence that are no words of the claim's or of its source's, folded, in order."""
        said = [*self.claim.content, *self.claim.source]
        found = WORD.finditer(self.document.text, *self.sentence)
        return " ".join(fold(m.group()) for m in found if not any(a <= m.start() < b for a, b in said))

    @cached_property
    def opening(self) -> str:
        """The first word of the cue's sentence."""
        match = WORD.search(self.document.text, *self.sentence)
        return fold(match.group()) if match else ""

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
    def about(self) -> frozenset[str]:
        """The people and organizations that the claim is about."""
        return frozenset(self.claim.about)

    @cached_property
    def speaks_for(self) -> frozenset[str]:
        """Those in the source phrase whom the speaker speaks for: `Mr Lee's lawyer`."""
        speaks = not words("acts", "speaking_for").isdisjoint(WORD.findall(self.source))
        return self.source_bodies - {self.claim.speaker} if speaks else frozenset()

    @cached_property
    def source_tokens(self) -> tuple[str, ...]:
        """The words of the source phrase."""
        return tuple(WORD.findall(self.source))

    @cached_property
    def prosecutes(self) -> bool:
        """Whether the speaker is told of as speaking for a charge: `Ann Lee, prosecuting`."""
        after = self.claim.source and PROSECUTING.match(self.document.text, self.claim.source[-1][1])
        return bool(after) or not words("acts", "prosecuting").isdisjoint(self.source_tokens)

    @cached_property
    def bare_body(self) -> str:
        """The kind that an unknown body is named by alone, `the party`, or nothing."""
        kind = self.source_tokens[-1] if len(self.source_tokens) == 2 and self.source_tokens[0] == "the" else ""
        return kind if self.claim.speaker is None and kind in words("acts", "bodies") else ""

    def names_claim_of(self, other: Told) -> bool:
        """Whether its own words say that it answers another's claim: `dismissed [Ms Lee's allegations]`."""
        owner, written = self._charged_by
        return bool(written) and (written in other.source_tokens or (other.claim.speaker or "-") == owner)

    @cached_property
    def _charged_by(self) -> tuple[str | None, str]:
        """Whose claim it says that it answers: who that is, where that is known, and the last word for them."""
        owned = OWNED.match(self.document.text, *self.claim.content[0])
        if self.claim.act is not Act.DENIAL or owned is None:
            return None, ""
        mention = self.cast.at(owned.start("who"))
        return mention.entity if mention else None, fold(owned["who"])

    @cached_property
    def spoken_of(self) -> tuple[str, ...]:
        """The people and organizations that its words mean, the speaker too, in reading order."""
        found = (m.entity for span in self.claim.content for m in self.cast.within(span) if m.entity is not None)
        return tuple(dict.fromkeys(found))

    @cached_property
    def of_itself(self) -> bool:
        """Whether its words begin with whoever says them, or is spoken for: `I am bound to`, `her client would`."""
        first = self.spoken_of[:1] == (self.claim.speaker,)
        return first or not FIRST_PERSON.isdisjoint(self.tokens[:1]) or "client" in self.tokens[:2]

    @cached_property
    def only_asks(self) -> bool:
        """Whether it tells a question, which nobody can deny: `demanded to know [who rang]`, `to say [if he did]`."""
        places = self.places[2:] if self.tokens[:1] == ("to",) and self.tokens[2:3] else self.places
        if not places or self.claim.mode is not Mode.INDIRECT:
            return False
        opening = self.document.tokens[places[0]]
        return opening.lower_ in words("cues_grammar", "questions") and opening.head.head.i not in places

    @cached_property
    def named_beside(self) -> frozenset[str]:
        """The people and organizations of the cue's sentence."""
        return frozenset(m.entity for m in self.cast.within(self.sentence) if m.entity is not None)

    @cached_property
    def denies(self) -> str:
        """How the claim's own words deny: by their cue, by a word such as nonsense, by a negation, or not at all."""
        if self.claim.act is Act.DENIAL:
            return "cue"
        if has_any("denials", ANOTHERS.sub("", self.content), whole=True):
            return "word"
        return "negation" if NEGATION.search(AFFIRMING.sub("", self.content)) else "none"

    @cached_property
    def undone(self) -> frozenset[str]:
        """The beginnings of the words that its first negation is of: `[no vote was held]`, `was [not there] when`."""
        told = AFFIRMING.sub("", self.content)
        found = NEGATION.search(told)
        clause = re.split(r"[,;.:]|\b(?:because|but|when|while)\b", told[found.end() :])[0] if found else ""
        return stems(" ".join(clause.split()[:UNDONE]))

    @cached_property
    def liar(self) -> str | None:
        """The other person whom its words charge with untruth, `the minister told the House a fairy tale`.

        `SOMEBODY` where it is open who that is.
        """
        start, end = self.claim.content[0]
        belied = BELIED.search(self.document.text, start, end)
        if belied is not None and has_any("denials", self.document.text[belied.end() : end]):
            owner = self.cast.at(max(belied.start("whose"), belied.start("who")))
            own = owner is not None and owner.entity is not None and owner.entity == self.claim.speaker
            return None if own else (owner.entity if owner is not None else None) or SOMEBODY
        subject = next((m for m in self.cast.within((start, end)) if m.entity is not None), None)
        if subject is None or not str(subject.entity).startswith("per-") or subject.entity == self.claim.speaker:
            return None
        opens = TITLE.fullmatch(self.document.text, start, subject.span[0]) is not None
        charged = opens and has_any("lying", self.content) and not NEGATION.search(self.content)
        return subject.entity if charged else None

    @cached_property
    def scorn(self) -> str:
        """Whether the claim's words turn another away as wrong, or pour scorn on it."""
        wrong, scorned = has_any("turned_away", self.content), has_any("scorn", self.content)
        return f"{'wrong' if wrong else 'not wrong'} {'scorn' if scorned else 'no scorn'}"

    @cached_property
    def answering(self) -> str:
        """Whether the cue is a verb of answering, or such a verb stands beside the claim, or neither."""
        return "cue" if has_any("answering", self.cue) else "beside" if has_any("answering", self.beside) else "no"

    @cached_property
    def asked(self) -> bool:
        """Whether the words beside the claim say that its speaker was asked."""
        return has_any("asked", self.beside)

    @cached_property
    def called(self) -> str:
        """What the claim calls what it may deny: a charge, a figure, a report; or a dash."""
        names: dict[str, str] = lexicon("called")
        return next((names[word] for word in self.tokens[:FIRST_WORDS] if word in names), "-")

    @cached_property
    def kind(self) -> str:
        """How the claim names what it may deny: it points (that, the charge), has a noun for it, or says it again."""
        if POINTING.match(self.content) and len(self.content) < SHORT:
            return "pointing"
        return "noun" if CLAIM_NOUN.search(self.content[:OPENING]) else self.denies
