"""Make spaCy's training documents: paragraphs of a treebank and texts with names come in, `Doc`s go out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from training.names import NamedText
from training.treebanks import Paragraph, Word, proper_names

LEAST_WORDS = 30
MOST_WORDS = 160
LEAST_NAMED_WORDS = 60
PARAGRAPH_BREAK = "\n\n"


def grouped(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Group paragraphs of one document until they hold some thirty words, so that a parser sees where sentences end."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and (
            group[0].document != paragraph.document
            or _size(group) >= LEAST_WORDS
            or _size([*group, paragraph]) > MOST_WORDS
        ):
            yield group
            group = []
        group.append(paragraph)
    if group:
        yield group


def _size(group: list[Paragraph]) -> int:
    return sum(len(sentence) for paragraph in group for sentence in paragraph.sentences)


def break_token() -> Word:
    """Return the token that the tokenizer makes of a paragraph break."""
    return Word(
        form=PARAGRAPH_BREAK,
        space=False,
        lemma=PARAGRAPH_BREAK,
        upos="SPACE",
        xpos="_SP",
        morph="",
        head=0,
        dep="dep",
        entity="",
    )


def analysed(group: list[Paragraph], vocab: Vocab) -> Doc:
    """Make one document of a group of paragraphs, breaks between them, each break hanging on the word before it."""
    words: list[Word] = []
    heads: list[int] = []
    names: list[tuple[int, int, str]] = []
    for number, paragraph in enumerate(group):
        if number:
            heads.append(len(words) - 1)
            words.append(break_token())
        for place, sentence in enumerate(paragraph.sentences):
            base = len(words)
            heads += [base + word.head for word in sentence]
            names += [(base + span.start, base + span.end, span.kind) for span in proper_names(sentence)]
            words += sentence
            last = place == len(paragraph.sentences) - 1
            words[-1] = replace(words[-1], space=not last)
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.dep for word in words],
    )
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in names])
    return doc


def named(text: NamedText, nlp: Language) -> Iterator[Doc]:
    """Make documents of a text with marked names; what may be an unmarked place counts as unknown, not as no name."""
    doc = nlp.make_doc(text.text)
    spans = [doc.char_span(name.start, name.end, label=name.kind, alignment_mode="expand") for name in text.names]
    names = filter_spans(span for span in spans if span is not None)
    inside = {token.i for span in names for token in span}
    unknown = (
        []
        if text.places_known
        else [doc[token.i : token.i + 1] for token in doc if token.text[0].isupper() and token.i not in inside]
    )
    doc.set_ents(names, missing=unknown)
    for start, end in _chunks(doc):
        yield doc[start:end].as_doc()


def _chunks(doc: Doc) -> Iterator[tuple[int, int]]:
    """Cut a document at paragraph breaks into pieces of some sixty words or more."""
    start = 0
    for token in doc:
        if "\n" in token.text and token.i - start >= LEAST_NAMED_WORDS:
            yield start, token.i + 1
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


def write(docs: Iterable[Doc], path: Path) -> None:
    """Write documents in spaCy's binary form."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)
