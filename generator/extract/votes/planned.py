"""Extraction of votes: a sentence's text comes in, the words that tell of a vote to come go out as cues."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.outstanding import outstanding_cues
from generator.extract.votes.results import ADVERB
from generator.model.words import VoteStatus

ADVERBS = rf"(?:\s+(?!not\b|never\b){ADVERB}){{0,3}}"
DAY = rf"(?:on |next |this |late on |early on )?{WEEKDAY}"
SOON = rf"(?:{DAY}|today|tomorrow|tonight|next (?:week|month)|later|in |on |again)"
# After these the words for what is voted on stand before the cue.
SUBJECT_FIRST = Pattern(
    r"\b(?:voted (?:on|upon)|balloted on|first|to|place|tabled|held|taken|(?<!to have )decided|debated|considered|for"
    r"|to a vote|to"
    r" the vote)$"
)
# "would move to the High Court": nothing is moved.
GOES = Pattern(r"\s+(?:to (?:the|an?|[A-Z])|in\b|into|from|on\b|ahead|forward|out|away|quickly|swiftly|back)")
# What is held and is no vote: "for the committee's meeting that was".
MEETING = Pattern(
    r"\b(?:meetings?|sessions?|hearings?|debates?|rally|rallies|conference|sitting|summit|march"
    r"|protests?|inquiry|talks)(?:,? (?:that|which))?"
    r"(?: (?:is|are|was|were))? $",
    re.IGNORECASE,
)
# "Will decide whether to table one": who brings a motion or not holds no vote on it.
BRINGS_ONE = Pattern(
    r"[^.;]{0,60}?\bwhether to (?:table\b"
    r"|(?:bring|move|force|call) (?:a|an|the|one|its|another) (?:[\w-]+ ){0,2}(?:motion|vote)\b)",
    re.IGNORECASE,
)
# What goes on from one house to the next.
MOVED_ON = Pattern(
    r"\b(?:bill|text|legislation|measure|package|resolution|deal|treaty|agreement|amendment|proposal|it|nomination|budget"
    r"|nominee|which|act)\b",
    re.IGNORECASE,
)
BRINGS = Pattern(r"\b(?:table|move|bring|put forward|put down|lay|force an? vote|press)$")
# A motion on which there is a vote once somebody has brought it: "has tabled a motion of no confidence".
BROUGHT = Pattern(
    r"\b(?:has|have) (?:(?:now|also|just|since|already|\w+ly) )?(?:proposed|tabled|moved|filed|lodged|submitted|called)"
    r"(?= (?:an?|another|its own|their own) (?:[\w-]+ ){0,2}?(?:(?:vote|motion)s? of (?:no[- ])?confidence"
    r"|no[- ]confidence (?:vote|motion)|motion of censure|censure motion|impeachment motion)\b"
    r"(?![^.;]*\b(?:if|unless|should|will|due|set|(?:19|20)\d\d)\b))",
    re.IGNORECASE,
)
SURE = Pattern(r"\b(?:votes?|polls|divide|ballots?|on|upon|to)$")
POLLS = Pattern(r"\b(?:go(?:es)? (?:back )?|heads? |return )to the polls\b", re.IGNORECASE)


def planned_cues(text: str) -> Iterator[Cue]:
    """Votes to come, told by verbs ("will vote", "is to be put to") or nouns ("a vote is pencilled in for")."""
    for match in POLLS.finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.PLANNED, sure=True, election=True)
    for match in _electing().finditer(text):
        yield Cue(span=match.span("cue"), status=VoteStatus.PLANNED, sure=True, election=True)
    for match in BROUGHT.finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.PLANNED, brings=True, sure=True)
    for match in _declared().finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.PLANNED, stance=True)
    yield from outstanding_cues(text)
    for match in _moves_on().finditer(text):
        if MOVED_ON.search(text, 0, match.start()):
            yield Cue(span=match.span(), status=VoteStatus.PLANNED, place=Place.BEFORE, sure=True)
    for pattern in _patterns():
        for match in pattern.finditer(text):
            told = match.group().casefold().rstrip()
            if told.endswith(" move") and GOES.match(text, match.end()):
                continue
            if told.endswith(("be held", "take place")) and MEETING.search(text, 0, match.start()):
                continue
            if " decide" in told and BRINGS_ONE.match(text, match.start()):
                continue
            yield Cue(
                span=(match.start(), match.start() + len(match.group().rstrip())),
                status=VoteStatus.PLANNED,
                place=Place.BEFORE if SUBJECT_FIRST.search(told) else Place.AFTER,
                brings=BRINGS.search(told) is not None,
                sure=SURE.search(told) is not None,
            )


@cache
def _electing() -> Pattern:
    """A choice for an office that is to come: "will elect a new leader", "meet on 12 May to choose a speaker"."""
    lists = lexicon("votes")
    offices = words(lists["offices"])
    before = rf"(?:{words([*lists['planned']['before'], 'certain to'])}){ADVERBS}"
    meets = r"(?:meets?|gathers?|(?:re)?convenes?|sits?)\b[^.;]{0,50}\bto"
    ahead = rf"{before}(?:\s+{meets})?|{meets}|(?:has|have) (?:until [^.,;]{{3,20}}|[\w-]+ \w+s) to"
    chooses = r"(?:elect|choose|pick|select|ratify|nominate (?=its|their|an? ))"
    return Pattern(
        rf"(?P<cue>(?:\b|(?=['’]))(?:(?:{ahead})\s+{chooses}|{before}\s+be (?:re-?)?(?:elected|chosen)))\b"
        rf"[^.;]{{0,60}}?\b(?:{offices})\b",
        re.IGNORECASE,
    )


@cache
def _moves_on() -> Pattern:
    """Where what was voted on goes next: "now heads to the Senate", "awaits a vote in the Lords"."""
    houses = words([*lexicon("votes")["legislatures"], "lower", "upper", "full"])
    goes = r"(?:goes|heads|moves|returns|passes|proceeds)"
    will = r"(?:will|is to|must|is expected to|is due to) (?:now |next |then )?(?:go|head|move|return|proceed)"
    return Pattern(
        rf"\b(?:(?:now|next|then) {goes}|{goes} (?:now|next|then|back)|{will}(?: now| next| back)?) (?:on )?to"
        rf"(?= (?:the )?(?:[A-Z][\w.-]+ |[a-z]+-(?:controlled|led|held|dominated) |full |state |upper"
        rf" |lower )*(?i:{houses})\b)"
        r"|\b(?:awaits?|awaiting) (?:an? )?(?:final |full |further )?(?:vote|approval|passage|action|ratification)"
        r" (?:in|by|from|of)\b"
    )


@cache
def _declared() -> Pattern:
    """How some say they will vote: "will vote against", "would abstain", "plans to oppose"."""
    before = words(lexicon("votes")["planned"]["before"])
    return Pattern(
        rf"(?:\b|(?=['’]))(?:{before}|would|planning to|pledged to|vowed to|promised to|threatened to){ADVERBS}"
        rf" (?:all )?"
        r"(?:vote (?:against|for|in favou?r|with|no|yes|down)|abstain|oppose|rebel)\b",
        re.IGNORECASE,
    )


@cache
def _patterns() -> tuple[Pattern, ...]:
    lists = lexicon("votes")
    votes = words(lists["votes"])
    before, verbs = words(lists["planned"]["before"]), words(lists["planned"]["verbs"])
    verbs = verbs.replace(r"asked\s+to", rf"asked(?: (?:{DAY}|next (?:week|month)|in {MONTH}|tomorrow))?\s+to")
    things = words([*lists["motions"]["strict"], *lists["votes"], "application", "decision"])
    motions = words(lists["motions"]["strict"])
    bodies = words(
        [*lists["legislatures"], *lists["members"], "members", "voters", "party", "plenary", "branches", "residents"]
    )
    a = r"(?:a|an|its|another|their|his|her|the)"
    fixed = words(lists["planned"]["fixed"])
    made = (
        # "is due to vote", "will meet on 12 May to choose"
        rf"(?:\b|(?=['’]))(?:{before}){ADVERBS}(?:\s+(?:meet|gather|return|convene|sit)\b[^.;]{{0,40}}\bto)?\s+(?:{verbs})\b",
        rf"\b(?:meets?|gathers?|convenes?|sits?)\b[^.;]{{0,30}}\bto (?:{verbs})\b",
        # "will hold a confidence vote", "plans a vote", "faces a leadership ballot"
        rf"(?:\b|(?=['’]))(?:{before}){ADVERBS}\s+(?:hold|face|have|take|call|stage|conduct|organise|organize)"
        rf" {a} (?:[\w’'-]+ ){{0,3}}?(?:{votes})\b",
        rf"\b(?:plans?|schedules?|holds?) {a} (?:[\w’'-]+ ){{0,3}}?(?:{votes})\b(?= (?:on|to|{SOON}))",
        rf"\b(?:unveil\w*|announc\w+) plans for an? [^.,;]{{0,25}}?(?:{votes})\b",
        rf"\bfaces? (?:{a} )?[^.,;]{{0,20}}?(?:{votes})\b",
        # None to come is one in, after or by which something was done: "lost her majority in a crucial vote"
        r"(?<!\bin a )(?<!\bin the )(?<!\bafter a )(?<!\bafter the )(?<!\bby a )(?<!\bfollowing a )"
        r"(?<!\bfollowing the )(?<!\bsince the )(?<!\bwon a )(?<!\blost a )(?<!\bsurvived a )"
        # "the impending vote" is one that is told of elsewhere, where nothing says what on or when
        rf"\b(?<!\bthe )(?:crucial|key|knife-edge|planned|coming|forthcoming|impending|upcoming) (?:{votes})\b"
        rf"|(?<=\bthe )(?:crucial|key|knife-edge|planned|coming|forthcoming|impending|upcoming) (?:{votes})\b"
        rf"(?= (?:on|over|to|in|of|for|at|is|was|due|set|{SOON}))",
        # "MPs vote on the bill on Tuesday"
        rf"(?<!\ba )(?<!\ban )(?<!\bin )(?<!from the )(?<!after the )(?<!before the )(?<!of the )(?<!since the )"
        rf"\b(?:{bodies}) (?:next )?(?:votes?|divides?) (?=(?:on|whether|{SOON})\b)",
        # "MPs are expected to pass an amendment"; who "were expected to" may not have done so
        rf"\b(?:{bodies}) (?:is|are) (?:now |also )?(?:due|set|expected|scheduled) to"
        rf" (?:pass|approve|adopt|reject|back)\b"
        rf"(?= (?:an?|the|its|their|another) (?:[\w’'-]+ ){{0,4}}?(?:{motions})\b)",
        # "Labour will put forward two amendments"
        rf"\b(?:{before}){ADVERBS}\s+(?:put forward|put down|lay)\b"
        r"(?= (?:an?|the|its|their|another|two|three|four|five|several) (?:[\w’'-]+ ){0,3}?"
        r"(?:amendment|motion|resolution)s?\b)",
        # "a vote on the plan is pencilled in for 16 April"
        rf"\b(?:{things})\b[^.;]{{0,90}}?\b(?:is|are|has been|have been|was|were|,) (?:now |provisionally |also"
        rf" )?(?:{fixed}) for\b(?! an?\b)",
        # "a vote on drilling, promised for months, is due on Tuesday"; the result of one is none to come
        rf"(?<!of the )(?<!in the )\b(?:{votes})\b(?= (?:on|to)\b[^.;]{{0,90}}? (?:is|are) (?:now |also )?"
        rf"(?:due|expected) (?:{SOON}|the following|at|before))",
        rf"\bset for an? [\w ]{{0,20}}?(?:{votes})\b",
        # "a division was to have been held", which tells that it was not
        r"\b(?:was|were) to have (?:been (?:held|taken)|taken place|voted|decided|balloted|divided)\b",
        # "to be debated and voted on next Monday", "expect the Bill to be voted upon"
        r"\bto be (?:\w+ and )?(?:voted (?:on|upon)|put to (?:a|the) vote|balloted on)\b",
        r"\bgave notice that (?:he|she|they|it|\w+) would move\b",
    )
    return tuple(Pattern(pattern, re.IGNORECASE) for pattern in made)
