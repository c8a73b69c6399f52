"""Learn whom a source such as `he` or `the party` means: annotated news comes in, `speakers.json` goes out.

python -m training.speakers            # learn from all training articles
python -m training.speakers --folds 5  # measure on articles that were not learnt from; nothing is written
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from generator.extract.claims import find_claims
from generator.extract.claims.attributions import UNNAMED, attribute
from generator.extract.claims.clock import Clock
from generator.extract.claims.finding import Speaking
from generator.extract.claims.logistic import FOLDER, NONE
from generator.extract.claims.open_sources import PRONOUNS, OpenSource
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.speakers import Past
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, OrganizationFinding, PersonFinding, Span
from generator.extract.language import load_language
from generator.extract.names import find_cast
from generator.extract.times import find_times
from generator.model.ids import fold
from training import corpora
from training.choices import Choice, learn_or_report
from training.news import article_body, places_of

ALIKE = 0.5
REMEMBERED = 40


def read_choices() -> list[Choice]:
    """Each source that names nobody, with everybody whom it may mean."""
    nlp = load_language()
    choices: list[Choice] = []
    for number, (article, facts) in enumerate(corpora.annotated(*corpora.TRAINED_ON)):
        gold = yaml.load(facts.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        choices += choices_of(Document(nlp(article_body(article)), shipped=True), gold, number)
    return choices


def choices_of(document: Document, gold: Mapping[str, Any], number: int) -> Iterator[Choice]:
    """The choices that one article holds."""
    quotations = find_quotations(document)
    cast = find_cast(document, quotations)
    times = find_times(document)
    claims = find_claims(document, quotations, cast, times)
    past = Speaking(document, cast, Clock(times)).past
    known: list[PersonFinding | OrganizationFinding] = [*cast.people, *cast.organizations]
    names = {one.id: {fold(form) for form in (one.name, *one.forms)} for one in known}
    told = [(places_of(document.text, claim["content"]), claim) for claim in gold.get("claims") or []]
    for at, claim in enumerate(claims):
        before = claims[max(0, at - REMEMBERED) : at]
        source = _open(past, claim.source[0], before) if claim.source else None
        annotated = _same(claim, document.quote(claim.source[0]), told) if source else None
        if source is None or annotated is None:
            continue
        candidates = past.candidates(source, before)
        speakers = {fold(one) for one in re.split(r";\s*", annotated.get("speaker") or "") if one}
        right = tuple(
            bool(speakers & names[one.entity]) if one.entity else annotated["kind"] == "unnamed" for one in candidates
        )
        if candidates and (any(right) or not speakers):
            yield Choice(
                common=tuple(f"{NONE}{feature}" for feature in past.nobody(source, before)),
                features=tuple(one.features for one in candidates),
                right=right,
                article=number,
            )


def _open(past: Past, source: Span, before: Sequence[ClaimFinding]) -> OpenSource | None:
    """A source that leaves open who it is, whatever the words around it say."""
    pronoun = past.document.quote(source).lower() in PRONOUNS
    told = pronoun or attribute(past.document, past.cast, source) == UNNAMED
    return past.open(source, before) if told else None


def _same(
    claim: ClaimFinding, source: str, told: Sequence[tuple[set[int], Mapping[str, Any]]]
) -> Mapping[str, Any] | None:
    """The annotated claim of the same words and the same source."""
    own = {place for start, end in claim.content for place in range(start, end)}
    alike = [(len(own & places) / len(own | places), at) for at, (places, _) in enumerate(told)]
    best = max(alike, default=(0.0, -1))
    if best[0] < ALIKE or fold(told[best[1]][1].get("source") or "") != fold(source):
        return None
    return told[best[1]][1]


def main() -> None:
    learn_or_report(read_choices, FOLDER / "speakers.json", __doc__)


if __name__ == "__main__":
    main()
