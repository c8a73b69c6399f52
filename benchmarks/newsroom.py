"""Made newsrooms: real articles come in, a site's folder with as many articles as are wanted goes out.

Each time an article is used again, the people in it have other surnames and its day is earlier, as if another story had
been told in the same words about the same bodies; stories then do not run together.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import yaml

from generator.articles import read_article
from generator.extract import find
from generator.extract.as_json import as_json
from generator.model.article import Article
from training import corpora

SYLLABLES = ("Ba", "Do", "Fe", "Gil", "Har", "Ka", "Lo", "Mar", "Ne", "Ros")
BETWEEN = datetime.timedelta(days=70)
"""Two tellings of one story are further apart than what a story's articles may be."""
UNDATED = datetime.date(2016, 6, 1)
"""From which day on articles without one are told again: else each would be a contradiction of the first."""
MKDOCS_YML = """\
site_name: Many articles
site_url: https://news.example.org/
docs_dir: content/pages
theme: {name: material, font: false}
plugins: [search, explainer]
"""


def real_articles(*, shared: bool) -> list[Article]:
    """What newsrooms are made of: this repository's invented articles, or the shared corpora's real ones.

    The first few are as long as all are: what an article takes in a small and in a large newsroom can be compared.
    """
    if not shared:
        paths = [path for path, _ in corpora.annotated("stories")]
    else:
        corpora.require_shared()
        paths = [path for path, _ in corpora.annotated("news-facts/train", "news-facts/dev")]
        paths += sorted((corpora.CORPORA / "polnear-dev/text").glob("*.txt"))
    return _mixed([read_article(path) for path in paths])


def _mixed(articles: Sequence[Article]) -> list[Article]:
    """Articles in an order in which any number of the first has short and long ones alike.

    By length, the first bit of a place says in which half it is, the next in which quarter: they are turned round.
    """
    by_length = sorted(articles, key=lambda article: (len(article.text), article.name))
    bits = len(by_length).bit_length()
    places = sorted(range(len(by_length)), key=lambda place: f"{place:0{bits}b}"[::-1])
    return [by_length[place] for place in places]


def make_site(folder: Path, articles: Iterator[tuple[str, Article]]) -> None:
    """Write a site that nothing was read of yet."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "content/pages").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    for name, article in articles:
        add_seed(folder, name, article)


def add_seed(folder: Path, name: str, article: Article) -> Path:
    """Write one article into a site's seeds."""
    known = {key: getattr(article, key) for key in ("title", "publisher", "author", "url", "published", "licence")}
    head = yaml.safe_dump({key: value for key, value in known.items() if value}, allow_unicode=True, sort_keys=False)
    seed = folder / "seeds" / f"{name}.md"
    seed.write_text(f"---\n{head}---\n{article.text}", encoding="utf-8")
    return seed


def many(articles: Sequence[Article], number: int) -> Iterator[tuple[str, Article]]:
    """That many articles, each with a name for its seed: the given ones, then the same about other people."""
    return islice(_endless(articles), number)


def _endless(articles: Sequence[Article]) -> Iterator[tuple[str, Article]]:
    telling, surnames = 0, dict[str, frozenset[str]]()
    while True:
        for article in articles:
            if telling and article.id not in surnames:
                surnames[article.id] = _surnames(article)
            yield f"{telling:04}-{article.name}", _told_again(article, telling, surnames.get(article.id, frozenset()))
        telling += 1


def _surnames(article: Article) -> frozenset[str]:
    names = (person["name"].split() for person in as_json(article, find(article))["people"])
    return frozenset(words[-1] for words in names if len(words) > 1 and words[-1].isalpha())


def _told_again(article: Article, telling: int, surnames: frozenset[str]) -> Article:
    if not telling:
        return article
    prefix = "".join(
        SYLLABLES[int(digit)] if place == 0 else SYLLABLES[int(digit)].lower()
        for place, digit in enumerate(f"{telling:02}")
    )

    def other(text: str) -> str:
        return re.sub(r"\b[^\W\d_]+\b", lambda word: prefix + word[0].lower() if word[0] in surnames else word[0], text)

    return Article(
        id=article.id,
        path=article.path,
        text=f"{other(article.text.rstrip())}\n\nThis was told from {prefix}.\n",
        title=other(article.title) if article.title else None,
        publisher=article.publisher,
        url=f"{article.url}?{telling}" if article.url else None,
        published=(article.published or UNDATED) - telling * BETWEEN,
        licence=article.licence,
        sha256=article.sha256,
    )
