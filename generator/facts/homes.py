"""Layer 1, review: a decision whose record has another id by now comes in, the same on the record that it is goes out.

A record is the same one if what its meaning hangs on is the same, if its own words are the same or nearly so, and if
its evidence is, or stands in the same place of its article. Where more than one fits, none is taken.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from generator.facts.added import unfinished
from generator.facts.as_read import evidence_of, fields_of, placed_records, single_names, words_of
from generator.facts.fields import said
from generator.facts.kinds import prefix_of
from generator.facts.nearest import of_gone_record
from generator.facts.wording import Wording, compared
from generator.model.article import Article
from generator.model.evidence import locate
from generator.model.facts import Story
from generator.model.ids import HASH_LENGTH, digest, fold
from generator.model.records import Claim, Evidence, Record, is_id
from generator.model.review import AsRead, Decision
from generator.model.words import ReviewOp

NEARLY = "the decision on {old} now goes to {new}: its words are nearly the same"
MOVED = (
    "what was added to {old} is now added to {new}: the evidence stands there; write “target: {new}”, so that it stays"
)
KEPT = "the words of {target} are nearly, not quite, those that were decided on"
ANEW = "look at it again, then decide anew, or comment the decision out"
TELLING = 5
"""Words from which on a quotation is not likely to stand in another article too."""
OF_A_SINGLE_NAME = re.compile(rf"(per-[a-z0-9]+)-([0-9a-f]{{{HASH_LENGTH}}})")
"""The id of somebody with a single name, made of that and a hash with the article; or, it may seem, of Ann Decade."""
Placed = tuple[str, Record]
"""A record and the article that it stands in."""


class Home(NamedTuple):
    """Where a decision goes.

    Attributes:
        target: the record that it is on now.
        note: what a person has to be told of that, if anything.
        problem: why a person has to look at it again, and what to do then, if so.
    """

    target: str
    note: str | None = None
    problem: tuple[str, str] | None = None


class Homes:
    """Finds the records of decisions.

    Args:
        story: the machine's reading.
        own_ids: resolved ids by those that articles' own files have.
        articles: every article by id.
    """

    def __init__(self, story: Story, own_ids: Mapping[str, str], articles: Mapping[str, Article]) -> None:
        self._story = story
        self._own_ids = own_ids
        self._articles = articles

    def of(self, decision: Decision) -> Home:
        """Where a decision goes: its own target where that is there or nobody wrote down what it was made on."""
        read, target = decision.as_read, decision.target
        if decision.op is ReviewOp.ADD:
            return self._article(decision)
        if read is None:
            return Home(target)
        if prefix_of(target) == "per":
            return self._of_a_single_name(read, target)
        there = [record for _, record in self._by_kind[prefix_of(target)] if record.id == target]
        wording = min((self._reworded(read, record) for record in there), default=Wording.OTHER)
        if wording is not Wording.OTHER:
            note = KEPT.format(target=target) if wording is Wording.NEARLY else None
            return Home(target, note, self._has_changed(decision, read, there))
        near = [record for _, record in self._near(read, target)]
        return self._same(read, target) or Home(
            target, problem=_of_other_words(read, there) or of_gone_record(read, target, near)
        )

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Placed]]:
        found: dict[str, list[Placed]] = defaultdict(list)
        for article, record in placed_records(self._story):
            found[prefix_of(record.id)].append((article, record))
        return found

    def _near(self, read: AsRead, target: str) -> list[Placed]:
        """The records of a decision's kind in its article, or in any where that has gone."""
        is_there = any(facts.article.id == read.article for facts in self._story.articles)
        return [one for one in self._by_kind[prefix_of(target)] if one[0] == read.article or not is_there]

    def _reworded(self, read: AsRead, record: Record) -> Wording:
        """How like a record's words are to those decided on; a claim alone can have others under the same id."""
        if not isinstance(record, Claim):
            return Wording.SAME
        return compared(_content(read, record), " ".join(record.content), self._is_used)

    def _has_changed(self, decision: Decision, read: AsRead, records: Sequence[Record]) -> tuple[str, str] | None:
        """What a whole record was confirmed with and has no more; a field that is decided on has its `expect`."""
        if decision.op is not ReviewOp.CONFIRM or decision.field is not None:
            return None
        changed = [self._changed_field(read, record) for record in records]
        field, now = changed[0], fields_of(records[0])
        if field is None or None in changed:
            return None
        was = said(read.fields.get(field))
        problem = f"{field} of {decision.target} was {was} when it was confirmed and is now {said(now.get(field))}"
        return problem, "look at it again, then confirm it anew"

    def _changed_field(self, read: AsRead, record: Record) -> str | None:
        """The first field that a record's meaning hangs on and that is another now; None where there is none."""
        now = fields_of(record)
        keys = (*read.fields, *(key for key in now if key not in read.fields))
        was = {key: self._today(read.fields.get(key), read.article) for key in keys}
        return next((key for key in keys if was[key] != self._today(now.get(key), read.article)), None)

    def _today(self, value: Any, article: str) -> Any:
        """A field's value with the ids that people and organizations have in the story.

        In one article, or in the same words of it under another name, nobody else has the same single name.
        """
        if isinstance(value, list):
            return [self._today(one, article) for one in value]
        if isinstance(value, str) and is_id(value):
            return self._own_ids.get(value) or self._single_name(value, article) or value
        return value

    def _single_name(self, person: str, article: str) -> str | None:
        """The id that somebody with a single name has in an article; None where it is no such person's.

        A hash mostly has a figure, which no surname has.
        """
        match = OF_A_SINGLE_NAME.fullmatch(person)
        if match is None:
            return None
        own, end = match.groups()
        articles = (article, *(facts.article.id for facts in self._story.articles)) if end.isalpha() else ()
        return own if articles == () or any(digest(own, one) == end for one in articles) else None

    def _same(self, read: AsRead, target: str) -> Home | None:
        """The one record that a decision is on."""
        fitting: dict[str, Wording] = {}
        for article, record in self._near(read, target):
            if self._changed_field(read, record) is None:
                wording = self._wording(read, article, record)
                fitting[record.id] = min(wording, fitting.get(record.id, Wording.OTHER))
        for wording in (Wording.SAME, Wording.NEARLY):
            found = [one for one, its in fitting.items() if its is wording]
            if len(found) == 1:
                note = None if wording is Wording.SAME else NEARLY.format(old=target, new=found[0])
                return Home(found[0], note)
            if found:
                return None
        return None

    def _of_a_single_name(self, read: AsRead, target: str) -> Home:
        """Who had a single name: whoever has it in the same article, or where what was told of them stands now."""
        known = single_names(self._story)
        if target in known:
            return Home(target)
        is_there = any(facts.article.id == read.article for facts in self._story.articles)
        places = {read.article} if is_there else {*self._having(read.evidence)}
        found = {
            person.id
            for facts in self._story.articles
            for person in facts.people
            if facts.article.id in places and person.id in known and [fold(person.name)] == [*map(fold, read.words)]
        }
        return Home(found.pop()) if len(found) == 1 else Home(target, problem=of_gone_record(read, target, ()))

    def _article(self, decision: Decision) -> Home:
        """The article that a fact is added to: where that has gone, the one that alone has all that it quotes."""
        target = decision.target
        if any(facts.article.id == target for facts in self._story.articles):
            return Home(target)
        value = decision.value if isinstance(decision.value, dict) else {}
        found = self._having(tuple(evidence_of(unfinished(str(decision.field), value))))
        return Home(found[0], MOVED.format(old=target, new=found[0])) if len(found) == 1 else Home(target)

    def _having(self, evidence: Sequence[Evidence]) -> list[str]:
        """The articles that have some evidence, if that is so long that it tells one from others."""
        if sum(len(one.exact.split()) for one in evidence) < TELLING:
            return []
        texts = ((key, article.text) for key, article in self._articles.items())
        return [key for key, text in texts if all(locate(one, text) for one in evidence)]

    def _wording(self, read: AsRead, article: str, record: Record) -> Wording:
        own = compared(" ".join(read.words), " ".join(words_of(record)), self._is_used)
        return own if own is Wording.OTHER else max(own, self._evidence(read, article, tuple(evidence_of(record))))

    def _evidence(self, read: AsRead, article: str, evidence: Sequence[Evidence]) -> Wording:
        """How like evidence is; the same where it stands in the same place, as when it is cut out otherwise."""
        text = self._articles[article].text if article in self._articles else ""
        old, new = ([locate(one, text) for one in several] for several in (read.evidence, evidence))
        if all(a and any(b and a[0] < b[1] and b[0] < a[1] for b in new) for a in old):
            return Wording.SAME
        if len(evidence) != len(read.evidence):
            return Wording.OTHER
        pairs = zip(read.evidence, evidence, strict=True)
        return max(compared(was.exact, now.exact, self._is_used) for was, now in pairs)

    def _is_used(self, word: str) -> bool:
        """Whether any article has a word."""
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        return any(pattern.search(article.text) for article in self._articles.values())


def _of_other_words(read: AsRead, there: Sequence[Record]) -> tuple[str, str] | None:
    """That a claim's words are others than those that were decided on, and what to do; None where it is not there."""
    for claim in there:
        assert isinstance(claim, Claim), claim
        was, now = said(_content(read, claim)), said(" ".join(claim.content))
        return f"the words of {claim.id} were {was} when it was decided on and are now {now}", ANEW
    return None


def _content(read: AsRead, claim: Claim) -> str:
    """What a claim was read to say; its id says that its source and cue, which may stand before that, are the same."""
    words = list(read.words)
    for known in filter(None, (claim.source, claim.cue)):
        words = words[1:] if len(words) > 1 and fold(words[0]) == fold(known) else words
    return " ".join(words)
