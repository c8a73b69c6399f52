"""The words of a parsed article for every rule: spaCy's parse comes in, tokens that hold what it says of each go out.

They are asked as spaCy's own are; those look each answer up anew, and rules ask some twenty thousand times an article.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAMED: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
TRUE_OR_NOT: list[int | str] = ["SPACY", "IS_ALPHA", "IS_PUNCT", "IS_SPACE", "IS_TITLE", "LIKE_NUM"]
IN_NAME = ("", "I", "O", "B")
"""What spaCy's number says of a token: unknown, inside a name, outside, its beginning."""
NO_MODALS = frozenset(("May", "Will"))
"""Names that are modal verbs in lower case, beside another: `Theresa [May] announced`, `[Will] Quince said`."""
PROPER = "NNP"


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word or mark: `i` is its place, `idx` its offset, `doc` all tokens of its article; the rest is as in spaCy.

    But `lower_` is the text where that is a name which would else be a modal verb, and a surname is a name everywhere.
    """

    doc: "Sequence[Token]"
    i: int
    idx: int
    ent_iob_: str
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    whitespace_: bool
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_title: bool
    like_num: bool
    head: "Token" = field(init=False)
    """What it hangs on; a root hangs on itself."""
    children: "list[Token]" = field(init=False, default_factory=list)

    def nbor(self, by: int = 1) -> "Token":
        """The token so many places on."""
        return self.doc[self.i + by]

    @property
    def lefts(self) -> "list[Token]":
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> "list[Token]":
        """The children behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> "Iterator[Token]":
        """It and all below it."""
        yield self
        for child in self.children:
            yield from child.subtree

    @property
    def left_edge(self) -> "Token":
        """The first token of its subtree."""
        return self.doc[min(token.i for token in self.subtree)]

    @property
    def ancestors(self) -> "Iterator[Token]":
        """All above it, from its head up."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: "Token") -> bool:
        """Whether another token is below it."""
        return any(token is self for token in other.ancestors)


def tokens_of(doc: "Doc") -> Sequence[Token]:
    """The tokens of a parsed article."""
    steps = doc.to_array("HEAD").astype("int64").tolist()
    places, in_names, *named = doc.to_array(["IDX", "ENT_IOB", *NAMED]).T.tolist()
    known = {key: str(doc.vocab.strings[key]) for key in set(chain.from_iterable(named))}
    columns = [map(IN_NAME.__getitem__, in_names), *(map(known.__getitem__, column) for column in named)]
    columns += doc.to_array(TRUE_OR_NOT).astype("bool").T.tolist()
    tokens: list[Token] = []
    for i, told in enumerate(zip(places, *columns, strict=True)):
        tokens.append(Token(tokens, i, *told))
    _tell_names(tokens)
    for token, step in zip(tokens, steps, strict=True):
        token.head = tokens[token.i + step]
        if step:
            token.head.children.append(token)
    return tokens


def _tell_names(tokens: Sequence[Token]) -> None:
    """Tell names from verbs: modals beside a name, surnames and first letters (`MSPs`) that are taken for a verb."""
    families = {token.text for before, token in pairwise(tokens) if _is_surname(before, token)}
    for token in tokens:
        if token.text in NO_MODALS and token.tag_ == PROPER:
            if PROPER in (tokens[token.i - 1].tag_, tokens[min(token.i + 1, len(tokens) - 1)].tag_):
                token.lower_ = token.text
        elif token.text in families and token.tag_.startswith("V"):
            token.tag_, token.pos_, token.lemma_ = PROPER, "PROPN", token.text
        elif token.tag_.startswith("V") and len(token.text) > 2 and token.text[:-1].isupper() and token.text[-1] == "s":
            token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", token.text[:-1]


def _is_surname(before: Token, token: Token) -> bool:
    """Whether a word ends somebody's name: `Wes [Streeting]`."""
    return token.ent_type_ == before.ent_type_ == "PERSON" and before.tag_ == PROPER and token.is_title


def root_of(phrase: Sequence[Token]) -> Token:
    """The highest token of a phrase in the tree, the first of several."""
    places = range(phrase[0].i, phrase[-1].i + 1)
    free = (token for token in phrase if token.head is token or token.head.i not in places)
    return min(free, key=_depth, default=phrase[0])


def _depth(token: Token) -> int:
    """How many stand above a token; a mark below which nothing stands comes after all words."""
    is_lone_mark = (token.is_punct or token.is_space) and not token.children and token.head is not token
    return len(token.doc) if is_lone_mark else sum(1 for _ in token.ancestors)
