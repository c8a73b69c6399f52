"""Stage resolve: every article's claims in, those of different articles that say the same in the same words out.

Whose they are is not looked at here: one speaker's claim may be reported twice, one source be named in one alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from generator.model.facts import ArticleFacts
from generator.model.ids import fold
from generator.model.records import Claim
from generator.model.words import Act
from generator.resolve.vote_words import COMMON

WORD = re.compile(r"[^\W_][\w'’]{0,40}")
FEW = 5
"""Words in a row that two claims must share to be compared at all."""
LONGEST = 400
"""Words of a claim that are compared."""
WINDOW = 40
"""Claims that one is compared with, of those that share a shingle: a phrase that hundreds use is nobody's."""
NEWS = 60
"""Days between two articles that may tell of one thing said: later the same words may be said again."""
NEARLY_ALL = 0.75
RUN, TELLING = 7, 3
FEWEST = 3
NO_WORDS = (Act.NO_COMMENT, Act.BELIEF, Act.INTENTION)
"""To decline comment, to think and to want are not to say something."""
NEGATIONS = frozenset({"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"})
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those its his her hers their our my your and or but nor of on in at to for from by with
    without as if than then there here so any all some it he she they we you them him who whom which what when where
    why how is are was were be been being has have had having do does did done will would shall should could can
    cannot may might must not no yes also only just very more most much many such own same other out up over into
    about after before under again once said says say told
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, eq=False)
class Said:
    """A claim that stands by itself in an article.

    Attributes:
        words: its words, folded, in their order.
        tells_of_others: whether it tells what others said.
    """

    article: str
    published: str | None
    claim: Claim
    words: tuple[str, ...]
    tells_of_others: bool

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The words as the article has them."""
        found = WORD.findall(" ".join(self.claim.content))[:LONGEST]
        return tuple(found) if len(found) == len(self.words) else self.words

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words, written small in the article, that are no function words: what is said, not of whom."""
        told = zip(self.written, self.words, strict=True)
        return frozenset(word for written, word in told if written[0].islower() and is_telling(word))

    @property
    def figures(self) -> frozenset[str]:
        """Words with a digit: another number is another claim."""
        return frozenset(word for word in self.words if any(letter.isdigit() for letter in word))

    @property
    def negations(self) -> int:
        """How often something is denied in it."""
        return sum(word in NEGATIONS or word.endswith("n't") for word in self.words)


def said_claims(articles: Sequence[ArticleFacts]) -> list[Said]:
    """The claims that are compared, the earliest article first; what is told within another claim is not."""
    ordered = sorted(articles, key=lambda facts: (facts.article.published or "9999", facts.article.id))
    return [one for facts in ordered for one in _of_article(facts)]


def _of_article(facts: ArticleFacts) -> Iterator[Said]:
    holding = {claim.nested_in for claim in facts.claims}
    for claim in facts.claims:
        if claim.nested_in is None and claim.act not in NO_WORDS:
            words = tuple(WORD.findall(fold(" ".join(claim.content)))[:LONGEST])
            yield Said(facts.article.id, facts.article.published, claim, words, claim.id in holding)


def is_telling(word: str) -> bool:
    """Whether a folded word says something by itself."""
    return len(word) > 2 and word not in FUNCTION_WORDS


def pairs(said: Sequence[Said], key: Callable[[Said], object], *, run: int = FEW) -> Iterator[tuple[Said, Said]]:
    """Claims of different articles that share a row of words and a key, each pair once, in order.

    Args:
        said: claims, in order.
        key: what the two must have in common beside words; None for claims that are not compared.
        run: how many words in a row they must share.
    """
    alone: dict[int, int] = {}
    blocks: dict[int, list[int]] = {}
    for place, one in enumerate(said):
        for shingle in _shingles(key(one), one.words, run):
            first = alone.setdefault(shingle, place)
            if first != place:
                blocks.setdefault(shingle, [first]).append(place)
    found = {
        (first, second)
        for block in blocks.values()
        for n, first in enumerate(block)
        for second in block[n + 1 : n + 1 + WINDOW]
        if said[first].article != said[second].article
    }
    for first, second in sorted(found):
        yield said[first], said[second]


def _shingles(key: object, words: Sequence[str], run: int) -> set[int]:
    """Rows of so many words; two that have one hash by chance are told apart when they are compared."""
    if key is None:
        return set()
    return {hash((key, *words[at : at + run])) for at in range(len(words) - run + 1)}


def say_the_same(first: Said, second: Said) -> bool:
    """Whether two claims are nearly the same words or one is a piece of the other, and neither denies the other."""
    if first.negations != second.negations and not _is_piece(first, second):
        return False
    if min(len(set(filter(is_telling, one.words))) for one in (first, second)) < FEWEST:
        return False
    if _is_piece(first, second):
        return True
    return first.figures == second.figures and _likeness(first, second) >= NEARLY_ALL


def have_a_run(first: Said, second: Said) -> bool:
    """Whether so many words in a row are the same that one must be told after the other, or both after a third."""
    run = common_run(first, second)
    return len(run) >= RUN and len((set(map(fold, run)) & first.telling & second.telling) - COMMON) >= TELLING


def common_run(first: Said, second: Said) -> tuple[str, ...]:
    """The longest row of words that both have, as the first has them."""
    found = SequenceMatcher(None, first.words, second.words, autojunk=False).find_longest_match()
    return first.written[found.a : found.a + found.size]


def _is_piece(first: Said, second: Said) -> bool:
    """Whether the shorter claim is a piece of the longer, but for a word or two at its ends."""
    run, shorter = len(common_run(first, second)), min(len(first.words), len(second.words))
    return run >= RUN and run >= 0.9 * shorter


def _likeness(first: Said, second: Said) -> float:
    mine, theirs = set(first.words), set(second.words)
    return len(mine & theirs) / max(1, len(mine | theirs))
