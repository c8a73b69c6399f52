"""How far a finding is to be relied on is told from what is true of it, for what the shipped pipeline read alone."""

from dataclasses import replace

import spacy
from spacy.tokens import Doc, Span

from generator.extract.confidence import HIGH, MEDIUM, Signs, grade, graded
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Findings, PersonFinding, RoleFinding
from generator.model.words import Act, Attribution, Confidence, Mode

WORDS = ["Mayor", "Ann", "Lee", "has", "said", "no", "."]
ROLE = RoleFinding(role="Mayor", spans=((0, 5),))
PERSON = PersonFinding(id="per-ann-lee", name="Ann Lee", forms=("Ann Lee",), roles=(ROLE,), spans=((6, 13),))
CLAIM = ClaimFinding(
    id="clm-ann-lee-1",
    speaker="per-ann-lee",
    attribution=Attribution.NAMED_PERSON,
    mode=Mode.INDIRECT,
    act=Act.STATEMENT,
    source=((0, 13),),
    cue=((14, 22),),
    content=((23, 25),),
)
FINDINGS = Findings(people=(PERSON,), claims=(CLAIM,))


def document(*, shipped: bool = True) -> Document:
    lemmas = ["Mayor", "Ann", "Lee", "have", "say", "no", "."]
    doc = Doc(spacy.blank("en").vocab, words=WORDS, lemmas=lemmas)
    doc.ents = (Span(doc, 1, 3, label="PERSON"),)
    return Document(doc, shipped=shipped)


def test_a_likelihood_has_one_of_three_grades() -> None:
    assert [grade(likely) for likely in (1.0, HIGH, MEDIUM, 0.0)] == [
        Confidence.HIGH,
        Confidence.HIGH,
        Confidence.MEDIUM,
        Confidence.LOW,
    ]


def test_what_is_true_of_a_finding_is_told_in_names() -> None:
    signs = Signs(document(), FINDINGS)
    assert {"person recognised True", "person speaks True", "person 2 words"} <= set(signs.of(PERSON))
    assert {"role ends with mayor", "role tense current"} <= set(signs.of(ROLE))
    assert {"claim cue say", "claim indirect named-person", "claim 1 pieces"} <= set(signs.of(CLAIM))


def test_a_person_whom_the_recognizer_does_not_see_is_believed_less() -> None:
    seen, unseen = document(), document()
    unseen.doc.ents = ()
    assert "person recognised False" in Signs(unseen, FINDINGS).of(PERSON)
    assert grade_of(seen, PERSON) is Confidence.HIGH
    assert grade_of(unseen, replace(PERSON, roles=())) is not Confidence.HIGH


def grade_of(read: Document, person: PersonFinding) -> Confidence:
    return graded(read, Findings(people=(person,))).people[0].confidence


def test_nothing_is_said_of_what_another_pipeline_read() -> None:
    assert graded(document(shipped=False), FINDINGS) == FINDINGS
