"""A municipality's or association's own list -> a list of ours (lists.py), all of it or nothing.

A file is CSV with a header, or JSON: a list of objects, alone or as ``claims`` of an object. A
row says that two places did something; each column may be missing but for the two places:

    a, b                  the places: a name, a GeoNames id (745044) or a Wikidata item (Q406)
    a_name, b_name        the names as the source has them, beside an id
    a_country, b_country  ISO 3166-1 code or name of the country, in any of the bot's languages
    a_region, b_region    state or province, where a country has several places of the name
    date                  1988, 1989-11, 1989-11-17 or 17.11.1989; nothing where it is not known
    event                 one of records.EVENTS; twin_town where nothing is said
    status                one of records.STATUSES; active where nothing is said
    publisher, title, url, kind   the source; else that of Options, else the file
    note                  anything else that the source says about it

Headers may say it otherwise (SYNONYMS). Everything is checked before anything is kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.knowledge.dates import PartialDate
from bot.knowledge.folding import fold, name_key
from bot.knowledge.intake.places import Asked, Unclear, find
from bot.knowledge.intake.tables import Row, Table, TableError, open_table
from bot.knowledge.layers import key_of
from bot.knowledge.records import (
    CLOSING,
    EVENTS,
    FOUNDING,
    SOURCE_KINDS,
    STATUSES,
    Place,
    Source,
)
from bot.knowledge.store import Store

#: What a file may call our columns, folded and with _ for blanks, without the a or b of a side.
SYNONYMS = {
    "": ("", "name", "city", "place", "town", "municipality"),
    "id": ("id", "geonames", "geonameid", "geonames_id", "geoname_id", "wikidata", "qid"),
    "country": ("country", "country_code", "countrycode", "state_country"),
    "region": ("region", "state", "province", "admin1"),
}
#: What a file may call the two sides, before or behind the name of a column.
SIDES = {
    "a": ("a", "1", "one", "from", "our"),
    "b": ("b", "2", "two", "to", "partner", "twin"),
}
OTHERS = {
    "date": ("date", "year", "since", "start", "signed", "datum", "jahr"),
    "event": ("event", "type", "relation"),
    "status": ("status",),
    "kind": ("kind", "source_kind"),
    "publisher": ("publisher", "source", "source_publisher"),
    "title": ("title", "source_title"),
    "url": ("url", "link", "source_url"),
    "note": ("note", "notes", "remark", "remarks", "comment"),
}
#: The earliest year that is believed: Paderborn and Le Mans have been friends since 836.
EARLIEST = 800
#: What a text cell may hold.
LONGEST = 1000
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z|(\d{1,2})\.(\d{4})\Z")


@dataclass(frozen=True, slots=True)
class Options:
    """The source where rows name none, and how the file is to be read."""

    publisher: str = ""
    title: str = ""
    url: str = ""
    kind: str = "other"
    #: Empty: told by the bytes.
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where; no column where the whole row is meant."""

    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        column = f", column {self.column}" if self.column else ""
        return f"line {self.line}{column}: {self.reason}"


@dataclass(slots=True)
class Checked:
    """What a file says, in the form of a list; of use only where there are no faults."""

    encoding: str
    #: Columns of the file that are not ours.
    unused: list[str]
    faults: list[Fault] = field(default_factory=list)
    #: In CLAIM_COLUMNS.
    claims: list[tuple[str, ...]] = field(default_factory=list)
    sources: dict[Source, None] = field(default_factory=dict)
    #: Rows that say what an earlier row says.
    repeated: int = 0

    @property
    def files(self) -> dict[str, Iterable[tuple[str, ...]]]:
        """The rows of a list's files."""
        sources = ((s.key, s.kind, s.publisher, s.title, s.url) for s in self.sources)
        return {"claims": self.claims, "sources": sources}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row that may be well, its cells by our columns."""

    line: int
    cells: dict[str, str]
    places: tuple[Asked, Asked]


def check(path: Path, store: Store, options: Options, today: dt.date) -> Checked:
    """Read and check a whole file; TableError where it is no table at all.

    ``today`` is the day after which nothing can have happened.
    """
    with closing(open_table(path, _known(store), options.encoding)) as table:
        return _check(table, path, store, options, today)


def _check(table: Table, path: Path, store: Store, options: Options, today: dt.date) -> Checked:
    columns = _columns(table.columns)
    headers = {ours: theirs for theirs, ours in columns.items()}
    for side in "ab":
        if not {side, f"{side}_id", f"{side}_name"} & headers.keys():
            raise TableError(
                f"{path.name} has no column {side!r} for the {'second' if side == 'b' else 'first'}"
                f" place; its columns are {', '.join(map(repr, table.columns))[:300]}."
            )
    checked = Checked(table.encoding, [c for c in table.columns if c and c not in columns])
    entries = list(_entries(table, columns, headers, checked.faults))
    found = find(store, (one for entry in entries for one in entry.places))
    known = {(s.kind, s.publisher, s.title, s.url) for s in store.sources.values()}
    statuses: dict[tuple[object, ...], tuple[str, int]] = {}
    claims: dict[tuple[str, ...], None] = {}
    for entry in entries:
        faults: list[Fault] = []
        places = [
            _place(found[one], side, entry, headers, faults)
            for side, one in zip("ab", entry.places, strict=True)
        ]
        claim, source = _claim(entry, path, options, headers, today, faults)
        if (
            source.kind == FOUNDING
            and (source.kind, source.publisher, source.title, source.url) not in known
        ):
            reason = f"{FOUNDING!r} is what this bot itself began with"
            faults.append(Fault(entry.line, headers.get("kind", "kind"), reason))
        a, b = places
        if a and b:
            if a.id == b.id:
                faults.append(Fault(entry.line, "", f"{a.name} cannot be its own partner"))
            # Ended and suspended are two statuses, not two events that can come together.
            event = "closing" if claim["event"] in CLOSING else claim["event"]
            said_of = (min(a.id, b.id), max(a.id, b.id), source, event, claim["date"])
            status, line = statuses.setdefault(said_of, (claim["status"], entry.line))
            if status != claim["status"]:
                reason = f"{claim['status']}, where line {line} says {status} of the same"
                faults.append(Fault(entry.line, headers.get("status", "status"), reason))
            if not faults:
                said = tuple(claim[c] for c in ("date", "event", "status", "source", "note"))
                names = [_said(entry, side, place) for side, place in (("a", a), ("b", b))]
                row = (str(a.id), names[0], str(b.id), names[1], *said)
                checked.repeated += row in claims
                claims[row] = None
                checked.sources[source] = None
        checked.faults += faults
    checked.claims = list(claims)
    checked.faults.sort(key=lambda fault: fault.line)
    if not claims and not checked.faults:
        raise TableError(f"{path.name} has a header and nothing below it.")
    return checked


def _known(store: Store) -> Any:
    def known(names: Iterable[str]) -> int:
        return len(store.bearers({name_key(name) for name in names}))

    return known


def _columns(headers: list[str]) -> dict[str, str]:
    """Our columns by those of a file; what is not ours is left out."""
    ours = {name: column for column, names in OTHERS.items() for name in names}
    for side, sides in SIDES.items():
        for column, names in SYNONYMS.items():
            for word in sides:
                for name in names:
                    target = "_".join(filter(None, (side, "name" if name == "name" else column)))
                    for parts in ((word, name), (name, word)):
                        ours.setdefault("_".join(filter(None, parts)), target)
                        ours.setdefault("".join(parts), target)
    found: dict[str, str] = {}
    for header in headers:
        target = ours.get(fold(str(header).replace("_", " ")).replace(" ", "_"), "")
        if target and target not in found.values():
            found[header] = target
    return found


def _entries(
    table: Table, columns: dict[str, str], headers: dict[str, str], faults: list[Fault]
) -> Iterator[_Entry]:
    for row in table.rows:
        if row.fault:
            faults.append(Fault(row.line, "", row.fault))
            continue
        cells, wrong = _cells(row, columns)
        faults += wrong
        places = []
        for side in "ab":
            place = _asked(side, cells)
            if not (place.id or place.name):
                column = headers.get(side) or headers.get(f"{side}_name") or headers[f"{side}_id"]
                wrong.append(Fault(row.line, column, "the place is missing"))
                faults.append(wrong[-1])
            places.append(place)
        if not wrong:
            yield _Entry(row.line, cells, (places[0], places[1]))


def _cells(row: Row, columns: dict[str, str]) -> tuple[dict[str, str], list[Fault]]:
    cells, wrong = dict[str, str](), list[Fault]()
    for header, column in columns.items():
        value = row.cells.get(header)
        if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
            wrong.append(Fault(row.line, header, f"{str(value)[:40]!r} is no text"))
            continue
        text = " ".join(str("" if value is None else value).split())
        if len(text) > LONGEST:
            wrong.append(Fault(row.line, header, f"more than {LONGEST} characters"))
        elif any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in text):
            wrong.append(Fault(row.line, header, "it holds characters that are no text"))
        cells[column] = text
    return cells, wrong


def _asked(side: str, cells: dict[str, str]) -> Asked:
    given = cells.get(f"{side}_id") or cells.get(side, "")
    is_id = bool(cells.get(f"{side}_id") or re.fullmatch(r"[0-9]+|[Qq][0-9]+", given))
    if is_id:
        return Asked(id=given)
    return Asked(
        name=given or cells.get(f"{side}_name", ""),
        country=cells.get(f"{side}_country", ""),
        region=cells.get(f"{side}_region", ""),
    )


def _place(
    found: Place | Unclear, side: str, entry: _Entry, headers: dict[str, str], faults: list[Fault]
) -> Place | None:
    if isinstance(found, Place):
        return found
    parts = {
        "name": (side, f"{side}_name"),
        "id": (f"{side}_id", side),
        "country": (f"{side}_country",),
    }[found.part]
    used = [headers[part] for part in parts if part in headers and entry.cells.get(part)]
    faults.append(Fault(entry.line, used[0] if used else side, found.reason))
    return None


def _said(entry: _Entry, side: str, place: Place) -> str:
    """The name of a place as the source has it."""
    given = entry.cells.get(side, "")
    name = entry.cells.get(f"{side}_name", "")
    return name or (place.name if entry.places[side == "b"].id else given)


def _claim(
    entry: _Entry,
    path: Path,
    options: Options,
    headers: dict[str, str],
    today: dt.date,
    faults: list[Fault],
) -> tuple[dict[str, str], Source]:
    cells = entry.cells

    def wrong(column: str, reason: str) -> None:
        faults.append(Fault(entry.line, headers.get(column, column), reason))

    event = _chosen(cells, "event", EVENTS, "twin_town", wrong)
    status = _chosen(cells, "status", STATUSES, event if event in CLOSING else "active", wrong)
    if event in CLOSING and status != event:
        wrong("status", f"{status} with the event {event}")
    date = cells.get("date", "")
    if date:
        try:
            date = str(_date(date, today))
        except ValueError as error:
            wrong("date", str(error))
    url = cells.get("url") or options.url
    if url and not re.match(r"https?://[^\s/]+", url):
        wrong("url", f"{url!r} is no address of a page")
    said = (
        _chosen(cells, "kind", SOURCE_KINDS, options.kind, wrong),
        cells.get("publisher") or options.publisher or path.stem,
        cells.get("title") or options.title or path.name,
        url,
    )
    source = Source(key_of(said), *said)
    claim = {"date": date, "event": event, "status": status, "source": source.key}
    return claim | {"note": cells.get("note", "")}, source


def _chosen(
    cells: dict[str, str], column: str, choices: tuple[str, ...], default: str, wrong: Any
) -> str:
    given = cells.get(column, "")
    value = "_".join(given.casefold().replace("-", " ").split()) or default
    if value not in choices:
        wrong(column, f"{given!r} is none of {', '.join(choices)}")
        return default
    return value


def _date(text: str, today: dt.date) -> PartialDate:
    """ValueError says why a text is no date on which places can have become partners."""
    match = _DAY_FIRST.match(text)
    if match:
        day, month, year, only_month, of_year = match.groups()
        text = f"{of_year}-{only_month:>02}" if of_year else f"{year}-{month:>02}-{day:>02}"
    date = PartialDate.parse(text)
    if date.earliest > today:
        raise ValueError(f"{date} lies in the future")
    if date.year < EARLIEST:
        raise ValueError(f"the year {date.year} is too early; {EARLIEST} is the first")
    return date
