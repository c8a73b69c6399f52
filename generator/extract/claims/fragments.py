"""Claims, before stage 7: a possible attribution comes in; whether its words are only part of something goes out."""

from generator.extract.claims.clause_ends import clause_end
from generator.extract.claims.cue_words import ALLEGATION, DENIAL, CueKind, is_reporting, noun_entries
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import FINITE, RELATIVES, SUBJECT_ARCS, TITLES, is_finite, opens_with_clause
from generator.extract.claims.stacking import is_tagged
from generator.extract.claims.weighing import INTERPOSED
from generator.extract.lexicon import words

ARTICLES = words("cues_grammar", "plain_articles")
LONGEST_DETERMINED = 2
LONGEST_OCCASION = 5
"""Tokens from a verb to the occasion on which something was said."""
GOVERNED = frozenset({"obj", "iobj", "ccomp", "xcomp"})
BEFORE_HEAD = frozenset({"amod", "compound", "det", "nummod"})


def is_fragment(draft: Draft) -> bool:
    """Whether what the tagger reads as words is only part of something.

    So are `[the]`, `from [a] contest`, `was said by [friends to be ill]`, `Bell['s tale]`, `to Mr [Bell today]` and, of
    a source, `who [spoke …]`, `Ms Lee, [who runs a shop]`.
    """
    is_aside = _is_placed(draft) or _is_relative(draft) or _leaves_relative(draft) or _only_places(draft)
    return is_aside or (is_tagged(draft) and _is_part(draft))


def _is_part(draft: Draft) -> bool:
    (start, end), sentence = draft.content[0], draft.sentence
    last = draft.content[-1][1]
    is_bare = sentence.token(start).tag_ == "DT" or sentence.lower(start) in words("cues_grammar", "bare_objects")
    is_article = (end - start == 1 and is_bare and len(draft.content) == 1) or sentence.token(start).tag_ == "POS"
    goes_on = sentence.lower(last).isalpha()
    governs = goes_on and sentence.token(last).tag_ == "VBG" and sentence.token(last - 1).tag_ == "IN"
    is_cut_off = governs or _is_cut_off(draft, start, last)
    opens_clause = start - (sentence.lower(start) not in RELATIVES)
    is_clause_of_source = (
        sentence.lower(opens_clause) in RELATIVES
        and is_finite(sentence, opens_clause + 1)
        and (opens_clause < start or sentence.lower(start - 1) == ",")
    )
    is_in_name = sentence.token(start).ent_type_ == "PERSON" and sentence.lower(start - 1) in TITLES
    is_agent = (
        draft.cue is not None
        and draft.cue.passive
        and sentence.lower(draft.cue.end) == "by"
        and draft.cue.end < start <= draft.cue.end + LONGEST_DETERMINED
    )
    return (
        is_agent
        or is_article
        or is_cut_off
        or is_in_name
        or is_clause_of_source
        or _leaves_aside(draft)
        or _opens_brackets(draft)
        or _is_torn(draft)
        or _is_past_verb(draft)
        or _is_repeated(draft)
        or _is_of_charge(draft)
        or _runs_on(draft)
    )


def _only_places(draft: Draft) -> bool:
    """Whether what follows only tells where it was said: `testified [at the hearing where he was sentenced]`."""
    cue, sentence, start = draft.cue, draft.sentence, draft.content[0][0]
    if cue is None or cue.entry.tail or start < cue.end or sentence.lower(cue.end) not in {"at", "before", "during"}:
        return False
    near = range(cue.end + 1, min(cue.end + LONGEST_OCCASION, sentence.end))
    held = next((k for k in near if sentence.lower(k) in words("cues_grammar", "occasions")), cue.end)
    return cue.end < held and start <= held and not any(draft.quotes())


def _leaves_relative(draft: Draft) -> bool:
    """Whether words are told by whoever only is told of: `citing a clerk, whom it did not name, that [he lied]`."""
    source, sentence = draft.source, draft.sentence
    if source is None or draft.cue is None or sentence.lower(source[0] - 1) != "whom":
        return False
    return [sentence.lower(k) for k in (draft.cue.end, draft.cue.end + 1)] == [",", "that"]


def _is_relative(draft: Draft) -> bool:
    """Whether what follows only tells more of a noun by its relative pronoun: `a statement [that gave none]`."""
    sentence, start = draft.sentence, draft.content[0][0]
    that = start if sentence.lower(start) == "that" else start - 1
    if draft.cue is None or draft.cue.entry.kind not in {CueKind.NOUN, CueKind.SPEECH} or draft.order != "after":
        return False
    if sentence.lower(that) != "that" or sentence.token(that).tag_ != "WDT":
        return False
    verb = next((k for k in range(that + 1, sentence.end) if sentence.token(k).pos_ != "ADV"), that)
    return sentence.quoted_at(that) is None and is_finite(sentence, verb)


def _is_placed(draft: Draft) -> bool:
    """Whether words only tell where or when something was that is called a claim: `the claims [in the letter]`."""
    start, cue = draft.content[0][0], draft.cue
    if cue is None or cue.entry.kind is not CueKind.NOUN or draft.sentence.quoted_at(start) is not None:
        return False
    first = start - (is_tagged(draft) and draft.sentence.lower(start) not in words("cues_grammar", "placing"))
    if draft.sentence.lower(start - 1) == "," and draft.sentence.token(start).tag_ == "VBG":
        return True  # "answered his claims, [calling them a lie]"
    if is_tagged(draft) and start > cue.end and is_finite(draft.sentence, start - 1):
        return True  # "claims by Ms Lee led [him to resign]"
    return draft.sentence.lower(first) in words("cues_grammar", "placing") or _is_judged(draft, cue, start)


def _is_judged(draft: Draft, cue: Cue, start: int) -> bool:
    """Whether it is only told what a claim is: `her claim was [absurd]`; not `her claim was that [he lied]`."""
    sentence = draft.sentence
    opens = start > cue.end and sentence.lower(start - 1) in {"that", ":", "to"}
    is_told = opens or sentence.lower(start) in {"that", "to"}
    return (
        draft.order == "after"
        and sentence.token(cue.end).pos_ == "AUX"
        and is_finite(sentence, cue.end)
        and not is_told
    )


def _opens_brackets(draft: Draft) -> bool:
    """Whether words end within brackets: `declaring [he (Mr Bell]) had left`."""
    written = [draft.sentence.token(k).text for start, end in draft.content for k in range(start, end)]
    return any(written.count(opening) > written.count(closing) for opening, closing in ("()", "[]"))


def _is_torn(draft: Draft) -> bool:
    """Whether words begin or end in the middle: `in the [letter were untrue]`, `which [will] be considered`."""
    sentence, start, end = draft.sentence, draft.content[0][0], draft.content[-1][1]
    if sentence.quoted_at(start) is not None:
        return False
    if draft.order == "before" and start > sentence.start and sentence.token(start).pos_ == "ADP":
        return not any(is_finite(sentence, k) for k in range(start, end))  # "he had gone, [for a rest], they said"
    article = sentence.lower(start - 1) in ARTICLES
    headless = article and start <= sentence.token(start - 1).head.i < end
    return headless or (sentence.token(end - 1).tag_ == "MD" and sentence.token(end).pos_ in {"AUX", "VERB"})


def _is_cut_off(draft: Draft, start: int, last: int) -> bool:
    """Whether words end where they cannot: `from [a] contest`, `[the job offers Tuesday on] the floor`."""
    sentence, final = draft.sentence, draft.sentence.token(last - 1)
    if last < sentence.end and sentence.token(last).tag_ == "POS":
        return True
    if final.head.i >= last and final.dep_ in BEFORE_HEAD:
        return True
    if draft.source is not None and draft.source[1] == start and sentence.lower(start) == "of":
        return True  # "statements by her chief [of staff]"
    if final.pos_ == "VERB" and any(child.i == last and child.dep_ in GOVERNED for child in final.children):
        return True  # "by [telling] them that …"
    leaves_verb = final.dep_ in SUBJECT_ARCS and final.head.i >= last and start < last - 1
    return sentence.lower(last).isalpha() and (final.lower_ in ARTICLES or final.dep_ == "case" or leaves_verb)


def _is_repeated(draft: Draft) -> bool:
    """Whether it is only told that a thing was said before: `he backed it[, which he had stated]`, or by no subject."""
    cue, sentence = draft.cue, draft.sentence
    if cue is None or cue.passive or draft.order != "before" or any(draft.quotes()) or cue.entry.group == DENIAL:
        return False
    if draft.source is None:
        return cue.entry.kind is CueKind.VERB and cue.form in FINITE
    told = (k for start, end in draft.content for k in range(start, end) if is_finite(sentence, k))
    return sentence.lower(draft.source[0] - 1) in RELATIVES and any(is_reporting(sentence.lower(k)) for k in told)


def _is_of_charge(draft: Draft) -> bool:
    """Whether a verb only tells what is done to a charge: `shot down rumours that [he lied]`, `rumours [he lied]`."""
    cue, sentence, start = draft.cue, draft.sentence, draft.content[0][0]
    at = start - 1 - (sentence.lower(start - 1) == "that")
    noun = noun_entries().get(sentence.lower(at))
    is_charge = noun is not None and noun.group == ALLEGATION and draft.shape.endswith("clause")
    return is_charge and cue is not None and cue.end <= at and cue.entry.kind is not CueKind.NOUN


def _is_past_verb(draft: Draft) -> bool:
    """Whether another verb governs the words: `the result announced in the hall meant [that their lead was cut]`."""
    cue, sentence, (start, _) = draft.cue, draft.sentence, draft.content[0]
    if cue is None or sentence.lower(start - 1) == "that" or (sentence.quoted_at(start) and cue.form == "VBN"):
        return False
    source = range(*(draft.source or (0, 0)))
    between = [k for k in range(cue.end, start) if is_finite(sentence, k) and k not in source]
    return bool(between) and (cue.form == "VBN" or any(is_reporting(sentence.lower(k)) for k in between))


def _leaves_aside(draft: Draft) -> bool:
    """Whether words go on past the comma that ends an aside: `she is, as she told [us, no friend of his]`."""
    source, sentence, (start, end) = draft.source, draft.sentence, draft.content[0]
    opens = source is not None and sentence.lower(source[0] - 1) == "as" and source[1] < start
    return opens and draft.shape.endswith("noun") and any(sentence.lower(k) == "," for k in range(start, end))


def _runs_on(draft: Draft) -> bool:
    """Whether words go on into the main clause behind their own, or only are a clause before it.

    Neither `After Ms Lee said [so, Mr Hale left]`, `Ms Lee, who said [so, left]` nor `[When Mr Hale spoke], Ms Lee
    laughed`.
    """
    cue, sentence, (start, end) = draft.cue, draft.sentence, draft.content[0]
    if cue is None or len(draft.content) > 1:
        return False
    if start >= cue.end:
        return clause_end(sentence, cue, end) < end
    alone = (
        opens_with_clause(sentence)
        and start == sentence.start
        and not any(sentence.lower(k) == "," for k in range(start, end))
    )
    return alone and cue.entry.lemma not in words("cues_grammar", "quoting_verbs")


def has_no_subject(draft: Draft, cue: Cue) -> bool:
    """Whether what follows only goes on from a noun: `in a move that [was called an attempt]`; not `asked [was he]`."""
    first, sentence = draft.content[0][0], draft.sentence
    if first < cue.end or sentence.quoted_at(first) is not None or draft.shape == INTERPOSED:
        return False
    opens = sentence.lower((draft.source or (first, 0))[0] - 1) in RELATIVES
    opens = opens or sentence.lower(cue.group_start - 1) in RELATIVES  # "Mr Hale, who Ms Lee says [is a liar]"
    return not opens and is_finite(sentence, first) and cue.entry.lemma not in words("cues_grammar", "inverting")
