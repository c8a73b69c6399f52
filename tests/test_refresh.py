"""From seeds to the story: only what is stale is read again, and nothing that is right is ever lost or touched.

The extractor is a stub here, which finds one event: the first line.
"""

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import refresh as stage
from generator.cli import main
from generator.errors import ExtractionError, PipelineError, UnreadError
from generator.extract.findings import EventFinding, Findings
from generator.extract.records import facts_of
from generator.extracting import Reading, reading
from generator.facts import FactsCheck, article_path
from generator.model.article import Article
from generator.model.facts import ArticleFacts
from generator.refresh import all_decided, refresh
from generator.settings import Settings

Write = Callable[[str, str], None]


def read(article: Article, pipeline: str | None = None) -> ArticleFacts:
    """The stub; a text with the word `trip` trips it."""
    if "trip" in article.text:
        raise ExtractionError("tripped", file=article.path)
    line = (0, article.text.index("\n"))
    event = EventFinding(id=f"evt-{article.id}", what=article.text[: line[1]], spans=(line,))
    version = stage.extractor_version(pipeline)
    return facts_of(article, Findings(events=(event,)), sentences=[line], extractor=version)


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "extract", read)
    monkeypatch.setattr(stage, "extractor_version", lambda pipeline: f"1 {pipeline}")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(project=tmp_path)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, text: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    write("seeds/a.txt", "One.\n")
    write("seeds/b.txt", "Two.\n")
    return write


def times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}


def test_everything_is_read_once_and_then_nothing_is_touched(settings: Settings, write: Write) -> None:
    first = refresh(settings)
    before = times(settings.facts_folder)
    again = refresh(settings)
    assert (first.read, again.read, again.changed) == (("art-a", "art-b"), (), ())
    assert times(settings.facts_folder) == before
    assert first.story == again.story
    assert {key: article.text for key, article in again.articles.items()} == {"art-a": "One.\n", "art-b": "Two.\n"}
    assert FactsCheck(settings.facts_folder).finish(again.articles) == ()


@pytest.mark.parametrize(
    ("name", "text"), [("seeds/b.txt", "Three.\n"), ("seeds/b.yml", "title: B\n")], ids=["its text", "its sidecar"]
)
def test_only_the_article_that_changed_is_read_again(settings: Settings, write: Write, name: str, text: str) -> None:
    refresh(settings)
    write(name, text)
    again = refresh(settings)
    assert again.read == ("art-b",)
    assert again.changed == (article_path(settings.facts_folder, "art-b"),)


def test_another_extractor_reads_everything_again(settings: Settings, write: Write) -> None:
    refresh(settings)
    assert refresh(settings.model_copy(update={"pipeline": "other"})).read == ("art-a", "art-b")


@pytest.mark.parametrize("damage", ["", "art-b: [", "art-b: {path: seeds/b.txt}\n"])
def test_facts_that_cannot_be_read_are_read_from_the_article_again(
    settings: Settings, write: Write, damage: str
) -> None:
    refresh(settings)
    path = article_path(settings.facts_folder, "art-b")
    right = path.read_bytes()
    path.write_text(damage, encoding="utf-8")
    assert refresh(settings).read == ("art-b",)
    assert path.read_bytes() == right


def test_an_interrupted_run_goes_on_from_there(settings: Settings, write: Write) -> None:
    def stop_before_the_second(readings: Iterable[Reading], total: int) -> Iterable[Reading]:
        assert total == 2
        yield next(iter(readings))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(settings, progress=stop_before_the_second)
    assert article_path(settings.facts_folder, "art-a").exists()
    assert refresh(settings).read == ("art-b",)


def test_facts_go_with_their_seed_and_stay_while_it_is_only_unreadable(settings: Settings, write: Write) -> None:
    refresh(settings)
    (settings.seeds_folder / "a.txt").unlink()
    write("seeds/b.txt", "")
    again = refresh(settings)
    assert [str(error) for error in again.errors] == [
        "seeds/b.txt: the seed is empty; write the article into it or remove it"
    ]
    assert again.changed == (article_path(settings.facts_folder, "art-a"),)
    assert article_path(settings.facts_folder, "art-b").exists()
    assert again.story.articles == ()


def test_an_article_that_trips_the_extractor_is_told_of_and_the_others_go_on(settings: Settings, write: Write) -> None:
    write("seeds/a.txt", "A trip.\n")
    told = refresh(settings)
    assert told.read == ("art-b",)
    assert [str(error) for error in told.errors] == ["seeds/a.txt: tripped"]


def test_what_an_older_extractor_read_is_kept_where_the_new_one_trips(
    settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = refresh(settings)

    def trips(article: Article, pipeline: str | None) -> ArticleFacts:
        raise ExtractionError("tripped", file=article.path)

    monkeypatch.setattr(reading, "extract", trips)
    after = refresh(settings.model_copy(update={"pipeline": "other"}))
    assert len(after.errors) == 2
    assert after.story == before.story
    assert after.changed == ()


def test_a_pipeline_that_cannot_be_used_stops_and_changes_nothing(
    settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(settings)
    before = times(settings.facts_folder)

    def no_pipeline(article: Article, pipeline: str | None) -> ArticleFacts:
        raise PipelineError("the pipeline is not installed", mend="install it")

    monkeypatch.setattr(reading, "extract", no_pipeline)
    with pytest.raises(PipelineError, match="the pipeline is not installed; install it"):
        refresh(settings.model_copy(update={"pipeline": "other"}))
    assert times(settings.facts_folder) == before


def test_frozen_tells_what_would_change_and_changes_nothing(settings: Settings, write: Write) -> None:
    refresh(settings)
    write("seeds/b.txt", "Three.\n")
    (settings.seeds_folder / "a.txt").unlink()
    before = times(settings.facts_folder)
    told = refresh(settings, frozen=True)
    assert sorted(path.name for path in told.changed) == ["art-a.yml", "art-b.yml"]
    assert times(settings.facts_folder) == before


def test_frozen_reads_nothing_again_that_another_version_read(
    settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(settings)
    monkeypatch.setattr(stage, "extractor_version", lambda pipeline: "a new one")
    told = refresh(settings, frozen=True)
    paths = tuple(article_path(settings.facts_folder, one) for one in ("art-a", "art-b"))
    assert (told.read, told.outdated, told.changed) == ((), ("art-a", "art-b"), paths)
    assert [facts.article.id for facts in told.story.articles] == ["art-a", "art-b"]


def test_check_says_at_once_that_another_version_read_the_articles(
    settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("mkdocs.yml", "plugins: [explainer]\n")
    monkeypatch.chdir(settings.project)
    refresh(settings)
    monkeypatch.setattr(stage, "extractor_version", lambda pipeline: "a new one")
    monkeypatch.setattr(stage, "extract_all", None)  # Whoever read an article would trip over this.
    told = "2 articles were read by another version of the extractor"
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, done.stderr) == (0, f"{told}; `mkdocs build` reads them again\n")
    done = CliRunner().invoke(main, ["check", "--frozen"])
    problem = f"{settings.facts_folder}/articles: {told}; run `mkdocs build` and review the change\n"
    assert (done.exit_code, done.stderr.endswith(problem.removeprefix(f"{settings.project}/"))) == (1, True)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_an_edit_by_hand_is_seen_and_undone(settings: Settings, write: Write, end: bytes) -> None:
    refresh(settings)
    path = article_path(settings.facts_folder, "art-a")
    written = path.read_bytes()
    path.write_bytes(written.replace(b"\n", end))
    assert refresh(settings, frozen=True).changed == ()
    path.write_bytes(written.replace(b"participants: []", b"participants: [Ann Lee]").replace(b"\n", end))
    assert refresh(settings, frozen=True).changed == (path,)
    assert refresh(settings).read == ("art-a",)
    assert path.read_bytes() == written


def test_decisions_are_applied_to_the_story_and_never_to_the_facts(settings: Settings, write: Write) -> None:
    refresh(settings)
    before = times(settings.facts_folder)
    write(
        "content/review/desk.yml",
        "- {target: evt-art-a, op: reject, why: nothing}\n- {target: evt-gone, op: confirm}\n",
    )
    told = refresh(settings)
    events = {facts.article.id: facts.events for facts in told.reviewed.story.articles}
    assert (events["art-a"], len(events["art-b"])) == ((), 1)
    assert told.reviewed.marks["evt-art-a"][0].why == "nothing"
    assert [(one.placed.file, one.placed.line) for one in told.reviewed.stale] == [("content/review/desk.yml", 2)]
    assert (told.changed, times(settings.facts_folder)) == ((), before)


def test_what_was_guessed_is_noted_with_its_file(settings: Settings, write: Write) -> None:
    (settings.seeds_folder / "c.txt").write_bytes(b"He said \x93no\x94.\n")
    (note,) = refresh(settings).notes
    assert note.startswith("seeds/c.txt: not UTF-8, read as cp1252")


WITHOUT_SPACY = """
import sys
from pathlib import Path
from generator.refresh import all_decided, refresh
from generator.settings import Settings

told = refresh(Settings(project=Path(sys.argv[1])))
assert told.read == () and len(told.articles) == 2, told
assert not {"spacy", "thinc", "trafilatura"} & sys.modules.keys()
"""


def test_with_nothing_stale_the_pipeline_is_not_even_imported(
    settings: Settings, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(reading, "extract", read)
    refresh(settings)
    subprocess.run([sys.executable, "-c", WITHOUT_SPACY, str(settings.project)], check=True)


@pytest.mark.parametrize("broken", ["- {target: evt-art-a, op: reject}\n- [\n", "target: evt-art-a\n"])
def test_nothing_is_published_while_decisions_cannot_be_read(settings: Settings, write: Write, broken: str) -> None:
    write("content/review/desk.yml", broken)
    with pytest.raises(UnreadError, match=r"content/review/desk\.yml"):
        all_decided(refresh(settings))


def test_one_decision_that_is_wrong_keeps_no_site_from_being_published(settings: Settings, write: Write) -> None:
    write("content/review/desk.yml", "- {target: evt-art-a, op: reject, why: no}\n- {target: evt-art-b, op: rejct}\n")
    made = all_decided(refresh(settings))
    assert (len(made.errors), list(made.reviewed.marks)) == (1, ["evt-art-a"])
