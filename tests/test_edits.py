"""Edits of seeds, as editors make them: the facts that an edit concerns change, and no line of any other."""

from pathlib import Path

import pytest
from conftest import ROOT

from generator.errors import FactsError
from generator.facts.difference import Difference, How, difference
from generator.facts.history import facts_on_disk
from generator.refresh import refresh
from generator.settings import Settings
from generator.strict_yaml import load

pytestmark = pytest.mark.model
SEED = (ROOT / "seeds/000_34e8a8b7c3646480.txt").read_text(encoding="utf-8") + "\n"
MEETING = "Ben Ode, the leader of Wexton council, said that the new library would open in May.\n"
OPENED = "The new library in Wexton opened in May.\n"
LIBRARY = "Ms Ann Lee, a councillor, said that the old library had cost too much. Sir Keir Starmer praised her.\n"


class Site:
    """A site of some articles, whose facts are read anew after each edit."""

    def __init__(self, folder: Path, **seeds: str) -> None:
        self.settings = Settings(project=folder)
        self.folder = folder
        self.before: dict[str, bytes] = {}
        (folder / "seeds").mkdir()
        self.edit(**seeds)

    def edit(self, **seeds: str) -> None:
        """Write seeds, and read the facts again."""
        self.before = dict(facts_on_disk(self.settings.facts_folder))
        for name, text in seeds.items():
            (self.folder / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
        refresh(self.settings)

    def change(self) -> Difference:
        """What the last edit changed."""
        return difference(self.before, facts_on_disk(self.settings.facts_folder), labels=("before", "after"))

    def changed_lines(self, name: str) -> dict[str, int]:
        """How many lines of each record of a file are others than before the last edit; those that are new aside."""
        after = facts_on_disk(self.settings.facts_folder).get(name, b"")
        old, new = _by_record(self.before[name]), _by_record(after)
        changed = {key: len(set(lines) ^ set(new.get(key, []))) for key, lines in old.items()}
        assert [key for key in new if key in old] == [key for key in old if key in new], "records have moved"
        return {key: count for key, count in changed.items() if count}


def _by_record(content: bytes) -> dict[str, list[str]]:
    assert load(content.decode(), file="facts", error=FactsError).value
    found: dict[str, list[str]] = {}
    key = ""
    for line in content.decode().splitlines():
        key = line if line and not line.startswith((" ", "#")) else key
        found.setdefault(key, []).append(line)
    return found


FILE = "articles/art-seed.yml"
ONLY_ITS_HASH = {"art-seed:": 2}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, seed=SEED)


# After the lines 1 and 5 a pronoun follows, whose person the new paragraph may well change; 11 to 13 are one quotation.
@pytest.mark.parametrize("after", [0, 2, 3, 4, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 18])
def test_a_new_paragraph_adds_its_own_facts_and_changes_no_line_of_others(site: Site, after: int) -> None:
    lines = SEED.splitlines(keepends=True)
    site.edit(seed="".join([*lines[:after], OPENED, *lines[after:]]))
    assert site.changed_lines(FILE) == ONLY_ITS_HASH
    assert [change.sentence for change in site.change().changes if change.how is How.ADDED] == [
        "The new library in Wexton opened in May (“in May”)"
    ]


def test_a_paragraph_about_a_council_does_not_move_a_vote_of_parliament_there(site: Site) -> None:
    site.edit(seed=MEETING + SEED)
    assert [change.sentence for change in site.change().changes if change.kind == "vote"] == []


def test_a_new_article_changes_no_line_of_anothers_facts(site: Site) -> None:
    site.edit(another=LIBRARY)
    assert site.changed_lines(FILE) == {}
    assert site.changed_lines("people.yml") == {"per-keir-starmer:": 1}


def test_seeds_written_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for order in (["a", "b"], ["b", "a"]):
        (tmp_path / order[0]).mkdir()
        texts = {"a": MEETING, "b": LIBRARY}
        site = Site(tmp_path / order[0], **{name: texts[name] for name in order})
        written.append(facts_on_disk(site.settings.facts_folder))
    assert written[0] == written[1]


def test_a_corrected_typo_changes_only_the_records_whose_words_it_stands_in(tmp_path: Path) -> None:
    site = Site(tmp_path, seed=SEED + MEETING.replace("library", "libary"))
    site.edit(seed=SEED + MEETING)
    found = site.change()
    concerned = {key for key in site.changed_lines(FILE) if key != "art-seed:"}
    text = site.before[FILE].decode()
    assert all("libary" in "\n".join(_by_record(text.encode())[key]) for key in concerned)
    claims = [(change.how, change.sentence) for change in found.changes if change.kind == "claim"]
    assert claims == [(How.CHANGED, "Ben Ode said: the new library would open in May")]
    assert found.alerts == ()
