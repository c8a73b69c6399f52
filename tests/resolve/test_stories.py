"""Which articles tell one story: precision before reach, and no article is ever moved by a later one."""

import datetime
import itertools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.facts import ArticleFacts, Reported, ResolvedVote, Storyline
from generator.model.ids import name_id
from generator.resolve.stories import FEW, MANY, storylines

CASES = yaml.safe_load(Path(__file__).with_name("stories.yml").read_text(encoding="utf-8"))
E = [{"exact": "words"}]
SIX = ["Ann Lee", "Bob Oak", "Cy Dee", "Di Elm", "Ed Fir", "Flo Gay"]
FIRST = datetime.date(2025, 1, 1)


def article(name: str, told: dict[str, Any]) -> ArticleFacts:
    """An article from the short forms that stories.yml explains."""
    facts: dict[str, Any] = {"people": [], "organizations": [], "memberships": [], "votes": []}
    for n, form in enumerate(told.get("names", ())):
        person, _, role = form.partition(" = ")
        tense = "former" if role.startswith("former ") else "current"
        who = name_id("per", person)
        facts["people"].append({"id": who, "name": person, "sort_name": person, "evidence": E})
        if role:
            role = role.removeprefix("former ")
            facts["memberships"].append({"id": f"mem-{n}", "person": who, "role": role, "tense": tense, "evidence": E})
    for form in told.get("in", ()):
        body, kind = re.fullmatch(r"(.*?)(?: \((.*)\))?", form).groups()  # type: ignore[union-attr]
        facts["organizations"].append({"id": name_id("org", body), "name": body, "classification": kind, "evidence": E})
    if "bill" in told:
        facts["votes"].append({"id": "vot-x", "status": "planned", "motion": "x", "bill": told["bill"], "evidence": E})
    if "vote" in told:
        motion, kind = re.fullmatch(r"(.*?)(?: \((.*)\))?", told["vote"]).groups()  # type: ignore[union-attr]
        vote = {"id": f"vot-{name}", "status": "held", "motion": motion, "classification": kind, "evidence": E}
        facts["votes"].append(vote)
    who = [person["id"] for person in facts["people"][:1]]
    events = told.get("events", ())
    facts["events"] = [{"id": f"evt-{n}", "what": e, "participants": who, "evidence": E} for n, e in enumerate(events)]
    day = told.get("day")
    record = {"id": f"art-{name}", "path": name, "sha256": "x", "extractor": "x", "published": day and str(day)}
    return ArticleFacts.model_validate({"article": record, **facts})


def one_vote(articles: Sequence[ArticleFacts]) -> list[ResolvedVote]:
    """The votes that several articles tell of in the same words."""
    told: dict[str, list[Reported]] = {}
    for facts in articles:
        for vote in facts.votes:
            told.setdefault(vote.motion, []).append(Reported(article=facts.article.id, record=vote.id))
    several = [(motion, reports) for motion, reports in told.items() if len(reports) > 1]
    return [ResolvedVote(id=reports[0].record, motion=motion, reports=tuple(reports)) for motion, reports in several]


def by_id(found: tuple[Storyline, ...]) -> dict[str, list[str]]:
    return {line.id: [one.removeprefix("art-") for one in line.articles] for line in found}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_which_articles_tell_one_story(case: dict[str, Any]) -> None:
    articles = [article(name, told) for name, told in case["articles"].items()]
    for order in itertools.permutations(articles):
        assert by_id(storylines(order, one_vote(order))) == case.get("stories", {})


def test_whom_a_reviewer_found_in_a_claim_counts_as_named() -> None:
    said = {"id": "clm-a", "speaker": "per-ann-lee", "attribution": "named-person", "mode": "direct"}
    claim = {**said, "act": "statement", "content": ["x"], "evidence": E}
    first = article("a", {"day": FIRST, "names": ["Ann Lee", "Bob Oak"]})
    second = article("b", {"day": FIRST, "names": ["Bob Oak"]}).model_dump(by_alias=True)
    corrected = ArticleFacts.model_validate(second | {"claims": [claim]})
    assert by_id(storylines([first, corrected])) == {"sto-a": ["a", "b"]}


@pytest.mark.parametrize("others, joined", [(FEW - 2, True), (FEW - 1, False), (MANY, False)])
def test_names_that_many_articles_of_the_weeks_hold_make_no_story(others: int, joined: bool) -> None:
    """ "Ann Lee" and "Bob Oak" are in many articles, each with one of them and somebody else."""
    filler = [
        article(f"{name[:3].lower()}-{n}", {"day": FIRST, "names": [name, f"Per Son{n} {name[:3]}"]})
        for name in ("Ann Lee", "Bob Oak")
        for n in range(others)
    ]
    pair = [article(f"z{n}", {"day": FIRST, "names": ["Ann Lee", "Bob Oak"]}) for n in range(2)]
    assert by_id(storylines([*filler, pair[0]])) == {}
    assert bool(storylines([*filler, *pair])) is joined
    later = [article(f"z{n}", {"day": "2025-09-01", "names": ["Ann Lee", "Bob Oak"]}) for n in range(2)]
    assert by_id(storylines([*filler, *later])) == {"sto-z0": ["z0", "z1"]}


told = st.fixed_dictionaries(
    {"names": st.lists(st.sampled_from([*SIX, "Gus Hay = prime minister"]), max_size=4, unique=True)},
    optional={
        "day": st.integers(0, 150).map(lambda days: FIRST + datetime.timedelta(days=days)),
        "in": st.lists(st.sampled_from(["Merrow (company)", "Rowers (group)", "Labour (party)"]), unique=True),
    },
)


@settings(deadline=None)
@given(st.lists(told, max_size=12))
def test_a_later_article_moves_no_earlier_one(several: list[dict[str, Any]]) -> None:
    articles = [article(f"x{n:02}", each) for n, each in enumerate(several)]
    articles.sort(key=lambda facts: (facts.article.published or "9999", facts.article.id))
    whole = storylines(articles)
    assert storylines(articles[::-1]) == whole
    for number in range(len(articles)):
        known = {facts.article.id for facts in articles[:number]}
        left = [Storyline.model_construct(id=s.id, articles=tuple(a for a in s.articles if a in known)) for s in whole]
        assert storylines(articles[:number]) == tuple(s for s in left if len(s.articles) > 1)
