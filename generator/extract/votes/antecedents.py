"""Extraction of votes: a sentence comes in, the motions that it brings up go out, for "it" to point back to."""

import re
from dataclasses import dataclass
from functools import cache

from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.anaphora import is_anaphoric
from generator.extract.votes.bills import BILL
from generator.extract.votes.cue import words
from generator.extract.votes.motion_before import DANGLING, DONE
from generator.extract.votes.stops import STOP
from generator.extract.votes.things import thing_phrases

LONGEST = 160
# A word that points at more than its own kind.
LOOSE = {
    "measure": ("bill", "motion", "resolution", "amendment", "proposal", "plan", "budget"),
    "legislation": ("bill", "act"),
    "proposal": ("plan", "motion", "application", "bid", "scheme", "amendment"),
    "scheme": ("plan", "application", "proposal"),
    "idea": ("proposal", "plan", "motion"),
    "text": ("resolution", "bill", "treaty", "motion"),
    "plan": ("proposal", "scheme", "budget"),
    "attempt": ("bid", "motion"),
    "move": ("motion", "bid", "proposal"),
    "nominee": ("nomination",),
    "confirmation": ("nomination", "nominee"),
}
# What is meant by a word where nothing goes by that itself.
ALSO = {
    "bill": ("act",),
    "motion": (
        *("no confidence", "no-confidence vote", "no confidence vote"),
        *("vote of confidence", "vote of no confidence", "vote of no-confidence"),
    ),
}
# Part of a bill's name, which is no amendment: "the Seeds (Amendment) Bill".
BRACKETS = Pattern(r"\([^()]*\)")
# What is only about when a vote is held: "an effort to bring the vote of no confidence up the agenda".
ABOUT_A_VOTE = Pattern(
    r"(?:an?|the|its|their) (?:[\w’'-]+ ){0,2}?(?:effort|bid|attempt|move|motion|request) to"
    r" (?:bring|delay|postpone|put (?:off|back)|defer|hold|force) (?:[\w’'-]+ ){0,3}?(?:vote|debate|motion|ballot)\b",
    re.IGNORECASE,
)
# What a thing would do, told after it: "the amendment to the statement would have forced a vote".
WOULD_DO = Pattern(r"(?<=\w)(?<! that)(?<! which)(?<! who)(?<! it)(?<! they) (?:would|could|might) .*")
RELATIVE = Pattern(r"\b(?:that|which|who|whether|if|where)\b")
# A bill under the name that it has as a law: "signed the Harbours Protection Act, which bans dredging".
ENACTED = Pattern(
    r"\b(?:sign|veto|introduc|sponsor|propos|draft|author)(?:e?d|e?s|ing)(?: into law)? "
    r"(?P<what>the (?:[A-Z][\w’'-]* (?:(?:and|of|for|to|in|on|the|from) ){0,2}){1,8}Act)\b"
)
# One of a row, which is named elsewhere: "the sixth Bill that the House has passed".
ONE_OF = Pattern(r"the (?:first|second|third|last|only|\w+(?:th|st|nd|rd)) \w+ (?:that|to)\b", re.IGNORECASE)
MOVED = Pattern(
    r"\b(?:moved|moving|proposed|proposing|move|propose) (?P<what>(?:that|to(?! (?:the|an?)\b| [A-Z])) \w+)"
)


@dataclass(frozen=True)
class Antecedent:
    """Words that bring a motion up: the number of their sentence, the words, the sentence, and their head noun."""

    number: int
    words: str
    sentence: Span
    head: str | None


def antecedents(text: str, sentence: Span, number: int) -> list[Antecedent]:
    """What a sentence brings up that can be voted on, in order."""
    told = [DANGLING.sub("", DONE.sub("", _itself(phrase))) for phrase in [*thing_phrases(text), *_brought_up(text)]]
    phrases = [
        phrase for phrase in told if not (is_anaphoric(phrase) or ABOUT_A_VOTE.match(phrase) or ONE_OF.match(phrase))
    ]
    ordered = sorted(dict.fromkeys(phrases), key=text.find)
    return [Antecedent(number, phrase, sentence, head_of(phrase)) for phrase in ordered]


def _itself(phrase: str) -> str:
    """Words for a thing without what it would do."""
    does = WOULD_DO.search(phrase)
    return phrase if does is None or RELATIVE.search(phrase, 0, does.start()) else phrase[: does.start()]


def _brought_up(text: str) -> list[str]:
    """Noun phrases of the looser nouns with what they are for ("a bid to delay it"), and bills by name."""
    found = []
    for match in _loose_phrase().finditer(text):
        stop = STOP.search(text, match.end())
        end = stop.start() if stop else match.end()
        found.append(text[match.start() : min(end, match.start() + LONGEST)].strip(" ,"))
    for match in MOVED.finditer(text):
        stop = STOP.search(text, match.end())
        found.append(
            text[match.start("what") : min(stop.start() if stop else len(text), match.end() + LONGEST)].strip(" ,")
        )
    found += [match["what"] for match in ENACTED.finditer(text)]
    return found + [match[1] for match in BILL.finditer(text)]


@cache
def _loose_phrase() -> Pattern:
    nouns = words([*lexicon("votes")["motions"]["loose"], "nomination", "measure"])
    owner = r"(?:(?i:an?|another|his|her|its|their|the)|[A-Z][\w’'-]*['’]s?)"
    return Pattern(
        rf"\b{owner}\s(?:(?!(?:an?|the|its|his|her|their|another|to|of)\s)[\w’'$£€-]+\s){{0,3}}?(?:{nouns})\s(?:to|that|for|of|on|which|calling|from)\b"
    )


def head_of(phrase: str) -> str | None:
    """The noun for what is voted on that a phrase is headed by."""
    if phrase.startswith(("that ", "to ", "whether ")):
        return "motion"
    match = _heads().search(BRACKETS.sub("", phrase))
    return match.group().casefold().rstrip("s") if match else None


@cache
def _heads() -> Pattern:
    lists = lexicon("votes")["motions"]
    return Pattern(rf"\b(?:{words([*lists['strict'], *lists['loose'], *LOOSE, 'act'])})s?\b", re.IGNORECASE)


@cache
def _pointer() -> Pattern:
    lists = lexicon("votes")["motions"]
    nouns = words([*lists["strict"], *lists["loose"], *LOOSE])
    # "In the referendum" tells where something was voted on, and not what.
    return Pattern(
        r"(?<!\bin )(?<!\bat )(?<!\d of )\b(?:the|that|this|his|her|their|its|both|which)\s(?:\w+\s)?"
        rf"(?P<head>{nouns})\b",
        re.IGNORECASE,
    )


def names_its_kind(text: str) -> bool:
    """Whether a clause names what is voted on by its kind, "the bill": nothing of another kind is meant then."""
    match = _pointer().search(text)
    return match is not None and match["head"].casefold() not in LOOSE


def pointed_at(text: str, known: list[Antecedent], number: int, *, near: int, far: int) -> Antecedent | None:
    """What a clause points back at: the last motion of the kind it names ("the bill"), without one the last brought up.

    Args:
        known: what was brought up before, in order.
        near: how many sentences back "it" reaches.
        far: how many sentences back a noun reaches; one for the only thing of its kind reaches any length.
    """
    if match := _pointer().search(text):
        head = match["head"].casefold()
        heads = (head, *LOOSE.get(head, ()))
        kind = [a for a in known if a.head in heads] or [a for a in known if a.head in ALSO.get(head, ())]
        alone = len({a.words.casefold() for a in kind}) == 1
        same = [a for a in kind if alone or number - a.number <= far]
        if same or head not in LOOSE:
            return same[-1] if same else None
    within = [a for a in known if number - a.number <= near]
    return next((a for a in within if a.number == within[-1].number and within[-1].words in a.words), None)
