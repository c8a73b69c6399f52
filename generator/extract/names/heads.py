"""The lexicon of titles as a look-up: folded words come in, what head of a title they are goes out."""

from dataclasses import dataclass
from functools import cache

from generator.extract.lexicon import lexicon, words
from generator.extract.names.reading import Reading
from generator.model.ids import fold

LONGEST = 4
SHADOW = "shadow"
"""What it stands before is a post of the opposition's, and no body: "Shadow Energy secretary"."""
PREFIXES = ("ex-", "then-", "co-", "vice-", "former-", "deputy-", f"{SHADOW}-")
ASSEMBLY_MEMBER = "am"
ENDINGS = ("-elect", "-designate")


@dataclass(frozen=True, kw_only=True)
class Head:
    """A head of titles: its name in the singular, whether it is an office, and whether these words are its plural."""

    key: str
    office: bool
    plural: bool = False
    before_name: bool = False


@cache
def heads() -> dict[tuple[str, ...], Head]:
    """Every head by its folded words."""
    lists = lexicon("roles")
    callings = [calling.replace("-", " ") for calling in words("roles", "callings")] + lists["phrases"]
    found: dict[tuple[str, ...], Head] = {}
    for names, office in ((callings, False), (lists["offices"], True)):
        for name in names:
            key = fold(name)
            found[tuple(_plural(key).split())] = Head(key=key, office=office, plural=True)
            found[tuple(key.split())] = Head(key=key, office=office)
    for short, key in lists["abbreviations"].items():
        found[(short,)] = Head(key=key, office=True, before_name=True, plural=short.endswith("s") and short != "cs")
    return found


def _plural(key: str) -> str:
    first, _, rest = key.partition(" ")
    if rest.split(" ")[0] in ("general", "of", "in", "pro"):
        return f"{_plural(first)} {rest}"
    if key.endswith("man"):
        return key[:-3] + "men"
    if key.endswith("s") and not key.endswith("ss"):
        return key
    if key.endswith("y") and key[-2] not in "aeiou":
        return key[:-1] + "ies"
    return key + ("es" if key.endswith(("ss", "ch", "sh", "x")) else "s")


def head_at(reading: Reading, index: int) -> tuple[Head, int] | None:
    """The longest head of a title that begins at a word, and where it ends."""
    try:
        found: tuple[Head, int] | None = reading.heads[index]
    except KeyError:
        found = reading.heads[index] = _find_head(reading, index)
    return found


@cache
def _longest() -> dict[str, int]:
    """By a word, how many words the longest head has that begins with it: most words begin none."""
    found: dict[str, int] = {}
    for key in heads():
        found[key[0]] = max(found.get(key[0], 0), len(key))
    return found


def _find_head(reading: Reading, index: int) -> tuple[Head, int] | None:
    longest = min(LONGEST, _longest().get(reading.low(index), 0))
    if not longest:
        return _head_in_compound(reading, index)
    for length in range(min(longest, len(reading.words) - index), 0, -1):
        if not reading.same_line(index, index + length - 1):
            continue
        key = tuple(reading.low(at) for at in range(index, index + length))
        head = heads().get(key)
        if head is None or (head.before_name and not reading.words[index].capital):
            continue
        if head.key == ASSEMBLY_MEMBER and not _is_seat(reading, index):
            continue
        if length > 1 and "of" in key and _noun_follows(reading, index + length):
            continue
        if head.office or not _may_be_name(reading, index, index + length):
            return head, index + length
    return _head_in_compound(reading, index)


def _is_seat(reading: Reading, index: int) -> bool:
    """Whether "AM" is a member of the assembly, and no verb and no hour."""
    return reading.words[index].text.isupper() and not reading.low(index - 1)[:1].isdigit()


def _noun_follows(reading: Reading, at: int) -> bool:
    """Whether a head goes on: "leader of the opposition group"."""
    word = reading.words[at] if at < len(reading.words) and reading.same_line(at - 1, at) else None
    return word is not None and word.text.isalpha() and word.text.islower() and reading.tagged(word, "NOUN")


def _may_be_name(reading: Reading, first: int, last: int) -> bool:
    """Whether a calling with a capital is rather a given name: "Porter Gladney", not "Solicitor Jane Doe"."""
    word = reading.words[first]
    if not word.capital or word.low not in words("roles", "given_names"):
        return False
    follow = [
        i < len(reading.words) and reading.words[i].capital and reading.same_line(first, i) for i in (last, last + 1)
    ]
    return follow[0] and not (word.opens and follow[1])


def _head_in_compound(reading: Reading, index: int) -> tuple[Head, int] | None:
    """The head inside "ex-minister", "president-elect" or "co-leader"."""
    low = reading.low(index)
    if "-" not in low:
        return None
    if whole := heads().get(tuple(low.split("-"))):
        return whole, index + 1
    for ending in ENDINGS:
        low = low.removesuffix(ending).rstrip(".")
    for prefix in PREFIXES:
        low = low.removeprefix(prefix)
    if low == reading.low(index):
        return None
    head = heads().get(tuple(low.replace("-", " ").split()))
    return (head, index + 1) if head else None
