"""Find organizations: a `Reading` comes in, the places where bodies are named go out as `Name`s."""

import re
from collections.abc import Iterable, Iterator, Set

from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import lexicon, words
from generator.extract.names.bodies_by_context import introduced_at
from generator.extract.names.bodies_by_words import (
    body_at,
    in_person,
    is_capital,
    is_law,
    is_office_in,
    is_run_by_party,
    known_at,
)
from generator.extract.names.forms import NEVER, body_heads, heads_no_body, honorifics, not_bodies, sex_by_name
from generator.extract.names.heads import SHADOW, head_at
from generator.extract.names.institutions import classify, known_bodies
from generator.extract.names.parts import Name
from generator.extract.names.places import demonyms, known_places
from generator.extract.names.placing import in_seat
from generator.extract.names.reading import Reading
from generator.extract.names.running import complements_office, is_brief
from generator.model.words import Classification

DATELINE, HEADING, GIVEN_AND_FAMILY = 5, 4, 2
WHERE = frozenset(("at", "outside", "inside", "near", "in", "around"))
SEATS = frozenset(
    ("mp", "mps", "mla", "mlas", "msp", "td", "tds", "mca", "mna", "mpp", "member", "senator", "premier", "mayor")
)
MONTHS = words("small_words", "months")
PREFIXES = tuple(f"{prefix}-" for prefix in words("small_words", "prefixes"))
HEADLINE_VERBS = words("small_words", "headline_verbs")
SIDED = re.compile(r"[A-Za-z]-[a-z]+ed$|-(?:led|run)$")
"""How an adjective ends that tells who is behind a thing: "ANC-sponsored"."""
NEVER_BEGINS = frozenset(lexicon("roles")["former"]) | words("small_words", "never_begins") | HEADLINE_VERBS
NO_BEGINNING = words("small_words", "meetings") | {"the", "a", "an", "of", "in", "at", "and", "for"}
NO_ORGANIZATION = words("honorifics", "retired") | (words("honorifics", "suffixes") - words("honorifics", "ranks"))
RELATIVES = frozenset(("that", "which", "who", "whose"))
SMALL = frozenset(["of", "and", "for", "the", "on", "into", "to", "in", "by", "from", "at", "with"])


def find_bodies(reading: Reading) -> tuple[Name, ...]:
    """Names of bodies that are certain by their own words, in reading order."""
    found: list[Name] = []
    at = 0
    while at < len(reading.words):
        last = max(body_at(reading, at) or 0, introduced_at(reading, at) or 0)
        if last and (party := _party_before_house(reading, at, last)) is not None:
            last = (known_at(reading, at) or 0) if party == at else 0
            at = at if last else max(party - 1, at)
        if last and not any(
            is_other(reading, at, last) for is_other in (_in_bill, _opposes, _is_surname, _is_labour, _is_portfolio)
        ):
            found.append(Name(first=at, last=last, lead=at, kind=NameKind.ORGANIZATION, sure=True))
        at = last or at + 1
    return tuple(found)


def _opposes(reading: Reading, first: int, last: int) -> bool:
    """Whether words are the beginning of a title of the opposition's: "Shadow Energy" before "Secretary"."""
    return reading.low(first) == SHADOW and head_at(reading, last) is not None


def _is_surname(reading: Reading, first: int, last: int) -> bool:
    """Whether a party's one word is a surname here, as the recognizer tells: "Damian Green"."""
    named = is_capital(reading, first - 1) and in_person(reading, first - 1) and not reading.words[first].text.isupper()
    return last - first == 1 and named and in_person(reading, first)


def _is_labour(reading: Reading, first: int, last: int) -> bool:
    """Whether a minister is for work rather than of the party: "Ontario Labour minister", "Labour Minister Doe"."""
    head = head_at(reading, last) if reading.low(last - 1) in ("labour", "labor") else None
    placed = any(tuple(map(reading.low, range(at, last - 1))) in known_places() for at in (first, last - 2, last - 3))
    return head is not None and head[0].key == "minister" and (placed or reading.words[last].capital)


def _is_portfolio(reading: Reading, first: int, last: int) -> bool:
    """Whether all words only tell what an office is for: "Rural Service" in "Minister of Rural Service Delivery"."""
    briefs = words("roles", "briefs") | words("roles", "modifiers")
    found = head_at(reading, last) if reading.same_line(first, last) else None
    before = found is not None and found[0].key in ("minister", "secretary")  # "Social Services minister Jane Doe"
    if before and all(reading.low(at) in briefs for at in range(first, last)) and known_at(reading, first) != last:
        return True
    return all(complements_office(reading, at) for at in range(first, last))


def _in_bill(reading: Reading, first: int, last: int) -> bool:
    """Whether words are part of a law's name or a seat: "Border Force (Powers) Bill", "(Con, Severn Bank)"."""
    before, after = reading.low(first - 1), reading.low(last)
    if after == ")" and before in ("(", ","):
        return reading.low(last + 1) in not_bodies() or (before == "," and reading.low(first - 3) == "(")
    close = next((at for at in range(last + 1, last + 5) if reading.low(at) == ")"), None) if after == "(" else None
    return close is not None and reading.low(close + 1) in not_bodies()


def all_bodies(reading: Reading, certain: Iterable[Name], taken: Set[int]) -> tuple[Name, ...]:
    """Certain bodies and those that the recognizer adds; where the two overlap, both together are one name."""
    spans = sorted(
        [(name.first, name.last) for name in certain if taken.isdisjoint(range(name.first, name.last))]
        + [
            span
            for span in (_without_brief(reading, *s) for s in _guesses(reading, NameKind.ORGANIZATION, taken))
            if _is_body(reading, *span) and not (_is_seat_of(reading, *span, taken) or _is_row(reading, *span))
        ]
    )
    spans = [span for span in spans if not _only_qualifies(reading, *span)]
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and first < joined[-1][1] and (party := _party_at_end(reading, joined[-1], (first, last))):
            joined[-1] = party
        elif joined and (first < joined[-1][1] or _adjoins(reading, joined[-1], (first, last))):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(Name(first=first, last=last, lead=first, kind=NameKind.ORGANIZATION) for first, last in joined)


def _party_at_end(reading: Reading, before: tuple[int, int], after: tuple[int, int]) -> tuple[int, int] | None:
    """The party alone in "House Republicans" and "Pennsylvania Democrat"."""
    if known_at(reading, before[0]) == before[1]:
        return None
    single = after[1] - after[0] == 1 and after[1] == before[1] and known_at(reading, after[0]) == after[1]
    return after if single and classify(reading.quote(*after)) is Classification.PARTY else None


def _party_before_house(reading: Reading, first: int, last: int) -> int | None:
    """Where the party begins in what is no body's name: "Labour Senate" of "a Marsh Labour Senate candidate".

    A congress that is named after where or what it is too is a union or a party: "National Democratic Congress".
    """
    for at in range(first, last - 1):
        adjective = reading.low(at) in lexicon("institutions")["adjectives"]
        middle = at + 1 if adjective else known_at(reading, at)
        party = adjective or classify(reading.quote(at, middle or last)) is Classification.PARTY
        if middle and middle < last and party:
            house = known_at(reading, middle) == last and not (at > first and reading.low(last - 1) == "congress")
            return at if house and classify(reading.quote(middle, last)) is Classification.LEGISLATURE else None
    return None


def _without_brief(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """A guess without what an office behind it is for: "Labour" alone in "Labour Health spokesperson"."""
    party = known_at(reading, first)
    if party is None or party >= last or head_at(reading, last) is None:
        return first, last
    brief = all(reading.low(at) in words("roles", "briefs") | {"and"} for at in range(party, last))
    return (first, party) if brief and classify(reading.quote(first, party)) is Classification.PARTY else (first, last)


def _only_qualifies(reading: Reading, first: int, last: int) -> bool:
    """Whether a body's general name only tells of which kind a title is, or where something stands."""
    low, before = reading.low(first), reading.low(first - 1)
    if last - first > 1:
        at = first - 1 - (before == "the")
        return reading.quote(first, last).lower() in lexicon("institutions")["buildings"] and reading.low(at) in WHERE
    if low in lexicon("institutions")["adjectives"]:
        return True
    if reading.low(last) in words("roles", "represented") and known_at(reading, first) != last:
        return True  # "Marine ward", but not "a Labour seat"
    if low in lexicon("institutions")["general"]:
        followed = head_at(reading, last) is not None or reading.low(last) == "house"  # "sworn in at Government House"
        return followed and reading.same_line(first, last)
    if low in lexicon("institutions")["platforms"]:
        posted = before in ("on", "via", "to", "a", "an") or reading.words[first - 1].possessive
        return posted or reading.low(last) in ("account", "channel", "video", "group", "post", "page")
    return False


def _adjoins(reading: Reading, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether two bodies side by side are one: "U.S." and "Supreme Court", not "Labour" and "Cabinet Office"."""
    party = classify(reading.quote(*before)) in (Classification.PARTY, Classification.LEGISLATURE)
    return before[1] == after[0] and reading.same_line(before[0], after[0]) and not party


def find_places(reading: Reading, taken: Set[int]) -> tuple[Name, ...]:
    """Places by the recognizer, and well-known ones that it takes for something else."""
    guessed = _guesses(reading, NameKind.PLACE, taken)
    spans = dict.fromkeys(span for span in guessed if not is_law(reading, span[1]))
    for first, last in _guesses(reading, NameKind.ORGANIZATION, taken):
        if tuple(reading.low(at) for at in range(first, last)) in known_places() or _is_dateline(reading, first, last):
            spans[first, last] = None
    return tuple(Name(first=first, last=last, lead=first, kind=NameKind.PLACE) for first, last in sorted(spans))


def _guesses(reading: Reading, kind: NameKind, taken: Set[int]) -> Iterator[tuple[int, int]]:
    """What the recognizer takes for a body or a place, cut to whole words on one line, outside what is taken."""
    for span, label in reading.document.entities:
        if name_kind(label) is not kind:
            continue
        inside = [at for at in reading.inside(span) if at not in taken]
        inside = _past_owner(reading, inside)
        inside = inside[: next((n for n, at in enumerate(inside) if _cuts(reading, at, inside[0])), None)]
        inside = _party_alone(reading, inside) if kind is NameKind.ORGANIZATION else inside
        while inside and not _begins(reading, inside[0]):
            inside.pop(0)
        while inside and not _ends(reading, inside[-1]):
            inside.pop()
        one_line = inside and reading.same_line(inside[0], inside[-1])
        if one_line and inside[-1] - inside[0] == len(inside) - 1 and any(is_capital(reading, at) for at in inside):
            yield inside[0], inside[-1] + 1


def _cuts(reading: Reading, at: int, first: int) -> bool:
    """Whether a name cannot go on with a word: "which", a verb in small letters, one that opens another sentence.

    Nor does that of a known body go on with another: "told the Commons [the government] would".
    """
    word = reading.words[at]
    another = word.opens and word.start > reading.words[at - 1].end
    if at > first and (another or (word.text == "the" and known_at(reading, first) == at)):
        return True
    return word.low in RELATIVES or (not word.capital and not word.is_mark and reading.tagged(word, "VERB"))


def _party_alone(reading: Reading, inside: list[int]) -> list[int]:
    """The words of a guess that are a party's, without the name of somebody behind: "Labour" of "Labour Jane Doe"."""
    end = known_at(reading, inside[0]) if inside else None
    if end is None or end > inside[-1] - 1 or any(reading.low(at) in body_heads() for at in range(end, inside[-1] + 1)):
        return inside
    is_party = classify(reading.quote(inside[0], end)) is Classification.PARTY
    return [at for at in inside if at < end] if is_party else inside


def _past_owner(reading: Reading, inside: list[int]) -> list[int]:
    """The words of a guess behind a country's possessive: "EU" of "the UK's EU departure"."""
    owns = next((place for place, at in enumerate(inside) if reading.words[at].possessive), 0)
    of_place = owns and tuple(reading.low(at) for at in inside[:owns]) in known_places()
    return inside[owns + 1 :] if of_place else inside


def _begins(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if (word.opens and reading.tagged(word, "ADV")) or word.low in NEVER_BEGINS:
        return False
    if word.low == "all" and known_at(reading, at + 1):
        return False  # "All Government TDs", but "All India Hindu Union"
    return not (word.is_mark or word.possessive or word.low in NO_BEGINNING)


def _ends(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return not (word.possessive or (word.is_mark and word.text != ")") or word.low in SMALL)


def _is_body(reading: Reading, first: int, last: int) -> bool:
    """Whether a guess is not rather a place, a people, a title, a heading in capitals or a thing."""
    own = tuple(reading.low(at) for at in range(first, last))
    if _is_labour(reading, first, last) or is_office_in(reading, first, last - 1) or _is_byline(reading, first):
        return False
    if last - first == 1 and SIDED.search(reading.words[first].text):
        return False
    if is_run_by_party(reading, first, last) or own[0].startswith(PREFIXES):
        return False
    if own in known_bodies():
        return True
    if own[-1] in lexicon("institutions")["adjectives"]:
        return False
    if own in known_places() or " ".join(own) in demonyms() or heads_no_body(own[-1]):
        return False
    other = NEVER | NO_ORGANIZATION | words("roles", "ordinals")
    if len(own) == 1 and (own[0] in other or head_at(reading, first)):
        return False
    if _is_brief(reading, first, last) or _is_person(reading, first, last):
        return False
    if _ends_office(reading, first, last) or _is_dateline(reading, first, last):
        return False
    return bool(classify(reading.quote(first, last))) or _may_be_body(reading, first, last)


def _is_byline(reading: Reading, first: int) -> bool:
    """Whether words are of who wrote the article: "By Ria M and Jo Ray"."""
    by = reading.words[first - 1] if reading.same_line(first - 1, first) else None
    return by is not None and by.text == "By" and not reading.same_line(first - 2, first)


def _is_brief(reading: Reading, first: int, last: int) -> bool:
    """Whether words tell what the office behind is for: "Defence" or "Roads and Bridges" before "Minister Jane Doe"."""
    found = head_at(reading, last) if reading.same_line(first, last) else None
    if last - first > 1:
        minister = found is not None and found[0].key == "minister" and not classify(reading.quote(first, last))
        if found is None and not classify(reading.quote(first, last)) and is_brief(reading, last):
            return True
        return minister and (reading.words[last].capital or any(reading.low(at) == "and" for at in range(first, last)))
    return reading.low(first) in words("roles", "modifiers") - words("roles", "whose") and found is not None


def _is_person(reading: Reading, first: int, last: int) -> bool:
    """Whether words that tell of no body are a given name and a surname: "Theresa Holt"."""
    two = last - first == GIVEN_AND_FAMILY and not classify(reading.quote(first, last))
    return two and sex_by_name(reading.quote(first, last)) is not None


def _ends_office(reading: Reading, first: int, last: int) -> bool:
    """Whether a guess ends with an office, or begins with people: "Public Relations Director", "Allies of Defence"."""
    if reading.low(first + 1) == "of" and _opens_with_other(reading, first):
        return True
    found = (head_at(reading, at) for at in range(first, last))
    return any(one is not None and one[0].office and one[1] == last for one in found)


def _opens_with_other(reading: Reading, first: int) -> bool:
    """Whether what stands before "of" are people, an office or a paper: "Co-Chair of the Board"."""
    found = head_at(reading, first)
    is_title = found is not None and (found[0].plural or found[0].office)
    return is_title or reading.low(first) in lexicon("institutions")["papers"]


def _may_be_body(reading: Reading, first: int, last: int) -> bool:
    """Whether a guess without any word that tells of a body is not rather a seat, a date, a person or a plain noun."""
    word, token = reading.words[first], reading.token(reading.words[first])
    numbered = reading.words[last - 1].text.isdigit() or reading.low(last - 1) in ("no", "is")
    plain = last - first == 1 and word.opens and token is not None and token.tag_ in ("NNS", "JJ", "RB", "UH")
    early = not reading.same_line(first - HEADING, first)
    shouted = early and last - first == 1 and len(word.text) >= DATELINE and word.text.isupper()
    address = (reading.low(first) in honorifics() or reading.low(first) in MONTHS) and last - first > 1
    if numbered or plain or shouted or address:
        return False
    return not _is_seat(reading, first, last)


def _is_seat(reading: Reading, first: int, last: int) -> bool:
    """ "MP for Tilbury Marsh", "Kamloops MLA", "(Lab, Cwm Eithin)"; a portfolio in "Minister for Rural Affairs"."""
    before, after = reading.low(first - 1), reading.low(last)
    if _is_portfolio(reading, first, last):
        return True
    if before in ("for", "of") and any(reading.low(first - back) in SEATS for back in (2, 3)):
        return True
    return (after in SEATS and reading.words[last].capital) or (before == "," and after == ")")


def _is_seat_of(reading: Reading, first: int, last: int, people: Set[int]) -> bool:
    """Whether words that tell of no body are a seat: "Jane Doe (Poplar and Wapping)", "MP for Hull and Doe's Ford"."""
    bracketed = reading.low(first - 1) == "(" and reading.low(last) == ")" and first - 2 in people
    owned = first > 1 and reading.words[first - 1].possessive and in_seat(reading, first - 2)
    return (bracketed or owned) and not classify(reading.quote(first, last))


def _is_row(reading: Reading, first: int, last: int) -> bool:
    """Whether a guess is a party and another known body side by side: "BJP Rajya Sabha member"."""
    middle = known_at(reading, first) or last
    kinds = (Classification.PARTY, Classification.LEGISLATURE)
    party = middle < last and classify(reading.quote(first, middle)) in kinds
    return (party and known_at(reading, middle) == last) or _party_before_house(reading, first, last) is not None


def _is_dateline(reading: Reading, first: int, last: int) -> bool:
    """Whether capitals open a paragraph, as a place does in "OTTAWA — The"."""
    text = reading.quote(first, last)
    return reading.words[first].opens and text.isupper() and len(text) > DATELINE
