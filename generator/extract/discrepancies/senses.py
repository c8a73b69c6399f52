"""Extraction's last look, senses: a word comes in, the word that stands for all that tell of the same goes out."""

from functools import cache

from generator.extract.lexicon import lexicon

SHORT = 5
"""Letters up to which a word's last one says which word it is: vote, page."""


def sense(word: str) -> str:
    """A word's sense: deaths, killed and bodies are one, and so are `abstain` and what `abstained` is taken back to."""
    forms = (word, word.removesuffix("s"), word.removesuffix("e"))
    return next((_alike()[form] for form in forms if form in _alike()), _bare(word))


def _bare(word: str) -> str:
    return word.removesuffix("e") if len(word) > SHORT else word


@cache
def _alike() -> dict[str, str]:
    return {word: _bare(group[0]) for group in lexicon("discrepancies")["alike"] for word in group}
