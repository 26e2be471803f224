"""The one door: a text or a token -> an Answer."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.answers.answer import Answer, stressed
from bot.answers.answerer import Answerer
from bot.answers.voice import Voice
from bot.commands import BY_NAME, Command
from bot.knowledge.folding import name_key
from bot.knowledge.records import CLOSING, Place
from bot.knowledge.store import Store
from bot.trivia.items import Deck
from bot.trivia.subjects import Subject
from bot.understanding.question import Question
from bot.understanding.reader import Reader, Reading

#: Istanbul, of which the founding document tells.
DEFAULT_HOME = 745044
#: Fewer letters than these are the beginning of a name while something is being typed.
_SHORTEST_QUESTION = 3
#: Intents behind whose answer the partnerships that it is about are suggested.
_ABOUT_PARTNERS = frozenset({"place", "area", "partners", "count", "countries"})


class Assistant:
    """Reads and answers. It knows no surface; it belongs to the thread that made it."""

    def __init__(self, store: Store, today: Callable[[], dt.date] = dt.date.today) -> None:
        self._store, self._today = store, today
        self._reader = Reader(store, today)
        self._answerer = Answerer(store, today)
        self._decks: dict[str, Deck] = {}

    def make_ready(self) -> None:
        """Read all languages now (a second), so that nobody waits for the first of theirs."""
        for _ in self.getting_ready():
            pass

    def getting_ready(self) -> Iterator[str]:
        """The same, with a pause after each language."""
        for code in self._store.languages:
            self._reader.language(code)
            self._answerer.voice(code)
            yield code

    def is_current(self) -> bool:
        """Whether the store is still the one that stands where it was opened."""
        return self._store.is_current()

    def accept(self) -> None:
        """Count the store as current until yet another one is there."""
        self._store.accept()

    def close(self) -> None:
        """Close the store: nothing can be asked any more."""
        self._store.close()

    def ask(
        self,
        text: str,
        language: str | None = None,
        previous: Question | None = None,
        home: int | None = None,
        fallback: str = "en",
    ) -> Answer:
        """The Answer to a text or a command ("/city Venice"); no text makes it raise.

        ``language`` is the answer's; without it the question's own counts, and ``fallback``
        where that cannot be told. ``previous`` is the Question that a follow-up leans on,
        ``home`` the GeoNames id of the city that is meant where none is named.
        """
        home = home or DEFAULT_HOME
        command, rest = _command(text)
        if command and not (command.takes_text and rest):
            asked = Question(command.intent, places=(home,) if command.about_home else ())
            return self._answerer.answer(asked, language or fallback, home)
        if command and command.about_text:
            reading = self._reader.read_about(command.intent, rest, home, language or fallback)
            return self._answer_reading(reading, language, home)
        text = rest if command else text
        reading = self._reader.read(text, previous, home, language or fallback)
        return self._answer_reading(reading, language, home)

    def _answer_reading(self, reading: Reading, language: str | None, home: int) -> Answer:
        answer = self._answer_question(reading, language, home)
        if not reading.also:
            return answer
        other = self._answer_question(reading.also, language, home)
        return answer if other.body in answer.body else answer.together(other)

    def _answer_question(self, reading: Reading, language: str | None, home: int) -> Answer:
        answer = self._answerer.answer(reading.question, language or reading.language, home)
        voice = self._answerer.voice(answer.language)
        notes = [
            stressed(voice.say("read-as", typed=typed, name=voice.place(place.id)))
            for typed, place, corrected, slip in reading.names
            if corrected or (slip and _is_near(typed, voice.place(place.id)))
        ]
        notes += [voice.say("not-on-record", condition=typed) for typed in reading.conditions]
        if notes and answer.understood:
            answer = replace(answer, body="\n".join([*dict.fromkeys(notes), answer.body]))
        confident = reading.confident and answer.understood
        return answer if answer.confident == confident else replace(answer, confident=confident)

    def open(self, token: str, language: str = "en", home: int | None = None) -> Answer:
        """The Answer at a token; BadToken where it is none of this bot's."""
        question = Question.from_token(token)
        return self._answerer.answer(question, language, home or DEFAULT_HOME)

    def suggest(
        self,
        text: str,
        language: str = "en",
        home: int | None = None,
        offset: int = 0,
        limit: int = 20,
    ) -> tuple[list[Answer], int | None]:
        """Answers while a question is being typed, and the next offset if there are more.

        The best first and beyond ``limit``, then partners: those whose names begin as the
        last word does, else those that the best answer is about. Examples for an empty text.
        """
        home = home or DEFAULT_HOME
        best = self.ask(text, home=home, fallback=language) if text.strip() else None
        questions = self._suggested(text, best, language, home)
        shown = questions[offset : offset + limit]
        answers = [self._answerer.answer(question, language, home) for question in shown]
        # A letter or two begin a name rather than say anything.
        begins = answers and len(text.strip()) < _SHORTEST_QUESTION
        if best and not offset and not begins and (best.understood or not answers):
            others = [answer for answer in answers if answer.title != best.title]
            answers = [best, *others]
        following = offset + limit
        return answers, following if following < len(questions) else None

    def _suggested(
        self, text: str, best: Answer | None, language: str, home: int
    ) -> list[Question]:
        partners = self._store.partnerships(home)
        if best is None:
            topics = [Question(t.kind, topics=(t.key,)) for t in self._store.topics.values()]
            pairs = [Question("when", places=(home, p.partner)) for p in partners]
            return [
                Question("partners", places=(home,)),
                Question("anniversaries", places=(home,)),
                Question("first", places=(home,)),
                Question("latest", places=(home,)),
                *topics[:3],
                *pairs,
            ]
        typed = name_key(text.split()[-1])
        voice = self._answerer.voice(language)
        begun = [
            Question("when", places=(home, p.partner))
            for p in partners
            if typed and name_key(p.label or voice.place(p.partner)).startswith(typed)
        ]
        if begun or best.intent not in _ABOUT_PARTNERS or not best.question.places:
            return begun
        # Behind a city or a list come the partnerships that it is about.
        asked, subject = best.question, best.question.places[0]
        areas = [area for number in asked.areas if (area := self._store.place(number))]
        return [
            Question("when", places=(subject, p.partner))
            for p in self._store.partnerships(subject)
            if (partner := self._store.place(p.partner))
            and (not areas or any(self._store.contains(area, partner) for area in areas))
            and (not asked.period or asked.period.contains(p.since))
        ]

    @property
    def languages(self) -> list[str]:
        """Codes of the languages that are spoken."""
        return self._store.languages

    def language_name(self, code: str) -> str:
        """What a language calls itself."""
        return self._store.profile(code)["name"]

    def deck(self, language: str) -> Deck:
        """The items of the game in a language."""
        voice = self._answerer.voice(language)
        if voice.code not in self._decks:
            self._decks[voice.code] = Deck(self._store, voice)
        return self._decks[voice.code]

    def voices(self, *languages: str) -> list[Voice]:
        """The voices of these languages, each once."""
        found = {voice.code: voice for voice in map(self._answerer.voice, languages)}
        return list(found.values())

    def subject(self, name: str, language: str, home: int | None = None) -> Subject | None:
        """The city, country or continent of this name, as what a round is about."""
        reading = self._reader.read_about("place", name, home or DEFAULT_HOME, language)
        asked = reading.question
        if asked.intent == "unknown_place":
            return None
        if asked.areas and not asked.options:
            return Subject("area", asked.areas[0])
        meant = [*asked.options, *asked.places]
        # Of several places of a name the game is about the one of which most is known.
        key = name_key(name)
        meant += [b.place.id for b in self._store.bearers([key]).get(key, ()) if meant]
        places = [place for number in dict.fromkeys(meant) if (place := self._store.place(number))]
        if not places:
            return None
        best = max(places, key=lambda place: self._known(place))
        return Subject("city" if best.kind == "city" else "area", best.id)

    def _known(self, place: Place) -> int:
        """How many partnerships of a city are certain; of an area more than of any city."""
        if place.kind != "city":
            return sys.maxsize
        return sum(map(self._store.is_certain, self._store.partnerships(place.id)))

    def has_anniversary(self, home: int | None = None) -> bool:
        """Whether a partnership of a city that stands began on this day of a year."""
        today = self._today()
        return any(
            p.since and p.since.day and (p.since.month, p.since.day) == (today.month, today.day)
            for p in self._store.partnerships(home or DEFAULT_HOME)
            if p.status not in CLOSING and p.since and p.since.year < today.year
        )

    def places(self, question: Question) -> list[Place]:
        """The cities that a Question, or the topics of one, are about."""
        told = (
            self._store.topics[key].places for key in question.topics if key in self._store.topics
        )
        numbers = dict.fromkeys([*question.places, *(n for places in told for n in places)])
        found = (self._store.place(number) for number in numbers)
        return [place for place in found if place]

    def name(self, place: Place, language: str = "en") -> str:
        """What a language calls a place."""
        return self._store.label(place.id, self._answerer.voice(language).code)

    def say(self, message: str, language: str = "en", **arguments: object) -> str:
        """A message for a surface, in plain text."""
        return self._answerer.voice(language).say(message, **arguments)

    def about_home(self) -> int:
        """The home city where a chat has not set one (GeoNames id)."""
        return DEFAULT_HOME


def _is_near(typed: str, shown: str) -> bool:
    """Whether a spelling is one slip away from the name: Shangai."""
    return OSA.distance(name_key(typed), name_key(shown), score_cutoff=1) == 1


def _command(text: str) -> tuple[Command | None, str]:
    """The command that a text is, and the words after it: "/city@somebot Venice"."""
    match = re.match(r"\s*/(\w+)(?:@\w+)?(?:\s+|\Z)", text)
    command = BY_NAME.get(match[1].lower()) if match else None
    return (command, text[match.end() :].strip()) if match and command else (None, text)
