"""Claims, stages 3 and 4 for cues that are no verbs: `according to`, `reportedly` and nouns such as `claims that`."""

from collections.abc import Sequence

from generator.extract.claims import contents
from generator.extract.claims.agents import phrase_after
from generator.extract.claims.attributions import people_nouns
from generator.extract.claims.clock import Clock
from generator.extract.claims.cues import AUXILIARY_ARCS, Cue
from generator.extract.claims.cutting import cut
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import CLAUSE_WORDS, CONJUNCTIONS, RELATIVES, SUBJECT_ARCS, Range, is_finite
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.settings import past_time
from generator.extract.lexicon import words
from generator.model.ids import fold

LINKS = words("cues_grammar", "noun_links")
"""What joins a noun of telling to what is told."""
SHORT = 2
"""Tokens, a comma among them, that are no content by themselves: `Later, according to the council`."""


def according(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    source = phrase_after(sentence, cue.end, clock, with_name=cue.start > sentence.start)
    if source is None or sentence.lower(source[1] - 1) in words("cues_grammar", "no_sources"):
        return None
    if sentence.lower(source[1]).removesuffix("s") in words("acts", "papers") and sentence.lower(source[1] + 1) == ",":
        source = source[0], source[1] + 1  # "the media reports": a noun that may be taken for a verb
    before = contents.before_cue(sentence, cue.start) or _bare_before(sentence, cue.start)
    is_short = before is not None and before[1] - before[0] <= SHORT
    region = contents.after_cue(sentence, cue, clock, (source[0], _past_relative(sentence, source[1])))
    if before is not None and region is not None and _is_aside(sentence, before, region):
        region = cut(sentence, region, cue, cues)
        return Draft(
            sentence=sentence, cue=cue, source=source, content=(before, region), shape="clause", order="around"
        )
    if before is not None and not is_short:
        return Draft(sentence=sentence, cue=cue, source=source, content=(before,), shape="clause", order="before")
    if region is None:
        return None
    region = cut(sentence, region, cue, cues)
    return Draft(sentence=sentence, cue=cue, source=source, content=(region,), shape="clause", order="after")


def _is_aside(sentence: Sentence, before: Range, after: Range) -> bool:
    """Whether commas part an attribution from what goes on behind it: `he[, …,] took it`, `he hopes[, …,] to go`."""
    if sentence.lower(after[0] - 1) != ",":
        return False
    has_verb = any(is_finite(sentence, k) for k in range(*before))
    return sentence.lower(after[0]) == "to" if has_verb else is_finite(sentence, after[0])


def _past_relative(sentence: Sentence, end: int) -> int:
    """Where what is told of a source ends: `According to two people[, who asked not to be named], …`."""
    if sentence.lower(end) != "," or sentence.lower(end + 1) not in RELATIVES:
        return end
    return next((k for k in range(end + 2, sentence.end) if sentence.lower(k) == ","), end)


def _bare_before(sentence: Sentence, end: int) -> Range | None:
    start = sentence.start
    while (
        start < end
        and sentence.quoted_at(start) is None
        and (sentence.lower(start) in contents.LEADING | {","} or sentence.token(start).is_space)
    ):
        start += 1
    return (start, end) if end - start > 1 else None


def adverb(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> Draft | None:
    end = sentence.end
    while end > cue.end and sentence.token(end - 1).text in contents.STOP_SHAPES:
        end -= 1
    start = next(
        (k + 1 for k in range(cue.start - 1, sentence.start, -1) if sentence.token(k).text in {";", ",", "—"}),
        sentence.start,
    )
    if cue.start == sentence.start:
        start = cue.end + (sentence.lower(cue.end) == ",")
    region = (start, cut(sentence, (cue.end, end), cue, cues)[1])
    if region[1] - region[0] < 2:
        return None
    pieces = (
        (region,) if start >= cue.end else tuple(p for p in ((start, cue.start), (cue.end, region[1])) if p[0] < p[1])
    )
    return Draft(sentence=sentence, cue=cue, source=None, content=pieces, shape="clause", order="around")


def noun(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    source = _possessor(sentence, cue.start)
    if source is not None and clock.at(sentence.token(source[1] - 1).idx) is not None:
        source = None  # "Wednesday's announcement"
    at = cue.end
    if sentence.lower(at + 1) == "by" and sentence.lower(at) in words("cues_grammar", "claims_made"):
        at += 1  # "claims made by Ms Lee that …"
    if sentence.lower(at) in {"by", "from"} and (agent := _maker(sentence, at + 1, clock)) is not None:
        source, at = agent, agent[1]
    at = _past_when(sentence, at, clock)
    if sentence.lower(at) == "," and sentence.lower(at + 1) == "that":
        at += 1
    link = sentence.lower(at)
    may_open = link not in LINKS | CONJUNCTIONS and link.isalnum()
    if may_open and sentence.token(cue.start).dep_ == "compound" and sentence.token(at).pos_ == "NOUN":
        return None  # "the party's [complaints] department was told"
    is_verb = at < sentence.end and sentence.token(at).tag_[:2] == "VB"  # "claims by Ms Lee [led] him to …"
    of_whom = link in words("cues_grammar", "governing")  # "the claims [against Mr Lee] have not been proved"
    plural_clause = may_open and sentence.lower(cue.start).endswith("s") and not is_verb and not of_whom
    opens = sentence.quoted_at(at) is not None
    if link not in {"that", "of", "to", "for"} and not opens and not plural_clause:
        return None
    if link == "that" and _is_relative(sentence, at):
        return None
    begin = at if link == "to" or opens or plural_clause else at + 1
    region = cut(sentence, (begin, _before_main_verb(sentence, cue, begin)), cue, cues)
    if region[0] >= region[1]:
        return None
    kind = contents.shape(sentence, region)
    if plural_clause and kind != "clause" and not opens:
        return None
    if link in {"of", "for"} or kind == "noun":
        region = (region[0], contents.noun_phrase_end(sentence, region))
    region = (region[0], _as_what(sentence, cue, region))
    makers = next((k for k in sentence.token(cue.start).children if k.dep_ == "nmod" and k.i >= region[0]), None)
    if link == "of" and makers is not None and _is_people(makers.text, makers.ent_type_):
        return None  # "the allegations of both members": they made them
    return Draft(
        sentence=sentence,
        cue=cue,
        source=source,
        content=(region,),
        shape=f"{link if link in {'that', 'of', 'to', 'for'} else 'bare'}-{kind}",
        order="after",
    )


def _as_what(sentence: Sentence, noun: Cue, region: Range) -> int:
    """Where a claim ends before what somebody calls it: `dismissed claims that he lied [as baseless]`."""
    verb = noun.start - 1
    while verb > sentence.start and sentence.token(verb).pos_ in {"ADJ", "DET"}:
        verb -= 1
    if sentence.document.lemmas[verb] not in words("cues_grammar", "calling_as"):
        return region[1]
    called = (k for k in range(region[0] + 1, region[1] - 1) if sentence.lower(k) == "as")
    return next((k for k in called if _calls(sentence, k + 1)), region[1])


def _calls(sentence: Sentence, index: int) -> bool:
    return sentence.quoted_at(index) is not None or sentence.token(index).pos_ in {"ADJ", "ADV", "DET"}


def _is_relative(sentence: Sentence, that: int) -> bool:
    """Whether a `that` stands for the noun before it: `questions [that] were asked`, `statements [that] he made`."""
    verb = that + 1
    while sentence.token(min(verb, sentence.end - 1)).pos_ == "ADV" and verb + 1 < sentence.end:
        verb += 1
    if verb < sentence.end and is_finite(sentence, verb):
        return True
    made = verb + 1
    while made + 1 < sentence.end and sentence.token(made).pos_ in {"ADV", "AUX", "PROPN"}:
        made += 1
    is_made = made < sentence.end and sentence.document.lemmas[made] in words("cues_grammar", "made_claims")
    return is_made and sentence.token(made).pos_ == "VERB" and not _has_object(sentence, made)


def _has_object(sentence: Sentence, verb: int) -> bool:
    follows = sentence.token(verb + 1).pos_ if verb + 1 < sentence.end else ""
    return follows in {"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN", "SCONJ"}


def _is_people(noun: str, entity: str) -> bool:
    return entity == "PERSON" or fold(noun) in words("acts", "unnamed") - words("acts", "papers")


def _maker(sentence: Sentence, start: int, clock: Clock) -> Range | None:
    """Whom a claim is by: `allegations from [Greens] of a smear`, but `claims by [members of the party] that …`."""
    whole = phrase_after(sentence, start, clock)
    if whole is None or sentence.lower(whole[1]) in LINKS:
        return whole
    of = next((k for k in range(*whole) if sentence.lower(k) == "of"), whole[0])
    if sentence.lower(of - 1) in people_nouns() and of > whole[0]:
        return whole  # "claims by leader of the opposition Ann Lee in the house"
    return phrase_after(sentence, start, clock, stop_at_of=True)


def _past_when(sentence: Sentence, at: int, clock: Clock) -> int:
    """Where a noun's clause begins, past when it was told: `her announcement [on Tuesday] that she would go`."""
    past = past_time(sentence, at, sentence.end, clock)
    return past if sentence.lower(past) == "that" else at


def _before_main_verb(sentence: Sentence, cue: Cue, begin: int) -> int:
    """Where a noun's clause ends: before the verb whose subject it is, `claims that he lied [were false]`."""
    noun, end = sentence.token(cue.start), _end(sentence)
    is_topic = sentence.lower(begin - 1) in {"for", "of"} and not any(
        is_finite(sentence, k) for k in range(sentence.start, cue.start)
    )
    if sentence.lower(begin) == "to" or is_topic:  # "her call for him to go [led to a row]"
        verb = next((k for k in range(begin, end) if _is_main(sentence, k) and not sentence.quoted_at(k)), end)
        return end if any(sentence.lower(k) in CLAUSE_WORDS for k in range(begin, verb)) else verb
    if noun.dep_ not in SUBJECT_ARCS or not begin < noun.head.i < end:
        return next((k for k in range(begin, end) if _is_second_verb(sentence, begin, k)), end)
    helpers = (child.i for child in noun.head.children if child.dep_ in AUXILIARY_ARCS and child.i > begin)
    verb = min(helpers, default=noun.head.i)
    has_verb = any(is_finite(sentence, k) for k in range(begin, verb))
    return verb if has_verb and is_finite(sentence, verb) and sentence.quoted_at(verb) is None else end


def _is_main(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is finite, or a past tense that was taken for a participle and has the whole sentence to it."""
    token = sentence.token(verb)
    return is_finite(sentence, verb) or (token.tag_ == "VBN" and token.dep_ == "ROOT")


def _is_second_verb(sentence: Sentence, begin: int, verb: int) -> bool:
    """Whether a finite verb follows that of a clause, with no subject of its own: `that he would go [were] false`.

    A clause that is read as its subject is none: `that he was in Spain [was] contradicted`.
    """
    token, before = sentence.token(verb), sentence.token(verb - 1)
    if not is_finite(sentence, verb) or sentence.quoted_at(verb):
        return False
    main = token.head if token.dep_ in AUXILIARY_ARCS else token
    subjects = [child for child in main.children if child.dep_ in SUBJECT_ARCS and begin <= child.i < verb]
    is_clause = any(inner.dep_ in SUBJECT_ARCS for subject in subjects for inner in subject.children)
    if not is_clause and (subjects or before.pos_ not in {"ADP", "ADV", "VERB"}):
        return False
    return main.dep_ != "conj" and any(is_finite(sentence, k) for k in range(begin, verb))


def _end(sentence: Sentence) -> int:
    end = sentence.end
    while (
        end > sentence.start
        and sentence.quoted_at(end - 1) is None
        and (sentence.token(end - 1).text in contents.STOP_SHAPES or sentence.token(end - 1).is_space)
    ):
        end -= 1
    return end


def _possessor(sentence: Sentence, noun: int) -> Range | None:
    """Whose claim it is: `his claim`, `the mayor's repeated claim`."""
    for index in range(noun - 1, max(noun - 4, sentence.start - 1), -1):
        token = sentence.token(index)
        if token.tag_ == "PRP$":
            return (index, index + 1)
        if token.tag_ == "POS":
            start = index
            while start > sentence.start and sentence.token(start - 1).pos_ in {"PROPN", "NOUN", "ADJ", "DET", "NUM"}:
                start -= 1
            return (start, index) if start < index else None
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "ADV", "VERB"}:
            return None
    return None
