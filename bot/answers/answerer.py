"""Answerer: a Question -> an Answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from bot.answers import calendar, explanations, lists, network, partnerships, places, talk
from bot.answers.answer import Answer
from bot.answers.context import Context, NoSuchPlace
from bot.answers.voice import Voice
from bot.knowledge.store import Store
from bot.understanding.families import LISTS
from bot.understanding.question import BadToken, Question

_ANSWERS: dict[str, Callable[[Question, Context], Answer]] = {
    "when": partnerships.answer,
    "how_long": partnerships.answer,
    "whether": partnerships.answer,
    "why": explanations.why,
    "ended": partnerships.ended,
    "earlier": partnerships.earlier,
    "partners": lists.partners,
    "count": lists.count,
    "countries": lists.countries,
    "first": lists.ranked,
    "latest": lists.ranked,
    "same_date": lists.same_date,
    "chain": network.chain,
    "shared": network.shared,
    "hubs": network.hubs,
    "oldest": network.oldest,
    "between": network.between,
    "place": places.city,
    "area": places.area,
    "anniversaries": calendar.anniversaries,
    "next_anniversary": calendar.next_anniversary,
    "random": calendar.by_chance,
    "term": explanations.explain,
    "terms": explanations.overview,
    "say": explanations.say,
    "compare_terms": explanations.compare,
    "history": explanations.explain,
    "help": talk.help_,
    "greeting": talk.simple,
    "thanks": talk.simple,
    "identity": talk.simple,
    "play": talk.simple,
    "privacy": talk.simple,
    "sources": talk.sources,
    "certainty": talk.certainty,
    "coverage": talk.coverage,
    "home": talk.home,
    "language": talk.language,
    "off_topic": talk.simple,
    "unclear": talk.simple,
    "unknown_place": talk.unknown_place,
}

#: Intents whose answers start from a city.
_ABOUT_HOME = LISTS | {
    "ended",
    "earlier",
    "same_date",
    "place",
    "area",
    "anniversaries",
    "next_anniversary",
    "random",
}

#: Intents whose answers differ each time.
_BY_CHANCE = frozenset({"random"})
#: Answers that are kept for the day: many people ask the same, each in other words.
_KEPT = 1024

INTENTS = frozenset(_ANSWERS)


class Answerer:
    """Answers in every language of the store."""

    def __init__(self, store: Store, today: Callable[[], dt.date] = dt.date.today) -> None:
        self._store, self._today = store, today
        self._voices: dict[str, Voice] = {}
        self._kept = lru_cache(_KEPT)(self._make)

    def voice(self, language: str) -> Voice:
        """The voice of a language: of its code, of its first part (pt-BR, pt), else English."""
        spoken = self._store.languages
        code = next(
            (c for c in (language, language.split("-")[0].lower(), "en") if c in spoken), spoken[0]
        )
        if code not in self._voices:
            self._voices[code] = Voice(self._store, code)
        return self._voices[code]

    def answer(self, question: Question, language: str, home: int) -> Answer:
        """The Answer; BadToken where the Question has slots that this store has not."""
        if question.intent == "language" and question.topics:
            language = question.topics[0]
        make = self._make if question.intent in _BY_CHANCE else self._kept
        answer = make(question, self.voice(language).code, home, self._today())
        # One answer serves questions that are equal; what was spoken of before is each talk's own.
        followed = replace(answer.question, spoken_of=question.spoken_of, told=question.told)
        return replace(answer, question=followed)

    def _make(self, question: Question, language: str, home: int, today: dt.date) -> Answer:
        context = Context(self._store, self.voice(language), today, home)
        if question.intent not in _ANSWERS:
            raise BadToken(question.intent)
        try:
            if question.options:
                return talk.which_place(question, context)
            asked = _completed(question, home)
            answer = _ANSWERS[asked.intent](asked, context)
        except NoSuchPlace as error:
            raise BadToken(question.token) from error
        return answer


def _completed(question: Question, home: int) -> Question:
    """A Question without the places that its answer is about is one about the home city."""
    places = tuple(dict.fromkeys(question.places))
    if question.intent in _ABOUT_HOME and not places:
        places = (home,)
    if question.intent in ("when", "how_long", "whether", "earlier") and len(places) < 2:
        lone = places[0] if places else home
        if lone == home:
            return replace(question, intent="partners", places=(home,))
        places = (home, lone)
    if question.intent == "area" and not question.areas:
        return replace(question, intent="partners", places=places)
    return replace(question, places=places)
