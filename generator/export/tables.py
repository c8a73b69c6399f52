"""Layer 3: rows as CSV that a spreadsheet can open without running anything in it."""

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")

# A spreadsheet takes a cell that starts so for a formula, and an article may hold any words.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Rows(Generic[Row]):
    """Rows of one dataclass; its fields name the columns, also where there is no row."""

    kind: type[Row]
    rows: Sequence[Row]


def columns(kind: type[Any]) -> tuple[str, ...]:
    """The names of the columns of a table of some rows."""
    # A trailing underscore only keeps a column name from being a Python keyword.
    return tuple(field.name.rstrip("_") for field in fields(kind))


def table(rows: Rows[Any]) -> bytes:
    """CSV (RFC 4180, UTF-8) with a header line; None is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns(rows.kind))
    for row in rows.rows:
        writer.writerow(_cell(value) for value in astuple(row))
    return out.getvalue().encode()


def _cell(value: str | int | None) -> str:
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    return "'" + value if value.startswith(FORMULA_STARTS) else value
