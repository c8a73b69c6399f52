"""Layer 3, extracting: what every way of reading has in common: one article comes in, facts or an error go out."""

from collections.abc import Generator

from generator.errors import ExtractionError, GeneratorError
from generator.extract import extract
from generator.model.article import Article
from generator.model.facts import ArticleFacts

Result = ArticleFacts | GeneratorError
Reading = tuple[Article, ArticleFacts | ExtractionError]
Readings = Generator[Reading, None, None]


def read_one(article: Article, pipeline: str | None) -> Result:
    """The facts of one article, or what is to be mended, as a value: so it travels between processes."""
    try:
        return extract(article, pipeline)
    except GeneratorError as problem:
        return problem


def reading_of(article: Article, result: Result) -> Reading:
    """An article with what was read from it.

    Raises:
        GeneratorError: what is wrong is not the article's fault: no other could be read either.
    """
    if isinstance(result, GeneratorError) and not isinstance(result, ExtractionError):
        raise result
    return article, result


def fatal(article: Article) -> ExtractionError:
    """What is told of an article whose reading ended one worker after another."""
    said = "no facts could be read from this article: every worker that read it was ended, perhaps for want of memory"
    return ExtractionError(said, file=article.path, mend="split it into articles, or read with fewer workers at once")
