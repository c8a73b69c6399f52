"""How far reading is: a bar on a terminal, lines now and then in a build, each with the rate and the time left."""

import importlib
import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from rich.console import Console

from generator import plugin
from generator.model.article import Article

READINGS: Any = [(Article(id=f"art-{n}", path=f"{n}.txt", text="A.\n", sha256=""), None) for n in range(100)]


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        pytest.param(
            [0.125] * 100,
            [
                "read 41 of 100 articles, 8.0 a second, 0:00:07 left",
                "read 81 of 100 articles, 8.0 a second, 0:00:02 left",
            ],
            id="every five seconds",
        ),
        pytest.param([60.0] + [0.01] * 99, [], id="quick, once the pipeline is loaded"),
        pytest.param([1.0] + [8.0] + [0.01] * 98, ["read 2 of 100 articles, 0.1 a second, 0:13:04 left"], id="slow"),
    ],
)
def test_a_build_tells_of_it_now_and_then(
    seconds: list[float], told: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    now = 1000.0

    def as_they_come() -> Iterator[Any]:
        nonlocal now
        for reading, takes in zip(READINGS, seconds, strict=True):
            now += takes
            yield reading

    monkeypatch.setattr(plugin.time, "monotonic", lambda: now)
    caplog.set_level(logging.INFO, logger="mkdocs.plugins.explainer")
    assert list(plugin._tell_of_reading(as_they_come(), 100)) == READINGS
    assert [message.removeprefix("explainer: ") for message in caplog.messages] == ["reading 100 articles", *told]


@pytest.mark.parametrize("is_watched", [True, False])
def test_a_command_shows_a_bar_where_somebody_watches(is_watched: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=is_watched, width=100, color_system=None)
    command = importlib.import_module("generator.cli.command")
    monkeypatch.setattr(command, "Console", lambda stderr: console)
    assert list(command.with_bar(READINGS, 100)) == READINGS
    assert ("100/100" in shown.getvalue()) == is_watched
