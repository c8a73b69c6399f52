"""Join the names of each organization: places where bodies are named come in, `Body` records go out."""

from collections.abc import Iterable, Mapping, Sequence

from generator.extract.names.forms import body_heads
from generator.extract.names.institutions import classify, key_of, known_bodies
from generator.extract.names.parts import Body, Name
from generator.extract.names.reading import Reading
from generator.model.ids import fold
from generator.model.words import Classification

COUNTRY = ("united states ", "u.s. ", "us ")
DATELINE = 8
DASHES = frozenset("—–-")
CHAMBERS = frozenset(("house", "chamber"))
HOUSES = frozenset(("senate", "house", "assembly", "parliament", "congress", "council", "committee"))

PARTS = frozenset(("committee", "subcommittee", "sub-committee", "caucus"))
"""What a house has, which speaks for itself alone."""


def join_bodies(reading: Reading, names: Sequence[Name], shorts: Mapping[str, Name]) -> list[Body]:
    """Bodies in the order of their first mention: known aliases, acronyms and short forms of one body joined.

    Args:
        reading: the article's words.
        names: where bodies are named.
        shorts: the whole names that short forms in brackets follow.
    """
    groups: dict[str, list[Name]] = {}
    for name in names:
        groups.setdefault(_group_of(reading.quote(name.first, name.last)), []).append(name)
    told = [(_group_of(short), _group_of(reading.quote(n.first, n.last))) for short, n in shorts.items()]
    for short, whole in [*told, *_joins(reading, groups)]:
        if short in groups and whole in groups and short != whole:
            groups[whole].extend(groups.pop(short))
    bodies = [_body(reading, sorted(group, key=lambda name: name.first)) for group in groups.values()]
    return sorted(bodies, key=lambda body: body.spans[0])


def _group_of(text: str) -> str:
    """The key under which all names of a body are gathered."""
    key = key_of(text)
    for country in COUNTRY:
        if tuple(key.removeprefix(country).split()) in known_bodies() and "party" in key:
            key = key.removeprefix(country)
    known = known_bodies().get(tuple(key.split()))
    return fold(known[0]) if known else key


def _body(reading: Reading, group: Sequence[Name]) -> Body:
    forms = [reading.quote(name.first, name.last) for name in group]
    name = max(dict.fromkeys(forms), key=_as_a_name)
    kinds = [kind for form in (name, *forms) if (kind := classify(form))]
    kinds = [Classification.MEDIA] if any(_is_agency(reading, one) for one in group) else kinds
    return Body(
        name=name, classification=kinds[0] if kinds else None, spans=[reading.span(n.first, n.last) for n in group]
    )


def _as_a_name(form: str) -> tuple[bool, bool, bool, bool]:
    """How well a form names its body: no acronym, no word for its kind ("House" beside "Lords"), its first name."""
    kind = form.casefold() in HOUSES | CHAMBERS and (form.casefold(),) not in known_bodies()
    return not form.isupper(), not kind, _is_first_name(form), len(form.split()) > 1


def _is_agency(reading: Reading, name: Name) -> bool:
    """Whether a body is the agency of a dateline: "Marsh, May 2 (RWS) The council"."""
    bracketed = reading.low(name.first - 1) == "(" and reading.low(name.last) == ")"
    opens = not reading.same_line(name.first - DATELINE, name.first) and name.first + 2 < len(reading.words)
    behind = reading.words[name.last + 1] if bracketed and name.last + 1 < len(reading.words) else None
    return opens and behind is not None and (behind.capital or behind.text in DASHES)


def _is_first_name(form: str) -> bool:
    known = known_bodies().get(tuple(key_of(form).split()))
    return known is None or key_of(known[0]) == key_of(form)


def _joins(reading: Reading, groups: dict[str, list[Name]]) -> Iterable[tuple[str, str]]:
    """Pairs of a short name and the one whole name that it stands for."""
    initials: dict[str, set[str]] = {}
    shortened: dict[str, set[str]] = {}
    for whole, names in groups.items():
        first = reading.quote(names[0].first, names[0].last)
        capitals = "".join(word[0] for word in first.replace("-", " ").split() if word[0].isupper())
        if len(capitals) > 1:
            initials.setdefault(fold(capitals), set()).add(whole)
        for short in _short_forms(whole):
            shortened.setdefault(short, set()).add(whole)
    for short in groups:
        owners = (initials.get(short.replace(".", ""), set()) | shortened.get(short, set())) - {short}
        if " " not in short:  # "the Senate" told of before "the Michigan Senate" is another
            owners = {whole for whole in owners if not _comes_before(groups[short], groups[whole], short, whole)}
        if len(owners) == 1:
            yield short, owners.pop()


def _comes_before(short: list[Name], whole: list[Name], head: str, name: str) -> bool:
    """Whether a house by its kind alone is told of before one of that kind with a name of its own."""
    house = head in HOUSES and name.split()[-1] == head
    return house and min(n.first for n in short) < min(n.first for n in whole)


def _short_forms(whole: str) -> Iterable[str]:
    """How a body with a longer name may be called: "Clearwell", "the Federation", "the House"."""
    words = whole.split()
    if len(words) < 2:
        return
    if words[-1] in body_heads():
        yield words[-1]
        yield from (" ".join(words[at:]) for at in range(1, len(words) - 1))
    # The Senate Energy Committee is not the Senate, nor is the House Committee on Ports the House.
    part = (words[-1] in body_heads() and words[1] != "of") or not PARTS.isdisjoint(words[1:])
    if (words[0] in CHAMBERS or words[0] in body_heads()) and not part:
        yield words[0]
    if classify(whole) is Classification.MEDIA:
        yield words[-1]
    if classify(whole) in (Classification.COMPANY, Classification.PARTY) and words[-1] in body_heads():
        yield " ".join(words[:-1])
