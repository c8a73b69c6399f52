"""What several articles report stands once, and says which was first; what may be one stands twice."""

from dataclasses import replace
from typing import Any

import lxml.html
import pytest

from generator.facts import apply
from generator.model.review import Decision, PlacedDecision
from generator.model.words import ReviewOp
from generator.pages import build
from generator.pages.site import Site
from tests.pages.sites import html, site_of

WORDS = "The harbour was paid for by this town"
DENIAL = "That is not so"
Day = str | None


def told(name: str, published: Day, claims: list[dict[str, Any]]) -> dict[str, Any]:
    """An article in which Dora Vane speaks, or whoever a claim names."""
    person = {
        "id": "per-dora-vane",
        "name": "Dora Vane",
        "sort_name": "Vane, Dora",
        "evidence": [{"exact": "Dora Vane"}],
    }
    article = {"id": f"art-{name}", "path": name, "title": f"Paper {name}", "sha256": name, "extractor": "x"}
    facts = {"article": {**article, "published": published, "licence": "MIT"}, "people": [person], "claims": claims}
    return {"text": f"Dora Vane: “{WORDS}.” “{DENIAL},” said an aide. ({name})", "facts": facts}


def claim(key: str, words: str = WORDS, **fields: Any) -> dict[str, Any]:
    named = {"attribution": "named-person", "speaker": "per-dora-vane", "source": "Dora Vane"}
    return {
        "id": key,
        "mode": "direct",
        "act": "statement",
        "content": [words],
        "evidence": [{"exact": words}],
        **named,
        **fields,
    }


def claims_of(site: Site) -> list[str]:
    """The text of each claim in the list of all."""
    page = lxml.html.fromstring(f"<main>{html(build(site)['who-said-what.md'])}</main>")
    return [" ".join(section.text_content().split()) for section in page.find_class("ex-claim")]


@pytest.mark.parametrize(
    "days, first",
    [
        ({"a": "2031-03-05", "b": "2031-03-04"}, "reported by 2 articles, first by Paper b on 4 March 2031"),
        (
            {"a": "2031-03-04", "b": "2031-03-04"},
            "reported by 2 articles, first by Paper a and Paper b on 4 March 2031",
        ),
        ({"a": "2031-03-04", "b": None}, "reported by 2 articles Evidence"),
        ({"a": "2031-03-05", "b": "2031-03-04", "c": "2031-03-06"}, "reported by 3 articles, first by Paper b"),
    ],
)
def test_a_claim_says_how_many_articles_report_it_and_which_was_first(days: dict[str, Day], first: str) -> None:
    (found,) = claims_of(site_of([told(name, day, [claim(f"clm-{name}")]) for name, day in days.items()]))
    assert first in found
    assert all(f"Paper {name}" in found.partition("Evidence")[2] for name in days)


@pytest.mark.parametrize(
    "days, first",
    [
        ({"a": "2031-03-04"}, "“Mayor” as reported by Paper a on 4 March 2031"),
        ({"a": None}, "“Mayor” as reported by Paper a Evidence"),
        ({"a": "2031-03-05", "b": "2031-03-04"}, "“Mayor” reported by 2 articles, first by Paper b on 4 March 2031"),
        (
            {"a": "2031-03-04", "b": "2031-03-04"},
            "“Mayor” reported by 2 articles, first by Paper a and Paper b on 4 March 2031",
        ),
        ({"a": "2031-03-04", "b": None}, "“Mayor” reported by 2 articles Evidence"),
    ],
)
def test_a_role_says_since_which_day_it_is_reported_where_all_days_are_known(days: dict[str, Day], first: str) -> None:
    articles = [told(name, day, [claim(f"clm-{name}")]) for name, day in days.items()]
    for one in articles:
        evidence = {"evidence": [{"exact": "Dora Vane"}]}
        role = {"id": f"mem-{one['facts']['article']['id']}", "person": "per-dora-vane", "role": "Mayor"}
        one["facts"]["memberships"] = [role | evidence]
    page = lxml.html.fromstring(html(build(site_of(articles))["who/per-dora-vane.md"]))
    (role,) = page.find_class("ex-role")
    assert " ".join(role.text_content().split()).startswith(first)


def test_a_denial_in_one_article_stands_beside_the_claim_that_all_report() -> None:
    denial = claim(
        "clm-no", DENIAL, act="denial", replies_to="clm-b", attribution="unnamed", speaker=None, source="an aide"
    )
    site = site_of([told("a", "2031-03-04", [claim("clm-a")]), told("b", "2031-03-05", [claim("clm-b"), denial])])
    told_of = {
        uri: section.text_content()
        for uri, page in build(site).items()
        for section in lxml.html.fromstring(f"<main>{html(page)}</main>").find_class("ex-claim")
        if WORDS in section.find_class("ex-content")[0].text_content()
    }
    assert {"who-said-what.md", "disputed.md"} <= told_of.keys()
    assert [uri for uri, text in told_of.items() if DENIAL not in text] == []


def test_reports_that_a_person_told_apart_stand_apart() -> None:
    site = site_of([told("a", "2031-03-04", [claim("clm-a")]), told("b", "2031-03-05", [claim("clm-b")])])
    assert len(claims_of(site)) == 1
    decision = Decision(target="clm-b", op=ReviewOp.SET, field="act", expect="statement", value="allegation")
    reviewed = apply(site.story, [PlacedDecision(decision=decision, file="desk.yml", line=1)])
    assert len(claims_of(replace(site, story=reviewed.story))) == 2


def test_named_here_and_unnamed_there_are_two_claims_that_may_be_one() -> None:
    unnamed = claim("clm-a", attribution="unnamed", speaker=None, source="an aide")
    site = site_of([told("a", "2031-03-04", [unnamed]), told("b", "2031-03-05", [claim("clm-b")])])
    assert len(claims_of(site)) == 2
    assert all("They may be one claim or two. details" in text for text in claims_of(site))
    page = lxml.html.fromstring(f"<main>{html(build(site)['disputed.md'])}</main>")
    (card,) = page.find_class("ex-discrepancy")
    text = " ".join(card.text_content().split())
    assert text.startswith(f"Two claims that may be one: “{WORDS}”")
    assert "They may be one claim or two; here they stay two." in text
    assert [side.text_content().strip() for side in card.find_class("ex-reading")] == ["“an aide”", "Dora Vane"]


def test_where_groups_stood_is_told_apart_from_where_people_stood() -> None:
    article = told("a", "2031-03-04", [])
    article["facts"]["organizations"] = [
        {"id": "org-blue", "name": "Blue Party", "classification": "party", "evidence": [{"exact": "Blue Party"}]}
    ]
    vote = {"id": "vot-pier", "status": "held", "motion": "the pier", "evidence": [{"exact": "the pier"}]}
    vote["positions"] = [
        {"voter": "per-dora-vane", "option": "against", "kind": "cast"},
        {"voter": "org-blue", "option": "abstain", "count": 12, "kind": "cast"},
    ]
    article["facts"]["votes"] = [vote]
    page = lxml.html.fromstring(f"<main>{html(build(site_of([article]))['votes.md'])}</main>")
    stood = {" ".join(ul.getprevious().text_content().split()): ul for ul in page.find_class("ex-positions")}
    assert {label: " ".join(ul.text_content().split()) for label, ul in stood.items()} == {
        "Where groups stood": "Blue Party: abstaining, 12 as voted",
        "Where people stood": "Dora Vane: against as voted",
    }
