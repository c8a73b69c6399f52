"""Claims, stages 1 to 6 as one: an article with its quotations and times comes in, every possible attribution goes out."""

from collections.abc import Iterator, Sequence

from generator.extract.claims.continuing import with_continuations
from generator.extract.claims.drafts import Draft, find_drafts
from generator.extract.claims.sentences import find_sentences
from generator.extract.claims.sources import Clock
from generator.extract.document import Document
from generator.extract.findings import TimeFinding
from generator.extract.quotation import Quotation


def read_drafts(document: Document, quotations: tuple[Quotation, ...], times: Sequence[TimeFinding]) -> Iterator[Draft]:
    """Possible attributions in the article's own words, with quotations that go on, then those inside quotations."""
    clock = Clock(times)
    sentences = list(find_sentences(document, quotations))
    own = [sentence for sentence in sentences if sentence.depth == 0]
    yield from with_continuations(own, {place: find_drafts(sentence, clock) for place, sentence in enumerate(own)})
    for sentence in sentences:
        if sentence.depth:
            yield from find_drafts(sentence, clock)
