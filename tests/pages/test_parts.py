"""Long lists stand on several pages, each of which leads to the others; nothing is lost between them."""

from typing import Any

import pytest

from generator.model.publishing import Held, Why
from generator.pages import build
from generator.pages.views import page as page_module
from generator.pages.views import person
from generator.pages.views.page import LENGTHS, PartOf, room, split
from tests.pages.sites import site_of, told

DISPUTES = LENGTHS["disputed.md"] + 5
ARTICLES = LENGTHS["articles/index.md"] + 1


def part(number: int, of: int) -> PartOf:
    return PartOf(number=number, uris=tuple(f"{n}" for n in range(1, of + 1)))


@pytest.mark.parametrize(
    "number, of, linked",
    [
        (1, 1, [1]),
        (2, 4, [1, 2, 3, 4]),
        (60, 60, [*range(1, 61)]),
        (1, 100, [1, 2, 3, 4, 5, 6, None, 100]),
        (7, 100, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, None, 100]),
        (50, 100, [1, None, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, None, 100]),
        (100, 100, [1, None, 95, 96, 97, 98, 99, 100]),
    ],
)
def test_a_part_links_to_all_of_a_few_and_to_the_near_ones_of_many(
    number: int, of: int, linked: list[int | None]
) -> None:
    assert part(number, of).linked == linked


def test_whoever_has_nothing_to_list_has_a_page() -> None:
    assert [part.uri for part, _ in split("who/per-ann-lee.md", (), at_least=0)] == ["who/per-ann-lee.md"]


def test_an_entry_that_many_articles_tell_takes_the_room_of_several() -> None:
    def parts(*told_in: int) -> list[list[int]]:
        return [[*chunk] for _, chunk in split("else.md", told_in, room=room)]

    assert parts(*[1] * 26) == [[1] * 25, [1]]
    assert parts(*[2] * 25) == [[2] * 25]
    assert parts(*[10] * 7) == [[10] * 6, [10]]
    assert parts(1, 10_000, 1, 300) == [[1], [10_000], [1, 300]]
    assert (room(1, beside=7), room(1, beside=28)) == (1, 4)


def test_lists_of_few_parts_alone_can_be_brought_together() -> None:
    assert part(1, 60).is_short and not part(1, 61).is_short


def told_by(number: int, denied: bool = True) -> dict[str, Any]:
    """An article of one claim that is denied; its title is its number."""
    claims = [
        {
            "id": f"clm-{what}-{number}",
            "speaker": None,
            "attribution": "unnamed",
            "mode": "direct",
            "act": act,
            "source": what,
            "content": [f"{what} {number}"],
            "replies_to": answered,
            "evidence": [{"exact": f"{what} {number}"}],
        }
        for what, act, answered in (("one", "statement", None), ("two", "denial", f"clm-one-{number}"))
    ]
    article = {"id": f"art-{number}", "path": f"seeds/{number}.txt", "title": f"Title {number}", "sha256": "a"}
    return {
        "text": f"one {number} two {number}",
        "facts": {"article": article | {"extractor": "test"}, "claims": claims[: 2 if denied else 1]},
    }


def test_every_denied_claim_stands_with_its_denial_on_one_of_the_parts() -> None:
    built = build(site_of([told_by(number) for number in range(DISPUTES)]))
    first, second = built["disputed.md"], built["disputed/2.md"]
    assert "disputed/3.md" not in built
    for number in range(DISPUTES):
        (page,) = [page for page in (first, second) if f"“one {number}”" in page]
        assert f"“two {number}”" in page
    assert 'href="../disputed/2/"' in first and 'href="../../disputed/"' in second
    assert "No disagreement between reports" in first and "No disagreement between reports" not in second
    assert "No denied claim" not in first + second


def test_every_article_is_on_the_list_once() -> None:
    built = build(site_of([told_by(number, denied=False) for number in range(ARTICLES)]))
    listed = built["articles/index.md"] + built["articles/2.md"]
    assert [listed.count(f">Title {number}<") for number in range(ARTICLES)] == [1] * ARTICLES
    assert built["who-said-what.md"].count("ex-card") == LENGTHS["who-said-what.md"]


def test_of_a_claim_that_many_articles_have_ten_quotations_are_shown_and_the_others_counted() -> None:
    articles = [told_by(number, denied=False) for number in range(12)]
    for each in articles:
        each["text"] = "one 0"
        each["facts"]["claims"] = told_by(0, denied=False)["facts"]["claims"]
    page = build(site_of(articles))["who-said-what.md"]
    assert page.count('<figure class="ex-proof">') == 10 and "and&#32;2&#32;more" in page
    assert "reported by&#32;12&#32;articles" in page


def test_of_many_denials_of_what_a_quotation_tells_five_are_shown_there_and_all_beside_the_claim_itself() -> None:
    told = told_by(0)
    claim, denial = told["facts"]["claims"]
    denials = [
        denial | {"id": f"clm-two-{n}", "content": [f"two {n}"], "evidence": [{"exact": f"two {n}"}]} for n in range(12)
    ]
    told["text"] = "it fell one 0 " + " ".join(f"two {n}" for n in range(12))
    event = {"id": "evt-fall", "what": "it fell", "participants": [], "evidence": [{"exact": "it fell one 0"}]}
    told["facts"] |= {"claims": [claim, *denials], "events": [event]}
    built = build(site_of([told]))
    assert built["what-happened.md"].count("ex-chip--denial") == 5 and "and&#32;7&#32;more" in built["what-happened.md"]
    beside = built["who-said-what.md"].partition("ex-answers")[2].partition("</div>")[0]
    assert beside.count("ex-chip--denial") == 12


def test_the_desk_is_told_of_a_hundred_articles_that_hold_something_back_and_how_many_more_there_are() -> None:
    articles = [told_by(number) for number in range(102)]
    held = tuple(Held(id=f"clm-{n}", why=Why.GRAVE, articles=(f"art-{n}",)) for n in range(102))
    page = build(site_of(articles, held=held))["to-review.md"].partition("</aside>")[0]
    assert page.count("(1)") == 100 and "and&#32;2&#32;more" in page


def test_what_stands_on_a_further_page_of_a_person_is_not_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "OTHER_LENGTH", 1)
    built = build(site_of(told()))
    first, last = built["who/per-dora-vane.md"], built["who/per-dora-vane/2.md"]
    assert "What was said of them" in last and "What was said of them" not in first
    assert "No claim about them is reported" not in first


def test_the_roles_within_a_body_stand_on_several_parts_of_its_page_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person, "POSTS", 1)
    built = build(site_of(told()))
    parts = [text for uri, text in built.items() if uri.startswith("who/org-harbour-council")]
    roles = ("Council leader", "the mayor")
    assert [sum(f"“{role}”" in part.partition("ex-career")[2] for part in parts) for role in roles] == [1, 1]
    assert all("ex-career" in part for part in parts[:2])


def test_votes_that_were_held_are_not_said_to_be_missing_where_planned_ones_fill_a_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_module, "LENGTHS", {"votes.md": 1})
    built = build(site_of(told()))
    assert "Planned vote" in built["votes.md"] and "Vote held" in built["votes/2.md"]
    assert "No vote that was held" not in built["votes.md"]
    assert "No vote that was held" in build(site_of([]))["votes.md"]
