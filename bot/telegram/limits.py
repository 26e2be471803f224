"""Limits: how fast the bot may call Telegram, and what becomes of a call that failed.

python-telegram-bot's AIORateLimiter halts every call when Telegram refuses one, so that one
busy group makes everybody wait, and inline answers expire. Here a refusal (429) holds up the
chat that it was about and nobody else.
"""

from __future__ import annotations

import asyncio
import datetime as dtm
import logging
import re
from collections.abc import Callable, Coroutine, Hashable
from typing import Any, TypeAlias

from aiolimiter import AsyncLimiter
from telegram.constants import FloodLimit
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

#: Times that a call is tried again.
RETRIES = 3
#: Seconds that a message waits for Telegram's leave; an answer to a query is worthless sooner.
PATIENCE = 60.0
QUERY_PATIENCE = 5.0
#: Messages at once, and seconds until as many may follow: to a person (about one a second, and
#: a burst), to a group, and to all chats together.
TO_A_PERSON = (10, 10.0)
TO_A_GROUP = (FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP, 60.0)
TO_ALL = (FloodLimit.MESSAGES_PER_SECOND, 1.0)
#: Seconds before a call that failed in the network is tried again; doubled at each retry.
_PAUSE = 0.25
#: What makes or changes a message, and so counts against Telegram's limits.
_MESSAGE = re.compile(r"(?:send|edit|copy|forward)[A-Z]")
#: What makes one anew at each call, and so is not repeated where the first may have arrived.
_MAKES_ONE = re.compile(r"(?:send|copy|forward)[A-Z]")
_ANSWERS_QUERY = re.compile(r"answer[A-Z]")
#: How transport.py's messages end where nothing can have been done, and how those begin (with
#: the name of an exception) where the connection broke off.
_NOT_SENT = "the request was not sent"
_BROKEN_OFF = re.compile(r"[A-Z]\w+Error\b|Unknown error in HTTP implementation")
#: Idle limiters are dropped when there are more than so many.
_KEPT = 1_000

_Result: TypeAlias = "bool | dict[str, Any] | list[dict[str, Any]]"
_log = logging.getLogger(__name__)


class Limits(BaseRateLimiter[None]):
    """``pace``: whether to keep below Telegram's limits by waiting. A server of one's own has
    other limits: there only its refusals count."""

    def __init__(self, *, pace: bool) -> None:
        self._pace = pace
        self._all = AsyncLimiter(*TO_ALL)
        self._chats: dict[Hashable, AsyncLimiter] = {}
        #: When a chat that was refused may be tried again, on the event loop's clock.
        self._refused: dict[Hashable, float] = {}

    async def initialize(self) -> None:
        """Nothing to do."""

    async def shutdown(self) -> None:
        """Nothing to do."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> _Result:
        """Make a call when its time has come, and again where it failed and may be repeated.

        RetryAfter where Telegram asks for more patience than PATIENCE.
        """
        chat = _chat(data)
        patience = QUERY_PATIENCE if _ANSWERS_QUERY.match(endpoint) else PATIENCE
        tries = 0
        while True:
            await self._leave(chat, patience)
            if self._pace and chat is not None and _MESSAGE.match(endpoint):
                await self._limiter(chat).acquire()
                await self._all.acquire()
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as refusal:
                pause = seconds(refusal.retry_after) + 0.1
                self._refuse(chat, pause)
                if tries == RETRIES or pause > patience:
                    raise
                _log.info("Telegram asks %s to wait for %.1f s.", endpoint, pause)
            except NetworkError as error:
                # python-telegram-bot would have a rate limiter leave these alone, but has no
                # other place where every call passes.
                if tries == RETRIES or not _repeatable(endpoint, error):
                    raise
                pause = _PAUSE * 2**tries
                _log.info("%s failed (%s); trying again in %.1f s.", endpoint, error, pause)
            await asyncio.sleep(pause)
            tries += 1

    async def _leave(self, chat: Hashable, patience: float) -> None:
        """Wait until a chat that was refused may be tried again."""
        loop = asyncio.get_running_loop()
        while (wait := self._refused.get(chat, 0.0) - loop.time()) > 0:
            if wait > patience:
                raise RetryAfter(dtm.timedelta(seconds=wait))
            await asyncio.sleep(wait)
        self._refused.pop(chat, None)

    def _refuse(self, chat: Hashable, pause: float) -> None:
        if chat is None:
            return
        now = asyncio.get_running_loop().time()
        if len(self._refused) >= _KEPT:
            self._refused = {other: end for other, end in self._refused.items() if end > now}
        self._refused[chat] = max(now + pause, self._refused.get(chat, 0.0))

    def _limiter(self, chat: Hashable) -> AsyncLimiter:
        limiter = self._chats.get(chat)
        if limiter is None:
            if len(self._chats) >= _KEPT:
                self._chats = {
                    other: used
                    for other, used in self._chats.items()
                    if not used.has_capacity(used.max_rate)
                }
            # Only people have positive ids; a name (@…) is a group's or a channel's.
            person = isinstance(chat, int) and chat > 0
            limiter = self._chats[chat] = AsyncLimiter(*(TO_A_PERSON if person else TO_A_GROUP))
        return limiter


def _chat(data: dict[str, Any]) -> Hashable:
    """The chat that a call is about: its id, its name, or None."""
    chat: int | str | None = data.get("chat_id")
    if isinstance(chat, str) and re.fullmatch(r"-?[0-9]+", chat):
        return int(chat)
    return chat


def seconds(time: int | dtm.timedelta) -> float:
    return time.total_seconds() if isinstance(time, dtm.timedelta) else float(time)


def may_have_arrived(error: BaseException) -> bool:
    """Whether a call that failed may all the same have done its work: its answer was lost."""
    return (
        isinstance(error, NetworkError)
        and not error.message.endswith(_NOT_SENT)
        and (isinstance(error, TimedOut) or _BROKEN_OFF.match(error.message) is not None)
    )


def _repeatable(endpoint: str, error: NetworkError) -> bool:
    """Whether a failed call may be made again without doing its work twice."""
    if isinstance(error, BadRequest):
        return False
    return not _MAKES_ONE.match(endpoint) or error.message.endswith(_NOT_SENT)
