"""Layer 1, reading seeds: a web page's markup comes in, its main text and what it says of itself go out."""

from pathlib import Path

from generator.articles.metadata import Metadata, date_of
from generator.articles.text import plain
from generator.errors import SeedError

# A date that only the article's own words give is not the day of publication, nor may today's date play a part.
MOST_ELEMENTS = 50_000
"""Elements of the largest page that is read, several times those of a long article: each takes a moment to weigh."""
DATES = {"extensive_search": False, "original_date": True, "max_date": "9999-12-31"}


def main_text(markup: str, file: Path | str) -> tuple[Metadata, str]:
    """What a saved web page says, without its menus and footers; nothing is fetched.

    Raises:
        SeedError: no article is found in the page, or it is too large to look for one.
    """
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document

    tree = load_html(markup)
    elements = 0 if tree is None else sum(1 for _ in tree.iter())
    mend = "save the article's text as a .txt file instead"
    if elements > MOST_ELEMENTS:
        raise SeedError(f"a page of more than {MOST_ELEMENTS:,} elements", file=file, mend=mend)
    page = elements and bare_extraction(tree, include_comments=False, with_metadata=True, date_extraction_params=DATES)
    text = plain(page.text or "") if isinstance(page, Document) else ""
    if not isinstance(page, Document) or not text.strip():
        raise SeedError("no article is found in this page", file=file, mend=mend)
    known = Metadata(
        title=page.title or None,
        publisher=page.sitename or None,
        author=page.author or None,
        url=page.url or None,
        published=date_of(page.date) if page.date else None,
        licence=page.license or None,
    )
    return known, text
