"""Question: the address of an answer, and its token."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field, fields, replace

from bot.knowledge.dates import PartialDate

TOKEN_LIMIT = 64
#: No place of GeoNames or of ours has a larger id.
LARGEST_ID = 2**31
#: Places, topics … that one slot holds: more could not be answered in one message anyway.
MOST_IN_A_SLOT = 4
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class BadToken(ValueError):  # noqa: N818 - what is bad is the token
    """A text that is the token of no Question."""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time (bounds inclusive, None where open), or a month or day of any year."""

    first: PartialDate | None = None
    last: PartialDate | None = None
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, date: PartialDate) -> Period:
        return cls(date, date)

    @property
    def annual(self) -> bool:
        """Whether it comes round every year."""
        return bool(self.month)

    def contains(self, date: PartialDate | None) -> bool:
        """Whether a date lies in this period for certain, as precise as it is."""
        if date is None:
            return False
        if self.month and (date.month != self.month or (self.day and date.day != self.day)):
            return False
        return (self.first is None or date.earliest >= self.first.earliest) and (
            self.last is None or date.latest <= self.last.latest
        )

    def __str__(self) -> str:
        """ISO form: 1997, 1990/1999, ../1989, 2001/.., --12, --11-17."""
        if self.month:
            return f"--{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or '..'}/{self.last or '..'}"

    @classmethod
    def parse(cls, text: str) -> Period:
        """The Period of an ISO form; ValueError for any other text."""
        annual = re.fullmatch(r"--(\d\d)(?:-(\d\d))?", text)
        if annual:
            month, day = int(annual[1]), int(annual[2] or 0)
            PartialDate(2000, month, day)
            if not month:
                raise ValueError("there is no month 0")
            return cls(month=month, day=day)
        first, slash, last = text.partition("/")
        if not slash:
            return cls.of(PartialDate.parse(first))
        return cls(
            None if first == ".." else PartialDate.parse(first),
            None if last == ".." else PartialDate.parse(last),
        )


@dataclass(frozen=True, slots=True)
class Question:
    """An intent and its slots. Place-like slots hold GeoNames ids."""

    intent: str
    #: Cities, in the order in which they were named; the home city where it is meant.
    places: tuple[int, ...] = ()
    #: Countries, regions and continents that narrow the answer.
    areas: tuple[int, ...] = ()
    #: Places that are shut out ("not in Europe", "apart from Houston").
    outside: tuple[int, ...] = ()
    #: A name with several bearers: the places among which the person chooses.
    options: tuple[int, ...] = ()
    period: Period | None = None
    #: An ordinal ("the third"), or how many are wanted ("the five oldest", negative).
    number: int = 0
    #: The folded letter with which the names of partners begin.
    initial: str = ""
    #: Keys of terms and history topics.
    topics: tuple[str, ...] = ()
    #: From 0.
    page: int = 0
    #: A name that is no place, as it was written.
    name: str = ""
    #: Cities of the questions before that this one follows, the latest last: no part of the
    #: token, nor of what makes Questions equal.
    spoken_of: tuple[int, ...] = field(default=(), compare=False)
    #: The same of topics.
    told: tuple[str, ...] = field(default=(), compare=False)

    @property
    def token(self) -> str:
        """At most 64 characters of ``A-Za-z0-9_-`` for every fitted Question."""
        parts = [self.intent]
        for letter, ids in (
            ("p", self.places),
            ("a", self.areas),
            ("x", self.outside),
            ("o", self.options),
        ):
            if ids:
                parts.append(letter + "_".join(map(_to_base36, ids)))
        if self.period:
            parts.append("d" + _pack_period(self.period))
        if self.number:
            parts.append(("n" if self.number > 0 else "m") + str(abs(self.number)))
        if self.initial:
            parts.append("i" + _to_base36(ord(self.initial)))
        if self.page:
            parts.append(f"g{self.page}")
        parts += ["t" + topic for topic in self.topics]
        if self.name:
            parts.append("z" + _pack_name(self.name))
        return "-".join(parts)

    @classmethod
    def from_token(cls, token: str) -> Question:
        """The Question of a token; BadToken for any other text."""
        if len(token) > TOKEN_LIMIT:
            raise BadToken(token)
        head, _, packed_name = token.partition("-z")
        intent, *parts = head.split("-")
        if not re.fullmatch(r"[a-z_]+", intent):
            raise BadToken(token)
        slots: dict[str, object] = {}
        topics: list[str] = []
        try:
            for part in parts:
                letter, value = part[:1], part[1:]
                if letter in _ID_SLOTS:
                    numbers = tuple(int(i, 36) for i in value.split("_"))
                    if max(numbers) > LARGEST_ID:
                        raise BadToken(token)
                    slots[_ID_SLOTS[letter]] = numbers
                elif letter == "d":
                    slots["period"] = _unpack_period(value)
                elif letter in "nm" and letter:
                    slots["number"] = int(value) * (1 if letter == "n" else -1)
                elif letter == "i":
                    slots["initial"] = chr(int(value, 36))
                elif letter == "g":
                    slots["page"] = int(value)
                elif letter == "t" and re.fullmatch(r"[a-z0-9_]+", value):
                    topics.append(value)
                else:
                    raise BadToken(token)
            name = _unpack_name(packed_name) if packed_name else ""
            question = cls(intent, topics=tuple(topics), name=name, **slots)  # type: ignore[arg-type]
        except BadToken:
            raise
        except (ValueError, OverflowError) as error:
            raise BadToken(token) from error
        if question.token != token:
            raise BadToken(token)
        return question

    def fitted(self) -> Question:
        """The nearest Question whose token fits: surplus slots and the end of a name go."""
        question = self
        if len(self.token) <= TOKEN_LIMIT and all(
            len(slots) <= MOST_IN_A_SLOT
            for slots in (self.places, self.areas, self.outside, self.options, self.topics)
        ):
            return self
        for slot in ("options", "outside", "areas", "places", "topics"):
            question = replace(question, **{slot: getattr(question, slot)[:MOST_IN_A_SLOT]})
        while len(question.token) > TOKEN_LIMIT:
            if question.name:
                question = replace(question, name=question.name[:-1].rstrip())
                continue
            longest = max(
                (f.name for f in fields(question) if isinstance(getattr(question, f.name), tuple)),
                key=lambda slot: len(getattr(question, slot)),
            )
            question = replace(question, **{longest: getattr(question, longest)[:-1]})
        return question


_ID_SLOTS = {"p": "places", "a": "areas", "x": "outside", "o": "options"}


def _to_base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits


def _pack_period(period: Period) -> str:
    return str(period).replace("-", "").replace("..", "").replace("/", "_") + (
        "y" if period.month else ""
    )


def _unpack_period(text: str) -> Period:
    def date(digits: str) -> str:
        return "-".join(filter(None, (digits[:4], digits[4:6], digits[6:]))) or ".."

    if text.endswith("y"):
        return Period.parse("--" + "-".join(filter(None, (text[:2], text[2:-1]))))
    return Period.parse("/".join(map(date, text.split("_"))))


def _pack_name(name: str) -> str:
    return base64.urlsafe_b64encode(name.encode("utf-8", "ignore")).decode().rstrip("=")


def _unpack_name(packed: str) -> str:
    try:
        return base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise ValueError(packed) from error
