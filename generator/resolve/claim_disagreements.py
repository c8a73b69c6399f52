"""Stage resolve: every article's claims in, those out whose words one article gives to somebody and another to others.

Two people are said to have said the same words: reports disagree on who said it. A source has a name in one article and
none in the other: two claims that may be one; they are shown as two and never joined, for the second may be another's.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.model.ids import fold, record_id
from generator.model.records import Claim, Discrepancy, DiscrepancyValue
from generator.model.words import Act, Attribution, DiscrepancyKind, Mode
from generator.resolve.lexicon import words
from generator.resolve.wordings import RUN, Said, have_a_run, pairs, say_the_same, shared_words

LONGEST = 15
"""Words that two claims share which are told as what they are about."""
NOBODY = words("nobody")
Sources = tuple[tuple[str, str], frozenset[str]]
"""A claim without a name, by article and id, and the people whom another article names: each told once."""
Words = Mapping[str, frozenset[str]]
"""The words of every name of each person and organization, by id."""
OF_PEOPLE = (Attribution.NAMED_PERSON, Attribution.NAMED_ORGANIZATION)


def claim_disagreements(said: Sequence[Said], names: Mapping[str, Sequence[str]]) -> Iterator[Discrepancy]:
    """Who said it, where articles differ.

    Args:
        said: every article's claims, with the ids of the story, the earliest article first.
        names: every name of each person and organization, by id.
    """
    compared = [one for one in said if one.claim.source and one.published]
    known = {one: frozenset(word for name in all_of_it for word in _plain(name)) for one, all_of_it in names.items()}
    told: set[Sources] = set()
    for first, second in pairs(compared, lambda _: "", run=RUN):
        two_people = _are_two_people(first.claim, second.claim, known)
        sources = _named_and_unnamed(first, second, known)
        if not (two_people or sources) or not have_a_run(first, second):
            continue
        if two_people and _is_quoted(first, second):
            yield _discrepancy(first, second, DiscrepancyKind.SPEAKER, names)
        elif sources and sources not in told:
            told.add(sources)
            yield _discrepancy(first, second, DiscrepancyKind.SOURCE, names)


def _is_quoted(first: Said, second: Said) -> bool:
    """Whether both give the words as a quotation, whole or in part, say the same, and none of it as told by others."""
    if first.tells_of_others or second.tells_of_others:
        return False
    return Mode.INDIRECT not in (first.claim.mode, second.claim.mode) and say_the_same(first, second)


def _are_two_people(first: Claim, second: Claim, known: Words) -> bool:
    """Whether two named people are meant, who share no name: a surname alone may be either's."""
    if not first.attribution is second.attribution is Attribution.NAMED_PERSON or Act.DENIAL in (first.act, second.act):
        return False
    mine, theirs = _speakers(first), _speakers(second)
    return bool(mine and theirs) and not mine & theirs and not _words_of(mine, known) & _words_of(theirs, known)


def _named_and_unnamed(first: Said, second: Said, known: Words) -> Sources | None:
    """The unnamed claim and who the other article's source is, if its description holds no name of theirs."""
    for named, unnamed in ((first, second), (second, first)):
        if named.claim.attribution in OF_PEOPLE and unnamed.claim.attribution is Attribution.UNNAMED:
            who = _speakers(named.claim)
            described = set(fold(str(unnamed.claim.source)).split())
            if who and not described <= NOBODY and not _plain(str(unnamed.claim.source)) & _words_of(who, known):
                return unnamed.key, frozenset(who)
    return None


def _speakers(claim: Claim) -> set[str]:
    return {one for one in (claim.speaker, *claim.joint_with) if one}


def _words_of(speakers: set[str], known: Words) -> frozenset[str]:
    return frozenset[str]().union(*(known[one] for one in speakers if one in known))


def _plain(name: str) -> set[str]:
    return {word.removesuffix("'s") for word in fold(name).split() if len(word) > 2}


def _discrepancy(first: Said, second: Said, kind: DiscrepancyKind, names: Mapping[str, Sequence[str]]) -> Discrepancy:
    """Both claims' sources, each with its article's words, about the words that they share."""
    about = shared_words(first, second, LONGEST)
    return Discrepancy(
        id=record_id("dis", about, kind, *sorted((first.claim.id, second.claim.id))),
        kind=kind,
        about=about,
        field="source",
        values=tuple(
            DiscrepancyValue(
                value=_source(one.claim, names),
                article=one.article,
                evidence=one.claim.evidence[0],
            )
            for one in (first, second)
        ),
    )


def _source(claim: Claim, names: Mapping[str, Sequence[str]]) -> str:
    """The speakers by their names, or the article's words for a source without one."""
    told = [names[one][0] for one in (claim.speaker, *claim.joint_with) if one and one in names]
    return " and ".join(told) if told and claim.attribution.is_named else str(claim.source)
