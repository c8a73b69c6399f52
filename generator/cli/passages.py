"""Layer 4, `explainer review`: a fact's reports come in, the paragraphs that their evidence stands in go out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.text import Text

from generator.escape import plain
from generator.model.article import Article
from generator.model.evidence import Span, locate
from generator.model.facts import Report
from generator.model.records import Discrepancy, Evidence, Record

BEGIN, END = "»", "«"
"""What evidence stands between where it cannot be shown in bold."""


@dataclass(frozen=True)
class Passage:
    """A paragraph of an article, or several that a quotation runs over, the one before, and where evidence stands."""

    article: str
    before: str
    text: str
    spans: tuple[Span, ...]


def passages(reports: Iterable[Report[Record]], articles: Mapping[str, Article]) -> Iterator[Passage]:
    """The paragraphs that some reports' evidence stands in, each once."""
    found: dict[tuple[str, Span], list[Span]] = {}
    for article, evidence in (one for report in reports for one in _evidence(report)):
        text = articles[article].text if article in articles else ""
        span = locate(evidence, text)
        if span is not None:
            start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
            found.setdefault((article, (start, len(text) if end < 0 else end)), []).append(span)
    for (article, (start, end)), spans in found.items():
        moved = tuple(sorted((first - start, last - start) for first, last in spans))
        text = articles[article].text
        before = text[:start].rstrip("\n").rpartition("\n")[2]
        yield Passage(article, before, text[start:end], moved)


def marked(passage: Passage, *, in_bold: bool) -> Text:
    """A passage on one line, safe to show, its evidence in bold or between marks."""
    text, at = Text(), 0
    for start, end in passage.spans:
        begin = max(start, at)
        text.append(_safe(passage.text[at:begin]))
        if begin < end:
            words = _safe(passage.text[begin:end])
            text.append(words if in_bold else f"{BEGIN}{words}{END}", "bold" if in_bold else "")
            at = end
    return text.append(_safe(passage.text[at:]))


def _evidence(report: Report[Record]) -> list[tuple[str, Evidence]]:
    if isinstance(report.record, Discrepancy):
        return [(value.article, value.evidence) for value in report.record.values]
    return [(report.article, one) for one in getattr(report.record, "evidence", ())]


def _safe(words: str) -> str:
    return plain(re.sub(r"\s", " ", words))
