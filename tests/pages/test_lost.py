"""An address that leads nowhere: in each theme our words stand where its heading stood."""

import pytest

from generator.pages import Options
from generator.pages.lost import instead, lost

SAID = lost(Options(), "/")


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>404 - Not found</h1>",
        '<h1 id="404-page-not-found" style="text-align: center">404</h1>',
        "<h1 class='big'>\n  404: Seite nicht gefunden\n</h1>",
    ],
    ids=["Material", "MkDocs", "another"],
)
def test_our_words_stand_where_the_themes_heading_stood(heading: str) -> None:
    page = "<main>{}<p>more</p></main>"
    assert instead(page.format(heading), SAID) == page.format(SAID)


@pytest.mark.parametrize("heading", ["<h1>Lost at sea</h1>", "<h1>4040 ships</h1>", ""])
def test_a_page_that_says_something_else_stays(heading: str) -> None:
    assert instead(heading, SAID) == heading
