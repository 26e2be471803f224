"""Inline mode: ``@name ven…`` typed in any chat."""

from __future__ import annotations

from telegram import InlineQuery, InlineQueryResultsButton
from telegram.constants import InlineQueryLimit

from bot.telegram import exchange, quiz, render
from bot.telegram.services import Context

#: The deep link of the button over the results: the token of the Question "help".
HELP = "help"
#: Results a page; Telegram asks for the next one while a person scrolls.
PAGE = 20
#: Seconds that Telegram may show a person the same results again. They are personal: they depend
#: on the person's language and home city, and a new home should show soon.
CACHE = 60


async def query(asked: InlineQuery, context: Context) -> None:
    """The best answer to what was typed so far, then partners; examples where that is nothing."""
    services, person = context.bot_data, asked.from_user
    language = services.language(person.id, person)
    home = services.memory.chat(person.id).home
    # Telegram sends back the offset that it was given, but a client may invent one.
    offset = int(asked.offset) if asked.offset.isascii() and asked.offset.isdigit() else 0
    following: int | None = None
    played = quiz.articles(
        services.assistant, asked.query, language, home or services.assistant.about_home()
    )
    if played is None:
        answers, following = services.assistant.suggest(
            asked.query, language, home, offset=offset, limit=PAGE
        )
        played = list(map(render.article, answers))
    articles = {article.id: article for article in played}
    label = services.assistant.say("telegram-inline-help", language)
    await exchange.in_time(
        context.bot.answer_inline_query(
            asked.id,
            list(articles.values())[: InlineQueryLimit.RESULTS],
            cache_time=CACHE,
            is_personal=True,
            next_offset="" if following is None else str(following),
            button=InlineQueryResultsButton(label, start_parameter=HELP),
        )
    )
