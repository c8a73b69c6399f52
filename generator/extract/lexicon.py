"""The word lists that finders read: YAML files beside the code come in, plain dictionaries and lists go out."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


class Words(yaml.SafeLoader):
    """A loader to which `on`, `no` and `false` are words."""


Words.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:bool"]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def lexicon(name: str) -> Any:
    """The content of `lexicons/<name>.yml`, read once.

    Raises:
        FileNotFoundError: there is no such word list.
    """
    path = files("generator.extract").joinpath("lexicons", f"{name}.yml")
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Words)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The set of words under one key of a word list; a key holds a list, or words parted by spaces."""
    found = lexicon(name)[key]
    return frozenset(found.split() if isinstance(found, str) else map(str, found))
