"""Stage pages: people of one name: the story in, what tells each of them apart out."""

from collections import Counter, defaultdict

from generator.model.ids import fold
from generator.model.review import Mark
from generator.model.words import ReviewOp
from generator.pages.catalogue import Catalogue


def notes(catalogue: Catalogue) -> dict[str, str]:
    """What stands beside the name of each person who shares it with another, by id, in words of the articles.

    It is a role that more articles give them than give it any namesake; without one, the first article that names them.
    """
    sharing: dict[str, list[str]] = defaultdict(list)
    for person in catalogue.people.values():
        sharing[fold(person.name)].append(person.id)
    return {one: _note(catalogue, one, group) for group in sharing.values() if len(group) > 1 for one in group}


def _note(catalogue: Catalogue, person_id: str, namesakes: list[str]) -> str:
    others = [_roles(catalogue, other) for other in namesakes if other != person_id]
    own = _roles(catalogue, person_id).most_common()
    telling = [role for role, number in own if all(number > other[role] for other in others)]
    return telling[0] if telling else next(map(catalogue.title, catalogue.named_in[person_id]), "")


def _roles(catalogue: Catalogue, person_id: str) -> Counter[str]:
    return Counter(report.record.role for report in catalogue.roles.get(person_id, ()))


def whom(catalogue: Catalogue, record_id: str, mark: Mark) -> tuple[str | None, str | None]:
    """The ids of the people whom a decision tells of by a name that others bear too: who it was, and who it is now.

    Decisions keep names. Who it is now is who the record says, as long as no later decision is on the same field; who
    it was is the one other of that name. None where it is not certain, or the name tells enough.
    """
    if mark.op in (ReviewOp.SPLIT, ReviewOp.DISTINCT):
        two = [one if one in catalogue.people else None for one in (mark.old, mark.new)]
        return two[0], two[1]
    old, new = _bearers(catalogue, mark.old), _bearers(catalogue, mark.new)
    if mark.op is not ReviewOp.SET or max(len(old), len(new)) < 2 or mark != _last_on(catalogue, record_id, mark.field):
        return None, None
    now = _value(catalogue, record_id, mark.field)
    if now not in new:
        return None, None
    was = [one for one in old if one != now]
    return (was[0] if len(was) == 1 else None), now


def _last_on(catalogue: Catalogue, record_id: str, field: str | None) -> Mark | None:
    marks = [mark for mark in catalogue.site.marks.get(record_id, ()) if mark.field == field]
    return marks[-1] if marks else None


def _bearers(catalogue: Catalogue, name: str | None) -> list[str]:
    return [one.id for one in catalogue.people.values() if fold(one.name) == fold(name or "")]


def _value(catalogue: Catalogue, record_id: str, field: str | None) -> str | None:
    """What a record has in a field now; None where articles differ in it."""
    found = {
        value
        for facts in catalogue.facts.values()
        for record in facts.records()
        if record.id == record_id and isinstance(value := getattr(record, field or "", None), str)
    }
    return found.pop() if len(found) == 1 else None
