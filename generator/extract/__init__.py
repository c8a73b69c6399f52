"""Layer 2: from an article to its facts; the only package that imports spaCy, and only once something is read."""

from generator.extract.document import Document
from generator.extract.findings import Findings
from generator.extract.language import load_language
from generator.extract.records import facts_of
from generator.model.article import Article
from generator.model.facts import ArticleFacts


def extract(article: Article, pipeline: str | None = None) -> ArticleFacts:
    """The facts of one article.

    Args:
        article: what was read of a seed.
        pipeline: an installed spaCy pipeline to read with in place of the shipped one.

    Raises:
        PipelineError: the pipeline is not installed or lacks what extraction needs.
    """
    return facts_of(article, find(article, pipeline), pipeline)


def find(article: Article, pipeline: str | None = None) -> Findings:
    """What stands where in one article: names first, then who said what, then votes, events and disagreements."""
    from generator.extract.finders import find_all

    doc = load_language(pipeline)(article.text)
    return find_all(Document(doc, article.published))
