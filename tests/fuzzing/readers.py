"""Target: seeds of each kind, with a sidecar; what is read is text that can be written down, what is not is told of."""

import tempfile
from pathlib import Path

from generator.articles import read_article
from generator.errors import SeedError
from generator.strict_yaml import SURROGATE

ENDINGS = (".txt", ".md", ".html")
SEEDS = [
    b"\x00The minister said: \xe2\x80\x98No.\xe2\x80\x99\n",
    b"\x01---\ntitle: A\npublished: 2025-01-08\n---\nText.\n",
    b"\x02<html><head><title>A</title></head><body><p>The minister said no, and left.</p></body></html>",
    b"\x03Text.\x00\x00title: A\nauthor: [B, C]\n",
]
FOLDER = Path(tempfile.mkdtemp(prefix="explainer-fuzzing-"))


def target(data: bytes) -> None:
    """The first byte says which kind of seed the others are; two zero bytes part a sidecar from it."""
    seed = FOLDER / f"seed{ENDINGS[data[0] % len(ENDINGS)] if data else '.txt'}"
    content, mark, beside = data[1:].partition(b"\x00\x00")
    seed.write_bytes(content)
    seed.with_suffix(".yml").unlink(missing_ok=True)
    if mark:
        seed.with_suffix(".yml").write_bytes(beside)
    try:
        article = read_article(seed, root=FOLDER, project=FOLDER)
    except SeedError as problem:
        assert "\n" not in str(problem)
        return
    known = (article.title, article.publisher, article.author, article.url, article.licence, *article.notes)
    for words in (article.text, *filter(None, known)):
        words.encode()
        assert not SURROGATE.search(words)
    assert article.text.strip()
    assert "\r" not in article.text
