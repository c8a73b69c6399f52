"""Extraction of votes: a cue in its sentence comes in, whether it tells what is real goes out, asked for is not."""

import re
from functools import cache

from generator.extract.calendar_names import MONTH_OR_SHORT
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.untrue import untrue
from generator.extract.votes.cue import Cue, words
from generator.model.words import VoteStatus

# What makes a past participle no deed: "should have passed", "if it is rejected", "let alone passed", "to be dropped".
UNREAL = Pattern(
    r"(?:\b(?:would|should|could|might|may|must|can|cannot|will|shall|if|unless|to|let alone|never|not|until|till|once"
    r"|whether|when)"
    r"|n['’]t|['’](?:ll|d))\s+(?:it |they |that |this )?"
    r"(?:(?:not|also|only|be|have|been|get|ever|yet|still|then|now|had|has|is|are|it|be seen to|\w+ly)\s+){0,4}$"
    # "must be approved by the one house and passed by the other"
    r"|\b(?:must|will|would|should|could|can|may|might|to) be \w+ed\b[^.;,]{0,60}\b(?:and|or) (?:\w+ly |then )?$"
    r"|\b(?:prevent|stop|keep|block|bar|deter|dissuade)(?:s|ed|p?ing)?\b[^.;,]{1,50} from\s+$",
    re.IGNORECASE,
)
# What somebody only wants to see done: "ministers want the Bill passed before Easter".
WANTED = Pattern(
    r"\b(?:wants?|wanted|would like|(?:hop|seek|aim|tr)\w* to (?:see|get|have))"
    r" (?:the|an?|his|her|its|their|this|that|it|them)\b"
    r"(?: (?!(?:was|were|is|are|be|been|had|has|have|that|which|who|after|when|and|but)\b)[\w’'-]+){0,6} $",
    re.IGNORECASE,
)
# What somebody fears of a vote to come, and nobody has told: "it was feared that the vote would be put off until".
FEARED = Pattern(r"\b(?:fear(?:s|ed|ing)?|rumou?rs?|speculat\w+)\b[^.;,]{0,60}$", re.IGNORECASE)
# What is only supposed, up to the verb: "if the referendum is lost".
CONDITIONAL = Pattern(r"(?<!asked )(?<!even )\b(?:if|unless)\b[^.,;:–—]{0,60}$", re.IGNORECASE)
# What is told not to have been so: "had MPs voted", "no vote was", "it is not true that the council".
CONTRARY = Pattern(
    rf"(?:(?:^|[.!?\n]\s?)had (?:[\w’'-]+ ){{1,6}}|\b{untrue()} that [^.;:]{{0,70}}"
    r"|\bno (?:\w+ )?(?:(?:vote|ballot|division|motion|bill|amendment|decision|election)s? )?)$",
    re.IGNORECASE,
)
# Of the unreal, what does not undo a deed: "when it was passed", "failed to be elected" is told otherwise.
WHEN = Pattern(
    r"\b(?:when|once|until|till)\s+(?:(?!(?:will|would|could|should|might|may|must|can|shall|to)\b)\w+\s+){0,60}$",
    re.IGNORECASE,
)
# What is only advised or asked for: "had advised that the clause be dropped".
ASKED_TO_BE = Pattern(
    r"\b(?:advis|recommend|suggest|propos|urg|ask|demand|insist|request)(?:e?d|e?s|ing)? [^.;]{1,90}"
    r"(?<!\bto)(?<!\bwill)(?<!\bwould)(?<!\bshould)(?<!\bmust) be (?:\w+ly )?$",
    re.IGNORECASE,
)
# A vote that is told not to come: "peers are not expected to divide", but "are not due to vote until May".
NOT_TO_COME = Pattern(
    r"(?:\bnot|n['’]t|\bno longer|\bnever|\bunlikely"
    r"|\b(?:block|avert|avoid|forestall|prevent)(?:s|ed|ing)?)(?: (?:yet|now|even|\w+ly))? $"
    r"|\bno (?:\w+ )?(?:vote|ballot|division|motion)(?: (?:on|over|in) [^.,;]{1,60})? $",
    re.IGNORECASE,
)
UNLIKELY = Pattern(r"[^.;]{0,80}\b(?:unlikely|not expected|not likely|no guarantee)\b", re.IGNORECASE)
# What somebody says was not so: "denied that the motion had been withdrawn".
DENIED = Pattern(
    r"\b(?:den(?:y|ies|ied|ying)(?: [\w’'-]+){0,3}|(?:reject|dismiss)(?:s|es|ed|ing) (?:\w+ )?"
    r"(?:claim|report|suggestion|rumour|allegation)s?) that [^.,;:]{0,90}$",
    re.IGNORECASE,
)
# How many are needed for something, which is no vote to come: "at least 16 senators must vote to convict".
SO_MANY = Pattern(
    r"\b(?:at least|two[- ]thirds|three[- ]quarters|(?:a|an absolute|simple) majority|a minimum)\b[^.,;]{0,60}$",
    re.IGNORECASE,
)
MUST = Pattern(r"(?:must|has to|have to|needs? to|would have to)\b", re.IGNORECASE)
# How somebody will vote is asked, and no vote told to come: "did not say how he would vote".
ASKED_HOW = Pattern(r"\b(?:how|which way|whether) (?:he|she|they|it|we|I|[A-Z][\w.’'-]*(?: [A-Z][\w’'-]*)*) $")
# Who tried to do something and was stopped by a vote, which was not on what they tried it with.
TRIED = Pattern(
    r"\b(?:tried|attempted|sought) to [^.;]{3,60} but (?:(?:he|she|they) )?(?:was|were) "
    r"(?:defeated|outvoted|voted down)?(?:,? by)? ?$"
)
UNTIL = Pattern(r"[^.;]{0,80}?\b(?:until|till)\b", re.IGNORECASE)
# A rule of how votes go, and what happens as a habit, which tell of no vote: "a motion is lost if the votes are equal".
A_RULE = Pattern(
    r"\b(?:an?|any|each|every) (?:[\w-]+ ){1,4}(?:is|are) (?:only |then )?$|\b(?:an?|any|every|each) $", re.IGNORECASE
)
CONDITION = Pattern(r"[^.;]{0,40}?\b(?:if|when|unless|where|once|only|one)\b", re.IGNORECASE)
HABIT = Pattern(
    r"\b(?:often|usually|typically|frequently|sometimes|regularly|routinely|generally|normally)(?: \w+)? $",
    re.IGNORECASE,
)
# What follows on a condition: "if nobody asks for one, the motion is adopted"; and what is to be ensured.
ON_CONDITION = Pattern(r"^\W*(?:if|unless|where|whenever)\b[^.;]*, [^.;]*\b(?:is|are)(?: \w+)? $", re.IGNORECASE)
ENSURED = Pattern(
    r"\b(?:ensur(?:e|es|ed|ing)|make sure|guarantee\w*) [^.;]{1,200}\b(?:is|are|be)(?: \w+)? $", re.IGNORECASE
)
# What tells again of a vote that was told of: "it is the first time that MPs have voted to".
THE_TIME = Pattern(
    r"\b(?:is|was|marks|marked|became)(?: only)? the (?:first|second|third|fourth|fifth|last|only) (?:time|occasion)\b"
    r"[^.;]{0,120}$"
    r"|\b(?:this|that|it) (?:is|was)(?: only)? the (?!first reading)\w+ (?:bill|motion|amendment|resolution|act)s?"
    r" (?:that|which|to be)\b[^.;]{0,120}$",
    re.IGNORECASE,
)
# What a motion has a house say, which the house has not done: "it said the House rejected the idea".
WORDING = Pattern(
    r"\b(?:it|which|motion|amendment|resolution|text|draft|bill|statement) (?:said|says|states|stated|declared|declares"
    r"|noted|notes|affirmed|affirms) (?:that )?(?:the|this) [\w ]{3,30}$",
    re.IGNORECASE,
)
# The same with what has it after it: "“the House has lost confidence in ministers,” the motion reads".
READS = Pattern(
    r"[^”\"]{0,300}[”\"],? (?:the |her |his |their )?(?:\w+ )?(?:motion|amendment|resolution|bill|text|draft"
    r"|petition) (?:reads?|says|said|states?|stated)\b",
    re.IGNORECASE,
)
# What would only follow: "the amendment would have set a deadline for ministers to hold a vote".
WOULD_HAVE = Pattern(r"\bwould (?:\w+ )?have [^.;]*$", re.IGNORECASE)
# What follows if something else comes first: "if MPs pass it, it will go to the Lords".
# In the midst of a sentence only in the clause right behind: "and if nobody wins, a second round will take place".
PROVIDED = Pattern(
    r"^\W*(?:(?:and|but) )?(?:if|unless|should)\b[^.;]*, [^.;]*$"
    r"|[,;] (?:and|but|or) (?:if|unless)\b[^.,;]{0,160}, [^.,;]{0,60}$",
    re.IGNORECASE,
)
# A further vote that has its date, whatever must come before it: "if it finds them proved, will vote again on May 3".
HAS_ITS_DATE = Pattern(
    rf"(?:will|is to|are to) vote again on (?:{MONTH_OR_SHORT} \d|\d{{1,2}} {MONTH_OR_SHORT}\b)", re.IGNORECASE
)
# The title of something, and what stands on a banner.
A_TITLE = Pattern(
    r"\b(?:entitled|titled|headed|headlined|called|reads?|reading|slogan|banners?|signs?|placards?)\b"
    r"[^“\"‘”’]{0,20}[“\"‘][^”\"’]{0,60}$"
)
# What was not done, or is to be kept from being done: "went into recess instead of voting".
NOT_DONE = Pattern(
    r"\b(?:instead of|rather than|without|avoid(?:s|ed|ing)?|refus(?:ed|ing) to allow|block(?:ed|ing)|short of|from) $",
    re.IGNORECASE,
)
GERUND = Pattern(r"(?:\w+ly )?\w+ing\b")
# The month, which leaves nothing open.
IN_MAY = Pattern(r"\bMay\b")
# What somebody is the first to be was done: "the first woman to be elected".
FIRST_TO_BE = Pattern(
    r"\b(?:first|only|youngest|oldest|second|third|last)(?: [\w’'-]+){0,3} to (?:have )?(?:be|been|win) $",
    re.IGNORECASE,
)
# A verb in the present after these tells what is awaited: "until the House votes to authorize".
AWAITED = Pattern(r"\b(?:until|till|unless|once|before|if|when|whenever)\b[^.,;:]{0,40}$", re.IGNORECASE)
# What somebody only foresees: "predicted a 50-50 tie".
FORESEEN = Pattern(
    r"\b(?:predict\w*|forecasts?|foresee\w*|expect(?:s|ed|ing)?|fear(?:s|ed)?|hop(?:e|es|ed|ing))\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
# What those who vote are only told to do: "leaders recommending that members voted to accept it".
ADVISED = Pattern(
    r"\b(?:recommending|urging) (?:that )?(?:its |their )?(?:members|workers|delegates|voters|colleagues|MPs) $",
    re.IGNORECASE,
)
# A vote that was fixed and not held: "was to have voted", "had been due to vote".
FELL_THROUGH = Pattern(
    r"\b(?:was|were) to have(?: been)?\b|\bhad (?:been )?(?:due|set|expected|scheduled|planned|arranged|meant"
    r"|intended) (?:to|for|on)\b",
    re.IGNORECASE,
)

# The same in words after the cue: "planned for Tuesday, will not now take place".
NOT_NOW = Pattern(
    r"[^.;:]{0,40}?\b(?:will|would) (?:not now|now not|no longer)"
    r" (?:take place|be held|be taken|be put|go ahead|happen)\b",
    re.IGNORECASE,
)


# A sitting that was not held: "were due to vote on the bill, but the session was cancelled".
WAS_DUE = Pattern(r"\b(?:was|were|had)\b", re.IGNORECASE)
HAD_BEEN = Pattern(r"\b(?:was|were|had)(?: (?:also|originally|been|initially)){0,2} $", re.IGNORECASE)
ENDED = r"(?:cancell?ed|called off|abandoned|pulled|adjourned|suspended|scrapped|withdrawn|dropped)"
TO_A_DAY = r"(?![^.;]{0,40}\b(?:until|till|to (?:next|[A-Z])))"
NO_SITTING = Pattern(
    r"[^.;]{0,180}?\b(?:but|before|until|when) (?:"
    r"(?:the|that|this|its|their|it|they)\b"
    r"(?: (?:session|meeting|sitting|debate|vote|hearing|ballot|division|motion|item|amendment|bill|matter|proposal"
    r"|resolution|plan))?"
    rf" (?:was|were|has been|have been|had been)(?: then| later| again)? {ENDED}\b{TO_A_DAY}"
    r"|(?:[\w’'-]+ ){1,5}?(?:withdrew|pulled|dropped|scrapped|cancell?ed|abandoned|called off) (?:it|them"
    rf"|the (?:motion|vote|ballot|item|amendment|bill|plan|debate))\b{TO_A_DAY})",
    re.IGNORECASE,
)


# Figures that no vote has had yet: "would have a 51-49 majority".
SUPPOSED = Pattern(
    r"\b(?:would|could|might|will) (?:have|be|mean|give|need|leave|require|end in)\b[^.;,]{0,25}$", re.IGNORECASE
)


# The count of a ruling that another undoes or lets stand: "reversed a 2-1 ruling".
UNDOES = Pattern(
    r"\b(?:revers|overturn|upheld|uphold|affirm|vacat|struck down|appeal|quash|set aside|overrul)\w*"
    r" (?:an?|the|that|its) $",
    re.IGNORECASE,
)
A_RULING = Pattern(r" (?:[\w-]+ )?(?:ruling|decision|judgment|verdict)\b")
# Figures of how many sit in a house for each side: "hold a 26-7 majority", "controlled 21-19 by".
EDGE = Pattern(r" (?:[\w-]+ ){0,2}?(?:majority|advantage|edge|lead|control|super-?majority)\b", re.IGNORECASE)
# How rulings often fall out, and no one of them.
SEVERAL = Pattern(r" (?:rulings|decisions|verdicts|judgments)\b")
RULED_BY_VOTE = Pattern(
    r"\b(?:by|on|in) (?:a |an |the )?(?:[\w-]+ )?$|(?<![,(] )(?<!^)\bwith an? (?:[\w-]+ )?$", re.IGNORECASE
)
HELD_BY = Pattern(r"\b(?:controlled|controls?|held|holds?|divided|split)(?: \w+)? (?:by )?$", re.IGNORECASE)
BY_SIDE = Pattern(r" (?:by|between|in favou?r of) (?:the )?(?:[A-Z]|opposition|government|coalition)")


def is_supposed(text: str, span: Span) -> bool:
    """Whether figures are only foreseen or supposed, or count the seats of a house."""
    before = text[max(0, span[0] - 90) : span[0]]
    if any(way.search(before) for way in (FORESEEN, SUPPOSED, CONTRARY, TRIED)):
        return True
    if UNDOES.search(before) and A_RULING.match(text, span[1]):
        return True
    if SEVERAL.match(text, span[1]):
        return True
    if EDGE.match(text, span[1]):
        return RULED_BY_VOTE.search(before) is None
    return HELD_BY.search(before) is not None and BY_SIDE.match(text, span[1]) is not None


def fell_through(text: str, cue: Cue) -> bool:
    """Whether a vote is told of as one that was fixed and not held."""
    was_due = WAS_DUE.search(text, *cue.span) or HAD_BEEN.search(text, 0, cue.span[0])
    after = NOT_NOW.match(text, cue.span[1]) or (was_due and NO_SITTING.match(text, cue.span[1]))
    ahead = cue.status is VoteStatus.PLANNED and after is not None
    return ahead or FELL_THROUGH.search(text[max(0, cue.span[0] - 25) : cue.span[1]]) is not None


@cache
def _moot() -> Pattern:
    return Pattern(rf"\b(?:{words(lexicon('votes')['mooted'])})\b", re.IGNORECASE)


def is_mooted(text: str, cue: Cue) -> bool:
    """Whether what a cue tells is only asked for, thought of or denied, as the words just before it say."""
    before = IN_MAY.sub("", text[max(0, cue.span[0] - 60) : cue.span[0]])
    if A_TITLE.search(text, 0, cue.span[0]) or HABIT.search(before):
        return True
    if any(way.search(text, 0, cue.span[0]) for way in (ON_CONDITION, ENSURED, DENIED)):
        return True
    if not cue.election and A_RULE.search(before) and CONDITION.match(text, cue.span[1]):
        return True
    if cue.status is VoteStatus.PLANNED:
        if ASKED_HOW.search(before) or WOULD_HAVE.search(text, 0, cue.span[0]):
            return True
        if MUST.match(text, cue.span[0]) and SO_MANY.search(before):
            return True
        if PROVIDED.search(text, 0, cue.span[0]):
            return HAS_ITS_DATE.match(text, cue.span[0]) is None
        if cue.moved and FEARED.search(text, 0, cue.span[0]):
            return True
        if not cue.election and UNLIKELY.match(text, cue.span[1]):
            return True
        if not cue.election and NOT_TO_COME.search(before) and not UNTIL.match(text, cue.span[1]):
            return True
        return _moot().search(_clause(before)) is not None
    if THE_TIME.search(text, 0, cue.span[0]) or WORDING.search(before) or READS.match(text, cue.span[1]):
        return True
    if TRIED.search(before) or (NOT_DONE.search(before) and GERUND.match(text, cue.span[0])):
        return True
    if text[slice(*cue.span)].casefold().startswith("votes") and AWAITED.search(before):
        return True
    if FIRST_TO_BE.search(before) and cue.election:
        return False
    if UNREAL.search(before) and not (cue.status is VoteStatus.HELD and WHEN.search(before)):
        return True
    unreal = (FORESEEN, ADVISED, CONDITIONAL, CONTRARY, WANTED)
    if cue.status is VoteStatus.HELD and any(way.search(before) for way in unreal):
        return True
    if ASKED_TO_BE.search(text, 0, cue.span[0]):
        return True
    return cue.status is VoteStatus.HELD and _moot().search(_clause(before[-12:])) is not None


def _clause(before: str) -> str:
    return re.split(r"[;:.]|, (?:and|but)\b", before)[-1]
