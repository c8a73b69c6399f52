"""Target: any words in a page; they come out as the same words, without markup, script or link of their own."""

import json

import lxml.html
import markdown
import yaml
from mkdocs.utils.meta import get_data

from generator import escape
from tests.pages.sites import EXTENSIONS
from tests.pages.test_hostile import TRICKS

SEEDS = [words.encode() for words in TRICKS]
LINES = ("{}", "# {}", "* {}", "a {} b", '<p title="{}">x</p>')
MARKDOWN = markdown.Markdown(extensions=[name for name in EXTENSIONS if "symbols" not in name])
ALLOWED = {"main", "p", "h1", "ul", "li"}


def target(data: bytes) -> None:
    words = data.decode("utf-8", "replace")
    for line in LINES:
        root = lxml.html.fromstring(f"<main>{MARKDOWN.reset().convert(line.format(escape.text(words)))}</main>")
        assert {element.tag for element in root.iter()} <= ALLOWED
        assert {name for element in root.iter() for name in element.attrib} <= {"title", "id"}
    script = str(escape.json_ld({"name": words}))
    written = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(written) == {"name": escape.plain(words)}
    assert not set("<>&\u2028\u2029") & set(written)
    title = escape.title(words)
    assert not set('<>"{}\n`') & set(title)
    front = yaml.safe_dump({"title": title}, allow_unicode=True, width=10_000)
    assert get_data(f"---\n{front}---\n\nbody") == ("body", {"title": title})
    address = escape.web_address(words)
    assert address is None or address.lower().startswith(("http:", "https:"))
