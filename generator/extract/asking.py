"""Layer 2: a sentence comes in, whether it only asks if something is so goes out."""

from functools import cache

from generator.extract.lexicon import words
from generator.extract.patterns import Pattern


def is_asked(sentence: str) -> bool:
    """Whether a sentence asks what its words would otherwise tell: "Has she been elected leader?"."""
    return _opening().match(sentence) is not None


@cache
def _opening() -> Pattern:
    listed = words("cues_grammar", "be") | words("cues_grammar", "auxiliaries")
    verbs = "|".join(sorted(word for word in listed if word.isalpha()))
    return Pattern(rf"\W*(?i:and |but |so |or )?(?i:{verbs})(?:n[’']t)? [^.!?\n]*\?")
