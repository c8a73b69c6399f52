"""Tell two people of one name apart: people and titles come in, people go out without the names that mean another."""

from collections.abc import Iterator, Sequence

from generator.extract.names.parts import Individual, Name, Title
from generator.extract.names.posts import post_of


def set_namesakes_apart(people: Sequence[Individual], titles: Sequence[Title]) -> None:
    """Take from each person the names that mean somebody else: "Jane Doe the MP" beside "Cllr Jane Doe".

    A title that follows a name without a comma says which bearer of the name is meant, and is written only where there
    are two. The one who is told of first keeps the name; whom the other names mean stays unresolved.
    """
    leading = {title.end: post_of(title.key) for title in titles if not title.determiner}
    telling = {title.lead: post_of(title.key) for title in titles if title.determiner == "the" and not title.plural}
    for person in people:
        told = list(_posts(person.names, leading, telling))
        if told:
            first = told[0][1]
            another = {id(name) for name, post in told if post != first and name.last in telling}
            person.names = [name for name in person.names if id(name) not in another]


def _posts(names: Sequence[Name], leading: dict[int, str], telling: dict[int, str]) -> Iterator[tuple[Name, str]]:
    for name in names:
        if post := leading.get(name.lead) or leading.get(name.first) or telling.get(name.last):
            yield name, post
