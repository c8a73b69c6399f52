"""A site from nothing: `explainer init` and `explainer add`, then the commands that a newcomer calls next."""

import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

import pytest
import yaml
from click.testing import CliRunner, Result
from conftest import ROOT, run
from test_diff import git

from generator.articles import read_article
from generator.cli import main
from generator.facts import files, read_article_facts

SEED = "The mayor, Ann Lee, said that the bridge would stay closed. Bob Ray, a councillor, denied that it was unsafe.\n"


def explainer(*call: str | Path, given: str = "", folder: Path) -> Result:
    return CliRunner().invoke(main, [*map(str, call), "-f", str(folder / "mkdocs.yml")], input=given)


def init(folder: Path) -> Result:
    return CliRunner().invoke(main, ["init", str(folder)])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert init(tmp_path / "site").exit_code == 0
    return tmp_path / "site"


@pytest.mark.model
def test_a_new_site_builds_strictly_and_its_facts_are_then_those_of_its_articles(site: Path) -> None:
    assert explainer("add", "-", "--title", "The bridge", given=SEED, folder=site).exit_code == 0
    built = run("mkdocs", "build", "--strict", cwd=site)
    assert built.returncode == 0, built.stderr
    assert read_article_facts(site / "content/facts/articles/art-the-bridge.yml").claims
    assert explainer("check", "--frozen", folder=site).exit_code == 0
    schema = (site / "content/review/desk.yml").read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
    assert (site / "content/review" / schema).is_file()


def test_the_first_commit_of_a_new_site_passes_its_own_check_or_is_told_to_build(site: Path) -> None:
    hook = yaml.safe_load((site / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    _, *call = hook["entry"].split()
    done = explainer(*call, folder=site)
    assert (done.exit_code, done.stderr) == (0, "")
    explainer("add", "-", "--title", "The bridge", given=SEED, folder=site)
    done = explainer(*call, folder=site)
    assert (done.exit_code, done.stderr) == (1, f"{site}/content/facts: there are no facts yet; run `mkdocs build`\n")


def test_a_new_site_looks_as_our_own() -> None:
    own, new = (
        yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
        for name in ("mkdocs.yml", "generator/cli/site/mkdocs.yml")
    )
    assert new["theme"] == {key: value for key, value in own["theme"].items() if key != "custom_dir"}


def test_init_overwrites_nothing_and_then_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    result = init(tmp_path)
    assert result.exit_code == 1
    assert f"{tmp_path / 'mkdocs.yml'}: is there already" in result.stderr
    assert contents(tmp_path) == {"mkdocs.yml": b"site_name: Mine\n"}


@pytest.mark.parametrize("name", [".github/workflows/explainer.yml", ".gitlab-ci.yml"])
def test_the_scripts_of_the_shipped_jobs_are_ones_that_a_shell_can_read(site: Path, name: str) -> None:
    job = yaml.safe_load((site / name).read_text(encoding="utf-8"))
    steps = job["jobs"]["explainer"]["steps"] if "jobs" in job else []
    scripts = [step["run"] for step in steps if "run" in step]
    if not scripts:
        scripts = [*job["explainer"]["script"], *job["explainer"]["after_script"]]
    for script in scripts:
        assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0, script
    assert any("explainer check --frozen" in script for script in scripts)


@pytest.mark.parametrize("known", ["", "77"])
def test_the_workflow_posts_one_comment_and_then_updates_it(site: Path, tmp_path: Path, known: str) -> None:
    workflow = yaml.safe_load((site / ".github/workflows/explainer.yml").read_text(encoding="utf-8"))
    script = workflow["jobs"]["explainer"]["steps"][-1]["run"]
    gh = tmp_path / "gh"
    gh.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\ncase "$*" in *--jq*) echo {known};; esac\n')
    gh.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "GITHUB_REPOSITORY": "us/site",
        "PULL": "5",
    }
    subprocess.run(["bash", "-e", "-o", "pipefail", "-c", script], env=environment, check=True)
    last = (tmp_path / "calls").read_text().splitlines()[-1]
    comment = "-X PATCH repos/us/site/issues/comments/77" if known else "repos/us/site/issues/5/comments"
    assert last == f"api --silent {comment} -F body=@changes.md"


class Notes(http.server.BaseHTTPRequestHandler):
    """The notes of a merge request, as GitLab's API gives and takes them."""

    told: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self._answer([{"id": number, "body": body} for number, body in enumerate(self.told)])

    def do_POST(self) -> None:
        self.told.append(self._body())
        self._answer({})

    def do_PUT(self) -> None:
        self.told[int(self.path.rpartition("/")[2])] = self._body()
        self._answer({})

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def _body(self) -> str:
        return parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())["body"][0]

    def _answer(self, data: object) -> None:
        self.send_response(200 if self.headers["PRIVATE-TOKEN"] == "secret" else 401)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())


@pytest.mark.skipif(not (shutil.which("jq") and shutil.which("curl")), reason="jq and curl are not installed")
def test_the_job_writes_one_note_and_then_updates_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (posting,) = yaml.safe_load((site / ".gitlab-ci.yml").read_text(encoding="utf-8"))["explainer"]["after_script"]
    git(site, "init", "-b", "main")
    git(site, "add", ".")
    git(site, "commit", "-m", "A new site")
    shutil.copytree(ROOT / "content/facts", site / "content/facts", dirs_exist_ok=True)
    git(site, "add", ".")
    git(site, "commit", "-m", "Facts")
    monkeypatch.setattr(Notes, "told", ["Well done"])
    with http.server.HTTPServer(("127.0.0.1", 0), Notes) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        known = {
            "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api/v4",
            "CI_PROJECT_ID": "1",
            "CI_MERGE_REQUEST_IID": "2",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD~1",
            "CI_COMMIT_SHA": "HEAD",
            "EXPLAINER_TOKEN": "secret",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        script = "apt-get() { :; }\n" + posting
        for _ in range(2):
            subprocess.run(["bash", "-ec", script], cwd=site, env=os.environ | known, check=True, timeout=60)
        server.shutdown()
    other, own = Notes.told
    assert other == "Well done" and own.startswith("<!-- explainer diff -->") and "people: 8 added" in own


def test_an_article_is_added_byte_for_byte_with_what_is_known_of_it(site: Path, tmp_path: Path) -> None:
    given = tmp_path / "bridge.txt"
    given.write_bytes(b"Caf\xc3\xa9 closed.\r\n")
    result = explainer("add", given, "--title", 'No: "closed"', "--published", "2025-01-20", folder=site)
    assert result.exit_code == 0, result.stderr
    assert (site / "seeds/bridge.txt").read_bytes() == given.read_bytes()
    article = read_article(site / "seeds/bridge.txt")
    assert (article.title, str(article.published), article.url) == ('No: "closed"', "2025-01-20", None)


def test_what_a_sidecar_beside_the_article_says_comes_along(site: Path, tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(SEED)
    (tmp_path / "bridge.yml").write_text("publisher: Daily\ntitle: Old\n")
    assert explainer("add", tmp_path / "bridge.txt", "--title", "New", folder=site).exit_code == 0
    article = read_article(site / "seeds/bridge.txt")
    assert (article.title, article.publisher) == ("New", "Daily")


@pytest.mark.parametrize(
    ("call", "given", "tells"),
    [
        (["-", "--name", "bridge"], SEED, "seeds/bridge.md: is there already; choose another name with --name"),
        (["-"], SEED, "text from standard input has no name; add --name or --title"),
        (["-", "--name", "../x"], SEED, "“../x” cannot be a file's name"),
        (["-", "--name", "x"], "", "x.txt: the seed is empty"),
        (["-", "--name", "x", "--published", "2025-02-30"], SEED, "“2025-02-30” is not a day"),
        (["nowhere.txt"], "", "nowhere.txt: cannot be read: No such file or directory"),
        (["picture.png"], "", "articles are not read from .png files"),
    ],
)
def test_what_cannot_be_a_seed_is_refused_and_nothing_is_written(
    site: Path, call: list[str], given: str, tells: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "seeds/bridge.md").write_text(SEED)
    (site / "picture.png").write_bytes(b"\x89PNG")
    before = contents(site)
    monkeypatch.chdir(site)
    result = explainer("add", *call, given=given, folder=site)
    assert result.exit_code != 0
    assert tells in result.stderr
    assert contents(site) == before


def test_a_failing_write_leaves_neither_article_nor_sidecar(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(site)
    sync = os.fsync

    def full(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().name.startswith(".bridge.txt"):
            raise OSError("no space left on device")
        sync(handle)

    monkeypatch.setattr(files.os, "fsync", full)
    result = explainer("add", "-", "--title", "Bridge", given=SEED, folder=site)
    assert result.exit_code == 1
    assert "no space left" in result.stderr
    assert contents(site) == before


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    files.write_new(path, b"old")
    with pytest.raises(FileExistsError):
        files.write_new(path, b"new")
    assert contents(tmp_path) == {"seed.txt": b"old"}
