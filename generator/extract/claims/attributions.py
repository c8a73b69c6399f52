"""Claims, stage 8: the words of a source come in, how the claim is attributed and whose it is go out.

An unnamed source is never taken for a person named beside it: `a spokesman for Mr Philp`, `Mr Hobday's supporters`.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.claims.open_sources import DETERMINED, noun_of
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.extract.names.forms import suffixes
from generator.extract.numbers import NUMBER
from generator.model.ids import fold
from generator.model.words import Attribution, Classification

CLAUSE = re.compile(r"\b(?:who|which|whose|whom|that)\b")
INDEFINITE = re.compile(r"(?:an?|one|another|some|several|many|two|three|four|senior) ", re.IGNORECASE)
DEFINITE = re.compile(r"the (\w+)", re.IGNORECASE)
HAS_IT = re.compile(rf"\b(?:{'|'.join(sorted(words('acts', 'held')))}) (?:by|to|with)(?: [Tt]he)? $")
COUNTED = re.compile(rf"(?:{NUMBER}|\b(?:both|several|some)) $", re.IGNORECASE)
"""What stands before people who are counted, not before a body: `the three [Liberals]`."""
WITHIN = frozenset(("at", "in", "inside", "within"))
"""Between two bodies, of which the first speaks: the Labour group at Holyrood."""
POSSESSOR = re.compile(r"(.+?)['’]s? ")
LEADING = re.compile(r"(?:an?|the) ", re.IGNORECASE)
OFFICE = re.compile(r"(?:(?:[Aa]n?|[Tt]he) )?(?:[A-Z][\w’'.-]* ){1,4}")
"""What stands before somebody's name as a title: `[Judge] Farrell's report`."""
APPOSED = re.compile(
    r"(?P<described>(?:an?|the|one|another|two|three|its|his|her|their|whose) [^,–—]+), (?:an? |the )?", re.IGNORECASE
)
TITLED = re.compile(r"(?:(?!for |by |with )[\w.’'-]+ ){0,5}", re.IGNORECASE)
CUT = re.compile(r"\b(\w+)(?: close| loyal| sympathetic)? (?:to|for|of|with) (?:the )?(?:[A-Z]\w*\.? )?$")
BY = re.compile(r"\b(?:chaired|founded|headed|led|owned|run) by (?:[\w.’'-]+ ){0,4}$")
"""What leads up to whose a body is, rather than to who speaks: `the party, in the state led by [Ann Lee]`."""
LONGEST_CUT = 50
SETTLED = re.compile(r"(?:an?|one|some|several|two|his|her|my) ", re.IGNORECASE)
OF_PERSON = frozenset(["administration", "presidency", "ticket"])
"""What, beside bodies, a person's name before it makes a body of: the Biden campaign is not Mr Biden."""
WHOSE_KIND = frozenset({"amod", "compound", "nmod"})
"""Arcs of a participle that is part of a title: `council planning chief`."""
COORDINATED = re.compile(r"(?:,|,? and|,? or|&| as well as)(?: the)?(?: [\w.'’-]+){0,6}", re.IGNORECASE)
EXAMPLES = re.compile(r"\w(?:s|men|people),? (?:including|such as|among them) ")
"""Several are told of, and who is named is among them: `ministers such as [Ann Lee]`."""


@dataclass(frozen=True, kw_only=True)
class Attributed:
    """Whose a claim is: `speaker` and `joint_with` are ids, given only where they are certain."""

    attribution: Attribution
    speaker: str | None = None
    joint_with: tuple[str, ...] = ()


UNNAMED = Attributed(attribution=Attribution.UNNAMED)
UNATTRIBUTED = Attributed(attribution=Attribution.UNATTRIBUTED)


def attribute(document: Document, cast: Cast, source: Span | None) -> Attributed:
    """Whose the words of a source are."""
    if source is None:
        return UNATTRIBUTED
    if _is_of_unnamed(document, source):
        return UNNAMED
    if (by := _paper_by().match(document.quote(source))) is not None:
        return attribute(document, cast, (source[0] + by.end(), source[1]))
    if (owner := _owner(document, cast, source)) is not None:
        return Attributed(attribution=_named(owner), speaker=owner)
    if (named := _apposed(document, cast, source)) is not None:
        return attribute(document, cast, named)
    if _is_described(document.quote(source)):
        return UNNAMED
    heads = [mention for mention in _mentions(cast, source) if _is_head(document, source, mention)]
    if not heads and (body := _only_body(cast, document.quote(source))) is not None:
        return Attributed(attribution=Attribution.NAMED_ORGANIZATION, speaker=body)
    if (
        not heads
        or heads[0].entity is None
        or EXAMPLES.search(document.text, source[0], heads[0].span[0])
        or (heads[0].entity.startswith("org-") and _is_one_of(document, source, heads[0]))
    ):
        return UNNAMED
    speakers = [heads[0].entity]
    for before, mention in pairwise(heads):
        between = document.text[before.span[1] : mention.span[0]]
        if (
            mention.entity not in {None, *speakers}
            and COORDINATED.fullmatch(between.rstrip())
            and " and" in document.quote(source)
        ):
            speakers.append(str(mention.entity))
    return Attributed(attribution=_named(speakers[0]), speaker=speakers[0], joint_with=tuple(speakers[1:]))


def _is_of_unnamed(document: Document, source: Span) -> bool:
    """Whether a source is only the end of a description: `Aides to Mr. [Bell]`, `a person close to [him]`."""
    found = CUT.search(document.text, max(source[0] - LONGEST_CUT, 0), source[0])
    named_after = "," in document.quote(source)  # "one of [them, Ann Lee]"
    return found is not None and not named_after and fold(found[1]) in words("acts", "unnamed")


def _is_one_of(document: Document, source: Span, body: Mention) -> bool:
    """Whether an indefinite phrase is of somebody of a body, `a Liberal`, not of the body: `a divided High Court`."""
    written = document.quote(source)
    if fold(document.quote(body.span)) in words("acts", "unnamed_person") and source[1] == body.span[1]:
        return True  # "the Oregon Republican" is one, be it open who
    if COUNTED.search(document.text, source[0], body.span[0]):
        return True  # "the committee of three Liberals" is several of them and others
    if not INDEFINITE.match(written):
        return False
    called = document.text[source[0] : body.span[0]].endswith((" called ", " of the "))
    return not called and fold(document.quote(body.span)).split()[-1] not in words("acts", "bodies")


def _apposed(document: Document, cast: Cast, source: Span) -> Span | None:
    """Where a name stands that a description is followed by: `a lawyer for the board, [Ann Lee]`, `one of them, [Lee]`.

    None where the description ends in somebody else who may bear the name: `a spokesman for the chief whip, Ann Lee`.
    """
    found = APPOSED.match(document.quote(source))
    if found is None or _may_bear_name(found["described"]):
        return None
    start = source[0] + found.end()
    mention = next((m for m in cast.within((start, source[1])) if m.entity is not None), None)
    if mention is None or mention.kind is not MentionKind.NAME:
        return None
    between = document.text[start : mention.span[0]]
    is_person = str(mention.entity).startswith("per-")
    if not (TITLED if is_person else LEADING).fullmatch(between) and between:
        return None
    return start, source[1]


def _may_bear_name(described: str) -> bool:
    """Whether a description ends in a person, beside the one that it describes, of whom a name after it may be."""
    told = [fold(word) for word in re.findall(r"[\w’'-]+", described)]
    of = next((at for at, word in enumerate(told) if at and word in words("acts", "describing") | {"who"}), None)
    if of is None or (told[0] in {"one", "another"} and told[1] == "of"):
        return False
    return told[-1] in people_nouns()


@cache
def people_nouns() -> frozenset[str]:
    """The last words of titles and of what unnamed people are called."""
    titles = (title.split()[-1] for kind in ("offices", "callings") for title in words("roles", kind) if title.strip())
    return words("acts", "unnamed_person") | frozenset(titles)


def _named(entity: str) -> Attribution:
    return Attribution.NAMED_PERSON if entity.startswith("per-") else Attribution.NAMED_ORGANIZATION


@cache
def _paper_by() -> re.Pattern[str]:
    """What leads up to who a paper is by: `a [poll] of 900 voters released on Monday by`, `an [email] from`."""
    papers, made = "|".join(sorted(words("acts", "papers"))), "|".join(sorted(words("acts", "made")))
    of = r"(?: (?:of|to) [\w,.’'-]+(?: [\w’'-]+){0,3}?)?,?"
    by = rf"(?: (?:quietly )?(?:{made})(?: [\w’'-]+){{0,5}}?| (?:on|late|last) [\w ]+?)? (?:by|from) "
    # who only has published a letter did not write it
    unsent = r"(?!.*(?:letters?|memo|e-?mails?|notes?|documents?|message|diary|text) (?:issued|published|released)\b)"
    return re.compile(rf"{unsent}(?:[\w’'-]+ ){{0,5}}(?:{papers}){of}{by}", re.IGNORECASE)


@cache
def _its_paper() -> re.Pattern[str]:
    papers = "|".join(sorted(words("acts", "papers")))
    return re.compile(rf"(?P<possessive>['’]s?)? (?:own )?(?:[\w’'-]+ ){{0,3}}(?:{papers})s?\b", re.IGNORECASE)


def _owner(document: Document, cast: Cast, source: Span) -> str | None:
    """Whose a paper is: `the council's annual report`, `a Treasury note`; not who only has seen it."""
    for mention in cast.within(source):
        before = document.text[source[0] : mention.span[0]]
        if mention.entity is None or mention.kind is MentionKind.PRONOUN:
            continue
        if not _leads(before) and not (mention.entity.startswith("per-") and OFFICE.fullmatch(before)):
            continue
        its = _its_paper().match(document.text[mention.span[1] : source[1]])
        if its and (its["possessive"] or mention.entity.startswith("org-")):
            return mention.entity
    return None


def _leads(before: str) -> bool:
    return not before.strip() or LEADING.fullmatch(before) is not None


def without_name(document: Document, cast: Cast, source: Span) -> Attributed:
    """What a source that means nobody known is: a body all the same, `the government`, `Iran`, or somebody unnamed."""
    mention = cast.at(source[1] - 1)
    is_place = mention is not None and mention.entity is None and mention.span[0] <= source[0] + len("the ")
    if is_place or _is_body(document.quote(source)):
        return Attributed(attribution=Attribution.NAMED_ORGANIZATION)
    return Attributed(attribution=Attribution.NAMED_PERSON) if _is_full_name(document, source) else UNNAMED


def _is_full_name(document: Document, source: Span) -> bool:
    """Whether a source is somebody's full name with a post, though it is open which of two it is: `Ann Lee the MP`."""
    words_of_it = document.phrase(source)
    name = next((at for at, token in enumerate(words_of_it) if token.ent_type_ != "PERSON"), 0)
    return name > 1 and words_of_it[name].lower_ == "the"


def _is_body(written: str) -> bool:
    """Whether a description is of one body: `the mayor's office`, `its board`, `the Iraqi government's report`."""
    if SETTLED.match(written) or _are_of_body(written):
        return False
    noun = noun_of(written, in_lead=True) or fold(written).split()[-1]
    if noun in words("acts", "papers"):
        owner = POSSESSOR.match(written)
        return owner is not None and _is_body(owner[1])
    known = "bodies" if DETERMINED.match(written) else "bare_bodies"
    return noun in words("acts", known)


def _are_of_body(written: str) -> bool:
    """Whether a phrase is of people of a body, not of the body: `Sources in the Ministry`."""
    told = fold(written).split()
    of = next((at for at, word in enumerate(told) if at and word in words("acts", "describing")), 0)
    return told[max(of - 1, 0)] in words("acts", "unnamed") - words("acts", "bodies") - words("acts", "papers")


def _only_body(cast: Cast, source: str) -> str | None:
    """The organization that `the council` must be: the only one in the article whose name begins or ends with it."""
    definite = DEFINITE.fullmatch(source)
    if definite is None or fold(definite.group(1)) in words("acts", "unnamed"):
        return None
    noun = fold(definite.group(1))
    named = [body for body in cast.organizations if noun in {fold(body.name).split()[0], fold(body.name).split()[-1]}]
    if len(named) != 1:
        return None
    alike = {body.id for body in cast.organizations if body.classification == named[0].classification}
    is_party = named[0].classification is Classification.PARTY
    return None if is_party and len(alike) > 1 else named[0].id


def _is_described(source: str) -> bool:
    """Whether the phrase's own head is an unnamed person: `a spokesman for the chief whip, Jo Bloggs`, `X's aides`."""
    first = re.split(r"[,—–(]| who ", source)[0].lower().split()
    place = next((at for at, word in enumerate(first) if at and word in words("acts", "describing")), len(first))
    described = first[:place]
    while place < len(first) and described[1:] and described[-1] in words("cues_grammar", "close_to"):
        described.pop()
    head = described[-1] if described else ""
    indefinite = bool(first) and first[0] in {"a", "an", "one", "another", "some", "several", "two", "three"}
    if place < len(first):
        return head in words("acts", "unnamed") and (indefinite or head not in words("acts", "titles"))
    return (
        head in words("acts", "unnamed")
        and any(word.endswith(("'s", "’s", "s'", "s’")) for word in first)
        and "," not in source
    )


def _mentions(cast: Cast, source: Span) -> list[Mention]:
    found = [mention for mention in cast.within(source) if mention.entity is not None]
    outer = cast.at(source[0])
    if outer is not None and outer.entity is not None and outer not in found and outer.span[1] >= source[1]:
        found.append(outer)
    people = [
        mention
        for mention in found
        if str(mention.entity).startswith("per-") and mention.kind is not MentionKind.PRONOUN
    ]
    lone = [mention for mention in found if mention.span[0] <= source[0] and mention.span[1] >= source[1]]
    return people + [
        mention
        for mention in found
        if mention not in people and (mention.kind is not MentionKind.PRONOUN or mention in lone)
    ]


def _is_head(document: Document, source: Span, mention: Mention) -> bool:
    """Whether a mention is what the source phrase names, not what it only describes the source by."""
    text = document.text
    before = text[source[0] : max(mention.span[0], source[0])]
    after = text[mention.span[1] : source[1]]
    if re.match(r"['’]s?\b(?!\w)|['’]s\b", after) or CLAUSE.search(before) or HAS_IT.search(before):
        return False
    if _has_participle(document, (source[0], max(mention.span[0], source[0]))):
        return False
    segment = re.split(r"[,—–(]", before)[-1].split()
    is_person = str(mention.entity).startswith("per-")
    if is_person and (BY.search(before) or _is_listed(before, after)):
        return False
    if _describes(segment) or (is_person and segment[-1:] == ["of"]) or (not is_person and _of_body(segment)):
        return False
    follows = re.match(r"[\w'’-]+", after.lstrip()) if after[:1] in {" ", "-"} else None
    if follows is None or follows.group().lower() in {
        "and",
        "or",
        "who",
        "which",
        "of",
        "in",
        "for",
        "at",
        "on",
        "from",
        "himself",
        "herself",
        "itself",
        "also",
        "both",
    }:
        return True
    noun = follows.group().lower()
    if is_person:
        is_suffix = noun in suffixes() and not follows.group().istitle() and not INDEFINITE.fullmatch(before)
        return is_suffix or noun not in words("acts", "unnamed") | words("acts", "bodies") | OF_PERSON
    return noun in words("acts", "bodies") and not re.match(r" [\w’'-]+", after.lstrip()[len(noun) :])


def _has_participle(document: Document, before: Span) -> bool:
    """Whether words only tell what a source does to somebody: `a mayor facing [Ms Lee]`, but not `ranking member`."""
    start = max(document.text.rfind(mark, *before) for mark in ",—–(")
    told = pairwise(document.phrase((max(start, before[0]), before[1])))
    return any(
        two.tag_ == "VBG"
        and two.dep_ not in WHOSE_KIND
        and one.pos_ in {"NOUN", "PROPN"}
        and (two.i + 1 == len(two.doc) or two.nbor().pos_ != "NOUN")
        for one, two in told
    )


def _is_listed(before: str, after: str) -> bool:
    """Whether somebody is one of several whom others speak for: `counsel for Lee, [Tarn] and [Quill]`."""
    first, *rest = before.split(",")
    return bool(rest) and (before.endswith("and ") or after.startswith(" and ")) and _describes(first.split())


def _of_body(segment: list[str]) -> bool:
    """Whether the words before a body's name only tell of it who speaks: `observers from`, `tally men of the`."""
    lower = [word.lower() for word in segment]
    place = next((at for at, word in enumerate(lower) if at and word in words("acts", "describing")), 0)
    return bool(place) and (lower[place - 1] not in words("acts", "bodies") or lower[place] in WITHIN)


def _describes(segment: list[str]) -> bool:
    """Whether the words before a name are `a spokesman for` or `friends of`, not a title: `leader of the House`."""
    lower = [word.lower() for word in segment]
    apposed = bool(lower) and lower[-1] not in words("acts", "describing") | {"and", "or"}
    for place, word in enumerate(lower):
        if word.endswith(("'s", "’s", "s'", "s’")) and any(
            later in words("acts", "unnamed") for later in lower[place + 1 :]
        ):
            return not apposed  # "her spokesman Bob Lee" is he
        if word in words("acts", "describing") and place:
            if lower[place - 1] in words("acts", "offices") and apposed and segment[-1][0].isupper():
                return False  # "Prime Minister of India Narendra Modi"
            indefinite = lower[0] in {
                "a",
                "an",
                "one",
                "another",
                "some",
                "two",
                "three",
                "several",
                "both",
                "many",
                "people",
            }
            last = max((at + 1 for at in range(place) if lower[at] == "and"), default=0)  # "minister and leader of"
            return indefinite or any(earlier in words("acts", "unnamed") for earlier in lower[last:place])
    return lower[-1:] == ["to"] or lower[-1:] == ["with"]
