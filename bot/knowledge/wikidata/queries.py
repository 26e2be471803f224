"""The questions to Wikidata's query service (SPARQL), and what their answers are read as.

First all items that have twinnings are listed, in one answer of one column; then these items
are asked for in batches, named one by one (VALUES). A batch costs the service what its items
cost, wherever in the list it stands, and much less than the 60 seconds that it grants. Paging
with OFFSET or by sorting would make it find and sort everything again for each page, and rows
that change in between would shift the pages. A batch that is killed is asked for again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

#: Items that one question names: its answer has about 2,000 rows and 1 MB.
BATCH = 400

#: Every item with a GeoNames id (P1566) that has a twinning (P190).
ITEMS = """\
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
SELECT DISTINCT ?item WHERE { ?item p:P190 ?statement ; wdt:P1566 ?geonames . }
"""

#: The twinnings of some items with places that have a GeoNames id as well: start time (P580) and
#: end time (P582) with their precision, and the addresses (P854) and titles (P1476) of references.
#: Deprecated statements are left out; an end that is not known (ended, no until) is none the less.
LINKS = """\
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
PREFIX pqv: <http://www.wikidata.org/prop/qualifier/value/>
PREFIX pr: <http://www.wikidata.org/prop/reference/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX ps: <http://www.wikidata.org/prop/statement/>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX wdt: <http://www.wikidata.org/prop/direct/>
PREFIX wikibase: <http://wikiba.se/ontology#>
SELECT ?item ?geonames ?partner ?partnerGeonames
       ?since ?sincePrecision ?ended ?until ?untilPrecision ?url ?title WHERE {
  VALUES ?item { %(items)s }
  ?item wdt:P1566 ?geonames ; p:P190 ?statement .
  ?statement ps:P190 ?partner ; wikibase:rank ?rank .
  FILTER(?rank != wikibase:DeprecatedRank)
  ?partner wdt:P1566 ?partnerGeonames .
  OPTIONAL {
    ?statement pqv:P580 ?start .
    ?start wikibase:timeValue ?since ; wikibase:timePrecision ?sincePrecision .
  }
  OPTIONAL {
    ?statement pq:P582 ?ended .
    OPTIONAL {
      ?statement pqv:P582 ?end .
      ?end wikibase:timeValue ?until ; wikibase:timePrecision ?untilPrecision .
    }
  }
  OPTIONAL {
    ?statement prov:wasDerivedFrom ?reference .
    ?reference pr:P854 ?url .
    OPTIONAL { ?reference pr:P1476 ?title }
  }
}
"""

#: What some items are called in some languages.
NAMES = """\
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
SELECT ?item ?name ?label WHERE {
  VALUES ?item { %(items)s }
  { ?item rdfs:label ?name . BIND("1" AS ?label) }
  UNION { ?item skos:altLabel ?name . BIND("" AS ?label) }
  FILTER(LANG(?name) IN (%(languages)s))
}
"""

_ENTITY = "http://www.wikidata.org/entity/"


class Link(NamedTuple):
    """A row of LINKS, texts throughout; empty where nothing is said."""

    item: str
    geonames: str
    partner: str
    partner_geonames: str
    since: str
    since_precision: str
    ended: str
    until: str
    until_precision: str
    url: str
    title: str

    @property
    def numbers(self) -> list[int]:
        """The GeoNames ids of both places that are numbers, as they should be."""
        ids = (self.geonames, self.partner_geonames)
        return [int(id_) for id_ in ids if id_.isascii() and id_.isdigit() and len(id_) < 19]


class Name(NamedTuple):
    """A row of NAMES; ``label`` is 1 for the name by which the language calls the item."""

    item: str
    language: str
    name: str
    label: str


def links(items: Iterable[str]) -> str:
    return LINKS % {"items": _values(items)}


def names(items: Iterable[str], languages: Iterable[str]) -> str:
    quoted = ", ".join(f'"{language}"' for language in languages)
    return NAMES % {"items": _values(items), "languages": quoted}


def _values(items: Iterable[str]) -> str:
    return " ".join(f"wd:{item}" for item in items)


Row = Mapping[str, Mapping[str, str]]


def read_item(row: Row) -> str:
    return _item(row, "item")


def read_link(row: Row) -> Link:
    return Link(
        _item(row, "item"),
        _text(row, "geonames"),
        _item(row, "partner"),
        _text(row, "partnerGeonames"),
        _text(row, "since"),
        _text(row, "sincePrecision"),
        "1" if "ended" in row else "",
        _text(row, "until"),
        _text(row, "untilPrecision"),
        _text(row, "url"),
        _text(row, "title"),
    )


def read_name(row: Row) -> Name:
    return Name(
        _item(row, "item"), row["name"].get("xml:lang", ""), _text(row, "name"), _text(row, "label")
    )


def _text(row: Row, variable: str) -> str:
    return row[variable]["value"] if variable in row else ""


def _item(row: Row, variable: str) -> str:
    """ValueError where it is no item (Q…)."""
    item = row[variable]["value"].removeprefix(_ENTITY)
    if item[:1] != "Q" or not item[1:].isdigit():
        raise ValueError(f"{item[:80]!r} is no item")
    return item
