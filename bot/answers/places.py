"""Answers about a place: a city or a country by itself."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Choice
from bot.answers.context import Context
from bot.answers.lists import partners
from bot.answers.partnerships import (
    active,
    cited,
    list_line,
    reach,
    remarks,
    said,
    told_lines,
)
from bot.knowledge.records import Partnership
from bot.understanding.question import Question

#: Partners, and partnerships that are over, that a card shows.
_MOST_PARTNERS, _MOST_OVER = 5, 3


def city(question: Question, context: Context) -> Answer:
    """A city with its partnerships and what the history tells of it."""
    number = question.places[0]
    place = context.place(number)
    voice = context.voice
    known = active(context, number)
    over = [p for p in context.store.partnerships(number) if p not in known]
    by_home = context.store.partnership(context.home, number)
    told = context.told(places={number})
    lines = [context.say("heading", text=voice.place_in_full(place))]
    if not known and not over:
        lines += [context.say("city-unknown", city=voice.place(number)), reach(context, number)]
    elif len(known) > _MOST_PARTNERS:
        if by_home:
            lines += [*said("when", by_home, context), ""]
        lines += [*_summary(known, context), *(list_line(p, context) for p in over[:_MOST_OVER])]
        lines += told_lines(told, context)
    else:
        for partnership in [*known, *over]:
            lines.append(list_line(partnership, context))
            if _label(partnership, context):
                lines.append(context.say("known-as", name=_label(partnership, context)))
            lines += list(remarks(partnership, context))
    sources = list(cited(by_home)) if by_home else []
    sources += [s for p in _shown(known, over) for s in cited(p)]
    choices = [
        Choice(voice.title(topic), Question("history", topics=(topic.key,))) for topic in told
    ]
    if len(known) > _MOST_PARTNERS:
        asked = Question("partners", places=(number,))
        choices = [context.choice("choice-list", asked), *choices]
    country = context.store.country(place.country)
    if known and country and len(known) <= _MOST_PARTNERS:
        choices.append(_in_country(known[0].partner, country.id, context))
    return context.reply(question, voice.place(number), lines, sources, choices[:4])


def area(question: Question, context: Context) -> Answer:
    """A country or continent: the home city's partners there."""
    asked = replace(question, intent="partners")
    listed = partners(asked, context)
    topics = [t for t in context.store.topics.values() if set(question.areas) & set(t.places)]
    if topics:
        lines = [listed.body, "", *told_lines(topics, context)]
        sources = [*(s.key for s in listed.sources), *(k for t in topics for k in t.sources)]
        return context.reply(question, listed.title, lines, sources, listed.choices)
    return context.reply(
        question, listed.title, [listed.body], (s.key for s in listed.sources), listed.choices
    )


def _shown(known: list[Partnership], over: list[Partnership]) -> list[Partnership]:
    """The partnerships that the lines about a place speak of."""
    if len(known) <= _MOST_PARTNERS:
        return [*known, *over]
    dated = [p for p in known if p.since]
    return [dated[0], dated[-1]] if dated else []


def _summary(known: list[Partnership], context: Context) -> list[str]:
    countries = {context.place(p.partner).country for p in known}
    dated = [p for p in known if p.since]
    lines = [context.say("city-summary", count=len(known), countries=len(countries))]
    if dated:
        lines.append(context.say("city-first", line=_bare(dated[0], context)))
        lines.append(context.say("city-latest", line=_bare(dated[-1], context)))
    return lines


def _bare(partnership: Partnership, context: Context) -> str:
    """A line of a list within a sentence: without its bullet."""
    return list_line(partnership, context).removeprefix("• ")


def _label(partnership: Partnership, context: Context) -> str:
    """What this place itself is called in a partnership, where that is not its own name."""
    claim = partnership.claims[0]
    label = claim.a_label if claim.a == partnership.place else claim.b_label
    return context.voice.claim_name(label) or label


def _in_country(subject: int, country: int, context: Context) -> Choice:
    asked = Question("partners", places=(subject,), areas=(country,))
    label = f"{context.voice.place(subject)} · {context.voice.place(country)}"
    return Choice(label, asked)
