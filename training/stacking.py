"""Learn how to weigh rules against tagger: annotated news comes in, `claims/weights/stack.json` goes out.

    python -m training.stacking    # trains the tagger five times, some ten minutes on one core

Neither the rules' weights nor the tagger that judge an article have seen it: both learn from the other four fifths.
"""

import json
import math
from collections.abc import Iterator, Mapping

from generator.extract.claims.choosing import may_be_told
from generator.extract.claims.draft import Draft
from generator.extract.claims.logistic import FOLDER
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.quoting import content_spans
from generator.extract.claims.reading import read_drafts
from generator.extract.claims.stacking import MODEL, Weighed, grouped, is_tagged, stack_features
from generator.extract.claims.tagger import read_tagging
from generator.extract.claims.tagger_net import Net
from generator.extract.claims.weighing import features, is_reported
from generator.extract.document import Document
from generator.extract.findings import Spans
from generator.extract.language import load_language
from generator.extract.times import find_times
from training import attribution, corpora, cues
from training.attribution_examples import example, read_cue_words
from training.attribution_gold import GoldArticle, GoldClaim, read_articles
from training.logistic import Example, learn

FOLDS = 5
ALIKE = 0.5


def examples_of(
    document: Document, article: GoldArticle, number: int, net: Net, rules: Mapping[str, float]
) -> Iterator[Example]:
    """Every possible attribution that rules or tagger find in one article; a right one has a right source too."""
    quotations = find_quotations(document)
    tagging = read_tagging(document, quotations, net)
    drafts = read_drafts(document, quotations, find_times(document), tagging)
    told = [draft for draft in drafts if may_be_told(draft) and is_reported(draft)]
    weighed = [Weighed(draft=draft, likely=None if is_tagged(draft) else _likely(draft, rules)) for draft in told]
    for rivals in grouped(weighed, tagging):
        for one in rivals:
            right = any(_is_right(one.draft, claim) for claim in article.claims)
            yield Example(features=tuple(stack_features(one, rivals, tagging)), right=right, article=number)


def _likely(draft: Draft, rules: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(rules.get(feature, 0.0) for feature in features(draft))))


def _is_right(draft: Draft, claim: GoldClaim) -> bool:
    """Whether a draft has much of the claim's content and some of its source, or no source where it has none."""
    found, gold = _places(content_spans(draft)), _places(claim.content)
    if len(found & gold) < ALIKE * len(found | gold):
        return False
    if draft.source is None or claim.source is None:
        return draft.source is None and claim.source is None
    source = (draft.origin or draft.sentence).chars(*draft.source)
    return bool(_places((source,)) & _places((claim.source,)))


def _places(spans: Spans) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def main() -> None:
    corpora.require_shared()
    nlp = load_language()
    cue_words = read_cue_words(nlp.vocab.strings)
    articles = [article for folder in attribution.FOLDERS for article in read_articles(folder)]
    docs = [nlp(article.text) for article in articles]
    tagger_examples = [example(article, doc, cue_words) for article, doc in zip(articles, docs, strict=True)]
    rule_examples = [
        one
        for number, (article, doc) in enumerate(zip(articles, docs, strict=True))
        for one in cues.examples_of(Document(doc), article, number)
    ]
    learnt: list[Example] = []
    for fold in range(FOLDS):
        others = [one for number, one in enumerate(tagger_examples) if number % FOLDS != fold]
        net = attribution.train(others, cue_words, attribution.Recipe())
        rules = learn([one for one in rule_examples if one.article % FOLDS != fold])
        for number in range(fold, len(articles), FOLDS):
            learnt += examples_of(Document(docs[number]), articles[number], number, net, rules)
    text = json.dumps(learn(learnt), indent=0, sort_keys=True, ensure_ascii=False)
    (FOLDER / f"{MODEL}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
