"""Claims, stage 3: a verb in its sentence comes in, its subject as the article words it goes out."""

from generator.extract.claims.clock import Clock
from generator.extract.claims.cue_words import is_reporting, noun_entries
from generator.extract.claims.cues import EACH, Cue, group_start
from generator.extract.claims.dashed import before_dashes
from generator.extract.claims.doers import after_of, beside_of, caused, crowd_of, doer_of, led_by
from generator.extract.claims.grammar import (
    BREAKS,
    CLAUSE_WORDS,
    FINITE,
    FRONTED,
    NOMINAL,
    RELATIVES,
    TITLES,
    Range,
    is_finite,
    opens_time,
    opens_with_clause,
)
from generator.extract.claims.phrases import after_article, before_brackets, before_then, phrase_start
from generator.extract.claims.quoted_as import is_quoted, quoting_verb
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.extract.names.forms import suffixes

LONGEST_BRACKETS = 9
LONGEST_LIST = 24
"""Tokens of what somebody is charged with."""
LONGEST_APPOSITION = 20
"""Tokens of an apposition that is told as part of the source."""


def subject_before(sentence: Sentence, verb_start: int, clock: Clock) -> Range | None:
    """The noun phrase that ends just before a verb group, with an apposition between commas."""
    end = _skip_back(sentence, verb_start, clock)
    if end <= sentence.start:
        return None
    if _opens_spoken_for(sentence, end):
        return sentence.start, end - (sentence.lower(end - 1) == ",")
    if sentence.lower(end - 1) == "," and sentence.quoted_at(end - 1) is None:
        if (aside := subject_past_aside(sentence, end)) is not None:
            return aside
        opening = _apposition_start(sentence, end - 1)
        before = None if opening is None else before_brackets(sentence, before_then(sentence, opening))
        start = None if before is None else phrase_start(sentence, before)
        if opening is None or start is None:
            return None
        return (start, end - 1 if _belongs(sentence, opening, end - 1) else opening)
    if (parted := before_dashes(sentence, end)) is not None:
        return parted
    if sentence.token(end - 1).tag_ == "VBN" and sentence.lower(end - 2) in words("acts", "papers"):
        end -= 1  # "a poll [published] on Tuesday found"
    start = phrase_start(sentence, end)
    if start is not None and start - 2 > sentence.start and sentence.token(start - 1).tag_ == "VB":
        start = _whole_subject(sentence, start, end)
    if start is not None and (antecedent := antecedent_of(sentence, start, end)) is not None:
        return antecedent
    if start is not None and sentence.token(start).tag_ == "NNS" and sentence.token(start + 1).ent_type_ == "PERSON":
        start += sentence.lower(start) in noun_entries()  # "reports [Ann Lee] said so were false"
    start = start if start is None else led_by(sentence, start)
    return None if start is None else (start, _past_brackets(sentence, end, verb_start))


def _whole_subject(sentence: Sentence, start: int, end: int) -> int:
    """Where a subject begins of which only the last words were found: `[an account set up to mock] Mr Hale`."""
    to = sentence.lower(start - 2) == "to"
    plain = not any(is_finite(sentence, k) or sentence.quoted_at(k) for k in range(sentence.start, end))
    return sentence.start if to and plain and sentence.token(sentence.start).pos_ in {"DET", "NOUN", "PROPN"} else start


def antecedent_of(sentence: Sentence, start: int, end: int) -> Range | None:
    """Whose a verb is behind a relative clause without commas: `[a man who is on trial with others] denied it`."""
    if sentence.lower(end - 1) in RELATIVES:
        return None  # "a man who faces complaints from [women who] denied it": they do
    is_object = is_finite(sentence, start - 1) and sentence.lower(start - 2) in RELATIVES
    if start - 1 <= sentence.start or not (is_object or sentence.token(start - 1).pos_ == "ADP"):
        return None
    who = next((k for k in range(start - 1, sentence.start, -1) if sentence.lower(k) in {*RELATIVES, *BREAKS}), 0)
    if sentence.lower(who) not in RELATIVES or not any(is_finite(sentence, k) for k in range(who, start)):
        return None
    first = phrase_start(sentence, who)
    return None if first is None or any(is_finite(sentence, k) for k in range(first, who)) else (first, end)


def _opens_spoken_for(sentence: Sentence, end: int) -> bool:
    """Whether all before a verb is who speaks for several: `[Lawyers for Ann Lee, 25, and Tom Quill, 22,] said`."""
    first = sentence.start
    speaks = sentence.lower(first) in words("acts", "speaking_for") and sentence.lower(first + 1) == "for"
    inside = range(sentence.start + 2, end)
    several = any(sentence.lower(k) == "and" for k in inside)
    return speaks and several and not any(is_finite(sentence, k) or sentence.lower(k) in RELATIVES for k in inside)


def subject_past_aside(sentence: Sentence, verb: int) -> Range | None:
    """The subject of a clause that is told, before an aside: `he insists that [a clerk], at work in May, told him`."""
    closes = verb - 1
    if sentence.lower(closes) != ",":
        return None
    opens = next((k for k in range(closes - 1, sentence.start, -1) if sentence.lower(k) == ","), closes)
    inside = range(opens + 1, closes)
    if not inside or any(is_finite(sentence, k) for k in inside):
        return None
    first = sentence.token(inside.start)
    is_name = all(sentence.token(k).ent_type_ == "PERSON" or sentence.lower(k) in TITLES for k in inside)
    if first.pos_ != "ADP" and first.tag_ not in {"VBG", "VBN"} and not is_name:
        return None
    start = phrase_start(sentence, opens)
    return (start, opens) if start is not None and opens_told(sentence, start) else None


def opens_told(sentence: Sentence, start: int) -> bool:
    """Whether a place opens what somebody tells: `he insists [a clerk …]`, `he said that [a clerk …]`."""
    before = sentence.lower(start - 1)
    tells = is_reporting(before) and (is_finite(sentence, start - 1) or sentence.token(start - 1).tag_ == "VB")
    return start > sentence.start and (before == "that" or tells)


def is_what(sentence: Sentence, verb_start: int) -> bool:
    """Whether a verb and its subject only stand for what is told elsewhere: `what [Ms Lee said] was that …`."""
    index = verb_start - 1
    while index > sentence.start and sentence.token(index).pos_ in {"PROPN", "NOUN", "PRON", "DET", "ADJ", "PART"}:
        if sentence.lower(index) == "what":
            return True
        index -= 1
    return sentence.lower(index) == "what"


def _past_brackets(sentence: Sentence, end: int, verb_start: int) -> int:
    """A phrase's end with the brackets between it and its verb: `Rep. Ann Lee (D-Ohio) said`."""
    if sentence.lower(end) != "(":
        return end
    return next((k + 1 for k in range(end, verb_start) if sentence.token(k).text == ")"), end)


def _skip_back(sentence: Sentence, end: int, clock: Clock) -> int:
    """Step back over adverbs, time expressions and brackets before a verb group."""
    while end > sentence.start and sentence.quoted_at(end - 1) is None:
        token = sentence.token(end - 1)
        time = clock.at(token.idx)
        if time is not None and token.pos_ != "PRON":
            while end > sentence.start and sentence.token(end - 1).idx >= time.span[0]:
                end -= 1
            if sentence.lower(end - 1) in {"on", "at", "in"}:
                end -= 1
        elif token.is_space or (token.pos_ == "ADV" and token.text.islower() and not _stands_fast(sentence, end - 1)):
            end -= 1
        elif token.lower_ in EACH and (sentence.token(end - 2).pos_ == "PROPN" or sentence.lower(end - 2) in RELATIVES):
            end -= 1  # "Ms Lee and Mr Bell [both] denied it"
        elif token.text == ")":
            opening = before_brackets(sentence, end)
            if opening == end:
                return end
            end = opening
        else:
            return end
    return end


def _stands_fast(sentence: Sentence, index: int) -> bool:
    """Whether an adverb is no mere aside before a verb: it opens a clause, or an article stands before it."""
    return sentence.lower(index) in CLAUSE_WORDS or after_article(sentence, index)


def _apposition_start(sentence: Sentence, closing: int) -> int | None:
    """The comma that opens what a comma closes before the verb: an apposition, a relative clause, a participle."""
    commas = [
        k
        for k in range(closing - 1, sentence.start, -1)
        if sentence.token(k).text == "," and sentence.quoted_at(k) is None and not _in_brackets(sentence, k)
    ]
    for index in reversed(commas):
        inside = range(index + 1, closing)
        if (
            len(inside)
            and _is_subject_front(sentence, index)
            and not _opens_owned(sentence, inside)
            and not _tells_on(sentence, inside)
            and not any(sentence.token(k).text in {";", ":"} for k in inside)
        ):
            return index
    if commas and _is_parenthesis(sentence, commas[0], closing):
        return commas[0]
    return None


def _opens_owned(sentence: Sentence, inside: range) -> bool:
    """Whether somebody else is the subject: `Ms Lee[, whose husband, Tom Bell,] says`."""
    return sentence.lower(inside.start) == "whose" and not any(is_finite(sentence, k) for k in inside)


def _tells_on(sentence: Sentence, inside: range) -> bool:
    """Whether words between commas go on with the clause: `Ms Lee, [its head, has gone, a clerk, Tom Bell,] said`."""
    if not is_finite(sentence, inside.stop + 1):
        return False
    opens = CLAUSE_WORDS | RELATIVES | {"whose", "that", "where", "whom"}
    start = inside.start
    for comma in (k for k in inside if sentence.lower(k) == "," and sentence.quoted_at(k) is None):
        part = range(start, comma)
        verb = next((k for k in part if is_finite(sentence, k) and sentence.quoted_at(k) is None), None)
        if verb is not None and not any(sentence.lower(k) in opens for k in range(start, verb)):
            return True  # not in "Mr Bell, it was put to him, had lied", where it is the last part
        start = comma + 1
    return False


def _in_brackets(sentence: Sentence, index: int) -> bool:
    """Whether a place stands in short brackets: `Cllr Ann Lee (Lab[,] Eastbrook)`."""
    near = range(index - 1, max(index - LONGEST_BRACKETS, sentence.start), -1)
    mark = next((sentence.token(k).text for k in near if sentence.token(k).text in {"(", ")"}), "")
    return mark == "("


def _is_subject_front(sentence: Sentence, comma: int) -> bool:
    """Whether the words from the sentence's start to a comma are a noun phrase that can be the subject."""
    last = sentence.token(comma - 1)
    if last.pos_ not in NOMINAL | {"ADV"} and last.ent_type_ != "PERSON" and last.text != ")":
        return False
    start = sentence.start
    if _is_fronted(sentence, start):
        start = next((k + 1 for k in range(start, comma) if sentence.token(k).text == ","), comma)
    words = range(start, comma)
    return (
        bool(words)
        and not _is_fronted(sentence, start)
        and not any(is_finite(sentence, k) or sentence.quoted_at(k) for k in words)
    )


def _is_fronted(sentence: Sentence, start: int) -> bool:
    """Whether a sentence begins with an adverbial rather than with its subject."""
    return sentence.lower(start) in FRONTED | CLAUSE_WORDS or sentence.token(start).tag_ in {
        "RB",
        "VBG",
        "VBN",
        "IN",
        "TO",
    }


def _is_parenthesis(sentence: Sentence, opening: int, closing: int) -> bool:
    inside = range(opening + 1, closing)
    last = sentence.token(before_then(sentence, opening) - 1)
    if not len(inside) or (last.pos_ not in NOMINAL and last.text != ")"):
        return False
    if sentence.lower(opening + 1) in RELATIVES | {"whose", "also", "himself", "herself"}:
        return True
    speaks_for = sentence.lower(opening + 1) == "for" and sentence.lower(opening - 1) in suffixes()  # "Jo Ray KC, for"
    return not any(is_finite(sentence, k) for k in inside) and (
        speaks_for or sentence.token(opening + 1).tag_ not in {"IN", "CC", "VBG", "TO"}
    )


def _belongs(sentence: Sentence, opening: int, closing: int) -> bool:
    """Whether an apposition is short enough, and nominal, so that it is told as part of the source."""
    first = sentence.token(opening + 1)
    return (
        closing - opening <= LONGEST_APPOSITION
        and not opens_time(sentence, opening + 1)
        and (first.pos_ in {"NOUN", "PROPN", "DET", "ADJ", "NUM"} or first.lower_ in {"who", "which", "also"})
    )


def _clause_start(sentence: Sentence, cue: Cue) -> int:
    """Where the clause begins that a second verb belongs to: `Lee left [while Hale rose] and said`.

    For a participle it is the main one: `after Lee rose, [Hale left], saying …`.
    """
    if cue.form == "VBG" and opens_with_clause(sentence):
        said = next((k for k in range(sentence.start, cue.start) if is_finite(sentence, k)), cue.start)
        commas = (k for k in range(said, cue.group_start - 1) if sentence.lower(k) == "," and not sentence.quoted_at(k))
        return next(commas, sentence.start)
    if sentence.lower(cue.group_start - 1) not in {"and", "but"}:
        return sentence.start
    back = range(cue.group_start - 2, sentence.start, -1)
    comma = next((k for k in back if sentence.lower(k) == ","), sentence.start)
    inside = range(comma + 2, cue.group_start - 1)
    if sentence.lower(comma + 1) in RELATIVES and any(is_finite(sentence, k) for k in inside):
        return comma + 1  # "was paid by Ann Lee, [who sat there] and wrote that"
    before = range(cue.group_start - 1, sentence.start, -1)
    return next((k for k in before if sentence.lower(k) in words("cues_grammar", "contrasting")), sentence.start)


def _charged(sentence: Sentence, cue: Cue, clock: Clock) -> Range | None:
    """Whom others charge with what a participle tells: `accused [Ms Lee] of saying`, `[he] was sacked for saying`."""
    link, verb = _charging(sentence, cue)
    if link and link == verb + 1:
        return subject_before(sentence, group_start(sentence, verb), clock)
    return _between(sentence, verb, link)


def charged_in_list(sentence: Sentence, cue: Cue) -> Range | None:
    """Whom somebody charges with several things, behind the first: `accused [Mr Hale] of acting rudely and telling`."""
    link, verb = _charging(sentence, cue)
    return _between(sentence, verb, link) if link + 1 < cue.group_start else None


def _charging(sentence: Sentence, cue: Cue) -> Range:
    """Where the link stands behind which somebody is charged with what a participle tells, and the verb before it."""
    link, known = _first_of(sentence, cue) - 1, words("cues_grammar", "met_with")
    if cue.form != "VBG" or sentence.lower(link) not in words("cues_grammar", "of_doing"):
        return 0, 0
    verb = next((k for k in range(link - 1, sentence.start, -1) if sentence.token(k).pos_ == "VERB"), link)
    charges = sentence.lower(verb) in known or sentence.document.lemmas[verb] in known
    return (link, verb) if charges else (0, 0)


def _between(sentence: Sentence, verb: int, link: int) -> Range | None:
    """Who stands between the two."""
    start = phrase_start(sentence, link) if link > verb + 1 else None
    return (verb + 1, link) if start is not None and start <= verb + 1 else None


def _first_of(sentence: Sentence, cue: Cue) -> int:
    """Where the first of several participles begins: `accused Mr Hale of [acting] rudely, sending it and telling`."""
    first = cue.group_start
    for index in range(cue.group_start - 1, max(cue.group_start - LONGEST_LIST, sentence.start), -1):
        if is_finite(sentence, index) or sentence.quoted_at(index) is not None:
            break
        if sentence.token(index).tag_ == "VBG" and sentence.lower(first - 1) in {",", "and", "or"}:
            first = index
        if sentence.lower(first - 1) in words("cues_grammar", "of_doing"):
            return first
    return cue.group_start


def quoted_as(sentence: Sentence, cue: Cue, clock: Clock) -> Range | None:
    """Who somebody else quotes: `the paper quoted [Ms Lee] as saying`, `[Mr Hale] was quoted as saying`."""
    verb = quoting_verb(sentence, cue)
    if verb is None:
        return None
    if is_quoted(sentence, verb):
        return subject_before(sentence, group_start(sentence, verb), clock)
    return verb + 1, cue.group_start - 1


def described_subject(sentence: Sentence, cue: Cue) -> Range | None:
    """Who is told of at length before a verb of theirs: `Ms Lee says [a clerk] said to have lied denied it`."""
    start = cue.group_start
    verb = next((k for k in range(start - 1, sentence.start, -1) if is_finite(sentence, k)), None)
    if cue.form not in FINITE or verb is None or not is_reporting(sentence.lower(verb)):
        return None
    if sentence.lower(start - 1) in {",", "and", "but", "or"}:
        return None
    first = verb + 2 if sentence.lower(verb + 1) == "that" else verb + 1
    of_noun = NOMINAL | {"DET", "ADJ"}
    last = next((k for k in range(first, start) if sentence.token(k).pos_ not in of_noun), start)
    is_noun = first < last < start and sentence.token(last - 1).pos_ in {"NOUN", "PROPN"}
    return (first, last) if is_noun and sentence.token(last).tag_ == "VBN" else None


def governing_subject(sentence: Sentence, cue: Cue, clock: Clock) -> Range | None:
    """The subject of the verb that a cue hangs on: of the first finite one for a participle, `X replied, saying …`.

    An infinitive hangs on the last, and so does `by`: `Y was criticised after X seemed to suggest …`.
    """
    if (quoted := quoted_as(sentence, cue, clock)) is not None:
        return quoted
    if (beside := beside_of(sentence, cue)) is not None:
        return beside
    last = sentence.token(max(cue.group_start - 1, sentence.start))
    if cue.form == "VBG" and (last.ent_type_ == "PERSON" or last.tag_ == "PRP"):
        start = phrase_start(sentence, cue.group_start)  # "footage of Ann Lee asking": she asks
        if start is None or not is_reporting(sentence.lower(start - 1)):  # "he challenged Ann Lee saying": he says
            return None if start is None else (after_of(sentence, start, cue.group_start), cue.group_start)
    if (crowd := crowd_of(sentence, cue)) is not None:
        return crowd
    if (doer := doer_of(sentence, cue) or _charged(sentence, cue, clock) or caused(sentence, cue)) is not None:
        return doer
    if (told_of := _second_verbs_subject(sentence, cue, clock)) is not None:
        return told_of
    before = range(_clause_start(sentence, cue), cue.group_start)
    is_last = cue.infinitive or (cue.form == "VBG" and sentence.lower(cue.group_start - 1) == "by")
    for index in reversed(before) if is_last else before:
        if sentence.quoted_at(index) is None and is_finite(sentence, index):
            found = subject_before(sentence, group_start(sentence, index), clock)
            if found is not None and sentence.token(found[0]).tag_ == "EX":
                return index + 1, cue.group_start  # "there is [a motion] calling for it"
            if found is not None and not _is_expletive(sentence, found, index, cue):
                return found
    return None


def _is_expletive(sentence: Sentence, subject: Range, verb: int, cue: Cue) -> bool:
    """Whether a subject is nobody, and others follow: `[It] is thought that Mr Lee is out after accusing her`."""
    alone = subject[1] - subject[0] == 1 and sentence.lower(subject[0]) == "it"
    return alone and any(is_finite(sentence, k) for k in range(verb + 1, cue.group_start))


def _second_verbs_subject(sentence: Sentence, cue: Cue, clock: Clock) -> Range | None:
    """Whom a clause that somebody tells is about, where its second verb is what a participle hangs on.

    So in `the paper reported that [Ms Lee] voted for it but changed her mind, saying she was wrong`.
    """
    verb = second = sentence.token(cue.start).head
    while verb.dep_ == "conj" and verb.head.i < verb.i:
        verb = verb.head
    if cue.form != "VBG" or verb.i == second.i or verb.dep_ != "ccomp" or not sentence.start <= verb.i < cue.start:
        return None
    return subject_before(sentence, group_start(sentence, verb.i), clock)
