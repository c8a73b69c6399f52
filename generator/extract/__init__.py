"""Layer 2: from an article to its facts; the only package that imports spaCy, and only once something is read."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from generator.errors import ExtractionError, GeneratorError
from generator.extract.document import Document
from generator.extract.findings import Findings
from generator.extract.language import load_language
from generator.extract.records import facts_of
from generator.extract.version import extractor_version
from generator.model.article import Article
from generator.model.facts import ArticleFacts

MOST_MARKS = 1_000
ENDLESS_MARKS = re.compile(rf"[^\w\s]{{{MOST_MARKS + 1}}}")
"""The pipeline takes marks off a word one by one, each time looking through all that is left."""
SHOWN = 5


def extract(article: Article, pipeline: str | None = None) -> ArticleFacts:
    """The facts of one article.

    Args:
        article: what was read of a seed.
        pipeline: an installed spaCy pipeline to read with in place of the shipped one.

    Raises:
        PipelineError: the pipeline is not installed or lacks what extraction needs.
        ExtractionError: nothing could be read from this article.
    """
    with _telling(article):
        document = parsed(article, pipeline)
        return facts_of(article, _found(document), sentences=document.sentences, extractor=extractor_version(pipeline))


def find(article: Article, pipeline: str | None = None) -> Findings:
    """What stands where in one article: names first, then who said what, then votes, events and disagreements.

    Raises:
        PipelineError: the pipeline is not installed or lacks what extraction needs.
        ExtractionError: nothing could be read from this article.
    """
    with _telling(article):
        return _found(parsed(article, pipeline))


@contextmanager
def _telling(article: Article) -> Iterator[None]:
    """One article that trips the extractor must not take the others along: tell of it by its file's name."""
    try:
        yield
    except GeneratorError:
        raise
    except Exception as problem:
        said = f"no facts could be read from this article ({type(problem).__name__}: {problem})"
        mend = "take it out of the seeds and report it as a fault"
        raise ExtractionError(said, file=article.path, mend=mend) from problem


def parsed(article: Article, pipeline: str | None = None) -> Document:
    """An article as the pipeline reads it, the finders' input.

    Raises:
        ExtractionError: it is longer than the pipeline reads, or marks follow each other without end.
    """
    nlp = load_language(pipeline)
    if len(article.text) > nlp.max_length:
        problem = f"{len(article.text):,} characters, more than the {nlp.max_length:,} that are read at once"
        raise ExtractionError(problem, file=article.path, mend="split it into articles")
    if marks := ENDLESS_MARKS.search(article.text):
        problem = f"more than {MOST_MARKS:,} marks follow each other without a word, from {marks.group()[:SHOWN]!r} on"
        raise ExtractionError(problem, file=article.path, mend="take them out")
    return Document(nlp(article.text), article.published, shipped=pipeline is None)


def _found(document: Document) -> Findings:
    from generator.extract.finders import find_all

    return find_all(document)
