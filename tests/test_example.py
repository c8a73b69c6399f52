"""The example of many articles: it builds, and its facts are a careful reader's (examples/harbours/expected.yml)."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run
from example.facts import Entry, Facts
from example.reaching import REACHES
from example.wrong import wrong

from generator.model.words import DiscrepancyKind
from generator.refresh import Refreshed, refresh
from generator.settings import load_settings

pytestmark = pytest.mark.model
EXAMPLE = Path(__file__).parent.parent / "examples/harbours"
EXPECTED: dict[str, Any] = yaml.safe_load((EXAMPLE / "expected.yml").read_text(encoding="utf-8"))
SIDES = ("unnamed", "named")
NOT_YET: dict[str, list[Entry]] = EXPECTED["not_yet"]


def entries(expected: dict[str, Any]) -> list[Any]:
    """Each expectation with its kind, named by its first words."""
    return [
        pytest.param(kind, one, id=f"{kind}-{' '.join(str(value) for value in one.values())[:60]}")
        for kind in REACHES
        for one in expected.get(kind) or ()
    ]


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Refreshed:
    folder = tmp_path_factory.mktemp("example") / "site"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("site"))
    return refresh(load_settings(folder / "mkdocs.yml"))


@pytest.fixture(scope="module")
def machine(refreshed: Refreshed) -> Facts:
    """The facts as the program reads them."""
    return Facts(refreshed.story)


@pytest.fixture(scope="module")
def site(refreshed: Refreshed) -> Facts:
    """The facts as the pages show them, with the decisions of content/review applied."""
    return Facts(refreshed.reviewed.story)


@pytest.mark.parametrize(("kind", "expected"), entries(EXPECTED))
def test_the_facts_reach_it(site: Facts, kind: str, expected: Entry) -> None:
    assert REACHES[kind](site, expected)


@pytest.mark.parametrize(("kind", "expected"), entries(NOT_YET))
def test_the_facts_do_not_reach_it_yet(site: Facts, kind: str, expected: Entry) -> None:
    assert expected["why"]
    assert not REACHES[kind](site, expected), "it is reached now: move the line out of not_yet"


def test_nothing_else_is_stated(site: Facts) -> None:
    everything = {kind: [*EXPECTED[kind], *NOT_YET.get(kind, ())] for kind in REACHES}
    assert wrong(site, everything) == {one["stated"] for one in EXPECTED["wrong_yet"]}


@pytest.mark.parametrize("name", EXPECTED["joined_by_decision"])
def test_people_of_two_spellings_are_joined_by_a_person_alone(machine: Facts, site: Facts, name: str) -> None:
    (alone,) = machine.called(name)
    (joined,) = site.called(name)
    assert alone.name == name != joined.name


def test_an_unnamed_source_is_never_joined_with_who_names_herself(site: Facts) -> None:
    for pair in EXPECTED["unnamed_and_named"]:
        unnamed = site.claims(pair["unnamed"]["in"], pair["unnamed"]["words"])
        named = site.claims(pair["named"]["in"], pair["named"]["words"])
        assert unnamed and not any(claim.speaker for claim in unnamed)
        assert any(pair["named"]["who"] in site.names(claim.speaker) for claim in named)
        both = {claim.id for claim in (*unnamed, *named)}
        assert not any(len({report.record for report in one.reports} & both) > 1 for one in site.story.claims)


def test_words_that_one_article_names_a_source_of_and_another_does_not_are_shown_as_two_claims(site: Facts) -> None:
    shown = [pair for pair in EXPECTED["unnamed_and_named"] if "shown" in pair]
    told = [one for one in site.story.discrepancies if one.kind is DiscrepancyKind.SOURCE]
    assert [one.about for one in told] == [pair["shown"] for pair in shown]
    for one, pair in zip(told, shown, strict=True):
        assert [value.article.removeprefix("art-") for value in one.values] == [pair[side]["in"] for side in SIDES]
        assert one.values[1].value == pair["named"]["who"] != one.values[0].value


def test_each_namesake_is_given_the_right_words(site: Facts) -> None:
    for namesakes in EXPECTED["namesakes"]:
        for said in namesakes["said"]:
            (claim,) = site.claims(said["in"], said["words"])
            (speaker,) = [one for one in site.story.people if one.id == claim.speaker]
            assert speaker.name == namesakes["name"]
            assert set(speaker.articles) == {f"art-{article}" for article in namesakes["articles"][said["by"]]}


def test_all_articles_tell_one_story_once_the_namesakes_are_told_apart(refreshed: Refreshed) -> None:
    (line,) = refreshed.reviewed.story.storylines
    assert line.id == "sto-2031-03-04-albion-courier"
    assert set(line.articles) == set(refreshed.articles)


def test_no_decision_is_stale(refreshed: Refreshed) -> None:
    assert not refreshed.reviewed.stale and not refreshed.errors and not refreshed.notes


def test_it_builds_with_one_command(run: Run, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "example", ignore=shutil.ignore_patterns("site"))
    done = run("mkdocs", "build", "--strict", cwd=tmp_path / "example")
    assert done.returncode == 0, done.stderr
