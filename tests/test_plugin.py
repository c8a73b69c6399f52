"""`mkdocs build` as editors and adopters meet it: each case of tests/plugin is a small site and what becomes of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run

pytestmark = pytest.mark.model
CASES = sorted((Path(__file__).parent / "plugin").glob("*.yml"))
MKDOCS_YML: dict[str, Any] = {"site_name": "Bridge news", "theme": "material", "plugins": ["search", "explainer"]}


def site_of(case: dict[str, Any], folder: Path) -> None:
    """Write a case's files: a minimal mkdocs.yml with the case's own settings, and whatever else it names."""
    settings = {key: value for key, value in (MKDOCS_YML | case.get("mkdocs", {})).items() if value is not None}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    for name in ("seeds", "docs"):
        (folder / name).mkdir()
    for name, content in case["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_case(file: Path, run: Run, tmp_path: Path) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    site_of(case, tmp_path)
    for flags, exit_code in ((), case.get("exit")), (("--strict",), case.get("strict_exit")):
        if exit_code is not None:
            built = run("mkdocs", "build", *flags, cwd=tmp_path)
            assert built.returncode == exit_code, built.stderr
            assert [words for words in case.get("says", []) if words not in built.stderr] == []
            assert "Traceback" not in built.stderr
    for page, words in case.get("pages", {}).items():
        assert [w for w in words if w not in (tmp_path / "site" / page).read_text(encoding="utf-8")] == []
    for page, words in case.get("not_on_pages", {}).items():
        assert [w for w in words if w in (tmp_path / "site" / page).read_text(encoding="utf-8")] == []
