"""Spans of time in a question."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.knowledge.dates import PartialDate
from bot.understanding.language import Language, roman
from bot.understanding.question import Period
from bot.understanding.text import Word

#: Two digits alone are a year where they are larger than a day or a count is, and of this
#: century up to so many.
_LAST_OF_A_COUNT, _LAST_SHORT_YEAR = 60, 40
#: Words between two years of a range, at the most.
_NEAR = 3
_NUMBER_GAP = re.compile(r"[./\-–]\Z")
_DASH = re.compile(r"\s*[-–—]\s*\Z")


class PeriodSpan(NamedTuple):
    """Words ``start`` to ``end`` (exclusive) and the span of time they mean."""

    start: int
    end: int
    period: Period
    #: A second one that is asked for as well: "in 1972 or 2010".
    also: Period | None = None


def find_periods(words: Sequence[Word], language: Language, today: dt.date) -> list[PeriodSpan]:
    """Every span of time named in the words, in order, without overlaps."""
    dates: list[PeriodSpan] = []
    folded = [word.folded for word in words]
    position = 0
    while position < len(words):
        if not language.may_begin_date(folded[position]):
            position += 1
            continue
        found = (
            _event(folded, position, language)
            or _relative(folded, position, language, today)
            or _numeric(words, position)
            or _last_years(folded, position, language, today)
            or _decade(folded, position, language)
            or _century(folded, position, language)
            or _written(words, position, language, _is_behind_short(words, dates, position))
        )
        if found:
            dates.append(found)
        position = found.end if found else position + 1
    spans: list[PeriodSpan] = []
    while dates:
        span, used = _said(words, dates, language)
        if used == 1 and span == dates[0] and language.events.at(folded, span.start):
            # "When did the wall fall" tells no time, "after the fall of the wall" does.
            dates = dates[1:]
            continue
        before = spans[-1] if spans else None
        joined = _joined(before, span, folded, language) if before else None
        spans[-1:] = [joined] if joined else [*spans[-1:], span]
        dates = dates[used:]
    return spans


def _joined(
    one: PeriodSpan, two: PeriodSpan, folded: Sequence[str], language: Language
) -> PeriodSpan | None:
    """Two times with only "and" or "or" between them: one span where they touch."""
    between = folded[one.end : two.start]
    joint = language.and_phrases.at(between, 0) if between else None
    if not joint or language.corrections.at(between, 0):
        return None
    linked = all(
        word in language.fillers or word in language.openers or word in language.articles
        for word in between[joint[0] :]
    )
    if not linked or one.also or one.period.annual or two.period.annual:
        return None
    first, last = one.period, two.period
    if _within(last, first):
        # "The nineties, that is 1990 to 1994."
        return two._replace(start=one.start)
    if first.last and last.first and beside(first.last, 1) == last.first:
        return PeriodSpan(one.start, two.end, Period(first.first, last.last))
    return PeriodSpan(one.start, two.end, first, last)


def _within(one: Period, other: Period) -> bool:
    """Whether a span of time is a part of another, or the same."""
    early = other.first is None or (one.first and one.first.earliest >= other.first.earliest)
    late = other.last is None or (one.last and one.last.latest <= other.last.latest)
    return bool(early and late)


def _said(
    words: Sequence[Word], dates: Sequence[PeriodSpan], language: Language
) -> tuple[PeriodSpan, int]:
    """The first date with what is said about it ("before 1990"), and how many dates that took."""
    first = dates[0]
    second = dates[1] if len(dates) > 1 else None
    folded = [word.folded for word in words]
    start = first.start
    while start and folded[start - 1] in language.fillers:
        start -= 1
    for template in language.templates:
        last = second if template.kind == "range" else first
        if last is None:
            continue
        begin = start - len(template.before)
        if begin < 0 or tuple(folded[begin:start]) != template.before:
            continue
        end = last.end + len(template.after)
        if tuple(folded[last.end : end]) != template.after:
            continue
        if template.kind == "range":
            middle = [w for w in folded[first.end : last.start] if w not in language.fillers]
            worded = middle or template.after
            dashed = worded or _DASH.match(words[last.start].gap)
            if tuple(middle) != template.between or not dashed:
                continue
        period = _bounded(template.kind, first.period, last.period)
        if period:
            return PeriodSpan(begin, end, period), 2 if template.kind == "range" else 1
    return first, 1


def _bounded(kind: str, first: Period, last: Period) -> Period | None:
    if first.annual or last.annual:
        return None
    if kind == "range" and first.first and last.last:
        if first.first.earliest > last.last.latest:
            first, last = last, first
        return Period(first.first, last.last)
    if kind == "before" and first.first:
        return Period(None, beside(first.first, -1))
    if kind == "until":
        return Period(None, first.last)
    if kind == "after" and first.last:
        return Period(beside(first.last, 1), None)
    return Period(first.first, None) if kind == "since" else None


def beside(date: PartialDate, step: int) -> PartialDate:
    """The year, month or day before (-1) or after (1) a date of that precision."""
    day = (date.earliest if step < 0 else date.latest) + dt.timedelta(days=step)
    if date.day:
        return PartialDate(day.year, day.month, day.day)
    return PartialDate(day.year, day.month if date.month else 0)


def _relative(
    folded: Sequence[str], start: int, language: Language, today: dt.date
) -> PeriodSpan | None:
    found = language.relative.at(folded, start)
    if not found:
        return None
    end, (unit, shift) = found
    if unit == "day":
        day = today + dt.timedelta(days=shift)
        return PeriodSpan(start, end, Period(month=day.month, day=day.day))
    if unit == "month":
        return PeriodSpan(start, end, Period(month=(today.month - 1 + shift) % 12 + 1))
    if unit == "decade":
        first = today.year // 10 * 10 + 10 * shift
        starts = range(end, min(end + _NEAR, len(folded)))
        century = next(filter(None, (_century(folded, i, language) for i in starts)), None)
        if century and century.period.last and shift < 0:
            # "The last decade of the 20th century": the nineties.
            first, end = century.period.last.year + 10 * shift, century.end
        return PeriodSpan(start, end, Period(PartialDate(first), PartialDate(first + 9)))
    if unit == "century":
        first = (today.year - 1) // 100 * 100 + 1 + 100 * shift
        return PeriodSpan(start, end, Period(PartialDate(first), PartialDate(first + 99)))
    return PeriodSpan(start, end, Period.of(PartialDate(today.year + shift)))


def _event(folded: Sequence[str], start: int, language: Language) -> PeriodSpan | None:
    """The year of what happened in it, which may stand behind it: "the end of the USSR (1991)"."""
    found = language.events.at(folded, start)
    if not found:
        return None
    end, year = found
    named = folded[end : end + 1] == [str(year)]
    return PeriodSpan(start, end + named, Period.of(PartialDate(year)))


def _last_years(
    folded: Sequence[str], start: int, language: Language, today: dt.date
) -> PeriodSpan | None:
    """The last ten years, seit fünf Jahren: from so many years ago on; or older than that."""
    for before, after, is_older in language.last_years:
        at = start + len(before)
        end = at + 1 + len(after)
        if tuple(folded[start:at]) != before or tuple(folded[at + 1 : end]) != after:
            continue
        word = folded[at] if at < len(folded) else ""
        number = int(word) if re.fullmatch(r"[0-9]{1,3}", word) else language.cardinals.get(word, 0)
        if number:
            then = PartialDate(today.year - number)
            return PeriodSpan(start, end, Period(None, then) if is_older else Period(then, None))
    return None


def _numeric(words: Sequence[Word], start: int) -> PeriodSpan | None:
    """1989-11-17, 17.11.1989 and 17/11/1989; with the month first where it can only be so."""
    parts = words[start : start + 3]
    if len(parts) < 3 or not all(p.folded.isascii() and p.folded.isdigit() for p in parts):
        return None
    if not all(_NUMBER_GAP.match(p.gap) for p in parts[1:]):
        return None
    one, two, three = (int(p.folded) for p in parts)
    year, month, day = (one, two, three) if len(parts[0].folded) == 4 else (three, two, one)
    if month > 12 >= day:
        month, day = day, month
    date = _checked(year, month, day)
    return PeriodSpan(start, start + 3, Period.of(date)) if date else None


def _decade(folded: Sequence[str], start: int, language: Language) -> PeriodSpan | None:
    """The nineties, the 90s."""
    found = language.decades.at(folded, start)
    if found:
        end, year = found
        return PeriodSpan(start, end, Period(PartialDate(year), PartialDate(year + 9)))
    if not folded[start][0].isdigit():
        return None
    match = re.match(r"(\d\d\d0|\d0)(\D*)\Z", folded[start])
    if match:
        suffix, end = match[2], start + 1
        if not suffix and end < len(folded):
            suffix, end = folded[end], end + 1
        prefixed = not match[2] and start and folded[start - 1] in language.decade_prefixes
        if prefixed:
            suffix, end = "", start + 1
        if prefixed or suffix in language.decade_suffixes:
            year = int(match[1])
            year += (1900 if year > 20 else 2000) if year < 100 else 0
            if year >= 1000:
                return PeriodSpan(start, end, Period(PartialDate(year), PartialDate(year + 9)))
    return None


def _century(folded: Sequence[str], start: int, language: Language) -> PeriodSpan | None:
    """20th century, 20. Jahrhundert, siglo XX, twentieth century: the hundred years that end
    with 2000."""
    named = language.centuries.at(folded, start)
    if named:
        end, number = named
        first = (number - 1) * 100 + 1
        return PeriodSpan(start, end, Period(PartialDate(first), PartialDate(first + 99)))
    end = start + 1
    if folded[start] in language.century:
        number = _ordinal(folded[end]) if end < len(folded) else 0
        end += 1
    else:
        number = _ordinal(folded[start])
        if end < len(folded) and folded[end] in language.day_suffixes:
            end += 1
        if end >= len(folded) or folded[end] not in language.century:
            return None
        end += 1
    if not 10 <= number <= 22:
        return None
    first = (number - 1) * 100 + 1
    return PeriodSpan(start, end, Period(PartialDate(first), PartialDate(first + 99)))


def _ordinal(word: str) -> int:
    """The number of 20, 20th, XX or XXe; 0 for another word."""
    match = re.match(r"([0-9]{1,2})\D{0,3}\Z", word)
    return int(match[1]) if match else roman(word)


def _is_behind_short(words: Sequence[Word], dates: Sequence[PeriodSpan], start: int) -> bool:
    """Whether a year of two digits stands shortly before: from 98 to 03."""
    near = dates and start - dates[-1].end <= _NEAR
    return bool(near and re.fullmatch(r"[0-9]{2}", words[dates[-1].end - 1].folded))


def _written(
    words: Sequence[Word], start: int, language: Language, behind_short: bool
) -> PeriodSpan | None:
    """17 November 1989, November 17th, November 1989, November, 1989.

    Behind a year of two digits any two digits are one.
    """
    day = month = year = 0
    position = end = start
    while position < len(words):
        word = words[position].folded
        number = _day(word, language)
        if not year and re.fullmatch(r"[12]\d{3}", word):
            year = int(word)
        elif (
            not year
            and (month or position == start)
            and (short := _short_year(words[position], behind_short))
        ):
            year = short
        elif not month and word in language.months:
            month = language.months[word]
        elif not day and number and not year:
            day = number
        elif position > start and word in language.day_suffixes and day and end == position:
            pass
        elif position > start and word in language.fillers:
            position += 1
            continue
        else:
            break
        position += 1
        end = position
        if year and month:
            break
    if not month:
        # A number alone is no date; a year after it stands for itself.
        if year and not day and end == start + 1:
            return PeriodSpan(start, end, Period.of(PartialDate(year)))
        return None
    named = next(w.folded for w in words[start:end] if w.folded in language.months)
    if named in language.careful_months and not (day or year):
        opener = words[start - 1].folded if start else ""
        if opener not in language.month_openers:
            return None
    if not year:
        if day and not _checked(2000, month, day):
            return None
        return PeriodSpan(start, end, Period(month=month, day=day))
    date = _checked(year, month, day)
    return PeriodSpan(start, end, Period.of(date)) if date else None


def _short_year(word: Word, surely: bool) -> int:
    """The year of '95 or of a 97 that can be no day, or of any two digits; 0 for another word."""
    if not re.fullmatch(r"[0-9]{2}", word.folded):
        return 0
    number = int(word.folded)
    if not surely and number <= _LAST_OF_A_COUNT and word.gap[-1:] not in ("'", "’"):
        return 0
    return number + (1900 if number > _LAST_SHORT_YEAR else 2000)


def _day(word: str, language: Language) -> int:
    match = re.match(r"([0-9]{1,2})(\D*)\Z", word)
    if not match or (match[2] and match[2] not in language.day_suffixes):
        return 0
    return int(match[1]) if 1 <= int(match[1]) <= 31 else 0


def _checked(year: int, month: int, day: int) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def without_year(period: Period) -> Period:
    """The day or month of a period as one that comes round every year."""
    date = period.first
    if date and date == period.last and date.month:
        return replace(Period(), month=date.month, day=date.day)
    return period
