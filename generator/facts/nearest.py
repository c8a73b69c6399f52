"""Layer 1, review: what a decision names and the facts do not have comes in, what somebody can do about it goes out.

Nobody has to throw a decision away: one whose words are gone comes back into force when they do. Nothing is offered in
place of what is gone but a record that is like it, and none where that is not sure: a wrong name in a message sends a
decision to the wrong person.
"""

import difflib
from collections.abc import Collection
from itertools import zip_longest

from generator.facts.as_read import evidence_of, fields_of, words_of
from generator.facts.wording import likeness
from generator.model.ids import fold
from generator.model.records import Record
from generator.model.review import AsRead

SPELT_LIKE, EACH_PART = 0.88, 0.6
"""How alike an id and each of its parts are to one that is a slip of the pen for it."""
LIKE_ENOUGH = 0.7
"""How alike a record's words, evidence and fields are on average to those of one that it may be."""
STAYS = "leave it (it is in force again once its words are), or comment it out"


def misspelt(target: str, known: Collection[str]) -> str | None:
    """The one known id that a slip of the pen makes another of, if any."""
    near = difflib.get_close_matches(target, known, n=2, cutoff=SPELT_LIKE)
    alike = [one for one in near if _are_parts_alike(target, one)]
    return alike[0] if len(alike) == 1 else None


def of_no_record(target: str, known: Collection[str]) -> tuple[str, str]:
    """That a target is there under no name, and what to do."""
    near = " or ".join(sorted(one for one in known if one.startswith(f"{target}-"))) or misspelt(target, known)
    meant = f"if {near} is meant, write that" if near else "correct the id"
    return f"{target} is not in the facts", f"{meant}; else comment the decision out"


def of_no_article(target: str, known: Collection[str]) -> tuple[str, str]:
    """That the article is not there which something is added to, and what to do."""
    near = misspelt(target, known)
    meant = f"if {near} is meant, write that; else " if near else ""
    return f"{target} is not in the facts", f"{meant}name the article that has its words, {STAYS}"


def of_gone_record(read: AsRead, target: str, near: Collection[Record]) -> tuple[str, str]:
    """That the record which a decision was made on has gone, and what to do.

    Args:
        read: what the decision was made on.
        target: its id.
        near: the records that may be it.
    """
    ranked = sorted(((_likeness(read, one), one.id) for one in near), reverse=True)
    words = f"{target} is not in the facts any more"
    if not ranked or ranked[0][0] < LIKE_ENOUGH:
        return words, f"give the decision another target, {STAYS}"
    return words, f"if {ranked[0][1]} is meant, decide on that and comment this out; else {STAYS}"


def _likeness(read: AsRead, record: Record) -> float:
    """How like a record is to what was read: by its own words, by what it rests on, by what its meaning hangs on."""
    own = likeness(" ".join(read.words), " ".join(words_of(record)))
    was, now = (" ".join(one.exact for one in several) for several in (read.evidence, evidence_of(record)))
    rests_on = likeness(was, now) if was else own
    alike: float = sum(fields_of(record).get(key) == value for key, value in read.fields.items()) / max(
        len(read.fields), 1
    )
    return (own + rests_on + alike) / 3


def _are_parts_alike(one: str, other: str) -> bool:
    pairs = zip_longest(fold(one).split("-"), fold(other).split("-"), fillvalue="")
    return all(difflib.SequenceMatcher(None, *pair).ratio() >= EACH_PART for pair in pairs)
