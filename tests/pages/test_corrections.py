"""What people changed is listed, the newest first, and gives away no words that the site does not tell."""

from dataclasses import replace
from typing import Any

import lxml.html

from generator.facts import apply
from generator.model.history import History, Revision
from generator.model.review import Decision, Mark, PlacedDecision
from generator.model.words import ReviewOp
from generator.pages import Site, build
from generator.pages.quoting import inner
from tests.pages.sites import html, site_of, told
from tests.pages.test_faithfulness import parsed

SIGNED = {"by": "the desk", "on": "2031-04-02"}
DENIED = "clm-vane-denied-000003"
LIED = "clm-brenn-lied-000001"


def decided(*decisions: dict[str, Any], **more: Any) -> Site:
    site = site_of(told())
    placed = [
        PlacedDecision(decision=Decision.model_validate(one), file="desk.yml", line=line)
        for line, one in enumerate(decisions, 1)
    ]
    reviewed = apply(site.story, placed, articles=site.articles)
    assert reviewed.stale == ()
    return replace(site, story=reviewed.story, marks=reviewed.marks, **more)


def listed(site: Site) -> list[tuple[str, str | None]]:
    """The corrections that the page lists, in words, each with what it links to."""
    page = lxml.html.fromstring(f"<main>{html(build(site)['corrections.md'])}</main>")
    entries = page.xpath('//section[contains(@class, "ex-correction")]')
    return [(" ".join(one.text_content().split()), (one.xpath(".//a/@href") or [None])[0]) for one in entries]


def test_what_was_changed_is_told_the_newest_first_with_who_why_and_the_way_to_it() -> None:
    act = {"target": "clm-vane-took-money-000002", "op": "set", "field": "act", "value": "statement", "why": "hedged"}
    name = {"target": "per-otto-kell", "op": "rename", "value": "Otto R Kell", "why": "his full name"}
    first, last = listed(decided({**act, "expect": "allegation", **SIGNED}, {**name, "by": "Al", "on": "2031-04-09"}))
    assert first == (
        "renamed by a person A person: “Otto R Kell” name: the machine read “Otto Kell”, now “Otto R Kell” "
        "Why: “his full name” (Al)",
        "../who/per-otto-kell/",
    )
    assert last[0].startswith("corrected by a person A claim: “")
    assert "kind: the machine read “allegation”, now “statement” Why: “hedged” (the desk)" in last[0]
    assert last[1] == "../who-said-what/#clm-vane-took-money-000002"


def test_each_day_is_named_once_and_what_has_none_says_so() -> None:
    name = {"target": "per-otto-kell", "op": "rename", "value": "Otto R Kell", **SIGNED}
    act = {"target": DENIED, "op": "set", "field": "mode", "expect": "direct", "value": "mixed", "why": "x", **SIGNED}
    late = {"target": "per-dora-vane", "op": "rename", "value": "Dora B Vane"}
    page = lxml.html.fromstring(f"<main>{html(build(decided(name, act, late))['corrections.md'])}</main>")
    days = page.xpath('//li[contains(@class, "ex-moment")]')
    told_on = [(one[0].text_content(), len(one.xpath('.//section[contains(@class, "ex-card")]'))) for one in days]
    assert told_on == [("2 April 2031", 2), ("day not given", 1)]


def test_people_of_one_name_are_told_apart() -> None:
    other, claim = "per-otto-kell-leader", "clm-it-is-over-000009"
    split = {"target": "per-otto-kell", "op": "split", "into": other, "value": ["art-bill-falls"], "why": "no relation"}
    speaker = {"target": claim, "op": "set", "field": "speaker", "expect": other, "value": "per-otto-kell", "why": "he"}
    words = " ".join(words for words, _ in listed(decided(split, speaker)))
    first = "Otto Kell (‘harbour-row’)"
    assert f"speaker: the machine read “Otto Kell (‘Council leader’)”, now “{first}”" in words
    assert f"“{first}” and “Otto Kell (‘Council leader’)” are told as two" in words


def test_of_what_was_rejected_no_word_is_told() -> None:
    again = {"target": LIED, "op": "set", "field": "act", "expect": "allegation", "value": "statement", "why": "x"}
    site = decided(again, {"target": LIED, "op": "reject", "why": "misread", **SIGNED})
    assert listed(site) == [("rejected by a person A claim Why: “misread” (the desk)", None)]


def test_words_that_are_held_back_are_not_given_as_what_stood_there_before() -> None:
    article = "art-harbour-row"
    text = site_of(told()).articles[article].text
    (claim,) = (
        one for facts in site_of(told()).story.articles for one in facts.claims if one.id == "clm-friend-said-000004"
    )
    words = claim.content[0]
    start = text.index(words)
    change = {"target": claim.id, "op": "set", "field": "content", "expect": [words], "value": ["Harbour"], "why": "x"}
    assert inner(words) in listed(decided(change))[0][0]
    assert inner(words) not in listed(decided(change, passages={article: ((start, start + len(words)),)}))[0][0]


def test_what_was_confirmed_is_counted_and_what_nobody_changed_is_said() -> None:
    page = html(build(decided({"target": LIED, "op": "confirm"}))["corrections.md"])
    assert "No fact has been corrected yet." in page
    assert "fact was confirmed as it stands." in page


def test_people_are_called_by_their_names_and_claims_by_no_id() -> None:
    speaker = {"target": DENIED, "op": "set", "field": "speaker", "expect": "per-dora-vane", "value": "per-otto-kell"}
    answered = {"target": DENIED, "op": "set", "field": "replies_to", "value": LIED}
    expected = {"expect": "clm-vane-took-money-000002"}
    site = decided({**speaker, "why": "he did"}, {**answered, **expected, "why": "that one"})
    told_of = " ".join(words for words, _ in listed(site))
    assert "speaker: the machine read “Dora Vane”, now “Otto Kell”" in told_of
    assert "answers: the machine read another fact, now another fact" in told_of
    assert "per-" not in told_of


def test_what_nobody_has_checked_is_counted_by_kind_and_what_else_changed_leads_there() -> None:
    revision = Revision(commit="0123456789", moment="2031-04-02T10:00:00Z", headline="claims: 1 added", about="Ann Lee")
    counted = replace(revision, commit="9876543210", is_whole=False, files=4)
    site = replace(decided(), history=History(revisions=(counted, revision), goes_on=False))
    page = lxml.html.fromstring(f"<main>{html(build(site)['corrections.md'])}</main>")
    kinds = [" ".join(one.text_content().split()) for one in page.xpath("//ul[@class='ex-counts']/li")]
    assert kinds == ["Claims: 1", "Votes: 1", "Roles: 1"]
    (change,) = page.xpath("//ul[@class='ex-gaps']/li")
    assert " ".join(change.text_content().split()) == "Ann Lee claims: 1 added · 2 April 2031"
    assert change.xpath("./a/@href") == ["../changes/#commit-0123456"]


def test_the_page_of_whoever_was_joined_says_who_the_two_were() -> None:
    mark = Mark(op=ReviewOp.MERGE, old="Oto Kel", new="Otto Kell", why="one man")
    page = parsed(build(replace(site_of(told()), marks={"per-otto-kell": (mark,)})))["who/per-otto-kell.md"]
    (shown,) = page.find_class("ex-mark")
    assert "“Oto Kel” and “Otto Kell” are told as one. Why: “one man”" in " ".join(shown.text_content().split())
