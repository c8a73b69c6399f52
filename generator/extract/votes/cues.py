"""Extraction of votes: a sentence's text comes in, the words that tell of a vote go out as cues."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.extract.calendar_names import MONTH_OR_SHORT, WEEKDAY
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.confidence import confidence_cues, short_cues
from generator.extract.votes.counts import REFUSAL
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.done_to import done_to_cues
from generator.extract.votes.elections import election_cues, names_election
from generator.extract.votes.planned import planned_cues
from generator.extract.votes.put_aside import put_aside_cues
from generator.extract.votes.results import PASSIVE, casting_cues, noun_cues, result_cues, voice_cues
from generator.extract.votes.rolls import Roll, rolls_in
from generator.extract.votes.rulings import ruling_cues
from generator.extract.votes.standing import standing_cues
from generator.extract.votes.stops import DIVIDED, LATER
from generator.extract.votes.things import things
from generator.extract.votes.turning import turn
from generator.model.words import Result, VoteStatus


def find_cues(text: str) -> list[Cue]:
    """The cues of a sentence in order, none overlapping another; the first rule that fits keeps its words."""
    kept: list[Cue] = []
    for cue in _all(text):
        if not any(other.span[0] < cue.span[1] and cue.span[0] < other.span[1] for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda cue: cue.span)


def _all(text: str) -> Iterator[Cue]:
    rolls = tuple(rolls_in(text))
    yield from casting_cues(text)
    yield from voice_cues(text)
    yield from _sided(rolls, alone=True)
    yield from _called_off(text)
    yield from _delayed(text)
    yield from put_aside_cues(text)
    yield from short_cues(text)
    yield from election_cues(text)
    yield from standing_cues(text)
    yield from planned_cues(text)
    yield from _voted(text)
    yield from confidence_cues(text)
    yield from done_to_cues(text)
    yield from ruling_cues(text)
    yield from result_cues(text)
    yield from noun_cues(text)
    yield from _sided(rolls, alone=False)


@cache
def pattern(name: str) -> Pattern:
    """A pattern by name, compiled once."""
    lists = lexicon("votes")
    things = words(
        [
            *lists["motions"]["strict"],
            *lists["votes"],
            *lists["elections"],
            "amendments",
            "motions",
            "proposal",
            "bid",
            "decision",
            "application",
            "recommendation",
        ]
    )
    made = {
        "thing": rf"\b(?:{things})\b|(?:^|, and |; |, while )(?:another|a second|a third|a further|one)\b",
        "called_off": rf"\b(?:{words(lists['called_off'])})\b(?! out\b"
        r"| from (?!the (?:floor|agenda|order|calendar)\b))",
        "delayed": rf"\b(?:{words(lists['planned']['delayed'])})\s+(?:again\s+)?(?:(?:on\s+)?{WEEKDAY}\s+)?"
        rf"(?:(?:to|until|till)\b|{LATER}|(?:an?|another|one|two|three)\s(?:day|week|month|fortnight)s?\b)",
        "put_off": rf"\b(?:{words(lists['planned']['delayed'])})\s+(?:a|an|the|its|their|his|her|any"
        rf"|that)\b[^.;]{{0,80}}?"
        rf"\s(?:(?:to|until|till)\s(?=[A-Z][a-z]+day|{MONTH_OR_SHORT}|\d|next|later|after)|{LATER})",
        "voted": r"\b(?:(?:has|have|had)\s+)?(?:narrowly |overwhelmingly |unanimously |again )?(?:voted|voting"
        r"|(?<!\d )(?<!cast )(?<!counts )(?<!count )(?<!the )(?<!of )(?<!more )(?<!enough )(?<!no )(?<!yes"
        r" )votes(?=\s+(?:to|against|for|down|\d)))\b",
    }
    return Pattern(made[name], re.IGNORECASE)


def _called_off(text: str) -> Iterator[Cue]:
    for match in pattern("called_off").finditer(text):
        active = OBJECT.match(text, match.end())
        if OWN_VOTE.match(text, match.end()) or ASKED.match(text, match.end()):
            continue
        if match.group().casefold() == "ruled out" and not PASSIVE.search(text, 0, match.start()):
            continue  # what somebody will not have was not to come: "a referendum, which the council has ruled out"
        before, after = text[max(0, match.start() - 160) : match.start()], text[match.end() : match.end() + 60]
        if pattern("thing").search(before) or (active and pattern("thing").search(after)):
            yield Cue(
                span=match.span(),
                status=VoteStatus.CALLED_OFF,
                place=Place.AFTER if active else Place.BEFORE,
                sure=True,
            )


def _delayed(text: str) -> Iterator[Cue]:
    for match in pattern("put_off").finditer(text):
        if BY_VOTE.search(text, 0, match.start()) or MOVES_THAT.match(match.group()):
            continue
        if not WOULD_HAVE.search(text, max(0, match.start() - 30), match.start()) and (
            things().search(match.group()) or pattern("thing").search(match.group())
        ):
            verb = match.start() + len(
                re.split(r"\s(?:a|an|the|its|their|his|her|any|that)\b", match.group(), maxsplit=1)[0]
            )
            election = names_election(match.group())
            yield Cue(span=(match.start(), verb), status=VoteStatus.PLANNED, sure=True, election=election, moved=True)
    for match in pattern("delayed").finditer(text):
        before = text[: match.start()]
        if pattern("thing").search(before) and not (BY_VOTE.search(before) or MOVED_THAT.search(before)):
            election = ELECTION_SUBJECT.search(before) is not None
            yield Cue(
                span=match.span(),
                status=VoteStatus.PLANNED,
                place=Place.BEFORE,
                sure=True,
                election=election,
                moved=True,
            )


# An election as the subject of what is put off: "the election, planned for August, was".
ELECTION_SUBJECT = Pattern(
    r"\b(?:elections?|primar(?:y|ies)|caucus(?:es)?|by-elections?|run-?off)\b(?: (?:in|for) [^,.;]{2,40})?"
    r"(?:, [^,.;]{3,60},)? (?:was|were|is|are|has been|have been|will be)(?: \w+ly)? $",
    re.IGNORECASE,
)
# What is called off, after the verb.
OBJECT = Pattern(
    r"\s+(?:the|a|an|its|their|his|her|one|all|both|two|three|plans for|[A-Z][\w’'-]*['’]s?"
    r"|(?=(?-i:Bill|Motion|Amendment|Resolution|Measure|Proposition) \d))(?:\s|(?<=\s))",
    re.IGNORECASE,
)
# What is only asked for, and given up: "dropped its demand for a vote".
ASKED = Pattern(
    r"\s+(?:the|an?|its|their|his|her) (?:\w+ )?(?:demands?|calls?|requests?|threats?|objections?|opposition|insistence"
    r"|support|campaign|case|charges?)\b",
    re.IGNORECASE,
)
# What those who voted take back, which is no vote of the house: "withdrew their votes".
OWN_VOTE = Pattern(r"\s+(?:his|her|their|its) votes?\b", re.IGNORECASE)
# What is voted on where a body votes to put a decision off; the words of putting off are that motion's.
BY_VOTE = Pattern(r"\b(?:agreed|voted|decided|resolved)\b[^.;]{0,60}\bto $", re.IGNORECASE)
# What is itself moved, and not done yet: "moved that the third reading be put off".
MOVED_THAT = Pattern(r"\b(?:moved|proposed|seconded|motion|amendment) that\b[^.;]*\bbe (?:\w+ly )?$", re.IGNORECASE)
MOVES_THAT = Pattern(r"mov(?:ed|es|ing) that\b", re.IGNORECASE)
WOULD_HAVE = Pattern(r"\b(?:would|could|might) have\s$", re.IGNORECASE)


DIRECTION = Pattern(
    rf"(?P<to>\bto (?!{NUMBER}|the\b|a\b|his\b|her\b|\d)(?P<verb>\w+))|(?P<against>\bagainst\b)|(?P<down>\bdown\b)"
    r"|(?P<for>\bfor\b|\bin (?:favou?r|support) of\b|\bin favou?r\b|\bthrough\b|\byes\b|\bout\b"
    r"|\boff\b(?=[^.;,]{0,40}\b(?i:council|board|committee|executive)\b))",
    re.IGNORECASE,
)


# Before "voting" in a vote that is not yet over, or that has its day: "MPs are voting on the bill on Tuesday".
QUOTED = Pattern(r"[“\"][^”\"]*$")
UNDER_WAY = Pattern(r"(?:\b(?:is|are|will be)|['’]re) (?:now |still |also |due to be )?$", re.IGNORECASE)


def _voted(text: str) -> Iterator[Cue]:
    for match in pattern("voted").finditer(text):
        ahead = re.split(r"\.(?! ?\d)|;|, (?:and|but|after|when)\b", text[match.end() : match.end() + 140])[0]
        if _abstains().match(text, match.end()):
            continue
        ahead = WITH_THESE.sub(lambda aside: " " * len(aside.group()), ahead)
        direction = DIRECTION.search(ahead)
        if direction and (ON_A_THING.match(ahead) or SOMEBODY.match(ahead, direction.end())):
            direction = None
        turned = direction is not None and direction["to"] and TO_DO.match(ahead, direction.end())
        result = Result.PASSED if turned else _outcome(direction)
        if direction and direction["for"] and REFUSAL.match(ahead, direction.start()):
            result = Result.REJECTED
        result = Result.PASSED if CONFIDENCE_IN.match(ahead) else result
        end = match.end() + (direction.end() if direction and not direction["to"] else 0)
        if UNDER_WAY.search(text, max(0, match.start() - 30), match.start()):
            if QUOTED.search(text, 0, match.start()):
                continue
            yield Cue(span=(match.start(), end), status=VoteStatus.PLANNED, sure=True)
        else:
            done_to = PASSIVE.search(text, max(0, match.start() - 50), match.start()) is not None
            place = Place.BEFORE if done_to else Place.AFTER
            yield Cue(
                span=(match.start(), end), status=VoteStatus.HELD, result=result, place=place, sure=True, votes=True
            )


# How some voted, at the end of a clause too: "voted on a new rate, with Ames and Vale against".
WITH_THESE = Pattern(rf", {DIVIDED}(?:,|$)|, with [^,]*,")


@cache
def _abstains() -> Pattern:
    """What somebody votes who takes no side: voted “present”."""
    return Pattern(rf" [“\"‘'](?:{words(lexicon('votes')['answers']['abstain'])})\b", re.IGNORECASE)


def _sided(rolls: Iterable[Roll], *, alone: bool) -> Iterator[Cue]:
    """Lists of who took a side: "abstentions came from Ann Heron"; those that tell of no more, or others."""
    for roll in rolls:
        if roll.alone is alone:
            yield Cue(span=roll.span, status=VoteStatus.HELD, sure=True, told=True, stance=True)


# "Voted on a second motion to delay it", "on whether to go": what was voted on, and not how it went.
ON_A_THING = Pattern(
    rf"\s+(?:(?:on )?{WEEKDAY}(?: \w+)? )?(?:on|upon) (?:(?:whether|how)\b"
    rf"|(?:(?!(?:to|against|for|in|at|with)\b|{WEEKDAY}\b|{MONTH_OR_SHORT}\b|\d)"
    rf"[\w’'-]+ ){{0,4}}?{things().pattern})"
)


# What is voted without a word between: "voted no confidence in its mayor".
CONFIDENCE_IN = Pattern(r" (?:non?[- ])?confidence in\b", re.IGNORECASE)
# What is decided not to do, which is carried: "voted to decline to hear it".
TO_DO = Pattern(r" to [a-z]")
# Whom, and not what, somebody votes for or against, who falls by a motion that is carried: "voted against him".
SOMEBODY = Pattern(
    r"(?<=against) (?:him|her|(?:the |[\w’'-]+['’]s )?(?:\w+ )?(?i:prime minister|president|premier|chancellor"
    r"|governor|mayor|leader|minister)\b(?!['’])|(?:Mr|Ms|Mrs|Sir|Dr|President|Prime Minister) [A-Z]\w+(?!['’\w]))"
)


def _outcome(direction: re.Match[str] | None) -> Result | None:
    if direction is None:
        return None
    if direction["against"] or direction["down"]:
        return Result.REJECTED
    if direction["to"]:
        return turn(direction.string, direction.start("verb"))
    return Result.PASSED
