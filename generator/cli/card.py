"""Layer 4, `explainer review`: something to decide on comes in, what has to be seen of it goes out in lines."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from generator.cli.passages import marked, passages
from generator.cli.telling import safe
from generator.facts.added import unfinished
from generator.facts.kinds import ADDABLE, prefix_of
from generator.facts.queue import Item, Reason
from generator.facts.reviewing import Review
from generator.facts.telling import KINDS, Names, in_words, sentence
from generator.model.article import Article
from generator.model.facts import Report
from generator.model.records import Claim, Record, VoteEvent
from generator.model.references import answers_of
from generator.model.review import Decision, Mark
from generator.model.words import ReviewOp

REASONS = {
    Reason.BACK: "a rejection no longer fits: what it took out may be shown again",
    Reason.DENIED: "said of a person by one source without a name, and denied",
    Reason.GRAVE: "grave, and said of a person by one source without a name",
    Reason.ALLEGATION: "alleged of a person by nobody who is named",
    Reason.DENIAL: "a denial",
    Reason.LOW: "the program is not sure of it",
    Reason.STALE: "a decision no longer fits",
}
"""Why something is shown before the rest, where its kind does not say so."""
LEFT_OUT = {"id", "evidence", "values", "content", "articles", "sort_name", "confidence", "nested_in", "replies_to"}
MOST_PASSAGES = 4
"""How many paragraphs are shown of a fact that stands in many."""

TOLD_FURTHER_UP = (Claim, VoteEvent)
"""Kinds of fact that may need the paragraph before to be understood: who “he” is, which motion it is."""


class Line(NamedTuple):
    """A line of a card before it is wrapped: what it says, how far it is indented, how it looks."""

    words: str | Text
    indent: int = 2
    style: str = ""


def show(lines: Iterable[Line], console: Console) -> None:
    """Print lines, wrapped to the terminal; where there is none, each stays one line."""
    for line in lines:
        if console.is_terminal:
            console.print(laid_out(line))
        else:
            console.print(Text(" " * line.indent) + _text(line), soft_wrap=True)


def laid_out(line: Line) -> Padding:
    """A line, to be wrapped as far as it is indented."""
    return Padding(_text(line), (0, 0, 0, line.indent), expand=False)


def _text(line: Line) -> Text:
    return line.words if isinstance(line.words, Text) else Text(safe(line.words), line.style)


def card(item: Item, review: Review, *, left: int, in_bold: bool, is_again: bool) -> Iterator[Line]:
    """A fact in words, its fields, its evidence in its paragraph, and what was decided on it before.

    Args:
        item: what is to be decided.
        review: the review under way.
        left: how many things are left to decide, this one included.
        in_bold: whether bold letters can be seen.
        is_again: whether it was shown just before; then its evidence is left out.
    """
    kind = KINDS[prefix_of(item.target)]
    yield Line("", 0)
    yield Line(" · ".join([f"{left} left", kind, *filter(None, [REASONS.get(item.reason)])]), 0, "dim")
    if item.record is not None:
        names = review.names_for(item)
        yield Line(sentence(item.record, names), 0, "bold")
        yield from map(Line, _beside(item, review, names))
        yield Line(" · ".join(_fields(item.record, names)), 2, "dim")
    if not is_again:
        with_before = isinstance(item.record, TOLD_FURTHER_UP)
        yield from evidence(item.reports, review.articles, in_bold=in_bold, with_before=with_before)
    yield Line(_known(item), 2, "dim")
    if item.alike:
        yield Line(f"told alike, and not asked about once this is decided: {', '.join(item.alike)}", 2, "dim")
    for mark in review.reviewed.marks.get(item.target, ()):
        yield Line(_decided(mark), 2, "green")
    stale = [item.stale] if item.stale else [s for s in review.reviewed.stale if s.decision.target == item.target]
    for one in stale:
        before = _decision(one.placed.decision, review.names_for(item))
        yield Line(f"decided before: {before}", 2, "yellow")
        yield Line(str(one.problem), 2, "yellow")


def evidence(
    reports: Iterable[Report[Record]], articles: Mapping[str, Article], *, in_bold: bool, with_before: bool
) -> Iterator[Line]:
    """The paragraphs that evidence stands in, by article; with `with_before` also the paragraph before each."""
    found = list(passages(reports, articles))
    for article, several in groupby(found[:MOST_PASSAGES], key=lambda passage: passage.article):
        yield Line(_title(articles[article]), 2, "italic")
        above = None
        for passage in several:
            if with_before and passage.before not in ("", above):
                yield Line(passage.before, 4, "dim")
            yield Line(marked(passage, in_bold=in_bold), 4)
            above = passage.text
    if (more := len(found) - MOST_PASSAGES) > 0:
        yield Line(f"and {more} more paragraph{'s' if more > 1 else ''}", 4, "dim")


def _beside(item: Item, review: Review, names: Names) -> Iterator[str]:
    """The claims that a claim is told in, that it answers and that answer it, in the articles that have it."""
    articles = {report.article for report in item.reports}
    claims = [one for facts in review.reviewed.story.articles if facts.article.id in articles for one in facts.claims]
    own = [report.record for report in item.reports if isinstance(report.record, Claim)]
    outer, answered = {claim.nested_in for claim in own}, {one for claim in own for one in answers_of(claim)}
    for claim in dict.fromkeys(claims):
        if claim.id in outer:
            yield f"told by: {sentence(claim, names)}"
        elif claim.id in answered:
            yield f"answers: {sentence(claim, names)}"
        elif item.target in answers_of(claim):
            yield f"answered by: {sentence(claim, names)}"


def _fields(record: Record, names: Names) -> Iterator[str]:
    """What the record says field by field, by the names that a decision has for them."""
    for field, value in record.model_dump(mode="json", by_alias=True, exclude=LEFT_OUT).items():
        words = "nothing" if value in (None, [], {}) else in_words(value, names)
        if words != "nothing":
            yield f"{field}: {words}"


def _title(article: Article) -> str:
    known = (article.title or article.path, article.publisher, article.published)
    return ", ".join(str(part) for part in known if part)


def _known(item: Item) -> str:
    grades = {str(grade): None for r in item.reports if (grade := getattr(r.record, "confidence", None))}
    return f"{item.target}, confidence: {' and '.join(grades)}" if grades else item.target


def _decided(mark: Mark) -> str:
    change = f" {mark.field}: {mark.old or 'nothing'} → {mark.new or 'nothing'}" if mark.field else ""
    return _signed(f"{mark.op}{change}", mark.why, mark.by, mark.on)


def _decision(decision: Decision, names: Names) -> str:
    return _signed(_done(decision, names), decision.why, decision.by, decision.on)


def _done(decision: Decision, names: Names) -> str:
    expected, value = (in_words(one, names) for one in (decision.expect, decision.value))
    match decision.op:
        case ReviewOp.ADD if isinstance(decision.value, dict) and decision.field in ADDABLE:
            return f"add to {decision.field}: {sentence(unfinished(decision.field, decision.value), names)}"
        case ReviewOp.CONFIRM if decision.field:
            return f"confirm {decision.field}: {expected}"
        case ReviewOp.SET:
            return f"set {decision.field}: {expected} → {value}"
        case ReviewOp.RENAME:
            return f"rename to {value}"
        case ReviewOp.MERGE | ReviewOp.SPLIT | ReviewOp.DISTINCT:
            return f"{decision.op}: {names.get(decision.target, decision.target)}, {in_words(decision.into, names)}"
        case _:
            return str(decision.op)


def _signed(words: str, why: str | None, by: str | None, on: str | None) -> str:
    signature = ", ".join(filter(None, (by, on)))
    return words + (f", because {why}" if why else "") + (f" ({signature})" if signature else "")
