"""Extraction's last look, senses: a word comes in, the word that stands for all that tell of the same goes out."""

from functools import cache

from generator.extract.lexicon import lexicon


def sense(word: str) -> str:
    """A word's sense: deaths, killed and bodies are one."""
    return _alike().get(word) or _alike().get(word.removesuffix("s"), word)


@cache
def _alike() -> dict[str, str]:
    return {word: group[0] for group in lexicon("discrepancies")["alike"] for word in group}
