"""ARCHITECTURE.md's table of layers, held: who imports whom, and which library is imported where."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))

# Which parts of the package each part may import, itself aside.
MAY_IMPORT = {
    "visible": set(),
    "alone": set(),
    "escape": {"visible"},
    "errors": {"visible"},
    "strict_yaml": {"errors"},
    "model": {"errors"},
    "settings": {"errors", "strict_yaml", "model"},
    "articles": {"visible", "errors", "model", "strict_yaml"},
    "facts": {"errors", "model", "strict_yaml"},
    "extract": {"errors", "model"},
    "resolve": {"errors", "model"},
    "pages": {"visible", "escape", "errors", "model"},
    "export": {"escape", "errors", "model", "pages"},
    "extracting": {"errors", "model", "settings", "extract"},
    "refresh": {"errors", "model", "settings", "articles", "facts", "extract", "extracting", "resolve"},
    "search": {"escape", "errors", "pages"},
    "plugin": {"alone", "escape", "search", "errors", "model", "settings", "extracting", "refresh", "pages", "export"},
    "cli": {
        "alone",
        "escape",
        "errors",
        "model",
        "settings",
        "articles",
        "facts",
        "extract",
        "extracting",
        "refresh",
        "export",
    },
}
# The only parts that may import a library, and whether it must wait until something is read.
KEPT_TO = {
    "spacy": {"extract"},
    "thinc": {"extract"},
    "jinja2": {"pages"},
    "mkdocs": {"plugin"},
    "click": {"cli"},
    "rich": {"cli"},
    "pagefind": {"search"},
    "multiprocessing": {"extracting"},
    "distributed": {"extracting"},
}
LAZY = {"spacy", "thinc", "pagefind", "distributed"}


def part(module: Path) -> str:
    """The layer that a module is in: `generator/extract/claims.py` is in `extract`."""
    return module.relative_to(ROOT / "generator").parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a piece of code imports, as a dotted name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the layer"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def when_loaded(tree: ast.Module) -> Iterator[ast.AST]:
    """The statements that run as a module is imported, but for those that only a type checker reads."""
    for statement in tree.body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            continue
        if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield statement


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_imports_only_lower_layers(module: Path) -> None:
    own = part(module)
    if own == "__init__":
        return
    used = {name.split(".")[1] for name in imports(parsed(module)) if name.startswith("generator.")}
    assert used - {own} <= MAY_IMPORT[own] | {"__version__"}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_libraries_stay_in_their_layer(module: Path) -> None:
    used = {name.split(".")[0] for name in imports(parsed(module))}
    assert {library for library in used & KEPT_TO.keys() if part(module) not in KEPT_TO[library]} == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_the_language_pipeline_is_imported_only_when_something_is_read(module: Path) -> None:
    used = {name.split(".")[0] for statement in when_loaded(parsed(module)) for name in imports(statement)}
    assert used & LAZY == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(ROOT)))
def test_only_the_commands_print_or_exit(module: Path) -> None:
    calls = {ast.unparse(node.func) for node in ast.walk(parsed(module)) if isinstance(node, ast.Call)}
    if part(module) != "cli":
        assert calls & {"print", "exit", "quit", "sys.exit", "os._exit"} == set()


def test_the_architecture_page_names_every_part() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert {name for name in MAY_IMPORT if f"`{name}" not in page} == set()
