"""Stage resolve: a vote as one article tells it in, the same told of the motion the other way round out."""

import re

from generator.model.ids import fold
from generator.model.records import Counts, VoteEvent
from generator.model.words import Option, Result

AGAINST = re.compile(
    r"^(?:(?:a|an|the|this|that) )?(?:(?:motion|move|bid|proposal|resolution|vote)s? )?"
    r"(?:(?:whether )?to|on|that would)? ?"
    r"(?:reject|oppos|refus|block|withhold|throw out|throwing out|thwart|quash|veto|vot(?:e|ing) (?:down|against))"
    r"(?:e|s|es|ing|ion of)?\b",
    re.IGNORECASE,
)
"""A motion that is to turn something down: who is for it is against what others call the motion."""
OTHER_RESULT = {Result.PASSED: Result.REJECTED, Result.REJECTED: Result.PASSED}
OTHER_OPTION = {Option.FOR: Option.AGAINST, Option.AGAINST: Option.FOR}


def is_against(vote: VoteEvent) -> bool:
    """Whether a motion's words are to turn down what is voted on."""
    return AGAINST.match(vote.motion.strip()) is not None


def turned(vote: VoteEvent) -> VoteEvent:
    """The report with its sides changed: 66 to reject a bill are 66 against it."""
    counts = vote.counts
    return vote.model_copy(
        update={
            "result": None if vote.result is None else OTHER_RESULT.get(vote.result, vote.result),
            "counts": Counts(for_=counts.against, against=counts.for_, abstain=counts.abstain),
            "positions": tuple(
                one.model_copy(update={"option": OTHER_OPTION.get(one.option, one.option)}) for one in vote.positions
            ),
        }
    )


def as_other(one: VoteEvent, other: VoteEvent) -> VoteEvent:
    """A report as the other tells it: of the motion the other way round, it is turned.

    The same two counts with the sides changed, in other words for the motion, are told of it the other way round too:
    306 for no confidence are 306 against the government's plea to go on.
    """
    if is_against(one) != is_against(other):
        return turned(one)
    counts, others = one.counts, other.counts
    is_told = None not in (counts.for_, counts.against) and counts.for_ != counts.against
    is_mirrored = is_told and (counts.for_, counts.against) == (others.against, others.for_)
    if not is_mirrored or fold(one.motion) == fold(other.motion):
        return one
    return turned(one) if one.result != other.result else turned(one.model_copy(update={"result": None}))
