"""Which places a list means: by GeoNames id, by Wikidata item, or by name and country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.knowledge.folding import name_key
from bot.knowledge.records import ALTERNATE, OWN_NAME, Place
from bot.knowledge.store import Bearer, Store
from bot.knowledge.towns import as_place, towns, trustworthy
from bot.knowledge.world import SMALLEST_CITY

#: Of several places of a name one is meant without more ado if it has so many times the people
#: of each other one.
FAR_LARGER = 10
#: How many suggestions or candidates a fault names at the most.
SUGGESTIONS = 3
#: For how many names there are suggestions: each takes 1.5 ms, and nobody reads thousands.
MOST_SUGGESTED = 200
#: Names of parts of countries and old or informal names, for what lists call a country.
COUNTRIES = {
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northernireland": "GB",
    "greatbritain": "GB",
    "republicofireland": "IE",
    "northerncyprus": "CY",
    "moldavia": "MD",
    "surinam": "SR",
    "westbank": "PS",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A place as a list gives it: an id (GeoNames or Q…) or a name, and where it lies."""

    id: str = ""
    name: str = ""
    country: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why it cannot be told which place is meant, and by which part of Asked."""

    part: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a name: its key, and a region or country that must hold the place."""

    key: str
    within: str = ""


def find(store: Store, asked: Iterable[Asked]) -> dict[Asked, Place | Unclear]:
    """The place that each of ``asked`` means, or why that is unclear.

    Looked for among the places of the store and all towns of 500 people and more. A name that
    several places of a country bear means the one whose own name it is rather than another's
    other name, and the one that is FAR_LARGER; else it is unclear.
    """
    everything = list(dict.fromkeys(asked))
    finder = _Finder(store)
    finder.look_up(everything)
    return {one: finder.place(one) for one in everything}


class _Finder:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_id: dict[int, Place] = {}
        self._bearers: dict[str, list[Bearer]] = defaultdict(list)
        self._countries: dict[str, str] = {}
        self._suggested = 0

    def look_up(self, everything: list[Asked]) -> None:
        """Collect whatever may be meant, reading through the towns once at the most."""
        ids, named = set[int](), list[Asked]()
        for one in everything:
            number = self._number(one.id)
            if number:
                place = self._store.place(number)
                self._by_id.update({number: place} if place else {})
                ids.add(number)
            elif not one.id:
                named.append(one)
        keys = {reading.key for one in named for reading in _readings(one.name)}
        for key, bearers in self._store.bearers(keys).items():
            self._bearers[key] += bearers
        open_ = (one for one in named if not self._is_settled(one))
        keys = {reading.key for one in open_ for reading in _readings(one.name)}
        if keys or ids - self._by_id.keys():
            self._look_up_towns(keys, ids)

    def _is_settled(self, one: Asked) -> bool:
        """Whether no town that the store lacks can be meant: a place far larger than any of them
        has the very name."""
        first = next(_readings(one.name), None)
        large = {
            bearer.place
            for bearer in (self._bearers.get(first.key, ()) if first else ())
            if bearer.rank < ALTERNATE and bearer.place.population >= FAR_LARGER * SMALLEST_CITY
        }
        country = self.country(one.country) if large and one.country else ""
        return bool(large) and country is not None and self._among_bearers(one, country) in large

    def _look_up_towns(self, keys: set[str], ids: set[int]) -> None:
        known = self._store.place_ids()
        for town in towns():
            number = town["geonameid"]
            if number in known:
                continue
            names = [(name_key(town["name"]), OWN_NAME)]
            names += [(name_key(n), ALTERNATE) for n in town["alternatenames"] if trustworthy(n)]
            ranks = {key: rank for key, rank in reversed(names) if key in keys}
            if ranks or number in ids:
                place = self._by_id[number] = as_place(town)
                for key, rank in ranks.items():
                    self._bearers[key].append(Bearer(place, rank, 1))

    def place(self, one: Asked) -> Place | Unclear:
        if one.id:
            return self._by_number(one.id)
        country = self.country(one.country) if one.country else ""
        if country is None:
            reason = f"no country is called {one.country!r}{self._or_country(one)}"
            return Unclear("country", reason)
        found = self._among_bearers(one, country)
        if found is None:
            where = f" in {one.country}" if one.country else ""
            reason = f"no place{where} is called {one.name!r}{self._or_place(one, country)}"
            return Unclear("name", reason)
        return found

    def _among_bearers(self, one: Asked, country: str) -> Place | Unclear | None:
        """The one that is meant among the places that bear the name; None without any."""
        regions = [*filter(None, [one.region]), *_parts(one.country)[:-1]]
        for reading in _readings(one.name):
            bearers = [b for b in self._bearers.get(reading.key, ()) if b.place.kind == "city"]
            if country:
                bearers = [b for b in bearers if b.place.country == country]
            if reading.within:
                bearers = [b for b in bearers if self._within(b.place, reading.within)]
            for region in regions:
                bearers = [b for b in bearers if self._within(b.place, region)] or bearers
            if bearers:
                return _the_one(one.name, bearers)
        return None

    def _number(self, text: str) -> int:
        """The GeoNames id that a text gives, also by a Wikidata item; 0 where it gives none."""
        if re.fullmatch(r"[0-9]{1,18}", text):
            return int(text)
        return self._store.item(text.upper()) if re.fullmatch(r"[Qq][0-9]{1,18}", text) else 0

    def _by_number(self, text: str) -> Place | Unclear:
        number = self._number(text)
        if number in self._by_id:
            return self._by_id[number]
        if re.fullmatch(r"[Qq][0-9]+", text):
            return Unclear(
                "id", f"the Wikidata item {text} is not known here; `data refresh` brings them in"
            )
        if number:
            return Unclear("id", f"no city of 500 people and more has the GeoNames id {text}")
        return Unclear("id", f"{text!r} is neither a GeoNames id nor a Wikidata item")

    def country(self, text: str) -> str | None:
        """The ISO code of a country that is called so in any of the bot's languages."""
        if text not in self._countries:
            self._countries[text] = self._country(text)
        return self._countries[text] or None

    def _country(self, text: str) -> str:
        if re.fullmatch(r"[A-Za-z]{2}", text) and self._store.country(text.upper()):
            return text.upper()
        without = re.sub(r"\(.*?\)", "", text)
        for part in (text, without, *reversed(_parts(without))):
            key = name_key(part)
            if key in COUNTRIES:
                return COUNTRIES[key]
            for bearer in self._store.bearers([key]).get(key, ()):
                if bearer.place.kind == "country":
                    return bearer.place.country
        return ""

    def _within(self, place: Place, area: str) -> bool:
        if place.region and place.region.casefold() == area.casefold():
            return True
        if self.country(area) == place.country:
            return True
        key = name_key(area)
        areas = self._store.bearers([key]).get(key, ())
        return any(b.place.kind == "region" and self._store.contains(b.place, place) for b in areas)

    def _or_country(self, one: Asked) -> str:
        near = self._near(one.country, lambda place: place.kind == "country")
        return _or(dict.fromkeys(place.name for place in near))

    def _or_place(self, one: Asked, country: str) -> str:
        near = self._near(
            one.name,
            lambda place: place.kind == "city" and country in ("", place.country),
        )
        return _or(f"{place.name} ({place.country}, {place.id})" for place in near)

    def _near(self, name: str, wanted: Callable[[Place], bool]) -> list[Place]:
        self._suggested += 1
        if self._suggested > MOST_SUGGESTED:
            return []
        key = name_key(name)
        found: dict[Place, tuple[int, int]] = {}
        for other, bearers in self._store.bearers(self._store.near(key)).items():
            for bearer in bearers:
                if wanted(bearer.place):
                    order = (OSA.distance(key, other), -bearer.place.population)
                    found[bearer.place] = min(order, found.get(bearer.place, order))
        return sorted(found, key=lambda place: found[place])[:SUGGESTIONS]


def _readings(name: str) -> Iterator[_Reading]:
    """The ways to read a name, the likelier first: "Halle (Saale)", "Springfield, Illinois"."""
    without = re.sub(r"\s*\(.*?\)", "", name).strip()
    first, *others = _parts(without) or [without]
    keys = dict.fromkeys(map(name_key, (name, without)))
    yield from (_Reading(key) for key in keys if key)
    if others and name_key(first):
        yield _Reading(name_key(first), others[-1])


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _the_one(name: str, bearers: list[Bearer]) -> Place | Unclear:
    """The place that a name means among its bearers (see find)."""
    ranks: dict[Place, int] = {}
    for bearer in bearers:
        ranks[bearer.place] = min(bearer.rank, ranks.get(bearer.place, bearer.rank))
    by_people = sorted(ranks, key=lambda place: (-place.population, place.id))
    near = [place for place in by_people if ranks[place] < ALTERNATE] or by_people
    first, *others = near
    if all(first.population >= FAR_LARGER * other.population for other in others) and all(
        FAR_LARGER * first.population >= other.population for other in by_people
    ):
        return first
    listed = [
        f"{place.id} ({place.name}, {place.country} {place.region}, {place.population:,} people)"
        for place in by_people[:SUGGESTIONS]
    ]
    more = f" and {len(by_people) - SUGGESTIONS} more" if len(by_people) > SUGGESTIONS else ""
    return Unclear(
        "name", f"{name!r} may be any of {'; '.join(listed)}{more}: give the GeoNames id or region"
    )


def _or(names: Iterable[str]) -> str:
    listed = list(names)
    return f"; perhaps {' or '.join(listed)}" if listed else ""
