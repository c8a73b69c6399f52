"""Claims, beside stages 2 to 4: what the tagger reads comes in, drafts like those of the rules go out."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extract.claims.bystanders import (
    is_acted_on,
    is_bidden,
    is_bystander,
    is_charged,
    is_made_by,
    is_of_clause,
    is_only_heard,
    is_past_clause,
    is_told_beside,
    is_told_by_another,
    is_whose,
    is_written_to,
)
from generator.extract.claims.clock import Clock
from generator.extract.claims.contents import bare_end, shape, without_rest
from generator.extract.claims.cue_words import (
    DENIAL,
    SPEECH,
    CueEntry,
    CueKind,
    is_reporting,
    noun_entries,
    verb_entries,
)
from generator.extract.claims.cues import Cue, is_firmly_noun, is_told_of, phrase_at, verb_cue
from generator.extract.claims.cutting import breaks, closes_aside, ends_in_teller, without_stump
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import (
    BREAKS,
    FINITE,
    RELATIVES,
    Range,
    is_finite,
)
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.settings import past_count, past_links, plain_that
from generator.extract.claims.subjecthood import (
    is_no_subject,
    is_of_other_clause,
    is_set_against,
)
from generator.extract.claims.subjects import governing_subject, subject_before
from generator.extract.claims.tagged_phrases import whole_phrase
from generator.extract.claims.tagger import TaggedClaim, Tagging
from generator.extract.lexicon import words

TAGGED = "tagged-"
"""Before the shape of what the tagger found, to tell it from what the rules did."""


def tagged_drafts(claims: Iterable[TaggedClaim], sentences: Iterable[Sentence], clock: Clock) -> Iterator[Draft]:
    """Drafts of each claim that stands in one sentence: with the source as read, and with the verb's own subject."""
    by_depth: tuple[list[Sentence], list[Sentence]] = ([], [])
    for sentence in sentences:
        by_depth[min(sentence.depth, 1)].append(sentence)
    for claim in claims:
        for ordered in reversed(by_depth):
            place = bisect_right(ordered, claim.cue, key=lambda sentence: sentence.start) - 1
            if place >= 0 and (draft := _draft(ordered[place], claim)) is not None:
                yield from _with_subject(draft, clock)
                break


def _with_subject(draft: Draft, clock: Clock) -> Iterator[Draft]:
    """A draft, and the same with the subject that the rules give its verb; they know whom a relative pronoun means."""
    cue, source = draft.cue, draft.source
    subject = _subject(draft, clock) or _shared_subject(draft, clock)
    if subject is None and cue is not None and source is not None and is_no_subject(draft.sentence, source, cue):
        if is_of_other_clause(draft.sentence, source, cue):
            return
        subject = governing_subject(draft.sentence, cue, clock)
    if subject is not None and draft.order == "around" and (told := _without(draft, subject)) is not None:
        yield replace(told, source=subject)
        return
    if subject is None or subject == draft.source or _is_within(subject, draft):
        yield draft
        return
    yield replace(draft, source=subject)
    if draft.source is not None and _is_beside_which(draft.sentence, subject, draft.source):
        return
    if (
        draft.source is not None
        and draft.cue is not None
        and (
            is_acted_on(draft.sentence, subject, draft.source, draft.cue)
            or is_bystander(draft.sentence, subject, draft.source, draft.cue)
        )
    ):
        return
    if draft.source is None or is_told_beside(draft.sentence, subject, draft.source):
        return
    if is_charged(replace(draft, source=subject), draft.source):
        return
    if draft.cue is not None and is_no_subject(draft.sentence, draft.source, draft.cue):
        return
    if draft.cue is not None and is_told_by_another(draft.sentence, draft.source, draft.cue):
        return
    if draft.cue is not None and is_written_to(draft.sentence, draft.source, draft.cue):
        return
    if draft.sentence.lower(draft.source[1] - 1) not in RELATIVES and not is_past_clause(
        draft.sentence, subject, draft.source
    ):
        yield draft


def _subject(draft: Draft, clock: Clock) -> Range | None:
    cue = draft.cue
    if cue is None or cue.passive or not cue.form.startswith("V"):
        return None
    if cue.infinitive or (cue.form == "VBG" and cue.group_start == cue.start):
        return governing_subject(draft.sentence, cue, clock)
    return subject_before(draft.sentence, cue.group_start, clock)


def with_read_sources(drafts: Iterable[Draft], tagging: Tagging) -> Iterator[Draft]:
    """Every draft of the rules, and beside it the same with the source that the tagger reads, where that is another.

    A relative pronoun alone is none: the rules give it with whom it stands for.
    """
    for draft in drafts:
        yield draft
        if draft.cue is None or draft.origin is not None or draft.cue.entry.kind is CueKind.MARK:
            continue
        if is_told_of(draft.cue):
            continue
        read = tagging.claims.get(tagging.cue_in(draft.cue.start, draft.cue.end))
        source = None if read is None else whole_phrase(draft.sentence, read.source)
        if source is None or source == draft.source or _is_within(source, draft):
            continue
        if is_bidden(draft.cue, source, draft.shape):
            continue
        if is_whose(draft.sentence, source, draft.cue) or is_charged(draft, source) or is_made_by(draft):
            continue
        if is_told_by_another(draft.sentence, source, draft.cue) or is_written_to(draft.sentence, source, draft.cue):
            continue
        if draft.shared and draft.source is not None and is_bystander(draft.sentence, draft.source, source, draft.cue):
            continue
        if draft.source is not None and not draft.shared and is_past_clause(draft.sentence, draft.source, source):
            continue
        if draft.source is not None and is_of_clause(draft.sentence, source, draft.cue.group_start):
            continue
        if draft.shared and draft.source is not None and is_acted_on(draft.sentence, draft.source, source, draft.cue):
            continue
        if draft.source is not None and is_no_subject(draft.sentence, source, draft.cue):
            continue
        if draft.shared and draft.source is not None and is_set_against(draft.sentence, source, draft.source):
            continue
        if draft.source is not None and source[0] == draft.source[0] and draft.sentence.lower(source[1]) == "of":
            continue  # "statements by [her chief] of staff"
        if draft.source is not None and _is_beside_which(draft.sentence, draft.source, source):
            continue
        if draft.source is not None and is_told_beside(draft.sentence, draft.source, source):
            continue
        if draft.shared and draft.source is not None and _is_before_which(draft.sentence, draft.source, source):
            continue
        if draft.sentence.lower(source[1] - 1) not in RELATIVES | {"that", ""}:
            yield replace(draft, source=source)


def _shared_subject(draft: Draft, clock: Clock) -> Range | None:
    """The subject of a sentence whose second verb would else be its object's: `a clerk heard Mr Lee and said`."""
    cue, source = draft.cue, draft.source
    if cue is None or source is None or cue.passive or source[1] > cue.start:
        return None
    joined = cue.form == "VBN" and cue.group_start == cue.start and draft.sentence.lower(cue.start - 1) == "and"
    if cue.form not in FINITE and not joined:
        return None
    subject = governing_subject(draft.sentence, cue, clock)
    if subject is None:
        return None
    sentence = draft.sentence
    acted_on = is_acted_on(sentence, subject, source, cue) or is_bystander(sentence, subject, source, cue)
    return subject if acted_on else None


def _is_before_which(sentence: Sentence, subject: Range, read: Range) -> bool:
    """Whether what is read stands before whom a relative clause tells of: `her word is backed by [Lee, who] said`."""
    return sentence.lower(subject[1] - 1) in RELATIVES and read[1] <= subject[0]


def _is_beside_which(sentence: Sentence, subject: Range, read: Range) -> bool:
    """Whether what is read only tells of a thing that says it: `[a panel, led by Ms Lee, which] found`, not she."""
    inside = subject[0] < read[0] and read[1] <= subject[1]
    is_person = sentence.token(read[1] - 1).ent_type_ == "PERSON"
    return inside and is_person and sentence.lower(subject[1] - 1) == "which"


def _is_within(source: Range, draft: Draft) -> bool:
    """Whether a source stands in what it is to have said."""
    return any(start < source[1] and source[0] < end for start, end in draft.content)


def _without(draft: Draft, subject: Range) -> Draft | None:
    """A draft without the words before its verb that are the subject's: `one rose over it and [Ms Lee] said [it fell]`.

    None where there are none, or none else is left.
    """
    quoted = draft.sentence.quoted_at
    joined = subject[0] - (draft.sentence.lower(subject[0] - 1) in {"and", "but"})
    read = [piece for piece in draft.content if piece[0] < subject[1] and joined <= piece[1] and piece[1] != subject[0]]
    left = tuple(piece for piece in draft.content if piece not in read)
    plain = read and not any(quoted(k) for piece in read for k in range(*piece))
    finite = draft.cue is not None and draft.cue.form in FINITE
    return replace(draft, content=left, order="after") if plain and left and finite else None


def _draft(sentence: Sentence, claim: TaggedClaim) -> Draft | None:
    parts = [(claim.cue, claim.cue + 1), *claim.content, *([claim.source] if claim.source else [])]
    if any(start < sentence.start or end > sentence.end for start, end in parts):
        return None
    content = tuple(_with_marks(sentence, _whole(sentence, piece)) for piece in claim.content)
    if sentence.lower(claim.cue - 1) in RELATIVES:
        content = tuple(piece for piece in content if piece[0] > claim.cue) or content
    content = tuple(without_rest(sentence, _past_colon(sentence, piece)) for piece in content)
    content = tuple(piece for piece in content if not _leads_nowhere(sentence, piece, content)) or content
    if claim.source is not None:  # "“Rubbish!” bawled [the chancellor]"
        content = tuple(piece for piece in content if not _holds(piece, claim.source)) or content
    before = [piece for piece in content if piece[0] < claim.cue]
    order = "after" if not before else "around" if len(before) < len(content) else "before"
    if order == "after" and _is_seconds(sentence, claim.cue, content[0][0]):
        return None
    entry, end = _entry(sentence, claim.cue, content)
    cue = verb_cue(sentence, claim.cue, end, entry)
    if cue.entry.addressed and not cue.passive and content[0][0] >= cue.end:
        content = (_past_addressee(sentence, cue, content[0]), *content[1:])
    if content[0][0] == cue.end:
        content = ((past_count(sentence, cue.end), content[0][1]), *content[1:])
    if cue.entry.group == DENIAL and len(content) == 1:
        content = ((content[0][0], bare_end(sentence, content[0])),)
    kind = TAGGED + shape(sentence, content[0])
    source = None if is_told_of(cue) else whole_phrase(sentence, claim.source)
    if source is not None and source[0] < cue.start < source[1]:
        source = source[0], cue.start  # "[Ms Lee] shot back", where “shot” may be taken for a noun
    if source is not None and (is_of_clause(sentence, source, cue.group_start) or is_whose(sentence, source, cue)):
        source = None
    if source is not None and (is_bidden(cue, source, kind) or is_only_heard(sentence, source, cue)):
        source = None
    return Draft(sentence=sentence, cue=cue, source=source, content=content, shape=kind, order=order)


def _is_seconds(sentence: Sentence, verb: int, start: int) -> bool:
    """Whether words are what a second verb governs: `accused them of sleaze and [called] on him to [go]`."""
    if sentence.lower(start) in words("cues_grammar", "conceding") and sentence.token(start + 1).tag_ == "VBG":
        return True  # "asked for advice [despite denying that he had]"
    between = (sentence.token(k) for k in range(verb + 1, start))
    return any(token.dep_ == "conj" and token.head.i == verb and token.pos_ == "VERB" for token in between)


def _leads_nowhere(sentence: Sentence, piece: Range, content: tuple[Range, ...]) -> bool:
    """Whether unquoted words stand before a colon that leads to a quotation: `By [the union], signs ask: “Why?”`."""
    plain = not any(sentence.quoted_at(k) is not None for k in range(*piece))
    return plain and any(
        piece[1] < other[0] and sentence.lower(other[0] - 1) == ":" and sentence.quoted_at(other[0])
        for other in content
    )


def _holds(piece: Range, source: Range) -> bool:
    return piece[0] <= source[0] and source[1] <= piece[1]


def _whole(sentence: Sentence, piece: Range) -> Range:
    """A piece with the verb of its last clause, which may be cut off: `claims that he swore the firm [would win]`."""
    start, end = _up_to_next(sentence, piece)
    if sentence.lower(end).isalpha():
        end = without_stump(sentence, start, end)
    that = next((k for k in range(end - 1, start, -1) if sentence.lower(k) == "that"), None)
    if that is None or end >= sentence.end or not is_finite(sentence, end):
        return start, end
    if any(is_finite(sentence, k) for k in range(that, end)):
        return start, end
    stops = (k for k in range(end, sentence.end) if sentence.token(k).text in BREAKS | {'"', "”", "’"})
    return start, next(stops, sentence.end)


def _past_addressee(sentence: Sentence, cue: Cue, piece: Range) -> Range:
    """A piece without whom it is said to: `promised [his partner] that he had nothing to fear`."""
    start, end = piece
    that = None if sentence.quoted_at(start) else plain_that(sentence, start, end)
    return piece if that is None else (past_links(sentence, that, end, cue), end)


def _up_to_next(sentence: Sentence, piece: Range) -> Range:
    """A piece up to where its source, or another, says more: `it was unsafe[, adding that …]`, `it fell[, he said]`."""
    start, end = piece
    for index in range(start + 1, end - 1):
        if sentence.quoted_at(index) is not None:
            continue
        adds = sentence.lower(index) == "adding" and sentence.lower(index + 1) == "that"
        if adds or closes_aside(sentence, start, index) or (sentence.lower(index) != ";" and breaks(sentence, index)):
            return start, index - (sentence.lower(index - 1) == ",")
        if sentence.lower(index) != ",":
            continue
        says_more = sentence.token(index + 1).tag_ == "VBG" and is_reporting(sentence.lower(index + 1))
        if says_more or ends_in_teller(sentence, index):
            return start, index
    return piece


def _past_colon(sentence: Sentence, piece: Range) -> Range:
    """A piece without what only leads up to a quotation: `said of [the race: “It is over.”]`."""
    start, end = piece
    quote = next((k for k in range(start, end) if sentence.quoted_at(k) is not None), start)
    leads = quote > start and sentence.lower(quote - 1) == ":"
    return (quote, end) if leads and not any(is_finite(sentence, k) for k in range(start, quote)) else piece


def _with_marks(sentence: Sentence, piece: Range) -> Range:
    """A piece with the marks of the quotations whose words it holds."""
    start, end = piece
    for unit in sentence.quoted:
        stops = all(sentence.token(k).is_punct for k in range(end, unit.end - 1))
        if start <= unit.start + 1 and end > unit.start and stops:
            start, end = min(start, unit.start), max(end, unit.end)
    return start, end


def _entry(sentence: Sentence, index: int, content: tuple[Range, ...]) -> tuple[CueEntry, int]:
    """The lexicon's entry for a word and where its words end, or that of a verb of speech for one that it has not."""
    word = sentence.lower(index)
    noun = noun_entries().get(word)
    if noun is not None and (sentence.token(index).pos_ == "NOUN" or is_firmly_noun(sentence, index)):
        return noun, index + 1
    phrase = phrase_at(sentence, index)
    if phrase is not None and not any(start < phrase[1] and index < end for start, end in content):
        return phrase
    verbs = [entry for entry in verb_entries().get(word, ()) if not entry.tail]
    return (verbs[0] if verbs else noun or SPEECH), index + 1
