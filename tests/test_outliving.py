"""Decisions outlive everything: any sequence of edits, builds, crashes, upgrades and decisions loses none of them.

The extractor is a stub here, which finds a claim in each line such as “Ann Lee said: the bridge would close.”
"""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import settings as how_often
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from generator import refresh as stage
from generator.errors import ReviewError
from generator.extracting import reading
from generator.facts import FactsCheck, apply
from generator.facts.homes import Homes
from generator.facts.review_file import ReviewFile
from generator.facts.reviewing import Review
from generator.model.article import Article
from generator.model.evidence import evidence_for
from generator.model.facts import ArticleFacts
from generator.model.ids import name_id, record_id
from generator.model.names import sort_name
from generator.model.records import ArticleRecord, Claim, Person
from generator.model.review import Decision
from generator.model.words import Act, Attribution, Mode, ReviewOp
from generator.refresh import Refreshed, refresh
from generator.settings import Settings

LINE = re.compile(r"^(?P<name>\w+ \w+) said: (?P<words>.+)\.$", re.MULTILINE)
NAMES = ["Ann Lee", "Bo Ray", "Cy Ode"]
SENTENCES = ["the library would open in 30 days", "the council had received nothing", "every teacher would be paid"]
# What an editor makes of a sentence; those whose meaning stays come first.
TYPOS = [("library", "libary"), ("council", "counicl"), ("teacher", "techer"), ("the ", "that the ")]
TURNS = [("30", "13"), ("would", "would not"), ("had", "never had"), *zip(NAMES, [*NAMES[1:], NAMES[0]], strict=True)]
OPS = ["confirm", "reject", "note", "set", "confirm act"]


class Crash(BaseException):
    """The machine stops."""


def reader(version: int) -> Any:
    """The stub; another version of it calls a source by its surname, so that every claim gets another id."""

    def read(article: Article, pipeline: str | None = None) -> ArticleFacts:
        people: dict[str, Person] = {}
        claims: dict[str, Claim] = {}
        for found in LINE.finditer(article.text):
            name, words = found["name"], found["words"]
            source = name.split()[-1] if version % 2 else name
            evidence = (evidence_for(article.text, found.span()),)
            person = Person(id=name_id("per", name), name=name, sort_name=sort_name(name), evidence=evidence)
            people.setdefault(person.id, person)
            claim = Claim(
                id=record_id("clm", source, source, "said", words),
                speaker=person.id,
                attribution=Attribution.NAMED_PERSON,
                mode=Mode.INDIRECT,
                act=Act.STATEMENT,
                source=source,
                cue="said",
                content=(words,),
                evidence=evidence,
            )
            claims.setdefault(claim.id, claim)
        known = {"id": article.id, "path": article.path, "sha256": article.sha256, "extractor": str(version)}
        record = ArticleRecord(**known)
        return ArticleFacts(article=record, people=tuple(people.values()), claims=tuple(claims.values()))

    return read


@contextlib.contextmanager
def failing_at(moment: int) -> Iterator[None]:
    """The disk fails at the n-th time that something is made sure of, moved into place or removed."""
    left = [moment]

    def counted(call: Any) -> Any:
        def called(*args: Any, **kwargs: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                raise Crash
            return call(*args, **kwargs)

        return called

    with (
        patch.object(os, "fsync", counted(os.fsync)),
        patch.object(Path, "replace", counted(Path.replace)),
        patch.object(Path, "unlink", counted(Path.unlink)),
        contextlib.suppress(Crash),
    ):
        yield


class Desk(RuleBasedStateMachine):
    """An editor, a program and a disk."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings(project=Path(tempfile.mkdtemp()))
        self.desk = self.settings.review_folder / "desk.yml"
        self.kept = b""
        self.version = 0
        self.made: dict[str, tuple[str | None, str]] = {}
        self.mocks = contextlib.ExitStack()
        self.mocks.enter_context(patch.object(stage, "extractor_version", lambda pipeline: str(self.version)))
        self.mocks.enter_context(patch.object(reading, "extract", lambda *args: reader(self.version)(*args)))

    def teardown(self) -> None:
        self.mocks.close()
        shutil.rmtree(self.settings.project)

    @initialize()
    def begin(self) -> None:
        self.write("a", [f"{name} said: {words}." for name, words in zip(NAMES, SENTENCES, strict=True)])
        self.write("b", ["Bo Ray said: it rained."])

    # What an editor does to seeds.

    @property
    def seeds(self) -> list[str]:
        return sorted(path.stem for path in self.settings.seeds_folder.glob("*.txt"))

    def write(self, seed: str, lines: list[str]) -> None:
        self.settings.seeds_folder.mkdir(exist_ok=True)
        (self.settings.seeds_folder / f"{seed}.txt").write_text("\n".join([*lines, "End."]) + "\n", encoding="utf-8")

    def lines(self, seed: str) -> list[str]:
        return (self.settings.seeds_folder / f"{seed}.txt").read_text(encoding="utf-8").splitlines()[:-1]

    @rule(data=st.data(), name=st.sampled_from(NAMES), words=st.sampled_from(SENTENCES))
    def insert_a_line(self, data: st.DataObject, name: str, words: str) -> None:
        seed = data.draw(st.sampled_from(self.seeds))
        lines = self.lines(seed)
        at = data.draw(st.integers(0, len(lines)))
        self.write(seed, [*lines[:at], f"{name} said: {words}.", *lines[at:]])

    @rule(data=st.data())
    def reorder_lines(self, data: st.DataObject) -> None:
        seed = data.draw(st.sampled_from(self.seeds))
        self.write(seed, data.draw(st.permutations(self.lines(seed))))

    @rule(data=st.data(), edits=st.sampled_from([TYPOS, TURNS]))
    def edit_a_line(self, data: st.DataObject, edits: list[tuple[str, str]]) -> None:
        seed = data.draw(st.sampled_from(self.seeds))
        lines = self.lines(seed)
        both_ways = [*edits, *((new, old) for old, new in edits)]
        can_be = [(at, edit) for at, line in enumerate(lines) for edit in both_ways if edit[0] in line]
        if can_be:
            at, (old, new) = data.draw(st.sampled_from(can_be))
            lines[at] = lines[at].replace(old, new, 1)
            self.write(seed, lines)

    @rule(data=st.data(), name=st.sampled_from("abcd"))
    def rename_a_seed(self, data: st.DataObject, name: str) -> None:
        seed = data.draw(st.sampled_from(self.seeds))
        if name not in self.seeds:
            (self.settings.seeds_folder / f"{seed}.txt").rename(self.settings.seeds_folder / f"{name}.txt")

    @rule()
    def upgrade_the_program(self) -> None:
        self.version += 1

    # What the program and the disk do.

    @rule()
    def build(self) -> None:
        refresh(self.settings)
        before = contents(self.settings.project)
        again = refresh(self.settings)
        assert (again.read, again.changed) == ((), ())
        assert contents(self.settings.project) == before
        assert FactsCheck(self.settings.facts_folder).finish(again.articles) == ()
        self.no_decision_is_lost_or_goes_to_other_words()

    @rule(moment=st.integers(1, 30))
    def crash_in_a_build(self, moment: int) -> None:
        with failing_at(moment):
            refresh(self.settings)
        self.no_decision_is_lost_or_goes_to_other_words()

    # What an editor decides.

    @rule(data=st.data(), op=st.sampled_from(OPS), moment=st.integers(0, 3))
    def decide(self, data: st.DataObject, op: str, moment: int) -> None:
        refreshed = refresh(self.settings)
        claims = {claim.id: claim for facts in refreshed.reviewed.story.articles for claim in facts.claims}
        if claims:
            claim = claims[data.draw(st.sampled_from(sorted(claims)))]
            self.add(refreshed, self.decision(op, claim), claim, moment)
        self.no_decision_is_lost_or_goes_to_other_words()

    def decision(self, op: str, claim: Claim) -> Decision:
        fields: dict[str, Any] = {"target": claim.id, "op": op.split()[0], "why": f"reason {len(self.made)}"}
        if op == "set":
            others = [act for act in (Act.DEMAND, Act.ALLEGATION) if act is not claim.act]
            fields |= {"field": "act", "expect": str(claim.act), "value": str(others[0])}
        elif op == "confirm act":
            fields |= {"field": "act", "expect": str(claim.act)}
        return Decision.model_validate(fields)

    def add(self, refreshed: Refreshed, decision: Decision, claim: Claim, moment: int) -> None:
        file = ReviewFile(
            self.desk, folder=self.settings.review_folder, project=self.settings.project, first_line="# ours"
        )
        review = Review(
            story=refreshed.story,
            reviewed=refreshed.reviewed,
            decisions=refreshed.decisions,
            own_ids=refreshed.own_ids,
            articles=refreshed.articles,
            file=file,
        )
        with failing_at(moment), contextlib.suppress(ReviewError):
            review.decide(decision)
        written = self.desk.read_bytes() if self.desk.exists() else b""
        assert written.startswith(self.kept)
        if decision.why and decision.why.encode() in written[len(self.kept) :]:
            self.made[decision.why] = (claim.speaker, claim.content[0])
        self.kept = written

    @precondition(lambda self: self.made)
    @rule(data=st.data(), op=st.sampled_from(["confirm", "reject", "note"]))
    def decide_by_hand(self, data: st.DataObject, op: str) -> None:
        """Decide by hand on what may have gone, without a word of what it was."""
        target = data.draw(st.sampled_from([one.decision.target for one in refresh(self.settings).decisions]))
        why = f"reason {len(self.made)}"
        self.made[why] = (None, "")
        self.kept += f"- {{target: {target}, op: {op}, why: {why}}}\n".encode()
        self.desk.write_bytes(self.kept)
        self.no_decision_is_lost_or_goes_to_other_words()

    # What holds whatever they do.

    def no_decision_is_lost_or_goes_to_other_words(self) -> None:
        assert (self.desk.read_bytes() if self.desk.exists() else b"") == self.kept
        refreshed = refresh(self.settings, frozen=True)
        assert refreshed.errors == ()
        assert [one.decision.why for one in refreshed.decisions] == list(self.made)
        reviewed = refreshed.reviewed
        told = {mark.why for marks in reviewed.marks.values() for mark in marks}
        told |= {one.placed.decision.why for one in reviewed.stale}
        told |= {note.against.decision.why for note in reviewed.notes if note.against}
        untold = [place for place, one in enumerate(refreshed.decisions) if one.decision.why not in told]
        assert [refreshed.decisions[place] for place in untold if not is_said_again(place, refreshed)] == []
        claims = {claim.id: claim for facts in refreshed.story.articles for claim in facts.claims}
        for target, marks in reviewed.marks.items():
            for speaker, words in (self.made[str(mark.why)] for mark in marks):
                assert speaker in (None, claims[target].speaker)
                assert speaker is None or telling(words) == telling(claims[target].content[0])


def is_said_again(place: int, refreshed: Refreshed) -> bool:
    """Whether a later decision on the same record rejects it too, or says anew what did not fit even before."""
    homes = Homes(refreshed.story, refreshed.own_ids, refreshed.articles)
    decision, up_to_it = refreshed.decisions[place].decision, refreshed.decisions[: place + 1]
    target = homes.of(decision).target
    later = [one.decision for one in refreshed.decisions[place + 1 :] if homes.of(one.decision).target == target]
    if decision.op is ReviewOp.REJECT and any(one.op is ReviewOp.REJECT for one in later):
        return True
    then = apply(refreshed.story, up_to_it, own_ids=refreshed.own_ids, articles=refreshed.articles)
    return bool(later) and any(one.placed is up_to_it[-1] for one in then.stale)


def telling(words: str) -> str:
    """A sentence without what makes no difference to its meaning."""
    for right, wrong in TYPOS[:-1]:
        words = words.replace(right, wrong)
    return re.sub(r"\b(?:that )+the\b", "the", words)  # an editor may put it in twice


def contents(folder: Path) -> dict[Path, tuple[bytes, int]]:
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()}


TestDesk = Desk.TestCase
TestDesk.settings = how_often(max_examples=20, stateful_step_count=30, deadline=None)
