"""Stage resolve: articles' days of publication, and how far they are from each other."""

import datetime


def day_of(published: str | None) -> datetime.date | None:
    """An article's day; None where it has none."""
    try:
        return datetime.date.fromisoformat(published or "")
    except ValueError:
        return None


def are_within(first: str | None, second: str | None, days: int) -> bool | None:
    """Whether two articles are so few days from each other; None where one of them has no day."""
    one, other = day_of(first), day_of(second)
    return None if one is None or other is None else abs((one - other).days) <= days
