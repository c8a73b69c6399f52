"""Extraction of votes: a clause, its cue and the bodies of the sentence come in, who votes goes out, or None."""

import re
from dataclasses import replace
from functools import cache

from generator.extract.cast import Cast, MentionKind
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import Body, body_of, is_court, sits_anywhere, voting_body, works_by_votes
from generator.extract.votes.clauses import Clause
from generator.extract.votes.cue import Cue, Place
from generator.extract.votes.elections import WON
from generator.extract.votes.electorates import electorate, place_of
from generator.extract.votes.motion import BY_ALL
from generator.extract.votes.party_contests import (
    choosing_party,
    in_full,
    inner_contest,
    party_before,
    place_of_party,
    subject_party,
)
from generator.extract.votes.subjects import does_nothing, subject_head, voting_subject
from generator.extract.votes.things import strict_things
from generator.extract.votes.told_voters import (
    caller_off,
    choosing_body,
    holding_place,
    meeting_room,
    named_house,
    of_own_office,
    own_voters,
    people_of,
)
from generator.model.words import Classification, VoteStatus

# Those of a place or a body who choose, by what they are.
VOTERS = Pattern(r"\b(?:voters|residents|members|delegates)\b", re.IGNORECASE)
# The verbs of choosing, whose subject is who chooses: "the Assembly elected Ms Sarr".
ELECTS = Pattern(
    r"(?:(?:\w+ (?:to )?){0,3}?|(?:[\w’'-]+ ){1,12}?to )"
    r"(?:(?:re-?)?elect(?:s|ed|ing)?|choos(?:e|es|ing)|chose|pick(?:s|ed)?|select(?:s|ed)?"
    r"|voted(?: \w+ly)? for)\b",
    re.IGNORECASE,
)


# What may stand between a name and its verb.
NO_MORE = Pattern(r",?(?:\s(?:has|have|had|also|then|later|\w+ly|(?:on )?\w+day|(?:last|this) \w+))*\s*", re.IGNORECASE)
STARTS = Pattern(r"[^,;]*,\s|[\s\W]*(?:(?:and|but|when|after|while|the)\s)*", re.IGNORECASE)
# What is done by a body and not by some in one: "voted to", in favour or against only where all the people vote.
DECIDES = Pattern(r"(?:\w+ ){1,3}(?:[^.,;]{0,40} )?to (?!\d)[a-z]+", re.IGNORECASE)
# Where an organization's members decide for it: "in a ballot of its members, the Guild rejected".
OF_ITS = Pattern(r"\bballot of (?:its|the (?:union|guild|association|federation)['’]s) ", re.IGNORECASE)
# Whom only a council can have confidence in.
OF_MAYOR = Pattern(r"\bmayor\b", re.IGNORECASE)
# Where a council chooses its mayor.
AT_SITTING = Pattern(r"\bat (?:the|that|a) (?:same |council |special )?(?:sitting|meeting|session)\b", re.IGNORECASE)
# A further vote of a sitting of which the sentence before told.
SAME_SITTING = Pattern(r"\b(?:the|that) same (?:day|night|evening|meeting|sitting|session)\b", re.IGNORECASE)
# Who votes was told of in the sentence before: "Councillors removed their leader. They voted 9-4 for".
THEY_VOTED = Pattern(
    r"^\W*(?:they|members)(?: then| also| had)? (?:voted|divided|split)\b"
    r"|^\W*(?:it|they)(?: (?:then|also|later|has|had|will(?: also)?|(?:is|are) (?:also )?(?:due|expected|set) to))?"
    r" voted?\b",
    re.IGNORECASE,
)
# Where a party votes whose name stands elsewhere: "was thrown out at the party's spring conference".
AT_CONFERENCE = Pattern(r"\bat (?:the|its|their|his|her|[A-Z]\w+['’]s)(?: [\w’'-]+){0,3} conference\b", re.IGNORECASE)
# Before how a body ended something: "ended the deadlock by electing a speaker".
BY_CHOOSING = Pattern(r"\b(?:by|after) $")
NAME_REACH = 90
# Those who are counted, and a party's who sit in a house, which are no body: "25 members", "both MPs", "Green MPs".
SOME = Pattern(rf"(?:{NUMBER}|both|some|many|most|several|few) ", re.IGNORECASE)
SITTERS = Pattern(r"\b(?:MPs|MSPs|TDs|MLAs|[Mm]embers|[Ss]enators|[Cc]ouncill?ors|[Pp]eers|[Dd]eputies|[Ll]awmakers)$")
# Some who vote beside what else is told, of whom no verb before is said: "began with three parties voting out".
WITH_THOSE = Pattern(r"\bwith [^,.;]{2,90} $", re.IGNORECASE)
# What is told of an election by its holding: "for the Selby by-election, which will be held on".
CONTEST_BEFORE = Pattern(
    r"\b(?:by-?elections?|by-?polls?|elections?|primar(?:y|ies)|referendum|plebiscite|run-?off)(?:,? which)? $",
    re.IGNORECASE,
)
RECALL = Pattern(
    r"\b(?:effort|drive|campaign|petition|attempt) to recall\b|\brecall (?:election|effort|petition|vote)\b",
    re.IGNORECASE,
)
PARTY_ENDS = Pattern(r"(?: Party|s)$")
# What all the people vote in.
REFERENDUM = Pattern(r"\b(?:referendum|plebiscite)\b", re.IGNORECASE)
# What a party holds in one state or town after another.
PRIMARY = Pattern(r"primar|caucus", re.IGNORECASE)
# The election for which a party chooses.
FURTHER = Pattern(r"[,;]| (?:for|ahead of|before) (?:the|an?|its|next|this|his|her)\b| in (?:the )?(?:19|20)\d\d\b")
# Several places of which each has its own: "in Ohio, Utah and Maine".
LISTED = Pattern(r"(?:,|,? and) (?:the )?[A-Z]")


def who_votes(document: Document, cast: Cast, clause: Clause, cue: Cue, bodies: list[Body]) -> Body | None:
    """The body that votes; where that is "the party", the one that was named before."""
    body = _who_votes(document, cast, clause, cue, bodies)
    the_party = body and not body.entity and body.words.casefold() in ("the party", "his party", "her party")
    return (body and the_party and party_before(document, cast, body.span[0])) or body


def _who_votes(document: Document, cast: Cast, clause: Clause, cue: Cue, bodies: list[Body]) -> Body | None:
    """The body that votes; in an election one that is said to elect, else those of the place, else the subject."""
    at = clause.sentence[0] + cue.span[0]
    acts = not cue.brings and not _is_done_to(document, clause, cue, at, bodies)
    body = voting_body(bodies, clause.span, at, acts=acts, election=cue.election, past=cue.status is VoteStatus.HELD)
    if cue.ballot and (body is None or not VOTERS.search(body.words)):
        return electorate(cast, clause.text, (0, len(clause.text)), clause.start) or Body(clause.span, "electorate")
    if not cue.election:
        span = (at, at + cue.span[1] - cue.span[0])
        told = caller_off(document, cast, span) or _subject(document, cast, cue, at, bodies) or body
        if told is None and cue.status is VoteStatus.CALLED_OFF and inner_contest(clause.text, _near(clause, cue)):
            return _electorate(document, cast, clause, cue)
        held = told is None and CONTEST_BEFORE.search(clause.text, 0, max(0, at - clause.start)) is not None
        if held or (told is None and (REFERENDUM.search(document.text, *span) or RECALL.search(clause.text))):
            return electorate(cast, clause.text, _near(clause, cue), clause.start) or Body(clause.span, "electorate")
        return (
            (told if told and told.led is None else None)
            or own_voters(document, cast, clause.span)
            or told
            or meeting_room(clause.text, clause.start)
            or (None if cue.stance else people_of(document, span))
            or holding_place(document, cast, span)
            or (None if cue.stance or cue.place is Place.BEFORE else named_house(document, cast, span))
            or (_named_voter(document, cast, clause, at) if cue.votes or OF_ITS.search(clause.text) else None)
        )
    if body and body.led == "by" and body.span[1] <= at:
        body = None  # "Ms Vale, who was cleared by the committee, was elected"
    offset = clause.start - clause.sentence[0]
    elects = ELECTS.match(clause.text, max(0, cue.span[0] - offset)) is not None
    ends = clause.sentence[0] + cue.span[1]
    verb = max(at, document.text.rfind(" ", at, ends) + 1)  # of "will meet on Thursday to elect" the last
    elects = elects and not does_nothing(document, (verb, ends))
    if elects and BY_CHOOSING.search(clause.text, 0, max(0, cue.span[0] - offset)):
        return next((b for b in reversed(bodies) if b.span[1] <= at and works_by_votes(b)), None)
    if body and (body.led == "by" or (elects and NO_MORE.fullmatch(document.text, min(body.span[1], at), at))):
        return body
    if body and VOTERS.search(body.words) and body.led is None and body.span[1] <= at:
        return body
    if elects and (chooser := subject_party(document, cast, (at, ends)) or choosing_body(document, cast, (at, ends))):
        return chooser
    stood = (cue.share or cue.result is not None or WON.match(clause.text, max(0, cue.span[0] - offset))) and not elects
    # "The party won 32 of the 65 seats" tells who stood in an election, and not who voted.
    people = _electorate(document, cast, clause, cue)
    if people and people.words == "electorate":
        people = of_own_office(document, cast, (at, ends)) or people
    return people or (body if body and (body.led or not stood) else None)


def _is_done_to(document: Document, clause: Clause, cue: Cue, at: int, bodies: list[Body]) -> bool:
    """Whether what stands before the verb is what is voted on, and no body: "a motion against the board was lost"."""
    if cue.election or cue.place is not Place.BEFORE:
        return False
    if _motion_first().match(document.text, clause.start):
        return True
    span = (at, at + cue.span[1] - cue.span[0])
    head = subject_head(document, span)
    active = head is not None and any(body.span[0] <= head[0] < body.span[1] for body in bodies)
    return not active and does_nothing(document, span)


@cache
def _motion_first() -> Pattern:
    """What is voted on as the subject, whatever it would do: "An amendment that would have kept staff there fell"."""
    return Pattern(
        r"\W*(?:the|an?|another|one|his|her|its|their) (?:[\w’'-]+ ){0,4}?"
        rf"{strict_things().pattern}(?= (?:that|which|to)\b)",
        re.IGNORECASE,
    )


def _subject(document: Document, cast: Cast, cue: Cue, at: int, bodies: list[Body]) -> Body | None:
    """The body that the parse has as the subject of the verb; of the verb of voting, whoever that is."""
    span = (at, at + cue.span[1] - cue.span[0])
    before = document.quote((max(document.sentence_at(at)[0], at - NAME_REACH), at))
    apart = document.text.startswith("voting", at) and WITH_THOSE.search(before) is not None
    head = None if apart or cue.brings or cue.place is Place.BEFORE else subject_head(document, span)
    if head is None:
        alone = cue.votes and document.text.startswith("voting", at)  # "The court struck it down, voting 8-5 to"
        return next(
            (b for b in bodies if alone and b.span[1] <= at and not b.led and (is_court(b) or works_by_votes(b))), None
        )
    ahead = [body for body in bodies if body.span[1] <= at]
    near = [body for body in ahead if NO_MORE.fullmatch(document.quote((body.span[1], at)))]
    headed = [body for body in ahead if body.span[0] <= head[0] < body.span[1]]
    between = document.quote((headed[-1].span[1], at)) if headed else ","
    if near and "," not in between and not (sits_anywhere(headed[-1]) and near[-1].led == "in"):
        near = headed
    if own := near or headed:
        return own[-1] if works_by_votes(own[-1]) or cue.votes else None
    phrase = None if cue.stance else voting_subject(document, span)
    named = cast.within(phrase) if phrase else ()
    if phrase is None or any(m.entity and m.entity.startswith("per-") for m in named):
        return None
    if SOME.match(document.quote(phrase)):
        return None
    parties = {o.id for o in cast.organizations if o.classification is Classification.PARTY}
    if SITTERS.search(document.quote(phrase)) and any(m.entity in parties for m in named):
        return None
    place = named and named[0].entity is None and named[0].span == phrase and named[0].kind is MentionKind.NAME
    return Body(phrase, f"electorate of {document.quote(phrase)}") if place else body_of(document, cast, phrase)


def _named_voter(document: Document, cast: Cast, clause: Clause, at: int) -> Body | None:
    """The organization or place whose name stands right before the verb of voting: "the Academy voted to"."""
    near = cast.within((max(clause.start, at - NAME_REACH), at))
    decides = DECIDES.match(clause.text, at - clause.start) or BY_ALL.search(clause.text)
    if (
        not near
        or not decides
        or not NO_MORE.fullmatch(clause.text[near[-1].span[1] - clause.start : at - clause.start])
    ):
        return None
    mention = near[-1]
    if document.quote(mention.span).split()[-1] in {person.name.split()[-1] for person in cast.people}:
        return None  # "told ABC Kihuen voted to cut it", where Ms Kihuen is known
    words = clause.text[mention.span[0] - clause.start : mention.span[1] - clause.start]
    if mention.entity is None and STARTS.fullmatch(clause.text[: mention.span[0] - clause.start]):
        return Body(mention.span, f"electorate of {words}")
    kinds = {organization.id: organization.classification for organization in cast.organizations}
    party = kinds.get(mention.entity or "") is Classification.PARTY
    known = mention.entity in kinds and not party
    return Body(mention.span, words, mention.entity) if known else None


def _electorate(document: Document, cast: Cast, clause: Clause, cue: Cue) -> Body | None:
    """The party that chooses among its own, in one place where that is named; else the people of the place."""
    near = _near(clause, cue)
    contest = inner_contest(clause.text, near)
    if room := meeting_room(clause.text, clause.start):
        owner = choosing_party(document, cast, clause, near, contest) if contest and room.words.islower() else None
        return replace(room, words=f"{PARTY_ENDS.sub('', owner.words)} {room.words}") if owner else room
    if contest is None:
        return electorate(cast, clause.text, near, clause.start)
    local = PRIMARY.match(contest["what"]) is not None
    party = choosing_party(document, cast, clause, near, contest)
    if party is None:
        return electorate(cast, clause.text, near, clause.start) if local else None
    if not local:
        return party
    name = in_full(party.words)
    place = place_of(cast, clause.text[: _name_end(clause.text, contest)], near, clause.start)
    place = place or place_of_party(document, cast, party)
    own = place is not None and document.quote((place[1], max(place[1], party.span[0]))) in (", ", ", the ")
    if place is None or (not own and LISTED.match(clause.text, place[1] - clause.start)):
        return Body(party.span, f"{name} electorate")
    return Body(place, f"{name} electorate of {document.quote(place)}")


def _near(clause: Clause, cue: Cue) -> Span:
    """Where a cue stands in its clause."""
    shift = clause.start - clause.sentence[0]
    return max(0, cue.span[0] - shift), cue.span[1] - shift


def _name_end(text: str, contest: re.Match[str]) -> int:
    """Where the name of a contest ends, before the election that its winner is to stand in: "primary for the 2030"."""
    further = FURTHER.search(text, contest.end())
    return further.start() if further else len(text)
