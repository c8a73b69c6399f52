"""Claims, stage 7: what is told comes in with quotations that stand alone; those go out as whose words they must be.

`She denied the charge. “My uncle was never paid.”` is told of her only where nobody else in that sentence can have
spoken.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator.extract.claims.attributions import people_nouns
from generator.extract.claims.contents import is_stop
from generator.extract.claims.cue_words import CueKind, verb_entries
from generator.extract.claims.deeds import is_somebody
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import CONJUNCTIONS, FINITE, RELATIVES, SUBJECT_ARCS, Range
from generator.extract.claims.sentences import OPEN_ENDINGS, Sentence
from generator.extract.claims.telling import FIRST_PERSON
from generator.extract.claims.weighing import FOLLOWING
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.extract.names.forms import sex_of
from generator.extract.names.pronouns import SEX
from generator.extract.tokens import Token
from generator.model.ids import fold

THIRD_PERSON = frozenset(SEX) | words("cues_grammar", "sexless")
MINDS = frozenset({"belief", "intention"})
TOLD_IN = frozenset({"statement", "denial", "allegation", "insistence", "promise"})
"""Groups of cues behind which somebody's own words may follow; behind a question an answer may."""


def follower(before: Sentence, quoting: Sentence, after: Sentence | None) -> Draft | None:
    """A draft, with no source yet, of a quotation behind another sentence.

    What is told next may tell whose it is: `“We have had enough.” That was the view of everybody.`
    """
    last = quoting.quoted[-1].quotation
    ending = quoting.document.quote(last.pieces[-1]).rstrip()[-1:]
    if not last.closed or ending not in {".", *OPEN_ENDINGS} or not _is_next(before, quoting):
        return None
    if after is not None and after.lower(after.start) in words("cues_grammar", "pointing_back"):
        return None
    if len(last.pieces) > 1 and _tells_more(quoting.document, last.pieces[-1]):
        return None
    if may_be_answer(before, quoting, after):
        return None
    content = ((quoting.quoted[0].start, quoting.quoted[-1].end),)
    return Draft(
        sentence=quoting, cue=None, source=None, content=content, shape=FOLLOWING, order="after", origin=before
    )


def _tells_more(document: Document, piece: Span) -> bool:
    """Whether more words stand behind a quotation in its last paragraph, as those that tell who speaks."""
    end = next(end for start, end in document.paragraphs if start <= piece[0] < end)
    return any(letter.isalpha() for letter in document.quote((piece[1], end)))


def _is_next(before: Sentence, quoting: Sentence) -> bool:
    """Whether a quotation goes on in the same paragraph, or is the next with somebody speaking of themselves in it."""
    of_itself = any(quoting.lower(k) in FIRST_PERSON for k in range(quoting.start, quoting.end))
    between = range(before.end, quoting.start)
    return not between or (of_itself and all(quoting.token(k).is_space for k in between))


def may_be_answer(before: Sentence, quoting: Sentence, after: Sentence | None) -> bool:
    """Whether a quotation opens a paragraph that tells more then, behind one that ends on a question."""
    last = before.quoted[-1].quotation if before.quoted else None
    tells_more = after is not None and before.end < quoting.start and after.start == quoting.end and not is_bare(after)
    asks = last is not None and last.closed and before.document.quote(last.pieces[-1]).rstrip()[-1:] == "?"
    return tells_more and asks


def is_bare(sentence: Sentence) -> bool:
    """Whether a sentence is quotations and nothing else."""
    return bool(sentence.quoted) and all(
        sentence.quoted_at(k) is not None or not sentence.token(k).is_alpha for k in range(sentence.start, sentence.end)
    )


def with_sources(told: Iterable[Draft]) -> Iterator[Draft]:
    """What is told, each quotation that follows with the one source of the sentence before, or left out."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in sorted(told, key=lambda draft: draft.sentence.start):
        if draft.shape == FOLLOWING and draft.origin is not None:
            leader = _leader(by_sentence.get(draft.origin.start, ()), draft)
            if leader is None:
                continue
            draft = replace(draft, source=leader.source, origin=leader.origin or leader.sentence, shape="quote")
        if not draft.sentence.depth:
            by_sentence.setdefault(draft.sentence.start, []).append(draft)
        yield draft


def _leader(told: Sequence[Draft], following: Draft) -> Draft | None:
    """Whose words go on from a sentence by what it tells: whoever is quoted last in it, or alone reports in it."""
    quoting = [draft for draft in told if any(draft.quotes()) and draft.source is not None]
    if quoting:
        return last_quoted(quoting)
    own = [draft for draft in told if _reports(draft)]
    named = {draft.source for draft in told if draft.source is not None and not _is_pronoun(draft, draft.source)}
    if not own or len(named | {own[-1].source}) > 1:
        return None
    return None if _may_be_anothers(own[-1], told, following) else own[-1]


def last_quoted(quoting: Sequence[Draft]) -> Draft:
    """Whose words are quoted last, not who only reports them: `“A,” [he] said, the Courier reported`."""
    last = quoting[-1]
    inside = [
        draft
        for draft in quoting[:-1]
        if draft.cue is not None and any(start <= draft.cue.start < end for start, end in last.content)
    ]
    return inside[-1] if inside else last


def _is_pronoun(draft: Draft, source: Range) -> bool:
    return source[1] - source[0] == 1 and draft.sentence.lower(source[0]) in SEX


def _reports(draft: Draft) -> bool:
    """Whether a draft's verb is the main one of its sentence, and its words end it or begin it."""
    cue, sentence = draft.cue, draft.sentence
    if cue is None or draft.source is None or draft.minds:
        return False
    if cue.entry.kind is not CueKind.VERB or cue.entry.group not in TOLD_IN or cue.form not in FINITE | {"VBN"}:
        return False
    if draft.shape.endswith("question") or (draft.shape.endswith("infinitive") and cue.entry.group != "promise"):
        return False
    if cue.passive or cue.undone is not None or cue.modal is not None:
        return False
    end = sentence.end
    while end > sentence.start and is_stop(sentence, end - 1):
        end -= 1
    ends = max(cue.end, draft.content[-1][1], draft.source[1]) == end
    return ends and sentence.lower(cue.group_start - 1) not in RELATIVES


def _may_be_anothers(leader: Draft, told: Sequence[Draft], quoting: Draft) -> bool:
    """Whether somebody else who is spoken of may say what follows, or whoever is told of has no one voice."""
    sentence, (start, end) = leader.sentence, leader.source or (0, 0)
    said = [sentence.token(k) for k in range(start, end)]
    sexes = {sex for token in said if (sex := sex_of(fold(token.text).rstrip(".")))}
    sexes |= {SEX[sentence.lower(k)] for k in range(sentence.start, sentence.end) if sentence.lower(k) in SEX}
    if len(sexes) > 1 or _has_no_voice(said):
        return True
    own = {draft.cue.start for draft in told if draft.cue is not None}
    others = [k for k in range(sentence.start, sentence.end) if not start <= k < end and k not in own]
    words_of_it = {quoting.sentence.lower(k) for k in range(*quoting.content[0])}
    if leader.order != "after":  # "…, she said. “…”": nobody is nearer
        return any(_speaks(sentence, k) for k in others)
    return any(_speaks(sentence, k) or _is_told_of(sentence, k, words_of_it) for k in others)


def _has_no_voice(source: Sequence["Token"]) -> bool:
    """Whether a source is several who speak together, a paper, or nobody in particular."""
    head = next((token for token in source if token.head not in source), source[-1])
    many = head.tag_ in {"NNS", "NNPS"} or head.lower_ in words("cues_grammar", "several")
    return many or head.lower_ in words("acts", "papers") or any(token.lower_ in CONJUNCTIONS for token in source)


def _speaks(sentence: Sentence, index: int) -> bool:
    """Whether a token names somebody, what bears words, or somebody's saying: `her aide [warned] of it`."""
    token = sentence.token(index)
    if token.ent_type_ == "PERSON" or token.lemma_.lower() in words("acts", "papers") | words("cues_grammar", "worded"):
        return True
    subject = next((child.lower_ for child in token.children if child.dep_ == "nsubj"), None)
    is_told = any(not entry.tail and entry.group not in MINDS for entry in verb_entries().get(token.lower_, ()))
    return token.pos_ == "VERB" and is_told and subject is not None and subject not in SEX


def _is_told_of(sentence: Sentence, index: int, quoted: AbstractSet[str]) -> bool:
    """Whether others are told of who may say what is quoted, which does not speak of them: `[pupils] were in tears`."""
    token = sentence.token(index)
    if token.dep_ not in SUBJECT_ARCS or token.pos_ not in {"NOUN", "PROPN"}:
        return False
    of_itself = not FIRST_PERSON.isdisjoint(quoted)
    if token.tag_ in {"NNS", "NNPS"}:
        return of_itself
    noun = token.lemma_.lower()
    lives = is_somebody(sentence, index, index + 1) or noun in people_nouns() | words("cues_grammar", "bystanders")
    return (lives or sex_of(noun) is not None) and (of_itself or THIRD_PERSON.isdisjoint(quoted))
