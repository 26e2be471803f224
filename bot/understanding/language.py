"""A language as its folder says it is spoken, made ready for reading."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError

from bot.knowledge.folding import fold
from bot.understanding.phrases import Phrases
from bot.understanding.years import YearWords

#: What a slot of an example is in the words of a question. A country is no city there.
SLOTS = {
    "{city}": "<city>",
    "{area}": "<area>",
    "{date}": "<date>",
    "{day}": "<day>",
    "{nth}": "<nth>",
    "{term}": "<term>",
    "{event}": "<event>",
}


#: Centuries in Roman numerals, folded, and the endings that ordinals take ("XXe", "XIXth").
ROMAN = {"xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
_ROMAN = re.compile(rf"({'|'.join(sorted(ROMAN, key=len, reverse=True))})[a-zа-я]{{0,4}}\Z")
#: Classes of words (keys of ``classes`` in every language) that only questions about twin
#: towns have.
ABOUT = frozenset({"TWIN", "AGREEMENT", "ANNIVERSARY", "SINCE"})
#: Classes of words behind which a name may stand.
TOWNS = ABOUT | {"TOWN"}
#: So many words tell enough without those that say nothing.
_TELLING = 2
#: A word opens a place when so many examples have it before one.
_OPENS = 3
#: … and when that is so large a part of all that have it.
_OPENS_OFTEN = 0.25
#: A word begins questions when so many examples begin with it.
_STARTS = 5
#: Two words are forms of one when they begin with so many letters, and so large a part of each.
_SHORTEST_STEM, _STEM_SHARE = 5, 0.65


class Template(NamedTuple):
    """How a span of time is said: words before, between and after its dates."""

    kind: str
    before: tuple[str, ...]
    between: tuple[str, ...]
    after: tuple[str, ...]


class Language:
    """What the reader needs of one language. Words are folded."""

    def __init__(
        self,
        code: str,
        examples: Mapping[str, Any],
        topics: Mapping[str, Any],
        cities: Set[str] = frozenset(),
    ) -> None:
        """Of the documents of a language: its examples, and its explanations by topic.

        ``cities`` are words of its examples that are names of cities there.
        """
        self.code, self._cities = code, cities
        self.classes = {
            word: name.upper()
            for name, members in examples["classes"].items()
            for word in _folded(members)
        }
        self.articles = set(_folded(examples["articles"]))
        self.noise = set(_folded(examples.get("noise", ())))
        self._read_periods(examples["periods"])
        self._days = self.relative.firsts()
        #: The example sentences of each intent, folded, with slots for their places.
        # The examples repeat few words.
        self._words_of = lru_cache(None)(self._part)
        self.sentences = {
            intent: [self._sentence(example) for example in said]
            for intent, said in examples["intents"].items()
        }
        self._words_of.cache_clear()
        sentences = [s for ss in self.sentences.values() for s in ss]
        self.small_talk = Phrases.of(examples["small_talk"])
        #: What opens a follow-up: it goes on, or takes back what was asked.
        self.and_phrases = Phrases.of((*examples["and"], *examples["corrections"]))
        self.back = set(_folded(examples["back"]))
        #: How one takes back what one has just said.
        self.corrections = Phrases.of(examples["corrections"])
        #: Behind these stands a person's name: "my friend", "señora".
        self.people = Phrases.of(examples["people"])
        #: Words for the kinds of places among which one chooses.
        self.kinds = {w: kind for kind, ws in examples["kinds"].items() for w in _folded(ws)}
        self.careful = set(_folded(examples["careful"]))
        #: What takes a place out of many, before and behind it; an area is shut out by denials
        #: as well.
        apart, apart_behind = examples["except"], examples["except_behind"]
        self.excepted, self.excepted_behind = Phrases.of(apart), Phrases.of(apart_behind)
        self.outside = Phrases.of((*examples["outside"], *apart))
        self.outside_behind = Phrases.of((*examples["outside_behind"], *apart_behind))
        #: Endings of names with what stands there in the name as it is listed, by their last
        #: letter.
        self.endings: dict[str, list[tuple[str, list[str]]]] = {}
        for ending, bases in examples["endings"].items():
            key = fold(str(ending))
            forms = (key, [fold(str(base)) for base in bases])
            self.endings.setdefault(key[-1:], []).append(forms)
        self.closers = set(_folded(examples["closers"]))
        numbers = examples["numbers"]
        self.ordinals = Phrases(numbers["ordinals"])
        self.cardinals = {fold(str(word)): value for word, value in numbers["cardinals"].items()}
        self.from_end = Phrases(numbers.get("from_end", {}))
        #: "the two Toledos"
        self.both = set(_folded(numbers["both"]))
        #: "number 3", "no 3"
        self.number_words = set(_folded(numbers["number"]))
        #: Words that a count stands beside: "the five oldest", "last three", "top 5".
        self.ends = set(_folded(numbers["ends"]))
        self.ordinal_suffixes = set(map(str, numbers["suffixes"]))
        #: "beginning with {letter}": the words before and after the letter.
        self.initials = [
            tuple(tuple(fold(part).split()) for part in said.split("{letter}"))
            for said in examples["initials"]
        ]
        #: What partners are narrowed by that is not on record: "by the sea", "with a metro".
        self.conditions = Phrases.of(examples["conditions"])
        #: "the year before" -> by how many years that differs from the year spoken of.
        self.shifts = Phrases(examples["shifts"])
        self.years = YearWords(examples["years"], self.articles)
        #: Phrases by which topics are asked for -> their key.
        self.topic_names = Phrases(
            (name, key) for key, text in topics.items() for name in text["names"]
        )
        self.months = _months(code) | {
            fold(str(name)): number
            for name, number in examples["periods"].get("months", {}).items()
        }
        spoken = {word for sentence in sentences for word in sentence}
        #: Words that belong to asking, never to a name unless capital letters say so.
        self.vocabulary = (
            {word for word in spoken if not word.startswith("<")}
            | set(self.classes)
            | self.small_talk.words()
            | self.and_phrases.words()
            | self.ordinals.words()
            | self.from_end.words()
            | set(self.cardinals)
            | set(self.months)
            | self.articles
            | self.noise
            | self.outside_behind.words()
            | self.outside.words()
            | self.decades.words()
            | self.decade_suffixes
            | self.centuries.words()
            | self.relative.words()
            | self.shifts.words()
            | {word for parts in self.initials for part in parts for word in part}
            | {word for t in self.templates for word in (*t.before, *t.between, *t.after)}
        )
        #: Words that examples put before a place: "with {city}", "in {area}".
        used = Counter(word for sentence in sentences for word in sentence)
        before_places = Counter(
            first
            for sentence in sentences
            for first, second in pairwise(sentence)
            if second in ("<city>", "<area>") and first[0] != "<"
        )
        self.openers = {
            word
            for word, count in before_places.items()
            if count >= _OPENS and count >= used[word] * _OPENS_OFTEN
        }
        #: Words that only lead on to others: "of the", "du".
        self.leading = self.openers | self.articles | self.fillers
        firsts = Counter(sentence[0] for sentence in sentences if sentence)
        #: Words with which questions begin.
        self.starters = {
            word for word, count in firsts.items() if count >= _STARTS and word[0] != "<"
        }
        self.topic_words = self.topic_names.words()
        #: Words of topics, events and conditions: no names that were typed wrong.
        self.telling = self.topic_words | self.events.words() | self.conditions.words()
        #: Words that are recognised with typing errors, by their length.
        # The commonest first: of two words that are as near, the likelier is meant.
        spellable = (w for w in self.vocabulary | self.topic_words if len(w) > 3)
        self.spellable: dict[int, list[str]] = {}
        for word in sorted(spellable, key=lambda word: (-used[word], word)):
            self.spellable.setdefault(len(word), []).append(word)
        #: What words of asking begin with -> the commonest that begins so.
        self._stems: dict[str, str] = {}
        for word in chain.from_iterable(self.spellable.values()):
            for end in range(_SHORTEST_STEM, len(word) + 1):
                self._stems.setdefault(word[:end], word)
        #: Short words of asking, the commonest first: those of three letters are near too much.
        self.asking = [w for w, _ in used.most_common() if 3 <= len(w) <= 4 and w[0] != "<"]
        self._date_words = self.months.keys() | self.relative.firsts() | self.decades.firsts()
        self._date_words |= set(self.century) | self.centuries.firsts() | self.events.firsts()
        self._date_words |= {before[0] for before, _, _ in self.last_years if before}
        self.topic_shares = self._shares(topics)

    def may_begin_date(self, word: str) -> bool:
        """Whether a date or span of time may begin with this folded word."""
        return word[0].isdigit() or word in self._date_words or roman(word) > 0

    def has_slots(self, folded: Sequence[str]) -> bool:
        """Whether there are topics or numbers in folded words."""
        phrases = (self.topic_names, self.from_end, self.ordinals)
        return any(True for p in phrases for _ in p.within(folded))

    def stem(self, word: str) -> str:
        """The word of asking of which this one is likely another form; empty for none."""
        shortest = max(_SHORTEST_STEM, math.ceil(len(word) * _STEM_SHARE))
        for end in range(len(word), shortest - 1, -1):
            meant = self._stems.get(word[:end])
            if meant:
                return meant if len(meant) * _STEM_SHARE <= end else ""
        return ""

    def _sentence(self, example: str) -> tuple[str, ...]:
        parts = [self._words_of(part) for part in str(example).split()]
        words = [word for part in parts for word in part]
        if not self._days.isdisjoint(words):
            # "Today" is a slot in a question, whatever that is about.
            for start, end, (unit, _) in reversed(list(self.relative.within(words))):
                words[start:end] = ["<day>" if unit in ("day", "month") else "<date>"]
        return self.essence(words)

    def _part(self, part: str) -> tuple[str, ...]:
        """What a part of an example is, a slot or words with apostrophes or hyphens, folded."""
        words = (SLOTS[part],) if part in SLOTS else fold(part).split()
        return tuple("<city>" if word in self._cities else word for word in words)

    def essence(self, sentence: Sequence[str]) -> tuple[str, ...]:
        """A sentence without the words that say nothing in it."""
        essential = [word for word in sentence if word not in self.articles]
        loud = [word for word in essential if word not in self.noise]
        telling = len(loud) >= _TELLING or any(
            word[0] == "<" or self.classes.get(word) in ABOUT for word in loud
        )
        return tuple(loud if telling else essential)

    def _shares(self, topics: Mapping[str, Any]) -> dict[str, dict[str, float]]:
        """How much a word speaks for each topic: the less, the more topics have it."""
        keys: dict[str, set[str]] = defaultdict(set)
        for key, text in topics.items():
            for word in fold(" ".join(map(str, text["names"]))).split():
                if word not in self.vocabulary and len(word) > 2:
                    keys[word].add(key)
        return {word: dict.fromkeys(found, 1 / len(found)) for word, found in keys.items()}

    def _read_periods(self, periods: Mapping[str, Any]) -> None:
        self.templates: list[Template] = []
        for kind in ("before", "until", "after", "since", "range"):
            for template in periods[kind]:
                parts = [tuple(fold(part).split()) for part in template.split("{date}")]
                between = parts[1] if len(parts) == 3 else ()
                self.templates.append(Template(kind, parts[0], between, parts[-1]))
        self.templates.sort(
            key=lambda t: len(t.before) + len(t.between) + len(t.after), reverse=True
        )
        self.decade_suffixes = set(map(str, periods["decade_suffixes"]))
        self.decade_prefixes = set(_folded(periods["decade_prefixes"]))
        self.decades = Phrases(periods["decades"])
        self.century = [fold(t.replace("{number}", "")) for t in periods["century"]]
        #: "the last {number} years", "older than {number} years": the words before and after the
        #: number, the longest first, and whether the time before that many years ago is meant.
        self.last_years: list[tuple[tuple[str, ...], tuple[str, ...], bool]] = []
        for name, is_older in (("last_years", False), ("older_years", True)):
            for said in periods.get(name, ()):
                before, after = (tuple(fold(part).split()) for part in said.split("{number}"))
                self.last_years.append((before, after, is_older))
        self.last_years.sort(key=lambda span: -len(span[0]) - len(span[1]))
        #: Centuries by their names: "twentieth century".
        self.centuries = Phrases(periods.get("centuries", {}))
        #: What happened in a year, by which one counts: "the fall of the wall".
        self.events = Phrases(periods.get("events", {}))
        self.day_suffixes = set(map(str, periods["day_suffixes"]))
        self.fillers = set(_folded(periods["fillers"]))
        self.careful_months = set(_folded(periods["careful_months"]))
        self.month_openers = set(_folded(periods["month_openers"]))
        self.relative = Phrases(
            (phrase, (unit.split()[0], int(unit.split()[1])))
            for phrase, unit in periods["relative"].items()
        )


def roman(word: str) -> int:
    """The century of a Roman numeral, with or without the ending of an ordinal; 0 for none."""
    match = _ROMAN.match(word) if word[0] == "x" else None
    return ROMAN[match[1]] if match else 0


def _folded(phrases: Iterable[object]) -> list[str]:
    return [fold(str(phrase)) for phrase in phrases]


def _months(code: str) -> dict[str, int]:
    """Month names of CLDR, long and short, alone and in a date, folded."""
    try:
        months = Locale.parse(code).months
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name: number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, spoken in months[context][width].items()
        if len(name := fold(spoken)) > 2
    }
