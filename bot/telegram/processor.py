"""The order of work: one after the other within a chat, side by side across chats."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from contextlib import nullcontext
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

#: A server 50 ms away is sent 150 answers a second from 8 chats at once, 730 from 64 and 1,360
#: from 128 (`python -m tests.bench_burst echo --latency 50 --at-once …`); one next door is sent
#: as many by any number.
CHATS_AT_ONCE = 128
#: More than can ever wait; see ChatOrder.
_NO_LIMIT = 2**31


class ChatOrder(BaseUpdateProcessor):
    """Handles the updates of one chat in the order they came, and `chats_at_once` chats at once.

    python-telegram-bot's own limit counts an update from its arrival, so that the updates which
    wait for one slow chat would use it up and hold everybody up. It is therefore set beyond
    reach, and the limit here counts only updates at work.

    Inline, callback and guest queries wait for their turn but for no free place: they die after
    ten seconds or so, while a burst of messages under the rate limit may last for minutes.
    """

    __slots__ = ("_lines", "_places")

    def __init__(self, chats_at_once: int = CHATS_AT_ONCE) -> None:
        super().__init__(_NO_LIMIT)
        self._places = asyncio.Semaphore(chats_at_once)
        self._lines: dict[tuple[str, int | str] | None, _Line] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to free: a line ends with its last update."""

    @property
    def lines(self) -> int:
        """How many chats (persons, polls) have updates waiting or at work."""
        return len(self._lines)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the coroutine when its turn comes. A failure or cancellation ends its turn."""
        key = line_of(update)
        line = self._lines.setdefault(key, _Line())
        line.length += 1
        place = nullcontext() if _dies_soon(update) else self._places
        try:
            # An asyncio lock is handed on in the order in which it was asked for.
            async with line.lock if key else nullcontext(), place:
                await coroutine
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[key]
            # One that was cancelled before its turn was never awaited, which Python resents.
            if isinstance(coroutine, Coroutine):
                coroutine.close()


class _Line:
    __slots__ = ("length", "lock")

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        #: Updates waiting or at work.
        self.length = 0


def line_of(update: object) -> tuple[str, int | str] | None:
    """What an update must keep its place in: its chat, else its poll, else its person.

    None for an update with none of them, which needs no order.
    """
    if not isinstance(update, Update):
        return None
    if chat := update.effective_chat:
        # A guest's chat may bear the id of another chat of the bot.
        return ("guest" if update.guest_message else "chat", chat.id)
    if poll_id := (update.poll_answer and update.poll_answer.poll_id) or (
        update.poll and update.poll.id
    ):
        return ("poll", poll_id)
    if user := update.effective_user:
        return ("user", user.id)
    return None


def _dies_soon(update: object) -> bool:
    return isinstance(update, Update) and bool(
        update.inline_query or update.callback_query or update.guest_message
    )
