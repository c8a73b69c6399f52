"""Claims, stage 4: a cue in its sentence comes in, the words that it gives as somebody's go out, as tokens (end exclusive)."""

from collections.abc import Sequence

from generator.extract.claims.cue_words import CueKind
from generator.extract.claims.cues import AUXILIARIES, NEGATIONS, Cue
from generator.extract.claims.sentences import OPEN_ENDINGS, STOPS, Sentence
from generator.extract.claims.sources import Clock, Range

FINITE = {"VBD", "VBZ", "VBP", "MD"}
PREPOSITIONS = {"to", "in", "on", "at", "during", "before", "through", "via", "from", "with", "after", "under", "by", "for", "this", "last", "late"}
SKIPPED = {"of", "that", ",", ":", "-", "–", "—", "about"}
CLAUSE_OPENERS = {"he", "she", "it", "they", "we", "i", "there", "this", "these", "those", "his", "her", "their", "its", "our", "my", "the", "a", "an", "no", "any"}
WH = {"whether", "if", "what", "why", "how", "who", "when", "where", "which"}
CLAIM_NOUNS = {"claim", "charge", "allegation", "accusation", "suggestion", "assertion", "figure", "remark", "description", "comment", "move", "view", "line"}
JOINERS = {"and", "but", "while", "whereas", "although", "though", "or", "then", "yet"}
LONGEST_ASIDE = 14
STOP_SHAPES = STOPS | {";"}


def after_cue(sentence: Sentence, cue: Cue, clock: Clock, source: Range | None) -> Range | None:
    """The words that follow a cue: from past addressee, time and `that` to the end of what the cue governs."""
    start = cue.end if source is None or source[0] < cue.end else source[1]
    end = sentence.end
    while end > start and _is_stop(sentence, end - 1):
        end -= 1
    start = _past_setting(sentence, start, end, clock)
    if cue.entry.addressed:
        start = _past_addressee(sentence, start, end)
        start = _past_setting(sentence, start, end, clock)
    start = _past_links(sentence, start, end, cue)
    return (start, end) if start < end else None


def _is_stop(sentence: Sentence, index: int) -> bool:
    return sentence.quoted_at(index) is None and (sentence.token(index).text in STOP_SHAPES or sentence.token(index).is_space)


def _past_setting(sentence: Sentence, start: int, end: int, clock: Clock) -> int:
    """Step over where, when and to whom it was said, where a `that`, a colon or a quotation shows it to be no content."""
    for index in range(start, min(start + LONGEST_ASIDE, end)):
        if sentence.quoted_at(index) or sentence.token(index).text == ":":
            lead = _is_setting(sentence, start, index)
            return index if lead else _past_time(sentence, start, end, clock)
        if sentence.lower(index) == "that" and index > start and _is_setting(sentence, start, index):
            return index
        if sentence.token(index).tag_ in FINITE | {"TO"}:
            break
    return _past_time(sentence, start, end, clock)


def _is_setting(sentence: Sentence, start: int, end: int) -> bool:
    """Whether tokens are adverbs, prepositional phrases and times alone."""
    if start == end:
        return True
    first = sentence.token(start)
    return first.lower_ in PREPOSITIONS or first.pos_ == "ADV" or first.text in {",", ":"} or first.ent_type_ in {"DATE", "TIME"} or first.text.endswith("day")


def _past_time(sentence: Sentence, start: int, end: int, clock: Clock) -> int:
    while start < end:
        token = sentence.token(start)
        at = start + 1 if token.lower_ in {"on", "in", "at", "late", "early"} else start
        time = clock.at(sentence.token(at).idx) if at < end else None
        if time is not None:
            while start < end and sentence.token(start).idx < time.span[1]:
                start += 1
        elif token.lower_ in {"later", "also", "yesterday", "privately", "publicly", "afterwards", "earlier", "recently", "repeatedly", "today", "again", "instead", "back", "only", "simply"}:
            start += 1
        else:
            return start
    return start


def _past_addressee(sentence: Sentence, start: int, end: int) -> int:
    """Step over whom the words go to; where nothing follows the noun phrase, it is the content itself."""
    index = start
    while index < end and sentence.quoted_at(index) is None:
        lower, token = sentence.lower(index), sentence.token(index)
        if lower in {"that", "to", ":", ",", "of", "how", "whether", "what", "why", "about"} and index > start:
            return index
        if index > start and _opens_clause(sentence, index, end):
            return index
        if token.tag_ in FINITE or token.pos_ == "AUX":
            return start
        index += 1
    return index if index < end else start


def _opens_clause(sentence: Sentence, index: int, end: int) -> bool:
    """Whether a noun phrase that begins here is the subject of a verb close by, not part of the addressee."""
    before, token = sentence.token(index - 1), sentence.token(index)
    if before.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"} and before.text != ")":
        return False
    starts_phrase = token.lower_ in CLAUSE_OPENERS or before.pos_ == "PRON" or token.tag_ in {"DT", "PRP", "PRP$", "EX", "CD"} or (
        token.tag_ in {"JJ", "NNS", "NN"} and before.pos_ == "NOUN" and token.dep_ != "compound" and token.head.pos_ == "VERB"
    ) or token.lower_.rstrip(".") in {"mr", "mrs", "ms", "dr", "sir"}
    return starts_phrase and any(sentence.token(k).tag_ in FINITE for k in range(index + 1, min(index + 15, end)))


def _past_links(sentence: Sentence, start: int, end: int, cue: Cue) -> int:
    while start < end - 1 and sentence.quoted_at(start) is None and sentence.lower(start) in SKIPPED:
        start += 1
        if sentence.lower(start - 1) == "that" and start < end and sentence.token(start).tag_ == "NN" and sentence.token(start - 1).dep_ == "det":
            return start - 1
    return start


def cut(sentence: Sentence, region: Range, cue: Cue, cues: Sequence[Cue]) -> Range:
    """End a region where the next attribution begins: a second verb of the same source, another source, an aside."""
    start, end = region
    for other in cues:
        if other.start <= max(cue.start, start) or other.start >= end:
            continue
        at = _joint(sentence, start, other, cue)
        if at is not None and at > start:
            end = at
            break
    for index in range(start, end):
        if sentence.quoted_at(index) is None and _breaks(sentence, index, start):
            end = index
            break
    return (start, _trimmed(sentence, start, end))


def _breaks(sentence: Sentence, index: int, start: int) -> bool:
    text = sentence.token(index).text
    if text == ";":
        return True
    if text == "," and sentence.lower(index + 1) in {"a", "an", "the"} and sentence.lower(index + 2) in CLAIM_NOUNS and sentence.lower(index + 3) in {"that", "he", "she", "they", "which", "the", "it", "a"}:
        return True
    return False


def _joint(sentence: Sentence, start: int, other: Cue, cue: Cue) -> int | None:
    """Where the words of a later cue begin to be no content of this one; None where they are part of it."""
    if other.entry.kind is CueKind.BEFORE_SOURCE:
        return other.start
    if other.entry.kind is not CueKind.VERB:
        return None
    before = other.group_start - 1
    while before > start and sentence.quoted_at(before) is None and sentence.token(before).pos_ == "ADV" and sentence.lower(before) not in JOINERS:
        before -= 1
    if other.form == "VBG" and sentence.lower(before) == "," and sentence.quoted_at(before) is None:
        return before
    if sentence.lower(before) in JOINERS and sentence.quoted_at(before) is None and _same_tense(cue, other):
        return before - 1 if sentence.lower(before - 1) == "," else before
    return _other_source(sentence, start, other, cue)


def _same_tense(cue: Cue, other: Cue) -> bool:
    finite = {"VBD", "VBZ", "VBP", "VBN"}
    if cue.form == "VBG" or other.form == "VBG" or cue.form == "VB" or other.form == "VB":
        return cue.form == other.form
    return cue.entry.kind is not CueKind.NOUN and cue.form in finite and other.form in finite


def _other_source(sentence: Sentence, start: int, other: Cue, cue: Cue) -> int | None:
    """`…, while B said`, `…, but B denied`, `…, as B claimed`: where the joiner stands."""
    for index in range(other.group_start - 1, max(start, other.group_start - 12), -1):
        if sentence.quoted_at(index) or sentence.token(index).tag_ in FINITE:
            return None
        lower = sentence.lower(index)
        comma = sentence.lower(index - 1) in {",", "—", "–"}
        if lower in {"while", "whereas", "although", "though", "but"} or (lower in {"and", "as"} and comma):
            return index - 1 if comma else index
    return None


def _trimmed(sentence: Sentence, start: int, end: int) -> int:
    while end > start and sentence.quoted_at(end - 1) is None and (sentence.token(end - 1).text in {",", ";", ":", "—", "–", "-", "("} or sentence.lower(end - 1) in {"and", "but"} or _is_stop(sentence, end - 1)):
        end -= 1
    return end


def noun_phrase_end(sentence: Sentence, region: Range) -> int:
    """Where an object that is a mere noun phrase ends: before a comma, a subordinate clause or a relative one."""
    for index in range(region[0], region[1]):
        if sentence.quoted_at(index):
            continue
        token = sentence.token(index)
        follows = sentence.lower(index + 1)
        if token.text in {",", "—", "–", ";"} and not _list_goes_on(sentence, index, region[1]):
            return index
        if index > region[0] and token.lower_ in {"after", "before", "when", "while", "because", "although", "since", "until", "but"}:
            return index
        if index > region[0] and token.lower_ in {"and", "then"} and sentence.token(index + 1).tag_ in {"VBD", "VBZ"} and follows not in AUXILIARIES - NEGATIONS:
            return index
    return region[1]


def _list_goes_on(sentence: Sentence, comma: int, end: int) -> bool:
    rest = range(comma + 1, min(comma + 10, end))
    return any(sentence.lower(k) == "and" and sentence.token(k + 1).pos_ in {"NOUN", "PROPN", "ADJ", "DET"} for k in rest if k + 1 < end) and not any(
        sentence.token(k).tag_ in FINITE for k in range(comma + 1, end)
    )


def before_cue(sentence: Sentence, edge: int) -> Range | None:
    """The words before a postposed attribution that begins at `edge`, where a comma or an open quotation parts them."""
    end = edge
    quoted = sentence.quoted_at(end - 1) if end > sentence.start else None
    if quoted is not None:
        last = sentence.token(quoted.end - 2).text[-1:] if quoted.end - quoted.start > 2 else ""
        if last not in "," + OPEN_ENDINGS + "." and not (quoted.start == sentence.start):
            return None
    elif sentence.lower(end - 1) in {",", "—", "–", "-"}:
        end -= 1
    else:
        return None
    start = sentence.start
    for index in range(end - 1, sentence.start, -1):
        if sentence.quoted_at(index) is None and sentence.token(index).text in {";", ":"}:
            start = index + 1
            break
    while start < end and sentence.quoted_at(start) is None and (sentence.lower(start) in {"and", "but", "yet", ","} or sentence.token(start).is_space):
        start += 1
    has_words = any(sentence.token(k).tag_ in FINITE or sentence.quoted_at(k) for k in range(start, end))
    return (start, end) if start < end and has_words else None


def shape(sentence: Sentence, region: Range) -> str:
    """What a region is: quote, clause, infinitive, question or noun."""
    start, end = region
    first = sentence.quoted_at(start)
    if first is not None and first.end >= end:
        return "quote"
    if first is None and sentence.lower(start) == "to" and sentence.token(start).tag_ == "TO":
        return "infinitive"
    if sentence.lower(start) in WH:
        return "question"
    if any(sentence.quoted_at(k) is None and sentence.token(k).tag_ in FINITE for k in range(start, end)):
        lead = next(k for k in range(start, end) if sentence.quoted_at(k) is None and sentence.token(k).tag_ in FINITE)
        relative = any(sentence.lower(k) in {"who", "which", "that", "when", "after", "as", "because", ","} for k in range(start + 1, lead))
        return "noun" if relative or any(sentence.token(k).text in {",", "—"} for k in range(start, lead)) else "clause"
    return "noun"
