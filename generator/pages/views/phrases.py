"""Stage pages: a claim in, its words with the article's own verb out, where they would tell the contrary without it."""

import re

from generator.model.ids import fold, is_negation
from generator.model.records import Claim
from generator.model.words import Act, Mode

MINDS = (Act.BELIEF, Act.INTENTION)
UNSPOKEN = (*MINDS, Act.NO_COMMENT)
"""What reports no words of the one it is about."""
TURNED = (*UNSPOKEN, Act.DENIAL)
"""What is not told as it is said: somebody refuses it, denies it, or only thinks or wants it."""
REFUSES = ("declin", "refus")
"""How a verb begins that turns what follows it: `refused to deny that`."""
SAID = "said"
FAR = 60
"""How many characters may stand between a verb and what it governs."""
_WORD = re.compile(r"[\w’']+")
_WORD_BEFORE = re.compile(r"(?<![\w’'])([\w’']+)\s+$")
_STOPS = re.compile(r"[“”\"‘;:]|[.!?]\s")
"""Where another sentence or somebody's own words begin."""


def in_phrase(claim: Claim) -> tuple[str, ...] | None:
    """A claim's words, the first of them from or to its verb: `declined to say whether`, `never named the company`.

    None where they tell alone what was said, or do not stand near their verb.
    """
    cue = claim.cue
    if cue is None or cue == SAID or claim.mode is Mode.DIRECT or not (claim.act in TURNED or _is_negated(cue)):
        return None
    first, *others = claim.content
    found = (_phrase(evidence.exact, cue, first) for evidence in claim.evidence)
    phrase = next(filter(None, found), None)
    return (phrase, *others) if phrase else None


def _is_negated(words: str) -> bool:
    return any(is_negation(word) or word.startswith(REFUSES) for word in _WORD.findall(fold(words)))


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
