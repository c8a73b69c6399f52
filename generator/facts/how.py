"""Layer 1, facts compared: what may become of a record or a decision between two moments."""

from enum import StrEnum


class How(StrEnum):
    """What became of it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MERGED = "merged"
