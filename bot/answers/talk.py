"""Talk about the bot itself, and what is said when there is no answer."""

from __future__ import annotations

from bot.answers.answer import Answer, Choice
from bot.answers.context import Context
from bot.answers.partnerships import cited, reach, remarks
from bot.commands import COMMANDS
from bot.knowledge.folding import name_key
from bot.knowledge.partnerships import disputes
from bot.understanding.families import narrowed
from bot.understanding.question import Question

#: The credits that the licences of what the records stand on ask for.
_CREDITS = "credits"


def simple(question: Question, context: Context) -> Answer:
    """A message of the intent's own name, with a few things to ask."""
    lines = [context.say(question.intent, city=context.voice.place(_home(question, context)))]
    title = context.voice.say(f"{question.intent}-title")
    understood = question.intent not in ("off_topic", "unclear")
    return context.reply(question, title, lines, (), examples(context), understood)


def help_(question: Question, context: Context) -> Answer:
    """What can be asked, by examples, and the commands."""
    lines = [context.say("help"), ""]
    lines += [
        context.say("help-line", example=context.voice.say(f"help-example-{number}"))
        for number in range(1, 10)
        if context.voice.knows(f"help-example-{number}")
    ]
    lines += ["", context.say("help-commands")]
    lines += [
        context.say(
            "help-command", name=command.name, use=context.voice.say(f"command-{command.name}")
        )
        for command in COMMANDS
    ]
    return context.reply(question, context.voice.say("help-title"), lines, (), examples(context))


def examples(context: Context) -> list[Choice]:
    """Questions that show what the bot can do."""
    home = context.home
    return [
        context.choice("choice-list", Question("partners", places=(home,))),
        context.choice("choice-today", Question("anniversaries", places=(home,))),
        context.choice("choice-terms", Question("terms")),
        context.choice("choice-history", Question("history")),
    ]


def sources(question: Question, context: Context) -> Answer:
    """Where the facts are from: those of the question before, or all of them."""
    keys = _sources_of(question, context)
    voice = context.voice
    if keys:
        lines = [context.say("sources-of-that")]
        return context.reply(question, voice.say("sources-title"), lines, keys)
    counts = context.store.counts
    lines = [
        context.say(
            "sources-state",
            claims=counts["claims"],
            pairs=counts["pairs"],
            sources=counts["sources"],
            date=voice.date(context.store.as_of),
        ),
        context.say(_CREDITS),
    ]
    main = [key for key, source in context.store.sources.items() if source.kind != "press"][:6]
    return context.reply(question, voice.say("sources-title"), lines, main)


def certainty(question: Question, context: Context) -> Answer:
    """How sure the last fact is, or the facts are."""
    title = context.voice.say("certainty-title")
    lines: list[str] = []
    if len(question.places) > 1:
        pairs = (
            context.store.partnership(question.places[0], other) for other in question.places[1:]
        )
        for partnership in filter(None, pairs):
            differing = disputes(partnership)
            agreeing = {claim.source for claim in partnership.claims} - {
                claim.source for claim in differing
            }
            lines.append(
                context.say(
                    "certainty-pair",
                    name=context.partner(partnership),
                    agreeing=len(agreeing),
                    differing=len(differing),
                )
            )
            lines += remarks(partnership, context)
    if not lines:
        lines.append(context.say("certainty"))
    return context.reply(question, title, lines, _sources_of(question, context))


def _sources_of(question: Question, context: Context) -> list[str]:
    keys: list[str] = []
    if len(question.places) > 1:
        for other in question.places[1:]:
            partnership = context.store.partnership(question.places[0], other)
            keys += cited(partnership) if partnership else []
    elif question.places:
        known = context.store.partnerships(question.places[0])
        keys += dict.fromkeys(partnership.claims[0].source for partnership in known)
    for topic in question.topics:
        keys += context.store.topics[topic].sources if topic in context.store.topics else ()
    return keys


def coverage(question: Question, context: Context) -> Answer:
    counts = context.store.counts
    home = context.home
    lines = [
        context.say("coverage", **counts),
        reach(context, home),
    ]
    return context.reply(
        question, context.voice.say("coverage-title"), lines, (), examples(context)
    )


def home(question: Question, context: Context) -> Answer:
    """Which city is home, or which one becomes it."""
    if question.places:
        name = context.voice.place_in_full(context.place(question.places[0]))
        lines = [context.say("home-set", city=name)]
    else:
        lines = [context.say("home", city=context.voice.place(_home(question, context)))]
    return context.reply(question, context.voice.say("home-title"), lines)


def language(question: Question, context: Context) -> Answer:
    """Which language is spoken where a question does not tell, or which one is from now on."""
    voice = context.voice
    names = {code: _own_name(code, context) for code in context.store.languages}
    if question.topics:
        lines = [context.say("language-set")]
        return context.reply(question, voice.say("language-title"), lines)
    lines = [context.say("language", language=names[voice.code])]
    choices = [
        Choice(name, Question("language", topics=(code,)))
        for code, name in names.items()
        if code != voice.code
    ]
    return context.reply(question, voice.say("language-title"), lines, (), choices)


def _own_name(code: str, context: Context) -> str:
    """What a language calls itself."""
    return context.store.profile(code)["name"]


def unknown_place(question: Question, context: Context) -> Answer:
    """A name that is no place is named back."""
    lines = [context.say("unknown_place", name=question.name)]
    return context.reply(
        question, context.voice.say("unknown_place-title"), lines, understood=False
    )


def which_place(question: Question, context: Context) -> Answer:
    """A name with several bearers, or one that was read with doubt: the choices."""
    places = [context.place(option) for option in question.options]
    choices = [
        Choice(context.voice.place_in_full(place), narrowed(question, place)) for place in places
    ]
    known = context.store.bearers([name_key(question.name)])
    message = "which_place" if known else "which_place-doubtful"
    lines = [context.say(message, name=question.name, count=len(places))]
    lines += [context.say("which_place-line", place=choice.label) for choice in choices]
    title = context.voice.say("which_place-title", name=question.name)
    return context.reply(question, title, lines, (), choices, understood=False)


def _home(question: Question, context: Context) -> int:
    return question.places[0] if question.places else context.home
