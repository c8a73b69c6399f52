"""The general list of institutions: names of bodies come in, which body it is and of what kind goes out."""

import itertools
from functools import cache

from generator.extract.lexicon import lexicon
from generator.model.ids import fold
from generator.model.words import Classification

Group = tuple[str, Classification]
ARTICLE = "the "
SHORTEST_ENDING = 2


def key_of(name: str) -> str:
    """What names of one body have in common: small letters, no article."""
    return fold(name.replace("(", " ( ").replace(")", " ) ").replace("No. ", "No ")).removeprefix(ARTICLE).strip()


@cache
def known_bodies() -> dict[tuple[str, ...], Group]:
    """Every name of the list, folded, in words, with the first name of its group."""
    found: dict[tuple[str, ...], Group] = {}
    for kind in Classification:
        for group in lexicon("institutions").get(kind.value, ()):
            for name in group:
                found[tuple(key_of(name).split())] = (group[0], kind)
    return found


@cache
def acronyms() -> frozenset[tuple[str, ...]]:
    """The names of the list that are written in capitals throughout, folded."""
    names = [n for kind in Classification for group in lexicon("institutions").get(kind.value, ()) for n in group]
    return frozenset((fold(name),) for name in names if name.isupper())


@cache
def longest_known() -> dict[str, int]:
    """By a word, how many words the longest name of the list has that begins with it."""
    found: dict[str, int] = {}
    for key in known_bodies():
        found[key[0]] = max(found.get(key[0], 0), len(key))
    return found


@cache
def _last_words() -> dict[str, Classification]:
    lists = lexicon("institutions")["last"]
    return {word: Classification(kind) for kind, heads in lists.items() for word in heads}


@cache
def of_heads() -> dict[str, Classification]:
    """Words that name a body before "of", "for" or "on": "Department for Transport"."""
    lists = lexicon("institutions")["of"]
    return {word: Classification(kind) for kind, heads in lists.items() for word in heads}


def classify(name: str) -> Classification | None:
    """What kind of body a name tells of."""
    key = key_of(name).split()
    if known := known_bodies().get(tuple(key)):
        return known[1]
    if not key:
        return None
    if known := known_bodies().get(tuple(key[1:])):
        return known[1]
    ending = key[0].rpartition(".")[2] if len(key) == 1 and "." in key[0] else ""
    if ending.isalpha() and len(ending) > SHORTEST_ENDING:
        return Classification.MEDIA  # "Valley.News"
    if key[0] in lexicon("institutions")["first_media"] or key[-2:] == ["on", "sunday"]:
        return Classification.MEDIA
    before_of = next((word for word, after in itertools.pairwise(key) if after in ("of", "for", "on")), None)
    return (of_heads().get(before_of) if before_of else None) or _last_words().get(key[-1])
