"""Layer 4: what pages hold comes in, waits on disk, and comes out when its turn has come.

MkDocs keeps all that it made of a page until the last one is written. Most of that is two texts: what the page is read
from, and its content. Generated pages have both on the shelf; to other plugins they look as any page does.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page


class Shelf:
    """Texts in one file, which nobody else sees and which is gone with the build."""

    def __init__(self, site: Path) -> None:
        """Make room beside the site's folder, on the disk that it is written to: the system's own may be in memory."""
        self._site, folder = site, site.parent
        self._file = TemporaryFile(dir=folder if os.access(folder, os.W_OK) else None)  # noqa: SIM115  it ends with the shelf
        self._end = 0

    def put(self, text: str, instead: "Shelved | None" = None) -> "Shelved":
        """Lay a text down, in the place of another one if that is not needed any more and was as long."""
        written = text.encode("utf-8", "surrogatepass")
        fits = instead is not None and len(written) <= instead.length
        start = instead.start if instead is not None and fits else self._end
        with self._naming():
            self._file.seek(start)
            self._file.write(written)
        self._end = max(self._end, start + len(written))
        return Shelved(self, start, len(written))

    def take(self, start: int, length: int) -> str:
        """The text that was laid down there; it stays."""
        with self._naming():
            self._file.seek(start)
            return self._file.read(length).decode("utf-8", "surrogatepass")

    @contextmanager
    def _naming(self) -> Iterator[None]:
        """What the system refuses is told of by the site's folder: the file itself has no name."""
        try:
            yield
        except OSError as problem:
            raise OSError(problem.errno, problem.strerror, f"{self._site}/") from problem


@dataclass(frozen=True, slots=True)
class Shelved:
    """A text on a shelf."""

    shelf: Shelf
    start: int
    length: int

    def __str__(self) -> str:
        return self.shelf.take(self.start, self.length)


class ShelvedFile(File):
    """A generated page's file, whose text is on a shelf."""

    shelved: Shelved | None = None

    @classmethod
    def of(cls, config: MkDocsConfig, uri: str, text: Shelved) -> File:
        """A page at an address in the docs folder."""
        file = cls.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        assert isinstance(file, cls)
        file.shelved = text
        return file

    @property
    def content_string(self) -> str:
        """What the page is read from."""
        return super().content_string if self.shelved is None else str(self.shelved)

    @content_string.setter
    def content_string(self, value: str) -> None:
        self.shelved, self._content = None, value

    @property
    def content_bytes(self) -> bytes:
        """The same, as it would be written."""
        return self.content_string.encode()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.shelved, self._content = None, value


class ShelvedPage(Page):
    """A generated page, whose content is on a shelf."""

    def __init__(self, file: File, config: MkDocsConfig, shelf: Shelf) -> None:
        """As MkDocs makes a page that no navigation names; from now on it is the file's page."""
        self._shelf = shelf
        self._shelved: Shelved | None = None
        super().__init__(None, file, config)

    @property
    def content(self) -> str | None:
        """The page's HTML, without what the theme puts round it."""
        return None if self._shelved is None else str(self._shelved)

    @content.setter
    def content(self, value: str | None) -> None:
        self._shelved = None if value is None else self._shelf.put(value, instead=self._shelved)
