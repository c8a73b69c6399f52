"""The feed as a feed parser reads it: every claim with its denials, nothing planned told as held, the same bytes."""

import copy
import re
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from generator.export.atom import MEDIA_TYPE
from generator.export.feed import LONGEST, NOT_KNOWN
from generator.pages.words import shipped
from tests.pages.published import URL, feed_of
from tests.pages.sites import site_of, told
from tests.pages.test_hostile import TRICKS, site_with


def read(feed: bytes) -> Any:
    found = feedparser.parse(feed, response_headers={"content-location": URL + "feed.xml", "content-type": MEDIA_TYPE})
    assert not found.bozo, found.get("bozo_exception")
    return found


FEED = read(feed_of(site_of(told())))
ENTRIES = {entry.link.rpartition("#")[2]: entry for entry in FEED.entries}
DENIED, DENIAL = "clm-vane-took-money-000002", "clm-vane-denied-000003"


def html(entry: Any) -> str:
    return str(entry.content[0].value)


def test_it_holds_every_claim_event_and_vote_once() -> None:
    kinds = {"clm": "claims", "evt": "events", "vot": "votes"}
    expected = {record["id"] for each in told() for kind in kinds.values() for record in each["facts"].get(kind, ())}
    assert ENTRIES.keys() == expected
    assert len(FEED.entries) == len(expected)
    assert len({entry.id for entry in FEED.entries}) == len(expected)


def test_a_denial_travels_with_what_it_denies_in_title_and_text() -> None:
    bearers = [entry for entry in FEED.entries if "took money" in entry.title + html(entry)]
    assert {entry.link.rpartition("#")[2] for entry in bearers} == {DENIED, DENIAL, "evt-money-000002"}
    for entry in bearers:
        assert "That is a lie" in html(entry)
        if "took money" in entry.title:
            assert "Denied: Dora Vane said: That is a lie." in entry.title


def test_the_sites_own_voice_only_says_said() -> None:
    assert ENTRIES[DENIED].title.startswith("“One insider” said")
    assert ENTRIES["clm-brenn-wants-000007"].title.startswith("Aldo Brenn, as the article puts it")
    assert ENTRIES["clm-kell-no-comment-000008"].title.startswith("Otto Kell, reported as not commenting")
    assert "as told by “A friend of the mayor”" in ENTRIES["clm-brenn-never-met-000005"].title


def test_quotations_in_quotations_are_marked_as_on_the_pages() -> None:
    one = copy.deepcopy(told())[:1]
    motion, happened, source = "“its second reading”", "Mr Kell told “Radio Quay” so", "a man called “Ned”"
    one[0]["text"] += f" They will vote on {motion} soon. {happened}. {source} said"
    facts = one[0]["facts"]
    facts["votes"] = [facts["votes"][0] | {"motion": motion, "bill": "Harbour Bill"}]
    facts["events"] = [{"id": "evt-radio", "what": happened, "evidence": [{"exact": happened}]}]
    money = next(claim for claim in facts["claims"] if claim["id"] == DENIED)
    money |= {"source": source, "cue": "said", "mode": "mixed"}
    found = read(feed_of(site_of(one))).entries
    titles = {entry.link.rpartition("#")[2]: entry.title for entry in found}
    assert titles[facts["votes"][0]["id"]] == "Planned vote on “Harbour Bill”: “its second reading”"
    assert titles["evt-radio"] == "“Mr Kell told ‘Radio Quay’ so”"
    assert titles[DENIED].startswith("“a man called ‘Ned’” said: ")


def test_what_is_planned_is_called_so_and_a_count_that_is_not_told_is_no_zero() -> None:
    assert ENTRIES["vot-pier-000002"].title.startswith("Planned vote: ")
    assert "result" not in html(ENTRIES["vot-pier-000002"]).lower()
    first = html(ENTRIES["vot-first-plan-000003"])
    assert "Reported result: rejected" in first
    assert "Count not reported" in first


def test_days_come_from_the_articles() -> None:
    assert ENTRIES["clm-it-is-over-000009"].published == "2025-01-20T00:00:00Z"
    assert ENTRIES["vot-harbour-bill-000001"].updated == "2025-01-21T00:00:00Z"
    assert "published" not in ENTRIES[DENIED]
    assert ENTRIES[DENIED].updated == f"{NOT_KNOWN}T00:00:00Z"
    assert FEED.feed.updated == "2025-01-21T00:00:00Z"


def test_without_the_sites_address_links_are_relative_and_none_leads_to_the_feed_itself() -> None:
    root = ET.fromstring(feed_of(site_of(told()), url=None))
    links = list(root.iter("{http://www.w3.org/2005/Atom}link"))
    assert "self" not in {link.get("rel") for link in links}
    assert [href for link in links if "://" in (href := link.get("href", ""))] == []
    assert {link["rel"] for link in FEED.feed.links} == {"self", "alternate"}


@pytest.mark.parametrize("words", TRICKS)
def test_hostile_words_stay_text(words: str) -> None:
    found = read(feed_of(site_with(words)))
    assert len(found.entries) == 4
    for entry in found.entries:
        assert set(re.findall(r"<(\w+)", html(entry))) <= {"div", "p", "blockquote"}


def test_a_long_story_gives_the_newest_and_the_data_page_says_how_many() -> None:
    claim = {"attribution": "unattributed", "mode": "indirect", "act": "statement", "evidence": [{"exact": "word"}]}
    claims = [claim | {"id": f"clm-{n}", "content": [f"word {n}"]} for n in range(LONGEST)]
    article = {"id": "art-old", "path": "old.txt", "published": "2001-01-01", "sha256": "a", "extractor": "1"}
    found = read(feed_of(site_of([*told(), {"text": "word", "facts": {"article": article, "claims": claims}}])))
    assert len(found.entries) == LONGEST
    assert found.entries[0].updated.startswith("2025-01-21")
    assert DENIED not in {entry.link.rpartition("#")[2] for entry in found.entries}
    assert f"newest {LONGEST}" in shipped()["data"]["feed_is"]
