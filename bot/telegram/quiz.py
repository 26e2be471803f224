"""Inline: ``@name quiz`` puts a question with buttons into any chat, also where the bot is no
member. One answer a person; the first press keeps the question in memory."""

from __future__ import annotations

import re
import secrets
import zlib
from typing import NamedTuple

from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
)
from telegram.constants import CallbackQueryLimit, ParseMode
from telegram.error import TelegramError

from bot.answers.answer import escape
from bot.assistant import Assistant
from bot.knowledge.folding import fold
from bot.memory.asked import Asked
from bot.memory.record import Vote
from bot.telegram import exchange, render, trivia
from bot.telegram.services import Bot, Context, Services
from bot.trivia import request
from bot.trivia.items import LEVELS, Item, NothingLeftError
from bot.trivia.kinds import makes
from bot.trivia.subjects import Subject

_DATA = re.compile(
    r"q:([0-9]):([1-3]):([A-Za-z-]{2,8}):([mca]?[0-9a-z]{1,11}):([0-9a-f]{8}):(\w{8})"
)

#: Characters of a source in an alert, at the most.
_SOURCE = 60


class _Quiz(NamedTuple):
    """From which the same item is drawn again."""

    level: int
    language: str
    subject: Subject
    seed: str


def articles(
    assistant: Assistant, text: str, language: str, home: int
) -> list[InlineQueryResultArticle] | None:
    """A question of each level, where the text asks for a quiz; None where it does not."""
    voices = assistant.voices(language, "en")
    words = {fold(word) for voice in voices for word in voice.say("quiz-words").split(",")}
    first, _, rest = text.strip().partition(" ")
    if fold(first) not in words:
        return None
    try:
        wanted = request.read(rest, voices)
    except request.BadNumberError:
        wanted = request.read("", voices)
    named = wanted.subject or (
        assistant.subject(wanted.text, language, home) if wanted.text else None
    )
    subject = named or Subject("home", home)
    levels = (wanted.level,) if wanted.level else LEVELS
    found = []
    for level in levels:
        quiz = _Quiz(level, voices[0].code, subject, secrets.token_hex(4))
        try:
            item = _item(assistant, quiz)
        except NothingLeftError:
            continue
        name = voices[0].say(f"level-{level}")
        found.append(
            InlineQueryResultArticle(
                id=f"quiz-{level}-{quiz.seed}",
                title=item.question,
                description=voices[0].say("quiz-description", level=name),
                input_message_content=InputTextMessageContent(
                    f"<b>{escape(item.question)}</b>",
                    parse_mode=ParseMode.HTML,
                    link_preview_options=render.NO_PREVIEW,
                ),
                reply_markup=_keyboard(quiz, item),
            )
        )
    return found


def _item(assistant: Assistant, quiz: _Quiz) -> Item:
    deck = assistant.deck(quiz.language)
    return deck.draw(makes(quiz.subject, quiz.level), quiz.subject, quiz.level, quiz.seed)


def _keyboard(quiz: _Quiz, item: Item) -> InlineKeyboardMarkup:
    rows = [
        InlineKeyboardButton(
            option,
            callback_data=f"q:{number}:{quiz.level}:{quiz.language}:{quiz.subject.token}:"
            f"{quiz.seed}:{_sum(item)}",
        )
        for number, option in enumerate(item.options)
    ]
    return InlineKeyboardMarkup.from_column(rows)


def _sum(item: Item) -> str:
    """Tells whether an item that is drawn again is the same: the store may be another one."""
    return f"{zlib.crc32(repr((item.question, item.options, item.correct)).encode()):08x}"


async def press(query: CallbackQuery, context: Context) -> None:
    """Somebody answers by a button: the first answer counts, and they alone see what is right."""
    services, person = context.bot_data, query.from_user
    match = _DATA.fullmatch(query.data or "")
    own = trivia.speaks(services, person.id, person)
    asked = _asked(services, query.inline_message_id or "", match)
    if match is None or asked is None:
        words = own.say("telegram-stale-button")
        await exchange.in_time(query.answer(words, show_alert=True))
        return
    item, option = asked.item, int(match[1])
    voice = services.assistant.voices(match[3])[0]
    before = services.memory.record.given(asked.id, person.id)
    if before is None and option < len(item.options):
        now = services.host.clock()
        services.host.vote(Vote(_poll(query), person.id, trivia.name_of(person), option, now))
        kind = "quiz-right" if option == item.correct else "quiz-wrong"
        words = voice.say(kind, right=item.right, fact=item.fact)
    else:
        words = voice.say("quiz-again", chosen=item.options[before or 0], fact=item.fact)
    source = voice.say("fact-source", source=item.source)
    await exchange.in_time(query.answer(_alert(words, source), show_alert=True))
    if before is None:
        await _show_tally(services, context.bot, query, asked)


def _alert(words: str, source: str) -> str:
    """What one person alone is shown: it ends with the source, also where it is too long."""
    room = CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH - len(source[:_SOURCE]) - 1
    told = words if len(words) <= room else words[: room - 1].rstrip() + "…"
    return f"{told}\n{source[:_SOURCE]}"


def _poll(query: CallbackQuery) -> str:
    return f"inline:{query.inline_message_id}"


def _asked(services: Services, message: str, match: re.Match[str] | None) -> Asked | None:
    """The question of a message, drawn again where this is the first press."""
    if match is None or not message:
        return None
    games = services.memory.games
    known = games.of_poll(f"inline:{message}")
    if known:
        return known
    try:
        quiz = _Quiz(int(match[2]), match[3], Subject.parse(match[4]), match[5])
        item = _item(services.assistant, quiz)
    except (ValueError, NothingLeftError):
        return None
    if _sum(item) != match[6]:
        return None
    return games.put(item, f"inline:{message}", services.host.clock())


async def _show_tally(services: Services, bot: Bot, query: CallbackQuery, asked: Asked) -> None:
    """How many have answered, under the question."""
    match = _DATA.fullmatch(query.data or "")
    if match is None:
        return
    quiz = _Quiz(int(match[2]), match[3], Subject.parse(match[4]), match[5])
    voice = services.assistant.voices(quiz.language)[0]
    tally = services.memory.record.tally(asked.id)
    line = voice.say("quiz-tally", answers=tally.answers, right=tally.right)
    try:
        await bot.edit_message_text(
            f"<b>{escape(asked.item.question)}</b>\n\n{escape(line)}",
            inline_message_id=query.inline_message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=render.NO_PREVIEW,
            reply_markup=_keyboard(quiz, asked.item),
        )
    except TelegramError:
        # The next answer shows it.
        return
