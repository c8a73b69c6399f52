"""Extraction of votes: a sentence's text comes in, what a house has yet to approve goes out as cues."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.things import things
from generator.model.words import VoteStatus

APPROVED = r"(?:approved|passed|ratified|backed|adopted|confirmed|endorsed|agreed|cleared|voted on) by"
# What has not yet passed: "still has to pass the Senate", "must still be approved by councillors".
STILL = Pattern(
    r"\b(?:(?:still|yet) (?:has|have|needs?|must)|(?:has|have|needs?|must) (?:still|yet)|(?:has|have) yet)(?: to)?"
    rf" (?:pass|clear|go through|go before|be {APPROVED})\b",
    re.IGNORECASE,
)
# What goes on to another house for its part: "goes to the National Council for concurrence".
FOR_ITS_PART = Pattern(
    r"\b(?:goes|heads|moves|returns|proceeds|(?:will|must) (?:now )?go) (?:on |back )?to"
    r"(?= the [^.,;]{3,60}?"
    r" for (?:its |a |their )?(?:final |full )?(?:concurrence|approval|ratification|confirmation|assent|consent"
    r"|vote)\b)",
    re.IGNORECASE,
)
# One thing, of which that is told: by its noun at the head of the clause, or told of in the same breath before.
ONE_THING = Pattern(
    r"(?:^\W*|[,;:–—] |\b(?:and|but|while|although|though|meanwhile,) )"
    r"(?P<what>(?:the|this|that|his|her|its|their|[A-Z][\w’'. -]{1,40}['’]s?) "
    r"(?:(?!\b(?:was|were|is|are|has|have|had|said|says|warned|insist\w*|told)\b)[^.;:]){2,160}?,?) $",
    re.IGNORECASE,
)
SAME = Pattern(r"\b(?:it|but|and|which|this)(?: (?:also|now|still|then|,))? $|, which [^;]{3,80}, $", re.IGNORECASE)
# A rule, for whatever may come: "any change", "Under the charter".
A_RULE = Pattern(
    r"\b(?:any|every|each|all|such|no|most|some|whoever|whatever|if|unless|until|before|once)\b"
    r"|^\W*Under\b|\b(?:law|constitution|charter|rules?|bylaws?|treaty|procedure) (?:says|said|requires?|states?)\b",
    re.IGNORECASE,
)
# What is done to somebody or something by leave of a house, beside what can be voted on.
MATTER = Pattern(
    r"\b(?:hiring|naming|choice|selection|confirmation|sale|purchase|transfer|settlement|loan|move|change|protocol|pick)\b",
    re.IGNORECASE,
)
HEAD = Pattern(r"(?:(?!\b(?:of|for|to|in|on|at|by|with|from|that|which|who)\b)[^,])+")
PLURAL = Pattern(r"(?<!s)s$")


@cache
def _must() -> Pattern:
    """The same where no word says so, which may be the rule for all such things: "must be approved by the Senate"."""
    needs = r"(?:must|needs? to|has to|have to)"
    houses = words([*lexicon("votes")["legislatures"], "deputies", "commission"])
    kinds = r"full|state|upper|lower|city|town|county|school|planning|parish|local|whole|district|[a-z]+ing|[a-z]+ed"
    return Pattern(
        r"(?<!\bwould )(?<!\bcould )(?<!\bmay )(?<!\bmight )(?<!\bnot )\b(?:"
        rf"(?:{needs}|(?:is|are) to)(?: (?:now|also|then|first|next|\w+ly))? be {APPROVED}"
        rf"|(?:{needs} (?:(?:now|also|still) )?(?:win|get|secure|gain|obtain|receive)"
        r"|(?P<still>still )?(?:needs?|requires?|awaits?|awaiting)|(?:is|are) (?P<yet>still )?subject to)"
        r" (?:the |an? )?(?:final |formal |full |further )?(?:approval|consent|assent|support|backing|confirmation"
        r"|ratification|concurrence|agreement|sign-off|endorsement|vote) (?:of|from|by|in))"
        rf"(?= (?:(?:the|its|both|an?) )?(?:(?:(?-i:[A-Z][\w.’'-]+)|{kinds}) ){{0,4}}(?:{houses})\b)",
        re.IGNORECASE,
    )


def outstanding_cues(text: str) -> Iterator[Cue]:
    """What a house has yet to approve: told as such, or of one thing of which it must be so."""
    for match in (*STILL.finditer(text), *FOR_ITS_PART.finditer(text)):
        yield _of(match.span())
    for match in _must().finditer(text):
        said = match["still"] or match["yet"]
        before = text[: match.start()]
        if said or (_is_of_one(before) and not A_RULE.search(before)):
            yield _of(match.span())


def _of(span: tuple[int, int]) -> Cue:
    return Cue(span=span, status=VoteStatus.PLANNED, place=Place.BEFORE, sure=True)


def _is_of_one(before: str) -> bool:
    """Whether words before a verb name one thing that can be voted on, and no kind of things."""
    if SAME.search(before):
        return True
    named = ONE_THING.search(before)
    head = HEAD.match(named["what"]) if named else None
    said = head.group().strip() if head else ""
    one = things().search(said) or MATTER.search(said)
    return one is not None and PLURAL.search(said) is None
