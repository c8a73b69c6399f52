"""Claims, before stage 7: a possible attribution comes in; whether it can be one, without what is no part, goes out."""

from dataclasses import replace

from generator.extract.claims.agents import agent_behind
from generator.extract.claims.asked import is_only_asked
from generator.extract.claims.cue_words import DENIAL, CueKind, is_reporting, noun_entries, verb_entries
from generator.extract.claims.cues import BE, NEGATIONS, Cue
from generator.extract.claims.deeds import (
    is_by_rule,
    is_deed,
    is_done,
    is_only_acting,
    is_shown,
    is_somebody,
    may_be_anothers,
    names_hearer,
    only_leads_up,
)
from generator.extract.claims.draft import Draft
from generator.extract.claims.fragments import has_no_subject, is_fragment
from generator.extract.claims.grammar import FINITE, LAPSES, RELATIVES, Range, is_finite, opens_time
from generator.extract.claims.no_verbs import is_no_verb, names_kind
from generator.extract.claims.no_words import tells_no_words
from generator.extract.claims.nobodies import is_nobodys, is_only_thing, lacks_object
from generator.extract.claims.quoted_as import QUOTES_AS, is_quoted, quoting_verb
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.stacking import is_tagged
from generator.extract.claims.subjects import is_what
from generator.extract.claims.unreal import is_unreal, may_be_accuseds
from generator.extract.claims.weighing import is_counted, is_rebuttal, turned_away
from generator.extract.lexicon import words
from generator.model.negations import REFUSALS

ARTICLES = words("cues_grammar", "plain_articles")
JUDGED = frozenset({"ADJ", "NOUN"})
CLAIM_NOUNS = words("cues_grammar", "claim_nouns")
NO_VERB = frozenset({"amod", "obl", "nsubj", "obj", "nmod", "appos", "compound"})
"""Arcs of a word that the tagger alone takes for a verb: `within the [ranks] that …`."""
SPEAKING = frozenset({"NOUN", "PRON", "PROPN", "PUNCT"})
NO_WORD = frozenset({"FW", "IN", "NNP", "NNPS"})
"""Tags of what tells nothing by itself: a foreign word, a preposition, a name."""
GOVERNING = words("cues_grammar", "governing")
LEAST_OWNED = 2
NEAR = 4
"""Tokens around words in which it may be told whose they are, or what somebody is."""


def may_be_told(draft: Draft) -> bool:
    """Whether a draft is of words, thoughts or wants at all, rather than of who had a part in it."""
    cue = draft.cue
    if is_nobodys(draft) or is_unreal(draft):
        return False
    if cue is None or is_fragment(draft) or _is_misread(draft, cue):
        return cue is None
    if (
        _is_told_of_claim(draft, cue)
        or is_by_rule(draft, cue)
        or _is_called_so(draft, cue)
        or tells_no_words(draft, cue)
    ):
        return False
    if cue.entry.kind is CueKind.SPEECH:
        is_other = _is_title(draft, cue) or is_only_acting(draft, cue)
        is_other = is_other or _is_quoted_by_another(draft, cue) or is_done(draft, cue)
        own = draft.source is None or draft.origin is not None or cue.passive
        return not is_other and (own or draft.source is None or not _is_object(draft, cue, draft.source))
    if cue.entry.kind is not CueKind.VERB:
        return True
    if _is_the_writers(draft, cue) or _is_about_another(draft, cue) or _only_does(draft, cue):
        return False
    if _only_stands_by(draft, cue) or _is_put_right(draft) or only_leads_up(draft, cue):
        return False
    # "a memo seen by the Courier": who did it, not what it tells
    if cue.form == "VBN" and draft.sentence.lower(draft.content[0][0]) == "by":
        return False
    if _keeps_name(draft) or _only_quotes(draft, cue) or _describes(draft, cue) or may_be_accuseds(draft, cue):
        return False
    if (
        has_no_subject(draft, cue)
        or lacks_object(draft, cue)
        or _is_title(draft, cue)
        or _goes_on_after(draft, cue)
        or may_be_anothers(draft, cue)
        or is_shown(draft, cue)
        or names_hearer(draft, cue)
    ):
        return False
    if (
        is_counted(draft)
        or _only_dismisses(draft, cue)
        or _is_only_time(draft)
        or is_deed(draft, cue)
        or is_only_asked(draft, cue)
    ):
        return False
    if cue.entry.lemma in words("cues", "taken_back"):
        return is_rebuttal(draft)  # a claim is withdrawn, but so is a bill
    if cue.passive or draft.source is None or draft.origin is not None:
        return True
    return not _is_object(draft, cue, draft.source) and not is_only_thing(draft, cue)


def _is_misread(draft: Draft, cue: Cue) -> bool:
    """Whether no word of saying stands there: a name, `called [off a vote]`, or a source that begins with a verb."""
    token = draft.sentence.token(cue.start)
    off = token.lower_ in words("cues_grammar", "dropped_with_off") and draft.sentence.lower(cue.end) == "off"
    hyphen = draft.sentence.token(cue.start - 1)
    off = off or (hyphen.text == "-" and not hyphen.whitespace_)  # so-called
    verb_first = draft.source is not None and is_finite(draft.sentence, draft.source[0])
    if draft.source is not None and (
        (draft.sentence.token(draft.source[0]).tag_ == "VB" and draft.sentence.token(draft.source[0]).text.islower())
        or _is_agent(draft.sentence, draft.source[0])
        or _ends_in_verb(draft.sentence, draft.source, cue)
    ):
        return True
    if cue.entry.kind is CueKind.VERB and is_no_verb(draft, cue):
        return True
    cut_off = draft.source is not None and draft.sentence.token(draft.source[1] - 1).tag_ == "WRB"
    no_verb = cue.entry.kind is CueKind.SPEECH and token.tag_.startswith("V") and token.dep_ in NO_VERB
    if names_kind(draft, cue):
        return True
    no_verb = no_verb or (cue.entry.kind is CueKind.SPEECH and token.tag_ in NO_WORD and not any(draft.quotes()))
    is_adjective = token.dep_ == "amod" and draft.sentence.token(cue.start - 1).pos_ in {"ADJ", "DET", "NUM"}
    before = draft.sentence.token(cue.start - 1)
    is_adjective = is_adjective or (token.dep_ == "amod" and (token.tag_ == "JJ" or before.pos_ not in SPEAKING))
    if token.dep_ == "amod" and draft.sentence.lower(cue.start - 1).endswith("ly"):
        return draft.sentence.token(cue.start - 2).pos_ == "DET"  # "the highly contested bill"
    no_verb = no_verb or (is_adjective and cue.entry.kind is CueKind.VERB)  # "the first alleged payment"
    is_name = token.ent_type_ == "PERSON" or (token.text.isupper() and token.pos_ == "PROPN")
    return off or (is_tagged(draft) and (is_name or verb_first or cut_off or no_verb))


def _is_called_so(draft: Draft, cue: Cue) -> bool:
    """Whether a source is who is called something by somebody else: `[Mr Hale], labelled “a liar” by Ms Lee, left`."""
    is_subject = draft.source is not None and draft.source[1] <= cue.start and draft.origin is None
    if not is_subject or not cue.passive:
        return False
    agent = range(cue.end + 1, draft.sentence.end) if draft.sentence.lower(cue.end) == "by" else range(0)
    named = len(agent) > 0 and draft.sentence.token(agent.start).pos_ == "PROPN"
    by_somebody = len(agent) > 0 and is_somebody(draft.sentence, agent.start, agent.stop)  # not "ruled by six to three"
    return named or by_somebody or agent_behind(draft.sentence, cue.end) is not None


def _is_agent(sentence: Sentence, start: int) -> bool:
    """Whether a source only tells by whom a thing is done: `the party, [chaired by Ann Lee], had said`."""
    return sentence.token(start).tag_ == "VBN" and sentence.lower(start + 1) == "by"


def _only_does(draft: Draft, cue: Cue) -> bool:
    """Whether a participle tells of the noun before it what it does: `a man [holding] the post`, not `holding that`."""
    first, sentence = draft.content[0][0], draft.sentence
    follows = first == cue.end and sentence.lower(first) in ARTICLES and sentence.quoted_at(first) is None
    is_noun = sentence.token(cue.start - 1).pos_ == "NOUN" and cue.group_start == cue.start
    return cue.form == "VBG" and cue.entry.clausal and follows and is_noun


def _ends_in_verb(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Whether a source ends in a verb of denying or its adverb: `[Lee denies] claims of it`, `[flat out] denies`."""
    last = source[1] - 1
    if sentence.token(source[0]).tag_ == "RP":
        return True
    if source[1] != cue.group_start:
        return False
    if sentence.token(last).tag_ == "RP":
        return sentence.lower(last - 1) != "-"  # "the runner-up denied it"
    is_noun = cue.entry.kind is CueKind.NOUN or sentence.lower(cue.start) in noun_entries()
    denies = any(entry.group == DENIAL for entry in verb_entries().get(sentence.lower(last), ()))
    return is_noun and denies and sentence.lower(last) not in noun_entries()


def _is_told_of_claim(draft: Draft, cue: Cue) -> bool:
    """Whether no claim follows but what is done to one: `claims [Ms Lee denies]`, `… denies [were read]`."""
    sentence, (start, end) = draft.sentence, draft.content[0]
    first = draft.source[0] if draft.source is not None and draft.source[1] - draft.source[0] > LEAST_OWNED else end
    if sentence.lower(first) in ARTICLES and sentence.lower(first + 1) in CLAIM_NOUNS:
        return sentence.token(first + 2).pos_ in {"DET", "PROPN", "PRON"}  # "…, [a charge his office] called absurd"
    if cue.entry.group == DENIAL and draft.order == "after":
        return is_finite(sentence, start)
    if start != cue.end or sentence.lower(cue.start) not in noun_entries():
        return False
    verb = next((k for k in range(start, end) if _may_be_verb(sentence, k)), None)
    if verb is None:
        return False
    while sentence.token(verb).pos_ in {"AUX", "ADV"} and verb + 1 < end:
        verb += 1
    has_object = sentence.token(verb + 1).pos_ in {"DET", "NOUN", "PRON", "PROPN", "SCONJ"}
    return not has_object and sentence.document.lemmas[verb] in words("cues_grammar", "done_to_claims")


def _may_be_verb(sentence: Sentence, index: int) -> bool:
    """Whether a word is a verb, or only taken for a noun: `claims he fiercely [denies]`."""
    is_verb = is_finite(sentence, index) or sentence.token(index).pos_ == "VERB"
    return is_verb or any(entry.group == DENIAL for entry in verb_entries().get(sentence.lower(index), ()))


def _is_title(draft: Draft, cue: Cue) -> bool:
    """Whether a quotation is what a thing is called: `a section [entitled] “All Must Vote”`."""
    lemma, sentence, last = draft.sentence.document.lemmas[cue.start], draft.sentence, cue.start - 1
    called = lemma in words("cues_grammar", "entitling") and cue.group_start == cue.start
    is_noun = called and sentence.token(last).pos_ == "NOUN" and cue.form in {"VBN", "VBD"}
    if (
        is_noun
        and not cue.entry.tail
        and sentence.token(cue.end).pos_ == "PROPN"
        and sentence.quoted_at(cue.end) is None
    ):
        return True  # "a ministry called Home Affairs"
    return is_noun and not is_somebody(sentence, last, cue.start) and sentence.quoted_at(cue.end) is not None


def _goes_on_after(draft: Draft, cue: Cue) -> bool:
    """Whether what follows only goes on from a verb with another.

    So in `had not sought [and had not received]` and in `the benches jeered and [she said it was rude]`.
    """
    first, joiners = draft.content[0][0], words("cues_grammar", "joiners")
    if first < cue.end or draft.sentence.quoted_at(first) is not None:
        return False
    joint = cue.end + (draft.sentence.lower(cue.end) == ",")
    # "said while it was late, …": words begin behind such a joiner
    return (
        draft.sentence.lower(joint) in (joiners if first == joint else {"and", "but"}) and joint <= first <= joint + 1
    )


def _is_quoted_by_another(draft: Draft, cue: Cue) -> bool:
    """Whether another verb gives what is quoted behind one of doing: `took cash, which she called “a loan”`."""
    start, quoted = draft.content[0][0], next(draft.quotes(), None)
    before = range(start, quoted.start if quoted is not None and start >= cue.end else start)
    return any(is_reporting(draft.sentence.lower(k)) and draft.sentence.token(k).pos_ == "VERB" for k in before)


def _is_the_writers(draft: Draft, cue: Cue) -> bool:
    """Whether an infinitive only tells what it would be to say so: `it was nonsense [to suggest] that …`."""
    before, sentence = cue.group_start - 1, draft.sentence
    if not cue.infinitive or sentence.lower(cue.group_start) != "to" or sentence.token(before).pos_ not in JUDGED:
        return False
    while before > sentence.start and sentence.token(before).pos_ in JUDGED | {"ADV", "DET"}:
        before -= 1
    return sentence.lower(before) in BE and sentence.lower(before - 1) in {"it", "’s", "'s"}


def _only_stands_by(draft: Draft, cue: Cue) -> bool:
    """Whether words only stand beside what somebody said: `contrary to what Ms Lee [said], it was spent`.

    So do those of who takes up what another said, `asked to withdraw what he [said] “if he said it”`, and what is told
    of it: `what he told [the radio was untrue]`.
    """
    first = draft.content[0][0]
    if first < cue.end or cue.passive or not is_what(draft.sentence, cue.group_start):
        return False
    before = draft.sentence.lower(first - 1)
    quotes = draft.sentence.quoted_at(first) is not None and cue.entry.lemma in words("cues_grammar", "quoting_verbs")
    is_told_of = draft.shape.endswith("clause") and before not in BE | {"that"}
    return (quotes and first == cue.end) or is_told_of or before == ","


def _only_dismisses(draft: Draft, cue: Cue) -> bool:
    """Whether somebody is dismissed from office, rather than what they say: `[dismissed] the army chief, Tom Hale`."""
    if (
        cue.entry.lemma not in words("cues_grammar", "from_office")
        or not draft.shape.endswith("noun")
        or any(draft.quotes())
        or turned_away(draft)
    ):
        return False
    start, end = draft.content[0]
    told = [draft.sentence.token(k) for k in range(start, min(end + NEAR, draft.sentence.end))]
    return any(token.ent_type_ == "PERSON" for token in told) and not any(token.lower_ == "as" for token in told)


def _is_only_time(draft: Draft) -> bool:
    """Whether what follows only tells when: `wrote to him [eight weeks before it]`, `told by her [when she spoke]`."""
    start, sentence = draft.content[0][0], draft.sentence
    if draft.cue is not None and draft.cue.passive and sentence.token(start).tag_ == "WRB":
        return draft.order == "after" and sentence.token(start).head.dep_ == "advcl"
    if len(draft.content) > 1 or sentence.quoted_at(start) is not None or not opens_time(sentence, start):
        return False
    after = start + 1 + (sentence.lower(start) not in LAPSES)
    return sentence.lower(after) in words("cues_grammar", "since_when") and draft.order == "after"


def _is_put_right(draft: Draft) -> bool:
    """Whether it is told that a thing is not what somebody says: `he is not[, as Ms Lee claimed,] a thief`."""
    sentence = draft.sentence
    if draft.source is None or sentence.lower(draft.source[0] - 1) != "as":
        return False
    comma = draft.source[0] - 2
    return sentence.lower(comma) == "," and sentence.lower(comma - 1) in NEGATIONS


def _is_about_another(draft: Draft, cue: Cue) -> bool:
    """Whether a source stands between an active verb and its words, as its object: `contradicting [CBC] that …`."""
    if draft.source is None or draft.origin is not None or cue.passive or draft.order != "after":
        return False
    is_between = cue.end <= draft.source[0] and draft.source[1] <= draft.content[0][0]
    return is_between and next(draft.quotes(), None) is None


def _keeps_name(draft: Draft) -> bool:
    """Whether a source only asks to stay unnamed: `who asked [not to be identified]`."""
    first = draft.content[0][0]
    told = [draft.sentence.lower(k) for k in range(first, min(first + 5, draft.sentence.end))]
    refuses = draft.cue is not None and (draft.cue.negated or draft.sentence.lower(draft.cue.start) in REFUSALS)
    refuses = refuses or draft.sentence.lower(first - 1) == "not"
    if not refuses and told[:1] != ["not"]:
        return False
    told = told[told[:1] == ["not"] :]
    return told[:2] == ["to", "be"] and told[2:3] in (["identified"], ["named"], ["quoted"])


def _describes(draft: Draft, cue: Cue) -> bool:
    """Whether a participle only describes what somebody has: `the minister's [repeated] comments`."""
    before = draft.sentence.token(cue.start - 1)
    is_owners = before.tag_ in {"POS", "PRP$"} and draft.sentence.lower(cue.start - 2) != "of"  # "a friend of his said"
    return cue.start > draft.sentence.start and cue.form in {"VBN", "VBD"} and is_owners


def _only_quotes(draft: Draft, cue: Cue) -> bool:
    """Whether a source only quotes somebody else, who has said the words: `[the paper] quoted her as saying …`.

    Of the paper it is told no more than the whole: `quoted [her as saying …]`.
    """
    sentence, first = draft.sentence, draft.content[-1][0]
    if cue.entry.lemma == "cite" and cue.form == "VBG":
        return True  # "the Courier, citing “two people”, said": who told it
    if sentence.lower(cue.start) in QUOTES_AS:
        if cue.form == "VBN" and cue.group_start == cue.start and sentence.lower(cue.end) == "in":
            return True  # "friends quoted in reports were not his": nobody quotes them here
        links = (*range(first - 2, min(first + NEAR, sentence.end - 1)), draft.content[-1][1])
        return any(sentence.lower(k) == "as" and sentence.token(k + 1).tag_ == "VBG" for k in links)
    verb = quoting_verb(sentence, cue)
    return verb is not None and draft.source is not None and is_quoted(sentence, verb) != (draft.source[1] <= verb)


def _is_object(draft: Draft, cue: Cue, source: Range) -> bool:
    """Whether a source is only part of what its verb's subject or object is told by.

    That is so in `denied claims by [Ms Lee]`, in `the owner of [the firm] said` and in `threatened to topple [Ms Lee]`.
    """
    sentence = draft.sentence
    if any(start <= source[0] and source[1] <= end for start, end in draft.content):
        return True
    if all(source[0] <= start and end <= source[1] for start, end in draft.content):
        return True  # "Ms Lee, who has [been mayor] since May, denies."
    if source[0] > cue.end:
        return sentence.lower(source[0] - 1) == "by"
    opens = source[0]
    while opens > sentence.start and sentence.token(opens - 1).pos_ in {"ADJ", "DET"}:
        opens -= 1  # "the removal of popular [minister Ann Lee] has been read"
    follows = opens > sentence.start and sentence.lower(opens - 1) in GOVERNING
    is_main = not any(sentence.lower(k) in RELATIVES for k in range(source[1] - 1, cue.start))
    return follows and is_main and cue.form in FINITE | {"VBN"}


def without_others(draft: Draft) -> Draft:
    """A draft without the words that another verb governs.

    They stand behind a participle, `“A,” he said, adding later, [“B.”]`, before a verb that comes before its source:
    `[“A,”] Mr Hale told reporters after Ms Lee said B`, or between the two: `the Courier, citing [“two people,”] said`.
    """
    if draft.cue is None or len(draft.content) < 2:
        return draft
    sentence, cue = draft.sentence, draft.cue
    at = next((k for k in range(cue.end, sentence.end - 1) if _says_more(sentence, k)), sentence.end)
    first = min(cue.group_start, (draft.source or (cue.start, 0))[0])
    source = draft.source or (cue.start, cue.start)
    cites = next((k for k in range(source[0], cue.group_start) if sentence.lower(k) in QUOTES_AS), cue.group_start)
    aside = range(cites, cue.group_start)
    kept = tuple(
        piece
        for piece in draft.content
        if piece[0] < at and piece[0] not in aside and not any(is_finite(sentence, k) for k in range(piece[1], first))
    )
    return replace(draft, content=kept) if kept and len(kept) < len(draft.content) else draft


def _says_more(sentence: Sentence, comma: int) -> bool:
    participle = sentence.token(comma + 1).tag_ == "VBG" and is_reporting(sentence.lower(comma + 1))
    return participle and sentence.lower(comma) == "," and sentence.quoted_at(comma + 1) is None
