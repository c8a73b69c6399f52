"""Posts that are told as left in a sentence of their own: people's mentions come in, roles held no more go out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.extract.names.forms import suffixes
from generator.extract.names.parts import Held, Individual
from generator.extract.names.predicates import left_of_late
from generator.extract.names.reading import Reading
from generator.model.words import Tense

LONGEST_CLAUSE = 90


def with_left(reading: Reading, held: Sequence[Held], mentions: Iterable[tuple[int, Individual]]) -> tuple[Held, ...]:
    """Roles, of which one's only office is former where a later sentence tells that it was left of late.

    "Finance minister Jane Doe was blamed. She resigned on Monday." Whose offices are several may have left any of them.

    Args:
        reading: the article's words.
        held: every title that somebody is given.
        mentions: the word after each name and each certain "he" or "she", with whom it means.
    """
    over, of_person = set[int](), defaultdict[int, list[Held]](list)
    for one in held:
        of_person[id(one.person)].append(one)
    for end, person in mentions:
        after = reading.document.text[reading.words[end - 1].end :][:LONGEST_CLAUSE].split("\n")[0]
        if left_of_late(after):
            over.update(map(id, _only_office(of_person[id(person)], end)))
    return tuple(replace(one, tense=Tense.FORMER) if id(one) in over else one for one in held)


def _only_office(held: Sequence[Held], end: int) -> list[Held]:
    """The titles that give somebody the one office told before a word; none where there are several, or old ones."""
    own = [one for one in held if one.title.office and not _is_seat(one)]
    now = [one for one in own if one.tense in (Tense.CURRENT, Tense.ACTING)]
    told = any(one.title.first < end for one in now)
    return now if told and len(now) == len(own) and len({one.title.key for one in now}) == 1 else []


def _is_seat(held: Held) -> bool:
    """Whether a title is a seat's, which who leaves another post keeps: "MP", "Cllr"."""
    return held.title.key in suffixes() | {"councillor", "senator", "representative", "deputy"}
