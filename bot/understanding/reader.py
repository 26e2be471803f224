"""Reader: a text and the Question before it -> a Question."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from bot.knowledge.folding import fold, name_key
from bot.knowledge.records import Place
from bot.knowledge.store import Store
from bot.understanding import families
from bot.understanding.clauses import two_questions
from bot.understanding.followups import follow
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.intents import ELSEWHERE, Intents, Match
from bot.understanding.language import Language
from bot.understanding.neighbours import NEIGHBOURS, neighbours, with_year
from bot.understanding.phrases import Phrases
from bot.understanding.question import Question
from bot.understanding.slots import Slots, find_slots
from bot.understanding.text import MOST_CHARACTERS, Word, words

#: How like an example a question must be to be read as its intent (0 to 1).
LIKE_ENOUGH = 0.30
#: From here on a group that did not address the bot hears an answer.
CONFIDENT = 0.55


@dataclass(frozen=True, slots=True)
class Reading:
    """A Question and how it was come by."""

    question: Question
    language: str
    #: Names as they were typed, the places that they were read as, whether that took
    #: correcting, and whether they are listed as a misspelling at best.
    names: tuple[tuple[str, Place, bool, bool], ...] = ()
    confident: bool = True
    #: What the partners of a list were to be narrowed by, but cannot be, as it was written.
    conditions: tuple[str, ...] = ()
    #: The second question of the text, where it asks two.
    also: Reading | None = None


class _Talk(NamedTuple):
    """What a text is read with."""

    language: Language
    intents: Intents
    previous: Question | None
    home: int
    today: dt.date


class Reader:
    """Reads questions in every language of the store."""

    def __init__(self, store: Store, today: Callable[[], dt.date] = dt.date.today) -> None:
        self._store = store
        self._gazetteer = Gazetteer(store)
        self._today = today
        self._topics = store.topics
        self._kinds = {key: topic.kind for key, topic in store.topics.items()}
        self._kept = lru_cache(_KEPT)(self._read)
        #: Terms of several words in their own language, which people of any other ask about.
        self._terms = Phrases.of(t.word for t in store.topics.values() if " " in t.word)
        #: Languages by their codes and by what they call themselves.
        self._names = {
            name_key(name): code
            for code in store.languages
            for name in (code, store.profile(code)["name"])
        }
        #: Languages by their script, which is that of their own name.
        self._of_script: dict[str, list[str]] = {}
        for code in store.languages:
            self._of_script.setdefault(_script(store.profile(code)["name"][0]), []).append(code)
        self._languages: dict[str, tuple[Language, Intents]] = {}

    def language(self, code: str) -> tuple[Language, Intents]:
        """A language and its intents, made ready when it is first heard."""
        if code not in self._languages:
            examples = self._store.document(code, "examples")
            cities = self._gazetteer.cities_among(_far_off_words(examples))
            topics = self._store.document(code, "explanations")
            language = Language(code, examples, topics, cities)
            intents = Intents(language, language.sentences)
            # From here on they are features: seven languages are to fit into little memory.
            language.sentences = {}
            # Else the first question would have to wait for it.
            self._gazetteer.also_cities(language)
            self._languages[code] = (language, intents)
        return self._languages[code]

    def read(
        self, text: str, previous: Question | None, home: int, fallback: str = "en"
    ) -> Reading:
        """The Question of a text; never raises, whatever the text."""
        # Questions are equal whatever was spoken of before them, but are not followed alike.
        heard = (previous.spoken_of, previous.told) if previous else ((), ())
        key = (text[:MOST_CHARACTERS], previous, heard, home, fallback, self._today())
        return self._kept(*key)

    def _read(
        self,
        text: str,
        previous: Question | None,
        heard: tuple[tuple[int, ...], tuple[str, ...]],
        home: int,
        fallback: str,
        today: dt.date,
    ) -> Reading:
        if previous:
            previous = replace(previous, spoken_of=heard[0], told=heard[1])
        spoken = words(text)
        language, intents = self._recognise(spoken, fallback)
        spoken = language.years.in_figures(spoken)
        talk = _Talk(language, intents, previous, home, today)
        whole, score = self._read_words(spoken, talk)
        if whole.question.intent in ("earlier", "compare_terms") or (
            whole.question.intent == "say" and len(whole.question.areas) > 1
        ):
            # "Which was first, the one with Venice or with Beirut?" is about both.
            return whole
        for before, behind in two_questions(spoken, language):
            one, likeness = self._read_words(before, talk)
            if not _is_question(one, likeness):
                told = _told_of(one, talk)
                two, other = self._read_words(behind, told)
                city = told.previous.places if told is not talk and told.previous else ()
                leans = city and {*city} < {*two.question.places}
                if leans and other > score and _is_question(two, other):
                    # "I pass through Plovdiv a lot. Is it a twin?"
                    return two
                continue
            two, other = self._read_words(behind, talk._replace(previous=one.question))
            clearer = (likeness + other) / 2 > score + _CLEARER
            # Of one kind they are one question about several places.
            other_kind = two.question.intent != one.question.intent
            if clearer and other_kind and _is_question(two, other):
                return replace(one, also=two)
        return whole

    def _read_words(self, spoken: Sequence[Word], talk: _Talk) -> tuple[Reading, float]:
        """What the words of one question say, and how like an example they are (0 to 1)."""
        language, intents, previous, home, today = talk
        spoken = with_year(spoken, language, previous, self._store)
        folded = [word.folded for word in spoken]
        said = _without_small_talk(spoken, language)
        if not said:
            return Reading(Question("unclear"), language.code, confident=False), 0.0
        about = (home, *(previous.places[:1] if previous else ()))
        if intents.is_example(folded) and not language.has_slots(folded):
            slots = Slots(sentence=language.essence(folded))
        else:
            slots = find_slots(said, language, self._gazetteer, today, self._kinds, about)
        match = self._match(slots, intents, previous, home)
        if self._gazetteer.also_cities(language) & set(folded):
            bold = find_slots(said, language, self._gazetteer, today, self._kinds, about, True)
            if len(bold.cities) > len(slots.cities):
                # "Is nice a partner?" is a question only if that is the city.
                other = self._match(bold, intents, previous, home)
                better = other.score - match.score
                if better > (0 if _lacks_city(slots, bold, match, home) else _BOLDLY):
                    slots, match = bold, other
        city = slots.as_city()
        if city:
            # "Since when Tunis?" means the city, "partners in Tunis" the country of that name.
            other = self._match(city, intents, previous, home)
            if other.intent in families.ABOUT_CITIES and other.score > match.score:
                slots, match = city, other
        question, score = self._decide(slots, match, previous, home, language)
        if previous and question.intent not in families.LISTS:
            question = replace(question, spoken_of=families.spoken_of(previous)[-_REMEMBERED:])
        if previous:
            question = replace(question, told=families.told(previous)[-_REMEMBERED:])
        names = tuple(
            (name.text, name.places[0], name.corrected, name.slip)
            for name in slots.names
            if len(name.places) == 1
        )
        if question.intent == "say" and _quotes(spoken, said):
            # "How does one say «good morning» there?"
            question = Question("off_topic")
        conditions = slots.conditions if question.intent in families.LISTS else ()
        reading = Reading(question.fitted(), language.code, names, score >= CONFIDENT, conditions)
        if slots.also and question.period == slots.period:
            second = replace(reading, question=replace(question, period=slots.also).fitted())
            reading = replace(reading, also=second)
        return reading, score

    def read_about(self, intent: str, text: str, home: int, fallback: str = "en") -> Reading:
        """The Question of a command with its words: ``/city Venice``, ``/home Ankara``."""
        if intent == "language":
            # Its words are no names: "de", "Deutsch".
            chosen = self._names.get(name_key(text))
            question = Question(intent, topics=(chosen,) if chosen else ())
            return Reading(question, chosen or fallback)
        said = words(text)
        language, _ = self._recognise(said, fallback)
        said = language.years.in_figures(said)
        slots = find_slots(said, language, self._gazetteer, self._today(), self._kinds, (home,))
        named = slots.cities or slots.areas or slots.unclear
        if intent in families.ABOUT_PLACES and (slots.unknown or not named):
            question = Question("unknown_place", name=text.strip())
        else:
            question = families.build(intent, slots, home, self._topics)
        return Reading(question.fitted(), language.code)

    def _recognise(self, said: Sequence[Word], fallback: str) -> tuple[Language, Intents]:
        """The language for which the words of the text speak most; else the fallback.

        The script of a word speaks as well, for names that no language has.
        """
        evidence = dict.fromkeys(self._store.languages, 0.0)
        codes = (fallback, fallback.split("-")[0].lower(), "en")
        fallback = next((code for code in codes if code in evidence), fallback)
        folded = [word.folded for word in said]
        terms = {i for start, end, _ in self._terms.within(folded) for i in range(start, end)}
        # "Ville jumelée nedir?" is said in the language of the other words.
        others = [word for i, word in enumerate(folded) if i not in terms]
        speaking = self._store.speaking(others) or self._store.speaking(folded)
        for shares in speaking.values():
            for code, share in shares.items():
                evidence[code] += share
        if 0 < len(speaking) <= _FEW_WORDS:
            # Names are of many languages, so that none has much of them.
            names = max(evidence.values()) < _NAMES * len(speaking)
            if names or all(fallback in shares for shares in speaking.values()):
                return self.language(fallback)
        for word in said:
            for code in self._of_script.get(_script(word.folded[0]), ()):
                evidence[code] += _SCRIPT
        most = max(evidence.values()) * _ABOUT_AS_MUCH
        likeliest = [code for code, speaks in evidence.items() if speaks >= most]
        preferred = (fallback, "en", *likeliest)
        return self.language(next(code for code in preferred if code in likeliest))

    def _match(self, slots: Slots, intents: Intents, previous: Question | None, home: int) -> Match:
        """The likeliest intent of those that the slots allow."""
        allowed = families.possible(intents.names, slots, previous, self._topics, home)
        best = intents.likeliest(slots.sentence, allowed)
        if slots.topical:
            # The longer or rarer the name of a topic, the less it stands there by chance.
            bonus = _PER_TOPIC_WORD * (slots.topic_words - 1)
            if slots.distinctive:
                bonus += _DISTINCTIVE
            elif slots.names:
                bonus -= _GENERIC
            topical = intents.likeliest(slots.topical, allowed)
            if topical.score + bonus > best.score:
                best = topical._replace(score=topical.score + bonus)
        return best

    def _decide(
        self,
        slots: Slots,
        match: Match,
        previous: Question | None,
        home: int,
        language: Language,
    ) -> tuple[Question, float]:
        intent, score = match
        if score < LIKE_ENOUGH or _only_opens(slots.sentence, language):
            intent = "unclear"
        if previous:
            followed = follow(previous, intent, slots, language, home, self._store)
            if followed:
                return followed, max(score, CONFIDENT)
        if intent == "unclear" and slots.outside:
            # "Everybody but Venice."
            intent, score = "partners", CONFIDENT
        if intent in families.LEANING:
            intent = families.LEANING[intent]
        if intent in families.ABOUT_PLACES and slots.unknown:
            return Question("unknown_place", name=slots.unknown.text), score
        vague = intent == "history" and not (slots.topics or slots.period or slots.cities)
        if vague and (slots.strangers or slots.unknown):
            # "Who was Atatürk?"
            return Question("off_topic"), score
        lonely = not any(city.id != home for city in slots.cities) and not slots.unclear
        if intent in families.NEEDS_CITY and slots.strangers and lonely:
            return Question("unknown_place", name=slots.strangers[0]), score
        question = families.build(intent, slots, home, self._topics)
        if question.intent in NEIGHBOURS:
            return neighbours(question, self._store), score
        return self._of_a_pair(question, home), score

    def _of_a_pair(self, question: Question, home: int) -> Question:
        """ "Was Gaza twinned in 2025?" is about Gaza and the home city, not about all of Gaza's."""
        if question.intent not in families.LISTS or not question.period or question.areas:
            return question
        (city, *others), store = question.places or (home,), self._store
        if others or city == home or not store.partnership(home, city):
            return question
        if len(store.partnerships(city)) > _FEW:
            return question
        return Question("when", places=(home, city))


#: How like an example each of two questions must be, and how much more both are on the
#: average than the text as one.
_EACH, _CLEARER = 0.55, 0.05
#: What is no question beside another: talk, what one tells of oneself, what was not read.
_NO_QUESTION = frozenset(
    {"greeting", "thanks", "off_topic", "unclear", "unknown_place", "help", "home", "again"}
)
#: How much likelier a reading must be that takes a word of the language for a city.
_BOLDLY = 0.15
#: What each word from the second on of a topic's name, and a word of its own, adds to the likeness.
_PER_TOPIC_WORD, _DISTINCTIVE = 0.02, 0.12
#: What it loses where the topic's words are of every question and a place is named.
_GENERIC = 0.08
#: What a word's script adds to the evidence for a language, and which part of the most is as
#: good: the preferred language then wins. So few words, names above all, need only be of it.
_SCRIPT, _ABOUT_AS_MUCH, _FEW_WORDS, _NAMES = 0.1, 0.85, 2, 0.5
#: A city with more partners than these is asked about for its own sake.
_FEW = 3
#: Readings that are kept: in a group, and inline while they are typed, texts come again.
_KEPT = 1024
#: Cities, and topics, of the questions before that are remembered.
_REMEMBERED = 2
_QUOTED = re.compile('[«»“”„"]')


def _far_off_words(examples: Mapping[str, Any]) -> Set[str]:
    """Folded words that only examples about something else have ("when did rome fall")."""
    near = {
        word
        for intent, said in examples["intents"].items()
        if intent != ELSEWHERE
        for sentence in said
        for word in fold(str(sentence)).split()
    }
    far = {word for s in examples["intents"].get(ELSEWHERE, ()) for word in fold(str(s)).split()}
    known = {fold(str(w)) for words in examples["classes"].values() for w in words}
    return far - near - known - {fold(str(word)) for word in examples["careful"]}


def _is_question(reading: Reading, likeness: float) -> bool:
    """Whether a part of a text is a question by itself."""
    question = reading.question
    return likeness >= _EACH and not question.options and question.intent not in _NO_QUESTION


def _told_of(reading: Reading, talk: _Talk) -> _Talk:
    """The talk behind a part of a text that is no question, but names a city."""
    cities = [place.id for _, place, _, _ in reading.names if place.kind == "city"]
    if len(cities) != 1 or cities[0] == talk.home:
        return talk
    return talk._replace(previous=Question("place", places=tuple(cities)))


def _lacks_city(slots: Slots, bold: Slots, match: Match, home: int) -> bool:
    """Whether a question about a city names none but the home city, unless the word that it
    begins with is one: "Essen is no sister city, is it?"."""
    begun = bold.sentence[:1] == ("<city>",) != slots.sentence[:1]
    lonely = all(city.id == home for city in slots.cities)
    return begun and lonely and match.intent in families.NEEDS_CITY


@lru_cache(1024)
def _script(letter: str) -> str:
    """LATIN, CYRILLIC …: the first word of Unicode's name for a letter."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _only_opens(sentence: Sequence[str], language: Language) -> bool:
    """Whether there is nothing but the opening of a follow-up: "and", "what about"."""
    found = language.and_phrases.at(sentence, 0) if sentence else None
    return bool(found and found[0] == len(sentence))


def _quotes(spoken: Sequence[Word], said: Sequence[Word]) -> bool:
    """Whether words of a text that were left out stand in quotation marks."""
    return any(_QUOTED.search(word.gap) for word in spoken if word not in said)


def _without_small_talk(said: Sequence[Word], language: Language) -> list[Word]:
    """The words without phrases before and after them that add nothing.

    All of them where nothing else is left.
    """
    folded = [word.folded for word in said]
    start, end = 0, len(said)
    while start < end and (found := language.small_talk.at(folded, start)):
        start = found[0]
    while start < end and (length := language.small_talk.ending(folded, start, end)):
        end -= length
    return list(said[start:end]) or list(said)
