"""Edits of seeds, as editors make them: the facts that an edit concerns change, and no line of any other."""

from pathlib import Path

import pytest
from conftest import ROOT
from edited import IT_OPENED, OPENED, Edited, by_record

from generator.facts.how import How

pytestmark = pytest.mark.model
SEED = (ROOT / "seeds/000_34e8a8b7c3646480.txt").read_text(encoding="utf-8") + "\n"
MEETING = "Ben Ode, the leader of Wexton council, said that the new library would open in May.\n"
LIBRARY = "Ms Ann Lee, a councillor, said that the old library had cost too much. Sir Keir Starmer praised her.\n"


FILE = "articles/art-seed.yml"
ONLY_ITS_HASH = {"art-seed:": 2}


@pytest.fixture
def site(tmp_path: Path) -> Edited:
    return Edited(tmp_path, seed=SEED)


# After the lines 1 and 5 a pronoun follows, whose person the new paragraph may well change; 11 to 13 are one quotation.
@pytest.mark.parametrize("after", [0, 2, 3, 4, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 18])
def test_a_new_paragraph_adds_its_own_facts_and_changes_no_line_of_others(site: Edited, after: int) -> None:
    lines = SEED.splitlines(keepends=True)
    site.edit(**{"seed.txt": "".join([*lines[:after], OPENED, *lines[after:]])})
    assert site.changed_lines(FILE) == ONLY_ITS_HASH
    assert [change.sentence for change in site.change().changes if change.how is How.ADDED] == [
        f"{IT_OPENED} (“in May”)"
    ]


def test_a_paragraph_about_a_council_does_not_move_a_vote_of_parliament_there(site: Edited) -> None:
    site.edit(**{"seed.txt": MEETING + SEED})
    assert [change.sentence for change in site.change().changes if change.kind == "vote"] == []


def test_a_new_article_changes_no_line_of_anothers_facts(site: Edited) -> None:
    site.edit(**{"another.txt": LIBRARY})
    assert site.changed_lines(FILE) == {}
    assert site.changed_lines("people.yml") == {"per-keir-starmer:": 1}


def test_seeds_written_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for order in (["a", "b"], ["b", "a"]):
        (tmp_path / order[0]).mkdir()
        texts = {"a": MEETING, "b": LIBRARY}
        site = Edited(tmp_path / order[0], **{name: texts[name] for name in order})
        written.append(site.facts)
    assert written[0] == written[1]


def test_a_corrected_typo_changes_only_the_records_whose_words_it_stands_in(tmp_path: Path) -> None:
    site = Edited(tmp_path, seed=SEED + MEETING.replace("library", "libary"))
    site.edit(**{"seed.txt": SEED + MEETING})
    found = site.change()
    concerned = {key for key in site.changed_lines(FILE) if key != "art-seed:"}
    text = site.before[FILE].decode()
    assert all("libary" in "\n".join(by_record(text.encode())[key]) for key in concerned)
    claims = [(change.how, change.sentence) for change in found.changes if change.kind == "claim"]
    assert claims == [(How.CHANGED, "Ben Ode said: the new library would open in May")]
    assert found.alerts == ()
