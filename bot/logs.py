"""Logging: to standard error, as text or as JSON, without secrets and without what people wrote."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TextIO

#: A bot token anywhere in a text, with its colon as it is or as it stands in an address.
_TOKEN = re.compile(r"[0-9]{3,20}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
#: Below WARNING they log every address that is called, and the token is part of it; or, as
#: python-telegram-bot does, whole updates, which hold what people wrote.
_TALKATIVE = (
    "httpx",
    "httpcore",
    "aiohttp",
    "asyncio",
    "apscheduler",
    "tornado.access",
    "telegram",
)


def set_up(
    level: str = "INFO",
    layout: str = "text",
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Log to a stream (default: standard error) from here on, instead of wherever it went before.

    ``layout`` is text or json. ``secrets`` are texts never to be shown; whatever looks like a
    bot token is never shown.
    """
    handler = logging.StreamHandler(sys.stderr if stream is None else stream)
    formatter = _Json if layout == "json" else _Text
    handler.setFormatter(formatter(tuple(filter(None, secrets))))
    handler.addFilter(_without_updates)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    number = logging.getLevelNamesMapping()[level]
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, number))


class _Text(logging.Formatter):
    """``2025-11-24 07:41:02 INFO bot.telegram.run: …``, with tracebacks beneath."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%d %H:%M:%S")
        self._secrets = secrets

    # The finished line is redacted, not the record: a token hides in arguments, in the text of
    # an exception and in tracebacks alike.
    def format(self, record: logging.LogRecord) -> str:
        return self._redacted(self.line(record))

    def line(self, record: logging.LogRecord) -> str:
        return super().format(record)

    def _redacted(self, line: str) -> str:
        line = _TOKEN.sub("<token>", line)
        for secret in self._secrets:
            line = line.replace(secret, "<secret>")
        return line


class _Json(_Text):
    """One object a line: time (UTC, ISO 8601), level, logger, message, and exception if any."""

    def line(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def _without_updates(record: logging.LogRecord) -> bool:
    """Name the type of what python-telegram-bot would write out in full: an update that it
    could not handle, or the data that it could not read."""
    if record.name.partition(".")[0] == "telegram" and record.args:
        # logging itself unpacks a single dict.
        args = record.args if isinstance(record.args, tuple) else (record.args,)
        record.args = tuple(
            arg if isinstance(arg, (str, int, float, BaseException)) else f"<{type(arg).__name__}>"
            for arg in args
        )
    return True
