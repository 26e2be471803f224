"""How likely each bearer of a name is the one that is meant."""

from __future__ import annotations

import math
from collections.abc import Iterable, Set

from bot.knowledge.records import ALTERNATE, CURATED, OWN_NAME, Place
from bot.knowledge.store import Bearer, Store

#: A place outweighs another bearer of its name when its weight is so much larger: Paris is
#: in France, but there is more than one Tripoli.
CLEARLY = 0.9
#: From so many people on a city is known by its name even where a state has the same, and
#: so large that everybody knows it.
KNOWN_CITY, LARGE = 100_000, 800_000
#: What it adds to the weight of a place to be a partner of the city that the talk is about,
#: as a population 30 times larger, and to be told of in the founding document or the history.
_AT_HAND, _TOLD_OF = 1.5, 0.6
#: So many letters of a name tell that a word may be a form of it.
BEGINNING = 4
_RANK_WEIGHT = {OWN_NAME: 0.0, CURATED: 1.0, ALTERNATE: -2.0}
#: How much the number of other names counts beside the population.
_FAME = 0.7
#: An area counts as a very large city; beside a city of its name elsewhere by its people and so
#: much for its fame, less for a name that is not its own.
_AREA, _FAME_OF_AREA, _BY_NAME = 9.0, 1.0, -2.0


class Standing:
    """Weighs the bearers of names in one talk."""

    def __init__(self, store: Store, about: Iterable[int]) -> None:
        """``about`` are the cities that the talk is about (GeoNames ids)."""
        self.store = store
        #: Those cities and their partners: the places that people here are likely to name.
        self.at_hand: Set[int] = frozenset().union(*(store.circle(city) for city in about))
        #: Keys of their names, without rare ones.
        self.names = frozenset(key for place in self.at_hand for key in store.names(place))
        self.familiar = sorted(self.names)
        #: What those keys begin with.
        self.beginnings = frozenset(key[:BEGINNING] for key in self.names)

    def weight(self, bearer: Bearer) -> float:
        """The logarithm of a bearer's population and, for its fame, of the number of its other
        names; more where it is on record, less for a rare name."""
        return self.known(bearer.place) + _RANK_WEIGHT[bearer.rank]

    def known(self, place: Place) -> float:
        """The part of the weight that is the place's own."""
        score = _AREA
        if place.kind == "city":
            score = math.log10(place.population + 1) + _FAME * math.log10(place.fame + 1)
        if place.id in self.at_hand:
            return score + _AT_HAND
        return score + _TOLD_OF if place.id in self.store.told_of else score

    def likeliest(self, bearers: Iterable[Bearer]) -> tuple[Place, ...]:
        """The places that a name most likely means: one, or up to three that compete, those
        first of which anything is on record."""
        ranked = sorted(bearers, key=lambda bearer: -self.weight(bearer))
        known_city = any(
            b.place.kind == "city"
            and b.place.population >= (LARGE if b.rank == ALTERNATE else KNOWN_CITY)
            for b in ranked
        )
        # New York is the city; a state goes by its name only where no such city has it.
        areas = [
            b.place
            for b in ranked
            if b.place.kind != "city"
            and not (b.place.region and known_city)
            and not self._outweighed(b, ranked)
        ]
        if areas:
            return tuple(areas[:3])
        cities = [bearer for bearer in ranked if bearer.place.kind == "city"] or ranked
        best = self.weight(cities[0])
        rivals = [b.place for b in cities if best - self.weight(b) < CLEARLY]
        return tuple(sorted(rivals, key=lambda p: p.id not in self.store.recorded))[:3]

    def _outweighed(self, area: Bearer, bearers: Iterable[Bearer]) -> bool:
        """Whether a city elsewhere is likelier than an area: Granada than Grenada, and the Gold
        Coast of Australia than Ghana, which was called so."""
        people = area.place.population
        weight = math.log10(people) + _FAME_OF_AREA if people else _AREA
        weight += 0.0 if area.rank == OWN_NAME else _BY_NAME
        for bearer in bearers:
            city = bearer.place
            if city.kind != "city" or city.population < KNOWN_CITY or bearer.rank == ALTERNATE:
                continue
            # Mexico is the country, Santo Domingo at most a by-name of one.
            inside = self.store.contains(area.place, city)
            if bearer.rank < area.rank if inside else self.known(city) > weight:
                return True
        return False

    def is_well_known(self, place: Place, people: int) -> bool:
        """Whether a place is at hand, an area, or a city of so many people."""
        return place.kind != "city" or place.population >= people or place.id in self.at_hand

    def is_slight(self, places: Iterable[Place]) -> bool:
        """Whether these are only small cities that are not at hand."""
        return not any(self.is_well_known(place, KNOWN_CITY) for place in places)
