"""Claims, stages 3 and 4 for cues that are marks: `Ms Lee: “We lost.”` and `“We lost.” — Ann Lee, Leeds`."""

from generator.extract.claims.cue_words import CueEntry, CueKind, verb_entries
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import FINITE, Range
from generator.extract.claims.sentences import DASHES, Quoted, Sentence
from generator.extract.lexicon import words

LONGEST_NAME = 12
"""Tokens of a name with its title or its town."""
SHORTEST_QUOTE = 4


def signed(sentence: Sentence, quoted: Quoted) -> Draft | None:
    """A quotation that is all of its sentence but for the name that stands before it or under it."""
    before, after = _bare(sentence, sentence.start, quoted.start), _bare(sentence, quoted.end, sentence.end)
    if quoted.end - quoted.start < SHORTEST_QUOTE:
        return None
    if after[0] == after[1] and before[1] - before[0] > 1 and sentence.token(before[1] - 1).text == ":":
        return _draft(sentence, quoted, before[1] - 1, (before[0], before[1] - 1), "after")
    if (
        before[0] == before[1] and sentence.token(quoted.end - 1).text[-1] in DASHES
    ):  # “…”―Ann Lee: mark and dash are one
        return _draft(sentence, quoted, quoted.end - 1, after, "before")
    if before[0] == before[1] and after[1] - after[0] > 1 and sentence.token(after[0]).text in DASHES:
        return _draft(sentence, quoted, after[0], (after[0] + 1, after[1]), "before")
    return None


def _bare(sentence: Sentence, start: int, end: int) -> Range:
    """A range without white space at its ends, the mark of a list before it and the full stop at its end."""
    while start < end and (sentence.token(start).is_space or (start == sentence.start and _is_bullet(sentence, start))):
        start += 1
    while end > start and (sentence.token(end - 1).is_space or sentence.token(end - 1).text == "."):
        end -= 1
    return start, end


def _is_bullet(sentence: Sentence, index: int) -> bool:
    """Whether a mark only opens an entry of a list: `[-] Ms Lee: “We lost.”`."""
    return sentence.token(index).text in words("cues_grammar", "bullets")


def _draft(sentence: Sentence, quoted: Quoted, mark: int, source: Range, order: str) -> Draft | None:
    tokens = [sentence.token(index) for index in range(*source)]
    is_name = bool(tokens) and tokens[0].text[0].isupper() and any(token.pos_ == "PROPN" for token in tokens)
    is_name = is_name and len(tokens[-1].text) > 1  # "Q: “Why?”"
    is_clause = any(token.tag_ in FINITE for token in tokens) or (bool(tokens) and tokens[-1].lower_ in verb_entries())
    if not is_name or len(tokens) > LONGEST_NAME or is_clause:
        return None
    entry = CueEntry(kind=CueKind.MARK, lemma=sentence.token(mark).text, group="statement")
    cue = Cue(entry=entry, start=mark, end=mark + 1, group_start=mark)
    return Draft(
        sentence=sentence, cue=cue, source=source, content=((quoted.start, quoted.end),), shape="quote", order=order
    )
