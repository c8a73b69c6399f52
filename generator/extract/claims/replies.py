"""Claims, stage 12: an article's claims come in, each denial goes out marked with the claims that it answers.

Precision first: an answer that is not likely enough is left unlinked, since a wrong link puts a denial beside words
that it does not deny.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.cast import Cast
from generator.extract.claims.answering import may_answer
from generator.extract.claims.charged_later import charge_told_later
from generator.extract.claims.joining import with_joined
from generator.extract.claims.listed import has_any
from generator.extract.claims.logistic import common_score, shared, total
from generator.extract.claims.pair import pairs_of
from generator.extract.claims.pairing import pair_features
from generator.extract.claims.rebuttals import NONE_OF_IT, Heard, denial_features
from generator.extract.claims.relations import accused, is_between
from generator.extract.claims.telling import AFFIRMING, CLAIM_NOUN, NEGATION, POINTING, PRONOUNS, Told
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Spans
from generator.extract.lexicon import words
from generator.model.ids import fold
from generator.model.words import Act, Attribution

MODEL = "answers"
TRIFLE = 0.02
"""A likelihood that adds nothing to another's."""
HOPELESS = -3.5
"""The score of a claim as an answer to anything below which none is looked for: one answer in a hundred is lost."""
LIKELY, LIKELY_BY_WORD, LIKELY_LOOSE = 0.5, 0.4, 0.6
"""How likely an answer is to be one; less where a word of it denies, `nonsense`, more where little but order joins it
to what it answers and it is no more than a verb of denying.

Of the other links those less likely than one in two are wrong more often than right.
"""
ALSO = 0.4
"""How likely a second claim is answered too."""
FAR = 6
"""Claims on from another at which only their order joins the two."""
DENIES = 0.4
"""How likely a claim answers another for it to be called a denial, whatever its cue."""
DENIES_UNSAID = 0.55
"""How likely where no word of it denies: most of what is said in answer in the news is no denial."""
DISOWNS = 0.2
"""How likely it does where its cue is one of denying, which may turn away a plan: `rejected the offer`."""
SURE = 0.9
"""How likely an answer is to be one for it to deny without a word that does, and without being its speaker's own."""
SOON = 5
"""Words in which a negation is of what somebody says of themselves: `I have never had a penny`."""
SAME = 0.5
"""The part of the shorter of two claims that stands in the other too where both tell one thing."""
WITHIN = 0.7
"""The part of the shorter of two answers that stands in the other too where they are one answer read twice."""
BESIDE = 3
NEAREST_NOUN = 30
"""Letters between the start of a denial's content and the noun that names what it denies."""
DOERS = "|".join(sorted(words("cues_grammar", "doers")))
NOT_DONE = re.compile(
    rf"(?:{DOERS}) (?:never|(?:had|did)(?:n['’]t| not| never| \w+ nothing))\b",
    re.IGNORECASE,
)
"""How somebody says that they did not do a thing."""
LEFT_OUT = re.compile(
    r"(?:he|she|it|they|that|this|there) (?:is|was|are|were|has|have|had|does|do|did)(?:n['’]t| not)\.?"
    r"|not (?:so|true|at all)[.,!]?",
    re.IGNORECASE,
)
"""How somebody denies who leaves out what is denied: `said it was not`."""
LACKING = re.compile(
    rf"(?:[\w’'-]+ ){{1,6}}(?:has|have|had) (?:got )?no (?:{'|'.join(sorted(words('acts', 'lacking')))})\b",
    re.IGNORECASE,
)
"""How somebody charges another with having none of a thing."""
IS_UNTRUE = re.compile(
    r"[“‘\"']?(?:it|that)(?: is| was|['’]s) [“‘\"']?(?:[a-z]+ly |simply |just |quite )*"
    r"(?:untrue|not true|false|incorrect|inaccurate|a lie|a myth|nonsense|rubbish)[”’\"']? "
    r"(?:that|to (?:say|suggest|claim))\b",
    re.IGNORECASE,
)
"""How somebody denies what they tell of themselves: `said it was “plainly untrue” that she had lied`."""
CLEARED = re.compile(
    rf"(?:{DOERS}) (?:(?:did|(?:had|has|have) done) nothing (?:wrong|illegal|improper|unlawful)"
    r"|(?:am|is|was|are|were) (?:innocent|not guilty))\b",
    re.IGNORECASE,
)
"""How somebody says that they are not to blame, whatever the article tells of what they are blamed for."""
SURE_CUES = tuple(words("acts", "sure_denials"))


@dataclass(frozen=True, kw_only=True)
class Answer:
    """How likely a claim is an answer at all, and which claims it most likely answers, the likeliest first."""

    one: Told
    likely: float
    denied: tuple[Told, ...] = ()
    share: float = 0.0

    @cached_property
    def is_likely(self) -> bool:
        """Whether it is likely enough to be linked."""
        if not self.denied:
            return False
        loose = _is_loose(self.one, self.denied[0])
        if loose and self.one.denies == "cue":
            return self.share >= LIKELY_LOOSE
        by_word = not loose and self.one.denies in ("word", "negation")
        return self.share >= (LIKELY_BY_WORD if by_word else LIKELY)


def link_replies(document: Document, cast: Cast, claims: tuple[ClaimFinding, ...]) -> tuple[ClaimFinding, ...]:
    """The same claims, with `replies_to` and `also_replies_to` of each denial, and the act denial where it is due.

    What only goes on from another claim is joined with it.
    """
    heard = Heard([Told(document, cast, claim, place) for place, claim in enumerate(claims)])
    answers = [_or_later(answer, heard) for answer in [_answer(one, heard) for one in heard.told]]
    return with_joined(document, [_linked(answer, answers) for answer in answers])


def _or_later(answer: Answer, heard: Heard) -> Answer:
    """An answer to nothing that was told before it, as one to a charge that is told after it."""
    charge = None if answer.is_likely else charge_told_later(answer.one, heard)
    return answer if charge is None else Answer(one=answer.one, likely=1.0, denied=(charge,), share=1.0)


def _answer(one: Told, heard: Heard) -> Answer:
    """What a claim answers, as far as the claims read before tell; it is remembered for those that follow."""
    choices = heard.answerable(one) if may_answer(one) and not _charges_with_lack(one) else []
    if not choices:
        return Answer(one=one, likely=0.0)
    aimed = _charge_behind(_aimed_at(one, choices), one, choices) or _only_charge(one, choices)
    aimed = aimed or _right_before(one, choices, heard) or _says_no(one, choices, heard)
    if aimed is not None:
        heard.note(one.place, {aimed.place})
        return Answer(one=one, likely=1.0, denied=(aimed,), share=1.0)
    found = _likeliest(one, choices, heard)
    if found.is_likely:
        heard.note(one.place, {found.denied[0].place})
    return found


def _likeliest(one: Told, choices: Sequence[Told], heard: Heard) -> Answer:
    """What a claim most likely answers; each choice stands for the claims, too, that tell the same as it does."""
    base = common_score(MODEL, denial_features(one, heard))
    if base < HOPELESS:
        return Answer(one=one, likely=0.0)
    likely = shared(base, [total(MODEL, pair_features(pair, heard)) for pair in pairs_of(one, choices, heard)])
    if sum(likely) < LIKELY_BY_WORD:
        return Answer(one=one, likely=sum(likely))
    telling = [(part, other) for part, other in zip(likely, choices, strict=True) if part >= TRIFLE]
    together = [sum(part for part, same in telling if _part(other, same) >= SAME) for other in choices]
    order = sorted(range(len(choices)), key=lambda at: (-together[at], -likely[at], -choices[at].place))
    first = choices[order[0]]
    also = (choices[at] for at in order[1:] if likely[at] >= ALSO and _part(first, choices[at]) < SAME)
    return Answer(one=one, likely=sum(likely), denied=(first, *also), share=together[order[0]])


def _is_loose(one: Told, other: Told) -> bool:
    """Whether two claims stand far apart, or have nothing in common and no word says that the one is an answer."""
    if one.place - other.place >= FAR:
        return True
    is_plain_denial = one.kind == "cue" and one.answering != "beside"
    says_so = one.asked or not (is_plain_denial or (one.kind == "none" and one.answering == "no"))
    of_speaker = accused(one, other) != "no" or one.claim.speaker in other.named_beside
    of_one_thing = one.words & other.words or one.kin & other.kin or set(one.spoken_of) & set(other.spoken_of)
    names_other = other.claim.speaker is not None and other.claim.speaker in one.claim.about
    return not (says_so or of_speaker or names_other or of_one_thing)


def _part(one: Told, other: Told) -> float:
    """How much of the shorter of two contents stands in the other."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one.claim.content for b in other.claim.content)
    return shared / max(min(_length(one.claim.content), _length(other.claim.content)), 1)


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _linked(answer: Answer, answers: Sequence[Answer]) -> ClaimFinding:
    if not answer.is_likely or _is_told_better(answer, answers):
        return _with_act(answer)
    first, *also = (other.claim.id for other in answer.denied)
    return replace(_with_act(answer), replies_to=first, also_replies_to=tuple(also))


def _is_told_better(answer: Answer, answers: Sequence[Answer]) -> bool:
    """Whether a claim within this one, or around it, is the likelier answer: `He said: "I told them it was false."`"""
    place = answer.one.place
    near = answers[max(0, place - BESIDE) : place + BESIDE + 1]
    return any(
        other.one.place != place
        and (other.share, -other.one.place) > (answer.share, -place)
        and other.is_likely
        and _part(other.one, answer.one) >= WITHIN
        for other in near
    )


def _aimed_at(one: Told, choices: Sequence[Told]) -> Told | None:
    """The claim that the denial's own clause names: `hit back at claims of a rift`, `denied claims that …`."""
    lead = one.lead_words
    turns = bool(lead & words("acts", "rebuffs") or (one.cue and one.denies == "cue"))
    others = [other for other in choices if other.claim.source != one.claim.source]
    named = [other for other in others if _is_object(one, other) or (turns and is_between(one, other))]
    return named[0] if len(named) == 1 else None


def _charge_behind(aimed: Told | None, one: Told, choices: Sequence[Told]) -> Told | None:
    """The claim aimed at, or the last charge told before of whoever denies of which it is no more than another wording.

    `Ms Lee accused Mr Bell of misleading the board … He rejected the charge that he had misled anyone.`
    """
    if aimed is None or aimed.claim.attribution is not Attribution.UNATTRIBUTED:
        return aimed
    before = reversed(_charges_before(one, choices))
    return next((other for other in before if other.words & aimed.words or other.kin & aimed.kin), aimed)


def _only_charge(one: Told, choices: Sequence[Told]) -> Told | None:
    """The one charge against somebody who says that they did no such thing: `hid nothing`, `denied it`."""
    points = one.kind == "pointing" and one.claim.act is Act.DENIAL
    if not (points or NOT_DONE.match(one.content)):
        return None
    charges = _charges_before(one, choices)
    return charges[0] if len(charges) == 1 else None


def _charges_with_lack(one: Told) -> bool:
    """Whether it only says what somebody else is without: `the leader had no mandate`."""
    is_others = not one.of_itself and one.tokens[:1] and one.tokens[0] not in PRONOUNS
    return bool(is_others and one.claim.act is not Act.DENIAL and LACKING.match(one.content))


def _right_before(one: Told, choices: Sequence[Told], heard: Heard) -> Told | None:
    """What was told right before somebody denies it who leaves out what that is: `Ms Lee said it was not`."""
    if not LEFT_OUT.fullmatch(one.content) or heard.told[one.place - 1].only_asks:
        return None
    near = [other for other in choices if one.paragraph - 1 <= other.paragraph and other.place < one.place]
    return near[-1] if near and near[-1].claim.nested_in is None else None


def _says_no(one: Told, choices: Sequence[Told], heard: Heard) -> Told | None:
    """What was told of somebody who says no when asked of it: `Asked whether he had misled them, he said no`."""
    asked = heard.told[one.place - 1]
    if one.tokens != ("no",) or not asked.only_asks or asked.sentence != one.sentence:
        return None
    before = (other for other in reversed(choices) if other.place < one.place)  # each of what the question is of
    return next((other for other in before if accused(one, other) == "speaker"), None)


def _charges_before(one: Told, choices: Sequence[Told]) -> list[Told]:
    """The charges told before against somebody, or against whom they speak for: `her lawyer said she had not`."""
    whose = ("speaker", "body") if one.speaks_for else ("speaker",)
    return [
        other
        for other in choices
        if other.place < one.place and other.claim.act is Act.ALLEGATION and accused(one, other) in whose
    ]


def _is_object(one: Told, other: Told) -> bool:
    """Whether another claim is the object of a denial, its noun the cue: `denied [claims that he lied]`.

    So is one of which it is said that it is wrong: `said [claims that he lied] were nonsense`.
    """
    if other.claim.nested_in != one.claim.id or not other.claim.cue:
        return False
    lead = other.claim.cue[0][0] - one.claim.content[0][0]
    is_named = 0 <= lead <= NEAREST_NOUN and bool(CLAIM_NOUN.fullmatch(other.cue))
    return is_named and (one.denies == "cue" or _is_called_wrong(one, other))


def _is_called_wrong(one: Told, other: Told) -> bool:
    """Whether a claim says outside another's words that they are wrong: `there was [no truth in] claims of a rift`."""
    text, (start, end) = one.document.text, one.claim.content[0]
    first, last = other.claim.content[0][0], other.claim.content[-1][1]
    around = f"{text[start:first]} {text[last:end]}"
    return start <= first and has_any("turned_away", around)


def _with_act(answer: Answer) -> ClaimFinding:
    """A claim, a denial if it likely answers another or if its cue says so of more than a plan."""
    one, act = answer.one, answer.one.claim.act
    if act is Act.DENIAL:
        return one.claim if answer.likely >= DISOWNS or _denies_unheard(one) else replace(one.claim, act=Act.STATEMENT)
    if act is Act.STATEMENT and (IS_UNTRUE.match(one.content) or (one.of_itself and CLEARED.match(one.content))):
        return replace(one.claim, act=Act.DENIAL)
    if act is Act.ALLEGATION and not answer.is_likely:
        return one.claim
    if one.denies == "none" and not answer.is_likely:
        return one.claim
    least = DENIES_UNSAID if one.denies == "none" else DENIES
    denies = act is not Act.DEMAND and answer.likely >= least and _says_so(answer)
    return replace(one.claim, act=Act.DENIAL) if denies else one.claim


def _says_so(answer: Answer) -> bool:
    """Whether more than its place tells that an answer denies: a word, what is not so, who answers, or how.

    Whoever only speaks of the matter next may as well agree, or regret it.
    """
    one = answer.one
    if one.denies in ("cue", "word") or NOT_DONE.match(one.content):
        return one.liar is None or answer.is_likely  # "part of her evidence was untrue" denies no more than her word
    if one.denies == "none" and AFFIRMING.search(one.content):
        return False
    told = answer.denied[:1]
    if any(accused(one, other) in ("speaker", "body") for other in told) or (told and one.answering == "cue"):
        return True
    if told and one.liar is None and has_any("turned_away", one.content) and not has_any("lying", one.content):
        return True  # "the figure was wrong by a factor of ten"
    if one.denies == "negation":
        return answer.is_likely and any(_is_flat(one, other) or one.undone & other.words for other in told)
    return answer.share >= SURE and any(one.words & other.words or one.kin & other.kin for other in told)


def _is_flat(one: Told, other: Told) -> bool:
    """Whether nothing is said to be so, or not of whom it is told: `nobody was`, `I have never`, `Imogen was not`."""
    if NONE_OF_IT.match(one.content) or LEFT_OUT.fullmatch(one.content):
        return True
    soon = NEGATION.search(" ".join(one.content.split()[:SOON])) is not None
    told_of = {*other.about, other.claim.speaker}
    names = {fold(word) for person in one.cast.people if person.id in told_of for word in person.name.split()}
    return soon and (one.of_itself or not told_of.isdisjoint(one.spoken_of[:1]) or not names.isdisjoint(one.tokens[:1]))


def _denies_unheard(one: Told) -> bool:
    """Whether a denial that answers no claim of the article is one all the same, not the rejection of a plan."""
    return one.cue.startswith(SURE_CUES) or bool(CLAIM_NOUN.search(one.content) or POINTING.match(one.content))
