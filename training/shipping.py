"""Put a trained pipeline into the package: its two trained parts come in, the shipped folder with its card goes out."""

import hashlib
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

from training import measure, news, treebanks
from training.card import model_card

SHIPPED = Path(__file__).resolve().parent.parent / "generator" / "extract" / "pipeline"
VERSION = "1.0.0"
META = {
    "name": "explainer",
    "description": "English pipeline for news, trained on openly licensed text; see MODEL_CARD.md",
    "license": "CC BY-SA 4.0",
    "author": "the Explainer project",
    "spacy_version": ">=3.8,<3.9",
}
UNSEEN_NEWS = ("news-facts/dev", "press-dev")


def assemble(scratch: Path) -> Language:
    """Make one pipeline of both parts, which names no folder of the machine it was made on.

    The recognizer comes first: spaCy lets no name run over a sentence start, and the parser's are not always right.
    """
    nlp = spacy.load(scratch / "syntax" / "model-last")
    nlp.add_pipe("ner", source=spacy.load(scratch / "recognizer" / "model-last"), first=True)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta.update(META)
    for figure in [*nlp.meta["performance"]]:
        del nlp.meta["performance"][figure]
    return nlp


def ship(nlp: Language) -> str:
    """Measure the pipeline, write it with its card, put it in the old one's place in one go; return the card."""
    new, old = SHIPPED.with_name("pipeline.new"), SHIPPED.with_name("pipeline.old")
    shutil.rmtree(new, ignore_errors=True)
    nlp.to_disk(new)
    nlp.meta["version"] = f"{VERSION}+{_fingerprint(new)}"
    nlp.to_disk(new)
    card = model_card(
        version=nlp.meta["version"],
        syntax={
            "GUM test": measure.syntax_figures(nlp, treebanks.read_gum("test")),
            "EWT test": measure.syntax_figures(nlp, treebanks.read_ewt("test")),
        },
        names={folder: measure.name_figures(nlp, news.read_news(folder)) for folder in UNSEEN_NEWS},
        words_per_second=measure.words_per_second(nlp, UNSEEN_NEWS[0]),
        megabytes=sum(path.stat().st_size for path in new.rglob("*") if path.is_file()) / 1e6,
    )
    (new / "MODEL_CARD.md").write_text(card, encoding="utf-8")
    if SHIPPED.exists():
        SHIPPED.rename(old)
    new.rename(SHIPPED)
    shutil.rmtree(old, ignore_errors=True)
    return card


def _fingerprint(folder: Path) -> str:
    """Return eight hexadecimal digits that change whenever anything but the pipeline's description does."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "meta.json":
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
