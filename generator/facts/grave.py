"""Layer 1, policy: a claim comes in, whether it is a grave allegation against somebody that nobody named stands for.

The rule, in order: the claim tells something of a named person (it is about one, or its evidence names one or has a
pronoun for one); nobody who says so is named, and the source's description does not count more than one; its words
hold one of `grave.yml`, and not merely as a subject (“the abuse inquiry”). Denials, promises, plans and “no comment”
allege nothing.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from generator.errors import FactsError
from generator.facts.kinds import prefix_of
from generator.model.ids import fold
from generator.model.records import Claim, Person
from generator.model.words import Act
from generator.strict_yaml import load

NOT_ALLEGING = frozenset((Act.DENIAL, Act.NO_COMMENT, Act.PROMISE, Act.INTENTION))
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def is_grave_on_no_name(claim: Claim, people: Iterable[Person], more_words: tuple[str, ...] = ()) -> bool:
    """Whether a claim is a grave allegation against a named person that rests on one unnamed source alone.

    Args:
        claim: the claim.
        people: those whom its article names.
        more_words: words that are grave beside those of `grave.yml`.
    """
    return (
        rests_on_one_unnamed(claim)
        and is_grave(" … ".join(claim.content), more_words)
        and (is_of_somebody(claim) or _names_somebody(claim, people))
    )


def rests_on_one_unnamed(claim: Claim) -> bool:
    """Whether a claim alleges something and nobody who says so is named, nor more than one who is not."""
    if claim.attribution.is_named or claim.act in NOT_ALLEGING:
        return False
    described = _words(claim.source or "")
    return described[:1] == ["one"] or not _listed("several") & set(described)


def is_of_somebody(claim: Claim) -> bool:
    """Whether a claim is about a person who has a name."""
    return any(prefix_of(one) == "per" for one in claim.about)


def is_grave(words: str, more_words: tuple[str, ...] = ()) -> bool:
    """Whether words tell of a grave deed, and not only of a subject that is called after one."""
    told = _harmless().sub(" ", " ".join(_words(words)))
    return any(not _is_subject(told, found) for found in _pattern(more_words).finditer(told))


def _is_subject(told: str, found: re.Match[str]) -> bool:
    after = told[found.end() :].split()[:1]
    before = told[: found.start()].split()
    return (bool(after) and after[0] in _listed("subject_after")) or bool(
        {" ".join(before[-1:]), " ".join(before[-2:])} & _listed("subject_before")
    )


def _names_somebody(claim: Claim, people: Iterable[Person]) -> bool:
    """Whether a claim's evidence, but for its source's description, names a person or has a pronoun for one."""
    told = {word for one in claim.evidence for word in _words(one.exact.replace(claim.source or "\0", " "))}
    surnames = {word for one in people for name in (one.name, *one.other_names) for word in _words(name)[-1:]}
    return bool({word.removesuffix("'s") for word in told} & (surnames | _listed("pronouns")))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


@cache
def _pattern(more_words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any grave word in folded words that are joined by single spaces."""
    return _any_of({word for group in _data()["words"].values() for word in group} | set(more_words))


@cache
def _harmless() -> re.Pattern[str]:
    return _any_of(_listed("harmless"))


def _any_of(entries: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some entries, the longer of two that begin alike."""
    spelled = (" ".join(_spelled(word) for word in fold(entry).split()) for entry in sorted(entries, reverse=True))
    return re.compile(rf"(?<!\S)(?:{'|'.join(spelled)})(?!\S)")


def _spelled(word: str) -> str:
    return rf"{re.escape(word.removesuffix('*'))}\S*" if word.endswith("*") else rf"{re.escape(word)}(?:'s)?"


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_data()[name])


@cache
def _data() -> Any:
    listed = files("generator.facts").joinpath("grave.yml")
    return load(listed.read_text(encoding="utf-8"), file=listed.name, error=FactsError).value
