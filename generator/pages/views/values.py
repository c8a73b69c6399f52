"""Stage pages: what pages are put together from, as values for templates: names, sources, evidence, claims."""

from dataclasses import dataclass

from generator.model.words import Act, Attribution
from generator.pages.links import Target
from generator.pages.quoting import Quotation
from generator.pages.views.marks import MarkView
from generator.pages.views.times import Time

QUOTED = 10
"""How many articles that report a role, an event or a vote are told to programs: as many as its card quotes."""
DENIALS = 5
"""How many denials of a claim that a quotation only tells of are given there; beside the claim itself are all."""


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody: a record's name with its page, or, where `page` is None, an article's own words for them.

    `is_quoted` is false for words that no article has: a general name, such as “electorate”. `note` tells people of one
    name apart, in an article's words.
    """

    words: str
    page: str | None = None
    is_quoted: bool = True
    note: str = ""

    @property
    def apart(self) -> str:
        """The name as one text, with what tells its bearer apart from another of that name."""
        return f"{self.words} (“{self.note}”)" if self.note else self.words

    @property
    def id(self) -> str:
        """The id of the record that `page` is about; empty where there is none."""
        return self.page.rpartition("/")[2].removesuffix(".md") if self.page else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who a claim is given to: resolved speakers, and the words of the article for its source.

    `is_described` where the article describes its source here, as by `a minister`, and who that is was worked out.
    """

    attribution: Attribution
    speakers: tuple[Name, ...]
    words: str | None
    is_described: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A claim in short: who, as told by whom (the nearest first), in which article's word, what.

    Attributes:
        is_put: whether the article's own verb is among the words, which would tell the contrary, or a part, without it.
        is_unsaid: whether the article reports no words of theirs.
        meant: people whom the words are about and do not name, as a pronoun or a title does.
    """

    anchor: str
    page: Target
    source: Source
    told_by: tuple[Source, ...]
    act: Act
    mode: str
    cue: str | None
    content: tuple[Quotation, ...]
    is_put: bool
    is_unsaid: bool
    meant: tuple[Name, ...]
    article: Name
    publisher: str | None
    original: str | None
    is_doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A quotation that a fact rests on, where it stands, and the denials of what it tells.

    Attributes:
        id: the anchor of the quotation's place on the article's page.
        original: address of the quoted words in the original, where the article has one.
        denied: claims inside the quotation that were denied, each with its denials.
    """

    id: str
    quotation: Quotation
    article: Name
    publisher: str | None
    place: Target
    original: str | None
    denied: tuple[tuple[Brief, tuple[Brief, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim with all that belongs beside it.

    Attributes:
        first, first_on: the articles that had it on the earliest day, and that day; empty where an article that has
            it is undated, and may have been the first.
        may_be_one: where it stands beside another article's claim that may be the same.
    """

    brief: Brief
    told_by: tuple[Brief, ...]
    answers: tuple[Brief, ...]
    answered: tuple[Brief, ...]
    about: tuple[Name, ...]
    when: Time | None
    proofs: tuple[Proof, ...]
    marks: tuple[MarkView, ...]
    articles: tuple[Name, ...]
    first: tuple[Name, ...]
    first_on: str | None
    may_be_one: tuple[Target, ...]

    @property
    def beside(self) -> int:
        """How many claims stand with it: its answers, and what it answers."""
        return len(self.answers) + len(self.answered)

    @property
    def anchor(self) -> str:
        """The claim's place on the pages that list claims."""
        return self.brief.anchor
