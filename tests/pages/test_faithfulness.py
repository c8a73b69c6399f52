"""No page says more than its articles: each rule holds wherever the facts that it speaks of appear."""

import copy
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import lxml.html
import pytest

from generator.model.review import Mark
from generator.model.words import ReviewOp
from generator.pages import build
from tests.pages.sites import html, site_of, told

DENIED, DENIAL = "Ms Vane took money from the port", "That is a lie."
TOGETHER = "ancestor-or-self::*[self::section or self::li or contains(@class, 'ex-side')][1]"
WORDS_OF_CLAIMS = [DENIED, DENIAL, "had lied to the council", "I never met the builder", "the report would come soon"]


@cache
def pages() -> dict[str, lxml.html.HtmlElement]:
    return parsed(build(site_of(told())))


def parsed(built: dict[str, str]) -> dict[str, lxml.html.HtmlElement]:
    return {uri: lxml.html.fromstring(f"<main>{html(page)}</main>") for uri, page in built.items()}


def holding(words: str, page: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """The innermost elements that hold the words, but for an article's own text shown whole."""
    for text in page.xpath("//text()[contains(., $words)][not(ancestor::*[@class='ex-text'])]", words=words):
        element = text.getparent()
        yield element.getparent() if text.is_tail else element


def votes(motion: str, status: str) -> list[str]:
    found = [
        " ".join(section.text_content().split())
        for page in pages().values()
        for section in page.find_class(f"ex-vote--{status}")
        if f"“{motion}”" in section.text_content()
    ]
    assert len(found) >= 3
    return found


@pytest.mark.parametrize("words", WORDS_OF_CLAIMS)
def test_words_of_a_claim_are_always_quoted(words: str) -> None:
    places = [(e, uri) for uri, page in pages().items() for e in holding(words, page)]
    assert len(places) >= 4
    for element, uri in places:
        before = element.text_content().partition(words)[0]
        assert before.count("“") > before.count("”"), (uri, element.text_content())


def test_every_claim_names_its_source_its_words_and_its_kind() -> None:
    for uri, page in pages().items():
        for section in page.find_class("ex-claim"):
            heading = section.find(".//h3").text_content()
            assert any(w in heading for w in ("said", "No source given", "as the article puts it", "not commenting")), (
                uri
            )
            assert section.find_class("ex-content")[0].text_content().strip("“”")
            if section.get("data-act") != "statement":
                chips = [chip.text_content() for chip in section.find_class("ex-chips")[0].find_class("ex-chip")]
                assert section.get("data-act").replace("-", " ") in chips, uri


@pytest.mark.parametrize("one, other", [(DENIED, DENIAL), (DENIAL, DENIED)])
@pytest.mark.parametrize(
    "left_out",
    ["//nothing", "//*[@data-search-exclude]", "//details"],
    ids=["all", "what search finds", "what is in sight"],
)
def test_a_denial_stands_beside_what_it_denies(one: str, other: str, left_out: str) -> None:
    seen = set()
    for uri, page in parsed(build(site_of(told()))).items():
        for element in page.xpath(left_out):
            element.drop_tree()
        for element in holding(one, page):
            (beside,) = element.xpath(TOGETHER)
            assert other in beside.text_content(), (uri, lxml.html.tostring(beside))
            seen.add(uri)
    assert seen >= {
        "index.md",
        "stories/sto-bill-falls.md",
        "who-said-what.md",
        "what-happened.md" if one == DENIED else "unknown.md",
        "disputed.md",
        "who/per-dora-vane.md",
        "articles/art-harbour-row.md",
    }


def test_an_unnamed_source_is_quoted_and_never_somebody() -> None:
    hostile = copy.deepcopy(told())
    hostile[0]["facts"]["claims"][1]["speaker"] = "per-otto-kell"
    for page in parsed(build(site_of(hostile))).values():
        headings = [s.find(".//h3") for s in page.find_class("ex-claim") if s.get("data-attribution") == "unnamed"]
        for heading in headings:
            assert heading.text_content().startswith(("“One insider” said", "“A friend of the mayor” said"))
            assert not heading.xpath(".//a[contains(@href, 'who/')]")


def test_a_speaker_that_is_not_certain_stays_the_articles_word() -> None:
    headings = [h.text_content() for page in pages().values() for h in page.iter("h3") if "She" in h.text_content()]
    assert headings and all(h.startswith("“She” said") for h in headings)


def test_a_claim_within_a_claim_shows_who_tells_it() -> None:
    for page in pages().values():
        for element in holding("“I never met the builder.”", page):
            (beside,) = element.xpath("ancestor-or-self::*[self::section or self::p][1]")
            assert "Aldo Brenn (as told by “A friend of the mayor”) said" in beside.text_content()


def test_nobody_is_said_to_tell_of_what_they_said_themselves() -> None:
    one = copy.deepcopy(told())[:1]
    claims = {claim["id"]: claim for claim in one[0]["facts"]["claims"]}
    claims["clm-friend-said-000004"] |= {"attribution": "named-person", "speaker": "per-aldo-brenn"}
    headings = [h.text_content() for page in parsed(build(site_of(one))).values() for h in page.iter("h3")]
    assert any(heading.startswith("Aldo Brenn said") for heading in headings)
    assert [h for h in headings if "as told by" in h] == []


def test_thoughts_are_kept_apart_from_what_was_said() -> None:
    for uri in ("who-said-what.md", "who/per-aldo-brenn.md"):
        headings = pages()[uri].xpath("//*[@data-act='intention']/preceding::h2[1]")
        assert [h.text_content()[-13:] for h in headings] == ["think or want"]
    for page in pages().values():
        for section in page.xpath("//*[@data-act='intention']"):
            assert "said" not in section.find(".//h3").text_content()


def test_a_planned_vote_is_never_told_as_held() -> None:
    for text in votes("the pier", "planned"):
        assert text.startswith("Planned vote: “the pier” Who voteselectorate Still to come")
        assert not {"held", "rejected", "passed", "voted", "result", "0"} & set(text.casefold().split())


def test_a_vote_planned_in_one_article_and_held_in_another_is_one_with_its_history() -> None:
    for text in votes("the Harbour Bill", "held"):
        assert "harbour-row: planned" in text and "Harbour Bill falls: held" in text
        assert "Dora Vane: against as voted" in text and "Dora Vane: against declared beforehand" in text


def test_a_motion_of_few_words_is_told_with_its_body_and_its_article() -> None:
    for uri, item in (("index.md", "p"), ("unknown.md", "li")):
        for link in pages()[uri].xpath("//a[contains(., 'the pier')]"):
            (told,) = link.xpath(f"ancestor::{item}[1]/..")
            assert "electorate · as reported by harbour-row" in " ".join(told.text_content().split()), uri


def test_few_words_for_a_vote_on_a_bill_are_told_with_the_bill() -> None:
    for motion, title in (
        ("its second reading", "Planned vote on “Harbour Bill”: “its second reading”"),
        ("the Harbour Bill", "Planned vote: “the Harbour Bill”"),
        ("a motion that the council reads it again", "Planned vote: “a motion that the council reads it again”"),
    ):
        one = copy.deepcopy(told())[:1]
        one[0]["text"] += f" They will vote on {motion} soon."
        one[0]["facts"]["votes"] = [one[0]["facts"]["votes"][0] | {"motion": motion}]
        page = parsed(build(site_of(one)))["votes.md"]
        assert [heading.text_content() for heading in page.iter("h3")] == [title]


def test_what_happened_is_told_with_the_article_that_says_so_wherever_it_is_told() -> None:
    (link,) = pages()["index.md"].xpath("//li[contains(@class, 'ex-moment--event')]//a[contains(., 'old hall')]")
    assert "As reported by Harbour Bill falls" in " ".join(link.xpath("../..")[0].text_content().split())


def test_a_general_name_that_no_article_has_is_not_quoted() -> None:
    for text in votes("the pier", "planned"):
        assert "electorate" in text and "“electorate”" not in text


def test_a_missing_count_is_said_to_be_missing() -> None:
    for text in votes("a first plan", "held"):
        assert "Count not reported." in text
        assert "0" not in text


def test_where_reports_disagree_both_are_shown_with_their_articles() -> None:
    other = copy.deepcopy(told())
    other[1]["facts"]["votes"][0]["counts"] = {"for": 8, "against": 12}
    built = parsed(build(site_of(other)))
    held = [s.text_content() for s in built["votes.md"].find_class("ex-vote--held") if "Harbour" in s.text_content()]
    assert all(words in held[0] for words in ("reports disagree", "as reported by Harbour Bill falls", "A second look"))
    sides = [side.text_content().split()[0] for side in built["disputed.md"].find_class("ex-side")]
    assert sides == ["8", "7", "“last", "“on"]
    for side in built["disputed.md"].find_class("ex-side"):
        assert side.find(".//blockquote") is not None and side.find(".//figcaption/a") is not None


@pytest.mark.parametrize("written, stages", [("on Monday", 2), ("on Monday at seven", 3)])
def test_reports_are_one_stage_only_where_they_tell_the_same_time(written: str, stages: int) -> None:
    other = copy.deepcopy(told())
    when = {"as_written": written, "date": "2025-01-20", "relative": "P0D"}
    other[2]["facts"]["article"]["published"] = other[1]["facts"]["article"]["published"]
    other[2]["facts"]["votes"][0]["when"] = when
    page = parsed(build(site_of(other)))["votes.md"]
    (history,) = page.find_class("ex-history")
    assert len(history.findall("li")) == stages


def test_what_differs_is_told_in_plain_words_and_only_the_articles_words_are_quoted() -> None:
    other = copy.deepcopy(told())
    other[1]["facts"]["votes"][0] |= {"result": "passed", "when": {"date": "2025-01-20"}}
    other[2]["facts"]["votes"][0] |= {"when": {"date": "2025-01-20"}}
    for article, count in ((1, 3), (2, 4)):
        position = {"voter": "org-harbour-council", "option": "for", "count": count, "kind": "cast"}
        other[article]["facts"]["votes"][0]["positions"] = [position]
    page = parsed(build(site_of(other)))["disputed.md"]
    cards = [" ".join(card.text_content().split()) for card in page.find_class("ex-discrepancy")]
    assert any("What differs: votes for, Harbour Council 3" in card for card in cards)
    assert any("What differs: the result passed" in card for card in cards)
    assert not any("org-" in card for card in cards)


def held_with(**fields: Any) -> list[str]:
    """The vote that two articles report, where the first tells more of it."""
    other = copy.deepcopy(told())
    other[1]["facts"]["votes"][0].update(fields)
    built = parsed(build(site_of(other)))
    sections = built["votes.md"].find_class("ex-vote--held")
    return [" ".join(s.text_content().split()) for s in sections if "12" in s.text_content()]


def test_a_motion_the_other_way_round_is_shown_with_its_words_and_is_no_disagreement() -> None:
    motion = "to reject the Harbour Bill"
    (text,) = held_with(motion=motion, result="passed", counts={"for": 12, "against": 7})
    assert "reports disagree" not in text
    outcomes = "passed, a majority of 5 for 12 against 7 as reported by Harbour Bill falls"
    other = "rejected, a majority of 5 for 7 against 12 “the Harbour Bill”, as reported by A second look"
    assert outcomes in text and other in text
    assert "Dora Vane: against as voted “the Harbour Bill”, as reported by A second look" in text


def test_a_motion_the_other_way_round_that_ended_alike_is_a_disagreement() -> None:
    (text,) = held_with(motion="to reject the Harbour Bill", counts={"for": 7, "against": 12})
    assert "reports disagree" in text


def test_the_sites_own_verb_is_said_and_the_articles_verb_is_quoted() -> None:
    for page in pages().values():
        for element in holding("denied", page):
            text = element.text_content()
            before = text[: text.index("denied")]
            is_site = (
                element.tag == "option"
                or element.xpath("ancestor-or-self::*[starts-with(@class, 'ex-picture')]")
                or text.strip() in ("Denied", "Claims that are denied")
                or "that is denied" in text
            )
            assert is_site or before.count("“") > before.count("”"), text
        assert "refuted" not in page.text_content() and "no response" not in page.text_content()


def test_what_a_heading_says_of_all_sources_is_not_said_again_of_each() -> None:
    rows = "//*[contains(@class, 'ex-chip--un')][not(ancestor::*[@class='ex-answers'])]"
    chips = {uri: [chip.text_content() for chip in page.xpath(rows)] for uri, page in pages().items()}
    assert "unnamed source" in chips["disputed.md"]
    for uri, heading in (("unknown.md", "Who the unnamed sources are"), ("who-said-what.md", "Unnamed sources")):
        assert heading in pages()[uri].text_content()
        assert "unnamed source" not in chips[uri]
    assert "not worked out who this is" in chips["who-said-what.md"]
    assert "not worked out who this is" not in chips["unknown.md"]


def test_the_articles_verb_is_left_out_where_it_is_the_sites() -> None:
    said = [" ".join(e.text_content().split()) for page in pages().values() for e in page.find_class("ex-said")]
    assert {"“She” said (“added”):", "“One insider” said:"} <= {*said}
    assert [words for words in said if "“said”" in words] == []


def test_an_unlicensed_articles_text_is_nowhere_whole() -> None:
    text = told()[0]["text"]
    for uri, page in pages().items():
        assert text.strip() not in page.text_content(), uri
    assert not pages()["articles/art-harbour-row.md"].find_class("ex-text")
    assert pages()["articles/art-second-look.md"].find_class("ex-text")[0].text_content() == told()[2]["text"]


def test_gaps_are_counted() -> None:
    text = " ".join(pages()["unknown.md"].text_content().split())
    for words in (
        "Articles without a day of publication 1 article; its times",
        "2 claims are of sources that articles leave unnamed",
        "Claims with no source given 1 claim.",
        "1 claim has a source whose person or organization is not certain",
        "Votes held whose count was not reported 1 vote.",
        "Planned votes with no time given 1 vote.",
        "Events with no time given 1 event, listed",
        "People without a reported role None.",
    ):
        assert words in text, words
    assert "“One insider” said" in text


def test_a_rejected_fact_is_gone_from_every_page() -> None:
    left = copy.deepcopy(told())
    rejected = left[0]["facts"]["claims"].pop(1)["id"]
    mark = Mark(op=ReviewOp.REJECT, why="misread", by="desk")
    for uri, page in parsed(build(site_of(left, marks={rejected: (mark,)}))).items():
        assert not page.xpath(f"//*[contains(@id, '{rejected}') or contains(@href, '{rejected}')]"), uri


def test_what_a_person_decided_is_told_beside_the_fact() -> None:
    decided = {"field": "act", "old": "statement", "new": "allegation", "why": "it hedges"}
    mark = Mark(op=ReviewOp.SET, **decided, by="desk", on="2025-01-22")
    for page in parsed(build(site_of(told(), marks={"clm-brenn-lied-000001": (mark,)}))).values():
        for section in page.find_class("ex-claim--allegation"):
            if "had lied" in section.find_class("ex-content")[0].text_content():
                text = " ".join(section.text_content().split())
                assert "corrected by a person kind: the machine read “statement”, now “allegation”." in text
                assert "Why: “it hedges” (desk, 22 January 2025)" in text


def test_what_somebody_wants_is_never_told_without_the_article_s_own_verb() -> None:
    """ "Refused" and "wanted" are opposites, and both tell of a mind."""
    seen = 0
    for uri, page in pages().items():
        for told_of in page.xpath(
            "//section[h3[contains(., 'as the article puts it')]] | //p[contains(., 'as the article puts it')]"
        ):
            text = " ".join(told_of.text_content().split())
            assert "as the article puts it" in text.partition("“wants to leave politics”")[0], uri
            seen += 1
    assert seen


DOUBTED = ("clm-vane-took-money-000002", "vot-pier-000002", "mem-mayor-000002")
UNCONFIRMED = "machine reading, unconfirmed"


def test_what_the_machine_is_unsure_of_is_marked_wherever_it_stands() -> None:
    for uri, page in pages().items():
        for section in page.xpath("//section[@id='clm-vane-took-money-000002' or .//h3[@id='vot-pier-000002']]"):
            assert UNCONFIRMED in section.text_content(), uri
        for brief in page.find_class("ex-brief"):
            if "Ms Vane took money" in brief.text_content():
                assert UNCONFIRMED in brief.text_content(), uri
    for record in DOUBTED:
        assert f"- target: {record}" in pages()["to-review.md"].text_content()


def test_what_a_person_confirmed_is_doubted_no_more() -> None:
    marks = {record: (Mark(op=ReviewOp.CONFIRM, by="desk"),) for record in DOUBTED}
    for uri, page in parsed(build(site_of(told(), marks=marks))).items():
        assert UNCONFIRMED not in page.text_content(), uri


@pytest.mark.parametrize(
    "planned, held, together",
    [
        ("2025-01-20", "2025-01-20", True),
        ("2025-01-13/2025-01-20", "2025-01-20", True),
        (None, "2025-01-20", True),
        ("2025-01-22", "2025-01-20", False),
    ],
)
def test_votes_told_of_other_days_are_never_made_one(planned: str | None, held: str, together: bool) -> None:
    other = copy.deepcopy(told())
    other[0]["facts"]["votes"][0]["when"] = {"date": planned}
    other[1]["facts"]["votes"][0]["when"] = {"date": held}
    page = parsed(build(site_of(other)))["votes.md"]
    shown = [e.text_content() for e in page.iter("h3") if "Harbour Bill" in e.text_content()]
    assert len(shown) == (1 if together else 2)
    assert ("Planned vote: “the Harbour Bill”" in shown) is not together


def test_somebody_who_was_rejected_is_named_nowhere_but_in_the_articles_words() -> None:
    site = site_of(told())
    left = tuple(person for person in site.story.people if person.id != "per-otto-kell")
    story = replace(site.story, people=left)
    for uri, page in parsed(build(replace(site, story=story))).items():
        assert not page.xpath("//a[contains(@href, 'otto-kell')]"), uri
        for element in holding("Otto Kell", page):
            before = element.text_content().partition("Otto Kell")[0]
            assert before.count("“") > before.count("”"), (uri, element.text_content())
