"""Layer 1, review: what a person adds to an article's facts comes in, the record made of it goes out, checked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.facts.check import GAP, record_problems, wording_problems
from generator.facts.kinds import ADDABLE
from generator.model.ids import claim_id, fold, longer_id, record_id
from generator.model.records import Claim, Evidence, Membership, Record, VoteEvent
from generator.model.references import redirected

NOT_GIVEN = ("id", "confidence")
"""What a record gets by itself."""
UNKNOWN_ID = {"claims": "clm-x", "memberships": "mem-x", "votes": "vot-x"}


def unfinished(field: str, value: Mapping[str, Any]) -> Record:
    """A record of what a decision gives for it, its id still to be made.

    Raises:
        pydantic.ValidationError: it is no such record.
    """
    return ADDABLE[field].model_validate({**value, "id": UNKNOWN_ID[field]})


def added(field: str, value: Mapping[str, Any], own_ids: Mapping[str, str], name_of: Callable[[str], str]) -> Record:
    """The record that a decision adds, with the id that reading it in the article would give it.

    The id is made of what the decision says and of names as the article has them: no other decision changes it.

    Args:
        field: the list that it is added to.
        value: its fields.
        own_ids: resolved ids by those that articles' own files have.
        name_of: what the article calls a person or an organization.
    """
    record = unfinished(field, value)
    return redirected(record, own_ids).model_copy(update={"id": _id_of(record, name_of)})


def apart(record: Record, there: Sequence[Record]) -> Record:
    """An added record, with an id of its own, as if read, where one that the article has is another under its id.

    Args:
        there: the article's records of that kind.
    """
    same = [one for one in there if one.id == record.id]
    if isinstance(record, VoteEvent) and any(are_two_votes(one, record) for one in same):
        return record.model_copy(update={"id": record_id("vot", record.motion, record.id, record.status, _day(record))})
    if isinstance(record, Claim) and any(_content(one) != _content(record) for one in same):
        return record.model_copy(update={"id": longer_id(record.id, record.content)})
    return record


def _content(record: Record) -> list[str]:
    assert isinstance(record, Claim), record
    return list(map(fold, record.content))


def are_two_votes(one: Record, other: Record) -> bool:
    """Whether two records are votes of which one was held and the other not, or on days that both tell."""
    if not (isinstance(one, VoteEvent) and isinstance(other, VoteEvent)):
        return False
    days = {_day(vote) for vote in (one, other)} - {""}
    return one.status is not other.status or len(days) > 1


def _day(vote: VoteEvent) -> str:
    return (vote.when and vote.when.as_written) or ""


def added_problems(record: Record, text: str) -> Iterator[str]:
    """What speaks against adding a record to an article of this text."""
    for where, words in (*record_problems(record), *wording_problems(record, text)):
        yield f"{where[0]}: {words}"
    for evidence in getattr(record, "evidence", ()):
        if _is_unclear(evidence, text):
            yield f"evidence: “{evidence.exact}” stands there more than once, and no prefix or suffix tells which"


def _id_of(record: Record, name_of: Callable[[str], str]) -> str:
    if isinstance(record, Claim):
        return claim_id(record.source, record.cue.split(GAP) if record.cue else (), record.content)
    if isinstance(record, Membership):
        name = name_of(record.person)
        return record_id("mem", f"{name} {record.role}", name, record.role, record.organization or "")
    assert isinstance(record, VoteEvent), record
    return record_id("vot", record.motion, record.motion, record.bill or "", name_of(record.body or ""))


def _is_unclear(evidence: Evidence, text: str) -> bool:
    """Whether evidence fits more than one place."""
    words = (evidence.prefix or "") + evidence.exact + (evidence.suffix or "")
    return text.find(words, text.find(words) + 1) > 0
