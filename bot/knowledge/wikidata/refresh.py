"""`data refresh`: ask Wikidata for all twinnings, check them, and keep them as a list."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import UserError
from bot.knowledge import lists
from bot.knowledge.keeping import keep_list, open_store
from bot.knowledge.records import Source
from bot.knowledge.towns import towns, trustworthy
from bot.knowledge.wikidata import queries
from bot.knowledge.wikidata.pages import Pages
from bot.knowledge.wikidata.queries import Link
from bot.knowledge.wikidata.reading import Twinning, claims, places, twinnings
from bot.knowledge.wikidata.service import Pace, Service, TooMuchError

#: A part of the work: its name and length, and a way to say that so much of it is done.
Phase = Callable[[str, int], AbstractContextManager[Callable[[int], None]]]

#: A refresh that brings less than this share of the last one's pairs is not believed.
LEAST_SHARE = 0.8
#: There are about 30,000 pairs: ten times as many are not believed.
MOST_PAIRS = 300_000
#: About half of Wikidata's GeoNames ids are of districts and the like: more may not be unknown.
MOST_UNKNOWN = 0.8


class RefreshError(UserError):
    """What came cannot be right; the store is as it was."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a refresh came to."""

    pairs: int
    before: int
    places: int
    #: Items whose GeoNames ids are of no place that is known.
    unknown: int
    changed: bool


def refresh(
    home: Path, url: str, contact: str, phase: Phase, pace: Pace | None = None, trust: bool = False
) -> Found:
    """Refresh the list of Wikidata in ``home`` from the service at ``url``.

    ServiceError where that fails: what has come is kept, the next call goes on. RefreshError
    where what has come fails the checks (``trust``: those against the last refresh are left
    out): it is thrown away. The store changes at the end, at one stroke.
    """
    with closing(open_store(home)) as store:
        languages = store.languages
    plan = {"form": 1, "url": url, "languages": languages, "batch": queries.BATCH}
    pages = Pages(home / "refresh", plan)
    work = _Work(home, pages, languages, phase)
    asyncio.run(work.fetch(url, contact, pace or Pace()))
    before = last_pairs(home)
    pairs = len({(twinning.a, twinning.b) for twinning in work.found})
    try:
        _believe(pairs, 0 if trust else before, work)
    except RefreshError:
        pages.forget()
        raise
    changed = keep_list(home, lists.WIKIDATA, work.files())
    pages.forget()
    return Found(pairs, before, len(work.places), work.unknown, changed)


def last_pairs(home: Path) -> int:
    """How many pairs the last refresh brought."""
    path = lists.lists(home).get(lists.WIKIDATA)
    if path is None:
        return 0
    return len({(row["a"], row["b"]) for row in lists.read(path, "claims")})


def _believe(pairs: int, before: int, work: _Work) -> None:
    """RefreshError where numbers like these cannot be."""
    items = len(work.places) + work.unknown
    if not pairs:
        raise RefreshError("Wikidata's answers hold no twinning at all; the store is as it was.")
    if pairs > MOST_PAIRS:
        raise RefreshError(
            f"Wikidata's answers hold {pairs:,} pairs, which is not believed; "
            "the store is as it was."
        )
    if work.unknown > MOST_UNKNOWN * items:
        raise RefreshError(
            f"Of {items:,} places in Wikidata's answers {work.unknown:,} have ids that GeoNames "
            "lacks, which is not believed; the store is as it was."
        )
    if pairs < LEAST_SHARE * before:
        raise RefreshError(
            f"Wikidata's answers hold {pairs:,} pairs, where the last refresh brought {before:,}; "
            "the store is as it was. --trust takes them all the same."
        )


class _Work:
    """The pages of a refresh, and what they come to."""

    def __init__(self, home: Path, pages: Pages, languages: Sequence[str], phase: Phase) -> None:
        self._home, self._pages, self._languages, self._phase = home, pages, languages, phase
        self.places: dict[str, int] = {}
        self.found: list[Twinning] = []
        self.unknown = 0
        self._named: list[str] = []

    async def fetch(self, url: str, contact: str, pace: Pace) -> None:
        async with Service(url, contact, pace) as service:
            if not self._pages.has("items"):
                with self._phase("Places", 1) as done:
                    items = await service.rows(queries.ITEMS, queries.read_item)
                    self._pages.keep("items", sorted(set(items), key=lambda item: int(item[1:])))
                    done(1)
            items = self._pages.read("items")
            await self._batches(service, "links", items, queries.links, queries.read_link)
            self._add_up(len(items))

            def names(batch: Sequence[str]) -> str:
                return queries.names(batch, self._languages)

            await self._batches(service, "names", self._named, names, queries.read_name)

    async def _batches(
        self,
        service: Service,
        name: str,
        items: Sequence[str],
        ask: Callable[[Sequence[str]], str],
        read: Callable[[queries.Row], Any],
    ) -> None:
        parts = range(0, len(items), queries.BATCH)
        with self._phase({"links": "Twinnings", "names": "Names"}[name], len(parts)) as done:
            for number, start in enumerate(parts):
                if not self._pages.has(f"{name}-{number}"):
                    batch = items[start : start + queries.BATCH]
                    self._pages.keep(f"{name}-{number}", await _ask(service, batch, ask, read))
                done(1)

    def _read(self, name: str, length: int) -> Iterator[list[str]]:
        for number in range(-(-length // queries.BATCH)):
            yield from self._pages.read(f"{name}-{number}")

    def _add_up(self, items: int) -> None:
        def links() -> Iterator[Link]:
            return (Link(*row) for row in self._read("links", items))

        self.places = places(links(), self._people(links()))
        self.found = twinnings(links(), self.places, dt.date.today())
        heard = {item for link in links() for item in (link.item, link.partner)}
        self.unknown = len(heard) - len(self.places)
        used = {place for twinning in self.found for place in (twinning.a, twinning.b)}
        named = (item for item, place in self.places.items() if place in used)
        self._named = sorted(named, key=lambda item: int(item[1:]))

    def _people(self, links: Iterator[Link]) -> dict[int, int]:
        """How many live in each place of a GeoNames id, where there is such a place."""
        wanted = {int(number) for link in links for number in link.numbers}
        with closing(open_store(self._home)) as store:
            known = (store.place(number) for number in wanted)
            people = {place.id: place.population for place in known if place}
        if wanted - people.keys():
            people |= {t["geonameid"]: t["population"] for t in towns(wanted - people.keys())}
        return people

    def files(self) -> dict[str, Any]:
        """The rows of the list."""
        labels: dict[str, str] = {}
        for item, language, name, label in self._read("names", len(self._named)):
            if label and (language == "en" or item not in labels):
                labels[item] = name
        sources: dict[Source, None] = {}

        def collected() -> Iterator[tuple[str, ...]]:
            # Complete when the claims, which are written first, have been read.
            for s in sources:
                yield (s.key, s.kind, s.publisher, s.title, s.url)

        return {
            "claims": claims(self.found, labels, sources),
            "sources": collected(),
            "places": ((self.places[item], item) for item in self._named),
            "names": self._names(),
        }

    def _names(self) -> Iterator[tuple[object, ...]]:
        for item, language, name, label in self._read("names", len(self._named)):
            if trustworthy(name):
                yield (self.places[item], language, name, label)


async def _ask(
    service: Service,
    batch: Sequence[str],
    ask: Callable[[Sequence[str]], str],
    read: Callable[[queries.Row], Any],
) -> list[Any]:
    """The rows of a batch; in halves where the service runs out of time for the whole."""
    try:
        return await service.rows(ask(batch), read)
    except TooMuchError:
        if len(batch) == 1:
            raise
        half = len(batch) // 2
        parts = [await _ask(service, part, ask, read) for part in (batch[:half], batch[half:])]
        return parts[0] + parts[1]
