"""The whole bot as a process (`python -m bot run`) against a Bot API server on loopback."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.knowledge.store import Store
from tests.botapi import ADA, DENIZ, FORUM, GROUP, TOKEN, ApiError, BotApiServer, Call, Fault
from tests.conftest import store_at
from tests.fake_telegram import buttons, text

ROOT = Path(__file__).parents[1]
VENICE = "When did Istanbul twin with Venice?"
BERLIN = "When did Istanbul twin with Berlin?"
#: Seconds after which something is taken never to happen: no test waits for them to pass.
LONG = 60.0
#: Resident memory that a running bot may take, in megabytes.
MEMORY = 150


@pytest.fixture
def home(store: Store, tmp_path: Path) -> Path:
    """A folder for the bot with the store of the other tests: none of them builds one."""
    return store_at(tmp_path / "home")


@pytest.fixture
async def telegram() -> AsyncIterator[BotApiServer]:
    async with BotApiServer(query_lifetime=LONG) as telegram:
        telegram.add_chat(GROUP.chat)
        yield telegram
    assert telegram.violations == []


class Running:
    """The bot's process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self._lines: list[str] = []
        self._news = asyncio.Event()
        self._listening = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        assert self.process.stderr
        async for line in self.process.stderr:
            self._lines.append(line.decode())
            self._news.set()

    async def says(self, words: str) -> None:
        """Wait until it writes these words to standard error."""
        async with asyncio.timeout(LONG):
            while not any(words in line for line in self._lines):
                self._news.clear()
                await self._news.wait()

    async def ends(self) -> tuple[int, str]:
        """Its exit code and all that it wrote to standard error, once it has ended."""
        async with asyncio.timeout(LONG):
            await self._listening
            return await self.process.wait(), "".join(self._lines)

    async def stop(self) -> tuple[int, str]:
        """Tell it to stop, as a service manager does."""
        self.process.send_signal(signal.SIGTERM)
        return await self.ends()

    def memory(self) -> int:
        """Its resident memory in megabytes, where the system tells."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            pytest.skip("the system does not tell")
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
        return int(line.split()[1]) // 1024


@asynccontextmanager
async def start(home: Path, url: str, **settings: str) -> AsyncIterator[Running]:
    """`python -m bot run`, ended at the latest with the test."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TELEGRAM_", "BOT_", "WEBHOOK_", "LOG_"))
    }
    environment = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": url,
        "BOT_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", "-m", "bot", "run"),
        env=inherited | environment,
        # Away from any .env of the person who runs the tests.
        cwd=home,
        stderr=asyncio.subprocess.PIPE,
    )
    running = Running(process)
    try:
        yield running
    finally:
        if process.returncode is None:
            process.kill()
        await running.ends()


def well(ended: tuple[int, str]) -> str:
    """What a bot logged that ended as it should: without a traceback, a warning of Python, the
    token, or what people asked."""
    code, log = ended
    assert code == 0, log
    for unwelcome in ("Traceback", "Warning:", "never awaited", TOKEN, "Venice"):
        assert unwelcome not in log
    return log


def about(word: str) -> Callable[[Call], bool]:
    return lambda call: word in str(call.parameters)


async def converse(telegram: BotApiServer) -> None:
    """Everything that people do, in every place where they do it."""
    make, push = telegram.make, telegram.push

    # In private: a question, its correction, a follow-up.
    question = make.private(VENICE)
    push(question)
    call = await telegram.wait_for("sendMessage", about("Venice"), LONG)
    assert "2007" in text(call)
    push(make.edited(question, BERLIN))
    edit = await telegram.wait_for("editMessageText", about("Berlin"), LONG)
    assert edit.parameters["message_id"] == call.result["message_id"]
    push(make.private("and with Houston?"))
    houston = await telegram.wait_for("sendMessage", about("Houston"), LONG)
    assert "1988" in text(houston)

    # A list and its buttons, and the way there by a link.
    push(make.private("twin towns of Istanbul"))
    first = await telegram.wait_for("sendMessage", timeout=LONG, after=houston)
    label, token = next(iter(buttons(first).items()))
    push(make.press(first.result, label))
    await telegram.wait_for("answerCallbackQuery", timeout=LONG)
    second = await telegram.wait_for("editMessageText", timeout=LONG, after=first)
    assert text(second) != text(first)
    push(make.private(f"/start {token}", DENIZ))
    linked = await telegram.wait_for(
        "sendMessage", lambda call: call.parameters["chat_id"] == DENIZ.id, LONG
    )
    # Deniz reads Turkish: the same page in her language.
    assert text(linked) != text(second)
    assert "42 kardeşlik" in text(linked)
    assert text(linked).count("•") == text(second).count("•")

    # In a group: silence, a command in a topic, a reply to the bot.
    push(make.group(VENICE))
    push(make.group(f"/ask {VENICE}", group=FORUM, thread=17))
    answer = await telegram.wait_for(
        "sendMessage", lambda call: call.parameters["chat_id"] == FORUM.id, LONG
    )
    assert answer.parameters["message_thread_id"] == 17
    push(make.group("and with Berlin?", DENIZ, FORUM, thread=17, reply_to=answer.result))
    await telegram.wait_for("sendMessage", about("Berlin"), LONG, after=answer)
    assert not [c for c in telegram.calls if c.parameters.get("chat_id") == GROUP.id]

    # Elsewhere: inline, the button of an inline message, a guest.
    push(make.inline(VENICE))
    results = (await telegram.wait_for("answerInlineQuery", timeout=LONG)).parameters["results"]
    assert "2007" in results[0]["input_message_content"]["message_text"]
    push(make.callback(token, inline_message_id="inline"))
    inline = lambda call: "inline_message_id" in call.parameters  # noqa: E731
    await telegram.wait_for("editMessageText", inline, LONG)
    push(make.guest(VENICE))
    guest = await telegram.wait_for("answerGuestQuery", timeout=LONG)
    assert "2007" in guest.parameters["result"]["input_message_content"]["message_text"]


async def test_polling(telegram: BotApiServer, home: Path) -> None:
    async with start(home, telegram.url) as bot:
        await converse(telegram)
        assert bot.memory() <= MEMORY
        log = well(await bot.stop())
    assert "Running as @twin_town_test_bot, polling." in log
    assert log.rstrip().endswith("Stopped.")
    assert telegram.account.commands["all_group_chats", ""]


async def test_webhook(telegram: BotApiServer, home: Path) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}/hook"
    settings = {"WEBHOOK_URL": address, "WEBHOOK_PORT": str(port), "LOG_FORMAT": "json"}
    async with start(home, telegram.url, **settings) as bot:
        await telegram.wait_for("setWebhook", timeout=LONG)
        await converse(telegram)
        async with (
            aiohttp.ClientSession() as stranger,
            stranger.post(
                address,
                json={"update_id": 1} | telegram.make.private("hello"),
                headers={"X-Telegram-Bot-Api-Secret-Token": "a guess"},
            ) as response,
        ):
            assert response.status == 403
        log = well(await bot.stop())
    assert all(line.startswith('{"time"') for line in log.splitlines())
    assert f"listening on 127.0.0.1:{port}" in log
    assert telegram.called("getUpdates") == []


async def test_a_restart_loses_nothing_and_registers_no_menu_twice(
    telegram: BotApiServer, home: Path
) -> None:
    async with start(home, telegram.url) as bot:
        telegram.push(telegram.make.private("/home Ankara"))
        await telegram.wait_for("sendMessage", about("Ankara"), LONG)
        well(await bot.stop())
    told = len(telegram.called("setMyCommands"))
    assert told > 0
    telegram.push(telegram.make.private("/home"))
    async with start(home, telegram.url) as bot:
        while len(telegram.called("sendMessage")) < 2:
            await telegram.wait_for("sendMessage", timeout=LONG, after=telegram.calls[-1])
        assert "Ankara" in text(telegram.called("sendMessage")[1])
        well(await bot.stop())
    assert len(telegram.called("setMyCommands")) == told
    assert len(telegram.called("sendMessage")) == 2


async def test_a_group_that_is_refused_makes_nobody_wait(
    telegram: BotApiServer, home: Path
) -> None:
    in_group = lambda parameters: parameters["chat_id"] == GROUP.id  # noqa: E731
    refusals = telegram.fail("sendMessage", Fault.flood(2), 1, in_group)
    async with start(home, telegram.url) as bot:
        telegram.push(telegram.make.group(f"/ask {VENICE}"))
        refused = await telegram.wait_for("sendMessage", timeout=LONG)
        assert refusals.hits == 1
        telegram.push(telegram.make.private(BERLIN))
        telegram.push(telegram.make.inline(BERLIN))
        private = await telegram.wait_for("sendMessage", timeout=LONG, after=refused)
        inline = await telegram.wait_for("answerInlineQuery", timeout=LONG)
        group = await telegram.wait_for("sendMessage", about("Venice"), LONG, after=refused)
        assert private.parameters["chat_id"] == ADA.id
        assert max(private.index, inline.index) < group.index
        assert group.time - refused.time >= 2
        well(await bot.stop())


async def test_trouble_in_the_network(telegram: BotApiServer, home: Path) -> None:
    """At every step of the way, from the first call on."""
    telegram.fail("getMe", Fault.bad_gateway(), 4)
    telegram.fail("deleteWebhook", Fault.broken())
    telegram.fail("getUpdates", Fault.bad_gateway())
    telegram.fail("answerInlineQuery", Fault.lost())
    telegram.fail("editMessageText", Fault.broken())
    async with start(home, telegram.url) as bot:
        question = telegram.make.private(VENICE)
        telegram.push(question)
        first = await telegram.wait_for("sendMessage", timeout=LONG)
        # What may be repeated is.
        telegram.push(telegram.make.edited(question, BERLIN))
        await telegram.wait_for("editMessageText", lambda call: call.result is not None, LONG)
        telegram.push(telegram.make.inline("venice"))
        await telegram.wait_for("answerInlineQuery", timeout=LONG)
        # A message is not: its answer may be all that was lost.
        telegram.fail("sendMessage", Fault.lost())
        telegram.push(telegram.make.private(BERLIN))
        lost = await telegram.wait_for("sendMessage", timeout=LONG, after=first)
        telegram.push(telegram.make.private("/help"))
        following = await telegram.wait_for("sendMessage", timeout=LONG, after=lost)
        assert text(lost) != text(following)
        assert "1989" in text(lost)
        # One that Telegram failed to take is followed by a word of regret.
        telegram.fail("sendMessage", Fault.bad_gateway())
        telegram.push(telegram.make.private("/terms"))
        sorry = lambda call: "Something went wrong" in call.parameters["text"]  # noqa: E731
        await telegram.wait_for("sendMessage", sorry, LONG)
        code, log = await bot.stop()
    assert code == 0
    assert TOKEN not in log
    assert "Venice" not in log
    assert "Bad Gateway" in log


async def test_it_stops_while_telegram_cannot_be_reached(home: Path) -> None:
    async with start(home, f"http://127.0.0.1:{free_port()}") as bot:
        await bot.says("Telegram cannot be reached")
        well(await bot.stop())


async def test_it_stops_while_somebody_still_waits_for_an_answer(
    telegram: BotApiServer, home: Path
) -> None:
    telegram.fail("sendMessage", Fault.flood(50), None)
    async with start(home, telegram.url) as bot:
        telegram.push(telegram.make.private(VENICE))
        await telegram.wait_for("sendMessage", timeout=LONG)
        log = well(await bot.stop())
    assert "questions left to answer" in log


# What makes it not run


def refused(ended: tuple[int, str], *words: str) -> None:
    """It ended with exit code 2 and one sentence."""
    code, said = ended
    assert code == 2, said
    assert len(said.strip().splitlines()) == 1, said
    for word in words:
        assert word in said
    assert TOKEN not in said


async def test_a_token_that_telegram_does_not_know(telegram: BotApiServer, home: Path) -> None:
    token = TOKEN.replace("TEST", "FAKE")
    async with start(home, telegram.url, TELEGRAM_BOT_TOKEN=token) as bot:
        ended = await bot.ends()
    refused(ended, "TELEGRAM_BOT_TOKEN", telegram.url)
    assert token not in ended[1]


async def test_a_token_that_is_revoked_while_it_runs(telegram: BotApiServer, home: Path) -> None:
    async with start(home, telegram.url, LOG_LEVEL="WARNING") as bot:
        await telegram.wait_for("getUpdates", timeout=LONG)
        telegram.fail("getUpdates", Fault(ApiError(401, "Unauthorized")), None)
        telegram.push(telegram.make.private(VENICE))
        refused(await bot.ends(), "TELEGRAM_BOT_TOKEN")


async def test_no_token(telegram: BotApiServer, home: Path) -> None:
    async with start(home, telegram.url, TELEGRAM_BOT_TOKEN="") as bot:
        refused(await bot.ends(), "TELEGRAM_BOT_TOKEN", "@BotFather")


async def test_a_port_that_is_taken(telegram: BotApiServer, home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        settings = {"WEBHOOK_URL": "http://127.0.0.1/", "WEBHOOK_PORT": port}
        async with start(home, telegram.url, **settings) as bot:
            refused(await bot.ends(), "WEBHOOK_PORT", port)
    assert telegram.calls == []


async def test_a_webhook_that_telegram_refuses(telegram: BotApiServer, home: Path) -> None:
    error = ApiError(400, "Bad Request: bad webhook: failed to resolve host")
    telegram.fail("setWebhook", Fault(error), None)
    port = str(free_port())
    settings = {"WEBHOOK_URL": "http://nowhere.invalid/", "WEBHOOK_PORT": port}
    async with start(home, telegram.url, LOG_LEVEL="WARNING", **settings) as bot:
        refused(await bot.ends(), "WEBHOOK_URL", "failed to resolve host")


async def test_a_memory_that_is_damaged(telegram: BotApiServer, home: Path) -> None:
    (home / "memory.db").write_bytes(b"no database" * 999)
    async with start(home, telegram.url) as bot:
        refused(await bot.ends(), "memory.db", "damaged")
    assert (home / "memory.db").read_bytes() == b"no database" * 999


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
