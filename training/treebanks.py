"""Read the treebanks: CoNLL-U text comes in, paragraphs of analysed sentences with their proper names go out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from training import corpora
from training.names import Kind, Span, titles_before

ARCHIVE = "treebanks.tar.xz"


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """One syntactic word, as CoNLL-U has it; `head` counts within the sentence, the root is its own head."""

    form: str
    space: bool
    lemma: str
    upos: str
    xpos: str
    morph: str
    head: int
    dep: str
    entity: str


Sentence = list[Word]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """Sentences that stand in one paragraph of one document."""

    document: str
    sentences: list[Sentence] = field(default_factory=list)


def read_ewt(part: str) -> list[Paragraph]:
    """Read a part (train, dev, test) of the English Web Treebank."""
    ((_, text),) = corpora.texts(ARCHIVE, "treebanks/ewt", f"-{part}.conllu")
    return list(read_paragraphs(text))


def read_gum(part: str) -> list[Paragraph]:
    """Read the openly licensed documents of a part (train, dev, test) of GUM."""
    split = _gum_splits()
    files = corpora.texts(ARCHIVE, "treebanks/gum", ".conllu")
    wanted = [text for name, text in files if split.get(_stem(name), "train") == part]
    return [paragraph for text in wanted for paragraph in read_paragraphs(text)]


def _stem(name: str) -> str:
    return name.rsplit("/", 1)[-1].removesuffix(".conllu")


def _gum_splits() -> dict[str, str]:
    ((_, text),) = corpora.texts(ARCHIVE, "treebanks/gum", "splits.md")
    split: dict[str, str] = {}
    part = ""
    for line in text.splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif match := re.search(r"\* (GUM_\w+)", line):
            split[match[1]] = part
    return split


def read_paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a CoNLL-U file; a new document begins a new paragraph."""
    document, paragraph = "", Paragraph(document="")
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        named = next((line.split("=", 1)[1].strip() for line in comments if line.startswith("# newdoc id")), None)
        if named is not None or any(line.startswith("# newpar") for line in comments):
            if paragraph.sentences:
                yield paragraph
            document = named or document
            paragraph = Paragraph(document=document)
        paragraph.sentences.append(_sentence(line.split("\t") for line in lines if not line.startswith("#")))
    if paragraph.sentences:
        yield paragraph


def _sentence(rows: Iterable[list[str]]) -> Sentence:
    """Make a sentence of CoNLL-U rows: empty nodes are left out, words of one token stand together."""
    words: Sentence = []
    joined_until, joined_space = 0, True
    for row in rows:
        number, misc = row[0], row[9].split("|")
        space = "SpaceAfter=No" not in misc
        if "-" in number:
            joined_until, joined_space = int(number.split("-")[1]), space
        elif "." not in number:
            place = int(number)
            if place <= joined_until:
                space = joined_space and place == joined_until
            words.append(_word(row, space, misc))
    return words


def _word(row: list[str], space: bool, misc: list[str]) -> Word:
    root = row[6] == "0"
    return Word(
        form=row[1],
        space=space,
        lemma=row[2],
        upos=row[3],
        xpos=row[4],
        morph="" if row[5] == "_" else row[5],
        head=int(row[0]) - 1 if root else int(row[6]) - 1,
        dep="ROOT" if root else row[7],
        entity=next((item[7:] for item in misc if item.startswith("Entity=")), ""),
    )


GUM_KINDS = {"person": Kind.PERSON, "organization": Kind.ORG, "place": Kind.PLACE}
NAME_LINKS = {"-", "of", "the", "de", "von", "van", "al", "bin", "&", "'s", "’s", "."}


def proper_names(sentence: Sentence) -> list[Span]:
    """Find the names among GUM's entities: the run of proper nouns around an entity's head, the outermost first.

    GUM marks every mention, named or not; a name is one whose head is a proper noun.
    """
    found = [span for mention in _mentions(sentence) if (span := _name_within(sentence, *mention))]
    chosen: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start - span.end, span.start)):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def _mentions(sentence: Sentence) -> Iterator[tuple[int, int, str, int]]:
    """Yield (start, end, entity type, head) in words of each mention that opens and closes in the sentence."""
    open_: dict[str, list[tuple[int, str, int]]] = {}
    for place, word in enumerate(sentence):
        for opened, closed_at_once, closed in re.findall(r"\(([^()]*)(\))?|([^()]+)\)", word.entity):
            if opened:
                parts = opened.split("-")
                head = parts[5].split(",")[0] if len(parts) > 5 else "1"
                mention = (
                    place,
                    parts[1] if len(parts) > 1 else "",
                    place + int(head) - 1 if head.isdigit() else place,
                )
                if closed_at_once:
                    yield mention[0], place + 1, mention[1], mention[2]
                else:
                    open_.setdefault(parts[0], []).append(mention)
            elif closed and open_.get(closed):
                start, kind, head_place = open_[closed].pop()
                yield start, place + 1, kind, head_place


def _name_within(sentence: Sentence, start: int, end: int, entity: str, head: int) -> Span | None:
    kind = GUM_KINDS.get(entity)
    if kind is None or head >= len(sentence) or sentence[head].upos != "PROPN":
        return None
    first = last = head
    while first > start and _joins(sentence, first - 1, start):
        first -= 1
    while last + 1 < end and _joins(sentence, last + 1, end - 1):
        last += 1
    while first < head and not sentence[first].form[:1].isupper():
        first += 1
    while last > head and not sentence[last].form[:1].isupper():
        last -= 1
    words = [word.form for word in sentence[first : last + 1]]
    if kind is Kind.PERSON:
        first += titles_before(words)
    return Span(start=first, end=last + 1, kind=kind) if first <= last else None


def _joins(sentence: Sentence, place: int, edge: int) -> bool:
    """Tell whether the word belongs to the name beside it: a proper noun, or a link to another one."""
    word = sentence[place]
    return word.upos == "PROPN" or (place != edge and word.form.lower() in NAME_LINKS)
