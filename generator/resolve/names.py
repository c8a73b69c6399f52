"""Stage resolve: names and the records that bear them, joined where they are surely one."""

from collections import Counter
from collections.abc import Hashable, Iterable


class Joined:
    """Things joined into groups (union-find); the first of a group in order of `key` stands for it."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def find(self, item: Hashable) -> Hashable:
        """What stands for an item's group."""
        while (above := self._above.get(item, item)) != item:
            self._above[item] = self._above.get(above, above)
            item = above
        return item

    def join(self, first: Hashable, second: Hashable) -> None:
        """Make one group of two."""
        self._above[self.find(second)] = self.find(first)


def commonest(words: Iterable[str]) -> str:
    """The words used most; of equals the first in order of the alphabet."""
    counted = Counter(words)
    return min(counted, key=lambda each: (-counted[each], each))


def merged(forms: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Name forms of several records, each once, in order."""
    return tuple(dict.fromkeys(form for each in forms for form in each))
