"""Claims in claims: what is denied to have been said goes, and no claim is told within one that went."""

from typing import cast

from generator.extract.claims.nesting import with_nesting, without_denied
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span
from generator.model.words import Act, Attribution, Mode

TEXT = "Ann denied promising that claims that Bob lied were read."


class Quoted:
    def quote(self, span: Span) -> str:
        return TEXT[slice(*span)]


def claim(cue: str, content: str, act: Act = Act.STATEMENT) -> ClaimFinding:
    spans = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in (cue, content)]
    shared = {"attribution": Attribution.UNNAMED, "mode": Mode.INDIRECT}
    return ClaimFinding(id=cue, act=act, cue=(spans[0],), content=(spans[1],), **shared)  # type: ignore[arg-type]


def test_a_claim_within_one_that_is_not_told_stands_in_the_next_around_it() -> None:
    told = with_nesting(
        (
            claim("denied", "promising that claims that Bob lied were read", Act.DENIAL),
            claim("promising", "claims that Bob lied were read"),
            claim("claims", "Bob lied"),
        )
    )
    assert [(one.id, one.nested_in) for one in told] == [
        ("denied", None),
        ("promising", "denied"),
        ("claims", "promising"),
    ]
    kept = without_denied(cast(Document, Quoted()), told)
    assert [(one.id, one.nested_in) for one in kept] == [("denied", None), ("claims", "denied")]
