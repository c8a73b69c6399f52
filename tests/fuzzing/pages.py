"""Target: any words in every free field of a story; the templates make the same pages of them, but for the words."""

from generator.pages import build
from tests.pages.test_hostile import TRICKS, harmless, markup, site_with

SEEDS = [" ".join(TRICKS[:4]).encode()]


def target(data: bytes) -> None:
    words = data.decode("utf-8", "replace")
    if not words.strip():
        return
    for uri, page in build(site_with(words)).items():
        assert markup(page) == harmless()[uri], uri
