"""Questions that lean on the one before: "and with Berlin?", "why?", "how many?"."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.store import Store
from bot.understanding.families import LISTS, PAIRS, narrowed, spoken_of, told
from bot.understanding.intents import ELSEWHERE
from bot.understanding.language import Language
from bot.understanding.neighbours import NEIGHBOURS, further
from bot.understanding.question import Question
from bot.understanding.slots import Slots

#: Words that a follow-up without slots of its own may have at most.
_SHORT = 4
_TALK_ABOUT_IT = frozenset({"sources", "certainty"})
#: About the date of a pair.
_OF_A_DATE = frozenset({"same_date", "next_anniversary"})


def follow(
    previous: Question,
    intent: str,
    slots: Slots,
    language: Language,
    home: int,
    store: Store,
) -> Question | None:
    """The Question that a text means after ``previous``; None where it stands for itself."""
    if intent == "next_page" and previous.intent in ("first", "latest"):
        return replace(previous, number=max(previous.number, 1) + 1)
    if intent in NEIGHBOURS and not slots.names:
        return further(previous, intent, store)
    if intent == "next_page" and previous.intent in PAIRS and len(previous.places) > 1:
        # A pair has no second page, but someone who came next.
        return further(previous, "next_after", store)
    if intent == "next_page":
        return replace(previous, page=previous.page + 1)
    if intent == "compare_terms":
        return _compared(previous, slots, store)
    if intent in _TALK_ABOUT_IT and not slots.names:
        return Question(
            intent, places=previous.places, topics=previous.topics, areas=previous.areas
        )
    if intent == "why" and not slots.names:
        return Question("why", places=previous.places if len(previous.places) > 1 else ())
    if intent == "dates" and not slots.names:
        return _dates(previous)
    if intent == "earlier" and len(slots.cities) < 2 and not slots.unclear and not slots.unknown:
        named = [city.id for city in slots.cities]
        before = [city for city in spoken_of(previous) if city not in (home, *named)]
        two = (*before, *named)[-2:]
        return Question("earlier", places=(home, *two)) if len(two) > 1 else None
    if slots.from_end and not slots.names and previous.intent in ("first", "latest"):
        return replace(previous, intent="latest", number=slots.number)
    if previous.options:
        chosen = _chosen(previous, slots, language, store)
        if chosen:
            return chosen
    if intent in PAIRS and not slots.names and slots.number > 0 and previous.intent == "partners":
        listed = _partners_in(previous, store)
        if slots.number <= len(listed):
            # "Their names?" - "When did the second sign?"
            return Question(intent, places=(previous.places[0], listed[slots.number - 1]))
    if intent in PAIRS and not slots.names and previous.places:
        return _same_pair(previous, intent, home, store)
    if intent in _OF_A_DATE and not slots.names and len(previous.places) == 2:
        return Question(intent, places=previous.places)
    opened = _opens(slots.sentence, language)
    if previous.intent in PAIRS and len(slots.names) == 1 and len(slots.sentence) == opened + 1:
        # "And Tunis?" goes on about cities.
        slots = slots.as_city() or slots
    only_slots = all(
        word.startswith("<") or word in language.leading for word in slots.sentence[opened:]
    )
    if slots.unknown or slots.unclear:
        return None
    # "Then at least Prague?"
    lone = len(slots.cities) == 1 and len(slots.sentence) <= _SHORT and previous.intent in PAIRS
    goes_on = intent == "again" or (lone and intent in (ELSEWHERE, "unclear"))
    if goes_on or (only_slots and (opened or intent in ("place", "area", "partners"))):
        return _again(previous, slots, home, store)
    points_back = any(word in language.back for word in slots.sentence)
    short = len(slots.sentence) <= _SHORT
    if intent in LISTS and previous.intent in LISTS | {"area"} and (points_back or short or opened):
        return _narrowed(previous, intent, slots)
    return None


def _opens(sentence: tuple[str, ...], language: Language) -> int:
    """How many words at the start open a follow-up ("and", "what about")."""
    found = language.and_phrases.at(sentence, 0) if sentence else None
    return found[0] if found else 0


def _chosen(previous: Question, slots: Slots, language: Language, store: Store) -> Question | None:
    """The Question before with the option that a text means: "the country", "the second", Ohio."""
    options = [place for number in previous.options if (place := store.place(number))]
    if 0 < slots.number <= len(options):
        return narrowed(previous, options[slots.number - 1])
    named = {place.id for place in (*slots.cities, *slots.areas)}
    inside = [
        place
        for place in options
        if place.id in named or any(store.contains(area, place) for area in slots.areas)
    ]
    kinds = {language.kinds[word] for word in slots.sentence if word in language.kinds}
    inside = inside or [place for place in options if place.kind in kinds]
    return narrowed(previous, inside[0]) if inside else None


def _compared(previous: Question, slots: Slots, store: Store) -> Question | None:
    """The difference of two terms of which one or both were told of before."""
    named, before = (
        [key for key in keys if store.topics[key].kind == "term"]
        for keys in (slots.topics, told(previous))
    )
    before = [key for key in before if key not in named]
    missing = 2 - len(named)
    if not 0 < missing <= len(before):
        return None
    return Question("compare_terms", topics=(*before[-missing:], *named))


def _same_pair(previous: Question, intent: str, home: int, store: Store) -> Question:
    """What is asked anew about the pair, the city or the only partner of the question before."""
    places = previous.places
    if previous.areas and previous.intent in LISTS | {"area"}:
        partners = _partners_in(previous, store)
        if len(partners) != 1:
            return replace(previous, intent="partners", page=0)
        places = (places[0], partners[0])
    if len(places) == 1 and places[0] != home:
        places = (home, *places)
    return Question(intent, places=places, topics=previous.topics)


def _partners_in(question: Question, store: Store) -> list[int]:
    """The partners that a list with areas and a period holds, in its order."""
    areas = [area for number in question.areas if (area := store.place(number))]
    period = question.period
    return [
        place.id
        for p in store.partnerships(question.places[0])
        if (place := store.place(p.partner)) and (not period or period.contains(p.since))
        if not areas or any(store.contains(area, place) for area in areas)
    ]


def _dates(previous: Question) -> Question | None:
    if previous.intent in PAIRS | {"place"}:
        places = previous.places
        return replace(previous, intent="when", places=places, topics=())
    if previous.intent == "count":
        return replace(previous, intent="partners")
    if previous.intent in ("unclear", "help", "greeting", "thanks", "off_topic"):
        return None
    return previous


def _again(previous: Question, slots: Slots, home: int, store: Store) -> Question | None:
    # Who names another place has chosen none of those that were offered.
    previous = replace(previous, options=(), name="")
    cities = tuple(dict.fromkeys(place.id for place in slots.cities))
    areas = tuple(dict.fromkeys(place.id for place in slots.areas))
    if slots.topics and previous.intent in ("term", "say", "history", "compare_terms"):
        return Question(previous.intent, topics=slots.topics[:1])
    if previous.intent in ("say", "term", "terms") and areas:
        return Question("say", areas=areas)
    if cities and previous.intent == "history" and previous.topics:
        told = store.topics.get(previous.topics[0])
        subject = told.places[:1] if told and told.places else (home,)
        return Question("when", places=tuple(dict.fromkeys((*subject, *cities))))
    if cities:
        if previous.intent in PAIRS:
            places = cities if len(cities) > 1 else (*previous.places[:1], *cities)
            return replace(previous, places=places)
        if previous.intent in LISTS | _TALK_ABOUT_IT | {"place", "area", "unknown_place"}:
            if len(cities) == 1 and cities[0] != home:
                return Question("when", places=(home, *cities))
            return replace(previous, places=cities[:1], page=0)
        if previous.intent in ("earlier", "same_date", "next_anniversary"):
            return replace(previous, places=(*previous.places[:1], *cities))
        return None
    if areas or slots.outside:
        intent = previous.intent if previous.intent in LISTS else "partners"
        if previous.intent == "area":
            intent = "area"
        period = previous.period if previous.intent in LISTS else None
        return Question(
            intent,
            places=previous.places[:1] or (home,),
            areas=areas,
            outside=tuple(place.id for place in slots.outside),
            period=slots.period or period,
            number=previous.number,
        )
    if slots.period and previous.intent in LISTS | {"anniversaries", "history"}:
        return replace(previous, period=slots.period, page=0)
    if slots.number and previous.intent in ("first", "latest"):
        return replace(previous, number=slots.number)
    if slots.number and previous.intent in LISTS:
        return replace(previous, intent="first", number=slots.number, page=0)
    return None


def _narrowed(previous: Question, intent: str, slots: Slots) -> Question | None:
    """The question before with another intent and what the new one adds to it."""
    if slots.cities:
        return None
    areas = tuple(place.id for place in slots.areas)
    return Question(
        intent,
        places=previous.places[:1],
        areas=areas or previous.areas,
        outside=tuple(place.id for place in slots.outside) or previous.outside,
        period=slots.period or previous.period,
        number=slots.number,
    )
