"""Run the bot until it is told to stop: by polling, or by a webhook where settings name one."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import secrets
import signal
import socket
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from telegram.error import (
    BadRequest,
    Conflict,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot import logs
from bot.memory.memory import Memory
from bot.settings import Settings, SettingsError, Webhook
from bot.telegram import daily, menus
from bot.telegram.application import UPDATES, build_application
from bot.telegram.limits import seconds
from bot.telegram.renewal import renew
from bot.telegram.services import TwinTownBot
from bot.telegram.transport import AiohttpRequest

if TYPE_CHECKING:
    from telegram.ext import Updater

    from bot.assistant import Assistant

#: Seconds that questions which have come in are given to be answered when the bot stops.
STOPPING = 5.0
#: Seconds between attempts to reach Telegram at the start: the first, and at most.
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 30.0

_log = logging.getLogger(__name__)


def main(settings: Settings, open_assistant: Callable[[], Assistant]) -> int:
    """Run the bot and return its exit code: 0 once it was told to stop (SIGTERM, Ctrl-C).

    UserError where it cannot run: no token or one that Telegram refuses, a memory that cannot be
    used, a port that is taken. ``open_assistant`` is called when all that could be checked is.
    """
    if not settings.token:
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN is not set: @BotFather in Telegram gives you a token (/newbot); "
            "put it into the environment or into a .env file."
        )
    secret = settings.webhook.secret if settings.webhook else ""
    logs.set_up(settings.log_level, settings.log_format, (settings.token, secret))
    logging.getLogger("telegram.ext").addFilter(_not_raised)
    if settings.webhook:
        _check_port(settings.webhook)
    with Memory(settings.home) as memory:
        assistant, updates = open_assistant(), _Updates(connection_pool_size=1)
        application = build_application(settings, assistant, memory, updates_request=updates)
        updates.heard = application.bot_data.host.heard
        # Languages and facts stay for good: looking through them for garbage again and again
        # took a seventh of the time of a burst (tests/bench_burst.py).
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)
        asyncio.run(_run(application, updates, settings))
    return 0


class _Updates(AiohttpRequest):
    """The way of updates. python-telegram-bot polls no more, and nobody hears of it, once
    Telegram has refused the token: the bot's owner may have had it revoked."""

    def __init__(self, connection_pool_size: int) -> None:
        super().__init__(connection_pool_size)
        self.refused = asyncio.Event()
        #: Called whenever Telegram has answered.
        self.heard: Callable[[], None] = lambda: None

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        status, body = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.UNAUTHORIZED:
            self.refused.set()
        if status == HTTPStatus.OK:
            self.heard()
        return status, body


async def _run(application: TwinTownBot, updates: _Updates, settings: Settings) -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    # Where there are no signal handlers (Windows), Ctrl-C interrupts asyncio.run itself.
    with contextlib.suppress(NotImplementedError):
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, told.set)
    start = asyncio.create_task(_start(application, settings))
    stop = asyncio.create_task(told.wait())
    refused = asyncio.create_task(updates.refused.wait())
    services = application.bot_data
    renewing = asyncio.create_task(renew(services, settings.home / "knowledge.db"))
    # The game goes on while nothing can be heard: what is due is due.
    hosting = asyncio.create_task(_after(start, services.host.run))
    posting = asyncio.create_task(_after(start, lambda: daily.run(services, application.bot)))
    try:
        await asyncio.wait((start, stop), return_when=asyncio.FIRST_COMPLETED)
        if start.done():
            start.result()
            await asyncio.wait((stop, refused), return_when=asyncio.FIRST_COMPLETED)
        if refused.done():
            raise _bad_token(settings)
    finally:
        tasks = (start, stop, refused, renewing, hosting, posting)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await _stop(application)


async def _after(start: asyncio.Task[None], run: Callable[[], Awaitable[None]]) -> None:
    """Run for ever once the start has succeeded."""
    await asyncio.wait((start,))
    if not start.cancelled() and start.exception() is None:
        await run()


async def _start(application: TwinTownBot, settings: Settings) -> None:
    """Reach Telegram, however long that takes, and begin to answer."""
    webhook, updater = settings.webhook, cast("Updater", application.updater)
    try:
        await _insist(application.initialize)
    except InvalidToken as error:
        raise _bad_token(settings) from error
    services = application.bot_data
    await menus.register(application.bot, services.assistant, services.memory, menus.languages())
    services.host.catch_up()
    await application.start()
    if webhook is None:
        await _insist(
            lambda: updater.start_polling(allowed_updates=UPDATES, error_callback=_polling_failed)
        )
    else:
        try:
            await _insist(
                lambda: updater.start_webhook(
                    listen=webhook.listen,
                    port=webhook.port,
                    url_path=webhook.path,
                    webhook_url=webhook.url,
                    secret_token=webhook.secret or secrets.token_urlsafe(32),
                    allowed_updates=UPDATES,
                )
            )
        except BadRequest as error:
            raise SettingsError(f"WEBHOOK_URL is refused by Telegram: {error.message}.") from error
    how = "polling" if webhook is None else f"listening on {webhook.listen}:{webhook.port}"
    _log.info("Running as @%s, %s.", application.bot.username, how)


async def _insist(attempt: Callable[[], Awaitable[object]]) -> None:
    """Try until it succeeds, or until Telegram's answer says that trying again is no use."""
    pause = _FIRST_PAUSE
    while True:
        try:
            await attempt()
            return
        except (InvalidToken, BadRequest):
            raise
        except TelegramError as error:
            wait = pause
            if isinstance(error, RetryAfter):
                wait = max(wait, seconds(error.retry_after))
            _log.warning("Telegram cannot be reached (%s); trying again in %.0f s.", error, wait)
            await asyncio.sleep(wait)
            pause = min(2 * pause, _LONGEST_PAUSE)


async def _stop(application: TwinTownBot) -> None:
    """Answer what has come in, within reason, and close everything."""
    if application.updater and application.updater.running:
        # Once it has refused the token, Telegram need not be told where we stopped reading.
        with contextlib.suppress(InvalidToken):
            await application.updater.stop()
    if application.running:
        _log.info("Stopping.")
        try:
            async with asyncio.timeout(STOPPING):
                await application.stop()
        except TimeoutError:
            _log.warning("Stopped with questions left to answer.")
        _log.info("Stopped.")
    await application.bot_data.host.stop()
    await application.shutdown()
    # Where the first call failed, the application is not initialized, but its connections are.
    await application.bot.shutdown()


def _bad_token(settings: Settings) -> SettingsError:
    return SettingsError(
        f"TELEGRAM_BOT_TOKEN is not accepted by {settings.api_url}: compare it with the one "
        "that @BotFather shows (/token)."
    )


def _polling_failed(error: TelegramError) -> None:
    """python-telegram-bot goes on polling by itself."""
    if isinstance(error, Conflict):
        _log.error("Another copy of this bot is running with the same token (%s).", error)
    else:
        _log.warning("No updates from Telegram for now (%s).", error)


def _check_port(webhook: Webhook) -> None:
    """SettingsError where nothing can listen there: before Telegram is told to deliver to it."""
    family = socket.AF_INET6 if ":" in webhook.listen else socket.AF_INET
    try:
        socket.create_server((webhook.listen, webhook.port), family=family).close()
    except OSError as error:
        number = error.errno or 0
        # create_server tells a long story; where a name is unknown its number is negative.
        cause = os.strerror(number) if number > 0 else error.strerror
        raise SettingsError(
            f"WEBHOOK_PORT {webhook.port} cannot be used on {webhook.listen} ({cause}): choose "
            "another, or stop what is using it."
        ) from error


def _not_raised(record: logging.LogRecord) -> bool:
    """False for the traceback of an error that python-telegram-bot also raises, to be told
    in a sentence here."""
    message = str(record.msg)
    return "Failed run number" not in message and "Invalid token" not in message
