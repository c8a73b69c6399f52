"""Stage pages: a claim in, its words with the article's own verb out, where without it they would tell the contrary,
or no more than a part of a sentence.
"""

import re

from generator.model.ids import fold
from generator.model.negations import is_negation, is_turned
from generator.model.records import Claim
from generator.model.words import Act, Mode

MINDS = (Act.BELIEF, Act.INTENTION)
UNSPOKEN = (*MINDS, Act.NO_COMMENT)
"""What reports no words of the one it is about."""
TURNED = (*UNSPOKEN, Act.DENIAL)
"""What is not told as it is said: somebody refuses it, denies it, or only thinks or wants it."""
SAID = "said"
FAR = 60
"""How many characters may stand between a verb and what it governs."""
_WORD_BEFORE = re.compile(r"(?<![\w’'])([\w’']+)\s+$")
_PART = re.compile(r"(whether|if|what|who|when|where|why|how|to|not to|as|of|for|(?!during|\w*thing\b)\w+ing)\b")
_OF_DOING = re.compile(r"(?:\S+ ){1,8}?of (?:\W?\w+ ){0,2}\W?\w+ing\b")
"""What an accusation goes on with: `the council of hiding the tolls`."""
_STOPS = re.compile(r"[“”\"‘;:]|[.!?]\s")
"""Where another sentence or somebody's own words begin."""


def in_phrase(claim: Claim) -> tuple[str, ...] | None:
    """A claim's words, the first of them from or to its verb: `declined to say whether`, `never named the company`.

    None where they tell alone what was said, or do not stand near their verb.
    """
    cue = claim.cue
    first, *others = claim.content
    if cue is None or cue == SAID or claim.mode is Mode.DIRECT:
        return None
    is_charge = claim.act is Act.ALLEGATION and _OF_DOING.match(first)
    if claim.act not in TURNED and not is_turned(fold(cue)) and not is_part(first) and not is_charge:
        return None
    found = (_phrase(evidence.exact, cue, first) for evidence in claim.evidence)
    phrase = next(filter(None, found), None)
    return (phrase, *others) if phrase else None


def is_unsaid(claim: Claim) -> bool:
    """Whether the article reports no words of theirs: they thought or wanted it, or its verb tells that none were."""
    return claim.act in UNSPOKEN or (claim.act is Act.STATEMENT and is_turned(fold(claim.cue or "")))


def is_part(content: str) -> bool:
    """Whether words go on from the article's own verb: `whether to go`, `to know more`, `knowing of it`."""
    return _PART.match(content) is not None


def _phrase(text: str, cue: str, content: str) -> str | None:
    """What a text has from the one to the other, and a negation before the verb."""
    start = text.find(content)
    end = start + len(content)
    verbs = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(cue)}(?!\w)", text)]
    if start < 0 or not verbs:
        return None
    at, stop = min(verbs, key=lambda span: abs(span[0] - start))
    between = text[stop:start] or text[end:at]
    if len(between) > FAR or _STOPS.search(between):
        return None
    before = _WORD_BEFORE.search(text, 0, at)
    at = before.start() if before and is_negation(fold(before[1])) else at
    return text[min(at, start) : max(stop, end)]
