"""Which intents a question's slots allow, and how slots become a Question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from bot.knowledge.records import Place, Topic
from bot.understanding.intents import ELSEWHERE
from bot.understanding.neighbours import NEIGHBOURS
from bot.understanding.periods import without_year
from bot.understanding.question import Period, Question
from bot.understanding.slots import Slots

#: About two cities, one of them the home city where only one is named.
PAIRS = frozenset({"when", "how_long", "whether", "why", "chain", "shared"})
#: About all partnerships on record, of some areas or of all.
OF_ALL = frozenset({"hubs", "oldest", "between"})
#: About cities by themselves rather than by what lies in them.
ABOUT_CITIES = PAIRS | {"earlier", "same_date", "next_anniversary"}
#: About a city's partners, narrowed by areas and periods.
LISTS = frozenset({"partners", "count", "countries", "first", "latest"})
#: A name that is no place must not be dropped from these, or the question widens.
ABOUT_PLACES = PAIRS | LISTS | OF_ALL | {
    "earlier", "ended", "same_date", "place", "area", "say", "home", "next_anniversary", "again",
}  # fmt: skip
#: Without a city these say nothing.
NEEDS_CITY = frozenset(
    {"when", "how_long", "whether", "earlier", "place", "chain", "shared", *NEIGHBOURS}
)
#: What an intent that leans on the question before means where there was none.
LEANING = {"again": "place", "dates": "partners", "next_page": "partners"}


def possible(
    intents: Iterable[str],
    slots: Slots,
    previous: Question | None,
    topics: Mapping[str, Topic],
    home: int,
) -> set[str]:
    """The intents that the slots of a text allow."""
    cities = len(slots.cities) + sum(
        1 for name in slots.names if not name.places or len(name.places) > 1 or name.doubtful
    )
    areas = len(slots.areas) + sum(place.kind != "city" for place in slots.outside)
    kinds = [topics[key] for key in slots.topics]
    lone = {word for word in slots.sentence if not word.startswith("<")}
    terms = {t.key for t in kinds if t.kind == "term"}
    if previous:
        terms |= {key for key in told(previous) if topics[key].kind == "term"}
    comparable = len(terms) > 1 or any(t.compares for t in kinds)
    shut: set[str] = set()
    if not cities and not slots.strangers:
        leaning = PAIRS | NEIGHBOURS.keys() if previous and previous.places else frozenset()
        shut |= NEEDS_CITY - leaning - {"earlier"}
    if slots.period or (slots.names and not slots.cities):
        shut |= NEIGHBOURS.keys()
    if cities < 2 and (not previous or cities + len({*spoken_of(previous)} - {home}) < 2):
        shut |= {"earlier"}
    if not areas and not (slots.unclear and slots.unclear.places[0].kind != "city"):
        shut |= {"area"}
    if not areas and not any(t.areas or t.languages for t in kinds):
        shut |= {"say"}
    if not slots.areas or slots.outside:
        shut |= {"between"}
    if slots.period:
        shut |= OF_ALL
    if not any(t.kind == "term" for t in kinds):
        shut |= {"term"}
    if not comparable:
        shut |= {"compare_terms"}
    if slots.cities:
        shut |= OF_ALL
        shut |= {"identity", "help", "privacy"}
    if any(city.id != home for city in slots.cities):
        # "Something funny about Istanbul" is whatever is on record.
        shut |= {"random"}
    if slots.outside and not lone:
        # "All but those in Asia."
        shut |= {ELSEWHERE, *OF_ALL}
    if (
        slots.initial
        or slots.conditions
        or slots.outside
        or (slots.period and not slots.distinctive)
    ):
        shut |= {"term", "terms", "purpose"}
    if len(slots.cities) > 1:
        # "Is Baku Istanbul's sister city?" asks for no meaning of the word.
        shut |= {"term", "purpose", "terms"}
    if not previous:
        shut |= {"again"}
    if slots.names or slots.period:
        shut |= {"thanks", "greeting"} - ({"greeting"} if len(lone) < 2 else set())
    return set(intents) - shut


def spoken_of(previous: Question) -> tuple[int, ...]:
    """The cities of a question about partners of one city and of those before it, the latest
    last."""
    before = (city for city in previous.spoken_of if city not in previous.places)
    return (*before, *previous.places[previous.intent != "place" :])


def told(previous: Question) -> tuple[str, ...]:
    """The topics of a question and of those before it, the latest last."""
    # That of /language is a language.
    topics = previous.topics if previous.intent != "language" else ()
    return tuple(dict.fromkeys((*previous.told, *topics)))


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
        initial=slots.initial if intent in LISTS else "",
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
    others = tuple(city for city in cities if city != home)
    draft = _Draft(question, cities, others, home, slots, topics)
    return _BUILDERS.get(question.intent, _general)(draft)


class _Draft(NamedTuple):
    """A Question with the slots of every intent, of which its own takes what it needs."""

    question: Question
    #: All cities that are named, and those but the home city.
    cities: tuple[int, ...]
    others: tuple[int, ...]
    home: int
    slots: Slots
    topics: Mapping[str, Topic]

    @property
    def subject(self) -> tuple[int, ...]:
        """The city whose partners are meant."""
        return self.cities[:1] or (self.home,)

    @property
    def pair(self) -> tuple[int, ...]:
        """The cities between which something is: the home city where only one is named."""
        if len(self.others) > 1 and self.home not in self.cities:
            return self.others
        return (self.home, *self.others)


def _pair(draft: _Draft) -> Question:
    question = draft.question
    if question.options:
        # The one that is still open comes last.
        places = draft.cities or (draft.home,)
        return replace(question, places=places, areas=(), outside=(), number=0)
    if not draft.others:
        # "When did Istanbul twin?" asks for all of its partnerships.
        plain = Question("why") if question.intent == "why" else None
        return plain or replace(question, intent="partners", places=(draft.home,))
    elsewhere = _elsewhere(draft)
    if elsewhere and question.intent == "whether":
        # "I am from Coventry: who is it twinned with in France?"
        return replace(question, intent="partners", places=draft.others, areas=elsewhere, number=0)
    return replace(question, places=draft.pair, areas=(), outside=(), number=0)


def _elsewhere(draft: _Draft) -> tuple[int, ...]:
    """Countries and continents in which the only city that is named does not lie itself."""
    if len(draft.slots.cities) != 1 or draft.home in draft.cities:
        return ()
    city = draft.slots.cities[0]
    own = {("country", city.country), ("continent", city.continent)}
    return tuple(
        area.id
        for area in draft.slots.areas
        if area.kind in ("country", "continent") and (area.kind, area.country) not in own
    )


def _list(draft: _Draft) -> Question:
    question, cities = draft.question, draft.cities
    if question.options:
        area = draft.slots.unclear and draft.slots.unclear.places[0].kind != "city"
        return replace(question, places=draft.subject if area else ())
    if draft.home in question.outside and not (cities or question.areas or question.period):
        # "Which cities other than Istanbul?" asks for what else is known.
        return Question("coverage")
    if len(cities) > 1 and question.intent == "partners":
        return replace(question, intent="whether", places=draft.pair)
    if len(draft.others) > 1 and question.intent in ("first", "latest"):
        # "Damascus and Bangkok: which is the oldest of the two?"
        return _against_home(draft._replace(question=replace(question, intent="earlier")))
    return replace(question, places=draft.subject)


def _against_home(draft: _Draft) -> Question:
    return replace(draft.question, places=(draft.home, *draft.others), areas=(), number=0)


def _neighbours(draft: _Draft) -> Question:
    question = draft.question
    if not draft.others or question.options:
        return _list(draft._replace(question=replace(question, intent="partners")))
    if len(draft.others) > 1 and draft.home not in draft.cities:
        return replace(question, intent="earlier", places=(draft.home, *draft.others), areas=())
    return replace(question, places=(draft.home, *draft.others), outside=(), number=0)


def _place(draft: _Draft) -> Question:
    question = draft.question
    if question.areas and not draft.others:
        return replace(question, intent="area", places=draft.subject)
    if not draft.cities and question.outside:
        return replace(question, intent="partners", places=draft.subject)
    if len(draft.cities) > 1:
        return _pair(draft._replace(question=replace(question, intent="whether")))
    return replace(question, places=draft.cities if question.options else draft.subject, areas=())


def _area(draft: _Draft) -> Question:
    return replace(draft.question, places=(draft.home,))


def _calendar(draft: _Draft) -> Question:
    period = draft.question.period
    if period and period.first and period.first.day:
        # A day of one year is no anniversary.
        return replace(draft.question, intent="partners", places=draft.subject, number=0)
    if period and not without_year(period).annual:
        return replace(_explained(draft), intent="history")
    annual = period and without_year(period)
    areas = () if draft.cities else draft.question.areas
    return replace(draft.question, places=draft.subject, period=annual, areas=areas, number=0)


def _explained(draft: _Draft) -> Question:
    """Terms and history by their topics, else by year or place."""
    question, slots, topics = draft.question, draft.slots, draft.topics
    history = question.intent in ("history", "anniversaries")
    keys = [key for key in slots.topics if (topics[key].kind == "history") is history]
    period = question.period if history and not keys else None
    if history and not keys and draft.cities:
        cities = set(draft.cities)
        told = [t for t in topics.values() if t.kind == "history" and cities <= {*t.places}]
        # What tells of few places tells most of each.
        told.sort(key=lambda topic: len(topic.places))
        in_time = [t for t in told if period and any(covers(period, year) for year in t.years)]
        keys = [topic.key for topic in in_time or told]
    most = 2 if question.intent == "compare_terms" else 1
    # What a term's own name holds is no area beside it, but of several each is asked about.
    several = question.intent == "say" and len(question.areas) > 1
    own = frozenset() if several else slots.in_topics
    areas = () if history else tuple(a for a in question.areas if a not in own)
    intent = question.intent
    if intent == "terms":
        intent = "say" if areas else "term" if keys else intent
    return Question(
        intent,
        places=(draft.home,) if period and not keys else (),
        topics=tuple(keys[:most]),
        areas=areas,
        period=None if keys else period,
    )


def covers(period: Period, year: int) -> bool:
    """Whether a year lies in a span of time."""
    return not period.annual and (
        (period.first is None or period.first.year <= year)
        and (period.last is None or year <= period.last.year)
    )


def _of_all(draft: _Draft) -> Question:
    question = draft.question
    return replace(question, outside=(), period=None)


def _about_a_pair(draft: _Draft) -> Question:
    """Talk about a fact: that of the cities that are named, if any."""
    return Question(draft.question.intent, places=draft.pair if draft.others else ())


def _ended(draft: _Draft) -> Question:
    """About the pair that is named, else about all partnerships of the home city."""
    return replace(draft.question, places=draft.pair, areas=(), period=None, number=0)


def _purpose(draft: _Draft) -> Question:
    return Question("term", topics=("purpose",))


def _home(draft: _Draft) -> Question:
    question = draft.question
    return Question("home", places=draft.cities[:1], options=question.options, name=question.name)


def _general(draft: _Draft) -> Question:
    """An intent without slots of its own."""
    intent = draft.question.intent
    return Question(intent, places=(draft.home,) if intent == "random" else ())


_BUILDERS: dict[str, Callable[[_Draft], Question]] = {
    **dict.fromkeys(PAIRS, _pair),
    **dict.fromkeys(LISTS, _list),
    **dict.fromkeys(("earlier", "same_date", "next_anniversary"), _against_home),
    **dict.fromkeys(("term", "terms", "say", "compare_terms", "history"), _explained),
    **dict.fromkeys(("sources", "certainty"), _about_a_pair),
    **dict.fromkeys(OF_ALL, _of_all),
    **dict.fromkeys(NEIGHBOURS, _neighbours),
    "ended": _ended,
    "place": _place,
    "area": _area,
    "anniversaries": _calendar,
    "purpose": _purpose,
    "home": _home,
}


def narrowed(question: Question, place: Place) -> Question:
    """A Question with a place that was chosen among its options."""
    if place.kind == "city":
        return replace(question, places=(*question.places, place.id), options=(), name="")
    return replace(question, areas=(*question.areas, place.id), options=(), name="")
