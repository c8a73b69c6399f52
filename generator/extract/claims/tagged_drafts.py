"""Claims, beside stages 2 to 4: what the tagger reads comes in, drafts like those of the rules go out."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

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
from generator.extract.claims.cues import BE, Cue, is_told_of, verb_cue
from generator.extract.claims.cutting import breaks, ends_in_teller, without_stump
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import (
    BREAKS,
    CLAUSE_WORDS,
    FINITE,
    LAPSES,
    RELATIVES,
    TITLES,
    Range,
    is_finite,
)
from generator.extract.claims.phrases import STANDALONE, phrase_start
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.settings import past_count, past_links, plain_that
from generator.extract.claims.subjecthood import (
    determines,
    in_brackets,
    is_in_fronted,
    is_no_subject,
    is_of_other_clause,
    is_set_against,
)
from generator.extract.claims.subjects import governing_subject, subject_before
from generator.extract.claims.tagger import TaggedClaim, Tagging
from generator.extract.lexicon import words

INNER = frozenset(["'s", "’s", "-"])
"""No phrase begins with these."""
CUT_OFF = frozenset({"DT", "IN", "CC", "TO", "PDT"})
"""No phrase ends in a word of these kinds."""
AUDIENCE = words("cues_grammar", "audience")
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
    if subject is None or subject == draft.source or _is_within(subject, draft):
        yield draft
        return
    yield replace(draft, source=subject)
    if (
        draft.source is not None
        and draft.cue is not None
        and _is_acted_on(draft.sentence, subject, draft.source, draft.cue)
    ):
        return
    if draft.source is None or _is_told_beside(draft.sentence, subject, draft.source):
        return
    if draft.cue is not None and is_no_subject(draft.sentence, draft.source, draft.cue):
        return
    if draft.sentence.lower(draft.source[1] - 1) not in RELATIVES:
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
        source = None if read is None else _phrase(draft.sentence, read.source)
        if source is None or source == draft.source or _is_within(source, draft):
            continue
        if draft.source is not None and _is_of_clause(draft.sentence, source, draft.cue.group_start):
            continue
        if draft.shared and draft.source is not None and _is_acted_on(draft.sentence, draft.source, source, draft.cue):
            continue
        if draft.source is not None and is_no_subject(draft.sentence, source, draft.cue):
            continue
        if draft.shared and draft.source is not None and is_set_against(draft.sentence, source, draft.source):
            continue
        if draft.source is not None and source[0] == draft.source[0] and draft.sentence.lower(source[1]) == "of":
            continue  # "statements by [her chief] of staff"
        if draft.source is not None and _is_told_beside(draft.sentence, draft.source, source):
            continue
        if draft.sentence.lower(source[1] - 1) not in RELATIVES | {"that", ""}:
            yield replace(draft, source=source)


def _is_told_beside(sentence: Sentence, subject: Range, source: Range) -> bool:
    """Whether a source only stands beside the subject: in what is told of it, or with a verb of its own before it.

    So in `Ms Quinn, who leads [the Green Party], said`, `[Ms Quinn] accused Mr Hale, who said`; and beside another,
    `the crew and [the council] said`, `[they] met, with Ms Quinn saying`, `Ms Quinn, like [Mr Hale], said`.
    """
    if sentence.lower(subject[0] - 1) == "with" and source[1] < subject[0]:
        return True
    # "Ms Quinn, in the absence of [Mr Hale], said"
    opens = sentence.lower(subject[1]) == "," and sentence.token(subject[1] + 1).tag_ == "IN"
    if opens and subject[1] < source[0] and not any(is_finite(sentence, k) for k in range(subject[1], source[0])):
        return True
    if sentence.lower(subject[1] - 1) in RELATIVES and any(
        is_finite(sentence, k) for k in range(source[1], subject[0])
    ):
        return True
    if subject[0] < source[0] and source[1] == subject[1] and sentence.lower(source[0] - 1) == "and":
        return True
    before = range(subject[0], source[0]) if source[1] <= subject[1] else range(0)
    return any(sentence.lower(k) in RELATIVES or sentence.lower(k) == "whose" for k in before)


def _phrase(sentence: Sentence, source: Range | None) -> Range | None:
    """A source with the whole of its names, without what only joins it; none where it holds a verb of its own."""
    if source is None:
        return None
    start, end = max(source[0], sentence.start), source[1]  # "[21.20 –] Ms Lee said": the hour is no part of it
    while start < end - 1 and sentence.token(start).tag_ in {"IN", "CC", "WDT", "WP"}:
        start += 1
    if is_in_fronted(sentence, start):
        # "At [the party's debate, Ms Lee] said", "Speaking to [Mr Bell, Ms Lee] said": what stands before says nothing
        alone = end if start == sentence.start + 1 else start
        start = next((k + 1 for k in range(start, end - 1) if sentence.lower(k) == ","), alone)
    while end > start and sentence.token(end - 1).tag_ == "POS":
        end -= 1
    if sentence.lower(start) == "something" and end - start > 1:
        start += 1  # "a cut, [something Ms Lee] said she could not back"
    start -= start > sentence.start and determines(sentence, start, end)
    if start >= end or _is_time(sentence, start, end) or (end - start == 1 and sentence.token(start).tag_ == "IN"):
        return None
    while start > sentence.start and (_goes_on(sentence, start) or sentence.token(start).text in INNER):
        start -= 1
    while end < sentence.end and _goes_on(sentence, end):
        end += 1
    end += _is_cut_compound(sentence, end)
    opened = [sentence.token(k).text for k in range(start, end) if sentence.token(k).text in {"(", ")"}]
    written = sentence.document.quote(sentence.chars(start, end))
    if written.count(")") > written.count("("):
        return None
    end += opened[-1:] == ["("] and sentence.lower(end) == ")"
    if (opening := in_brackets(sentence, start, end)) is not None:  # "Ms Lane ([R-Ohio])"
        named = phrase_start(sentence, opening)
        closing = next(k for k in range(end, sentence.end) if sentence.lower(k) == ")")
        start, end = (start, end) if named is None else (named, closing + 1)
    for index in range(start, end):
        if sentence.lower(index) == "whose" and not any(is_finite(sentence, k) for k in range(index, end)):
            start = index  # "Ms Lee, [whose brother] says": not she
        if sentence.lower(index) == "that" and sentence.token(index + 1).pos_ in {"DET", "PRON", "PROPN"}:
            return None  # "told [the clerk that Ms Lee] knew": no phrase
        if sentence.lower(index) in RELATIVES | {"that"}:
            break
        if is_finite(sentence, index):
            return None
    if sentence.lower(end) in AUDIENCE or (sentence.lower(end) in BE and sentence.lower(end + 1) == "told"):
        return None  # "the court heard that he was ill and said …": not the court
    is_cut_off = sentence.token(end - 1).tag_ in CUT_OFF and sentence.lower(end - 1) not in STANDALONE
    return None if is_cut_off else (start, end)


def _is_cut_compound(sentence: Sentence, end: int) -> bool:
    """Whether a phrase goes on with the noun that its last one belongs to: `the shop [steward]`."""
    last = sentence.token(end - 1)
    goes_on = last.dep_ == "compound" and last.head.i == end < sentence.end and last.pos_ in {"NOUN", "PROPN"}
    return goes_on and last.head.tag_.startswith("NN") and not is_reporting(sentence.lower(end))


def _is_time(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a phrase only tells when: `at [the weekend]`."""
    last = sentence.token(end - 1)
    known = words("cues_grammar", "times_before_verb") | LAPSES
    return last.ent_type_ in {"DATE", "TIME"} or (last.lower_ in known and not last.ent_type_)


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a name, or a word with a hyphen, goes on with a token rather than begins."""
    token, before = sentence.token(index), sentence.token(max(index - 1, 0))
    is_named = token.ent_iob_ == "I" or (token.ent_type_ == "PERSON" and before.lower_ in TITLES)
    return is_named or ("-" in {token.text, before.text} and not before.whitespace_)


def _shared_subject(draft: Draft, clock: Clock) -> Range | None:
    """The subject of a sentence whose second verb would else be its object's: `a clerk heard Mr Lee and said`."""
    cue, source = draft.cue, draft.source
    if cue is None or source is None or cue.passive or cue.form not in FINITE or source[1] > cue.start:
        return None
    subject = governing_subject(draft.sentence, cue, clock)
    return subject if subject is not None and _is_acted_on(draft.sentence, subject, source, cue) else None


def _is_acted_on(sentence: Sentence, subject: Range, source: Range, cue: Cue) -> bool:
    """Whether a source is the object of a verb whose subject a second one shares: `a clerk heard [Mr Lee] and said`."""
    between = range(subject[1], source[0])
    joins = sentence.lower(cue.group_start - 1) in {"and", "but"} and source[1] <= cue.start
    if not joins or not between or any(sentence.lower(k) in CLAUSE_WORDS | RELATIVES for k in between):
        return False
    verbs = [k for k in between if is_finite(sentence, k)]
    return len(verbs) == 1 and verbs[0] == subject[1] and sentence.lower(verbs[0]) not in AUDIENCE | {"told"}


def _is_of_clause(sentence: Sentence, source: Range, verb: int) -> bool:
    """Whether a source is a subject of what is told before a verb: `he said that [the clerk] knew, but denied it`."""
    joins = sentence.lower(verb - 1) in {"and", "but"} and sentence.lower(verb - 2) == ","
    tells = [k for k in range(sentence.start, source[0]) if is_finite(sentence, k) or sentence.token(k).tag_ == "VBN"]
    return joins and sentence.lower(source[0] - 1) == "that" and any(is_reporting(sentence.lower(k)) for k in tells)


def _is_within(source: Range, draft: Draft) -> bool:
    """Whether a source stands in what it is to have said."""
    return any(start < source[1] and source[0] < end for start, end in draft.content)


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
    cue = verb_cue(sentence, claim.cue, claim.cue + 1, _entry(sentence, claim.cue))
    if cue.entry.addressed and not cue.passive and content[0][0] >= cue.end:
        content = (_past_addressee(sentence, cue, content[0]), *content[1:])
    if content[0][0] == cue.end:
        content = ((past_count(sentence, cue.end), content[0][1]), *content[1:])
    if cue.entry.group == DENIAL and len(content) == 1:
        content = ((content[0][0], bare_end(sentence, content[0])),)
    kind = TAGGED + shape(sentence, content[0])
    source = None if is_told_of(cue) else _phrase(sentence, claim.source)
    if source is not None and _is_of_clause(sentence, source, cue.group_start):
        source = None
    return Draft(sentence=sentence, cue=cue, source=source, content=content, shape=kind, order=order)


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
        if adds or (sentence.lower(index) != ";" and breaks(sentence, index)):
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


def _entry(sentence: Sentence, index: int) -> CueEntry:
    """The lexicon's entry for a word, or that of a verb of speech for a word that it does not have."""
    word = sentence.lower(index)
    verbs = [entry for entry in verb_entries().get(word, ()) if not entry.tail]
    noun = noun_entries().get(word)
    if noun is not None and sentence.token(index).pos_ == "NOUN":
        return noun
    return verbs[0] if verbs else noun or SPEECH
