"""Claims, stage 9: a description and somebody come in; whether it is of another, by a party or a post, goes out."""

import re
from functools import cache

from generator.extract.findings import OrganizationFinding, PersonFinding
from generator.extract.lexicon import words
from generator.extract.names.heads import SHADOW
from generator.extract.names.institutions import classify, known_bodies
from generator.model.ids import fold
from generator.model.words import Classification

WORD = re.compile(r"[\w’'-]+")
POSSESSOR = re.compile(r"\A.*['’]s? ")
LONGEST_PARTY = 4
HIGHEST = frozenset(("prime", "first", "chief"))
"""What tells the one post of a name that is above all others of it: a `first minister`, a `chief justice`."""
TOLD_APART = frozenset({Classification.PARTY, Classification.COURT, Classification.COUNCIL})
"""Kinds of bodies whose nouns mean none of another kind."""


def is_unlike(written: str, noun: str, person: PersonFinding) -> bool:
    """Whether somebody is of another party than a description tells, or has another post that goes by its noun.

    `The Tory member` is no Labour councillor, `the health secretary` no education secretary.
    """
    own = WORD.findall(POSSESSOR.sub("", written))
    party, of_person = _party(own), _party(WORD.findall(person.party or ""))
    if party and of_person and party != of_person:
        return True
    before = [fold(word) for word in own]
    told = set(before[: before.index(noun)] if noun in before else ())
    posts = [set(post) for role in person.roles if noun in (post := fold(role.role).split())]
    return bool(posts) and all(_is_other_post(told, post) for post in posts)


def is_other_body(noun: str, body: OrganizationFinding) -> bool:
    """Whether a body is of another kind than its noun tells: `the tribunal` is no police force."""
    kind = classify(noun)
    return kind in TOLD_APART and body.classification not in {None, kind} and noun not in fold(body.name).split()


def _is_other_post(told: set[str], post: set[str]) -> bool:
    if (told & HIGHEST) - post:  # "the prime minister" is no minister of the Foreign Office
        return True
    own, told = post & _telling(), told & _telling()
    return bool((told and own and not told <= own) or (SHADOW in own and SHADOW not in told))


def _party(written: list[str]) -> str | None:
    """The first name of the party that words with a capital name."""
    for first, word in enumerate(written):
        for last in range(first + LONGEST_PARTY, first, -1):
            known = known_bodies().get(tuple(fold(one) for one in written[first:last])) if word[0].isupper() else None
            if known is not None and known[1] is Classification.PARTY:
                return known[0]
    return None


@cache
def _telling() -> frozenset[str]:
    """The words that tell which of the posts of one name somebody has."""
    return words("roles", "modifiers") - words("roles", "whose") - words("roles", "ranking")
