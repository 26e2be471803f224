"""Voice: a language's messages, dates, numbers, lists and place names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, cast

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from bot.knowledge.dates import PartialDate
from bot.knowledge.records import Partnership, Place, Topic
from bot.knowledge.store import Store
from bot.understanding.question import Period

#: Sentences, and dates, that are kept as they were said.
_KEPT = 2048


class Voice:
    """Says things in one language. Nothing it says is escaped for markup."""

    def __init__(self, store: Store, code: str) -> None:
        self.code = code
        self._store = store
        try:
            self._locale = Locale.parse(store.profile(code)["locale"])
        except (UnknownLocaleError, ValueError):
            self._locale = Locale("en", "GB")
        self._bundle = FluentBundle([str(self._locale).replace("_", "-")], use_isolating=False)
        self._bundle.add_resource(FluentResource(store.document(code, "messages")))
        self._said = lru_cache(_KEPT)(self._format)
        self.date = lru_cache(_KEPT)(self._date)
        self.day = lru_cache(_KEPT)(self._day)
        self._explanations: dict[str, Any] = store.document(code, "explanations")

    def say(self, message: str, **arguments: object) -> str:
        """A message of the language's ``.ftl`` files; KeyError where it has none."""
        return self._said(message, tuple(arguments.items()))

    def _format(self, message: str, arguments: tuple[tuple[str, object], ...]) -> str:
        if not self._bundle.has_message(message):
            raise KeyError(f"{self.code} has no message {message}")
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise KeyError(f"the message {message} of {self.code} has no text")
        said, errors = self._bundle.format_pattern(pattern, dict(arguments))
        if errors:
            raise ValueError(f"the message {message} of {self.code}: {errors}")
        return str(said)

    def knows(self, message: str) -> bool:
        """Whether the language has a message."""
        return bool(self._bundle.has_message(message))

    def _date(self, date: PartialDate) -> str:
        """As precisely as the date is known: 17 November 1989, November 1989, 1989."""
        if date.day:
            return format_date(date.earliest, "long", locale=self._locale)
        if date.month:
            return format_skeleton("yMMMM", date.earliest, locale=self._locale)
        return str(date.year)

    def _day(self, month: int, day: int) -> str:
        """A day or (``day`` 0) month of any year: 17 November, November."""
        date = PartialDate(2000, month, day or 1).earliest
        if day:
            return format_skeleton("MMMMd", date, locale=self._locale)
        return format_date(date, "LLLL", locale=self._locale)

    def period(self, period: Period) -> str:
        """A span of time as a label: 1997, 1990–1999, before 1990, December."""
        if period.month:
            return self.day(period.month, period.day)
        if period.first == period.last and period.first:
            return self.date(period.first)
        if period.first and period.last:
            return f"{self.date(period.first)}–{self.date(period.last)}"
        if period.last:
            return self.say("period-until", date=self.date(period.last))
        return self.say("period-since", date=self.date(period.first)) if period.first else ""

    def number(self, number: int) -> str:
        return format_decimal(number, locale=self._locale)

    def listed(self, items: Iterable[str]) -> str:
        """A, B and C."""
        return format_list(list(items), locale=self._locale)

    def place(self, number: int) -> str:
        """What the language calls a place."""
        return self._store.label(number, self.code)

    def own_name(self, number: int) -> str:
        """What the language itself calls a place; empty where it has no name of its own."""
        return self._store.own_label(number, self.code)

    def claim_name(self, name: str) -> str:
        """What the language says for the name that a claim gives a place."""
        return self._store.claim_name(name, self.code)

    def partner(self, partnership: Partnership) -> str:
        """The partner's name as the language has it, else as this partnership does."""
        label = partnership.label
        spoken = self.claim_name(label) or self.own_name(partnership.partner)
        return spoken or label or self.place(partnership.partner)

    def quiz(self, key: str) -> Mapping[str, Any]:
        """A question of the game: ``ask``, ``right`` and the ``wrong`` answers."""
        return cast("Mapping[str, Any]", self._store.document(self.code, "trivia")[key])

    def place_in_full(self, place: Place) -> str:
        """A city with its country, a US one with its state: Houston, Texas, United States."""
        parts = [self.place(place.id)]
        if place.kind in ("city", "region") and place.country:
            region = (
                self._store.region(place.country, place.region) if place.kind == "city" else None
            )
            country = self._store.country(place.country)
            areas = [self.place(area.id) for area in (region, country) if area]
            # "Toledo (Ohio)" says its state already.
            parts += [area for area in areas if area not in parts[0]]
        return ", ".join(parts)

    def title(self, topic: Topic) -> str:
        return str(self._explanations[topic.key]["title"])

    def explanation(self, topic: Topic) -> str:
        """What the topic is about, in Telegram's small HTML."""
        return str(self._explanations[topic.key]["text"]).strip()

    def short(self, topic: Topic) -> str:
        return str(self._explanations[topic.key]["short"])

    def notes(self, topic: Topic) -> list[tuple[str, tuple[str, ...]]]:
        """What other sources say about it, each with their keys."""
        said = self._explanations[topic.key].get("notes", {})
        return [(str(said[key]).strip(), cited) for key, cited in topic.notes]
