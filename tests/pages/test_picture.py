"""The picture of relations: who speaks about whom and who answers whom, each line with its claims, and the table."""

import itertools
import re
from typing import Any

import lxml.html
import pytest

from generator.pages import Options, Site, parts_of
from generator.pages.drawing import DESK, PHONE, Curve, Drawing, Line, Sheet, draw
from generator.pages.lettering import LINES, text_width, wrapped
from generator.pages.links import record_uri
from generator.pages.render import Renderer
from generator.pages.views.page import Page
from generator.pages.views.relations import MOST_DRAWN, MOST_LINES, MOST_ROWS, Picture, Relation, picture
from tests.pages.sites import html, site_of, told
from tests.pages.test_hostile import TRICKS

SHOWN = '{% import "_picture.html.jinja" as pic with context %}{{ pic.relations(view) }}'


def claim(name: str, speaker: str | None, **more: Any) -> dict[str, Any]:
    """A claim; `speaker` is the id of a person, or None for a source without a name."""
    said = {"attribution": "named-person" if speaker else "unnamed", "mode": "direct", "act": "statement"}
    words = {"content": [f"words of {name}"], "evidence": [{"exact": f"words of {name}"}]}
    return {"id": f"clm-{name}", "speaker": speaker, **said, **words, **more}


def story(claims: list[dict[str, Any]], people: tuple[str, ...] = ("a", "b", "c"), name: str = "Person {}") -> Site:
    """A site of one article that names some people and gives some claims."""
    text = " ".join(evidence["exact"] for one in claims for evidence in one["evidence"])
    named = [
        {"id": f"per-{p}", "name": name.format(p), "sort_name": p, "evidence": [{"exact": text or "x"}]} for p in people
    ]
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test", "licence": "CC0"}
    return site_of([{"text": text, "facts": {"article": article, "people": named, "claims": claims}}])


def drawn(site: Site) -> Picture:
    return picture(parts_of(site))


def lines(site: Site) -> set[tuple[str, str, str, str]]:
    """Each line: who, whom, what, and its label."""
    return {(e.start.key, e.end.key, e.relation.value, label) for e, _, label in drawn(site).drawn[0].edges}


@pytest.fixture
def shown(tmp_path: Any) -> Any:
    """Renders the picture of a site as a page's HTML."""
    (tmp_path / "picture.md.jinja").write_text(SHOWN, encoding="utf-8")
    renderer = Renderer(Options(templates=tmp_path))

    def show(site: Site) -> str:
        return renderer.render(Page(uri="who/index.md", title="x", template="picture.md.jinja", view=drawn(site)))

    return show


def test_claims_about_the_same_person_are_one_line_with_their_number() -> None:
    site = story([claim("1", "per-a", about=["per-b"]), claim("2", "per-a", about=["per-b", "per-c"])])
    assert lines(site) == {("per-a", "per-b", "about", "2"), ("per-a", "per-c", "about", "1")}


def test_each_speaker_of_a_joint_statement_speaks() -> None:
    site = story([claim("1", "per-a", joint_with=["per-b"], about=["per-c"])])
    assert {(who, whom) for who, whom, _, _ in lines(site)} == {("per-a", "per-c"), ("per-b", "per-c")}


def test_a_denial_is_a_line_of_its_own_and_told_on_the_line_of_what_it_denies() -> None:
    site = story(
        [
            claim("1", "per-a", about=["per-b"]),
            claim("2", "per-b", act="denial", replies_to="clm-1"),
            claim("3", "per-c", replies_to="clm-1"),
        ]
    )
    assert lines(site) == {
        ("per-a", "per-b", "about", "1, denied"),
        ("per-b", "per-a", "denial", "denies 1"),
        ("per-c", "per-a", "answer", "answers 1"),
    }


def test_a_line_tells_how_many_of_its_claims_are_denied_and_is_as_thick_as_they_are_many() -> None:
    some = [claim(str(n), "per-a", about=["per-b"]) for n in range(3)]
    others = [claim("one", "per-a", about=["per-c"]), claim("denial", "per-b", act="denial", replies_to="clm-1")]
    found = {
        (e.end.key, e.relation.value): (label, e.width) for e, _, label in drawn(story([*some, *others])).drawn[0].edges
    }
    assert found["per-b", "about"][0] == "3, 1 denied"
    assert found["per-b", "about"][1] > found["per-c", "about"][1]
    (thickest,) = drawn(story([claim(str(n), "per-a", about=["per-b"]) for n in range(30)])).edges
    assert thickest.width < 5


def test_sources_without_a_name_are_never_drawn_as_somebody(shown: Any) -> None:
    site = story(
        [
            claim("1", None, source="One insider", about=["per-a"]),
            claim("2", None, source="A friend", about=["per-a"]),
            claim("3", None, attribution="unattributed", about=["per-a"]),
            claim("4", None, attribution="named-person", source="She", about=["per-a"]),
        ]
    )
    assert lines(site) == {
        ("unnamed", "per-a", "about", "2"),
        ("unattributed", "per-a", "about", "1"),
        ("unresolved", "per-a", "about", "1"),
    }
    names = lxml.html.fromstring(html(shown(site))).xpath('//*[contains(@class, "ex-picture__names")]//a/@href')
    assert names == ["../who/per-a/"] * 2  # on the sheet of a desk and on that of a phone


def test_a_claim_that_somebody_else_tells_of_is_marked() -> None:
    site = story(
        [
            claim("1", None),
            claim("2", "per-a", about=["per-b"], nested_in="clm-1"),
            claim("3", "per-a", about=["per-b"]),
        ]
    )
    assert lines(site) == {("per-a", "per-b", "about", "1 told"), ("per-a", "per-b", "about", "1")}


@pytest.mark.parametrize("act", ["belief", "intention", "no-comment"])
def test_what_reports_no_words_is_no_line(act: str) -> None:
    assert lines(story([claim("1", "per-a", about=["per-b"], act=act)])) == set()


def test_a_reading_that_is_doubtful_is_marked() -> None:
    site = story([claim("1", "per-a", about=["per-b"], confidence="low")])
    assert lines(site) == {("per-a", "per-b", "about", "1 ?")}


def test_nobody_stands_in_a_relation_to_themselves() -> None:
    site = story([claim("1", "per-a", about=["per-a"]), claim("2", "per-a", replies_to="clm-1", act="denial")])
    assert lines(site) == set() and drawn(site).rows == ()


def many() -> Site:
    people = tuple(f"p{n}" for n in range(30))
    pairs = [(a, b) for n, a in enumerate(people) for b in (people[n - 1], people[n - 7], people[0]) if a != b]
    return story([claim(f"{a}-{n}", f"per-{a}", about=[f"per-{b}"]) for n, (a, b) in enumerate(pairs)], people)


def test_no_more_is_drawn_than_can_be_read_and_what_is_left_out_is_counted(shown: Any) -> None:
    found = drawn(many())
    assert len([node for node in found.nodes if node.kind.is_known]) <= MOST_DRAWN
    assert len(found.edges) <= MOST_LINES <= 16 and len(found.rows) == MOST_ROWS
    # Neither who speaks about whom nor who answers whom crowds the other out.
    about = sum(edge.relation is Relation.ABOUT for edge in found.edges)
    assert 0 < about <= MOST_LINES // 2 and len(found.edges) - about <= MOST_LINES // 2
    assert found.left_out == 30 - len(found.nodes) and found.rows_left_out == 30 * 3 - 2 - 1 - MOST_ROWS
    words = lxml.html.fromstring(html(shown(many()))).text_content()
    assert f"{found.left_out} more people and organizations" in words


def test_the_busiest_are_drawn() -> None:
    assert "per-p0" in {node.key for node in drawn(many()).nodes}


def test_the_same_facts_give_the_same_bytes(shown: Any) -> None:
    assert shown(many()) == shown(many()) and shown(site_of(told())) == shown(site_of(told()))


def test_every_link_of_the_picture_is_to_somebody_or_to_a_claim_and_has_a_name(shown: Any) -> None:
    site = story([claim("1", "per-a", about=["per-b"]), claim("2", "per-b", act="denial", replies_to="clm-1")])
    root = lxml.html.fromstring(html(shown(site)))
    links = root.xpath("//svg//a")
    assert {link.get("href") for link in links} == {
        "../who/per-a/",
        "../who/per-b/",
        "../who-said-what/#clm-1",
        "../who-said-what/#clm-2",
    }
    assert "1, denied (Person a about Person b: 1 claim, denied)" in {link.findtext("title") for link in links}


def test_the_table_has_the_same_content(shown: Any) -> None:
    site = story([claim("1", "per-a", about=["per-b"]), claim("2", "per-b", act="denial", replies_to="clm-1")])
    root = lxml.html.fromstring(html(shown(site)))
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in root.xpath("//tbody/tr")]
    assert rows == [
        ["Person a", "speaks about", "Person b", "1, denied claim 1"],
        ["Person b", "denies a claim of", "Person a", "1 claim 1"],
    ]
    assert root.xpath("//caption") and len(root.xpath('//th[@scope="col"]')) == 4


def test_a_story_without_relations_says_so(shown: Any) -> None:
    page = lxml.html.fromstring(html(shown(story([]))))
    assert not page.xpath("//svg") and page.text_content() == "No claim about anybody else was found."


@pytest.mark.parametrize("words", TRICKS)
def test_hostile_names_stay_text(words: str, shown: Any) -> None:
    claims = [claim("1", "per-a", about=["per-b"]), claim("2", "per-b", act="denial", replies_to="clm-1")]
    harmless, hostile = (
        lxml.html.fromstring(html(shown(story(claims, ("a", "b"), name))))
        for name in ("Harmless {}", words.replace("{", "{{").replace("}", "}}") + " {}")
    )
    outline = [[(str(e.tag), sorted(e.keys())) for e in page.iter() if e.tag != "text"] for page in (harmless, hostile)]
    assert outline[0] == outline[1]


def test_the_picture_is_one_block_of_html_for_markdown(shown: Any) -> None:
    page = shown(site_of(told()))
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert "\n\n" not in figure


def test_a_person_of_the_picture_has_a_page() -> None:
    site = site_of(told())
    pages = {record_uri(person.id) for person in site.story.people} | {
        record_uri(o.id) for o in site.story.organizations
    }
    found = {node.name.page for node in drawn(site).nodes if node.kind.is_known}
    assert found and found <= pages


def dense() -> tuple[list[str], list[Line]]:
    """More names and lines than a picture has, with long labels, each name at either end."""
    names = [f"Somebody Longname {n}" for n in range(12)]
    labels = ("3, 1 denied", "denies 1 told ?")
    return names, [
        Line(start=a, end=(a + step) % 12, label=label)
        for a in range(12)
        for step, label in zip((1, 5), labels, strict=True)
    ]


SHEETS = pytest.mark.parametrize("sheet", [DESK, PHONE], ids=["desk", "phone"])
Area = tuple[float, float, float, float]


def boxes_of(drawing: Drawing) -> list[Area]:
    return [(box.x, box.y, box.x + box.width, box.y + box.height) for box in drawing.boxes]


def labels_of(drawing: Drawing) -> list[Area]:
    return [(*at(curve, -0.5), *at(curve, 0.5)) for curve in drawing.curves]


def at(curve: Curve, share: float) -> tuple[float, float]:
    return curve.label_x + curve.label_width * share, curve.label_y + curve.label_height * share


def overlap(one: Area, other: Area) -> bool:
    return all(one[axis] < other[axis + 2] - 0.1 and other[axis] < one[axis + 2] - 0.1 for axis in (0, 1))


@SHEETS
def test_no_name_and_no_label_stands_on_another(sheet: Sheet) -> None:
    drawing = draw(*dense(), sheet)
    areas = [*boxes_of(drawing), *labels_of(drawing)]
    assert len(areas) == 12 + 12 + 24
    assert not [(one, other) for n, one in enumerate(areas) for other in areas[:n] if overlap(one, other)]


@SHEETS
def test_everything_stands_inside_the_picture(sheet: Sheet) -> None:
    drawing = draw(*dense(), sheet)
    for left, top, right, bottom in [*boxes_of(drawing), *labels_of(drawing)]:
        assert left >= 0 and top >= 0 and right <= drawing.width == sheet.width and bottom <= drawing.height


@SHEETS
def test_each_line_runs_from_who_speaks_on_the_left_to_whom_it_is_about_on_the_right(sheet: Sheet) -> None:
    names, lines = dense()
    drawing = draw(names, lines, sheet)
    for line, curve in zip(lines, drawing.curves, strict=True):
        x, y, *_, end_x, end_y = (float(number) for number in re.findall(r"[\d.]+", curve.path))
        (start,) = [box for box in drawing.boxes if box.name == line.start and box.x < sheet.width / 2]
        (end,) = [box for box in drawing.boxes if box.name == line.end and box.x > sheet.width / 2]
        assert x == pytest.approx(start.x + start.width) and start.y < y < start.y + start.height
        assert end_x == pytest.approx(end.x) and end.y < end_y < end.y + end.height
        assert (curve.end_x, curve.end_y) == (end_x, end_y)


@SHEETS
def test_lines_end_apart(sheet: Sheet) -> None:
    ends = sorted(curve.end_y for curve in draw(*dense(), sheet).curves)
    assert all(lower - upper >= 8.9 for upper, lower in itertools.pairwise(ends))


@SHEETS
def test_no_label_hides_where_a_line_begins_or_ends(sheet: Sheet) -> None:
    drawing = draw(*dense(), sheet)
    for left, top, right, bottom in labels_of(drawing):
        for x, y in ((curve.end_x, curve.end_y) for curve in drawing.curves):
            assert right <= x - 9.9 or left >= x or not top < y < bottom
        assert left >= min(box.x + box.width for box in drawing.boxes) + 2


@SHEETS
def test_lines_that_need_not_cross_do_not(sheet: Sheet) -> None:
    tangled = [Line(start=a, end=b, label="1") for a, b in ((0, 5), (1, 4), (2, 3), (0, 4))]
    drawing = draw([str(n) for n in range(6)], tangled, sheet)
    heights = [tuple(float(y) for y in re.findall(r"[\d.]+", c.path)[1::6]) for c in drawing.curves]
    ends = [(start, curve.end_y) for (start, *_), curve in zip(heights, drawing.curves, strict=True)]
    assert not [(a, b) for a, b in itertools.combinations(ends, 2) if (a[0] - b[0]) * (a[1] - b[1]) < 0]


@SHEETS
def test_a_label_hides_as_few_other_lines_as_it_can(sheet: Sheet) -> None:
    """Two lines that cross: neither label stands where they do."""
    crossed = [Line(start=a, end=b, label="1") for a in (0, 1) for b in (2, 3)]
    drawing = draw([str(n) for n in range(4)], crossed, sheet)
    middle = (sheet.width / 2, drawing.height / 2)
    crossing = [labels_of(drawing)[n] for n in (1, 2)]
    assert not [area for area in crossing if overlap(area, (*middle, *middle))]


def test_on_a_desk_the_picture_is_twice_as_wide_and_no_higher() -> None:
    desk, phone = draw(*dense(), DESK), draw(*dense(), PHONE)
    assert desk.width == 2 * phone.width and desk.height <= phone.height


def test_a_page_shows_the_picture_for_a_desk_and_for_a_phone_with_the_same_links(shown: Any) -> None:
    root = lxml.html.fromstring(html(shown(many())))
    desk, phone = ([link.get("href") for link in svg.xpath(".//a")] for svg in root.xpath("//svg[@role]"))
    assert desk and sorted(desk) == sorted(phone)


@pytest.mark.parametrize(
    "name, lines",
    [
        ("Yvette Cooper", ("Yvette Cooper",)),
        ("Department for Culture", ("Department for", "Culture")),
        ("The Very Long Name of a Committee of Both Houses", ("The Very Long", "Name of a Comm…")),
        ("Llanfairpwllgwyngyllgogerychwyrndrobwll", ("Llanfairpwllgw…",)),
    ],
)
def test_names_fit_their_boxes(name: str, lines: tuple[str, ...]) -> None:
    got = wrapped(name, 17)
    assert len(got) <= LINES and all(text_width(line) <= 17 for line in got)
    assert got == lines
