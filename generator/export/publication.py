"""Layer 3: what a site says of itself to other programs, and the addresses by which they find its records."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from generator.model.records import ArticleRecord
from generator.pages.links import Links, Target
from generator.pages.views.values import Name
from generator.pages.words import Words


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A site as it is published.

    Attributes:
        description: what it is about, in its owner's words; None where they give none.
        url: where it will stand, ending in a slash (MkDocs' `site_url`); None where that is not known.
        directory_urls: whether `who/x.md` is served as `who/x/`.
        articles: the record of each article by its id.
        words: the texts of the site's own voice.
    """

    name: str
    description: str | None
    url: str | None
    directory_urls: bool
    articles: Mapping[str, ArticleRecord]
    words: Words

    @property
    def about(self) -> str:
        """One sentence on what the site is."""
        return self.description or str(self.words["home"]["lede"])

    def address(self, target: Target | str, page: str) -> str:
        """Where a page or a place on it is found: absolute where the site's address is known, else as seen from `page`.

        Args:
            page: the page or file that names the address.
        """
        links = Links(self.directory_urls)
        if self.url is None:
            return links.way_up(page) + links.path(target) or "./"
        return urljoin(self.url, links.path(target))

    def identity(self, name: Name, page: str) -> str | None:
        """The address that stands for a person, an organization or an article; None for mere words."""
        return self.address(Target(name.page, name.id), page) if name.page else None
