"""Names in a question -> places: exact first, then with typing errors, then unknown.

The design and its figures are those of MATCHING.md: names first, exact and longest;
fuzzy only where a word is unknown; the optimal string alignment distance with limits
by length; an exact name of another place is never corrected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from itertools import combinations, islice
from typing import NamedTuple

from bot.knowledge.folding import name_key
from bot.knowledge.records import ALTERNATE, OWN_NAME, Place
from bot.knowledge.store import Bearer, Store
from bot.understanding.joined import taken_apart
from bot.understanding.language import Language
from bot.understanding.mistyped import NO_DISTANCE, Guess, guess
from bot.understanding.namesakes import with_namesakes
from bot.understanding.sight import Sight
from bot.understanding.spans import NameSpan, span_of, with_unknown
from bot.understanding.standing import KNOWN_CITY, LARGE, Standing
from bot.understanding.text import Word

#: Words that one name may have; words of a name that is looked for with typing errors.
MOST_NAME_WORDS, MOST_STRANGE_WORDS = 4, 4
#: Strange words of a question, and runs with one, that are looked for with typing errors:
#: a bound to the work that a hostile text can cause.
MOST_STRANGE = 8
#: Words between a city and its country, and their letters, at the most: in, la de, the one in.
_BETWEEN, _SHORT = 3, 3
#: A form of a small far town's name tells nothing where the name has fewer letters.
_TELLING = 5
#: Talks about different cities whose places at hand are kept.
_TALKS = 64


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
        self._also_cities: dict[str, Set[str]] = {}
        self._spoken = lru_cache(_TALKS)(self._look_up_spoken)
        self._standing = lru_cache(_TALKS)(lambda about: Standing(store, about))

    def also_cities(self, language: Language) -> Set[str]:
        """Words of a language, none for towns or twinning, that are known cities as well."""
        if language.code not in self._also_cities:
            words = language.careful - language.classes.keys() - language.leading
            self._also_cities[language.code] = frozenset(
                word
                for word, bearers in self._store.bearers(words).items()
                if any(
                    b.place.kind == "city"
                    and (b.place.population >= KNOWN_CITY or b.place.id in self._store.recorded)
                    for b in bearers
                )
            )
        return self._also_cities[language.code]

    def cities_among(self, words: Set[str]) -> Set[str]:
        """Which of these words are the very names of known cities."""
        return frozenset(
            word
            for word, bearers in self._store.bearers(words).items()
            if any(
                b.place.kind == "city" and b.rank != ALTERNATE and b.place.population >= KNOWN_CITY
                for b in bearers
            )
        )

    def find(
        self, words: Sequence[Word], language: Language, about: Iterable[int], bold: bool = False
    ) -> Found:
        """The names in the words, without overlaps; joined words are taken apart.

        ``about`` are the cities that the talk is about (GeoNames ids): of names that are about
        as near, those of their partners are likelier. ``bold`` takes words that are cities as
        well ("nice", "essen") for these.
        """
        sight = Sight(words, language, self._standing(tuple(about)), bold)
        windows = sight.windows(MOST_NAME_WORDS)
        forms = {key: sight.uninflected(key) for _, key in windows}
        listed = self._store.bearers([*forms, *(form for fs in forms.values() for form in fs)])
        # The last that is listed counts: the key itself, else the first of its forms.
        bearers: dict[str, Sequence[Bearer]] = {
            key: listed[form]
            for key, others in forms.items()
            for form in (*reversed(others), key)
            if form in listed
        }
        apart = taken_apart(words, sight, bearers)
        if apart:
            return self.find(apart, language, about, bold)
        spans = self._exact(words, windows, sight, bearers)
        free = [True] * len(words)
        for span in spans:
            free[span.start : span.end] = [False] * (span.end - span.start)
        spelled = list(words)
        spans = self._misspelled(spelled, free, sight, spans)
        spans = self._namesakes(with_unknown(words, free, sight, spans), sight)
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
            first = bearers.get(words[start].folded, ())
            if end == start + 2 and sight.is_town(start + 1) and _is_adjective(first):
                # "Spanish towns" are not Spanish Town, but Mexico City is a city.
                continue
            if sight.is_name(start, end, [b.place for b in found]) or self._is_narrowed(
                words, end, found, bearers
            ):
                places = with_namesakes(sight.standing.likeliest(found), found, sight)
                span = span_of(words, start, end, places)
                meant = {place.id for place in span.places}
                ranks = [bearer.rank for bearer in found if bearer.place.id in meant]
                listed = key in self._store.bearers([key])
                if not listed and self._is_chance(span.places, sight):
                    continue
                slip = listed and min(ranks) == ALTERNATE
                city = _city_at_hand(span.places, found, sight.standing)
                spans.append(replace(span, slip=slip, inflected=not listed, city=city))
                taken |= set(range(start, end))
        certain = [s.places[0].id for s in spans if len(s.places) == 1]
        spans = [self._among_partners(s, words, bearers, certain) for s in spans]
        return [self._as_spoken(s, words, sight) for s in spans]

    def _as_spoken(self, span: NameSpan, words: Sequence[Word], sight: Sight) -> NameSpan:
        """A name of several areas is that which the question's own language calls so: the EU,
        which Spanish has for the United States."""
        if len(span.places) < 2 or any(place.kind == "city" for place in span.places):
            return span
        key = "".join(word.folded for word in words[span.start : span.end])
        own = self._spoken(sight.code, key)
        places = tuple(place for place in span.places if place.id in own)
        return replace(span, places=places or span.places)

    def _look_up_spoken(self, language: str, key: str) -> Set[int]:
        """The areas that a language calls by the name of a key."""
        demonyms = self._store.document(language, "demonyms")
        areas = (
            self._store.area(area)
            for area, names in demonyms.items()
            if any(name_key(str(name)) == key for name in names)
        )
        return frozenset(area.id for area in areas if area)

    def _namesakes(self, spans: Sequence[NameSpan], sight: Sight) -> list[NameSpan]:
        """A name that is there twice, or behind "both", is that of two partners who bear it:
        Toledo and Toledo, the two Toledos."""
        for i, span in enumerate(spans):
            again = next((s for s in spans[i + 1 :] if s.places and s.places == span.places), None)
            alone = len(spans) == 1 and sight.is_both(span.start - 1)
            if not span.places or not (again or alone):
                continue
            pair = self._partners_of_one_name(span.places)
            if pair:
                first = span if again else replace(span, start=span.start - 1, end=span.start)
                two = [first, again or span]
                others = [other for other in spans if other not in (span, again)]
                named = [
                    replace(s, places=(p,), doubtful=False) for s, p in zip(two, pair, strict=True)
                ]
                return sorted([*others, *named], key=lambda s: s.start)
        return list(spans)

    def _partners_of_one_name(self, places: Sequence[Place]) -> tuple[Place, Place] | None:
        """Two bearers of a name of these of which the history tells together, else partners."""
        keys = {key for place in places for key in self._store.names(place.id)}
        found = {b.place.id: b.place for bs in self._store.bearers(keys).values() for b in bs}
        pairs = list(combinations((p for p in found.values() if p.kind == "city"), 2))
        told = [{*topic.places} for topic in self._store.topics.values()]
        for one, other in pairs:
            if any({one.id, other.id} <= several for several in told):
                return one, other
        return next((pair for pair in pairs if pair[1].id in self._store.circle(pair[0].id)), None)

    def _among_partners(
        self,
        span: NameSpan,
        words: Sequence[Word],
        bearers: Mapping[str, Sequence[Bearer]],
        certain: Iterable[int],
    ) -> NameSpan:
        """A name of several places is that of the partner of another city that is named:
        Chicago's Birmingham is not Alabama's."""
        if len(span.places) < 2:
            return span
        key = "".join(word.folded for word in words[span.start : span.end])
        for city in certain:
            circle = self._store.circle(city)
            partners = [b.place for b in bearers.get(key, ()) if b.place.id in circle]
            if len(partners) == 1:
                return replace(span, places=(partners[0],))
        return span

    def _is_rather_a_word(self, start: int, found: Sequence[Bearer], sight: Sight) -> bool:
        """Whether a rare name of far places is rather a word that has slipped or that the
        language has as well: sine when, turns."""
        known = sight.standing.is_well_known
        rare = all(b.rank == ALTERNATE and not known(b.place, LARGE) for b in found)
        return rare and not sight.is_placed(start)

    def _is_chance(self, places: Sequence[Place], sight: Sight) -> bool:
        """Whether a form of a name is rather another word: Wakanda is no form of Waka."""
        short = all(len(name_key(place.name)) < _TELLING for place in places)
        return short and sight.standing.is_slight(places)

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
        """The exact names and those with typing errors; words of asking are put right.

        Several words that are one name go before what each of them may be.
        """
        found = (i for i in range(len(words)) if free[i] and sight.is_strange(i))
        # Who writes more strange words than a question holds writes no question.
        strange = set(islice(found, MOST_STRANGE))
        # "St Petersberg" is no village of that name beside two letters, "dumbai" no town that
        # somebody somewhere writes so.
        slight = {
            span.start: span
            for span in exact
            if span.end == span.start + 1 and sight.standing.is_slight(span.places)
        }
        spans: list[NameSpan] = []
        runs = sight.around(strange | slight.keys(), MOST_STRANGE_WORDS)
        for start, end in islice(runs, MOST_STRANGE):
            read = self._run(words, start, end, sight, strange, exact)
            if read:
                spans = [o for o in spans if o.end <= start or end <= o.start] + [read]
        exact = [o for o in exact if all(o.end <= s.start or s.end <= o.start for s in spans)]
        for span in spans:
            strange -= set(range(span.start, span.end))
        rare = {i for i, span in slight.items() if (span.slip or span.inflected) and span in exact}
        beside = {span.end for span in exact} | {span.start - 1 for span in exact}
        for start in sorted(strange | rare):
            if sight.is_joined(start, strange):
                continue
            name = guess(words[start].folded, sight)
            if start in rare:
                if name and not name.doubtful and name.corrected:
                    exact = [span for span in exact if span.start != start]
                    spans.append(_guessed(words, start, start + 1, name, sight))
                continue
            read = self._single(words, free, start, name, sight, start in beside)
            spans += [read] if read else []
        for span in spans:
            free[span.start : span.end] = [False] * (span.end - span.start)
        return [*exact, *spans]

    def _run(
        self,
        words: Sequence[Word],
        start: int,
        end: int,
        sight: Sight,
        strange: set[int],
        exact: Sequence[NameSpan],
    ) -> NameSpan | None:
        """The name that several words are, one of them typed wrong."""
        covered = [span for span in exact if span.start < end and start < span.end]
        certain = [span for span in covered if not sight.standing.is_slight(span.places)]
        whole = all(start <= span.start and span.end <= end for span in covered)
        if certain and not (whole and strange & set(range(start, end))):
            return None
        name = guess("".join(word.folded for word in words[start:end]), sight)
        if not name or name.doubtful or name.daring or not sight.is_whole(start, end, name.words):
            return None
        # Porto and a word that is none are Porto Alegre; two cities are no third one.
        if certain and (name.errors > 1 or name.words != end - start):
            return None
        return _guessed(words, start, end, name, sight)

    def _single(
        self,
        words: list[Word],
        free: list[bool],
        start: int,
        name: Guess | None,
        sight: Sight,
        beside: bool,
    ) -> NameSpan | None:
        """What a strange word names; a word of asking that was meant is put right."""
        distance = name.errors + name.doubtful if name else NO_DISTANCE
        # A word of asking is likelier than a place that one has to guess.
        meant = sight.meant(start, distance)
        if meant:
            words[start] = words[start]._replace(folded=meant)
            free[start] = False
            bearers = self._store.bearers([meant]).get(meant, ())
            areas = [b for b in bearers if b.place.kind != "city"]
            if not areas:
                return None
            return span_of(words, start, start + 1, sight.standing.likeliest(areas), corrected=True)
        placed = beside or sight.is_placed(start)
        if not name or (name.doubtful and not placed):
            return None
        if name.daring and not (placed or sight.is_beside_town(start)):
            return None
        span = _guessed(words, start, start + 1, name, sight)
        if not name.doubtful:
            words[start] = words[start]._replace(folded=name.key)
        return span

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
        between = words[name.end : area_span.start]
        if len(between) > _BETWEEN or not areas or not name.places:
            return None
        key = "".join(word.folded for word in words[name.start : name.end])
        bearers = [bearer.place for bearer in self._store.bearers([key]).get(key, [])]
        # "Which has Istanbul in Asia" does not ask which Istanbul, nor "but for Cairo in Egypt"
        # for Cairo; Tabriz in Iran is Tabriz.
        short = all(len(word.folded) <= _SHORT for word in between)
        several = len(bearers) > 1 and (short or len(between) == 1)
        if between and (areas[0].kind == "continent" or not (several or len(between) == short)):
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


def _is_adjective(bearers: Iterable[Bearer]) -> bool:
    """Whether a word is said of a country or continent, but not its very name."""
    areas = [bearer for bearer in bearers if bearer.place.kind != "city"]
    return bool(areas) and all(area.rank != OWN_NAME for area in areas)


def _city_at_hand(
    read: Sequence[Place], bearers: Iterable[Bearer], standing: Standing
) -> Place | None:
    """A city at hand with the name of what is read as an area."""
    if read[0].kind == "city":
        return None
    named = (b.place for b in bearers if b.place.kind == "city" and b.rank != ALTERNATE)
    return next((place for place in named if place.id in standing.at_hand), None)


def _guessed(words: Sequence[Word], start: int, end: int, name: Guess, sight: Sight) -> NameSpan:
    span = span_of(words, start, end, name.places, name.corrected, name.doubtful)
    return replace(span, city=_city_at_hand(name.places, name.bearers, sight.standing))
