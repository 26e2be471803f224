"""What the claims of a store add up to, pair by pair: for questions about all of them."""

from __future__ import annotations

import sqlite3
from itertools import groupby

from bot.knowledge.dates import PartialDate
from bot.knowledge.partnerships import add_up, disputes, is_certain
from bot.knowledge.records import Claim

_TABLES = """
    drop table if exists partnerships;
    drop table if exists counts;
    create table partnerships (
        a integer not null references places (id), b integer not null references places (id),
        event text, since text, status text, ended text,
        certain integer,
        -- Where the two lie, so that questions about areas need no look at places.
        a_country text, a_region text, a_continent text,
        b_country text, b_region text, b_continent text,
        primary key (a, b)
    ) without rowid;
    create table counts (name text primary key, number integer);
"""


def settle(sql: sqlite3.Connection) -> None:
    """Make the tables ``partnerships`` (a < b) and ``counts`` of the claims and sources that are
    there, in the transaction that is open."""
    kinds = dict(sql.execute("select key, kind from sources"))
    rows = sql.execute(
        "select a, b, event, date, status, source, note, a_label, b_label from claims "
        "order by min(a, b), max(a, b), id"
    )
    known = []
    for (a, b), claims in groupby(rows.fetchall(), lambda row: (min(row[:2]), max(row[:2]))):
        known.append(add_up(a, b, [_claim(row) for row in claims], kinds))
    for statement in _TABLES.split(";"):
        sql.execute(statement)
    sql.executemany(
        "insert into partnerships (a, b, event, since, status, ended, certain) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(p.place, p.partner, p.event, _written(p.since), p.status),
                *(_written(p.ended), is_certain(p, kinds)),
            )
            for p in known
        ],
    )
    for end in "ab":
        sql.execute(
            f"update partnerships set ({end}_country, {end}_region, {end}_continent) = "
            f"(select country, region, continent from places where id = {end})"
        )
    sql.execute("create index partnerships_by_b on partnerships (b)")
    counts = {
        "claims": sum(len(p.claims) for p in known),
        "pairs": len(known),
        "dated": sum(p.since is not None for p in known),
        "dated_to_the_day": sum(bool(p.since and p.since.day) for p in known),
        "disputed": sum(bool(disputes(p)) for p in known),
        "ended": sum(p.status == "ended" for p in known),
        "suspended": sum(p.status == "suspended" for p in known),
        "places": len({place for p in known for place in (p.place, p.partner)}),
        "sources": len(kinds),
    }
    sql.executemany("insert into counts values (?, ?)", counts.items())


def _claim(row: tuple[object, ...]) -> Claim:
    a, b, event, date, *rest = row
    return Claim(a, b, event, PartialDate.parse(str(date)) if date else None, *rest)  # type: ignore[arg-type]


def _written(date: PartialDate | None) -> str | None:
    return str(date) if date else None
