"""Learn which claims deny and what they deny: annotated news comes in, `claims/weights/answers.json` goes out.

    python -m training.replies            # learn from all training articles
    python -m training.replies --folds 4  # measure on articles that were not learnt from; nothing is written

One model chooses, for each claim, which of the claims near it the claim answers, or that it answers none.
"""

from collections.abc import Iterator

import yaml

from generator.extract.claims import find_claims
from generator.extract.claims.answering import may_answer
from generator.extract.claims.logistic import FOLDER, NONE
from generator.extract.claims.pair import pairs_of
from generator.extract.claims.pairing import pair_features
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.rebuttals import Heard, denial_features
from generator.extract.claims.telling import Told
from generator.extract.document import Document
from generator.extract.findings import Spans
from generator.extract.language import load_language
from generator.extract.names import find_cast
from generator.extract.times import find_times
from training import corpora
from training.choices import Choice, learn_or_report
from training.news import article_body
from training.reply_gold import Places, denials_of, replies_of

ALIKE = 0.5


def read_choices() -> list[Choice]:
    """Every claim of the training articles with the claims that it may answer."""
    nlp = load_language()
    found: list[Choice] = []
    for number, (article, path) in enumerate(corpora.annotated(*corpora.TRAINED_ON)):
        gold = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        document = Document(nlp(article_body(article)), shipped=True)
        quotations = find_quotations(document)
        cast = find_cast(document, quotations)
        claims = find_claims(document, quotations, cast, find_times(document))
        heard = Heard([Told(document, cast, claim, place) for place, claim in enumerate(claims)])
        found += choices_of(heard, list(replies_of(document.text, gold)), list(denials_of(document.text, gold)), number)
    return found


def choices_of(heard: Heard, gold: list[tuple[Places, Places]], denials: list[Places], number: int) -> Iterator[Choice]:
    """Each claim of one article as a choice, those before it linked as the annotators link them.

    Args:
        denials: claims that deny something, though the annotators may not say what.
    """
    places = [_places(one.claim.content) for one in heard.told]
    for one in heard.told:
        others = heard.answerable(one) if may_answer(one) else []
        if not others:
            continue
        own = places[one.place]
        denied = [of for denial, of in gold if len(own & denial) >= ALIKE * len(own | denial)]
        right = [any(_covers(places[other.place], of) for of in denied) for other in others]
        if not any(right) and (denied or any(_covers(own, denial) for denial in denials)):
            continue  # an answer to words that are no claim here is neither an example of answers nor of none
        yield Choice(
            common=tuple(f"{NONE}{feature}" for feature in denial_features(one, heard)),
            features=tuple(tuple(pair_features(pair, heard)) for pair in pairs_of(one, others, heard)),
            right=tuple(right),
            article=number,
        )
        if denied:
            heard.note(one.place, {other.place for other, is_right in zip(others, right, strict=True) if is_right})


def _places(spans: Spans) -> Places:
    return {place for start, end in spans for place in range(start, end)}


def _covers(one: Places, other: Places) -> bool:
    return len(one & other) >= ALIKE * max(min(len(one), len(other)), 1)


def main() -> None:
    learn_or_report(read_choices, FOLDER / "answers.json", __doc__)


if __name__ == "__main__":
    main()
