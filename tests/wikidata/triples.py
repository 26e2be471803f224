"""Triples as Wikidata has them: https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, Store

_WD = "http://www.wikidata.org/"
_WIKIBASE = "http://wikiba.se/ontology#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_ALIAS = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
_DERIVED = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")

#: Wikidata's numbers for the precision of a date, by how it is written.
PRECISIONS = {4: 9, 7: 10, 10: 11}


class Wikidata:
    """Items and their statements, in an engine that answers SPARQL."""

    def __init__(self) -> None:
        self.store = Store()
        self._nodes = 0

    def place(
        self,
        item: str,
        *geonames: int | str,
        labels: Mapping[str, str] | None = None,
        aliases: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """An item with GeoNames ids, and its names by language."""
        node = _wd(f"entity/{item}")
        quads = [Quad(node, _wd("prop/direct/P1566"), Literal(str(id_))) for id_ in geonames]
        for language, name in (labels or {}).items():
            quads.append(Quad(node, _LABEL, Literal(name, language=language)))
        for language, names in (aliases or {}).items():
            quads += [Quad(node, _ALIAS, Literal(name, language=language)) for name in names]
        self.store.extend(quads)

    def twins(
        self,
        item: str,
        partner: str,
        since: str = "",
        until: str = "",
        *,
        rank: str = "Normal",
        urls: tuple[str, ...] = (),
        title: str = "",
        precision: int | None = None,
    ) -> None:
        """A P190 statement on ``item``; dates as 1988, 1989-11 or 1989-11-17 (``until`` also
        "unknown"); ``precision`` as Wikidata numbers it, where it is not as they are written."""
        self.store.extend(
            self._statement(item, partner, since, until, rank, urls, title, precision)
        )

    def _statement(
        self,
        item: str,
        partner: str,
        since: str,
        until: str,
        rank: str,
        urls: tuple[str, ...],
        title: str,
        precision: int | None,
    ) -> Iterator[Quad]:
        statement, place = self._new("entity/statement"), _wd(f"entity/{partner}")
        yield Quad(_wd(f"entity/{item}"), _wd("prop/P190"), statement)
        yield Quad(statement, _wd("prop/statement/P190"), place)
        yield Quad(statement, _wb("rank"), _wb(f"{rank}Rank"))
        for number, date in (("P580", since), ("P582", until)):
            if date == "unknown":
                yield Quad(
                    statement, _wd(f"prop/qualifier/{number}"), self._new(".well-known/genid")
                )
            elif date:
                yield from self._date(statement, number, date, precision)
        for url in urls:
            reference = self._new("reference")
            yield Quad(statement, _DERIVED, reference)
            yield Quad(reference, _wd("prop/reference/P854"), NamedNode(url))
            if title:
                text = Literal(title, language="en")
                yield Quad(reference, _wd("prop/reference/P1476"), text)

    def _date(
        self, statement: NamedNode, number: str, date: str, precision: int | None
    ) -> Iterator[Quad]:
        time = Literal((date + "-01-01")[:10] + "T00:00:00Z", datatype=NamedNode(f"{_XSD}dateTime"))
        value = self._new("value")
        exact = Literal(
            str(precision or PRECISIONS[len(date)]), datatype=NamedNode(f"{_XSD}integer")
        )
        yield Quad(statement, _wd(f"prop/qualifier/{number}"), time)
        yield Quad(statement, _wd(f"prop/qualifier/value/{number}"), value)
        yield Quad(value, _wb("timeValue"), time)
        yield Quad(value, _wb("timePrecision"), exact)

    def _new(self, kind: str) -> NamedNode:
        self._nodes += 1
        return _wd(f"{kind}/{self._nodes}")


def _wd(path: str) -> NamedNode:
    return NamedNode(_WD + path)


def _wb(name: str) -> NamedNode:
    return NamedNode(_WIKIBASE + name)
