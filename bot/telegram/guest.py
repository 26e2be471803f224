"""Guest mode: the bot is mentioned in a chat that it never joined, and may say one thing there."""

from __future__ import annotations

from telegram import Message

from bot.telegram import exchange, groups, render
from bot.telegram.services import Context


async def message(asked: Message, context: Context) -> None:
    """Answer a mention. Language and home city are the person's: the chat has set nothing."""
    services, person = context.bot_data, asked.from_user
    text = groups.without_mention(asked, context.bot)
    if text is None:
        text = asked.text or ""
    if not text and asked.reply_to_message:
        text = asked.reply_to_message.text or ""
    own = person.id if person else asked.chat_id
    key = exchange.conversation(asked, person)
    said = services.assistant.ask(
        text,
        previous=services.conversations.previous(key),
        home=services.memory.chat(own).home,
        fallback=services.language(own, person),
    )
    if exchange.is_setting(said):
        said = exchange.line(services, "telegram-not-here", services.language(own, person))
    await exchange.in_time(asked.answer_guest_query(render.article(said)))
    exchange.follow(services, key, said)
