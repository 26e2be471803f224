"""Anniversaries: of a day, of a month, the next one; and a partnership by chance."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Choice
from bot.answers.context import Context
from bot.answers.lists import PAGE, pages_of
from bot.answers.partnerships import active, cited, list_line_in_full, reach_of_all
from bot.answers.partnerships import answer as pair
from bot.knowledge.records import Partnership, Topic
from bot.understanding.question import Period, Question


def anniversaries(question: Question, context: Context) -> Answer:
    """Those of a day or month of any year; of today where none is named."""
    period = question.period or Period(month=context.today.month, day=context.today.day)
    if question.areas:
        return _of_areas(question, period, context)
    subject = question.places[0]
    known = [p for p in active(context, subject) if p.since and p.since.day]
    found = sorted(
        (p for p in known if period.contains(p.since)),
        key=lambda p: (p.since.day, p.since.year) if p.since else (0, 0),
    )
    title = context.voice.period(period)
    lines = [
        context.say(
            "anniversaries", period=title, count=len(found), city=context.voice.place(subject)
        ),
        *(_line(partnership, context) for partnership in found),
    ]
    choices = [] if period.day == 0 else [_month(question, period.month, context)]
    if not found:
        coming = _coming(known, context.today)[:1]
        lines += [context.say("anniversary-next"), *(_line(p, context) for p in coming)]
        found = coming
    sources = [claim for partnership in found for claim in cited(partnership)[:1]]
    return context.reply(question, title, lines, sources, choices)


def _of_areas(question: Question, period: Period, context: Context) -> Answer:
    """Anniversaries of the partnerships of a country or continent."""
    areas = [context.place(area) for area in question.areas]
    ties = context.store.network.anniversaries(areas, period.month, period.day)
    title = context.voice.period(period)
    name = " · ".join(context.voice.place(area.id) for area in areas)
    pages = max(1, -(-len(ties) // PAGE))
    page = min(question.page, pages - 1)
    on_page = ties[page * PAGE : (page + 1) * PAGE]
    shown = [p for t in on_page if (p := context.store.partnership(t.a, t.b))]
    lines = [
        context.say("anniversaries", period=title, count=len(ties), city=name),
        *(list_line_in_full(partnership, context) for partnership in shown),
    ]
    if not ties:
        lines.append(reach_of_all(context))
    if pages > 1:
        lines += ["", context.say("list-page", page=page + 1, pages=pages)]
    choices = pages_of(question, context, page, pages)
    if period.day:
        choices.append(_month(question, period.month, context))
    sources = [claim for partnership in shown for claim in cited(partnership)[:1]]
    return context.reply(question, f"{title} · {name}", lines, sources, choices)


def next_anniversary(question: Question, context: Context) -> Answer:
    """The next of all, or of the partner that is named; today counts."""
    subject, *others = question.places
    if others and subject == context.home and not context.store.partnership(subject, others[0]):
        # "Lyon's next anniversary" says nothing of the home city.
        subject, others = others[0], []
    known = [p for p in active(context, subject) if p.since and p.since.day]
    wanted = [p for p in known if p.partner in others] if others else known
    if others and not wanted:
        return pair(Question("when", places=question.places), context)
    if not wanted:
        return anniversaries(Question("anniversaries", places=(subject,)), context)
    first = _coming(wanted, context.today)[0]
    since = first.since
    if since is None:
        raise AssertionError("only dated partnerships have anniversaries")
    together = [
        p for p in wanted if p.since and (p.since.month, p.since.day) == (since.month, since.day)
    ]
    days = (_next(since.month, since.day, context.today) - context.today).days
    title = context.voice.day(since.month, since.day)
    lines = [
        context.say("anniversary-in-days", date=title, days=days),
        *(_line(partnership, context) for partnership in together),
    ]
    sources = [claim for partnership in together for claim in cited(partnership)[:1]]
    return context.reply(question, title, lines, sources, [_month(question, since.month, context)])


def by_chance(question: Question, context: Context) -> Answer:
    """A partnership of the home city or a piece of what can be explained."""
    subjects: list[Partnership | Topic] = [*active(context, question.places[0])]
    subjects += context.store.topics.values()
    chosen = random.choice(subjects)
    again = context.choice("choice-another", Question("random", places=question.places))
    if isinstance(chosen, Partnership):
        said = pair(Question("when", places=(chosen.place, chosen.partner)), context)
        return context.reply(
            question, said.title, [said.body], (s.key for s in said.sources), [again]
        )
    title = context.voice.title(chosen)
    lines = [context.say("heading", text=title), context.voice.explanation(chosen)]
    more = Choice(title, Question(chosen.kind, topics=(chosen.key,)))
    return context.reply(question, title, lines, chosen.sources, [again, more])


def _line(partnership: Partnership, context: Context) -> str:
    since = partnership.since
    if since is None:
        return ""
    years = _next(since.month, since.day, context.today).year - since.year
    return context.say(
        "anniversary-line",
        name=context.partner_in_full(partnership),
        date=context.voice.date(since),
        years=years,
    )


def _coming(partnerships: Sequence[Partnership], today: dt.date) -> list[Partnership]:
    """By their next anniversary, the nearest first."""
    return sorted(
        partnerships,
        key=lambda p: _next(p.since.month, p.since.day, today) if p.since else dt.date.max,
    )


def _next(month: int, day: int, today: dt.date) -> dt.date:
    """The next time a day comes round; 29 February is kept on the 28th of other years."""
    for year in (today.year, today.year + 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            date = dt.date(year, month, day - 1)
        if date >= today:
            return date
    return date


def _month(question: Question, month: int, context: Context) -> Choice:
    period, places = Period(month=month), question.places[:1]
    asked = replace(question, intent="anniversaries", places=places, period=period, page=0)
    return Choice(context.voice.day(month, 0), asked)
