"""Claims, stage 9: a draft comes in, what its source does with the words goes out: states, alleges, denies, …"""

from generator.extract.claims.cue_words import CueKind
from generator.extract.claims.draft import Draft
from generator.extract.lexicon import words
from generator.model.words import Act

GROUPS = {
    "statement": Act.STATEMENT,
    "allegation": Act.ALLEGATION,
    "denial": Act.DENIAL,
    "demand": Act.DEMAND,
    "promise": Act.PROMISE,
    "insistence": Act.STATEMENT,
}
ASKED_TO = {"tell", "ask", "warn", "advise", "remind", "write", "insist", "email", "text", "inform"}


def act_of(draft: Draft) -> Act:
    """The act that a draft's cue names; a quotation that goes on states."""
    cue = draft.cue
    if cue is None:
        return Act.STATEMENT
    lemma = cue.entry.lemma.split()[0]
    infinitive = draft.shape.endswith("infinitive")
    if (
        lemma in words("acts", "no_comment_verbs")
        and infinitive
        and _second(draft) in words("acts", "no_comment_words")
    ):
        return Act.NO_COMMENT
    if cue.negated and lemma in words("acts", "no_comment_words") and draft.shape.endswith("question"):
        return Act.NO_COMMENT
    if draft.minds:
        wanted = cue.entry.group == "intention" or (infinitive and cue.entry.group != "belief")
        return Act.INTENTION if wanted else Act.BELIEF
    if lemma in ASKED_TO and infinitive:
        return Act.DEMAND
    if cue.entry.lemma == "ask" or (cue.entry.lemma == "demand" and draft.shape.endswith("question")):
        return Act.STATEMENT
    if cue.entry.kind is CueKind.ADVERB:
        return Act.ALLEGATION if cue.entry.lemma != "reportedly" else Act.STATEMENT
    return GROUPS.get(cue.entry.group, Act.STATEMENT)


def _second(draft: Draft) -> str:
    """The verb after the infinitive's `to`."""
    return draft.sentence.lower(draft.content[0][0] + 1)
