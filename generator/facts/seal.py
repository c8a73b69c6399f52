"""Layer 1, facts on disk: a file of an article's facts carries a hash of its records, so that no edit by hand passes.

The hash leaves out which extractor wrote them: another one that reads the same changes no other line.
"""

import hashlib
import re

MARK = b"# sha256 of what is read below: "
UNSEALED = re.compile(rb"^(?:%s|  extractor: ).*\n" % re.escape(MARK), re.MULTILINE)
"""The lines that a file's hash does not tell of."""


def sealed(content: bytes) -> bytes:
    """A file of facts, its hash below its first line."""
    first, _, rest = content.partition(b"\n")
    return b"\n".join((first, MARK + _hash(content), rest))


def is_intact(content: bytes) -> bool:
    """Whether a file of facts holds what was written; git may have changed how its lines end."""
    plain = content.replace(b"\r\n", b"\n")
    return MARK + _hash(plain) + b"\n" in plain


def _hash(content: bytes) -> bytes:
    return hashlib.sha256(UNSEALED.sub(b"", content)).hexdigest().encode()
