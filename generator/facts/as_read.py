"""Layer 1, review: a record comes in, what a decision on it is made on goes out, to stand beside the decision."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.facts import Story
from generator.model.records import Claim, Discrepancy, Event, Evidence, Membership, Record, VoteEvent
from generator.model.references import references
from generator.model.review import AsRead

HANGS_ON: dict[type[Record], tuple[str, ...]] = {
    Claim: ("speaker", "joint_with", "attribution", "act"),
    Membership: ("person", "organization", "on_behalf_of", "tense"),
    VoteEvent: ("status", "body", "result", "counts"),
    Event: (),
    Discrepancy: ("kind", "field", "about"),
}
"""The fields that a record's meaning hangs on, beside its own words; people and bodies go by their full names alone."""


def placed_records(story: Story) -> Iterator[tuple[str, Record]]:
    """Every record that is known again by its words, with the article that it stands in or first of all stands in."""
    for facts in story.articles:
        yield from ((facts.article.id, record) for record in facts.records() if type(record) in HANGS_ON)
    yield from ((found.values[0].article, found) for found in story.discrepancies)


def as_read(story: Story, target: str) -> AsRead | None:
    """What a decision is made on; None for articles, bodies, people with a full name, and for what people added.

    Args:
        story: the machine's reading.
        target: the id of the record that is decided on.
    """
    for article, record in placed_records(story):
        if record.id == target:
            words = tuple(words_of(record))
            evidence = tuple(Evidence(**one.model_dump(exclude_none=True)) for one in evidence_of(record))
            return AsRead(article=article, fields=fields_of(record), words=words, evidence=evidence)
    return _of_a_single_name(story, target)


def single_names(story: Story) -> Mapping[str, str]:
    """People who go by a single name, by their ids: another article's may be somebody else."""
    return {person.id: person.name for person in story.people if " " not in person.name}


def _of_a_single_name(story: Story, target: str) -> AsRead | None:
    """What somebody with a single name is known by: where it stands, and the most that is told of them there."""
    name = single_names(story).get(target)
    for facts in story.articles if name else ():
        for person in facts.people:
            if person.id == target:
                about = [one for one in facts.records() if any(to == target for _, to in references(one))]
                told = max((one for record in (person, *about) for one in evidence_of(record)), key=_length)
                evidence = Evidence(**told.model_dump(exclude_none=True))
                return AsRead(article=facts.article.id, words=(person.name,), evidence=(evidence,))
    return None


def _length(evidence: Evidence) -> int:
    return len(evidence.exact)


def fields_of(record: Record) -> dict[str, Any]:
    """The fields that a record's meaning hangs on, as files have them; what is null or empty is left out."""
    written = record.model_dump(mode="json", by_alias=True, include={*HANGS_ON[type(record)]})
    return _without_nothing(written)


def words_of(record: Record) -> Iterator[str]:
    """A record's own words; a source is told by its words only where it has no record of its own."""
    match record:
        case Claim():
            source = None if record.speaker else record.source
            yield from (*filter(None, (source, record.cue)), *record.content)
        case Membership():
            yield record.role
        case VoteEvent():
            yield from filter(None, (record.motion, record.bill))
        case Event():
            yield record.what
        case Discrepancy():
            yield from (value.value for value in record.values)


def evidence_of(record: Record) -> Iterator[Evidence]:
    """What a record rests on."""
    if isinstance(record, Discrepancy):
        yield from (value.evidence for value in record.values)
    else:
        yield from getattr(record, "evidence", ())


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    parts = {key: _without_nothing(value) if isinstance(value, dict) else value for key, value in fields.items()}
    return {key: value for key, value in parts.items() if value not in (None, [], {})}
