"""Findings become facts: the words that each rests on, cut out of the article (findings made by hand, no model)."""

import datetime
import itertools
from pathlib import Path
from typing import Any

import pytest

from generator import __version__
from generator.extract import version
from generator.extract.as_json import as_json
from generator.extract.findings import (
    ClaimFinding,
    DiscrepancyFinding,
    EventFinding,
    Findings,
    OrganizationFinding,
    PersonFinding,
    PlaceFinding,
    RoleFinding,
    Span,
    ValueFinding,
    VoteFinding,
)
from generator.extract.records import facts_of
from generator.extract.version import extractor_version
from generator.model.article import Article
from generator.model.facts import ArticleFacts
from generator.model.names import sort_name
from generator.model.records import ArticleRecord, Counts, Evidence, Position, When
from generator.model.words import Act, Attribution, DiscrepancyKind, Mode, Option, PositionKind, VoteStatus

TEXT = (
    "Prime Minister Dame Ann Lee spoke in Ayr on Monday. Lee, leader of the Reds, was calm.\n"
    "‘The bridge is shut. It is not safe,’ Dame Ann told the council. ‘Nobody may cross it.’ Rain fell.\n"
    "Bo Ray of the council denied it: “No.\n"
    "“And no again.”\n"
    "The council votes on Tuesday. Lee spoke last week, said Ray.\n"
)


def at(words: str, nth: int = 1) -> Span:
    """Where words stand for the nth time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


SENTENCES = tuple(
    at(sentence)
    for sentence in (
        "Prime Minister Dame Ann Lee spoke in Ayr on Monday.",
        "Lee, leader of the Reds, was calm.",
        "‘The bridge is shut.",
        "It is not safe,’ Dame Ann told the council. ‘",
        "Nobody may cross it.’",
        "Rain fell.",
        "Bo Ray of the council denied it: “",
        "No.",
        "“And no again.”",
        "The council votes on Tuesday.",
        "Lee spoke last week, said Ray.",
    )
)
LEE = PersonFinding(
    id="per-ann-lee",
    name="Ann Lee",
    forms=("Ann Lee", "Ann", "Lee"),
    honorific="Dame",
    party="org-reds",
    roles=(
        RoleFinding(role="Prime Minister", post="prime minister", spans=(at("Prime Minister"),)),
        RoleFinding(role="leader", organization="org-reds", party="org-reds", spans=(at("leader of the Reds"),)),
    ),
    spans=(at("Ann Lee"), at("Lee", 2), at("Ann", 2), at("Lee", 3)),
)
REDS = OrganizationFinding(id="org-reds", name="Reds", forms=("Reds",), spans=(at("Reds"),))
COUNCIL = OrganizationFinding(
    id="org-council", name="council", forms=("council",), spans=(at("council"), at("council", 2), at("council", 3))
)
SHUT = ClaimFinding(
    id="clm-dame-ann-111111",
    speaker="per-ann-lee",
    attribution=Attribution.NAMED_PERSON,
    mode=Mode.DIRECT,
    act=Act.STATEMENT,
    source=(at("Dame Ann", 2),),
    cue=(at("told"),),
    content=(at("The bridge is shut. It is not safe,"), at("Nobody may cross it.")),
)
DENIED = ClaimFinding(
    id="clm-bo-ray-222222",
    attribution=Attribution.NAMED_PERSON,
    mode=Mode.DIRECT,
    act=Act.DENIAL,
    source=(at("Bo Ray"), at("the council", 2)),
    cue=(at("denied"),),
    content=(at("No."), at("And no again.")),
    replies_to="clm-dame-ann-111111",
    nested_in="clm-dame-ann-111111",
)
VOTE = VoteFinding(
    id="vot-333333",
    status=VoteStatus.PLANNED,
    motion="votes",
    body="org-council",
    proposer="MPs",
    positions=(Position(voter="per-ann-lee", option=Option.FOR, kind=PositionKind.DECLARED),),
    counts=Counts(),
    spans=(at("The council votes on Tuesday."),),
)
EVENT = EventFinding(
    id="evt-444444",
    what="Rain fell",
    participants=("per-ann-lee", "MPs"),
    when=When(relative="P-1D"),
    spans=(at("Rain fell"),),
)
DISPUTED = DiscrepancyFinding(
    id="dis-555555",
    kind=DiscrepancyKind.TIME,
    about="when Lee spoke",
    field="when",
    values=(
        ValueFinding(value="on Monday", spans=(at("on Monday"),)),
        ValueFinding(value="last week", spans=(at("last week"),)),
    ),
)
FINDINGS = Findings(
    people=(LEE,),
    organizations=(REDS, COUNCIL),
    places=(PlaceFinding(name="Ayr", spans=(at("Ayr"),)),),
    claims=(SHUT, DENIED),
    votes=(VOTE,),
    events=(EVENT,),
    discrepancies=(DISPUTED,),
)
ARTICLE = Article(
    id="art-a", path="seeds/a.txt", text=TEXT, published=datetime.date(2025, 1, 8), sha256="f00", title="A"
)


@pytest.fixture(scope="module")
def facts() -> ArticleFacts:
    return facts_of(ARTICLE, FINDINGS, sentences=SENTENCES, extractor="test")


def exacts(record: Any) -> list[str]:
    return [evidence.exact for evidence in record.evidence]


def test_the_article_is_told_as_it_is_known(facts: ArticleFacts) -> None:
    told = facts.article
    assert (told.id, told.title, told.published, told.sha256, told.extractor) == (
        "art-a",
        "A",
        "2025-01-08",
        "f00",
        "test",
    )


def test_a_person_rests_on_the_first_mention_of_each_form_with_its_title(facts: ArticleFacts) -> None:
    (person,) = facts.people
    assert (person.sort_name, person.honorific_prefix, person.other_names) == ("Lee, Ann", "Dame", ("Ann", "Lee"))
    assert exacts(person) == ["Prime Minister Dame Ann Lee", "Lee", "Dame Ann"]


def test_a_quotation_that_stands_twice_says_where(facts: ArticleFacts) -> None:
    council = facts.organizations[1]
    assert council.evidence == (Evidence(exact="council", suffix="."),)


def test_a_role_rests_on_its_words_and_the_name_beside_them(facts: ArticleFacts) -> None:
    prime_minister, leader = facts.memberships
    assert exacts(prime_minister) == ["Prime Minister Dame Ann Lee"]
    assert exacts(leader) == ["Lee, leader of the Reds"]
    assert (leader.person, leader.organization, leader.on_behalf_of) == ("per-ann-lee", "org-reds", "org-reds")


def test_a_claim_rests_on_its_whole_sentences_with_their_marks(facts: ArticleFacts) -> None:
    shut, _ = facts.claims
    assert exacts(shut) == [
        "‘The bridge is shut. It is not safe,’ Dame Ann told the council. ‘Nobody may cross it.’",
    ]
    assert shut.content == ("The bridge is shut. It is not safe,", "Nobody may cross it.")


def test_a_claim_over_paragraphs_rests_on_a_passage_of_each(facts: ArticleFacts) -> None:
    _, denied = facts.claims
    assert exacts(denied) == ["Bo Ray of the council denied it: “No.", "“And no again.”"]
    assert (denied.source, denied.replies_to) == ("Bo Ray … the council", "clm-dame-ann-111111")


def test_votes_and_events_rest_on_their_own_words(facts: ArticleFacts) -> None:
    assert [exacts(facts.votes[0]), exacts(facts.events[0])] == [["The council votes on Tuesday."], ["Rain fell"]]


def test_each_side_of_a_discrepancy_rests_on_its_sentence(facts: ArticleFacts) -> None:
    (disputed,) = facts.discrepancies
    assert [(value.value, value.article, value.evidence.exact) for value in disputed.values] == [
        ("on Monday", "art-a", "Prime Minister Dame Ann Lee spoke in Ayr on Monday."),
        ("last week", "art-a", "Lee spoke last week, said Ray."),
    ]


def test_findings_of_one_id_are_one_record() -> None:
    twice = Findings(events=(EVENT, EventFinding(id=EVENT.id, what="Rain", spans=(at("Rain"), at("Rain fell")))))
    (event,) = facts_of(ARTICLE, twice, sentences=SENTENCES, extractor="test").events
    assert (event.what, exacts(event)) == ("Rain fell", ["Rain fell", "Rain"])


def test_a_mark_that_closes_the_sentence_before_is_left_there() -> None:
    text = 'He said "No. " She said it was so.'
    claim = ClaimFinding(
        id="clm-1",
        attribution=Attribution.UNNAMED,
        mode=Mode.INDIRECT,
        act=Act.STATEMENT,
        content=((text.index("it was so"), len(text) - 1),),
    )
    sentences = [(0, text.index('" She')), (text.index('" She'), len(text))]
    article = Article(id="art-b", path="b", text=text, sha256="f00")
    (made,) = facts_of(article, Findings(claims=(claim,)), sentences=sentences, extractor="test").claims
    assert exacts(made) == ["She said it was so."]


def test_passages_far_apart_are_quoted_apart() -> None:
    text = f"She said it. {'Nothing happened. ' * 30}It was so."
    claim = ClaimFinding(
        id="clm-1",
        attribution=Attribution.UNNAMED,
        mode=Mode.INDIRECT,
        act=Act.STATEMENT,
        cue=((4, 8),),
        content=((len(text) - 10, len(text) - 1),),
    )
    starts = [0, 13, len(text) - 10, len(text)]
    article = Article(id="art-b", path="b", text=text, sha256="f00")
    sentences = list(itertools.pairwise(starts))
    (made,) = facts_of(article, Findings(claims=(claim,)), sentences=sentences, extractor="test").claims
    assert exacts(made) == ["She said it.", "It was so."]


def test_the_json_of_evaluation_tells_names_and_places() -> None:
    told = as_json(ARTICLE, FINDINGS)
    no_time = {"as_written": None, "date": None, "relative": None}
    assert told["article"] == {"id": "art-a", "path": "seeds/a.txt"}
    assert told["people"][0]["party"] == "Reds"
    assert told["people"][0]["roles"][1] == {
        "role": "leader",
        "organization": "Reds",
        "tense": "current",
        "spans": [list(at("leader of the Reds"))],
        "confidence": "high",
    }
    assert told["places"] == [{"name": "Ayr", "spans": [list(at("Ayr"))]}]
    shut, denied = told["claims"]
    assert shut["speaker"] == {"id": "per-ann-lee", "name": "Ann Lee"}
    assert (shut["nested"], denied["nested"], denied["speaker"]) == (False, True, None)
    assert [len(shut[key]) for key in ("source", "cue", "content")] == [1, 1, 2]
    assert told["votes"] == [
        {
            "id": "vot-333333",
            "status": "planned",
            "body": "council",
            "motion": "votes",
            "bill": None,
            "proposer": "MPs",
            "result": None,
            "counts": {"for": None, "against": None, "abstain": None},
            "positions": [{"voter": "Ann Lee", "option": "for", "count": None}],
            "when": no_time,
            "spans": [list(at("The council votes on Tuesday."))],
            "confidence": "high",
        }
    ]
    assert told["events"][0]["participants"] == ["Ann Lee", "MPs"]
    assert told["events"][0]["when"] == no_time | {"relative": "P-1D"}
    assert told["discrepancies"][0]["values"][1] == {"value": "last week", "spans": [list(at("last week"))]}


@pytest.mark.parametrize(
    ("name", "sorted_as"),
    [
        ("Keir Starmer", "Starmer, Keir"),
        ("Ursula von der Leyen", "von der Leyen, Ursula"),
        ("Mohammed bin Salman al-Saud", "al-Saud, Mohammed bin Salman"),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("De La Cruz", "La Cruz, De"),
        ("Trump", "Trump"),
        ("Baroness Holt of Settle", "Holt of Settle, Baroness"),
        ("Lord Marsh", "Marsh, Lord"),
        ("", ""),
    ],
)
def test_a_person_is_sorted_by_family_name(name: str, sorted_as: str) -> None:
    assert sort_name(name) == sorted_as


def test_the_extractor_has_a_version_that_tells_pipelines_apart() -> None:
    assert extractor_version() == extractor_version(None) != extractor_version("en_core_web_trf")
    assert extractor_version("en_core_web_trf").split()[:2] == [__version__, "en_core_web_trf-unknown"]


def test_the_version_changes_with_the_code_and_with_the_word_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version, "WHAT_DECIDES_FACTS", (tmp_path,))
    seen = set()
    for name, text in (("a.py", "1\n"), ("a.py", "2\n"), ("a.py", "2\r\n"), ("b.yml", "2\n"), ("c.pyc", "2\n")):
        (tmp_path / name).write_bytes(text.encode())
        extractor_version.cache_clear()
        seen.add(extractor_version())
    extractor_version.cache_clear()
    assert len(seen) == 3


def test_facts_do_not_keep_which_fields_they_were_given() -> None:
    """Of many articles that would be two fifths of the memory; what changes of a copy is still its own."""
    given = ArticleRecord(id="art-a", path="a.txt", sha256="", extractor="1")
    copied = given.model_copy(update={"title": "A"})
    assert (given.model_fields_set, given.title, copied.title) == (set(), None, "A")
    assert ArticleRecord.model_validate(given.model_dump()) == given
