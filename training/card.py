"""Write the model card: measured figures come in, MODEL_CARD.md's text goes out."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from training.measure import Score
from training.names import Kind

TEMPLATE = Path(__file__).with_name("card.md")

# What comparable pipelines reach on the same texts (../shared/MEASURED.md).
SYNTAX_BEFORE = {
    "GUM test": {"UPOS": 95.1, "lemma": 96.2, "UAS": 82.5, "LAS": 78.6, "sentences": 91.8},
    "EWT test": {"UPOS": 93.2, "lemma": 93.4, "UAS": 82.5, "LAS": 78.6, "sentences": 84.1},
}
NAMES_BEFORE = {Kind.PERSON: "87 / 78 / 82", Kind.ORG: "79 / 63 / 70", Kind.PLACE: "63 / 81 / 71"}


def model_card(
    *,
    version: str,
    syntax: Mapping[str, Mapping[str, float]],
    names: Mapping[str, Mapping[Kind, Score]],
    words_per_second: int,
    megabytes: float,
) -> str:
    """Fill the card's template; `syntax` and `names` hold the figures of each text measured, by its name."""
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        version=version,
        syntax="\n".join(_syntax_row(text, figures) for text, figures in syntax.items()),
        names="\n".join(_names_row(text, figures) for text, figures in names.items()),
        speed=f"{words_per_second:,}",
        size=f"{megabytes:.0f}",
    )


def _syntax_row(text: str, figures: Mapping[str, float]) -> str:
    before = SYNTAX_BEFORE.get(text, {})
    cells = [f"{value}" + (f" ({before[name]})" if name in before else "") for name, value in figures.items()]
    return f"| {text} | {' | '.join(cells)} |"


def _names_row(text: str, figures: Mapping[Kind, Score]) -> str:
    cells = [f"{score.precision} / {score.recall} / {score.f1}" for score in figures.values()]
    return f"| {text} | {' | '.join(cells)} |"
