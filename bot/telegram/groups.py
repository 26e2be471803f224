"""Groups: whoever addresses the bot gets an answer, and nobody else hears of it.

It is addressed by one of its commands, by a mention (which arrives only where privacy mode is
off or the bot is an administrator) and, less certainly, by a reply to one of its messages:
people also reply to remark on something.
"""

from __future__ import annotations

from telegram import Message, MessageEntity

from bot.telegram import exchange, trivia
from bot.telegram.services import Bot, Context


async def command(asked: Message, context: Context) -> None:
    """``/ask …`` and the other commands, also ``/ask@name …``."""
    await exchange.answer(context.bot_data, context.bot, asked, _command(asked))


async def message(said: Message, context: Context) -> None:
    """Any other text: a mention, a reply to the bot, or nothing to do with it."""
    services, bot = context.bot_data, context.bot
    mentioned = without_mention(said, bot)
    if mentioned is None and await trivia.may_be_guess(said, context):
        return
    if mentioned is not None:
        await exchange.answer(services, bot, said, mentioned or _quoted(said))
    elif _replies_to_bot(said, bot):
        await exchange.answer(services, bot, said, said.text or "", addressed=False)


async def edited(asked: Message, context: Context) -> None:
    """The person changed a message: where the bot has answered it, so is the answer."""
    text = without_mention(asked, context.bot)
    await exchange.revise(context.bot_data, context.bot, asked, text or _command(asked))


async def moved(note: Message, context: Context) -> None:
    """The group became a supergroup: what it has set goes along."""
    if note.migrate_to_chat_id:
        context.bot_data.memory.migrate(note.chat_id, note.migrate_to_chat_id)
    elif note.migrate_from_chat_id:
        context.bot_data.memory.migrate(note.migrate_from_chat_id, note.chat_id)


def without_mention(message: Message, bot: Bot) -> str | None:
    """The text of a message that mentions the bot, without the mention; None for any other."""
    name = f"@{bot.username}".lower()
    for entity, words in message.parse_entities([MessageEntity.MENTION]).items():
        if words.lower() == name:
            units = (message.text or "").encode("utf-16-le")
            before = units[: 2 * entity.offset].decode("utf-16-le").rstrip()
            after = units[2 * (entity.offset + entity.length) :].decode("utf-16-le").lstrip(" ,:")
            return f"{before} {after}".strip()
    return None


def _command(message: Message) -> str:
    """The text of a message; a bare ``/ask`` as a reply asks what the other message says."""
    text = message.text or ""
    words = text.split()
    if len(words) == 1 and words[0].partition("@")[0].lower() == "/ask":
        return f"{text} {_quoted(message)}".strip()
    return text


def _quoted(message: Message) -> str:
    """The text of the message that a message replies to."""
    other = message.reply_to_message
    return (other.text or other.caption or "") if other else ""


def _replies_to_bot(message: Message, bot: Bot) -> bool:
    other = message.reply_to_message
    # In a topic everything "replies" to the message that opened it.
    return bool(
        other and other.from_user and other.from_user.id == bot.id and not other.forum_topic_created
    )
