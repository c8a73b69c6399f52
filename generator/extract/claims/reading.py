"""Claims, stages 1 to 6 as one: an article with its quotations and times comes in, all possible attributions go out."""

from collections.abc import Iterator, Sequence

from generator.extract.claims.clock import Clock
from generator.extract.claims.continuing import with_continuations
from generator.extract.claims.draft import Draft
from generator.extract.claims.drafts import find_drafts
from generator.extract.claims.sentences import Places, Sentence, find_sentences
from generator.extract.claims.tagged_drafts import tagged_drafts, with_read_sources
from generator.extract.claims.tagger import Tagging
from generator.extract.claims.transcripts import transcript_drafts
from generator.extract.document import Document
from generator.extract.findings import TimeFinding
from generator.extract.quotation import Quotation


def read_drafts(
    document: Document,
    quotations: tuple[Quotation, ...],
    times: Sequence[TimeFinding],
    tagging: Tagging | None = None,
) -> Iterator[Draft]:
    """Possible attributions in the article's own words, with quotations that go on, then those inside quotations.

    Args:
        tagging: what the tagger makes of the article; its claims come last, beside those of the rules.
    """
    sentences = list(find_sentences(document, quotations))
    clock = Clock(times)
    ruled = _by_rules(document, sentences, clock)
    if tagging is None:
        yield from ruled
    else:
        yield from with_read_sources(ruled, tagging)
        yield from tagged_drafts(tagging.claims.values(), sentences, clock)


def _by_rules(document: Document, sentences: Sequence[Sentence], clock: Clock) -> Iterator[Draft]:
    own = [sentence for sentence in sentences if sentence.depth == 0]
    found = {place: find_drafts(sentence, clock) for place, sentence in enumerate(own)}
    yield from with_continuations(own, found, clock)
    yield from transcript_drafts(document, Places(document))
    for sentence in sentences:
        if sentence.depth:
            yield from find_drafts(sentence, clock)
