"""What terms mean, who says them, and the history of twinning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers.answer import Answer, Choice
from bot.answers.context import Context
from bot.answers.lists import partners
from bot.answers.partnerships import answer
from bot.knowledge.records import Place, Topic
from bot.understanding.question import Question

#: Choices that are offered below an overview or an explanation.
_MOST_CHOICES = 8
_RELATED = 3


def explain(question: Question, context: Context) -> Answer:
    """term and history: the topic, or an overview where none is named."""
    topics = [context.store.topics[key] for key in question.topics if key in context.store.topics]
    if not topics:
        if question.intent == "history" and question.period:
            return _in_period(question, context)
        return overview(question, context)
    lines: list[str] = []
    for topic in topics:
        lines += ([""] if lines else []) + _said(topic, context)
    title = context.voice.title(topics[0])
    sources = [source for topic in topics for source in _cited(topic)]
    return context.reply(question, title, lines, sources, _related(topics, context))


def overview(question: Question, context: Context) -> Answer:
    """Every topic of a kind in a line each."""
    kind = "history" if question.intent == "history" else "term"
    topics = [topic for topic in context.store.topics.values() if topic.kind == kind]
    lines = [] if kind == "term" else [*_said(topics[0], context), ""]
    lines += [context.say(f"overview-{kind}"), ""]
    lines += [
        context.say("overview-line", title=context.voice.title(t), short=context.voice.short(t))
        for t in topics
    ]
    choices = [
        Choice(context.voice.title(t), Question(kind, topics=(t.key,)))
        for t in topics[:_MOST_CHOICES]
    ]
    sources = (source for topic in topics for source in topic.sources)
    title = context.voice.say(f"overview-{kind}-title")
    return context.reply(question, title, lines, sources, choices)


def say(question: Question, context: Context) -> Answer:
    """How a country, a continent or the speakers of its language say it."""
    areas = [context.place(area) for area in question.areas]
    if not areas:
        return explain(question, context)
    lines: list[str] = []
    sources: list[str] = []
    told: list[Topic] = []
    for area in areas:
        topics = [topic for topic in _said_in(area, context) if topic not in told]
        if not topics:
            lines.append(context.say("say-unknown", area=context.voice.place(area.id)))
        for topic in topics:
            lines += ([""] if lines else []) + _said(topic, context)
            sources += _cited(topic)
        told += topics
    title = context.voice.listed(context.voice.place(area.id) for area in areas)
    terms = context.choice("choice-terms", Question("terms"))
    return context.reply(question, title, lines, sources, [terms])


def compare(question: Question, context: Context) -> Answer:
    """Two terms side by side, in one text where there is one for the pair."""
    topics = context.store.topics
    asked = {key for key in question.topics if key in topics}
    for topic in topics.values():
        if topic.compares and (topic.key in asked or set(topic.compares) == asked):
            return explain(Question(question.intent, topics=(topic.key,)), context)
    if asked:
        return explain(question, context)
    first = next(topic for topic in topics.values() if topic.compares)
    return explain(Question(question.intent, topics=(first.key,)), context)


def why(question: Question, context: Context) -> Answer:
    """Why two cities are partners: what the history tells of them, else why cities are at all."""
    topics = context.store.topics
    asked = set(question.places) - {context.home}
    told = context.told(places=asked) if asked else []
    if told:
        return explain(Question("history", topics=tuple(t.key for t in told[:2])), context)
    general = explain(Question("term", topics=("purpose",)), context)
    if not asked:
        return context.reply(
            question, general.title, [general.body], topics["purpose"].sources, general.choices
        )
    said = answer(question, context)
    lines = [said.body, "", context.say("why-in-general"), general.body]
    sources = [source.key for source in (*said.sources, *general.sources)]
    return context.reply(question, said.title, lines, sources, said.choices)


def _in_period(question: Question, context: Context) -> Answer:
    """What the history tells of a span of time, and the home city's partnerships of it."""
    period = question.period
    topics = context.told(period=period)
    if not topics:
        return partners(
            Question("partners", places=question.places or (context.home,), period=period), context
        )
    lines: list[str] = []
    for topic in topics[:3]:
        lines += ([""] if lines else []) + _said(topic, context)
    title = context.voice.period(period) if period else ""
    sources = [source for topic in topics[:3] for source in _cited(topic)]
    return context.reply(question, title, lines, sources, _related(topics[:3], context))


def _said_in(area: Place, context: Context) -> list[Topic]:
    """The topics of an area itself, else of a larger one that holds it."""
    terms = [topic for topic in context.store.topics.values() if topic.kind == "term"]
    keys = {area.country} if area.kind == "country" else {area.name}
    if area.kind == "continent":
        keys = {f"continent:{area.country}"}
    own = [topic for topic in terms if keys & set(topic.areas)]
    if own or area.kind != "country":
        return own
    return [
        topic
        for topic in terms
        if any(
            (wider := context.store.area(key)) and context.store.contains(wider, area)
            for key in topic.areas
        )
    ]


def _said(topic: Topic, context: Context) -> list[str]:
    lines = [
        context.say("heading", text=context.voice.title(topic)),
        context.voice.explanation(topic),
    ]
    for note, cited in context.voice.notes(topic):
        publishers = (source.publisher for source in context.cite(cited))
        names = context.voice.listed(dict.fromkeys(publishers))
        lines.append(context.say("note", text=note, sources=names))
    return lines


def _cited(topic: Topic) -> list[str]:
    return [*topic.sources, *(key for _, cited in topic.notes for key in cited)]


def _related(topics: Sequence[Topic], context: Context) -> list[Choice]:
    """The topics that come after these in the order of the overview, and the overview."""
    kind = topics[0].kind
    row = [topic for topic in context.store.topics.values() if topic.kind == kind]
    start = max(row.index(topic) for topic in topics) + 1
    following: Iterable[Topic] = (row[start:] + row)[:_RELATED]
    choices = [
        Choice(context.voice.title(topic), Question(kind, topics=(topic.key,)))
        for topic in following
        if topic not in topics
    ]
    more = "history" if kind == "history" else "terms"
    return [*choices[: _RELATED - 1], context.choice(f"choice-{more}", Question(more))]
