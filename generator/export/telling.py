"""Layer 3: claims and outcomes as plain sentences, worded as on the pages; who said it always comes with the words."""

from collections.abc import Iterable
from itertools import chain

from generator.model.words import Act, Attribution
from generator.pages.quoting import CUT, Quotation, inner
from generator.pages.views.ballots import Telling, VoteView
from generator.pages.views.phrases import UNSPOKEN
from generator.pages.views.values import Brief, Name, Proof, Source
from generator.pages.words import Words, listed, say


def quoted(quotation: Quotation) -> str:
    """A quotation's words, marked where they are cut."""
    return f"{quotation.words} {CUT}" if quotation.is_cut else quotation.words


def in_marks(quotation: Quotation | str) -> str:
    """An article's words between quotation marks, as on the pages."""
    words, end = (quotation, "") if isinstance(quotation, str) else (quotation.words, f" {CUT}" * quotation.is_cut)
    return f"“{inner(words)}{end}”"


def content(brief: Brief) -> str:
    """A claim's words; what the article puts between its parts is left out and marked."""
    return " … ".join(quoted(part) for part in brief.content)


def names(several: Iterable[Name], words: Words) -> str:
    """Names joined as the pages join them."""
    return listed([name.words for name in several], words)


def source(told: Source, words: Words) -> str:
    """Who a claim is given to: names, or an unnamed source as the article describes it."""
    if told.speakers:
        return names(told.speakers, words)
    if told.attribution is Attribution.UNATTRIBUTED:
        return str(words["claim"]["no_source"])
    return in_marks(told.words) if told.words else str(words["claim"]["unclear_source"])


def credit(brief: Brief, words: Words) -> str:
    """Who a claim is given to, and as told by whom."""
    return " ".join((source(brief.source, words), *(_told_by(outer, words) for outer in brief.told_by)))


def _told_by(outer: Source, words: Words) -> str:
    if outer.attribution is Attribution.UNATTRIBUTED:
        return str(words["claim"]["told_unattributed"])
    return say(words["claim"]["told_by"], source=source(outer, words))


def said(brief: Brief, words: Words) -> str:
    """The line that heads a claim: its source and a neutral verb; the article's own verb is quoted."""
    who, texts = credit(brief, words), words["claim"]
    cue = f" ({in_marks(brief.cue)})" if brief.cue else ""
    if brief.is_put or brief.act in UNSPOKEN:
        put = texts["no_comment" if brief.act is Act.NO_COMMENT else "as_put"]
        return f"{who}, {put}{'' if brief.is_put else cue}"
    if brief.source.attribution is Attribution.UNATTRIBUTED:
        return who
    return f"{who} {texts['said']}{cue if brief.mode != 'direct' and brief.cue != texts['said'] else ''}"


def sentence(brief: Brief, words: Words) -> str:
    """A claim in one line."""
    return f"{said(brief, words)}: {content(brief)}"


def denied_in(proofs: Iterable[Proof]) -> list[tuple[Brief, tuple[Brief, ...]]]:
    """The denied claims that quotations tell of, each once, with their denials."""
    return list({claim.anchor: (claim, denials) for claim, denials in chain(*(p.denied for p in proofs))}.values())


def vote_title(vote: VoteView, words: Words) -> str:
    """How far a vote has come and what is voted on; few words with the bill that tells what they are of."""
    texts = words["votes"]
    status = texts[f"is_{vote.first.status}"]
    if vote.bill and vote.needs_bill:
        return f"{status} {say(texts['on_bill'], bill=inner(vote.bill), motion=inner(vote.motion))}"
    return f"{status}: {in_marks(vote.motion)}"


def outcome(telling: Telling, words: Words) -> str:
    """How one article tells that a vote ended; what it does not tell is called not reported."""
    texts = words["votes"]
    result = say(texts["result"], result=words["results"][telling.result]) if telling.result else texts["no_result"]
    if all(tally.number is None for tally in telling.tallies):
        return f"{result}. {texts['no_count']}"
    counts = (
        f"{texts[t.option]} {texts['no_number'] if t.number is None else f'{t.number:,}'}" for t in telling.tallies
    )
    return f"{result}. {words['lists']['comma'].join(counts)}."
