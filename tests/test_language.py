"""What extraction may rely on in a language pipeline, and what a user is told when one does not give it."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from generator.errors import PipelineError
from generator.extract.language import (
    NameKind,
    load_language,
    name_kind,
    pipeline_version,
    start_sentences_after_breaks,
)


def test_loading_the_module_does_not_import_spacy() -> None:
    code = "import sys, generator.extract.language as l; l.pipeline_version(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PERSON", NameKind.PERSON),
        ("PER", NameKind.PERSON),
        ("ORG", NameKind.ORGANIZATION),
        ("PLACE", NameKind.PLACE),
        ("GPE", NameKind.PLACE),
        ("LOC", NameKind.PLACE),
        ("FAC", NameKind.PLACE),
        ("NORP", None),
        ("DATE", None),
    ],
)
def test_labels_of_any_english_pipeline_become_our_three_kinds(label: str, kind: NameKind | None) -> None:
    assert name_kind(label) is kind


BREAKS = {
    "a paragraph break ends a sentence": ("One thing\n\nand another.", ["One thing", "and another."]),
    "a line break does too, with or without a full stop": (
        "This week\nOne source spoke.",
        ["This week", "One source spoke."],
    ),
    "a quotation mark after a line break starts a sentence": ("He said:\n'We go.'", ["He said:", "'We go.'"]),
    "a text wrapped at a column goes on": ("The deal was\nwrapped here.", ["The deal was wrapped here."]),
    "a dateline stands alone": ("ROME, 5 May (Agency) – Ministers met.", ["ROME, 5 May (Agency) –", "Ministers met."]),
    "an abbreviation before a dash is no dateline": ("One.\nBBC – The Voice.", ["One.", "BBC – The Voice."]),
    "words that no mark ends are cut": (
        "no " * 1_100 + "and no. No.",
        [("no " * 500).strip(), ("no " * 500).strip(), "no " * 100 + "and no. No."],
    ),
    "a title's full stop is no sentence's": (
        "We named Reps. Ann Lee and Jo Ray. Coun. Al Moss left.\nIt was Cllr. Ann Lee.",
        ["We named Reps. Ann Lee and Jo Ray. Coun. Al Moss left.", "It was Cllr. Ann Lee."],
    ),
    "empty lines before the first word start nothing": ("\n\nOne thing.", ["One thing."]),
}


@pytest.mark.parametrize(("text", "sentences"), BREAKS.values(), ids=BREAKS)
def test_sentences_start_after_line_breaks(text: str, sentences: list[str]) -> None:
    doc = start_sentences_after_breaks(spacy.blank("en")(text))
    assert [" ".join(sentence.text.split()) for sentence in doc.sents] == sentences


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder"])
def test_a_pipeline_that_is_not_installed_is_named_with_the_mend(name: str) -> None:
    with pytest.raises(PipelineError, match=f"'{name}' cannot be loaded .*; install it"):
        load_language(name)


def test_a_pipeline_that_lacks_something_is_told_what(tmp_path: Path) -> None:
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.to_disk(tmp_path / "blank")
    with pytest.raises(PipelineError) as raised:
        load_language(str(tmp_path / "blank"))
    message = str(raised.value)
    assert "gives no dependency parse, no part-of-speech tags, no lemmas, no entities of people" in message
    assert "no sentence starts" not in message


def test_versions_name_the_pipeline_and_its_content(tmp_path: Path) -> None:
    spacy.blank("en", meta={"name": "mine", "version": "2.1"}).to_disk(tmp_path)
    assert pipeline_version(str(tmp_path)) == "en_mine-2.1"
    assert pipeline_version("no_such_pipeline") == "no_such_pipeline-unknown"
    assert pipeline_version().startswith("en_explainer-")


@pytest.mark.model
def test_the_shipped_pipeline_reads_a_news_sentence() -> None:
    doc = load_language()("Home Secretary Anna Berg told reporters in Oslo that she had never seen the letter.")
    told = next(token for token in doc if token.text == "told")
    assert told.dep_ == "ROOT"
    assert told.lemma_ == "tell"
    assert [child.text for child in told.children if child.dep_ == "nsubj"] in (["Berg"], ["Secretary"], ["Anna"])
    assert ("Anna Berg", NameKind.PERSON) in [(entity.text, name_kind(entity.label_)) for entity in doc.ents]


@pytest.mark.model
def test_a_text_is_read_alike_whatever_was_read_before() -> None:
    nlp = load_language()
    text = "‘We shall not vote on it,’ Ms Okoro said.\n\nHer party meets on Friday."
    before = nlp(text).to_json()
    nlp("Another text about the harbour at Leith and the people who work there.")
    assert nlp(text).to_json() == before
