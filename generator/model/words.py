"""Layer 0: the closed sets of words that facts are written in (after PARC and PolNeAR for claims, Popolo for votes)."""

from enum import StrEnum


class Attribution(StrEnum):
    """How a claim is attributed."""

    NAMED_PERSON = "named-person"
    NAMED_ORGANIZATION = "named-organization"
    UNNAMED = "unnamed"
    UNATTRIBUTED = "unattributed"

    @property
    def is_named(self) -> bool:
        """Whether the article gives the source's name."""
        return self in (Attribution.NAMED_PERSON, Attribution.NAMED_ORGANIZATION)


class Mode(StrEnum):
    """Whether a claim's content is quoted: all of it, none of it, or parts."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What a source does with a claim's words; belief and intention report no words at all."""

    STATEMENT = "statement"
    ALLEGATION = "allegation"
    DENIAL = "denial"
    DEMAND = "demand"
    PROMISE = "promise"
    NO_COMMENT = "no-comment"
    BELIEF = "belief"
    INTENTION = "intention"


class Tense(StrEnum):
    """Whether a person holds a role when the article is written."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"
    CANDIDATE = "candidate"


class Classification(StrEnum):
    """What kind of body an organization is."""

    PARTY = "party"
    GOVERNMENT = "government"
    DEPARTMENT = "department"
    LEGISLATURE = "legislature"
    COUNCIL = "council"
    COURT = "court"
    COMPANY = "company"
    MEDIA = "media"
    GROUP = "group"


class VoteStatus(StrEnum):
    """Whether a vote has taken place."""

    PLANNED = "planned"
    HELD = "held"
    CALLED_OFF = "called-off"


class VoteClassification(StrEnum):
    """What kind of question is voted on."""

    AMENDMENT = "amendment"
    BILL = "bill"
    CONFIDENCE = "confidence"
    ELECTION = "election"
    JUDGMENT = "judgment"
    MOTION = "motion"


class Result(StrEnum):
    """How a held vote ended."""

    PASSED = "passed"
    REJECTED = "rejected"
    ELECTED = "elected"
    TIED = "tied"


class Option(StrEnum):
    """Where a voter stands on a motion."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class PositionKind(StrEnum):
    """Whether a position is a vote that was cast or one that was declared beforehand."""

    CAST = "cast"
    DECLARED = "declared"


class Confidence(StrEnum):
    """How far the machine's reading of a fact is to be relied on, from how often such readings were right."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class DiscrepancyKind(StrEnum):
    """What it is that reports disagree on; of a source, that one names it and the other does not."""

    TIME = "time"
    ROLE = "role"
    COUNT = "count"
    OUTCOME = "outcome"
    SPELLING = "spelling"
    SPEAKER = "speaker"
    SOURCE = "source"


class ReviewOp(StrEnum):
    """What a person decided about a record."""

    SET = "set"
    REJECT = "reject"
    CONFIRM = "confirm"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    NOTE = "note"
    ADD = "add"
    DISTINCT = "distinct"
