"""The command `explainer`: each case of tests/cli is a folder, what is called in it, and what comes of it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.extract import finders
from generator.extract.document import Document
from generator.extract.findings import Findings

pytestmark = pytest.mark.model
CASES = sorted((Path(__file__).parent / "cli").glob("*.yml"))
EXPLAINER = Path(sys.executable).with_name("explainer")
BRIDGE = "The mayor, Ann Lee, said that the bridge would stay closed.\n"


def written(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def all_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    written(tmp_path, case["files"])
    monkeypatch.chdir(tmp_path)
    for step in case["steps"]:
        written(tmp_path, step.get("then", {}))
        before = all_files(tmp_path)
        result = CliRunner().invoke(main, step["call"])
        assert result.exit_code == step["exit"], result.stderr
        assert [words for words in step.get("tells", []) if words not in result.stderr] == []
        assert "alone" not in step or result.stderr == f"{step['alone']}\n"
        assert ("tells" in step or "alone" in step) or result.stderr == ""
        lines = [json.loads(line)["article"] for line in result.stdout.splitlines()]
        assert lines == step.get("prints", [])
        assert set(step.get("writes", [])) <= all_files(tmp_path) - before
        if "writes" not in step:
            assert all_files(tmp_path) == before


def test_many_files_in_one_call_load_the_pipeline_once(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(100)]
    for file in files:
        file.write_text(f"{file.stem}: {BRIDGE}")
    command = [EXPLAINER, "extract", "--json", *map(str, files)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True)
    assert [json.loads(line)["article"]["path"] for line in done.stdout.splitlines()] == [str(file) for file in files]
    assert done.stderr == ""


def test_a_reader_that_leaves_early_sees_no_traceback(tmp_path: Path) -> None:
    written(tmp_path, {f"{number}.txt": f"{number}: {BRIDGE}" for number in range(50)})
    command = f"{EXPLAINER} extract --json *.txt | head -n 1"
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert json.loads(done.stdout)["article"]["path"] == "0.txt"
    assert done.stderr == ""


def test_an_article_that_trips_the_extractor_is_told_of_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_all = finders.find_all

    def tripping(document: Document) -> Findings:
        if "trip" in document.text:
            raise IndexError("tripped")
        return find_all(document)

    monkeypatch.setattr(finders, "find_all", tripping)
    monkeypatch.chdir(tmp_path)
    written(tmp_path, {"a.txt": "A trip.\n", "b.txt": BRIDGE})
    result = CliRunner().invoke(main, ["extract", "--json", "a.txt", "b.txt"])
    assert result.exit_code == 1
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["art-b"]
    assert "a.txt: no facts could be read from this article (IndexError: tripped)" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {"mkdocs.yml": "plugins: [explainer]\n", "seeds/bridge.txt": BRIDGE})
    tmp_path.chmod(0o500)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["extract"])
    assert result.exit_code == 1
    assert "Permission denied" in result.stderr
