"""A site's own colours take the place of the shipped ones in both schemes, and only those that it names."""

import re

from generator.pages.colours import style_sheet
from generator.plugin import ASSETS
from generator.settings import Colours


def test_a_colour_is_set_in_both_schemes() -> None:
    colours = Colours.model_validate({"deny": {"light": "#aa0000", "dark": "#ffaaaa"}})
    light, dark = style_sheet(colours.chosen()).splitlines()
    assert light == ":root {--ex-deny: #aa0000;}"
    assert dark == '[data-md-color-scheme="slate"] {--ex-deny: #ffaaaa;}'


def test_no_colours_need_no_style_sheet() -> None:
    assert style_sheet(Colours().chosen()) == ""


def test_every_colour_is_one_that_the_shipped_style_sheet_has() -> None:
    shipped = re.findall(r"^  --ex-([a-z]+): #", (ASSETS / "explainer.css").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(Colours.model_fields) == set(shipped)
    assert all(shipped.count(name) == 2 for name in Colours.model_fields)
