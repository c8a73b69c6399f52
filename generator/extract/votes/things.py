"""Extraction of votes: a text comes in, the noun phrases for what can be voted on in it go out."""

from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import words
from generator.extract.votes.stops import shortened, stop_at


def thing_phrases(text: str) -> list[str]:
    """The noun phrases of a text whose head is what is voted on: "a Labour amendment to the Bill"."""
    found = []
    for match in _phrase().finditer(text):
        end = stop_at(text, match.end("head")) if match["more"] else match.end("head")
        phrase = shortened(text[match.start() : end]).strip(" ,")
        found.append(phrase.removeprefix("whose "))
    return found


@cache
def _phrase() -> Pattern:
    more = (
        r"(?P<more>\s(?:of|to|on|for|against|calling|demanding|that|which|by|from|in|regretting|moved|tabled"
        r"|asking|urging|criticising|condemning"
        r"|banning|barring|prohibiting|outlawing|requiring|allowing|limiting|legali[sz]ing|authori[sz]ing|extending"
        r"|raising|creating|making|giving)\b)?"
    )
    owner = (
        r"(?:(?i:an?|the|its|his|her|their|whose|one|another|that|this)\s(?:(?!(?:an?|the|its|his|her|their"
        r"|another|to|of|in|on|at|by|for|from|with|gave|held|took|had|has|voted|passed|rejected|approved)\s)[\w’'-]+\s){0,3}?|(?:[A-Z][\w’'.-]+\s){1,3}?)"
    )
    # What names who meets over it is no thing: "the assembly's budget committee".
    number = r"(?:(?:(?<=Bill)|(?<=Motion)|(?<=Resolution)|(?<=Amendment)|(?<=Measure))\s\d+\b)?"
    ends = r"(?!\s(?i:(?:sub-?)?(?:committee|commission|panel|group|office|minister|motion|resolution|bill)s?)\b)"
    return Pattern(rf"\b{owner}(?P<head>{strict_things().pattern}{number}){ends}{more}")


@cache
def things() -> Pattern:
    """The nouns for what is voted on."""
    lists = lexicon("votes")
    nouns = words([*lists["motions"]["strict"], *lists["motions"]["loose"]])
    return Pattern(rf"\b(?i:{nouns})s?\b(?!-[a-z])")


@cache
def strict_things() -> Pattern:
    """The nouns for what is voted on and for nothing else."""
    return Pattern(rf"\b(?i:{words(lexicon('votes')['motions']['strict'])})s?\b")
