"""Layer 0: what a site publishes of its reviewed story: the policy, what it holds back and why, and what is left."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from generator.model.evidence import Span
from generator.model.facts import Story
from generator.model.records import Id
from generator.model.review import Mark


class Grave(StrEnum):
    """Which grave allegations that rest on one unnamed source are published."""

    CONFIRMED = "confirmed"
    ALL = "all"


class Kind(StrEnum):
    """A kind of fact, by its list in an article's facts."""

    MEMBERSHIPS = "memberships"
    CLAIMS = "claims"
    VOTES = "votes"
    EVENTS = "events"
    DISCREPANCIES = "discrepancies"


class Policy(BaseModel):
    """What a site publishes.

    Attributes:
        grave: of grave allegations against a named person that rest on one unnamed source alone, those that an editor
            confirmed, or all.
        only_confirmed: kinds of fact of which nothing is published that no editor has decided on.
        grave_words: words that make an allegation grave, beside those of `grave.yml` and written like them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    grave: Grave = Grave.CONFIRMED
    only_confirmed: tuple[Kind, ...] = ()
    grave_words: tuple[str, ...] = Field(default=())


class Why(StrEnum):
    """Why a fact is held back."""

    GRAVE = "grave"
    ANSWER = "answer"
    WORDS = "words"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, kw_only=True)
class Held:
    """A fact that is held back: its id, why, and the articles that tell it."""

    id: Id
    why: Why
    articles: tuple[Id, ...]


@dataclass(frozen=True, kw_only=True)
class Published:
    """What pages and exports are made from.

    Attributes:
        story: the reviewed story without what is held back.
        marks: what people decided, by the id of the record; none of what is held back.
        stale: decisions that no longer fit, each as one sentence; none that tells of what is held back.
        held: what is held back, in order of the articles.
        passages: for each article where the words of grave claims that are held back stand, and of their answers.
    """

    story: Story
    marks: Mapping[str, tuple[Mark, ...]]
    stale: tuple[str, ...]
    held: tuple[Held, ...]
    passages: Mapping[str, tuple[Span, ...]]
