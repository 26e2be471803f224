"""Names in a question -> places: exact first, then with typing errors, then unknown.

The design and its figures are those of MATCHING.md: names first, exact and longest;
fuzzy only where a word is unknown; the optimal string alignment distance with limits
by length; an exact name of another place is never corrected.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.knowledge.records import Place
from bot.knowledge.spelling import edits_allowed
from bot.knowledge.store import Bearer, Store
from bot.knowledge.world import ALTERNATE, CURATED, LONGEST_NAME, OWN_NAME
from bot.understanding.joined import LARGE, taken_apart
from bot.understanding.language import Language
from bot.understanding.sight import Sight
from bot.understanding.text import Word

#: Words that one name may have; words of a name that is looked for with typing errors.
MOST_NAME_WORDS, MOST_STRANGE_WORDS = 4, 3
#: Strange words of a question, and runs with one, that are looked for with typing errors, and
#: the forms of each: bounds to the work that a hostile text can cause.
MOST_STRANGE, MOST_FORMS = 8, 3
#: A place outweighs another bearer of its name when its weight is so much larger: Paris is
#: in France, but there is more than one Tripoli.
CLEARLY = 0.9
#: The same for names with typing errors, of up to five letters and of more (MATCHING.md: from
#: six letters on a hit with a clear margin was right in 98.6 % of cases, below in 77 %).
CLEARLY_SHORT, CLEARLY_LONG = 2.0, 1.0
#: From so many people on a city is known by its name even where a state has the same.
KNOWN_CITY = 100_000
#: What a record of a partnership adds to the weight of a place: as a population 30 times larger.
ON_RECORD = 1.5
#: What a typing error takes from the weight, and one in the first letter more.
_PER_EDIT, _FIRST_LETTER = 2.5, 0.8
_RANK_WEIGHT = {OWN_NAME: 0.0, CURATED: 1.0, ALTERNATE: -2.0}
#: From so many letters on a name that is at hand may have two typing errors.
_SHORTEST_KNOWN = 5
_NO_DISTANCE = 99


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words ``start`` to ``end`` (exclusive) and the places that they may name.

    No places: a name that is no place.
    """

    start: int
    end: int
    #: The likeliest first; more than one only where the others are about as likely.
    places: tuple[Place, ...]
    text: str
    corrected: bool = False
    #: Whether it is listed, but as no name that the place has in earnest: a common misspelling.
    slip: bool = False
    #: Whether a corrected reading is too doubtful to be taken without asking.
    doubtful: bool = False


class Found(NamedTuple):
    """The words, with those of asking spelled right, and the names among them in order."""

    words: list[Word]
    names: list[NameSpan]
    #: Positions of words that are in no name and that the language hardly has.
    unheard: frozenset[int]


class Gazetteer:
    """Finds names with the store's world-size list of them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, words: Sequence[Word], language: Language) -> Found:
        """The names in the words, without overlaps; joined words are taken apart."""
        sight = Sight(words, language, self._store)
        windows = sight.windows(MOST_NAME_WORDS)
        forms = {key: sight.uninflected(key) for _, key in windows}
        listed = self._store.bearers([*forms, *(form for fs in forms.values() for form in fs)])
        bearers: dict[str, Sequence[Bearer]] = {
            key: next((listed[form] for form in (key, *others) if form in listed), ())
            for key, others in forms.items()
        }
        apart = taken_apart(words, sight, bearers, self._store)
        if apart:
            return self.find(apart, language)
        spans = self._exact(words, windows, sight, bearers)
        free = [True] * len(words)
        for span in spans:
            free[span.start : span.end] = [False] * (span.end - span.start)
        spelled = list(words)
        spans = self._misspelled(spelled, free, sight, spans)
        spans = _with_unknown(words, free, sight, spans)
        inside = {i for span in spans for i in range(span.start, span.end)}
        unheard = frozenset(
            i for i in range(len(words)) if i not in inside and free[i] and sight.is_strange(i)
        )
        return Found(spelled, self._qualified(words, spans), unheard)

    def _exact(
        self,
        words: Sequence[Word],
        windows: Sequence[tuple[tuple[int, int], str]],
        sight: Sight,
        bearers: Mapping[str, Sequence[Bearer]],
    ) -> list[NameSpan]:
        spans: list[NameSpan] = []
        taken: set[int] = set()
        for (start, end), key in windows:
            found = bearers.get(key)
            if not found or taken & set(range(start, end)):
                continue
            if not sight.is_whole(start, end, found[0].words):
                continue
            if end == start + 1 and self._is_rather_a_word(start, found, sight):
                continue
            if sight.is_name(start, end, [b.place for b in found]) or self._is_narrowed(
                words, end, found, bearers
            ):
                span = _span(words, start, end, self._likeliest(found))
                meant = {place.id for place in span.places}
                ranks = [bearer.rank for bearer in found if bearer.place.id in meant]
                listed = key in self._store.bearers([key])
                spans.append(replace(span, slip=listed and min(ranks) == ALTERNATE))
                taken |= set(range(start, end))
        return spans

    def _is_rather_a_word(self, start: int, found: Sequence[Bearer], sight: Sight) -> bool:
        """Whether a rare name of far places is rather a word that has slipped or that the
        language has as well: sine when, turns."""
        rare = all(b.rank == ALTERNATE and not self._is_well_known(b.place, LARGE) for b in found)
        return rare and not sight.is_placed(start)

    def _is_narrowed(
        self,
        words: Sequence[Word],
        end: int,
        found: Sequence[Bearer],
        bearers: Mapping[str, Sequence[Bearer]],
    ) -> bool:
        """Whether the country or state of a bearer stands right behind: mobile, alabama."""
        for start in (end, end + 1):
            for length in (1, 2):
                key = "".join(word.folded for word in words[start : start + length])
                areas = [b.place for b in bearers.get(key, ()) if b.place.kind != "city"]
                if any(self._store.contains(area, b.place) for area in areas for b in found):
                    return True
        return False

    def _misspelled(
        self, words: list[Word], free: list[bool], sight: Sight, exact: list[NameSpan]
    ) -> list[NameSpan]:
        """The exact names and those with typing errors; words of asking are put right."""
        spans: list[NameSpan] = []
        found = (i for i in range(len(words)) if free[i] and sight.is_strange(i))
        # Who writes more strange words than a question holds writes no question.
        strange = set(islice(found, MOST_STRANGE))
        beside = {span.end for span in exact} | {span.start - 1 for span in exact}
        # "St Petersberg" is no village of that name beside two letters.
        slight = {
            span.start: span
            for span in exact
            if span.end == span.start + 1 and sight.is_slight(span.places)
        }
        for start in sorted(strange):
            if sight.is_joined(start, strange):
                continue
            span, distance, key, _ = self._nearest(words, start, start + 1, sight)
            # A word of asking is likelier than a place that one has to guess.
            meant = sight.meant(start, distance + bool(span and span.doubtful))
            if meant:
                words[start] = replace(words[start], folded=meant)
                free[start] = False
                areas = [
                    b for b in self._store.bearers([meant]).get(meant, ()) if b.place.kind != "city"
                ]
                if areas:
                    places = self._likeliest(areas)
                    spans.append(_span(words, start, start + 1, places, corrected=True))
            elif span and (not span.doubtful or sight.is_placed(start) or start in beside):
                spans.append(span)
                if not span.doubtful:
                    words[start] = replace(words[start], folded=key)
        runs = sight.around(strange | slight.keys(), MOST_STRANGE_WORDS)
        for start, end in islice(runs, MOST_STRANGE):
            if not all(free[i] or i in slight for i in range(start, end)):
                continue
            span, _, _, listed = self._nearest(words, start, end, sight)
            if span and not span.doubtful and sight.is_whole(start, end, listed):
                spans = [o for o in spans if o.end <= start or end <= o.start] + [span]
                exact = [o for o in exact if o.end <= start or end <= o.start]
        for span in spans:
            free[span.start : span.end] = [False] * (span.end - span.start)
        return [*exact, *spans]

    def _nearest(
        self, words: Sequence[Word], start: int, end: int, sight: Sight
    ) -> tuple[NameSpan | None, int, str, int]:
        """The likeliest places for a name with typing errors, how many errors that takes, the
        key of the name and how many words it has."""
        key = "".join(word.folded for word in words[start:end])
        if not edits_allowed(len(key)) or len(key) > LONGEST_NAME:
            return None, _NO_DISTANCE, "", 0
        near = self._near(key, sight)
        best: dict[int, tuple[float, Place, str]] = {}
        known = self._store.bearers(list(near))
        for name, found in known.items():
            for bearer in found:
                place, other_start = bearer.place, name[0] != key[0]
                errors, more_than_granted = near[name]
                if more_than_granted and not self._is_at_hand(bearer):
                    continue
                # Narnia is not Sarnia: a wrong first letter is for places that everybody knows.
                everybodys = errors < 2 and self._is_well_known(place, LARGE)
                recorded = place.id in self._store.recorded and bearer.rank != ALTERNATE
                if other_start and not (everybodys or recorded):
                    continue
                score = self._weight(bearer) - _PER_EDIT * errors
                score -= _FIRST_LETTER if other_start else 0
                if place.id not in best or best[place.id][0] < score:
                    best[place.id] = (score, place, name)
        ranked = sorted(best.values(), key=lambda scored: -scored[0])[:3]
        if not ranked:
            return None, _NO_DISTANCE, "", 0
        margin = CLEARLY_LONG if len(key) > 5 else CLEARLY_SHORT
        clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= margin
        clear = clear and self._is_well_known(ranked[0][1], KNOWN_CITY)
        places = tuple(place for _, place, _ in (ranked[:1] if clear else ranked))
        corrected = near[ranked[0][2]][0] > 0
        span = _span(words, start, end, places, corrected, doubtful=not clear)
        name = ranked[0][2]
        errors = min(errors for errors, _ in near.values())
        return span, errors, name, known[name][0].words

    def _near(self, key: str, sight: Sight) -> dict[str, tuple[int, bool]]:
        """Names that may be ``key`` or a form of it with typing errors: how many errors, and
        whether they are more than any name may have."""
        near: dict[str, tuple[int, bool]] = {}
        for form in (key, *sight.uninflected(key)[:MOST_FORMS]):
            granted = edits_allowed(len(form))
            most = 2 if len(form) >= _SHORTEST_KNOWN else granted
            for name in self._store.near(form):
                errors = OSA.distance(form, name, score_cutoff=most)
                if errors <= most and errors < near.get(name, (_NO_DISTANCE, True))[0]:
                    near[name] = (errors, errors > granted)
        return near

    def _likeliest(self, bearers: Iterable[Bearer]) -> tuple[Place, ...]:
        """The places that a name most likely means: one, or up to three that compete."""
        ranked = sorted(bearers, key=lambda bearer: -self._weight(bearer))
        known_city = any(
            b.place.kind == "city"
            and b.place.population >= (LARGE if b.rank == ALTERNATE else KNOWN_CITY)
            for b in ranked
        )
        # New York is the city; a state goes by its name only where no such city has it.
        areas = [
            b.place
            for b in ranked
            if b.place.kind != "city" and not (b.place.region and known_city)
        ]
        if areas:
            return tuple(areas[:3])
        cities = [bearer for bearer in ranked if bearer.place.kind == "city"] or ranked
        best = self._weight(cities[0])
        return tuple(b.place for b in cities if best - self._weight(b) < CLEARLY)[:3]

    def _weight(self, bearer: Bearer) -> float:
        """How likely a bearer is meant by its name.

        The logarithm of its population and, for its fame, of the number of its other names;
        an area counts as a very large city.
        """
        place = bearer.place
        score = 9.0
        if place.kind == "city":
            score = math.log10(place.population + 1) + _FAME * math.log10(place.fame + 1)
        return (
            score
            + _RANK_WEIGHT[bearer.rank]
            + (ON_RECORD if place.id in self._store.recorded else 0)
        )

    def _is_well_known(self, place: Place, people: int) -> bool:
        """Whether a place is on record, an area, or a city of so many people."""
        return (
            place.kind != "city" or place.population >= people or place.id in self._store.recorded
        )

    def _is_at_hand(self, bearer: Bearer) -> bool:
        """Whether a name is one that people here are likely to type: of a place on record or
        of an area, and no rare one."""
        at_hand = bearer.place.kind != "city" or bearer.place.id in self._store.recorded
        return at_hand and bearer.rank != ALTERNATE

    def _qualified(self, words: Sequence[Word], spans: list[NameSpan]) -> list[NameSpan]:
        """A name and the country or state after it that narrows it become one span."""
        result: list[NameSpan] = []
        for span in spans:
            before = result[-1] if result else None
            joined = self._narrowed(words, before, span) if before else None
            if joined:
                result[-1] = joined
            else:
                result.append(span)
        return result

    def _narrowed(
        self, words: Sequence[Word], name: NameSpan, area_span: NameSpan
    ) -> NameSpan | None:
        areas = [place for place in area_span.places if place.kind != "city"]
        between = area_span.start - name.end
        if between > 1 or not areas or not name.places:
            return None
        key = "".join(word.folded for word in words[name.start : name.end])
        bearers = [bearer.place for bearer in self._store.bearers([key]).get(key, [])]
        # "Has Istanbul partners in Asia" does not ask which Istanbul.
        if between and (len(bearers) < 2 or areas[0].kind == "continent"):
            return None
        inside = {
            place.id: place
            for place in (*name.places, *bearers)
            if place.kind == "city" and any(self._store.contains(area, place) for area in areas)
        }
        if not inside:
            return None
        largest = max(inside.values(), key=lambda place: place.population)
        return NameSpan(name.start, area_span.end, (largest,), name.text, name.corrected)


#: How much the number of other names counts beside the population.
_FAME = 0.7


def _with_unknown(
    words: Sequence[Word], free: Sequence[bool], sight: Sight, spans: Sequence[NameSpan]
) -> list[NameSpan]:
    """The names and, between them, strange words where a name is expected: no places.

    A strange word right behind a small or doubtful name makes the two one unknown name:
    Minas Tirith is not Minas in Uruguay.
    """
    result = list(spans)
    by_end = {span.end: span for span in spans}
    by_start = {span.start: span for span in spans}
    start = 0
    while start < len(words):
        end = start
        while (
            end < len(words)
            and free[end]
            and (sight.is_strange(end) or sight.continues(end, beginning=end == start))
        ):
            end += 1
        if sum(len(word.folded) for word in words[start:end]) > 2:
            before, after = by_end.get(start), by_start.get(end)
            if before and (before.doubtful or sight.is_slight(before.places)):
                result.remove(before)
                result.append(_span(words, before.start, end, ()))
            elif after and after.doubtful:
                result.remove(after)
                result.append(_span(words, start, after.end, ()))
            # "Reading in Berkshire": what narrows a known name need not be known itself.
            elif not (start - 1 in by_end and sight.is_opener(start - 1)) and any(
                sight.is_placed(i) for i in range(start, end)
            ):
                result.append(_span(words, start, end, ()))
        start = max(end, start + 1)
    return sorted(result, key=lambda span: span.start)


def _span(
    words: Sequence[Word],
    start: int,
    end: int,
    places: tuple[Place, ...],
    corrected: bool = False,
    doubtful: bool = False,
) -> NameSpan:
    text = words[start].text + "".join(w.gap + w.text for w in words[start + 1 : end])
    shown = " ".join(text.split())
    return NameSpan(start, end, places, shown, corrected=corrected, doubtful=doubtful)
