"""Stage resolve: the words in for what happens to one person seldom more than once, what finds them in a clause out."""

from generator.resolve.lexicon import lexicon

PASSIVE = r"(?:is|was|were|been) "
ONCE = {name: rf"(?:{'|'.join(forms)})\b" for name, forms in lexicon()["does_once"].items()}
ONCE |= {name: rf"{PASSIVE}(?:{'|'.join(forms)})\b" for name, forms in lexicon()["done_once"].items()}
"""A pattern for each thing that happens, by its name: a resignation, an arrest, a death."""
