"""Layer 1, review: a review file as two branches have it comes in, the file with all decisions of both goes out.

Both only add to the file's end. git's own merges, `union` too, keep a line that both added once, and so mix the lines
of two decisions: a signature would go, or a decision.
"""

from generator.facts.review import decisions_in
from generator.model.review import Decision


def merged(base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """A review file with what both branches added to it, ours first; None where either changed what stood there.

    Args:
        base: the file as it was before the branches parted; empty where it was not there.
        ours: the file on the branch that is merged into.
        theirs: the file on the branch that is merged.
    """
    if not (ours.startswith(base) and theirs.startswith(base)):
        return None
    added = theirs[len(base) :]
    end = b"\r\n" if b"\r\n" in ours else b"\n"
    whole = ours + (end if ours and added and not ours.endswith(b"\n") else b"") + added
    before, its, both = (_decisions(content) for content in (base, theirs, whole))
    own = _decisions(ours)
    if None in (before, own, its, both) or both != [*(own or ()), *(its or ())[len(before or ()) :]]:
        return None
    return whole


def _decisions(content: bytes) -> list[Decision] | None:
    """The decisions of a file; None where something is wrong in it."""
    found, problems = decisions_in(content, "")
    return None if problems else [placed.decision for placed in found]
