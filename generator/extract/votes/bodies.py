"""Extraction of votes: a clause comes in, the body that votes goes out, as an id where the article names it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.cast import Cast, MentionKind
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.names.institutions import key_of, known_bodies
from generator.extract.patterns import Pattern
from generator.extract.votes.body_signs import is_no_voter, whose_chamber
from generator.extract.votes.cue import words
from generator.model.ids import REMEMBERED, fold
from generator.model.words import Classification


@dataclass(frozen=True)
class Body:
    """A body as a clause names it: where, its words, the id of the organization if the article names one, a preposition
    before it, and whether it is a party."""

    span: Span
    words: str
    entity: str | None = None
    led: str | None = None
    party: bool = False

    @property
    def reference(self) -> str:
        """The id where there is one, else the words."""
        return self.entity or self.words

    def may_be(self, other: "Body") -> bool:
        """Whether two phrases may name one body: one id, or one head noun where an id is wanting."""
        if self.entity and other.entity:
            return self.entity == other.entity
        return self.words.split()[-1].casefold() == other.words.split()[-1].casefold()


@cache
def _bodies() -> Pattern:
    nouns = words([*lexicon("votes")["bodies"], *lexicon("votes")["members"]])
    seats = words(lexicon("votes")["seats"]["members"])
    houses = words(lexicon("votes")["counted_houses"])
    name = r"(?:[A-ZÀ-Þ][\w’'.&-]*|of|and(?! the\b)|the|U\.S\.|on|for)"
    plain = (
        r"(?:full|local|joint|select|executive|scrutiny|planning|party|county|city|town|state|school"
        r"|governing|parish|community|borough|district|village|municipal|metro|regional|home|public|foreign|health|defence|education|trade|transport|rural|affairs|accounts|ethics|standards|justice|central|national|cross-party|rival|same|new|old|first|second|divided|appeals?|delegated|legislation|constituency|steering|overview|union|police|crime|\d+-member|finance|environment|house|senate|and)"
    )
    whose = rf"\sof\s(?:the|an?|its|their)\s(?:(?!(?:who|that|which)\b)[a-z][\w’'-]*\s){{0,4}}?(?:{seats})\b"
    return Pattern(
        rf"(?:\b[Mm]embers{whose}|(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s)?(?:\b(?!{WEEKDAY}\b|{MONTH}\b)[A-ZÀ-Þ][\w’'.&-]*\s(?:{name}\s)*?)?(?:\b{plain}\s){{0,4}}\b(?i:{nouns})\b(?!\s(?:Joint\s)?(?:Bill|Resolution|File|Amendment)\s\w*\d)(?:(?:\sof|\sfor|(?<=ommittee)\son|(?<=embers)\sin(?!\s(?:the|{houses})\b)|\sat)\s(?:the\s)?(?!{WEEKDAY}\b|{MONTH}\b)[A-ZÀ-Þ][\w’-]*(?:\s(?:and\s)?[A-ZÀ-Þ][\w’-]*)*)?)"
    )


LED = Pattern(
    r"\b(?P<by>by|votes? of|in|at|before|to|passed|passes|cleared|clears|survive[sd]|through"
    r"|(?:speaker|chair\w*|president"
    r"|cathaoirleach|convener|leader|deputy) of"
    r"|from|for|with|against|among|between|like|than|over"
    r"|(?:votes?|ballot|division|motion|seats?|place|post|role|sits?|sat|served?),? on)\s$",
    re.IGNORECASE,
)
LONGEST_LEAD = 80
"""Letters before a body that tell what part it has."""
# A body that somebody appears before only hears.
HEARING = "hearing"
# One that is voted on: "a vote on a review board".
ON = "on"
HEARS = Pattern(
    r"\b(?:appear(?:s|ed|ing)?|testif(?:y|ies|ied|ying)|(?:give|gives|gave|given|giving) evidence"
    r"|refer(?:s|red|ring)?)\b[^.,;]{0,20}"
    r"\b(?:before|to|at|in front of)\s(?:the\s)?$"
    r"|\brefer(?:s|red|ring)? [^.,;]{0,50} to (?:the )?$",
    re.IGNORECASE,
)
# "Does not bind Westminster, where a division was to have been held": the place of the vote.
WHERE = Pattern(r", where\b")
# A house before a word for its vote: "is set for a House vote".
ITS_VOTE = Pattern(r"\s(?:floor |committee )?(?:vote|ballot|division)\b(?! to\b)")
# Who brings what is voted on: "a change proposed by the rules committee was passed".
BRINGING = "brought by"
BROUGHT_BY = Pattern(
    r"\b(?:proposed|brought|tabled|moved|put forward|introduced|drafted|backed|supported|sponsored|sought|signed"
    r"|filed|recommended|requested|submitted|prepared|chaired|led) by (?:the )?$",
    re.IGNORECASE,
)
LED_AWAY = frozenset(
    ["from", "for", "with", "against", "among", "between", "like", "than", "over", HEARING, ON, BRINGING]
)
# Where what a body has voted for comes from: "the bill advanced from the committee on an 8-5 vote".
OUT_OF = Pattern(r"\b(?:advanced|emerged|reported|moved) (?:out )?(?:of|from) (?:the )?$")
WHOSE = Pattern(r",? whose $")
# Whose part is named by plain words: "Ashby Council's economy ".
OWNED_PART = Pattern(r"\b(?:[A-ZÀ-Þ][\w’'-]* )*[A-ZÀ-Þ][\w-]*['’]s (?:[a-z]+ (?:and )?){0,3}$")
# "He sits on the planning committee, which will vote on it": there it is what votes.
SITS = Pattern(r"(?:seats?|place|post|role|sits?|sat|served?),? on")
WHICH = Pattern(r", which\b")
# What stands right before a body's name and is no part of it: "Perhaps. The town council", "In the House".
ENDED = Pattern(
    r".*\s(?:In|At|By|From|To|On|After|Over|Before|As|Wins|Loses|Passes|Rejects|Votes)\s"  # "Wins Vote In Upper House"
    r"|.*[a-z]{3}\.\s+"
    r"|(?:[Tt]he )?(?:Deputy )?(?:Leader|Speaker|Mayor|Chair\w*|President|Clerk|Member|Secretary) of (?=the\b)"
    r"|(?:In|At|By|On|For|From|With|After|Before|As|When|While|But|And|Since|Under|If|So|Then|Yet"
    r"|How|Why|Where|What|That|and)\s+"
    rf"(?:(?:\d+ )?(?:{WEEKDAY}|{MONTH})(?: \d+)?,?\s+)?"
)
A_DAY = Pattern(rf"(?:\d+ )?(?:{WEEKDAY}|{MONTH})\s+(?=the\b)")
SUBJECT = 40
# Before a word of a longer name, which is no body of its own: "the Union of Reform Democrats".
PART_OF_NAME = Pattern(r"\bof (?:the )?(?:[A-Z][\w-]* )+$")
PARTS = frozenset(["mps", "peers", "members", "councillors", "senators", "committee", "panel", "board"])
# Where the Congress is a party and no house.
INDIAN = Pattern(r"\b(?:(?:Lok|Rajya|Vidhan) Sabha|BJP)\b")


def find_bodies(document: Document, cast: Cast, span: Span) -> list[Body]:
    """Bodies that a stretch of the article names, in order; part of a body ("nine Labour MPs") is none."""
    text = document.quote(span)
    found: list[Body] = []
    for match in _bodies().finditer(text):
        if is_no_voter(text, match):
            continue
        if _is_title(cast, span[0] + match.end(), match.group()):
            continue
        before = ENDED.match(match.group())
        start = match.start() + (before.end() if before else 0)
        start = _named_from(document, span[0], start, match.end())
        place = (span[0] + start, span[0] + match.end())
        if found and match.group().casefold() == "members" and found[-1].span[1] == place[0] - 1:
            continue  # "branch members": the branch
        if found and found[-1].span[1] > place[0]:  # "the House of Commons finance committee" is told twice over
            place = (found.pop().span[0], place[1])
            start = place[0] - span[0]
        if house := whose_chamber(text, (start, match.end())):
            found.append(replace(body_of(document, cast, (span[0] + house[0], span[0] + house[1])), span=place))
            continue
        led = LED.search(text[max(0, start - LONGEST_LEAD) : start])
        where = "in" if WHERE.match(text, match.end()) or ITS_VOTE.match(text, match.end()) else None
        heard = HEARING if HEARS.search(text[max(0, start - LONGEST_LEAD) : start]) else None
        how = where or heard or (led["by"].casefold() if led else None)
        how = None if how and SITS.match(how) and WHICH.match(text, match.end()) else how
        how = ON if how and how.endswith(" on") else "by" if how in ("vote of", "votes of") else how
        how = BRINGING if BROUGHT_BY.search(text[max(0, start - LONGEST_LEAD) : start]) else how
        how = "by" if OUT_OF.search(text[max(0, start - LONGEST_LEAD) : start]) else how
        found.append(replace(_whose(document, cast, place, text[:start]) or body_of(document, cast, place), led=how))
    indian = INDIAN.search(document.text) is not None
    parties = {o.id for o in cast.organizations if o.classification is Classification.PARTY} if found else ()
    return [
        replace(
            body,
            party=(indian and body.words.removeprefix("The ").removeprefix("the ") == "Congress")
            or any(m.entity in parties for m in cast.within(body.span)),
        )
        for body in found
    ]


def _is_title(cast: Cast, end: int, words: str) -> bool:
    """Whether a word for those who sit in a body is the title of who is named next: "board members Ann Ames and"."""
    near = cast.at(end + 1)
    named = near is not None and near.kind is MentionKind.NAME and (near.entity or "").startswith("per-")
    return named and words.split()[-1] in lexicon("votes")["positions"]


def _whose(document: Document, cast: Cast, place: Span, before: str) -> Body | None:
    """The organization whose members are told of right behind its name: "the Farmers' League, whose members"."""
    whose = WHOSE.search(before)
    owner = cast.at(place[0] - len(whose.group()) - 1) if whose else None
    named = owner and owner.kind is MentionKind.NAME and (owner.entity or "").startswith("org-")
    return Body(place, document.quote(owner.span), owner.entity) if owner and named else None


def _named_from(document: Document, at: int, start: int, end: int) -> int:
    """Where the name of a committee that is told by a plain noun begins: "the culture committee"."""
    words = document.quote((at + start, at + end)).split()
    if len(words) > 2 or words[-1] not in lexicon("votes")["apart"]["committee"]:
        return start
    head = document.phrase((at + end - len(words[-1]), at + end))[-1]
    named = [child.left_edge.idx for child in head.lefts if child.dep_ in ("det", "compound", "amod", "nmod:poss")]
    if owner := OWNED_PART.search(document.text, max(0, at + start - LONGEST_LEAD), at + start):
        named.append(owner.start())
    first = min([start, *(first - at for first in named if first >= at)])
    day = A_DAY.match(document.text, at + first)
    return day.end() - at if day else first


def body_of(document: Document, cast: Cast, place: Span) -> Body:
    """A phrase of the article with the organization that it names or whose members it means."""
    phrase = document.quote(place)
    last = phrase.split()[-1].casefold()
    plain = fold(re.sub(r"^(?:the|its|his|her|their|a|an)\s", "", phrase, flags=re.IGNORECASE))
    if organization := _named(cast, plain):
        return Body(place, phrase, organization)
    named = [m for m in cast.within(place) if m.kind is not MentionKind.PRONOUN]
    whole = (m for m in named if not PART_OF_NAME.search(document.text, place[0], m.span[0]))
    inside = [m.entity for m in whole if m.entity and m.entity.startswith("org-")]
    if inside and last not in PARTS:
        return Body(place, phrase, inside[-1])
    houses = lexicon("votes")["members"].get(plain, [])
    in_cast = next((found for house in houses if (found := _named(cast, fold(house)))), None)
    known = houses[0] if plain in lexicon("votes")["sure_members"] else phrase
    in_text = next((house for house in houses if house in document.text), known)
    return Body(place, in_text, in_cast)


def _named(cast: Cast, plain: str) -> str | None:
    """The organization that has a folded name among its forms."""
    known = known_bodies()
    own = known.get(tuple(plain.split()))
    return next(
        (
            o.id
            for o in cast.organizations
            if any(fold(form) == plain or (own and known.get(tuple(key_of(form).split())) == own) for form in o.forms)
        ),
        None,
    )


def voting_body(bodies: list[Body], clause: Span, cue: int, *, acts: bool, election: bool, past: bool) -> Body | None:
    """Of the bodies of a sentence, the one that votes: the subject right before the cue, else who is after "by".

    In an election only the subject, or who stands after "by", votes.

    Args:
        bodies: those of the sentence.
        clause: the stretch that tells of the vote.
        cue: where its cue stands in the article.
        acts: whether what stands before the cue votes, and is neither what is voted on nor who brings it.
        election: whether people are voted on.
        past: whether the vote was held: then what goes "to the Senate" goes on there.
    """

    def fits(body: Body) -> bool:
        led = body.led or ""
        subject = acts and 0 <= cue - body.span[1] < SUBJECT and led not in LED_AWAY and not (election and led == "to")
        agent = (
            led
            and led not in LED_AWAY
            and not (led == "to" and past)
            and (led == "by" or (led.endswith(" of") == election))
            and (works_by_votes(body) or (led == "by" and (is_court(body) or PEOPLE.search(body.words) is not None)))
        )
        return bool(subject or (agent and body.span[0] > clause[0]))

    def rank(body: Body) -> tuple[bool, bool, bool, bool, int]:
        inside = clause[0] <= body.span[0] < clause[1]
        return (not inside, not is_legislature(body), sits_anywhere(body), body.span[0] > cue, abs(body.span[0] - cue))

    inside = [body for body in bodies if clause[0] <= body.span[0] < clause[1]]
    return min(filter(fits, inside), key=rank, default=None) or min(filter(fits, bodies), key=rank, default=None)


# Those who are no house, and choose: "was elected by party members".
PEOPLE = Pattern(r"\b(?:members|delegates|voters|activists|shareholders|residents)\b", re.IGNORECASE)


def sits_anywhere(body: Body) -> bool:
    """Whether words name no house, where another may stand beside them: "lawmakers passed it 61-36 in the House"."""
    return body.words.casefold() in ("lawmakers", "legislators")


def at_seat(bodies: Sequence[Body]) -> Body | None:
    """The house that is told of by where it sits: "a vote of no confidence at Holyrood"."""
    seats = lexicon("votes")["seats_of_houses"]
    placed = (body for body in bodies if body.led in ("at", "in") and body.words.casefold() in seats)
    return next((replace(body, words=seats[body.words.casefold()], entity=None) for body in placed), None)


def other_body(bodies: list[Body], clause: Span, cue: int) -> Body | None:
    """A legislature that a sentence names anywhere, the nearest to a cue in its clause first."""
    named = [
        b
        for b in bodies
        if works_by_votes(b) and b.led != HEARING and (b.words[0].isupper() or b.entity or b.words.startswith("the "))
    ]
    return min(named, key=lambda b: (not clause[0] <= b.span[0] < clause[1], abs(b.span[0] - cue)), default=None)


def is_legislature(body: Body) -> bool:
    """Whether a body is of the kind that votes on motions as its work."""
    named, houses = body.words.casefold(), lexicon("votes")["legislatures"]
    if any(word in houses for word in re.findall(r"[\wáéíóú]+", named)):
        return True
    return any(" " in house and house in named for house in houses)


# Parties and unions that are called a congress.
OTHER_CONGRESS = (
    r"(?:african national|indian national|muslim|workers['’]?|trades? union|democratic|people['’]s|farmers['’]?)"
    r" congress"
)
NO_VOTES = Pattern(
    r"\b(?:court|bench|judges|justices"
    r"|staff|executive|commerce|white house|parliament house|party(?!['’]s)|cabinet|labour|tory|conservative"
    rf"|{OTHER_CONGRESS}"
    r"|opposition|rebel|backbench|furious|angry|senior|unhappy|worried|outraged|veteran|jubilant|anxious|nervous|leading)\b",
    re.IGNORECASE,
)


def works_by_votes(body: Body) -> bool:
    """Whether a body is a house, council or committee: no court, no party, nothing only called a chamber or a house."""
    return is_legislature(body) and not body.party and NO_VOTES.search(body.words) is None


OF_ROOM = Pattern(r"\b(?:caucus|party[ -]?room|parliamentary party)$", re.IGNORECASE)
# All the houses together, of which each is one.
WHOLE = Pattern(r"(?:the )?(?:parliament|congress|legislature)", re.IGNORECASE)


def is_whole(body: Body) -> bool:
    """Whether a body is a parliament, which is meant by each of its houses and means each."""
    return WHOLE.fullmatch(body.words) is not None


def is_both(body: Body) -> bool:
    """Whether two houses are told of at once, neither of which is meant after."""
    return body.words.casefold().startswith("both ")


def is_party(body: Body) -> bool:
    """Whether a body is a party, one that is called a congress too."""
    return body.party or re.search(rf"\b{OTHER_CONGRESS}\b", body.words, re.IGNORECASE) is not None


# The share of all the people, where a house's members are counted.
SHARE = Pattern(r"\b(?:with|by) [\d.]+ ?(?:%|per ?cent\b)", re.IGNORECASE)


def is_people(body: Body) -> bool:
    """Whether all the people of a place vote."""
    return re.search(r"\b(?:voters|electorate)\b", body.words, re.IGNORECASE) is not None


def is_of_party(body: Body) -> bool:
    """Whether a body is a party as its own name tells, or those of one who meet: "the caucus"."""
    return body.party or OF_ROOM.search(body.words) is not None


def house_kind(body: Body) -> str | None:
    """Of which kind of house a body is, by the last word of its name; None where its name does not tell."""
    return _kind_of(body.words)


@lru_cache(maxsize=REMEMBERED)
def _kind_of(words: str) -> str | None:
    name = re.sub(r"\bhouse of (?:the )?(?=lords)", "", words, flags=re.IGNORECASE)
    last = re.sub(r" (?:of|for|on|at) .*", "", name).split()[-1].casefold()
    kinds = lexicon("votes")["apart"].items()
    return next(
        (kind for kind, nouns in kinds if last in nouns or name.casefold().split()[-2:] in map(str.split, nouns)), None
    )


def is_court(body: Body) -> bool:
    """Whether a body is a bench of judges."""
    return re.search(r"\b(?:court|bench|judges|justices)\b", body.words, re.IGNORECASE) is not None
