"""Layer 1, review: which fields each kind of decision needs, and which it has a use for."""

from generator.model.words import ReviewOp

ACROSS_ARTICLES = {
    ReviewOp.MERGE: ("per", "org", "vot"),
    ReviewOp.SPLIT: ("per", "org", "clm", "vot"),
    ReviewOp.RENAME: ("per", "org"),
    ReviewOp.DISTINCT: ("per", "org"),
}
"""The kinds of record, by their prefixes, that a decision about several articles can be about."""
NEVER_NULL = ("field", "into", "why")
"""Fields that say nothing where they are null."""
NEEDED: dict[ReviewOp, tuple[str, ...]] = {
    ReviewOp.SET: ("field", "expect", "value", "why"),
    ReviewOp.REJECT: ("why",),
    ReviewOp.CONFIRM: (),
    ReviewOp.MERGE: ("into", "why"),
    ReviewOp.SPLIT: ("into", "value", "why"),
    ReviewOp.RENAME: ("value", "why"),
    ReviewOp.NOTE: ("why",),
    ReviewOp.ADD: ("field", "value", "why"),
    ReviewOp.DISTINCT: ("into", "why"),
}
"""The fields that a decision needs beside `target` and `op`; `expect` and `value` may be null, but are written."""
ALLOWED: dict[ReviewOp, tuple[str, ...]] = {
    ReviewOp.SET: (),
    ReviewOp.REJECT: (),
    ReviewOp.CONFIRM: ("field", "expect", "why"),
    ReviewOp.MERGE: (),
    ReviewOp.SPLIT: (),
    ReviewOp.RENAME: ("expect",),
    ReviewOp.NOTE: ("field",),
    ReviewOp.ADD: (),
    ReviewOp.DISTINCT: (),
}
ALWAYS = ("target", "op")
SIGNED = ("by", "on", "as_read")
