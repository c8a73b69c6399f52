"""Extraction's last look, tellings: a figure comes in, what the words around it tell of what it counts goes out.

`The union said 640 drivers walked out. The company said 210 drivers had walked out.` and `… had worked normally`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.extract.discrepancies.clauses import clause_around
from generator.extract.discrepancies.figures import Figure
from generator.extract.discrepancies.senses import sense
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.extract.tokens import Token, root_of

SUBJECTS = ("nsubj", "nsubj:pass")
ADDED = ("amod", "acl", "acl:relcl")
ANYBODY = frozenset(["people", "person"])
ONCE_EACH = frozenset(map(sense, words("discrepancies", "once_each")))
"""Senses of what each person does or suffers once, so that as many are counted: deaths, people killed."""
MOST_STEPS = 6
"""From a figure up to the verb of its clause."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What is told of what a figure counts.

    Attributes:
        did: what it did or what was done with it, in senses: killed, died and dead are one.
        subject: the words of the verb's subject, where that is something else than what is counted.
        places: what the verb goes with, by preposition: in the market, on lawyers.
        names: the names in the clause.
    """

    did: frozenset[str]
    subject: frozenset[str]
    places: frozenset[tuple[str, str]]
    names: frozenset[str]


def telling_of(document: Document, figure: Figure, within: Span) -> Telling:
    """What a figure's clause tells of what it counts; `within` holds the words that its source is given with."""
    clause = clause_around(document, figure.span)
    start, end = max(clause[0], within[0]), min(clause[1], within[1])
    counted = _counted(document, figure)
    verb = _verb(counted)
    done = [
        verb,
        counted.head if counted.dep_ == "nmod" else None,
        *(child for child in counted.children if child.dep_ in ADDED),
    ]
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None) if verb is not None else None
    about_other = subject is not None and subject.pos_ != "PRON" and subject != counted
    return Telling(
        did=_senses(token for token in done if token is not None and token.pos_ in ("VERB", "ADJ", "NOUN")),
        subject=frozenset(_described(subject)) if subject is not None and about_other else frozenset(),
        places=frozenset(_places(counted, verb)),
        names=frozenset(token.lower_ for token in document.phrase((start, end)) if token.pos_ == "PROPN"),
    )


def tell_of_one_thing(first: Figure, one: Telling, second: Figure, other: Telling, *, alike: bool) -> bool:
    """Whether two figures are told of the same things: of one name, done by the same, in the same place.

    Args:
        alike: whether the figures are such that what was done need not be the same.
    """
    if not (alike or _are_alike(first, one, second, other)) or (
        one.names and other.names and not one.names & other.names
    ):
        return False
    mine, theirs = dict(one.places), dict(other.places)
    if any(mine[preposition] != theirs[preposition] for preposition in mine.keys() & theirs.keys()):
        return False
    return not one.subject or not other.subject or one.subject == other.subject


def _are_alike(first: Figure, one: Telling, second: Figure, other: Telling) -> bool:
    """Whether two figures count things of one name that did the same, or the second names what the first's did."""
    nouns = [figure.noun for figure in (first, second)]
    if one.did & other.did:
        return (
            nouns[1] is None
            or sense(nouns[1]) == sense(nouns[0] or "")
            or (nouns[1] in ANYBODY and second.value < first.value)
        )
    named = [(nouns[1], other.did, one.did), (nouns[0], one.did, other.did)]
    counted = [noun for noun in nouns if noun]
    several = len(counted) > 1 and not ANYBODY.isdisjoint(counted)  # one payment may be made to nine people
    return any(
        noun and not mine and sense(noun) in theirs and not (several and sense(noun) not in ONCE_EACH)
        for noun, mine, theirs in named
    )


def _senses(tokens: "Iterable[Token]") -> frozenset[str]:
    found = {token.lemma_.lower() for token in tokens} - words("discrepancies", "light_verbs")
    return frozenset(map(sense, found))


def _counted(document: Document, figure: Figure) -> "Token":
    """The noun that a figure counts, else the word of the figure that the others go with."""
    phrase = document.phrase(figure.span)
    return phrase[-1] if figure.noun else root_of(phrase)


def _verb(counted: "Token") -> "Token | None":
    """The verb of the clause that a figure stands in."""
    token = counted
    for _ in range(MOST_STEPS):
        if token.pos_ == "VERB" or token.head.i == token.i:
            break
        if token.dep_ in SUBJECTS:
            return token.head
        token = token.head
    return token if token.pos_ in ("VERB", "ADJ", "AUX") else None


def _described(noun: "Token") -> Iterator[str]:
    """A noun and the words that say which."""
    yield noun.lemma_.lower()
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod:poss", "nmod", "flat"):
            yield child.lemma_.lower()


def _places(counted: "Token", verb: "Token | None") -> Iterator[tuple[str, str]]:
    """By its preposition, each noun that a clause's verb or what is counted goes with."""
    for token in (counted, verb):
        for child in token.children if token is not None else ():
            case = next((word.lower_ for word in child.children if word.dep_ == "case"), None)
            if (
                case
                and child.dep_.startswith(("obl", "nmod"))
                and child.pos_ in ("NOUN", "PROPN")
                and child.i != counted.i
            ):
                yield case, sense(child.lemma_.lower())
