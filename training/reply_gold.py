"""Where annotated denials and what they deny stand: a text and its gold facts come in, places of letters go out.

A denial may be as short as `that`, which a text holds many times: its words are those by the cue and source of its
claim. Facts may give no more of a denial than one piece of a claim in several pieces: it stands for the claim.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from training.matching import scorer

Places = set[int]
MARKS = "\"'“”‘’ "
Spans = list[list[int]]


def replies_of(text: str, gold: Mapping[str, Any]) -> Iterator[tuple[Places, Places]]:
    """Where each denial and what it denies stand; two denials in the same words are two claims."""
    claims = gold.get("claims") or []
    taken: set[int] = set()
    for reply in gold.get("replies") or []:
        if reply["denial"] and reply["of"]:
            denied = _places(scorer().locate(text, _pieces(reply["of"])))
            at = _claim_of(_pieces(reply["denial"]), claims, taken)
            if at is None:
                yield _places(scorer().locate(text, _pieces(reply["denial"]))), denied
            else:
                taken.add(at)
                yield _places(_spans(text, claims[at])), denied


def denials_of(text: str, gold: Mapping[str, Any]) -> Iterator[Places]:
    """Where all claims stand that deny anything, told or not."""
    yield from (_places(_spans(text, claim)) for claim in gold.get("claims") or [] if claim.get("denial"))


def _claim_of(denial: Sequence[str], claims: Sequence[Mapping[str, Any]], taken: set[int]) -> int | None:
    """The claim whose words a denial's are, or that holds them: one in no more words first, then one that denies."""
    found = []
    for at, claim in enumerate(claims):
        pieces = _pieces(claim["content"])
        if all(any(words in piece for piece in pieces) for words in denial):
            longer = len("".join(pieces)) - len("".join(denial))
            found.append((longer, not claim.get("denial"), at in taken, at))
    return min(found)[-1] if found else None


def _spans(text: str, claim: Mapping[str, Any]) -> Spans:
    """Where a claim's pieces stand, the first by the claim's cue and source, the others after it."""
    tool, (first, *rest) = scorer(), _pieces(claim["content"])
    starts = tool.occurrences(text, first)
    if not starts:
        return []
    signs = [tool.occurrences(text, claim[key]) for key in ("cue", "source") if claim.get(key)]
    start = min(starts, key=lambda span: _distance(span, signs))
    spans = [list(start)]
    for piece in rest:
        at = text.find(piece, spans[-1][1])
        if at >= 0:
            spans.append([at, at + len(piece)])
    return spans


def _distance(span: Sequence[int], signs: Sequence[Sequence[Sequence[int]]]) -> int:
    """Letters from a span to the nearest cue and from there to the nearest source."""
    if not signs:
        return 0
    first, *rest = signs
    gap = scorer().gap
    return min((int(gap(one, [span])) + _distance(one, rest) for one in first), default=0)


def _pieces(words: str | list[str]) -> list[str]:
    return [piece.strip(MARKS) for piece in ([words] if isinstance(words, str) else words) if piece.strip(MARKS)]


def _places(spans: Spans) -> Places:
    return {place for start, end in spans for place in range(start, end)}
