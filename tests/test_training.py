"""The readers that turn corpora into training material, on tiny samples written for these tests."""

import random
import re
from pathlib import Path

import pytest
import spacy

from training import corpora
from training.__main__ import PARTS
from training.card import model_card
from training.documents import PARAGRAPH_BREAK, analysed, grouped, named
from training.measure import Score, name_figures
from training.names import Kind, NamedText, Span, read_bio, titles_before
from training.news import mark_names
from training.renaming import pool_of, renamed
from training.reply_gold import denials_of, replies_of
from training.treebanks import proper_names, read_paragraphs
from training.typography import restyled

CONLLU = """\
# newdoc id = doc1
# newpar
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	Mood=Imp	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	say	say	VERB	VB	_	0	root	_	_
4	"	"	PUNCT	``	_	5	punct	_	SpaceAfter=No
5	no	no	INTJ	UH	_	3	obj	_	SpaceAfter=No
6	"	"	PUNCT	''	_	5	punct	_	SpaceAfter=No
7	.	.	PUNCT	.	_	3	punct	_	_

# newpar
1	President	President	PROPN	NNP	_	4	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1,2,3-coref-Ida_Moe
2	Ida	Ida	PROPN	NNP	_	1	flat	_	_
2.1	is	be	AUX	VBZ	_	_	_	_	_
3	Moe	Moe	PROPN	NNP	_	1	flat	_	Entity=1)
4	left	leave	VERB	VBD	_	0	root	_	_
5	the	the	DET	DT	_	7	det	_	Entity=(2-organization-new-nnnnn-cf2-3-coref-Labour
6	Labour	Labour	PROPN	NNP	_	7	compound	_	_
7	Party	Party	PROPN	NNP	_	4	obj	_	Entity=2)
8	that	that	PRON	WDT	_	7	dep	_	_
9	town	town	NOUN	NN	_	7	dep	_	Entity=(3-place-new-nnnnn-cf2-1-coref)
"""


def words(text: NamedText) -> list[tuple[str, Kind]]:
    return [(text.text[name.start : name.end], name.kind) for name in text.names]


def test_a_treebank_keeps_its_text_paragraphs_and_trees() -> None:
    first, second = read_paragraphs(CONLLU)
    doc = analysed([first, second], spacy.blank("en").vocab)
    assert doc.text.startswith(f'Don\'t say "no".{PARAGRAPH_BREAK}President Ida Moe left')
    assert [(token.text, token.head.text) for token in doc[:4]] == [
        ("Do", "say"),
        ("n't", "say"),
        ("say", "say"),
        ('"', "no"),
    ]
    assert next(sentence.text.strip() for sentence in doc.sents) == 'Don\'t say "no".'


def test_names_of_a_treebank_are_those_with_a_proper_head_and_no_title() -> None:
    _, second = read_paragraphs(CONLLU)
    (sentence,) = second.sentences
    found = [
        (" ".join(word.form for word in sentence[name.start : name.end]), name.kind) for name in proper_names(sentence)
    ]
    assert found == [("Ida Moe", Kind.PERSON), ("Labour Party", Kind.ORG)]


def test_short_paragraphs_of_one_document_are_read_together() -> None:
    paragraphs = list(read_paragraphs(CONLLU))
    assert [len(group) for group in grouped(paragraphs)] == [2]
    other = list(read_paragraphs(CONLLU.replace("doc1", "doc2")))
    assert [len(group) for group in grouped(paragraphs + other)] == [2, 2]


def test_newspaper_typography_changes_marks_and_nothing_else() -> None:
    first, _ = read_paragraphs(CONLLU)
    chance = random.Random(0)
    texts = {analysed([restyled(first, chance)], spacy.blank("en").vocab).text for _ in range(200)}
    assert {"Don't say 'no'.", "Don’t say ‘no’.", "Don’t say “no”.", 'Don’t say "no".'} <= texts
    assert "Don’t say ‘no’" in texts, "now and then the full stop is lost"
    marks_aside = {re.sub('["“”‘’]', "'", text).removesuffix(".") for text in texts}
    assert marks_aside == {"Don't say 'no'"}


def test_bio_columns_become_text_as_a_writer_spaces_it() -> None:
    (text,) = read_bio(
        "In\tO\nOslo\tB-location\n,\tO\nAda\tB-politician\nBerg\tI-politician\n(\tO\nLabour\tB-politicalparty\n)\tO\nwon\tB-event\n.\tO\n"
    )
    assert text.text == "In Oslo, Ada Berg (Labour) won."
    assert words(text) == [("Oslo", Kind.PLACE), ("Ada Berg", Kind.PERSON), ("Labour", Kind.ORG)]


@pytest.mark.parametrize(
    ("name", "count"),
    [("Sir Ian Poe", 1), ("Shadow Home Secretary Ann Lee", 3), ("Ann Lee", 0), ("the President", 2)],
)
def test_titles_before_a_name_are_no_part_of_it(name: str, count: int) -> None:
    assert titles_before(name.split()) == count


def test_gold_names_of_news_are_marked_wherever_they_stand() -> None:
    facts = {
        "people": [{"name": "Ann Lee", "other_forms": ["Ms Lee"]}],
        "organizations": [{"name": "Lee Council", "other_forms": []}],
        "other_names": ["Lee Act"],
    }
    text = mark_names("Ann Lee of Lee Council backed the Lee Act. Ms Lee left Leeds.", facts)
    assert words(text) == [("Ann Lee", Kind.PERSON), ("Lee Council", Kind.ORG), ("Lee", Kind.PERSON)]
    assert not text.places_known


def test_where_places_are_not_marked_a_capital_is_unknown_and_not_no_name() -> None:
    text = NamedText(text="Ann Lee left Leeds.", names=[Span(start=0, end=7, kind=Kind.PERSON)], places_known=False)
    (doc,) = named(text, spacy.blank("en"))
    assert [token.ent_iob_ for token in doc] == ["B", "I", "O", "", "O"]


def test_other_people_keep_one_new_name_through_a_text() -> None:
    pool = pool_of([NamedText(text="Bo Ek", names=[Span(start=0, end=5, kind=Kind.PERSON)])])
    text = mark_names(
        "Ann Lee left. “Lee’s gone,” Ann said.",
        {"people": [{"name": "Ann Lee", "other_forms": ["Lee", "Ann"]}], "places": []},
    )
    assert renamed(text, pool, random.Random(0)).text == "Bo Ek left. “Ek’s gone,” Bo said."
    assert words(renamed(text, pool, random.Random(0)))[1] == ("Ek", Kind.PERSON)


def test_a_name_counts_only_with_both_ends_and_its_kind_right() -> None:
    nlp = spacy.blank("en")
    rules = [
        {"label": "PERSON", "pattern": "Ann"},
        {"label": "ORG", "pattern": "Bo"},
        {"label": "PERSON", "pattern": "Cy Ek"},
    ]
    nlp.add_pipe("entity_ruler").add_patterns(rules)  # type: ignore[attr-defined]
    gold = mark_names(
        "Ann Lee, Bo and Cy Ek left.",
        {"people": [{"name": "Ann Lee"}, {"name": "Bo"}, {"name": "Cy Ek"}], "places": []},
    )
    assert name_figures(nlp, [gold])[Kind.PERSON] == Score(precision=50.0, recall=33.3, f1=40.0)


def test_the_model_card_says_what_was_measured() -> None:
    score = Score(precision=90.1, recall=80.2, f1=84.9)
    card = model_card(
        version="1.0.0",
        syntax={"GUM test": {"UAS": 83.3}},
        names={"some news": {Kind.PERSON: score}},
        words_per_second=1234,
        megabytes=13.6,
    )
    assert "| GUM test | 83.3 (82.5) |" in card
    assert "| some news | 90.1 / 80.2 / 84.9 |" in card
    assert "1,234 words a second" in card
    assert "CC BY-SA 4.0" in card


def test_the_one_command_runs_every_script_that_learns() -> None:
    scripts = {path.stem: path.read_text(encoding="utf-8") for path in Path(corpora.__file__).parent.glob("*.py")}
    commands = {name for name, text in scripts.items() if "\ndef main() -> None:" in text}
    assert commands - {"__main__", "evaluate"} == set(PARTS)


def test_without_the_shared_folder_one_plain_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(corpora, "CORPORA", tmp_path / "absent")
    with pytest.raises(SystemExit, match=r"no \.\./shared/corpora"):
        corpora.require_shared()


@pytest.mark.skipif(not corpora.CORPORA.is_dir(), reason="the shared scorer is not here")
def test_a_denial_as_short_as_a_word_stands_by_its_cue() -> None:
    text = "A clerk said that the park was sold. The mayor said it was open. Ms Brook denied that."
    claims = [
        {"source": "A clerk", "cue": "said", "content": "the park was sold"},
        {"source": "Ms Brook", "cue": "denied", "content": "that", "denial": True},
    ]
    gold = {"claims": claims, "replies": [{"denial": "that", "of": "the park was sold"}]}
    place = text.rindex("that")
    assert list(denials_of(text, gold)) == [set(range(place, place + 4))]
    assert list(replies_of(text, gold)) == [(set(range(place, place + 4)), set(range(18, 35)))]


@pytest.mark.skipif(not corpora.CORPORA.is_dir(), reason="the shared scorer is not here")
def test_a_piece_of_an_interrupted_denial_stands_for_all_of_it() -> None:
    text = "“I sold nothing,” said Ms Brook, “and I bought nothing.” A clerk said the park was sold."
    claims = [
        {"source": "Ms Brook", "cue": "said", "content": ["I sold nothing,", "and I bought nothing."], "denial": True},
        {"source": "A clerk", "cue": "said", "content": "the park was sold"},
    ]
    gold = {"claims": claims, "replies": [{"denial": "I sold nothing,", "of": "the park was sold"}]}
    ((denial, _),) = replies_of(text, gold)
    assert {text.index("sold nothing"), text.index("bought")} <= denial
