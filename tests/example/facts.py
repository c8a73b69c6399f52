"""The example's facts as its expectations speak of them: articles by their seeds, everyone by any of their names."""

from collections.abc import Iterator
from typing import Any

from generator.model.facts import ResolvedOrganization, ResolvedPerson, Story
from generator.model.records import Claim, Discrepancy, VoteEvent

Entry = dict[str, Any]
Named = ResolvedPerson | ResolvedOrganization


class Facts:
    """A story, asked by names and by pieces of words."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.articles = {each.article.id.removeprefix("art-"): each for each in story.articles}
        self._named: dict[str, Named] = {one.id: one for one in (*story.people, *story.organizations)}

    def names(self, reference: str | None) -> set[str]:
        """Everything that a record is called, or the words that stand for it; nothing for nobody."""
        one = self._named.get(reference or "")
        if one is None:
            return {reference} if reference else set()
        prefix = one.honorific_prefix if isinstance(one, ResolvedPerson) else None
        called = {one.name, *one.other_names}
        return called | {f"{prefix} {name}" for name in called if prefix}

    def name(self, reference: str) -> str:
        """What a record is called, for messages."""
        return self._named[reference].name

    def called(self, name: str) -> list[Named]:
        """The records that bear a name."""
        return [one for one in self._named.values() if name in self.names(one.id)]

    def has_role(self, person: str, role: str) -> bool:
        """Whether an article gives somebody a role, written `role` or `role @ body`."""
        words, _, body = role.partition(" @ ")
        return any(
            words in given.role and (not body or body in self.names(given.organization))
            for facts in self.story.articles
            for given in facts.memberships
            if given.person == person
        )

    def claims(self, article: str, words: str) -> list[Claim]:
        """The claims whose content holds these words, the innermost first."""
        found = [claim for claim in self.articles[article].claims if any(words in piece for piece in claim.content)]
        return sorted(found, key=lambda claim: sum(map(len, claim.content)))

    def answered(self, article: str, claim: Claim) -> list[Claim]:
        """The claims that one answers."""
        ids = {claim.replies_to, *claim.also_replies_to}
        return [one for one in self.articles[article].claims if one.id in ids]

    def votes(self, article: str, words: str = "") -> list[VoteEvent]:
        """The votes of an article whose motion or bill holds these words."""
        return [vote for vote in self.articles[article].votes if words in f"{vote.motion} / {vote.bill}"]

    def joined_votes(self) -> Iterator[dict[str, list[VoteEvent]]]:
        """The reports of each vote that several tell of, by article."""
        for joined in self.story.votes:
            told: dict[str, list[VoteEvent]] = {}
            for report in joined.reports:
                article = report.article.removeprefix("art-")
                told.setdefault(article, []).extend(v for v in self.articles[article].votes if v.id == report.record)
            yield told

    def discrepancies(self) -> Iterator[tuple[str | None, Discrepancy]]:
        """Every disagreement, with the article that holds both sides or None where articles disagree."""
        yield from ((None, one) for one in self.story.discrepancies)
        yield from ((name, one) for name, facts in self.articles.items() for one in facts.discrepancies)
