"""Claims' cue lexicon: the word lists come in, every inflected form with its act and pattern goes out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from generator.extract.lexicon import lexicon, words

DENIAL, ALLEGATION = "denial", "allegation"
"""Groups of cues that others ask for by name."""


class CueKind(StrEnum):
    """How a cue stands to its source and its content."""

    VERB = "verb"
    NOUN = "noun"
    ADVERB = "adverb"
    BEFORE_SOURCE = "before-source"
    SPEECH = "speech"
    """A verb that no list knows, beside a quotation."""
    MARK = "mark"
    """A colon after a name, or a dash before one, beside a quotation."""


@dataclass(frozen=True, kw_only=True)
class CueEntry:
    """A cue as the lexicon has it: its words, and the group of words that it is listed with."""

    kind: CueKind
    lemma: str
    group: str

    @cached_property
    def tail(self) -> tuple[str, ...]:
        """The words after the first."""
        return tuple(self.lemma.split()[1:])

    @cached_property
    def addressed(self) -> bool:
        """Whether its object is whom the words go to."""
        return self.lemma.split()[0] in words("cues", "addressed") and self.tail[-1:] != ("for",)

    @cached_property
    def clausal(self) -> bool:
        """Whether it is a cue only before a clause or a quotation."""
        return self.lemma in words("cues", "clausal")


SPEECH = CueEntry(kind=CueKind.SPEECH, lemma="*", group="statement")


@cache
def verb_entries() -> Mapping[str, tuple[CueEntry, ...]]:
    """Entries by every form of their first word, the longest phrase first."""
    found = defaultdict(list)
    for group, lemmas in lexicon("cues")["verbs"].items():
        for lemma in lemmas:
            entry = CueEntry(kind=CueKind.VERB, lemma=lemma, group=group)
            for form in verb_forms(lemma.split()[0]):
                found[form].append(entry)
    return {form: tuple(sorted(entries, key=lambda e: -len(e.tail))) for form, entries in found.items()}


def is_reporting(word: str) -> bool:
    """Whether a word by itself is a form of a verb that reports: `adding`, but not `referring`."""
    return word in _reporting()


@cache
def _reporting() -> frozenset[str]:
    return frozenset(word for word, entries in verb_entries().items() if any(not entry.tail for entry in entries))


@cache
def noun_entries() -> Mapping[str, CueEntry]:
    """Entries by the singular and the plural of the noun."""
    found: dict[str, CueEntry] = {}
    for group, lemmas in lexicon("cues")["nouns"].items():
        for lemma in lemmas:
            entry = CueEntry(kind=CueKind.NOUN, lemma=lemma, group=group)
            found |= dict.fromkeys((lemma, _with_s(lemma)), entry)
    return found


def verb_forms(lemma: str) -> Iterator[str]:
    """A verb's forms: base, -s, past and -ing, by the rules of English spelling unless listed as irregular."""
    yield lemma
    if lemma in (irregular := lexicon("cues")["irregular"]):
        yield from irregular[lemma]
        return
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    yield _with_s(lemma)
    yield lemma[:-1] + "ied" if _consonant_y(lemma) else stem + "ed"
    yield (lemma if lemma.endswith("ee") else stem) + "ing"


def _with_s(lemma: str) -> str:
    if _consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "ss")) else "s")


def _consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeou"
