"""Claims, stages 3 and 4 for verbs: a verb cue comes in, its attribution goes out, active, passive or inverted."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.claims import contents
from generator.extract.claims.agents import agent_behind, phrase_after
from generator.extract.claims.asides import ASIDE_TAGS, past_asides
from generator.extract.claims.clock import Clock
from generator.extract.claims.cue_words import DENIAL
from generator.extract.claims.cues import Cue, aside_end, group_start
from generator.extract.claims.cutting import cut, ends_in_teller, named_after
from generator.extract.claims.dashed import past_dashes
from generator.extract.claims.doers import beside_of
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import (
    CLAUSE_WORDS,
    FRONTED,
    LAPSES,
    RELATIVES,
    SUBJECT_ARCS,
    Range,
    is_finite,
)
from generator.extract.claims.hearings import told_before
from generator.extract.claims.sentences import DASHES, Sentence
from generator.extract.claims.subjects import described_subject, governing_subject, quoted_as, subject_before
from generator.extract.claims.weighing import INTERPOSED, NAMED, turned_away
from generator.extract.lexicon import words

TELLING_FORMS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
THOUGHT_OF = words("cues_grammar", "thought_of")
OBJECTS = frozenset({"DET", "NOUN", "NUM", "PRON", "PROPN", "SCONJ", "VERB"})
FURTHEST_NAMED = 14
"""Tokens between what is denied, which is named before it, and the verb."""
LONGEST_TOLD = 4
"""Tokens between a verb and the comma that ends what stands between commas: `it was put to her`."""
LEADING = words("cues_grammar", "leading")
ENDS_TELLER = words("cues_grammar", "behind_teller") | {"", ".", ","}
QUOTING_VERBS = words("cues_grammar", "quoting_verbs")
"""Verbs that follow somebody's words without quotation marks: `…, said Mr Philp`."""


def active(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    settled = _named(sentence, cue) or _interposed(sentence, cue, cues, clock) or _inverted(sentence, cue, cues, clock)
    if settled is not None:
        return settled
    source = quoted_as(sentence, cue, clock) or past_dashes(sentence, cue) or beside_of(sentence, cue)
    shared = source is None and ((cue.form == "VBG" and cue.group_start == cue.start) or cue.infinitive)
    if source is None and not shared:
        source = subject_before(sentence, cue.group_start, clock)
    if source is None:
        source, shared = described_subject(sentence, cue) or governing_subject(sentence, cue, clock), True
    edge = source[0] if source is not None and not shared else cue.group_start
    relative = sentence.lower(cue.group_start - 1) in RELATIVES
    before = contents.before_cue(sentence, edge) if edge > sentence.start and not relative else None
    before = before or contents.short_denial(sentence, edge)
    region = contents.after_cue(sentence, cue, clock, None)
    if region is not None:
        region = contents.without_rest(sentence, cut(sentence, region, cue, cues))
        region = region if region[0] < region[1] and not contents.only_addressed(sentence, cue, region) else None
    if before is not None and not shared and (around := _around(sentence, cue, before, region)) is not None:
        return Draft(
            sentence=sentence,
            cue=cue,
            source=source,
            content=around,
            shape="before",
            order="around" if len(around) > 1 else "before",
        )
    if region is None:
        return None
    kind = contents.shape(sentence, region)
    if kind == "noun":
        region = (region[0], contents.noun_phrase_end(sentence, region))
        if cue.entry.group == DENIAL:
            region = (region[0], contents.bare_end(sentence, region))
        if region[0] >= region[1]:
            return None
    had_that = sentence.lower(region[0] - 1) == "that" and kind == "clause"
    return Draft(
        sentence=sentence,
        cue=cue,
        source=source,
        content=(region,),
        shape=("that-" if had_that else "") + kind,
        order="after",
        shared=shared,
    )


def _around(sentence: Sentence, cue: Cue, before: Range, region: Range | None) -> tuple[Range, ...] | None:
    """The pieces of a content that stands before its attribution, or around it; None where it only follows."""
    quote_before = sentence.quoted_at(before[1] - 1) is not None
    if region is None:
        return (before,)
    comma = sentence.lower(region[0] - 1) == ","
    doing = sentence.token(region[0]).tag_ == "VBG" and sentence.token(before[1] - 1).pos_ != "AUX"
    if comma and doing and not quote_before and cue.entry.lemma in QUOTING_VERBS:
        return (before,)  # "He had gone, she said, denying it", not "It was, she said, growing"
    if not quote_before and _tells_when(sentence, before, region):
        return (before,)
    quote_after = sentence.quoted_at(region[0]) is not None
    if quote_before:
        return (before, region) if quote_after and sentence.lower(region[0] - 1) in {",", "—", ":", "–"} else (before,)
    if comma and not quote_after and contents.shape(sentence, before) == "clause":
        return (before, region)
    return None


def _tells_when(sentence: Sentence, before: Range, region: Range) -> bool:
    """Whether what follows only tells when or where it was said: `He had gone, they said [following reports of a row]`.

    So in `He had gone, she concluded [in her statement]`.
    """
    opens = sentence.lower(region[0]) in words("cues_grammar", "at_once") | {"following"}
    opens = opens or _opens_lapse(sentence, region)
    links = any(sentence.lower(k) == "that" for k in range(*region))
    plain = not any(is_finite(sentence, k) or sentence.quoted_at(k) for k in range(*region))
    plain = plain and sentence.lower(region[0] - 1) != ","  # "He had, she said, in May"
    opens = opens or (plain and sentence.lower(region[0]) in words("cues_grammar", "aside_openers"))
    return opens and not links and contents.shape(sentence, before) == "clause"


def _opens_lapse(sentence: Sentence, region: Range) -> bool:
    """Whether words tell how long after a thing it was: `[the day after] she had appeared`."""
    at = region[0] + (sentence.lower(region[0]) == "the")
    lapse = next((k for k in (at, at + 1) if sentence.lower(k) in LAPSES), None)
    return lapse is not None and sentence.lower(lapse + 1) in words("cues_grammar", "at_once") | {"before"}


def _named(sentence: Sentence, cue: Cue) -> Draft | None:
    """A denial of a claim that only is named before it: `…, [a charge] Ms Lee denies, …`, `— [claims] he denied —`."""
    follows = sentence.token(cue.end) if cue.end < sentence.end else None
    has_object = follows is not None and (follows.pos_ in OBJECTS or follows.lower_ == "as")
    quotes = sentence.quoted_at(cue.end) or (sentence.lower(cue.end) == ":" and sentence.quoted_at(cue.end + 1))
    has_object = has_object or bool(quotes)
    has_object = has_object or (follows is not None and is_finite(sentence, cue.end))  # "claims she denies were read"
    if cue.entry.group != DENIAL or cue.form not in TELLING_FORMS or has_object:
        return None
    for mark in range(cue.group_start - 2, max(cue.group_start - FURTHEST_NAMED, sentence.start), -1):
        is_relative = sentence.token(mark).text in DASHES | {","} and sentence.lower(mark + 1) == "which"
        content = (mark + 1, mark + 2) if is_relative else named_after(sentence, mark)
        if content is None:
            continue
        start = content[1] + (sentence.lower(content[1]) in RELATIVES | {"that"})
        if start >= cue.group_start or any(is_finite(sentence, k) for k in range(start, cue.group_start)):
            return None
        source = start, cue.group_start
        return Draft(sentence=sentence, cue=cue, source=source, content=(content,), shape=NAMED, order="before")
    return None


def _interposed(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    """Who tells between commas behind a subject: `It all[, said Ms Lee,] was spent`, `It all[, she said,] was …`.

    So behind a relative pronoun, which alone is told then: `they heard the slur, which[, she said,] was untrue`.
    """
    if cue.form not in TELLING_FORMS or cue.entry.lemma not in QUOTING_VERBS or cue.group_start != cue.start:
        return None
    inverted = sentence.lower(cue.start - 1) == ","
    source = phrase_after(sentence, cue.end, clock) if inverted else subject_before(sentence, cue.start, clock)
    if source is None or (inverted and source[0] != cue.end):
        return None
    opens, closes = (cue.start - 1, source[1]) if inverted else (source[0] - 1, cue.end)
    start = sentence.start + (sentence.lower(sentence.start) in LEADING)
    relative = sentence.lower(opens - 1) in RELATIVES
    start = opens - 1 if relative else start
    between = opens > start and sentence.lower(opens) == sentence.lower(closes) == ","
    if not between or any(sentence.quoted_at(k) or is_finite(sentence, k) for k in range(start, opens)):
        return None
    if inverted and _has_aside(sentence, start, opens):
        return None
    verb = closes + 1 + (sentence.token(closes + 1).pos_ == "ADV")
    region = contents.after_cue(sentence, replace(cue, end=closes), clock, None)
    if region is None or not is_finite(sentence, verb) or sentence.quoted_at(verb):
        return None
    region = region if relative else cut(sentence, region, replace(cue, end=closes), cues)
    return Draft(
        sentence=sentence, cue=cue, source=source, content=((start, opens), region), shape=INTERPOSED, order="around"
    )


def _has_aside(sentence: Sentence, start: int, closes: int) -> bool:
    """Whether a comma only ends what is told of a person, who speaks: `Tom Quill QC, for the board, said Mr Lee …`."""
    opens = next((k for k in range(start, closes) if sentence.lower(k) == ","), None)
    return opens is not None and any(sentence.token(k).ent_type_ == "PERSON" for k in range(start, opens))


def _told_between(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> Draft | None:
    """What nobody in particular tells between commas behind a subject: `Ms Lee[, it is claimed,] took it`."""
    opens = cue.group_start - 2
    closes = next((k for k in range(cue.end, min(cue.end + LONGEST_TOLD, sentence.end)) if sentence.lower(k) == ","), 0)
    start = sentence.start + (sentence.lower(sentence.start) in LEADING)
    if sentence.lower(opens) != "," or sentence.lower(opens + 1) != "it" or not closes or opens <= start:
        return None
    verb = closes + 1 + (sentence.token(closes + 1).pos_ == "ADV")
    if any(sentence.quoted_at(k) or is_finite(sentence, k) for k in range(start, opens)):
        return None
    if not is_finite(sentence, verb) and sentence.token(verb).tag_ != "VBN":
        return None
    pieces = (start, opens), cut(sentence, (closes + 1, sentence.end), replace(cue, end=closes), cues)
    return Draft(sentence=sentence, cue=cue, source=None, content=pieces, shape=INTERPOSED, order="around")


def _inverted(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    """`…, said Mr Philp`: the source after the cue, the content before both, or behind them: `Said Mr Philp: “…”`."""
    if cue.form not in TELLING_FORMS:
        return None
    if cue.start == sentence.start:
        return _opening(sentence, cue, clock)
    short = contents.short_denial(sentence, cue.group_start)
    before = contents.before_cue(sentence, cue.group_start) or short
    if before is None or cue.group_start != cue.start:
        return None
    quote_before = sentence.quoted_at(before[1] - 1) is not None
    source = _without_hearer(sentence, phrase_after(sentence, cue.end, clock))
    if (
        source is None
        or source[0] != cue.end
        or (
            not quote_before
            and short is None
            and not ends_in_teller(sentence, cue.start - 1)
            and subject_before(sentence, cue.group_start, clock) is not None
        )
    ):
        return None
    follows = sentence.lower(source[1])
    tells = cue.entry.lemma in QUOTING_VERBS or ends_in_teller(sentence, cue.start - 1)
    if not quote_before and (follows not in ENDS_TELLER or not tells):
        return None
    pieces: tuple[Range, ...] = (before,)
    further = _interrupted(sentence, source[1]) if quote_before else None
    if further is not None:
        pieces = (before, further)
    return Draft(sentence=sentence, cue=cue, source=source, content=pieces, shape="before", order="before")


def _without_hearer(sentence: Sentence, source: Range | None) -> Range | None:
    """Who speaks, without to whom or where they speak: `…, said [Ms Lee] to reporters`, `…, said [Ms Lee] in May`."""
    behind = words("cues_grammar", "behind_teller")
    to = next((k for k in range(*(source or (0, 0))) if sentence.lower(k) in behind), None)
    if source is None or to is None or sentence.token(to - 1).pos_ != "PROPN":
        return source
    return source[0], to


def _opening(sentence: Sentence, cue: Cue, clock: Clock) -> Draft | None:
    """Who is told first to have said what a comma or a colon parts from them: `Said Ms Lee (Lab), “We won.”`."""
    source = phrase_after(sentence, cue.end, clock) if cue.entry.lemma in QUOTING_VERBS else None
    quoted = sentence.quoted_at(source[1] + 1) if source is not None and source[1] + 1 < sentence.end else None
    if source is None or quoted is None or source[0] != cue.end or sentence.lower(source[1]) not in {",", ":"}:
        return None
    content = ((quoted.start, quoted.end),)
    return Draft(sentence=sentence, cue=cue, source=source, content=content, shape="quote", order="after")


def _interrupted(sentence: Sentence, end: int) -> Range | None:
    """The quotation that goes on behind a source, and what is told of it and of the saying: `on Monday, [“and …”]`."""
    end = past_asides(sentence, end)
    mark = next((k for k in range(end, sentence.end) if sentence.lower(k) in {",", "—", ":"}), sentence.end)
    unit = sentence.quoted_at(mark + 1) if mark + 1 < sentence.end else None
    between = range(end, mark)
    if unit is None or unit.start != mark + 1 or any(sentence.quoted_at(k) or is_finite(sentence, k) for k in between):
        return None
    opens_aside = not between or sentence.token(end).tag_ in ASIDE_TAGS or sentence.token(end).ent_type_ == "DATE"
    return (unit.start, unit.end) if opens_aside else None


def passive(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    if (told := _told_between(sentence, cue, cues) or told_before(sentence, cue, clock)) is not None:
        return told
    source = None
    at = cue.end
    if (
        sentence.lower(at) == "by"
        and (agent := phrase_after(sentence, at + 1, clock, stop_at_of=_stops_at_of(sentence, cue))) is not None
    ):
        source, at = agent, agent[1]
    if source is not None and (rebuttal := _turned_away(sentence, cue, source)) is not None:
        return rebuttal
    region = contents.after_cue(sentence, replace(cue, end=at), clock, None)
    behind = agent_behind(sentence, at) if source is None else None
    if region is not None and behind is not None:
        source = phrase_after(sentence, behind + 1, clock)
        region = region[0], behind
    elif region is not None:
        region = cut(sentence, _in_front(sentence, cue, region, clock), cue, cues)
    if region is None or region[0] >= region[1]:
        return None
    if source is not None and cue.group_start == cue.start and sentence.lower(at) == ",":
        return None  # "in a statement read by her lawyer, she said"
    if source is not None and any(at <= other.start < region[0] and beside_of(sentence, other) for other in cues):
        return None  # "was backed by Labour, with Labour calling her “bold”"
    parted = any(sentence.lower(k) == "," for k in range(at, region[0]))
    if source is not None and parted and sentence.lower(cue.group_start - 1) in RELATIVES:
        return None  # "called the fund, which was announced by the mayor in May, “a swindle”"
    # "a letter published by the Courier said": what it said is the letter's; "denied by Mr Lee, who lied": told of him.
    if source is not None and (is_finite(sentence, region[0]) or sentence.lower(region[0]) in RELATIVES):
        return None
    kind = contents.shape(sentence, region)
    subject = subject_before(sentence, cue.group_start, clock)
    impersonal = subject is not None and sentence.lower(subject[0]) == "it" and subject[1] - subject[0] == 1
    impersonal = impersonal and not (kind == "infinitive" and sentence.lower(cue.start) in THOUGHT_OF)
    if kind == "noun":
        region = (region[0], contents.noun_phrase_end(sentence, region))
    pieces: tuple[Range, ...] = (region,)
    if (
        not impersonal
        and kind == "infinitive"
        and subject is not None
        and not cue.entry.addressed
        and cue.entry.group not in {"demand", "promise"}
    ):
        pieces = (subject, region)
    return Draft(
        sentence=sentence,
        cue=cue,
        source=source,
        content=pieces,
        shape=f"{'it' if impersonal else 'passive'}-{kind}",
        order="after",
    )


def _stops_at_of(sentence: Sentence, cue: Cue) -> bool:
    """Whether `of` ends who told or accused somebody: `accused by a colleague [of] “spin”`, `by Labour [of] a plot`."""
    of = next((k for k in range(cue.end, sentence.end) if sentence.lower(k) == "of"), cue.end)
    accused = sentence.lower(cue.start) in words("cues_grammar", "passive_before_of")
    opens = next((k for k in range(of, sentence.end) if sentence.lower(k) == "that" or is_finite(sentence, k)), of)
    told_that = sentence.lower(opens) == "that"  # "told by the Leader of the House that …"
    charge = sentence.quoted_at(of + 1) is not None or sentence.lower(of + 1) in {"a", "an"}
    return (cue.entry.addressed and not told_that) or (accused and charge)


def _turned_away(sentence: Sentence, cue: Cue, source: Range) -> Draft | None:
    """A claim that is the subject of a denial: `[The allegation that he lied] was rejected by Mr Bell`."""
    subject = next((child for child in sentence.token(cue.start).children if child.dep_ in SUBJECT_ARCS), None)
    if subject is None:
        return None
    content = max(subject.left_edge.i, sentence.start), cue.group_start
    if content[0] >= content[1] or sentence.quoted_at(content[0]) is not None:
        return None
    draft = Draft(sentence=sentence, cue=cue, source=source, content=(content,), shape="noun", order="before")
    return None if turned_away(draft) is None else draft


def _in_front(sentence: Sentence, cue: Cue, region: Range, clock: Clock) -> Range:
    """What a participle governs before the main clause or within it: `Asked whether he knew[, he] said`.

    So in `After being warned not to shout[, he] said`.
    """
    if (comma := aside_end(sentence, cue.start)) is not None:
        return region[0], min(region[1], max(comma, region[0]))
    if not all(_only_leads(sentence, k) for k in range(sentence.start, cue.start)):
        return region
    for comma in range(region[0] + 1, region[1] - 1):
        if sentence.lower(comma) != "," or sentence.quoted_at(comma) is not None:
            continue
        verb = next((k for k in range(comma + 1, sentence.end) if is_finite(sentence, k)), None)
        subject = None if verb is None else subject_before(sentence, group_start(sentence, verb), clock)
        if subject is not None and subject[0] == comma + 1:
            return region[0], comma
    return region


def _only_leads(sentence: Sentence, index: int) -> bool:
    """Whether a token before a participle is no subject of it: `[After being] warned`."""
    token = sentence.token(index)
    return bool(token.is_punct or token.is_space or token.pos_ == "AUX") or token.lower_ in FRONTED | CLAUSE_WORDS
