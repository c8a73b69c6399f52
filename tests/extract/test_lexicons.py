"""The word lists: no key stands twice in one, where the later would hide the earlier and say nothing."""

from importlib.resources import files

import pytest

from generator.errors import GeneratorError
from generator.strict_yaml import load

LISTS = sorted(path.name for path in files("generator.extract").joinpath("lexicons").iterdir())


@pytest.mark.parametrize("name", LISTS)
def test_no_key_stands_twice(name: str) -> None:
    path = files("generator.extract").joinpath("lexicons", name)
    assert load(path.read_text(encoding="utf-8"), file=name, error=GeneratorError).value
