"""`explainer diff` over a real git repository: any two revisions, nothing checked out, no language pipeline loaded."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from facts.stories import article_facts, claim, story

from generator.facts import write_article_facts, write_story

GIT = {
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
}
ONE, TWO, THREE = (
    claim(f"clm-x-{n * 111111}", words) for n, words in ((1, "it shut"), (2, "trams run"), (3, "all pay"))
)


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=os.environ | GIT, check=True, capture_output=True)


def python(folder: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent), "GIT_CEILING_DIRECTORIES": "/tmp"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def explainer(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return python(folder, "from generator.cli import main; main(prog_name='explainer')", *arguments)


def write(site: Path, *claims: object) -> None:
    facts = article_facts("art-a", claims=list(claims))
    write_article_facts(site / "content/facts", facts)
    write_story(site / "content/facts", story(facts))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in a folder of its repository, with three commits: without facts, with one claim, with two."""
    site = tmp_path / "our site"
    site.mkdir()
    (site / "mkdocs.yml").write_text("plugins: [explainer]\n")
    git(tmp_path, "init", "-b", "main")
    for claims in ((), (ONE,), (ONE, TWO)):
        if claims:
            write(site, *claims)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-m", f"{len(claims)} claims")
    return site


def added(output: str) -> list[str]:
    return [line.strip() for line in output.splitlines() if "claim: " in line]


def test_without_a_revision_it_tells_what_is_not_committed(site: Path) -> None:
    assert "Nothing changed in the facts." in explainer(site, "diff").stdout
    write(site, ONE, TWO, THREE)
    assert added(explainer(site, "diff").stdout) == ["+ claim: no source given: all pay"]


@pytest.mark.parametrize(
    ("revisions", "told"),
    [
        ("HEAD~1", ["+ claim: no source given: trams run", "+ claim: no source given: all pay"]),
        ("HEAD~1..HEAD", ["+ claim: no source given: trams run"]),
        ("HEAD~1..", ["+ claim: no source given: trams run"]),
        ("HEAD..HEAD~1", ["- claim: no source given: trams run"]),
        ("main~2..main~1", ["+ claim: no source given: it shut"]),
    ],
)
def test_any_two_revisions_are_compared_and_none_is_checked_out(site: Path, revisions: str, told: list[str]) -> None:
    write(site, ONE, TWO, THREE)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    done = explainer(site, "diff", revisions)
    assert (added(done.stdout), done.stderr, done.returncode) == (told, "", 0)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("revision", ["nowhere", "HEAD..nowhere", "HEAD~9", "-x", "HEAD:mkdocs.yml"])
def test_a_revision_that_is_none_is_told_of(site: Path, revision: str) -> None:
    done = explainer(site, "diff", "--", revision)
    assert done.returncode == 1
    assert done.stdout == ""
    named = revision.removeprefix("HEAD..")
    assert done.stderr == f"git knows no revision “{named}” here; name a commit, a branch or a tag\n"


def test_three_dots_compare_with_where_two_branches_parted(site: Path) -> None:
    git(site, "checkout", "-b", "branch", "HEAD~1")
    write(site, ONE, THREE)
    git(site, "add", ".")
    git(site, "commit", "-m", "on the branch")
    assert added(explainer(site, "diff", "main..branch").stdout) == [
        "+ claim: no source given: all pay",
        "- claim: no source given: trams run",
    ]
    done = explainer(site, "diff", "main...branch")
    assert added(done.stdout) == ["+ claim: no source given: all pay"]
    assert done.stdout.startswith("Facts, from where main and branch parted to branch\n")
    assert added(explainer(site, "diff", "main...").stdout) == ["+ claim: no source given: all pay"]
    git(site, "checkout", "--orphan", "alone")
    git(site, "commit", "-m", "without a past")
    done = explainer(site, "diff", "main...alone")
    assert done.stderr.startswith("git knows no commit that “main” and “alone” share; write main..alone")


def test_before_the_first_commit_that_is_said(site: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / ".git")
    git(tmp_path, "init", "-b", "main")
    for revisions in ("HEAD", "HEAD~1", "HEAD..main", "HEAD...main"):
        done = explainer(site, "diff", revisions)
        assert (done.stdout, done.returncode) == ("", 1)
        assert "nothing is committed yet; commit the seeds and the facts first" in done.stderr


def test_decisions_are_told_between_any_two_revisions(site: Path) -> None:
    desk = site / "content/review/desk.yml"
    desk.parent.mkdir()
    desk.write_text("- {target: clm-x-111111, op: reject, why: misread, by: desk, on: 2025-01-20}\n")
    told = ["decisions: 1 added", "+ desk, 2025-01-20: rejected claim: no source given: it shut", "why: misread"]
    lines = [line.strip() for line in explainer(site, "diff").stdout.splitlines()]
    assert [line for line in lines if line in told] == told
    git(site, "add", ".")
    git(site, "commit", "-m", "decided")
    lines = [line.strip() for line in explainer(site, "diff", "HEAD~1..HEAD").stdout.splitlines()]
    assert [line for line in lines if line in told] == told
    assert "Nothing changed in the facts." in explainer(site, "diff").stdout
    assert "decisions: 1 removed" in explainer(site, "diff", "HEAD..HEAD~1").stdout


def test_articles_that_changed_without_their_facts_are_told_of(site: Path) -> None:
    """The facts are of seeds/art-a.txt; a file beside it counts as it, one that is no article does not count."""
    seeds = site / "seeds"
    seeds.mkdir()
    (seeds / ".gitkeep").write_text("")
    (seeds / "picture.png").write_text("")
    assert "without their facts" not in explainer(site, "diff").stdout
    (seeds / "art-a.yml").write_text("title: The bridge\n")
    old = "Changed without their facts, which `mkdocs build` makes: seeds/art-a.yml"
    assert old in explainer(site, "diff").stdout.splitlines()
    write(site, ONE)
    assert "without their facts" not in explainer(site, "diff").stdout
    git(site, "add", "seeds")
    git(site, "commit", "-m", "a seed")
    assert old in explainer(site, "diff", "HEAD~1..HEAD").stdout.splitlines()


def test_a_folder_without_git_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [explainer]\n")
    done = explainer(tmp_path, "diff")
    assert done.returncode == 1
    assert "is not under git's version control; run `git init` in it and commit the facts" in done.stderr


def test_a_conflict_in_a_file_is_told_of_and_the_others_are_compared(site: Path) -> None:
    write(site, ONE)
    (site / "content/facts/people.yml").write_text("<<<<<<< ours\nper-x:\n=======\n>>>>>>> theirs\n")
    done = explainer(site, "diff")
    assert "- claim: no source given: trams run" in done.stdout
    assert "person" not in done.stdout
    mend = (
        "“<<<<<<< ours”; run the build, which makes facts anew from the articles; nothing in them is merged by hand\n"
    )
    assert f"the files as they are now:people.yml:1: git left the marks of a conflict here: {mend}" in done.stderr
    assert done.returncode == 1


def test_no_language_pipeline_is_loaded(site: Path) -> None:
    code = "import sys; from generator.cli import main; main(['diff'], standalone_mode=False); print(*sys.modules)"
    loaded = python(site, code).stdout.split()
    assert "generator.facts.difference" in loaded
    assert "spacy" not in loaded


def test_a_hundred_articles_that_all_changed_are_told_in_a_few_seconds(site: Path) -> None:
    for number in range(100):
        claims = [claim(f"clm-x-{key:06}", f"it shut {number} {key}") for key in range(40)]
        write_article_facts(site / "content/facts", article_facts(f"art-{number}", claims=claims))
    begun = monotonic()
    told = explainer(site, "diff").stdout
    assert "claims: 4000 added" in told
    assert monotonic() - begun < 20


def tell_to_git(site: Path) -> None:
    code = "from generator.cli import main; main()"
    driver = f'PYTHONPATH="{Path(__file__).parent.parent}" {sys.executable} -c "{code}" tell'
    git(site, "config", "diff.explainer.textconv", driver)
    (site / ".gitattributes").write_text("content/facts/articles/*.yml diff=explainer\n")


CHANGED_FIELDS = {
    "people": ("per-bo-ray", {"sort_name": "Ray"}, {"honorific_prefix": "Mr"}, {"other_names": ["Ray"]}),
    "memberships": (
        "mem-ann-lee-prime-minister-aaaaaa",
        {"role": "the Prime Minister"},
        {"post": "chief minister"},
        {"confidence": "low"},
    ),
    "claims": (
        "clm-council-222222",
        {"speaker": "per-bo-ray"},
        {"attribution": "unnamed", "speaker": None},
        {"act": "demand"},
        {"evidence": [{"exact": "it was denied"}]},
        {"confidence": "low"},
    ),
    "votes": (
        "vot-motion-333333",
        {"status": "called-off"},
        {"classification": "bill"},
        {"body": "org-council"},
        {"evidence": [{"exact": "it was voted on"}]},
    ),
    "events": ("evt-bridge-444444", {"what": "the bridge had closed"}, {"place": "Town"}, {"participants": []}),
}
"""Of each kind of record in the usual facts one, and changes of its first field, of middle ones and of its last."""


MAKES_THE_ID = {"sort_name", "role", "body", "what", "place"}
"""Fields that change with the id, by which the record is another; and a place, which is read in what happened."""


@pytest.mark.parametrize("with_driver", [True, False], ids=["told in words", "as bare YAML"])
def test_git_names_the_record_whichever_of_its_fields_changed(site: Path, with_driver: bool) -> None:
    """Asked as git is by default, with three lines around each change; bare, an article tells its new seal as well."""
    if with_driver:
        tell_to_git(site)
    else:
        git(site, "init", "-b", "main")
    facts = article_facts("art-a").model_dump(mode="json", by_alias=True)
    for kind, (record, *changes) in CHANGED_FIELDS.items():
        write_article_facts(site / "content/facts", article_facts("art-a"))
        git(site, "add", ".")
        git(site, "commit", "--allow-empty", "-m", "as usual")
        for change in changes:
            if not with_driver and change.keys() & MAKES_THE_ID:
                continue
            records = [one | (change if one["id"] == record else {}) for one in facts[kind]]
            write_article_facts(site / "content/facts", article_facts("art-a", **{kind: records}))
            told = subprocess.run(["git", "diff"], cwd=site, capture_output=True, text=True, check=True).stdout
            heads = {line.rpartition("@@ ")[2].rstrip(":") for line in told.splitlines() if line.startswith("@@")}
            assert heads - {"art-a"} == {record}, (change, told)


def test_git_diff_tells_facts_in_words_and_names_the_record_above_each_change(site: Path) -> None:
    tell_to_git(site)
    write(site, ONE, claim("clm-x-222222", "trams run", act="allegation"))
    told = subprocess.run(["git", "diff", "-U0"], cwd=site, capture_output=True, text=True, check=True).stdout
    assert {line.rpartition("@@ ")[2] for line in told.splitlines() if line.startswith("@@")} == {"clm-x-222222"}
    assert [line for line in told.splitlines() if line.startswith(("+ ", "- "))] == [
        "-  claim: no source given: trams run",
        "+  claim: no source given (allegation): trams run",
        "-  kind: statement",
        "+  kind: allegation",
    ]


def test_a_file_that_cannot_be_told_is_shown_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "people.yml").write_text("<<<<<<< ours\nper-x:\n")
    done = explainer(tmp_path, "tell", "people.yml")
    assert (done.stdout, done.stderr, done.returncode) == ("<<<<<<< ours\nper-x:\n", "", 0)


def test_every_kind_of_file_is_told(site: Path) -> None:
    told = {path.stem: explainer(site, "tell", str(path)).stdout for path in (site / "content/facts").rglob("*.yml")}
    assert told["people"].startswith("per-ann-lee\n\n\n\n  person: Ann Lee\n  name: Ann Lee\n")
    assert "\n  sorted under: Lee, Ann\n" in told["people"]
    assert "_" not in "".join(told.values())
    assert told["organizations"].startswith("org-council\n\n\n\n  organization: council\n")
    assert (
        "mem-ann-lee-prime-minister-aaaaaa\n\n\n\n  role: Ann Lee: Prime Minister, council (current)\n" in told["art-a"]
    )
    assert told["discrepancies"] == ""
