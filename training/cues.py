"""Learn how far each cue is to be believed: annotated news comes in, `claims/weights/cues.json` goes out.

    python -m training.cues            # learn from all training articles
    python -m training.cues --folds 5  # measure on articles that were not learnt from; nothing is written

Every possible attribution that the rules find is an example; it is a right one where a gold claim has much the same
content.
"""

from collections.abc import Iterator

from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.quoting import content_spans
from generator.extract.claims.reading import read_drafts
from generator.extract.claims.weighing import features, is_reported
from generator.extract.document import Document
from generator.extract.findings import Spans
from generator.extract.language import load_language
from generator.extract.times import find_times
from training.attribution_gold import GoldArticle, read_articles
from training.logistic import Example, learn_or_report, report

ALIKE = 0.5


def read_examples() -> Iterator[Example]:
    """Every possible attribution of the training articles."""
    nlp = load_language()
    for number, article in enumerate(read_articles()):
        yield from examples_of(Document(nlp(article.text)), article, number)


def examples_of(document: Document, article: GoldArticle, number: int) -> Iterator[Example]:
    """Every possible attribution of one article."""
    gold = [_places(claim.content) for claim in article.claims]
    for draft in read_drafts(document, find_quotations(document), find_times(document)):
        if is_reported(draft):
            words = _places(content_spans(draft))
            right = any(len(words & one) >= ALIKE * len(words | one) for one in gold)
            yield Example(features=tuple(features(draft)), right=right, article=number)


def _places(spans: Spans) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def main() -> None:
    learn_or_report(read_examples, "cues", __doc__, report)


if __name__ == "__main__":
    main()
