"""Extraction of votes: the words that tell on which side somebody voted, as parts of patterns."""

import re
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.votes.cue import words
from generator.model.words import Option

MEMBERS = f"(?:{words(lexicon('votes')['positions'])})"
# A name's word, and no "MPs", "TDs".
WORD = r"(?![A-Z]{2,}s\b|Th[eo]se\b)[A-ZÀ-Þ][\w’'-]+"
# Who rebels to do something takes the side that this tells, and no other.
NOT_TO = r"(?!(?<=rebelled) to\b|(?<=rebelling) to\b)"
# Words that papers print in capitals, to stress them: "voted AGAINST".
STRESSED = re.compile(r"(?<=\\s\+)(?:for|against|yes|no|down|aye)\b")

# With whom somebody took a side, told before it: "voted with her colleagues against".
ALONG_WITH = r"(?:vote|voted|voting) (?:along )?with (?:(?!(?:and|to|for|against|in)\b)[\w’'-]+ ){1,4}"
TOGETHER = {"for": r"in favou?r", "against": "against"}
# What somebody is against who may yet be for the motion: "voted against the government".
NOT_THE_MOTION = (
    r"(?! (?:him|her|them)\b| (?:refusal|rejection)\b"
    r"| (?:the |their |his |her |its )?(?:own )?(?:\w+ )?(?:government|party|whips?"
    r"|ministers|leadership|leaders?|coalition|prime minister|president|minister"
    r"|opposition|party line)\b(?!['’]))"
)


@cache
def sides() -> str:
    """A pattern's part for who took which side: "voted for", "rebelled to support", "joined the Tories in opposing"."""
    ranks = words(lexicon("votes")["breaking_ranks"])
    first = rf"(?:(?:{ranks}) (?:to|and|by) |(?:joined|joining) (?:(?! (?:to|in) )[^.;:]){{2,60}} (?:to|in) )?"
    return (
        first
        + "(?:"
        + "|".join(f"(?P<side_{option}>{ways})" for option, ways in _ways())
        + rf")\b{NOT_TO}{NOT_THE_MOTION}"
    )


@cache
def _ways() -> tuple[tuple[str, str], ...]:
    answers = lexicon("votes")["answers"]
    return tuple(
        (
            name,
            STRESSED.sub(lambda stressed: f"(?:{stressed.group()}|{stressed.group().upper()})", words(values))
            + (rf"|{ALONG_WITH}{TOGETHER[name]}" if name in TOGETHER else "")
            + rf"|(?:vote|voted|voting) (?:[“\"‘'](?:{words(answers[name])})\b|an? [“\"‘](?:{words(answers[name])})\b)",
        )
        for name, values in lexicon("votes")["sides"].items()
    )


def option_of(match: re.Match[str]) -> Option:
    """The side that a match of such a pattern tells."""
    return next(Option(name) for name in lexicon("votes")["sides"] if match[f"side_{name}"])
