"""What a site holds back is on none of its files: real sites, built by MkDocs, with every file read."""

import os
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import yaml
from conftest import Run

pytestmark = pytest.mark.model
OPEN = """---
title: A week in Harbourside
published: 2031-03-04
licence: CC BY 4.0
---
Mayor Tom Hallow opened the bridge on Monday. Councillor Ada Finch said the bridge was safe.

One source claimed that Mr Hallow had taken bribes from a shipping firm.
Mr Hallow denied the claim. “I have never touched a penny,” he said.
"""
CLOSED = """---
title: Council notes
published: 2031-03-05
---
One insider said that Councillor Ada Finch had assaulted a colleague. Ms Finch denied assaulting a colleague.

Mayor Tom Hallow said the budget was sound. The council will vote on the budget on Friday.
The harbour was busy for most of the week.
"""
UNTITLED = "One aide said that Rosa Vane had embezzled the harbour fund. Mr Hallow said the fund was sound.\n"
TOLD = ("bribes", "shipping firm", "touched a penny", "assault", "a colleague", "embezzled")
NONE = ("No planned vote", "No vote that was held", "No denied claim", "no denial was found", "No claims were found")
"""What is said of an empty list, and is not true of one of which all is held back."""
WHOLE_TEXT = {"articles/art-open/index.html", "search/search_index.json"}
"""Where an article's own text stands, whose licence is open."""


DENIED = """---
title: Plans and members
published: 2031-03-06
---
A source close to the council said Ruth Delgado had stolen the plans.
Lars Orrin denied that Ruth Delgado had stolen the plans.

A council worker said Mr Orrin had bribed two members. Mr Orrin said the claim that he had bribed anyone was “nonsense”.

One aide said that Karl Brandt took £40,000 in return for the weir contract.
"""


def build(
    run: Run, folder: Path, policy: dict[str, object] | None = None, decisions: object = (), more: str = ""
) -> Path:
    plugin = {"explainer": {"publish": policy}} if policy else "explainer"
    settings = {
        "site_name": "Held",
        "site_url": "https://held.example/",
        "theme": {"name": "material", "font": False},
        "plugins": ["search", plugin],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    for name, text in {"open.md": OPEN, "closed.md": CLOSED, "untitled.txt": UNTITLED, "more.md": more}.items():
        path = folder / "seeds" / name
        path.parent.mkdir(exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "content/review").mkdir(parents=True, exist_ok=True)
    (folder / "content/review/desk.yml").write_text(yaml.safe_dump(decisions) if decisions else "")
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def telling(site: Path, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each file that has some words, with these; the theme's own files have no words of articles."""
    for folder, _, names in os.walk(site):
        for path in (Path(folder, name) for name in names):
            content = path.read_bytes().decode("utf-8", "replace")
            where = path.relative_to(site).as_posix()
            if not where.startswith("assets/"):
                yield from ((where, one) for one in words if one in content)


def ids(folder: Path, words: str) -> str:
    """The id of the claim with these words, as an editor finds it in the facts."""
    for path in (folder / "content/facts/articles").glob("*.yml"):
        for key, record in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if words in "".join(record.get("content", ())):
                return str(key)
    raise AssertionError(words)


def test_what_is_held_back_is_nowhere_until_it_is_confirmed(run: Run, tmp_path: Path) -> None:
    site = build(run, tmp_path)
    found = {*telling(site, TOLD)}
    assert {where for where, _ in found} == WHOLE_TEXT
    assert {words for _, words in found} == {"bribes", "shipping firm", "touched a penny"}
    page = (site / "articles/art-open/index.html").read_text(encoding="utf-8")
    assert page.count("bribes") == 1, "once, in the article's own text"
    assert "3&#32;facts that would stand here are held back" in page

    facts = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "content/facts/articles").glob("*.yml"))
    assert [words for words in TOLD if words not in facts] == [], "the facts keep everything"

    said = (site / "who-said-what/index.html").read_text(encoding="utf-8")
    assert "3&#32;grave allegations against named persons" in said
    people = {path.parent.name: path.read_text(encoding="utf-8") for path in (site / "who").glob("per-*/index.html")}
    notes = {text.partition('<aside class="ex-held"')[2].partition("</aside>")[0] for text in people.values()}
    assert len(people) > 2 and len(notes) == 1 and "" not in notes, "each person's page says the same"
    desk = (site / "to-review/index.html").read_text(encoding="utf-8")
    assert "explainer review" in desk and "A week in Harbourside" in desk

    confirmed = [{"target": ids(tmp_path, "bribes"), "op": "confirm"}]
    site = build(run, tmp_path, decisions=confirmed)
    shown = {where for where, words in telling(site, ("bribes",))}
    wanted = {
        "who-said-what/index.html",
        "who/per-tom-hallow/index.html",
        "data/story.json",
        "data/claims.csv",
        "feed.xml",
    }
    assert wanted <= shown
    person = (site / "who/per-tom-hallow/index.html").read_text(encoding="utf-8")
    assert "touched a penny" in person, "with its denial"
    assert {*telling(site, ("assault", "embezzled"))} == set()


def test_no_denial_by_somebody_who_is_named_publishes_what_is_held_back(run: Run, tmp_path: Path) -> None:
    site = build(run, tmp_path, more=DENIED)
    assert {*telling(site, ("stolen", "the plans", "bribed", "two members", "nonsense", "40,000"))} == set()
    page = (site / "articles/art-more/index.html").read_text(encoding="utf-8")
    assert "facts that would stand here are held back" in page
    theft = [{"target": ids(tmp_path, "stolen the plans"), "op": "confirm"}]
    site = build(run, tmp_path, more=DENIED, decisions=theft)
    said = (site / "who-said-what/index.html").read_text(encoding="utf-8")
    assert said.count("stolen the plans") > 1, "with the denial"
    assert {*telling(site, ("bribed", "nonsense", "40,000"))} == set()


def test_a_site_may_publish_only_what_was_confirmed(run: Run, tmp_path: Path) -> None:
    site = build(run, tmp_path, policy={"only_confirmed": ["claims", "votes"]})
    assert {*telling(site, ("the bridge was safe", "the budget was sound"))} <= {
        (where, "the bridge was safe") for where in WHOLE_TEXT
    }
    votes = (site / "votes/index.html").read_text(encoding="utf-8")
    assert "1&#32;fact that no editor has confirmed" in votes and "the budget" not in votes
    for where in ("votes", "who-said-what", "disputed", "."):
        page = unescape((site / where / "index.html").read_text(encoding="utf-8"))
        empty = page.count("Nothing is shown here; what is held back may belong here.")
        assert empty or where == "who-said-what", "an organization's claims are all that is left of it"
        assert [none for none in NONE if none in page] == [], where
    site = build(
        run,
        tmp_path,
        policy={"only_confirmed": ["claims", "votes"]},
        decisions=[{"target": ids(tmp_path, "the budget was sound"), "op": "confirm"}],
    )
    assert "the budget was sound" in (site / "who-said-what/index.html").read_text(encoding="utf-8")
