"""`explainer review`: an editor's keys go in, decisions lie in their file (cases in keys.yml)."""

import datetime
import os
import re
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import Run
from facts.stories import TEXT, article_facts, claim, quoted, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles import read_article
from generator.cli import main
from generator.extract.version import extractor_version
from generator.facts import read_review, write_article_facts, write_story
from generator.model.names import sort_name
from generator.refresh import refresh
from generator.settings import Settings

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "keys.yml").read_text(encoding="utf-8"))
AS_READ = re.compile(r"  as_read: .*\n")
TODAY = datetime.date.today().isoformat()
DESK = "content/review/desk.yml"
CODE = "from generator.cli import main; main(prog_name='explainer')"

ADDED = """
- target: art-000-34e8a8b7c3646480
  op: add
  field: claims
  value:
    speaker: per-elon-musk
    attribution: named-person
    mode: indirect
    act: statement
    source: Musk
    cue: criticize
    content: [the government]
    evidence:
    - exact: Musk had used his social media platform X to criticize the government
  why: the program passed over it
  by: desk
  on: 2025-01-20
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose facts are the usual ones, as if the program had read them from its article."""
    (tmp_path / "mkdocs.yml").write_text("plugins: [explainer]\n")
    seed = tmp_path / "seeds/a.txt"
    seed.parent.mkdir()
    seed.write_text(TEXT, encoding="utf-8")
    with_facts(tmp_path)
    return tmp_path


def with_facts(site: Path, name: str = "a", **lists: list[dict[str, Any]]) -> None:
    facts = article_facts(f"art-{name}", **lists)
    sha256 = read_article(site / f"seeds/{name}.txt").sha256
    known = {"path": f"seeds/{name}.txt", "sha256": sha256, "extractor": extractor_version(None)}
    facts = facts.model_copy(update={"article": facts.article.model_copy(update=known)})
    write_article_facts(site / "content/facts", facts)
    write_story(site / "content/facts", story(facts))


def review(site: Path, keys: list[str], *options: str) -> Result:
    call = ["review", "-f", str(site / "mkdocs.yml"), "--by", "desk", *options]
    return CliRunner().invoke(main, call, input="".join(f"{key}\n" for key in keys))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_keys(case: dict[str, Any], site: Path) -> None:
    desk = site / DESK
    if "before" in case:
        desk.parent.mkdir(parents=True)
        desk.write_bytes(case["before"].encode())
    result = review(site, case["keys"])
    assert result.exit_code == case.get("exit", 0), result.output
    written = desk.read_bytes().decode() if desk.exists() else ""
    assert AS_READ.sub("", written) == case.get("before", "") + case.get("added", "").replace("TODAY", TODAY)
    assert [words for words in case.get("shows", ()) if words.replace("TODAY", TODAY) not in result.stdout] == []
    assert [words for words in case.get("tells", ()) if words not in result.stderr] == []


def test_a_decision_says_what_it_was_made_on(site: Path) -> None:
    review(site, ["k", "c", "c", *"kkkkk", "q"])
    assert AS_READ.findall((site / DESK).read_text(encoding="utf-8")) == [
        "  as_read: {article: art-a, fields: {status: planned}, words: [a motion], "
        "evidence: [{exact: Mr Ray will put a motion to a vote on Monday.}]}\n",
        "  as_read: {article: art-a, fields: {speaker: per-ann-lee, attribution: named-person, act: statement}, "
        "words: [the bridge would close], evidence: [{exact: the bridge would close}]}\n",
    ]


def test_nothing_but_the_file_that_is_named_is_written(site: Path) -> None:
    review(site, ["q"])
    before = contents(site)
    assert review(site, ["c", "k", "s", "act", "q"], "--file", str(site / "content/review/mine.yml")).exit_code == 0
    after = contents(site)
    assert after.pop("content/review/mine.yml").count(b"- target") == 1
    assert after == before


def test_a_file_that_would_not_be_read_is_refused(site: Path) -> None:
    result = review(site, ["c"], "--file", str(site / "mine.yml"))
    assert (result.exit_code, "decisions are not read from this file" in result.stderr) == (1, True)
    assert not (site / "mine.yml").exists()


def test_what_is_wrong_in_another_file_is_told_and_the_walk_goes_on(site: Path) -> None:
    other = site / "content/review/zoe.yml"
    other.parent.mkdir(parents=True)
    other.write_text("- {target: clm-council-222222, op: confrm}\n")
    result = review(site, ["c", "q"])
    assert result.stderr.count("content/review/zoe.yml:1: there is no op “confrm”") == 1
    assert (result.exit_code, b"clm-council-222222" in (site / DESK).read_bytes()) == (1, True)


def test_a_bare_name_is_that_of_a_file_among_the_decisions(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert review(site, ["c", "q"], "--file", "nia.yml").exit_code == 0
    assert b"clm-council-222222" in (site / "content/review/nia.yml").read_bytes()
    assert not (site / "nia.yml").exists()


def test_who_decides_is_said_to_be_needed_where_nobody_answers(site: Path) -> None:
    asked = CliRunner().invoke(main, ["review", "-f", str(site / "mkdocs.yml")], input="")
    assert (asked.exit_code, "a decision says who made it; add --by NAME" in asked.stderr) == (1, True)
    assert "Aborted" not in asked.output


def test_who_decides_is_asked_for(site: Path) -> None:
    call = ["review", "-f", str(site / "mkdocs.yml")]
    assert CliRunner().invoke(main, call, input="Zoë\nc\n").exit_code == 0
    assert "  by: Zoë\n" in (site / DESK).read_text(encoding="utf-8")
    nameless = CliRunner().invoke(main, call, input="\nc\n")
    assert (nameless.exit_code, "a decision says who made it; add --by NAME" in nameless.stderr) == (1, True)


def test_when_all_is_decided_nobody_is_asked_anything(site: Path) -> None:
    assert "left to review: 0" in review(site, ["c"] * 8).stderr
    again = CliRunner().invoke(main, ["review", "-f", str(site / "mkdocs.yml")], input="")
    assert (again.exit_code, again.stderr) == (0, "Nothing is left to review.\n")


def test_a_decision_that_another_file_contradicts_is_refused(site: Path) -> None:
    other = site / "content/review/zoe.yml"
    other.parent.mkdir(parents=True)
    other.write_text("- {target: clm-council-222222, op: note, why: look}\n")
    result = review(site, ["r", "not said", "q"])
    assert "content/review/zoe.yml:1: clm-council-222222 was rejected before" in result.stderr
    assert not (site / DESK).exists()


def test_what_an_article_says_turns_no_text_around(site: Path) -> None:
    seed = site / "seeds/a.txt"
    article = site / "content/facts/articles/art-a.yml"
    seed.write_text(TEXT.replace("The council", "\u202eThe council"), encoding="utf-8")
    written = article.read_text(encoding="utf-8")
    article.write_text(written.replace(written.split("sha256: '")[1][:64], read_article(seed).sha256))
    result = review(site, ["q"])
    assert "»[U+202E]The council denied the claim.«" in result.stdout


def test_what_is_shown_again_counts_among_what_is_left(site: Path) -> None:
    shown = review(site, ["n", "odd", "s", "act", "statement", "why", "k", "q"]).stdout
    assert [int(count) for count in re.findall(r"^(\d) left", shown, re.MULTILINE)] == [8, 8, 8, 7]


def test_a_decision_goes_with_words_that_are_nearly_the_same_and_both_commands_say_so(site: Path) -> None:
    review(site, ["c", "q"])
    with_facts(site, claims=[claim("clm-council-999999", "claim", act="denial")])
    note = (
        f"{DESK}:3: the decision on clm-council-222222 now goes to clm-council-999999: its words are nearly the same\n"
    )
    checked = CliRunner().invoke(main, ["check", "-f", str(site / "mkdocs.yml")])
    assert (checked.exit_code, checked.stderr) == (0, note)
    shown = review(site, ["q"])
    assert (shown.stderr.count(note), "clm-council-999999" in shown.stdout) == (1, False)


def test_a_claim_that_was_confirmed_and_is_given_to_somebody_else_is_decided_anew(site: Path) -> None:
    review(site, ["k", "k", "c", "q"])
    with_facts(site, claims=[claim("clm-ann-lee-111111", "the bridge would close", speaker="per-bo-ray")])
    shown = review(site, ["k", "c", "q"])
    was, now = "Ann Lee (per-ann-lee)", "Bo Ray (per-bo-ray)"
    assert f"speaker of clm-ann-lee-111111 was “{was}” when it was confirmed and is now “{now}”" in shown.stdout
    assert (refresh(Settings(project=site)).reviewed.stale, shown.stderr.count("left to review: 6")) == ((), 1)


PEOPLE = [
    {
        "id": f"per-{name.lower().replace(' ', '-')}",
        "name": name,
        "sort_name": sort_name(name),
        "evidence": [quoted(words)],
    }
    for name, words in (("Ann Lee", "Ann Lee"), ("Bo Ray", "Mr Ray"), ("Ann Lees", "she"))
]


def test_two_who_may_be_one_are_shown_with_their_evidence_and_joined_by_a_key_alone(site: Path) -> None:
    with_facts(site, people=PEOPLE)
    shown = review(site, ["k"], "people")
    assert not (site / DESK).exists()
    for words in ("1 left · one person? · names that are spelt almost alike", "»Ann Lee«", "»she« told MPs"):
        assert words in shown.stdout
    joined = review(site, ["m", "", "m", "her name in full", "u", "d", "two sisters", "q"], "people")
    assert (joined.exit_code, "decisions added: 1; left to review: 0" in joined.stderr) == (0, True)
    (placed,), _ = read_review(site / "content/review")
    assert placed.decision.model_dump(exclude_unset=True, mode="json") == {
        "target": "per-ann-lee",
        "op": "distinct",
        "into": "per-ann-lees",
        "why": "two sisters",
        "by": "desk",
        "on": TODAY,
    }
    told = "No two people are left who may be one; `explainer review` goes through the facts.\n"
    assert review(site, [], "people").stderr == told
    assert review(site, [], "organizations").stderr.startswith("No two organizations are left that may be one")


def test_two_bodies_that_may_be_one_are_shown_and_joined_by_a_key_alone(site: Path) -> None:
    (site / "seeds/b.txt").write_text("The town council met.\n", encoding="utf-8")
    body = {"id": "org-town-council", "name": "town council", "evidence": [quoted("town council")]}
    nothing: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("people", "memberships", "claims", "votes", "events")
    }
    with_facts(site, "b", organizations=[body], **nothing)
    shown = review(site, ["k"], "organizations")
    assert not (site / DESK).exists()
    for words in ("1 left · one body? · one name is a part of the other", "The »town council« met."):
        assert words in shown.stdout
    joined = review(site, ["m", "the same one"], "organizations")
    assert (joined.exit_code, "decisions added: 1; left to review: 0" in joined.stderr) == (0, True)
    (placed,), _ = read_review(site / "content/review")
    assert (placed.decision.op, placed.decision.target, placed.decision.into) == (
        "merge",
        "org-council",
        "org-town-council",
    )


ANSWERS = ["c", "r", "s", "n", "k", "u", "?", "", "act", "allegation", "speaker", "bo ray", "null", "name", "# - a: b"]
BEFORE = b"# ours\r\n- target: clm-council-222222  # look again\r\n  op: note\r\n  why: odd"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(ANSWERS), max_size=25))
def test_whatever_is_typed_the_file_is_what_it_was_and_decisions_that_fit(site: Path, keys: list[str]) -> None:
    desk = site / DESK
    desk.parent.mkdir(parents=True, exist_ok=True)
    desk.write_bytes(BEFORE)
    result = review(site, keys)
    assert result.exit_code == 0, result.output
    assert desk.read_bytes().startswith(BEFORE)
    refreshed = refresh(Settings(project=site))
    assert (refreshed.errors, refreshed.reviewed.stale) == ((), ())
    assert f"decisions added: {len(refreshed.decisions) - 1};" in result.stderr


class Terminal:
    """The command on a terminal of its own, which somebody types at and reads."""

    def __init__(self, site: Path) -> None:
        self.ours, theirs = pytest.importorskip("pty", reason="this system has no terminals to try it in").openpty()
        environment = os.environ | {"PYTHONPATH": str(HERE.parent), "TERM": "xterm-256color", "COLUMNS": "60"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", CODE, "review", "--by", "desk"],
            cwd=site,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0),
        )
        os.close(theirs)
        self.shown = ""

    def until(self, words: str, *, pressing: str = "") -> str:
        """What is shown until some words come; a key may be pressed again and again until they do."""
        begin, deadline = len(self.shown), monotonic() + 60
        while words not in self.shown[begin:]:
            assert monotonic() < deadline, repr(self.shown)
            if select.select([self.ours], [], [], 1)[0]:
                self.shown += os.read(self.ours, 1 << 16).decode()
            else:
                self.type(pressing)
        return self.shown[begin:]

    def press(self, key: str) -> None:
        """Press a key once it is waited for; what is pressed before is dropped, so that nobody decides unseeing."""
        termios, deadline = pytest.importorskip("termios"), monotonic() + 60
        while termios.tcgetattr(self.ours)[3] & termios.ICANON:
            assert monotonic() < deadline, repr(self.shown)
            sleep(0.01)
        self.type(key)

    def type(self, words: str) -> None:
        os.write(self.ours, words.encode())


def test_on_a_terminal_one_key_decides_and_evidence_is_in_bold(site: Path) -> None:
    terminal = Terminal(site)
    assert "The council denied \x1b[1mthe claim\x1b[0m" in terminal.until("? help: ")
    terminal.press("r")
    terminal.until("Why:")
    terminal.type("he did not\n")
    assert "7 left" in terminal.until("? help: ")
    terminal.press("q")
    terminal.until("left to review: 7")
    assert terminal.process.wait(30) == 0
    assert "  op: reject\n  why: he did not\n" in (site / DESK).read_text(encoding="utf-8")


@pytest.mark.parametrize(("key", "question"), [("?", "? help: "), ("r", "Why:"), ("s", "Field")])
def test_interrupted_it_stops_with_what_was_decided(site: Path, key: str, question: str) -> None:
    terminal = Terminal(site)
    terminal.until("? help: ")
    terminal.press("c")
    terminal.until("? help: ")
    terminal.press(key)
    terminal.until(question)
    assert "Traceback" not in terminal.until("Aborted!", pressing="\x03")
    assert terminal.process.wait(30) == 1
    decisions, errors = read_review(site / "content/review")
    assert ([placed.decision.target for placed in decisions], errors) == (["clm-council-222222"], ())


def test_a_reviewed_site_builds_and_shows_what_was_decided(
    run: Run, copy_project: Callable[[Path], Path], tmp_path: Path
) -> None:
    folder = copy_project(tmp_path / "site")
    with (folder / DESK).open("a", encoding="utf-8") as desk:
        desk.write(ADDED)
    before = (folder / DESK).read_bytes()
    keys = "c\nr\nnot a claim of its own\nn\nsee the correction\nq\n"
    done = subprocess.run(
        [sys.executable, "-c", CODE, "review", "--by", "the <desk>"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(HERE.parent)},
        input=keys,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (folder / DESK).read_bytes().startswith(before)
    built = run("mkdocs", "build", "--strict", cwd=folder)
    assert built.returncode == 0, built.stderr
    page = (folder / "site/who-said-what/index.html").read_text(encoding="utf-8")
    assert page.count("confirmed by a person") == 1
    assert page.count("added by a person") == 1
    assert "the program passed over it" in page
    assert "the &lt;desk&gt;" in page or "the &#60;desk&#62;" in page
