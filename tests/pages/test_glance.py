"""What readers meet first: a few claims that somebody made, and what nobody made only where somebody denies it."""

from typing import Any

import lxml.html
import pytest

from generator.pages import build, parts_of
from generator.pages.views.glance import glance
from generator.pages.views.moments import entries
from generator.pages.views.scope import Scopes
from tests.pages.sites import html, site_of

QUESTION = {"id": "clm-asked", "attribution": "unattributed", "cue": "Asked", "content": ["if she would stay"]}
ANSWER = {"id": "clm-lee", "attribution": "named-person", "speaker": "per-lee", "source": "Ms Lee", "cue": "said"}
DENIAL = {"act": "denial", "replies_to": "clm-asked"}


def claim(**told: Any) -> dict[str, Any]:
    words = told["content"][0]
    return {"mode": "indirect", "act": "statement", "evidence": [{"exact": words}], **told}


@pytest.mark.parametrize(
    "answer, lines",
    [({}, ["clm-lee"]), (DENIAL, ["clm-asked"])],
    ids=["a question that nobody denies is left out", "what is denied is told with its denial"],
)
def test_what_nobody_is_said_to_have_said_comes_first_only_where_it_is_denied(
    answer: dict[str, Any], lines: list[str]
) -> None:
    claims = [claim(**QUESTION), claim(**{**ANSWER, **answer, "content": ["she was going nowhere"]})]
    person = {"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": [{"exact": "Ms Lee"}]}
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    text = "Asked if she would stay, Ms Lee said she was going nowhere."
    parts = parts_of(site_of([{"text": text, "facts": {"article": article, "people": [person], "claims": claims}}]))
    shown = glance(Scopes(parts, entries(parts)).whole).lines
    assert [view.anchor for view in shown] == lines


# Claims with a day, one on each, the newest last, and which of them the latest tells.
LATEST: list[tuple[dict[str, Any], bool]] = [
    ({"content": ["she was going nowhere"]}, True),
    ({"content": ["to stay"], "act": "promise"}, False),
    ({"content": ["whether to table one"]}, False),
    ({"content": ["during the summer she would rest"]}, True),
    ({"content": ["knowing of the letter"], "act": "denial", "replies_to": "clm-0"}, True),
    ({"content": ["knowing of the ferry"], "act": "denial"}, False),
    ({"content": ["she was tired"], "confidence": "low"}, False),
    ({"content": ["a rest"], "act": "intention"}, False),
    ({"content": ["the pier was safe"], "speaker": None, "attribution": "unnamed", "source": "officials"}, False),
    ({"content": ["the quay was safe"], "speaker": None, "attribution": "unnamed", "source": "one official"}, True),
]


def test_the_latest_tells_whole_statements_of_somebody_once() -> None:
    claims = [
        claim(**{**ANSWER, "when": {"as_written": "x", "date": f"2025-01-{day + 1:02}"}, **told, "id": f"clm-{day}"})
        for day, (told, _) in enumerate(LATEST)
    ]
    told = [f"clm-{day}" for day, (_, is_told) in enumerate(LATEST) if is_told]
    # What a newer denial answers stands beside it.
    assert latest(claims) == [*reversed(told[1:])]
    # Where there is nothing better, that is told.
    assert latest(claims[2:3]) == ["clm-2"]


def test_a_denied_claim_that_stands_above_is_not_told_again_under_disputed_where_another_can_be() -> None:
    def of(speaker: str, number: int, **told: Any) -> dict[str, Any]:
        source = {"speaker": f"per-{speaker}", "source": speaker.title(), "cue": "said", "attribution": "named-person"}
        return claim(**source, id=f"clm-{speaker}-{number}", content=[f"{speaker} words {number}"], **told)

    def denial(number: int) -> dict[str, Any]:
        return of("oak", number, act="denial", replies_to=f"clm-lee-{number}")

    claims = [*(of("lee", n) for n in range(3)), *(denial(n) for n in range(3))]
    assert denied(claims) == (["clm-lee-0"], ["clm-lee-1", "clm-lee-2"])
    assert denied([claims[0], claims[3]]) == (["clm-lee-0"], ["clm-lee-0"])


def denied(claims: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """The claims that are told first, and those under Disputed."""
    people = [
        {"id": f"per-{one}", "name": one.title(), "sort_name": one, "evidence": [{"exact": one}]}
        for one in ("lee", "oak")
    ]
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    text = ". ".join(words for told in claims for words in told["content"])
    parts = parts_of(site_of([{"text": text, "facts": {"article": article, "people": people, "claims": claims}}]))
    found = glance(Scopes(parts, entries(parts)).whole)
    return [one.anchor for one in found.lines], [one.anchor for one in found.denied]


def latest(claims: list[dict[str, Any]]) -> list[str]:
    person = {"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": [{"exact": "Ms Lee"}]}
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test", "published": "2025-02-01"}
    text = "Ms Lee: " + ". ".join(words for told in claims for words in told["content"])
    parts = parts_of(site_of([{"text": text, "facts": {"article": article, "people": [person], "claims": claims}}]))
    return [entry.anchor for entry in glance(Scopes(parts, entries(parts)).whole).latest]


def vote(day: str | None, status: str = "held") -> dict[str, Any]:
    motion = f"the motion {status} {day}"
    told = {
        "id": f"vot-{status}-{(day or 'no-day').replace('/', '-')}",
        "status": status,
        "motion": motion,
        "evidence": [{"exact": motion}],
    }
    return told | ({"when": {"as_written": "x", "date": day}} if day else {})


@pytest.mark.parametrize(
    "votes, shown, ahead",
    [
        ([vote(None), *(vote(f"2025-01-0{n}") for n in range(1, 6))], ["02", "03", "04", "05"], []),
        (
            [vote(None), vote("2025-01-01"), vote(None, "planned"), vote("2025-03-01", "planned")],
            ["held-2025-01-01"],
            ["planned-2025-03-01", "planned-no-day"],
        ),
        ([vote(None), vote("2025-03-01", "planned")], ["held-no-day"], ["planned-2025-03-01"]),
    ],
    ids=["the last that were held", "the next apart from them", "what has no time where no other was held"],
)
def test_votes_at_a_glance_are_the_last_and_what_is_next_each_once(
    votes: list[dict[str, Any]], shown: list[str], ahead: list[str]
) -> None:
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test", "published": "2025-02-01"}
    facts = {"article": article, "votes": votes}
    parts = parts_of(site_of([{"text": ". ".join(one["motion"] for one in votes), "facts": facts}]))
    found = glance(Scopes(parts, entries(parts)).whole)
    for entries_of, ends in ((found.votes, shown), (found.to_come, ahead)):
        anchors = [entry.anchor for entry in entries_of]
        assert len(anchors) == len(ends) and all(one.endswith(end) for one, end in zip(anchors, ends, strict=True))


@pytest.mark.parametrize(
    "told, meant",
    [
        ({"content": ["he dictated it standing up"]}, ["Bob Oak"]),
        ({"content": ["Mr Oak dictated it"]}, []),
        ({"content": ["he dictated it"], "confidence": "low"}, []),
        ({"content": ["he dictated it"], "about": []}, []),
        ({"content": ["the council wrote it"], "about": ["org-council"]}, []),
    ],
    ids=["a pronoun", "a name", "what is read without certainty", "somebody who is not worked out", "a body"],
)
def test_whom_words_are_about_without_a_name_stands_in_brackets(told: dict[str, Any], meant: list[str]) -> None:
    people = [
        {"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": [{"exact": "Ms Lee"}]},
        {"id": "per-oak", "name": "Bob Oak", "sort_name": "Oak", "evidence": [{"exact": "Bob Oak"}]},
    ]
    body = {"id": "org-council", "name": "Harbour Council", "evidence": [{"exact": "council"}]}
    facts = {"article": {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}, "people": people}
    facts |= {"organizations": [body], "claims": [claim(**{**ANSWER, "about": ["per-oak"], **told})]}
    text = f"Bob Oak, of the council. Ms Lee said {told['content'][0]}."
    (page,) = [build(site_of([{"text": text, "facts": facts}]))["index.md"]]
    shown = lxml.html.fromstring(html(page)).xpath("//p[@class='ex-brief']/span[@class='ex-meta']")
    assert [" ".join(one.text_content().split()) for one in shown] == [f"[about {name}]" for name in meant]


def test_a_long_quotation_is_cut_at_a_glance_and_whole_where_its_claim_stands() -> None:
    words = "we begged them to look at the wall again before the winter " * 8
    person = {"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": [{"exact": "Ms Lee"}]}
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test", "licence": "CC0"}
    facts = {"article": article, "people": [person], "claims": [claim(**{**ANSWER, "content": [words.strip()]})]}
    built = build(site_of([{"text": f"Ms Lee said {words}", "facts": facts}]))
    pages = (lxml.html.fromstring(f"<main>{html(built[uri])}</main>") for uri in ("index.md", "who-said-what.md"))
    home, ledger = pages
    (line,) = home.find_class("ex-line--claim")
    assert "[…]”" in line.text_content() and len(line.text_content()) < 340
    assert words.strip() in ledger.find_class("ex-content")[0].text_content()


DOUBT = "machine reading, unconfirmed"


@pytest.mark.parametrize(("confidence", "is_told"), [("low", True), (None, False)])
def test_a_vote_that_the_program_is_unsure_of_is_so_wherever_it_stands_in_a_line(
    confidence: str | None, is_told: bool
) -> None:
    told = vote("2025-01-01") | ({"confidence": confidence} if confidence else {})
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test", "published": "2025-02-01"}
    article["title"] = "Motions"
    built = build(site_of([{"text": told["motion"], "facts": {"article": article, "votes": [told]}}]))
    lines = [
        " ".join(line.text_content().split())
        for uri in ("index.md", "unknown.md")
        for line in lxml.html.fromstring(f"<main>{html(built[uri])}</main>").iter("li")
        if told["motion"] in line.text_content()
    ]
    assert len(lines) == 3 and [DOUBT in line for line in lines] == [is_told] * 3


def test_a_role_that_the_program_is_unsure_of_is_so_on_the_card() -> None:
    role = {"id": "mem-lee", "person": "per-lee", "role": "mayor", "evidence": [{"exact": "the mayor"}]}
    for confidence, is_told in (("low", True), ("high", False)):
        facts = {
            "article": {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"},
            "people": [{"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": [{"exact": "Ms Lee"}]}],
            "memberships": [role | {"confidence": confidence}],
        }
        page = lxml.html.fromstring(html(build(site_of([{"text": "Ms Lee, the mayor", "facts": facts}]))["index.md"]))
        (card,) = page.find_class("ex-person")
        assert (DOUBT in card.text_content()) is is_told


@pytest.mark.parametrize(
    ("days", "ahead", "passed"),
    [
        (["2025-02-10"], ["2025-02-10"], 0),
        (["2025-02-10", "2025-03-05"], ["2025-03-05"], 1),
        (["2025-02-10", "2025-02-20/2025-03-01", "2025-02"], ["2025-02-20/2025-03-01"], 2),
    ],
    ids=["of the only article", "before the newest article's day", "a span that has not ended"],
)
def test_what_has_a_day_before_the_newest_article_is_not_next(days: list[str], ahead: list[str], passed: int) -> None:
    first = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test", "published": "2025-02-01"}
    votes = [vote(day, "planned") for day in days]
    text = ". ".join(one["motion"] for one in votes)
    told: list[dict[str, Any]] = [{"text": text, "facts": {"article": first, "votes": votes}}]
    if len(days) > 1:
        newest = first | {"id": "art-y", "path": "seeds/y.txt", "published": "2025-03-01"}
        told += [{"text": "Nothing.", "facts": {"article": newest}}]
    parts = parts_of(site_of(told))
    found = glance(Scopes(parts, entries(parts)).whole)
    assert [entry.vote.motion for entry in found.to_come if entry.vote] == [
        f"the motion planned {day}" for day in ahead
    ]
    assert found.passed == passed
    home = " ".join(lxml.html.fromstring(html(build(site_of(told))["index.md"])).text_content().split())
    assert ("before that of the newest article" in home) is bool(passed)
