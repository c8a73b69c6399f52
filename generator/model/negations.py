"""Layer 0: folded words come in, whether they turn what is said into its contrary, or tell that it was not said."""

import re

NEGATIONS = frozenset(
    ["no", "not", "none", "never", "neither", "nor", "nobody", "nothing", "nowhere", "cannot", "without"]
)
"""Words that turn what is said into its contrary, beside those that end in “n't”."""
REFUSALS = frozenset(
    f"{verb}{ending}" for verb in ("refus", "declin") for ending in ("e", "es", "ed", "ing")
) | frozenset(["refusal", "refusals", "fail", "fails", "failed", "failing"])
"""Words by which somebody does not do what follows: `refused to deny that`."""
_RULED_OUT = re.compile(r"\brul(?:es?|ed|ing) out\b")
_WORD = re.compile(r"[\w']+")


def is_negation(word: str) -> bool:
    """Whether a folded word turns what is said into its contrary."""
    return word in NEGATIONS or word.endswith("n't")


def is_turned(cue: str) -> bool:
    """Whether a folded verb tells that something was not said or done: `did not dispute`, `ruled out`."""
    told = _WORD.findall(cue)
    return _RULED_OUT.search(cue) is not None or any(is_negation(word) or word in REFUSALS for word in told)
