"""Pagefind's index is whole, for it is not ended while it still writes; it offers only a few people to pick from."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator import search
from generator.pages import Page


def test_an_index_is_waited_for_until_no_file_grows(tmp_path: Path) -> None:
    file = tmp_path / "pagefind.js"
    file.write_text("a")

    async def write() -> None:
        for _ in range(3):
            await asyncio.sleep(search.STEADY / 2)
            with file.open("a") as more:
                more.write("b")

    async def both() -> None:
        writing = asyncio.create_task(write())
        await search._settled(tmp_path)
        assert writing.done()

    # In a thread of its own: in a browser test's process another loop runs.
    with ThreadPoolExecutor() as threads:
        threads.submit(asyncio.run, both()).result()
    assert file.read_text() == "abbb"


def test_people_are_offered_to_pick_from_while_they_are_few() -> None:
    named = {"here": [(f"per-{n}", f"Ann Lee {n}") for n in range(search.MOST_PEOPLE)]}
    page = Page(uri="who.md", title="Who", template="who.md.jinja", view=None, people=named)
    one_more = Page(
        uri="votes.md", title="Votes", template="votes.md.jinja", view=None, people={"": [("per-x", "Bob Ray")]}
    )
    assert search.offers_people([page, page]) and not search.offers_people([page, one_more])
