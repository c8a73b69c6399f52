"""Extraction of votes: a sentence's text comes in, what a house did to somebody by its vote goes out as cues."""

from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue, words
from generator.model.words import Result, VoteStatus


def done_to_cues(text: str) -> Iterator[Cue]:
    """Whom a house impeached, acquitted or confirmed, the house told after the deed: "was impeached by the House"."""
    for pattern in _patterns():
        for match in pattern.finditer(text):
            result = Result.REJECTED if match["cleared"] else Result.PASSED
            yield Cue(span=match.span("deed"), status=VoteStatus.HELD, result=result, sure=True, told=True)


@cache
def _patterns() -> tuple[Pattern, ...]:
    kinds = words(lexicon("votes")["legislatures"])
    house = (
        rf"by (?:the |both )?(?:[A-Z][\w.’'-]+ |full |state |lower |upper |city |town |county ){{0,4}}(?i:{kinds})\b"
    )
    deeds = r"(?:(?P<cleared>acquitted)|impeached|convicted|confirmed|expelled|censured|ousted"
    deeds += r"|removed(?: from office)?)"
    nouns = r"(?:(?P<cleared>acquittal)|impeachment|conviction|confirmation|expulsion|censure|ouster|removal)"
    return (
        Pattern(rf"\b(?:was|were|been|being|and) (?:\w+ly )?(?P<deed>{deeds} {house})"),
        Pattern(
            r"\b(?:[Aa]fter|[Ff]ollowing|[Ss]ince|[Dd]espite|[Uu]pon) (?:his|her|their|the|[A-Z][\w’' -]{2,40}['’]s?)"
            rf" (?P<deed>{nouns} (?:of [^.,;]{{3,50}} )?{house})"
        ),
        Pattern(
            r"\bwhom (?:the |both )?(?:[A-Z][\w.’'-]+ |full |state |lower |upper ){0,4}"
            rf"(?i:{kinds}) (?:had|has) (?P<deed>{deeds})\b"
        ),
        # Nobody but a house impeaches.
        Pattern(r"\b(?:was|were) (?:\w+ly )?(?P<deed>impeached)\b(?! by\b)(?P<cleared>(?!))?"),
    )
