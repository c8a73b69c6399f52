"""Claims, stage 9: a draft comes in, what its source does with the words goes out: states, alleges, denies, …"""

from generator.extract.claims.cue_words import ALLEGATION, DENIAL, CueKind
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft, is_first_person
from generator.extract.lexicon import words
from generator.model.words import Act

GROUPS = {
    "statement": Act.STATEMENT,
    ALLEGATION: Act.ALLEGATION,
    DENIAL: Act.DENIAL,
    "demand": Act.DEMAND,
    "promise": Act.PROMISE,
    "insistence": Act.STATEMENT,
}
TO_COME = (Act.STATEMENT, Act.ALLEGATION, Act.DENIAL)
"""What only is one once it is said."""
ASKED_TO = {"tell", "ask", "warn", "advise", "remind", "write", "insist", "email", "text", "inform"}


def act_of(draft: Draft) -> Act:
    """The act that a draft's cue names; a quotation that goes on states."""
    cue = draft.cue
    if cue is None:
        return Act.STATEMENT
    lemma = cue.entry.lemma.split()[0]
    infinitive = draft.shape.endswith("infinitive")
    if cue.undone is not None:
        return _undone(draft, cue, lemma)
    if lemma in words("acts", "no_comment_verbs") and _holds_back(draft, infinitive=infinitive):
        return Act.NO_COMMENT
    if upholds_innocence(draft):
        return Act.DENIAL
    if lemma == "plead" and draft.sentence.lower(draft.content[0][0]) in words("acts", "not_guilty"):
        return Act.DENIAL
    if (
        draft.minds
        and cue.entry.group != DENIAL
        and not _is_charge(draft, cue)
        and not _is_said_to_be(draft, cue)
        and lemma not in words("cues_grammar", "admitting")
    ):
        wanted = cue.entry.group == "intention" or (infinitive and cue.entry.group != "belief")
        wanted = wanted or (cue.entry.group != "belief" and _is_to_come(draft, cue))
        return Act.INTENTION if wanted else Act.BELIEF
    if lemma in ASKED_TO and (infinitive or (lemma == "ask" and _is_asked_for(draft))):
        return Act.DEMAND
    if cue.entry.lemma == "ask" or (cue.entry.lemma == "demand" and draft.shape.endswith("question")):
        return Act.STATEMENT
    if cue.entry.kind is CueKind.ADVERB:
        return Act.ALLEGATION if cue.entry.lemma != "reportedly" else Act.STATEMENT
    act = GROUPS.get(cue.entry.group, Act.STATEMENT)
    if act is Act.DENIAL and (_is_turned_down(draft) or _is_voted_on(draft, cue)):
        return Act.STATEMENT
    return Act.INTENTION if act in TO_COME and _is_to_come(draft, cue) else act


def upholds_innocence(draft: Draft) -> bool:
    """Whether somebody says of themselves that they did nothing: `maintained [his innocence]`."""
    keeps = draft.cue is not None and draft.cue.entry.lemma in words("acts", "upholding") and draft.cue.undone is None
    start, end = draft.content[0]
    owned = draft.sentence.token(start).tag_ == "PRP$" and draft.sentence.lower(start + 1) == "innocence"
    return keeps and owned and end == start + 2


def _is_asked_for(draft: Draft) -> bool:
    """Whether a clause tells what is to be done, its verb in the bare form: `asked that [he withdraw it]`."""
    verbs = (draft.sentence.token(k) for k in range(*draft.content[0]) if draft.sentence.quoted_at(k) is None)
    first = next((token for token in verbs if token.pos_ in {"VERB", "AUX"}), None)
    if not draft.shape.endswith("clause") or first is None:
        return False
    of_one = first.tag_ == "VBP" and draft.sentence.lower(first.i - 1) in {"he", "she", "it"}
    return first.tag_ == "VB" or of_one


def _is_charge(draft: Draft, cue: Cue) -> bool:
    """Whether somebody charges others with a thing, which cannot be done in mind: `accused [her of it]`."""
    told = cue.entry.kind is CueKind.VERB and cue.entry.group == ALLEGATION and draft.source is not None
    return told and (cue.entry.lemma == "accuse" or draft.shape.startswith("that-"))


def _holds_back(draft: Draft, *, infinitive: bool) -> bool:
    """Whether what somebody declines is to speak: `declined [to say]`, `declined [comment]`."""
    if infinitive:
        return _second(draft) in words("acts", "no_comment_words") | words("acts", "kept_back")
    return draft.sentence.lower(draft.content[0][0]) == "comment"


def _is_turned_down(draft: Draft) -> bool:
    """Whether what is rejected is a thing asked for or voted on, which no denial answers: `dismissed [an appeal]`."""
    sentence, (start, end) = draft.sentence, draft.content[0]
    nouns = (k for k in range(start, end) if sentence.token(k).pos_ == "NOUN" and sentence.quoted_at(k) is None)
    head = next((k for k in nouns if sentence.token(min(k + 1, end - 1)).pos_ != "NOUN" or k + 1 == end), None)
    if head is None or not draft.shape.endswith("noun") or (draft.cue and draft.cue.entry.lemma == "deny"):
        return False  # "denied that any request was refused"
    if any(sentence.token(k).pos_ == "VERB" for k in range(start, head)):
        return False
    if any(sentence.lower(k) == "as" and sentence.token(k + 1).tag_ != "PRP" for k in range(head, end - 1)):
        return False  # "dismissed the question as a smear", but "rejected the offer as he tried to go on"
    return sentence.document.lemmas[head] in words("acts", "turned_down")


def _is_voted_on(draft: Draft, cue: Cue) -> bool:
    """Whether what is rejected is told with the count of a vote: `rejected it [by 42 votes to 19]`."""
    sentence = draft.sentence
    for by in range(cue.end, sentence.end - 3):
        if sentence.lower(by) == "by" and sentence.token(by + 1).tag_ == "CD" and sentence.quoted_at(by) is None:
            to = by + 2 + (sentence.lower(by + 2) == "votes")
            return sentence.lower(to) in {"to", "-", "–"} and sentence.token(to + 1).tag_ == "CD"
    return False


def _is_said_to_be(draft: Draft, cue: Cue) -> bool:
    """Whether others say what somebody is: `Ms Lee was said by friends to be ill`."""
    told = draft.shape == "passive-infinitive" and cue.entry.lemma in words("cues", "no_infinitive")
    return told and cue.entry.group in GROUPS


def _is_to_come(draft: Draft, cue: Cue) -> bool:
    """Whether words are only going to be said: `will say tomorrow`."""
    modal = "" if cue.modal is None else draft.sentence.lower(cue.modal)
    said = cue.modal is not None and draft.sentence.lower(cue.modal + 1) == "only"  # "would only say"
    return modal in words("cues_grammar", "future") and not said and not is_first_person(draft)


def _undone(draft: Draft, cue: Cue, lemma: str) -> Act:
    """The act of not saying: who does not deny a thing denies nothing, who does not accept it does.

    Words that somebody `never said` are none of theirs: that they are not said is all that is told.
    """
    if cue.entry.group == DENIAL:
        return Act.STATEMENT
    if draft.sentence.document.lemmas[cue.start] in words("cues_grammar", "granting"):
        return Act.DENIAL
    if cue.negated and lemma in words("acts", "unanswered"):
        return Act.NO_COMMENT
    asked = draft.shape.endswith("question")
    withheld = (asked or cue.refused is not None) and lemma in words("acts", "no_comment_words")
    if withheld or (asked and not draft.minds):
        return Act.NO_COMMENT
    return Act.INTENTION if draft.shape.endswith("infinitive") else Act.BELIEF


def _second(draft: Draft) -> str:
    """The verb after the infinitive's `to`."""
    return draft.sentence.lower(draft.content[0][0] + 1)
