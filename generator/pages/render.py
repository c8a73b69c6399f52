"""Stage pages: a page's values and its template in, Markdown with front matter out; the only module that uses Jinja."""

from functools import cache
from pathlib import Path

import yaml
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
)

from generator.errors import SettingsError
from generator.pages import escape
from generator.pages.links import Links
from generator.pages.site import Options
from generator.pages.views.page import Page
from generator.pages.words import fill

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders pages."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._environment = _environment(options.templates)

    def render(self, page: Page) -> str:
        """The page as Markdown.

        Raises:
            SettingsError: the template cannot be read, or asks for what is not there.
        """
        links = Links(page.uri, self._options.directory_urls)
        try:
            template = self._environment.get_template(page.template)
            body = template.render(view=page.view, title=page.title, uri=page.uri, href=links, w=self._options.words)
        except Exception as error:  # A template that somebody wrote may fail in any way that Python can.
            raise SettingsError(
                f"the page template {page.template} cannot be used: {error}",
                file=self._options.templates,
                mend="mend the template there, or remove it to use the shipped one",
            ) from error
        return _front_matter(page) + body


@cache
def _environment(replaced: Path | None) -> Environment:
    """Jinja with our templates, behind those of a folder that replaces some; each is compiled once in a process."""
    folders = [TEMPLATES] if replaced is None else [replaced, TEMPLATES]
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=escape.text,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["address"] = escape.address
    environment.filters["fill"] = fill
    return environment


def _front_matter(page: Page) -> str:
    head: dict[str, object] = {"title": escape.title(page.title)}
    if page.kind:
        head["tags"] = [page.kind]
    if not page.is_searched:
        head["search"] = {"exclude": True}
    return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)}---\n\n"
