"""Layer 3: what the site's Atom feeds (RFC 4287) have in common: their heads, their ids, their bytes."""

import uuid
from xml.etree import ElementTree as ET

from generator import escape
from generator.export.publication import Publication

MEDIA_TYPE = "application/atom+xml"
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
ATOM = "http://www.w3.org/2005/Atom"
ET.register_namespace("", ATOM)


def feed_of(uri: str, site: Publication, *, title: str, updated: str, page: str) -> ET.Element:
    """A feed without entries: its address, its title, its last moment, the page that it is the feed of."""
    root = ET.Element(f"{{{ATOM}}}feed")
    add(root, "id", urn(site, uri))
    add(root, "title", title)
    add(root, "updated", updated)
    add(ET.SubElement(root, f"{{{ATOM}}}author"), "name", site.name)
    add(root, "link", rel="alternate", type="text/html", href=site.address(page, uri))
    if site.url is not None:
        add(root, "link", rel="self", type=MEDIA_TYPE, href=site.address(uri, uri))
    return root


def entry_in(root: ET.Element) -> ET.Element:
    """A new entry of a feed."""
    return ET.SubElement(root, f"{{{ATOM}}}entry")


def add(parent: ET.Element, name: str, words: str | None = None, **attributes: str) -> None:
    """Put an element with words and attributes into another."""
    added = ET.SubElement(parent, f"{{{ATOM}}}{name}", {key: escape.xml(value) for key, value in attributes.items()})
    added.text = None if words is None else escape.xml(words)


def urn(site: Publication, name: str) -> str:
    """An id that stays when the site's lists are split anew."""
    return uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_URL, site.url or site.name), name).urn


def written(root: ET.Element) -> bytes:
    """A feed as a file."""
    ET.indent(root)
    return f"{DECLARATION}{ET.tostring(root, encoding='unicode')}\n".encode()
