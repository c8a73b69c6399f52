"""Layer 1, review: two wordings come in, whether a person who decided on one has decided on the other goes out.

Nearly the same are words in which nothing but “a”, “the” and “that”, hyphens and misspelt words differ. What may mean
something else, a name, a number, a negation or any other word, is another wording: precision first, since a decision
that goes to the wrong record does more harm than one that a person is asked for again.
"""

import difflib
import re
from collections.abc import Callable, Sequence
from enum import IntEnum

from generator.facts.grave import is_grave
from generator.model.ids import fold
from generator.model.negations import is_negation

TOKEN = re.compile(
    r"(?:(?<!\w)[-−])?\d(?:[\w.,:/]*\w)?"  # A number with its sign and unit: -5, 1,000, 12:30, 4th.
    r"|[^\W\d_]+(?:['’-][^\W_]+)*"
    r"|[%£$€?+=<>&@#°]"
)
SMALL = {"a", "an", "the", "that"}
_SCALE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|bn|tn|m|k)\b|%|per ?cent\b"
_SPELLED = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds thousands millions billions dozen dozens"
)
_FIGURE = re.compile(rf"(?:[£$€₹]|\b)(?:\d(?:[\w.,:/]*\w)?|(?:{_SPELLED.replace(' ', '|')})\b)(?:[ -]?(?:{_SCALE}))?")
AGAIN = "re-"
"""Who re-signs does not resign."""
MISSPELT = 6
"""Letters from which on a word may be misspelt: among shorter ones too many are a letter apart."""


class Wording(IntEnum):
    """How like two wordings are, the more the lower."""

    SAME = 0
    NEARLY = 1
    OTHER = 2


def compared(old: str, new: str, is_used: Callable[[str], bool]) -> Wording:
    """How like two wordings are; punctuation, case and accents make no difference.

    Args:
        old: the words that somebody decided on.
        new: the words as they are now.
        is_used: whether the articles have a word now: then it is no misspelling of another.
    """
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    folded, its = [fold(word) for word in before], [fold(word) for word in after]
    if folded == its:
        return Wording.SAME
    if is_grave(old) != is_grave(new):
        return Wording.OTHER
    blocks = difflib.SequenceMatcher(None, folded, its, autojunk=False).get_opcodes()
    changed = ((before[a:b], after[c:d]) for how, a, b, c, d in blocks if how != "equal")
    return Wording.NEARLY if all(_mean_the_same(*words, is_used) for words in changed) else Wording.OTHER


def likeness(old: str, new: str) -> float:
    """The share of words that two wordings have in common and in order, from 0 to 1."""
    words, its = ([fold(word) for word in TOKEN.findall(text)] for text in (old, new))
    return difflib.SequenceMatcher(None, words, its, autojunk=False).ratio()


def figures(words: str) -> list[str]:
    """Every number in words, with its currency and its scale; “one” is too often none."""
    return [found.replace(",", "") for found in _FIGURE.findall(fold(words))]


def negations(words: str) -> int:
    """How many words there are that turn what is said into its contrary."""
    return sum(is_negation(fold(word)) for word in TOKEN.findall(words))


def _mean_the_same(old: Sequence[str], new: Sequence[str], is_used: Callable[[str], bool]) -> bool:
    """Whether words that stand in place of others leave the meaning as it is."""
    words = [*old, *new]
    if any(word[0].isupper() or not word[0].isalpha() or _weighs(fold(word)) for word in words):
        return False
    if _letters(old) == _letters(new) or set(map(fold, words)) <= SMALL:
        return True
    return len(old) == len(new) and all(
        {fold(one), fold(other)} <= SMALL or (_is_a_letter_off(one, other) and not is_used(one))
        for one, other in zip(old, new, strict=True)
    )


def _weighs(word: str) -> bool:
    """Whether a word turns what is said into something else."""
    return is_negation(word) or word.startswith(AGAIN)


def _letters(words: Sequence[str]) -> str:
    return "".join(character for word in words for character in fold(word) if character.isalpha())


def _is_a_letter_off(one: str, other: str) -> bool:
    """Whether one letter added, left out, changed or two swapped make one word of another, inside it."""
    shorter, longer = sorted((fold(one), fold(other)), key=len)
    if len(shorter) < MISSPELT - 1 or len(longer) < MISSPELT:
        return False
    if (shorter[0], shorter[-1]) != (longer[0], longer[-1]):
        return False  # Beginnings and endings are other words: unlikely, teachers, closed.
    at = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    is_swapped = shorter[at : at + 2] == longer[at : at + 2][::-1]
    return shorter[at + 1 :] == longer[at + 1 :] or (is_swapped and shorter[at + 2 :] == longer[at + 2 :])
