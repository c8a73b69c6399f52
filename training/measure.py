"""Measure a pipeline: held-out treebank parts and annotated news come in, the figures for the model card go out."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training import documents, news
from training.names import Kind, NamedText
from training.treebanks import Paragraph

SYNTAX_SCORES = {"UPOS": "pos_acc", "lemma": "lemma_acc", "UAS": "dep_uas", "LAS": "dep_las", "sentences": "sents_f"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """Precision, recall and F1 in per cent."""

    precision: float
    recall: float
    f1: float


def syntax_figures(nlp: Language, paragraphs: Iterable[Paragraph]) -> dict[str, float]:
    """Measure tags, lemmas, parse and sentences on raw text, in per cent (`sentences` is F1)."""
    references = [documents.analysed(group, nlp.vocab) for group in documents.grouped(paragraphs)]
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in references], batch_size=16)
    return {name: round(100 * scores[key], 1) for name, key in SYNTAX_SCORES.items()}


def name_figures(nlp: Language, texts: Iterable[NamedText]) -> dict[Kind, Score]:
    """Measure each kind of name: every mention counts, right if both ends and the kind are; unmarked places do not."""
    right, given, gold = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        kinds = [kind for kind in Kind if text.places_known or kind is not Kind.PLACE]
        wanted = {(name.start, name.end, str(name.kind)) for name in text.names if name.kind in kinds}
        found = {span for span in _found(nlp(text.text)) if span[2] in kinds}
        right.update(kind for *_, kind in wanted & found)
        given.update(kind for *_, kind in found)
        gold.update(kind for *_, kind in wanted)
    return {kind: _score(right[kind], given[kind], gold[kind]) for kind in Kind}


def _found(doc: Doc) -> Iterator[tuple[int, int, str]]:
    for entity in doc.ents:
        yield entity.start_char, entity.end_char, entity.label_


def _score(right: int, given: int, gold: int) -> Score:
    precision, recall = right / max(given, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Score(precision=round(100 * precision, 1), recall=round(100 * recall, 1), f1=round(100 * f1, 1))


def words_per_second(nlp: Language, folder: str) -> int:
    """Time the whole pipeline over a folder of news, one article at a time on one core."""
    texts = [text.text for text in news.read_news(folder)]
    started = time.process_time()
    words = sum(len(nlp(text)) for text in texts)
    return round(words / (time.process_time() - started))
