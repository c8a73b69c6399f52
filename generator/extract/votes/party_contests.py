"""Extraction of votes: the words for an election come in, the party that chooses in it goes out: it holds a primary."""

import re
from itertools import takewhile

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.names.places import known_places
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import PART_OF_NAME, Body
from generator.extract.votes.clauses import Clause
from generator.extract.votes.subjects import subject_head
from generator.model.ids import fold
from generator.model.words import Classification

# What a party holds among its own people: who is to stand for it, and who leads it.
INNER = Pattern(
    r"\b(?P<what>primar(?:y|ies)|caucuses|(?<!['’]s )caucus|nomination|nominating (?:convention|caucus)|preselection"
    r"|leadership (?:election|contest|race|ballot|spill|challenge))\b",
    re.IGNORECASE,
)
STOOD_FOR = Pattern(r"\b(?:for|in) the (?:[A-Z][\w-]* ){1,3}(?P<what>leadership)\b")
# The same where it is what is won, or what somebody is chosen for.
LEADERSHIP = Pattern(r"\b(?P<what>leadership)(?! of the (?:council|house|senate|assembly)\b)", re.IGNORECASE)
CHOSEN_AS = Pattern(
    r"(?:chose|chosen|selected|picked|nominated) [^.;]{3,80}? as (?:its|their|the) (?:[A-Z]\w+ )*"
    r"(?P<what>candidate|nominee)\b"
)
# An election that all the people may vote in, whose name has no party: "the 2030 presidential election".
OTHER_CONTEST = Pattern(r"\b(?:elections?|by-?elections?|polls?|run-?off|seat|referendum)$", re.IGNORECASE)
# A party by its adjective, where the article does not tell what it is.
ADJECTIVE = r"(?P<party>Democratic|Republican|Labour|Conservative|Liberal|Green|GOP)"
# Whose contest it is, right before its noun: "the Democratic Party's Ohio primary".
OWN = Pattern(r"(?: Party)?(?:['’]s?)?(?: and [A-Z]\w+)?(?: (?!won|lost|win|wins)[\w’'-]+){0,5} $")
OWN_ADJECTIVE = Pattern(rf"\b{ADJECTIVE}(?: Party)?(?:['’]s?)?(?: and [A-Z]\w+)?(?: [\w’'-]+){{0,5}} $")
# The party that was told of before.
THE_PARTY = Pattern(r"\b(?:[Tt]he|[Tt]heir|[Hh]is|[Hh]er) party\b")
TOLD_BEFORE = 400  # characters within which "the party" is the one named last
# Whose leadership it is, told after it.
OF_WHAT = Pattern(r"(?: \w+)? of ")
# Between a subject and its verb.
BEHIND_ASIDE = Pattern(r"(?: \([^)]{1,20}\))?,[^,;]{3,80},(?: (?:has|have|will|is|are|then|also))* ")
# The place of a party, before its name and after it.
OWNER = Pattern(r"(?P<place>(?<![\w-])[A-Z][\w-]*(?: [A-Z][\w-]*){0,2}?)(?:['’]s)? $")
INSIDE = Pattern(r" (?:in|of) (?P<place>[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})")
NEAR = 60  # characters around who won, within which the contest is named


def inner_contest(text: str, near: Span) -> re.Match[str] | None:
    """The contest inside a party that the words around a cue tell of; none where the cue is another election's name.

    Args:
        text: the clause.
        near: where in it the cue stands.
    """
    if found := INNER.search(text, near[0], near[1]) or LEADERSHIP.search(text, near[0], near[1]):
        return found
    if found := CHOSEN_AS.match(text, near[0]):
        return found
    if OTHER_CONTEST.search(text, near[0], near[1]):
        return None
    around = text[: near[1] + NEAR], max(0, near[0] - NEAR)
    return INNER.search(*around) or STOOD_FOR.search(*around)


def choosing_party(document: Document, cast: Cast, clause: Clause, near: Span, contest: re.Match[str]) -> Body | None:
    """The party whose contest it is, as its own name, "the party" or the clause's subject tells.

    Args:
        near: where in the clause the cue stands.
        contest: what `inner_contest` found.
    """
    at = clause.start + contest.start("what")
    before = next((m for m in cast.within((clause.start, at))[::-1] if _is_party(cast, m)), None)
    if before and OWN.fullmatch(document.quote((before.span[1], at))):
        return _body(document, cast, before)
    if own := OWN_ADJECTIVE.search(clause.text[: contest.start("what")]):
        words = own["party"] if own["party"] == "GOP" else f"{own['party']} Party"
        return Body((clause.start + own.start("party"), clause.start + own.end("party")), words)
    if party := subject_party(document, cast, (clause.start + near[0], clause.start + near[1])):
        return party
    theirs = THE_PARTY.search(clause.text[: contest.start("what")], max(0, contest.start("what") - 2 * NEAR))
    alone = contest["what"].casefold().startswith("leadership") and not OF_WHAT.match(clause.text, contest.end("what"))
    return party_before(document, cast, at) if theirs or alone else None


def in_full(name: str) -> str:
    """A party's name with its noun: "Republican Party" of "Republicans"."""
    if name.casefold().endswith(("party", "gop")):
        return name
    names: list[str] = next((names for names in lexicon("institutions")["party"] if name in names), [])
    return next((full for full in names if full.endswith("Party")), f"{name} Party")


def place_of_party(document: Document, cast: Cast, party: Body) -> Span | None:
    """The place whose people a party's are, told right beside its name: "Ohio's Republicans", "Democrats in Iowa"."""
    start, end = party.span
    beside = (OWNER.search(document.text, max(0, start - NEAR), start), INSIDE.match(document.text, end))
    names = {one.name for one in cast.places}
    known = (f for f in beside if f and (f["place"] in names or tuple(fold(f["place"]).split()) in known_places()))
    return next((found.span("place") for found in known), None)


def party_before(document: Document, cast: Cast, at: int) -> Body | None:
    """The party that was named last before "the party"."""
    latest = takewhile(lambda mention: at - mention.span[1] < TOLD_BEFORE, cast.before(at))
    return next((_body(document, cast, mention) for mention in latest if _is_party(cast, mention)), None)


def subject_party(document: Document, cast: Cast, span: Span) -> Body | None:
    """The party that is the subject of a verb: "Labour will select a candidate"."""
    head = subject_head(document, span)
    mention = cast.at(head[0]) if head else None
    start = document.sentence_at(span[0])[0]
    first = next((one for one in cast.within((start, min(start + NEAR, span[0]))) if _is_party(cast, one)), None)
    if first and BEHIND_ASIDE.fullmatch(document.quote((first.span[1], max(first.span[1], span[0])))):
        mention = first
    if (
        mention is None
        or not _is_party(cast, mention)
        or PART_OF_NAME.search(document.text, max(0, mention.span[0] - NEAR), mention.span[0])
    ):
        return None
    return _body(document, cast, mention)


def _is_party(cast: Cast, mention: Mention) -> bool:
    if mention.kind is not MentionKind.NAME:
        return False
    return any(o.id == mention.entity and o.classification is Classification.PARTY for o in cast.organizations)


def _body(document: Document, cast: Cast, mention: Mention) -> Body:
    """A party as a body: by its id, in the words of its fullest name."""
    name = cast.names.get(mention.entity or "", "") or document.quote(mention.span)
    if re.fullmatch(ADJECTIVE, name) and name not in ("Labour", "GOP"):
        return Body(mention.span, f"{name} Party", party=True)
    return Body(mention.span, name, mention.entity, party=True)
