"""What a question holds beside its words: places, periods, numbers, topics."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.knowledge.records import Place
from bot.understanding.exclusion import shut_out, taken_back
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.language import TOWNS, Language
from bot.understanding.periods import find_periods
from bot.understanding.question import Period
from bot.understanding.spans import NameSpan
from bot.understanding.text import Word

#: A number, and the ending of an ordinal.
_COUNTED = re.compile(r"(\d{1,3})([^\W\d]*)")
#: What ends a sentence.
_ENDS = re.compile(r"[?!.;]")
#: "Two towns" are the ends of one partnership.
_PAIR = 2
#: Words of so few letters rank nothing by themselves ("le", "più").
_SHORT = 3
#: What stands between a number and an ending that belongs to it.
_TYING = ("", "-", "'", "’")
#: How much of what tells topics apart (1: a word that only one topic has) must speak for one
#: that is not named, and how much more than for the next.
_TOLD_OF, _TOLD_CLEARLY = 0.9, 0.2


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one text, and its sentence with the slots in their places."""

    names: tuple[NameSpan, ...] = ()
    #: Places that are shut out ("not in Europe", "apart from Houston").
    outside: tuple[Place, ...] = ()
    period: Period | None = None
    #: A second period that is asked for as well.
    also: Period | None = None
    #: As Question.number.
    number: int = 0
    #: Whether the number counts from the latest ("the last but one").
    from_end: bool = False
    #: As Question.initial.
    initial: str = ""
    #: What narrows the places that is not on record, as it was written: "by the sea".
    conditions: tuple[str, ...] = ()
    #: Keys of topics by their names in the text, the longest name first.
    topics: tuple[str, ...] = ()
    #: Folded words with the slots in their places, topics still in words.
    sentence: tuple[str, ...] = ()
    #: The same with topics as slots, where there are any.
    topical: tuple[str, ...] = ()
    #: How many words the longest name of a topic has, and whether one of them is of no other use.
    topic_words: int = 0
    distinctive: bool = False
    #: Areas that only stand in the name of a topic ("sister city in Spanish").
    in_topics: frozenset[int] = frozenset()
    #: Words that no question has, as they were written, behind a word that opens a place.
    strangers: tuple[str, ...] = ()

    @property
    def cities(self) -> tuple[Place, ...]:
        return tuple(place for place in self._meant if place.kind == "city")

    @property
    def areas(self) -> tuple[Place, ...]:
        return tuple(place for place in self._meant if place.kind != "city")

    @property
    def _meant(self) -> Iterator[Place]:
        """Places that are certain and not shut out."""
        certain = (name.places[0] for name in self.names if _certain(name))
        return (place for place in certain if place not in self.outside)

    def as_city(self) -> Slots | None:
        """The same with the only area read as the city of its name, where there is one: Tunis."""
        named = [name for name in self.names if name.city]
        if len(named) != 1 or self.sentence.count("<area>") != 1 or self.outside:
            return None
        city = replace(named[0], places=(named[0].city,)) if named[0].city else named[0]
        return replace(
            self,
            names=tuple(city if name is named[0] else name for name in self.names),
            sentence=tuple("<city>" if word == "<area>" else word for word in self.sentence),
        )

    @property
    def unclear(self) -> NameSpan | None:
        """The first name that has several bearers or is read with doubt."""
        return next((n for n in self.names if n.places and not _certain(n)), None)

    @property
    def unknown(self) -> NameSpan | None:
        """The first name that is no place."""
        return next((n for n in self.names if not n.places), None)


def _certain(name: NameSpan) -> bool:
    return len(name.places) == 1 and not name.doubtful


def _is_city(name: NameSpan) -> bool:
    """Whether a name is a city's, or no place's and so rather meant for one."""
    return not name.places or name.places[0].kind == "city"


def find_slots(
    said: Sequence[Word],
    language: Language,
    gazetteer: Gazetteer,
    today: dt.date,
    topic_kinds: Mapping[str, str],
    about: Iterable[int],
    bold: bool = False,
) -> Slots:
    """Everything but the intent. Topics are additive: their words may be a place's as well.

    ``about`` and ``bold`` are as for Gazetteer.find.
    """
    words, names, unheard = gazetteer.find(said, language, about, bold)
    folded = [word.folded for word in words]
    dropped = taken_back(folded, names, language)
    names = [n for n in names if not any(a <= n.start < b for a, b in dropped.items())]
    people = [n for n in names if language.people.ending(folded, 0, n.start)]
    names = [n for n in names if n not in people]
    periods = find_periods(words, language, today)
    starts = {name.start for name in names}
    # "Leningrad (today Saint Petersburg)" tells no time, "2000 to 2010 (2010 included)" no other.
    in_brackets = [p for p in periods if "(" in words[p.start].gap]
    if len(in_brackets) < len(periods):
        periods = [p for p in periods if p not in in_brackets]
    periods = [p for p in periods if p not in in_brackets or p.end not in starts]
    # "Before the fall of the Berlin wall" is about no city.
    events = language.events.within(folded)
    dated = {i for span in periods for i in range(span.start, span.end)}
    happened = {i for start, end, _ in events for i in range(start, end)} & dated
    names = [_of_kind(words, name, language) for name in names if name.start not in happened]
    marks = {start: (end, "") for start, end in dropped.items()}
    # "My friend Florence says": who speaks is no place.
    marks |= {person.start: (person.end, "") for person in people}
    marks |= {name.start: (name.end, "<city>" if _is_city(name) else "<area>") for name in names}
    outside: list[Place] = []
    for shut in shut_out(words, names, language):
        for name in names:
            if shut.start <= name.start < shut.end:
                marks.pop(name.start)
        # A city that is taken out says nothing about what is asked.
        marks[shut.start] = (shut.end, "" if shut.place.kind == "city" else "<area>")
        outside.append(shut.place)
    taken = {i for start, (end, _) in marks.items() for i in range(start, end)}
    conditions: list[str] = []
    for start, end, _ in language.conditions.within(folded):
        further = folded[end : end + 1]
        whole = not further or further[0] in language.vocabulary | language.telling
        if whole and not taken & set(range(start, end)):
            # "On the Adriatic sea" says more than "on the sea".
            conditions.append(" ".join(word.text for word in words[start:end]))
            # It narrows as an area does.
            marks[start] = (end, "<area>")
            taken |= set(range(start, end))
    initial, where = _initial(folded, language)
    if where:
        marks = {s: mark for s, mark in marks.items() if s not in range(*where)}
        marks[where[0]] = (where[1], "")
        names = [name for name in names if name.start not in range(*where)]
        taken |= set(range(*where))
    periods = [span for span in periods if not taken & set(range(span.start, span.end))]
    for span in periods:
        marks[span.start] = (span.end, "<day>" if span.period.annual else "<date>")
        taken |= set(range(span.start, span.end))
    number, number_span = _from_end(folded, taken, language) or _number(words, taken, language)
    from_end = bool(number_span and _from_end(folded, taken, language))
    if number_span:
        marks[number_span[0]] = (number_span[1], "<nth>")
        taken |= set(range(*number_span))
    # "Australia" alone is the country, not what is said there; a name that is no place, or at
    # most a rare one, is rather the topic.
    spans = {(name.start, name.end) for name in names if name.places and not name.slip}
    topics = [t for t in _topics(folded, language) if (t.start, t.end) not in spans]
    told = {i for t in topics for i in range(t.start, t.end)}
    names = [n for n in names if n.places or not told >= set(range(n.start, n.end))]
    home = next(iter(about), 0)
    names = [n for n in names if not _is_noise(n, names, words, home)]
    topical = _with_topics(folded, marks, topics, topic_kinds)
    return Slots(
        names=tuple(names),
        outside=tuple(outside),
        period=periods[-1].period if periods else None,
        also=periods[-1].also if periods else None,
        number=number,
        from_end=from_end,
        initial=initial,
        conditions=tuple(conditions),
        topics=tuple(dict.fromkeys(topic.key for topic in topics)),
        sentence=language.essence(_sentence(folded, marks)),
        topical=language.essence(topical),
        topic_words=max((topic.end - topic.start for topic in topics), default=0),
        distinctive=any(
            word in language.topic_shares for t in topics for word in folded[t.start : t.end]
        ),
        in_topics=frozenset(
            name.places[0].id
            for name in names
            if name.places and any(t.start <= name.start and name.end <= t.end for t in topics)
        ),
        strangers=_strangers(words, folded, taken, unheard, language),
    )


def _is_noise(name: NameSpan, names: Sequence[NameSpan], words: Sequence[Word], home: int) -> bool:
    """Whether a doubtful or unknown name in small letters stands beside enough certain ones, or
    behind the sentence that names the city."""
    if len(name.places) == 1 and not name.doubtful:
        return False
    if not name.corrected and (name.places or words[name.start].capital):
        return False
    certain = [n for n in names if len(n.places) == 1 and not n.doubtful]
    told = [n.end for n in certain if n.end <= name.start and n.places[0].id != home]
    gaps = [word.gap for word in words[max(told, default=name.start + 1) : name.start + 1]]
    return len(certain) > 1 or any(_ENDS.search(gap) for gap in gaps)


def _of_kind(words: Sequence[Word], name: NameSpan, language: Language) -> NameSpan:
    """A name with several bearers beside a word for one kind of them: Georgia the country."""
    if len(name.places) < 2:
        return name
    for near in (name.end, name.start - 1):
        far = near + (1 if near == name.end else -1)
        for position in (near, far):
            if not 0 <= position < len(words):
                continue
            kind = language.kinds.get(words[position].folded)
            places = tuple(place for place in name.places if place.kind == kind)
            if places:
                start, end = min(position, name.start), max(position + 1, name.end)
                return replace(name, start=start, end=end, places=places)
    return name


def _strangers(
    words: Sequence[Word],
    folded: Sequence[str],
    taken: set[int],
    unheard: Set[int],
    language: Language,
) -> tuple[str, ...]:
    """Words that no question has, behind a word that opens a place or behind a name, or several
    with capital letters.

    ``unheard`` are those that the language itself hardly has: they count wherever they stand.
    """
    strange = [
        i not in taken
        and not folded[i][0].isdigit()
        and folded[i] not in language.vocabulary
        and folded[i] not in language.telling
        for i in range(len(words))
    ]
    runs: list[str] = []
    for start in range(len(words)):
        behind = start and (folded[start - 1] in language.openers or start - 1 in taken)
        if not strange[start] or (start and strange[start - 1]):
            continue
        end = start
        while end < len(words) and strange[end]:
            end += 1
        named = start and end - start > 1 and all(word.capital for word in words[start:end])
        if not (behind or named or start in unheard):
            continue
        runs.append(" ".join(word.text for word in words[start:end]))
    return tuple(runs)


def _with_topics(
    folded: Sequence[str],
    marks: Mapping[int, tuple[int, str]],
    topics: Sequence[TopicSpan],
    kinds: Mapping[str, str],
) -> tuple[str, ...]:
    """The sentence with topics in their places; empty where there are none."""
    if not topics:
        return ()
    topical = dict(marks)
    for topic in topics:
        for covered in [
            p for p, (stop, _) in topical.items() if p < topic.end and topic.start < stop
        ]:
            del topical[covered]
        topical[topic.start] = (
            topic.end,
            "<event>" if kinds.get(topic.key) == "history" else "<term>",
        )
    return _sentence(folded, topical)


class TopicSpan(NamedTuple):
    """Words ``start`` to ``end`` (exclusive) that name a topic."""

    start: int
    end: int
    key: str


def _topics(folded: Sequence[str], language: Language) -> list[TopicSpan]:
    """Names of topics, the longest first; else the topic that the words speak of most."""
    named = [TopicSpan(*found) for found in language.topic_names.within(folded)]
    found: list[TopicSpan] = []
    for topic in sorted(named, key=lambda topic: topic.start - topic.end):
        if all(topic.end <= other.start or other.end <= topic.start for other in found):
            found.append(topic)
    return found or _told_of(folded, language)


def _told_of(folded: Sequence[str], language: Language) -> list[TopicSpan]:
    shares: dict[str, float] = defaultdict(float)
    for word in set(folded):
        for key, share in language.topic_shares.get(word, {}).items():
            shares[key] += share
    if not shares:
        return []
    (key, share), *others = sorted(shares.items(), key=lambda item: -item[1])
    if share < _TOLD_OF or (others and share - others[0][1] < _TOLD_CLEARLY):
        return []
    where = [i for i, word in enumerate(folded) if key in language.topic_shares.get(word, {})]
    return [TopicSpan(i, i + 1, key) for i in where]


def _sentence(folded: Sequence[str], marks: dict[int, tuple[int, str]]) -> tuple[str, ...]:
    sentence = []
    position = 0
    while position < len(folded):
        end, mark = marks.get(position, (position + 1, folded[position]))
        sentence += [mark] if mark else []
        position = max(end, position + 1)
    return tuple(sentence)


def _initial(folded: Sequence[str], language: Language) -> tuple[str, tuple[int, int] | None]:
    """The letter with which names are to begin, and the words that say so."""
    for at, word in enumerate(folded):
        if len(word) != 1 or not word.isalpha():
            continue
        for before, after in language.initials:
            start, end = at - len(before), at + 1 + len(after)
            if start >= 0 and (*before, word, *after) == tuple(folded[start:end]):
                return word, (start, end)
    return "", None


def _from_end(
    folded: Sequence[str], taken: set[int], language: Language
) -> tuple[int, tuple[int, int]] | None:
    """An ordinal that counts from the end."""
    for start, end, number in language.from_end.within(folded):
        if start not in taken:
            return number, (start, end)
    return None


def _number(
    words: Sequence[Word], taken: set[int], language: Language
) -> tuple[int, tuple[int, int] | None]:
    """An ordinal from the second on, or how many of the first or last are wanted (negative)."""
    folded = [word.folded for word in words]
    for i, word in enumerate(words):
        if i in taken:
            continue
        match = _COUNTED.fullmatch(word.folded)
        end = i + 1
        suffix = match[2] if match else ""
        after = words[end] if end < len(words) else None
        if match and not suffix and after:
            # "3rd", "2-nd", and marks that are no letters: "3.", "3°".
            if after.gap in _TYING and after.folded in language.ordinal_suffixes:
                suffix, end = after.folded, end + 1
            elif after.gap and after.gap[0] in language.ordinal_suffixes:
                suffix = after.gap[:1]
        ordinal = int(match[1]) if match and suffix in language.ordinal_suffixes else 0
        named = language.ordinals.at(folded, i)
        if named and not ordinal:
            end, ordinal = named
        if ordinal > 1:
            return ordinal, (i, end)
        count = int(match[1]) if match and not suffix else language.cardinals.get(word.folded, 0)
        if count < 1:
            continue
        before = words[i - 1].folded if i else ""
        if before in language.number_words or word.gap.endswith("#"):
            return count, (i, end)
        behind = words[end].folded if end < len(words) else ""
        beside = count > 1 and language.ends & {before, behind}
        if beside or (count > _PAIR and _is_ranked(folded, end, language)):
            return -count, (i, end)
    return 0, None


def _is_ranked(folded: Sequence[str], start: int, language: Language) -> bool:
    """Whether what is counted from ``start`` on are towns, which are ranked further behind:
    "which three partner towns have been with us longest"."""
    towns = start < len(folded) and language.classes.get(folded[start]) in TOWNS
    return towns and any(len(w) > _SHORT and w in language.ends for w in folded[start + 1 :])
