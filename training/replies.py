"""Learn which claims deny and what they deny: annotated news comes in, two files below `claims/weights/` go out.

    python -m training.replies            # learn from all training articles
    python -m training.replies --folds 5  # measure on articles that were not learnt from; nothing is written

Two questions are learnt apart: whether a claim denies something said near it (`denials.json`), and which claim it
answers (`answers.json`).
"""

import argparse
import json
from collections.abc import Iterator
from typing import Any

import yaml

from generator.extract.claims import find_claims
from generator.extract.claims.logistic import FOLDER
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.rebuttals import Told, denial_features, pair_features
from generator.extract.claims.replies import NO_REPLY, answerable
from generator.extract.document import Document
from generator.extract.findings import Spans
from generator.extract.language import load_language
from generator.extract.names import find_cast
from generator.extract.times import find_times
from training import corpora
from training.logistic import Choice, Example, learn, learn_choices, report
from training.news import article_body

CORPUS = "press-train"
ALIKE = 0.5
Places = set[int]


def read_examples() -> tuple[list[Example], list[Choice]]:
    """Every claim as a possible denial, and every denial with the claims that it may answer."""
    nlp = load_language()
    examples: list[Example] = []
    choices: list[Choice] = []
    root = corpora.CORPORA / CORPUS
    for number, path in enumerate(sorted((root / "facts").glob("*.yml"))):
        gold = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        document = Document(nlp(article_body(root / "articles" / f"{path.stem}.md")))
        for example, choice in examples_of(document, list(_pairs(document.text, gold)), number):
            examples.append(example)
            if any(choice.right):
                choices.append(choice)
    return examples, choices


def examples_of(document: Document, gold: list[tuple[Places, Places]], number: int) -> Iterator[tuple[Example, Choice]]:
    """Each claim of one article as an example and as a choice."""
    quotations = find_quotations(document)
    cast = find_cast(document, quotations)
    claims = find_claims(document, quotations, cast, find_times(document))
    told = [Told(document, cast, claim, place) for place, claim in enumerate(claims)]
    for one in told:
        others = list(answerable(one, told))
        if one.claim.act in NO_REPLY or not others:
            continue
        own = _places(one.claim.content)
        denied = [of for denial, of in gold if len(own & denial) >= ALIKE * len(own | denial)]
        example = Example(features=tuple(denial_features(one, others)), right=bool(denied), article=number)
        features = tuple(tuple(pair_features(one, other)) for other in others)
        right = tuple(any(_covers(_places(other.claim.content), of) for of in denied) for other in others)
        yield example, Choice(features=features, right=right, article=number)


def _pairs(text: str, gold: dict[str, Any]) -> Iterator[tuple[Places, Places]]:
    """Where each denial and what it denies stand, as the annotators give them."""
    for reply in gold.get("replies") or []:
        yield _located(text, reply["denial"]), _located(text, reply["of"])


def _located(text: str, words: str | list[str]) -> Places:
    pieces = [words] if isinstance(words, str) else words
    starts = [(text.find(piece), len(piece)) for piece in pieces]
    return {place for start, length in starts if start >= 0 for place in range(start, start + length)}


def _places(spans: Spans) -> Places:
    return {place for start, end in spans for place in range(start, end)}


def _covers(one: Places, other: Places) -> bool:
    return len(one & other) >= ALIKE * max(min(len(one), len(other)), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    corpora.require_shared()
    examples, choices = read_examples()
    if options.folds:
        report(examples, options.folds)
        return
    for name, weights in (("denials", learn(examples)), ("answers", learn_choices(choices))):
        text = json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
