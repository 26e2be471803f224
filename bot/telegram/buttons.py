"""Buttons: each holds the token of a Question, whose Answer takes the place of the message.

So a long list is leafed through in place, a choice replaces the question back, and a button
works after a restart and may be pressed twice.
"""

from __future__ import annotations

from telegram import CallbackQuery, Message
from telegram.constants import ChatType

from bot.answers.answer import Answer
from bot.telegram import exchange
from bot.telegram.replies import Reply
from bot.telegram.services import Bot, Context, Services
from bot.understanding.question import BadToken


async def press(query: CallbackQuery, context: Context) -> None:
    """Open the Question of a button."""
    services, place = context.bot_data, query.message
    shown = services.replies.at(place.chat.id, place.message_id) if place else None
    own = place.chat.id if place else query.from_user.id
    language = shown.language if shown else services.language(own, query.from_user)
    try:
        said = services.assistant.open(query.data or "", language, services.memory.chat(own).home)
    except BadToken:
        await _tell(services, query, "telegram-stale-button", language)
        return
    if exchange.is_setting(said):
        if not await _may_set(context.bot, query):
            await _tell(services, query, "telegram-administrators-only", language)
            return
        exchange.keep_setting(services, said, own)
    await exchange.in_time(query.answer())
    if place is None:
        await exchange.edit(context.bot, said, inline_message=query.inline_message_id)
    elif await exchange.edit(context.bot, said, chat=own, message=place.message_id):
        previous = shown.previous if shown else None
        reply = Reply(place.message_id, said.question, said.language, previous)
        services.replies.remember(own, reply)
        _follow(services, query, said)
    elif isinstance(place, Message):
        sent = await exchange.send(services, context.bot, said, place)
        exchange.remember(services, said, sent, query.from_user)


async def _tell(services: Services, query: CallbackQuery, message: str, language: str) -> None:
    """Say something in a window of its own: a line that fades is missed by screen readers."""
    words = services.assistant.say(message, language)
    await exchange.in_time(query.answer(words, show_alert=True))


async def _may_set(bot: Bot, query: CallbackQuery) -> bool:
    """In a group an administrator may, and elsewhere everybody for themselves."""
    if query.message is None or query.message.chat.type == ChatType.PRIVATE:
        return True
    return await exchange.administers(bot, query.message.chat.id, query.from_user)


def _follow(services: Services, query: CallbackQuery, said: Answer) -> None:
    if isinstance(query.message, Message):
        exchange.follow(services, exchange.conversation(query.message, query.from_user), said)
