"""Stage resolve: every article's claims in, those of different articles that say the same in the same words out.

Whose they are is not looked at here: one speaker's claim may be reported twice, one source be named in one alone.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from generator.model.facts import ArticleFacts
from generator.model.ids import fold
from generator.model.records import Claim
from generator.model.words import Act
from generator.resolve.days import day_of
from generator.resolve.lexicon import lexicon, words

WORD = re.compile(r"[^\W_][\w'’]{0,40}")
OPENS = re.compile(r"[.!?;:“”\"\n]")
"""What stands between two words of which the second opens a sentence or a quotation."""
FEW = 5
"""Words in a row that two claims must share to be compared at all."""
LONGEST = 400
"""Words of a claim that are compared."""
WINDOW = 40
"""Claims that one is compared with, of those that share a shingle: a phrase that hundreds use is nobody's."""
NEWS = 60
"""Days between two articles that may tell of one thing said: later the same words may be said again."""
RUN, TELLING = 7, 3
FEWEST = 3
NO_WORDS = (Act.NO_COMMENT, Act.BELIEF, Act.INTENTION)
"""To decline comment, to think and to want are not to say something."""
FUNCTION_WORDS, COMMON = words("function_words"), words("common")
BACKSHIFTED: Mapping[str, str] = lexicon()["backshifted"]
FORMAL, THIRD, FIRST = words("formal"), words("third_person"), words("first_person")


@dataclass(frozen=True, eq=False)
class Said:
    """A claim that stands by itself in an article.

    Attributes:
        words: its words, folded, in their order.
        tells_of_others: whether it tells what others said.
    """

    article: str
    published: datetime.date | None
    claim: Claim
    words: tuple[str, ...]
    tells_of_others: bool

    @property
    def key(self) -> tuple[str, str]:
        """The article's and the claim's ids."""
        return self.article, self.claim.id

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word stands in the article's words; none where folding has changed how many there are."""
        found = tuple(match.span() for match in WORD.finditer(self.text))[:LONGEST]
        return found if len(found) == len(self.words) else ()

    @property
    def text(self) -> str:
        """The article's words, a line for each piece."""
        return "\n".join(self.claim.content)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words, written small in the article, that are no function words: what is said, not of whom."""
        told = zip(self.spans, self.words, strict=False)
        return frozenset(word for (start, _), word in told if self.text[start].islower() and is_telling(word))

    @cached_property
    def own(self) -> frozenset[str]:
        """The telling words that not every claim has."""
        return self.telling - COMMON

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words as reported speech puts them."""
        return tuple(BACKSHIFTED.get(word, word) for word in self.words)

    @cached_property
    def firm(self) -> frozenset[str]:
        """Those of them by which no two reports of the same words may differ."""
        return frozenset(self.plain) - FORMAL - THIRD - FIRST

    @cached_property
    def says_enough(self) -> bool:
        """Whether so many telling words are in it that two people would hardly choose them alike."""
        return len(set(filter(is_telling, self.words))) >= FEWEST

    def sentence(self, at: int) -> int:
        """The word that opens the sentence of a word."""
        while at and not (self.spans and OPENS.search(self.text[self.spans[at - 1][1] : self.spans[at][0]])):
            at -= 1
        return at


def said_claims(articles: Sequence[ArticleFacts]) -> list[Said]:
    """The claims that are compared, the earliest article first; what is told within another claim is not."""
    ordered = sorted(articles, key=lambda facts: facts.article.place)
    return [one for facts in ordered for one in _of_article(facts)]


def _of_article(facts: ArticleFacts) -> Iterator[Said]:
    holding = {claim.nested_in for claim in facts.claims}
    for claim in facts.claims:
        if claim.nested_in is None and claim.act not in NO_WORDS:
            told = tuple(WORD.findall(fold(" ".join(claim.content)))[:LONGEST])
            yield Said(facts.article.id, day_of(facts.article.published), claim, told, claim.id in holding)


def is_telling(word: str) -> bool:
    """Whether a folded word says something by itself."""
    return len(word) > 2 and word not in FUNCTION_WORDS


def pairs(said: Sequence[Said], key: Callable[[Said], object], *, run: int = FEW) -> Iterator[tuple[Said, Said]]:
    """Claims of different articles of one time that share a row of words and a key, each pair once, in order.

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
        if said[first].article != said[second].article and _may_be_news(said[first], said[second])
    }
    for first, second in sorted(found):
        yield said[first], said[second]


def _may_be_news(first: Said, second: Said) -> bool:
    """Whether both may tell of one thing said, by their days; what has no day may be of any time."""
    return not (first.published and second.published) or abs((first.published - second.published).days) <= NEWS


def _shingles(key: object, words: Sequence[str], run: int) -> set[int]:
    """Rows of so many words; two that have one hash by chance are told apart when they are compared."""
    if key is None:
        return set()
    return {hash((key, *words[at : at + run])) for at in range(len(words) - run + 1)}


def say_the_same(first: Said, second: Said) -> bool:
    """Whether two claims are the same words, but for the form of reported speech, or one is a piece of the other.

    One other word, figure, negation or order of words makes another claim: a report too few costs less than a
    contradiction that is shown as agreement.
    """
    if not (first.says_enough and second.says_enough) or not (first.firm <= second.firm or second.firm <= first.firm):
        return False
    matcher = SequenceMatcher(None, first.plain, second.plain, autojunk=False)
    parts = (part for part in matcher.get_opcodes() if part[0] != "equal")
    if all(_is_form(first.plain[a:b], second.plain[c:d]) for _, a, b, c, d in parts):
        return True
    run = matcher.find_longest_match()
    if run.size < RUN:
        return False
    return _is_piece(first, second, run.a, run.b, run.size) or _is_piece(second, first, run.b, run.a, run.size)


def _is_piece(shorter: Said, longer: Said, at: int, place: int, size: int) -> bool:
    """Whether a row of words is all of a claim, and opens a sentence of the other: nothing before it turns it round."""
    rest = (*shorter.plain[:at], *shorter.plain[at + size :])
    return _is_form(rest, ()) and _is_form(longer.plain[longer.sentence(place) : place], ())


def _is_form(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words that one has and the other has not, or has other ones for, are no more than form."""
    pronouns = THIRD | FIRST
    if not {*mine, *theirs} <= FORMAL | pronouns:
        return False
    ours, others = ({word for word in words if word in pronouns} for words in (mine, theirs))
    return bool(ours & FIRST) != bool(others & FIRST) or ours == others


def have_a_run(first: Said, second: Said) -> bool:
    """Whether so many words in a row are the same that one must be told after the other, or both after a third."""
    told = first.own & second.own
    if len(told) < TELLING:
        return False
    start, size = _common_run(first, second)
    return size >= RUN and len(told.intersection(first.words[start : start + size])) >= TELLING


def shared_words(first: Said, second: Said, most: int) -> str:
    """The longest row of words that both have, in so many words at most, as the first's article has them."""
    start, size = _common_run(first, second)
    if not first.spans:
        return first.claim.content[0]
    begin, end = first.spans[start][0], first.spans[start + min(size, most) - 1][1]
    return max(first.text[begin:end].split("\n"), key=len)


def _common_run(first: Said, second: Said) -> tuple[int, int]:
    """Where the longest row of words begins that both have, in the first, and how many they are."""
    found = SequenceMatcher(None, first.words, second.words, autojunk=False).find_longest_match()
    return found.a, found.size
