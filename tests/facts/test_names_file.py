"""The list of bodies that go by several names: the shipped one, and a site's own (cases in names_file.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.facts.names_file import listed_bodies, shipped_bodies
from generator.model.ids import fold

CASES = yaml.safe_load(Path(__file__).with_name("names_file.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_what_is_wrong_is_told_and_the_other_entries_are_taken(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "names.yml").write_text(case["file"], encoding="utf-8")
    bodies, errors = listed_bodies(tmp_path / "names.yml", project=tmp_path)
    assert [str(error) for error in errors] == ([case["error"]] if "error" in case else [])
    assert [body.name for body in bodies] == [*case.get("taken", []), *(body.name for body in shipped_bodies())]


def test_an_entry_has_the_place_of_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "names.yml").write_text("- {name: labour party, other_names: []}\n")
    bodies, _ = listed_bodies(tmp_path / "names.yml")
    assert [body.other_names for body in bodies if fold(body.name) == "labour party"] == [()]
    assert len(bodies) == len(shipped_bodies())


def test_a_file_that_is_no_text_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "names.yml").write_bytes(b"\xff\xfe\x00")
    bodies, (error,) = listed_bodies(tmp_path / "names.yml", project=tmp_path)
    assert str(error) == "names.yml: cannot be read as UTF-8 text; save it as UTF-8"
    assert bodies == shipped_bodies()


def test_no_shipped_body_is_called_by_one_name_alone_or_by_one_twice() -> None:
    for body in shipped_bodies():
        names = [fold(name) for name in (body.name, *body.other_names)]
        assert len(names) > 1 and len(set(names)) == len(names), body.name


def test_what_a_site_calls_its_body_no_shipped_one_is_called(tmp_path: Path) -> None:
    (tmp_path / "names.yml").write_text("- {name: Liberal Party of Quay, other_names: [the Liberals]}\n")
    bodies, _ = listed_bodies(tmp_path / "names.yml")
    assert [body.name for body in bodies if "liberals" in body.names] == ["Liberal Party of Quay"]
    assert "Liberal Party of Canada" in [body.name for body in bodies if "liberal party" in body.names]
