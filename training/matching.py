"""Set what extraction found beside what people annotated: two sets of facts come in, pairs and loners go out.

Pairs are made as the shared scorer makes them, with its own measures, so that both count alike (a test holds that).
"""

import functools
import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from training import corpora

Fact = Mapping[str, Any]
Score = Callable[[Fact, Fact], float]
KINDS = ("people", "roles", "orgs", "claims", "votes", "discrepancies")
ALIKE = 0.5
ATTRIBUTIONS = {"named": "named-person", "organization": "named-organization"}


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A fact as annotated and as found; one of the two is None where it has no partner.

    Attributes:
        kind: one of `KINDS`.
        at: the place of what was found among its kind in the prediction, roles counted through all people.
        wrong: which of the things that the scorer asks of a pair differ.
    """

    kind: str
    gold: Fact | None
    found: Fact | None
    at: int | None = None
    wrong: tuple[str, ...] = ()


@functools.cache
def scorer() -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_facts", corpora.SHARED / "tools" / "score_facts.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs(gold: Fact, prediction: Fact, text: str) -> list[Pair]:
    """All facts of one article, annotated and found, in pairs where they are the same."""
    tool = scorer()
    people = list(_pair("people", _listed(gold, "people"), _listed(prediction, "people"), tool.name_score, 0.8))
    found = [*people, *_roles(gold, prediction, people)]
    found += _pair("orgs", _listed(gold, "organizations"), _listed(prediction, "organizations"), tool.org_score, 1.0)
    found += _claims(gold, prediction, text, people)
    found += _votes(gold, prediction, text)
    if "discrepancies" in gold:
        predicted = _listed(prediction, "discrepancies")
        found += _pair("discrepancies", _listed(gold, "discrepancies"), predicted, _same_discrepancy(text), 1.0)
    return found


def _listed(facts: Fact, key: str) -> list[Fact]:
    return list(facts.get(key) or [])


def _pair(kind: str, gold: Sequence[Fact], found: Sequence[Fact], score: Score, least: float) -> Iterator[Pair]:
    together, _, _ = scorer().greedy(gold, found, score, least)
    for i, j in together:
        yield Pair(kind=kind, gold=gold[i], found=found[j], at=j)
    for i in set(range(len(gold))) - {i for i, _ in together}:
        yield Pair(kind=kind, gold=gold[i], found=None)
    for j in set(range(len(found))) - {j for _, j in together}:
        yield Pair(kind=kind, gold=None, found=found[j], at=j)


def _roles(gold: Fact, prediction: Fact, people: Sequence[Pair]) -> Iterator[Pair]:
    tool = scorer()
    known = {p.found["id"]: tool.fold(p.gold["name"]) for p in people if p.gold and p.found}
    annotated = [
        {**role, "who": tool.fold(person["name"])}
        for person in _listed(gold, "people")
        for role in person.get("roles") or []
        if role.get("role")
    ]
    found = [
        {**role, "who": known.get(person["id"], tool.fold(person["name"]))}
        for person in _listed(prediction, "people")
        for role in person.get("roles") or []
    ]
    for pair in _pair("roles", annotated, found, _role_score, ALIKE):
        wrong = pair.gold and pair.found and pair.gold.get("status") != pair.found.get("tense")
        yield Pair(kind="roles", gold=pair.gold, found=pair.found, at=pair.at, wrong=("tense",) if wrong else ())


def _role_score(gold: Fact, found: Fact) -> float:
    if gold["who"] != found["who"]:
        return 0.0
    words = scorer().words
    both = [[words(role["role"]), words(role["role"]) | words(role.get("organization"))] for role in (gold, found)]
    return max(float(scorer().jaccard(one, other)) for one in both[0] for other in both[1])


def _claims(gold: Fact, prediction: Fact, text: str, people: Sequence[Pair]) -> Iterator[Pair]:
    tool = scorer()
    annotated = []
    for claim in _listed(gold, "claims"):
        content = claim["content"] if isinstance(claim["content"], list) else [claim["content"]]
        spans = tool.locate(text, content)
        source = tool.place_source(text, claim["source"], claim.get("cue"), spans) if claim.get("source") else []
        annotated.append(
            {**claim, "places": tool.tokens_in(text, spans), "source_places": tool.tokens_in(text, source)}
        )
    found = [
        {
            **claim,
            "places": tool.tokens_in(text, claim["content"]),
            "source_places": tool.tokens_in(text, claim["source"]),
            "at": at,
        }
        for at, claim in enumerate(_listed(prediction, "claims"))
        if claim["act"] not in ("belief", "intention")
    ]
    ids = {tool.fold(p.gold["name"]): p.found["id"] for p in people if p.gold and p.found}
    for pair in _pair("claims", annotated, found, lambda g, f: float(tool.jaccard(g["places"], f["places"])), ALIKE):
        wrong = tuple(_wrong_in_claim(pair.gold, pair.found, ids)) if pair.gold and pair.found else ()
        at = pair.found["at"] if pair.found else None
        yield Pair(kind="claims", gold=pair.gold, found=pair.found, at=at, wrong=wrong)


def _wrong_in_claim(gold: Fact, found: Fact, ids: Mapping[str, str]) -> Iterator[str]:
    if gold["source_places"] and gold.get("cue") and not gold["source_places"] & found["source_places"]:
        yield "source"
    if ATTRIBUTIONS.get(gold["kind"], gold["kind"]) != found["attribution"]:
        yield "attribution"
    if gold["form"] != found["mode"]:
        yield "mode"
    if bool(gold.get("denial")) != (found["act"] == "denial"):
        yield "denial"
    if gold["kind"] == "named" and gold.get("speaker"):
        fold, who = scorer().fold, found.get("speaker") or {}
        names = [fold(name) for name in re.split(r";\s*", gold["speaker"])]
        if not any(who and (ids.get(name) == who["id"] or fold(who["name"]) == name) for name in names):
            yield "speaker"


def _votes(gold: Fact, prediction: Fact, text: str) -> Iterator[Pair]:
    words = scorer().words
    found = [
        {**vote, "words": words(vote["motion"]) | words(" ".join(text[s:e] for s, e in vote["spans"]))}
        for vote in _listed(prediction, "votes")
    ]
    for pair in _pair("votes", _listed(gold, "votes"), found, _vote_score, 0.45):
        wrong = tuple(_wrong_in_vote(pair.gold, pair.found)) if pair.gold and pair.found else ()
        yield Pair(kind="votes", gold=pair.gold, found=pair.found, at=pair.at, wrong=wrong)


def _vote_score(gold: Fact, found: Fact) -> float:
    if (gold["status"] == "held") != (found["status"] == "held"):
        return 0.0
    motion, evidence = scorer().words(gold.get("motion")), scorer().words(gold.get("evidence"))
    told = len(motion & found["words"]) / len(motion) if motion else 0
    return 0.6 * told + 0.4 * float(scorer().jaccard(evidence, found["words"]))


def _wrong_in_vote(gold: Fact, found: Fact) -> Iterator[str]:
    outcome = gold.get("outcome")
    if (None if outcome == "unknown" else outcome) != found["result"]:
        yield "result"
    counts = gold.get("counts") or {}
    if any(counts.get(side) != found["counts"][side] for side in ("for", "against")):
        yield "counts"
    if gold.get("date") and str(gold["date"]) != str(found["when"]["date"]):
        yield "date"
    if gold.get("body") and not scorer().words(gold["body"]) & scorer().words(found["body"]):
        yield "body"


def _same_discrepancy(text: str) -> Score:
    words = scorer().words

    def score(gold: Fact, found: Fact) -> float:
        told = words(" ".join(f"{v['value']} " + " ".join(text[s:e] for s, e in v["spans"]) for v in found["values"]))
        sides = [words(gold[side]) for side in ("a", "b")]
        return float(gold["kind"] == found["kind"] and all(len(s & told) >= 0.6 * len(s) for s in sides))

    return score
