"""Give annotated news other names: a text with marked names comes in, the same text about other people goes out.

A recognizer that has seen a sentence about a hundred different people learns the sentence, not the people.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from training.names import Kind, NamedText, Span

OTHER_NAME = {Kind.ORG: 0.4, Kind.PLACE: 0.7}


@dataclass(frozen=True, kw_only=True, slots=True)
class NamePool:
    """Names to draw from: given names and surnames apart, organizations and places whole."""

    given: list[str] = field(default_factory=list)
    surnames: list[str] = field(default_factory=list)
    whole: dict[Kind, list[str]] = field(default_factory=lambda: {Kind.ORG: [], Kind.PLACE: []})


def pool_of(texts: Iterable[NamedText]) -> NamePool:
    """Gather every name of the texts, each as often as it occurs in different forms."""
    pool, seen = NamePool(), set[tuple[str, Kind]]()
    for text in texts:
        for name in text.names:
            form = text.text[name.start : name.end]
            if (form, name.kind) in seen or "\n" in form:
                continue
            seen.add((form, name.kind))
            if name.kind is not Kind.PERSON:
                pool.whole[name.kind].append(form)
            elif " " in form and form[0].isupper():
                pool.given.append(form.split(" ")[0])
                pool.surnames.append(form.split(" ")[-1])
    return pool


def renamed(text: NamedText, pool: NamePool, chance: random.Random) -> NamedText:
    """Put other names in the text's names' places; a person, place or body keeps its new name throughout the text."""
    chosen: dict[tuple[str, Kind], str] = {}
    written, names, done = "", list[Span](), 0
    for name in text.names:
        form = text.text[name.start : name.end]
        written += text.text[done : name.start]
        start, done = len(written), name.end
        written += (
            _other_person(form, pool, chosen, chance)
            if name.kind is Kind.PERSON
            else _other(form, name.kind, pool, chosen, chance)
        )
        names.append(Span(start=start, end=len(written), kind=name.kind))
    return NamedText(text=written + text.text[done:], names=names, places_known=text.places_known)


def _other_person(form: str, pool: NamePool, chosen: dict[tuple[str, Kind], str], chance: random.Random) -> str:
    words = form.split(" ")
    for place, word in enumerate(words):
        surname = place == len(words) - 1
        if word[:1].isupper() and (word, Kind.PERSON) not in chosen:
            chosen[word, Kind.PERSON] = chance.choice(pool.surnames if surname else pool.given)
    return " ".join(chosen.get((word, Kind.PERSON), word) for word in words)


def _other(form: str, kind: Kind, pool: NamePool, chosen: dict[tuple[str, Kind], str], chance: random.Random) -> str:
    if (form, kind) not in chosen:
        chosen[form, kind] = chance.choice(pool.whole[kind]) if chance.random() < OTHER_NAME[kind] else form
    return chosen[form, kind]
