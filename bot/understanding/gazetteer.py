"""Names in a question -> places: exact first, then with typing errors, then unknown.

The design and its figures are those of MATCHING.md: names first, exact and longest;
fuzzy only where a word is unknown; the optimal string alignment distance with limits
by length; an exact name of another place is never corrected.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.records import Place
from bot.knowledge.spelling import edits_allowed
from bot.knowledge.store import Bearer, Store
from bot.knowledge.world import ALTERNATE, CURATED, LONGEST_NAME, OWN_NAME
from bot.understanding.language import Language
from bot.understanding.text import Word

#: Words that one name may have.
MOST_NAME_WORDS = 4
#: Words of a name that is looked for with typing errors.
MOST_STRANGE_WORDS = 3
#: More typing errors than are ever allowed.
NO_DISTANCE = 99
#: A place outweighs another bearer of its name when it is so much weightier (a population
#: eight times as large): Paris is in France, but there is more than one Tripoli.
CLEARLY = 0.9
#: A name of another place with fewer people than this needs more than its letters to be
#: read where the word is also a common one.
LARGE = 800_000
#: From so many people on a city is known by its name even where a state has the same.
KNOWN_CITY = 100_000
#: What a record of a partnership adds to the weight of a place: as a population 30 times larger.
ON_RECORD = 1.5


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words ``start`` to ``end`` (exclusive) and the places that they may name.

    No places: a name that is no place. ``typed`` is set where the name was corrected.
    """

    start: int
    end: int
    #: The likeliest first; more than one only where the others are about as likely.
    places: tuple[Place, ...]
    text: str
    corrected: bool = False
    #: Whether a corrected reading is too doubtful to be taken without asking.
    doubtful: bool = False


class Found(NamedTuple):
    """Names, and the words of asking that were typed wrong by their positions."""

    names: list[NameSpan]
    spelled: dict[int, str]


class Gazetteer:
    """Finds names with the store's world-size list of them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, words: Sequence[Word], taken: Iterable[int], language: Language) -> Found:
        """The names in the words that are not ``taken``, in order, without overlaps."""
        free = [i not in set(taken) for i in range(len(words))]
        windows = _windows(words, free, MOST_NAME_WORDS)
        bearers = self._store.bearers(list(dict.fromkeys(windows.values())))
        common = self._store.common(language.code, {word.folded for word in words})
        recorded = self._store.on_record(
            {b.place.id for found in bearers.values() for b in found if b.place.kind == "city"}
        )
        sight = _Sight(words, language, common, recorded)
        spans: list[NameSpan] = []
        for start, end in sorted(windows, key=lambda w: (w[0] - w[1], w[0])):
            found = bearers.get(windows[start, end])
            if found and all(free[start:end]) and sight.is_name(start, end, found):
                spans.append(_span(words, start, end, sight.likeliest(found)))
                free[start:end] = [False] * (end - start)
        spelled: dict[int, str] = {}
        spans += self._misspelled(words, free, sight, spelled)
        spans += _unknown(words, free, sight)
        spans.sort(key=lambda span: span.start)
        return Found(self._qualified(words, spans), spelled)

    def _misspelled(
        self, words: Sequence[Word], free: list[bool], sight: _Sight, spelled: dict[int, str]
    ) -> list[NameSpan]:
        """Names with typing errors; words of asking with typing errors go to ``spelled``."""
        spans: list[NameSpan] = []
        strange = [free[i] and sight.is_strange(i) for i in range(len(words))]
        for (start, end), key in _windows(words, free, MOST_STRANGE_WORDS).items():
            if not any(strange[start:end]) or any(i in spelled for i in range(start, end)):
                continue
            if end - start == 1:
                span, distance = self._nearest(words, start, end, key, sight)
                meant = sight.meant(start, distance)
                if meant:
                    spelled[start] = meant
                elif span:
                    spans.append(span)
            elif not any(sight.is_spoken(i) for i in range(start, end)):
                span, _ = self._nearest(words, start, end, key, sight)
                if span and not span.doubtful:
                    spans = [o for o in spans if o.end <= start or end <= o.start] + [span]
        for span in spans:
            free[span.start : span.end] = [False] * (span.end - span.start)
        for position in spelled:
            free[position] = False
        return spans

    def _nearest(
        self, words: Sequence[Word], start: int, end: int, key: str, sight: _Sight
    ) -> tuple[NameSpan | None, int]:
        """The likeliest places for a name with typing errors, and how many errors that takes."""
        edits = edits_allowed(len(key))
        if not edits or len(key) > LONGEST_NAME:
            return None, NO_DISTANCE
        near = {
            name: distance
            for name in self._store.near(key)
            if (distance := OSA.distance(key, name, score_cutoff=edits)) <= edits
        }
        if not near:
            return None, NO_DISTANCE
        bearers = self._store.bearers(list(near))
        recorded = self._store.on_record(
            {b.place.id for found in bearers.values() for b in found}
        )
        ranked = sorted(
            (
                (_likeness(key, name, near[name], bearer, recorded), bearer.place)
                for name, found in bearers.items()
                for bearer in found
            ),
            key=lambda ranked: -ranked[0],
        )
        best: dict[int, tuple[float, Place]] = {}
        for score, place in ranked:
            best.setdefault(place.id, (score, place))
        scores = list(best.values())[:3]
        clear = len(scores) == 1 or scores[0][0] - scores[1][0] >= (1.0 if len(key) >= 6 else 2.0)
        places = tuple(place for _, place in (scores[:1] if clear else scores))
        span = _span(words, start, end, places, corrected=True, doubtful=not clear)
        return span, min(near.values())

    def _qualified(self, words: Sequence[Word], spans: list[NameSpan]) -> list[NameSpan]:
        """Names that are narrowed by the country or state after them become one span."""
        result: list[NameSpan] = []
        for span in spans:
            before = result[-1] if result else None
            if before and before.places and span.places and not before.doubtful:
                joined = self._narrowed(words, before, span)
                if joined:
                    result[-1] = joined
                    continue
            result.append(span)
        return result

    def _narrowed(
        self, words: Sequence[Word], name: NameSpan, area_span: NameSpan
    ) -> NameSpan | None:
        between = words[name.end : area_span.start]
        areas = [place for place in area_span.places if place.kind != "city"]
        if len(between) > 1 or not areas or name.places[0].kind != "city":
            return None
        key = "".join(word.folded for word in words[name.start : name.end])
        bearers = [bearer.place for bearer in self._store.bearers([key]).get(key, [])]
        inside = {
            place.id: place
            for place in (*name.places, *bearers)
            if place.kind == "city" and any(self._store.contains(area, place) for area in areas)
        }
        if not inside:
            return None
        places = tuple(sorted(inside.values(), key=lambda place: -place.population))
        end = area_span.end
        return NameSpan(name.start, end, places[:1], name.text, name.corrected)


class _Sight:
    """What the words of one question look like as names."""

    def __init__(
        self, words: Sequence[Word], language: Language, common: set[str], recorded: set[int]
    ) -> None:
        self._words, self._language = words, language
        self._common, self._recorded = common, recorded
        capitals = sum(word.capital for word in words)
        #: Capital letters say something only where not every word has one.
        self._capitals_tell = capitals * 2 <= len(words) or len(words) <= 2

    def is_spoken(self, position: int) -> bool:
        """Whether a word belongs to asking rather than to a name."""
        return self._words[position].folded in self._language.vocabulary

    def is_strange(self, position: int) -> bool:
        """Whether a word is neither one of the language's common ones nor of its questions."""
        word = self._words[position].folded
        return (
            word not in self._common
            and not self.is_spoken(position)
            and word not in self._language.topic_words
            and not word[0].isdigit()
        )

    def meant(self, position: int, distance: int) -> str:
        """The word of asking that was typed wrong here, where no place is nearer."""
        word = self._words[position].folded
        edits = edits_allowed(len(word))
        if self._expected(position) or self._capital(position):
            edits = min(edits, distance - 1)
        nearest = process.extractOne(
            word, self._language.spellable, scorer=OSA.distance, score_cutoff=min(edits, distance)
        )
        return str(nearest[0]) if nearest and edits > 0 else ""

    def is_name(self, start: int, end: int, bearers: Sequence[Bearer]) -> bool:
        """Whether words that spell a name are meant as one."""
        if end - start > 1:
            return not all(self.is_spoken(i) for i in range(start, end))
        word = self._words[start]
        spoken = word.folded in self._language.vocabulary
        careful = word.folded in self._language.careful
        area = any(bearer.place.kind != "city" for bearer in bearers)
        if careful or spoken:
            if len(self._words) == 1:
                return not spoken
            shouted = self._capital(start) or (area and word.text.isupper() and len(word.text) > 1)
            return self._expected(start) and (shouted or not spoken)
        if area:
            return True
        if word.folded not in self._common:
            return len(word.folded) > 2 or not word.folded.isascii()
        largest = max(bearer.place.population for bearer in bearers)
        return (
            largest >= LARGE
            or any(bearer.place.id in self._recorded for bearer in bearers)
            or self._expected(start)
            or self._capital(start)
            or len(self._words) == 1
        )

    def continues(self, position: int) -> bool:
        """Whether a word can go on a name that is no place (Middle Earth)."""
        return self._words[position].capital and not self.is_spoken(position)

    def _capital(self, position: int) -> bool:
        return self._capitals_tell and position > 0 and self._words[position].capital

    def _expected(self, position: int) -> bool:
        """Whether the word before opens a place ("with", "in", "in the")."""
        before = position - 1
        while before > 0 and self._words[before].folded in self._language.fillers:
            before -= 1
        return before >= 0 and self._words[before].folded in self._language.openers

    def likeliest(self, bearers: Iterable[Bearer]) -> tuple[Place, ...]:
        """The places that a name most likely means: one, or up to three that compete."""
        ranked = sorted(bearers, key=lambda bearer: -weight(bearer, self._recorded))
        known_city = any(
            b.place.kind == "city" and b.rank != ALTERNATE and b.place.population >= KNOWN_CITY
            for b in ranked
        )
        # New York is the city; a state goes by its name only where no such city has it.
        areas = [b for b in ranked if b.place.kind != "city" and not (b.place.region and known_city)]
        if areas:
            return tuple(bearer.place for bearer in areas[:3])
        cities = [bearer for bearer in ranked if bearer.place.kind == "city"] or ranked
        best = weight(cities[0], self._recorded)
        return tuple(
            b.place for b in cities if best - weight(b, self._recorded) < CLEARLY
        )[:3]


_RANK_WEIGHT = {OWN_NAME: 0.0, CURATED: 1.0, ALTERNATE: -2.0}


def weight(bearer: Bearer, recorded: set[int]) -> float:
    """How likely a bearer is meant by its name: the logarithm of its population, and more.

    An alternate name counts as a hundredth of the population, a curated one as more than
    a name of the place's own; an area counts as a very large city.
    """
    place = bearer.place
    score = math.log10(place.population + 1) if place.kind == "city" else 7.5
    score += _RANK_WEIGHT[bearer.rank]
    return score + (ON_RECORD if place.id in recorded else 0)


def _unknown(words: Sequence[Word], free: list[bool], sight: _Sight) -> list[NameSpan]:
    """Runs of strange words: names that are no places."""
    spans = []
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and free[end] and (
            sight.is_strange(end) or (end > start and sight.continues(end))
        ):
            end += 1
        if sum(len(word.folded) for word in words[start:end]) > 2:
            spans.append(_span(words, start, end, ()))
        start = max(end, start + 1)
    return spans


def _likeness(key: str, name: str, distance: int, bearer: Bearer, recorded: set[int]) -> float:
    return weight(bearer, recorded) - 2.5 * distance - (0.8 if name[0] != key[0] else 0)


def _windows(words: Sequence[Word], free: Sequence[bool], most: int) -> dict[tuple[int, int], str]:
    found = {}
    for start in range(len(words)):
        key = ""
        for end in range(start + 1, min(start + most, len(words)) + 1):
            key += words[end - 1].folded
            if not free[end - 1] or len(key) > LONGEST_NAME:
                break
            found[start, end] = key
    return found


def _span(
    words: Sequence[Word],
    start: int,
    end: int,
    places: tuple[Place, ...],
    corrected: bool = False,
    doubtful: bool = False,
) -> NameSpan:
    text = words[start].text + "".join(w.gap + w.text for w in words[start + 1 : end])
    return NameSpan(start, end, places, " ".join(text.split()), corrected, doubtful)
