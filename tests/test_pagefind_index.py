"""Pagefind's index is whole: it is not ended while it still writes."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator import search


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
