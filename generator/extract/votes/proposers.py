"""Extraction of votes: the sentences that tell of a vote come in, who brought the motion goes out, or None."""

import re
from collections.abc import Sequence
from functools import cache

from generator.extract.cast import Cast, Mention
from generator.extract.document import Document
from generator.extract.findings import Span, Spans
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import words
from generator.model.words import Classification

NEAR = 40
CLOSE = 3
POSSESSIVE = re.compile(r"['’]s\b")
GAP = Pattern(
    r"(?:['’]s?)?(?:\s*(?:the|new|own|second|MP|MPs|member|peer|Mr|Ms|Mrs|Dr|Sir|Lord|Lady|,|-backed|-led|leader|backbencher)\b)*\s*"
)
LONGEST_OBJECT = 60
OF_CONFIDENCE = Pattern(r"\bconfidence\b", re.IGNORECASE)
AGAINST = Pattern(r"\b(?:no|non)[ -]confidence\b|\bcensure\b", re.IGNORECASE)
ACTS = Pattern(
    r"\b(?:(?:will|would|to|has|have|had|is to|are to|plans to|plan to) (?:table|force|bring|move|try to force)"
    r"|tabled|forced|unveil\w*)\b"
    r"(?! by\b)(?=[^.;]{0,60}\b(?:vote|amendment|motion|division|resolution|ballot)\b)"
)


def find_proposer(document: Document, cast: Cast, spans: Spans, motion: str) -> str | None:
    """The id of the person or party that brings what is voted on; who asks for the opposite brings another motion.

    Who acts ("the Tories unveiled plans for a vote") comes first, then a name right before the motion's noun ("a Labour
    amendment"), or after it ("bid of the Conservatives", "tabled by").
    """
    for span in spans:
        if found := _actor(document, cast, span, motion) or _owner(document, cast, span):
            return found
    return None


def _actor(document: Document, cast: Cast, span: Span, motion: str) -> str | None:
    for match in ACTS.finditer(document.quote(span)):
        brought = match.string[match.end() : match.end() + LONGEST_OBJECT]
        if all(map(OF_CONFIDENCE.search, (brought, motion))) and bool(AGAINST.search(brought)) != bool(
            AGAINST.search(motion)
        ):
            continue
        mentions = [m for m in cast.within((span[0], span[0] + match.start())) if m.entity and _brings(cast, m)]
        between = document.text[mentions[-1].span[1] : span[0] + match.start()] if mentions else ""
        if mentions and " party" not in between:  # "his party would table": whose party that is, nobody says
            return mentions[-1].entity
    return None


def _owner(document: Document, cast: Cast, span: Span) -> str | None:
    for match in _signs().finditer(document.quote(span)):
        start, end = span[0] + match.start(), span[0] + match.end()
        after = match["by"] is not None
        near = (end, min(end + NEAR, span[1])) if after else (max(span[0], start - NEAR), start)
        mentions = [m for m in cast.within(near) if m.entity and _brings(cast, m)]
        if not mentions:
            continue
        mention = _whose(document, mentions) if after else mentions[-1]
        if mention is None:
            continue
        gap = document.text[end : mentions[0].span[0]] if after else document.text[mention.span[1] : start]
        if GAP.fullmatch(gap):
            return mention.entity
    return None


def _whose(document: Document, mentions: Sequence[Mention]) -> Mention | None:
    """Who brings it of those told behind: of "the SNP's Ann Heron" she does, of "the panel's chair" nobody named."""
    first, *others = mentions
    if not POSSESSIVE.match(document.text, first.span[1]):
        return first
    return next((one for one in others if one.span[0] <= first.span[1] + CLOSE), None)


def _brings(cast: Cast, mention: Mention) -> bool:
    """Whether the one mentioned can bring a motion: a person or a party, no house or ministry."""
    kinds = {organization.id: organization.classification for organization in cast.organizations}
    return kinds.get(mention.entity or "") in (
        None,
        Classification.PARTY,
        Classification.GROUP,
        Classification.GOVERNMENT,
    )


@cache
def _signs() -> Pattern:
    brought_by_some = [thing for thing in lexicon("votes")["motions"]["strict"] if thing != "referendum"]
    things = words([*brought_by_some, "bid", "proposal", "attempt", "call"])
    brought = "tabled|moved|proposed|brought|put forward|sponsored|introduced"
    return Pattern(rf"(?P<by>\b(?:{brought}) by\b|\b(?:{things}|vote) (?:of|from|by)\b)|\b(?:{things})\b")
