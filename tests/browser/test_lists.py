"""Filters, sorting and citations; without JavaScript every list stands whole."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.model]
LEDGER, TIMELINE, WHO = "who-said-what/", "what-happened/", "who/"
PERSON = "who/per-julian-threlwell/"
OWN, OF_STORIES, OF_CHANGES = "address", "address_of_stories", "address_of_changes"


def narrow(page: Page, name: str, value: str) -> None:
    page.locator(f".ex-filters [name={name}]").select_option(value)


def shown(page: Page) -> list[str]:
    return page.locator("[data-ex-item]:visible").evaluate_all("all => all.map(one => one.outerHTML)")


@pytest.mark.parametrize(
    "at, uri, name, value",
    [
        (OWN, LEDGER, "person", "per-chris-philp"),
        (OWN, LEDGER, "source", "unnamed"),
        (OWN, LEDGER, "mode", "direct"),
        (OWN, LEDGER, "kind", "denial"),
        (OWN, LEDGER, "denied", "is_denied"),
        (OWN, TIMELINE, "kind", "vote"),
        (OWN, TIMELINE, "person", "per-yvette-cooper"),
        (OWN, WHO, "role", "prime-minister"),
        (OF_CHANGES, WHO, "party", "org-labour"),
        (OF_STORIES, LEDGER, "article", "art-2031-03-04-albion-courier"),
        (OF_STORIES, TIMELINE, "article", "art-2031-03-04-albion-courier"),
        (OF_STORIES, WHO, "body", "org-union-of-harbour-workers"),
        (OF_STORIES, WHO, "article", "art-2031-03-04-albion-courier"),
        (OF_STORIES, PERSON, "subject", "org-merrow-maritime"),
        (OF_STORIES, PERSON, "mode", "direct"),
        (OF_STORIES, PERSON, "article", "art-2031-03-18-northlight-news"),
    ],
)
def test_a_filter_leaves_what_it_names_and_can_be_sent_as_a_link(
    open_page: Open, at: str, uri: str, name: str, value: str
) -> None:
    page = open_page(uri, at)
    everything = shown(page)
    narrow(page, name, value)
    left = shown(page)
    assert left == [
        one for one in everything if value in one.partition(f'data-ex-{name}="')[2].partition('"')[0].split()
    ]
    assert 0 < len(left) < len(everything)
    assert str(len(left)) in page.locator(".ex-filters output").inner_text().split()
    assert parse_qs(urlsplit(page.url).query) == {name: [value]}
    page.reload()
    assert shown(page) == left
    page.locator(".ex-filters button[type=reset]").click()
    expect(page.locator("[data-ex-item]:visible")).to_have_count(len(everything))
    assert urlsplit(page.url).query == ""


def test_headings_of_what_is_filtered_out_go_too(open_page: Open) -> None:
    page = open_page(LEDGER)
    narrow(page, "kind", "denial")
    assert page.locator("article h2:visible").all_inner_texts() == ["Unnamed sources"]


def test_words_are_found_in_a_list(open_page: Open) -> None:
    page = open_page(LEDGER)
    page.locator(".ex-filters [name=words]").press_sequentially("nonsense")
    left = page.locator("[data-ex-item]:visible")
    assert left.count() and all("nonsense" in text for text in left.all_inner_texts())


def test_claims_are_sorted_by_source_and_back(open_page: Open) -> None:
    page = open_page(LEDGER)
    headings = page.locator("[data-ex-item] h3")
    listed = headings.all_inner_texts()
    narrow(page, "order", "source")
    sources = [heading.lstrip("“").casefold() for heading in headings.all_inner_texts()]
    assert sources == sorted(sources) and len(sources) == len(listed)
    narrow(page, "order", "")
    assert headings.all_inner_texts() == listed


def test_claims_are_sorted_by_time_those_without_one_last(open_page: Open) -> None:
    page = open_page(LEDGER, OF_STORIES)
    narrow(page, "order", "rank")
    ranks = page.locator("[data-ex-item]").evaluate_all("all => all.map(one => Number(one.dataset.exRank))")
    assert ranks == sorted(ranks)
    timed = page.locator("[data-ex-item]").evaluate_all("all => all.map(one => !!one.querySelector('.ex-time'))")
    assert timed == sorted(timed, reverse=True) and any(timed)


def test_a_citation_carries_source_words_denial_and_link(open_page: Open) -> None:
    page = open_page(f"{LEDGER}?denied=is_denied", permissions=["clipboard-read", "clipboard-write"])
    claim = page.locator("[data-ex-item]:visible").first
    claim.locator(".ex-cite").click()
    expect(claim.locator(".ex-cite")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert claim.locator("blockquote.ex-content").inner_text() in copied
    assert "Denied: " in copied and "absolute nonsense" in copied
    assert copied.endswith(claim.locator("h3 .headerlink").evaluate("link => link.href"))


def test_a_claim_on_a_short_page_can_be_cited_too(open_page: Open) -> None:
    page = open_page("who/per-chris-philp/", permissions=["clipboard-read", "clipboard-write"])
    assert page.locator(".ex-filters").count() == 0
    page.locator(".ex-cite").first.click()
    expect(page.locator(".ex-cite").first).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Chris Philp said")


@pytest.mark.parametrize("uri", ["", "2/"])
def test_a_list_on_several_pages_is_filtered_as_one(open_page: Open, uri: str) -> None:
    page = open_page(LEDGER + uri, OF_STORIES)
    pages = page.locator(".ex-parts").first.locator("a, strong").count()
    on_page = len(shown(page))
    page.get_by_role("button", name=f"Search all {pages} pages of this list").click()
    expect(page.locator(".ex-parts").first).to_be_hidden()
    everything = shown(page)
    assert len(everything) > on_page * (pages - 1)
    assert f"of {len(everything)} " in page.locator(".ex-filters output").inner_text()
    headings = page.locator("article h2:visible").all_inner_texts()
    assert len(headings) == len(set(headings)) > 1
    option = page.locator(".ex-filters [name=kind] option", has_text="denial")
    narrow(page, "kind", "denial")
    left = shown(page)
    assert option.inner_text().endswith(f"({len(left)})")
    assert all('data-ex-kind="denial"' in one for one in left) and len(left) > 1
    page.reload()
    expect(page.locator("[data-ex-item]:visible")).to_have_count(len(left))


def test_what_comes_from_another_page_leads_where_it_led_and_can_be_cited(open_page: Open) -> None:
    page = open_page(LEDGER, OF_STORIES, permissions=["clipboard-read", "clipboard-write"])
    here = page.locator("[data-ex-item]").count()
    page.locator("[data-ex-parts]").click()
    expect(page.locator("[data-ex-parts]")).to_have_count(0)
    claim = page.locator("[data-ex-item]").nth(here + 1)
    claim.locator(".ex-cite").click()
    expect(claim.locator(".ex-cite")).to_have_text("Copied")
    address = page.evaluate("navigator.clipboard.readText()").rpartition(" ")[2]
    page.goto(address)
    anchor = urlsplit(address).fragment
    expect(page.locator(f"[id='{anchor}']")).to_be_visible()


@pytest.mark.parametrize("uri", [LEDGER, TIMELINE, WHO])
def test_without_javascript_lists_stand_whole_and_nothing_idle_is_shown(open_page: Open, uri: str) -> None:
    page = open_page(uri, java_script_enabled=False)
    assert page.locator("[data-ex-item]").count() == page.locator("[data-ex-item]:visible").count() > 5
    assert page.locator(".ex-filters:visible, .ex-cite:visible").count() == 0


@pytest.mark.parametrize("uri", ["", "disputed/", "votes/", "to-review/"])
def test_what_a_chip_says_can_be_read_wherever_it_stands(open_page: Open, uri: str) -> None:
    chips = open_page(uri, "address_of_stories").locator(".ex-chip").filter(visible=True)
    sizes = chips.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert sizes and min(sizes) >= 11


def test_times_stand_in_one_size_however_they_were_worked_out(open_page: Open) -> None:
    page = open_page("what-happened/")
    times = page.locator(".ex-when, .ex-when summary").filter(visible=True)
    assert page.locator("details.ex-when").count() and page.locator("p.ex-when").count()
    assert len({*times.evaluate_all("all => all.map(one => getComputedStyle(one).fontSize)")}) == 1
    # Nor do they wear the colours of the page of changes.
    assert len({*times.evaluate_all("all => all.map(one => getComputedStyle(one).fontWeight)")} - {"400"}) == 1


@pytest.mark.parametrize("has_scripts", [True, False])
def test_how_a_time_was_worked_out_is_told_on_request(open_page: Open, has_scripts: bool) -> None:
    page = open_page(TIMELINE, java_script_enabled=has_scripts)
    how = page.locator("details.ex-how").first
    expect(how.locator("p")).not_to_be_visible()
    how.locator("summary").press("Enter")
    expect(how.locator("p")).to_contain_text("day of publication is not known")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_evidence_is_printed(open_page: Open, has_scripts: bool) -> None:
    page = open_page(LEDGER, java_script_enabled=has_scripts)
    evidence = page.locator(".ex-evidence blockquote").first
    expect(evidence).not_to_be_visible()
    page.emulate_media(media="print")
    expect(evidence).to_be_visible()
    assert page.locator(".ex-filters:visible").count() == 0
    assert page.pdf().startswith(b"%PDF")
