"""Layer 1: what a site's mkdocs.yml says to the explainer: its options come in, checked settings go out."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from generator.errors import SettingsError
from generator.model.article import SEED_LIMIT
from generator.model.publishing import Policy
from generator.strict_yaml import Loaded, load

PLUGIN = "explainer"

_HEX = re.compile("#[0-9A-Fa-f]{6}")


def _hex(colour: str) -> str:
    if not _HEX.fullmatch(colour):
        raise ValueError("it should be a colour such as “#1c4f7c”")
    return colour


def _installed(engine: str) -> str:
    if engine == "pagefind" and find_spec("pagefind") is None:
        raise ValueError("Pagefind is not installed (pip install 'mkdocs-explainer[pagefind]')")
    return engine


def dask_address(scheduler: str) -> str:
    """A scheduler's address, if it is one and there is Dask to call it with.

    Raises:
        ValueError: it is not, or there is none.
    """
    if not re.fullmatch(r"(tcp|tls)://\S+:\d+", scheduler):
        raise ValueError("it should be an address such as tcp://10.0.0.5:8786")
    if find_spec("distributed") is None:
        raise ValueError("Dask is not installed (pip install 'mkdocs-explainer[dask]')")
    return scheduler


Hex = Annotated[str, AfterValidator(_hex)]
Scheduler = Annotated[str, AfterValidator(dask_address)]
Engine = Annotated[Literal["theme", "pagefind"], AfterValidator(_installed)]


class Shades(BaseModel):
    """A colour in the light and in the dark scheme, each as `#rrggbb`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    light: Hex
    dark: Hex


class Colours(BaseModel):
    """The colours of the site; what is left out stays as shipped.

    Attributes:
        accent: links and the marks of known days.
        paper, card, soft: behind the page, behind a fact, behind a list of filters.
        ink, quiet, line: words, words of less weight, rules.
        deny, plan, done, unsure: denials and disagreements, what is to come, what took place, what is not certain.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    accent: Shades | None = None
    paper: Shades | None = None
    card: Shades | None = None
    soft: Shades | None = None
    ink: Shades | None = None
    quiet: Shades | None = None
    line: Shades | None = None
    deny: Shades | None = None
    plan: Shades | None = None
    done: Shades | None = None
    unsure: Shades | None = None

    def chosen(self) -> dict[str, tuple[str, str]]:
        """The colours that are set, light and dark, by name."""
        return {name: (shades.light, shades.dark) for name, shades in self if shades}


class Settings(BaseModel):
    """The explainer's options; folders are relative to the project, the folder of mkdocs.yml.

    Attributes:
        project: the folder that the others are in.
        seeds: the folder of articles.
        facts: the folder that the generator writes facts to.
        review: the folder of people's decisions.
        names: the site's own list of bodies that go by several names; there need be none.
        pipeline: an installed spaCy pipeline to read with in place of the shipped one.
        workers: how many processes of this machine read articles at once.
        scheduler: the address of a Dask cluster's scheduler that is to read them instead.
        seed_limit_bytes: the largest seed that is read, in bytes.
        publish: what is published of the facts, and what is held back.
        words: texts of the site's own voice in place of the shipped ones, by group and name.
        colours: colours in place of the shipped ones.
        frozen: a build writes no facts, and fails where they are not what seeds, extractor and decisions give: for CI.
        search: whose search the site has: the theme's own, or Pagefind's, for thousands of pages.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    project: Path = Path()
    seeds: str = "seeds"
    facts: str = "content/facts"
    review: str = "content/review"
    names: str = "content/names.yml"
    pipeline: str | None = None
    workers: int = Field(default=1, gt=0)
    scheduler: Scheduler | None = None
    seed_limit_bytes: int = Field(default=SEED_LIMIT, gt=0)
    publish: Policy = Policy()
    words: dict[str, Any] = {}
    colours: Colours = Colours()
    frozen: bool = False
    search: Engine = "theme"

    @property
    def seeds_folder(self) -> Path:
        """Where articles are read from."""
        return self.project / self.seeds

    @property
    def facts_folder(self) -> Path:
        """Where facts are written."""
        return self.project / self.facts

    @property
    def review_folder(self) -> Path:
        """Where decisions are read from."""
        return self.project / self.review

    @property
    def names_file(self) -> Path:
        """Where the site's own names of bodies are read from."""
        return self.project / self.names


OPTIONS = tuple(name for name in Settings.model_fields if name != "project")


def load_settings(mkdocs_yml: Path) -> Settings:
    """The explainer's settings in a site's mkdocs.yml; whatever else that file holds is left to MkDocs.

    Raises:
        SettingsError: the file cannot be read, or an option is unknown or has a value that cannot be used.
    """
    try:
        text = mkdocs_yml.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        mend = "run this in the folder of your site's mkdocs.yml"
        raise SettingsError("cannot be read", file=mkdocs_yml, mend=mend) from None
    loaded = load(text, file=mkdocs_yml, error=SettingsError, ignore_tags=True)
    options, where = _options(loaded)
    for name in options:
        if name not in OPTIONS:
            raise SettingsError(
                f"the explainer has no option “{name}”",
                file=mkdocs_yml,
                line=loaded.line([*where, name]),
                mend=_meant(name, OPTIONS),
            )
    # Of builds alone, and there often `!ENV [CI, false]`, which only MkDocs reads.
    options = {name: value for name, value in options.items() if name != "frozen"}
    try:
        return Settings(project=mkdocs_yml.parent, **options)
    except ValidationError as problem:
        first = problem.errors(include_url=False)[0]
        said, mend = _in_plain_words(first)
        line = loaded.line([*where, *first["loc"]])
        raise SettingsError(said, file=mkdocs_yml, line=line, mend=mend) from None


def _in_plain_words(problem: ErrorDetails) -> tuple[str, str]:
    """What is wrong with an option's value, and what would mend it."""
    *above, last = loc = problem["loc"]
    path, given, mend = ".".join(map(str, loc)), problem["input"], "correct it or leave it out"
    match problem["type"]:
        case "extra_forbidden":
            return f"“{'.'.join(map(str, above))}” has no option “{last}”", _meant(str(last), _options_of(above))
        case "model_type":
            return f"{path}: it should have options of its own under it: {', '.join(_options_of(loc))}", mend
        case "dict_type":
            return f"{path}: it should have names under it, each with a value", mend
        case "tuple_type":
            one = given if isinstance(given, str) else "one, another"
            return f"{path}: it should be a list, such as [{one}]", mend
    said = problem["msg"].removeprefix("Value error, ").replace("Input", "it")
    if isinstance(last, int):
        return f"{'.'.join(map(str, above))}: “{given}” is no entry for it: {said}", mend
    return f"{path}: {said}", mend


def _options_of(loc: Iterable[int | str]) -> tuple[str, ...]:
    """The names of the options that stand under another."""
    model: type[BaseModel] = Settings
    for name in loc:
        declared = model.model_fields[str(name)].annotation
        model = next(one for one in (declared, *get_args(declared)) if isinstance(one, type))
    return tuple(model.model_fields)


def _options(loaded: Loaded) -> tuple[Mapping[str, Any], list[str | int]]:
    """The explainer's entry in `plugins`, which may be a list or a map, and its path in the file."""
    plugins = loaded.value.get("plugins") if isinstance(loaded.value, dict) else None
    entries: list[tuple[list[str | int], Any]] = [(["plugins"], plugins)]
    if isinstance(plugins, list):
        entries = [(["plugins", index], entry) for index, entry in enumerate(plugins)]
    for path, entry in entries:
        if isinstance(entry, dict) and isinstance(entry.get(PLUGIN), dict):
            return entry[PLUGIN], [*path, PLUGIN]
    return {}, []


def _meant(name: str, options: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, options, n=1)
    return f"did you mean “{near[0]}”?" if near else f"the options are {', '.join(options)}"
