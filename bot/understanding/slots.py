"""What a question holds beside its words: places, periods, numbers, topics."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.records import Place
from bot.understanding.gazetteer import Gazetteer, NameSpan
from bot.understanding.language import Language
from bot.understanding.periods import find_periods
from bot.understanding.question import Period
from bot.understanding.text import Word

_LONGEST_TOPIC = 8


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of one text, and its sentence with the slots in their places."""

    names: tuple[NameSpan, ...] = ()
    #: Areas that are shut out ("not in Europe").
    outside: tuple[Place, ...] = ()
    period: Period | None = None
    #: As Question.number.
    number: int = 0
    #: Keys of topics by their names in the text, the longest name first.
    topics: tuple[str, ...] = ()
    #: Folded words with the slots in their places, topics still in words.
    sentence: tuple[str, ...] = ()
    #: The same with topics as slots, where there are any.
    topical: tuple[str, ...] = ()
    #: Words that no question has, as they were written, after a word that opens a place.
    strangers: tuple[str, ...] = ()

    @property
    def cities(self) -> tuple[Place, ...]:
        return tuple(n.places[0] for n in self.names if _certain(n) and n.places[0].kind == "city")

    @property
    def areas(self) -> tuple[Place, ...]:
        return tuple(
            n.places[0]
            for n in self.names
            if _certain(n) and n.places[0].kind != "city" and n.places[0] not in self.outside
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


def find_slots(
    words: Sequence[Word],
    language: Language,
    gazetteer: Gazetteer,
    today: dt.date,
    topic_kinds: dict[str, str],
) -> Slots:
    """Everything but the intent. Topics are additive: their words may be a place's as well."""
    marks: dict[int, tuple[int, str]] = {}
    periods = find_periods(words, language, today)
    for span in periods:
        marks[span.start] = (span.end, "<date>")
    taken = {i for span in periods for i in range(span.start, span.end)}
    number, number_span = _number(words, taken, language)
    if number_span:
        marks[number_span[0]] = (number_span[1], "<nth>")
        taken |= set(range(*number_span))
    found = gazetteer.find(words, taken, language)
    folded = [word.folded for word in words]
    for position, meant in found.spelled.items():
        folded[position] = meant
    topics = _topics(folded, language)
    outside: list[Place] = []
    for name in found.names:
        kind = "<area>" if name.places and name.places[0].kind != "city" else "<city>"
        start = name.start
        shut = _shut_out(folded, name.start, language) if kind == "<area>" else 0
        if shut:
            outside.append(name.places[0])
            start -= shut
        marks[start] = (name.end, kind)
    inside = {i for start, (end, _) in marks.items() for i in range(start, end)}
    strangers = tuple(
        words[i].text
        for i in range(1, len(words))
        if i not in inside
        and folded[i] not in language.vocabulary
        and folded[i] not in language.topic_words
        and folded[i - 1] in language.openers
    )
    topical_marks = dict(marks)
    for start, end, key in topics:
        for covered in [p for p, (stop, _) in marks.items() if p < end and start < stop]:
            topical_marks.pop(covered, None)
        topical_marks[start] = (end, "<event>" if topic_kinds.get(key) == "history" else "<term>")
    return Slots(
        names=tuple(found.names),
        outside=tuple(outside),
        period=periods[0].period if periods else None,
        number=number,
        topics=tuple(dict.fromkeys(key for _, _, key in topics)),
        sentence=_sentence(folded, marks),
        topical=_sentence(folded, topical_marks) if topics else (),
        strangers=strangers,
    )


def _sentence(folded: Sequence[str], marks: dict[int, tuple[int, str]]) -> tuple[str, ...]:
    sentence = []
    position = 0
    while position < len(folded):
        end, mark = marks.get(position, (position + 1, folded[position]))
        sentence.append(mark)
        position = max(end, position + 1)
    return tuple(sentence)


def _topics(folded: Sequence[str], language: Language) -> list[tuple[int, int, str]]:
    """Names of topics, the longest first, without overlaps."""
    found: list[tuple[int, int, str]] = []
    used: set[int] = set()
    for length in range(min(_LONGEST_TOPIC, len(folded)), 0, -1):
        for start in range(len(folded) - length + 1):
            key = language.topic_names.get(tuple(folded[start : start + length]))
            if key and not used & set(range(start, start + length)):
                found.append((start, start + length, key))
                used |= set(range(start, start + length))
    return found


def _number(
    words: Sequence[Word], taken: set[int], language: Language
) -> tuple[int, tuple[int, int] | None]:
    """An ordinal from the second on, or how many of the first or last are wanted (negative)."""
    for i, word in enumerate(words):
        if i in taken:
            continue
        match = re.fullmatch(r"(\d{1,3})([^\W\d]*)", word.folded)
        end = i + 1
        suffix = match[2] if match else ""
        if match and not suffix and end < len(words) and not words[end].gap.strip():
            if words[end].folded in language.ordinal_suffixes and words[end].gap == "":
                suffix, end = words[end].folded, end + 1
        ordinal = int(match[1]) if match and suffix in language.ordinal_suffixes else 0
        ordinal = ordinal or language.ordinals.get(word.folded, 0)
        if ordinal > 1:
            return ordinal, (i, end)
        count = int(match[1]) if match and not suffix else language.cardinals.get(word.folded, 0)
        if count < 1:
            continue
        before = words[i - 1].folded if i else ""
        if before in language.number_words or word.gap.endswith("#"):
            return count, (i, end)
        after = words[end].folded if end < len(words) else ""
        if count > 1 and language.ends & {before, after}:
            return -count, (i, end)
    return 0, None


def _shut_out(folded: Sequence[str], start: int, language: Language) -> int:
    """How many words before ``start`` shut the place out."""
    while start and folded[start - 1] in language.fillers:
        start -= 1
    for phrase in language.outside:
        if tuple(folded[max(0, start - len(phrase)) : start]) == phrase:
            return len(phrase)
    return 0
