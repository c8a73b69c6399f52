"""Stage pages: a page's values and its template in, Markdown with front matter out; the only module that uses Jinja."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import yaml
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Macro
from markupsafe import Markup

from generator import escape
from generator.errors import SettingsError
from generator.pages.links import Links
from generator.pages.quoting import inner, quote
from generator.pages.site import Options
from generator.pages.views.page import Page
from generator.pages.words import Words, fill

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders pages."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._links = Links(options.directory_urls)
        self._environment = _environment(options.templates, self._links, options.words)

    def render_all(self, pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
        """Each page's address and Markdown; SettingsError as `render`. What was made of their views is let go."""
        try:
            for page in pages:
                yield page.uri, self.render(page)
        finally:
            _once(self._environment).forget()

    def render(self, page: Page) -> str:
        """The page as Markdown.

        Raises:
            SettingsError: the template cannot be read, or asks for what is not there.
        """
        try:
            template = self._environment.get_template(page.template)
            body = template.render(view=page.view, title=page.title, uri=page.uri, held=page.held)
        except Exception as error:  # A template that somebody wrote may fail in any way that Python can.
            raise SettingsError(
                f"the page template {page.template} cannot be used: {error}",
                file=self._options.templates,
                mend="mend the template there, or remove it to use the shipped one",
            ) from error
        return _front_matter(page) + self._links.placed(body, page.uri)


class Once:
    """Calls a macro once for each view that it is given: a claim stands on many pages, and its links on all alike.

    What it made is kept as bytes, which are half of what a text with a quotation mark takes in memory.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[bytes, object]] = {}

    def forget(self) -> None:
        """Let go of all views: a tenth of the memory of a build, which goes on without them."""
        self._made.clear()

    def __call__(self, macro: Macro, view: object, *more: object) -> Markup:
        """What the macro makes of the view; the views are kept, so that no other takes the place of one in memory."""
        key = (macro, id(view), *more)
        if key not in self._made:
            self._made[key] = (macro(view, *more).encode(), view)
        return Markup(self._made[key][0].decode())


class Compiled(FileSystemBytecodeCache):
    """Templates as they were compiled, in the user's own temporary folder: compiling took a tenth of a build."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, where there is room for it."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled() -> Compiled | None:
    """What was compiled by these very rules of escaping; None where no folder can be trusted to be the user's own."""
    rules = hashlib.sha256(b"".join(Path(file).read_bytes() for file in (__file__, escape.__file__)))
    with suppress(OSError, RuntimeError):
        return Compiled(pattern=f"explainer-{rules.hexdigest()[:12]}-%s")
    return None


@cache
def _environment(replaced: Path | None, links: Links, words: Words) -> Environment:
    """Jinja with our templates, behind those of a folder that replaces some; each is compiled once in a process."""
    folders = [TEMPLATES] if replaced is None else [replaced, TEMPLATES]
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=escape.text,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled(),
    )
    environment.filters["address"] = escape.address
    environment.filters["fill"] = fill
    environment.filters["inner"] = inner
    environment.filters["cut"] = lambda whole, limit: whole if whole.is_cut else quote(whole.words, limit)
    environment.globals |= {"href": links, "w": words, "once": Once()}
    return environment


def _once(environment: Environment) -> Once:
    once = environment.globals["once"]
    assert isinstance(once, Once)
    return once


def _front_matter(page: Page) -> str:
    head: dict[str, object] = {"title": escape.title(page.title)}
    if page.kind:
        head["tags"] = [page.kind]
    if not page.is_searched:
        head["search"] = {"exclude": True}
    elif page.weight > 1:
        head["search"] = {"boost": page.weight}
    return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)}---\n\n"
