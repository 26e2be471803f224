"""Everything on record, out: CSV and JSON that can be imported again, GeoJSON for maps.

CSV and JSON have a row for each claim, in the columns of `data import`. GeoJSON has a feature for
each partnership: a line between the two places, with what the claims add up to as its properties.
Every form credits GeoNames and names the licence: CSV in remarks before the header (lines that
begin with #, which the import skips), the others in the members ``credits`` and ``licence``.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Collection, Iterator, Mapping

from bot.knowledge.statements import Statement
from bot.knowledge.store import Store

CREDITS = "Places: GeoNames, https://www.geonames.org, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
LICENCE = (
    "Facts: the twin-town bot and Wikidata, CC0 1.0, "
    "https://creativecommons.org/publicdomain/zero/1.0/; "
    "claims of imported lists as their publishers say"
)


def export(store: Store, form: str, cities: Collection[int] = ()) -> Iterator[str]:
    """The parts of a file of one of FORMS; of all claims, or of those about some ``cities``."""
    return FORMS[form](store, cities)


def _csv(store: Store, cities: Collection[int]) -> Iterator[str]:
    yield f"# {CREDITS}\n# {LICENCE}\n"
    out = io.StringIO()
    writer = csv.DictWriter(out, _columns(), lineterminator="\n")
    writer.writeheader()
    for statement in store.statements(cities):
        writer.writerow(_row(statement))
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def _json(store: Store, cities: Collection[int]) -> Iterator[str]:
    return _document({"credits": CREDITS, "licence": LICENCE}, "claims", (
        _row(statement) for statement in store.statements(cities)
    ))  # fmt: skip


def _geojson(store: Store, cities: Collection[int]) -> Iterator[str]:
    head = {"type": "FeatureCollection", "credits": CREDITS, "licence": LICENCE}
    return _document(head, "features", _features(store, cities))


def _features(store: Store, cities: Collection[int]) -> Iterator[dict[str, object]]:
    pairs: dict[tuple[int, int], list[Statement]] = {}
    for statement in store.statements(cities):
        pairs.setdefault((min(statement.a, statement.b), max(statement.a, statement.b)), []).append(
            statement
        )
    for (a, b), statements in pairs.items():
        known = store.partnership(a, b)
        first = statements[0]
        ends = [
            [first.a_longitude, first.a_latitude],
            [first.b_longitude, first.b_latitude],
        ]
        line = {"type": "LineString", "coordinates": ends}
        yield {
            "type": "Feature",
            # Places that are not in GeoNames' cities have no coordinates here.
            "geometry": None if any(None in end for end in ends) else line,
            "properties": {
                **{name: getattr(first, name) for name in _PLACES},
                "since": str(known.since) if known and known.since else None,
                "event": known.event if known else first.event,
                "status": known.status if known else first.status,
                "ended": str(known.ended) if known and known.ended else None,
                "sources": [
                    {name: getattr(s, name) for name in ("publisher", "title", "url", "date")}
                    for s in statements
                ],
            },
        }


def _document(
    head: Mapping[str, str], name: str, entries: Iterator[Mapping[str, object]]
) -> Iterator[str]:
    """A JSON object with a list in it, a line an entry."""
    begun = json.dumps(head, ensure_ascii=False)[:-1]
    yield f'{begun}, "{name}": ['
    for number, entry in enumerate(entries):
        yield (",\n" if number else "\n") + json.dumps(entry, ensure_ascii=False)
    yield "\n]}\n"


_PLACES = ("a", "a_name", "a_country", "b", "b_name", "b_country")


def _columns() -> list[str]:
    said = ("date", "event", "status", "publisher", "kind", "title", "url", "note")
    return [*_PLACES, *said]


def _row(statement: Statement) -> dict[str, object]:
    return {name: getattr(statement, name) for name in _columns()}


FORMS: Mapping[str, Callable[[Store, Collection[int]], Iterator[str]]] = {
    "csv": _csv,
    "json": _json,
    "geojson": _geojson,
}
