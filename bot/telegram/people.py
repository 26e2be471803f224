"""Players: the boards of a chat, and what a person may do with what is stored about them."""

from __future__ import annotations

import datetime as dt

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.answers.answer import escape
from bot.knowledge.folding import fold
from bot.telegram import exchange, trivia
from bot.telegram.services import Context, Services
from bot.trivia import board, telling
from bot.trivia.board import SEASONS, Season
from bot.trivia.round import Round


async def show_board(command: Message, context: Context) -> None:
    """``/board``: of the month, with buttons for the other seasons; ``/board week`` as well."""
    services = context.bot_data
    voice = trivia.speaks(services, command.chat_id, command.from_user)
    typed = fold(exchange.words_behind(command))
    named = (s for s in SEASONS if typed in (s, fold(voice.say("board-title", season=s))))
    season: Season = next(named, "month")
    text, keys = _board(services, command.chat_id, season, voice.code)
    await exchange.say(context.bot, command, text, keys)


async def press_board(query: CallbackQuery, context: Context) -> None:
    """A button for another season: ``b:week``."""
    services, place = context.bot_data, query.message
    season = next((s for s in SEASONS if query.data == f"b:{s}"), None)
    await exchange.in_time(query.answer())
    if season is None or place is None:
        return
    voice = trivia.speaks(services, place.chat.id, query.from_user)
    text, keys = _board(services, place.chat.id, season, voice.code)
    await exchange.put(context.bot, place.chat.id, place.message_id, text, keys)


def _board(
    services: Services, chat: int, season: Season, language: str
) -> tuple[str, InlineKeyboardMarkup]:
    voice = services.assistant.voices(language)[0]
    now = dt.datetime.fromtimestamp(services.host.clock(), dt.UTC)
    record = services.memory.record.of_chat(chat, board.begins(season, now))
    keys = [
        InlineKeyboardButton(voice.say("board-title", season=other), callback_data=f"b:{other}")
        for other in SEASONS
        if other != season
    ]
    shown = telling.shows(board.add_up(record), season, voice)
    return shown, InlineKeyboardMarkup.from_row(keys)


async def hide(command: Message, context: Context) -> None:
    """``/hide``: off the boards, or back."""
    services, person = context.bot_data, command.from_user
    if person is None or command.sender_chat:
        return
    hidden = services.memory.record.hide(person.id, trivia.name_of(person))
    voice = trivia.speaks(services, command.chat_id, person)
    await exchange.tell(context.bot, command, voice.say("hide-on" if hidden else "hide-off"))


async def forget(command: Message, context: Context) -> None:
    """``/forget``: asks before it deletes, for that cannot be undone."""
    services, person = context.bot_data, command.from_user
    if person is None or command.sender_chat:
        return
    voice = trivia.speaks(services, command.chat_id, person)
    keys = InlineKeyboardMarkup.from_column(
        [
            InlineKeyboardButton(
                voice.say(f"forget-{answer}"), callback_data=f"f:{answer}:{person.id}"
            )
            for answer in ("yes", "no")
        ]
    )
    await exchange.tell(context.bot, command, voice.say("forget-ask"), keys)


async def press_forget(query: CallbackQuery, context: Context) -> None:
    """The answer to that: ``f:yes:PERSON``; nobody answers for somebody else."""
    services, place = context.bot_data, query.message
    _, answer, person = (query.data or "").split(":")
    chat = place.chat.id if place else query.from_user.id
    voice = trivia.speaks(services, chat, query.from_user)
    if int(person) != query.from_user.id or place is None:
        await exchange.in_time(query.answer(voice.say("forget-not-yours"), show_alert=True))
        return
    if answer == "yes":
        # What is played alone with the bot ends first: nothing may come in behind.
        alone = services.memory.games.played(query.from_user.id, 0)
        if alone:
            await services.host.happens(alone.id, Round.was_stopped)
        services.memory.record.forget(query.from_user.id)
    await exchange.in_time(query.answer())
    words = voice.say("forget-done" if answer == "yes" else "forget-kept")
    await exchange.put(context.bot, chat, place.message_id, escape(words))
