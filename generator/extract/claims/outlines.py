"""Claims and their answers, what one takes up of the other: a claim comes in, its subject and its teller go out.

An answer seldom names whom it answers, and often no word of it denies: `The letter was a draft` takes up the letter
that somebody told of, and `the clerk` who says so is who was told of there.
"""

from dataclasses import dataclass

from generator.extract.claims.telling import STEM, Told, stems
from generator.extract.lexicon import words
from generator.model.negations import NEGATIONS

FURTHEST = 8
"""Words of a claim among which its subject stands."""
SHORTEST = 5
"""Words of a claim that may leave out what it denies: `said it was not`."""
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A claim's subject, by whom the claim is told, and how."""

    subject: frozenset[str]
    """The beginnings of the nouns before its first verb."""
    points: bool
    """Whether the subject is told as one that was told of: `the letter`, `those letters`, `his letter`."""
    titles: frozenset[str]
    """The beginnings of the words for whoever tells it: those of the source phrase and of their roles."""
    cut_short: bool
    """Whether it leaves out what it denies: `said it was not`, `said he did`."""
    of_body: bool
    """Whether a body is its subject: `the council had met`."""


def outline_of(one: Told) -> Outline:
    """What a claim opens with, and by whom it is told."""
    document = one.document
    places = [at for span in one.claim.content for at in range(*document.tokens_at(span))]
    verb = next((n for n, at in enumerate(places) if document.tokens[at].pos_ in ("VERB", "AUX")), len(places))
    nouns = [at for at in places[: min(verb, FURTHEST)] if document.tokens[at].pos_ in NOUNS]
    last = next((at for at in reversed(places) if document.tokens[at].pos_ != "PUNCT"), None)
    left_out = last is not None and (document.tokens[last].pos_ == "AUX" or document.lower[last] in NEGATIONS)
    return Outline(
        subject=frozenset(document.lemmas[at][:STEM] for at in nouns),
        points=bool(places) and document.lower[places[0]] in words("cues_grammar", "pointing"),
        titles=_titles(one),
        cut_short=left_out and len(places) <= SHORTEST,
        of_body=any(document.lemmas[at] in words("acts", "bodies") for at in nouns),
    )


def _titles(one: Told) -> frozenset[str]:
    person = next((person for person in one.cast.people if person.id == one.claim.speaker), None)
    roles = " ".join(role.role for role in person.roles) if person is not None else ""
    return (stems(roles) | one.source_stems) - stems(" ".join(words("acts", "speaking_for")))
