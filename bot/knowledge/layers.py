"""Lists on top of the store of ``data/``: the store is what both of them say, and nothing else.

``data/`` makes a store in ten seconds, most of them for the names of the world. A list adds few
names and many claims, so it is laid on a copy of that store, in about two seconds: its sources
and claims behind the shipped ones, the towns that only it speaks of, their names, and a second
index of those names. What a list says that is on record already is left out.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from bot.knowledge import lists as kept
from bot.knowledge.folding import fold
from bot.knowledge.pairs import settle
from bot.knowledge.records import ALTERNATE, LONGEST_NAME, OWN_NAME, Place
from bot.knowledge.sieve import sift
from bot.knowledge.spelling import index_shards, write_index
from bot.knowledge.switching import base_of, switch, twin
from bot.knowledge.towns import as_place, towns, trustworthy

#: What tells one claim from another: pair, event, date, status, source, note, labels.
Identity: TypeAlias = tuple[Any, ...]

_PLACE_COLUMNS = (
    "id", "kind", "name", "country", "region", "population", "continent", "fame",
    "latitude", "longitude",
)  # fmt: skip


def put_together(
    base: Path,
    files: Mapping[str, Path],
    target: Path,
    folder: Path,
    ready: Callable[[], object] = lambda: None,
) -> None:
    """The store of a finished ``base`` and of lists takes the place of ``target``.

    ``folder`` is for drafts. ``base`` is kept beside ``target`` while there are lists, else it
    is moved. ``ready`` is called when nothing is left to do but the switch.
    """
    kept_base = base_of(target)
    if not files:
        ready()
        switch(base, target)
        kept_base.unlink(missing_ok=True)
        return
    draft = folder / "laid.db"
    lay(base, files, draft)
    for index in folder.glob("names-*.index"):
        index.replace(target.with_name(index.name))
    if base != kept_base:
        twin(base, kept_base)
    ready()
    switch(draft, target)


def lay(base: Path, files: Mapping[str, Path], draft: Path) -> None:
    """Make ``draft`` of the store ``base`` and of lists by name, in the order of their standing.

    The index of the names that they add is written beside ``draft``. ListError where a list is
    damaged; a claim about a place that GeoNames has no more is left out.
    """
    shutil.copyfile(base, draft)
    sql = sqlite3.connect(draft)
    try:
        # A draft may be lost: the switch at the end is what must be safe.
        sql.executescript("pragma journal_mode=off; pragma synchronous=off; begin")
        first = sql.execute("select count(*) from names").fetchone()[0]
        _add_places(sql, files)
        for name, path in files.items():
            _add_items(sql, path)
            _add_claims(sql, path)
            _add_names(sql, path)
            sql.execute("insert into lists values (?, ?)", (name, path.read_bytes()))
        _settle_names(sql)
        sift(sql)
        settle(sql)
        more = _write_index(sql, first, draft.parent)
        sql.executemany(
            "insert or replace into info values (?, ?)",
            [("lists", kept.digest(files)), ("more_index", more)],
        )
        sql.commit()
        sql.execute("analyze claims")
        sql.commit()
    finally:
        sql.close()


def _add_places(sql: sqlite3.Connection, files: Mapping[str, Path]) -> None:
    """The towns that only lists speak of, with their names."""
    sql.execute("create temp table heard (key text, words int, place int, rank int)")
    known = {row[0] for row in sql.execute("select id from places")}
    wanted = {
        int(row[side])
        for path in files.values()
        for row in kept.read(path, "claims")
        for side in "ab"
    } - known
    if not wanted:
        return
    continents = dict(sql.execute("select country, continent from places where kind = 'country'"))
    for town in towns(wanted):
        place = as_place(town)
        _add_place(sql, replace(place, continent=continents.get(place.country, "")))
        names = [(place.name, OWN_NAME)]
        names += [(name, ALTERNATE) for name in town["alternatenames"] if trustworthy(name)]
        _hear(sql, ((name, place.id, rank) for name, rank in names))


def _add_place(sql: sqlite3.Connection, place: Place) -> None:
    marks = ",".join("?" * len(_PLACE_COLUMNS))
    sql.execute(
        f"insert into places ({','.join(_PLACE_COLUMNS)}) values ({marks})",
        [getattr(place, column) for column in _PLACE_COLUMNS],
    )


def _add_items(sql: sqlite3.Connection, path: Path) -> None:
    sql.executemany(
        "insert or ignore into wikidata select ?, ? where exists "
        "(select 1 from places where id = ?1)",
        ((int(row["geonames"]), row["wikidata"]) for row in kept.read(path, "places")),
    )


def _add_claims(sql: sqlite3.Connection, path: Path) -> None:
    stated = {row[1:]: row[0] for row in sql.execute(f"select key, {_SOURCE} from sources s")}
    sources: dict[str, str] = {}
    for row in kept.read(path, "sources"):
        said = (row["kind"], row["publisher"], row["title"], row["url"])
        if said not in stated:
            stated[said] = key_of(said)
            sql.execute("insert into sources values (?, ?, ?, ?, ?)", (stated[said], *said))
        sources[row["source"]] = stated[said]
    names = _Names(sql)
    # Hashes stand for the claims themselves: of 64 bits, no two of a million are alike.
    known = {hash(identity(row)) for row in sql.execute(f"select {CLAIM} from claims")}
    number = sql.execute("select coalesce(max(id), -1) from claims").fetchone()[0]

    def new() -> Iterator[tuple[Any, ...]]:
        nonlocal number
        for row in kept.read(path, "claims"):
            a, b = int(row["a"]), int(row["b"])
            if not (names.own(a) and names.own(b)):
                continue
            labels = (names.label(a, row["a_name"]), names.label(b, row["b_name"]))
            source = sources[row["source"]]
            said = (row["event"], row["date"] or None, row["status"], source, row["note"])
            claim = (a, b, *said, *labels)
            mark = hash(identity(claim))
            if mark not in known:
                known.add(mark)
                number += 1
                yield (number, *claim)

    marks = ",".join("?" * 10)
    sql.executemany(f"insert into claims (id, {CLAIM}) values ({marks})", new())


#: What makes a claim, in the order of identity().
CLAIM = "a, b, event, date, status, source, note, a_label, b_label"
_SOURCE = "s.kind, s.publisher, s.title, s.url"


def identity(claim: tuple[Any, ...]) -> Identity:
    """The same for a claim and for the same claim with its places the other way round."""
    a, b, *said, a_label, b_label = claim
    return (a, b, *said, a_label, b_label) if a < b else (b, a, *said, b_label, a_label)


def key_of(source: tuple[str, ...]) -> str:
    """The key of a source that is not in ``data/``: by what it is."""
    return "list-" + hashlib.sha256("\0".join(source).encode()).hexdigest()[:16]


class _Names:
    """What places call themselves."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._own: dict[int, frozenset[str]] = {}

    def own(self, place: int) -> frozenset[str]:
        """A place's own names; none of a place that is not known."""
        if place not in self._own:
            rows = self._sql.execute(
                "select name from places where id = ?1 union all "
                "select name from labels where place = ?1 and language = 'en'",
                (place,),
            )
            self._own[place] = frozenset(row[0] for row in rows)
        return self._own[place]

    def label(self, place: int, name: str) -> str:
        """A name that is not the place's own says what the source means by it."""
        return "" if name in self.own(place) else name


def _add_names(sql: sqlite3.Connection, path: Path) -> None:
    """Further names of places; a language shows one where it has none of its own so far."""
    for row in kept.read(path, "names"):
        place = int(row["geonames"])
        _hear(sql, [(row["name"], place, ALTERNATE)])
        if row["label"]:
            sql.execute(
                "insert or ignore into labels (place, language, name) select ?, ?, ? "
                "where exists (select 1 from places where id = ?1 and name != ?3)",
                (place, row["language"], row["name"]),
            )


def _hear(sql: sqlite3.Connection, names: Iterable[tuple[str, int, int]]) -> None:
    for name, place, rank in names:
        folded = fold(name)
        key = folded.replace(" ", "")
        if key and len(key) <= LONGEST_NAME:
            words = folded.count(" ") + 1
            sql.execute("insert into heard values (?, ?, ?, ?)", (key, words, place, rank))


def _settle_names(sql: sqlite3.Connection) -> None:
    """Number the names that are new, and say who bears what was heard."""
    sql.execute("delete from heard where place not in (select id from places)")
    sql.execute(
        "insert into names (id, key, words) select "
        "(select max(id) from names) + row_number() over (order by key), key, max(words) "
        "from heard where key not in (select key from names) group by key"
    )
    sql.execute(
        "insert into bearers (name, place, rank) select n.id, h.place, min(h.rank) "
        "from heard h join names n on n.key = h.key where true group by n.id, h.place "
        "on conflict (name, place) do update set rank = min(rank, excluded.rank)"
    )
    sql.execute("drop table heard")


def _write_index(sql: sqlite3.Connection, first: int, folder: Path) -> str:
    """The index of the names from number ``first`` on; its name, or nothing without any."""
    keys = [
        row[0] for row in sql.execute("select key from names where id >= ? order by id", (first,))
    ]
    if not keys:
        return ""
    draft = folder / "more.index"
    write_index(draft, index_shards(keys, first))
    name = f"names-{hashlib.sha256(draft.read_bytes()).hexdigest()[:16]}.index"
    draft.replace(folder / name)
    return name
