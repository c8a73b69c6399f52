"""Layer 1: from a seed on disk to an article; nothing is fetched from a network."""

from generator.articles.reading import article_id, read_article
from generator.articles.seeds import Seeds, read_seeds

__all__ = ["Seeds", "article_id", "read_article", "read_seeds"]
