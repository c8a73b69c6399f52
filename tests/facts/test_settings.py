"""The explainer's options as they stand in mkdocs.yml (cases in settings.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import SettingsError
from generator.settings import Settings, load_settings

CASES = yaml.safe_load(Path(__file__).with_name("settings.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_settings(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text(case["file"], encoding="utf-8")
    if "error" in case:
        with pytest.raises(SettingsError) as told:
            load_settings(Path("mkdocs.yml"))
        assert str(told.value) == case["error"]
    else:
        assert load_settings(Path("mkdocs.yml")) == Settings(**case["settings"])


def test_folders_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    settings = load_settings(tmp_path / "mkdocs.yml")
    assert settings.seeds_folder == tmp_path / "seeds"
    assert settings.facts_folder == tmp_path / "content/facts"
    assert settings.review_folder == tmp_path / "content/review"


def test_a_missing_file_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"cannot be read; run this in the folder of your site's mkdocs\.yml"):
        load_settings(tmp_path / "mkdocs.yml")


def test_a_search_engine_that_is_not_installed_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.settings.find_spec", lambda name: None)
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text("plugins:\n- explainer:\n    search: pagefind\n", encoding="utf-8")
    with pytest.raises(SettingsError) as told:
        load_settings(Path("mkdocs.yml"))
    assert str(told.value) == (
        "mkdocs.yml:3: search: Pagefind is not installed (pip install 'mkdocs-explainer[pagefind]'); "
        "correct it or leave it out"
    )
