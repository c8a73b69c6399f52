"""Extraction of votes: words for what is voted on come in, whether they only point back at it goes out."""

import re

from generator.extract.calendar_names import MONTH_OR_SHORT
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.stops import DATE, SEEN, WHEN

EMPTY = Pattern(
    rf"(?:it|that|this|they|them|these|those|which|(?:to )?do so|so|him|us|who|there|he|she|we|you|one|none|no|yes"
    rf"|all|both|present|twice"
    rf"|again|next|by proxy|was|as|idea|"
    r"his|her|in favou?r|against|(?:and|of|by|with|after|in|on)\b.{0,12}|the|a|an|to|"
    r"(?:the|that|this) (?:motion|vote|votes|measure|result|division|amendment|matter|proposal|idea|bill|plan"
    r"|question|move|resolution|"
    r"ballot|count|deal|text|demand|one|margin|majority|second|third|first|amendments|motions|measures|nomination|legislation|package|scheme"
    rf"|request|order|appeal|proposals|tally|decision|attempt|clause|full (?:house|senate|council|chamber))"
    rf"|(?:that|this|its|the) (?:stage|hurdle|test|reading)|(?:first|second|third|final) reading"
    r"|(?:its|the) (?:first|second)(?:,? and |, second and )(?:second|third|final) readings?\b.*"
    r"|the (?:objections|protests|complaints) (?:of|from|by)\b.*"
    rf"|an? (?:tied|split|close|narrow|knife-edge|unanimous|recorded|free) vote(?: of)?"
    rf"|the (?:first|second|third|fourth|last) time|this time|majority|(?:.* )?defeat"
    rf"|(?:the|a|that) (?:motion|vote|bill) to (?:succeed|pass|carry|fail|be carried)"
    r"|(?:refusal|rejection)|to (?:refuse|reject|oppose|approve|uphold|support)"
    r"|to (?:break|resolve|settle) (?:an?|the|that) (?:[\w-]+ )?(?:deadlock|tie|impasse|stalemate)\b.*"
    r"|to (?:applause|cheers|jeers|boos)\b.*"
    rf"|their amendment|(?:an? )?(?:tie|dead heat)|with (?:the|her|his) [\w ]+|"
    rf"{DATE}|{WHEN}|{SEEN}|{MONTH_OR_SHORT}|came|meanwhile|the (?:ayes|noes|nays)\b.*"
    rf"|(?!one (?:further|additional|other|more)\b)(?:to |by |of )?{NUMBER}\b"
    r"(?! (?:of (?:his|her|its|their|[A-Z][\w’'-]*['’]s?) )?(?:\w+ )?(?:articles|bills|amendments|motions|resolutions"
    r"|measures|charges|vetoes)\b).*)",
    re.IGNORECASE,
)


def is_anaphoric(motion: str) -> bool:
    """Whether the words say nothing of what is voted on, or only point back at it."""
    return EMPTY.fullmatch(motion.strip(" .,(–—-")) is not None or len(motion) < 4
