"""Dates whose precision is never lost and never invented."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year or a day: 1988, 1989-11 or 1989-11-17.

    ``month`` and ``day`` are 0 where the source does not give them, so that an
    imprecise date sorts before every more precise one of the same year.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"the year {self.year} is not between 1 and 9999")
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        if not 0 <= self.month <= 12:
            raise ValueError(f"there is no month {self.month}")
        if self.month and not 0 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            raise ValueError(f"{self.year}-{self.month:02} has no day {self.day}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; ValueError names what is wrong."""
        match = _FORM.match(text)
        if not match:
            raise ValueError(f"{text!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = match.groups()
        if month == "00" or day == "00":
            raise ValueError(f"{text!r} has a month or day 00; leave out what is not known")
        return cls(int(year), int(month or 0), int(day or 0))

    def __str__(self) -> str:
        return "-".join(
            [f"{self.year:04}"]
            + ([f"{self.month:02}"] if self.month else [])
            + ([f"{self.day:02}"] if self.day else [])
        )

    @property
    def earliest(self) -> dt.date:
        """The first day that this date may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that this date may mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def years_until(self, today: dt.date) -> tuple[int, bool]:
        """Full years from this date to ``today``, and whether that number is certain.

        With only a year on record the number may be one too high; with only a
        month, only in that month.
        """

        def full_years(since: dt.date) -> int:
            return today.year - since.year - ((today.month, today.day) < (since.month, since.day))

        longest, shortest = full_years(self.earliest), full_years(self.latest)
        return longest, longest == shortest
