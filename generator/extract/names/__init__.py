"""Who is named, in which roles, and whom each mention means: a parsed article comes in, a `Cast` goes out."""

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.names.casting import Casting
from generator.extract.names.reading import read_words
from generator.extract.quotation import Quotation


def find_cast(document: Document, quotations: tuple[Quotation, ...]) -> Cast:
    """Everyone in an article: people with roles, organizations, places, and every mention that is certain.

    Args:
        document: the parsed article.
        quotations: what stands in quotation marks; pronouns in there belong to the speaker and are left alone.
    """
    return Casting(read_words(document)).cast(quotations)
