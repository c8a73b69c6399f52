"""Claims, stage 7 put to use: every possible attribution comes in, those that are believed go out in reading order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extract.claims.cue_words import SPEECH, CueKind, is_reporting
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import FINITE, RELATIVES, Range
from generator.extract.claims.logistic import likelihood
from generator.extract.claims.quoting import content_spans
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.stacking import Judged, Weighed, is_tagged, stacked
from generator.extract.claims.tagger import Tagging
from generator.extract.claims.weighing import features, is_reported, is_vote
from generator.extract.findings import Spans
from generator.extract.lexicon import words
from generator.model.ids import fold

LIKELY = 0.4
LIKELY_MIND = 0.3
DOUBTED = 0.1
"""What the rules believe is kept unless the tagger doubts it more than this: a claim that is lost loses its denial."""
SURE = 1.0
ALIKE = 0.8
MINDS = frozenset({"belief", "intention"})
THREATEN = "threaten"
LONGEST_THING = 4
LONGEST_OBJECT = 5
"""Tokens between a verb and the noun that it governs: `denied [the newspaper's repeated] claims`."""
BELIEF_SHAPES = {"that-clause", "clause", "infinitive", "question", "that-infinitive"}


def believed(drafts: Iterable[Draft], tagging: Tagging | None) -> list[Draft]:
    """The drafts that are likely claims, one for each content, in reading order of where they begin.

    Args:
        tagging: what the tagger makes of the article, None where it cannot read it: then the rules decide alone.
    """
    told = [without_target(without_others(draft)) for draft in drafts if may_be_told(draft)]
    if tagging is None:
        weighed = [_by_rules(draft) for draft in told]
    else:
        weighed = [_weighed(judged) for judged in stacked(map(rival, told), tagging)]
    kept = [(weight, draft) for weight, draft in weighed if weight]
    kept = list(_without_phases(kept))
    kept.sort(key=lambda pair: (pair[1].content[0][0], pair[1].content[-1][1]))
    return sorted(_without_repeats(kept), key=_place)


def _without_phases(weighed: list[tuple[float, Draft]]) -> Iterator[tuple[float, Draft]]:
    """What is believed, less the verbs that only lead up to one that tells: `[seemed] to suggest`, `[tried] to say`."""
    told = {draft.cue.start for _, draft in weighed if draft.cue is not None and not draft.minds}
    for weight, draft in weighed:
        start = draft.content[0][0]
        phase = draft.cue is not None and draft.cue.entry.group == SPEECH.group and draft.shape.endswith("infinitive")
        if not (draft.minds and phase and {start + 1, start + 2} & told):
            yield weight, draft


def rival(draft: Draft) -> Weighed:
    """A draft with what the rules make of it as words of its source's."""
    return Weighed(draft=draft, likely=None if is_tagged(draft) else _weight(draft))


def _by_rules(draft: Draft) -> tuple[float, Draft]:
    """How far the rules alone believe a draft, nothing where they do not."""
    if not is_reported(draft):
        return (LIKELY if _is_belief(draft) else 0.0), replace(draft, minds=True)
    weight = 0.0 if is_vote(draft) else _weight(draft)
    return (weight if weight >= LIKELY else 0.0), draft


def _weight(draft: Draft) -> float:
    return SURE if _is_told_by(draft) or _is_signed(draft) else likelihood("cues", features(draft))


def _weighed(judged: Judged) -> tuple[float, Draft]:
    """How far a draft is believed, nothing where it is not; and whether as words or as what its source thinks."""
    draft = judged.draft
    said = _unless_doubted(judged.said, draft)
    if said >= LIKELY:
        return said, draft
    # "It was reported": nobody is told of who may think it.
    minds = draft.source is not None or _names_mind(draft)
    either = 0.0 if _hangs(draft) or not minds else said + judged.minded
    return (either if either >= LIKELY_MIND else 0.0), replace(draft, minds=True)


def _names_mind(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.entry.group in MINDS


def _hangs(draft: Draft) -> bool:
    """Whether what would be thought or wanted only hangs on something else: "rejected [for] months", "held [on]"."""
    return draft.sentence.lower(draft.content[0][0]) in words("cues_grammar", "hanging")


def _unless_doubted(stacked_weight: float, draft: Draft) -> float:
    if _is_signed(draft) or _is_told_by(draft):
        return SURE
    kept = stacked_weight >= DOUBTED and not is_tagged(draft) and _is_plain_by_form(draft)
    return max(stacked_weight, _weight(draft)) if kept else stacked_weight


def _is_plain_by_form(draft: Draft) -> bool:
    """Whether a preposition settles what the cue means: "call for" and "claims of", but not "call"."""
    if draft.cue is None or not draft.shape.endswith("noun"):
        return False
    cue = draft.sentence.document.doc[draft.cue.start : draft.cue.end]
    return len(cue) > 1 or draft.shape.startswith("of-")


def may_be_told(draft: Draft) -> bool:
    """Whether a draft is of words, thoughts or wants at all, rather than of who had a part in it."""
    cue = draft.cue
    if cue is None or cue.entry.kind is not CueKind.VERB:
        return True
    # "a memo seen by the Courier": who did it, not what it tells
    if cue.form == "VBN" and draft.sentence.lower(draft.content[0][0]) == "by":
        return False
    if _keeps_name(draft):
        return False
    if cue.passive or draft.source is None or draft.origin is not None:
        return True
    return not _is_object(draft, cue, draft.source) and not (cue.entry.lemma == THREATEN and _is_thing(draft))


def _keeps_name(draft: Draft) -> bool:
    """Whether a source only asks to stay unnamed: `who asked [not to be identified]`."""
    first = draft.content[0][0]
    told = [draft.sentence.lower(k) for k in range(first, min(first + 5, draft.sentence.end))]
    return told[:3] == ["not", "to", "be"] and told[3] in {"identified", "named", "quoted"}


def _is_thing(draft: Draft) -> bool:
    """Whether it is a thing that only may bring something about: `[the row] threatened to topple her`."""
    start, end = draft.source or (0, 0)
    last = draft.sentence.token(end - 1)
    known = words("acts", "unnamed") | words("acts", "bodies")
    is_noun = last.tag_ in {"NN", "NNS"} and not last.ent_type_ and not known & {fold(last.text), fold(last.text)[:-1]}
    return is_noun and draft.shape.endswith("infinitive") and end - start <= LONGEST_THING


def _is_object(draft: Draft, cue: Cue, source: Range) -> bool:
    """Whether a source is only part of what its verb's subject or object is told by.

    That is so in `denied claims by [Ms Lee]` and in `the owner of [the firm] said`.
    """
    sentence = draft.sentence
    if source[0] > cue.end:
        return sentence.lower(source[0] - 1) == "by"
    follows = source[0] > sentence.start and sentence.lower(source[0] - 1) in {"by", "from", "into", "of", "to"}
    is_main = not any(sentence.lower(k) in RELATIVES for k in range(source[1] - 1, cue.start))
    return follows and is_main and cue.form in FINITE | {"VBN"}


def without_target(draft: Draft) -> Draft:
    """A draft without a source that is only whom the words are about: `[a senator] accused of fraud`."""
    cue = draft.cue
    if cue is None or draft.source is None or not cue.passive or draft.source[0] > cue.start:
        return draft
    is_target = draft.sentence.lower(cue.start) in words("cues_grammar", "passive_before_of")
    return replace(draft, source=None) if is_target else draft


def without_others(draft: Draft) -> Draft:
    """A draft without the words that a participle after its cue governs: `“A,” he said, adding later, [“B.”]`."""
    if draft.cue is None or len(draft.content) < 2:
        return draft
    sentence, cue = draft.sentence, draft.cue
    at = next((k for k in range(cue.end, sentence.end - 1) if _says_more(sentence, k)), sentence.end)
    kept = tuple(piece for piece in draft.content if piece[0] < at)
    return replace(draft, content=kept) if kept and len(kept) < len(draft.content) else draft


def _says_more(sentence: Sentence, comma: int) -> bool:
    participle = sentence.token(comma + 1).tag_ == "VBG" and is_reporting(sentence.lower(comma + 1))
    return participle and sentence.lower(comma) == "," and sentence.quoted_at(comma + 1) is None


def _is_signed(draft: Draft) -> bool:
    """Whether a mark between a name and a quotation is all that joins them: rare where weights are learnt."""
    return draft.cue is not None and draft.cue.entry.kind is CueKind.MARK


def _is_told_by(draft: Draft) -> bool:
    """Whether somebody was told something by somebody: rare where weights are learnt, and always a claim."""
    cue = draft.cue
    return cue is not None and cue.passive and cue.entry.addressed and draft.source is not None and not cue.negated


def _is_belief(draft: Draft) -> bool:
    """Whether a draft tells what somebody thinks or wants; inside a quotation that is part of the words themselves."""
    if draft.cue is None or draft.sentence.depth or draft.source is None or draft.cue.negated or draft.cue.infinitive:
        return False
    return draft.cue.entry.kind is CueKind.VERB and not draft.cue.passive and draft.shape in BELIEF_SHAPES


def _without_repeats(weighed: list[tuple[float, Draft]]) -> list[Draft]:
    """Of neighbours that give the same words, the likelier; within a quotation may be much the same words as around."""
    drafts: list[tuple[float, Draft, Spans]] = []
    for weight, draft in weighed:
        spans = content_spans(draft)
        same = next(
            (
                at
                for at, other in enumerate(drafts[-3:], max(len(drafts) - 3, 0))
                if other[1].sentence.depth == draft.sentence.depth
                and not _is_between(other[1], draft)
                and _alike(other[2], spans)
            ),
            None,
        )
        if same is None:
            drafts.append((weight, draft, spans))
        elif weight > drafts[same][0]:
            drafts[same] = (weight, draft, spans)
    return [draft for _, draft, _ in drafts]


def _is_between(one: Draft, other: Draft) -> bool:
    """Whether the two are a verb and the noun that it governs, each a cue of its own: `denied claims that …`."""
    verb, noun = sorted((one, other), key=lambda draft: draft.cue.start if draft.cue else 0)
    if verb.cue is None or noun.cue is None or noun.cue.entry.kind is not CueKind.NOUN:
        return False
    between = range(verb.cue.end, noun.cue.start)
    governs = verb.cue.entry.kind is CueKind.VERB and noun.cue.start <= verb.content[0][0]
    return governs and len(between) <= LONGEST_OBJECT and all(verb.sentence.token(k).pos_ != "ADP" for k in between)


def _alike(one: Spans, other: Spans) -> bool:
    shared = sum(max(min(a[1], b[1]) - max(a[0], b[0]), 0) for a in one for b in other)
    whole = sum(end - start for start, end in (*one, *other)) - shared
    return shared >= ALIKE * whole


def _place(draft: Draft) -> tuple[int, int]:
    """Where a draft begins: the first of its source, cue and content; the wider first."""
    starts = [start for start, _ in draft.content] + ([draft.cue.start] if draft.cue else [])
    if draft.source is not None and draft.origin is None:
        starts.append(draft.source[0])
    return min(starts), -max(end for _, end in draft.content)
