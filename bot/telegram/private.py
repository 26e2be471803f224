"""Private chats: every message gets an answer."""

from __future__ import annotations

from telegram import Message

from bot.telegram import exchange, trivia
from bot.telegram.services import Context


async def message(asked: Message, context: Context) -> None:
    """A text, or the words under a picture: a question, a command or a deep link."""
    if await trivia.may_be_guess(asked, context):
        return
    text = asked.text or asked.caption or ""
    await exchange.answer(context.bot_data, context.bot, asked, text)


async def edited(asked: Message, context: Context) -> None:
    """The person changed a question: so is its answer."""
    text = asked.text or asked.caption or ""
    await exchange.revise(context.bot_data, context.bot, asked, text)


async def wordless(thing: Message, context: Context) -> None:
    """A picture, a voice message, a sticker: the bot reads only text, and says so."""
    if thing.media_group_id:
        # An album comes as one message for each picture, and its words under one of them.
        return
    services = context.bot_data
    language = services.language(thing.chat_id, thing.from_user)
    said = exchange.line(services, "telegram-only-text", language)
    await exchange.send(services, context.bot, said, thing)
