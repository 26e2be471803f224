"""What the log shows, and what it never shows."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
from telegram import Update

from bot import logs

TOKEN = "123456789:" + "Ab1_-" * 7


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """The log of the test run itself comes back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def begin(level: str = "INFO", layout: str = "text", secrets: tuple[str, ...] = ()) -> io.StringIO:
    stream = io.StringIO()
    logs.set_up(level, layout, secrets, stream)
    return stream


def test_a_line_of_text_says_when_how_grave_and_where() -> None:
    stream = begin()
    logging.getLogger("bot.somewhere").info("Started with %d cities.", 3)
    assert stream.getvalue().rstrip().endswith(" INFO bot.somewhere: Started with 3 cities.")


def test_a_line_of_json_is_one_object() -> None:
    stream = begin(layout="json")
    logging.getLogger("bot.somewhere").warning("Two\nlines")
    try:
        raise ValueError("the cause")
    except ValueError:
        logging.getLogger("bot").exception("It failed.")
    first, second = map(json.loads, stream.getvalue().splitlines())
    assert (first["level"], first["logger"], first["message"]) == (
        "WARNING",
        "bot.somewhere",
        "Two\nlines",
    )
    assert first["time"].endswith("+00:00")
    assert "ValueError: the cause" in second["exception"]


@pytest.mark.parametrize("layout", ["text", "json"])
def test_no_token_and_no_secret_passes(layout: str) -> None:
    stream = begin("DEBUG", layout, ("hush-hush",))
    address = f"https://api.telegram.org/bot{TOKEN}/getMe"
    log = logging.getLogger("elsewhere")
    log.info(address)
    log.info("called %s with %r", address.replace(":", "%3A"), {"secret_token": "hush-hush"})
    try:
        try:
            raise OSError(f"no answer from {address}")
        except OSError as error:
            raise RuntimeError("again") from error
    except RuntimeError:
        log.exception("It failed.")
    log.error("It failed.", exc_info=ValueError(TOKEN))
    shown = stream.getvalue()
    assert TOKEN.partition(":")[2] not in shown
    assert "hush-hush" not in shown
    assert "no answer from https://api.telegram.org/bot<token>/getMe" in shown


def test_libraries_that_log_each_address_keep_quiet() -> None:
    stream = begin("DEBUG")
    for name in ("httpx", "httpcore.connection", "aiohttp.access", "tornado.access"):
        logging.getLogger(name).info("%s POST", name)
        logging.getLogger(name).warning("%s trouble", name)
    assert "POST" not in stream.getvalue()
    assert stream.getvalue().count("trouble") == 4


def test_what_people_wrote_is_never_logged() -> None:
    stream = begin("DEBUG")
    update = Update.de_json(
        {
            "update_id": 7,
            "message": {
                "message_id": 1,
                "date": 0,
                "chat": {"id": 5, "type": "private"},
                "text": "a private question",
            },
        },
        None,
    )
    log = logging.getLogger("telegram.ext.Application")
    log.debug("Processing update %s", update)
    log.critical("Error while building CallbackContext for update %s.", update)
    log.critical("Received data was: %r", {"text": "a private question"})
    log.warning("Failed run number %s of %s: %s", 1, 2, ValueError("no route"))
    shown = stream.getvalue()
    assert "a private question" not in shown
    assert "for update <Update>." in shown
    assert "Received data was: '<dict>'" in shown
    assert "Failed run number 1 of 2: no route" in shown
