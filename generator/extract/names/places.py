"""Know the well-known places and their adjectives: folded words come in, what they name goes out."""

from functools import cache

from generator.extract.lexicon import lexicon
from generator.model.ids import fold


@cache
def known_places() -> frozenset[tuple[str, ...]]:
    """Well-known places, folded, in words."""
    lists = lexicon("places")
    return frozenset(tuple(fold(name).rstrip(".").split()) for name in [*lists["countries"], *lists["regions"]])


@cache
def country_of(adjective: str) -> str | None:
    """The country that an adjective is of, or None."""
    return {fold(own): country for country, own in lexicon("places")["countries"].items()}.get(fold(adjective))


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of countries, folded."""
    return frozenset(fold(adjective) for adjective in lexicon("places")["countries"].values())
