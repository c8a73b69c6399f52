"""Tell what extraction got wrong: pairs of annotated and found facts come in, a report of one kind goes out."""

from collections.abc import Iterable, Iterator

from training.matching import Fact, Pair, scorer

AROUND = 80


def report(kind: str, article: str, text: str, pairs: Iterable[Pair]) -> Iterator[str]:
    """A line for each fact that was missed, invented or wrong in part, with the words around it."""
    for pair in pairs:
        if pair.kind == kind and (pair.wrong or pair.gold is None or pair.found is None):
            yield f"{article}: {_what(pair)}\n    {_context(text, pair)}"


def _what(pair: Pair) -> str:
    if pair.found is None:
        return f"missed {_named(pair.gold or {})}"
    if pair.gold is None:
        return f"invented {_named(pair.found)}"
    return f"wrong {', '.join(f'{thing} ({_told(pair, thing)})' for thing in pair.wrong)} of {_named(pair.gold)}"


def _named(fact: Fact) -> str:
    """What a fact is called, whichever kind it is of."""
    if "role" in fact:
        return f"“{fact['role']}” of {fact['who']}"
    for key in ("motion", "name", "about"):
        if fact.get(key):
            return f"“{fact[key]}”"
    return f"“{fact.get('cue') or 'no cue'}”" if isinstance(fact.get("cue"), str) else "a claim"


GOLD_NAMES = {"tense": "status", "attribution": "kind", "mode": "form", "result": "outcome"}


def _told(pair: Pair, thing: str) -> str:
    """What was annotated and what was found instead."""
    gold, found = pair.gold or {}, pair.found or {}
    if thing == "denial":
        return f"{bool(gold.get('denial'))}, found {found['act']}"
    if thing == "source":
        return f"{gold['source']}"
    if thing == "date":
        return f"{gold['date']}, found {found['when']['date']}"
    if thing == "speaker":
        return f"{gold['speaker']}, found {(found.get('speaker') or {}).get('name')}"
    return f"{gold.get(GOLD_NAMES.get(thing, thing))}, found {found.get(thing)}"


def _context(text: str, pair: Pair) -> str:
    spans = _places(text, pair)
    if not spans:
        return "(its words are nowhere in the text)"
    start, end = spans[0][0], spans[-1][1]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"…{before}[[{text[start:end]}]]{after}…".split())


def _places(text: str, pair: Pair) -> list[list[int]]:
    """Where a fact stands: what was found knows, what was annotated is looked for."""
    if pair.found is not None:
        if "values" in pair.found:
            return sorted(span for value in pair.found["values"] for span in value["spans"])
        return sorted(pair.found.get("content") or pair.found["spans"][:1])
    gold = pair.gold or {}
    words = gold.get("content") or gold.get("evidence") or gold.get("name") or gold.get("a")
    return sorted(scorer().locate(text, words if isinstance(words, list) else [str(words)]))
