"""Claims, beside stages 2 to 4: what the tagger reads comes in, drafts like those of the rules go out."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extract.claims.contents import shape
from generator.extract.claims.cue_words import SPEECH, CueEntry, CueKind, noun_entries, verb_entries
from generator.extract.claims.cues import NEGATIONS, Cue, group_start
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import RELATIVES, Range
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.tagger import TaggedClaim, Tagging

TAGGED = "tagged-"
"""Before the shape of what the tagger found, to tell it from what the rules did."""


def tagged_drafts(claims: Iterable[TaggedClaim], sentences: Iterable[Sentence]) -> Iterator[Draft]:
    """A draft for each claim that stands in one sentence, of the article's own or within a quotation."""
    by_depth: tuple[list[Sentence], list[Sentence]] = ([], [])
    for sentence in sentences:
        by_depth[min(sentence.depth, 1)].append(sentence)
    for claim in claims:
        for ordered in reversed(by_depth):
            place = bisect_right(ordered, claim.cue, key=lambda sentence: sentence.start) - 1
            if place >= 0 and (draft := _draft(ordered[place], claim)) is not None:
                yield draft
                break


def with_read_sources(drafts: Iterable[Draft], tagging: Tagging) -> Iterator[Draft]:
    """Every draft of the rules, and beside it the same with the source that the tagger reads, where that is another.

    A relative pronoun alone is none: the rules give it with whom it stands for.
    """
    for draft in drafts:
        yield draft
        if draft.cue is None or draft.origin is not None or draft.cue.entry.kind is CueKind.MARK:
            continue
        read = tagging.claims.get(tagging.cue_in(draft.cue.start, draft.cue.end))
        if read is None or read.source in {None, draft.source} or _is_within(read.source, draft):
            continue
        if draft.sentence.lower(read.source[1] - 1) not in RELATIVES | {"that", ""}:
            yield replace(draft, source=read.source)


def _is_within(source: Range, draft: Draft) -> bool:
    """Whether a source stands in what it is to have said."""
    return any(start < source[1] and source[0] < end for start, end in draft.content)


def _draft(sentence: Sentence, claim: TaggedClaim) -> Draft | None:
    parts = [(claim.cue, claim.cue + 1), *claim.content, *([claim.source] if claim.source else [])]
    if any(start < sentence.start or end > sentence.end for start, end in parts):
        return None
    content = tuple(_with_marks(sentence, _up_to_participle(sentence, piece)) for piece in claim.content)
    before = [piece for piece in content if piece[0] < claim.cue]
    order = "after" if not before else "around" if len(before) < len(content) else "before"
    cue = _cue(sentence, claim.cue)
    kind = TAGGED + shape(sentence, content[0])
    return Draft(sentence=sentence, cue=cue, source=claim.source, content=content, shape=kind, order=order)


def _up_to_participle(sentence: Sentence, piece: Range) -> Range:
    """A piece up to where its source says more: `the bridge was unsafe [, adding that …]`."""
    start, end = piece
    for index in range(start + 1, end - 1):
        says_more = sentence.token(index + 1).tag_ == "VBG" and sentence.lower(index + 1) in verb_entries()
        if says_more and sentence.lower(index) == "," and sentence.quoted_at(index) is None:
            return start, index
    return piece


def _with_marks(sentence: Sentence, piece: Range) -> Range:
    """A piece with the marks of the quotations whose words it holds."""
    start, end = piece
    for unit in sentence.quoted:
        if start <= unit.start + 1 and unit.end - 1 <= end:
            start, end = min(start, unit.start), max(end, unit.end)
    return start, end


def _cue(sentence: Sentence, index: int) -> Cue:
    begin = group_start(sentence, index)
    negated = any(sentence.lower(k) in NEGATIONS for k in range(begin, index))
    form = str(sentence.token(index).tag_)
    return Cue(entry=_entry(sentence, index), start=index, end=index + 1, group_start=begin, negated=negated, form=form)


def _entry(sentence: Sentence, index: int) -> CueEntry:
    """The lexicon's entry for a word, or that of a verb of speech for a word that it does not have."""
    word = sentence.lower(index)
    verbs = [entry for entry in verb_entries().get(word, ()) if not entry.tail]
    noun = noun_entries().get(word)
    if noun is not None and sentence.token(index).pos_ == "NOUN":
        return noun
    return verbs[0] if verbs else noun or SPEECH
