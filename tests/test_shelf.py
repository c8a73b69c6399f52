"""What pages hold waits on disk: other plugins do not notice, and the site is the same bytes as if it did not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

from generator.plugin.shelf import Shelf

HOOK = """
import json
import os
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

found = []


@event_priority(-50)
def on_nav(nav, config, files):
    found[:] = [f for f in files.documentation_pages() if f.generated_by and f.page not in nav.pages]
    if os.environ.get("IN_MEMORY"):
        for file in found:
            Page(None, file, config)
    return nav


def held(page):
    return sum(len(value) for value in vars(page).values() if isinstance(value, str))


@event_priority(50)
def on_post_build(config):
    told = {file.dest_uri: (held(file.page), file.page.content) for file in found}
    Path("told.json").write_text(json.dumps(told))
"""
"""Tells of each generated page that no navigation names how long the texts are that it holds, and its content."""
DAY = {"SOURCE_DATE_EPOCH": "1736294400"}


def test_a_text_comes_out_as_it_was_put_and_another_takes_its_place_where_it_fits(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "site")
    first, second = shelf.put("“one” is read\n"), shelf.put("two \r\n \ud800")
    assert (str(first), str(second)) == ("“one” is read\n", "two \r\n \ud800")
    shorter = shelf.put("“one”", instead=first)
    longer = shelf.put("two and more of it", instead=second)
    assert (shorter.start, longer.start) == (first.start, second.start + second.length)
    assert [str(text) for text in (shorter, longer, shelf.put(""))] == ["“one”", "two and more of it", ""]
    assert [*tmp_path.iterdir()] == []


@pytest.mark.model
def test_pages_look_to_others_as_any_do_and_hold_next_to_nothing(
    copy_project: Callable[[Path], Path], run: Run, tmp_path: Path
) -> None:
    folder = copy_project(tmp_path / "project")
    (folder / "hook.py").write_text(HOOK)
    (folder / "hooked.yml").write_text("INHERIT: mkdocs.yml\nhooks: [hook.py]\n")
    told, written = [], []
    for where in ({}, {"IN_MEMORY": "1"}):
        done = run("mkdocs", "build", "--strict", "-f", "hooked.yml", cwd=folder, **DAY, **where)
        assert done.returncode == 0, done.stderr
        told.append(json.loads((folder / "told.json").read_text()))
        site = folder / "site"
        written.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()})
    assert written[0] == written[1]
    on_disk, in_memory = told
    assert len(on_disk) >= 20
    for uri, (held, content) in on_disk.items():
        length, same = in_memory[uri]
        assert content == same
        assert held < 3000 < length or len(content) < 3000
        assert content.strip() in (folder / "site" / uri).read_text(encoding="utf-8")
