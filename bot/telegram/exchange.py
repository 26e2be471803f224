"""One exchange in a chat: a person's message is read, answered, and the answer remembered."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Hashable
from dataclasses import replace

from telegram import InlineKeyboardMarkup, Message, ReplyParameters, User
from telegram.constants import ChatMemberStatus, ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.answers.answer import Answer, escape
from bot.telegram import render
from bot.telegram.replies import Reply
from bot.telegram.services import Bot, Services
from bot.understanding.question import BadToken, Question

_log = logging.getLogger(__name__)

#: Telegram opens a link t.me/<bot>?start=TOKEN with this message.
_LINK = re.compile(r"/start(?:@\w+)?\s+([A-Za-z0-9_-]{1,64})\s*")
#: What Telegram answers where a message is as it should be already, and where it is no more.
_UNCHANGED = "message is not modified"
_EXPIRED = "query is too old"
_GONE = re.compile("message to edit not found|message can't be edited|message_id_invalid", re.I)
#: The topic "General" of a forum: messages go there without a thread id, and not with it.
_GENERAL = 1


async def answer(
    services: Services, bot: Bot, message: Message, text: str, *, addressed: bool = True
) -> None:
    """Answer a message. Where it is not ``addressed`` to the bot for certain, an uncertain
    reading stays without an answer, unless it asks back: about a name of no place, or of two."""
    previous = _followed(services, message)
    said = ask(services, message, text, previous)
    if not (addressed or said.confident or said.question.name or said.question.options):
        return
    said = await settle(services, bot, said, message.chat_id, message)
    sent = await send(services, bot, said, message)
    remember(services, said, sent, message.from_user, asked=message, previous=previous)


async def revise(services: Services, bot: Bot, message: Message, text: str) -> None:
    """Answer a message that its writer changed: in the place of the answer that it had.

    Where that answer is no longer known, a person in private gets a new one.
    """
    before = services.replies.to(message.chat_id, message.message_id)
    if before is None:
        if message.chat.type == ChatType.PRIVATE:
            await answer(services, bot, message, text)
        return
    said = ask(services, message, text, before.previous)
    said = await settle(services, bot, said, message.chat_id, message)
    if await edit(bot, said, chat=message.chat_id, message=before.message):
        place = Reply(before.message, said.question, said.language, before.previous)
        services.replies.remember(message.chat_id, place, asked=message.message_id)
        follow(services, conversation(message, message.from_user), said)
    elif message.chat.type == ChatType.PRIVATE:
        sent = await send(services, bot, said, message)
        remember(services, said, sent, message.from_user, asked=message, previous=before.previous)


def ask(services: Services, message: Message, text: str, previous: Question | None) -> Answer:
    """What is said to a text in a chat; a deep link opens the Question at its token."""
    language = services.language(message.chat_id, message.from_user)
    home = services.memory.chat(message.chat_id).home
    if link := _LINK.fullmatch(text):
        try:
            return services.assistant.open(link[1], language, home)
        except BadToken:
            line = services.assistant.say("telegram-stale-link", language)
            greeting = services.assistant.ask("/start", fallback=language)
            return replace(greeting, body=f"{escape(line)}\n\n{greeting.body}")
    return services.assistant.ask(text, previous=previous, home=home, fallback=language)


def line(services: Services, message: str, language: str) -> Answer:
    """A Fluent message as an Answer."""
    said = services.assistant.say(message, language)
    return Answer(Question("help"), language, said, escape(said), understood=False)


def is_setting(said: Answer) -> bool:
    """Whether an Answer declares the chat's home city or its language."""
    question = said.question
    return bool(
        (question.intent == "home" and question.places)
        or (question.intent == "language" and question.topics)
    )


def keep_setting(services: Services, said: Answer, chat: int) -> None:
    """Remember what an Answer declares for a chat."""
    question = said.question
    if question.intent == "home":
        services.memory.set_home(chat, question.places[0])
    else:
        services.memory.set_language(chat, question.topics[0])


async def settle(services: Services, bot: Bot, said: Answer, chat: int, message: Message) -> Answer:
    """Keep the setting that an Answer declares; another Answer where the person may not."""
    if not is_setting(said):
        return said
    sender = message.sender_chat.id if message.sender_chat else None
    private = message.chat.type == ChatType.PRIVATE
    # An anonymous administrator writes in the name of the group itself.
    if private or sender == chat or await administers(bot, chat, message.from_user):
        keep_setting(services, said, chat)
        return said
    own = services.language(chat, message.from_user)
    return line(services, "telegram-administrators-only", own)


async def administers(bot: Bot, chat: int, person: User | None) -> bool:
    """Whether a person is an administrator of a group."""
    if person is None:
        return False
    member = await bot.get_chat_member(chat, person.id)
    return member.status in (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)


async def send(services: Services, bot: Bot, said: Answer, to: Message) -> Message:
    """Send an Answer where a message stands: in its topic, and in a group as a reply to it."""
    sent = await say(bot, to, render.text(said), render.keyboard(said))
    if sent.chat_id != to.chat_id:
        services.memory.migrate(to.chat_id, sent.chat_id)
    return sent


async def tell(
    bot: Bot, to: Message, words: str, keyboard: InlineKeyboardMarkup | None = None
) -> Message:
    """Say plain text where a message stands, as send() does."""
    return await say(bot, to, escape(words), keyboard)


async def say(
    bot: Bot, to: Message, text: str, keyboard: InlineKeyboardMarkup | None = None
) -> Message:
    """Say HTML where a message stands, as send() does."""
    private = to.chat.type == ChatType.PRIVATE
    quoted = ReplyParameters(to.message_id, allow_sending_without_reply=True)
    try:
        return await _say(bot, to.chat_id, text, keyboard, thread(to), None if private else quoted)
    except ChatMigrated as moved:
        return await _say(bot, moved.new_chat_id, text, keyboard)


async def _say(
    bot: Bot,
    chat: int,
    text: str,
    keyboard: InlineKeyboardMarkup | None,
    topic: int = 0,
    quoted: ReplyParameters | None = None,
) -> Message:
    return await bot.send_message(
        chat,
        text,
        ParseMode.HTML,
        link_preview_options=render.NO_PREVIEW,
        reply_markup=keyboard,
        message_thread_id=topic or None,
        reply_parameters=quoted,
    )


async def put(
    bot: Bot, chat: int, message: int, text: str, keyboard: InlineKeyboardMarkup | None = None
) -> bool:
    """Put HTML in the place of a message of the bot; False where that is no more."""
    return await _changed(
        bot.edit_message_text(
            text,
            chat_id=chat,
            message_id=message,
            parse_mode=ParseMode.HTML,
            link_preview_options=render.NO_PREVIEW,
            reply_markup=keyboard,
        )
    )


async def _changed(editing: Awaitable[object]) -> bool:
    """Whether the message to be edited is there, changed or as it should be already."""
    try:
        await editing
    except BadRequest as error:
        if _GONE.search(error.message):
            return False
        if _UNCHANGED not in error.message.lower():
            raise
    return True


def thread(message: Message) -> int:
    """The topic in which a message stands; 0 outside of any and in the general one."""
    topic = message.message_thread_id if message.is_topic_message else None
    return 0 if topic in (None, _GENERAL) else topic or 0


def words_behind(command: Message) -> str:
    """The words behind a command: "5 about Germany" of "/trivia@name 5 about Germany"."""
    return " ".join((command.text or "").split()[1:])


async def edit(
    bot: Bot,
    said: Answer,
    *,
    chat: int | None = None,
    message: int | None = None,
    inline_message: str | None = None,
) -> bool:
    """Put an Answer in the place of a message of the bot; False where that is no more."""
    return await _changed(
        bot.edit_message_text(
            render.text(said),
            chat_id=chat,
            message_id=message,
            inline_message_id=inline_message,
            parse_mode=ParseMode.HTML,
            link_preview_options=render.NO_PREVIEW,
            reply_markup=render.keyboard(said),
        )
    )


async def in_time(answering: Awaitable[object]) -> None:
    """Answer a query, unless it has expired: then nobody waits for the answer any more."""
    try:
        await answering
    except BadRequest as error:
        if _EXPIRED not in error.message.lower():
            raise
        _log.info("A query had expired before its answer came.")


def remember(
    services: Services,
    said: Answer,
    sent: Message,
    person: User | None,
    *,
    asked: Message | None = None,
    previous: Question | None = None,
) -> None:
    """Note what was said, for follow-ups and for edits of the question."""
    reply = Reply(sent.message_id, said.question, said.language, previous)
    services.replies.remember(sent.chat_id, reply, asked.message_id if asked else None)
    follow(services, conversation(sent if asked is None else asked, person), said)


def conversation(message: Message, person: User | None) -> Hashable:
    """The key of a conversation: who talks where, and in which topic."""
    topic = message.message_thread_id if message.is_topic_message else None
    return message.chat_id, topic, person.id if person else None


def _followed(services: Services, message: Message) -> Question | None:
    """The Question that a message may refer to: the one answered by the message that it replies
    to, else the person's last."""
    if message.reply_to_message:
        shown = services.replies.at(message.chat_id, message.reply_to_message.message_id)
        if shown:
            return shown.question
    return services.conversations.previous(conversation(message, message.from_user))


def follow(services: Services, key: Hashable, said: Answer) -> None:
    # What was not understood is nothing to refer to, unless it asked back.
    if said.understood or said.question.options:
        services.conversations.remember(key, said.question)
