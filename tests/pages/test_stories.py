"""Where articles tell several stories, each has a page of its own, the site lists them, and titles are names alone."""

import copy
from typing import Any

import lxml.html
import pytest

from generator.export.head import head
from generator.pages import build, plan
from generator.pages.views import page as page_module
from generator.pages.views.home import STORIES
from tests.pages.published import published
from tests.pages.sites import site_of, told
from tests.pages.test_faithfulness import parsed

STORY = "stories/sto-bill-falls.md"


def words(page: lxml.html.HtmlElement) -> str:
    return " ".join(page.text_content().split())


def row(number: int, *names: str, day: str = "2025-03-01", bill: str | None = None) -> dict[str, Any]:
    """An article in which each of those named says something."""
    text = " ".join(f"{name} said that plan {number} failed." for name in names) + " They vote on it."
    actors = {f"per-{name.lower().replace(' ', '-')}": name for name in names}
    people = [
        {"id": actor, "name": name, "sort_name": name, "evidence": [{"exact": name}]} for actor, name in actors.items()
    ]
    claims = [
        {
            "id": f"clm-{actor}-{number}",
            "speaker": actor,
            "attribution": "named-person",
            "mode": "indirect",
            "act": "statement",
            "source": name,
            "cue": "said",
            "content": [f"plan {number} failed"],
            "evidence": [{"exact": f"{name} said that plan {number} failed."}],
        }
        for actor, name in actors.items()
    ]
    vote = {"status": "planned", "motion": "it", "bill": bill, "evidence": [{"exact": "They vote on it."}]}
    votes = [{"id": f"vot-it-{number}", **vote}] if bill else []
    article = {"id": f"art-{number:03}", "path": f"seeds/{number}.md", "title": f"Row {number}", "published": day}
    record = article | {"sha256": "x", "extractor": "x"}
    return {"text": text, "facts": {"article": record, "people": people, "claims": claims, "votes": votes}}


TWO = [
    row(1, "Ann Lee", "Bob Oak", "Prue Min"),
    row(2, "Ann Lee", "Bob Oak", "Flo Gay", day="2025-03-04"),
    row(3, "Cy Dee", "Di Elm", "Prue Min", bill="the Ports Bill", day="2025-03-02"),
    row(4, "Cy Dee", "Di Elm", bill="Ports Bill", day="2025-03-20"),
    row(5, "Ed Fir"),
]


def test_a_site_of_one_story_has_no_list_of_stories() -> None:
    one = told()[:3]
    assert site_of(one).story.storylines
    built = build(site_of(one))
    assert not [uri for uri in built if uri.startswith("stories/")]
    assert "Stories" not in [h.text_content() for h in parsed(built)["index.md"].iter("h2")]
    assert "Part of a story" not in "".join(built.values())


def test_articles_that_stand_alone_make_no_list_either() -> None:
    assert not [uri for uri in build(site_of([row(1, "Ann Lee"), row(2, "Bob Oak")])) if uri.startswith("stories/")]


def test_home_and_the_list_name_every_story_the_latest_first() -> None:
    built = parsed(build(site_of(TWO)))
    titles = ["“the Ports Bill”: Cy Dee and Di Elm", "Ann Lee and Bob Oak"]
    for uri in ("index.md", "stories/index.md"):
        links = built[uri].xpath("//a[contains(@href, 'sto-')]")
        assert [link.text_content() for link in links] == titles, uri
        assert [link.get("href").rpartition("/sto-")[2] for link in links] == ["003/", "001/"], uri
    assert "2 articles, published 2 to 20 March 2025 · 5 claims, 2 votes" in words(built["index.md"])


def test_what_stands_alone_is_listed_so() -> None:
    page = parsed(build(site_of(TWO)))["stories/index.md"]
    (after,) = page.xpath("//h2[. = 'Articles in no story']")
    assert [link.text_content() for link in after.xpath("following-sibling::ul//a")] == ["Row 5"]
    assert "1 article stands alone" in words(page)


def test_an_article_leads_to_its_story() -> None:
    built = parsed(build(site_of(TWO)))
    (link,) = built["articles/art-002.md"].xpath("//p[starts-with(., 'Part of a story')]/a")
    assert link.get("href") == "../../stories/sto-001/" and link.text_content() == "Ann Lee and Bob Oak"
    assert "Part of a story" not in words(built["articles/art-005.md"])


def test_a_storys_page_tells_of_its_own_articles_alone() -> None:
    page = parsed(build(site_of(TWO)))["stories/sto-001.md"]
    text = words(page)
    assert "“plan 1 failed”" in text and "“plan 2 failed”" in text
    others = ("plan 3", "plan 4", "plan 5", "Cy Dee", "Di Elm", "Ed Fir", "Ports Bill")
    assert [part for part in others if part in text] == []
    assert [link.text_content() for link in page.xpath("//h2[. = 'Its articles']/following-sibling::ul//a")] == [
        "Row 2",
        "Row 1",
    ]


def test_a_card_counts_what_this_story_tells_of_somebody() -> None:
    built = parsed(build(site_of(TWO)))
    for uri, count in (("stories/sto-001.md", 1), ("index.md", 2)):
        (card,) = built[uri].xpath("//li[contains(@class, 'ex-person')][.//a[. = 'Prue Min']]")
        assert f"speaks in {count} claim" in words(card), uri


def test_a_story_has_the_parts_that_home_has() -> None:
    built = parsed(build(site_of(told())))
    parts = [[h.text_content() for h in built[uri].iter("h2")] for uri in ("index.md", STORY)]
    assert parts[0][1:-1] == parts[1][:-1]
    assert {"Who said what", "The latest", "Votes", "Disputed", "What is next", "What we don’t know"} <= set(parts[1])


def test_a_title_holds_names_and_bills_alone() -> None:
    built = build(site_of(told()))
    assert "title: '“Harbour Bill”: Dora Vane, Otto Kell and Harbour Council'\n" in built[STORY]
    claimed = copy.deepcopy(TWO)
    for each in claimed[:2]:
        each["facts"]["article"]["title"] = "Lee lied"
    assert "title: Ann Lee and Bob Oak\n" in build(site_of(claimed))["stories/sto-001.md"]


def test_gaps_are_counted_within_the_story() -> None:
    hidden = copy.deepcopy(TWO)
    for number in (0, 2):
        hidden[number]["facts"]["claims"][0] |= {"attribution": "unnamed", "speaker": None}
    built = parsed(build(site_of(hidden)))
    assert "Claims of unnamed sources: 2" in words(built["index.md"])
    assert "Claims of unnamed sources: 1" in words(built["stories/sto-001.md"])


def test_many_stories_stand_in_parts_and_home_has_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "OTHER_LENGTH", 5)
    pairs = [row(n, f"Ann Lee{n // 2}", f"Bob Oak{n // 2}", day=f"2025-03-{n + 1:02}") for n in range(20)]
    built = parsed(build(site_of([*pairs, row(30, "Ed Fir")])))
    assert len(built["index.md"].xpath("//a[contains(@href, 'sto-')]")) == STORIES
    listed = [len(built[uri].xpath("//a[contains(@href, 'sto-')]")) for uri in ("stories/index.md", "stories/2.md")]
    assert listed == [5, 5] and "Row 30" in words(built["stories/3.md"])


def test_programs_are_told_what_a_storys_page_holds() -> None:
    site = site_of(TWO)
    page = next(page for page in plan(site) if page.uri == "stories/sto-001.md")
    told_of = str(head(page, published(site)))
    assert "What 2 articles that belong together report of Ann Lee and Bob Oak" in told_of
    assert "ld+json" not in told_of


def test_an_article_without_a_day_is_none_of_those_that_a_day_is_told_of() -> None:
    undated = copy.deepcopy(TWO)
    undated[1]["facts"]["article"].pop("published")
    told_so = "2 articles, published 1 March 2025, 1 of them on a day that is not known · 6 claims"
    built = parsed(build(site_of(undated)))
    assert told_so in words(built["index.md"]) and told_so in words(built["stories/sto-001.md"])


def test_a_title_names_people_before_the_bodies_that_news_of_any_row_names() -> None:
    named = copy.deepcopy(TWO)
    for each in named[:2]:
        each["text"] += " Dockside Police came."
        evidence = [{"exact": "Dockside Police"}]
        each["facts"]["organizations"] = [{"id": "org-police", "name": "Dockside Police", "evidence": evidence}]
    named.append(row(6, "Ann Lee", "Bob Oak", day="2024-01-01"))
    assert "title: Ann Lee, Bob Oak and Dockside Police\n" in build(site_of(named))["stories/sto-001.md"]


def test_a_bill_that_papers_write_with_and_without_an_article_is_named_once_at_a_glance() -> None:
    (about,) = parsed(build(site_of(TWO)))["stories/sto-003.md"].xpath("//dt[. = 'Bills']/following-sibling::dd")
    assert about.text_content() in ("“the Ports Bill”", "“Ports Bill”")
