"""Layer 3, extracting: articles are read one by one in this process."""

from collections.abc import Iterable

from generator.extracting.reading import Readings, read_one, reading_of
from generator.model.article import Article


def here(articles: Iterable[Article], pipeline: str | None) -> Readings:
    """Each article in its turn.

    Raises:
        PipelineError: the pipeline is not installed or lacks what extraction needs.
    """
    for article in articles:
        yield reading_of(article, read_one(article, pipeline))
