"""Claims with their places and sources written out, for exports."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple


class Statement(NamedTuple):
    """A claim with its places and source, for exports; names as the source has them."""

    a: int
    a_name: str
    a_country: str
    b: int
    b_name: str
    b_country: str
    date: str
    event: str
    status: str
    publisher: str
    kind: str
    title: str
    url: str
    note: str
    a_latitude: float | None
    a_longitude: float | None
    b_latitude: float | None
    b_longitude: float | None


def read_statements(sql: sqlite3.Connection, places: Collection[int] = ()) -> Iterator[Statement]:
    """All claims in the order of their standing, or those about any of some places."""
    marks = ",".join("?" * len(places))
    about = f"where c.a in ({marks}) or c.b in ({marks}) " if places else ""
    rows = sql.execute(
        "select c.a, coalesce(nullif(c.a_label, ''), p.name), p.country,"
        " c.b, coalesce(nullif(c.b_label, ''), q.name), q.country,"
        " coalesce(c.date, ''), c.event, c.status, s.publisher, s.kind, s.title, s.url, c.note,"
        " p.latitude, p.longitude, q.latitude, q.longitude from claims c"
        " join places p on p.id = c.a join places q on q.id = c.b"
        f" join sources s on s.key = c.source {about}order by c.id",
        [*places, *places],
    )
    return map(Statement._make, rows)
