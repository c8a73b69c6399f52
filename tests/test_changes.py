"""What changed in the facts, as a site's readers find it: real sites in real git repositories."""

import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import lxml.html
import pytest
import yaml
from conftest import Run
from test_diff import git
from test_policy import OPEN, TOLD, build, ids, telling

from generator.facts.changes import IN_ONE
from generator.facts.telling import in_words
from generator.facts.told import distance
from generator.model.history import ToldChange, ToldField
from generator.pages import Options
from generator.pages.views.changes import commit_address, lines

pytestmark = pytest.mark.model
FACTS = "content/facts"


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "seeds", "content", "mkdocs.yml")
    git(folder, "commit", "-m", words)


@pytest.fixture(scope="module")
def made(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose facts were committed twice: as first read, and after a correction in an article."""
    tmp_path = tmp_path_factory.mktemp("changes")
    git(tmp_path, "init", "-b", "main")
    build(run, tmp_path)
    commit(tmp_path, "first")
    seed = tmp_path / "seeds/open.md"
    seed.write_text(OPEN.replace("Ada Finch said the bridge was safe", "Ada Finch said the bridge was sound"))
    settings = yaml.safe_load((tmp_path / "mkdocs.yml").read_text()) | {"repo_url": "https://github.com/desk/facts"}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    assert run("mkdocs", "build", "--strict", cwd=tmp_path).returncode == 0
    commit(tmp_path, "second")
    return tmp_path


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    """The same, for one test to change."""
    shutil.copytree(made, tmp_path / "site", ignore=shutil.ignore_patterns("site"))
    return tmp_path / "site"


def test_changes_are_told_newest_first_with_the_way_to_the_commit(run: Run, site: Path) -> None:
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    page, feed = site / "site/changes/index.html", site / "site/changes.xml"
    told = page.read_text(encoding="utf-8")
    newest, oldest = told.index("the bridge was sound"), told.index("articles&#58; 3 added")
    assert newest < oldest
    assert told.count('href="https://github.com/desk/facts/commit/') == 2
    entries = ET.parse(feed).getroot().findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 2
    assert all((one.findtext("{http://www.w3.org/2005/Atom}updated") or "").endswith("Z") for one in entries)
    assert "changes/" in (site / "site/data/index.html").read_text(encoding="utf-8")
    before = page.read_bytes(), feed.read_bytes()
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    assert (page.read_bytes(), feed.read_bytes()) == before

    # What the site holds back is counted, and not told, nor is what an editor rejected.
    assert {where for where, _ in telling(site / "site", TOLD)} == {
        "articles/art-open/index.html",
        "search/search_index.json",
    }
    assert "not told, since what they are about is held back or was rejected" in told
    rejected = ids(site, "the budget was sound")
    assert "the budget was sound" in told
    (site / "content/review/desk.yml").write_text(f"- {{target: {rejected}, op: reject, why: misread}}\n")
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    assert {*telling(site / "site", ("the budget was sound",))} == set()

    # A confirmed one is told, with its denial.
    (site / "content/review/desk.yml").write_text(f"- {{target: {ids(site, 'bribes')}, op: confirm}}\n")
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    told = page.read_text(encoding="utf-8")
    assert "bribes" in told and "touched a penny" in told


def test_changes_are_told_by_days_in_words_for_readers(run: Run, site: Path) -> None:
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    page = lxml.html.parse(site / "site/changes/index.html").getroot()
    # Both commits are of one day, and the newest stands open.
    assert len(page.xpath("//article//h2")) == 1
    assert [one.get("open") is not None for one in page.find_class("ex-revision")] == [True, False]
    told = " ".join(page.find_class("ex-revision")[0].text_content().split())
    assert "the bridge was sound" in told and "the article’s text: edited" in told, told
    raw = re.compile(r"seeds/open|\b(?:per|org|clm|vot|evt|art)-[a-z]|[a-z]_[a-z]")
    assert raw.findall(" ".join(one.text_content() for one in page.find_class("ex-revision"))) == []


def test_what_weighs_most_stands_first_and_a_title_says_whose_facts_changed(run: Run, site: Path) -> None:
    """In one commit Ms Finch's words are another's; in a second, a denial goes with its claim, which is held back."""
    seed = site / "seeds/open.md"
    was = seed.read_text()
    seed.write_text(was.replace("Councillor Ada Finch said the bridge", "Councillor Ida Marsh said the bridge"))
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    commit(site, "third")
    seed.write_text(
        seed.read_text().replace("Mr Hallow denied the claim. “I have never touched a penny,” he said.\n", "")
    )
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    commit(site, "fourth")
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    page = lxml.html.parse(site / "site/changes/index.html").getroot()
    fourth, third = (" ".join(one.text_content().split()) for one in page.find_class("ex-revision")[:2])
    flag = "words are given to somebody else: Ada Finch → Ida Marsh said: the bridge was sound"
    assert third.index("What weighs most") < third.index(flag) < third.index("changed claim: Ida Marsh said")
    assert third.startswith("Ida Marsh, Ada Finch, in “A week in Harbourside”: ")
    assert "What weighs most" not in fourth and "bribes" not in fourth
    feed = ET.parse(site / "site/changes.xml").getroot()
    (title, *_) = [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}title")][2:]
    assert (title or "").startswith("Ida Marsh, Ada Finch, in “A week in Harbourside”: articles: 1 changed")
    assert flag in (site / "site/changes.xml").read_text(encoding="utf-8")


def test_what_people_decided_is_told_with_its_reason_and_nothing_of_what_was_rejected(run: Run, site: Path) -> None:
    signed = "by: desk, on: 2031-01-20"
    (site / "content/review/desk.yml").write_text(
        f"- {{target: {ids(site, 'bridge was sound')}, op: set, field: act, expect: statement, value: allegation,"
        f" why: nobody measured it, {signed}}}\n"
        f"- {{target: {ids(site, 'the budget was sound')}, op: reject, why: she never said that, {signed}}}\n"
    )
    commit(site, "decisions")
    assert run("mkdocs", "build", "--strict", cwd=site).returncode == 0
    page = lxml.html.parse(site / "site/changes/index.html").getroot()
    newest = " ".join(page.find_class("ex-revision")[0].text_content().split())
    assert newest.startswith("decisions: 1 added")
    assert (
        "What people decided added desk, 20 January 2031: corrected claim: "
        "Ada Finch said (allegation): the bridge was sound (kind); nobody measured it" in newest
    )
    assert "1 change is not told" in newest
    assert {*telling(site / "site", ("the budget was sound", "she never said that"))} <= {
        ("corrections/index.html", "she never said that")
    }


def test_of_a_name_that_gave_way_to_another_both_are_told(run: Run, site: Path) -> None:
    (site / "content/review/desk.yml").write_text(
        "- {target: per-ada-finch, op: rename, expect: Ada Finch, value: Adele Finch, why: the register}\n"
        "- {target: per-tom-hallow, op: merge, into: per-ada-finch, why: a test}\n"
    )
    commit(site, "names")
    assert run("mkdocs", "build", cwd=site).returncode == 0
    page = lxml.html.parse(site / "site/changes/index.html").getroot()
    newest = " ".join(page.find_class("ex-revision")[0].text_content().split())
    assert "renamed person: Ada Finch → Adele Finch; the register" in newest
    assert "joined person: Tom Hallow → Adele Finch; a test" in newest


def test_fields_and_their_values_are_told_in_the_sites_words() -> None:
    fields = (
        ToldField(name="nested_in", old=None, new="“it was safe”"),
        ToldField(name="act", old="no-comment", new="denial"),
        ToldField(name="tense", old="current", new="former"),
        ToldField(name="some_new_field", old="a", new=None),
    )
    change = ToldChange(line="claim: x", how="changed", fields=fields)
    assert lines(change, Options().words).fields == (
        "told within: nothing → “it was safe”",
        "kind: no comment → denial",
        "current or former: current → former",
        "some new field: a → nothing",
    )


def test_days_are_told_in_words_and_what_is_quoted_stays_as_it_is() -> None:
    fields = (ToldField(name="when", old="“on 2031-03-04”, 2031-03-04", new="2031-03-06/2031-03-12"),)
    change = ToldChange(
        line="desk, 2031-01-20: confirmed vote", how="added", fields=fields, denials=("no (2031-01-21)",)
    )
    told = lines(change, Options().words)
    assert told.change == "desk, 20 January 2031: confirmed vote"
    assert told.fields == ("when: “on 2031-03-04”, 4 March 2031 → 6 to 12 March 2031",)
    assert told.denials == ("no (21 January 2031)",)


def test_where_voters_stood_is_told_in_words() -> None:
    stood = [
        {"voter": "per-lee", "option": "against", "count": None, "kind": "declared"},
        {"voter": "MPs", "option": "for", "count": 34, "kind": "cast"},
    ]
    assert in_words(stood, {"per-lee": "Ann Lee"}) == ("Ann Lee: against, declared beforehand … MPs: for, 34, as voted")


def test_a_shallow_clone_tells_no_article_as_new(
    run: Run, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    clone = tmp_path_factory.mktemp("clone") / "site"
    git(site, "clone", "--depth", "1", f"file://{site}", str(clone))
    (clone / "docs").mkdir()
    done = run("mkdocs", "build", "--strict", cwd=clone)
    assert done.returncode == 0 and "Traceback" not in done.stderr
    told = (clone / "site/changes/index.html").read_text(encoding="utf-8")
    assert "tells of no change" in told and "added" not in told


def test_without_git_there_is_no_page_of_changes(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    site = build(run, tmp_path)
    assert not (site / "changes").exists() and not (site / "changes.xml").exists()


def test_a_large_change_is_told_in_part(run: Run, tmp_path: Path) -> None:
    git(tmp_path, "init", "-b", "main")
    build(run, tmp_path)
    names = ("Abel", "Baker", "Carter", "Dalton", "Ellis", "Foster", "Grant", "Hughes", "Irwin", "Jarvis", "Kemp")
    things = ("pier", "road", "mill", "quay")
    lines = [f"Councillor {name} said the {thing} was safe." for name in names for thing in things]
    (tmp_path / "seeds/long.txt").write_text("\n\n".join(lines), encoding="utf-8")
    assert run("mkdocs", "build", "--strict", cwd=tmp_path).returncode == 0
    commit(tmp_path, "first")
    assert run("mkdocs", "build", "--strict", cwd=tmp_path).returncode == 0
    told = (tmp_path / "site/changes/index.html").read_text(encoding="utf-8")
    assert told.count("ex-how--added") == IN_ONE
    assert "more changes are not told here" in told
    (page,) = lxml.html.fromstring(told).find_class("ex-revision")
    lines_ = [" ".join(one.text_content().split()) for one in page.xpath(".//ul[@class='ex-changes']/li")]
    # Which articles, then what they tell; names, of which most tell something above, are what is left out.
    assert len([one for one in lines_ if one.startswith("added article: ")]) == len(
        list((tmp_path / "seeds").iterdir())
    )
    assert "added person: Abel" not in lines_ and any("said: the pier was safe" in one for one in lines_)


@pytest.mark.parametrize(
    "repository, address",
    [
        ("https://github.com/desk/facts", "https://github.com/desk/facts/commit/abc"),
        ("https://github.com/desk/facts/", "https://github.com/desk/facts/commit/abc"),
        ("https://gitlab.com/desk/facts", "https://gitlab.com/desk/facts/-/commit/abc"),
        ("https://bitbucket.org/desk/facts", "https://bitbucket.org/desk/facts/commits/abc"),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_where_a_commit_is_shown(repository: str | None, address: str | None) -> None:
    assert commit_address(repository, "abc") == address


@pytest.mark.parametrize(
    ("duration", "told"),
    [
        ("P-1D", "1 day before publication"),
        ("P-2W", "14 days before publication"),
        ("P0D", "the day of publication"),
        ("PT-6H", "some hours before publication"),
        ("P10D", "10 days after publication"),
        ("P-0W", "some days before publication"),
    ],
)
def test_a_time_known_by_its_distance_is_told_in_words(duration: str, told: str) -> None:
    assert distance(duration) == told
