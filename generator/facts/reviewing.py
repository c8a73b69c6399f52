"""Layer 1, review: a review under way: the story comes in, decisions are made on it one by one, each safe on disk."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from generator.errors import ReviewError
from generator.facts.apply import apply
from generator.facts.as_read import as_read
from generator.facts.body_pairs import which_bodies_may_be_one
from generator.facts.pairs import Pair, who_may_be_one
from generator.facts.queue import Item, items
from generator.facts.review_file import ReviewFile
from generator.facts.telling import Names, names_in
from generator.model.article import Article
from generator.model.facts import ResolvedOrganization, ResolvedPerson, Story
from generator.model.ids import fold
from generator.model.listed import ListedBody
from generator.model.review import Decision, Note, PlacedDecision, Reviewed


class _State:
    """What is decided at one moment, and what follows from it."""

    def __init__(
        self,
        decisions: Sequence[PlacedDecision],
        reviewed: Reviewed,
        grave_words: tuple[str, ...],
        listed: Sequence[ListedBody],
    ) -> None:
        self.decisions = decisions
        self.reviewed = reviewed
        self.grave_words = grave_words
        self.listed = listed

    @cached_property
    def items(self) -> dict[str, Item]:
        return {item.key: item for item in items(self.reviewed, self.grave_words)}

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        return {pair.key: pair for pair in who_may_be_one(self.reviewed)}

    @cached_property
    def body_pairs(self) -> dict[str, Pair]:
        return {pair.key: pair for pair in which_bodies_may_be_one(self.reviewed, self.listed)}

    @cached_property
    def ids(self) -> Mapping[str, str]:
        found: dict[str, set[str]] = {}
        story = self.reviewed.story
        everybody: tuple[ResolvedPerson | ResolvedOrganization, ...] = (*story.people, *story.organizations)
        for one in everybody:
            for name in (one.name, *one.other_names):
                found.setdefault(fold(name), set()).add(one.id)
        return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


class Review:
    """The decisions that a site has and those that this review adds to one file.

    Args:
        story: the machine's reading.
        reviewed: the same with all decisions applied.
        decisions: those decisions.
        own_ids: resolved ids by those that articles' own files have.
        articles: every article by id.
        grave_words: the words that the site's policy adds to those that make an allegation grave.
        listed: bodies that go by several names.
        file: where new decisions go.
    """

    def __init__(
        self,
        *,
        story: Story,
        reviewed: Reviewed,
        decisions: Sequence[PlacedDecision],
        own_ids: Mapping[str, str],
        articles: Mapping[str, Article],
        grave_words: tuple[str, ...] = (),
        listed: Sequence[ListedBody] = (),
        file: ReviewFile,
    ) -> None:
        self.file = file
        self._story = story
        self.articles = articles
        self._own_ids = own_ids
        self._grave_words = grave_words
        self._listed = listed
        self._state = _State(decisions, reviewed, grave_words, listed)
        self._made: list[bytes] = []

    @property
    def reviewed(self) -> Reviewed:
        """The story with all decisions applied that there are now."""
        return self._state.reviewed

    @property
    def items(self) -> Mapping[str, Item]:
        """All that there is to decide on, decided or not, by key and in the order in which it is looked at."""
        return self._state.items

    @property
    def pairs(self) -> Mapping[str, Pair]:
        """People who may be one person and whom nobody has told apart, by key."""
        return self._state.pairs

    @property
    def body_pairs(self) -> Mapping[str, Pair]:
        """Bodies that may be one and that nobody has told apart, by key."""
        return self._state.body_pairs

    def names_for(self, item: Item) -> Names:
        """What people and organizations are called now, and the claims of the articles that an item stands in."""
        story, places = self.reviewed.story, {report.article for report in item.reports}
        across = {record.id: record for record in (*story.people, *story.organizations)}
        articles = (facts for facts in story.articles if facts.article.id in places)
        return names_in({claim.id: claim for facts in articles for claim in facts.claims}, across)

    @property
    def ids(self) -> Mapping[str, str]:
        """People's and organizations' ids by those of their names, folded, that nobody else has."""
        return self._state.ids

    @property
    def made(self) -> int:
        """How many decisions this review has made and not taken back."""
        return len(self._made)

    def decide(self, decision: Decision) -> tuple[Note, ...]:
        """Add a decision and what it is made on, if it can be applied and no other becomes stale by it.

        Returns:
            What there is to know of it: the decisions that it goes against.

        Raises:
            ReviewError: it cannot, and nothing was written.
        """
        read = as_read(self._story, decision.target)
        made = decision.model_copy(update={"as_read": read}) if read else decision
        before, proposed = self._state, self.file.proposed(made)
        after = self._applied(proposed.decisions)
        known = [(one.placed.file, one.placed.decision) for one in before.reviewed.stale]
        for one in after.reviewed.stale:
            if one.placed is proposed.decisions[-1]:
                raise ReviewError(one.problem.problem, mend=one.problem.mend)
            if (one.placed.file, one.placed.decision) not in known:
                raise one.problem
        for note in after.reviewed.notes:
            if note.against is proposed.decisions[-1]:
                raise ReviewError(f"{note.placed.place} decides otherwise and comes later", mend="change it there")
        self._made.append(self.file.write(proposed))
        self._state = after
        return tuple(note for note in after.reviewed.notes if note.placed is proposed.decisions[-1])

    def undo(self) -> None:
        """Take back the decision that was added last.

        Raises:
            ReviewError: its file has been changed since, and nothing was written.
        """
        self.file.take_back(self._made[-1])
        self._made.pop()
        self._state = self._applied(self.file.decisions())

    def _applied(self, of_file: Sequence[PlacedDecision]) -> _State:
        """What follows once the file holds these decisions; those of other files stay."""
        others = (one for one in self._state.decisions if one.file != self.file.name)
        decisions = sorted((*others, *of_file), key=lambda placed: Path(placed.file))
        reviewed = apply(self._story, decisions, own_ids=self._own_ids, articles=self.articles)
        return _State(decisions, reviewed, self._grave_words, self._listed)
