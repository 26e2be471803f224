"""Store: everything an answer needs from knowledge.db, a method a question."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from bot.errors import UserError
from bot.knowledge.dates import PartialDate
from bot.knowledge.folding import name_key
from bot.knowledge.memo import Memo
from bot.knowledge.network import Network
from bot.knowledge.partnerships import add_up, is_certain
from bot.knowledge.records import (
    ALTERNATE,
    FOUNDING,
    Claim,
    Partnership,
    Place,
    Quiz,
    Source,
    Topic,
)
from bot.knowledge.sieve import Sieve
from bot.knowledge.spelling import SpellingIndex
from bot.knowledge.statements import Statement, read_statements

#: Raised whenever the tables change: a store of another schema is built anew.
SCHEMA = 15


V = TypeVar("V")


class StoreError(UserError):
    """The store is missing, damaged or of another version."""


class Bearer(NamedTuple):
    """A place that bears a name, and how near the name stands to it (world.OWN_NAME …)."""

    place: Place
    rank: int
    #: Words of the name as it is listed, at the most.
    words: int


class _Heard(NamedTuple):
    """How much a word speaks for each language, and the languages in which it is common."""

    shares: dict[str, float]
    common: frozenset[str]


def fingerprint(data: Path) -> str:
    """A hash of everything in ``data/`` that a store is made from."""
    digest = hashlib.sha256(str(SCHEMA).encode())
    for path in sorted(data.rglob("*")):
        if path.suffix in (".csv", ".yaml", ".ftl"):
            digest.update(path.relative_to(data).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


class Store:
    """A built knowledge.db, opened read-only. It belongs to the thread that opened it."""

    def __init__(self, path: Path) -> None:
        """StoreError where there is no usable store at ``path``."""
        if not path.is_file():
            raise StoreError(f"There is no store at {path}; `python -m bot data build` makes one.")
        self._path, self._identity = path, _identity(path)
        try:
            self._sql = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
            self.info: dict[str, str] = dict(self._sql.execute("select key, value from info"))
            if self.info.get("schema") != str(SCHEMA):
                raise StoreError(
                    f"The store at {path} is of another version; "
                    "`python -m bot data build` makes it anew."
                )
            self._spelling = [
                SpellingIndex(path.with_name(name))
                for name in (self.info["index"], self.info["more_index"])
                if name
            ]
            self._sieve = Sieve(self._sql)
        except (sqlite3.Error, OSError, ValueError, KeyError) as error:
            raise StoreError(
                f"The store at {path} is damaged ({error}); "
                "`python -m bot data build` makes it anew."
            ) from error
        self.place = lru_cache(4096)(self._place)
        self.label = lru_cache(4096)(self._label)
        self.own_label = lru_cache(4096)(self._own_label)
        self.partnerships = lru_cache(256)(self._partnerships)
        self.partnership = lru_cache(1024)(self._partnership)
        #: Questions about all partnerships.
        self.network = Network(self._sql)
        self.names = lru_cache(4096)(self._names)
        self.circle = lru_cache(256)(self._circle)
        self._bearers = Memo[tuple[Bearer, ...]](self._look_up_bearers, (), _KEPT)
        self._heard = Memo[_Heard](self._look_up_heard, _Heard({}, frozenset()), _KEPT)
        #: Codes of the languages that the store speaks.
        self.languages: list[str] = [
            row[0]
            for row in self._sql.execute("select distinct language from documents order by 1")
        ]
        self._claim_names: dict[tuple[str, str], str] = {
            (name, language): said
            for name, language, said in self._sql.execute(
                "select name, language, said from claim_names"
            )
        }
        self._profiles: dict[str, dict[str, str]] = {
            code: self.document(code, "profile") for code in self.languages
        }
        self.sources: dict[str, Source] = {
            row[0]: Source(*row)
            for row in self._sql.execute("select key, kind, publisher, title, url from sources")
        }
        self._kinds = {key: source.kind for key, source in self.sources.items()}
        #: How many claims, partnerships, dated ones … there are (build.py counts them).
        self.counts: dict[str, int] = dict(
            self._sql.execute("select name, number from counts order by rowid")
        )
        self.topics: dict[str, Topic] = {
            key: _topic(json.loads(content))
            for key, content in self._sql.execute(
                "select key, content from topics order by position"
            )
        }
        #: Codes of what GeoNames lists as countries and the game does not ask about as such.
        self.not_countries: frozenset[str] = frozenset(self.info["not_countries"].split())
        #: Questions of the game about the topics.
        self.quizzes: tuple[Quiz, ...] = tuple(
            Quiz(*row) for row in self._sql.execute("select key, topic, level from trivia")
        )
        #: Ids of the places of which there is any claim, and of those of which the founding
        #: document and the history tell.
        self.recorded: frozenset[int] = frozenset(
            place for row in self._sql.execute("select distinct a, b from claims") for place in row
        )
        self.told_of: frozenset[int] = frozenset(
            place
            for row in self._sql.execute(
                "select a, b from claims join sources on source = key where kind = ?",
                (FOUNDING,),
            )
            for place in row
        ) | {place for topic in self.topics.values() for place in topic.places}
        areas = self._sql.execute(f"select {_PLACE} from places p where p.kind != 'city'")
        self._areas = {
            (p.kind, p.country or p.name, p.region): p for p in (Place(*r) for r in areas)
        }
        self._members: dict[int, frozenset[str]] = {}
        for area, code in self._sql.execute("select area, country from members"):
            self._members[area] = self._members.get(area, frozenset()) | {code}

    def is_current(self) -> bool:
        """Whether the file is still the one that was opened: a new store takes its place."""
        return _identity(self._path) in (self._identity, None)

    def accept(self) -> None:
        """Count the file that is there now as the one that was opened."""
        self._identity = _identity(self._path)

    def close(self) -> None:
        for index in self._spelling:
            index.close()
        self._sql.close()

    def document(self, language: str, name: str) -> Any:
        """A language's examples, explanations, demonyms (mappings) or messages (Fluent text)."""
        row = self._sql.execute(
            "select content from documents where language = ? and document = ?", (language, name)
        ).fetchone()
        return json.loads(row[0]) if row else {}

    def profile(self, language: str) -> dict[str, str]:
        """What a language calls itself (``name``), and its CLDR ``locale``."""
        return self._profiles[language]

    def _place(self, number: int) -> Place | None:
        """The place with a GeoNames id."""
        row = self._sql.execute(
            f"select {_PLACE} from places p where p.id = ?", (number,)
        ).fetchone()
        return Place(*row) if row else None

    def place_ids(self) -> set[int]:
        """The ids of all places."""
        return {row[0] for row in self._sql.execute("select id from places")}

    def statements(self, places: Collection[int] = ()) -> Iterator[Statement]:
        """All claims in the order of their standing, or those about any of some places."""
        return read_statements(self._sql, places)

    def item(self, item: str) -> int:
        """The GeoNames id of the place that a Wikidata item (Q…) is about; 0 if not known."""
        row = self._sql.execute("select place from wikidata where item = ?", (item,)).fetchone()
        return int(row[0]) if row else 0

    def _label(self, number: int, language: str) -> str:
        """What a language calls a place, else the place's own name; empty for an unknown id."""
        place = self.place(number)
        return self.own_label(number, language) or (place.name if place else "")

    def _own_label(self, number: int, language: str) -> str:
        """The name that a language itself has for a place, or nothing."""
        row = self._sql.execute(
            "select name from labels where place = ? and language = ?", (number, language)
        ).fetchone()
        return str(row[0]) if row else ""

    def largest(self, number: int) -> list[Place]:
        """The cities with the most people, the largest first."""
        rows = self._sql.execute(
            f"select {_PLACE} from places p where p.kind = 'city' "
            "order by p.population desc limit ?",
            (number,),
        )
        return [Place(*row) for row in rows]

    def claim_name(self, name: str, language: str) -> str:
        """What a language says for a name that a claim gives; empty where it has nothing."""
        return self._claim_names.get((name, language), "")

    def country(self, code: str) -> Place | None:
        """The country with an ISO 3166-1 alpha-2 code."""
        return self._areas.get(("country", code, ""))

    def region(self, country: str, code: str) -> Place | None:
        """The region of a country with a GeoNames admin1 code."""
        return self._areas.get(("region", country, code))

    def has_larger_namesake(self, place: Place) -> bool:
        """Whether a larger city of the same country has its name."""
        key = name_key(place.name)
        return any(
            bearer.place.population > place.population
            and bearer.place.country == place.country
            and bearer.place.id != place.id
            and bearer.rank != ALTERNATE
            for bearer in self.bearers([key]).get(key, ())
        )

    def contains(self, area: Place, place: Place) -> bool:
        """Whether a place lies in a country, region, group of countries or continent."""
        if area.kind == "continent":
            return place.continent == area.country
        if area.id in self._members:
            return place.country in self._members[area.id]
        if area.kind == "region":
            return (place.country, place.region) == (area.country, area.region)
        return area.kind == "country" and place.country == area.country

    def area(self, key: str) -> Place | None:
        """The place of an area's key: DE, continent:EU or scandinavia (areas.yaml)."""
        if len(key) == 2 and key.isupper():
            return self.country(key)
        if key.startswith("continent:"):
            return self._areas.get(("continent", key.removeprefix("continent:"), ""))
        return next((p for p in self._areas.values() if p.kind == "region" and p.name == key), None)

    def bearers(self, keys: Iterable[str]) -> dict[str, tuple[Bearer, ...]]:
        """Who bears the names with these keys; keys that are no names are left out."""
        return self._bearers.get(self._sieve.kept(keys))

    def _look_up_bearers(self, keys: list[str]) -> dict[str, tuple[Bearer, ...]]:
        found: dict[str, list[Bearer]] = {}
        for part in _parts(keys):
            marks = ",".join("?" * len(part))
            for key, rank, words, *place in self._sql.execute(
                f"select n.key, b.rank, n.words, {_PLACE} from names n "
                f"join bearers b on b.name = n.id join places p on p.id = b.place "
                f"where n.key in ({marks})",
                part,
            ):
                found.setdefault(key, []).append(Bearer(Place(*place), rank, words))
        return {key: tuple(bearers) for key, bearers in found.items()}

    def _names(self, place: int) -> tuple[str, ...]:
        """Keys of the names that a place has in earnest: its own and the curated ones."""
        rows = self._sql.execute(
            "select n.key from bearers b join names n on n.id = b.name "
            f"where b.place = ? and b.rank < {ALTERNATE}",
            (place,),
        )
        return tuple(row[0] for row in rows)

    def near(self, key: str) -> list[str]:
        """Keys of names that ``key`` may be a misspelling of; the caller measures how far."""
        found: list[str] = []
        candidates = [number for index in self._spelling for number in index.candidates(key)]
        for part in _parts(candidates):
            marks = ",".join("?" * len(part))
            rows = self._sql.execute(f"select key from names where id in ({marks})", part)
            found += (row[0] for row in rows)
        return found

    def speaking(self, words: Iterable[str]) -> dict[str, dict[str, float]]:
        """How much each of these folded words speaks for the languages that have it, in sum 1;
        words that no language has are left out."""
        heard = self._heard.get(words)
        return {word: found.shares for word, found in heard.items() if found.shares}

    def common(self, language: str, words: Iterable[str]) -> set[str]:
        """Which of these folded words are among the language's commonest."""
        heard = self._heard.get(words)
        return {word for word, found in heard.items() if language in found.common}

    def _look_up_heard(self, words: list[str]) -> dict[str, _Heard]:
        found: dict[str, _Heard] = {}
        for part in _parts(words):
            marks = ",".join("?" * len(part))
            for key, code, share in self._sql.execute(
                f"select key, language, share from vocabulary where key in ({marks}) "
                f"union all select key, language, null from common where key in ({marks})",
                (*part, *part),
            ):
                shares, common = found.get(key, ({}, frozenset()))
                if share is None:
                    common |= {code}
                else:
                    shares[code] = share
                found[key] = _Heard(shares, common)
        return found

    def _partnerships(self, place: int) -> tuple[Partnership, ...]:
        """Every partnership of a place on record, the earliest first, undated ones last."""
        known = self._add_up(place, "a = ? or b = ?", (place, place))
        return tuple(sorted(known, key=_by_date))

    def _partnership(self, place: int, partner: int) -> Partnership | None:
        """What is on record about two places."""
        pair = (place, partner, partner, place)
        return next(self._add_up(place, "a = ? and b = ? or a = ? and b = ?", pair), None)

    def _add_up(self, place: int, where: str, values: Sequence[int]) -> Iterator[Partnership]:
        """The partnerships of a place that the claims of a condition add up to."""
        pairs: dict[int, list[Claim]] = {}
        for row in self._sql.execute(
            "select a, b, event, date, status, source, note, a_label, b_label from claims "
            f"where {where} order by id",
            values,
        ):
            a, b, event, date, *rest = row
            claim = Claim(a, b, event, PartialDate.parse(date) if date else None, *rest)
            pairs.setdefault(b if a == place else a, []).append(claim)
        for partner, claims in pairs.items():
            yield add_up(place, partner, claims, self._kinds)

    def _circle(self, place: int) -> frozenset[int]:
        """A place and those of which there is any claim about it."""
        rows = self._sql.execute(
            "select b from claims where a = ? union select a from claims where b = ?",
            (place, place),
        )
        return frozenset((place, *(row[0] for row in rows)))

    def is_certain(self, partnership: Partnership) -> bool:
        """Whether it stands and nothing on record disputes its date (partnerships.py)."""
        return is_certain(partnership, self._kinds)

    @property
    def as_of(self) -> PartialDate:
        """When the claims were gathered: what has happened since is not on record."""
        return PartialDate.parse(self.info["as_of"])


def _identity(path: Path) -> tuple[int, ...] | None:
    """What tells one file from another in its place; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


#: Names and words of which it is kept in memory what they are.
_KEPT = 8192
#: Values that one query looks up at the most (SQLite allows 32,766).
_MOST_AT_ONCE = 500


def _parts(values: list[V]) -> Iterator[list[V]]:
    for start in range(0, len(values), _MOST_AT_ONCE):
        yield values[start : start + _MOST_AT_ONCE]


_PLACE = "p.id, p.kind, p.name, p.country, p.region, p.population, p.continent, p.fame"


def _by_date(partnership: Partnership) -> tuple[dt.date, int, int]:
    since = partnership.since
    if since is None:
        return dt.date.max, 0, partnership.partner
    # 1988 goes before 17 May 1988: nothing says that it was later.
    return since.earliest, since.month * 32 + since.day, partnership.partner


def _topic(content: dict[str, Any]) -> Topic:
    return Topic(
        key=content["key"],
        kind=content["kind"],
        sources=tuple(content["sources"]),
        areas=tuple(content.get("areas", ())),
        languages=tuple(content.get("languages", ())),
        years=tuple(content.get("years", ())),
        places=tuple(content.get("places", ())),
        notes=tuple((key, tuple(cited)) for key, cited in content.get("notes", {}).items()),
        word=content.get("word", ""),
        act=content.get("act", False),
        compares=tuple(content.get("compares", ())),
    )
