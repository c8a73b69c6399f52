"""Layer 0: which records refer to which, and how to point a reference elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from generator.model.records import Claim, Discrepancy, Event, Membership, Record, VoteEvent, is_id

R = TypeVar("R", bound=Record)
Where = tuple[str | int, ...]

ONLY_IDS: dict[type[Record], tuple[str, ...]] = {
    Membership: ("person",),
    Claim: ("speaker", "joint_with", "about", "replies_to", "also_replies_to", "nested_in"),
}
IDS_OR_WORDS: dict[type[Record], tuple[str, ...]] = {
    Membership: ("organization", "on_behalf_of"),
    VoteEvent: ("body", "proposer"),
    Event: ("participants",),
    Discrepancy: ("about",),
}


def references(record: Record) -> Iterator[tuple[Where, str]]:
    """Every id that a record refers to, and the path in the record at which it does."""
    for field in ONLY_IDS.get(type(record), ()):
        yield from _listed(field, getattr(record, field))
    for field in IDS_OR_WORDS.get(type(record), ()):
        yield from ((where, value) for where, value in _listed(field, getattr(record, field)) if is_id(value))
    if isinstance(record, VoteEvent):
        for index, position in enumerate(record.positions):
            if is_id(position.voter):
                yield ("positions", index, "voter"), position.voter


def answers_of(claim: Claim) -> tuple[str, ...]:
    """The claims that a claim answers."""
    return tuple(one for one in (claim.replies_to, *claim.also_replies_to) if one is not None)


def relinked(record: R, old: str, new: str | None, words: str) -> R:
    """A record whose references to one id lead to another.

    Args:
        record: the record.
        old: the id to replace.
        new: the id to put in its place; None unlinks.
        words: what stands in place of an unlinked id where words may stand.
    """
    return _moved(record, {old: new}, {old: new or words})


def redirected(record: R, ids: Mapping[str, str]) -> R:
    """A record whose references lead to the ids that `ids` gives for them; words and other ids stay."""
    return _moved(record, ids, ids)


def unlinked(record: R, ids: Iterable[str]) -> R:
    """A record that no longer refers to some records of an article, none of which is a person or an organization."""
    return _moved(record, dict.fromkeys(ids), {})


def _moved(record: R, ids: Mapping[str, str | None], ids_or_words: Mapping[str, str]) -> R:
    if all(reference not in ids for _, reference in references(record)):
        return record
    changed: dict[str, Any] = {}
    for field in ONLY_IDS.get(type(record), ()):
        changed[field] = _replaced(getattr(record, field), ids)
    for field in IDS_OR_WORDS.get(type(record), ()):
        changed[field] = _replaced(getattr(record, field), ids_or_words)
    if isinstance(record, VoteEvent):
        changed["positions"] = tuple(
            position.model_copy(update={"voter": ids_or_words.get(position.voter, position.voter)})
            for position in record.positions
        )
    return record.model_copy(update=changed)


def _listed(field: str, value: str | tuple[str, ...] | None) -> Iterator[tuple[Where, str]]:
    if isinstance(value, tuple):
        yield from (((field, index), one) for index, one in enumerate(value))
    elif value is not None:
        yield (field,), value


def _replaced(value: str | tuple[str, ...] | None, ids: Mapping[str, str | None]) -> str | tuple[str, ...] | None:
    if isinstance(value, tuple):
        moved = (ids.get(one, one) for one in value)
        return tuple(dict.fromkeys(one for one in moved if one is not None))
    return value if value is None else ids.get(value, value)
