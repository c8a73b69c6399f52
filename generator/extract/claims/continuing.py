"""Claims, stage 6: drafts in reading order come in; quotations with no cue in their own sentence are added to them.

`“A,” he said. “B.”` gives B to the source of A. So does a paragraph that is one whole quotation after such a sentence.
"""

from collections.abc import Iterator, Sequence

from generator.extract.claims.clock import Clock
from generator.extract.claims.draft import Draft
from generator.extract.claims.following import follower, is_bare, last_quoted, may_be_answer
from generator.extract.claims.introducing import introduced
from generator.extract.claims.sentences import Sentence


def with_continuations(sentences: Sequence[Sentence], drafts: dict[int, list[Draft]], clock: Clock) -> Iterator[Draft]:
    """Every draft, with one more for each bare quotation that the sentence before introduces or quotes the start of.

    Args:
        sentences: the article's own sentences (depth 0) in reading order.
        drafts: the drafts of each sentence, by its place in `sentences`.
    """
    speaking: Draft | None = None
    for place, sentence in enumerate(sentences):
        own = drafts.get(place, [])
        yield from own
        if is_bare(sentence):
            unit = sentence.quoted[0]
            if not unit.begins:
                continue
            opened = introduced(sentences[place - 1], sentence, clock) if place else None
            if opened is not None:
                speaking = opened
                yield speaking
            elif speaking is not None and _adjoins(sentences, place, speaking):
                speaking = Draft(
                    sentence=sentence,
                    cue=None,
                    source=speaking.source,
                    content=((unit.start, sentence.quoted[-1].end),),
                    shape="quote",
                    order="after",
                    origin=speaking.origin or speaking.sentence,
                )
                yield speaking
            else:
                speaking = None
                after = sentences[place + 1] if place + 1 < len(sentences) else None
                if place and (alone := follower(sentences[place - 1], sentence, after)) is not None:
                    yield alone
        else:
            quoting = [draft for draft in own if any(True for _ in draft.quotes()) and draft.source is not None]
            quoting = [draft for draft in quoting if not _is_only_retold(draft, quoting)]
            speaking = last_quoted(quoting) if quoting else None


def _adjoins(sentences: Sequence[Sentence], place: int, speaking: Draft) -> bool:
    """Whether the sentence before belongs to the speaker: it names the speaker, or is the speaker's words too."""
    before, after = sentences[place - 1], sentences[place + 1] if place + 1 < len(sentences) else None
    if may_be_answer(before, sentences[place], after):
        return False
    return before is speaking.sentence or is_bare(before)


def _is_only_retold(draft: Draft, quoting: Sequence[Draft]) -> bool:
    """Whether somebody else tells a few words of a source's: `Mr Hale claimed the mayor [asked them “to wait”]`."""
    cue = draft.cue
    if cue is None or any(draft.sentence.token(unit.start + 1).text[:1].isupper() for unit in draft.quotes()):
        return False
    others = (other for other in quoting if other is not draft and other.order == "after")
    return any(start <= cue.start < end for other in others for start, end in other.content)
