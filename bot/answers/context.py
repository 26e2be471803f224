"""What every answer is made with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from bot.answers.answer import Answer, Choice, stressed
from bot.answers.voice import Voice
from bot.knowledge.records import Partnership, Place, Source, Topic
from bot.knowledge.store import Store
from bot.understanding.families import covers
from bot.understanding.question import Period, Question


class NoSuchPlace(LookupError):  # noqa: N818 - it says what is missing
    """A Question, from a token of somewhere else, is about an id that no place has."""


@dataclass(frozen=True, slots=True)
class Context:
    """The store, the language's voice and the day on which the question is asked."""

    store: Store
    voice: Voice
    today: dt.date
    #: The city that is meant where none is named.
    home: int

    def reply(
        self,
        question: Question,
        title: str,
        lines: Iterable[str],
        sources: Iterable[str] = (),
        choices: Sequence[Choice] = (),
        understood: bool = True,
    ) -> Answer:
        """An Answer of lines of markup with the sources of these keys."""
        cited = self.cite(sources)
        return Answer(
            question=question,
            language=self.voice.code,
            title=title,
            body="\n".join(lines),
            sources=cited,
            sources_label=self.voice.say("sources-label", count=len(cited)),
            choices=tuple(choices),
            understood=understood,
        )

    def say(self, message: str, **arguments: object) -> str:
        """A message whose arguments are plain text, as markup: ``*`` marks what stands out."""
        return stressed(self.voice.say(message, **arguments))

    def choice(self, message: str, question: Question, **arguments: object) -> Choice:
        return Choice(self.voice.say(message, **arguments), question.fitted())

    def cite(self, keys: Iterable[str]) -> tuple[Source, ...]:
        known = self.store.sources
        return tuple(known[key] for key in dict.fromkeys(keys) if key in known)

    def told(self, places: Set[int] = frozenset(), period: Period | None = None) -> list[Topic]:
        """Pieces of history about all of these places and of a year of this period."""
        return [
            topic
            for topic in self.store.topics.values()
            if topic.kind == "history"
            and places <= set(topic.places)
            and (period is None or any(covers(period, year) for year in topic.years))
        ]

    def place(self, number: int) -> Place:
        """The place of a Question's slot; NoSuchPlace where the store has none."""
        place = self.store.place(number)
        if place is None:
            raise NoSuchPlace(number)
        return place

    def partner(self, partnership: Partnership) -> str:
        """The partner's name as the language has it, else as this partnership does."""
        return self.voice.partner(partnership)

    def partner_in_full(self, partnership: Partnership) -> str:
        """The partner's name with its country, and its state where that has a larger namesake."""
        name, place = self.partner(partnership), self.place(partnership.partner)
        areas = [self.store.country(place.country)]
        if self.store.has_larger_namesake(place):
            areas.insert(0, self.store.region(place.country, place.region))
        within = ", ".join(self.voice.place(area.id) for area in areas if area)
        return f"{name} ({within})" if within else name
