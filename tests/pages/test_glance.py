"""What readers meet first: a few claims that somebody made, and what nobody made only where somebody denies it."""

from typing import Any

import pytest

from generator.pages import parts_of
from generator.pages.views.glance import glance
from generator.pages.views.moments import entries
from generator.pages.views.scope import Scopes
from tests.pages.sites import site_of

QUESTION = {"id": "clm-asked", "attribution": "unattributed", "cue": "Asked", "content": ["if she would stay"]}
ANSWER = {"id": "clm-lee", "attribution": "named-person", "speaker": "per-lee", "source": "Ms Lee", "cue": "said"}
DENIAL = {"act": "denial", "replies_to": "clm-asked"}


def claim(**told: Any) -> dict[str, Any]:
    words = told["content"][0]
    return {"mode": "indirect", "act": "statement", "evidence": [{"exact": words}], **told}


@pytest.mark.parametrize(
    "answer, lines",
    [({}, ["clm-lee"]), (DENIAL, ["clm-asked"])],
    ids=["a question that nobody denies is left out", "what is denied is told with its denial"],
)
def test_what_nobody_is_said_to_have_said_comes_first_only_where_it_is_denied(
    answer: dict[str, Any], lines: list[str]
) -> None:
    claims = [claim(**QUESTION), claim(**{**ANSWER, **answer, "content": ["she was going nowhere"]})]
    person = {"id": "per-lee", "name": "Ann Lee", "sort_name": "Lee", "evidence": [{"exact": "Ms Lee"}]}
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    text = "Asked if she would stay, Ms Lee said she was going nowhere."
    parts = parts_of(site_of([{"text": text, "facts": {"article": article, "people": [person], "claims": claims}}]))
    shown = glance(Scopes(parts, entries(parts)).whole).lines
    assert [view.anchor for view in shown] == lines
