"""A long timeline at a glance: bars that count its entries, each leading to the first entry of its time."""

import datetime
from typing import Any

import lxml.html
import pytest

from generator.pages import Options, Site, parts_of
from generator.pages.links import TIMELINE, Target
from generator.pages.render import Renderer
from generator.pages.views import moments
from generator.pages.views.overview import LONG, MOST_BARS, WIDTH, Strip, overview
from generator.pages.views.page import LENGTHS, Page
from generator.pages.words import shipped
from tests.pages.sites import html, site_of

FIRST = datetime.date(2025, 1, 1)


def happened(number: int, **when: str) -> dict[str, Any]:
    words = f"thing {number} happened"
    return {"id": f"evt-{number}", "what": words, "when": when, "evidence": [{"exact": words}]}


def on(number: int, days: int) -> dict[str, Any]:
    """An event some days after the first."""
    return happened(number, date=(FIRST + datetime.timedelta(days=days)).isoformat())


def story(
    *events: dict[str, Any], votes: tuple[dict[str, Any], ...] = (), published: str | None = "2025-06-30"
) -> Site:
    text = " ".join(evidence["exact"] for one in (*events, *votes) for evidence in one["evidence"])
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test", "published": published}
    return site_of([{"text": text, "facts": {"article": article, "events": list(events), "votes": list(votes)}}])


def strip(site: Site) -> Strip | None:
    return overview(moments.entries(parts_of(site)), shipped())


def bars(site: Site) -> dict[str, int]:
    """Each bar's label, and how many entries it counts."""
    found = strip(site)
    assert found is not None
    return {bar.label: bar.count for bar in found.bars}


def test_a_short_story_has_none() -> None:
    assert strip(story(*(on(n, n) for n in range(LONG - 1)))) is None


def test_days_are_counted_where_they_fit() -> None:
    found = bars(story(*(on(n, n // 4) for n in range(LONG))))
    assert found == {"1 January 2025": 4, "2 January 2025": 4, "3 January 2025": 4}


@pytest.mark.parametrize(
    "days, unit", [(1, "day"), (7, "week"), (30, "month"), (90, "quarter"), (360, "year"), (3600, "decade")]
)
def test_longer_stories_are_counted_by_longer_units(days: int, unit: str) -> None:
    found = strip(story(*(on(n, n * days) for n in range(LONG)), published=None))
    assert found is not None and found.unit == unit and len(found.bars) <= MOST_BARS + 2
    assert sum(bar.count for bar in found.bars) == LONG


def test_what_lies_far_off_is_gathered_at_the_end() -> None:
    found = bars(story(happened(99, date="1945-05-08"), *(on(n, n % 3) for n in range(LONG))))
    assert next(iter(found.items())) == ("earlier", 1) and len(found) == 4


def test_what_spans_more_than_a_bar_is_in_none_and_counted() -> None:
    site = story(happened(99, date="2025"), *(on(n, n % 3) for n in range(LONG)))
    found = strip(site)
    assert found is not None and found.wide == 1 and sum(bars(site).values()) == LONG


def test_the_first_and_the_last_bar_stand_at_the_ends_that_are_called_after_them() -> None:
    found = strip(story(happened(99, date="2025-01"), *(on(n, 5 + n % 3) for n in range(LONG))))
    assert found is not None and found.unit == "day"
    assert found.bars[0].x == 0 and found.bars[-1].x + found.bars[-1].width == pytest.approx(WIDTH, abs=0.2)


def test_days_before_an_undated_article_stand_on_a_line_of_their_own() -> None:
    site = story(*(happened(n, relative=f"P-{n % 3 + 1}D") for n in range(LONG)), published=None)
    assert bars(site) == {f"{n} before publication": 4 for n in ("3 days", "2 days", "1 day")}


def test_each_bar_leads_to_its_first_entry_on_the_timeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LENGTHS, TIMELINE, 5)
    found = strip(story(*(on(n, n // 4) for n in range(LONG))))
    assert found is not None
    assert [bar.place for bar in found.bars] == [
        Target("what-happened.md", "evt-0"),
        Target("what-happened.md", "evt-4"),
        Target("what-happened/2.md", "evt-8"),
    ]


def vote(status: str, day: int) -> dict[str, Any]:
    evidence = [{"exact": f"the {status} vote"}]
    return {"id": f"vot-{status}", "status": status, "motion": status, "when": on(0, day)["when"], "evidence": evidence}


def test_votes_are_marked_by_a_shape_and_planned_ones_are_outlined() -> None:
    site = story(*(on(n, n % 3) for n in range(LONG)), votes=(vote("held", 0), vote("planned", 1)))
    found = strip(site)
    assert found is not None
    assert [(bar.held, bar.planned, bar.to_come) for bar in found.bars] == [(1, 0, 0), (0, 1, 1), (0, 0, 0)]


def test_the_strip_is_one_block_with_a_name_for_every_bar(tmp_path: Any) -> None:
    shown = '{% import "_picture.html.jinja" as pic with context %}{{ pic.overview(view) }}'
    (tmp_path / "strip.md.jinja").write_text(shown, encoding="utf-8")
    site = story(*(on(n, n % 3) for n in range(LONG)), votes=(vote("planned", 1),))
    view = Page(uri=TIMELINE, title="x", template="strip.md.jinja", view=strip(site))
    page = Renderer(Options(templates=tmp_path)).render(view)
    assert "\n\n" not in page[page.index("<figure") : page.index("</figure>")]
    root = lxml.html.fromstring(html(page))
    assert [link.get("aria-label") for link in root.xpath("//svg//a")] == [
        "1 January 2025: 4 entries",
        "2 January 2025: 5 entries, 1 still to come, 1 planned vote",
        "3 January 2025: 4 entries",
    ]
    assert [link.get("href") for link in root.xpath("//svg//a")] == ["#evt-0", "#evt-1", "#evt-2"]


def test_bars_stand_side_by_side_inside_the_strip() -> None:
    found = strip(story(happened(99, date="1945-05-08"), *(on(n, n) for n in range(MOST_BARS))))
    assert found is not None
    for one, after in zip(found.bars, found.bars[1:], strict=False):
        assert one.x + one.width <= after.x + 0.11
    assert found.bars[-1].x + found.bars[-1].width <= WIDTH + 0.5
