"""Claims: a possible attribution, as the rules find it in a sentence and before it is believed."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.claims.cues import Cue
from generator.extract.claims.grammar import Range
from generator.extract.claims.sentences import Quoted, Sentence


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A possible attribution, in tokens: the cue (None where a quotation goes on), its source and its content."""

    sentence: Sentence
    cue: Cue | None
    source: Range | None
    content: tuple[Range, ...]
    shape: str
    order: str
    """after: the content follows the cue; before: it comes first; around: both."""
    origin: Sentence | None = None
    """The sentence that the source stands in, where it is an earlier one."""
    shared: bool = False
    """Whether the source is the subject of an earlier verb."""
    minds: bool = False
    """Whether it tells what the source thinks, wants or holds of a thing, rather than words of the source's."""

    def quotes(self) -> Iterator[Quoted]:
        """The quotations that stand in the content."""
        for quoted in self.sentence.quoted:
            if any(start <= quoted.start and quoted.end <= end for start, end in self.content):
                yield quoted


def is_first_person(draft: Draft) -> bool:
    """Whether a source speaks of themselves: `I must admit`."""
    return draft.source is not None and draft.sentence.lower(draft.source[0]) in ("i", "we")
