"""Who "he" and "she" are: a `Reading` and everyone's mentions come in, the pronouns that are certain go out."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.cast import Mention, MentionKind
from generator.extract.findings import Span
from generator.extract.names.candidates import SPEECH
from generator.extract.names.forms import honorifics, is_name_word
from generator.extract.names.reading import Reading, Word
from generator.extract.quotation import Quotation
from generator.extract.tokens import root_of

SEX = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
SUBJECTS = frozenset(("he", "she"))
PLAIN = frozenset(("he", "she", "him"))
ANONYMOUS = frozenset(
    [
        "source",
        "insider",
        "ally",
        "friend",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "aide",
        "pal",
        "figure",
        "colleague",
        "critic",
    ]
)
BESIDE = frozenset(("flat", "appos", "compound", "conj"))
BESIDE_STEPS = 3
LONGEST_OPENING = 4
SUBJECT_ARCS = frozenset(("nsubj", "nsubj:pass", "nsubjpass", "csubj"))


@dataclass(frozen=True)
class Actor:
    """Somebody who may be meant: a person's id, or None for somebody without a name."""

    entity: str | None
    start: int
    paragraph: int
    sentence: int
    subject: bool
    sex: str | None


class Pronouns:
    """Resolves pronouns in reading order, remembering who came before.

    Args:
        reading: the article's words.
        quotations: pronouns inside them are left alone.
        strangers: the words of titles that are nobody certain's.
        sexes: what forms of address tell, by person's id; grows as pronouns are resolved.
    """

    def __init__(
        self, reading: Reading, quotations: Sequence[Quotation], sexes: dict[str, str], strangers: Set[int]
    ) -> None:
        self.reading = reading
        self.strangers = strangers
        self.sexes = sexes
        self.named: list[int] = []
        self.quoted = _inside(reading, quotations)
        self.sentence_of = _sentences(reading)
        free = [word.index for word in reading.words if word.index not in self.quoted]
        self.anonymous = frozenset(at for at in free if self._is_anonymous(at))
        self.free = tuple(reading.words[at] for at in free)

    def resolve(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The pronouns that mean one person for certain; the first reading only learns who is "he" and who "she"."""
        self._read(mentions)
        return self._read(mentions)

    def _read(self, mentions: Sequence[Mention]) -> list[Mention]:
        people = {m.span[0]: m for m in mentions if m.entity and m.entity.startswith("per-")}
        self.named = [self.reading.inside(m.span).start for m in people.values()]
        past: list[Actor] = []
        found: list[Mention] = []
        for word in self.free:
            if (named := people.get(word.start)) is not None:
                past.append(self._actor(named.entity, word.index, named.span))
            elif word.low in SEX:
                actor = self._meant(past, word.index)
                if actor and actor.entity:
                    span = (word.start, word.end)
                    found.append(Mention(span=span, kind=MentionKind.PRONOUN, entity=actor.entity))
                    if word.low in SUBJECTS:
                        self.sexes.setdefault(actor.entity, SEX[word.low])
                    past.append(self._actor(actor.entity, word.index, span))
                elif word.low in PLAIN or self._is_object(word):
                    past.append(replace(self._actor(None, word.index, (word.start, word.end)), sex=SEX[word.low]))
            elif word.index in self.anonymous:
                past.append(self._actor(None, word.index, (word.start, word.end)))
        return found

    def _actor(self, entity: str | None, index: int, span: Span) -> Actor:
        sex = self.sexes.get(entity) if entity else None
        return Actor(
            entity, span[0], self.reading.words[index].paragraph, self.sentence_of[index], self._is_subject(span), sex
        )

    def _is_subject(self, span: Span) -> bool:
        """Whether words are a clause's subject, or stand in one beside another name."""
        token = root_of(self.reading.document.phrase(span))
        for _ in range(BESIDE_STEPS):
            if token.dep_ not in BESIDE:
                break
            token = token.head
        return token.dep_ in SUBJECT_ARCS

    def _is_anonymous(self, index: int) -> bool:
        """Whether nobody certain is spoken of: "a source", "one Labour MP", a surname that two share."""
        word = self.reading.words[index]
        if word.low in ANONYMOUS or index in self.strangers:
            return True
        return self.reading.low(index - 1) in honorifics() and is_name_word(self.reading, index)

    def _meant(self, past: Sequence[Actor], index: int) -> Actor | None:
        """The one actor that a pronoun can mean; None where two could be meant."""
        word = self.reading.words[index]
        sex, sentence = SEX[word.low], self.sentence_of[index]
        fitting = [a for a in past[-12:] if self._sex(a) in (None, sex) and word.paragraph - a.paragraph <= 1]
        if self._ends_told(index):
            fitting = [a for a in fitting if a.sentence != sentence]
        same = [a for a in fitting if a.sentence == sentence]
        if word.low not in SUBJECTS:
            if not same and self._looks_ahead(index):
                return None
            if self._is_object(word):
                same = [a for a in same if not a.subject]
                fitting = [a for a in fitting if a in same or a.sentence != sentence]
            elif any(a.subject and self._sex(a) is None for a in same):
                return None
            fitting = [a for a in fitting if a.entity is None or self._sex(a) == sex]
            same = [a for a in same if a in fitting]
        last = [a for a in fitting if a.sentence == sentence - 1]
        paragraph = [a for a in fitting if a.paragraph == word.paragraph]
        if word.low not in SUBJECTS and same:
            return self._single(same, sex) or self._subject(same, sex)
        if same and (one := self._single(same, sex)):
            return one if self._single(last, sex) in (None, one) or one.subject else None
        for group in (last, paragraph, fitting):
            if group and not same:
                one = self._single(group, sex) or (self._subject(group, sex) if word.low in SUBJECTS else None)
                return None if one and self._may_be_nobodys(one, fitting) else one
        return None

    def _ends_told(self, index: int) -> bool:
        """Whether somebody said what stands before, so that they are nobody named there: "Doe had lied, he said."."""
        said = self.reading.low(index + 1) in SPEECH and self.reading.low(index + 2) == "."
        return said and self.reading.low(index - 1) == "," and not self._opens_aside(index)

    def _opens_aside(self, index: int) -> bool:
        """Whether the sentence of a word opens with what only leads to it: "When Doe came, he said, …"."""
        return self.reading.tagged(self.reading.words[self._sentence_start(index)], "ADP", "SCONJ", "ADV")

    def _sentence_start(self, index: int) -> int:
        first = index
        while first > 0 and self.sentence_of[first - 1] == self.sentence_of[index]:
            first -= 1
        return first

    def _may_be_nobodys(self, one: Actor, fitting: Sequence[Actor]) -> bool:
        """Whether a surname that two share stands beside whoever seems to be meant, whose sex nothing tells."""
        unsure = one.entity is not None and self._sex(one) is None
        return unsure and any(a.start in self._strange and a.paragraph == one.paragraph for a in fitting)

    @cached_property
    def _strange(self) -> frozenset[int]:
        """Where the words stand that are nobody certain's."""
        return frozenset(self.reading.words[at].start for at in self.strangers)

    def _looks_ahead(self, index: int) -> bool:
        """Whether a pronoun in a sentence's opening may mean who follows: "In her time as mayor, Jane Doe"."""
        first = self._sentence_start(index)
        opens = index - first <= LONGEST_OPENING and self.reading.tagged(self.reading.words[first], "ADP", "SCONJ")
        return opens and any(at > index and self.sentence_of[at] == self.sentence_of[index] for at in self.named)

    def _is_object(self, word: Word) -> bool:
        """Whether a pronoun is what a verb acts on, so that its clause's subject is another: "Mr Doe called her"."""
        token = self.reading.token(word)
        return word.low == "him" or (word.low == "her" and token is not None and token.tag_ == "PRP")

    def _sex(self, actor: Actor) -> str | None:
        return self.sexes.get(actor.entity) if actor.entity else actor.sex

    def _single(self, actors: Sequence[Actor], sex: str) -> Actor | None:
        """The one person among actors, or the one whose sex is known to fit, unless another may be the subject."""
        if len({a.entity for a in actors}) == 1:
            return actors[-1]
        sure = [a for a in actors if self._sex(a) == sex]
        rivals = [a for a in actors if self._sex(a) is None and (a.subject or a.entity is None)]
        if len({a.entity for a in sure}) != 1 or (rivals and not any(a.subject for a in sure)):
            return None
        return sure[-1]

    def _subject(self, actors: Sequence[Actor], sex: str) -> Actor | None:
        """The one subject among actors, unless only another's sex is known to fit."""
        subjects = [a for a in actors if a.subject]
        if len({a.entity for a in subjects}) != 1:
            return None
        known = {a.entity for a in actors if self._sex(a) == sex}
        return subjects[-1] if not known or subjects[-1].entity in known else None


def _inside(reading: Reading, quotations: Sequence[Quotation]) -> frozenset[int]:
    return frozenset(at for q in quotations for piece in q.pieces for at in reading.inside(piece))


def _sentences(reading: Reading) -> list[int]:
    """The number of the sentence that each word stands in; a paragraph's end ends one too."""
    numbers, number, before = [], 0, None
    for word in reading.words:
        ended = before is not None and (before.text in ".?!" or before.paragraph != word.paragraph)
        number += bool(ended)
        numbers.append(number)
        before = word
    return numbers
