"""Tell when a role is held by the words between a name and a title: "was elected", "resigned as", "will act as"."""

import re

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.lexicon import lexicon, words
from generator.model.words import Tense

WEEKDAYS = [day.casefold() for day in lexicon("times")["weekdays"]]

AGAIN = "elected|re-elected|appointed|promoted|elevated|named|made|sworn in|confirmed|chosen"
FIRST = (
    "the (?:first|only|youngest|oldest) [^,;:.]{3,50}? (?:to (?:have )?(?:be(?:en)?(?: "
    f"(?:{AGAIN}))?|become|serve[sd]? as|h[eo]ld the (?:post|office) of)|(?:{AGAIN}))"
)
BEING = (
    "is|was|(?:began|started) (?:serving|acting|work|working) as|became|becomes?|becoming|"
    "(?:remains|remained|remain)(?: as)?|"
    "been|be|used to be|serving as|"
    f"(?:serve[sd]?|act(?:s|ed)?|serving|work(?:s|ed|ing) as|acting|installed|inaugurated|{AGAIN})(?: as)?|"
    f"(?:{AGAIN}) by [^,;:.]{{2,40}}? as|"
    f"(?:became|becomes|is|was|be) {FIRST}|"
    "(?:took|takes|assumed|assumes) office as|"
    "(?:been )?(?:promoted|demoted|moved|switched) from (?:[a-z-]+ ){1,6}?to(?: be(?:come)?)?|"
    "(?:been )?(?:promoted|demoted|moved|switched) from(?: (?:the|his|her) (?:post|role|job|position) (?:of|as))?|"
    "(?:been )?(?:promoted|demoted|elevated) to"
    "(?: be| become| the (?:new )?(?:post|office|position|role|title|job) of)?|"
    "(?:steps?|stepped|stepping|moves?|moved|moving) up to (?:be|become)|"
    "(?:leaves?|left|quits?|moves?|moved|switch(?:es|ed)?)(?: [^,;:.]{2,40})? to become|"
    "(?:sat|sits|sitting|(?:stood|stands?|standing|stepped|steps?|stepping) in|"
    "(?:took|takes|take|taken|taking) over|doubles|doubled) as|"
    "(?:holds?|held|holding|(?:took|takes?|taking|picked|picks?|picking) up) the "
    "(?:posts?|office|position|job|title|role|portfolio) of|"
    "(?:resign(?:ed|s)?|quit|stepped down|stood down|retired)(?: from)? (?:the|his|her) "
    "(?:posts?|office|position|job|role) of"
)
GOING = (
    "(?:(?:was|were|been) )?(?:forced|made|obliged) to (?:resign|quit|stand down|step down)|"
    "resign(?:ed|s)?|quit|stood down|stepped down|step down|stand down|steps down|ousted|removed|sacked|fired|"
    "dismissed|replaced|(?:ousted|removed|sacked|fired|dismissed) by [^,;:.]{2,40}?|"
    "return(?:ed|s|ing)?(?: to (?:the )?(?:government|cabinet|front ?bench|office|politics))?"
    "|clung on|stay(?:s|ed)?(?: on)?|continue[sd]?|run(?:s|ning)?|ran|"
    "nominated|standing|stands|stand|stood|proposed|put forward|shortlisted|"
    "(?:lost|loses|gave up|gives up|relinquished|vacated|left|leaves) (?:his|her|their|the) "
    "(?:posts?|jobs?|roles?|positions?|seats?|title)"
)
TO_LEAVE = "(?:resign|quit|stand down|step down)"
HOW = r"(?!(?:near|alleged|reported|hard|possib|like|potential|supposed|scarce|on)ly\b)[a-z]+ly"
SAID_TO_HOLD = re.compile(
    rf"(?:, who |who |, (?=(?:{AGAIN}) ))?(?:{HOW} |is (?:set |due )?to |was to |now |also "
    r"|then |once |later |twice |has |had |will |is |was |were |be |been |who "
    rf"|(?:facing|under) (?:[a-z]+ )?(?:pressure|calls) |to (?={TO_LEAVE}\b))*"
    rf"(?:{BEING}|, {FIRST}|(?:{GOING}) (?:as|for|to be|from being))"
    rf"(?: (?:also|now|still|then|once|currently|formerly|previously|himself|herself|{AGAIN})(?: as)?)*"
)
LEFT = re.compile(
    r"\b(?:resign|quit|(?:forced|made|obliged) to (?:stand|step) down|"
    r"stood down|stepped down|ousted|removed|sacked|fired|dismissed|replaced|formerly|previously|once|used to"
    r"|lost|loses|gave up|gives up|relinquished|vacated|left|leaves"
    r"|(?:promoted|demoted|moved|switched) from(?: (?:the|his|her) (?:post|role|job|position) (?:of|as))? *$)"
)
# Who is only going to leave, or told to, still holds the post: "will resign as leader".
LEAVES_LATER = re.compile(
    r"(?:\b(?:will|is (?:set |due )?to)|\b(?:pressure|calls) to|^ ?to) (?:(?:also|now|then|later) )?"
    r"(?:resign|quit|stand down|step down|leave|give up|relinquish|vacate"
    r"|be (?:ousted|removed|sacked|fired|dismissed|replaced))\b"
)
TO_BECOME = re.compile(
    r"(?:\b(?P<to_come>will|is|leaves?|quits|moves?|switches)\b|\b(?:left|quit|moved|switched))"
    r"[^,;:.]{0,90}? to become *$"
)
PAST = re.compile(
    r"\b(?:was|had been|served (?:as|in|from|between|during|for|at)|worked as|sat as|held the|has served as)\b"
)
SAID_BESIDE = r"(?:once |now |formerly )?(?:an?|the|his|her|its|their) [^,;:.()]{2,60}"
ASIDE = re.compile(
    rf"^\s*(?:\([^()]{{1,40}}\),?|,\s*(?:D|R|I)-[^,]{{2,12}},|(?:,\s*\d{{1,3}}\s*)?,\s*{SAID_BESIDE},|,\s*\d{{1,3}}\s*,)\s*"
)
WHO_ALSO = re.compile(r"^\s*,\s*who [^,;:.()]{2,90},(?= (?:is|was|will|has|remains) )")
"""What a clause tells of somebody before the verb that gives the post: "[, who ran a board,] is now the minister"."""
MEANWHILE = re.compile(
    r",? (?:in|from|between|since|during) (?:the )?\d{4}s?(?: ?(?:and|to|until|–|-) ?\d{4})?\b,?"
    r"|,? for (?:\w+ ){0,2}(?:years|terms|months)\b,?|,? at (?:different|various) times,?"
    r"|, (?:until|till|up to) [^,;:.]{3,30},"
)
"""When or how long somebody held a post, between verb and title: "served [in 2003 and 2004] as the chair"."""
STILL = re.compile(r" since\b| to [a-z]+")
CHOSEN = re.compile(rf"\b(?:installed|inaugurated|{AGAIN})\b")
CHOOSES = re.compile(rf"(?:who |has |had |have |also |later |then |will |{HOW} )*(?:installed|inaugurated|{AGAIN})")
BEGINS = re.compile(rf"\b(?:became|becomes|becoming|{AGAIN})\b")
OF_LATE = re.compile(rf"\b(?:today|yesterday|last night|this (?:week|morning)|on (?:{'|'.join(WEEKDAYS)}))\b")
STAYS_ON = re.compile(r"\b(?:stay|remain|continue)\b")
TO_COME = re.compile(r"\bwill\b|\bis (?:set |due )?to\b")
RUNNING = re.compile(
    r"\b(?:run|runs|running|ran|nominated|standing|stands?|stood|proposed|put forward|shortlisted) (?:as|for|to be)"
)
RAN = re.compile(r"\b(?:ran|stood|was)\b")
RAN_BEFORE = re.compile(r"\b(?:formerly|previously|once|twice|earlier|unsuccessfully)\b")
RAN_IN_VAIN = re.compile(
    r"[^,;:.]{0,40},? (?:but|and|only to|before) (?:(?:later|then|soon|eventually|narrowly|badly|had|be|being) )*"
    r"(?:withdr[ae]w|withdrawing|lost|lose|losing|failed|(?:dropped|dropping|drop|pulled|pulling|pull|bowed) out"
    r"|gave up|(?:was (?:[a-z]+ly )?)?(?:defeated|beaten|rejected|eliminated)|came (?:second|third|fourth|last))\b"
)
ENDED = re.compile(
    r" *(?:[\w’'-]+ ){0,8}?(?:until|till)\b| (?:[\w’'-]+ ){0,4}?(?:from|between) \d{4}|,? \(?\d{4} ?[–-] ?\d{4}"
    r"| (?:(?:responsible|in charge|in post) )?(?:at (?:the|that) time|back then)\b"
    r"| under (?:the )?(?:then|former|ex|late|previous|last)\b"
    r"| in the (?:last|previous|former|outgoing|old) "
    r"(?:[A-Z]\w+ )?(?:government|administration|cabinet|coalition|parliament|regime|junta)\b"
    r"| (?:[\w’'-]+ ){0,6}?and (?:then |later )?(?:left office|stepped down|stood down|resigned|quit)\b"
)
LEAVING = (
    "(?:removed|dismissed|sacked|fired|ousted|deposed|(?:voted|forced|booted|kicked|turfed|thrown) out|toppled|"
    "unseated|impeached|recalled)"
)
KILLED = "killed|assassinated|murdered|shot dead|found dead"
APPOSITION = r"(?:, (?:an?|the|his|her) [^,.;]{1,80},)"
WHEN = "has |had |have |already |also |later |reportedly |abruptly |dramatically |formally |then |himself |herself "
STAYS = "from (?:the|his|her|their) party|as|the|his|her|to"
PARTY = rf"(?!(?:{WEEKDAY}|{MONTH})\b)[A-Z]"
"""What somebody left who has a post still: "quit Labour", but "quit Monday"."""
SOON = (
    rf"(?![^.;]{{0,40}}?\b(?:next (?:{WEEKDAY}|{MONTH}|week|month|year|spring|summer|autumn|winter)|tomorrow"
    rf"|(?:later|at the end of|by the end of|at the next|in the new)\b|(?:in|on|from) (?:\d+ )?(?:{MONTH})))"
)
"""What follows who leaves only later: "steps down next month"."""
LEAVES = (
    rf"(?:(?:resigned|quit|(?:stepped|stood) down|retired|(?:resigns|quits|(?:steps|stands) down){SOON})"
    rf"(?! (?:{STAYS})\b| {PARTY})"
    r"|(?:tendered|submitted|handed in) (?:his|her|their) (?:resignation|notice)|(?<=already )gone(?= ?[.,;])"
    r"|lost (?:his|her|their) (?:seat|re-?election|bid for re-?election)"
    r"|(?:had|has) left(?= (?:by|after|[“\"‘]))|left (?:office|(?:his|her|their|the) (?:post|job|role|position)))"
)
TELLS_ON = re.compile(rf",\s*(?:who\b|\d{{2}},)|{APPOSITION}")
QUITS = re.compile(
    r"^[^.]*\b(?:resign(?:ed|s)|quits?|(?:stepped|steps|stood|stands) down)\b"
    r"(?! from (?:the|her|his) seat| (?:his|her) seat)"
)
MOST_BEFORE_VERB, LONGEST_POST = 40, 60
DIES = r"died\b(?! down| out)|dies\b|passed away"
GONE = re.compile(
    rf"{APPOSITION}?[,)]?\s*(?:\d{{2}},\s*)?(?:who )?(?:{WHEN})*"
    rf"(?:{LEAVES}|(?:was|were|been) (?:{WHEN})*(?:{LEAVING}|{KILLED}))\b"
)
RETIRED = re.compile(r" \((?:retired|retd|ret)\.?\)")
OF_NOW = rf"[^.;]{{0,40}}\b(?:{WEEKDAY}|yesterday|today|overnight|this (?:week|weekend|morning)|at the weekend)\b"
OF_THEN = (
    rf"[^.;]{{0,40}}?\b(?:in (?:{MONTH}|\d{{4}})|last (?:{MONTH}|month|year|spring|summer|autumn|winter)|years ago)"
)
JUST_NOW = (
    rf"(?:late |early )?(?:on )?(?:{WEEKDAY}|yesterday|today|overnight|this (?:week|weekend|morning|afternoon)|"
    r"at the weekend)\b"
)
LATELY = (
    r" (?:[a-z]+ly )?(?:at \d|last night|tonight|by (?:text|e-?mail|letter|phone)|"
    r"in an? [a-z -]*(?:letter|e-?mail|text|tweet)\b|"
    rf"{JUST_NOW}|(?:over|after|amid|following|hours|minutes) [^.;]{{0,50}}?\b{JUST_NOW})"
)
A_POST = "(?:posts?|jobs?|roles?|positions?|cabinet|government|office|front ?bench)"
QUIT = "(?:resigned|quit|(?:stepped|stood) down)"
LEFT_OF_LATE = re.compile(
    rf"{APPOSITION}?[,)]?\s*(?:who )?(?:{WHEN})*"
    rf"(?:(?:{QUIT}(?: from (?:the|her|his) {A_POST})?|left office){LATELY}"
    rf"|(?<=has ){QUIT}(?=[.,;]))"
)
"""What tells that a post was left of late, though not which: "She had resigned at 9.20pm"."""
DIED_BEFORE = re.compile(
    rf"{APPOSITION}?[,)]?\s*(?:\d{{2}},\s*)?"
    rf"(?:who (?!has )(?:{WHEN})*(?:{DIES})(?!{OF_NOW})|(?:{WHEN})*(?:{DIES}){OF_THEN})\b"
)
"""What tells of a death that is no news: "Jane Doe, who died in office", "Jane Doe died in March"."""
DIED = re.compile(rf"[,)]?\s*(?:\d{{2}},\s*)?(?:who )?(?:{WHEN})*(?:{DIES})\b")
WITHDRAWS = (
    r"(?:ended|suspended|abandoned|dropped|withdrew|is ending|are ending) (?:his|her|their)"
    r"(?: own)? (?:[a-z]+ )?(?:campaign|bid|candidacy|run|race)s?|(?:dropped|pulled) out|withdrew from (?:the|that) "
    r"(?:[a-z]+ )?(?:race|contest|election)"
)
STOOD = re.compile(rf"[,)]?\s*(?:who )?(?:{WHEN})*(?:{WITHDRAWS})\b")
SUCCESSOR = "successor"
TAKES_UP = r"takes? (?:office|up (?:the|his|her) (?:new )?(?:post|job|role|position|duties)(?! of))"
TO = r"(?:will|is (?:due |set |expected )?to) (?:formally |officially )?"
LATER = (
    rf"\b[^.;]{{0,40}}?\b(?:next (?:{WEEKDAY}|{MONTH}|week|month|year|spring|summer|autumn|winter)|tomorrow"
    rf"|(?:in|on|from) (?:\d+ )?(?:{MONTH})|on {WEEKDAY}|when)\b"
)
LEADS_ON = r"(?:, \d{2},|[,)])?\s*(?:who )?"
TAKES_UP_LATER = re.compile(rf"{LEADS_ON}(?:{TO}{TAKES_UP}\b|{TAKES_UP}{LATER})")
STARTS_LATER = re.compile(
    rf"{LEADS_ON}(?:{TO}(?:{TAKES_UP}|take over|start|begin|join|arrive|be)\b"
    rf"|(?:{TAKES_UP}|takes over|starts|begins|joins|arrives){LATER})"
)
DEAD = re.compile(
    rf"(?:, [^,.;]{{1,100}},)? (?:who )?(?:{WHEN})*(?:{DIES}|(?:was|were|been) (?:{KILLED}))\b"
    r"|['’]s (?:sudden |untimely )?(?:death|assassination|murder|killing|funeral)\b"
)
ENDING = re.compile(
    r"\b(?:after|following|since|upon|by|accepted|announced|with|on|of) (?:the )?(?:[a-z]+ )?"
    r"(?:resignation|removal|dismissal|sacking|ousting|departure) of(?: the)?$"
    r"|\b(?:death|killing|assassination|murder) of(?: the)?(?: united states| us| u\.s\.| [a-z]+an)?$"
    r"|\b(?:replaced|succeeded|took over from)(?: the)?$"
    r"|\b(?:overthr(?:ew|owing|ow)|toppl(?:ed|ing)|depos(?:ed|ing))(?: the| (?:his|her) [a-z]+,)?$"
)


def takes_up_later(after: str, key: str) -> bool:
    """Whether what follows title and name says that the holder takes up the post only later.

    Args:
        after: the words that follow.
        key: the title's head: of a successor "will start" tells as much as "will take office".
    """
    return (STARTS_LATER if key == SUCCESSOR else TAKES_UP_LATER).match(after) is not None


def left_of_late(after: str) -> bool:
    """Whether the words after a name or a pronoun say that its bearer has just left a post that they do not name."""
    return LEFT_OF_LATE.match(after) is not None


def dead(after: str) -> bool:
    """Whether the words after a name tell of its bearer's death."""
    return DEAD.match(after) is not None


def begins(told: str, after: str) -> bool:
    """Whether words say that somebody came to hold a post of late: "was elected mayor on Thursday"."""
    return BEGINS.search(told.lower()) is not None and OF_LATE.search(after.lower().split(".")[0]) is not None


def gives_role(between: str, determiner: str) -> bool:
    """Whether the words between a name and a title say that the one holds the other.

    Not in "he named the minister": who does that to "the", "a" or "his" minister is not that minister.
    """
    said = MEANWHILE.sub("", ASIDE.sub("", WHO_ALSO.sub("", between)).strip().lower())
    return SAID_TO_HOLD.fullmatch(said) is not None and not (determiner and CHOOSES.fullmatch(said))


def tense_of(between: str, after: str) -> Tense:
    """When a role is held, by the words between name and title and those after the title."""
    told = WHO_ALSO.sub("", between).lower()
    if LEAVES_LATER.search(told) and " to become" not in told:
        return Tense.CURRENT
    if leaving := TO_BECOME.search(told):
        return Tense.ELECT if leaving["to_come"] else ended(after, Tense.CURRENT)
    if RUNNING.search(told):
        return Tense.CANDIDATE
    if LEFT.search(told) or (PAST.search(told) and not CHOSEN.search(told) and not STILL.match(after)):
        return Tense.FORMER
    to_come = TO_COME.search(told) and not STAYS_ON.search(told)
    return ended(after, Tense.ELECT if to_come else Tense.CURRENT)


def was_running(told: str) -> bool:
    """Whether words tell of a candidacy in the past tense."""
    return RAN.search(told.lower()) is not None


def has_run(told: str, after: str) -> bool:
    """Whether a candidacy told in the past is over: "previously ran for mayor", "ran for mayor but withdrew"."""
    return RAN_BEFORE.search(told.lower()) is not None or RAN_IN_VAIN.match(after.lower()) is not None


def ended(after: str, tense: Tense) -> Tense:
    """A tense, or former where what follows the title says until when it was held."""
    return Tense.FORMER if tense is Tense.CURRENT and ENDED.match(after) else tense


def ends_role(before: str) -> bool:
    """Whether the words before title and name say that the role came to an end: "after the resignation of"."""
    return ENDING.search(before.lower().rstrip()) is not None


def gone(after: str, tense: Tense, *, office: bool, key: str, beside: bool = False) -> Tense:
    """A tense, or former where what follows title and name says that the holder left, or gave up, or is dead.

    Who dies in office held it to the end, and the article still says "the president", while their death is the news.

    Args:
        after: the words that follow.
        tense: what the title itself says.
        office: whether the title is an office.
        key: the title's head: a member of parliament may resign from another post, and be "ousted as mayor" alone.
        beside: whether the name stands right before these words, so that a comma ends what is said of it.
    """
    seat = key in words("honorifics", "suffixes") and not beside
    if seat and QUITS.search(after[:MOST_BEFORE_VERB].split(".")[0]):
        return tense
    if tense is Tense.CANDIDATE and STOOD.match(after):
        return Tense.FORMER
    left = GONE.match(after) or RETIRED.match(after)
    died = DIED_BEFORE.match(after) or (not office and DIED.match(after))
    if tense not in (Tense.CURRENT, Tense.ACTING) or not (left or died):
        return tense
    post = after[left.end() :][:LONGEST_POST].lower() if left else ""
    if post.startswith(" as ") and key.split(" ")[-1] not in post:
        return tense
    cut = beside and after.lstrip().startswith(",") and not TELLS_ON.match(after)
    return tense if cut else Tense.FORMER
