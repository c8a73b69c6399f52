"""Claims, stage 4: a content and the sentence's cues come in, it goes out cut where the next attribution begins."""

from collections.abc import Sequence

from generator.extract.claims.clause_ends import clause_end, is_subject
from generator.extract.claims.contents import is_stop
from generator.extract.claims.cue_words import DENIAL, CueKind, is_reporting, verb_entries
from generator.extract.claims.cues import EACH, Cue, is_time
from generator.extract.claims.doers import tells_beside
from generator.extract.claims.grammar import (
    CLAUSE_WORDS,
    FINITE,
    RELATIVES,
    Range,
    is_finite,
)
from generator.extract.claims.sentences import DASHES, Sentence
from generator.extract.lexicon import words

CLAIM_NOUNS = words("cues_grammar", "claim_nouns")
TELLER_TAGS = frozenset({"DT", "PRP$", "PRP", "NN", "NNS", "NNP", "JJ"})
TELLS = words("cues_grammar", "tells")
LONGEST_TELLER = 6
"""Tokens of what tells a whole sentence after it."""
FURTHEST_DENIAL = 10
"""Tokens from the comma before `which` to the verb of who denies it."""
FURTHEST_JOINER = 24
"""Tokens from what joins somebody else's words to its verb: `…, [but], speaking in Hull on Friday, Ms Lee said`."""
LONGEST_THEN = 12
LONGEST_STUMP = 5
"""Tokens that a cut may leave of a clause which says nothing without its verb."""
OPENERS = RELATIVES | {"whose"}
NAMING = frozenset({"ADJ", "DET", "NOUN", "PART", "PRON", "PROPN"})
JOINERS = words("cues_grammar", "joiners")


def cut(sentence: Sentence, region: Range, cue: Cue, cues: Sequence[Cue]) -> Range:
    """End a region where the next attribution begins: a second verb of the same source, another source, an aside."""
    start, end = region
    end = clause_end(sentence, cue, end)
    for other in cues:
        if other.start <= max(cue.start, start) or other.start >= end:
            continue
        at = _joint(sentence, start, other, cue)
        if at is not None and at > start:
            end = at
            break
    for index in range(start, end):
        if sentence.quoted_at(index) is not None:
            continue
        if (
            breaks(sentence, index)
            or _is_outer(sentence, index, start, cue, cues)
            or closes_aside(sentence, start, index)
            or (cue.entry.group == DENIAL and _is_backed(sentence, start, index))
        ):
            end = index
            break
    whole = end == region[1]
    return (start, trimmed(sentence, start, end if whole else without_stump(sentence, start, end)))


def closes_aside(sentence: Sentence, start: int, dash: int) -> bool:
    """Whether a dash ends what was told within two: `Mr Hale – who the Klaxon said was ill[ –] complained`."""
    if sentence.token(dash).text not in DASHES or dash + 1 >= sentence.end:
        return False
    if not is_finite(sentence, dash + 1) and not is_reporting(sentence.lower(dash + 1)):
        return False
    marks = [k for k in range(sentence.start, dash) if sentence.token(k).text in DASHES and not sentence.quoted_at(k)]
    return len(marks) % 2 == 1 and marks[-1] < start


def without_stump(sentence: Sentence, start: int, end: int) -> int:
    """Where words end that were cut behind the opening of a clause: `was rude[, for which he]`, `to go [when]`."""
    for index in range(end - 1, max(end - LONGEST_STUMP, start), -1):
        if sentence.quoted_at(index) is not None or is_finite(sentence, index):
            return end
        is_last = index == end - 1 and sentence.lower(index) in CLAUSE_WORDS
        if is_last or sentence.lower(index) in OPENERS:
            index -= sentence.token(index - 1).tag_ == "IN" and sentence.lower(index) in OPENERS
            return index - (sentence.lower(index - 1) == ",")
    return end


def breaks(sentence: Sentence, index: int) -> bool:
    """Whether what is told ends with a mark, or with a quotation, and something else is told of it then."""
    text = sentence.token(index).text
    if text in {"with", "and"}:
        return tells_beside(sentence, index) or _meets_with(sentence, index)
    if text != "," and text not in DASHES:
        return bool(text == ";") or _leaves_quotation(sentence, index)
    told_of = named_after(sentence, index) is not None or _is_denied_then(sentence, index)
    told_of = told_of or (text in DASHES and sentence.lower(index + 1) in words("cues_grammar", "behind_quoted"))
    told_of = told_of or (sentence.lower(index + 1) == "to" and sentence.lower(index + 2) == "which")
    told_of = told_of or (text in DASHES and sentence.lower(index + 1) in words("cues_grammar", "ensuing"))
    told_of = told_of or (text == "," and (_tells_what_then(sentence, index) or _sets_against(sentence, index)))
    return told_of or _tells_result(sentence, index) or (text == "," and ends_in_teller(sentence, index))


def _leaves_quotation(sentence: Sentence, index: int) -> bool:
    """Whether the writer tells behind a quotation when or why it was said: `called it “a mess” [after] she left`."""
    word, more = sentence.lower(index), range(index, sentence.end)
    if word not in words("cues_grammar", "behind_quoted") or sentence.quoted_at(index - 1) is None:
        return False
    if any(sentence.quoted_at(k) is not None for k in more):
        return False
    return word not in words("cues_grammar", "clause_before") or any(is_finite(sentence, k) for k in more)


def _tells_what_then(sentence: Sentence, comma: int) -> bool:
    """Whether a clause tells what somebody did next: `said it was late[, then the chair rose to speak]`."""
    first = comma + 2
    if sentence.lower(comma + 1) != "then" or first >= sentence.end:
        return False
    if any(sentence.lower(k) == "if" for k in range(sentence.start, comma)):
        return False  # "said if it was a fake, then she would go"
    verb = next((k for k in range(first, min(first + LONGEST_THEN, sentence.end)) if is_finite(sentence, k)), first)
    return verb > first and is_subject(sentence, first)


def _sets_against(sentence: Sentence, comma: int) -> bool:
    """Whether a sentence of its own follows, set against what is told: `it was void[, however, the clerk] said …`."""
    parted = sentence.lower(comma + 1) == "however" and sentence.lower(comma + 2) in {",", ";"}
    return parted and is_subject(sentence, comma + 3)


def _meets_with(sentence: Sentence, joiner: int) -> bool:
    """Whether it is told what befell who spoke: `said it was late [and] was soon joined by others`."""
    adverb = joiner + 2
    was = sentence.lower(joiner + 1) in {"was", "were"} and sentence.lower(adverb) in words("cues_grammar", "next")
    return was and sentence.token(adverb + 1).tag_ == "VBN" and sentence.lower(adverb + 2) == "by"


def _is_denied_then(sentence: Sentence, mark: int) -> bool:
    """Whether a clause only tells that somebody denies it: `accused him of theft[, which he has denied]`."""
    if sentence.lower(mark + 1) != "which":
        return False
    near = range(mark + 2, min(mark + FURTHEST_DENIAL, sentence.end))
    verb = next((k for k in near if is_finite(sentence, k) or sentence.lower(k - 1) in EACH), mark)
    while sentence.token(verb).pos_ in {"AUX", "ADV"} and verb + 1 < sentence.end:
        verb += 1
    denies = any(entry.group == DENIAL and not entry.tail for entry in verb_entries().get(sentence.lower(verb), ()))
    return denies and verb > mark + 2 and sentence.token(min(verb + 1, sentence.end - 1)).pos_ not in {"DET", "PRON"}


def _tells_result(sentence: Sentence, mark: int) -> bool:
    """Whether what came of a motion follows a dash: `a motion to cut the rate – LOST by 12 to 9`."""
    return sentence.token(mark).text in DASHES and sentence.lower(mark + 1) in words("cues", "outcomes")


def named_after(sentence: Sentence, mark: int) -> Range | None:
    """What names a claim behind a comma or a dash to tell more of it: `, [a charge] she denies`."""
    if sentence.token(mark).text not in DASHES | {","}:
        return None
    noun = mark + 1 + (sentence.lower(mark + 1) in {"a", "an", "the"})
    is_claim = sentence.lower(noun).removesuffix("s") in CLAIM_NOUNS
    is_bare = noun == mark + 1 and not sentence.lower(noun).endswith("s")
    if sentence.lower(mark + 1) != "something" and (not is_claim or is_bare):
        return None
    if noun + 1 >= sentence.end:
        return None
    told_of = sentence.lower(noun + 1) in RELATIVES | EACH or sentence.token(noun + 1).pos_ in {
        "DET",
        "PRON",
        "PROPN",
        "SCONJ",
    }
    return (mark + 1, noun + 1) if told_of else None


def _is_outer(sentence: Sentence, comma: int, start: int, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether words go on that an earlier verb tells: `said it had warned him he was late[, and that] he had gone`."""
    goes_on = (
        sentence.lower(comma) == "," and sentence.lower(comma + 1) in JOINERS and sentence.lower(comma + 2) == "that"
    )
    if not goes_on or sentence.lower(start - 1) == "that":
        return False
    return any(other.start < cue.start and other.entry.kind is CueKind.VERB for other in cues)


def _is_backed(sentence: Sentence, start: int, index: int) -> bool:
    """Whether a colon ends what is denied, by its noun alone, and says why: `denies this[: a spokesman said …]`."""
    return sentence.lower(index) == ":" and not any(sentence.token(k).tag_ in FINITE for k in range(start, index))


def ends_in_teller(sentence: Sentence, comma: int) -> bool:
    """Whether all that follows a comma is what tells the whole sentence: `…, a letter reveals.`, `…, said Reuters.`"""
    last = sentence.end - 1
    while last > comma and (is_stop(sentence, last) or _tells_day(sentence, last)):
        last -= 1
    if _is_inverted_teller(sentence, comma + 1, last):
        return True
    opens = sentence.token(comma + 1).tag_ in TELLER_TAGS if last > comma else False
    tells = sentence.lower(last) in TELLS or (
        sentence.token(last).tag_ in {"VBD", "VBN"} and is_reporting(sentence.lower(last))
    )
    return opens and 1 < last - comma <= LONGEST_TELLER and tells


def _tells_day(sentence: Sentence, index: int) -> bool:
    """Whether a word at a sentence's end only tells when somebody told it: `…, the party said [on Tuesday]`."""
    return is_time(sentence.lower(index)) or (sentence.lower(index) == "on" and is_time(sentence.lower(index + 1)))


def _is_inverted_teller(sentence: Sentence, verb: int, last: int) -> bool:
    """Whether a verb and whose it is end a sentence: `[reported Reuters news agency]`, `[read the statement]`."""
    comma = next((k for k in range(verb + 1, last) if sentence.lower(k) == ","), last)
    last = comma - 1 if comma < last and sentence.token(comma + 1).tag_ == "VBG" else last  # "…, citing two people"
    to = next(
        (k for k in range(verb + 2, last) if sentence.lower(k) in words("cues_grammar", "behind_teller")), last + 1
    )
    last = to - 1 if sentence.token(to - 1).pos_ == "PROPN" else last  # "… said minister Ann Lee to reporters here"
    names = range(verb + 1, last + 1)
    if not names or len(names) > LONGEST_TELLER or sentence.token(verb).tag_ not in {"VBD", "VBN", "VBZ"}:
        return False
    lemma, ends = sentence.document.lemmas[verb], sentence.lower(last)
    is_paper = ends in words("acts", "papers") and lemma in words("cues_grammar", "quoting_verbs") | {"read"}
    capital = sentence.token(verb + 1).text[:1].isupper() or sentence.token(last).ent_type_ == "PERSON"
    named = capital and lemma in words("cues_grammar", "quoting_verbs")
    plain = all(sentence.token(k).pos_ in NAMING for k in names) and sentence.token(last).pos_ in {"NOUN", "PROPN"}
    has_verb = any(
        is_finite(sentence, k) or sentence.token(k).tag_ in {"VB", "VBN"} for k in range(sentence.start, verb)
    )
    return plain and has_verb and (is_paper or named)


def _main_clause(sentence: Sentence, start: int, other: Cue, cue: Cue) -> int | None:
    """Where the main clause begins behind one that opens with `when`: `when she told him it was wrong [he replied]`."""
    subject = other.group_start - 1
    if (
        sentence.lower(subject) not in words("cues_grammar", "doers") - {"it"}
        or sentence.lower(subject - 1) in CLAUSE_WORDS
    ):
        return None
    opens = any(
        sentence.lower(k) in {"when", "after", "once"} for k in range(max(cue.group_start - 3, 0), cue.group_start)
    )
    said = any(sentence.token(k).tag_ in FINITE for k in range(start, subject))
    return subject if opens and said else None


def _joint(sentence: Sentence, start: int, other: Cue, cue: Cue) -> int | None:
    """Where the words of a later cue begin to be no content of this one; None where they are part of it."""
    if other.entry.kind is CueKind.BEFORE_SOURCE:
        return other.start
    if other.entry.kind is not CueKind.VERB:
        return None
    if (main := _main_clause(sentence, start, other, cue)) is not None:
        return main
    before = other.group_start - 1
    while (
        before > start
        and sentence.quoted_at(before) is None
        and sentence.token(before).pos_ == "ADV"
        and sentence.lower(before) not in JOINERS
    ):
        before -= 1
    if other.form == "VBG" and sentence.lower(before) == "," and sentence.quoted_at(before) is None:
        return before
    quotes = sentence.quoted_at(other.end) or (sentence.lower(other.end) == ":" and sentence.quoted_at(other.end + 1))
    adds = other.entry.lemma == "add" and sentence.lower(other.end) == "that"
    if other.form == "VBG" and (adds or quotes) and sentence.token(before).pos_ not in {"ADP", "AUX"}:
        return other.group_start  # "it was wrong adding that …", "challenged Ms Lee saying: “…”": the comma is left out
    joins = sentence.lower(before) in JOINERS and sentence.quoted_at(before) is None
    if _is_passives_second(sentence, other, start) or (joins and _is_within(sentence, start, other, before)):
        return None
    if joins and (_same_tense(cue, other) or _joins_main(sentence, cue, other)):
        return before - 1 if sentence.lower(before - 1) == "," else before
    return _other_source(sentence, start, other, cue)


def _is_passives_second(sentence: Sentence, other: Cue, start: int) -> bool:
    """Whether a participle shares the auxiliary of one that is told: `said it had been read and [found wanting]`."""
    verb = sentence.token(other.start)
    bare = other.form == "VBN" and other.group_start == other.start and verb.dep_ == "conj"
    return bare and verb.head.i >= start and any(child.dep_ == "aux:pass" for child in verb.head.children)


def _is_within(sentence: Sentence, start: int, other: Cue, joiner: int) -> bool:
    """Whether a passive is the second verb of what is told: `said she either forgot it or [was asked] nothing`."""
    either = any(sentence.lower(k) == "either" for k in range(start, joiner))
    return sentence.lower(joiner) == "or" and (either or other.passive)


def _joins_main(sentence: Sentence, cue: Cue, other: Cue) -> bool:
    """Whether a verb goes on from the one that a participle hangs on: `attacked it, saying that …, and [said] …`."""
    verb = sentence.token(other.start)
    return cue.form == "VBG" and other.form in FINITE and verb.dep_ == "conj" and verb.head.i < cue.start


def _same_tense(cue: Cue, other: Cue) -> bool:
    finite = {"VBD", "VBZ", "VBP", "VBN"}
    if cue.form == "VBG" or other.form == "VBG" or cue.form == "VB" or other.form == "VB":
        return cue.form == other.form
    return cue.entry.kind is not CueKind.NOUN and cue.form in finite and other.form in finite


def _other_source(sentence: Sentence, start: int, other: Cue, cue: Cue) -> int | None:
    """`…, while B said`, `…, but B denied`, `…, as B claimed`: where the joiner stands."""
    for index in range(other.group_start - 1, max(start, other.group_start - FURTHEST_JOINER), -1):
        if sentence.quoted_at(index) or sentence.token(index).tag_ in FINITE:
            return None
        lower = sentence.lower(index)
        comma = sentence.lower(index - 1) in {",", "—", "–"}
        if lower == "and" and sentence.lower(index + 1) == "that":
            return None  # "…, and that when she told him of it": a second clause of the same words
        if lower in {"and", "but"} and not comma and _is_new_clause(sentence, start, index, other):
            return index
        if lower in words("cues_grammar", "setting_against") or (lower in {"and", "as"} and comma):
            return index - 1 if comma else index
    return None


def _is_new_clause(sentence: Sentence, start: int, joiner: int, other: Cue) -> bool:
    """Whether another's clause follows what has no verb: `denied these claims [and today Ms Lee insisted that …]`."""
    first = sentence.token(joiner + 1)
    opens = first.pos_ in {"PROPN", "PRON"} or (first.lower_ == "this" and first.pos_ == "DET")
    plain = all(sentence.token(k).pos_ in NAMING for k in range(joiner + 1, other.group_start))
    if sentence.lower(start) in CLAUSE_WORDS or sentence.lower(joiner - 1) in words("cues_grammar", "doers"):
        return False  # "said [although he and Ms Lee disagreed], it was fair"
    has_verb = any(is_finite(sentence, k) for k in range(start, joiner))
    return opens and plain and not has_verb and other.form in FINITE and sentence.token(other.start).pos_ == "VERB"


def trimmed(sentence: Sentence, start: int, end: int) -> int:
    while (
        end > start
        and sentence.quoted_at(end - 1) is None
        and (
            sentence.token(end - 1).text in {",", ";", ":", "—", "–", "-", "("}
            or sentence.lower(end - 1) in {"and", "but"}
            or is_stop(sentence, end - 1)
        )
    ):
        end -= 1
    return end
