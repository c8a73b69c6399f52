"""Who's who: groups of few people stand beside one another, and cards tell what the name itself does not."""

from typing import Any

import lxml.html
import pytest

from generator.pages import build, parts_of
from generator.pages.links import PEOPLE
from generator.pages.views.moments import entries
from generator.pages.views.page import LENGTHS
from generator.pages.views.scope import Scopes
from generator.pages.views.values import Name
from generator.pages.views.who import Card, Group, card, in_rows
from tests.pages.sites import html, site_of

CARD = Card(
    name=Name("Ann Lee", None, False),
    honorific=None,
    other_names=(),
    posts=(),
    said=0,
    spoken_of=0,
    articles=1,
    facets={},
)


def group(size: int) -> Group:
    """A group of so many people; none of a size below nought has no name."""
    return Group(name=Name("A body", None, False) if size > 0 else None, cards=(CARD,) * abs(size))


@pytest.mark.parametrize(
    "sizes, shown",
    [
        ([2, 1, 1, 1, 2, 2, -9], [2, 1, 1, 2, 1, 2, -9]),
        ([5, 2, 2, 1], [5, 2, 1, 2]),
        ([1, 4, 2], [1, 2, 4]),
        ([1, 1, 1, 1], [1, 1, 1, 1]),
        ([2, -1], [2, -1]),
        ([2, 2, -1], [2, 2, -1]),
        ([], []),
    ],
)
def test_groups_fill_the_rows_that_they_begin_and_those_without_a_name_stay_last(
    sizes: list[int], shown: list[int]
) -> None:
    found = [len(one.cards) if one.name else -len(one.cards) for one in in_rows([group(size) for size in sizes])]
    assert found == shown


@pytest.mark.parametrize(
    "names, shown",
    [(["Lee"], []), (["Ann Leigh", "Lee"], ["Ann Leigh"]), (["Ann Lee", "Dame Ann"], ["Dame Ann"])],
    ids=["a part of the name", "another spelling", "a name with a title"],
)
def test_a_card_tells_of_the_names_that_are_no_part_of_its_own(names: list[str], shown: list[str]) -> None:
    person = {"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": [{"exact": "Ann Lee"}]}
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    facts: dict[str, Any] = {"article": article, "people": [{**person, "other_names": names}]}
    parts = parts_of(site_of([{"text": "Ann Lee", "facts": facts}]))
    whole = Scopes(parts, entries(parts)).whole
    assert card(whole, whole.people[0]).other_names == tuple(shown)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([("2031-03-01", "current"), ("2031-04-01", "former")], ["former"]),
        ([("2031-03-01", "former"), ("2031-04-01", "current")], ["former", "current"]),
        ([("2031-03-01", "candidate"), ("2031-04-01", "former")], ["candidate", "former"]),
        ([("2031-04-01", "former"), (None, "current")], ["former", "current"]),
    ],
)
def test_a_card_tells_no_post_as_held_that_a_later_article_calls_former(
    told: list[tuple[str | None, str]], shown: list[str]
) -> None:
    evidence = [{"exact": "Ann Lee, mayor"}]
    articles = []
    for number, (day, tense) in enumerate(told):
        article = {"id": f"art-{number}", "path": f"seeds/{number}.txt", "sha256": "a", "extractor": "test"}
        role = {"id": "mem-lee", "person": "per-lee", "role": "mayor", "tense": tense, "evidence": evidence}
        person = {"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": evidence}
        facts = {"article": article | {"published": day}, "people": [person], "memberships": [role]}
        articles.append({"text": "Ann Lee, mayor", "facts": facts})
    parts = parts_of(site_of(articles))
    whole = Scopes(parts, entries(parts)).whole
    assert [post.first.tense for post in card(whole, whole.people[0]).posts] == shown


@pytest.mark.parametrize("written", ["org-quay", "Quay Company"], ids=["worked out", "as written"])
def test_an_organization_tells_of_everybody_who_has_a_role_in_it(written: str) -> None:
    text = "Ann Lee, chair of the Quay Company"
    evidence = [{"exact": text}]
    role = {"id": "mem-lee", "person": "per-lee", "role": "chair", "organization": written, "evidence": evidence}
    facts = {
        "article": {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"},
        "people": [{"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": evidence}],
        "organizations": [{"id": "org-quay", "name": "Quay Company", "evidence": evidence}],
        "memberships": [role],
    }
    page = lxml.html.fromstring(html(build(site_of([{"text": text, "facts": facts}]))["who/org-quay.md"]))
    words = " ".join(page.text_content().split())
    assert "Ann Lee: “chair” as reported by" in words and "No role is reported" not in words


def crowd(people: int, bodies: int) -> dict[str, str]:
    """The pages of a site with so many people and organizations."""
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    named = [("per", n, f"Ann Lee{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(people)]
    named += [("org", n, f"Body {chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(bodies)]
    text = ", ".join(words for _, _, words in named)
    records: dict[str, list[dict[str, Any]]] = {"per": [], "org": []}
    for kind, number, words in named:
        record = {"id": f"{kind}-{number}", "name": words, "evidence": [{"exact": words}]}
        records[kind].append(record | ({"sort_name": words} if kind == "per" else {}))
    facts = {"article": article, "people": records["per"], "organizations": records["org"]}
    return build(site_of([{"text": text, "facts": facts}]))


@pytest.mark.parametrize(
    ("people", "bodies", "shown"),
    [
        (3, 5, [(3, 5)]),
        (7, 9, [(5, 0), (2, 9)]),
        (7, 15, [(5, 0), (2, 12), (0, 3)]),
        (5, 9, [(5, 0), (0, 9)]),
        (0, 1, [(0, 1)]),
    ],
)
def test_organizations_come_after_people_as_many_as_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch, people: int, bodies: int, shown: list[tuple[int, int]]
) -> None:
    monkeypatch.setitem(LENGTHS, PEOPLE, 5)
    built = crowd(people, bodies)
    pages = [PEOPLE, *(f"who/{n}.md" for n in range(2, len(shown) + 1))]
    roots = [lxml.html.fromstring(f"<main>{html(built[uri])}</main>") for uri in pages]
    assert [(len(one.find_class("ex-person")), len(one.xpath('//*[@id="ex-bodies"]/li/a'))) for one in roots] == shown
    assert f"who/{len(shown) + 1}.md" not in built
    first = next(n for n, (_, some) in enumerate(shown, start=1) if some)
    way = lxml.html.fromstring(html(built["index.md"])).xpath('//a[contains(., "organization")]/@href')[0]
    assert way == f"who/{'' if first == 1 else f'{first}/'}#ex-bodies"


def lee(*acts: str, names: str = "Ann Lee") -> dict[str, str]:
    """The pages of a site of one person, of whom a claim of each kind is told."""
    evidence = [{"exact": names}]
    common = {"speaker": "per-lee", "attribution": "named-person", "mode": "indirect", "source": names, "cue": "said"}
    claims = [
        {"id": f"clm-{n}", "act": act, "content": [f"plan {n}"], "evidence": [{"exact": f"plan {n}"}]} | common
        for n, act in enumerate(acts)
    ]
    facts = {
        "article": {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"},
        "people": [{"id": "per-lee", "name": names, "sort_name": names, "evidence": evidence}],
        "claims": claims,
    }
    return build(site_of([{"text": f"{names}: " + ", ".join(f"plan {n}" for n, _ in enumerate(acts)), "facts": facts}]))


def test_what_articles_say_that_somebody_thinks_or_wants_is_not_counted_as_speech() -> None:
    for uri in ("index.md", PEOPLE):
        (card_,) = lxml.html.fromstring(html(lee("statement", "belief", "intention")[uri])).find_class("ex-person")
        assert "speaks in 1 claim · 1 article" in " ".join(card_.text_content().split())


@pytest.mark.parametrize(
    ("name", "typed"), [("Darragh Ó Muirí", "darragh o muiri"), ("Ann O’Dell", "ann o'dell"), ("Ann Lee", "")]
)
def test_search_finds_a_name_as_keyboards_type_it(name: str, typed: str) -> None:
    page = lxml.html.fromstring(f"<main>{html(lee('statement', names=name)['who/per-lee.md'])}</main>")
    assert [one.text_content() for one in page.xpath("//p[@hidden]")] == [typed]


def test_that_nothing_was_reported_is_not_what_search_tells_of_somebody() -> None:
    page = lxml.html.fromstring(f"<main>{html(lee('statement')['who/per-lee.md'])}</main>")
    (none,) = page.xpath("//p[starts-with(normalize-space(), 'No role is reported.')]")
    assert "data-search-exclude" in none.attrib
