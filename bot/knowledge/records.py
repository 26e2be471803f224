"""What is known, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.knowledge.dates import PartialDate

Kind = Literal["city", "country", "region", "continent"]
Status = Literal["active", "ended", "suspended", "unknown"]

#: What can happen between two places, the most formal first.
EVENTS = (
    "sister_city",
    "twin_town",
    "partner_city",
    "friendship_city",
    "cooperation",
    "ended",
    "suspended",
)
STATUSES = ("active", "ended", "suspended", "unknown")
#: Events that change what is, rather than begin a partnership.
CLOSING = ("ended", "suspended")
#: Kinds of sources by how near they stand to the fact, the nearest first. "founding" is the
#: document that this bot began with: where others disagree with it they stand beside it.
FOUNDING = "founding"
SOURCE_KINDS = (FOUNDING, "city", "association", "government", "press", "reference", "other")
#: A name is looked up by at most so many letters.
LONGEST_NAME = 40
#: How near a name stands to its place: the lower, the likelier the place is meant by it.
OWN_NAME, CURATED, ALTERNATE = 0, 1, 2
#: The columns of claims.csv and sources.csv, in data/ and in lists.
CLAIM_COLUMNS = ("a", "a_name", "b", "b_name", "date", "event", "status", "source", "note")
SOURCE_COLUMNS = ("source", "kind", "publisher", "title", "url")


@dataclass(frozen=True, slots=True)
class Place:
    """A city, country, region (a US state, a province) or continent of GeoNames."""

    id: int
    kind: Kind
    name: str
    #: ISO 3166-1 alpha-2; for a continent its GeoNames code (EU, AS …).
    country: str
    #: GeoNames admin1 code; of a US city the state's postal code.
    region: str = ""
    population: int = 0
    #: GeoNames code of the continent: AF, AN, AS, EU, NA, OC, SA.
    continent: str = ""
    #: How many other names GeoNames has for it: the more, the better it is known.
    fame: int = 0
    #: Degrees (WGS 84); None where they are not known. Only exports need them.
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A page or document that states something."""

    key: str
    kind: str
    publisher: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Two places, an event, a date (None where the source gives none) and who says so."""

    a: int
    b: int
    event: str
    date: PartialDate | None
    status: Status
    source: str
    note: str = ""
    #: The places' names as the source has them, where they are not the places' own.
    a_label: str = ""
    b_label: str = ""


@dataclass(frozen=True, slots=True)
class Partnership:
    """What the claims about one pair add up to, seen from ``place``."""

    place: int
    partner: int
    event: str
    since: PartialDate | None
    status: Status
    #: The claim that gives ``since`` stands first.
    claims: tuple[Claim, ...]
    label: str = ""
    ended: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question of the game about a topic; what is asked is a language's."""

    key: str
    topic: str
    #: 1 easy, 2 medium, 3 hard.
    level: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A term or a piece of history that the bot can explain."""

    key: str
    kind: Literal["term", "history"]
    sources: tuple[str, ...]
    #: Who says it so: ISO country codes, continents' codes.
    areas: tuple[str, ...] = ()
    #: CLDR codes of the languages whose word it is.
    languages: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    #: Other sources' dissent: note key -> sources.
    notes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    #: The word itself in its own language, where the term is one.
    word: str = ""
    #: Whether the word is for the act of twinning rather than for a town with a twin.
    act: bool = False
    #: For a comparison: the terms that it sets side by side.
    compares: tuple[str, ...] = ()
