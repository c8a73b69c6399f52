"""Claims, last stage: an article's claims come in, each denial goes out marked with the claims that it answers.

Precision first: an answer that is not likely enough is left unlinked, since a wrong link puts a denial beside words
that it does not deny.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.cast import Cast
from generator.extract.claims.logistic import likelihood, shares
from generator.extract.claims.rebuttals import CLAIM_NOUN, POINTING, Told, denial_features, is_between, pair_features
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding
from generator.extract.lexicon import words
from generator.model.words import Act

LIKELY = 0.3
ALSO_LIKELY = 0.3
SURELY = 0.6
NEAREST_NOUN = 20
"""Letters between the start of a denial's content and the noun that names what it denies."""
FURTHEST_BACK = 12
FURTHEST_ON = 2
NO_REPLY = {Act.BELIEF, Act.INTENTION, Act.NO_COMMENT}
SURE_CUES = ("den", "refut", "rebut", "contradict", "disput", "disown", "disavow")


def link_replies(document: Document, cast: Cast, claims: tuple[ClaimFinding, ...]) -> tuple[ClaimFinding, ...]:
    """The same claims, with `replies_to` and `also_replies_to` of each denial, and the act denial where it is due."""
    told = [Told(document, cast, claim, place) for place, claim in enumerate(claims)]
    return tuple(_linked(one, told) for one in told)


def _linked(one: Told, told: Sequence[Told]) -> ClaimFinding:
    choices = [] if one.claim.act in NO_REPLY else list(answerable(one, told))
    likely = likelihood("denials", denial_features(one, choices)) if choices else 0.0
    weights = shares("answers", [pair_features(one, other) for other in choices]) if choices else []
    aimed = _aimed_at(one, choices)
    if aimed is not None:
        return replace(one.claim, act=Act.DENIAL, replies_to=aimed.claim.id)
    ranked = sorted(zip(weights, choices, strict=True), key=lambda pair: (-pair[0], -pair[1].place))
    if not ranked or likely * ranked[0][0] < LIKELY:
        return _unlinked(one, likely)
    also = tuple(other.claim.id for weight, other in ranked[1:] if weight >= ALSO_LIKELY)
    act = Act.DENIAL if one.claim.act is not Act.DEMAND else one.claim.act
    return replace(one.claim, act=act, replies_to=ranked[0][1].claim.id, also_replies_to=also)


def _aimed_at(one: Told, choices: Sequence[Told]) -> Told | None:
    """The claim that the denial's own clause names: `hit back at claims of a rift`, `denied claims that …`."""
    lead = one.lead_words
    if not (lead & words("acts", "rebuffs") or (one.cue and one.denies == "cue")):
        return None
    others = [other for other in choices if other.claim.source != one.claim.source]
    named = [other for other in others if is_between(one, other) or _is_object(one, other)]
    return named[0] if len(named) == 1 else None


def _is_object(one: Told, other: Told) -> bool:
    """Whether another claim is the object of a denial, its noun the cue: `denied [claims that he lied]`."""
    if other.claim.nested_in != one.claim.id or one.denies != "cue" or not other.claim.cue:
        return False
    lead = other.claim.cue[0][0] - one.claim.content[0][0]
    return 0 <= lead <= NEAREST_NOUN and bool(CLAIM_NOUN.fullmatch(other.cue))


def _unlinked(one: Told, likely: float) -> ClaimFinding:
    """A claim that answers no other: still a denial if its cue says so of more than a plan, or its words do."""
    if one.claim.act is Act.DENIAL:
        return one.claim if _denies_unheard(one) else replace(one.claim, act=Act.STATEMENT)
    return replace(one.claim, act=Act.DENIAL) if likely >= SURELY and one.claim.act is Act.STATEMENT else one.claim


def answerable(one: Told, told: Sequence[Told]) -> Iterator[Told]:
    """The claims near another that it may answer."""
    for other in told[max(one.place - FURTHEST_BACK, 0) : one.place + FURTHEST_ON + 1]:
        if other.place != one.place and other.claim.act not in NO_REPLY:
            yield other


def _denies_unheard(one: Told) -> bool:
    """Whether a denial that answers no claim of the article is one all the same, not the rejection of a plan."""
    return one.cue.startswith(SURE_CUES) or bool(CLAIM_NOUN.search(one.content) or POINTING.match(one.content))
