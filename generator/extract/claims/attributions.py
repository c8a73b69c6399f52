"""Claims, stage 8: the words of a source come in, how the claim is attributed and whose it is go out.

An unnamed source is never taken for a person named beside it: `a spokesman for Mr Philp`, `Mr Hobday's supporters`.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.model.ids import fold
from generator.model.words import Attribution

CLAUSE = re.compile(r"\b(?:who|which|whose|whom|that)\b")
INDEFINITE = re.compile(r"(?:an?|one|another|some|several|many|two|three|four|senior) ", re.IGNORECASE)
DEFINITE = re.compile(r"the (\w+)", re.IGNORECASE)
DOCUMENTS = (
    r"(?:report|statement|survey|poll|study|analysis|press release|release|letter|memo|memorandum|judgment|ruling|note"
    r"|tweet|post|manifesto|notice|newsletter|website|review|submission|briefing|records|data|figures|statistics"
    r"|projections|estimates|decree|proclamation)"
)
DOCUMENT_BY = re.compile(
    rf"(?:an?|the|its|their)? ?(?:[\w’'-]+ ){{0,4}}{DOCUMENTS} (?:issued |published |released |written |conducted "
    r"|sent |posted )?(?:on \w+ |late on \w+ )?(?:by|from) (?:the )?",
    re.IGNORECASE,
)
ITS_DOCUMENT = re.compile(rf"(?P<possessive>['’]s?)? (?:own )?(?:[\w’'-]+ ){{0,3}}{DOCUMENTS}s?\b", re.IGNORECASE)
BODY_NOUNS = frozenset(
    (
        "union",
        "party",
        "government",
        "council",
        "caucus",
        "group",
        "committee",
        "agency",
        "ministry",
        "department",
        "company",
        "firm",
        "charity",
        "newspaper",
        "board",
        "commission",
        "federation",
        "association",
        "authority",
        "trust",
        "bank",
        "club",
        "movement",
        "coalition",
        "campaign",
    )
)
HAS_IT = re.compile(
    r"\b(?:seen|obtained|reviewed|examined|viewed|read|leaked|passed|shown|shared|handed|sent|given|heard|addressed)"
    r" (?:by|to|with)(?: [Tt]he)? $"
)
GENERIC_BODY = re.compile(
    r"(?:the|its|their) (?:[a-z-]+ )?"
    r"(?:government|company|party|union|department|ministry|agency|commission|committee|council|firm)"
    r"|(?!an? |his |her |my )(?:[\w.’'-]+ ){1,4}(?:government|ministry|military|army|navy|embassy)"
    r"|(?:the )?(?:[\w.-]+ ){1,3}(?:administration|campaign)",
    re.IGNORECASE,
)
WITHIN = frozenset(("at", "in", "inside", "within"))
"""Between two bodies, of which the first speaks: the Labour group at Holyrood."""
AFTER_NAMES = frozenset(("MP", "MSP", "MEP", "MLA", "MS", "TD", "KC", "QC", "OBE", "MBE", "CBE"))
"""What is written after a person's name and makes nobody else of them."""
OF_PERSON = BODY_NOUNS | {"administration", "presidency", "ticket", "foundation"}
"""What a person's name before it makes a body of: the Biden campaign is not Mr Biden."""
LEADING = re.compile(r"(?:an?|the) ", re.IGNORECASE)
COORDINATED = re.compile(r"(?:,|,? and|,? or|&| as well as)(?: the)?(?: [\w.'’-]+){0,6}", re.IGNORECASE)


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
    if (author := _author(document, cast, source)) is not None:
        return Attributed(attribution=_named(author), speaker=author)
    if _is_described(document.quote(source)):
        return UNNAMED
    heads = [mention for mention in _mentions(cast, source) if _is_head(document, source, mention)]
    if not heads and (body := _only_body(cast, document.quote(source))) is not None:
        return Attributed(attribution=Attribution.NAMED_ORGANIZATION, speaker=body)
    if (
        not heads
        or heads[0].entity is None
        or (heads[0].entity.startswith("org-") and INDEFINITE.match(document.quote(source)))
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


def _named(entity: str) -> Attribution:
    return Attribution.NAMED_PERSON if entity.startswith("per-") else Attribution.NAMED_ORGANIZATION


def _author(document: Document, cast: Cast, source: Span) -> str | None:
    """Who a document is by: `a statement from the council`, `the council's annual report`; not who only has seen it."""
    text = document.text
    for mention in cast.within(source):
        if mention.entity is None or mention.kind is MentionKind.PRONOUN:
            continue
        before, after = text[source[0] : mention.span[0]], text[mention.span[1] : source[1]]
        own = not before.strip() or LEADING.fullmatch(before)
        its = ITS_DOCUMENT.match(after)
        if own and its and (its["possessive"] or mention.entity.startswith("org-")):
            return mention.entity
        follows = re.split(r"[^\w’'-]", after.lstrip(), maxsplit=1)[0].lower()
        if DOCUMENT_BY.fullmatch(before) and follows not in words("acts", "unnamed"):
            return mention.entity
    return None


def without_name(document: Document, cast: Cast, source: Span) -> Attributed:
    """What a source that means nobody known is: a body all the same, `the government`, `Iran`, or somebody unnamed."""
    mention = cast.at(source[1] - 1)
    is_place = mention is not None and mention.entity is None and mention.span[0] <= source[0] + len("the ")
    if is_place or GENERIC_BODY.fullmatch(document.quote(source)):
        return Attributed(attribution=Attribution.NAMED_ORGANIZATION)
    return UNNAMED


def _only_body(cast: Cast, source: str) -> str | None:
    """The organization that `the council` must be: the only one in the article whose name begins or ends with it."""
    definite = DEFINITE.fullmatch(source)
    if definite is None or fold(definite.group(1)) in words("acts", "unnamed"):
        return None
    noun = fold(definite.group(1))
    named = [
        body.id for body in cast.organizations if noun in {fold(body.name).split()[0], fold(body.name).split()[-1]}
    ]
    return named[0] if len(named) == 1 else None


def _is_described(source: str) -> bool:
    """Whether the phrase's own head is an unnamed person: `a spokesman for the chief whip, Jo Bloggs`, `X's aides`."""
    first = re.split(r"[,—–(]| who ", source)[0].lower().split()
    place = next((at for at, word in enumerate(first) if at and word in words("acts", "describing")), len(first))
    head = first[place - 1] if place else ""
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
    segment = re.split(r"[,—–(]", before)[-1].split()
    is_person = str(mention.entity).startswith("per-")
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
    }:
        return True
    noun = follows.group().lower()
    if is_person:
        return follows.group() in AFTER_NAMES or noun not in words("acts", "unnamed") | OF_PERSON
    return noun in BODY_NOUNS and not re.match(r" [\w’'-]+", after.lstrip()[len(noun) :])


def _of_body(segment: list[str]) -> bool:
    """Whether the words before a body's name only tell of it who speaks: `observers from`, `tally men of the`."""
    lower = [word.lower() for word in segment]
    place = next((at for at, word in enumerate(lower) if at and word in words("acts", "describing")), 0)
    return bool(place) and (lower[place - 1] not in BODY_NOUNS or lower[place] in WITHIN)


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
            return indefinite or any(earlier in words("acts", "unnamed") for earlier in lower[:place])
    return lower[-1:] == ["to"] or lower[-1:] == ["with"]
