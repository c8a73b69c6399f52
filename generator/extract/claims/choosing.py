"""Claims, stage 7 put to use: every possible attribution comes in, those that are believed go out in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.extract.claims.cue_words import ALLEGATION, DENIAL, SPEECH, CueKind, noun_entries
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.following import with_sources
from generator.extract.claims.hearings import is_hearing
from generator.extract.claims.logistic import likelihood
from generator.extract.claims.misread import ended_at_others, without_misread
from generator.extract.claims.quoting import content_spans
from generator.extract.claims.stacking import Judged, Weighed, is_tagged, stacked
from generator.extract.claims.tagger import Tagging
from generator.extract.claims.targets import is_by_accuser, with_accuser, without_target
from generator.extract.claims.untold import may_be_told, without_others
from generator.extract.claims.weighing import features, is_reported, is_settled, is_vote
from generator.extract.findings import Spans
from generator.extract.lexicon import words

LIKELY = 0.4
LIKELY_MIND = 0.3
DOUBTED = 0.1
"""What the rules believe is kept unless the tagger doubts it more than this: a claim that is lost loses its denial."""
SURE = 1.0
ALIKE = 0.8
MINDS = frozenset({"belief", "intention"})
PARTICLES = frozenset({"off", "up", "down", "away", "over"})
"""With one of these behind it a verb is another: `called off`, `gave up`."""
BELIEF_SHAPES = {"that-clause", "clause", "infinitive", "question", "that-infinitive"}


def believed(drafts: Iterable[Draft], tagging: Tagging | None) -> list[Draft]:
    """The drafts that are likely claims, one for each content, in reading order of where they begin.

    Args:
        tagging: what the tagger makes of the article, None where it cannot read it: then the rules decide alone.
    """
    possible = without_misread(draft for draft in drafts if may_be_told(draft))
    told = [with_accuser(without_target(without_others(draft))) for draft in possible]
    if tagging is None:
        weighed = [_by_rules(draft) for draft in told]
    else:
        weighed = [_weighed(judged) for judged in stacked(map(rival, told), tagging)]
    kept = [(weight, draft) for weight, draft in weighed if weight]
    kept = list(_without_phases(kept))
    kept.sort(key=lambda pair: (pair[1].content[0][0], pair[1].content[-1][1]))
    alone = ended_at_others(_without_repeats(_without_parts(kept)))
    return sorted(with_sources(alone), key=_place)


def _without_phases(weighed: list[tuple[float, Draft]]) -> Iterator[tuple[float, Draft]]:
    """What is believed, less the verbs that only lead up to one that tells: `[seemed] to suggest`, `[tried] to say`.

    A refusal is told once, with all that is refused: `[refused] to say whether …`.
    """
    told = {draft.cue.start for _, draft in weighed if draft.cue is not None and not draft.minds}
    cues = {draft.cue.start for _, draft in weighed if draft.cue is not None}
    for weight, draft in weighed:
        if draft.cue is not None and draft.cue.refused in cues:
            continue
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
    return SURE if _is_settled(draft) else likelihood("cues", features(draft))


def _weighed(judged: Judged) -> tuple[float, Draft]:
    """How far a draft is believed, nothing where it is not; and whether as words or as what its source thinks."""
    draft = judged.draft
    said = _unless_doubted(judged.said, draft)
    if said >= LIKELY and not (_is_bare(draft) and _names_deed(draft)):
        return said, draft
    # "It was reported": nobody is told of who may think it.
    minds = (draft.source is not None or _names_mind(draft)) and not _is_deed(draft)
    either = 0.0 if _hangs(draft) or not minds else said + judged.minded
    return (either if either >= LIKELY_MIND else 0.0), replace(draft, minds=True)


def _names_mind(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.entry.group in MINDS


def _is_deed(draft: Draft) -> bool:
    """Whether a bare thing is only done something with: `gave their names`, `called off a vote`, `built a road`.

    A name or a preposition is no cue of what anybody thinks.
    """
    if draft.cue is None or not _is_bare(draft):
        return False
    if draft.cue.form in {"IN", "NNP", "NNPS"} or draft.sentence.lower(draft.cue.end) in PARTICLES:
        return True
    return draft.cue.form.startswith("V") and (_names_deed(draft) or draft.cue.entry.kind is CueKind.SPEECH)


def _is_bare(draft: Draft) -> bool:
    """Whether no more than a noun with what belongs to it follows, none of it quoted."""
    start, sentence = draft.content[0][0], draft.sentence
    to_do = sentence.token(start).pos_ == "ADV" and sentence.lower(start + 1) == "to"  # "resolved [unanimously to go]"
    return draft.shape.endswith("noun") and not to_do and next(draft.quotes(), None) is None


def _names_deed(draft: Draft) -> bool:
    """Whether a verb tells what somebody did: `found a file`, but not `a poll found Mr Lee in the lead`."""
    told = range(*draft.source) if draft.source is not None and draft.origin is None else ()
    by_poll = any(draft.sentence.lower(k) in words("acts", "papers") for k in told)
    is_deed = draft.cue is not None and draft.cue.entry.lemma in words("cues", "deeds")
    return is_deed and not (by_poll and draft.cue is not None and draft.cue.entry.lemma == "find")


def _hangs(draft: Draft) -> bool:
    """Whether what would be thought only hangs on something else: "rejected [for] months", "turned [to] it"."""
    at = draft.content[0][0]
    first, second = draft.sentence.lower(at), draft.sentence.lower(at + 1)
    to_thing = draft.shape.endswith("noun") or (second.endswith("s") and second in noun_entries())
    is_done = draft.cue is None or draft.cue.undone is None
    return first in words("cues_grammar", "hanging") or (first == "to" and to_thing and is_done)


def _unless_doubted(stacked_weight: float, draft: Draft) -> float:
    if _is_settled(draft):
        return SURE
    kept = stacked_weight >= DOUBTED and not is_tagged(draft) and _is_plain_by_form(draft)
    return max(stacked_weight, _weight(draft)) if kept else stacked_weight


def _is_plain_by_form(draft: Draft) -> bool:
    """Whether a preposition settles what the cue means: "call for" and "claims of", but not "call"."""
    if draft.cue is None or not draft.shape.endswith("noun"):
        return False
    return draft.cue.end - draft.cue.start > 1 or draft.shape.startswith("of-")


def _is_signed(draft: Draft) -> bool:
    """Whether a mark between a name and a quotation is all that joins them: rare where weights are learnt."""
    return draft.cue is not None and draft.cue.entry.kind is CueKind.MARK


def _is_settled(draft: Draft) -> bool:
    return _is_signed(draft) or _is_told_by(draft) or is_hearing(draft) or is_settled(draft)


def _is_told_by(draft: Draft) -> bool:
    """Whether somebody was told something, or told it by somebody: rare where weights are learnt, always a claim."""
    cue = draft.cue
    if cue is None or not cue.passive or cue.negated:
        return False
    if not cue.entry.addressed:
        return is_by_accuser(draft) or _is_called_by(draft, cue)
    after_that = draft.shape == "passive-clause" and draft.sentence.lower(draft.content[0][0] - 1) == "that"
    return draft.source is not None or after_that


def _is_called_by(draft: Draft, cue: Cue) -> bool:
    """Whether it is told behind a quotation who calls somebody so: `Mr Lee, branded “a liar” by [Ms Hale], left`."""
    behind = draft.source is not None and cue.end <= draft.content[0][0] and draft.content[-1][1] <= draft.source[0]
    return behind and cue.entry.kind is CueKind.VERB and any(draft.quotes())


def _is_belief(draft: Draft) -> bool:
    """Whether a draft tells what somebody thinks or wants; inside a quotation that is part of the words themselves."""
    if draft.cue is None or draft.sentence.depth or draft.source is None or draft.cue.negated or draft.cue.infinitive:
        return False
    return draft.cue.entry.kind is CueKind.VERB and not draft.cue.passive and draft.shape in BELIEF_SHAPES


def _without_parts(weighed: Sequence[tuple[float, Draft]]) -> list[tuple[float, Draft]]:
    """What is believed, less words out of a quotation that another word of telling gives the same source once more."""
    around: dict[int, list[Draft]] = {}
    for _, draft in weighed:
        around.setdefault(id(draft.sentence), []).append(draft)
    return [
        (weight, draft)
        for weight, draft in weighed
        if not any(_is_out_of(draft, other) for other in around[id(draft.sentence)])
    ]


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
                and _alike(other[2], spans)
                and not _tells_of(other[1], draft)
                and not _tells_of(draft, other[1])
            ),
            None,
        )
        if same is None:
            drafts.append((weight, draft, spans))
        elif _holds(draft, drafts[same][1]) or (weight > drafts[same][0] and not _holds(drafts[same][1], draft)):
            drafts[same] = (weight, draft, spans)
    return [draft for _, draft, _ in drafts]


def _holds(whole: Draft, part: Draft) -> bool:
    """Whether somebody tells all of what another thinks or says: `Ms Lee said that [he did not believe] it was so`."""
    if whole.source is None or part.source is None or part.cue is None or whole.origin is not None:
        return False
    inside = (part.source, (part.cue.start, part.cue.end))
    return whole.shape.startswith("that-") and all(
        any(a <= start and end <= b for a, b in whole.content) for start, end in inside
    )


def _is_out_of(part: Draft, whole: Draft) -> bool:
    """Whether a draft gives the same source some of the words that another gives it as a quotation."""
    if part is whole or part.source is None or part.source != whole.source:
        return False
    quoted = [(quotation.start, quotation.end) for quotation in whole.quotes()]
    inside = all(any(a <= start and end <= b for a, b in quoted) for start, end in part.content)
    return inside and part.content != whole.content and not any(part.content == ((a, b),) for a, b in quoted)


def _tells_of(one: Draft, other: Draft) -> bool:
    """Whether one denies or charges what the other names, so that both are told: `[denied] [claims] that he lied`."""
    if one.cue is None or other.cue is None or other.cue.entry.group == DENIAL:
        return False
    tells = one.cue.entry.group == DENIAL or (one.cue.entry.kind is CueKind.NOUN and one.cue.entry.group == ALLEGATION)
    return tells and any(a <= other.cue.start < b for a, b in one.content)


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
