"""Read the name corpora: CrossNER and re3d come in, texts with marked names of our three kinds go out."""

import enum
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training import corpora

ARCHIVE = "ner.tar.xz"


class Kind(enum.StrEnum):
    """The three kinds of names that the recognizer knows."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A name from `start` up to `end`: characters of a text, or words of a sentence, as the holder says."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedText:
    """A text and its names, in characters; where `places_known` is false, places were not marked."""

    text: str
    names: list[Span]
    places_known: bool = True


# What stands before a name and is no part of it: with them left out, "Ms Cooper" and "Cooper" are one form.
TITLES = frozenset(
    re.findall(
        r"\S+",
        """
        mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady baroness baron prof prof. professor rev rev.
        reverend sen sen. rep rep. gov gov. president vice-president vice deputy prime minister chancellor
        secretary senator representative congressman congresswoman governor mayor councillor cllr judge
        justice chief king queen prince princess pope general gen gen. colonel col col. major captain capt
        capt. sergeant lieutenant lt lt. admiral sheikh ayatollah cardinal archbishop bishop father sister
        saint st st. us u.s. uk state foreign home shadow former acting the of for and affairs defence
        defense interior speaker leader chairman spokesman attorney ambassador commissioner inspector
        director
        """,
    )
)


def titles_before(words: Sequence[str]) -> int:
    """Count the leading words that are titles, all of them where the words are an office and no name."""
    count = 0
    while count < len(words) and words[count].lower() in TITLES:
        count += 1
    return count


CROSSNER_DOMAINS = ("ai", "literature", "music", "politics", "science")
CROSSNER_KINDS = {
    **dict.fromkeys(("person", "politician", "writer", "musicalartist", "scientist", "researcher"), Kind.PERSON),
    **dict.fromkeys(("organisation", "politicalparty", "university", "band"), Kind.ORG),
    **dict.fromkeys(("location", "country"), Kind.PLACE),
}


def read_crossner() -> Iterator[NamedText]:
    """Read all parts of CrossNER's five domains, one text a sentence."""
    for domain in CROSSNER_DOMAINS:
        for _, text in corpora.texts(ARCHIVE, f"ner/crossner/{domain}", ".txt"):
            yield from read_bio(text)


def read_bio(text: str) -> Iterator[NamedText]:
    """Yield the sentences of a file in CoNLL's BIO columns, spaced as a writer would space them."""
    for block in re.split(r"\n\s*\n", text.strip()):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        written, names = "", list[Span]()
        for word, tag in rows:
            written += " " * _space_between(written, word)
            start, written = len(written), written + word
            kind = CROSSNER_KINDS.get(tag[2:])
            if kind and tag.startswith("B-"):
                names.append(Span(start=start, end=len(written), kind=kind))
            elif kind and names and tag.startswith("I-"):
                names[-1] = Span(start=names[-1].start, end=len(written), kind=kind)
        yield NamedText(text=written, names=names)


def _space_between(written: str, word: str) -> bool:
    return bool(written) and not re.match(r"[,.;:!?)\]%]|'s$|n't$", word) and not written.endswith(("(", "["))


PRONOUNS = {"i", "we", "us", "our", "he", "his", "him", "she", "her", "it", "its", "they", "them", "their", "my"}
RE3D_KINDS = {"Person": Kind.PERSON, "Organisation": Kind.ORG, "Location": Kind.PLACE}


def read_re3d() -> Iterator[NamedText]:
    """Read re3d's documents; of its persons only what is a name and no office stays."""
    marked: dict[str, list[Span]] = {}
    texts: dict[str, str] = {}
    for name, text in corpora.texts(ARCHIVE, "ner/re3d", ".json"):
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        if name.endswith("/documents.json"):
            texts.update((row["_id"], row["text"]) for row in rows)
        elif name.endswith("/entities.json"):
            for row in rows:
                if row["type"] in RE3D_KINDS and (span := _proper(row)):
                    marked.setdefault(row["documentId"], []).append(span)
    for document, text in sorted(texts.items()):
        yield NamedText(text=text, names=outermost(marked.get(document, [])))


def _proper(row: dict[str, str | int]) -> Span | None:
    """Keep a re3d mention that is a name: capitalised at both ends, without the titles and the article before it."""
    kind = RE3D_KINDS[str(row["type"])]
    value, start = str(row["value"]), int(row["begin"])
    words = value.split(" ")
    skipped = titles_before(words) if kind is Kind.PERSON else int(words[0].lower() == "the")
    rest = " ".join(words[skipped:])
    proper = rest[:1].isupper() and rest.split(" ")[-1][:1].isupper() and rest.lower() not in PRONOUNS
    if not proper or (kind is Kind.PERSON and any(word.lower() in TITLES for word in rest.split(" "))):
        return None
    return Span(start=start + len(value) - len(rest), end=start + len(value), kind=kind)


def outermost(spans: list[Span]) -> list[Span]:
    """Keep the longest of overlapping spans, in order of the text."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
