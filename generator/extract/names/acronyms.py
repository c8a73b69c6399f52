"""Learn short forms from brackets: names of bodies come in, each place of "FAA" after "… (FAA)" goes out."""

from collections.abc import Iterable, Mapping, Set

from generator.extract.language import NameKind
from generator.extract.names.heads import head_at
from generator.extract.names.institutions import classify
from generator.extract.names.parts import Name
from generator.extract.names.reading import Reading
from generator.model.words import Classification

SHORTEST = 2


def bracketed(reading: Reading, names: Iterable[Name]) -> Mapping[str, Name]:
    """The first whole name of each body that a short form in brackets follows, by that short form as written."""
    found: dict[str, Name] = {}
    for name in names:
        at = name.last
        if at + 2 >= len(reading.words) or reading.words[at].text != "(" or reading.words[at + 2].text != ")":
            continue
        short = reading.words[at + 1].text
        if (
            reading.same_line(name.first, at + 2)
            and short[0].isupper()
            and len(short) >= SHORTEST
            and name.last - name.first > 1
            and not _is_seat(reading, at + 1)
            and not _is_party_of(short, reading.quote(name.first, name.last))
        ):
            found.setdefault(short, name)
    return found


def _is_seat(reading: Reading, at: int) -> bool:
    """Whether what stands in brackets is whoever sits in a body: "Members of County Assembly (MCAs)"."""
    found = head_at(reading, at)
    return found is not None and found[0].office


def _is_party_of(short: str, name: str) -> bool:
    """Whether what stands in brackets behind a body is the party of who speaks for it: "Home Department (Labour)"."""
    return classify(short) is Classification.PARTY and classify(name) not in (Classification.PARTY, None)


def spelled_short(reading: Reading, shorts: Mapping[str, Name], taken: Set[int]) -> tuple[Name, ...]:
    """Every place where a short form stands outside what is taken."""
    kind = NameKind.ORGANIZATION
    places = (word.index for word in reading.words if word.text in shorts and word.index not in taken)
    return tuple(Name(first=at, last=at + 1, lead=at, kind=kind) for at in places)
