"""Set treebank text as newspapers do: paragraphs come in, the same with other marks and lost full stops go out."""

import random
from dataclasses import replace

from training.treebanks import Paragraph, Sentence, Word

# Opening and closing double marks, then the apostrophe; British papers open with single marks, and many mix styles.
STYLES = (("'", "'", "'"), ("‘", "’", "’"), ("“", "”", "’"), ('"', '"', "’"))
LOST_STOPS = 0.15


def restyled(paragraph: Paragraph, chance: random.Random) -> Paragraph:
    """Set a paragraph in another style of quotation marks, now and then without its last full stop."""
    style = chance.choice(STYLES)
    sentences = [[_set(word, style) for word in sentence] for sentence in paragraph.sentences]
    if chance.random() < LOST_STOPS:
        sentences[-1] = _without_stop(sentences[-1])
    return replace(paragraph, sentences=sentences)


def _set(word: Word, style: tuple[str, str, str]) -> Word:
    opening, closing, apostrophe = style
    if word.xpos == "``":
        return replace(word, form=opening, lemma=opening)
    if word.xpos == "''":
        return replace(word, form=closing, lemma=closing)
    return replace(word, form=word.form.replace("'", apostrophe).replace("’", apostrophe))


def _without_stop(sentence: Sentence) -> Sentence:
    stops = (
        len(sentence) > 1 and sentence[-1].form == "." and all(word.head != len(sentence) - 1 for word in sentence[:-1])
    )
    return sentence[:-1] if stops else sentence
