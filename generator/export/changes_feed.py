"""Layer 3: what changed in the facts as an Atom feed (RFC 4287), an entry for each commit and dated by it."""

from xml.etree import ElementTree as ET

from generator import escape
from generator.export.atom import add, entry_in, feed_of, urn, written
from generator.export.publication import Publication
from generator.model.history import History, Revision
from generator.pages.links import CHANGES, Target
from generator.pages.views.changes import SHORT, lines
from generator.pages.words import say

CHANGES_FEED_URI = "changes.xml"
NOTHING_YET = "1970-01-01T00:00:00Z"


def changes_feed(history: History, site: Publication) -> bytes:
    """The feed of a history."""
    latest = max((one.moment for one in history.revisions), default=NOTHING_YET)
    title = say(site.words["changes"]["feed_title"], name=site.name)
    root = feed_of(CHANGES_FEED_URI, site, title=title, updated=latest, page=CHANGES)
    for one in history.revisions:
        entry = entry_in(root)
        place = Target(CHANGES, f"commit-{one.commit[:SHORT]}")
        add(entry, "id", urn(site, one.commit))
        add(entry, "title", one.title or say(site.words["changes"]["withheld"], n=one.withheld))
        add(entry, "updated", one.moment)
        add(entry, "link", rel="alternate", type="text/html", href=site.address(place, CHANGES_FEED_URI))
        add(entry, "content", _html(one, site), type="html")
    return written(root)


def _html(revision: Revision, site: Publication) -> str:
    words = site.words["changes"]
    whole = ET.Element("div")
    if revision.flags:
        _put(whole, "p", words["flags"])
        flags = ET.SubElement(whole, "ul")
        for flag in revision.flags:
            _put(flags, "li", flag)
    for heading, told in revision.groups:
        _put(whole, "p", heading)
        listed = ET.SubElement(whole, "ul")
        for one in told:
            in_words = lines(one, site.words)
            line = _put(listed, "li", f"{words[one.how]} {in_words.change}")
            beside = [*in_words.fields, *(f"{site.words['claim']['denied']}: {denial}" for denial in in_words.denials)]
            if beside:
                more = ET.SubElement(line, "ul")
                for field in beside:
                    _put(more, "li", field)
    if revision.more:
        _put(whole, "p", say(words["more"], n=revision.more))
    if revision.withheld:
        _put(whole, "p", say(words["withheld"], n=revision.withheld))
    if not revision.is_whole:
        _put(whole, "p", words["large"])
    return ET.tostring(whole, encoding="unicode", method="html")


def _put(parent: ET.Element, name: str, words: str) -> ET.Element:
    added = ET.SubElement(parent, name)
    added.text = escape.xml(words)
    return added
