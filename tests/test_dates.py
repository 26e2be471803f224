"""Partial dates keep their precision; periods contain what is certain."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.dates import PartialDate
from bot.knowledge.partnerships import agree
from bot.understanding.question import Period

days = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
partial_dates = st.builds(
    lambda day, precision: PartialDate(*(day.year, day.month, day.day)[:precision]),
    days,
    st.integers(1, 3),
)


@given(partial_dates)
def test_reading_what_is_written_gives_the_same_date(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(partial_dates)
def test_a_date_lies_between_its_earliest_and_latest_day(date: PartialDate) -> None:
    assert date.earliest <= date.latest
    assert (date.earliest == date.latest) == bool(date.day)


@given(st.text(max_size=12))
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    try:
        assert str(PartialDate.parse(text)) == text
    except ValueError as error:
        assert str(error)


@pytest.mark.parametrize(
    "text",
    ["2023-02-29", "1989-13", "1989-00", "0000", "1989-04-31", "89", "1989-1", "1989-11-17 "],
)
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("since", "today", "years"),
    [
        ("1989-11-17", dt.date(2026, 11, 16), (36, True)),
        ("1989-11-17", dt.date(2026, 11, 17), (37, True)),
        ("1988", dt.date(2026, 11, 24), (38, False)),
        ("1988", dt.date(2026, 12, 31), (38, True)),
        ("1988-11", dt.date(2026, 11, 24), (38, False)),
        ("1988-10", dt.date(2026, 11, 24), (38, True)),
        ("2020-02-29", dt.date(2021, 2, 28), (0, True)),
    ],
)
def test_years_are_counted_and_said_to_be_certain_only_where_they_are(
    since: str, today: dt.date, years: tuple[int, bool]
) -> None:
    assert PartialDate.parse(since).years_until(today) == years


@given(partial_dates, partial_dates)
def test_dates_agree_where_they_can_be_the_same_day(one: PartialDate, other: PartialDate) -> None:
    assert agree(one, other) == agree(other, one)
    assert agree(one, one)
    if one.day and other.day:
        assert agree(one, other) == (one == other)


@given(partial_dates, partial_dates)
def test_a_period_contains_a_date_only_where_all_of_it_lies_inside(
    date: PartialDate, bound: PartialDate
) -> None:
    period = Period(first=bound)
    assert period.contains(date) == (date.earliest >= bound.earliest)
    assert not Period.of(bound).contains(None)


def test_a_year_alone_lies_in_no_month() -> None:
    december = Period(month=12)
    assert december.contains(PartialDate(1997, 12, 25))
    assert not december.contains(PartialDate(1988))
