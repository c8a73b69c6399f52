"""Layer 1, facts compared: one article's records before and after come in, what needs a person's eye goes out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from generator.facts.grave import is_grave, rests_on_one_unnamed, words_of
from generator.facts.kinds import prefix_of
from generator.facts.snapshot import Records
from generator.facts.telling import Names, outcome, sentence, who
from generator.facts.wording import figures, negations
from generator.model.facts import ResolvedPerson
from generator.model.ids import fold
from generator.model.records import Claim, Person, VoteEvent
from generator.model.words import Act

PERSON = (Person, ResolvedPerson)


class AlertKind(StrEnum):
    """Why a change needs a person's eye."""

    NAMED = "source-named"
    RELEASED = "allegation-released"
    SPEAKER = "speaker-changed"
    LOST = "speaker-lost"
    PERSON = "person-renamed"
    DENIAL = "denial-gone"
    ABOUT = "allegation-about-another"
    NEGATION = "negation-changed"
    FIGURE = "figure-changed"
    STATUS = "vote-status-changed"
    RESULT = "result-or-count-changed"


REASONS = {
    AlertKind.NAMED: "an unnamed source is now named",
    AlertKind.RELEASED: "a grave allegation is no longer one unnamed source’s alone",
    AlertKind.SPEAKER: "words are given to somebody else",
    AlertKind.LOST: "words are no longer given to who was named for them",
    AlertKind.PERSON: "a person has another name",
    AlertKind.DENIAL: "a denial is no longer told",
    AlertKind.ABOUT: "an allegation is about somebody else",
    AlertKind.NEGATION: "what was said has a “not” more or less",
    AlertKind.FIGURE: "what was said has another figure",
    AlertKind.STATUS: "a vote has another status",
    AlertKind.RESULT: "a vote has another result or count",
}


@dataclass(frozen=True, kw_only=True)
class Alert:
    """A change that needs a person's eye: in which article, of which record, and what it is, in words."""

    kind: AlertKind
    place: str
    record: str
    words: str


def alerts(place: str, before: Records, after: Records, pairs: Mapping[str, str], names: Names) -> Iterator[Alert]:
    """What needs a person's eye, the gravest kind first.

    Args:
        place: the article.
        before: its records as they were, by id.
        after: its records as they are.
        pairs: the id that each record has now, by the one that it had; those that have gone are left out.
        names: what people and organizations are called.
    """
    found = []
    for key, old in before.items():
        new = after.get(pairs.get(key, ""))
        if isinstance(old, Claim) and isinstance(new, Claim):
            of_claims = (_source(old, new, pairs, names), _about(old, new, pairs, names), _said(old, new, names))
            found += [(kind, new.id, words) for kind, words in chain.from_iterable(of_claims)]
        if isinstance(old, PERSON) and isinstance(new, PERSON) and _is_renamed(old.name, new.name):
            found.append((AlertKind.PERSON, new.id, f"{old.name} → {new.name}"))
        if isinstance(old, VoteEvent) and isinstance(new, VoteEvent):
            found += [(kind, new.id, words) for kind, words in _vote(old, new)]
    found += [(AlertKind.DENIAL, key, words) for key, words in _denials(before, after, pairs, names)]
    for kind, record, words in sorted(found, key=lambda one: list(AlertKind).index(one[0])):
        yield Alert(kind=kind, place=place, record=record, words=words)


def _source(old: Claim, new: Claim, pairs: Mapping[str, str], names: Names) -> Iterator[tuple[AlertKind, str]]:
    change = f"{who(old, names)} → {sentence(new, names)}"
    was, now = _speakers(old, pairs), _speakers(new, {})
    if new.attribution.is_named and not old.attribution.is_named:
        yield AlertKind.NAMED, change
    elif now - was:
        yield AlertKind.SPEAKER, change
    elif was - now or (old.attribution.is_named and not new.attribution.is_named):
        yield AlertKind.LOST, change
    elif _is_released(old, new):
        yield AlertKind.RELEASED, change


def _is_released(old: Claim, new: Claim) -> bool:
    """Whether a grave allegation of one unnamed source is by now nobody's that would be held back for that."""
    is_alone = rests_on_one_unnamed(old) and not rests_on_one_unnamed(new)
    return is_alone and is_grave(words_of(old)) and is_grave(words_of(new))


def _is_renamed(old: str, new: str) -> bool:
    """Whether a name is another, and not only longer or shorter."""
    words, its = ({*fold(name).split()} for name in (old, new))
    return not (words <= its or its <= words)


def _speakers(claim: Claim, pairs: Mapping[str, str]) -> set[str]:
    return {pairs.get(one, one) for one in (claim.speaker, *claim.joint_with) if one is not None}


def _about(old: Claim, new: Claim, pairs: Mapping[str, str], names: Names) -> Iterator[tuple[AlertKind, str]]:
    """Whom an allegation, or what one source without a name tells, is about now and was not before."""
    was = {pairs.get(one, one) for one in old.about}
    others = [one for one in new.about if one not in was and prefix_of(one) == "per"]
    if others and (new.act is Act.ALLEGATION or rests_on_one_unnamed(new)):
        before, now = (", ".join(names.get(one, one) for one in those) or "nobody" for those in (old.about, others))
        yield AlertKind.ABOUT, f"{before} → {now}: {sentence(new, names)}"


def _said(old: Claim, new: Claim, names: Names) -> Iterator[tuple[AlertKind, str]]:
    """Words in which a figure or a negation is another, though the claim is the same."""
    before, after = (" … ".join(one.content) for one in (old, new))
    change = f"“{before}” → {sentence(new, names)}"
    if negations(before) != negations(after):
        yield AlertKind.NEGATION, change
    if _is_replaced(Counter(figures(before)), Counter(figures(after))):
        yield AlertKind.FIGURE, change


def _is_replaced(before: Counter[str], after: Counter[str]) -> bool:
    return bool(before - after and after - before)


def _vote(old: VoteEvent, new: VoteEvent) -> Iterator[tuple[AlertKind, str]]:
    change = f"{new.motion}: {outcome(old)} → {outcome(new)}"
    if old.status is not new.status:
        yield AlertKind.STATUS, change
    elif (old.result, old.counts) != (new.result, new.counts):
        yield AlertKind.RESULT, change


def _denials(before: Records, after: Records, pairs: Mapping[str, str], names: Names) -> Iterator[tuple[str, str]]:
    """Claims that stand undenied now, and denials that went without what they deny, or with their whole article."""
    denied = _denied(after)
    told = set()
    for key, deniers in _denied(before).items():
        now = pairs.get(key)
        if now is not None and now not in denied:
            told |= deniers
            yield now, f"not denied any more: {sentence(after[now], names)}"
        elif now is None:
            told |= deniers
    if not after:  # The article has gone, with what is denied in it; that it was denied has gone too.
        told = set()
    for key, old in before.items():
        new = after.get(pairs.get(key, ""))
        if isinstance(old, Claim) and old.act is Act.DENIAL and key not in told:
            if new is None:
                yield key, f"gone: {sentence(old, names)}"
            elif isinstance(new, Claim) and new.act is not Act.DENIAL:
                yield new.id, f"no denial any more: {sentence(new, names)}"


def _denied(records: Records) -> dict[str, set[str]]:
    """The ids of the denials of each claim that is denied."""
    found: dict[str, set[str]] = {}
    for key, record in records.items():
        if isinstance(record, Claim) and record.act is Act.DENIAL:
            for answered in (record.replies_to, *record.also_replies_to):
                if answered is not None:
                    found.setdefault(answered, set()).add(key)
    return found
