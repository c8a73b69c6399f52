"""Claims, stage 3: a participle or an infinitive comes in, who does it, where they stand just before it, goes out."""

from generator.extract.claims.cue_words import DENIAL, verb_entries
from generator.extract.claims.cues import Cue, group_start
from generator.extract.claims.grammar import BREAKS, NOMINAL, Range
from generator.extract.claims.phrases import phrase_start
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

LONGEST_WITH = 12
"""Tokens of `with` and whoever does something beside what is told."""
LONGEST_ASIDE = 8
"""Tokens of what commas part from whoever stands behind `with`."""
LONGEST_AGENT = 16
"""Tokens from `by` to a paper of whoever stands behind it."""
NAMING = frozenset({"ADJ", "DET", "NOUN", "PART", "PROPN"})


def doer_of(sentence: Sentence, cue: Cue) -> Range | None:
    """Who does what a participle tells just behind them: `[anyone] denying it`, `[a clerk] claiming that he lied`.

    So in `which left [one clerk] asking`.
    """
    last = sentence.token(cue.start - 1)
    verb = sentence.token(cue.start)
    if (writer := writer_of(sentence, cue)) is not None:
        return writer
    if cue.form != "VBG" or cue.group_start != cue.start:
        return None
    is_persons = last.lower_ in words("acts", "unnamed_person") and verb.dep_ == "acl" and verb.head.i == last.i
    is_persons = is_persons or _is_others_paper(sentence, cue.start)
    if (followed := _followed(sentence, cue.start)) is not None:
        return followed
    is_left = last.dep_ == "obj" and last.head.lemma_.lower() in words("cues_grammar", "left_doing")
    if not (is_persons or is_left or last.lower_ in words("cues_grammar", "anybody")):
        return None
    start = phrase_start(sentence, cue.start)
    return None if start is None else (after_of(sentence, start, cue.start), cue.start)


def writer_of(sentence: Sentence, cue: Cue) -> Range | None:
    """Whose paper tells what follows it, where they do to somebody what a passive tells.

    So in `Mr Hale, criticised by [Ms Lee] in a letter calling him “a liar”, left`. A suit that nobody there
    brings tells it by itself: `dropped nobody from [a case] alleging that he lied`.
    """
    paper = cue.start - 1
    if _is_suit(sentence, cue.start):
        start = phrase_start(sentence, cue.start)
        return None if start is None else (after_of(sentence, start, cue.start), cue.start)
    if cue.form != "VBG" or sentence.lower(paper) not in words("acts", "papers"):
        return None
    link = paper - 1
    while link > sentence.start and sentence.token(link).pos_ in NAMING:
        link -= 1
    if sentence.lower(link) != "in":
        return None
    for by in range(link - 1, max(link - LONGEST_AGENT, sentence.start), -1):
        token = sentence.token(by)
        if token.lower_ == "by" and sentence.token(by - 1).tag_ == "VBN":
            end = next((k for k in range(by + 1, link) if _ends_agent(sentence, k)), link)
            return (by + 1, end) if end > by + 1 else None
        if token.pos_ in {"VERB", "AUX", "SCONJ"} and sentence.quoted_at(by) is None:
            return None
    return None


def _ends_agent(sentence: Sentence, index: int) -> bool:
    return sentence.lower(index) in words("cues_grammar", "of_doing") or sentence.quoted_at(index) is not None


def _followed(sentence: Sentence, participle: int) -> Range | None:
    """What another thing only follows, and which tells something: `his exit follows [a note] calling it wrong`."""
    verb = next((k for k in range(participle - 1, sentence.start, -1) if sentence.token(k).pos_ == "VERB"), participle)
    if sentence.document.lemmas[verb] not in words("cues_grammar", "coming_after"):
        return None
    told = range(verb + 1, participle)
    paper = any(sentence.lower(k) in words("acts", "papers") | words("cues_grammar", "suits") for k in told)
    return (verb + 1, participle) if paper else None


def _is_suit(sentence: Sentence, participle: int) -> bool:
    """Whether a suit charges somebody, which nobody there brings: `dropped nobody from a [case] alleging it`."""
    told = sentence.lower(participle).endswith("ing") and participle > sentence.start
    if not told or sentence.lower(participle - 1) not in words("cues_grammar", "suits"):
        return False
    before = range(sentence.start, participle)
    return not any(sentence.document.lemmas[k] in words("cues_grammar", "bringing") for k in before)


def _is_others_paper(sentence: Sentence, participle: int) -> bool:
    """Whether a paper tells what follows it, to which somebody only answers: `denounced a [report] accusing her`."""
    if sentence.lower(participle - 1) not in words("acts", "papers") | {"story", "article"}:
        return False
    before = range(sentence.start, participle)
    verb = next((k for k in before if sentence.token(k).pos_ == "VERB"), participle)
    entries = verb_entries().get(sentence.lower(verb), ())
    return any(entry.group == DENIAL or entry.lemma in words("cues_grammar", "answering_papers") for entry in entries)


def led_by(sentence: Sentence, start: int) -> int:
    """Where a subject begins of which only its last name was found: `[a party led by the former mayor] Ann Lee`."""
    by = start - 1
    while by > sentence.start and sentence.token(by).pos_ in {"ADJ", "DET", "NOUN", "PROPN"}:
        by -= 1
    doing = sentence.token(max(by - 1, sentence.start))
    if sentence.lower(by) != "by" or doing.tag_ not in {"VBN", "VBD"} or group_start(sentence, doing.i) != doing.i:
        return start
    head = sentence.token(max(doing.i - 1, sentence.start))
    whole = phrase_start(sentence, doing.i) if head.pos_ in {"NOUN", "PROPN"} and head.i < doing.i else None
    return start if whole is None else whole


def crowd_of(sentence: Sentence, cue: Cue) -> Range | None:
    """Which people demand a thing who gather while another does something: `she spoke as [crowds] met, demanding …`."""
    calls = cue.entry.group == "demand" or cue.entry.lemma in words("cues_grammar", "calling_out")
    if cue.form != "VBG" or cue.group_start != cue.start or sentence.lower(cue.start - 1) != "," or not calls:
        return None
    crowds = words("cues_grammar", "crowds")
    for noun in range(cue.start - 2, sentence.start, -1):
        if sentence.lower(noun) == "," or sentence.quoted_at(noun) is not None:
            return None
        if sentence.lower(noun).removesuffix("s") in crowds and sentence.token(noun + 1).tag_ in {"VBD", "VBN"}:
            start = phrase_start(sentence, noun + 1)
            opens = start is not None and sentence.lower(start - 1) in {"as", "while"}
            return (start, noun + 1) if start is not None and opens else None
    return None


def caused(sentence: Sentence, cue: Cue) -> Range | None:
    """Whom something makes say a thing: `the row prompted [the clerk of the house] to insist that …`."""
    if not cue.infinitive or sentence.lower(cue.group_start) != "to":
        return None
    verb = next((k for k in range(cue.group_start - 1, sentence.start, -1) if sentence.token(k).pos_ == "VERB"), 0)
    if sentence.document.lemmas[verb] not in words("cues_grammar", "causing") or verb + 1 >= cue.group_start:
        return None
    return verb + 1, cue.group_start


def beside_of(sentence: Sentence, cue: Cue) -> Range | None:
    """Who tells something beside what others do: `with [Ms Lee] saying`, `with [Ms Lee] saying so and adding`."""
    bare = all(sentence.token(k).pos_ == "ADV" for k in range(cue.group_start, cue.start))
    if cue.form != "VBG" or not bare:
        return None
    second = second_beside(sentence, cue.group_start)
    return beside_with(sentence, cue.group_start) if second is None else second[1]


def beside_with(sentence: Sentence, verb: int) -> Range | None:
    """Who does it that stands behind `with`: `it went on, with [Ms Lee] saying`, `with [Mr Bell], Labour, saying`."""
    end = _before_aside(sentence, verb)
    for index in range(end - 1, max(end - LONGEST_WITH, sentence.start), -1):
        token = sentence.token(index)
        if token.lower_ == "with":
            last = sentence.token(end - 1)
            is_somebody = last.pos_ in NOMINAL or last.lower_ in words("cues_grammar", "standalone")
            start = _after_film(sentence, index + 1, end)
            return (start, end) if start < end and is_somebody else None
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.text in BREAKS or sentence.quoted_at(index) is not None:
            return None
    return None


def _after_film(sentence: Sentence, start: int, end: int) -> int:
    """Where somebody begins who only is seen in a film: `it ends with footage of [Ms Lee] asking`."""
    of = next((k for k in range(start + 1, end) if sentence.lower(k) == "of"), start)
    return of + 1 if sentence.lower(of - 1) in words("cues_grammar", "films") else start


def _before_aside(sentence: Sentence, verb: int) -> int:
    """Where somebody's name ends before an aside that has no verb: `with Mr Bell[, Labour,] saying`."""
    if sentence.lower(verb - 1) != ",":
        return verb
    for index in range(verb - 2, max(verb - LONGEST_ASIDE, sentence.start), -1):
        if sentence.lower(index) == ",":
            return index if index < verb - 2 else verb
        if sentence.token(index).pos_ not in NAMING | {"ADP", "NUM"}:
            break
    return verb


def second_beside(sentence: Sentence, verb: int) -> tuple[int, Range] | None:
    """What joins a participle to one behind `with`, and who does it.

    So in `with Ms Lee saying it was late [and] [Mr Bell] noting` and in `with [Ms Lee] saying so [and] adding`.
    """
    joiner = verb - 1
    while joiner > sentence.start and sentence.token(joiner).pos_ in NAMING | {"ADV"}:
        joiner -= 1
    if sentence.lower(joiner) != "and":
        return None
    first = next((k for k in range(joiner - 1, sentence.start, -1) if _tells(sentence, k)), None)
    beside = None if first is None else beside_with(sentence, first)
    if beside is None:
        return None
    if sentence.token(verb - 1).ent_type_ == "PERSON":
        return joiner, (joiner + 1, verb)
    return (joiner, beside) if all(sentence.token(k).pos_ == "ADV" for k in range(joiner + 1, verb)) else None


def tells_beside(sentence: Sentence, opening: int) -> bool:
    """Whether somebody tells more from `with` or `and` on: `it was late, [with] Ms Lee saying [and] Mr Bell adding`."""
    near = range(opening + 1, min(opening + LONGEST_WITH + LONGEST_ASIDE, sentence.end))
    verb = next((k for k in near if _tells(sentence, k)), None)
    if verb is None:
        return False
    if sentence.lower(opening) == "and":
        second = second_beside(sentence, verb)
        return second is not None and second[0] == opening
    beside = beside_with(sentence, verb) if sentence.lower(opening - 1) == "," else None
    return beside is not None and beside[0] == opening + 1


def _tells(sentence: Sentence, index: int) -> bool:
    token = sentence.token(index)
    return token.tag_ == "VBG" and token.lower_ in verb_entries() and sentence.quoted_at(index) is None


def after_of(sentence: Sentence, start: int, end: int) -> int:
    """Where a noun phrase's last part begins: `footage of [Ann Lee]`."""
    return next((k + 1 for k in range(end - 2, start, -1) if sentence.token(k).tag_ == "IN"), start)
