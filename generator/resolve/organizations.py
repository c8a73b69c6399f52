"""Stage resolve: the bodies of each article in, the bodies of the story out, and which id became which.

Bodies of the same name are one. A name that another article gives as a further name of a body ("No 10" for "Downing
Street") joins the two where no third body claims it and their kinds do not differ.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.model.facts import ArticleFacts, ResolvedOrganization
from generator.model.ids import fold
from generator.model.records import Organization
from generator.model.words import Classification
from generator.resolve.names import Joined, commonest, merged

OF_EVERY_COUNTRY = {
    Classification.LEGISLATURE,
    Classification.COURT,
    Classification.COUNCIL,
    Classification.DEPARTMENT,
}
Mention = tuple[str, Organization]


def resolve_organizations(
    facts: Sequence[ArticleFacts],
) -> tuple[tuple[ResolvedOrganization, ...], Mapping[str, Mapping[str, str]]]:
    """Every body in the story, and for each article its bodies' ids with those of the story.

    Args:
        facts: every article's facts in order of id.
    """
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for each in facts:
        for body in each.organizations:
            by_name[fold(body.name)].append((each.article.id, body))
    groups: dict[object, list[Mention]] = defaultdict(list)
    joined = _join(by_name)
    for name in sorted(by_name):
        groups[joined.find(name)] += by_name[name]
    ids: dict[str, dict[str, str]] = defaultdict(dict)
    bodies: dict[str, ResolvedOrganization] = {}
    for mentions in groups.values():
        resolved = _body(mentions)
        bodies[resolved.id] = resolved
        for article, mention in mentions:
            ids[article][mention.id] = resolved.id
    return tuple(bodies[key] for key in sorted(bodies)), ids


def _join(by_name: Mapping[str, Sequence[Mention]]) -> Joined:
    claimed: dict[str, set[str]] = defaultdict(set)
    for name, mentions in by_name.items():
        for _, body in mentions:
            for form in body.other_names:
                claimed[fold(form)].add(name)
    joined = Joined()
    for form in sorted(claimed):
        owners = claimed[form] - {form}
        if form in by_name and len(owners) == 1:
            (owner,) = owners
            if _may_be_one(by_name[form], by_name[owner]):
                joined.join(owner, form)
    return joined


def _may_be_one(first: Sequence[Mention], second: Sequence[Mention]) -> bool:
    """Whether a name and a further name of a body may be one: never both in one article, which knows them as two.

    "Parliament" or "the Court" in another article may be another country's, so such bodies are not joined.
    """
    in_one_article = {article for article, _ in first} & {article for article, _ in second}
    kinds = {body.classification for _, body in (*first, *second)} - {None}
    return not in_one_article and len(kinds) == 1 and not kinds & OF_EVERY_COUNTRY


def _body(mentions: Sequence[Mention]) -> ResolvedOrganization:
    fullest = min((body for _, body in mentions), key=lambda body: (-len(body.name), body.name, body.id))
    kinds = [body.classification for _, body in mentions if body.classification]
    forms = merged((body.name, *body.other_names) for _, body in mentions)
    name = commonest(body.name for _, body in mentions if fold(body.name) == fold(fullest.name))
    return ResolvedOrganization(
        id=fullest.id,
        name=name,
        other_names=tuple(sorted(form for form in forms if form != name)),
        classification=Classification(commonest(kinds)) if kinds else None,
        articles=tuple(sorted({article for article, _ in mentions})),
    )
