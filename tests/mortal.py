"""A language pipeline whose process is killed, as one is that has no memory left: the shipped one, and what kills it.

It is an installed pipeline, called `mortal`, in processes that `installed` gives the environment for.

| the text has | its process is killed |
|---|---|
| `deadly` | each time |
| `frail` | the first time |
"""

import os
import signal
import time
from pathlib import Path
from typing import Any

NAME = "mortal"
KILLED = "MORTAL_KILLED"
BORN_DEAD = "MORTAL_BORN_DEAD"


def installed(folder: Path, **environment: str) -> dict[str, str]:
    """The environment of processes that have this pipeline installed; the folder is where they find it."""
    info = folder / f"{NAME}-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1\n")
    path = os.pathsep.join([str(folder), str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {"PYTHONPATH": path, KILLED: str(folder / "killed"), **environment}


def load(**_options: Any) -> Any:
    """Called by spaCy, which knows the pipeline by this module's name."""
    import spacy
    from spacy.language import Language

    from generator.extract.language import SHIPPED

    if BORN_DEAD in os.environ:
        _kill()
    Language.component(NAME, func=_mortal)
    pipeline = spacy.load(SHIPPED)
    pipeline.add_pipe(NAME, first=True)
    return pipeline


def _mortal(doc: Any) -> Any:
    if "deadly" in doc.text:
        _kill()
    if "frail" in doc.text and not Path(os.environ[KILLED]).exists():
        Path(os.environ[KILLED]).touch()
        _kill()
    return doc


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)
