"""Adopters may replace a template; what they get wrong is one clear message, and their values stay escaped too."""

from pathlib import Path

import lxml.html
import pytest
import yaml

from generator.errors import SettingsError
from generator.pages import Options, build
from generator.pages.views import page as page_module
from tests.pages.sites import html, site_of, told


def with_template(folder: Path, template: str) -> dict[str, str]:
    (folder / "votes.md.jinja").write_text(template, encoding="utf-8")
    return build(site_of(told(), options=Options(templates=folder)))


def test_a_template_of_the_same_name_is_used_first(tmp_path: Path) -> None:
    built = with_template(tmp_path, "# Ours\n\n{% for v in view.planned %}* {{ v.motion }}{% endfor %}\n")
    assert "<li>the pier</li>" in html(built["votes.md"])
    assert built["disputed.md"] == build(site_of(told()))["disputed.md"]


@pytest.mark.parametrize("template", ["{{ view.nothing }}", "{% if %}", "{{ view.planned[0].kind }}", "{{ 1 / 0 }}"])
def test_a_template_that_cannot_be_used_is_named(tmp_path: Path, template: str) -> None:
    with pytest.raises(SettingsError, match=r"votes\.md\.jinja") as error:
        with_template(tmp_path, template)
    assert str(tmp_path) in str(error.value) and "mend" in str(error.value)


def test_a_page_carries_its_title() -> None:
    built = build(site_of(told()))
    assert built["votes.md"].startswith("---\ntitle: Votes\ntags:\n- Vote\n---\n")
    assert built["who/per-dora-vane.md"].startswith("---\ntitle: Dora Vane\ntags:\n- Person\n")


def test_search_counts_a_persons_first_page_the_most_and_finds_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "OTHER_LENGTH", 1)
    built = build(site_of(told()))
    head = [built[uri].split("---")[1] for uri in ("who/per-dora-vane.md", "who/per-dora-vane/2.md", "votes.md")]
    found = [yaml.safe_load(one).get("search") for one in head]
    assert found == [{"boost": 2}, {"exclude": True}, None]


def test_a_site_without_articles_is_still_whole() -> None:
    built = build(site_of([]))
    assert len(built) == 12
    assert "No claims were found." in lxml.html.fromstring(html(built["who-said-what.md"])).text_content()


def test_search_finds_people_by_every_form_of_their_name() -> None:
    page = html(build(site_of(told()))["who/per-dora-vane.md"])
    assert "Ms Vane" in page and "Dora Vane" in page
