"""The finders in their order: each reads the parsed article and what the ones before it found."""

from generator.extract.claims import find_claims
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.replies import link_replies
from generator.extract.confidence import graded
from generator.extract.discrepancies import find_discrepancies
from generator.extract.document import Document
from generator.extract.events import find_events
from generator.extract.findings import Findings
from generator.extract.names import find_cast
from generator.extract.times import find_times
from generator.extract.votes import find_votes


def find_all(document: Document) -> Findings:
    """Everything that one parsed article says."""
    times = find_times(document)
    quotations = find_quotations(document)
    cast = find_cast(document, quotations)
    claims = link_replies(document, cast, find_claims(document, quotations, cast, times))
    votes = find_votes(document, cast, times)
    events = find_events(document, cast, times, claims, votes)
    found = Findings(
        people=cast.people,
        organizations=cast.organizations,
        places=cast.places,
        claims=claims,
        votes=votes,
        events=events,
        discrepancies=find_discrepancies(document, cast, times, claims, votes, events),
    )
    return graded(document, found)
