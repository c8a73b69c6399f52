"""What the example's facts state and its articles do not say, each as a line of words for messages and expected.yml."""

from collections.abc import Iterator

from example.facts import Entry, Facts
from example.reaching import disagrees, is_named, pieces
from generator.model.records import VoteEvent

Expected = dict[str, list[Entry]]


def wrong(facts: Facts, expected: Expected) -> set[str]:
    """All that is stated and not expected: people, roles, speakers of expected words, answers, votes, discrepancies."""
    finders = (_strangers, _roles, _speakers, _replies, _votes, _joins, _disagreements)
    return {line for finder in finders for line in finder(facts, expected)}


def _strangers(facts: Facts, expected: Expected) -> Iterator[str]:
    known = {name for one in _everyone(expected) for name in (one["name"], *one.get("forms", ()))}
    for person in facts.story.people:
        if not known & facts.names(person.id):
            yield f"a person called {person.name}"


def _everyone(expected: Expected) -> list[Entry]:
    return [*expected["people"], *expected["namesakes"]]


def _roles(facts: Facts, expected: Expected) -> Iterator[str]:
    for one in _everyone(expected):
        allowed = [role.partition(" @ ")[0].casefold() for role in (*one["roles"], *one.get("also", ()))]
        for article in facts.story.articles:
            for role in article.memberships:
                if one["name"] in facts.names(role.person) and role.role.casefold() not in allowed:
                    yield f"{one['name']} is {role.role}"


def _speakers(facts: Facts, expected: Expected) -> Iterator[str]:
    """The innermost claim that holds expected words and has a speaker is given to somebody else."""
    for wanted in expected["claims"]:
        for claim in [one for one in facts.claims(wanted["in"], wanted["words"]) if one.speaker][:1]:
            if wanted.get("who") not in facts.names(claim.speaker):
                yield f"{wanted['in']}: {facts.name(str(claim.speaker))} said: {wanted['words']}"


def _replies(facts: Facts, expected: Expected) -> Iterator[str]:
    for name, article in facts.articles.items():
        for claim in article.claims:
            for answered in facts.answered(name, claim):
                fitting = [
                    one for one in expected["denials"] if one["in"] == name and _holds(claim.content, one["denial"])
                ]
                if not any(_holds(answered.content, one["answers"]) for one in fitting):
                    yield f"{name}: “{claim.content[0]}” answers “{answered.content[0]}”"


def _holds(content: tuple[str, ...], words: str) -> bool:
    return any(words in piece for piece in content)


def _votes(facts: Facts, expected: Expected) -> Iterator[str]:
    for name in facts.articles:
        wanted = [one for one in expected["votes"] if name in one["in"]]
        for vote in facts.votes(name):
            if not any(_says_nothing_else(facts, vote, one) for one in wanted):
                date = vote.when.date if vote.when else None
                body = " ".join(sorted(facts.names(vote.body))[:1])
                counts = f"{vote.counts.for_}–{vote.counts.against}"
                yield f"{name}: {vote.status}, {date}, {body}, {vote.result}, {counts}: {vote.motion}"


def _says_nothing_else(facts: Facts, vote: VoteEvent, wanted: Entry) -> bool:
    """Whether all that is told of a vote is expected; what is not told may be missing."""
    counts = (vote.counts.for_, vote.counts.against, vote.counts.abstain)
    return (
        vote.status == wanted["status"]
        and vote.result in (None, wanted.get("result"))
        and all(count in (None, right) for count, right in zip(counts, wanted.get("counts", (None,) * 3), strict=True))
        and (vote.body is None or is_named(facts.names(vote.body), wanted["body"]))
        and (vote.when is None or vote.when.date in (None, *map(str, wanted["dates"])))
    )


def _joins(facts: Facts, expected: Expected) -> Iterator[str]:
    """Votes that are made one and of which some report is not in the words that are expected of its article."""
    for told in facts.joined_votes():
        if not any(_are_all(told, one["told"]) for one in expected["one_vote"]):
            yield f"one vote: {' / '.join(vote.motion for votes in told.values() for vote in votes)}"


def _are_all(told: dict[str, list[VoteEvent]], wanted: dict[str, str | list[str]]) -> bool:
    return all(
        any(words in vote.motion for words in pieces(wanted.get(article, [])))
        for article, votes in told.items()
        for vote in votes
    )


def _disagreements(facts: Facts, expected: Expected) -> Iterator[str]:
    for place, found in facts.discrepancies():
        if not any(disagrees(facts, place, found, one) for one in expected["discrepancies"]):
            yield f"{place}: {found.kind} of {found.about}: {' / '.join(value.value for value in found.values)}"
