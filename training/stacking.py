"""Learn how to weigh rules against tagger: annotated news comes in, `claims/weights/stack.json` goes out.

    python -m training.stacking    # trains the tagger twice, one process for each core; some five minutes on two

Neither the rules' weights nor the tagger that judge an article have seen it: both learn from the other half.
"""

import json
import math
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import RELATIVES
from generator.extract.claims.logistic import FOLDER
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.quoting import content_spans
from generator.extract.claims.reading import read_drafts
from generator.extract.claims.stacking import (
    MINDS,
    MODEL,
    Weighed,
    grouped,
    is_tagged,
    is_unsaid,
    may_mind,
    stack_features,
)
from generator.extract.claims.tagger import read_tagging
from generator.extract.claims.tagger_net import Net
from generator.extract.claims.untold import may_be_told
from generator.extract.claims.weighing import features, is_vote
from generator.extract.document import Document
from generator.extract.findings import Spans
from generator.extract.language import load_language
from generator.extract.times import find_times
from training import attribution, corpora, cues
from training.attribution import Recipe
from training.attribution_examples import Example as TaggerExample
from training.attribution_examples import example, read_cue_words
from training.attribution_gold import GoldArticle, GoldClaim, read_articles
from training.logistic import Example, learn

FOLDS = 2
EPOCHS = 6
"""Times that every article is read, fewer than for the tagger that ships: what is learnt is only how to weigh."""
ALIKE = 0.5
Judgement = tuple[str, Example]
"""The weights that learn from an example, and the example."""


def examples_of(
    document: Document, article: GoldArticle, number: int, net: Net, rules: Mapping[str, float]
) -> Iterator[Judgement]:
    """Every possible attribution that rules or tagger find in one article; a right one has a right source too."""
    quotations = find_quotations(document)
    tagging = read_tagging(document, quotations, net)
    drafts = read_drafts(document, quotations, find_times(document), tagging)
    told = (draft for draft in drafts if may_be_told(draft))
    weighed = [Weighed(draft=draft, likely=None if is_tagged(draft) else _likely(draft, rules)) for draft in told]
    claimed = _places(tuple(span for claim in article.claims for span in claim.content))
    for rivals in grouped(weighed, tagging):
        for one in rivals:
            features = tuple(stack_features(one, rivals, tagging))
            if not (is_vote(one.draft) or is_unsaid(one.draft)):
                right = any(_is_right(one.draft, claim) for claim in article.claims)
                yield MODEL, Example(features=features, right=right, article=number)
            if article.minds_known and may_mind(one.draft) and not _is_within(one.draft, claimed):
                right = any(_is_right(one.draft, claim) for claim in article.minds)
                yield MINDS, Example(features=features, right=right, article=number)


def _is_within(draft: Draft, claimed: set[int]) -> bool:
    """Whether a draft stands in the content of a claim, where nobody has looked for what is thought."""
    return draft.cue is not None and draft.sentence.token(draft.cue.start).idx in claimed


def _likely(draft: Draft, rules: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-sum(rules.get(feature, 0.0) for feature in features(draft))))


def _is_right(draft: Draft, claim: GoldClaim) -> bool:
    """Whether a draft has much of the claim's content and of its source, or no source where it has none."""
    found, gold = _places(content_spans(draft)), _places(claim.content)
    if len(found & gold) < ALIKE * len(found | gold):
        return False
    if draft.source is None or claim.source is None:
        return draft.source is None and claim.source is None
    source = (draft.origin or draft.sentence).chars(*draft.source)
    if source[1] == claim.source[1] and draft.sentence.document.quote(claim.source) in RELATIVES:
        return True
    words, wanted = _places((source,)), _places((claim.source,))
    return len(words & wanted) >= ALIKE * len(words | wanted)


def _places(spans: Spans) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


@dataclass(frozen=True)
class Material:
    """The training articles as parsed, as tagger examples and as rule examples."""

    articles: list[GoldArticle]
    docs: list[Doc]
    cue_words: dict[int, int]
    tagger_examples: list[TaggerExample]
    rule_examples: list[Example]


@cache
def material() -> Material:
    """Everything that a fold learns from, read once a process."""
    nlp = load_language()
    cue_words = read_cue_words(nlp.vocab.strings)
    articles = list(read_articles())
    docs = [nlp(article.text) for article in articles]
    read = list(enumerate(zip(articles, docs, strict=True)))
    return Material(
        articles,
        docs,
        cue_words,
        [example(article, doc, cue_words) for _, (article, doc) in read],
        [one for at, (article, doc) in read for one in cues.examples_of(Document(doc), article, at)],
    )


def of_fold(fold: int) -> list[Judgement]:
    """The examples of one fold's articles, judged by what was learnt from the others'."""
    known = material()
    others = [one for at, one in enumerate(known.tagger_examples) if at % FOLDS != fold]
    net = attribution.train(others, known.cue_words, Recipe(epochs=EPOCHS))
    rules = learn([one for one in known.rule_examples if one.article % FOLDS != fold])
    return [
        one
        for at in range(fold, len(known.articles), FOLDS)
        for one in examples_of(Document(known.docs[at]), known.articles[at], at, net, rules)
    ]


def main() -> None:
    corpora.require_shared()
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as processes:
        learnt = [one for examples in processes.map(of_fold, range(FOLDS)) for one in examples]
    for model in (MODEL, MINDS):
        weights = learn([example for of_model, example in learnt if of_model == model])
        text = json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False)
        (FOLDER / f"{model}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
