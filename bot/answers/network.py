"""Answers about all partnerships on record: chains, what two cities share, the most and the
oldest."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from bot.answers import partnerships
from bot.answers.answer import Answer, Choice
from bot.answers.context import Context
from bot.answers.lists import PAGE, pages_of
from bot.answers.partnerships import active, cited, list_line_in_full, list_line_with, reach_of_all
from bot.knowledge.network import Tie
from bot.knowledge.records import Partnership, Place
from bot.understanding.question import Question

#: Cities and partnerships that a list of the most or the oldest shows where no number is asked.
_FIRST = 10


def chain(question: Question, context: Context) -> Answer:
    """The shortest chain of partnerships from the first city to the second, step by step."""
    start, end = _two(question, context)
    places = context.store.network.chain(start, end) if start != end else [start]
    names = {"a": context.voice.place(start), "b": context.voice.place(end)}
    title = context.voice.say("chain-title", **names)
    if len(places) == 2:
        return partnerships.answer(Question("when", places=(start, end)), context)
    if len(places) < 2:
        lines = [context.say("chain-none", **names), reach_of_all(context)]
        return context.reply(question, title, lines)
    steps = [_known(Tie(a, b), context) for a, b in pairwise(places)]
    lines = [
        context.say("chain", **names, steps=len(steps)),
        "",
        *(list_line_with(p.place, p, context) for p in steps),
    ]
    choices = [_city(place, context) for place in places[1:-1][:3]]
    return context.reply(question, title, lines, _first_sources(steps), choices)


def shared(question: Question, context: Context) -> Answer:
    """The partners that two cities have in common."""
    one, two = _two(question, context)
    names = {"a": context.voice.place(one), "b": context.voice.place(two)}
    title = f"{names['a']} · {names['b']}"
    others = {p.partner: p for p in active(context, two)}
    both = [(p, others[p.partner]) for p in active(context, one) if p.partner in others]
    if not both:
        lines = [context.say("shared-none", **names), reach_of_all(context)]
        asked = Question("chain", places=(one, two))
        return context.reply(question, title, lines, (), [context.choice("choice-chain", asked)])
    lines = [context.say("shared", **names, count=len(both)), ""]
    for mine, theirs in both[:PAGE]:
        dates = (_since(mine, context), _since(theirs, context))
        lines.append(
            context.say(
                "shared-line",
                name=context.partner_in_full(mine),
                **names,
                since_a=dates[0],
                since_b=dates[1],
            )
        )
    sources = _first_sources(p for pair in both[:PAGE] for p in pair)
    choices = [_city(mine.partner, context) for mine, _ in both[:3]]
    return context.reply(question, title, lines, sources, choices)


def hubs(question: Question, context: Context) -> Answer:
    """The cities with the most partners on record."""
    areas = _areas(question, context)
    found = context.store.network.most_connected(areas, _wanted(question))
    title = _title("hubs-title", areas, context)
    if not found:
        return context.reply(question, title, [context.say("list-none", heading=title)])
    lines = [context.say("list-heading", heading=title), ""]
    for place, number in found:
        name = context.voice.place_in_full(context.place(place))
        lines.append(context.say("hubs-line", name=name, count=number))
    lines += ["", reach_of_all(context)]
    choices = [_city(place, context) for place, _ in found[:3]]
    return context.reply(question, title, lines, (), choices)


def oldest(question: Question, context: Context) -> Answer:
    """The partnerships on record with the earliest dates."""
    areas = _areas(question, context)
    ties = context.store.network.oldest(areas, _wanted(question))
    title = _title("oldest-title", areas, context)
    if not ties:
        return context.reply(question, title, [context.say("list-none", heading=title)])
    known = [_known(tie, context) for tie in ties]
    lines = [
        context.say("list-heading", heading=title),
        "",
        *(list_line_in_full(p, context) for p in known),
    ]
    lines += ["", reach_of_all(context)]
    return context.reply(question, title, lines, _first_sources(known))


def between(question: Question, context: Context) -> Answer:
    """The partnerships of a country or from one to another, page by page."""
    areas = _areas(question, context)
    ties = context.store.network.between(areas)
    title = _title("between-title", areas, context)
    if not ties:
        lines = [context.say("list-none", heading=title), reach_of_all(context)]
        return context.reply(question, title, lines)
    pages = -(-len(ties) // PAGE)
    page = min(question.page, pages - 1)
    shown = [_known(tie, context) for tie in ties[page * PAGE : (page + 1) * PAGE]]
    lines = [
        context.say("list-heading", heading=title),
        context.say("between", count=len(ties), places=len({n for tie in ties for n in tie})),
        "",
        *(list_line_in_full(p, context) for p in shown),
    ]
    if pages > 1:
        lines += ["", context.say("list-page", page=page + 1, pages=pages)]
    choices = pages_of(question, context, page, pages)
    if not choices:
        asked = Question("hubs", areas=question.areas)
        choices = [context.choice("choice-hubs", asked)]
    return context.reply(question, title, lines, _first_sources(shown), choices)


def _two(question: Question, context: Context) -> tuple[int, int]:
    """The two cities of a Question; the home city for one that is missing."""
    places = dict.fromkeys((*question.places, context.home))
    one, two, *_ = (*places, context.home)
    return one, two


def _areas(question: Question, context: Context) -> tuple[Place, ...]:
    return tuple(context.place(area) for area in question.areas[:2])


def _wanted(question: Question) -> int:
    return min(-question.number, PAGE) if question.number < 0 else _FIRST


def _title(message: str, areas: Iterable[Place], context: Context) -> str:
    said = [context.voice.say(message), *(context.voice.place(area.id) for area in areas)]
    return " · ".join(said)


def _known(tie: Tie, context: Context) -> Partnership:
    found = context.store.partnership(tie.a, tie.b)
    if found is None:
        raise LookupError(f"{tie.a} and {tie.b} are settled but have no claims")
    return found


def _since(partnership: Partnership, context: Context) -> str:
    since = partnership.since
    return context.voice.date(since) if since else context.voice.say("date-unknown")


def _first_sources(known: Iterable[Partnership]) -> list[str]:
    return [source for partnership in known for source in cited(partnership)[:1]]


def _city(place: int, context: Context) -> Choice:
    return Choice(context.voice.place(place), Question("place", places=(place,)))
