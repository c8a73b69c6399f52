"""Find organizations: a `Reading` comes in, the places where bodies are named go out as `Name`s."""

from collections.abc import Iterable, Iterator, Set

from generator.extract.language import NameKind, name_kind
from generator.extract.names.bodies_by_words import body_at, is_capital
from generator.extract.names.forms import NEVER, body_heads, not_bodies
from generator.extract.names.heads import head_at
from generator.extract.names.institutions import classify, known_bodies
from generator.extract.names.parts import Name
from generator.extract.names.places import demonyms, known_places
from generator.extract.names.reading import Reading
from generator.model.words import Classification

DATELINE = 5
SMALL = frozenset(["of", "and", "for", "the", "on", "into", "to", "in", "by", "from", "at", "with"])


def find_bodies(reading: Reading) -> tuple[Name, ...]:
    """Names of bodies that are certain by their own words, in reading order."""
    found: list[Name] = []
    at = 0
    while at < len(reading.words):
        last = body_at(reading, at)
        if last:
            found.append(Name(first=at, last=last, lead=at, kind=NameKind.ORGANIZATION, sure=True))
        at = last or at + 1
    return tuple(found)


def all_bodies(reading: Reading, certain: Iterable[Name], taken: Set[int]) -> tuple[Name, ...]:
    """Certain bodies and those that the recognizer adds; where the two overlap, both together are one name."""
    spans = sorted(
        [(name.first, name.last) for name in certain if taken.isdisjoint(range(name.first, name.last))]
        + [span for span in _guesses(reading, NameKind.ORGANIZATION, taken) if _is_body(reading, *span)]
    )
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and (first < joined[-1][1] or _adjoins(reading, joined[-1], (first, last))):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(Name(first=first, last=last, lead=first, kind=NameKind.ORGANIZATION) for first, last in joined)


def _adjoins(reading: Reading, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether two bodies side by side are one: "U.S." and "Supreme Court", not "Labour" and "Cabinet Office"."""
    party = classify(reading.quote(*before)) in (Classification.PARTY, Classification.LEGISLATURE)
    return before[1] == after[0] and reading.same_line(before[0], after[0]) and not party


def find_places(reading: Reading, taken: Set[int]) -> tuple[Name, ...]:
    """Places by the recognizer, and well-known ones that it takes for something else."""
    spans = dict.fromkeys(_guesses(reading, NameKind.PLACE, taken))
    for first, last in _guesses(reading, NameKind.ORGANIZATION, taken):
        if tuple(reading.low(at) for at in range(first, last)) in known_places() or _is_dateline(reading, first, last):
            spans[first, last] = None
    return tuple(Name(first=first, last=last, lead=first, kind=NameKind.PLACE) for first, last in sorted(spans))


def _guesses(reading: Reading, kind: NameKind, taken: Set[int]) -> Iterator[tuple[int, int]]:
    """What the recognizer takes for a body or a place, cut to whole words on one line, outside what is taken."""
    for entity in reading.document.doc.ents:
        if name_kind(entity.label_) is not kind:
            continue
        inside = [at for at in reading.inside((entity.start_char, entity.end_char)) if at not in taken]
        while inside and not _begins(reading, inside[0]):
            inside.pop(0)
        while inside and not _ends(reading, inside[-1]):
            inside.pop()
        one_line = inside and reading.same_line(inside[0], inside[-1])
        if one_line and inside[-1] - inside[0] == len(inside) - 1 and any(is_capital(reading, at) for at in inside):
            yield inside[0], inside[-1] + 1


def _begins(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return not (word.is_mark or word.possessive or word.low in ("the", "a", "an", "of", "in", "at", "and", "for"))


def _ends(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return not (word.possessive or (word.is_mark and word.text != ")") or word.low in SMALL)


def _is_body(reading: Reading, first: int, last: int) -> bool:
    """Whether a guess is not rather a place, a people, a title, a heading in capitals or a thing."""
    words = tuple(reading.low(at) for at in range(first, last))
    if words in known_bodies():
        return True
    if words in known_places() or " ".join(words) in demonyms() or words[-1] in not_bodies() - body_heads():
        return False
    if len(words) == 1 and (words[0] in NEVER or head_at(reading, first)):
        return False
    title = head_at(reading, last - 1)
    return not (title and title[0].office) and not _is_dateline(reading, first, last)


def _is_dateline(reading: Reading, first: int, last: int) -> bool:
    """Whether capitals open a paragraph, as a place does in "OTTAWA — The"."""
    text = reading.quote(first, last)
    return reading.words[first].opens and text.isupper() and len(text) > DATELINE
