"""Layer 2: which extractor reads the articles; facts read by another one are stale."""

import hashlib
from functools import cache
from pathlib import Path

from generator import __version__
from generator.extract.language import pipeline_version

PACKAGE = Path(__file__).parent
WHAT_DECIDES_FACTS = (PACKAGE, PACKAGE.parent / "model")
READ = {".py", ".yml", ".txt", ".tsv", ".json"}
DIGITS = 8


@cache
def extractor_version(pipeline: str | None = None) -> str:
    """The package's version, the language pipeline's, and a digest of the code and word lists that facts come from.

    Nothing of spaCy is imported.

    Args:
        pipeline: an installed spaCy pipeline in place of the shipped one.
    """
    return f"{__version__} {pipeline_version(pipeline)} {_digest()}"


def _digest() -> str:
    """A digest that is the same whichever line ends a checkout has."""
    whole = hashlib.sha256()
    for folder in WHAT_DECIDES_FACTS:
        for path in sorted(folder.rglob("*")):
            if path.suffix in READ and path.is_file():
                whole.update(path.relative_to(folder).as_posix().encode())
                whole.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()[:DIGITS]
