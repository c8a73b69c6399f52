"""File titles under posts: a title as written comes in, its parts and the post's one name go out."""

import re
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.names.reading import Reading
from generator.model.ids import fold

OF_TOPIC = re.compile(
    r"(?P<head>(?:.* )?(?:minister of state|minister|secretary of state|secretary|spokesman|spokeswoman|spokesperson))"
    r" (?:of|for|on) (?:the )?(?P<topic>(?!state\b).+)"
)


@cache
def _synonyms() -> dict[str, str]:
    return {fold(title): post for post, titles in lexicon("posts")["same"].items() for title in [post, *titles]}


def post_of(title: str) -> str:
    """The lower-case canonical name of a post: "Minister of the Interior" and "Home Secretary" are one post."""
    plain = fold(title).replace("-", " ").replace(".", "").strip()
    for prefix in ("shadow ", "deputy "):
        if plain.startswith(prefix):
            return prefix + post_of(plain.removeprefix(prefix))
    if plain in _synonyms():
        return _synonyms()[plain]
    if match := OF_TOPIC.fullmatch(plain):
        turned = f"{match['topic']} {match['head'].replace('secretary of state', 'secretary')}"
        return _synonyms().get(turned, turned)
    return plain


def meant_post(title: str) -> str:
    """The post that a title on its own may mean, whichever of two titles an article gives it beside a name."""
    post = post_of(title)
    return str(lexicon("posts")["either"].get(post, post))


@cache
def heads_of_government() -> frozenset[str]:
    """The posts of those who head a government."""
    return frozenset(post_of(title) for title in lexicon("posts")["heads_of_government"])


def is_of_body(reading: Reading, first: int, last: int) -> bool:
    """Whether words after "of" or "for" hold a name: capitals and no topic."""
    return any(reading.words[at].capital for at in range(first, last))


def topic_of(post: str) -> str | None:
    """What a minister or secretary minds: "culture" for both the culture secretary and the culture minister."""
    for head in (" minister", " secretary"):
        if post.endswith(head):
            return post.removesuffix(head)
    return None
