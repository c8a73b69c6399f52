"""Stage resolve: the names of bodies in all articles and a list of bodies in, the names that stand for each of it out.

Precision first. A name that several bodies of the list have, as “Tories” has, is sure to mean one of them only where
every article that has it also has a name that is that one's alone. Else it may mean the first of them, while no article
names another so. And no name stands for a listed body where articles have another that is called by it with a place:
“Sweden Democrats” beside “Democrats”.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.model.ids import fold
from generator.model.listed import ListedBody, parts_of, plain_name


class Standing(NamedTuple):
    """A listed body, names in the articles that stand for it, in order, and whether they are sure to."""

    body: ListedBody
    names: list[str]
    is_sure: bool


def standing_for(listed: Sequence[ListedBody], forms: Mapping[str, Collection[str]]) -> list[Standing]:
    """The listed bodies that articles have several names of, in order; names that only may be one's by themselves.

    Args:
        listed: bodies that go by several names; of two that have a name, the earlier is the likelier.
        forms: every name and further name in the articles, folded, with the articles that have it.
    """
    names = _Names(listed, forms)
    found: dict[tuple[str, bool], Standing] = {}
    for form in sorted(forms):
        if read := names.body_of(form):
            body, is_sure = read
            found.setdefault((fold(body.name), is_sure), Standing(body, [], is_sure)).names.append(form)
    return [found[key] for key in sorted(found) if len(found[key].names) > 1]


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

    def body_of(self, form: str) -> tuple[ListedBody, bool] | None:
        """The body that a name stands for in these articles, and whether it is sure to."""
        name = plain_name(form)
        bodies = self._bearers.get(name, [])
        if not bodies or name in self._with_a_place:
            return None
        if len(bodies) == 1:
            return bodies[0], True
        told = [body for body in bodies if self._in_full.get(body.name)]
        if len(told) == 1 and self._articles[name] <= self._in_full[told[0].name]:
            return told[0], True
        return (bodies[0], False) if told in ([], bodies[:1]) else None


def articles_by_form(names: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """The articles that have each name, of names with their articles."""
    found: dict[str, set[str]] = defaultdict(set)
    for form, article in names:
        found[fold(form)].add(article)
    return found
