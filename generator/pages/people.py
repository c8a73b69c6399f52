"""Stage pages: who is meant by what search finds: planned pages in, a small JSON file for the search's script out."""

import json
from collections.abc import Iterable, Mapping

from generator.pages.links import Links, Target
from generator.pages.site import Options
from generator.pages.views.page import Page


def people_file(planned: Iterable[Page], standing: Mapping[str, str], *, options: Options) -> str:
    """The people meant at each address on the site, as places in a list of names; two of one name have two places.

    Args:
        standing: the address in the docs folder that stands for each page's; a page of another is left out.
    """
    links = Links(options.directory_urls)
    numbers: dict[str, int] = {}
    names: list[str] = []
    places: dict[str, list[int]] = {}
    for page in planned:
        if not page.is_searched or standing.get(page.uri) != page.uri:
            continue
        for anchor, who in page.people.items():
            for person, name in who:
                if person not in numbers:
                    numbers[person] = len(names)
                    names.append(name)
            places[links.path(Target(page.uri, anchor))] = [numbers[person] for person, _ in who]
    told = {"labels": options.words["search"], "names": names, "places": places}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
