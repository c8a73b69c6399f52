"""Stage pages: the roles that articles give people as values for templates, reports of one role together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.facts import Report
from generator.model.ids import fold_name
from generator.model.records import Membership
from generator.model.words import Tense
from generator.pages.views.marks import DOUBT, MarkView
from generator.pages.views.parts import Parts
from generator.pages.views.times import date_words
from generator.pages.views.values import Name, Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleView:
    """A role that an article gives a person; `published` is the article's day, `reported` that day in words."""

    person: Name
    role: str
    post: str | None
    tense: str
    organization: Name | None
    party: Name | None
    article: Name
    published: str | None
    reported: str | None
    proofs: tuple[Proof, ...]
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role with all that report it; each report may name its organization and party otherwise, or not at all."""

    reports: tuple[RoleView, ...]

    @property
    def first(self) -> RoleView:
        """The report that tells most."""
        return max(self.reports, key=lambda role: (role.organization is not None) + (role.party is not None))

    @property
    def words(self) -> str:
        """The role's words for comparing."""
        return fold_name(self.first.role)

    @property
    def is_held(self) -> bool:
        """Whether the role is told as held."""
        return self.first.tense in (Tense.CURRENT, Tense.ACTING)

    @property
    def last_reported(self) -> str | None:
        """The day of the latest article that reports it; None where one has no date."""
        days = [role.published for role in self.reports]
        return max(day for day in days if day) if all(days) else None

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """The evidence of all reports."""
        return tuple(proof for role in self.reports for proof in role.proofs)

    @property
    def marks(self) -> tuple[MarkView, ...]:
        """What people decided on any of the reports."""
        return tuple(dict.fromkeys(mark for role in self.reports for mark in role.marks))

    @property
    def is_doubtful(self) -> bool:
        """Whether the program is unsure of each of the reports, and nobody has confirmed one."""
        return all(any(mark.kind == DOUBT for mark in role.marks) for role in self.reports)

    @property
    def earliest(self) -> tuple[RoleView, ...]:
        """The reports of the earliest day; none where an article that reports it is undated, and may be the first."""
        day = min(role.published or "" for role in self.reports)
        return tuple(role for role in self.reports if day and role.published == day)

    @property
    def articles(self) -> tuple[Name, ...]:
        """The articles that report it, each once."""
        return tuple(dict.fromkeys(role.article for role in self.reports))


def career(roles: Iterable[RoleView]) -> tuple[Post, ...]:
    """Roles as articles report them, those of the same words and tense together, in the order of the first report."""
    posts: dict[tuple[str, str, str], list[RoleView]] = defaultdict(list)
    for role in roles:
        posts[role.person.words, fold_name(role.role), role.tense].append(role)
    return tuple(Post(reports=tuple(same)) for same in posts.values())


def career_of_late(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Roles without those told as held only in articles before one that calls them former."""
    left: dict[str, str] = {}
    for post in posts:
        if post.first.tense == Tense.FORMER:
            left[post.words] = max(left.get(post.words, ""), post.last_reported or "")
    return tuple(p for p in posts if not (p.is_held and p.last_reported and p.last_reported < left.get(p.words, "")))


def role_view(parts: Parts, report: Report[Membership]) -> RoleView:
    """A role for templates."""
    role = report.record
    day = parts.catalogue.article(report.article).published
    return RoleView(
        person=parts.actor(parts.catalogue.people[role.person]),
        role=role.role,
        post=role.post,
        tense=role.tense.value,
        organization=parts.body(role.organization),
        party=parts.body(role.on_behalf_of),
        article=parts.article(report.article),
        published=day,
        reported=date_words(day, parts.words) if day else None,
        proofs=parts.proofs(report.article, role.id, role.evidence),
        marks=parts.marks(role),
    )
