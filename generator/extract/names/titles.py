"""Find titles: a `Reading` and the words that names hold come in, every "health secretary" goes out as a `Title`."""

import re
from collections.abc import Iterator, Set

from generator.extract.calendar_names import MONTH_OR_SHORT, WEEKDAY
from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import lexicon, words
from generator.extract.names.complements import DETERMINERS, JOINERS, NOT_PART, TIMES, Bodies, complement_end
from generator.extract.names.forms import honorifics
from generator.extract.names.heads import Head, head_at
from generator.extract.names.parts import Title
from generator.extract.names.reading import Reading
from generator.extract.names.running import complements_office
from generator.model.words import Tense

DAY = re.compile(rf"{WEEKDAY}|{MONTH_OR_SHORT}")
WHEN = frozenset(["yesterday", "today", "tomorrow", "tonight", "earlier"])
AGED = re.compile(r"\d+-year-old")
ERA = "-era"
PAST_PREFIXES = ("ex-", "then-", "former-")
LONGEST_BODY = 6
MOST_ADJECTIVES = 3
TO_CHOOSE = frozenset(["to", "will", "would", "may", "could", "should", "might", "can"])


def find_titles(reading: Reading, taken: Set[int], bodies: Bodies) -> tuple[Title, ...]:
    """Every title in reading order.

    Args:
        reading: the article's words.
        taken: the indexes of words that are people's names; no title holds them but as a possessor's.
        bodies: where names of bodies stand, for "Court of Appeal judge" and "chairman of the 1922 Committee".
    """
    return tuple(_titles(reading, taken, bodies))


def _titles(reading: Reading, taken: Set[int], bodies: Bodies) -> Iterator[Title]:
    at = 0
    while at < len(reading.words):
        found = None if at in taken else head_at(reading, at)
        if not found or not (found[1] in taken or _is_noun(reading, at, found[0])):
            at += 1
            continue
        head, last = found
        following = head_at(reading, last) if reading.same_line(at, last) and last not in taken else None
        of_another = following and (following[0].before_name or _begins_anew(reading, at, last))
        if not following or of_another or head.plural or head.before_name:
            title = _title(reading, head, at, last, taken, bodies)
            if not (_is_unreal(reading, title) or _is_body(reading, at)):
                yield title
        at = last


def _is_unreal(reading: Reading, title: Title) -> bool:
    """Whether the words before a title say that nobody holds it: "fake minister", "a self-styled king"."""
    before = range(title.lead - 1, title.head)
    return any(reading.same_line(at, title.head) and reading.low(at) in lexicon("roles")["unreal"] for at in before)


def _is_body(reading: Reading, at: int) -> bool:
    """Whether a word means a body of which somebody is the head: "chair of the regulator"."""
    led = reading.low(at - 1) == "the" and reading.low(at - 2) in JOINERS
    return led and reading.low(at) in words("roles", "bodies_too")


def _begins_anew(reading: Reading, at: int, following: int) -> bool:
    """Whether a head opens another title than the head before it: "city treasurer Councillor", no "chief executive"."""
    capital = reading.words[following].capital and not reading.words[at].capital
    return capital or reading.low(following) in words("roles", "called_before_names")


def _is_noun(reading: Reading, at: int, head: Head) -> bool:
    """Whether a head is used as a noun: "to head", "chairs" and "judge for yourself" are none."""
    word = reading.words[at]
    if head.before_name:
        return word.capital
    if reading.low(at) in ("cs", "td", "tds", "mp", "mps", "pm") and not word.capital:
        return False
    if word.capital or "-" in word.text or " " in head.key:
        return True
    if _qualifies(reading, at + 1):
        return False
    described = _is_described(reading, at)
    settled = reading.low(at - 1) in DETERMINERS or _tense_word(reading.low(at - 1)) is not None
    settled = settled or (described and not head.plural)
    return settled or not reading.tagged(word, "VERB", "AUX", "ADV", "ADP")


def _is_described(reading: Reading, at: int) -> bool:
    """Whether an article and adjectives stand before a word: "the American Samoan delegate"."""
    before = at - 1
    while at - before <= MOST_ADJECTIVES and before > 0 and reading.tagged(reading.words[before], "ADJ", "PROPN"):
        before -= 1
    return before < at - 1 and reading.low(before) in DETERMINERS


def _qualifies(reading: Reading, after: int) -> bool:
    """Whether a noun follows that a head only qualifies: "her official announcement", "member states"."""
    if not reading.same_line(after - 1, after):
        return False
    word = reading.words[after]
    if word.low in words("roles", "duties"):
        return False
    plain = word.text.isalpha() and word.text.islower() and not head_at(reading, after)
    return plain and reading.tagged(word, "NOUN") and word.low not in TIMES | {"elect", "designate"}


def _title(reading: Reading, head: Head, at: int, last: int, taken: Set[int], bodies: Bodies) -> Title:
    first, lead, tense = _walk_left(reading, at, taken, bodies, capitals=head.before_name)
    tense = _tense_of_compound(reading, at, last, tense, head.key)
    determiner = reading.low(lead - 1) if reading.same_line(lead - 1, lead) else ""
    owner = _owner(reading, lead - 1, bodies, taken) if determiner in ("'s", "'") else None
    if determiner not in DETERMINERS and owner is None:
        determiner = ""
    if owner is not None and reading.low(owner[0]).startswith(PAST_PREFIXES):
        tense = Tense.FORMER  # "then-Governor Jane Doe's chief of staff"
    end = complement_end(reading, last, taken, bodies)
    return Title(
        first=first, head=at, last=last, end=end, lead=owner[0] if owner else lead - bool(determiner),
        determiner=determiner, owner=owner, key=head.key, plural=head.plural, office=head.office, tense=tense,
    )  # fmt: skip


def _tense_of_compound(reading: Reading, at: int, last: int, tense: Tense, key: str) -> Tense:
    low = reading.low(at)
    if low.startswith(PAST_PREFIXES) or key in words("roles", "gone_before"):
        return Tense.FORMER
    chosen = key in words("roles", "named_by_another") and reading.low(at - 1) in words("roles", "participles")
    if chosen or low.endswith(("-elect", "-designate")) or reading.low(last) in ("elect", "designate"):
        return Tense.ELECT
    stands = key in words("roles", "candidates") or reading.low(at) in words("roles", "candidates")
    if stands and tense is Tense.CURRENT:
        return Tense.CANDIDATE
    return tense


def _walk_left(reading: Reading, at: int, taken: Set[int], bodies: Bodies, *, capitals: bool) -> tuple[int, int, Tense]:
    """Where a title begins, where the words that describe it begin, and when it is held."""
    first = lead = at
    tense, closed = Tense.CURRENT, False
    while reading.same_line(lead - 1, at):
        before = lead - 1
        low = reading.low(before)
        if lead == at and before in taken and reading.low(at) in words("roles", "followers"):
            while lead - 1 in taken:
                lead = first = lead - 1
            closed = True
        elif not closed and (named := _before_short(reading, before, bodies)) is not None:
            lead = first = named
        elif low.startswith(PAST_PREFIXES):
            tense, closed, lead = Tense.FORMER, True, before
            first = before if _of_brief(low) else first
        elif low.endswith(ERA):
            tense, closed, lead = Tense.FORMER, True, _start_of_era(reading, before)
        elif before in bodies.starts and (not closed or tense is Tense.ACTING):
            lead = first = bodies.starts[before]
        elif (said := _tense_word(low)) is not None:
            tense, closed = said, True
            lead = before
            if said is Tense.ACTING and (past := _former_before(reading, before)) is not None:
                tense, lead, first = Tense.FORMER, past, past + 1
        elif not (_in_capitals(reading, before) or _in_place(reading, before)) and (
            low in words("roles", "epithets") or AGED.fullmatch(low) or _is_participle(reading, before)
        ):
            lead, closed = before, True
        elif (
            not closed
            and (reading.words[before].capital or not capitals)
            and (size := _modifier(reading, before, taken))
        ):
            lead = first = lead - size
        else:
            break
    return first, lead, tense


def _before_short(reading: Reading, close: int, bodies: Bodies) -> int | None:
    """Where a body's name begins whose short form stands in brackets: "the Harbour Union (HU) chairman"."""
    bracketed = reading.words[close].text == ")" and reading.low(close - 2) == "("
    return bodies.starts.get(close - 3) if bracketed else None


def _start_of_era(reading: Reading, at: int) -> int:
    """Where the name begins whose years a holder served in: "a Jane Doe-era minister"."""
    while reading.words[at - 1].capital and reading.same_line(at - 1, at) and not reading.words[at - 1].is_mark:
        at -= 1
    return at


def _of_brief(low: str) -> bool:
    """Whether what stands behind "then-" tells what a post is for: "then-education minister"."""
    return low.partition("-")[2] in words("roles", "modifiers") | words("roles", "briefs")


def _former_before(reading: Reading, acting: int) -> int | None:
    """Where "former" stands before an acting holder's body: "former Rassa acting chief executive"."""
    before = acting - 1
    while (
        before > acting - LONGEST_BODY
        and reading.same_line(before, acting)
        and _tense_word(reading.low(before)) is None
    ):
        if not reading.words[before].capital:
            return None
        before -= 1
    found = before < acting - 1 and _tense_word(reading.low(before)) is Tense.FORMER
    return before if found and reading.same_line(before, acting) else None


def _in_capitals(reading: Reading, at: int) -> bool:
    """Whether a word with a capital stands inside a title in capitals: "Police Senior Superintendent"."""
    word, after = reading.words[at], reading.words[at + 1]
    return word.capital and after.capital and not word.opens and reading.low(at - 1) not in DETERMINERS


def _in_place(reading: Reading, at: int) -> bool:
    """Whether a word is part of a place's name: "New" in "New Orleans Mayor Jane Doe", not in "New Prime Minister"."""
    token = reading.token(reading.words[at])
    return reading.words[at].capital and token is not None and name_kind(token.ent_type_) is NameKind.PLACE


def _is_participle(reading: Reading, at: int) -> bool:
    """Whether a word describes: "the elected mayor", "a newly elected member", and no verb: "was elected mayor"."""
    before = reading.low(at - 1)
    described = before in DETERMINERS or before in ("newly", "recently", "freshly", "directly")
    described = described or reading.words[at].opens
    return reading.low(at) in words("roles", "participles") and described


def _tense_word(low: str) -> Tense | None:
    for tense in (Tense.FORMER, Tense.ACTING, Tense.ELECT, Tense.CANDIDATE):
        if low in lexicon("roles")[tense.value]:
            return tense
    return None


def _modifier(reading: Reading, at: int, taken: Set[int]) -> int:
    """How many words up to and with `at` belong to a title to their right: none, one, or two with an "and" between."""
    if at in taken or not reading.same_line(at, at + 1):
        return 0
    word = reading.words[at]
    if word.low == "and":
        return 1 if _joins(reading, at, taken) else 0
    if word.text == ",":
        return 1 if _lists_briefs(reading, at) else 0
    if word.is_mark or word.possessive or word.low in NOT_PART or word.low in DETERMINERS or word.low in JOINERS:
        return 0
    if word.low in honorifics() - {"general", "chief", "first"} or not word.text[0].isalpha():
        return 1 if word.text[0].isdigit() and word.text.isalnum() and not word.text.isdigit() else 0
    if word.low in words("roles", "modifiers"):
        return 1
    if not word.capital and (reading.low(at - 1) in ("what", "which") or _is_apart(reading, at, taken)):
        return 0  # "what decision CM Jane Doe takes"
    if word.capital and (_is_before_another(reading, at) or word.low in words("small_words", "headline_verbs")):
        return 0
    if word.capital and reading.words[at + 1].capital and (DAY.fullmatch(word.text) or word.low in WHEN):
        return 0  # "On Tuesday President Jane Doe said"
    if word.capital and not (
        word.opens and reading.tagged(word, "ADV", "SCONJ", "ADP", "CCONJ", "PRON", "DET", "VERB", "AUX", "NUM")
    ):
        return 1
    found = head_at(reading, at)
    anew = reading.low(at + 1) in words("roles", "called_before_names")
    if found and (found[0].plural or anew or (not word.capital and reading.words[at + 1].capital)):
        return 0
    if not word.capital and word.low in words("small_words", "dismissing"):
        return 0
    if not word.capital and reading.words[at + 1].capital and word.low in words("small_words", "to_dismiss"):
        return 0
    if word.low in words("small_words", "to_choose") and reading.low(at - 1) in TO_CHOOSE:
        return 0
    noun = reading.tagged(word, "NOUN", "ADJ", "PROPN") or _is_gerund(reading, at)
    return 1 if not word.capital and noun and word.low not in TIMES else 0


def _is_apart(reading: Reading, at: int, taken: Set[int]) -> bool:
    """Whether a small noun is no part of the title in capitals behind it: "her colleague Senator Jane Doe"."""
    found = head_at(reading, at + 1) if reading.words[at + 1].capital else None
    if found is None or found[0].plural or found[1] not in taken or not reading.tagged(reading.words[at], "NOUN"):
        return False
    first = at
    while at - first < MOST_ADJECTIVES and reading.tagged(reading.words[first - 1], "NOUN", "ADJ"):
        first -= 1
    return reading.low(first - 1) in DETERMINERS - {"the"}


def _is_before_another(reading: Reading, at: int) -> bool:
    """Whether an office of its own stands before a title that is written before names: "its Chairman Rep. Ann Lee"."""
    found, following = head_at(reading, at), head_at(reading, at + 1)
    return (
        found is not None
        and found[0].office
        and found[1] == at + 1
        and following is not None
        and following[0].before_name
    )


def _lists_briefs(reading: Reading, comma: int) -> bool:
    """Whether a comma stands in a portfolio's list before its head: "environment, food and rural affairs secretary"."""
    briefs = words("roles", "briefs") | words("roles", "modifiers")
    at = comma + 1
    while reading.same_line(comma, at) and reading.low(at) in briefs | {","}:
        at += 1
    closed = reading.low(at) == "and" and at > comma + 1 and reading.low(at + 1) in briefs
    return closed and reading.low(comma - 1) in words("roles", "briefs")


def _is_gerund(reading: Reading, at: int) -> bool:
    """Whether a word ending in "-ing" stands inside a noun phrase: "a city purchasing agent", not "was meeting".

    Nor is it one in "the row surrounding Garda whistleblower", "the heat following President".
    """
    before = reading.words[at - 1]
    if reading.words[at + 1].capital:
        return False
    inside = before.low in DETERMINERS or before.possessive or reading.tagged(before, "NOUN", "ADJ")
    return reading.low(at).endswith("ing") and inside and reading.same_line(at - 1, at)


def _joins(reading: Reading, at: int, taken: Set[int]) -> bool:
    """Whether "and" stands inside a title, as in "Work and Pensions Secretary"."""
    before, after = at - 1, at + 1
    if not reading.same_line(before, after) or before in taken or head_at(reading, after):
        return False
    left, right = reading.words[before], reading.words[after]
    if head_at(reading, before) or left.is_mark or left.possessive or _has_holder(reading, before):
        return False
    if left.capital and right.capital and complements_office(reading, before):
        return False  # "Minister of Mines and Associate Minister of Health"
    if left.capital and right.capital:
        return not left.opens or reading.tagged(left, "PROPN", "NOUN")
    nouns = reading.tagged(left, "NOUN", "ADJ") and reading.tagged(right, "NOUN")
    briefs = {left.low, right.low} <= words("roles", "briefs")
    if left.capital and left.opens and not right.capital:
        return left.low in words("roles", "briefs") and nouns  # "Employment and workplace relations minister Jane Doe"
    return not left.capital and not right.capital and (nouns or briefs)


def _has_holder(reading: Reading, at: int) -> bool:
    """Whether a word ends the name of whoever has the title before it: "Ports Minister Ann Lee and Roads Minister"."""
    first = at
    while reading.same_line(first - 1, at) and reading.words[first - 1].capital and at - first < MOST_ADJECTIVES:
        first -= 1
        found = head_at(reading, first)
        if found is not None and found[0].office and not found[0].plural and found[1] <= at:
            return True
    return False


def _past_name(reading: Reading, end: int, taken: Set[int]) -> int:
    """Back past a person's name and its forms of address: "Mr Doe", "Sir Ian Doe"."""
    first = end
    while first - 1 in taken and reading.same_line(first - 1, end):
        first -= 1
    while first < end and reading.low(first - 1) in honorifics() and reading.words[first - 1].capital:
        first -= 1
    return first


def _owner(reading: Reading, possessive: int, bodies: Bodies, taken: Set[int]) -> tuple[int, int] | None:
    """The words of a possessor that ends before a possessive."""
    if (named := bodies.starts.get(possessive - 1)) is not None:
        return named - (reading.low(named - 1) == "the"), possessive
    first = _past_name(reading, possessive, taken)
    while reading.same_line(first - 1, possessive) and possessive - first < 6:
        word = reading.words[first - 1]
        if word.is_mark or word.possessive or word.low in NOT_PART or word.low in JOINERS:
            break
        if word.low in DETERMINERS:
            first -= 1
            break
        if not (word.capital or reading.tagged(word, "NOUN", "ADJ", "PROPN", "NUM") or word.low == "and"):
            break
        first -= 1
    return (first, possessive) if first < possessive else None
