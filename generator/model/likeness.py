"""Layer 0: what names and roles tell of who may be one person: forms of address and posts, in every stage alike."""

from collections.abc import Iterable

from generator.model.ids import fold

MEN = frozenset(("mr", "sir", "lord", "baron", "king", "prince", "father", "brother"))
WOMEN = frozenset(("mrs", "ms", "miss", "dame", "lady", "baroness", "queen", "princess", "sister"))
Role = tuple[str, str | None]
"""A post, or else a title, folded, and the id of its organization."""


def sexes(prefix: str | None, names: Iterable[str]) -> frozenset[str]:
    """What forms of address say somebody is, "man" or "woman": an honorific, or the first word before a name."""
    before = [fold(name).split() for name in names]
    titles = {fold(prefix or "").rstrip("."), *(words[0].rstrip(".") for words in before if len(words) > 1)}
    return frozenset(sex for sex, known in (("man", MEN), ("woman", WOMEN)) if titles & known)


def shares_a_post(roles: Iterable[Role], others: Iterable[Role]) -> bool:
    """Whether the same post is among both, in the same organization where both name one."""
    known = tuple(others)
    return any(
        post == its and (body == its_body or body is None or its_body is None)
        for post, body in roles
        for its, its_body in known
    )
