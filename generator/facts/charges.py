"""Layer 1, policy: who is charged with what, and by whom: a story comes in, what is alleged of a person goes out.

A named source stands for what an unnamed one alleges if it says the same words of the same person, or tells it of the
source. Denials, promises and “no comment” stand for nothing, and nor do the words of the accused, who gives what
others say: such a claim within a claim is an echo, and is known only if somebody else is known to allege the like.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from generator.facts.grave import alleges, full_names, is_by_name, tells_name, words_of
from generator.facts.grave_words import charges, exonerates
from generator.facts.kinds import prefix_of
from generator.model.facts import ArticleFacts, Story
from generator.model.ids import fold
from generator.model.records import Claim
from generator.model.words import Act, DiscrepancyKind


def answered_by(claim: Claim) -> tuple[str, ...]:
    """The ids of the claims that a claim answers."""
    return tuple(one for one in (claim.replies_to, *claim.also_replies_to) if one is not None)


def is_echo(claim: Claim, facts: ArticleFacts) -> bool:
    """Whether a claim is told within one that denies it, or within the words of whom alone it is about."""
    return any(not alleges(outer) or _accused(claim) == _speakers(outer) for outer in _around(claim, facts))


class Charges:
    """Which kinds of grave deed are alleged of whom; where it is not known of whom, of anybody else in that article."""

    def __init__(self, story: Story, but: Collection[str], more_words: tuple[str, ...] = ()) -> None:
        self._story, self._but, self._more_words = story, frozenset(but), more_words

    @cached_property
    def _told(self) -> tuple[Mapping[str, set[str]], Mapping[str, list[Claim]]]:
        """The kinds for each person, and for each article the claims of which it is not known of whom they are."""
        of: dict[str, set[str]] = defaultdict(set)
        of_unknown: dict[str, list[Claim]] = defaultdict(list)
        for facts in self._story.articles:
            for claim in facts.claims:
                around = {claim.id, *(outer.id for outer in _around(claim, facts))}
                if around.isdisjoint(self._but) and alleges(claim) and not is_echo(claim, facts):
                    for one in _accused(claim) - _speakers(claim):
                        of[one] |= self.in_words_of(claim)
                    if not _accused(claim) and self.in_words_of(claim):
                        of_unknown[facts.article.id].append(claim)
        return of, of_unknown

    def has(self, claim: Claim, facts: ArticleFacts) -> bool:
        """Whether what a claim tells of is alleged of one whom it is by or about."""
        told, whom = self.in_words_of(claim), _accused(claim) | _speakers(claim)
        of, of_unknown = self._told
        return any(not told.isdisjoint(of.get(one, ())) for one in whom) or any(
            not told.isdisjoint(self.in_words_of(one)) and whom.isdisjoint(_speakers(one))
            for one in of_unknown.get(facts.article.id, ())
        )

    def in_words_of(self, claim: Claim) -> frozenset[str]:
        """The kinds of grave deed that a claim's words tell of."""
        return charges(words_of(claim), self._more_words)


class Backing:
    """What named sources stand for, in any article."""

    def __init__(self, story: Story, more_words: tuple[str, ...] = ()) -> None:
        self._story, self._more_words = story, more_words
        self._named: dict[str, set[str]] = defaultdict(set)
        for facts in story.articles:
            for claim in facts.claims:
                told = (claim, *_around(claim, facts))
                if all(map(is_by_name, told)) and alleges(claim) and not is_echo(claim, facts):
                    self._named[fold(" ".join(claim.content))].update(claim.about)
        self._disputed = {
            (value.article, value.evidence)
            for one in story.discrepancies
            if one.kind is DiscrepancyKind.SOURCE
            for value in one.values
        }

    def stands_for(self, claim: Claim, facts: ArticleFacts) -> bool:
        """Whether a named source has a claim's words of the same person too, tells it, or may be its source."""
        return (
            not self._named.get(fold(" ".join(claim.content)), set()).isdisjoint(claim.about)
            or (facts.article.id, claim.evidence[0]) in self._disputed
            or (not is_echo(claim, facts) and any(map(is_by_name, _around(claim, facts))))
        )

    def charges_but(self, held: Collection[str]) -> Charges:
        """What is alleged in all claims but some."""
        return Charges(self._story, held, self._more_words)


class StrayDenials:
    """Denials of which it is not known what they answer, and which tell what is held back."""

    def __init__(self, story: Story, held: Collection[str], more_words: tuple[str, ...] = ()) -> None:
        self._known = Charges(story, held, more_words)
        self._held: dict[str, list[Claim]] = defaultdict(list)
        self._of: dict[str, set[str]] = defaultdict(set)
        for facts in story.articles:
            for claim in facts.claims:
                if claim.id in held:
                    self._held[facts.article.id].append(claim)
                    for one in _accused(claim):
                        self._of[one] |= self._known.in_words_of(claim)
        self._names = {one.id: full_names([one]) for one in story.people if one.id in self._of}

    def tell(self, claim: Claim, facts: ArticleFacts) -> bool:
        """Whether a claim is such a denial, or clears somebody; one of a charge that is known is not."""
        if not (claim.act is Act.DENIAL or exonerates(words_of(claim))) or answered_by(claim):
            return False
        told = self._known.in_words_of(claim)
        if not told:
            return False
        named = (
            one for one, names in self._names.items() if any(tells_name(part.exact, names) for part in claim.evidence)
        )
        whom = {*_accused(claim), *_speakers(claim), *named}
        return (
            any(told & self._of.get(one, set()) for one in whom)
            or any(self._is_of(held, whom, told) for held in self._held.get(facts.article.id, ()))
        ) and not self._known.has(claim, facts)

    def _is_of(self, held: Claim, whom: Collection[str], told: Collection[str]) -> bool:
        """Whether a claim of the denial's article is about whom it is, or, if that is not known, of the like."""
        if any(prefix_of(one) == "per" for one in whom):
            return not _accused(held).isdisjoint(whom)
        return not self._known.in_words_of(held).isdisjoint(told)


def _around(claim: Claim, facts: ArticleFacts) -> Iterator[Claim]:
    """The claims that one is told within, from the nearest outwards."""
    by_id = {one.id: one for one in facts.claims} if claim.nested_in else {}
    while (outer := by_id.pop(claim.nested_in or "", None)) is not None:
        yield outer
        claim = outer


def _accused(claim: Claim) -> frozenset[str]:
    return frozenset(one for one in claim.about if prefix_of(one) == "per")


def _speakers(claim: Claim) -> frozenset[str]:
    return frozenset(one for one in (claim.speaker, *claim.joint_with) if one is not None)
