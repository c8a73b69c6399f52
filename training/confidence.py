"""Learn how far findings are to be believed: annotated news comes in, `claims/weights/confidence.json` goes out.

    python -m training.confidence            # learn from all training articles
    python -m training.confidence --folds 5  # measure on articles that were not learnt from; nothing is written

Run it last: it learns from everything that the other parts find.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from generator.extract import parsed
from generator.extract.as_json import as_json
from generator.extract.confidence import MODEL, Graded, Signs, grade
from generator.extract.finders import find_all
from generator.extract.findings import Findings
from generator.model.article import Article
from generator.model.words import Confidence
from training import corpora
from training.gold import annotated_articles
from training.logistic import Example, held_out, learn_or_report
from training.matching import Fact, Pair, pairs

BREAKS = {"roles": {"tense"}, "claims": {"source", "speaker"}, "votes": {"result", "counts"}}
"""What must not differ for a finding to be right, by kind of fact."""


def read_examples() -> list[Example]:
    """Every finding of the training articles, with whether it is right."""
    articles = enumerate(annotated_articles(*corpora.TRAINED_ON))
    return [one for number, (article, gold) in articles for one in examples_of(article, gold, number)]


def examples_of(article: Article, gold: Fact, number: int) -> Iterator[Example]:
    """Every finding of one article that the annotators would have listed if it were right."""
    document = parsed(article)
    found = find_all(document)
    signs = Signs(document, found)
    for pair in pairs(gold, as_json(article, found), article.text):
        if pair.at is not None:
            finding = _finding(found, pair.kind, pair.at)
            yield Example(features=signs.of(finding), right=is_right(pair), article=number)


def is_right(pair: Pair) -> bool:
    """Whether what was found was annotated so."""
    return pair.gold is not None and not BREAKS.get(pair.kind, set()) & set(pair.wrong)


def _finding(found: Findings, kind: str, at: int) -> Graded:
    kinds: dict[str, Sequence[Graded]] = {
        "people": found.people,
        "roles": [role for person in found.people for role in person.roles],
        "orgs": found.organizations,
        "claims": found.claims,
        "votes": found.votes,
        "discrepancies": found.discrepancies,
    }
    return kinds[kind][at]


def report(examples: Sequence[Example], folds: int) -> None:
    """Print for each kind of finding how many get each grade and how many of these are right."""
    likely = held_out(examples, folds)
    graded = sorted(
        (one.features[0], list(Confidence).index(grade(chance)), one.right)
        for one, chance in zip(examples, likely.tolist(), strict=True)
    )
    for (kind, at), group in groupby(graded, key=lambda one: one[:2]):
        rights = [right for _, _, right in group]
        print(f"{kind} {list(Confidence)[at]}: {len(rights)}, right {np.mean(rights):.3f}")


def main() -> None:
    learn_or_report(read_examples, MODEL, __doc__, report)


if __name__ == "__main__":
    main()
