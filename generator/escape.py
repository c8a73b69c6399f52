"""The one place where untrusted words become part of a page: any value in, harmless page text out.

Every character that HTML, Markdown or one of its common extensions could read as markup leaves as a numeric entity, so
a value stays text whether a template puts it in an HTML block, an attribute or a Markdown line.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from generator.visible import visible

# Letters, digits, inner spaces and commas mean nothing to any of them; all other ASCII is spelled out.
_ENTITIES = {c: f"&#{c};" for c in range(128) if not (chr(c).isalnum() or chr(c) in " ,")}
# A hyphen inside a word, a full stop that ends one (which is no list's number) and a number's point mean nothing
# either, and are many.
_HYPHENS = re.compile(r"(?<=[A-Za-z0-9])&#45;(?=[A-Za-z0-9])")
_FULL_STOPS = re.compile(r"(?<=[A-Za-z][abefghjknopqrstuwyz])&#46;(?= |$)|(?<=[0-9])&#46;(?=[0-9])")
# In a comment, on one line and behind a list's mark or the like, these mean nothing either in their usual places.
_IN_COMMENTS = re.compile(
    r"(?<=\S)&#(?P<stop>39|34|40|41|46|59|61|63);"  # ' " ( ) . ; = ? but for one that begins the line.
    r"|&#(?P<quote>39|34|40);(?=[A-Za-z“‘])"
    r"|&#(?P<colon>58);(?= |$)"  # No emoji, no address.
    r"|(?<=[A-Za-z0-9])&#(?P<joint>45|47|95);(?=[A-Za-z0-9])"  # - / _
    r"|(?<= )&#(?P<dash>45);(?= )"
    r"|(?<=[0-9])&#(?P<cent>37);(?![0-9A-Za-z&])"
    r"|(?<=[A-Za-z])&#(?P<mark>33);(?= |$)"
)
# What begins a numbered list or, in some flavours, an address.
_NOT_IN_COMMENTS = re.compile(r"^([0-9]+)([.)])|\b(www)(\.)", re.IGNORECASE)
# A word joiner after these keeps a comment from calling people or linking to other issues.
_CALLING = re.compile("&#(?:64|35|126);(?=\\w)|&#(?:33|36|37|38);(?=[0-9])")
_EDGE_SPACES = re.compile(r"^ +| +$|(?<= ) +")
_TITLE_LOOKALIKES = str.maketrans({"<": "‹", ">": "›", '"': "”", "{": "(", "}": ")", "\\": "/", "`": "'"})
_NOT_IN_ADDRESSES = re.compile(r"[^A-Za-z0-9/.#%:~=?_-]")
# In a script element these could end it or begin a comment, or end a line of JavaScript.
_SCRIPT_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_KEPT_CONTROLS = "\n\t"


def plain(words: str) -> str:
    """Words with every character that is invisible or changes the direction of text shown as a mark, as `[U+202E]`."""
    return visible(words, kept=_KEPT_CONTROLS)


def text(value: object) -> Markup:
    """A value as page text; what is Markup already was made by a template and stays as it is."""
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template shows a value that is not there")
    return _encoded(str(value))


@lru_cache(maxsize=50_000)
def _encoded(words: str) -> Markup:
    entities = _FULL_STOPS.sub(".", _HYPHENS.sub("-", plain(words).translate(_ENTITIES)))
    return Markup(_EDGE_SPACES.sub(lambda match: "&#32;" * len(match[0]), entities))


def comment(words: str) -> str:
    """Words for a line of a comment on GitHub or GitLab: nothing in them is markup, a link, or calls anybody."""
    entities = _NOT_IN_COMMENTS.sub(_spelled_out, _IN_COMMENTS.sub(_character, plain(words).translate(_ENTITIES)))
    return _EDGE_SPACES.sub(lambda match: "&#32;" * len(match[0]), _CALLING.sub(r"\g<0>&#8288;", entities))


def _character(match: re.Match[str]) -> str:
    return chr(int(next(filter(None, match.groups()))))


def _spelled_out(match: re.Match[str]) -> str:
    *_, before, sign = filter(None, match.groups())
    return f"{before}&#{ord(sign)};"


@lru_cache(maxsize=50_000)
def address(url: str) -> Markup:
    """A link's address as an attribute's value."""
    return Markup(_NOT_IN_ADDRESSES.sub(lambda match: f"&#{ord(match[0])};", url))


def title(words: str) -> str:
    """Words for a page's title, which themes put into HTML without escaping: nothing in it can be markup."""
    shown = " ".join(plain(words).split()).translate(_TITLE_LOOKALIKES)
    return re.sub(r"&(?=\S)", "＆", shown)


def web_address(url: str | None) -> str | None:
    """The address where it is one that a reader may be sent to (http or https, with a host), else None."""
    if url is None or url != url.strip() or plain(url) != url or re.search(r"\s", url):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def text_fragment(exact: str, *, words: int = 6) -> str:
    """The `:~:text=` directive that finds a quotation in a web page, by its first and last words if it is long."""
    parts = exact.split()
    if len(parts) <= 2 * words:
        return ":~:text=" + _directive(parts)
    return f":~:text={_directive(parts[:words])},{_directive(parts[-words:])}"


def _directive(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")


def json_ld(value: Mapping[str, Any]) -> Markup:
    """A JSON-LD script element; whatever its strings hold, none of them ends it or opens a comment in it."""
    written = json.dumps(_plain_throughout(value), ensure_ascii=False, separators=(",", ":"))
    return Markup(f'<script type="application/ld+json">{written.translate(_SCRIPT_ESCAPES)}</script>')


def _plain_throughout(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {name: _plain_throughout(part) for name, part in value.items()}
    return [_plain_throughout(part) for part in value] if isinstance(value, Sequence) else value


def xml(words: str) -> str:
    """Words without any character that XML does not allow; markup in them is escaped by whatever writes the XML."""
    return _NOT_IN_XML.sub(lambda match: f"[U+{ord(match[0]):04X}]", plain(words))
