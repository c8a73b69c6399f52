"""Layer 1, facts in words: a record comes in, one plain sentence about it goes out, for a diff and for `git diff`."""

from collections.abc import Iterable, Mapping
from textwrap import shorten
from typing import Any

from generator.facts.fields import label_of, shown
from generator.facts.kinds import prefix_of
from generator.facts.pairing import NAMED
from generator.facts.snapshot import Records
from generator.model.facts import ResolvedClaim, ResolvedVote
from generator.model.ids import fold
from generator.model.labels import label
from generator.model.negations import is_turned
from generator.model.records import (
    ArticleRecord,
    Claim,
    Discrepancy,
    Membership,
    Record,
    VoteEvent,
    When,
)
from generator.model.words import Act, Attribution, Mode

Names = Mapping[str, str]
"""What records are called that others refer to, by their ids."""

KINDS = {
    "art": "article",
    "per": "person",
    "org": "organization",
    "mem": "role",
    "clm": "claim",
    "vot": "vote",
    "evt": "event",
    "dis": "discrepancy",
}
REPEATED = "Reported by several articles"
"""The heading of claims that are."""
TOGETHER = {"art": "The article", "vot": "Votes", "evt": "What happened", "dis": "What disagrees"}
"""The heading that records of a kind stand under; all others stand under a name."""
BEGINNING = 60
"""Characters of a claim that are told where another record refers to it."""
NO_SOURCE = "no source given"
UNNAMED = "unnamed source"
UNRESOLVED = "source not worked out"
STANDING = {"cast": "as voted", "declared": "declared beforehand"}
"""How a voter's position is known."""


def names_in(*records: Records) -> dict[str, str]:
    """What people and organizations are called, and how claims begin, among some records; the later ones count."""
    found = {}
    for key, record in (item for some in records for item in some.items()):
        if isinstance(record, NAMED):
            found[key] = record.name
        elif isinstance(record, Claim):
            found[key] = f"“{shorten(' … '.join(record.content), BEGINNING, placeholder=' …')}”"
    return found


def sentence(record: Record, names: Names) -> str:
    """What a record says, on one line."""
    match record:
        case Claim():
            said = _claim(record, names)
        case Membership():
            party = f" for {_name(record.on_behalf_of, names)}" if record.on_behalf_of else ""
            body = f", {_name(record.organization, names)}" if record.organization else ""
            said = f"{_name(record.person, names)}: {record.role}{body}{party} ({record.tense})"
        case VoteEvent():
            said = f"{record.motion}: {outcome(record)}{_on(record.when)}"
        case ResolvedVote() | ResolvedClaim():
            articles = dict.fromkeys(report.article for report in record.reports)
            said = f"{label_of(record)}: one in {', '.join(_name(article, names) for article in articles)}"
        case Discrepancy():
            said = f"{record.about}: " + " / ".join(f"“{value.value}”" for value in record.values)
        case ArticleRecord():
            said = record.path if record.title is None else f"{record.path}, “{record.title}”"
        case _:
            said = label_of(record) + _on(getattr(record, "when", None))
    return " ".join(said.split())


def outcome(vote: VoteEvent) -> str:
    """Where a vote stands; what is not known of it is left out."""
    counts = vote.counts.model_dump(by_alias=True)
    told = [f"{count} {option}" for option, count in counts.items() if count is not None]
    return ", ".join([vote.status.replace("-", " "), *([vote.result] if vote.result else []), *told])


def who(claim: Claim, names: Names) -> str:
    """Whose claim it is: a name, or that there is none; a description is quoted as the article has it."""
    if claim.speaker is not None:
        return " and ".join(_name(one, names) for one in (claim.speaker, *claim.joint_with))
    if claim.attribution is Attribution.UNATTRIBUTED or claim.source is None:
        return NO_SOURCE
    return f"{UNRESOLVED if claim.attribution.is_named else UNNAMED} “{claim.source}”"


def heading(record: Record, names: Names) -> str:
    """What a record stands under: whose it is, or else what kind of record it is."""
    if isinstance(record, Claim):
        return who(record, names)
    if isinstance(record, ResolvedClaim):
        return REPEATED
    if isinstance(record, Membership):
        return _name(record.person, names)
    return TOGETHER.get(prefix_of(record.id)) or label_of(record)


def in_words(value: Any, names: Names) -> str:
    """A field's value in words, with names in place of ids and what fields are called in place of their own names.

    Where voters stood is told as pages tell it: who, which way, how many, and whether they voted so.
    """
    return " ".join((shown(_with_names(value, names)) or "nothing").split()) or "nothing"


def _claim(claim: Claim, names: Names) -> str:
    content = " … ".join(claim.content)
    if claim.mode is Mode.DIRECT:
        content = f"“{content}”"
    if claim.act is Act.NO_COMMENT:
        return f"{who(claim, names)}: reported as not commenting: {content}"
    turned = is_turned(fold(claim.cue or ""))
    if claim.act in (Act.BELIEF, Act.INTENTION):
        told = f"{claim.cue} {content}" if turned else content
        return f"{who(claim, names)}: {claim.act}, as the article tells it: {told}"
    if claim.act is Act.STATEMENT and turned:
        return f"{who(claim, names)}, as the article puts it: {claim.cue} {content}"
    kind = "" if claim.act is Act.STATEMENT else f" ({claim.act})"
    return f"{who(claim, names)}{'' if who(claim, names) == NO_SOURCE else ' said'}{kind}: {content}"


def _name(reference: str, names: Names) -> str:
    return names.get(reference, reference)


def _on(when: When | None) -> str:
    if when is None:
        return ""
    told: Iterable[str] = filter(None, (when.date, f"“{when.as_written}”" if when.as_written else None))
    return f" ({', '.join(told)})"


def _with_names(value: Any, names: Names) -> Any:
    if isinstance(value, dict) and "voter" in value:
        told = (value.get("option"), value.get("count"), STANDING.get(value.get("kind", "")))
        return f"{_name(value['voter'], names)}: {', '.join(str(one) for one in told if one is not None)}"
    if isinstance(value, dict):
        return {label(key): _with_names(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_names(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value
