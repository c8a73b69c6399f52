"""Candidacies told by a verb: an article's words come in, every "ended her presidential bid" goes out as a `Title`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.extract.lexicon import words
from generator.extract.names.parts import Held, Title
from generator.extract.names.reading import Reading
from generator.model.words import Tense

WHOSE = frozenset(["his", "her", "their"])
ELSEWHERE = frozenset(["against", "to", "of", "with"])
OUT = frozenset(["out", "from"])
SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubjpass"])
WON = "successfully"
SHARING = frozenset(["conj", "advcl", "xcomp"])
LONGEST, REACH, MOST_ARCS = 9, 6, 3


def find_bids(reading: Reading) -> Iterator[tuple[int, Title]]:
    """Each clause that tells that somebody stands or stood for an office, and the word after that somebody's name.

    Only where it is a bid for office: not "ended her campaign against the airport".
    """
    contest = words("roles", "bids_before") | words("roles", "candidates")
    contested = any(word.low in contest for word in reading.words)
    for at in range(1, len(reading.words)):
        opened = _opened(reading, at) if reading.low(at) in _openers() else None
        if opened is None or not reading.same_line(at - 1, at):
            continue
        first, tense = opened
        bid = _bid(reading, first, contested=contested)
        if bid is not None:
            yield _subject_end(reading, at), _title(reading, first, bid, tense)


def one_candidacy(reading: Reading, held: Sequence[Held]) -> list[Held]:
    """One person's titles, where "presidential candidate Jane Doe ended her bid" is one candidacy, and over."""
    bids = [one for one in held if reading.low(one.title.head) in words("roles", "bids") | words("roles", "runs")]
    rest = [one for one in held if one not in bids]
    if not bids or not any(one.tense is Tense.CANDIDATE or one.title.key == "candidate" for one in rest):
        return list(held)
    over = any(one.tense is Tense.FORMER for one in bids)
    return [replace(one, tense=Tense.FORMER) if over and one.tense is Tense.CANDIDATE else one for one in rest]


def past_candidacy(reading: Reading, held: Held) -> Held:
    """A candidacy that is over; who ran for a post was a candidate for it, and its former holder only if it was won."""
    title = held.title
    told = range(title.lead - 1, held.first, -1)
    if title.key in words("roles", "candidates") or any(reading.low(at) == WON for at in told):
        return replace(held, tense=Tense.FORMER)
    run = next((at for at in told if reading.low(at) in words("roles", "runs")), None)
    if run is None or reading.low(run + 1) not in ("for", "to"):
        return held
    return replace(held, title=_title(reading, run, (run, title.end), Tense.FORMER), tense=Tense.FORMER)


@cache
def _openers() -> frozenset[str]:
    """The verbs that open or end a bid: most words are none."""
    return frozenset().union(*(words("roles", key) for key in ("leaves_race", "runs", "ends_bid", "opens_bid")))


def _opened(reading: Reading, at: int) -> tuple[int, Tense] | None:
    """Where the bid begins that a verb opens or ends, and what its maker is by that."""
    verb, after = reading.low(at), reading.low(at + 1)
    if verb in words("roles", "leaves_race") and after in OUT:
        first = at + 2 + (reading.low(at + 2) == "of")
        return (first + 1, Tense.FORMER) if reading.low(first) in ("the", "that") else None
    if verb in words("roles", "runs") and after == "for":
        return at, Tense.FORMER if verb in ("ran", "stood") else Tense.CANDIDATE
    if after not in WHOSE:
        return None
    if verb in words("roles", "ends_bid"):
        return at + 2, Tense.FORMER
    return (at + 2, Tense.CANDIDATE) if verb in words("roles", "opens_bid") else None


def _bid(reading: Reading, first: int, *, contested: bool) -> tuple[int, int] | None:
    """The word that names a bid for office, and where what it is for ends; None where it is for no office.

    Where the article tells of candidates or of a contest for office, "the race" and "her campaign" are for that.
    """
    runs = reading.low(first) in words("roles", "runs") and reading.low(first + 1) == "for"
    heads = (k for k in range(first, first + 4) if reading.low(k) in words("roles", "bids"))
    head = first if runs else next(heads, None)
    if head is None or not reading.same_line(first, head):
        return None
    end = _complement(reading, head + 1)
    before = {reading.low(k) for k in range(first, head)} & words("roles", "bids_before")
    after = {reading.low(k) for k in range(head + 1, end)} & words("roles", "runs_for" if runs else "bids_for")
    plain = contested and not runs and reading.low(end) not in ELSEWHERE
    return (head, end) if before or after or plain else None


def _complement(reading: Reading, at: int) -> int:
    """Where "for governor" after a bid ends."""
    if reading.low(at) != "for":
        return at
    end = at
    for k in range(at + 1, at + LONGEST):
        word = reading.words[k] if k < len(reading.words) and reading.same_line(at, k) else None
        if (
            word is None
            or word.is_mark
            or word.low in words("small_words", "not_in_titles") | words("small_words", "times")
        ):
            break
        if word.low in words("roles", "bids_for") or word.capital:
            end = k + 1
        elif not (word.possessive or word.low in ("the", "of") or reading.tagged(word, "NOUN", "ADJ", "PROPN")):
            break
    return end


def _subject_end(reading: Reading, at: int) -> int:
    """The word after a verb's subject, past "has also" and "who"."""
    start = at
    while at > 0 and start - at < REACH and reading.low(at - 1) in words("roles", "before_bids"):
        at -= 1
    at -= at < start and reading.low(at - 1) == "," and reading.low(at) == "who"
    subject = None if reading.words[at - 1].capital else _subject(reading, start)
    return at if subject is None else subject


def _subject(reading: Reading, at: int) -> int | None:
    """The word after the name that the parse makes a verb's subject: "Doe followed, dropping out of the race"."""
    token = reading.token(reading.words[at])
    for _ in range(MOST_ARCS):
        if token is None:
            return None
        for child in token.children:
            if child.dep_ in SUBJECTS:
                return reading.inside((child.idx, child.idx + len(child.text))).stop
        if token.dep_ not in SHARING:
            return None
        token = token.head
    return None


def _title(reading: Reading, first: int, bid: tuple[int, int], tense: Tense) -> Title:
    """The candidate's title; as a plural's, it is not written as it stands: "presidential bid" is no title."""
    head, end = bid
    return Title(
        first=first, head=head, last=head + 1, end=end, lead=first, determiner="", owner=None, key="candidate",
        plural=True, office=False, tense=tense,
    )  # fmt: skip
