"""The desk: a made newsroom under git comes in, how long `explainer diff` and `explainer check` take goes out."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.measured import run
from benchmarks.newsroom import add_seed, make_site, many
from generator.model.article import Article

ROUNDS = 3
COMMANDS = ("diff", "check")
LARGEST_ASKED = 100
"""Up to so many articles an answer within two seconds is asked for; beyond, that it grows no faster than they do."""


def figures(folder: Path, articles: Sequence[Article], small: int, large: int) -> Iterator[Figure]:
    """How long the desk's commands take with few and with many articles, when one article was added last.

    Args:
        folder: an empty folder to work in.
        articles: what the newsrooms are made of.
        small: how many articles the first has.
        large: how many the second has.
    """
    taken = {number: _taken(folder / f"{number}", articles, number) for number in (small, large)}
    for command in COMMANDS:
        few, more = taken[small][command], taken[large][command]
        most = 2 if small <= LARGEST_ASKED else None
        yield Figure(what=f"`explainer {command}`, {small:,} articles", value=few, unit="s", most=most)
        yield Figure(what=f"`explainer {command}`, {large:,} articles", value=more, unit="s")
        growth = (more / large) / (few / small)
        yield Figure(what=f"`explainer {command}`: time an article, {large:,} against {small:,}", value=growth, most=1)


def _taken(site: Path, articles: Sequence[Article], number: int) -> dict[str, float]:
    *seeds, last = many(articles, number)
    make_site(site, iter(seeds))
    run("explainer", "extract", cwd=site)
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Facts")):
        subprocess.run(
            ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *words], cwd=site, check=True
        )
    add_seed(site, *last)
    run("explainer", "extract", cwd=site)
    return {command: min(run("explainer", command, cwd=site).passed for _ in range(ROUNDS)) for command in COMMANDS}
