"""Claims, stage 8: a cast comes in, it goes out without those of whom it is not certain that they are who is meant.

Who speaks is told under their name only where the article itself has no doubt: not `a caller, possibly Mr Lee,` nor
`a man believed to be Mr Lee`.
"""

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache, lru_cache

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.document import Document
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern

FURTHEST = 80
"""Characters before a name in which a doubt of it may stand."""
TITLES = r"(?:the |an? |former |(?-i:[A-ZÀ-Þ])[\w’'-]*\.? ){0,5}"


def without_doubted(document: Document, cast: Cast) -> Cast:
    """The cast with nobody behind a name that is doubted, nor behind the pronouns that follow it."""
    doubted: set[str] = set()
    mentions = []
    for mention in cast.mentions:
        entity = mention.entity
        if entity is not None and mention.kind is MentionKind.NAME:
            (doubted.add if _is_doubted(document, mention) else doubted.discard)(entity)
        is_left_open = entity in doubted and mention.kind in (MentionKind.NAME, MentionKind.PRONOUN)
        mentions.append(replace(mention, entity=None) if is_left_open else mention)
    return replace(cast, mentions=tuple(mentions))


def doubt_before(text: str, offset: int) -> int | None:
    """Where the words begin that lead up to an offset and say that a name there may be another's."""
    starts = _starts(text)
    near = starts[bisect_left(starts, offset - FURTHEST) : bisect_left(starts, offset)]
    return next((start for start in near if _doubt().match(text, start, offset)), None)


def _is_doubted(document: Document, mention: Mention) -> bool:
    return doubt_before(document.text, mention.span[0]) is not None


@lru_cache(maxsize=1)
def _starts(text: str) -> list[int]:
    """Where in an article words begin that may lead up to a name; most articles have none, and are asked often."""
    if _opening().search(text) is None:
        return []
    return [match.start() for match in re.finditer(rf"(?={_opening().pattern})", text, re.IGNORECASE)]


@cache
def _opening() -> Pattern:
    """What a doubt of who is named begins with."""
    maybe = "|".join(sorted(words("acts", "perhaps")))
    said_to_be = "|".join(sorted(words("acts", "said_to_be")))
    like = "|".join(sorted(words("acts", "likenesses")))
    return Pattern(rf"(?:[,(—–] ?(?:{maybe})|\b(?:{said_to_be}) to be|\b(?:{like})) ", re.IGNORECASE)


@cache
def _doubt() -> re.Pattern[str]:
    """What leads up to a name that may be another's."""
    return re.compile(rf"{_opening().pattern}{TITLES}$", re.IGNORECASE)
