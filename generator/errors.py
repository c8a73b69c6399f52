"""Layer 0: the errors a user may see; each builds one message that names the file, the line and the mend."""

import errno
from pathlib import Path

from generator.visible import visible

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
LONGEST = 500
"""Characters of a problem that are told; what it quotes of a file may be as long as the file."""


class GeneratorError(Exception):
    """Something that a user has to mend, told in one line in which every character is seen.

    Args:
        problem: what is wrong, in one clause without a full stop.
        file: the file it is in, as the user would name it.
        line: the line in that file, counted from 1.
        mend: what to do about it, in one clause.
    """

    def __init__(
        self,
        problem: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        mend: str | None = None,
    ) -> None:
        half = LONGEST // 2
        self.problem = problem if len(problem) <= LONGEST else f"{problem[:half]} … {problem[-half:]}"
        self.file = None if file is None else str(file)
        self.line = line
        self.mend = mend
        super().__init__(self._message())

    def _message(self) -> str:
        place = "" if self.file is None else self.file + (f":{self.line}" if self.line else "") + ": "
        return visible(f"{place}{self.problem}" + (f"; {self.mend}" if self.mend else ""))


def from_system(problem: OSError) -> GeneratorError:
    """What the system refused, such as writing to a full disk, as an error that names the file."""
    mend = "make room on the disk" if problem.errno in NO_ROOM else "check the file or folder"
    return GeneratorError(problem.strerror or str(problem), file=problem.filename2 or problem.filename, mend=mend)


class SettingsError(GeneratorError):
    """A setting in mkdocs.yml that cannot be used."""


class SeedError(GeneratorError):
    """A seed that cannot be read as an article."""


class FactsError(GeneratorError):
    """A file of facts that is not what the generator writes, or facts that break a rule."""


class ReviewError(GeneratorError):
    """A review decision that cannot be read or applied."""


class UnreadError(ReviewError):
    """A file of decisions that cannot be read at all: what is published without it may be what people took out."""


class NamesError(GeneratorError):
    """A list of bodies' names that cannot be read, or an entry of it."""


class ExtractionError(GeneratorError):
    """An article that the extractor trips over: a fault of the generator, told of so that the others go on."""


class PipelineError(GeneratorError):
    """A language pipeline that is not installed or lacks what extraction needs."""


class WorkersError(GeneratorError):
    """Processes or a cluster that were asked to read articles and cannot."""
