"""Claims, stage 4: where a cue ends comes in, where its content begins goes out, past when and to whom it was said."""

from generator.extract.claims.clock import Clock
from generator.extract.claims.cue_words import ALLEGATION, noun_entries
from generator.extract.claims.cues import BE, NEGATIONS, Cue
from generator.extract.claims.grammar import CONJUNCTIONS, FINITE, SUBJECT_ARCS, opens_time
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.extract.names.heads import heads

PREPOSITIONS = words("cues_grammar", "setting_prepositions")
SKIPPED = words("cues_grammar", "links")
ASIDES = words("cues_grammar", "asides")
CLAUSE_OPENERS = words("cues_grammar", "clause_openers")
PLACED = frozenset({"in", "at"})
"""Before an infinitive these tell where it was said: `understood [at Westminster] to be`."""
LONGEST_ASIDE = 14
"""Tokens between a cue and the `that`, colon or quotation which shows them to be no content."""


def past_setting(sentence: Sentence, start: int, end: int, clock: Clock) -> int:
    """Step over where and to whom it was said, where a `that`, a colon or a quotation shows it to be no content."""
    for index in range(start, min(start + LONGEST_ASIDE, end)):
        if sentence.quoted_at(index) or sentence.token(index).text == ":":
            lead = _is_setting(sentence, start, index)
            return index if lead else past_time(sentence, start, end, clock)
        if sentence.lower(index) == "that" and index > start and _is_setting(sentence, start, index):
            return index
        if sentence.token(index).tag_ == "TO" and sentence.lower(start) in PLACED and index > start:
            return index
        if sentence.token(index).tag_ in FINITE | {"TO"} and not _is_dated(sentence, start, index):
            break
    return past_time(sentence, start, end, clock)


def _is_dated(sentence: Sentence, start: int, index: int) -> bool:
    """Whether a past form only dates the paper in which it was said: `alleged in a lawsuit [filed] on Tuesday that`."""
    dated = sentence.lower(index + 1) in PREPOSITIONS or sentence.lower(index + 1).endswith("day")
    return dated and sentence.lower(start) in PREPOSITIONS and sentence.token(index - 1).pos_ == "NOUN"


def _is_setting(sentence: Sentence, start: int, end: int) -> bool:
    """Whether tokens are adverbs, prepositional phrases and times alone."""
    if start == end:
        return True
    if sentence.lower(end - 1) in CONJUNCTIONS:
        return False  # "…, and that he had gone": it goes on from what was told before
    if _is_charge(sentence, end - 1) and sentence.lower(end) == "that":
        return False  # "responded to accusations that she lied": no words of hers
    first = sentence.token(start)
    if sentence.lower(end) == ":" and first.lower_ in {"of", "about"}:
        return sentence.quoted_at(end + 1) is not None
    if first.lower_ == "this" and end == start + 1 and sentence.quoted_at(end + 1) is None:
        return False  # "denies this: a spokesman said …", but not "said this: “…”"
    return (
        first.lower_ in PREPOSITIONS
        or first.pos_ == "ADV"
        or first.text in {",", ":"}
        or first.ent_type_ in {"DATE", "TIME"}
        or first.text.endswith("day")
        or opens_time(sentence, start)
    )


def _is_charge(sentence: Sentence, index: int) -> bool:
    noun = noun_entries().get(sentence.lower(index))
    return noun is not None and noun.group == ALLEGATION


def past_time(sentence: Sentence, start: int, end: int, clock: Clock) -> int:
    """Step over when and how often it was said: `asked [three times on Monday] whether …`."""
    while start < end:
        token = sentence.token(start)
        at = start + 1 if token.lower_ in {"on", "in", "at", "late", "early"} else start
        time = clock.at(sentence.token(at).idx) if at < end else None
        if time is not None:
            while start < end and sentence.token(start).idx < time.span[1]:
                start += 1
        elif (past := past_count(sentence, start)) > start:
            start = past
        elif token.lower_ in ASIDES:
            start += 1
        else:
            return start
    return start


def past_count(sentence: Sentence, start: int) -> int:
    """Step over how often it was said: `asked [three times] whether …`."""
    counted = sentence.token(start).like_num and sentence.lower(start + 1) == "times"
    return start + 2 if counted else start


def past_addressee(sentence: Sentence, start: int, end: int) -> int:
    """Step over whom the words go to; where nothing follows the noun phrase, it is the content itself."""
    index = start
    is_that = sentence.lower(start) == "that" and sentence.token(start).tag_ != "DT"
    if sentence.token(start).tag_ == "TO" or is_that or sentence.lower(start) in words("cues_grammar", "questions"):
        return start
    if (that := plain_that(sentence, start, end)) is not None:
        return that
    while index < end and sentence.quoted_at(index) is None:
        index = _past_apposition(sentence, start, index, end)
        lower, token = sentence.lower(index), sentence.token(index)
        opens = lower in {"that", "to", ":", ",", "of", "how", "whether", "what", "why", "about"} and index > start
        if lower == "to" and token.tag_ == "IN" and any(sentence.token(k).tag_ == "TO" for k in range(index + 1, end)):
            opens = False  # "asked anyone close to her to speak"
        if opens and not _is_of_office(sentence, index):
            return _with_not(sentence, start, index)
        if index > start and _opens_clause(sentence, index, end):
            return index
        if token.tag_ in FINITE or token.pos_ == "AUX":
            return start
        index += 1
    return index if index < end else start


def _past_apposition(sentence: Sentence, start: int, comma: int, end: int) -> int:
    """Past what else somebody is who is spoken to: `asked Ann Lee[, the mayor,] for an apology`."""
    if comma == start or sentence.lower(comma) != "," or sentence.token(comma + 1).pos_ not in {"DET", "PROPN"}:
        return comma
    for index in range(comma + 1, min(comma + LONGEST_ASIDE, end - 1)):
        if sentence.quoted_at(index) is not None or sentence.token(index).pos_ in {"VERB", "AUX", "PRON", "SCONJ"}:
            break
        if sentence.lower(index) == ",":
            return index + 1
    return comma


def _is_of_office(sentence: Sentence, of: int) -> bool:
    """Whether an "of" tells what somebody is the head of, or stands in a name: `asked the director [of] it to`."""
    token, last = sentence.token(of), sentence.token(of - 1)
    if token.lower_ == "of" and token.ent_type_ and token.ent_iob_ == "I" and last.ent_type_ == token.ent_type_:
        return True  # "told the House [of] Commons"
    held = heads().get((sentence.document.lemmas[of - 1],)) if sentence.lower(of) == "of" else None
    return held is not None and held.office and sentence.token(of).head.head.i == of - 1


def _with_not(sentence: Sentence, start: int, index: int) -> int:
    """Where what was said begins, with the negation before its infinitive: `promised [not] to go`."""
    is_negated = sentence.lower(index) == "to" and sentence.lower(index - 1) in NEGATIONS
    return index - 1 if is_negated and index > start else index


def plain_that(sentence: Sentence, start: int, end: int) -> int | None:
    """The `that` behind an addressee of a few words, none of them a verb: `promised [his old partner] that …`."""
    for index in range(start, min(start + LONGEST_ASIDE, end)):
        token = sentence.token(index)
        if sentence.lower(index) == "that" and token.tag_ != "DT":
            return index if index > start else None
        if sentence.quoted_at(index) is not None or token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ", "PUNCT"}:
            return None
    return None


def _opens_clause(sentence: Sentence, index: int, end: int) -> bool:
    """Whether a noun phrase that begins here is the subject of a verb close by, not part of the addressee."""
    before, token = sentence.token(index - 1), sentence.token(index)
    heard = before.lower_ in words("acts", "bodies")  # "told the tribunal", whatever it is taken for
    if before.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"} and before.text != ")" and not heard:
        return False
    if before.tag_ == token.tag_ == "CD":
        return False
    starts_phrase = (
        token.lower_ in CLAUSE_OPENERS
        or before.tag_ == "PRP"
        or token.tag_ in {"DT", "PRP", "PRP$", "EX", "CD"}
        or (
            token.tag_ in {"JJ", "NNS", "NN"}
            and before.pos_ == "NOUN"
            and token.dep_ != "compound"
            and token.head.pos_ == "VERB"
            and not _is_before_subject(sentence, index)
        )
        or _is_named_subject(sentence, index)
        or token.lower_.rstrip(".") in {"mr", "mrs", "ms", "dr", "sir"}
    )
    return starts_phrase and any(sentence.token(k).tag_ in FINITE for k in range(index + 1, min(index + 15, end)))


def _is_before_subject(sentence: Sentence, index: int) -> bool:
    """Whether a noun is no part of its verb's subject but stands before it: `told the radio [station] Ms Lee had`."""
    verb = sentence.token(index).head
    return any(child.dep_ in SUBJECT_ARCS and index < child.i < verb.i for child in verb.children)


def _is_named_subject(sentence: Sentence, index: int) -> bool:
    """Whether a name begins here that is the subject of the verb right behind it: `told the station [Ann Lee] was`."""
    token, end = sentence.token(index), index + 1
    if token.ent_iob_ != "B" or sentence.token(index - 1).ent_type_:
        return False
    while end < sentence.end and sentence.token(end).ent_iob_ == "I":
        end += 1
    return sentence.token(end).tag_ in FINITE if end < sentence.end else False


def past_links(sentence: Sentence, start: int, end: int, cue: Cue) -> int:
    while start < end - 1 and sentence.quoted_at(start) is None and sentence.lower(start) in SKIPPED:
        start += 1
        if (
            sentence.lower(start - 1) == "that"
            and start < end
            and sentence.token(start).tag_ == "NN"
            and sentence.token(start - 1).dep_ == "det"
        ):
            return start - 1
        if sentence.lower(start - 1) == "that" and sentence.lower(start) in BE:
            return start - 1  # "insisting [that] is right": the subject
    return start
