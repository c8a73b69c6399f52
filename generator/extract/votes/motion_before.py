"""Extraction of votes: a text and the place of a cue come in, the words before it for what is voted on go out."""

import re
from functools import cache

from generator.extract.calendar_names import MONTH
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import words
from generator.extract.votes.stops import DATE, DIVIDED, MANNER, SEEN, WHEN, stop_at
from generator.extract.votes.things import strict_things, thing_phrases, things

MOST_WORDS = 7
# Where something goes before it is voted on: "The bill goes to the House of Lords, where".
GOES_ON = Pattern(
    r"(?P<what>(?:(?! (?:that|which|who|to)\b).){3,80}?) (?:(?:will|is to|must) )?(?:now |next |then )?"
    r"(?:go(?:es)?|heads?|moves?|returns?|proceeds?|passes|pass|comes?) (?:now |back |next |on )?(?:to|before|from)\b"
)
# What may stand between a cue and the motion.
SKIP = Pattern(
    rf"\s*(?:,\s*)?(?:[–—-] a majority of {NUMBER} [–—-]"
    rf"|(?:by )?(?:a (?:vote|majority|margin) of |almost |nearly |about |more than |over )?"
    rf"{NUMBER}(?: votes?)?(?: ?[–-] ?| to ){NUMBER}(?:"
    rf" votes?)?|{WHEN}|{SEEN}|{DATE}|{MANNER}"
    r"|by (?:an? )?(?:[\w-]+ )?majority|(?:by|with) [\d.]+ ?(?:%|per ?cent)(?: (?:to|against) [\d.]+ ?(?:%|per ?cent))?"
    r"|unanimously|narrowly|overwhelmingly|of|in favou?r|in support(?= of\b)|for|against|on|over|down|out|through|it"
    r"|again|just|forward|into law|instead|once more|also|then"
    rf"|in {MONTH}|{DIVIDED},|with \w+(?: \w+){{1,4}},"
    r"|in (?:the |its )?(?:House|Senate|Commons|Lords|[A-Z])[\w’' ]{2,40}?(?= (?:on|over|to)\b))(?=[\s,]|\.?$)",
    re.IGNORECASE,
)
LEAD = Pattern(
    r"(?:(?-i:^\W*[A-Z]{4,}[^:—–]{0,40}[:—–] )"
    r"|[\s,;:–—-]|\b(?:and|but|when|while|after|before|although|though|then|also|earlier|later|instead|that|as|with|meanwhile|"
    r"however|said|an hour|two hours|hours|at the same (?:meeting|sitting|session)"
    r"|(?:in|at) (?:the|an?|that) (?:\w+ ){0,3}?(?:referendum|plebiscite)(?: (?:of|in) (?:19|20)\d\d)?)\b)+",
    re.IGNORECASE,
)
# What else is told first: "Before the meeting ended, his bid to defer it was lost".
FIRST = Pattern(
    r"\W*(?:[A-Z]{2}[A-Z ]{1,30}[:—–-]\s*)?(?:Before|After|When|While|Although|Though|Once|As) [^,;]{3,160}, "
    r"(?=(?:the|an?|[A-Z]|his|her|its) ?)"
)
TAIL = Pattern(
    r"(?:[\s,]|\b(?:was|were|is|are|be|been|being|has|have|had|having|will|would|to|then|also|narrowly|later|earlier|eventually|finally|now|"
    r"due|expected|set|scheduled|initially|originally|previously|formally|officially|itself|duly|not|must|still|only|subsequently|unanimously)\b){1,60}$",
    re.IGNORECASE,
)
# What a relative clause tells of: "voted against the motion, which carried".
WHICH = Pattern(r"(?:,| [–—-]) which(?:(?: the)? [\w’'-]+)?(?: (?:was|were|has|have|had))?(?: been)?(?: \w+ly)? ?$")
ASIDE = Pattern(r" [–—-] [^–—]+$")
TIMED = Pattern(rf"(?: (?:{WHEN}|{SEEN}|{DATE}))+$")
# One of several that are told of together: "two were agreed to on the voices [and the third] was lost".
ANOTHER = Pattern(
    r"(?:;| and| but| while),? (?=(?:the|an?)\s(?:first|second|third|fourth|fifth|other|last)\b)"
    rf"|(?:;|, (?:and|but|while)) (?=(?:an?|another)\s(?:[\w’'-]+ ){{0,2}}?{strict_things().pattern})"
)
TELLS = Pattern(r"\b(?:was|were|is|are)\b")
# What else is told of the subject, between commas: "A vote on the order, which had been due on Thursday,".
TOLD_OF = Pattern(r", (?:which|who|whose|due|planned|scheduled|originally|already|first|long) ")
LOOSE_END = Pattern(rf"\b(?P<what>(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){{0,3}}?{things().pattern})$")
DANGLING = Pattern(
    r"(?<!\s)(?:\s+(?:[–—-](?=\s*$)|in|on|at|by|to|with|of|for|from|before|after|until|through|an?|the|and|was|is|were|are|has|have|had|which"
    r"|(?:stating |saying |declaring )?that|as (?:early|soon|late) as)){1,20}$"
)
# Where what is told beside a vote ends and what was voted on begins: "suffered a defeat when a motion on pay was".
WHEN_IT = Pattern(r" (?:when|after|(?<!such )as|because|while|once|that) (?=(?:an?|the|its|his|her|their) )")
HOW_IT_WENT = Pattern(r" (?:succeeded|failed|passed|fell)\b.*")
APPEARED = Pattern(r" (?:appeared|seemed|looked|was thought) to (?:have )?(?:pass|fail|carr|be lost|be carried)\w*\b.*")
# What is told ahead of a thing with no comma: "Following speeches in parliament today the Harbour Bill".
BESIDE = Pattern(r"(?:Following|After|During|Despite|Under|In|At|On|With)\b")
# A subject that only points back, behind where or when something was voted on: "on the floor, the next day, they".
THEY = Pattern(r"^(?:on|in|at) .*, (?:they|it|both|these|those)$", re.IGNORECASE)
# What is told of a thing after its name: "The amendment to the Bill was tabled", but not "a motion that was".
DONE = Pattern(
    r"(?<!that)(?<!which)(?<!who)(?<!what) (?:is|are|was|were|has been|have been|had been|is to be|are to be)"
    r" (?!.* that\b).*"
)
# What is only supposed of a thing: "a bid to delay the sale if the deal is rejected again".
SUPPOSES = Pattern(r"\b(?:if|unless|whether|once|when|where|until)\b[^,;]{0,40}$")
# A second deed of a house: "gave it three readings and appeared to pass".
AS_WELL = Pattern(r"\band (?:appeared to |then |also )*$")
# Who speaks of a thing, or what is said of it: "It is no surprise the motion".
SAYS = Pattern(
    r"(?:[\w’'-]+ ){1,5}?(?:say|says|said|insist|insists|insisted|believe|believes|believed"
    r"|claim|claims|claimed|warn|warns|warned)"
    r" (?:that )?(?=(?:the|an?|its|his|her|their) )",
    re.IGNORECASE,
)
COMMENT = Pattern(r"(?:it|there|this|that)(?:['’]s| is| was)\b", re.IGNORECASE)
# How many votes something had, before their number: "the motion received 78 votes in favour".
GOT = Pattern(
    rf" (?:received|got|secured|gained|garnered|drew|attracted|mustered|won|had)"
    rf" (?:(?:just |only )?{NUMBER}|the (?:most|fewest)|most)(?: \w+)? ?$"
    r"| (?:won|had|received|got|secured) (?:the (?:support|backing|votes) of )?an? (?:\w+ )?majority\b.{0,80}$"
    rf"| (?:won|had|received|got|secured) the (?:support|backing|votes) of {NUMBER}\b.{{0,80}}$"
)


def words_before(text: str, at: int, *, bare: bool) -> str | None:
    """The words before a cue: with a noun for what is voted on, or, where `bare`, any short subject."""
    which = WHICH.search(text, 0, at)
    told = TIMED.sub("", ASIDE.sub("", text[: which.start()])) if which else ""
    if told and (named := thing_phrases(told)) and told.endswith(named[-1]):
        return named[-1]
    if told and (ends := LOOSE_END.search(told)):
        return ends["what"]
    if got := GOT.search(text, 0, at):
        at = got.start()
    lead = LEAD.match(text, 0, at)
    start = lead.end() if lead else 0
    if (first := FIRST.match(text, 0, at)) and things().search(text, first.end(), at):
        start = first.end()
    further = list(ANOTHER.finditer(text, 0, at))[-1:]
    if further and TELLS.search(text, 0, further[0].start()):
        start = further[0].end()
    while (found := SKIP.match(text, start)) and found.end() < at:
        start = found.end()
    for joined in WHEN_IT.finditer(text, start, at):
        said = joined.group() == " that " and things().search(text, start, joined.start())
        if things().search(text, joined.end(), at) and not said:
            start = joined.end()
    if (says := SAYS.match(text, start, at)) and things().search(text, says.end(), at):
        start = says.end()
    subject = TAIL.sub("", _to_aside(APPEARED.sub("", text[start:at]))).strip(" ,")
    if THEY.search(subject):
        return None
    head = subject.split(", ")[0]
    if done := _done_in(head):
        head = subject = done
    if goes := GOES_ON.match(head):
        head = subject = goes["what"]
    if BESIDE.match(head) and (named := thing_phrases(head)):
        return named[-1]
    if things().search(head) or re.match(r"(?:another|a second|a third|a further)\b", head, re.IGNORECASE):
        told_of = TOLD_OF.search(subject)
        subject = subject[: told_of.start()] if told_of else subject
        whole = DANGLING.sub("", TAIL.sub("", _named_only(subject)))
        return whole if not strict_things().search(head) else _named_only(head)
    phrases = thing_phrases(subject)
    if phrases:
        return phrases[-1]
    plain = (
        bare
        and re.match(r"(?:the|an?|one|its|his|her|their|all|[A-Z]\w+['’]s)\b", head, re.IGNORECASE)
        and len(head.split()) <= MOST_WORDS
    )
    return head if plain else None


def _to_aside(subject: str) -> str:
    """Words with a thing in them up to what is told beside it: "The motion succeeded on Sunday after a majority"."""
    aside = WHEN_IT.search(subject)
    ends = (
        aside is not None and things().search(subject, 0, aside.start()) and not things().search(subject, aside.end())
    )
    return HOW_IT_WENT.sub("", subject[: aside.start()]) if aside and ends else subject


def _done_in(told: str) -> str | None:
    """What a house did something to, where words before its figures tell of that: "MPs supported the amendment"."""
    done = list(_deed().finditer(told))[-1:]
    if done and (not things().search(told[: done[0].start()]) or AS_WELL.search(told, 0, done[0].start())):
        return told[done[0].end() : stop_at(told, done[0].end())]
    named = thing_phrases(told) if COMMENT.match(told) else []
    return named[-1] if named else None


@cache
def _deed() -> Pattern:
    lists = lexicon("votes")
    verbs = [
        *lists["deeds"],
        *lists["survived"],
        *(verb for kind in lists["results"].values() for verb in (*kind["sure"], *kind["loose"])),
    ]
    return Pattern(rf"\b(?:{words(verbs)}) (?=(?:the|an?|its|his|her|their|each|every|both|this|that|[A-Z]\w+['’]s)\b)")


def _named_only(subject: str) -> str:
    """What names a thing, without what is told of it: "the bill" of "the bill was tabled"."""
    told = DONE.search(subject)
    return subject if told is None or SUPPOSES.search(subject, 0, told.start()) else subject[: told.start()]
