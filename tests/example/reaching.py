"""Whether the example's facts reach an expectation, one function for each kind of expectation."""

from collections.abc import Callable

from example.facts import Entry, Facts, Named
from generator.model.facts import ResolvedOrganization
from generator.model.records import Claim, Discrepancy, VoteEvent


def _person(facts: Facts, wanted: Entry) -> bool:
    """One record bears all the names and roles, in as many articles."""
    return any(
        set(wanted.get("forms", ())) <= facts.names(one.id)
        and all(facts.has_role(one.id, role) for role in wanted.get("roles", ()))
        and wanted.get("articles") in (None, len(one.articles))
        for one in _people(facts, wanted["name"])
    )


def _people(facts: Facts, name: str) -> list[Named]:
    return [one for one in facts.called(name) if one.id.startswith("per-")]


def _organization(facts: Facts, wanted: Entry) -> bool:
    return any(
        isinstance(one, ResolvedOrganization)
        and set(wanted["names"]) <= facts.names(one.id)
        and wanted.get("kind") in (None, one.classification)
        for one in facts.called(wanted["names"][0])
    )


def _vote_fits(facts: Facts, vote: VoteEvent, wanted: Entry) -> bool:
    """Whether a vote has everything that is wanted of it."""
    counts = [vote.counts.for_, vote.counts.against, vote.counts.abstain]
    return (
        vote.status == wanted["status"]
        and vote.result == wanted.get("result")
        and counts == wanted.get("counts", [None, None, None])
        and is_named(facts.names(vote.body), wanted.get("body"))
        and is_named(facts.names(vote.proposer), wanted.get("proposer"))
    )


def is_named(names: set[str], wanted: str | list[str] | None) -> bool:
    """Whether one of these names holds what is wanted, or one of several; nothing wanted is always there."""
    several = [wanted] if isinstance(wanted, str) else wanted
    return several is None or any(words in name for name in names for words in several)


def _vote(facts: Facts, wanted: Entry) -> bool:
    """Every article of the list tells of the vote so."""
    return all(
        any(_vote_fits(facts, vote, wanted) for vote in facts.votes(article, wanted["words"]))
        for article in wanted["in"]
    )


def _one_vote(facts: Facts, wanted: Entry) -> bool:
    """One vote has a report of each article in the words that are wanted."""
    return any(
        all(
            any(words in vote.motion for vote in told.get(article, ()))
            for article, told_as in wanted["told"].items()
            for words in pieces(told_as)
        )
        for told in facts.joined_votes()
    )


def pieces(words: str | list[str]) -> list[str]:
    """The words of an article's one report, or of each of several."""
    return [words] if isinstance(words, str) else words


def disagrees(facts: Facts, place: str | None, found: Discrepancy, wanted: Entry) -> bool:
    """Whether a disagreement is the one that is wanted."""
    told = [{value.value, value.evidence.exact} for value in found.values]
    return (
        place == wanted.get("in")
        and found.kind == wanted["kind"]
        and all(any(words in one for value in told for one in value) for words in wanted["values"])
    )


def _discrepancy(facts: Facts, wanted: Entry) -> bool:
    return any(disagrees(facts, place, found, wanted) for place, found in facts.discrepancies())


def _claim(facts: Facts, wanted: Entry) -> bool:
    """A claim holds the words, is told as the act, and is its speaker's; an unnamed source has its own words."""
    return any(
        claim.act == wanted.get("act", claim.act) and _is_said_by(facts, claim, wanted)
        for claim in facts.claims(wanted["in"], wanted["words"])
    )


def _is_said_by(facts: Facts, claim: Claim, wanted: Entry) -> bool:
    if "who" in wanted:
        return wanted["who"] in facts.names(claim.speaker)
    return claim.speaker is None and claim.source == wanted["unnamed"]


def _denial(facts: Facts, wanted: Entry) -> bool:
    return any(answers(facts, wanted["in"], claim, wanted) for claim in facts.claims(wanted["in"], wanted["denial"]))


def answers(facts: Facts, article: str, claim: Claim, wanted: Entry) -> bool:
    """Whether a claim answers the one whose words are wanted."""
    return any(wanted["answers"] in piece for one in facts.answered(article, claim) for piece in one.content)


def _two_people(facts: Facts, wanted: Entry) -> bool:
    """Two people bear the name, each in the articles that give them alone that role."""
    found = {frozenset(one.articles) for one in _people(facts, wanted["name"])}
    return found == {frozenset(f"art-{article}" for article in each) for each in wanted["articles"].values()}


REACHES: dict[str, Callable[[Facts, Entry], bool]] = {
    "people": _person,
    "namesakes": _two_people,
    "organizations": _organization,
    "votes": _vote,
    "one_vote": _one_vote,
    "discrepancies": _discrepancy,
    "claims": _claim,
    "denials": _denial,
}
"""Each kind of expectation, and whether the facts reach one of that kind."""
