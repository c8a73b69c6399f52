"""What a page's head tells programs: as faithful as the page, and whatever an article holds, only text."""

import copy
from typing import Any

import lxml.html
import pytest
from hypothesis import given, settings

from generator.escape import json_ld
from generator.export.head import insert
from tests.pages.published import URL, data, every_node, heads, within
from tests.pages.sites import site_of, told
from tests.pages.test_hostile import TRICKS, hostile, site_with

NODES = every_node(site_of(told()))
SCHEDULED = "https://schema.org/EventScheduled"
MONEY, DENIAL = "clm-vane-took-money-000002", "clm-vane-denied-000003"


def refers_to(node: dict[str, Any], record: str) -> bool:
    return str(node.get("@id", "")).endswith(f"#{record}")


def test_every_record_is_told_once_in_schema_orgs_terms() -> None:
    types = {record: node["@type"] for record, node in NODES.items()}
    assert types["art-harbour-row"] == "NewsArticle"
    assert types["per-dora-vane"] == "Person"
    assert types["org-harbour-council"] == "Organization"
    assert types["evt-dock-closed-000001"] == types["vot-harbour-bill-000001"] == "Event"
    assert types[DENIAL] == types["clm-it-is-over-000009"] == "Quotation"
    assert types[MONEY] == types["clm-report-soon-000006"] == "Claim"


def test_no_verdict_is_given_anywhere() -> None:
    text = " ".join(heads(site_of(told())).values())
    assert [word for word in ("ClaimReview", "Rating", "claimReviewed", "truthRating") if word in text] == []


def test_a_claims_words_never_stand_without_its_denial() -> None:
    words = NODES[MONEY]["text"]
    bearers = [record for record, node in NODES.items() for part in within(node) if words in str(part.get("text", ""))]
    assert set(bearers) == {MONEY, DENIAL, "evt-money-000002"}
    for record in bearers:
        told_there = [part.get("text") for part in within(NODES[record])]
        assert NODES[DENIAL]["text"] in told_there, record


def test_five_of_many_denials_stand_where_a_claim_is_only_told_of_and_all_with_the_claim() -> None:
    story = copy.deepcopy(told())
    told_in = [each["facts"].get("claims", []) for each in story]
    ((claims, denial),) = [(claims, one) for claims in told_in for one in claims if one["id"] == DENIAL]
    claims += [denial | {"id": f"clm-vane-denied-10000{n}", "source": f"source {n}"} for n in range(7)]
    nodes = every_node(site_of(story))
    told_there = [part for part in within(nodes["evt-money-000002"]) if part.get("genre") == "denial"]
    assert (len(told_there), len(nodes[MONEY]["subjectOf"])) == (5, 8)


def test_a_denial_is_about_what_it_denies() -> None:
    (denial,) = NODES[MONEY]["subjectOf"]
    assert denial["genre"] == "denial"
    assert refers_to(denial["about"], MONEY)
    assert [part for part in NODES[DENIAL]["about"] if refers_to(part, MONEY)]


def test_who_said_it_is_the_author_only_where_the_article_tells_it_of_them() -> None:
    assert [who["name"] for who in NODES[DENIAL]["spokenByCharacter"]] == ["Dora Vane"]
    assert NODES[MONEY]["creditText"] == "“One insider”"
    for record in (MONEY, "clm-brenn-never-met-000005", "clm-brenn-wants-000007", "clm-kell-no-comment-000008"):
        assert not {"author", "spokenByCharacter"} & NODES[record].keys(), record
    nested = NODES["clm-brenn-never-met-000005"]
    assert "as told by “A friend of the mayor”" in nested["creditText"]
    assert any(refers_to(whole, "clm-friend-said-000004") for whole in nested["isPartOf"])
    assert NODES["clm-brenn-wants-000007"]["text"].startswith("Aldo Brenn, as the article puts it")


def test_what_somebody_did_not_say_has_no_author() -> None:
    left, words = copy.deepcopy(told()), "Otto Kell refused to deny it was over."
    left[1]["text"] += f" {words}"
    (claim,) = (one for one in left[1]["facts"]["claims"] if one["id"] == "clm-it-is-over-000009")
    claim |= {"mode": "indirect", "act": "statement", "cue": "refused to deny", "content": ["it was over"]}
    claim["evidence"] = [{"exact": words}]
    node = every_node(site_of(left))[claim["id"]]
    assert not {"author", "spokenByCharacter"} & node.keys()
    assert "as the article puts it" in node["text"] and "refused to deny it was over" in node["text"]


def test_what_is_planned_is_scheduled_and_what_was_held_has_no_status() -> None:
    assert NODES["vot-pier-000002"]["eventStatus"] == SCHEDULED
    assert NODES["vot-pier-000002"]["name"].startswith("Planned vote: ")
    assert "description" not in NODES["vot-pier-000002"] or "result" not in NODES["vot-pier-000002"]["description"]
    assert "eventStatus" not in NODES["vot-harbour-bill-000001"]
    assert "eventStatus" not in NODES["evt-council-met-000003"]


def test_a_day_is_given_only_where_it_is_one() -> None:
    assert NODES["vot-harbour-bill-000001"]["startDate"] == "2025-01-20"
    assert "startDate" not in NODES["evt-dock-closed-000001"]


def test_a_role_is_as_reported() -> None:
    roles = [role["roleName"] for role in NODES["per-dora-vane"]["memberOf"]]
    assert roles == ["the mayor"]
    former = [told()[0] | {"facts": told()[0]["facts"] | {"memberships": [role_of("former")]}}]
    (role,) = every_node(site_of(former))["per-dora-vane"]["memberOf"]
    assert role["roleName"] == "the mayor (former)"


def role_of(tense: str) -> dict[str, Any]:
    evidence = [{"exact": "Dora Vane, the mayor"}]
    return {"id": "mem-a", "person": "per-dora-vane", "role": "the mayor", "tense": tense, "evidence": evidence}


def test_quotations_stay_within_the_budget() -> None:
    article = told()[0]
    words = "harbour " * 100
    claim = {"id": "clm-long", "attribution": "unattributed", "mode": "indirect", "act": "statement"}
    claims = [claim | {"content": [words.strip()], "evidence": [{"exact": words.strip()}]}]
    facts = article["facts"] | {"claims": claims, "votes": [], "events": []}
    facts["article"] = facts["article"] | {"licence": None}
    node = every_node(site_of([{"text": words, "facts": facts}]))["clm-long"]
    assert node["text"].endswith("harbour […]")
    assert len(node["text"]) <= 310


def metas(head: str) -> dict[str, str]:
    page = lxml.html.document_fromstring(f"<html><head>{head}</head><body></body></html>")
    return {meta.get("property"): meta.get("content") for meta in page.iter("meta") if meta.get("property")}


def test_open_graph_with_the_sites_address() -> None:
    person = metas(heads(site_of(told()))["who/per-dora-vane.md"])
    assert person["og:title"] == "Dora Vane"
    assert person["og:type"] == "profile"
    assert person["og:url"] == f"{URL}who/per-dora-vane/"
    assert person["og:image"] == f"{URL}assets/explainer/card.png"
    assert "took money" not in person["og:description"]


def test_without_the_sites_address_nothing_is_made_up() -> None:
    site = site_of(told())
    for uri, head in heads(site, url=None).items():
        assert not {"og:url", "og:image"} & metas(head).keys(), uri
        addresses = [node[key] for node in within(data(head)) for key in ("@id", "url") if key in node]
        originals = {facts.article.url for facts in site.story.articles}
        assert [a for a in addresses if "://" in a and a not in originals] == []


@settings(max_examples=15, deadline=None)
@given(hostile)
def test_hostile_words_leave_the_head_as_it_is(words: str) -> None:
    for uri, head in heads(site_with(words)).items():
        assert shape(head) == shape(HARMLESS[uri]), uri
        data(head)


@pytest.mark.parametrize("words", TRICKS)
def test_every_known_trick_is_harmless_in_a_head(words: str) -> None:
    test_hostile_words_leave_the_head_as_it_is.hypothesis.inner_test(words)


def shape(head: str) -> list[tuple[str, list[str]]]:
    """Every element of a head with the names of its attributes."""
    page = lxml.html.document_fromstring(f"<html><head>{head}</head><body></body></html>")
    return [(str(element.tag), sorted(element.keys())) for element in page.iter()]


HARMLESS = heads(site_with("harmless"))


@pytest.mark.parametrize("words", ["</script>", "<!--<script>", "]]>", "\u2028\u2029", "&lt;/script&gt;", "\ud800"])
def test_a_script_of_json_ld_ends_where_we_end_it(words: str) -> None:
    written = json_ld({"name": words, "parts": [{"text": words}]})
    inner = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inner) & set("<>&\u2028\u2029")
    inner.encode()


def test_elements_go_to_the_end_of_the_head() -> None:
    assert insert("<head><title>x</title></head><body></head>", "<meta>") == (
        "<head><title>x</title><meta>\n</head><body></head>"
    )
    assert insert("no head", "<meta>") == "no head"
