"""Stage pages: the words of a site in, what its page for an address that leads nowhere says out, as HTML."""

import re

from markupsafe import Markup

from generator.escape import address, text
from generator.pages.links import ARTICLES, HOME, LEDGER, PEOPLE, TIMELINE, Links
from generator.pages.site import Options

_ONWARD = (("home", HOME), ("who", PEOPLE), ("happened", TIMELINE), ("said", LEDGER), ("articles", ARTICLES))
_WHOLE = Markup('<h1>{}</h1>\n<p class="ex-lede">{}</p>\n<ul class="ex-articles">\n{}\n</ul>')
_LINK = Markup('<li><a href="{}">{}</a></li>')

_OF_A_THEME = re.compile(r"<h1\b[^>]*>\s*404\b[^<]*</h1>")


def lost(options: Options, root: str) -> str:
    """A heading, what may be the reason, and ways on; `root` is the site's path, for the page stands at any address."""
    said, links = options.words["lost"], Links(options.directory_urls)
    onward = (
        _LINK.format(address(root + links.path(uri)), text(options.words["titles"][name])) for name, uri in _ONWARD
    )
    return str(_WHOLE.format(text(said["title"]), text(said["why"]), Markup("\n").join(onward)))


def instead(page: str, said: str) -> str:
    """A theme's page with our words in place of the theme's heading, whichever words follow its number."""
    return _OF_A_THEME.sub(lambda _: said, page, count=1)
