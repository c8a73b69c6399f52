"""Extraction's last look, before and after: the cast comes in, one act put before a thing and after it goes out.

`Mr Dale resigned hours before the report was published. … Rivals say that he resigned only after the report came out.`
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.extract.cast import Cast
from generator.extract.discrepancies.clauses import Values, sentence_of
from generator.extract.discrepancies.comparing import pairs
from generator.extract.discrepancies.figures import HOURS
from generator.extract.discrepancies.senses import sense
from generator.extract.document import Document, span_of
from generator.extract.findings import Span, ValueFinding
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern
from generator.extract.tokens import Token

SIDES = frozenset(["before", "after"])
DONE_ONCE = frozenset(map(sense, words("discrepancies", "done_once")))
SUBJECTS = ("nsubj", "nsubj:pass")
UNREAL = Pattern(r"(?i)\b(?:not|never|would|could|should|will|might|may|if|before or after)\b|n['’]t\b")
MOST_STEPS = 3
TIMES = frozenset(map(sense, (*HOURS, "day", "time", "morning", "evening")))


@dataclass(frozen=True)
class _Placed:
    """An act told as before or after something.

    Attributes:
        who: whose act it is, None where the words for them are no mention.
        what: what is acted on, None where a pronoun stands for it or nothing is.
        things: what it is before or after.
    """

    did: str
    who: str | None
    what: str | None
    side: str
    things: frozenset[str]
    act: Span
    told: Span


def find_before_and_after(document: Document, cast: Cast) -> Iterator[Values]:
    """The clauses that put what one person did but once before a thing, and after it; one pair an article."""
    placed = tuple(_placed(document, cast))
    for one, other in pairs(placed):
        doers = {each.who for each in placed if each.did == one.did} - {None}
        known = one.who == other.who is not None or (None in (one.who, other.who) and len(doers) == 1)
        if known and _disagree(one, other) and sentence_of(document, one.act) != sentence_of(document, other.act):
            yield tuple(
                ValueFinding(value=document.quote(each.told), spans=((each.act[0], each.told[1]),))
                for each in (one, other)
            )
            return


def _disagree(one: _Placed, other: _Placed) -> bool:
    """Whether one thing is done to one thing on two sides of a third."""
    same = one.did == other.did and (one.what == other.what or None in (one.what, other.what))
    return same and one.side != other.side and not one.things.isdisjoint(other.things)


def _placed(document: Document, cast: Cast) -> Iterator[_Placed]:
    for mark in document.tokens:
        verb = _act(mark.head) if mark.lower_ in SIDES and mark.dep_ in ("mark", "case") else None
        subject = _child(verb, SUBJECTS) if verb else None
        if verb is None or subject is None or verb.i > mark.i or UNREAL.search(document.text[subject.idx : mark.idx]):
            continue
        mention, within = cast.at(subject.idx), tuple(mark.head.subtree)
        if mention is None and subject.pos_ in ("PROPN", "PRON"):
            continue
        what = _child(verb, ("obj",))
        yield _Placed(
            did=sense(verb.lemma_.lower()),
            who=mention.entity if mention else None,
            what=None if what is None or what.pos_ == "PRON" else sense(what.lemma_.lower()),
            side=mark.lower_,
            things=frozenset(_senses(token for token in within if token.i > mark.i)) - TIMES,
            act=span_of(verb),
            told=(mark.idx, max(span_of(token)[1] for token in within)),
        )


def _child(verb: Token, relations: tuple[str, ...]) -> Token | None:
    return next((child for child in verb.children if child.dep_ in relations), None)


def _senses(tokens: Iterable[Token]) -> Iterator[str]:
    return (sense(token.lemma_.lower()) for token in tokens if token.pos_ == "NOUN")


def _act(token: Token) -> Token | None:
    """The verb for what is done once that a clause or a noun after `before` goes with."""
    for _ in range(MOST_STEPS):
        token = token.head
        if token.pos_ == "VERB" and sense(token.lemma_.lower()) in DONE_ONCE:
            return token
    return None
