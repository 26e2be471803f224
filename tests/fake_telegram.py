"""Telegram within the test's own process: no socket, no sleep, each call recorded.

`FakeTelegram` is a BaseRequest that answers with the rules of the loopback server
(tests/botapi), so that what passes here passes there. `People` feeds the bot with what people
do, as JSON through Update.de_json, and gives back what the bot called.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.memory.memory import Memory
from bot.settings import Settings
from bot.telegram.application import build_application
from bot.telegram.services import Services, TwinTownBot
from tests.botapi import TOKEN, BotApiServer, Call, schema
from tests.botapi.faults import ApiError, Json

if TYPE_CHECKING:
    from bot.assistant import Assistant


class FakeTelegram(BaseRequest):
    """A BotApiServer without its wire."""

    def __init__(self, **account: Any) -> None:
        self.server = BotApiServer(**account)

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        server, endpoint = self.server, url.rpartition("/")[2]
        # As on the wire: what the bot changes later changes no record.
        parameters = json.loads(json.dumps(request_data.parameters if request_data else {}))
        call = Call(endpoint, parameters, time.monotonic(), index=len(server.calls))
        server.calls.append(call)
        server._departures += schema.check(endpoint, parameters)
        fault = server._fault(endpoint, parameters)
        try:
            if fault and fault.reset:
                raise NetworkError("ServerDisconnectedError")
            if fault and fault.error:
                raise fault.error
            response = server._finish(call, server._dispatch(endpoint, parameters))
        except ApiError as error:
            response = server._finish(call, error=error)
        if fault and fault.lost_answer:
            raise NetworkError("ServerDisconnectedError")
        assert isinstance(response.body, bytes)
        return response.status, response.body


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class People:
    """Whoever talks to the bot of an initialized Application."""

    def __init__(self, telegram: FakeTelegram, application: TwinTownBot, clock: Clock) -> None:
        self.telegram = telegram.server
        self.make = telegram.server.make
        self.bot = application
        self.clock = clock

    @property
    def services(self) -> Services:
        return self.bot.bot_data

    async def do(self, update: Json) -> list[Call]:
        """Something happens (see tests/botapi/updates.py): the bot's calls, in their order."""
        before = len(self.telegram.calls)
        numbered = self.telegram.push(update)
        if numbered is not None:
            await self.bot.process_update(Update.de_json(numbered, self.bot.bot))
        return self.telegram.calls[before:]

    async def hear(self, update: Json, method: str = "sendMessage") -> Call:
        """Something happens, and the bot makes one call: of this method, and a good one."""
        calls = await self.do(update)
        assert [(call.method, call.error) for call in calls] == [(method, None)]
        return calls[0]

    async def press(self, message: Json, button: str, **by: Any) -> Call:
        """A button is pressed: the bot answers the press and changes the message."""
        answer, edit = await self.do(self.make.press(message, button, **by))
        assert (answer.method, answer.error) == ("answerCallbackQuery", None)
        assert edit.method == "editMessageText"
        return edit


@asynccontextmanager
async def talking(
    assistant: Assistant, folder: Path, settings: dict[str, str] | None = None, **account: Any
) -> AsyncIterator[People]:
    """People who talk to the whole bot, its memory in a folder. ``account``: see BotApiServer.

    Nothing that it called on the way may depart from the Bot API.
    """
    environment = {"TELEGRAM_BOT_TOKEN": TOKEN, **(settings or {})}
    telegram, clock = FakeTelegram(**account), Clock()
    with Memory(folder) as memory:
        application = build_application(
            Settings.load(environment, dotenv=folder / "none"),
            assistant,
            memory,
            request=telegram,
            updates_request=telegram,
            clock=clock,
        )
        async with application:
            telegram.server.calls.clear()
            yield People(telegram, application, clock)
    assert telegram.server.violations == []


def text(call: Call) -> str:
    """What a message says that was sent or edited: as it is read, without its markup."""
    assert call.result is not None, call.error
    return str(call.result["text"])


def buttons(call: Call) -> dict[str, str]:
    """The buttons under a message: label and callback data."""
    rows = call.parameters.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button["callback_data"] for row in rows for button in row}
