"""Extraction's last look, wording: the name of a word list comes in, a pattern that finds its words goes out."""

import re

from generator.extract.lexicon import words


def one_of(key: str) -> str:
    """A pattern for any word or phrase of a list of `lexicons/discrepancies.yml`; `*` stands for any ending."""
    found = sorted(words("discrepancies", key), key=lambda word: (-len(word), word))
    patterns = [re.escape(word).replace(r"\*", r"\w*") for word in found]
    return f"(?:{'|'.join(patterns)})"
