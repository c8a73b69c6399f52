"""Claims, stage 9: an open source comes in, everybody whom it may mean goes out, named or not, the latest first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.extract.cast import Cast, Mention
from generator.extract.claims.open_sources import LEAD, LEAD_PARAGRAPHS, PERSON, PRONOUNS, OpenSource, noun_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span
from generator.extract.lexicon import words
from generator.extract.names.forms import sex_by_name, sex_of
from generator.extract.names.heads import heads
from generator.model.ids import fold
from generator.model.words import Attribution

FURTHEST = 3
"""Paragraphs that are looked back over."""
MOST_ACTORS = 50
"""People and bodies who are weighed for one source; in paragraphs of a usual length there are never as many."""
UNNAMED_ACTORS = 2
DESCRIBED = re.compile(
    r"\b(?:an?|one|another|his|her|their|its) (?:(?!for |of |to )[\w’'-]+ ){0,3}?(?P<noun>[\w’'-]+)(?= |,)",
    re.IGNORECASE,
)
LEAD_WORDS = r"(?:(?:but|and|yet|now|then|last night|however),? )?"
TITLE_WORDS = r"(?:(?:the |former |then |[A-Z][\w’'.-]* ){0,4})"
OF_SOMEBODY = re.compile(
    rf"(?i:{LEAD_WORDS}(?:an?|one|another) (?:[\w’'-]+ ){{0,3}}?(?P<noun>[\w’'-]+) (?:close )?(?:of|for|to) )"
    rf"{TITLE_WORDS}"
)
CALLED = re.compile(r",? (?:[a-z’'-]+ ){1,5}[‘“\"'].{1,80}[’”\"'] by ")
"""What leads from who is called something to who calls them so: `[, labelled ‘a liar’ by ]`."""
FRONTED = re.compile(r"(?:In|On|During|After|At|Over) [^,.;:]*\b(?:to|with) (?:[\w’'.-]+ ){0,3}$")
LONGEST_TO = 60
"""Letters of a name, and what parts it from a source, that are searched for whom the words go to."""
OPENING = re.compile(rf"(?i:{LEAD_WORDS}){TITLE_WORDS}")
OWNED = re.compile(r"['’]s? (?:(?!and |or )[a-z’'-]+ ){0,2}?(?P<noun>[a-z’'-]+) (?=[a-z])(?!and |or )")
NEXT = 3
"""Characters before a sentence that reach into the one before it."""
LAPSE = re.compile(r"\b(?:hours|days|weeks|months|years|shortly|soon|just) (?:before|after) [^,;:.]{0,60}$")
"""What leads from a lapse of time to who did a thing then: `days after former minister `."""
DESCRIBED_WITHIN = 250
"""Letters before a pronoun that are searched for somebody who is only described."""


@dataclass(frozen=True)
class Actor:
    """Somebody who may be meant, where last spoken of: by a name, or as the unnamed source of a claim."""

    entity: str | None
    span: Span
    kind: str
    claim: ClaimFinding | None = None
    later: bool = False


def unnamed_actors(document: Document, cast: Cast, source: OpenSource, before: Sequence[ClaimFinding]) -> list[Actor]:
    """The unnamed sources of the claims just before, `her spokesman`, and who is only described: `One MP frowned`."""
    here = document.paragraph_at(source.span[0])
    found: list[Actor] = []
    seen: set[str] = set()
    for claim in reversed(before):
        span = claim.source[-1]
        if here - document.paragraph_at(span[0]) > FURTHEST or len(found) == UNNAMED_ACTORS:
            break
        written = fold(document.quote(span))
        if claim.attribution == Attribution.UNNAMED and written not in seen and _may_mean(source.kind, written):
            seen.add(written)
            found.append(Actor(None, span, "unnamed", claim))
    described = _described(document, cast, source) if source.group == PERSON else None
    if described is not None and not any(_touch(described.span, actor.span) for actor in found):
        found.append(described)
    return found


def _described(document: Document, cast: Cast, source: OpenSource) -> Actor | None:
    """The last person just before a pronoun who is told of without a name."""
    since = max(source.span[0] - DESCRIBED_WITHIN, 0)
    for found in reversed(list(DESCRIBED.finditer(document.text, since, source.span[0]))):
        named = any(
            mention.span[0] <= found.end() + len(", ") for mention in cast.within((found.end(), source.span[0]))
        )
        noun = fold(found["noun"])
        if noun in words("acts", "unnamed_person") and not named and sex_of(noun) in (PRONOUNS[source.kind], None):
            return Actor(None, found.span(), "described")
    return None


def owners(document: Document, cast: Cast, source: OpenSource, before: Span) -> frozenset[str]:
    """Whom the sentence before only names to say whose somebody is: `An ally of Ms Lee was cross. [She] said`."""
    if source.group != PERSON or source.place != "first":
        return frozenset()
    found: set[str] = set()
    for mention in cast.within(before):
        lead, rest = document.text[before[0] : mention.span[0]], document.text[mention.span[1] : before[1]]
        owned = OF_SOMEBODY.fullmatch(lead) or (OPENING.fullmatch(lead) and OWNED.match(rest))
        if mention.entity is None or not owned:
            continue
        noun = fold(owned["noun"])
        if noun in words("acts", "unnamed_person") and sex_of(noun) in (PRONOUNS[source.kind], None):
            found.add(mention.entity)
    return frozenset(found)


def addressee(document: Document, cast: Cast, source: OpenSource) -> str | None:
    """Whom a phrase before a source says that the words go to: `In a letter to [Ann Lee], he wrote`."""
    before = cast.within((max(source.span[0] - LONGEST_TO, 0), source.span[0]))
    if not before or document.text[before[-1].span[1] : source.span[0]] != ", ":
        return None
    start = document.sentence_at(source.span[0])[0]
    return before[-1].entity if FRONTED.match(document.text[start : before[-1].span[0]]) else None


def called_so(document: Document, cast: Cast, source: OpenSource) -> str | None:
    """Whom somebody else calls something: `[Mr Hale], labelled “a liar” by the premier, left`."""
    start = document.sentence_at(source.span[0])[0]
    before = cast.within((start, source.span[0]))
    is_called = bool(before) and CALLED.fullmatch(document.text, before[-1].span[1], source.span[0]) is not None
    return before[-1].entity if is_called else None


def asking(document: Document, cast: Cast, source: OpenSource, before: Sequence[ClaimFinding]) -> set[str]:
    """Who asked somebody named just before, who answers: `She asked Mr Lee if he knew. “No,” [he] said`."""
    asks = before[-1] if before else None
    if source.kind not in ("he", "she") or asks is None or not asks.cue or asks.speaker is None:
        return set()
    asked = (*cast.within((asks.cue[0][1], asks.content[0][0])), cast.at(asks.content[0][0]))
    is_question = fold(document.quote(asks.cue[0])) in words("acts", "asking")
    own = document.sentence_at(source.span[0])[0]
    is_next = document.sentence_at(max(own - NEXT, 0))[0] <= asks.cue[0][0] < own
    return {asks.speaker} if is_question and is_next and any(one and one.entity for one in asked) else set()


def of_other_sex(
    document: Document, source: OpenSource, before: Sequence[ClaimFinding], sexes: Mapping[str, str]
) -> set[str]:
    """Who was spoken of with the pronoun of the other sex: of whom `he` said a thing, `she` does not say the next."""
    other = {"he": "she", "she": "he"}.get(source.kind)
    told = [claim for claim in before if claim.speaker is not None and claim.source and other is not None]
    found = {str(claim.speaker) for claim in told if document.quote(claim.source[-1]).lower() == other}
    return {one for one in found if one not in sexes}


def named_in_time_clause(
    document: Document, cast: Cast, source: OpenSource, entity: str, sexes: Mapping[str, str]
) -> bool:
    """Whether somebody was last named only to tell when another did a thing, who may be meant as well.

    So in `Ms Lee resigned, days after Ms Hale gave evidence. [She] said`.
    """
    last = next((one.span for one in cast.before(source.span[0]) if one.entity == entity), None)
    if source.kind not in ("he", "she") or last is None:
        return False
    start = document.sentence_at(last[0])[0]
    lapse = LAPSE.search(document.text, start, last[0])
    if lapse is None:
        return False
    sex = PRONOUNS[source.kind]
    others = (str(one.entity) for one in cast.within((start, lapse.start())))
    return any(one.startswith("per-") and one != entity and sexes.get(one, sex) == sex for one in others)


def told_of_by_stranger(
    document: Document, cast: Cast, source: OpenSource, entity: str, before: Sequence[ClaimFinding]
) -> bool:
    """Whether somebody was last named in the words of one who has a post and no name, and who may be meant as well.

    So in `The chairman said it was an attack on Mr Hale. Later, [he] said`.
    """
    last = next((one.span for one in cast.before(source.span[0]) if one.entity == entity), None)
    if source.kind not in ("he", "she") or last is None:
        return False
    for claim in before[-2:]:
        within = any(start <= last[0] < end for start, end in claim.content)
        written = fold(document.quote(claim.source[-1])) if claim.source else ""
        noun = noun_of(written, in_lead=False)
        held = heads().get((noun,))
        may_mean = held is not None and held.office and noun not in words("acts", "unnamed_person")
        may_mean = may_mean and sex_of(noun) in (PRONOUNS[source.kind], None)
        if within and claim.speaker is None and written.startswith("the ") and may_mean:
            return True
    return False


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _may_mean(kind: str, unnamed: str) -> bool:
    """Whether a pronoun may stand for an unnamed source by its form: `she` for no spokesman, `he` for no sources."""
    sex = PRONOUNS.get(kind)
    if not sex:
        return True
    if unnamed in PRONOUNS:
        return unnamed == kind
    told = noun_of(unnamed, in_lead=True) or unnamed.split()[-1]
    return is_one_person(unnamed) and sex_of(told) in (sex, None)


def is_one_person(unnamed: str) -> bool:
    """Whether an unnamed source is one person by its words."""
    told = noun_of(unnamed, in_lead=True) or unnamed.split()[-1]
    return told in words("acts", "unnamed_person") or unnamed.split()[0] in {"one", "another", "a", "an"}


def later_actors(document: Document, cast: Cast, source: OpenSource) -> list[Actor]:
    """Those who are named for the first time just after a source in an article's first lines, in reading order."""
    here = document.paragraph_at(source.span[0])
    if here >= LEAD_PARAGRAPHS or source.group != LEAD:
        return []
    last = document.paragraphs[min(here + LEAD_PARAGRAPHS, len(document.paragraphs) - 1)][1]
    known = {mention.entity for mention in cast.within((0, source.span[0]))}
    found: dict[str, Actor] = {}
    for mention in cast.within((source.span[1], last)):
        entity = mention.entity
        if entity is not None and entity.startswith("per-") and entity not in known:
            found.setdefault(entity, Actor(entity, mention.span, str(mention.kind), later=True))
    return list(found.values())[:MOST_ACTORS]


def latest_mentions(document: Document, cast: Cast, source: Span) -> list[Mention]:
    """The last mention of everybody in the paragraphs that are looked back over, the latest first."""
    here = document.paragraph_at(source[0])
    found: dict[str, Mention] = {}
    for mention in cast.before(source[0]):
        if here - document.paragraph_at(mention.span[0]) > FURTHEST or len(found) == MOST_ACTORS:
            break
        if mention.entity is not None:
            found.setdefault(mention.entity, mention)
    return list(found.values())


def by_form(source: OpenSource, latest: Sequence[Mention], sexes: Mapping[str, str]) -> list[Mention]:
    """Those whom a source can mean by its form: `he` no body and no woman, `it`, `they` and `the council` no person."""
    if source.kind in ("he", "she"):
        sex = PRONOUNS[source.kind]
        people = [m for m in latest if str(m.entity).startswith("per-")]
        return [m for m in people if sexes.get(str(m.entity), sex) == sex]
    if source.kind in ("it", "they") or source.group == "body":
        return [m for m in latest if str(m.entity).startswith("org-")]
    return list(latest)


def sexes_told(document: Document, cast: Cast) -> Mapping[str, str]:
    """`m` or `f` by id, where a form of address, a title, kinship, a pronoun or a given name tells it."""
    found = {person.id: sex for person in cast.people if (sex := sex_by_name(person.name))}
    for mention in cast.mentions:
        pronoun = PRONOUNS.get(document.quote(mention.span).lower())
        if mention.entity and pronoun:
            found[mention.entity] = pronoun
    return found | {person.id: person.sex for person in cast.people if person.sex}
