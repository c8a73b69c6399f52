"""Stage resolve: the names of bodies in all articles and a list of bodies in, the names that stand for each of it out.

Precision first. A name that several bodies of the list have, as “Tories” has, stands for the first of them, and only
while no article names another by a name that is that one's alone; else for the one that every article which has the
name says in full; else for none. Nor does a name stand for a listed body where the articles hold another body that is
called by it with a place: “Sweden Democrats” beside “Democrats”.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.model.ids import fold
from generator.model.listed import ListedBody, parts_of, plain_name


def standing_for(
    listed: Sequence[ListedBody], forms: Mapping[str, Collection[str]]
) -> Mapping[str, tuple[ListedBody, list[str]]]:
    """The listed bodies that articles have several names of, by their folded names, each with those names, in order.

    Args:
        listed: bodies that go by several names; of two that have a name, the earlier is the likelier.
        forms: every name and further name in the articles, folded, with the articles that have it.
    """
    names = _Names(listed, forms)
    found: dict[str, tuple[ListedBody, list[str]]] = {}
    for form in sorted(forms):
        if body := names.body_of(form):
            found.setdefault(fold(body.name), (body, []))[1].append(form)
    return {key: told for key, told in sorted(found.items()) if len(told[1]) > 1}


class _Names:
    """Which listed body each name in the articles stands for."""

    def __init__(self, listed: Sequence[ListedBody], forms: Mapping[str, Collection[str]]) -> None:
        self._bearers: dict[str, list[ListedBody]] = defaultdict(list)
        for body in listed:
            for name in body.names:
                self._bearers[name].append(body)
        self._articles: dict[str, set[str]] = defaultdict(set)
        for form, articles in forms.items():
            self._articles[plain_name(form)].update(articles)
        self._in_full: dict[str, set[str]] = defaultdict(set)
        for name, articles in self._articles.items():
            if len(self._bearers.get(name, ())) == 1:
                self._in_full[self._bearers[name][0].name].update(articles)
        self._with_a_place = {part for name in self._articles if name not in self._bearers for part in parts_of(name)}

    def body_of(self, form: str) -> ListedBody | None:
        """The one body that a name stands for in these articles."""
        name = plain_name(form)
        bodies = self._bearers.get(name, [])
        if not bodies or name in self._with_a_place:
            return None
        told = [body for body in bodies if self._in_full.get(body.name)]
        if len(bodies) == 1 or not told or told == bodies[:1]:
            return bodies[0]
        is_told_so = len(told) == 1 and self._articles[name] <= self._in_full[told[0].name]
        return told[0] if is_told_so else None


def articles_by_form(names: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """The articles that have each name, of names with their articles."""
    found: dict[str, set[str]] = defaultdict(set)
    for form, article in names:
        found[fold(form)].add(article)
    return found
