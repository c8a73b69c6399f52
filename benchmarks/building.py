"""Builds: a made newsroom comes in; what its build takes beside MkDocs alone, and what readers load of it, go out."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.measured import Run, run
from benchmarks.newsroom import add_seed, make_site, many
from generator.model.article import Article

ROUNDS = 5
HOOK = Path(__file__).with_name("bare.py")


def figures(folder: Path, articles: Sequence[Article], number: int) -> Iterator[Figure]:
    """What a site of that many articles takes to build.

    Args:
        folder: an empty folder to work in.
        articles: what the newsroom is made of.
        number: how many articles it has.
    """
    site, bare = folder / "site", folder / "bare"
    *seeds, last = many(articles, number + 1)
    make_site(site, iter(seeds))
    first = build(site)
    yield Figure(what=f"{number:,} articles, first build", value=first.processor / number, unit="s an article")
    make_bare(site, bare)
    alone, whole = in_turn(bare, site)
    yield Figure(what=f"{number:,} articles, nothing stale: build against MkDocs alone", value=whole / alone, most=1.15)
    yield Figure(what=f"{number:,} articles, nothing stale", value=whole / number, unit="s an article")
    yield from _one_more(site, last, whole)
    yield from sizes(site / "site", number)


def build(site: Path) -> Run:
    """Build a site as its editors do."""
    return run("mkdocs", "build", "--quiet", cwd=site)


def make_bare(site: Path, bare: Path) -> None:
    """Write a folder from which MkDocs alone builds the same pages."""
    settings = site / "with-hook.yml"
    settings.write_text(f"INHERIT: mkdocs.yml\nhooks: ['{HOOK}']\n", encoding="utf-8")
    shutil.rmtree(bare, ignore_errors=True)
    bare.mkdir()
    run("mkdocs", "build", "--quiet", "--config-file", settings.name, cwd=site, EXPLAINER_BARE=str(bare))
    settings.unlink()


def in_turn(first: Path, second: Path) -> tuple[float, float]:
    """Build two sites in turn, so that a machine which slows down slows both; the median processor time of each."""
    taken = [(build(first).processor, build(second).processor) for _ in range(ROUNDS)]
    return median(one for one, _ in taken), median(other for _, other in taken)


def _one_more(site: Path, last: tuple[str, Article], nothing_stale: float) -> Iterator[Figure]:
    """Add one article: only it is read, and only what it touches is written."""
    facts = site / "content/facts"
    before = {path: path.read_bytes() for path in facts.rglob("*.yml")}
    seed = add_seed(site, *last)
    reading = run("explainer", "extract", "--json", str(seed), cwd=site).processor
    taken = build(site).processor
    others = [
        path for path, content in before.items() if path.parent.name == "articles" and path.read_bytes() != content
    ]
    ratio = (taken - reading) / nothing_stale
    yield Figure(what="one article more: build less its reading, against nothing stale", value=ratio, most=1.1)
    yield Figure(what="one article more: other articles' facts that change", value=len(others), most=0)


def sizes(site: Path, number: int) -> Iterator[Figure]:
    """What readers load of a built site."""
    pages = max(path.stat().st_size for path in site.rglob("*.html"))
    assets = [path for path in (site / "assets/explainer").iterdir() if path.suffix in (".css", ".js")]
    most = 150 if number <= 100 else 300
    yield Figure(what=f"{number:,} articles: largest page", value=pages / 1000, unit="kB", most=most)
    yield Figure(
        what="own styles and scripts", value=sum(path.stat().st_size for path in assets) / 1000, unit="kB", most=60
    )
    index = (site / "search/search_index.json").stat().st_size
    yield Figure(what=f"{number:,} articles: index of the theme's search", value=index / 1000, unit="kB")
