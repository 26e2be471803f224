"""Answers about a pair of cities: when, how long, whether, which of two came first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.answers.answer import Answer, Choice
from bot.answers.context import Context
from bot.knowledge.partnerships import LIGHTER, agree, disputes, earlier_ties
from bot.knowledge.records import CLOSING, Partnership, Topic
from bot.understanding.question import Period, Question

#: Pieces of history that are told with a pair.
_MOST_TOLD = 4


def answer(question: Question, context: Context) -> Answer:
    """when, how_long, whether: the first place and each of the others."""
    subject, *others = question.places or (context.home,)
    lines: list[str] = []
    sources: list[str] = []
    choices: list[Choice] = []
    for other in others:
        if lines:
            lines.append("")
        partnership = context.store.partnership(subject, other)
        if partnership is None:
            lines += _not_on_record(subject, other, context)
            for one in (subject, other):
                by_home = context.store.partnership(context.home, one)
                if by_home and by_home.since and context.home not in (subject, other):
                    lines.append(list_line_with(context.home, by_home, context))
                    sources += cited(by_home)[:1]
            choices += _history(question, context)
            continue
        lines += list(said(question.intent, partnership, context))
        lines += told_lines(context.told(places={subject, other}), context)
        sources += cited(partnership)
        choices += _further(question, partnership, context)
    title = " – ".join(context.voice.place(place) for place in (subject, *others))
    return context.reply(question, title, lines, sources, choices[:3])


def cited(partnership: Partnership) -> list[str]:
    """The sources of what is said about a partnership, the one for its date first."""
    return [claim.source for claim in partnership.claims]


def said(intent: str, partnership: Partnership, context: Context) -> Iterator[str]:
    """The sentences about one partnership: since when, until when, what else is claimed."""
    names = {
        "a": context.voice.place(partnership.place),
        "b": context.partner_in_full(partnership),
    }
    since = partnership.since
    if since:
        names["precision"] = "day" if since.day else "month" if since.month else "year"
    ended = partnership.status in ("ended", "suspended")
    if ended:
        yield context.say(
            "pair-over" if since else "pair-over-undated",
            status=partnership.status,
            since=context.voice.date(since) if since else "",
            end=context.voice.date(partnership.ended) if partnership.ended else "unknown",
            **names,
        )
    elif since is None:
        yield context.say("pair-undated", **names)
    elif intent == "how_long":
        years, certain = since.years_until(context.today)
        yield context.say(
            "pair-years",
            years=years,
            certain="yes" if certain else "no",
            fewer=years - 1,
            date=context.voice.date(since),
            **names,
        )
    else:
        message = "pair-yes" if intent == "whether" else "pair-since"
        yield context.say(message, date=context.voice.date(since), **names)
    if since and not since.day:
        yield context.say("only-month" if since.month else "only-year")
    if partnership.event in LIGHTER:
        yield context.say("only-tie", event=partnership.event)
    if partnership.status == "unknown":
        yield context.say("status-unknown")
    yield from remarks(partnership, context)


def remarks(partnership: Partnership, context: Context) -> Iterator[str]:
    """What other claims add: another date, an earlier friendship."""
    told = []
    for claim in disputes(partnership):
        source = context.store.sources[claim.source]
        if claim.date and (source.publisher, claim.date) not in told:
            told.append((source.publisher, claim.date))
            yield context.say(
                "disputed", source=source.publisher, date=context.voice.date(claim.date)
            )
    for claim in earlier_ties(partnership):
        source = context.store.sources[claim.source]
        if claim.date:
            yield context.say(
                "earlier-tie",
                event=claim.event,
                date=context.voice.date(claim.date),
                source=source.publisher,
            )


def _not_on_record(subject: int, other: int, context: Context) -> list[str]:
    return [
        context.say(
            "pair-unknown",
            a=context.voice.place(subject),
            b=context.voice.place_in_full(context.place(other)),
        ),
        reach(context, subject),
    ]


def reach(context: Context, subject: int) -> str:
    """How far the records reach, for a city whose partners they list or do not."""
    partnerships = active(context, subject)
    latest = max((p.since.latest for p in partnerships if p.since), default=None)
    if len(partnerships) > 1 and latest:
        return context.say(
            "reach-listed",
            city=context.voice.place(subject),
            count=len(partnerships),
            year=str(latest.year),
        )
    return reach_of_all(context)


def reach_of_all(context: Context) -> str:
    """How far the records reach, for all cities."""
    counts = context.store.counts
    return context.say("reach", pairs=counts["pairs"], places=counts["places"])


def active(context: Context, place: int) -> list[Partnership]:
    """The partnerships of a place that have not ended, the earliest first."""
    return [p for p in context.store.partnerships(place) if p.status != "ended"]


def _history(question: Question, context: Context) -> list[Choice]:
    asked = [context.told(places={place}) for place in question.places]
    return [
        Choice(context.voice.title(topic), Question("history", topics=(topic.key,)))
        for topics in asked
        for topic in topics
    ]


def told_lines(topics: Iterable[Topic], context: Context) -> list[str]:
    """Pieces of history in a line each."""
    return [
        context.say("overview-line", title=context.voice.title(t), short=context.voice.short(t))
        for t in topics
    ][:_MOST_TOLD]


def _further(question: Question, partnership: Partnership, context: Context) -> list[Choice]:
    """What one may want to know next about a partnership."""
    subject, partner = partnership.place, partnership.partner
    told = context.told(places={subject, partner})
    choices = [
        Choice(context.voice.title(topic), Question("history", topics=(topic.key,)))
        for topic in told[:1]
    ]
    country = context.store.country(context.place(partner).country)
    if country:
        choices.append(
            Choice(
                context.voice.place(country.id),
                Question("partners", places=(subject,), areas=(country.id,)),
            )
        )
    if partnership.since:
        year = Period.parse(str(partnership.since.year))
        choices.append(
            Choice(
                str(partnership.since.year),
                Question("partners", places=(subject,), period=year),
            )
        )
    if question.intent != "how_long" and partnership.since:
        choices.append(
            context.choice("choice-how-long", Question("how_long", places=(subject, partner)))
        )
    return choices


def ended(question: Question, context: Context) -> Answer:
    """Whether and when partnerships ended: those that are named, else all of the city's."""
    subject, *others = question.places
    lone = others[0] if len(others) == 1 and subject == context.home else None
    if lone and not context.store.partnership(subject, lone):
        # "Which partnerships of Kharkiv have ended" says nothing of the home city.
        subject, others = lone, []
    if others:
        named = [context.store.partnership(subject, other) for other in others]
        if any(p is None or p.status != "active" or p.since is None for p in named):
            return answer(question, context)
        lines = [
            context.say(
                "pair-still",
                a=context.voice.place(subject),
                b=context.partner_in_full(p),
                date=context.voice.date(p.since),
            )
            for p in named
            if p and p.since
        ]
        sources = [source for p in named if p for source in cited(p)]
        title = " – ".join(context.voice.place(place) for place in question.places)
        return context.reply(question, title, lines, sources)
    over = [p for p in context.store.partnerships(subject) if p.status in CLOSING]
    city = context.voice.place(subject)
    message = "ended-heading" if over else "ended-none"
    lines = [context.say(message, city=city), *(list_line(p, context) for p in over)]
    return context.reply(question, city, lines, [s for p in over for s in cited(p)])


def earlier(question: Question, context: Context) -> Answer:
    """Which of several partners of the first place came first."""
    subject, *others = question.places
    known = [context.store.partnership(subject, other) for other in others]
    dated = sorted((p for p in known if p and p.since), key=lambda p: p.since.earliest)  # type: ignore[union-attr]
    lines: list[str] = []
    if len(dated) > 1 and dated[0].since and dated[1].since:
        if dated[0].since == dated[1].since and dated[0].since.day:
            names = context.voice.listed(context.partner(p) for p in dated[:2])
            lines.append(context.say("earlier-same", names=names))
        elif agree(dated[0].since, dated[1].since):
            lines.append(context.say("earlier-unclear"))
        else:
            lines.append(
                context.say(
                    "earlier-first",
                    first=context.partner(dated[0]),
                    later=context.voice.listed(context.partner(p) for p in dated[1:]),
                    city=context.voice.place(subject),
                )
            )
    lines += [list_line(partnership, context) for partnership in dated]
    for other, partnership in zip(others, known, strict=True):
        if not partnership:
            lines += _not_on_record(subject, other, context)
    sources = [source for partnership in dated for source in cited(partnership)[:1]]
    title = context.voice.listed(context.voice.place(other) for other in others)
    return context.reply(question, title, lines, sources)


def list_line_with(subject: int, partnership: Partnership, context: Context) -> str:
    """A line of a partnership of another city than the one that is spoken of."""
    names = {"a": context.voice.place(subject), "b": context.partner(partnership)}
    return _line(context.voice.say("pair-names", **names), partnership, context)


def list_line_in_full(partnership: Partnership, context: Context) -> str:
    """A line of a partnership among those of the world: both places with their countries."""
    a, b = (context.place(number) for number in (partnership.place, partnership.partner))
    names = {"a": context.voice.place_in_full(a), "b": context.voice.place_in_full(b)}
    return _line(context.voice.say("pair-names", **names), partnership, context)


def list_line(partnership: Partnership, context: Context) -> str:
    """One line of a list: the partner, its country and since when."""
    return _line(context.partner_in_full(partnership), partnership, context)


def _line(name: str, partnership: Partnership, context: Context) -> str:
    line = _dated_line(name, partnership, context)
    if partnership.event in LIGHTER:
        line += " " + context.say("line-tie", event=partnership.event)
    return line


def _dated_line(name: str, partnership: Partnership, context: Context) -> str:
    since, end = partnership.since, partnership.ended
    if partnership.status in CLOSING and not (partnership.status == "ended" and since and end):
        return context.say(
            "list-line-over",
            name=name,
            status=partnership.status,
            date=context.voice.date(since) if since else "none",
            end=context.voice.date(end) if end else "unknown",
        )
    if since is None:
        return context.say("list-line-undated", name=name)
    return context.say(
        "list-line",
        name=name,
        date=context.voice.date(since),
        end=context.voice.date(end) if end else "none",
    )
