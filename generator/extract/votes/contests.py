"""Extraction of votes: a text comes in, the elections that it names go out, verbatim."""

import re
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import words
from generator.extract.votes.elections import NO_HEAD, names_election
from generator.extract.votes.stops import STOP

NAMED_CONTEST = Pattern(r"[A-Z]|leader|mayor|general|\d\d", re.MULTILINE)


NEAR = 90  # characters between a cue and the election that it is of


# Where an election is held, which names it only where nothing else does.
WHERE = Pattern(r"\b(?:ward|constituency)$", re.IGNORECASE)
# Those of a party who sit together, and no election: "Labor's caucus".
CAUCUS = Pattern(r"(?:.*['’]s?|.*\b(?:his|her|its|their|our))(?: own)? caucus", re.IGNORECASE)
# Somebody called Ward: "Justice Ellen Ward", and no ward of a council.
LIKE_A_PERSON = Pattern(r"(?:[A-Z][\w.’'-]* )+Ward")
# How many of something were won, and no contest: "326 seats"; or how many are needed.
SO_MANY = Pattern(
    r"[\d,]{1,15} .*|(?:(?:an?|the) )?(?:two-thirds|three-fifths|three-quarters|simple|absolute|bare|super) ?majority",
    re.IGNORECASE,
)
# What is won in an election, before its name.
SEATS_IN = Pattern(r"[^.;]{0,80}?\b(?:seats|majority|votes?)\b[^.;]{0,60}? (?:in|at) (?=\S)", re.IGNORECASE)


# What is no part of an election's name before its noun.
NO_PART = (
    r"the|an?|its|his|her|their|of|to|in|on|at|by|for|with|from|as|after|before|during|since|ahead|and|or|but|that|which|who|when|if|not|also|up"
    r"|won|wins?|winning|lost|lose|losing|took|taking|held|holds?|holding|clinched|secured|retained|regained|swept|gained|captured|conduct|scheduled|continue"
    r"|is|are|was|were|be|been|has|have|had|will|would|he|she|it|they|[\d,]+,\d+"
)


@cache
def _kinds() -> Pattern:
    return Pattern(rf"(?:{_nouns()})\b", re.IGNORECASE)


def _nouns() -> str:
    return words([*lexicon("votes")["elections"], *lexicon("votes")["prizes"], "referendum"])


@cache
def _contest_phrase() -> Pattern:
    kinds = rf"(?!majority of [\d,]+\b)(?:{_nouns()})"
    word = rf"(?!(?:{NO_PART})\s)[\w’'-]+\s"
    return Pattern(
        rf"(?<![\w,’'-])(?:(?:the|an?|its|his|her|their)\s)?(?:{word}){{0,6}}?(?:re-)?(?:{kinds})\b{NO_HEAD}"
        r"(?:\s(?:in|of|to(?! (?:him|her|them|Mr|Mrs|Ms|Dr|former|then|ex|fellow)\b)|as|for)\s"
        rf"[^,.;]*?(?={STOP.pattern}| (?:was|were|is|are|has|have|had|will|would)\b))?",
        re.IGNORECASE,
    )


def contests(text: str) -> list[str]:
    """The elections that a text names by more than a bare noun: "the Longford by-election"."""
    if not _kinds().search(text):
        return []
    named = (_election_itself(m.group()) for m in _contest_phrase().finditer(text))
    named = (phrase for phrase in named if len(phrase.split()) > 1 and NAMED_CONTEST.search(phrase))
    none = (LIKE_A_PERSON, CAUCUS, SO_MANY)
    return [phrase for phrase in named if not any(way.fullmatch(phrase) for way in none)]


def _election_itself(phrase: str) -> str:
    """The election in which seats or a majority are won: "338 seats in the federal election" names the last words."""
    seats = SEATS_IN.match(phrase)
    return (phrase[seats.end() :] if seats and names_election(phrase[seats.end() :]) else phrase).strip(" ,")


def nearest_contest(text: str, first: int, last: int) -> str | None:
    """The election named nearest to a cue, which stands from `first` to `last`, or None."""
    named = [
        (WHERE.search(phrase) is not None, max(m.start() - last, first - m.end(), 0), phrase)
        for m in _contest_phrase().finditer(text)
        if (len((phrase := _election_itself(m.group())).split()) > 1 or phrase.casefold() == "re-election")
        and not CAUCUS.fullmatch(phrase)
    ]
    nearest = min((found for found in named if found[1] < NEAR), key=lambda found: found[:2], default=None)
    return nearest[2] if nearest else None
