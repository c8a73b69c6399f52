"""Layer 1: from a seed on disk to an article; nothing is fetched from a network."""

from generator.articles.adding import known_beside, seed_files
from generator.articles.metadata import Metadata
from generator.articles.reading import article_id, read_article
from generator.articles.seeds import Seeds, is_seed, read_seeds

__all__ = ["Metadata", "Seeds", "article_id", "is_seed", "known_beside", "read_article", "read_seeds", "seed_files"]
