"""Every regular expression that the program's modules hold, with the way in which it is used on a text."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import generator
from generator.extract.patterns import Pattern

AT_ONE_PLACE = ("match", "fullmatch")
ANYWHERE = ("finditer", "search", "findall", "sub", "split")


@dataclass(frozen=True)
class Found:
    """A pattern, where it is, and the call that tries it wherever the program may."""

    where: str
    written: str
    tried: Callable[[str], object]


@cache
def patterns() -> list[Found]:
    """All patterns that are there once the modules are imported, each once."""
    found: dict[tuple[str, str], Found] = {}
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if not info.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(info.name)).items():
                for pattern in _in(value() if _makes_patterns(value, info.name) else value):
                    for method in sorted(_methods(info.name, name)):
                        tried = _tried(pattern, method)
                        key = (pattern.pattern, tried.__name__)
                        found.setdefault(key, Found(f"{info.name}.{name}.{method}", pattern.pattern, tried))
    return list(found.values())


def _makes_patterns(value: Any, module: str) -> bool:
    """Whether a module's value is its own function that makes patterns once, of word lists alone."""
    if not hasattr(value, "cache_info") or value.__module__ != module:
        return False
    signature = inspect.signature(value)
    return not signature.parameters and "Pattern" in str(signature.return_annotation)


def _in(value: Any) -> Iterator[Any]:
    """The patterns of text that a module's value is or holds."""
    if isinstance(value, Pattern) or (isinstance(value, re.Pattern) and isinstance(value.pattern, str)):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _in(one)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from _in(one)


def _tried(pattern: Any, method: str) -> Callable[[str], object]:
    def anywhere(text: str) -> object:
        return sum(1 for _ in pattern.finditer(text))

    return getattr(pattern, method) if method in AT_ONE_PLACE else anywhere


def _methods(module: str, name: str) -> set[str]:
    """By which methods a module's pattern is called: in itself, else wherever that name is used, or anywhere."""
    everywhere = _calls()
    own = everywhere.get(module, {}).get(name, set())
    others = (calls.get(name, set()) for calls in everywhere.values())
    return own or set().union(*others) or {"finditer"}


@cache
def _calls() -> dict[str, dict[str, set[str]]]:
    """For each module the names in it on which a pattern's methods are called, and which."""
    folder = Path(generator.__file__).parent
    found: dict[str, dict[str, set[str]]] = {}
    for path in folder.rglob("*.py"):
        module = ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")
        calls = found.setdefault(module, {})
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in (*AT_ONE_PLACE, *ANYWHERE):
                method = node.attr if node.attr in AT_ONE_PLACE else "finditer"
                value = node.value.func if isinstance(node.value, ast.Call) else node.value
                for named in ast.walk(value) if isinstance(value, ast.Name | ast.IfExp) else ():
                    if isinstance(named, ast.Name):
                        calls.setdefault(named.id, set()).add(method)
    return found
