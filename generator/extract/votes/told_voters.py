"""Extraction of votes: words that tell who votes by how they are counted or where they are come in, who goes out."""

import re
from functools import cache
from itertools import takewhile

from generator.extract.cast import Cast, MentionKind
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.names.places import country_of, known_places
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import Body, body_of
from generator.extract.votes.cue import words
from generator.extract.votes.party_contests import BEHIND_ASIDE
from generator.extract.votes.subjects import NO_PHRASE, subject_head, thing_done_to
from generator.extract.votes.things import strict_things
from generator.model.ids import fold
from generator.model.words import Classification

# A vote that is held by a place, where its people vote: "Arizona is to hold a ballot on one".
HOLDS = Pattern(r"\bhold(?:s|ing)?\b|\bheld\b")
ITS_OWN = Pattern(r" (?:its|their) (?:own )?(?:[\w-]+ ){0,2}?(?:ballot|vote)\b")
# What somebody is elected to, and how much of the word for it stands in a title too: "Gov.".
OFFICE = Pattern(r"\b(?:governor|senat\w+|mayor|presiden\w+)\b", re.IGNORECASE)
STEM = 3
REACH = 40
# For whom somebody is chosen by its own: "as its leader", "a new president of its own".
ITS_POST = Pattern(
    r"[^,;]{0,70}? as (?:its|their) (?:[\w-]+ ){0,3}?"
    r"(?:leader|candidate|nominee|president|head|chair\w*|secretary|whip|deputy)\b"
)
PART = Pattern(r"(?: [a-z]+){1,3} ")
LONG = 60
# What those who work somewhere vote on: "rank-and-file officers passed a vote of no confidence".
PUT_TO_ALL = frozenset(["vote", "motion", "offer", "deal", "resolution", "strike"])
# Who decides by no votes, or is one among others who vote.
NO_BOARD = Pattern(
    r"government|ministry|opposition|coalition|party|side|bench|group|bloc|faction|alliance|minister|president|leader"
    r"|mayor|speaker|chair|\w+(?:er|or|ist|man|woman|person)\b|judge|motion|amendment|bill|vote|plan|measure",
    re.IGNORECASE,
)
# Where those of a party who sit in a house meet and vote: "in a party-room ballot".
ROOM = Pattern(
    r"(?P<party>\b(?:Labou?r|Liberal|Conservative|National|Democratic|Republican|Green|UCP|NDP) )?"
    r"\b(?P<room>caucus|party[ -]?room)(?: (?:ballot|spill|meeting|vote|showdown)\b)"
)


# Those of somebody's own who vote: "a confidence vote among his own MPs", "a vote of her local party".
OWN = Pattern(
    r"\b(?:vote|ballot|confidence)\b[^.,;]{0,20} (?:among|of|by) (?P<whose>his|her|their|its|[A-Z][\w-]+) "
    r"(?P<who>(?:own )?(?:[a-z]+ ){0,2}?"
    r"(?:MPs|MSPs|TDs|members|councillors|lawmakers|group|caucus|party|association|branch)\b"
    r"(?: in (?:[A-Z][\w-]+ ?){1,3}(?<! ))?)"
)
TOLD_BEFORE = 400  # characters within which the party of those of "his own" is named


@cache
def _counted() -> Pattern:
    """A house by its members, some of whom are counted next: "Of the 100 members of the Diet", "of the Diet's 100"."""
    seated = words([*lexicon("votes")["members"], "members", "lawmakers", "deputies", "legislators", "seats"])
    name = r"(?P<{}>[A-ZÀ-Þ][\w’'-]*(?: (?:of |for )?[A-ZÀ-Þ][\w’-]*){{0,4}})"
    return Pattern(
        rf"\b(?:[Oo]f|[Aa]ll) (?:(?:the|its|all) )*(?:{NUMBER} )?(?:{seated}) (?:of|in) the {name.format('house')}"
        rf"|\b[Oo]f (?:the )?{name.format('owner')}['’]s? {NUMBER} (?:{seated})\b"
        rf"|\b{NUMBER} (?:{seated}) of the {name.format('part')} "
        r"(?:vot(?:ed|ing)|in favou?r|against|for|support|back|oppos)"
    )


def counted_house(document: Document, cast: Cast, sentence: Span) -> Body | None:
    """The house whose members a sentence counts as those of whom some voted."""
    found = _counted().search(document.text, *sentence)
    if found is None:
        return None
    house = next(name for name in ("house", "owner", "part") if found[name])
    return body_of(document, cast, found.span(house))


def named_house(document: Document, cast: Cast, span: Span) -> Body | None:
    """Who is named as the subject of what is done to a motion, and is no person, party or place: "the Tynwald passed".

    A name that no list has tells by what it does that it is a house.
    """
    head, thing = subject_head(document, span), thing_done_to(document, span)
    if head is None or thing is None or not strict_things().search(thing):
        return None
    token = document.phrase(head)[0]
    mention = cast.at(head[0])
    if token.pos_ != "PROPN" or (mention and (mention.entity is None or mention.entity.startswith("per-"))):
        return None
    parties = {o.id for o in cast.organizations if o.classification is Classification.PARTY}
    led = any(child.dep_ == "det" and child.text.casefold() == "the" for child in token.lefts)
    if not led or (mention and mention.entity in parties):
        return None
    first = min([token.i, *(child.i for child in token.lefts if child.pos_ == "PROPN")])
    return body_of(document, cast, (document.tokens[first].idx, head[1]))


def deciding_voters(document: Document, span: Span, *, counted: bool) -> Body | None:
    """Who decides by a plain noun: a board with counts ("The bureau rejected it by four votes"), or workers."""
    head = subject_head(document, span)
    token = document.phrase(head)[0] if head else None
    thing = thing_done_to(document, span)
    if head is None or token is None or thing is None or NO_BOARD.search(token.text):
        return None
    if token.tag_ == "NNS" and thing in PUT_TO_ALL and not counted:
        first = min([token, *(child for child in token.lefts if child.dep_ in ("amod", "compound"))], key=lambda t: t.i)
        return Body((first.left_edge.idx, head[1]), document.quote((first.left_edge.idx, head[1])))
    if token.tag_ != "NN" or not counted:
        return None
    the = next((child for child in token.lefts if child.dep_ == "det" and child.text.casefold() == "the"), None)
    if the is None:
        return None
    return Body((the.idx, head[1]), document.quote((the.idx, head[1])))


def people_of(document: Document, span: Span) -> Body | None:
    """The people of a country as the subject of a verb: "Australians have rejected the amendment"."""
    head = subject_head(document, span)
    words = document.quote(head) if head else ""
    country = country_of(words.removesuffix("s")) if words.endswith("s") and words[0].isupper() else None
    return Body(head, f"electorate of {country}") if head and country else None


def of_own_office(document: Document, cast: Cast, span: Span) -> Body | None:
    """The people of the place whose office somebody is told to have where the words for the election name no place."""
    head, office = subject_head(document, span), OFFICE.search(document.text, span[0], span[1] + REACH)
    mention = cast.at(head[0]) if head else None
    person = next((one for one in cast.people if mention and one.id == mention.entity), None)
    if person is None or office is None:
        return None
    held = [role.role for role in person.roles if fold(office.group())[:STEM] in fold(role.role)]
    placed = (place.name for role in held for place in cast.places if re.search(rf"\b{re.escape(place.name)}\b", role))
    named = next(placed, None) or next((name for role in held if (name := _known_in(role))), None)
    return Body(mention.span, f"electorate of {named}") if mention and named else None


def _known_in(role: str) -> str | None:
    """The well-known place that a title names: "former Ohio Gov."."""
    words = role.split()
    runs = (words[i:j] for i in range(len(words)) for j in range(len(words), i, -1))
    return next((" ".join(run) for run in runs if tuple(fold(word) for word in run) in known_places()), None)


def caller_off(document: Document, cast: Cast, span: Span) -> Body | None:
    """The body that puts off or calls off a vote of its own: "Unison called off its ballot"."""
    if not ITS_OWN.match(document.text, span[1]):
        return None
    head = subject_head(document, span)
    mention = cast.at(head[0]) if head else None
    first = cast.at(document.sentence_at(span[0])[0])
    if first and BEHIND_ASIDE.fullmatch(document.text, first.span[1], max(first.span[1], span[0])):
        mention = first
    named = mention and mention.kind is MentionKind.NAME and (mention.entity or "").startswith("org-")
    return Body(mention.span, document.quote(mention.span), mention.entity) if mention and named else None


def choosing_body(document: Document, cast: Cast, span: Span) -> Body | None:
    """Who is said to choose somebody for its own post, by its words: "The state unit elected her as its head".

    People choose nobody so, and a house that is meant by a plain noun is found by others.
    """
    head = subject_head(document, span)
    token = document.phrase(head)[0] if head else None
    if not ITS_POST.match(document.text, span[1], document.sentence_at(span[0])[1]):
        return None
    if head is None or token is None or token.pos_ not in ("NOUN", "PROPN"):
        near = cast.within(
            (document.sentence_at(span[0])[0], span[0])
        )  # a misread subject: "The SNP youth wing elected"
        part = PART.fullmatch(document.text, near[-1].span[1], span[0]) if near else None
        named = part is not None and (near[-1].entity or "").startswith("org-")
        place = (near[-1].span[0], span[0] - 1) if named else None
        return Body(place, document.quote(place)) if place else None
    start = token.left_edge.idx
    own = cast.within((start, head[1]))
    words = document.quote((start, head[1]))
    if any((m.entity or "").startswith("per-") for m in own) or NO_PHRASE.search(words) or not words[:LONG].strip():
        return None
    entity = next((m.entity for m in own if m.span[1] == head[1]), None)
    plain = words == words.lower() and " " not in words.removeprefix("the ")
    return None if plain or len(words) > LONG else Body((start, head[1]), words, entity)


def holding_place(document: Document, cast: Cast, span: Span) -> Body | None:
    """The people of a place that is said to hold a vote."""
    if not HOLDS.search(document.text, *span):
        return None
    head = subject_head(document, span)
    mention = cast.at(head[0]) if head else None
    place = mention.span if mention and mention.kind is MentionKind.NAME and mention.entity is None else None
    place = head if head and mention is None and (document.quote(head).casefold(),) in known_places() else place
    return Body(place, f"electorate of {document.quote(place)}") if place else None


def meeting_room(text: str, start: int) -> Body | None:
    """The members of a party in a house, where a clause tells that they meet and vote: "in a caucus ballot"."""
    found = ROOM.search(text)
    if found is None:
        return None
    room = found["room"].replace("-", " ")
    return Body((start + found.start("room"), start + found.end("room")), f"{found['party'] or ''}{room}")


def own_voters(document: Document, cast: Cast, span: Span) -> Body | None:
    """Those of somebody's own party who vote, with its name where it is told before: "among his own MPs"."""
    found = OWN.search(document.text, *span)
    if found is None:
        return None
    if found["whose"][0].isupper():
        return Body((found.start("whose"), found.end()), f"{found['whose']} {found['who']}", party=True)
    latest = takewhile(lambda mention: found.start() - mention.span[1] < TOLD_BEFORE, cast.before(found.start()))
    parties = {o.id for o in cast.organizations if o.classification is Classification.PARTY}
    party = next((mention for mention in latest if mention.entity in parties), None)
    name = f"{document.quote(party.span)} " if party else ""
    return Body(found.span("who"), f"{name}{found['who'].removeprefix('own ')}", party=True)
