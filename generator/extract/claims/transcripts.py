"""Claims, stages 3 and 4 for words set out as in a play, `WALLACE: Will she be there?`, and headings like them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.claims.cue_words import CueEntry, CueKind
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.sentences import Places, Sentence
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import words

WORD = r"[^\W\d_a-z][\w.’'-]+"
LABEL = re.compile(rf"(?P<mark>[\"“]?)(?P<name>{WORD}(?: {WORD}){{0,4}})(?: \([^)\n]*\))?:(?=\s+\S)")
TURNS = 2
"""How often each of two people must speak: a list of figures or of headings names each but once."""
SHAPE = "transcript"
LONGEST_HEADING = 160
SENTENCE_ENDS = ".?!…)—-"


@dataclass(frozen=True)
class _Turn:
    """A paragraph that begins with who speaks: where the name, the colon and the words stand."""

    name: Span
    colon: int
    words: Span


def transcript_drafts(document: Document, places: Places) -> Iterator[Draft]:
    """A draft for each turn of a conversation, where at least two people speak by turns."""
    turns = list(_turns(document))
    if turns and _is_heading(document, turns[0]):
        yield _draft(document, places, turns[0], "clause")
    turns = [turn for turn in turns if document.quote(turn.words)[-1] in SENTENCE_ENDS]
    spoken = Counter(document.quote(turn.name) for turn in turns)
    if sum(count >= TURNS for count in spoken.values()) < TURNS:
        return
    for turn in turns:
        yield _draft(document, places, turn, SHAPE)


def _turns(document: Document) -> Iterator[_Turn]:
    for start, end in document.paragraphs:
        text = document.quote((start, end)).rstrip()
        match = LABEL.match(text)
        if match and not {word.lower() for word in match["name"].split()} & words("cues_grammar", "headings"):
            begin = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
            closed = bool(match["mark"]) and text[-1] in '"”'
            if begin < len(text) - closed:
                yield _Turn(
                    name=(start + match.start("name"), start + match.end("name")),
                    colon=start + match.end() - 1,
                    words=(start + begin, start + len(text) - closed),
                )


def _is_heading(document: Document, turn: _Turn) -> bool:
    """Whether a turn is a heading, `Pence: Flowers Won't Be There`: the first line, of somebody named again below."""
    start, end = document.paragraphs[0]
    if not start <= turn.name[0] < end or end - start > LONGEST_HEADING:
        return False
    people = (span for span, label in document.entities if label == "PERSON" and span[0] >= end)
    surname = document.quote(turn.name).split()[-1:]
    return any(document.quote(span).split()[-1:] == surname for span in people)


def _draft(document: Document, places: Places, turn: _Turn, shape: str) -> Draft:
    source, content = places.tokens(turn.name), places.tokens(turn.words)
    mark = places.tokens((turn.colon, turn.colon + 1))
    entry = CueEntry(kind=CueKind.MARK, lemma=":", group="statement")
    return Draft(
        sentence=Sentence(document=document, start=source[0], end=content[1], quoted=(), depth=0),
        cue=Cue(entry=entry, start=mark[0], end=mark[1], group_start=mark[0]),
        source=source,
        content=(content,),
        shape=shape,
        order="after",
    )
