"""A folder of 1,000 seeds of which every tenth is broken in another way (broken.yml): 900 are read, 100 told of.

Their facts lie there already, so that no language pipeline is needed; all else is the real command.
"""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import read_article
from generator.extract.findings import Findings
from generator.extract.records import facts_of
from generator.extract.version import extractor_version
from generator.facts import write_article_facts

BROKEN: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("broken.yml").read_text(encoding="utf-8"))
EXPLAINER = Path(sys.executable).with_name("explainer")


def content(parts: str | list[str | dict[int, str]]) -> str:
    """What a case says, with what is to be repeated written out."""
    if isinstance(parts, str):
        return parts
    return "".join(part if isinstance(part, str) else "".join(n * words for n, words in part.items()) for part in parts)


def lay(path: Path, case: dict[str, Any]) -> None:
    """Put at a path what a case says, which may be no file at all."""
    path.parent.mkdir(exist_ok=True)
    match case.get("is"):
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as listening:
                listening.bind(os.path.relpath(path))
        case "link":
            path.symlink_to(path.name if case["to"] == "itself" else case["to"])
        case "sparse":
            with path.open("wb") as file:
                file.truncate(10**12)
        case None:
            path.write_bytes(bytes.fromhex(case["hex"]) if "hex" in case else content(case["text"]).encode())
    if "beside" in case:
        path.with_suffix(".yml").write_text(content(case["beside"]), encoding="utf-8")


def name_of(number: int, case: dict[str, Any]) -> str:
    if "name_hex" in case:
        return os.fsdecode(bytes.fromhex(case["name_hex"]))
    return case.get("name") or f"{number:04} broken{case.get('ending', '.txt')}"


@pytest.fixture
def thousand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lays the folder out, and gives the messages that are expected."""
    assert len(BROKEN) == 100
    monkeypatch.chdir(tmp_path)
    Path("mkdocs.yml").write_text("site_name: A thousand\nplugins: [explainer]\n", encoding="utf-8")
    Path("secret.txt").write_text("A secret.\n", encoding="utf-8")
    seeds = Path("seeds")
    seeds.mkdir()
    told = []
    for number in range(1000):
        case = BROKEN[number // 10] if number % 10 == 0 else None
        name = f"{number:04} good.txt" if case is None else name_of(number, case)
        lay(seeds / name, case or {"text": f"The council met for the {number}th time.\n"})
        if case is None:
            write_facts(seeds / name)
        else:
            shown = f"seeds/{name}"
            told.append(case["tells"].replace("{}", shown).replace("{.yml}", str(Path(shown).with_suffix(".yml"))))
    return told


def write_facts(seed: Path) -> None:
    article = read_article(seed, root=seed.parent, project=Path())
    facts = facts_of(article, Findings(), sentences=[], extractor=extractor_version())
    write_article_facts(Path("content/facts"), facts)


def test_a_hundred_broken_seeds_get_a_message_each_and_all_others_are_read(thousand: list[str]) -> None:
    done = subprocess.run([EXPLAINER, "extract"], capture_output=True, text=True, timeout=120, check=False)
    *told, counted = sorted(done.stderr.splitlines(), key=lambda line: line.startswith("articles read"))
    assert sorted(told) == sorted(thousand)
    assert counted.startswith("articles read: 0, ")
    assert done.returncode == 1
    assert len(list(Path("content/facts/articles").iterdir())) == 900
