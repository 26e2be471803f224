"""Places that a question shuts out or takes back: "not in Europe", "apart from Houston"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from bot.knowledge.records import Place
from bot.understanding.language import Language
from bot.understanding.phrases import Phrases
from bot.understanding.spans import NameSpan
from bot.understanding.text import Word

#: Words between a place and what shuts it out or joins it to another, at the most.
_MOST_BETWEEN = 4
#: An ending of a name that belongs to the words behind it has at most so many letters
#: ("Berlinden başka").
_LONGEST_ENDING = 3


class Shut(NamedTuple):
    """A place that is shut out, and the words ``start`` to ``end`` (exclusive) that say so."""

    start: int
    end: int
    place: Place


def shut_out(
    words: Sequence[Word], names: Sequence[NameSpan], language: Language
) -> Iterator[Shut]:
    """The places that are shut out, in order.

    An area is shut out by any denial ("not in Asia"), a city only by words that take
    one thing out of many: "Is it not Berlin?" asks about Berlin.
    """
    folded = [word.folded for word in words]
    starts = {name.start for name in names}
    before: NameSpan | None = None
    last: Shut | None = None
    for name in names:
        city = not name.places or name.places[0].kind == "city"
        if city and (len(name.places) != 1 or name.doubtful):
            before = last = None
            continue
        phrases = language.excepted if city else language.outside
        behind = language.excepted_behind if city else language.outside_behind
        start = name.start - _words_before(folded, name.start, phrases, language)
        end = name.end + _words_behind(folded, name.end, behind, language.articles)
        opened = language.excepted.at(folded, name.end) if name.end < len(folded) else None
        if opened and opened[0] > end:
            # "In the Americas apart from Houston": the longer phrase is the next name's.
            end = name.end
        if end in starts and phrases.ending(folded, name.end, end):
            # "Istanbul without Berlin": the words are the next name's.
            end = name.end
        joins = _join_cities if city else _join_areas
        joined = before and joins(words[before.end : name.start + 1], language)
        if before and joined and end > name.end and before.places[0].kind == name.places[0].kind:
            yield Shut(before.start, name.start, before.places[0])
        shut = (start, end) != (name.start, name.end)
        if not shut and last and (last.place.kind == "city") is city:
            # "Not in Europe or in Asia" shuts out both.
            shut = joins(words[last.end : name.start + 1], language)
            start = last.end if shut else start
        last = Shut(start, end, name.places[0]) if shut else None
        before = None if shut else name
        if last:
            yield last


def taken_back(
    folded: Sequence[str], names: Sequence[NameSpan], language: Language
) -> dict[int, int]:
    """Where words are that the person takes back, from and to (exclusive): "Berlin, no, I mean
    Venice", "not Cairo but Giza"."""
    for start, end, _ in language.corrections.within(folded):
        before = [name for name in names if name.end <= start]
        if before:
            end = _behind_link(folded, end, before[-1].start, language)
        meant = next((name for name in names if name.start == end), None)
        if before and meant:
            # What is meant may be the same place by another name.
            same = (name for name in before if name.places and name.places == meant.places)
            wrong = next(same, before[-1])
            return {wrong.start: wrong.end, start: end}
    cities = [name for name in names if name.places and name.places[0].kind == "city"]
    for name, following in pairwise(cities):
        denied = _words_before(folded, name.start, language.outside, language)
        if denied and not _words_before(folded, name.start, language.excepted, language):
            near = following.start - name.end <= _MOST_BETWEEN
            return {name.start - denied: following.start if near else name.end}
    return {}


def _words_before(
    folded: Sequence[str], start: int, phrases: Phrases[None], language: Language
) -> int:
    """How many words before ``start`` shut the place out: "not in", "except those in"."""
    nearest = max(0, start - _MOST_BETWEEN)
    for end in range(start, nearest - 1, -1):
        length = phrases.ending(folded, 0, end)
        if length:
            return start - end + length
        if not end or not _links(folded[end - 1], language):
            break
    return 0


def _words_behind(
    folded: Sequence[str], end: int, phrases: Phrases[None], articles: Set[str]
) -> int:
    """How many words from ``end`` on do; the ending of the name may be the first of them or
    stand before them ("Kazan'ı saymazsak")."""
    for start in (end, end + 1):
        if start < len(folded) and (start == end or folded[end] in articles):
            behind = phrases.at(folded, start)
            if behind:
                return behind[0] - end
    parted = phrases.at([folded[end - 1][-_LONGEST_ENDING:], *folded[end:]], 0)
    return parted[0] - 1 if parted else 0


def _links(word: str, language: Language) -> bool:
    """Whether a word only leads to a place or points at those before: "those", "in", "the"."""
    linking = (language.fillers, language.articles, language.openers, language.back)
    return any(word in words for words in linking)


def _behind_link(folded: Sequence[str], start: int, name: int, language: Language) -> int:
    """Where the words of a correction from ``start`` on end: further ones, and the word that
    stands before the name that is taken back ("with Houston, sorry, I mean with Lahore")."""
    while start < len(folded) and (again := language.corrections.at(folded, start)):
        start = again[0]
    linked = name and folded[start : start + 1] == folded[name - 1 : name]
    return start + 1 if linked and _links(folded[start], language) else start


def _join_areas(words: Sequence[Word], language: Language) -> bool:
    """Whether the words before the last only join two areas: ",", "and", "or those in"."""
    joining = language.and_phrases.words()
    return len(words) <= _MOST_BETWEEN + 1 and all(
        word.folded in joining or _links(word.folded, language) for word in words[:-1]
    )


def _join_cities(words: Sequence[Word], language: Language) -> bool:
    """The same of two cities: "other than Istanbul with Berlin" are two things."""
    *between, name = words
    if len(between) == 1:
        return language.and_phrases.at([between[0].folded], 0) is not None
    return not between and "," in name.gap
