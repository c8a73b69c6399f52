"""Layer 1, policy: a claim comes in, whether it is a grave allegation against somebody that nobody named stands for.

The rule, in order: the claim tells something of a named person (it is about one, or its evidence names one, in full if
it is another article that says who that is, or has a pronoun for one); nobody who says so is named, and the source's
description does not count more than one; its words hold one of `grave.yml`, and not merely as a subject (“the abuse
inquiry”). Denials, promises, plans, “no comment” and what clears somebody (“no evidence that”) allege nothing.
"""

from collections.abc import Collection, Iterable, Iterator

from generator.facts.grave_words import charges, exonerates, listed, words_in
from generator.facts.kinds import prefix_of
from generator.model.facts import ResolvedPerson
from generator.model.ids import fold
from generator.model.records import Claim, Person
from generator.model.words import Act, Attribution

NOT_ALLEGING = frozenset((Act.DENIAL, Act.NO_COMMENT, Act.PROMISE, Act.INTENTION))
LONGEST_NAME = 5


def is_grave_on_no_name(
    claim: Claim,
    people: Iterable[Person],
    names: Collection[str] = (),
    more_words: tuple[str, ...] = (),
    *,
    by_its_words: bool = False,
) -> bool:
    """Whether a claim is a grave allegation against a named person that rests on one unnamed source alone.

    Args:
        claim: the claim.
        people: those whom its article names.
        names: the full names of those whom any article names, as `full_names` gives them.
        more_words: words that are grave beside those of `grave.yml`.
        by_its_words: whether it counts only whom the claim's own words name, since others stand around them.
    """
    told = claim.content if by_its_words else tuple(one.exact for one in claim.evidence)
    return (
        rests_on_one_unnamed(claim)
        and is_grave(words_of(claim), more_words)
        and (is_of_somebody(claim) or _names_somebody(told, claim.source, people, names))
    )


def rests_on_one_unnamed(claim: Claim) -> bool:
    """Whether a claim alleges something and nobody who says so is named, nor more than one who is not."""
    if is_by_name(claim) or not alleges(claim):
        return False
    described = words_in(claim.source or "")
    return described[:1] == ["one"] or not listed("several") & set(described)


def is_by_name(claim: Claim) -> bool:
    """Whether a claim's source has a name or holds a post; “a source” does neither, whatever it was taken for."""
    source = claim.source or ""
    if not claim.attribution.is_named or claim.speaker or claim.joint_with or not source:
        return claim.attribution.is_named
    first, *others = source.split()
    if fold(first) in listed("of_no_name"):
        return False
    told = others or [first]
    return claim.attribution is Attribution.NAMED_ORGANIZATION or any(word[0].isupper() for word in told)


def alleges(claim: Claim) -> bool:
    """Whether a claim says that something is so, rather than that it is not, will be or nothing speaks for it."""
    return claim.act not in NOT_ALLEGING and not exonerates(words_of(claim))


def words_of(claim: Claim) -> str:
    """A claim's words, with a mark for what stands between them."""
    return " … ".join(claim.content)


def full_names(people: Iterable[Person | ResolvedPerson]) -> frozenset[str]:
    """The names of some people that are of more than one word, as evidence is looked through for them."""
    told = (words_in(name) for one in people for name in (one.name, *one.other_names))
    return frozenset(" ".join(words) for words in told if len(words) > 1)


def is_of_somebody(claim: Claim) -> bool:
    """Whether a claim is about a person who has a name."""
    return any(prefix_of(one) == "per" for one in claim.about)


def is_grave(words: str, more_words: tuple[str, ...] = ()) -> bool:
    """Whether words tell of a grave deed, and not only of a subject that is called after one."""
    return bool(charges(words, more_words))


def _names_somebody(words: Iterable[str], source: str | None, people: Iterable[Person], names: Collection[str]) -> bool:
    """Whether some words, but for the source's description in them, name a person or have a pronoun for one."""
    told = [words_in(one.replace(source or "\0", " ")) for one in words]
    surnames = {word for one in people for name in (one.name, *one.other_names) for word in words_in(name)[-1:]}
    known = surnames | listed("pronouns")
    return any(word.removesuffix("'s") in known for words in told for word in words) or any(
        tells_name(" ".join(words), names) for words in told
    )


def tells_name(words: str, names: Collection[str]) -> bool:
    """Whether some words have one of some full names in them."""
    return bool(names) and any(run in names for run in _runs(words_in(words)))


def _runs(words: list[str]) -> Iterator[str]:
    """Every few words that follow one another, for a name may be any of them."""
    for length in range(2, LONGEST_NAME + 1):
        for at in range(len(words) - length + 1):
            yield " ".join(words[at : at + length]).removesuffix("'s")
