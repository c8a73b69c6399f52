"""Train the shipped language pipeline: the corpora come in, `generator/extract/pipeline/` with its figures goes out.

python -m training.pipeline

The parser part and the recognizer part train at the same time, as two processes of one thread each.
"""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training import corpora, documents, names, news, renaming, shipping, treebanks, typography

HERE = Path(__file__).resolve().parent
SCRATCH = HERE.parent / "build" / "training"
SEED = 1
PARTS = ("syntax", "recognizer")
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}


def syntax_docs(part: str, nlp: Language) -> Iterator[Doc]:
    """Make the documents of a part of both treebanks; for training, every other one is set as newspapers do."""
    chance = random.Random(SEED)
    for read in (treebanks.read_ewt, treebanks.read_gum):
        for number, group in enumerate(documents.grouped(read(part))):
            if part == "train" and number % 2:
                group = [typography.restyled(paragraph, chance) for paragraph in group]
            yield documents.analysed(group, nlp.vocab)


def recognizer_docs(nlp: Language) -> Iterator[Doc]:
    """Make the documents of all name corpora; annotated news comes again, twice, with other names in it."""
    chance = random.Random(SEED)
    for group in documents.grouped(treebanks.read_gum("train")):
        yield documents.analysed(group, nlp.vocab)
    others = [*names.read_crossner(), *names.read_re3d()]
    articles = [text for folder in corpora.TRAINED_ON for text in news.read_news(folder)]
    pool = renaming.pool_of([*others, *articles])
    again = [renaming.renamed(text, pool, chance) for _ in range(2) for text in articles]
    for text in [*others, *articles, *again]:
        yield from documents.named(text, nlp)


def prepare(scratch: Path) -> None:
    """Write the training and development documents of both parts."""
    nlp = spacy.blank("en")
    documents.write(syntax_docs("train", nlp), scratch / "syntax-train.spacy")
    documents.write(syntax_docs("dev", nlp), scratch / "syntax-dev.spacy")
    documents.write(recognizer_docs(nlp), scratch / "recognizer-train.spacy")
    gum = (documents.analysed(group, nlp.vocab) for group in documents.grouped(treebanks.read_gum("dev")))
    documents.write(gum, scratch / "recognizer-dev.spacy")


def train(part: str, scratch: Path) -> subprocess.Popen[bytes]:
    """Start spaCy's own training of one part; its log is `PART.log` in the scratch folder."""
    command = [sys.executable, "-m", "spacy", "train", str(HERE / f"{part}.cfg"), "--output", str(scratch / part)]
    command += [f"--paths.{kind}={scratch / f'{part}-{kind}.spacy'}" for kind in ("train", "dev")]
    log = (scratch / f"{part}.log").open("wb")
    return subprocess.Popen(command, env=os.environ | ONE_THREAD, stdout=log, stderr=subprocess.STDOUT)


def main() -> None:
    """Prepare, train and ship."""
    corpora.require_shared()
    prepare(SCRATCH)
    running = [train(part, SCRATCH) for part in PARTS]
    codes = [process.wait() for process in running]
    if any(codes):
        sys.exit(f"training: failed, and nothing was shipped; see the logs in {SCRATCH}")
    print(shipping.ship(shipping.assemble(SCRATCH)))


if __name__ == "__main__":
    main()
