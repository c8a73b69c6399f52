"""Whatever an article or a YAML value holds comes out as text: same words, no markup, no link, no script of its own."""

from dataclasses import replace
from functools import cache
from typing import Any

import lxml.html
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator import escape
from generator.errors import FactsError
from generator.model.facts import ArticleFacts, Reported, ResolvedVote, Storyline
from generator.model.review import Mark
from generator.model.words import ReviewOp
from generator.pages import Options, Site, build
from generator.resolve import resolve
from tests.pages.sites import EXTENSIONS, article_of, html, in_markdown

TRICKS = [
    "<script>alert(1)</script>",
    "</script></title><svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "[click](javascript:alert(1))",
    "<https://evil.example> www.evil.example a@b.example",
    "{{ 7*7 }} {% raw %} {# x #} ${x}",
    "---\ntitle: other\n---\n# Heading {#id .class onclick=x}",
    "\n\n```html\n<b>x</b>\n```\n",
    "</section></div></li></ol><h1>x</h1>",
    "--8<-- 'mkdocs.yml'",
    "\n\n    code\n\n> quote\n\n* list\n1. one\n| a | b |\n|---|---|\n| c | d |\n",
    "*a* _b_ **c** ~~d~~ ^^e^^ ==f== `g` $h$ ++k++ :smile: [^1]: note\n\n*[abbr]: x",
    "{++added++} !!! note\n    x\n??? x\n/// x\n[[wiki]] [TOC] \\* &lt;b&gt; &#60;i&#62; &amp;",
    "<!-- x --> <![CDATA[ x ]]> <?php x ?>",
    "\x02klzzwxh:0001\x03 \u202egnp.exe \u200b\u2066x\u2069 \x00 \ufeff \ufffe",
    "<div markdown='1'>**x**</div>",
]
CHARACTERS = st.sampled_from("ab1 \n\t<>&'\"`*_[](){}#+-.!|~^=$:;/\\@%,?éß中\u202e\u200d\x02\x7f")
WITHOUT_SYMBOLS = tuple(one for one in EXTENSIONS if "symbols" not in one)
hostile = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=40), st.sampled_from(TRICKS), st.text(min_size=1, max_size=20)
)


def site_with(words: str) -> Site:
    """A site whose every free field holds the words: two articles of one story, and one that stands alone."""
    evidence = [{"exact": words}]
    when = {"as_written": words, "date": "2025-01-08"}
    facts: dict[str, Any] = {
        "article": {"id": "art-a", "path": words, "title": words, "publisher": words, "author": words}
        | {"url": words, "published": "2025-01-09", "licence": "CC0", "sha256": "a", "extractor": words},
        "people": [
            {
                "id": "per-a",
                "name": f"{words} a",
                "sort_name": words,
                "honorific_prefix": words,
                "other_names": [words + "2"],
            }
            | {"evidence": evidence}
        ],
        "organizations": [{"id": "org-a", "name": words, "other_names": [words + "2"], "evidence": evidence}],
        "memberships": [
            {"id": "mem-a", "person": "per-a", "role": words, "organization": "org-a", "evidence": evidence}
        ],
        "claims": [
            {"id": "clm-a", "speaker": "per-a", "attribution": "named-person", "mode": "direct", "act": "statement"}
            | {"confidence": "low"}
            | {"source": words, "cue": words, "content": [words], "when": when, "evidence": evidence},
            {"id": "clm-b", "attribution": "unnamed", "mode": "direct", "act": "denial", "replies_to": "clm-a"}
            | {"source": words, "cue": words, "content": [words], "when": when, "evidence": evidence},
        ],
        "votes": [
            {"id": "vot-a", "status": "planned", "motion": words, "bill": words, "body": words, "proposer": words}
            | {
                "positions": [{"voter": words, "option": "for", "kind": "declared"}],
                "evidence": evidence,
                "confidence": "low",
            }
        ],
        "events": [{"id": "evt-a", "what": words, "place": words, "participants": [words], "evidence": evidence}],
        "discrepancies": [
            {"id": "dis-a", "kind": "time", "about": words, "field": words}
            | {"values": [{"value": words, "article": "art-a", "evidence": evidence[0]}] * 2}
        ],
    }
    read = ArticleFacts.model_validate(facts)
    second, alone = ({"article": facts["article"] | {"id": f"art-{name}"}} for name in "bc")
    told = (read, *(ArticleFacts.model_validate(each) for each in (facts | second, alone)))
    reports = tuple(Reported(article=article, record="vot-a") for article in ("art-a", "art-b"))
    story = replace(
        resolve([read]),
        votes=(ResolvedVote(id="vot-a", motion=words, reports=reports),),
        articles=told,
        storylines=(Storyline(id="sto-a", articles=("art-a", "art-b")),),
    )
    articles = {each.article.id: article_of(each, f"{words} and {words}") for each in told}
    mark = Mark(op=ReviewOp.SET, field=words, old=words, new=words, why=words, by=words, on="2025-01-08")
    return Site(story=story, articles=articles, marks={"clm-b": (mark,)}, stale=(words,), options=Options(name=words))


def parsed(page: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(f"<main>{html(page)}</main>")


DRAWN = {"svg", "title", "desc", "defs", "marker", "g", "a", "text", "tspan", "path", "rect", "use"}
DRAWN_WITH = {"aria-hidden", "aria-label", "aria-labelledby", "class", "d", "dy", "height", "href", "id", "role"}
DRAWN_WITH |= {"rx", "stroke-width", "viewbox", "width", "x", "xmlns", "y"}


def markup(page: str) -> list[tuple[str, list[str]]]:
    """Every element with the names of its attributes, and every address on the site; a drawing as one element.

    How many lines a drawing breaks a name into depends on its length.
    """
    root = parsed(page)
    for drawing in root.iter("svg"):
        assert {str(e.tag) for e in drawing.iter()} <= DRAWN
        assert {name for e in drawing.iter() for name in e.keys()} <= DRAWN_WITH  # noqa: SIM118  an element is no mapping
        assert all(link.get("href").startswith(("#", "../")) for link in drawing.iter("a"))
        parts = {f"#{e.get('id')}" for e in drawing.iter()}
        assert all(used.get("href") in parts for used in drawing.iter("use"))
        drawing[:] = []
    return [
        (str(e.tag), sorted(f"{k}={v}" if k in ("href", "class") else k for k, v in e.items())) for e in root.iter()
    ]


@cache
def harmless() -> dict[str, list[tuple[str, list[str]]]]:
    return {uri: markup(page) for uri, page in build(site_with("harmless")).items()}


def words_of(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@settings(max_examples=25, deadline=None)
@given(hostile)
def test_hostile_words_change_nothing_but_the_words(words: str) -> None:
    for uri, page in build(site_with(words)).items():
        assert markup(page) == harmless()[uri]
        if uri != "data.md":
            assert " ".join(escape.plain(words).split()) in words_of(parsed(page)), uri


@pytest.mark.parametrize("words", TRICKS)
def test_every_known_trick_is_harmless(words: str) -> None:
    test_hostile_words_change_nothing_but_the_words.hypothesis.inner_test(words)


@settings(max_examples=200, deadline=None)
@given(hostile)
@example("1. one")
@example("    four spaces")
def test_words_stay_text_in_a_line_of_markdown_too(words: str) -> None:
    for line in ("{}", "# {}", "* {}", "> {}", "a {} b", '<p title="{}">x</p>'):
        got = in_markdown(line.format(escape.text(words)), WITHOUT_SYMBOLS)
        root = lxml.html.fromstring(f"<main>{got}</main>")
        allowed = {"main", "p", "h1", "ul", "li", "blockquote"}
        assert {e.tag for e in root.iter()} <= allowed
        shown = root.find(".//p[@title]").get("title") if "title" in line else root.text_content()
        assert " ".join(escape.plain(words).split()) in " ".join(shown.split())


@settings(max_examples=200, deadline=None)
@given(hostile)
def test_a_title_is_one_line_of_yaml_without_markup(words: str) -> None:
    title = escape.title(words)
    body, head = get_data(f"---\n{yaml.safe_dump({'title': title}, allow_unicode=True, width=10_000)}---\n\nbody")
    assert (body.strip(), head.get("title")) == ("body", title)
    assert not set('<>"{}\n`') & set(title)
    assert lxml.html.fromstring(f"<p>{title}</p>").text_content() == title


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>1</script>",
        "//evil.example/x",
        "http://",
        "https://evil\u202e.example",
        "file:///etc/passwd",
        "http://[",
    ],
)
def test_only_web_addresses_are_linked(url: str) -> None:
    assert escape.web_address(url) is None


def test_a_web_address_cannot_leave_its_attribute() -> None:
    page = f'<p><a href="{escape.text(escape.web_address("https://a.example/?q=%22&x=<b>"))}">x</a></p>'
    assert lxml.html.fromstring(page).find(".//a").items() == [("href", "https://a.example/?q=%22&x=<b>")]


@pytest.mark.parametrize("bad", ["per-../../etc", "art-/x", "per-a/b", "org-a\\b", "per-", "per-A", "clm-a"])
def test_an_id_never_becomes_another_path(bad: str) -> None:
    facts = ArticleFacts.model_validate({"article": {"id": "art-a", "path": "a", "sha256": "a", "extractor": "a"}})
    story = resolve([facts])
    person = site_with("x").story.people[0].model_copy(update={"id": bad})
    with pytest.raises(FactsError, match="not the id"):
        build(Site(story=type(story)(people=(person,), organizations=(), discrepancies=(), articles=()), articles={}))
