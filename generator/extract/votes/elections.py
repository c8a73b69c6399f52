"""Extraction of votes: a sentence's text comes in, the words that tell of an election's end or day go out as cues."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.votes.beaten import beats_a_motion
from generator.extract.votes.confidence import FELL_SHORT
from generator.extract.votes.cue import Cue, Place, words
from generator.model.words import Result, VoteStatus

ELECTED = Pattern(
    r"\b(?:re-?elected|elected|returned unopposed"
    r"|returned(?= at the (?:(?:19|20)\d\d )?(?:\w+ )?election| with an? (?:\w+ )?majority"
    r"| as (?:the )?(?:MP|TD|member|mayor))"
    r"|declared (?:the )?(?:winner|elected|victor)|voted in as|voted into (?=office|power)"
    r"|voted out of (?:office|power)(?! by\b)"
    r"|managed to elect|(?:(?<=\bby )|(?<=\bafter )|(?<=\brole in )|(?<=\bhelped in ))electing"
    r"|declared (?:[\w’'.-]+ ){1,4}(?:the )?(?:winner|victor)(?= of| in|, with| with \d)"
    r"|selected as (?=[^.,;]{0,40}candidate)"
    r"|(?:chosen|picked|selected|named) by (?=[^.,;]{0,40}?\b(?:members|delegates|voters|MPs|colleagues|lawmakers"
    r"|legislators|parliament|councillors|caucus)\b[^.,;]{0,40}?\b(?:leader|candidate|nominee|speaker|mayor|president|succeed|chair))"
    r"|chosen as (?=[^.,;]{0,40}(?:leader|candidate|nominee|speaker|mayor)))\b",
    re.IGNORECASE,
)
# Whom somebody beat by how many votes: "defeated another Labour candidate by 424 votes".
RIVAL = Pattern(
    r" [^.;,]{0,40}?\b(?:candidate|rival|opponent|challenger|nominee)\b[^.;]{0,80}?"
    r" by (?:\w+ ){0,4}?[\d,]+ votes\b(?! to\b)",
    re.IGNORECASE,
)
# The same of somebody by name, by more votes than a house has: "beat Tom Moss by 212 votes".
BY_NAME = Pattern(r" (?:[A-Z][\w.’'-]* ){1,4}by (?:just |only )?(?:\d{3,}|\d{1,3}(?:,\d{3})+) votes\b(?! to\b)")
BEAT = Pattern(
    r"\b(?:beat|beating|beaten|defeated|defeating|ousted|unseated|(?:lost|losing)(?: \w+ly)? to)\b"
    r"(?! by (?:\d|just|only|a\b))",
    re.IGNORECASE,
)
INCUMBENT = Pattern(
    r" (?:the |his |her |their )?(?:(?:Democratic|Republican|Labour|Conservative|long-?serving|two-term|one-term) )?"
    r"(?:incumbent|sitting (?:MP|mayor|president|governor|senator|member)|challenger)\b",
    re.IGNORECASE,
)
WON = Pattern(
    r"\b(?:won(?!['’]t\b)|wins|winning|win|lost|losing"
    r"|(?:took|taking)(?! (?:note|part|place|over|aim|issue|questions)\b)"
    r"|clinched|secured|secures|(?:(?<=, )|(?<=\bby )|(?<=\bafter ))(?:securing|clinching)"
    r"|(?:clung|held|hung) on to|squeaked|retained|regained|swept|romped|stormed|scraped"
    r"|gained|captured|scored)\b",
    re.IGNORECASE,
)
# Who lost a seat or a round was not elected, and who was is not told.
A_PART = Pattern(r"\b(?:seats?|rounds?|first-round|second-round)\b", re.IGNORECASE)
LOST = Pattern(r"lost|losing", re.IGNORECASE)
HELD_SEAT = Pattern(r"(?<!had )(?<!has )\bheld (?:her|his|the|their|its) (?:\w+ )?seat\b(?! since)", re.IGNORECASE)
# "an elected official", "is elected every four years", "those who elected me": no election is told.
ADJECTIVE = Pattern(
    r"\b(?:newly|directly|democratically|locally|freely|an|any|no|every|other|the|of|for|seek|our|its|their|all|is|are|(?!assembly)\w+ly)\s$|-$",
    re.IGNORECASE,
)
ELECTED_WHAT = Pattern(
    r"\s+(?:officials?|members|representatives|councillors|councilors|politicians?|governments?|leaders|bod(?:y|ies)|office|"
    r"assembl(?:y|ies)|parliaments?|posts?|positions?|me|us|you|them)\b"
    r"|\s+from (?!the\b|an?\b)(?:[a-z-]+ )?[a-z]+s\b"
    r"|[^.;]{0,60}?\b(?:of the (?:year|month|season|match|decade)|hall of fame)\b",
    re.IGNORECASE,
)
# Under whose colours somebody once came in, told of them in passing: "who was elected as a Democrat and".
IN_PASSING = Pattern(r"\bwho (?:was|were|had been|has been|(?:was )?first)(?: first| originally)? $", re.IGNORECASE)
AS_PARTISAN = Pattern(r" as an? (?:[A-Z][a-z][\w-]*|independent)(?: in (?:19|20)\d\d)?(?=[,.;]|$| (?:and|but|then)\b)")
# An election's name may not be part of another: "the election commission".
NO_HEAD = (
    r"(?! (?:officials?|commission|commissioner|campaign|night|day|pledge|promise|manifesto|laws?"
    r"|observers?|monitors?|fraud|agents?|expenses|committee"
    r"|tribunal|officers?|board|workers?|season|race|interference|integrity|denier|deniers|offences?"
    r"|spending|petition|literature|posters?|reviews?)\b)"
)
# What is only asked for: "rejected a motion to hold an early election".
NOT_ASKED = "".join(rf"(?<!\b{word} )" for word in lexicon("votes")["asked"])
# What is to come is told as such: "is expected to be elected".
TO_BE = Pattern(
    r"\b(?:(?:expected|set|due|likely|certain|poised|scheduled|slated|is|are) to|will)(?: \w+)? be $", re.IGNORECASE
)
DULY = Pattern(r"\b(?:was|were|been|being) (?!newly)\w+ly\s$", re.IGNORECASE)
COUNTED = Pattern(
    r"(?! (?:the )?(?:[A-Z]\w+ )?(?:government|ministers|administration|coalition|executive)\b)"
    r"[^.;]{0,200}?(?:\bby [\d,]+(?: votes)? to [\d,]+|\b[\d,]+ votes(?: to |[-–])[\d,]+"
    r"|\b[\d,]+(?: to |[-–])[\d,]+(?:(?= votes)| in (?:a|an|the) [^.,;]{0,40}?\b(?:ballot|vote|party ?room|caucus)\b))"
)
# What somebody stands in who is challenged from within, where the figures stand at any place of the sentence.
LEADERSHIP = Pattern(
    r"\bleadership (?:challenge|contest|spill|ballot|vote|election|race)\b"
    r"|\bchalleng\w+ (?:to|for) (?:\w+ ){0,2}leadership\b"
    r"|\b(?:party ?room|caucus) (?:ballot|vote)\b",
    re.IGNORECASE,
)
FIGURES = Pattern(r"[^.;]{0,80}?\b\d+(?: votes)?(?: to | ?[-–] ?)\d+\b")
# What makes a prize one that is won in an election, and no seat on a board or term of a contract.
BY_VOTES = Pattern(
    r" in (?:the )?(?:[\w-]+ ){0,3}(?:parliament|assembly|legislature|senate|house|commons|congress|bundestag|knesset"
    r"|duma|dáil|sabha)\b"
    r"|[^.;]{0,60}?(?:\b(?:in|since) (?:19|20)\d\d\b|\bby (?:just |only )?[\d,]+ votes|\bmajority of\b"
    r"|\d ?(?:%|per ?cent)"
    r"|\b(?:elections?|by-elections?|primar(?:y|ies)|ballot)\b)",
    re.IGNORECASE,
)
# How many votes somebody had and the next after them: "won 57,903 votes to Ms Ames's 41,212".
SO_MANY_TO = Pattern(
    rf"\b(?:won|winning|polled|polling|secured|securing|received|got|took|taking) (?P<own>{NUMBER})"
    r" (?:[Ff]irst[- ]preference )?votes,? (?:to|against) (?:(?:the )?(?P<of>[\d,]+) (?:of|for) (?=[^.;]{0,60}[A-Z])"
    r"|(?:(?:[A-Z][\w.’'-]* ){0,3}?[A-Z][\w-]*['’]s?|his|her|their)"
    rf"(?: \w+)? (?P<others>{NUMBER}))"
)
# Who had most votes in a round that decides nothing: "topped the final round with 44 votes to his 41".
TOPPED = Pattern(r"\b(?:topped|topping|led) the (?:[\w’'-]+ ){0,4}?(?:round|ballot|poll)\b", re.IGNORECASE)
# What is only said of a choice between people: "won on the second ballot".
ON_BALLOT = Pattern(
    r"(?: it)? on the (?:first|second|third|fourth|fifth|sixth|final) (?:ballot|count|round)\b", re.IGNORECASE
)
# Who chose whom, and not whom else: "members have selected Ann Ames over Tom Vale".
CHOSE = Pattern(
    r"\b(?:[Mm]embers|[Dd]elegates|[Vv]oters|[Aa]ctivists|[Cc]aucus)(?: (?:have|has|had))?(?: \w+ly)?"
    r" (?P<cue>selected|chosen|chose|picked|elected) [^.,;]{3,80}? over (?=[^.,;]{0,40}[A-Z])"
)
# The same where what they are to be is told: "the party chose Ann Ames as its new leader".
CHOSE_AS = Pattern(
    r"\b(?P<cue>selected|chosen|chose|picked) (?=(?:[\w’'.-]+ ){2,5}?as"
    r" (?:its|their|the party['’]s|the(?= [A-Z])) (?:[\w-]+ ){0,2}"
    r"(?:leader|candidate|nominee)\b)"
)


# Whom a house votes into an office: "MPs voted for Ann Ames to serve as Speaker".
def _a_house_voted() -> Pattern:
    lists = lexicon("votes")
    return Pattern(
        rf"(?:^|[,;:–—] |\b(?:[Tt]he|[Tt]hat|[Ww]hen|[Aa]fter|[Aa]nd) )(?:full |state )?"
        rf"(?i:{words([*lists['legislatures'], *lists['members'], 'members', 'deputies'])})"
        r" (?:(?:has|have|had|also|then|\w+ly) ){0,2}(?P<cue>voted(?: \w+ly)? for) (?=[A-Z])"
        r"(?:[\w’'.-]+ ){1,5}?(?:(?:to (?:serve|act|sit)|to be|to become) (?:as )?|as )(?:(?:the|its|their) )?"
        rf"(?:\w+ ){{0,2}}?(?i:{words(lists['offices'])})\b"
    )


# By how many votes somebody won, where an election is named elsewhere: "won with 402 votes".
BY_COUNT = Pattern(r" (?:with|by) (?:just |only )?[\d,]+ votes\b")
# Where somebody came in: "finished third in the caucuses".
RANKED = Pattern(
    r"\b(?:came|coming|finished|finishing|placed)(?: in)? (?:a \w+ )?(?:first|second|third|fourth|fifth"
    r"|sixth|last|top)\b",
    re.IGNORECASE,
)
# Whose votes a majority is of.
OF_VOTES = Pattern(
    r"\bmajority (?:of (?:the )?(?:votes?|voters|members|councillors|deputies|senators|MPs|lawmakers)"
    r"|(?:for|against) (?:the|it|a)\b|in committee)\b",
    re.IGNORECASE,
)
# Elections of other days told together: "has won four elections".
SEVERAL = Pattern(
    rf"\s+(?:{NUMBER}|several|many|multiple)(?: \w+)? (?:elections|terms|contests|by-elections|primaries|caucuses)\b",
    re.IGNORECASE,
)
# What share of the votes somebody won.
PART = Pattern(r"[^.;%\d]{0,30}?(?P<share>\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent)", re.IGNORECASE)
HALF = 50  # per cent
# How many seats somebody won, of all or not: "112 of the 225 seats", "121 seats".
SO_MANY_SEATS = Pattern(
    r"\b[\d,]+ (?:(?:out )?of (?:the |its |[\w’'-]+['’]s )?[\d,]+ )?(?:\w+ )?seats\b", re.IGNORECASE
)
# What is to come of an election that is over: "results of the election are expected on Friday".
RESULT_OF = Pattern(
    r"\b(?:results?|outcome|winners?|turnout|count|recount|aftermath) (?:of|in|from) (?:[\w’'-]+ ){0,5}$", re.IGNORECASE
)
# More years of one person's elections: "re-elected in 2003 and 2008", "twice, in 2014 and 2018".
FURTHER_YEARS = Pattern(
    r"(?:,? (?:twice|again|three times))?,? in (?:19|20)\d\d"
    r"(?P<years>(?:, (?:19|20)\d\d)*,? and (?:in )?(?:19|20)\d\d)\b"
)
YEAR = Pattern(r"\b(?:19|20)\d\d\b")
# A second office of theirs: "elected to the council in 1981, and to Congress in 1986".
FURTHER_OFFICE = Pattern(
    r" to [^.;,]{3,60}? in (?:19|20)\d\d,? (?:and|then)(?: later)? (?P<to>to) (?=[^.;,]{3,60}? in (?:19|20)\d\d\b)"
)


@cache
def _motion() -> Pattern:
    lists = lexicon("votes")
    return Pattern(rf"\b(?:{words([*lists['motions']['strict'], 'vote of', 'vote on'])})\b", re.IGNORECASE)


@cache
def _election() -> Pattern:
    """An election by its noun, in the same breath as the verb before it: " Trump in the 2020 presidential election"."""
    return Pattern(
        rf"[^.;]{{0,70}}?\bin (?:(?! and \w+ing\b| (?:prevent|avert|avoid|trigger|forc)\w*)[^.,;]){{0,50}}?"
        rf"\b(?:{words(lexicon('votes')['elections'])})\b{NO_HEAD}",
        re.IGNORECASE,
    )


@cache
def _conceded() -> Pattern:
    """Who owned that they had lost: "conceded the mayoral race to her rival", "conceded defeat in the run-off"."""
    kinds = words(lexicon("votes")["elections"])
    return Pattern(
        r"(?<!\bnot )(?<!\bnot yet )(?<!n['’]t )(?<!n['’]t yet )(?<!\bnever )"
        rf"\bconced(?:es|ed|ing) (?:defeat in )?(?:the |an? |his |her )(?:[\w’'-]+ ){{0,4}}?(?:{kinds})\b",
        re.IGNORECASE,
    )


@cache
def _prize() -> Pattern:
    """What is won in an election, up to 60 characters after the verb."""
    prizes = words([*lexicon("votes")["elections"], *lexicon("votes")["prizes"]])
    return Pattern(
        r"(?:(?!\b(?:confidence|motion|vote on (?:his|her|their)|and (?:has|had|have|was|then|later|went))\b)"
        r"[^.,;]){0,60}?"
        rf"\b(?P<prize>{prizes})\b{NO_HEAD}",
        re.IGNORECASE,
    )


@cache
def _kinds() -> Pattern:
    return Pattern(rf"\b(?:{words([*lexicon('votes')['elections'], 'referendum'])})\b", re.IGNORECASE)


def names_election(text: str) -> bool:
    """Whether a text has a noun for an election at all: a quick look before the slow ones for its name."""
    return _kinds().search(text) is not None


def election_cues(text: str) -> Iterator[Cue]:
    """Who was elected, who won or beat whom, and which election was or will be held."""
    for match in ELECTED.finditer(text):
        before = text[: match.start()]
        if (ADJECTIVE.search(before) and not DULY.search(before)) or ELECTED_WHAT.match(text, match.end()):
            continue
        if TO_BE.search(before) or (IN_PASSING.search(before) and AS_PARTISAN.match(text, match.end())):
            continue
        yield _won(match.span())
        yield from further(text, match.end())
    for match in TOPPED.finditer(text):
        yield replace(_won(match.span()), result=None)
    for match in (*CHOSE.finditer(text), *CHOSE_AS.finditer(text), *_a_house_voted().finditer(text)):
        yield _won(match.span("cue"))
    named = names_election(text) or ELECTED.search(text) is not None
    for match in () if named else SO_MANY_TO.finditer(text):
        ahead = (number_of(match["own"]) or 0) > (number_of(match["of"] or match["others"]) or 0)
        yield replace(_won(match.span()), result=Result.ELECTED if ahead else None)
    if names_election(text) or "polls" in text:
        yield from _contests(text)
    for match in WON.finditer(text):
        if (found := _prize().match(text, match.end())) and not SEVERAL.match(text, match.end()):
            if LOST.fullmatch(match.group()) and found["prize"].casefold() == "majority" and not names_election(text):
                continue  # a government that loses its majority as members leave
            if found["prize"].casefold() == "majority" and _is_of_votes(text, match, found):
                continue
            loose = found["prize"].casefold() in lexicon("votes")["loose_prizes"]
            share = SO_MANY_SEATS.search(found.group()) is not None
            lost = LOST.fullmatch(match.group()) is not None and A_PART.search(found.group()) is not None
            sure = not loose or share or BY_VOTES.match(text, found.end()) is not None
            won = _won((match.start(), found.end()), sure=sure)
            yield replace(won, share=share, result=None if lost or is_minority(found.group()) else won.result)
        elif not _motion().search(text) and (
            ON_BALLOT.match(text, match.end()) or (names_election(text) and BY_COUNT.match(text, match.end()))
        ):
            yield _won(match.span())
    beaten = (match for match in BEAT.finditer(text) if not beats_a_motion(text, match))
    for match in (*RANKED.finditer(text), *beaten):
        if found := _election().match(text, match.end()):
            yield _won((match.start(), found.end()))
    for match in BEAT.finditer(text):
        if INCUMBENT.match(text, match.end()):
            yield _won(match.span(), sure=False)
    for match in _conceded().finditer(text) if names_election(text) else ():
        yield _won(match.span())
    for match in HELD_SEAT.finditer(text):
        yield _won(match.span(), sure=False)
    for match in BEAT.finditer(text):
        if beats_a_motion(text, match):
            continue
        told = (COUNTED, RIVAL, BY_NAME, *((FIGURES,) if LEADERSHIP.search(text) else ()))
        counted = any(figures.match(text, match.end()) for figures in told)
        if counted and not _motion().search(text):
            yield _won(match.span())


def _is_of_votes(text: str, won: re.Match[str], prize: re.Match[str]) -> bool:
    """Whether a majority is one of the votes on a motion: "the plan won a majority in committee but fell short"."""
    short = any(way.search(text, won.start()) for way in (FELL_SHORT, OF_VOTES))
    return short or _motion().search(text, 0, won.start()) is not None


def is_minority(text: str) -> bool:
    """Whether words tell of a share of the votes with which nobody need win: "won 7% of the vote in the election"."""
    part = PART.match(text)
    return part is not None and float(part["share"]) <= HALF


def further(text: str, at: int) -> Iterator[Cue]:
    """The later elections of somebody that a list of years or a second office tells of after the verb."""
    if years := FURTHER_YEARS.match(text, at):
        for year in YEAR.finditer(text, *years.span("years")):
            yield _won(year.span())
    if office := FURTHER_OFFICE.match(text, at):
        yield _won(office.span("to"))


def _won(span: tuple[int, int], *, sure: bool = True) -> Cue:
    return Cue(span=span, status=VoteStatus.HELD, result=Result.ELECTED, sure=sure, election=True)


def _contests(text: str) -> Iterator[Cue]:
    """An election told of as such: "the primary was held on", "is scheduled to hold elections"."""
    for status, pattern in _held_or_ahead():
        for match in pattern.finditer(text):
            if status is VoteStatus.HELD or not RESULT_OF.search(text, 0, match.start()):
                yield Cue(span=match.span(), status=status, place=Place.BEFORE, sure=True, election=True)


@cache
def _held_or_ahead() -> tuple[tuple[VoteStatus, Pattern], ...]:
    kinds = rf"(?:{words(lexicon('votes')['elections'])})\b{NO_HEAD}"
    held = (
        rf"\bheld (?:(?:its|the|a|their) )?(?:[\w’'-]+ ){{0,3}}?(?:{kinds})\b|\b(?:{kinds})\b "
        rf"(?:\w+ )?(?:(?:was|were|where) held\b|took place\b)"
        rf"|\b(?:{kinds})\b(?:,? which (?:was|were))? held (?=on|in|last"
        rf"|yesterday|this)"
        rf"|\b(?:{kinds})\b(?:,? (?:in|for|of) [^.,;]{{2,40}}?)? (?:was|were) (?:\w+ly )?won (?=by\b)"
        r"|\b(?:went|headed|returned|flocked) (?:back )?to the polls\b(?![^.;]*\b(?:referendum|plebiscite))"
        rf"|\b(?:polls|polling stations|polling places) (?:have |had )?(?:closed|opened|open|close)\b[^.;]{{0,60}}?"
        rf"\b(?:in|for) [^.,;]{{0,50}}?\b(?:{kinds})\b"
    )
    ahead = (
        rf"\bcall(?:s|ed|ing)? (?:an? |new |early |snap |fresh )+(?:[\w’'-]+ ){{0,2}}?(?:{kinds}) for\b"
        rf"|\b(?:{kinds})\b (?:were|was|are|is|have been|has been) called for\b"
        rf"|{NOT_ASKED}\b(?:(?<!not )to hold|will hold|is holding|holds|will be holding) "
        rf"(?:(?:its|the|a|their|more than a dozen"
        rf"|both) )?(?:[\w’'-]+"
        rf" ){{0,3}}?(?:{kinds})\b"
        rf"|(?<!-)\b(?:{kinds})\b(?:(?! and )[^.,;]){{0,40}}?"
        rf" (?:is|are|was|were|has been|have been) (?:now )?(?:scheduled|due|set"
        rf"|planned|expected"
        rf"|rescheduled|slated)\b"
        rf"|\b(?:{kinds})\b,? (?:which is |now )?(?:scheduled|due|slated|planned|expected|set) (?:for|on|in)\b"
        rf"|\b(?:voting|balloting|polls) (?:in|for) [^,.;]{{2,50}}?\b(?:{kinds})\b"
        r" (?:closes?|opens?|ends?|begins?|starts?) (?:on|in|at)\b"
        rf"|\bscheduled\b[^.;]{{0,60}}?\b(?:{kinds}|primary season)\b|\brescheduled\b[^.;]{{0,30}}?\b(?:{kinds}"
        rf"|primary races)\b"
        rf"|\b(?:{kinds})\b(?: (?:in|for|to) [^.,;]{{2,60}})?, (?:made|caused|triggered|called|prompted|forced|needed)"
        r" [^;]{5,150}?, (?:will be held|will take place|is to be held|is (?:due|set|scheduled|expected)|takes place)\b"
        rf"|\b(?:{kinds})\b (?:(?:(?!\b(?:and|but|if|because|who|whose|needs?)\b)[^.;]){{0,80}}?\b)?"
        rf"(?:will be held|will take place|to be held"
        r"|(?<!could )(?<!might )(?<!would )(?<!not )takes? place"
        rf"|is to be held|must be held"
        rf"|is expected|are expected"
        rf"|is on|are on|due (?:on|in|by|next|this))\b"
        r"|\bset (?:a )?(?:date|\w+ \d+|\d+ \w+) for (?:the |a )?(?:[\w’'-]+ ){0,2}?(?:election|by-election"
        r"|referendum)\b"
    )
    return (
        (VoteStatus.PLANNED, Pattern(ahead, re.IGNORECASE)),
        (VoteStatus.HELD, Pattern(held, re.IGNORECASE)),
    )
