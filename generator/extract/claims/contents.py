"""Claims, stage 4: a cue in its sentence comes in, the words that it gives as somebody's go out, as tokens."""

from generator.extract.claims.clock import Clock
from generator.extract.claims.cue_words import DENIAL
from generator.extract.claims.cues import AUXILIARIES, BE, NEGATIONS, Cue
from generator.extract.claims.grammar import (
    CONJUNCTIONS,
    FINITE,
    RELATIVES,
    SUBJECT_ARCS,
    Range,
    is_finite,
    opens_with_clause,
)
from generator.extract.claims.quoted_as import QUOTES_AS
from generator.extract.claims.sentences import DASHES, OPEN_ENDINGS, STOPS, Sentence
from generator.extract.claims.settings import past_addressee, past_links, past_setting
from generator.extract.claims.subjects import is_what, subject_past_aside
from generator.extract.lexicon import words

WH = words("cues_grammar", "questions")
DENIED_NOUNS = words("cues_grammar", "claim_nouns") | words("cues_grammar", "denied_nouns")
POINTERS = words("cues_grammar", "pointers")
TOO_ENDS = frozenset({".", ",", ";", ""})
ASIDE_OPENERS = words("cues_grammar", "aside_openers")
STOP_SHAPES = STOPS | {";"}
APPOSED = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN"})
LONGEST_APPOSITION = 8
LONGEST_PLACE = 9
LONGEST_PLACE_NAME = 4
LEADING = words("cues_grammar", "leading")
PARTING = words("cues_grammar", "parting")
"""With one of these before its first verb a region is a noun phrase, unless that is the verb's subject."""
ENDING = words("cues_grammar", "ending")
"""What opens a clause that belongs to no noun phrase before it."""
BOUND = words("cues_grammar", "bound")
"""With one of these before it such a clause belongs to what is told: `voted for her only [because] …`."""


def after_cue(sentence: Sentence, cue: Cue, clock: Clock, source: Range | None) -> Range | None:
    """The words that follow a cue: from past addressee, time and `that` to the end of what the cue governs."""
    if _denies_pointer(sentence, cue):
        return cue.end, cue.end + 1
    start = cue.end if source is None or source[0] < cue.end else source[1]
    end = sentence.end
    while end > start and is_stop(sentence, end - 1):
        end -= 1
    start = past_setting(sentence, _past_inserted(sentence, start, end), end, clock)
    if cue.entry.addressed and not cue.passive:
        start = past_addressee(sentence, start, end)
        start = past_setting(sentence, start, end, clock)
    start = past_links(sentence, start, end, cue)
    start = _past_place(sentence, start, end) if cue.entry.group == DENIAL and not cue.passive else start
    if is_what(sentence, cue.group_start):
        # "what he said was that …"; "in what he called a lie, …": the comma parts it from what it stands by
        if sentence.lower(start) in BE:
            return (past_links(sentence, start + 1, end, cue), end)
        if sentence.lower(start) in ENDING:
            return None  # "withdraw what he said because it was wrong"
        end = next((k for k in range(start, end) if sentence.lower(k) == "," and not sentence.quoted_at(k)), end)
    start -= _is_bare_that(sentence, cue, start, end)
    return (start, end) if start < end else None


def _past_inserted(sentence: Sentence, start: int, end: int) -> int:
    """Past who tells it between commas: `promised[, according to Mr Bell,] to go`, `reported[, citing him,] that …`."""
    if sentence.lower(start) != ",":
        return start
    commas = (k for k in range(start + 1, end) if sentence.lower(k) == "," and sentence.quoted_at(k) is None)
    if sentence.lower(start + 1) in QUOTES_AS:
        return next((k + 1 for k in commas if sentence.lower(k + 1) == "that"), start)
    inserted = [sentence.lower(k) for k in range(start + 1, start + 3)] == ["according", "to"]
    return next((k + 1 for k in commas), start) if inserted else start


def _denies_pointer(sentence: Sentence, cue: Cue) -> bool:
    """Whether what was told before is denied, and more said then: `denied [this], saying …`, `denied [it] and said`."""
    if cue.entry.group != DENIAL or cue.passive or sentence.lower(cue.end) not in POINTERS | {"that"}:
        return False
    follows = sentence.lower(cue.end + 1)
    if follows == "too" or (follows == "as" and sentence.lower(cue.end + 2) == "well"):
        return sentence.lower(cue.end + 2 + (follows == "as")) in TOO_ENDS  # not "denied that too many had left"
    tells = sentence.token(cue.end + 2).tag_ == "VBG" if cue.end + 2 < sentence.end else False
    return follows in {"and", "but", ";", "—"} or (follows == "," and (tells or sentence.lower(cue.end) != "that"))


def _past_place(sentence: Sentence, start: int, end: int) -> int:
    """Past where something was denied, to what it was to have done: `denied in the chamber [calling] her a liar`."""
    if sentence.lower(start) not in {"in", "at", "on", "to", "before"} or sentence.quoted_at(start) is not None:
        return start
    for at in range(start + 2, min(start + LONGEST_PLACE, end)):
        if sentence.token(at).tag_ == "VBG" and sentence.token(at).dep_ not in {"amod", "compound"}:
            return at
        if sentence.token(at).pos_ not in {"DET", "NOUN", "PROPN", "ADJ", "ADP", "PART"}:
            break
    return start


def _is_bare_that(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """Whether the `that` before a region is all that is denied, the rest telling when: `denied that [Monday]`."""
    if cue.entry.group != DENIAL or sentence.lower(start - 1) != "that" or start - 1 < cue.end or start >= end:
        return False
    return _opens_aside(sentence, start) and not any(sentence.token(k).tag_ in FINITE for k in range(start, end))


def only_addressed(sentence: Sentence, cue: Cue, region: Range) -> bool:
    """Whether what follows is only whom somebody spoke to: `told [the Courier]`, but not `told of [her fear]`."""
    links = any(sentence.lower(k) in {"of", "about", ":", "that"} for k in range(cue.end, region[0]))
    plain = sentence.quoted_at(region[0]) is None and not links
    return plain and cue.entry.lemma in words("cues", "only_addressed") and shape(sentence, region) == "noun"


def is_stop(sentence: Sentence, index: int) -> bool:
    return sentence.quoted_at(index) is None and (
        sentence.token(index).text in STOP_SHAPES or sentence.token(index).is_space
    )


def before_cue(sentence: Sentence, edge: int) -> Range | None:
    """The words before a postposed attribution that begins at `edge`, where a comma or an open quotation parts them."""
    end = edge
    quoted = sentence.quoted_at(end - 1) if end > sentence.start else None
    if quoted is not None:
        last = sentence.token(quoted.end - 2).text[-1:] if quoted.end - quoted.start > 2 else ""
        if last not in "," + OPEN_ENDINGS + "." and quoted.start != sentence.start:
            return None
    elif sentence.lower(end - 1) in {",", "—", "–"} or (
        sentence.lower(end - 1) == "-" and sentence.token(end - 2).whitespace_
    ):
        end -= 1
    else:
        return None
    start = _past_dateline(sentence)
    for index in range(end - 1, start, -1):
        if sentence.quoted_at(index) is None and sentence.token(index).text in {";", ":"}:
            start = index + 1
            break
    if quoted is not None and quoted.start > start and _has_verb(sentence, start, quoted.start):
        # "the mayor said it was “a mess. It must end,” she added": of what was quoted so the last sentence alone
        stops = (k for k in range(end - 2, quoted.start, -1) if sentence.token(k).text in STOPS)
        anew = next((k + 1 for k in stops), start)
        start, end = (anew, quoted.end - 1) if anew > start else (start, end)
    while (
        start < end
        and sentence.quoted_at(start) is None
        and (sentence.lower(start) in LEADING | {","} or sentence.token(start).is_space)
    ):
        start += 1
    if opens_with_clause(sentence) and start == sentence.start and not _has_comma(sentence, start, end):
        return None  # "When Mr Hale spoke, Ms Lee laughed": what only stands before says nothing
    # "On the evening's “Harbour Show,” Ms Lee said": a quotation in a phrase without a verb is a name.
    has_words = sentence.quoted_at(start) is not None or _has_verb(sentence, start, end)
    has_words = has_words or any(_is_past(sentence, start, k) for k in range(start, end))
    return (start, end) if start < end and has_words else None


def _past_dateline(sentence: Sentence) -> int:
    """Where a sentence begins past the place that a report comes from: `[Hull –] The vote was void, she said`."""
    at = sentence.start
    while at < sentence.start + LONGEST_PLACE_NAME and sentence.token(at).ent_type_ == "PLACE":
        at += 1
    parted = sentence.start < at and sentence.token(at).text in DASHES | {"-"} and sentence.token(at - 1).whitespace_
    return at + 1 if parted and sentence.token(at).whitespace_ else sentence.start


def short_denial(sentence: Sentence, edge: int) -> Range | None:
    """A denial without a verb that opens a sentence before who tells it: `[Not so], said Ms Lee`."""
    end = edge - 1
    told = " ".join(sentence.lower(k) for k in range(sentence.start, end))
    return (sentence.start, end) if sentence.lower(end) == "," and told in words("acts", "short_denials") else None


def _has_comma(sentence: Sentence, start: int, end: int) -> bool:
    return any(sentence.lower(k) == "," or sentence.quoted_at(k) for k in range(start, end))


def _has_verb(sentence: Sentence, start: int, end: int) -> bool:
    return any(sentence.token(k).tag_ in FINITE and sentence.quoted_at(k) is None for k in range(start, end))


def shape(sentence: Sentence, region: Range) -> str:
    """What a region is: quote, clause, infinitive, question or noun."""
    start, end = region
    first = sentence.quoted_at(start)
    if first is not None and first.end >= end:
        return "quote"
    opens = start + (first is None and sentence.lower(start) in NEGATIONS and start + 1 < end)
    if first is None and sentence.lower(opens) == "to" and sentence.token(opens).tag_ == "TO":
        return "infinitive"
    if sentence.lower(start) in WH:
        return "question"
    plain = (k for k in range(start, end) if sentence.token(k).tag_ in FINITE and sentence.quoted_at(k) is None)
    if (lead := next(plain, None)) is not None:
        parted = any(sentence.lower(k) in PARTING for k in range(start + 1, lead))
        parted = parted or (
            lead > start and sentence.lower(lead - 1) in {"and", "but"}
        )  # "claimed a pension and did so"
        opens = _opens_with_subject(sentence, start, lead) or _opens_past_aside(sentence, start, lead)
        opens = opens or _follows_that(sentence, start) or any(_is_past(sentence, start, k) for k in range(start, lead))
        return "noun" if parted and not opens else "clause"
    return (
        "clause"
        if _follows_that(sentence, start) or any(_is_past(sentence, start, k) for k in range(start + 1, end))
        else "noun"
    )


def _is_past(sentence: Sentence, start: int, index: int) -> bool:
    """Whether a past tense was taken for a participle: `[the mayor] misled them`, `[the firm], in May, accused her`."""
    token = sentence.token(index)
    if token.tag_ != "VBN" or sentence.quoted_at(index) is not None or _is_relative(sentence, start, index):
        return False
    own = any(child.dep_ == "nsubj" and child.left_edge.i == start and child.i < index for child in token.children)
    between = (sentence.token(k) for k in range(start, index))
    plain = own and all(one.pos_ in APPOSED or one.pos_ in {"ADV", "PRON"} for one in between)
    return plain or _opens_past_aside(sentence, start, index)


def _is_relative(sentence: Sentence, start: int, index: int) -> bool:
    """Whether a verb only tells more of a noun before `that`, and has no object: `statements that [he made] there`."""
    token, mark = sentence.token(index), sentence.token(max(start - 1, sentence.start))
    has_object = any(child.dep_ in {"obj", "ccomp", "xcomp"} and child.i > index for child in token.children)
    return mark.tag_ == "WDT" and token.dep_ == "acl:relcl" and not has_object


def _follows_that(sentence: Sentence, start: int) -> bool:
    """Whether a conjunction opens a clause, whatever stands before its subject: `that, [by then, he]`."""
    before = sentence.token(start - 1) if start > sentence.start else None
    if before is None or before.lower_ != "that":
        return False
    if before.tag_ == "WDT" and _is_relative(sentence, start, before.head.i):
        return False
    return before.tag_ == "IN" or sentence.token(start).tag_ in {"CC", "DT", "PRP"}


def _opens_with_subject(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether a region begins with the subject of a clause: `[four of those who voted for her] had done so`."""
    tokens = (sentence.token(k) for k in range(start, verb))
    return any(
        token.dep_ in SUBJECT_ARCS
        and token.lower_ not in RELATIVES
        and token.head.i >= verb
        and token.left_edge.i <= start
        for token in tokens
    )


def _opens_past_aside(sentence: Sentence, start: int, verb: int) -> bool:
    """Whether a region begins with the subject of a clause, before an aside: `[a clerk], at work, told him`."""
    subject = subject_past_aside(sentence, verb)
    return subject is not None and subject[0] == start


def without_rest(sentence: Sentence, region: Range) -> Range:
    """A quotation that its own comma ends, without what the writer goes on to tell: `chanting “Go,” [with some …]`."""
    if (stop := _said_anew(sentence, region)) is not None:
        return region[0], stop
    unit = sentence.quoted_at(region[0])
    if unit is None or unit.start != region[0] or unit.end >= region[1] or sentence.lower(unit.end) in CONJUNCTIONS:
        return region
    more = any(sentence.quoted_at(k) is not None for k in range(unit.end, min(unit.end + 2, region[1])))
    return region if more or sentence.token(unit.end - 2).text[-1:] != "," else (unit.start, unit.end)


def _said_anew(sentence: Sentence, region: Range) -> int | None:
    """Where what is told ends before a sentence of its quotation with a teller: `it was “a mess. [Go,” he added]`."""
    for unit in sentence.quoted:
        if not region[0] < unit.start < unit.end < region[1] or sentence.token(unit.end - 2).text[-1:] != ",":
            continue
        teller = range(unit.end, region[1])
        if len(teller) <= LONGEST_APPOSITION and any(is_finite(sentence, k) for k in teller):
            stops = (k + 1 for k in range(unit.end - 2, unit.start, -1) if sentence.token(k).text in STOPS)
            return next(stops, None)
    return None


def noun_phrase_end(sentence: Sentence, region: Range) -> int:
    """Where an object that is a mere noun phrase ends: before a comma, a subordinate clause or a relative one."""
    past = region[0]
    for index in range(region[0], region[1]):
        if index < past or sentence.quoted_at(index):
            continue
        token = sentence.token(index)
        follows = sentence.lower(index + 1)
        if token.text in {",", "—", "–", ";"}:
            past = _past_apposition(sentence, index, region[1])
            if (
                past == index
                and not _lacks_verb(sentence, region[0], index)
                and not _list_goes_on(sentence, index, region[1])
            ):
                return index
        if index > region[0] and token.lower_ in ENDING and sentence.lower(index - 1) not in BOUND:
            return index
        if (
            index > region[0]
            and token.lower_ in {"and", "then"}
            and (
                (sentence.token(index + 1).tag_ in {"VBD", "VBZ"} and follows not in AUXILIARIES - NEGATIONS - {"did"})
                or (sentence.lower(index + 2) == "to" and follows in words("cues_grammar", "wanting_forms"))
                or (sentence.token(index + 1).pos_ in {"PRON", "DET"} and is_finite(sentence, index + 2))
            )
        ):
            return index
    return region[1]


def _lacks_verb(sentence: Sentence, start: int, comma: int) -> bool:
    """Whether a clause still waits for its verb: `the claim that the mayor[, Ann Lee,] lied`."""
    that = next((k for k in range(comma - 1, start, -1) if sentence.lower(k) == "that"), None)
    return that is not None and not any(is_finite(sentence, k) for k in range(that, comma))


def bare_end(sentence: Sentence, region: Range) -> int:
    """Where a denial ends that only points back, before how, when or where it was made: `rejected [it] in a letter`.

    Of a charge that is named, what stands with `the` may say which it is: `rejected the claims in the report`.
    """
    start, end = region
    points = sentence.lower(start) in POINTERS
    at = start + 1
    if not points:
        while at < end and sentence.token(at).pos_ == "ADJ":
            at += 1
        named = sentence.token(start).tag_ in {"DT", "PRP$"} and sentence.lower(at).removesuffix("s") in DENIED_NOUNS
        at = at + 1 if named else end
    if at >= end or not _opens_aside(sentence, at) or sentence.quoted_at(start) is not None:
        return end
    return end if not points and sentence.lower(at + 1) in {"the", "his", "her", "its", "their"} else at


def _opens_aside(sentence: Sentence, index: int) -> bool:
    """Whether a token begins what tells how, when or where a thing was said."""
    token = sentence.token(index)
    timed = token.ent_type_ in {"DATE", "TIME"} or token.lower_.endswith("day")
    return (timed or token.lower_ in ASIDE_OPENERS) and sentence.quoted_at(index) is None


def _past_apposition(sentence: Sentence, comma: int, end: int) -> int:
    """Where a phrase goes on past a name between commas: `claims by an aide[, Ann Lee,] that he lied`."""
    for index in range(comma + 1, min(comma + LONGEST_APPOSITION, end - 1)):
        if sentence.lower(index) == "," and sentence.lower(index + 1) in {"that", "of"}:
            return index + 1
        if sentence.token(index).pos_ not in APPOSED:
            break
    return comma


def _list_goes_on(sentence: Sentence, comma: int, end: int) -> bool:
    if comma + 1 < end and sentence.quoted_at(comma - 1) is not None and sentence.quoted_at(comma + 1) is not None:
        return True  # "promised “more police”, “safer streets” and parks"
    rest = range(comma + 1, min(comma + 10, end))
    return any(
        sentence.lower(k) in {"and", "or"}
        and (sentence.token(k + 1).pos_ in {"NOUN", "PROPN", "ADJ", "DET"} or sentence.token(k + 1).tag_ == "VBG")
        for k in rest
        if k + 1 < end
    ) and not any(sentence.token(k).tag_ in FINITE for k in range(comma + 1, end))
