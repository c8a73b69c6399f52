"""The picture of relations: who speaks about whom and who answers whom, each line with its claims, and the table."""

from typing import Any

import lxml.html
import pytest

from generator.pages import Options, Site, parts_of
from generator.pages.drawing import LINES, WIDTH, Line, Side, draw, text_width, wrapped
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
    return {(e.start.key, e.end.key, e.relation.value, label) for e, _, label in drawn(site).edges}


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
    found = {(e.end.key, e.relation.value): (label, e.width) for e, _, label in drawn(story([*some, *others])).edges}
    assert found["per-b", "about"][0] == "3, 1 denied"
    assert found["per-b", "about"][1] > found["per-c", "about"][1]
    (thickest,) = drawn(story([claim(str(n), "per-a", about=["per-b"]) for n in range(30)])).edges
    assert thickest[0].width < 5


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
    assert names == ["../who/per-a/"]


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
    assert len([node for node, _ in found.nodes if node.kind.is_known]) <= MOST_DRAWN
    assert len(found.edges) <= MOST_LINES <= 16 and len(found.rows) == MOST_ROWS
    # Neither who speaks about whom nor who answers whom crowds the other out.
    on_the_right = sum(edge.relation is Relation.ABOUT for edge, _, _ in found.edges)
    assert 0 < on_the_right <= MOST_LINES // 2 and len(found.edges) - on_the_right <= MOST_LINES // 2
    assert found.left_out == 30 - len(found.nodes) and found.rows_left_out == 30 * 3 - 2 - 1 - MOST_ROWS
    words = lxml.html.fromstring(html(shown(many()))).text_content()
    assert f"{found.left_out} more people and organizations" in words


def test_the_busiest_are_drawn() -> None:
    assert "per-p0" in {node.key for node, _ in drawn(many()).nodes}


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
    assert "1, denied (Person a about Person b: 1 claim, denied)" in {link.get("aria-label") for link in links}


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
    found = {node.name.page for node, _ in drawn(site).nodes if node.kind.is_known}
    assert found and found <= pages


def dense() -> tuple[list[str], list[Line]]:
    names = [f"Somebody Longname {n}" for n in range(12)]
    sides = [(Side.RIGHT, "3, 1 denied"), (Side.LEFT, "denies 1 told ?")]
    return names, [
        Line(start=a, end=(a + step) % 12, side=side, label=label)
        for a in range(12)
        for step, (side, label) in zip((1, 5), sides, strict=True)
    ]


def test_labels_stand_on_no_name_and_inside_the_picture() -> None:
    names, between = dense()
    drawing = draw(names, between)
    for curve in drawing.curves:
        left, right = curve.label_x - curve.label_width / 2, curve.label_x + curve.label_width / 2
        assert left >= 0 and right <= WIDTH
        for box in drawing.boxes:
            is_beside = right <= box.x + 0.1 or left >= box.x + box.width - 0.1
            is_between = abs(curve.label_y - box.y - box.height / 2) >= (box.height + curve.label_height) / 2 - 0.1
            assert is_beside or is_between


def test_labels_do_not_stand_on_one_another() -> None:
    drawing = draw(*dense())
    for n, one in enumerate(drawing.curves):
        for other in drawing.curves[:n]:
            is_beside = abs(one.label_x - other.label_x) >= (one.label_width + other.label_width) / 2 - 0.1
            assert is_beside or abs(one.label_y - other.label_y) >= one.label_height - 0.1


def test_no_label_hides_where_a_line_begins_or_ends() -> None:
    drawing = draw(*dense())
    for curve in drawing.curves:
        for end in drawing.curves:
            is_beside = abs(curve.label_x - end.end_x) >= curve.label_width / 2
            assert is_beside or abs(curve.label_y - end.end_y) >= curve.label_height / 2 - 0.1


def test_who_is_related_stands_close() -> None:
    far = [Line(start=a, end=b, side=Side.RIGHT, label="1") for a, b in ((0, 5), (1, 4), (2, 3))]
    boxes = draw([str(n) for n in range(6)], far).boxes
    step = boxes[0].height + 14
    assert all(abs(boxes[line.start].y - boxes[line.end].y) == pytest.approx(step) for line in far)


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
    got = wrapped(name)
    assert len(got) <= LINES and all(text_width(line) <= 17 for line in got)
    assert got == lines
