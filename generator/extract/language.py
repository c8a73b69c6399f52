"""Load the language pipeline: a name or nothing comes in, a spaCy pipeline that extraction can rely on goes out.

spaCy is imported only when a pipeline is loaded, so that a build with nothing stale never pays for it.
"""

from __future__ import annotations

import enum
import functools
import gc
import importlib.metadata
import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import PipelineError
from generator.extract.datelines import ends_of_datelines
from generator.extract.document import LONGEST_SENTENCE
from generator.extract.lexicon import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = Path(__file__).parent / "pipeline"
LINE_BREAKS = "explainer_line_breaks"
SHORTEST_SENTENCE = 4
"""Nothing that opens an article is shorter: after a break the parser may take a title for a sentence of its own."""
END_MARKS = (".", "!", "?")
SAMPLE = "The committee met in London."


class NameKind(enum.StrEnum):
    """The kinds of names that extraction works with, whatever labels a pipeline has."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"


# Nationalities and parties share a label (NORP) in OntoNotes; they are no bodies, so the label means nothing here.
LABEL_KINDS = {
    "PERSON": NameKind.PERSON,
    "PER": NameKind.PERSON,
    "ORG": NameKind.ORGANIZATION,
    "PLACE": NameKind.PLACE,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
}


def name_kind(label: str) -> NameKind | None:
    """Return the kind of name that an entity label of any English pipeline stands for; None for dates and the like."""
    return LABEL_KINDS.get(label)


@functools.cache
def load_language(name: str | None = None) -> Language:
    """Load a pipeline once: the shipped one, or any installed spaCy pipeline by its name or folder.

    To get the same analysis whatever else is read, give it one text at a time (`nlp(text)`, not `nlp.pipe`): batches
    change the last digits of the sums that the pipeline decides by.

    Raises:
        PipelineError: the pipeline is not installed, cannot be read, or lacks something that extraction needs.
    """
    try:
        nlp = _load_shipped() if name is None else _load_installed(name)
    except (OSError, ImportError, ValueError) as error:
        raise PipelineError(
            f"the language pipeline {_spoken(name)} cannot be loaded ({_first_line(error)})",
            mend="install it into this environment, or leave out `explainer.pipeline` to use the shipped one",
        ) from error
    _add_line_breaks(nlp)
    _require_all(nlp, name)
    gc.freeze()  # a pipeline stays as long as the process does: no need to look through it for garbage again and again
    return nlp


def _load_shipped() -> Language:
    """Load the shipped pipeline; it multiplies with NumPy's own library, some four times as fast as spaCy's choice.

    One thread: for matrices as small as these a second one costs more processor time than it saves.
    """
    import spacy
    from thinc.api import use_ops
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1, user_api="blas")
    with use_ops("numpy", use_blis=False):
        return spacy.load(SHIPPED)


def _load_installed(name: str) -> Language:
    import spacy

    return spacy.load(name)


def _spoken(name: str | None) -> str:
    return "that ships with the package" if name is None else f"'{name}'"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")


def _add_line_breaks(nlp: Language) -> None:
    """Put the component that ends sentences at line breaks first, so that the parser finds its marks set."""
    from spacy.language import Language

    if not Language.has_factory(LINE_BREAKS):
        Language.component(LINE_BREAKS, func=start_sentences_after_breaks)
    nlp.add_pipe(LINE_BREAKS, first=True)


def start_sentences_after_breaks(doc: Doc) -> Doc:
    """Make a sentence start after each line break, before the parser runs.

    A paragraph break always ends a sentence. A single one does too, unless the next word is in lower case: then the
    text is wrapped at a column and the sentence goes on. A dateline stands alone, and words that no mark ends are cut.
    """
    from spacy.attrs import IS_SPACE, SENT_START

    starts = doc.to_array(SENT_START).astype("int64")  # 1 starts a sentence, -1 does not, 0 is for the parser to say
    gap = ""
    for spaces, index in enumerate(doc.to_array(IS_SPACE).nonzero()[0].tolist()):
        space, following = doc[index], doc[index + 1] if index + 1 < len(doc) else None
        starts[index] = 1 if index == 0 else -1
        gap += space.text
        if following is None or following.is_space:
            continue
        breaks = gap.count("\n")
        if breaks > 1 or (breaks and not following.text[0].islower()):
            starts[index + 1] = 1 if index > spaces else -1  # -1: only white space stands before
        gap = ""
    _start_after_datelines(doc, starts)
    _go_on_after_titles(doc, starts)
    _cut_endless(doc, starts)
    # All at once: for each token by itself spaCy would look through the whole text again.
    return doc.from_array([SENT_START], starts.astype("uint64"))  # type: ignore[arg-type]


def _start_after_datelines(doc: Doc, starts: NDArray[np.int64]) -> None:
    from spacy.attrs import IDX

    places = doc.to_array(IDX)
    for end in ends_of_datelines(doc.text):
        first = places.searchsorted(end)
        starts[first] = 1
        starts[first + 1 : first + SHORTEST_SENTENCE] = -1


def _go_on_after_titles(doc: Doc, starts: NDArray[np.int64]) -> None:
    """Let no sentence start in the name behind "Reps." or "Coun.", whose full stop the tokenizer may have cut off."""
    from spacy.attrs import ORTH

    titles = {doc.vocab.strings.add(title) for title in words("honorifics", "stopped")}
    for at, word in enumerate(doc.to_array(ORTH).tolist()[:-2]):
        if word in titles and doc[at + 1].text == "." and doc[at + 2].text[0].isupper() and starts[at + 2] == 0:
            name = itertools.takewhile(lambda token: token.is_alpha, doc[at + 2 : at + 2 + SHORTEST_SENTENCE])
            starts[at + 2 : at + 2 + len(list(name))] = -1


def _cut_endless(doc: Doc, starts: NDArray[np.int64]) -> None:
    """Make a sentence start wherever words have gone on for too long without a mark that could end one."""
    from spacy.attrs import ORTH

    marks = {doc.vocab.strings[mark] for mark in END_MARKS}
    ends = [at for at, word in enumerate(doc.to_array(ORTH).tolist()) if word in marks or starts[at] == 1]
    for end, following in itertools.pairwise([0, *ends, len(doc)]):
        starts[end + LONGEST_SENTENCE : following : LONGEST_SENTENCE] = 1


def _require_all(nlp: Language, name: str | None) -> None:
    """Analyse one plain sentence and raise for whatever it did not get."""
    doc = nlp(SAMPLE)
    labels = nlp.get_pipe("ner").labels if nlp.has_pipe("ner") else ()  # type: ignore[attr-defined]
    needs = {
        "dependency parse": doc.has_annotation("DEP"),
        "part-of-speech tags": doc.has_annotation("TAG") and doc.has_annotation("POS"),
        "lemmas": doc.has_annotation("LEMMA"),
        "sentence starts": doc.has_annotation("SENT_START"),
        "entities of people, organizations and places": set(map(name_kind, labels)) >= set(NameKind),
    }
    if lacking := [need for need, met in needs.items() if not met]:
        raise PipelineError(
            f"the language pipeline {_spoken(name)} gives no {', no '.join(lacking)}",
            mend="choose an English pipeline with tagger, parser, lemmatizer and recognizer, such as en_core_web_trf",
        )


def pipeline_version(name: str | None = None) -> str:
    """Name a pipeline and the version of its content, such as `explainer_en-1.0.0`, without importing spaCy.

    Facts read with another version are stale. A pipeline that is not installed has the version `unknown`.
    """
    folder = SHIPPED if name is None else Path(name)
    try:
        if (folder / "meta.json").is_file():
            meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            return f"{meta['lang']}_{meta['name']}-{meta['version']}"
        return f"{name}-{importlib.metadata.version(str(name))}"
    except importlib.metadata.PackageNotFoundError:
        return f"{name}-unknown"
