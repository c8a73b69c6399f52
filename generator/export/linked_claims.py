"""Layer 3: claims as JSON-LD (schema.org's Quotation and Claim): never without what denies them, never with a verdict.

schema.org has no term for a denial: it is a work of genre “denial” that is about the claim, as `subjectOf` of it.
"""

from collections.abc import Iterable
from typing import Any

from generator.export import telling
from generator.export.publication import Publication
from generator.pages.views.values import DENIALS, Brief, ClaimView, Name, Proof

Json = dict[str, Any]


class ClaimNodes:
    """Makes the nodes of one page's claims."""

    def __init__(self, site: Publication, page: str) -> None:
        self._site = site
        self._page = page
        self._words = site.words

    def claim(self, claim: ClaimView) -> Json:
        """A claim with its answers, what it answers, what it is told within, and the denied claims it tells of."""
        node = self.brief(claim.brief)
        answered = [self.brief(b) | {"subjectOf": _same(node)} for b in claim.answered]
        wholes = [node.pop("isPartOf", None), self._teller(claim.told_by[0])] if claim.told_by else []
        about = [*node.pop("about", ()), *self.names(claim.about), *answered]
        answers = [self.brief(b) | {"about": _same(node)} for b in claim.answers]
        told_of = self.denied(claim.proofs)
        return node | known(about=about, subjectOf=answers, mentions=told_of, isPartOf=[w for w in wholes if w])

    def denied(self, proofs: Iterable[Proof]) -> list[Json]:
        """The denied claims that quotations tell of, with the first of their denials."""
        return [
            self.brief(claim) | {"subjectOf": [self.brief(denial) for denial in denials[:DENIALS]]}
            for claim, denials in telling.denied_in(proofs)
        ]

    def brief(self, brief: Brief) -> Json:
        """A claim in short: only what somebody said themselves, told by the article itself, is given to an author."""
        is_quotation = brief.mode == "direct" and not brief.is_unsaid
        speakers = self.names(brief.source.speakers)
        spoken = "spokenByCharacter" if is_quotation else "author"
        is_theirs = not brief.is_unsaid and not brief.told_by
        return {"@type": "Quotation" if is_quotation else "Claim"} | known(
            **{"@id": self._site.address(brief.page, self._page)},
            text=telling.sentence(brief, self._words) if brief.is_unsaid else telling.content(brief),
            genre=self._words["acts"][brief.act],
            creditText=telling.credit(brief, self._words),
            creativeWorkStatus=self._words["marks"]["doubt"] if brief.is_doubtful else None,
            **{spoken if is_theirs else "about": speakers},
            **{"isPartOf" if is_quotation else "appearance": self.article(brief.article)},
        )

    def _teller(self, outer: Brief) -> Json:
        """The claim that another is told within, without its words, which would need their own answers beside them."""
        node = self.brief(outer)
        return {name: value for name, value in node.items() if name not in ("text", "about")}

    def names(self, names: Iterable[Name]) -> list[Json]:
        """People and organizations, by identity and name."""
        return [self.name(name) for name in names]

    def name(self, name: Name) -> Json:
        """Somebody by identity and name; an article's words for nobody known are a Thing."""
        types = {"per": "Person", "org": "Organization"}
        return known(**{"@type": types.get(name.id[:3], "Thing"), "@id": self._site.identity(name, self._page)}) | {
            "name": name.words
        }

    def article(self, article: Name) -> Json:
        """An article by identity."""
        return known(**{"@type": "NewsArticle", "@id": self._site.identity(article, self._page)})


def _same(node: Json) -> Json:
    return {"@id": node["@id"]}


def known(**properties: Any) -> Json:
    """A node's properties without those that have no value."""
    return {name: value for name, value in properties.items() if value not in (None, [], "")}
