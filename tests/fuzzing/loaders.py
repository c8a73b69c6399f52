"""Target: YAML, facts and decisions; what is read can be written and read again, what is not is told of."""

import tempfile
from pathlib import Path

from generator.errors import GeneratorError
from generator.facts import read_article_facts, read_review, write_article_facts
from generator.facts.store import article_path
from generator.strict_yaml import load

FOLDER = Path(tempfile.mkdtemp(prefix="explainer-fuzzing-"))
SEEDS = [
    b"\x00a: &a [1, no, 12:30]\nb: *a\n",
    b"\x01art-a:\n  path: a.txt\n  sha256: a\n  extractor: a\nclm-a:\n  attribution: unnamed\n  mode: direct\n"
    b"  act: denial\n  source: a\n  cue: b\n  content: [c]\n  evidence:\n  - exact: c\n",
    b"\x02- target: clm-a\n  op: set\n  field: act\n  value: denial\n  on: 2025-01-20\n",
    b"\x02- {target: art-a, op: add, field: claims, value: {source: a, evidence: [{exact: b}]}}\n",
]


def target(data: bytes) -> None:
    """The first byte says what the others are read as."""
    kind, content = (data[0] % len(READ), data[1:]) if data else (0, b"")
    try:
        READ[kind](content)
    except GeneratorError as problem:
        assert "\n" not in str(problem)
        assert problem.file


def _yaml(content: bytes) -> None:
    loaded = load(content.decode("utf-8", "replace"), file="a.yml", error=GeneratorError)
    assert loaded.line(("a", 0)) >= 1


def _facts(content: bytes) -> None:
    path = article_path(FOLDER, "art-a")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    facts = read_article_facts(path)
    write_article_facts(FOLDER, facts)
    assert read_article_facts(path) == facts


def _review(content: bytes) -> None:
    (FOLDER / "review").mkdir(exist_ok=True)
    (FOLDER / "review/desk.yml").write_bytes(content)
    _, problems = read_review(FOLDER / "review", project=FOLDER)
    for problem in problems:
        raise problem


READ = (_yaml, _facts, _review)
