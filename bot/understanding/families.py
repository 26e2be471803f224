"""Which intents a question's slots allow, and how slots become a Question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.knowledge.records import Place, Topic
from bot.understanding.periods import without_year
from bot.understanding.question import Period, Question
from bot.understanding.slots import Slots

#: About two cities, one of them the home city where only one is named.
PAIRS = frozenset({"when", "how_long", "whether", "why"})
#: About a city's partners, narrowed by areas and periods.
LISTS = frozenset({"partners", "count", "countries", "first", "latest"})
#: A name that is no place must not be dropped from these, or the question widens.
ABOUT_PLACES = PAIRS | LISTS | {
    "earlier", "ended", "same_date", "place", "area", "say", "home", "next_anniversary", "again",
}  # fmt: skip
#: Without a city these say nothing.
NEEDS_CITY = frozenset({"when", "how_long", "whether", "earlier", "place"})
#: What an intent that leans on the question before means where there was none.
LEANING = {"again": "place", "dates": "partners", "next_page": "partners"}


def possible(
    intents: Iterable[str], slots: Slots, previous: Question | None, topics: Mapping[str, Topic]
) -> set[str]:
    """The intents that the slots of a text allow."""
    cities = len(slots.cities) + sum(
        1 for name in slots.names if not name.places or len(name.places) > 1 or name.doubtful
    )
    areas = len(slots.areas) + len(slots.outside)
    kinds = [topics[key] for key in slots.topics]
    lone = {word for word in slots.sentence if not word.startswith("<")}
    comparable = len({t.key for t in kinds if t.kind == "term"}) > 1 or any(
        t.compares for t in kinds
    )
    shut: set[str] = set()
    if not cities and not slots.strangers:
        leaning = PAIRS if previous and previous.places else frozenset()
        shut |= NEEDS_CITY - leaning
    if cities < 2:
        shut |= {"earlier"}
    if not areas and not (slots.unclear and slots.unclear.places[0].kind != "city"):
        shut |= {"area"}
    if not areas and not any(t.areas or t.languages for t in kinds):
        shut |= {"say"}
    if not any(t.kind == "term" for t in kinds):
        shut |= {"term"}
    if not comparable:
        shut |= {"compare_terms"}
    if slots.cities:
        shut |= {"identity", "help", "privacy", "random"}
    if slots.period and not slots.distinctive:
        shut |= {"term", "terms", "purpose"}
    if len(slots.cities) > 1:
        # "Is Baku Istanbul's sister city?" asks for no meaning of the word.
        shut |= {"term", "purpose", "terms"}
    if not previous:
        shut |= {"again"}
    if slots.names or slots.period:
        shut |= {"thanks", "greeting"} - ({"greeting"} if len(lone) < 2 else set())
    return set(intents) - shut


def build(intent: str, slots: Slots, home: int, topics: Mapping[str, Topic]) -> Question:
    """The Question of an intent with these slots."""
    cities = tuple(dict.fromkeys(place.id for place in slots.cities))
    areas = tuple(dict.fromkeys(place.id for place in slots.areas))
    question = Question(
        intent,
        areas=areas,
        outside=tuple(place.id for place in slots.outside),
        period=slots.period,
        number=slots.number,
    )
    if slots.from_end and intent in LISTS:
        question = replace(question, intent="latest")
    unclear = slots.unclear
    if unclear and intent in ABOUT_PLACES:
        question = replace(
            question,
            options=tuple(place.id for place in unclear.places),
            name=unclear.text,
        )
    return _BUILDERS.get(question.intent, _general)(question, cities, home, slots, topics)


def _pair(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    pending = bool(question.options)
    if question.intent == "why" and not cities:
        return Question("why")
    if len(cities) + pending == 1:
        cities = (home, *cities)
    elif home in cities:
        cities = (home, *(city for city in cities if city != home))
    if not pending and set(cities) == {home}:
        # "When did Istanbul twin?" asks for all of its partnerships.
        return replace(question, intent="partners", places=(home,))
    return replace(question, places=cities, areas=(), outside=(), number=0)


def _list(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    if question.options and slots.unclear and slots.unclear.places[0].kind != "city":
        return replace(question, places=cities[:1] or (home,))
    others = [city for city in cities if city != home]
    if len(cities) > 1 and home in cities and question.intent == "partners":
        return replace(question, intent="whether", places=(home, *others))
    if question.options:
        return replace(question, places=())
    return replace(question, places=cities[:1] or (home,))


def _against_home(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    others = tuple(city for city in cities if city != home)
    return replace(question, places=(home, *others), areas=(), number=0)


def _place(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    if not cities and question.areas:
        return replace(question, intent="area")
    if len(cities) > 1:
        return _pair(replace(question, intent="whether"), cities, home, slots, _)
    return replace(question, places=cities or (() if question.options else (home,)), areas=())


def _area(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    return replace(question, places=(home,))


def _calendar(
    question: Question,
    cities: tuple[int, ...],
    home: int,
    slots: Slots,
    topics: Mapping[str, Topic],
) -> Question:
    period = question.period and without_year(question.period)
    if question.period and question.period.first and question.period.first.day:
        # A day of one year is no anniversary.
        return replace(question, intent="partners", places=cities[:1] or (home,), number=0)
    if period and not period.annual:
        return replace(_explained(question, cities, home, slots, topics), intent="history")
    return replace(question, places=cities[:1] or (home,), period=period, areas=(), number=0)


def _explained(
    question: Question,
    cities: tuple[int, ...],
    home: int,
    slots: Slots,
    topics: Mapping[str, Topic],
) -> Question:
    """Terms and history by their topics, else by year or place."""
    history = question.intent in ("history", "anniversaries")
    keys = [key for key in slots.topics if (topics[key].kind == "history") is history]
    period = question.period if history and not keys else None
    if history and not keys and cities:
        told = [t for t in topics.values() if t.kind == "history" and {*cities} <= {*t.places}]
        in_time = [t for t in told if period and any(covers(period, year) for year in t.years)]
        keys = [topic.key for topic in in_time or told]
    most = 2 if question.intent == "compare_terms" else 1
    return Question(
        question.intent,
        places=(home,) if period and not keys else (),
        topics=tuple(keys[:most]),
        areas=() if history else tuple(a for a in question.areas if a not in slots.in_topics),
        period=None if keys else period,
    )


def covers(period: Period, year: int) -> bool:
    """Whether a year lies in a span of time."""
    return not period.annual and (
        (period.first is None or period.first.year <= year)
        and (period.last is None or year <= period.last.year)
    )


def _about_a_pair(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    """Talk about a fact: that of the cities that are named, if any."""
    others = tuple(city for city in cities if city != home)
    if not others:
        return Question(question.intent)
    return Question(question.intent, places=cities if len(cities) > 1 else (home, *others))


def _purpose(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    return Question("term", topics=("purpose",))


def _ended(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    """About the pair that is named, else about all partnerships of the one city."""
    others = tuple(city for city in cities if city != home)
    if question.options or others:
        cities = (home, *others)
    return replace(question, places=cities or (home,), areas=(), period=None, number=0)


def _home(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    return Question("home", places=cities[:1], options=question.options, name=question.name)


def _general(
    question: Question, cities: tuple[int, ...], home: int, slots: Slots, _: object
) -> Question:
    """An intent without slots of its own."""
    return Question(question.intent, places=(home,) if question.intent == "random" else ())


_BUILDERS = {
    **dict.fromkeys(PAIRS, _pair),
    **dict.fromkeys(LISTS, _list),
    "earlier": _against_home,
    "ended": _ended,
    "same_date": _against_home,
    "place": _place,
    "area": _area,
    "anniversaries": _calendar,
    "next_anniversary": _against_home,
    **dict.fromkeys(("term", "terms", "say", "compare_terms", "history"), _explained),
    "purpose": _purpose,
    "home": _home,
    "language": lambda question, *_: Question("language"),
    "sources": _about_a_pair,
    "certainty": _about_a_pair,
}


def narrowed(question: Question, place: Place) -> Question:
    """A Question with a place that was chosen among its options."""
    if place.kind == "city":
        return replace(question, places=(*question.places, place.id), options=(), name="")
    return replace(question, areas=(*question.areas, place.id), options=(), name="")
