"""What the game shows in a chat: the message that begins a round, its questions, hints, its end."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyParameters
from telegram.constants import ParseMode, PollType
from telegram.error import ChatMigrated, TelegramError

from bot.answers.voice import Voice
from bot.memory.asked import Asked
from bot.telegram import render
from bot.trivia import telling
from bot.trivia.round import Round

if TYPE_CHECKING:
    from bot.telegram.services import Bot, Services

_log = logging.getLogger(__name__)


class Stage:
    """Sends; what becomes of it is the host's business. Errors are python-telegram-bot's."""

    def __init__(self, services: Services, bot: Bot) -> None:
        self._services, self._bot = services, bot

    async def ask(self, round: Round, asked: Asked) -> Message:
        """Put a question into a round's chat."""
        return await self.send_to(round, lambda chat: self._send(chat, round, asked))

    async def notify(self, round: Round, command: Message) -> int:
        """The message that begins a round, with the buttons to skip and to stop: its id, or 0 where
        it is not known to have come through."""
        voice = self._voice(round)
        keys = InlineKeyboardMarkup.from_row(
            [
                InlineKeyboardButton(
                    voice.say(f"round-{deed}"), callback_data=f"g:{deed}:{round.id}"
                )
                for deed in ("skip", "stop")
            ]
        )
        with contextlib.suppress(TelegramError):
            sent = await self.send_to(
                round,
                lambda chat: self._bot.send_message(
                    chat,
                    telling.begins(round, voice),
                    ParseMode.HTML,
                    message_thread_id=round.thread or None,
                    reply_markup=keys,
                    reply_parameters=ReplyParameters(
                        command.message_id, allow_sending_without_reply=True
                    ),
                ),
            )
            return sent.message_id
        return 0

    async def _send(self, chat: int, round: Round, asked: Asked) -> Message:
        voice = self._voice(round)
        thread = round.thread or None
        if round.mode == "guess":
            return await self._bot.send_message(
                chat,
                telling.riddle(round, asked.item, asked.text, voice),
                ParseMode.HTML,
                message_thread_id=thread,
                link_preview_options=render.NO_PREVIEW,
            )
        item = asked.item
        return await self._bot.send_poll(
            chat,
            asked.text,
            list(item.options),
            is_anonymous=False,
            type=PollType.QUIZ,
            correct_option_ids=[item.correct],  # type: ignore[list-item]
            explanation=render.explanation(item, voice.say("fact-source", source=item.source)),
            explanation_parse_mode=ParseMode.HTML,
            open_period=round.seconds,
            message_thread_id=thread,
        )

    async def hint(self, round: Round, asked: Asked) -> None:
        """Show one letter more of a name."""
        if not asked.message:
            return
        voice = self._voice(round)
        text = telling.riddle(round, asked.item, asked.text, voice)
        await self._quietly(
            self._bot.edit_message_text(
                text,
                chat_id=round.chat,
                message_id=asked.message,
                parse_mode=ParseMode.HTML,
                link_preview_options=render.NO_PREVIEW,
            )
        )

    async def stop(self, round: Round, asked: Asked) -> None:
        """End a poll before Telegram does so by its own clock."""
        if asked.message:
            await self._quietly(self._bot.stop_poll(round.chat, asked.message))

    async def end(self, round: Round, text: str) -> None:
        """Say that a round is over."""
        await self.send_to(round, lambda chat: self._say(chat, round.thread, text))

    async def take_buttons(self, round: Round, notice: int) -> None:
        """Take the buttons off the message that began a round."""
        await self._quietly(
            self._bot.edit_message_reply_markup(round.chat, notice, reply_markup=None)
        )

    async def tell(self, round: Round, text: str) -> None:
        """Say something where a round is played."""
        await self._quietly(self._say(round.chat, round.thread, text))

    async def _say(self, chat: int, thread: int, text: str) -> Message:
        return await self._bot.send_message(
            chat, text, ParseMode.HTML, message_thread_id=thread or None,
            link_preview_options=render.NO_PREVIEW,
        )  # fmt: skip

    async def send_to(self, round: Round, send: Callable[[int], Awaitable[Message]]) -> Message:
        """Send to a round's chat, which may have become a supergroup."""
        current = self._services.memory.games.round(round.id) or round
        try:
            return await send(current.chat)
        except ChatMigrated as moved:
            self._services.memory.migrate(current.chat, moved.new_chat_id)
            return await send(moved.new_chat_id)

    def _voice(self, round: Round) -> Voice:
        return self._services.assistant.deck(round.language).voice

    async def _quietly(self, call: Awaitable[object]) -> None:
        """Make a call on which nothing depends: a poll is closed already, a message is gone."""
        try:
            await call
        except TelegramError as error:
            _log.debug("%s.", error)
