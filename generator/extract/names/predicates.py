"""Tell when a role is held by the words between a name and a title: "was elected", "resigned as", "will act as"."""

import re

from generator.model.words import Tense

AGAIN = "elected|re-elected|appointed|named|made|sworn in|confirmed|chosen"
BEING = (
    "is|was|became|become|remains|remain|been|be|"
    f"(?:serve[sd]?|act(?:s|ed)?|serving|worked|acting|installed|inaugurated|{AGAIN})(?: as)?"
)
GOING = (
    "resign(?:ed|s)?|quit|stood down|stepped down|step down|stand down|steps down|ousted|removed|sacked|fired|"
    "dismissed|return(?:ed|s)?|clung on|stay(?:s|ed)? on|continue[sd]?|run(?:s|ning)?|ran"
)
SAID_TO_HOLD = re.compile(
    rf"(?:, who |who )?(?:now |also |then |once |later |twice |has |had |will |is |was |were |who )*"
    rf"(?:{BEING}|(?:{GOING}) (?:as|for))"
    rf"(?: (?:also|now|still|then|once|currently|formerly|previously|{AGAIN})(?: as)?)*"
)
LEFT = re.compile(
    r"\b(?:resign|quit|stood down|stepped down|ousted|removed|sacked|fired|dismissed|formerly|previously|once)"
)
PAST = re.compile(r"\b(?:was|had been|served as|worked as)\b")
CHOSEN = re.compile(rf"\b(?:installed|inaugurated|{AGAIN})\b")
TO_COME = re.compile(r"\bwill\b")
RUNNING = re.compile(r"\b(?:run|runs|running|ran) (?:as|for)")
ENDED = re.compile(r"\W*(?:[\w’'-]+ ){0,8}?(?:until|till)\b| (?:from|between) \d{4}")


def gives_role(between: str) -> bool:
    """Whether the words between a name and a title say that the one holds the other."""
    return SAID_TO_HOLD.fullmatch(between.strip().lower()) is not None


def tense_of(between: str, after: str) -> Tense:
    """When a role is held, by the words between name and title and those after the title."""
    words = between.lower()
    if LEFT.search(words) or (PAST.search(words) and not CHOSEN.search(words)):
        return Tense.FORMER
    if RUNNING.search(words):
        return Tense.CANDIDATE
    return ended(after, Tense.ELECT if TO_COME.search(words) else Tense.CURRENT)


def ended(after: str, tense: Tense) -> Tense:
    """A tense, or former where what follows the title says until when it was held."""
    return Tense.FORMER if tense is Tense.CURRENT and ENDED.match(after) else tense
