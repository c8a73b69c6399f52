"""What a text calls untrue: the lexicon comes in, its words before "that" go out as alternatives of a pattern."""

import re
from functools import cache

from generator.extract.lexicon import words


@cache
def untrue() -> str:
    """ "Not true", "a lie", "no evidence" and the like."""
    return rf"(?:(?:not|n['’]t) true|{'|'.join(map(re.escape, sorted(words('cues_grammar', 'untrue'))))})"
