"""Claims, stage 8: a cast comes in, it goes out without those of whom it is not certain that they are who is meant.

Who speaks is told under their name only where the article itself has no doubt: not `a caller, possibly Mr Lee,` nor
`a man believed to be Mr Lee`.
"""

import re
from dataclasses import replace
from functools import cache

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.document import Document
from generator.extract.lexicon import words

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
    found = _doubt().search(text, max(offset - FURTHEST, 0), offset)
    return None if found is None else found.start()


def _is_doubted(document: Document, mention: Mention) -> bool:
    return doubt_before(document.text, mention.span[0]) is not None


@cache
def _doubt() -> re.Pattern[str]:
    """What leads up to a name that may be another's."""
    maybe = "|".join(sorted(words("acts", "perhaps")))
    said_to_be = "|".join(sorted(words("acts", "said_to_be")))
    like = "|".join(sorted(words("acts", "likenesses")))
    return re.compile(rf"(?:[,(—–] ?(?:{maybe})|\b(?:{said_to_be}) to be|\b(?:{like})) {TITLES}$", re.IGNORECASE)
