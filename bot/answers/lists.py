"""Answers about a city's partners: lists, counts, the first and the latest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Choice
from bot.answers.context import Context
from bot.answers.partnerships import active, cited, list_line, reach, told_lines
from bot.knowledge.folding import fold
from bot.knowledge.partnerships import LIGHTER, agree
from bot.knowledge.records import CLOSING, Partnership
from bot.understanding.question import Question

#: Lines of a list that are shown at once.
PAGE = 20


def fitting(question: Question, context: Context) -> list[Partnership]:
    """The active partnerships of the Question's city within its areas and period, of partners
    whose names begin as asked."""
    store = context.store
    areas = [context.place(area) for area in question.areas]
    outside = [context.place(place) for place in question.outside]
    found = []
    for partnership in active(context, question.places[0]):
        partner = context.place(partnership.partner)
        if areas and not any(store.contains(area, partner) for area in areas):
            continue
        if any(partner == place or store.contains(place, partner) for place in outside):
            continue
        if question.period and not question.period.contains(partnership.since):
            continue
        if not fold(context.partner(partnership)).startswith(question.initial):
            continue
        found.append(partnership)
    # The store has dated ones first; the others go by name.
    return sorted(found, key=lambda p: "" if p.since else fold(context.partner(p)))


def heading(question: Question, context: Context) -> str:
    """The city and what narrows the list: Istanbul · Germany · 1990–1999."""
    voice = context.voice
    parts = [voice.place(question.places[0])]
    parts += [voice.place(area) for area in question.areas]
    parts += [voice.say("outside", area=voice.place(area)) for area in question.outside]
    if question.initial:
        parts.append(f"{question.initial.upper()}…")
    if question.period:
        parts.append(voice.period(question.period))
    return " · ".join(parts)


def partners(question: Question, context: Context) -> Answer:
    found = fitting(question, context)
    everyone = active(context, question.places[0])
    title = heading(question, context)
    if not found:
        return _none(question, context, everyone)
    pages = -(-len(found) // PAGE)
    page = min(question.page, pages - 1)
    shown = found[page * PAGE : (page + 1) * PAGE]
    lines = [
        context.say("list-heading", heading=title),
        context.say(
            "list-count",
            count=len(found),
            all=len(everyone),
            narrowed="yes" if len(found) < len(everyone) else "no",
        ),
        "",
        *(list_line(partnership, context) for partnership in shown),
    ]
    if pages > 1:
        lines += ["", context.say("list-page", page=page + 1, pages=pages)]
    choices = pages_of(question, context, page, pages) or _narrower(question, context, found)
    return context.reply(question, title, lines, _main_sources(shown), choices)


def count(question: Question, context: Context) -> Answer:
    found = fitting(question, context)
    everyone = active(context, question.places[0])
    if not found:
        return _none(question, context, everyone)
    narrowed = len(found) < len(everyone)
    title = heading(question, context)
    if len(question.areas) > 1:
        return _count_each(question, context, found)
    lines = [
        context.say(
            "count-partners",
            heading=title,
            count=len(found),
            all=len(everyone),
            narrowed="yes" if narrowed else "no",
        )
    ]
    if narrowed and len(found) <= PAGE:
        lines += ["", *(list_line(partnership, context) for partnership in found)]
    else:
        lines.append(context.say("count-countries", count=len(_countries(found, context))))
    asked = replace(question, intent="partners", number=0, page=0)
    choices = [context.choice("choice-list", asked)]
    return context.reply(question, title, lines, _main_sources(found), choices)


def _count_each(question: Question, context: Context, found: Sequence[Partnership]) -> Answer:
    """How many in each of several areas, and in all of them."""
    lines = []
    for area in question.areas:
        there = fitting(replace(question, areas=(area,)), context)
        lines.append(context.say("count-area", area=context.voice.place(area), count=len(there)))
    lines.append(context.say("count-together", count=len(found)))
    title = heading(question, context)
    return context.reply(question, title, lines, _main_sources(found))


def countries(question: Question, context: Context) -> Answer:
    """The countries of the partners, those with the most first."""
    found = fitting(question, context)
    if not found:
        return _none(question, context, active(context, question.places[0]))
    numbers = _countries(found, context)
    title = heading(question, context)
    names = [
        context.voice.say("country-count", country=name, count=number)
        for name, number in sorted(numbers.items(), key=lambda item: (-item[1], fold(item[0])))
    ]
    lines = [
        context.say("list-heading", heading=title),
        context.say("countries", count=len(numbers), partners=len(found)),
        "",
        context.say("countries-line", names=context.voice.listed(names)),
    ]
    return context.reply(question, title, lines, _main_sources(found))


def ranked(question: Question, context: Context) -> Answer:
    """The first, latest, n-th, or n first or latest of the fitting partnerships."""
    dated = [p for p in fitting(question, context) if p.since]
    # Friendships and agreements are ranked only where there is nothing fuller.
    found = [p for p in dated if p.event not in LIGHTER] or dated
    if not found:
        return _none(question, context, active(context, question.places[0]))
    if question.intent == "latest":
        found.reverse()
    title = heading(question, context)
    number = question.number or 1
    if number < 0:
        shown = found[: min(-number, PAGE)]
        lines = [context.say("ranked-several", heading=title, order=question.intent), ""]
        lines += [list_line(partnership, context) for partnership in shown]
        return context.reply(question, title, lines, _main_sources(shown))
    if number > len(found):
        lines = [context.say("ranked-too-far", number=number, count=len(found), heading=title)]
        return context.reply(question, title, lines)
    one = found[number - 1]
    since = one.since
    if since is None:
        raise AssertionError("only dated partnerships are ranked")
    lines = [
        context.say(
            "ranked",
            order=question.intent,
            number=number,
            heading=title,
            name=context.partner_in_full(one),
            date=context.voice.date(since),
        )
    ]
    beside = [p for p in found if p is not one and p.since and agree(p.since, since)]
    if beside:
        names = context.voice.listed(context.partner(p) for p in beside)
        same = all(p.since == since and since.day for p in beside)
        lines.append(
            context.say("ranked-same-day" if same else "ranked-order-unclear", names=names)
        )
    following = replace(question, number=number + 1)
    choices = [context.choice("choice-following", following)] if number < len(found) else []
    return context.reply(question, title, lines, cited(one), choices)


def same_date(question: Question, context: Context) -> Answer:
    """Partnerships of one day or one year with those named, or all that share a day."""
    subject, *asked = question.places
    everyone = [p for p in active(context, subject) if p.since]
    title = heading(question, context)
    named = [p for p in everyone if p.partner in asked]
    lines: list[str] = []
    shown: list[Partnership] = []
    for one in named:
        since = one.since
        if since is None:
            continue
        same_day = [p for p in everyone if p is not one and since.day and p.since == since]
        same_year = [p for p in everyone if p is not one and p.since and p.since.year == since.year]
        lines.append(list_line(one, context))
        names = {"name": context.partner(one)}
        lines.append(
            context.say("same-day", names=_names(same_day, context), count=len(same_day), **names)
            if since.day
            else context.say("only-year")
        )
        lines.append(
            context.say(
                "same-year",
                names=_names(same_year, context),
                count=len(same_year),
                year=str(since.year),
            )
        )
        lines.append("")
        shown += [one, *same_day]
    if not asked:
        days = Counter(p.since for p in everyone if p.since and p.since.day)
        lines.append(context.say("same-days"))
        for since, number in days.items():
            if number > 1 and since:
                together = [p for p in everyone if p.since == since]
                lines.append(
                    context.say(
                        "same-days-line",
                        date=context.voice.date(since),
                        names=_names(together, context),
                    )
                )
                shown += together
        years = Counter(p.since.year for p in everyone if p.since)
        lines += ["", context.say("same-years")]
        lines += [
            context.say(
                "same-days-line",
                date=str(year),
                names=_names([p for p in everyone if p.since and p.since.year == year], context),
            )
            for year, number in years.items()
            if number > 1
        ]
        shown = shown or everyone
    for other in asked:
        if not any(p.partner == other for p in named):
            name = context.voice.place(other)
            lines += [
                context.say("pair-unknown", a=context.voice.place(subject), b=name),
                reach(context, subject),
            ]
    return context.reply(question, title, lines, _main_sources(shown))


def _names(partnerships: Sequence[Partnership], context: Context) -> str:
    return context.voice.listed(
        context.voice.say("name-date", name=context.partner(p), date=context.voice.date(p.since))
        if p.since and not p.since.day
        else context.partner(p)
        for p in partnerships
    )


def _none(question: Question, context: Context, everyone: Sequence[Partnership]) -> Answer:
    title = heading(question, context)
    message = "list-none" if everyone else "city-unknown"
    lines = [context.say(message, heading=title, city=context.voice.place(question.places[0]))]
    told = context.told(period=question.period) if question.period and not question.areas else []
    told = [] if question.period and question.period.annual else told
    lines += told_lines(told, context)
    lines.append(reach(context, question.places[0]))
    sources = [*_main_sources(everyone), *(key for topic in told for key in topic.sources)]
    asked = Question("partners", places=question.places)
    choices = [context.choice("choice-list", asked)] if everyone else []
    return context.reply(question, title, lines, sources, choices)


def _countries(partnerships: Sequence[Partnership], context: Context) -> Counter[str]:
    codes = Counter(context.place(p.partner).country for p in partnerships)
    named = {code: context.store.country(code) for code in codes}
    return Counter(
        {context.voice.place(c.id) if (c := named[code]) else code: n for code, n in codes.items()}
    )


def _main_sources(partnerships: Sequence[Partnership]) -> list[str]:
    """The source of each date and end that a page of a list shows, those of most lines first."""
    counted = Counter(
        claim.source
        for partnership in partnerships[:PAGE]
        for claim in partnership.claims
        if claim is partnership.claims[0] or claim.event in CLOSING
    )
    return [source for source, _ in counted.most_common()]


def pages_of(question: Question, context: Context, page: int, pages: int) -> list[Choice]:
    """Buttons to the pages before and behind."""

    def turn(to: int, message: str) -> Choice:
        asked = replace(question, page=to)
        return context.choice(message, asked, page=to + 1, pages=pages)

    choices = [turn(page - 1, "choice-previous-page")] if page else []
    return choices + ([turn(page + 1, "choice-next-page")] if page + 1 < pages else [])


def _narrower(question: Question, context: Context, found: Sequence[Partnership]) -> list[Choice]:
    """The partners of a short list as choices."""
    if len(found) > 3:
        return []
    return [
        Choice(context.partner(p), Question("place", places=(p.partner,)).fitted()) for p in found
    ]
