"""Know a body by its words alone: a `Reading` and a place in it come in, where the body's name ends goes out."""

from functools import cache

from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import lexicon, words
from generator.extract.names.forms import NEVER, body_heads, heads_no_body, not_bodies
from generator.extract.names.heads import head_at
from generator.extract.names.institutions import acronyms, known_bodies, longest_known, of_heads
from generator.extract.names.places import demonyms, known_places
from generator.extract.names.reading import Reading

DIGITS_OR_STOP = frozenset("0123456789.")
INSIDE = frozenset(["of", "for", "and", "&", "the", "on", "to", "in", "de", "la", "du"])
LINKS = INSIDE - {"and", "&"}
NO_START = (NEVER - {"police"}) | words("small_words", "headline_verbs")
NO_PART = NO_START - {"american", "african", "european", "muslim"}
GENERAL = frozenset(lexicon("institutions")["general"])
LONGEST = 12
LAWS = frozenset(("law", "rule", "act"))
SHOUT, SHORTEST_SITE = 5, 2
PEOPLES = frozenset(("children", "people", "peoples"))
NATIONS = frozenset(["scottish", "welsh", "uk", "ulster", "british", "english", "irish"])


def body_at(reading: Reading, at: int) -> int | None:
    """Where the name of a body that begins at a word ends; None where none is certain to begin there."""
    word = reading.words[at]
    if not (word.capital or word.text[0].isdigit() or word.low in _small_starts()) or word.possessive:
        return None
    ends = (_run(reading, at), known_at(reading, at), _national(reading, at), _small(reading, at), _paper(reading, at))
    return max((end for end in ends if end), default=None)


@cache
def _small_starts() -> frozenset[str]:
    """The first words of the committees that are written small: most words begin no body's name."""
    return frozenset(subject.split()[0] for subject in lexicon("institutions")["small"]["subjects"])


def known_at(reading: Reading, at: int) -> int | None:
    """Where a well-known body's name that begins at a word ends."""
    word = reading.words[at]
    if not (word.capital or word.text[0].isdigit()) or reading.low(at - 1) in words("honorifics", "certain"):
        return None
    for length in range(min(longest_known().get(word.low, 0), len(reading.words) - at), 0, -1):
        key = tuple(reading.low(i) for i in range(at, at + length))
        if key in known_bodies() and reading.same_line(at, at + length - 1) and _well_written(reading, at, at + length):
            return at + length
    return None


def _well_written(reading: Reading, first: int, last: int) -> bool:
    """Whether a name has its capitals, and is no heading in capitals alone."""
    inside = [reading.words[at] for at in range(first, last)]
    named = all(w.capital or w.is_mark or w.text[0].isdigit() or w.low in INSIDE for w in inside)
    if len(inside) > 1:
        return named
    shout, acronym = inside[0].text.isupper(), (inside[0].low,) in acronyms()
    return named and (shout if acronym else not shout or len(inside[0].text) < SHOUT)


def _national(reading: Reading, at: int) -> int | None:
    """ "Scottish Labour", "UK Government"."""
    if reading.low(at) not in NATIONS or not reading.words[at].capital or not is_capital(reading, at + 1):
        return None
    return known_at(reading, at + 1)


def _run(reading: Reading, at: int) -> int | None:
    """Where a run of capitals that holds a body's head ends: "Oldham Council", "Department for Education"."""
    nation = reading.low(at) in demonyms() or (reading.low(at),) in known_places()
    if not is_capital(reading, at) or (reading.low(at) in NO_START and not nation) or _is_title(reading, at):
        return None
    if not _opens_name(reading, at) or reading.low(at) in words("honorifics", "certain"):
        return None
    last = _end_of_run(reading, at)
    of_name = any(reading.low(i) in of_heads() and reading.low(i + 1) in LINKS for i in range(at, last - 2))
    friends = reading.low(at) == "friends"
    if of_name and (friends or not heads_no_body(reading.low(last - 1))):
        return last
    if reading.low(last - 1) in not_bodies():
        return None
    ends = (i for i in range(last, at + 1, -1) if reading.low(i - 1) in body_heads())
    return next((i for i in ends if not is_office_in(reading, at, i - 1)), None)


def is_office_in(reading: Reading, first: int, head: int) -> bool:
    """Whether a body's head belongs to a title after another's whole name: "Liberal House leader"."""
    found = head_at(reading, head)
    office = (
        found is not None and found[0].office and found[1] > head + 1 and reading.low(head) not in words("roles", "led")
    )
    return office and known_at(reading, first) == head


def _opens_name(reading: Reading, at: int) -> bool:
    """Whether a capital is more than that of a sentence's first word: "Allies of Defence" is no name."""
    word = reading.words[at]
    own = word.low in of_heads() or word.low in demonyms() or (word.low,) in known_places()
    return not word.opens or own or reading.tagged(word, "PROPN") or in_person(reading, at)


def _end_of_run(reading: Reading, first: int) -> int:
    last = first
    while reading.same_line(first, last) and last - first < LONGEST:
        named = is_capital(reading, last) and (reading.low(last) not in NO_PART or _is_cause(reading, last))
        if named and last > first and _is_peer(reading, last):
            break
        if named or (last > first and _continues(reading, first, last)):
            last += 1
        else:
            break
    while last > first + 1 and (reading.low(last - 1) in INSIDE or reading.low(last - 1) == ","):
        last -= 1
    return last


def _is_peer(reading: Reading, at: int) -> bool:
    """Whether somebody's name begins behind a whole name: "Lord True" after "leader of the House of Lords"."""
    title = reading.low(at) in words("honorifics", "peers") | words("honorifics", "certain")
    return title and is_capital(reading, at + 1) and reading.low(at - 1) not in INSIDE and not head_at(reading, at)


def _continues(reading: Reading, first: int, at: int) -> bool:
    """Whether a small word inside a run leads to more of the same name."""
    word = reading.words[at]
    follows = at + 1 + (reading.low(at + 1) == "the")
    if not is_capital(reading, follows) or not reading.same_line(first, follows):
        return False
    if reading.low(follows) in NEVER and not _is_cause(reading, follows):
        return False
    if reading.low(follows) in words("small_words", "months") and reading.low(follows + 1)[:1] in DIGITS_OR_STOP:
        return False  # "the Marsh Council on Sept. 25"
    headed = any(reading.low(i) in of_heads() and reading.low(i + 1) in INSIDE for i in range(first, at - 1))
    if word.text == ",":
        return _list_goes_on(reading, follows) if headed else _lists_briefs(reading, first, follows)
    if word.possessive:
        several = word.text in ("'", "’") or reading.low(at - 1).endswith("men") or reading.low(at - 1) in PEOPLES
        return reading.low(at + 1) in body_heads() and several
    if word.low in ("and", "&"):
        whole = reading.low(at - 1) in body_heads() or known_at(reading, first) == at
        return headed or word.low == "&" or (not whole and _leads_to_head(reading, follows))
    if word.low not in INSIDE or word.low == "in" or in_person(reading, follows):
        return False
    if word.low == "for" and reading.low(at - 1) == "office" and reading.words[at - 2].possessive:
        return False  # "a job at the Auditor's Office for Doe"
    return reading.low(at - 1) in of_heads() or word.low in ("de", "la", "du") or (headed and word.low == "of")


def _is_cause(reading: Reading, at: int) -> bool:
    """Whether the name of a party is here what a body is of: "Manitoba Federation of Labour"."""
    return reading.low(at - 1) == "of" and reading.low(at - 2) in of_heads() and known_at(reading, at) == at + 1


def in_person(reading: Reading, at: int) -> bool:
    """Whether the recognizer takes a word for part of a person's name."""
    token = reading.token(reading.words[at])
    return token is not None and name_kind(token.ent_type_) is NameKind.PERSON


def _list_goes_on(reading: Reading, at: int) -> bool:
    """Whether a list inside a name comes to its "and": "Science, Innovation and Technology"."""
    while is_capital(reading, at) and reading.low(at) not in NEVER:
        at += 1
        at += reading.words[at].text == "," and _is_brief(reading, at - 1) and _is_brief(reading, at + 1)
    return reading.low(at) in ("and", "&") and is_capital(reading, at + 1)


def _is_brief(reading: Reading, at: int) -> bool:
    return is_capital(reading, at) and reading.low(at) in words("roles", "briefs")


def _lists_briefs(reading: Reading, first: int, at: int) -> bool:
    """Whether several briefs are one committee's: "Culture, Media and Sport Committee"."""
    end = at
    while _is_brief(reading, end) or (reading.low(end) in (",", "and", "&") and _is_brief(reading, end + 1)):
        end += 1
    own = all(_is_brief(reading, i) or reading.words[i].text == "," for i in range(first, at))
    joined = any(reading.low(i) in ("and", "&") for i in range(at, end))
    return own and joined and is_capital(reading, end) and reading.low(end) in body_heads()


def _leads_to_head(reading: Reading, at: int) -> bool:
    """Whether capitals from a word on end in a body's head: "Rescue Service" after "Fire and"."""
    while is_capital(reading, at) and reading.low(at) not in NEVER:
        if reading.low(at) in body_heads() and not is_capital(reading, at + 1):
            return True
        at += 1
    return False


def _is_title(reading: Reading, at: int) -> bool:
    found = head_at(reading, at)
    return (
        found is not None
        and found[0].office
        and is_capital(reading, found[1])
        and reading.low(found[1]) not in body_heads()
    )


def _small(reading: Reading, at: int) -> int | None:
    """Bodies whose head is written small: "Calderbeck council", "public accounts committee", "the mayor's office"."""
    small = lexicon("institutions")["small"]
    word = reading.words[at]
    if word.capital:
        head = at + 1
        while is_capital(reading, head) and head - at < 4 and reading.low(head) not in NEVER:
            head += 1
        head += reading.low(head) in small["between"] and not is_capital(reading, head)
        place = (
            (reading.low(at) not in NEVER | GENERAL and not is_run_by_party(reading, at, head + 1))
            or (reading.low(at),) in known_places()
            or reading.low(at) in demonyms()
        )
        fits = (
            place
            and _opens_name(reading, at)
            and reading.same_line(at, head)
            and not word.possessive
            and not head_at(reading, at)
        )
        return head + 1 if fits and reading.low(head) in small["heads"] and not reading.words[head].capital else None
    for length in (3, 2, 1):
        subject = " ".join(reading.low(i) for i in range(at, at + length))
        if (
            subject in small["subjects"]
            and reading.low(at + length) == "committee"
            and reading.low(at - 1) not in ("a", "an")
        ):
            return at + length + 1
    return None


def is_run_by_party(reading: Reading, first: int, last: int) -> bool:
    """Whether words only tell of whom a council is: "Conservative council leader Jane Doe"."""
    return reading.low(last - 1) == "council" and known_at(reading, first) == last - 1


def _paper(reading: Reading, at: int) -> int | None:
    """ "The Mail on Sunday", "told The Lantern", "Sunday Courant": papers by their article or first word."""
    word = reading.words[at]
    if is_site(word.text):
        return at + 1
    sunday = reading.low(at + 2) == "on" and reading.low(at + 3) == "sunday"
    if word.text == "The" and sunday and reading.same_line(at, at + 3):
        return at + 4
    end = _end_of_run(reading, at + 1) if is_capital(reading, at + 1) and reading.same_line(at, at + 1) else at + 1
    if end == at + 1:
        return None
    if word.text == "The":
        titled = head_at(reading, at + 1)
        office = titled is not None and titled[0].office and reading.low(titled[1]) in ("of", "for", ",")
        return end if not word.opens and not office else None
    named_so = word.low in lexicon("institutions")["first_media"] and word.capital
    articled = reading.low(at - 1) == "the" or word.low in ("radio", "bbc")
    return end if named_so and articled and not reading.words[at + 1].text.isdigit() else None


def is_site(text: str) -> bool:
    """Whether a word is the name of an outlet with a full stop in it: "Valley.News"."""
    first, stop, last = text.partition(".")
    return bool(stop) and first[:1].isupper() and len(first) > SHORTEST_SITE and last.isalpha()


def is_law(reading: Reading, last: int) -> bool:
    """Whether a name only tells after whom a law is called: "Martha's Law"."""
    owns = last + 1 < len(reading.words) and reading.words[last].possessive
    return owns and reading.words[last + 1].capital and reading.low(last + 1) in LAWS


def is_capital(reading: Reading, at: int) -> bool:
    """Whether a word begins with, or holds, a capital letter."""
    if not 0 <= at < len(reading.words):
        return False
    word = reading.words[at]
    return word.capital and not word.is_mark and word.text[0].isalpha() and not word.possessive
