"""Stage pages: people of one name: the story in, what tells each of them apart out."""

from collections import Counter, defaultdict

from generator.model.ids import fold
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
