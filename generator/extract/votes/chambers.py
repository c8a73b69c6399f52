"""Extraction of votes: the bodies that an article names come in, the one that "the committee" means goes out."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import islice

from generator.extract.lexicon import lexicon
from generator.extract.names.institutions import classify
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import HEARING, Body, house_kind, is_both, is_court, is_party, works_by_votes
from generator.extract.votes.cue import words
from generator.model.ids import REMEMBERED
from generator.model.words import Classification

DETERMINER = Pattern(r"^(?:the|its|his|her|their|a|an|this|that|same|full|in the|under)\s+", re.IGNORECASE)
# A house told of by its place beside another: "the upper house", in a later sentence, is none that was meant before.
OTHER_HOUSE = Pattern(r"\b(?P<which>upper|lower|other|second) (?:house|chamber)\b", re.IGNORECASE)
HOUSES = ("lords", "commons")
# What many upper houses are called, and some houses that are the only one.
COUNCIL = Pattern(r"\blegislative council$", re.IGNORECASE)
# Words of national politics, where local papers have parties and councils alone.
WESTMINSTER = Pattern(r"\bMPs\b|\bCommons\b|\b[Pp]eers\b|\bthe (?:\w+ )?(?:lobby|lobbies)\b")
# A house told of by no more than its size: "the 193-member body".
THE_BODY = Pattern(r"\b(?:[\w-]*member|world|same|[a-z]+-strong) (?:body|legislature)$")
# Members of whoever is spoken of: "Unison said its members had voted".
OF_THEIRS = Pattern(r"(?:its|their|his|her) ", re.IGNORECASE)
# Those who sit in a body, by its kind: "council members".
OF_BODY = Pattern(r"(?P<body>council|committee|commission|board|assembly|senate|house|panel) members")
SEVERAL = 4  # bodies of which the one named most must be named more than all others to be the article's main one
# A body told of for the first time, which no words before it mean.
NEW = Pattern(r"an? ", re.IGNORECASE)
# The whole of a house, and no part of it.
FULL = Pattern(r"\b(?:full|whole|entire)\b", re.IGNORECASE)
# One that sits no more: "approved by the old council".
GONE = Pattern(r"^(?:old|former|previous|last|outgoing)\b")
# Whose part was named: "Ash Council's planning committee".
OWNER = Pattern(r"(?:[Tt]he )?(?P<owner>[A-Z][^’']*)['’]s ")
# Lower houses, by the last word, that are "the House" in their own debates.
LOWER_HOUSES = frozenset(["commons", "sabha", "dáil", "knesset"])
# What members call the house in which they sit.
HOUSE_WORDS = frozenset(["house", "chamber", "lawmakers", "legislators", "mps"])
# Names of those who sit in a body, and "the chamber", which name none by themselves.
SITTERS = frozenset(
    [
        "members",
        "lawmakers",
        "legislators",
        "chamber",
        "plenary",
        "mps",
        "deputies",
        "delegates",
        "councillors",
        "councilors",
        "house",
    ]
)


@dataclass(frozen=True)
class Chambers:
    """The bodies of an article, sentence by sentence; whether it is British, where MPs are the Commons.

    `trial` tells that it is on an impeachment; `seats` has the kind of house in which those sit whom the article tells
    by such a title, by surname.
    """

    sentences: Sequence[Sequence[Body]]
    british: bool = False
    trial: bool = False
    seats: Mapping[str, str] = field(default_factory=dict)

    def full(self, body: Body, number: int) -> Body:
        """A body by its fullest name: what "the committee" or "members" of a sentence means, or the body itself.

        A fuller name of the same kind before it counts first, then the first one after.
        """
        plain = _plain(body)
        if plain == "members" and OF_THEIRS.match(body.words):
            return body
        if (sits := OF_BODY.fullmatch(plain)) and not body.entity:
            plain = sits["body"]
        if THE_BODY.search(plain) and not body.entity:
            return next((other for other in reversed(self.sitting) if other.span[0] < body.span[0]), body)
        if (other := OTHER_HOUSE.fullmatch(plain)) and not body.entity:
            return self.house(other["which"].casefold()) or body
        if " " in plain or (body.entity and plain != "house" and plain not in SITTERS):
            return body
        if plain == "peers":
            return self._named_as(body, "lords", "House of Lords")
        if plain == "mps" and self.british:
            return self._named_as(body, "commons", "House of Commons")
        if body.words == "committee":
            return self._near(body, number)
        if plain == "house" and self._american:
            return body
        named = self._fuller(plain)
        if FULL.search(body.words):  # "the full council" is no district of it
            named = [other for other in named if _ends(_plain(other), plain)]
        until = body.span[0] or max((b.span[0] for b in self.sentences[number]), default=0)
        place = bisect_right(named, until, key=_start)
        after = (o for o in islice(named, place, None) if not (OTHER_HOUSE.search(o.words) or NEW.match(o.words)))
        after = (o for o in after if plain in SITTERS or _plain(o).endswith(plain))
        if not place and (owner := next((o for at, o in self._owners if at < until and _ends(o, plain)), None)):
            return Body(body.span, owner)
        if place or (plain == "house" and self._has_senate):
            return self._meant(plain, named[:place]) if place else body
        return next(after, body)

    def house(self, kind: str) -> Body | None:
        """The only house of a kind that the article names."""
        also = COUNCIL if kind == "upper" else None
        named = [b for b in self.sitting if house_kind(b) == kind or (also and also.search(b.words))]
        return named[0] if len({body.reference for body in named}) == 1 else None

    def court(self, number: int) -> Body | None:
        """The court that was named last before a sentence or in it, else the first."""
        courts = [(at, b) for at, bodies in enumerate(self.sentences) for b in bodies if is_court(b)]
        before = [b for at, b in courts if at <= number]
        return before[-1] if before else next((b for _, b in courts), None)

    def _meant(self, plain: str, named: list[Body]) -> Body:
        """Which of the bodies named before a plain word means: the last; but the house that the article is on."""
        if plain not in HOUSE_WORDS:
            return named[-1]
        return next((b for b in reversed(named) if b.reference == self._spoken_of), named[-1])

    @cached_property
    def sitting(self) -> list[Body]:
        """The houses and councils that are named, in order."""
        named = (b for b in self._all if works_by_votes(b) and _named(b))
        return sorted((b for b in named if not (is_both(b) or OTHER_HOUSE.search(b.words))), key=_start)

    @cached_property
    def _spoken_of(self) -> str | None:
        """The house that the article names most often; of several the first."""
        named = [b.reference for b in self._all if works_by_votes(b) and _named(b) and house_kind(b) != "committee"]
        return max(named, key=Counter(named).__getitem__, default=None)

    def _near(self, body: Body, number: int) -> Body:
        """The committee in which a bill is ("survived committee"): one that is named in that sentence or beside it."""
        beside = (at for at in (number, number - 1, number + 1) if 0 <= at < len(self.sentences))
        named = (other for at in beside for other in self.sentences[at] if " " in _plain(other))
        return next((other for other in named if re.search(r"\bcommittee\b", other.words, re.IGNORECASE)), body)

    def _fuller(self, plain: str) -> list[Body]:
        """The bodies of the article that a plain word may mean, in order; found once, however often it stands there."""
        if plain not in self._known:
            fits = _fuller(plain)
            self._known[plain] = sorted((other for other in self._all if fits(other)), key=_start)
        return self._known[plain]

    def _named_as(self, body: Body, last: str, name: str) -> Body:
        """A house as the article names it, else by the name that all know it by."""
        return self._houses.get(last) or Body(body.span, name)

    @cached_property
    def in_trial(self) -> list[Body]:
        """The houses that an article on an impeachment names."""
        return [body for body in self._all if works_by_votes(body)] if self.trial else []

    @cached_property
    def _houses(self) -> dict[str, Body]:
        """The first body of the article whose name ends in each of the two houses' names."""
        ends = ((last, body) for body in reversed(self._all) for last in HOUSES if _plain(body).endswith(last))
        return dict(ends)

    @cached_property
    def _owners(self) -> list[tuple[int, str]]:
        """The houses of which only a part is named, and where."""
        parts = ((body, OWNER.match(body.words)) for body in self._all)
        return [(body.span[0], part["owner"]) for body, part in parts if part]

    @cached_property
    def _all(self) -> list[Body]:
        return [body for bodies in self.sentences for body in bodies]

    @cached_property
    def _known(self) -> dict[str, list[Body]]:
        """What `_fuller` found, by the word."""
        return {}

    @cached_property
    def _american(self) -> bool:
        """Whether the article speaks of a House beside a Senate, or of a Congress: there "the House" is a name.

        Where it names the lower house otherwise, that is meant.
        """
        named = {_plain(body) for bodies in self.sentences for body in bodies}
        last = {words.split()[-1] for words in named}
        other = last & LOWER_HOUSES or "national assembly" in named
        return not other and ("congress" in last or {"house", "senate"} <= last)

    @cached_property
    def _has_senate(self) -> bool:
        """Whether the article names a House and a Senate beside each other, however else houses are called in it."""
        return {"house", "senate"} <= {_plain(body) for bodies in self.sentences for body in bodies}

    @cached_property
    def main(self) -> Body | None:
        """The legislature, council or committee that the article speaks of most.

        Among equals a council gives way, since parliaments are told of without their names ("MPs"); then the first.
        """
        named = [b for b in self._all if works_by_votes(b) and _named(b) and b.led != HEARING and not is_both(b)]
        if self.british:  # "the bill goes to the Lords next week", of what has passed the Commons
            commons = any(_plain(body).endswith("commons") for body in named)
            named = [b for b in named if not (_plain(b).endswith("lords") and (b.led == "to" or commons))] or named
        named = named or [body for bodies in self.sentences for body in bodies if _plain(body) in ("mps", "peers")]
        named = [self.full(body, 0) for body in named]
        counts = Counter(body.reference for body in named)
        if not counts:
            return Body((0, 0), "House of Commons") if self.british else None
        main = max(named, key=lambda body: (counts[body.reference], not is_council(body)))
        return main if len(counts) < SEVERAL or counts[main.reference] * 2 > len(named) else None


def is_council(body: Body) -> bool:
    """Whether a body is a council, which passes no bills."""
    return classify(body.words) is Classification.COUNCIL


def is_british(text: str) -> bool:
    """Whether an article is of British politics: its MPs sit in the Commons and no other parliament is named."""
    return (
        WESTMINSTER.search(text) is not None
        and _of("britain").search(text) is not None
        and _of("elsewhere").search(text) is None
    )


def seats_in(text: str) -> dict[str, str]:
    """The kind of house in which somebody sits, by surname, as titles tell: "Rep. Ann Ames"."""
    return {who["name"].split()[-1]: house for house, titled in _titled().items() for who in titled.finditer(text)}


@cache
def _titled() -> dict[str, Pattern]:
    """Names behind the titles of those who sit in each kind of house."""
    return {
        house: Pattern(
            rf"\b(?:{words(titles)}) (?P<name>(?:[A-Z][\w’'.-]* ){{0,3}}?[A-Z][\w’'-]+)(?=[,.;:)’']| [^A-Z])"
        )
        for house, titles in lexicon("votes")["seated_as"].items()
    }


@cache
def _of(place: str) -> Pattern:
    """The names by which an article is known for one of a place's politics, in capitals in a dateline."""
    names = [str(name) for name in lexicon("votes")["politics"][place]]
    return Pattern(rf"\b(?:{words([*names, *map(str.upper, names)])})\b")


def _ends(name: str, plain: str) -> bool:
    return name.casefold().endswith(f" {plain}")


def _start(body: Body) -> int:
    return body.span[0]


def _plain(body: Body) -> str:
    """A body's words in lower case without what determines them."""
    return _undetermined(body.words)


@lru_cache(maxsize=REMEMBERED)
def _undetermined(words: str) -> str:
    words, previous = words.casefold(), None
    while words != previous:
        words, previous = DETERMINER.sub("", words), words
    return words


def _named(body: Body) -> bool:
    return (body.entity is not None or body.words[0].isupper() or " " in _plain(body)) and _plain(body) not in SITTERS


def _fuller(plain: str) -> Callable[[Body], bool]:
    """Whether another body may be what a plain word means: it ends in that word, or its members sit in it."""
    seats = lexicon("votes")["seats"].get(plain)

    def fits(other: Body) -> bool:
        name = _plain(other)
        last, head = name.split()[-1], name.split(" of ")[0].split()[-1]
        if GONE.search(name):
            return False
        if seats is not None:
            return (
                (last in seats or head in seats)
                and not is_party(other)
                and other.led != HEARING
                and name != plain
                and _named(other)
                and (last in name.split(" of ")[0] or house_kind(other) != "committee")
            )
        return " " in name and (
            last in (plain, *lexicon("votes")["alike"].get(plain, ()))
            or f"{plain} of" in name
            or f"{plain} on" in name
            or f"{plain} for" in name
        )

    return fits
