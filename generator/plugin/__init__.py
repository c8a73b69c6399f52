"""Layer 4: the MkDocs adapter: seeds become facts as a build starts, and the story's pages become generated files."""

import datetime
import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import nest_paths

from generator import pages, search
from generator.alone import alone
from generator.errors import GeneratorError, SettingsError, from_system
from generator.export import COLUMNS, FILES, SCHEMAS, export
from generator.export.changes_feed import CHANGES_FEED_URI, changes_feed
from generator.export.feed import FEED_URI, feed
from generator.export.head import head, insert
from generator.export.publication import Publication
from generator.extracting import Reading
from generator.pages import links, raw_html, words
from generator.pages.colours import style_sheet
from generator.pages.lost import instead, lost
from generator.pages.moved import moved
from generator.pages.people import people_file
from generator.pages.views.corrections import BEGINS
from generator.plugin import theme
from generator.plugin.shelf import Shelf, Shelved, ShelvedFile, ShelvedPage
from generator.refresh import Refreshed, all_decided, refresh
from generator.settings import Settings, load_settings

log = get_plugin_logger("explainer")

SECTIONS = (
    links.HOME,
    links.STORIES,
    links.PEOPLE,
    links.TIMELINE,
    links.LEDGER,
    links.VOTES,
    links.DISPUTED,
    links.UNKNOWN,
    links.ARTICLES,
    links.DATA,
    links.ABOUT,
    links.CORRECTIONS,
)
"""The generated pages that the navigation names where they are there; all others are reached from them."""

ASSETS = Path(pages.__file__).parent / "assets"
ASSETS_URI = "assets/explainer"
PEOPLE_URI = f"{ASSETS_URI}/people.json"
SEARCH = {"theme": {"explainer-search.js"}, "pagefind": {"explainer-pagefind.js", "explainer-pagefind.css"}}
"""The assets of either search engine."""
DATA_URI = "data"
FAVICON = "favicon.svg"
TELL_EVERY = 5.0
"""Seconds between two lines on how far reading is."""
# The theme's page for an address that leads nowhere.
LOST_URI = "404.html"


class NoOptions(Config):
    """What MkDocs checks of the options: nothing, `load_settings` does."""


class ExplainerPlugin(BasePlugin[NoOptions]):
    """`plugins: [search, explainer]`: a whole site from a folder of articles."""

    settings: Settings
    heads: Mapping[str, Shelved]
    shelf: Shelf
    box: str
    lost: str
    aside: dict[str, list[str]]
    held: ExitStack
    corrections: str
    own_corrections: str

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options from mkdocs.yml as the `explainer` command does, so that both work on the same facts."""
        self.config = NoOptions(config_file_path)
        try:
            settings = load_settings(Path(config_file_path or "mkdocs.yml"))
            self.settings = settings.model_copy(update={"frozen": bool(options.get("frozen"))})
        except SettingsError as problem:
            return [("explainer", ValidationError(str(problem)))], []
        return [], []

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give every page the shipped styles and scripts, and keep the theme from fetching anything."""
        assets = _assets(self.settings)
        config.extra_css = [*(uri for uri in assets if uri.endswith(".css")), *config.extra_css]
        config.extra_javascript = [*(uri for uri in assets if uri.endswith(".js")), *config.extra_javascript]
        if self._has_pagefind and {"search", "material/search"} & config.plugins.keys():
            raise PluginError(
                f"{config.config_file_path}: plugins: two search engines; leave out “search” or “pagefind”"
            )
        theme.keep_from_fetching(config)
        theme.dress(config, f"{ASSETS_URI}/{FAVICON}", self._words(config)["head"]["contents"])
        return config

    def _words(self, config: MkDocsConfig) -> words.Words:
        """The site's texts.

        Raises:
            PluginError: a text is set that there is none of.
        """
        try:
            return words.changed(self.settings.words, Path(config.config_file_path or "mkdocs.yml"))
        except SettingsError as problem:
            raise PluginError(str(problem)) from None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Wait for any other build of this site, before MkDocs empties the folder that it writes into."""
        self.held = ExitStack()
        self.held.enter_context(alone(self.settings.project, log.info))

    def on_build_error(self, *, error: Exception) -> None:
        """Let others build, should this build have begun; tell plainly what the system refused.

        Raises:
            PluginError: a file or folder, of the facts or of the site, could not be read or written.
        """
        if hasattr(self, "held"):
            self.held.close()
        if isinstance(error, OSError):
            raise PluginError(str(from_system(error))) from None

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Refresh the facts, and add the story's pages and data to the files that people wrote.

        Raises:
            PluginError: something has to be mended before any site can be built.
        """
        try:
            frozen = self.settings.frozen
            refreshed = all_decided(refresh(self.settings, progress=_tell_of_reading, frozen=frozen, with_history=True))
            if frozen and (unlike := [*refreshed.unlike(self.settings.facts_folder)]):
                raise PluginError("\n".join(map(str, unlike)))
            site, shelf = _site(refreshed, self._words(config), config), Shelf(Path(config.site_dir))
            planned = pages.plan(site)
            self._keep()
            rendered = {uri: shelf.put(text) for uri, text in pages.render(planned, site.options)}
            generated = rendered | moved(site, config.theme.get("language") or "en", rendered) | _data(refreshed)
        except GeneratorError as problem:
            raise PluginError(str(problem)) from None
        _tell(refreshed)
        publication = _publication(site, config)
        self.box = search.box(site.options.words)
        self.lost = lost(site.options, urlsplit(config.site_url or "").path.rstrip("/") + "/")
        self.aside = {}
        self.shelf = shelf
        with_people = self._has_pagefind and search.offers_people(planned)
        self.heads = {page.uri: shelf.put(self._head(page, publication, with_people)) for page in planned}
        feeds = {FEED_URI: feed(planned, publication)}
        if refreshed.history is not None:
            feeds[CHANGES_FEED_URI] = changes_feed(refreshed.history, publication)
        self.corrections = "".join(str(rendered[links.CORRECTIONS]).partition(BEGINS)[1:])
        standing = _add(generated | feeds | _assets(self.settings), files, config)
        self.own_corrections = standing[links.CORRECTIONS]
        if not self._has_pagefind:
            _add({PEOPLE_URI: people_file(planned, standing, options=site.options)}, files, config)
        if config.nav is None:
            config.nav = _navigation([standing[uri] for uri in SECTIONS if uri in standing], files)
        return files

    def _head(self, page: pages.Page, publication: Publication, with_people: bool) -> str:
        own = head(page, publication)
        facets = search.facets(page, publication.words, with_people=with_people) if self._has_pagefind else ""
        return f"{own}\n{facets}" if facets else own

    def _keep(self) -> None:
        """Spare facts and what pages show, which stay until the site is built, from being looked through for garbage.

        Python would do so again and again, which took a fifth of the build of a thousand articles.
        """
        gc.freeze()
        self.held.callback(gc.unfreeze)

    @property
    def _has_pagefind(self) -> bool:
        return self.settings.search == "pagefind"

    def _is_generated(self, page: Page) -> bool:
        return page.file.generated_by is not None and page.file.src_uri in self.heads

    @event_priority(100)  # other plugins find each page as it stays
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let generated pages that the navigation does not name, which are almost all, leave their content on disk."""
        named = {id(page) for page in nav.pages}
        for file in files.documentation_pages():
            if isinstance(file, ShelvedFile) and id(file.page) not in named:
                ShelvedPage(file, config, self.shelf)
        return nav

    @event_priority(-100)  # what other plugins make of the page comes first
    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set a generated page's HTML aside: Markdown would take its time to leave it as it is.

        A page on corrections that somebody wrote has those that were made behind it.

        What the page was read from is let go, since MkDocs keeps all pages in memory until the last is written.
        """
        if not self._is_generated(page):
            return f"{markdown}\n\n{self.corrections}" if page.file.src_uri == self.own_corrections else markdown
        page.file.content_string = ""
        markdown, self.aside[page.file.src_uri] = raw_html.set_aside(markdown)
        return markdown

    @event_priority(100)  # other plugins get the whole page
    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the HTML back, and mark what Pagefind finds.

        Not on pages that say they are not to be found, as the theme's search would.
        """
        parts = self.aside.pop(page.file.src_uri, [])
        html = raw_html.put_back(html, parts)
        page.present_anchor_ids = (page.present_anchor_ids or set()) | set(raw_html.ids(parts))
        is_found = self._has_pagefind and not page.meta.get("search", {}).get("exclude")
        return search.found(html) if is_found else html

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        """Say in the site's words that there is no such page, and lead on; the theme says it alone."""
        return instead(output_content, self.lost) if template_name == LOST_URI else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the pages once all are written, where the site has Pagefind, and let others build."""
        if self._has_pagefind:
            search.index(Path(config.site_dir))
        self.held.close()

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Tell programs what a generated page holds, whatever theme it is in."""
        output = insert(output, str(self.heads[page.file.src_uri])) if self._is_generated(page) else output
        return insert(output, self.box) if self._has_pagefind else output

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Build again when a seed, a decision or a name changes; facts are not watched, since a build writes them."""
        for path in (self.settings.seeds_folder, self.settings.review_folder, self.settings.names_file):
            if path.exists():
                server.watch(str(path))
        return server


def _site(refreshed: Refreshed, texts: words.Words, config: MkDocsConfig) -> pages.Site:
    custom = Path(config.theme.custom_dir) / "explainer" if config.theme.custom_dir else None
    return pages.Site(
        story=refreshed.published.story,
        articles=refreshed.articles,
        marks=refreshed.published.marks,
        merged=refreshed.reviewed.merged,
        stale=refreshed.published.stale,
        history=refreshed.history,
        held=refreshed.published.held,
        passages=refreshed.published.passages,
        options=pages.Options(
            name=config.site_name,
            directory_urls=config.use_directory_urls,
            exports=tuple(
                pages.Export(address=f"{DATA_URI}/{name}", what=what, columns=COLUMNS.get(name, ()))
                for name, what in (FILES | SCHEMAS).items()
            ),
            feed=FEED_URI,
            changes_feed=CHANGES_FEED_URI if refreshed.history is not None else None,
            repository=config.repo_url or None,
            templates=custom if custom and custom.is_dir() else None,
            words=texts,
        ),
    )


def _publication(site: pages.Site, config: MkDocsConfig) -> Publication:
    return Publication(
        name=config.site_name,
        description=config.site_description,
        url=config.site_url or None,
        directory_urls=config.use_directory_urls,
        articles={facts.article.id: facts.article for facts in site.story.articles},
        words=site.options.words,
    )


def _data(refreshed: Refreshed) -> dict[str, bytes]:
    written = export(refreshed.published.story, refreshed.articles)
    return {f"{DATA_URI}/{name}": content for name, content in written.items()}


def _assets(settings: Settings) -> dict[str, bytes]:
    """Styles and scripts by address; the site's own colours come after the styles that they change."""
    others = SEARCH["theme" if settings.search == "pagefind" else "pagefind"]
    paths = [path for path in sorted(ASSETS.iterdir()) if path.name not in others]
    shipped = {f"{ASSETS_URI}/{path.name}": path.read_bytes() for path in paths}
    colours = style_sheet(settings.colours.chosen())
    return shipped | ({f"{ASSETS_URI}/colours.css": colours.encode()} if colours else {})


def _add(generated: Mapping[str, str | bytes | Shelved], files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Add generated files, but for those that would take the place of a page that somebody wrote.

    Returns:
        For each generated address the one that stands there now.
    """
    standing = {}
    taken = {file.dest_uri: file for file in files}
    for uri, content in generated.items():
        file = _file(uri, content, config)
        own = taken.get(file.dest_uri)
        standing[uri] = own.src_uri if own else uri
        if own and uri == links.CORRECTIONS:
            log.info("%s is a page of your own; what was corrected is told below its words", own.src_uri)
        elif own:
            log.info("%s is a page of your own and stands in place of the generated one", own.src_uri)
        else:
            files.append(file)
    return standing


def _file(uri: str, content: str | bytes | Shelved, config: MkDocsConfig) -> File:
    if isinstance(content, Shelved):
        return ShelvedFile.of(config, uri, content)
    return File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _navigation(sections: list[str], files: Files) -> list[Any]:
    """The sections in their order, then the pages that people wrote."""
    own = (file.src_uri for file in files.documentation_pages() if file.inclusion.is_in_nav())
    return [*sections, *nest_paths(uri for uri in own if uri not in sections)]


def _tell_of_reading(readings: Iterable[Reading], total: int) -> Iterator[Reading]:
    """What is read, told of every few seconds: reading takes a while, and thousands of lines hide a warning."""
    log.info("reading %d articles", total)
    begun = told = 0.0
    for others, reading in enumerate(readings):
        yield reading
        now = time.monotonic()
        if not others:
            begun = told = now  # What went before was pipelines that were loaded; it tells nothing of the rate.
        elif now - told >= TELL_EVERY and others + 1 < total:
            rate, told = others / (now - begun), now
            left = datetime.timedelta(seconds=round((total - others - 1) / rate))
            log.info("read %d of %d articles, %.1f a second, %s left", others + 1, total, rate, left)


def _tell(refreshed: Refreshed) -> None:
    """Say what was guessed and what became of decisions, and warn of what is to mend: a strict build fails on that."""
    for note in (*refreshed.notes, *refreshed.reviewed.notes):
        log.info(note)
    for problem in (*refreshed.errors, *(one.problem for one in refreshed.reviewed.stale)):
        log.warning(problem)
    if refreshed.changed:
        log.info("%d files of facts changed", len(refreshed.changed))
