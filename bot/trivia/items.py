"""Items: a question of the game with its answers, and the fact and the source behind it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property, lru_cache
from random import Random
from typing import TypeAlias

from bot.answers.voice import Voice
from bot.knowledge.folding import name_key
from bot.knowledge.network import Tie
from bot.knowledge.records import Partnership, Place, Source
from bot.knowledge.store import Store
from bot.trivia.subjects import Subject

EASY, MEDIUM, HARD = LEVELS = (1, 2, 3)
#: Answers of an item to choose from.
OPTIONS = 4
#: Characters of an answer in a poll.
MOST_ANSWERED = 100
#: People of a city that most have heard of, for each level; hard items ask about any city.
_WELL_KNOWN = {EASY: 700_000, MEDIUM: 200_000, HARD: 0}
#: Partners that the records must hold of a city before what they lack is asked about: of a city
#: with a partner or two on record most are missing.
LISTED = 6
#: People of a city that is likely to have partners of its own size that are not on record: of
#: wrong answers that were right after all by a list that is not ours, nine in ten were such pairs.
_LARGE = 1_000_000
#: Subjects whose partnerships are kept at hand.
_KEPT = 16
#: Draws of one cast of the dice before another one is made.
_TRIES = 80


class NothingLeftError(LookupError):
    """No item about a subject, or none that has not been asked lately."""


@dataclass(frozen=True, slots=True)
class Item:
    """Plain text in one language."""

    kind: str
    #: What is asked for, by ids: an item with the same key is the same again.
    key: str
    question: str
    #: Answers to choose from; none where a name is to be typed.
    options: tuple[str, ...]
    #: Index of the right one.
    correct: int
    fact: str
    #: Publisher and address of the source.
    source: str
    url: str
    #: What it tells, so that no later question of the same round asks for that: "A:B" for what is
    #: known of two places, the key of a topic.
    tells: tuple[str, ...] = ()
    #: GeoNames ids that a typed name may mean, and the name that is asked for.
    accepted: tuple[int, ...] = ()
    name: str = ""

    @property
    def right(self) -> str:
        """The right answer."""
        return self.name or self.options[self.correct]


@dataclass(frozen=True, slots=True)
class Draw:
    """One cast of the dice: what a kind of item is made with."""

    deck: Deck
    subject: Subject
    level: int
    dice: Random

    @property
    def store(self) -> Store:
        return self.deck.store

    @property
    def voice(self) -> Voice:
        return self.deck.voice

    def city(self) -> int:
        """The city of the subject, or one with a partnership in its area."""
        if self.subject.kind in ("home", "city"):
            return self.subject.place
        tie = self._tie()
        if tie is None:
            return 0
        ends = [place for place in tie if self._is_inside(place)] or list(tie)
        return self.dice.choice(ends)

    def partnerships(self) -> list[Partnership]:
        """What is certain of the partnerships of city(), in no order."""
        city = self.city()
        certain = (
            [p for p in self.store.partnerships(city) if self.store.is_certain(p)] if city else []
        )
        self.dice.shuffle(certain)
        return certain

    def pair(self) -> Partnership | None:
        """A certain partnership of the subject."""
        if self.subject.kind in ("home", "city"):
            certain = self.partnerships()
            return certain[0] if certain else None
        tie = self._tie()
        return self.store.partnership(*self.dice.sample(tie, 2)) if tie else None

    def _tie(self) -> Tie | None:
        ties = self.deck.ties(self.subject, self.level)
        return self.dice.choice(ties) if ties else None

    def _is_inside(self, place: int) -> bool:
        area, found = self.store.place(self.subject.place), self.store.place(place)
        return bool(area and found and self.store.contains(area, found))

    def outsiders(self, city: int, like: int, number: int) -> list[int]:
        """Cities of which no claim says anything together with a city: the harder the item, the
        nearer to another one (``like``). Fewer than asked for where there are no more."""
        near, own = self.store.place(like), self.store.place(city)
        if not near or not own:
            return []
        known = self.deck.by_country
        if self.level == HARD:
            pool = known.get((near.continent, near.country), [])
        elif self.level == MEDIUM:
            pool = [x for (part, _), places in known.items() if part == near.continent
                    for x in places]  # fmt: skip
        else:
            pool = [x for (part, _), places in known.items() if part != near.continent
                    for x in places]  # fmt: skip
        found: list[int] = []
        for place in self.dice.sample(pool, min(len(pool), 12 * number)):
            other = self.store.place(place)
            if (
                other
                and other.country != own.country
                and other.population >= _WELL_KNOWN[max(self.level, MEDIUM)]
                and self.are_strangers(own, other)
            ):
                found.append(place)
            if len(found) == number:
                break
        return found

    def are_strangers(self, city: Place, other: Place) -> bool:
        """Whether two cities are surely no partners: the records of the first are full enough, no
        claim says anything of the two, and they are not both so large that it may be missing."""
        return (
            len(self.store.partnerships(city.id)) >= LISTED
            and other.id not in self.store.circle(city.id)
            and min(city.population, other.population) < _LARGE
        )

    def label(self, place: int) -> str:
        """The name of a city, with its country where there is a larger one of that name."""
        found = self.store.place(place)
        if found and self.deck.has_namesake(found):
            return self.voice.place_in_full(found)
        return self.voice.place(place)

    def partner(self, partnership: Partnership) -> str:
        """The name of the partner of a partnership, as label() gives it."""
        place = self.store.place(partnership.partner)
        if not partnership.label and place and self.deck.has_namesake(place):
            return self.voice.place_in_full(place)
        return self.voice.partner(partnership)

    def item(
        self,
        kind: str,
        key: tuple[object, ...],
        question: str,
        right: str,
        wrong: Collection[str],
        fact: str,
        source: Source,
        tells: Collection[str] = (),
    ) -> Item | None:
        """The Item, its answers in no order; None where they cannot be told apart, are too few,
        or where the question gives the right one away."""
        options = [right, *wrong]
        self.dice.shuffle(options)
        folded = {name_key(option) or option for option in options}
        if len(wrong) < 2 or len(folded) < len(options) or is_given_away(right, question):
            return None
        if max(map(len, options)) > MOST_ANSWERED:
            return None
        return Item(
            kind=kind,
            key=":".join(map(str, (kind, *key))),
            question=question,
            options=tuple(options),
            correct=options.index(right),
            fact=fact,
            source=source.publisher,
            url=source.url,
            tells=tuple(tells),
        )

    def source(self, partnership: Partnership) -> Source:
        """The source of the date of a partnership."""
        return self.store.sources[partnership.claims[0].source]


def is_given_away(name: str, question: str) -> bool:
    """Whether a question holds its answer: Valencia, the partner of Valencia in Venezuela."""
    return name_key(name) in name_key(question)


def told(one: int, other: int) -> str:
    """What an Item tells that is about two places."""
    return f"{min(one, other)}:{max(one, other)}"


#: Makes an Item, or None where the dice have fallen so that there is none.
Make: TypeAlias = Callable[[Draw], Item | None]


class Deck:
    """The items of one language, drawn from a store by a seed."""

    def __init__(self, store: Store, voice: Voice) -> None:
        self.store, self.voice = store, voice
        self.ties = lru_cache(_KEPT)(self._ties)
        self.ended = lru_cache(_KEPT)(self._ended)

    def draw(
        self,
        makes: dict[Make, int],
        subject: Subject,
        level: int,
        seed: str,
        avoid: Collection[str] = (),
        told: Collection[str] = (),
    ) -> Item:
        """An Item of one of these kinds, each as likely as its weight; the same for the same seed.

        ``told`` is what was told already (Item.tells): it is asked for only where little else is
        left. NothingLeftError where none is found whose key is not to be avoided.
        """
        kinds, weights = list(makes), list(makes.values())
        for attempt in range(_TRIES if kinds else 0):
            dice = Random(f"{seed}:{attempt}")
            make = dice.choices(kinds, weights)[0]
            item = make(Draw(self, subject, level, dice))
            if item is None or item.key in avoid:
                continue
            if attempt < _TRIES // 2 and not set(item.tells).isdisjoint(told):
                continue
            return item
        raise NothingLeftError(subject.token)

    def has_namesake(self, place: Place) -> bool:
        """Whether another city of about the same size, or a larger one, has its name."""
        key = name_key(place.name)
        return any(
            bearer.place.id != place.id
            and bearer.place.kind == "city"
            and bearer.rank == 0
            and bearer.place.population * 3 > place.population
            for bearer in self.store.bearers([key]).get(key, ())
        )

    @cached_property
    def by_country(self) -> dict[tuple[str, str], list[int]]:
        """The cities on record by continent and country."""
        found: dict[tuple[str, str], list[int]] = {}
        for number in sorted(self.store.recorded):
            place = self.store.place(number)
            if place and place.kind == "city":
                found.setdefault((place.continent, place.country), []).append(number)
        return found

    def _ties(self, subject: Subject, level: int) -> list[Tie]:
        """The certain partnerships of a subject whose cities are known well enough."""
        areas = self._areas(subject)
        known = self.store.network.certain(areas, _WELL_KNOWN[level])
        # Of a small country all are asked about, known or not.
        return known if len(known) >= 2 * OPTIONS else self.store.network.certain(areas)

    def _ended(self, subject: Subject) -> list[Tie]:
        if subject.kind in ("home", "city"):
            return [
                Tie(p.place, p.partner)
                for p in self.store.partnerships(subject.place)
                if p.status == "ended"
            ]
        return self.store.network.ended(self._areas(subject))

    def _areas(self, subject: Subject) -> list[Place]:
        area = self.store.place(subject.place) if subject.kind == "area" else None
        return [area] if area else []
