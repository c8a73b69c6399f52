"""Layer 1, facts on disk: a file of an article's facts carries a hash of itself, so that no edit by hand passes.

It stands behind the hash of the article's text, so that what is read again changes one line of the two. It leaves out
which extractor wrote the file: another one that reads the same changes no other line.
"""

import hashlib
import re

UNSEALED = re.compile(rb"  # facts: [0-9a-f]{64}$|^  extractor: .*$", re.MULTILINE)
"""What in a file its hash does not tell of."""
_TEXT = re.compile(rb"^  sha256: .*$", re.MULTILINE)


def sealed(content: bytes) -> bytes:
    """A file of facts with its hash."""
    return _TEXT.sub(lambda line: line[0] + _seal(content), content, count=1)


def is_intact(content: bytes) -> bool:
    """Whether a file of facts holds what was written; git may have changed how its lines end."""
    plain = content.replace(b"\r\n", b"\n")
    return _seal(plain) + b"\n" in plain


def _seal(content: bytes) -> bytes:
    return b"  # facts: " + hashlib.sha256(UNSEALED.sub(b"", content)).hexdigest().encode()
