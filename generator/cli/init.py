"""Layer 4, `explainer init`: a folder's name comes in, a site to start from lies in it; nothing is overwritten."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import click

from generator import __version__
from generator.cli.command import mendable
from generator.errors import GeneratorError
from generator.facts.files import write_all_new

STARTS_WITH = {
    "mkdocs.yml": "mkdocs.yml",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".pre-commit-config.yaml": "pre-commit.yaml",
    ".github/workflows/explainer.yml": "github.yml",
    ".gitlab-ci.yml": "gitlab.yml",
    "content/pages/corrections.md": "corrections.md",
    "content/review/desk.yml": "desk.yml",
    "seeds/.gitkeep": None,
}
"""The files of a new site, each with the shipped one that it is a copy of; None for an empty one."""
NEXT = """\
A site to start from is in {folder}. Next, in that folder:

  explainer add ARTICLE       puts an article into seeds/
  mkdocs serve                reads it and shows the site at http://127.0.0.1:8000/
  git init && git add .       keeps facts and decisions under version control
  git config diff.explainer.textconv 'explainer tell'
                              lets git diff tell facts in words
  git config merge.explainer.driver 'explainer merge %O %A %B'
                              lets git merge join the decisions of two branches

Give the site its name in mkdocs.yml, and say in content/pages/corrections.md how you can be reached.
"""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@mendable
def init(folder: Path) -> Iterator[GeneratorError]:
    """Make a new site in DIR: its settings, folders, and what checks it on GitHub, on GitLab and before a commit."""
    there = [folder / name for name in STARTS_WITH if (folder / name).exists()]
    for path in there:
        yield GeneratorError("is there already", file=path, mend="name another folder, or move this file away")
    if there:
        return
    write_all_new({folder / name: _content(shipped) for name, shipped in STARTS_WITH.items()})
    click.echo(NEXT.format(folder=folder), nl=False)


def _content(shipped: str | None) -> bytes:
    if shipped is None:
        return b""
    text = (files("generator.cli") / "site" / shipped).read_text(encoding="utf-8")
    return text.replace("{version}", __version__).encode()
