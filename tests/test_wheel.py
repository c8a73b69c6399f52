"""What an adopter gets: the built wheel alone, in an empty environment, makes a whole site in an empty folder."""

import json
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from broken_links import broken_links, fetched_elsewhere

pytestmark = pytest.mark.model
ROOT = Path(__file__).parent.parent
MKDOCS_YML = "site_name: Bridge news\ntheme: material\nplugins: [search, explainer]\n"
SEED = "The mayor, Ann Lee, said that the bridge would stay closed. Bob Ray, a councillor, denied that it was unsafe.\n"


def must(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the wheel, and sees the libraries of this one but not this project."""
    folder = tmp_path_factory.mktemp("wheel")
    must(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    must(sys.executable, "-m", "venv", "--without-pip", "env", cwd=folder)
    python = folder / "env/bin/python"
    (wheel,) = folder.glob("mkdocs_explainer-*.whl")
    must(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", wheel, cwd=folder)
    (packages,) = folder.glob("env/lib/*/site-packages")
    # Path files are not read in a folder that a path file adds, so an editable install of this project stays unseen.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


@pytest.fixture(scope="module")
def adopted(python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("adopter")
    (folder / "mkdocs.yml").write_text(MKDOCS_YML)
    for name in ("seeds", "docs"):
        (folder / name).mkdir()
    (folder / "seeds/bridge.txt").write_text(SEED)
    must(python, "-m", "mkdocs", "build", "--strict", cwd=folder)
    return folder


def test_the_wheel_is_what_runs(python: Path, tmp_path: Path) -> None:
    where = must(python, "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(python.parent.parent)


def test_the_site_is_whole(adopted: Path) -> None:
    site = adopted / "site"
    for page in (
        "",
        "who/",
        "what-happened/",
        "who-said-what/",
        "votes/",
        "disputed/",
        "unknown/",
        "articles/",
        "about/",
    ):
        assert (site / page / "index.html").is_file(), page
    assert (site / "who/per-ann-lee/index.html").is_file()
    found = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert any("Ann Lee" in entry["title"] for entry in found)


def test_every_link_leads_somewhere_on_the_site(adopted: Path) -> None:
    assert broken_links(adopted / "site") == []
    assert fetched_elsewhere(adopted / "site") == []


def test_facts_name_a_schema_that_is_there(adopted: Path) -> None:
    facts = adopted / "content/facts/articles/art-bridge.yml"
    schema = facts.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
    assert json.loads((facts.parent / schema).read_text(encoding="utf-8"))["$schema"]


def test_the_command_is_there(python: Path, adopted: Path) -> None:
    assert must(python.parent / "explainer", "check", cwd=adopted) == ""
