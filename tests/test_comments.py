"""Whatever words a pull request's comment has come out as the same words, and read well as they are written."""

import lxml.html
import pytest
from hypothesis import example, given, settings
from markdown_it import MarkdownIt

from generator import escape
from tests.pages.test_hostile import TRICKS, hostile

COMMENTS = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINES = {
    "- {}": {"ul", "li"},
    "- x\n  - {}": {"ul", "li"},
    "### {}": {"h3"},
    "\n**x {} y**": {"p", "strong"},
    "{}": {"p"},
}


def shown(words: str) -> str:
    return " ".join(escape.plain(" ".join(words.split())).split())


@settings(max_examples=300, deadline=None)
@given(hostile)
@example("1. one")
@example("2) two")
@example("- one")
@example("+ one")
@example("=== one")
@example("x ![y](z) __a__ _b_ *c*")
def test_words_stay_text(words: str) -> None:
    line = " ".join(words.split()) or "x"
    written = escape.comment(line)
    for form, tags in LINES.items():
        root = lxml.html.fromstring(f"<main>{COMMENTS.render(form.format(written))}</main>")
        assert {one.tag for one in root.iter()} <= tags | {"main"}, written
        assert shown(line) in " ".join(root.text_content().replace("\u2060", "").split()), written


@pytest.mark.parametrize("words", TRICKS)
def test_every_known_trick_is_harmless(words: str) -> None:
    test_words_stay_text.hypothesis.inner_test(words)


@pytest.mark.parametrize(
    "words",
    [
        "articles: 4 changed; claims: 2 added, 1 removed",
        "seeds/a1.txt, “The bridge”",
        "other_names: nothing → Lee",
        "vote: the motion: held, 40% for (as the clerk's own paper has it) - in 2025.",
        "Order! Order! Who is “she”?",
    ],
)
def test_what_means_nothing_is_not_escaped(words: str) -> None:
    assert escape.comment(words) == words


@pytest.mark.parametrize(
    "words",
    [
        *(
            "http://a.example",
            "www.a.example",
            "WWW.a.example",
            "ftp://a.example",
            "a@b.example",
            "mailto:a",
            ":smile:",
        ),
        *("@user", "#12", "!12", "%12", "&12", "$12", "~label", "/close"),
    ],
)
def test_nothing_is_linked_or_called(words: str) -> None:
    written = escape.comment(words)
    assert not any(sign in written for sign in ("://", "www.", "WWW.", "@", "mailto:", ":smile:"))
    assert words[0].isalpha() or written.startswith("&#")
