"""The partnerships of all places as a network: who has the most, which are the oldest, what
leads from one city to another."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.knowledge.partnerships import LIGHTER
from bot.knowledge.records import CLOSING, Place

#: Places that one query looks up at the most (SQLite allows 32,766 values).
_MOST_AT_ONCE = 10_000
#: Answers of each kind that are kept, each up to some thousand ties long.
_KEPT = 32


class Tie(NamedTuple):
    """Two places that are partners."""

    a: int
    b: int


class Network:
    """Questions about all partnerships that stand; SQL over the table of pairs.settle()."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        # People ask about few areas, each in other words and languages.
        self.most_connected = lru_cache(_KEPT)(self._most_connected)
        self.oldest = lru_cache(_KEPT)(self._oldest)
        self.between = lru_cache(_KEPT)(self._between)

    def _most_connected(self, areas: tuple[Place, ...], limit: int) -> list[tuple[int, int]]:
        """The cities with the most partners, and how many each has; of these areas, if any."""
        (where_a, values_a), (where_b, values_b) = _inside(areas, "a"), _inside(areas, "b")
        rows = self._sql.execute(
            "select place, number from (select place, count(*) as number from ("
            f"select a as place from partnerships where {_STANDS} and {where_a} union all "
            f"select b from partnerships where {_STANDS} and {where_b}) group by place) "
            "join places p on p.id = place order by number desc, p.population desc, p.id limit ?",
            (*values_a, *values_b, limit),
        )
        return [(place, partners) for place, partners in rows]

    def _oldest(self, areas: tuple[Place, ...], limit: int) -> list[Tie]:
        """The full partnerships that stand with the earliest dates, of these areas, if any.

        1925 goes before 17 May 1925: nothing says that it was later.
        """
        where, values = _between(areas)
        rows = self._sql.execute(
            f"{_PAIRS} where {_STANDS} and {_IS_FULL} and since is not null and {where} "
            "order by since, a, b limit ?",
            (*values, limit),
        )
        return [Tie(*row) for row in rows]

    def _between(self, areas: tuple[Place, ...]) -> list[Tie]:
        """The partnerships that stand of one area, or from one to another; dated ones first."""
        where, values = _between(areas)
        rows = self._sql.execute(
            f"{_PAIRS} where {_STANDS} and {where} order by since is null, since, a, b",
            values,
        )
        return [Tie(*row) for row in rows]

    def certain(self, areas: Sequence[Place], people: int = 0) -> list[Tie]:
        """The partnerships that partnerships.is_certain() is true of, of these areas, if any, and
        of cities with at least so many people."""
        where, values = _between(areas)
        rows = self._sql.execute(
            f"{_PAIRS} join places p on p.id = a join places q on q.id = b "
            f"where certain and {where} and min(p.population, q.population) >= ? order by a, b",
            (*values, people),
        )
        return [Tie(*row) for row in rows]

    def ended(self, areas: Sequence[Place]) -> list[Tie]:
        """The partnerships that have ended, of these areas, if any."""
        where, values = _between(areas)
        rows = self._sql.execute(
            f"{_PAIRS} where status = 'ended' and {where} order by a, b", values
        )
        return [Tie(*row) for row in rows]

    def anniversaries(self, areas: Sequence[Place], month: int, day: int) -> list[Tie]:
        """The partnerships that stand of these areas and began on a day of any year, or on any
        day of a month (``day`` 0), by the day and then by the year."""
        where, values = _between(areas)
        rows = self._sql.execute(
            f"{_PAIRS} where {_STANDS} and since like ? and {where} "
            "order by substr(since, 9), since, a, b",
            (f"____-{month:02}-{f'{day:02}' if day else '__'}", *values),
        )
        return [Tie(*row) for row in rows]

    def chain(self, start: int, end: int) -> list[int]:
        """The places of the shortest chain of partnerships from one to another, both included;
        of equally short ones through the larger cities. Empty where there is none."""
        before: dict[int, int] = {start: 0}
        behind: dict[int, int] = {end: 0}
        front, back = [start], [end]
        while front and back:
            # From the side with fewer places to look at.
            if len(front) <= len(back):
                front = self._next(front, before)
            else:
                back = self._next(back, behind)
            met = self._largest(before.keys() & behind.keys())
            if met:
                return [*reversed(list(_walk(met, before))), *list(_walk(met, behind))[1:]]
        return []

    def _next(self, places: list[int], seen: dict[int, int]) -> list[int]:
        """The partners of these places that were not seen so far; ``seen`` says whose."""
        found: dict[int, int] = {}
        for part in _parts(places):
            marks = ",".join("?" * len(part))
            for place, partner in self._sql.execute(
                f"select a, b from partnerships where a in ({marks}) and {_IS_ACTIVE} union all "
                f"select b, a from partnerships where b in ({marks}) and {_IS_ACTIVE}",
                (*part, *part),
            ):
                if partner not in seen:
                    found.setdefault(partner, place)
        seen.update(found)
        return list(found)

    def _largest(self, places: Collection[int]) -> int:
        """The one with the most people; 0 of none."""
        known = list(places)[:_MOST_AT_ONCE]
        marks = ",".join("?" * len(known))
        row = self._sql.execute(
            f"select id from places where id in ({marks}) order by population desc, id limit 1",
            known,
        ).fetchone()
        return int(row[0]) if row else 0


_STANDS = "status != 'ended'"
#: A chain is only as good as each of its links.
_IS_ACTIVE = "status not in ({})".format(",".join(f"'{status}'" for status in CLOSING))
_IS_FULL = "event not in ({})".format(",".join(f"'{event}'" for event in LIGHTER))
_PAIRS = "select a, b from partnerships"


def _walk(place: int, whence: dict[int, int]) -> Iterator[int]:
    while place:
        yield place
        place = whence[place]


def _inside(areas: Sequence[Place], end: str) -> tuple[str, list[object]]:
    """A condition that an end of a partnership ("a", "b") lies in any of these areas; of none it
    is always true."""
    conditions: list[str] = []
    values: list[object] = []
    for area in areas:
        if area.kind == "continent":
            conditions.append(f"{end}_continent = ?")
            values.append(area.country)
        elif area.kind == "country":
            conditions.append(f"{end}_country = ?")
            values.append(area.country)
        elif area.region:
            conditions.append(f"({end}_country = ? and {end}_region = ?)")
            values += [area.country, area.region]
        else:
            conditions.append(f"{end}_country in (select country from members where area = ?)")
            values.append(area.id)
    return f"({' or '.join(conditions)})" if conditions else "1", values


def _between(areas: Sequence[Place]) -> tuple[str, list[object]]:
    """A condition on the two places of a partnership: one in the first area, the other in the
    second where there are two."""
    if len(areas) < 2:
        (one, values), (other, more) = _inside(areas, "a"), _inside(areas, "b")
        return f"({one} or {other})", [*values, *more]
    parts = [
        (_inside(areas[:1], one), _inside(areas[1:2], other))
        for one, other in (("a", "b"), ("b", "a"))
    ]
    condition = " or ".join(f"({one[0]} and {two[0]})" for one, two in parts)
    return f"({condition})", [value for pair in parts for _, values in pair for value in values]


def _parts(places: list[int]) -> Iterable[list[int]]:
    for start in range(0, len(places), _MOST_AT_ONCE):
        yield places[start : start + _MOST_AT_ONCE]
