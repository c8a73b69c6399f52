"""Layer 0: an article as it was read: its text and what is known of it."""

import datetime
from dataclasses import dataclass
from pathlib import Path

SEED_LIMIT = 2_000_000  # bytes: longer than any article, short of what stalls a build


@dataclass(frozen=True, kw_only=True)
class Article:
    """An input document.

    Attributes:
        id: `art-…`, from the seed's path below the seeds folder.
        path: the seed, as the user named it or relative to the project, with forward slashes.
        text: what is read: for `.txt` the whole file, for `.md` what follows the front matter's closing line, for
            `.html` the main text; line ends are LF, a leading byte order mark is gone, no-break spaces are spaces.
        published: day of publication, or None.
        sha256: of the seed's and its sidecar's bytes; changes when either changes.
        notes: what had to be guessed while reading (an encoding, say), for the user.
    """

    id: str
    path: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    licence: str | None = None
    sha256: str
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The seed's file name without its ending."""
        return Path(self.path).stem
