"""How fast a burst of questions is answered: python -m tests.bench_burst --help

Side by side in one run, in alternating rounds: python-telegram-bot's trivial echo bot as it
comes, and this bot as a whole process (`python -m bot run`). Each talks to the Bot API server of
tests/botapi over loopback, which runs in a process of its own. A round starts the bot, lets it
answer a few messages to warm up, then delivers all questions at once; the time runs from the
delivery to the last answer.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import multiprocessing
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import yaml
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot.telegram.processor import CHATS_AT_ONCE, ChatOrder
from bot.telegram.transport import AiohttpRequest
from tests.botapi import TOKEN, BotApiServer, Fault, User

ROOT = Path(__file__).parents[1]
QUESTIONS = ROOT / "tests" / "questions" / "en.yaml"
WARM_UP = 60
#: Seconds after which a round is given up.
PATIENCE = 120.0

#: What is measured. The first is the reference of the ratios.
CANDIDATES = {
    "stock": "python-telegram-bot as it comes: an echo bot, one update at a time",
    "stock-256": "the same with concurrent_updates(256)",
    "echo": "the echo bot on this bot's transport and processor",
    "bot": "this bot, as a whole process",
}


@dataclass(frozen=True)
class Burst:
    """One round of one candidate."""

    #: Seconds from the delivery to the last answer.
    seconds: float
    updates: int
    #: Messages sent; the round ends when every update could have had one.
    answers: int
    #: Seconds until half and until 95 in a hundred were answered.
    half: float
    most: float
    #: Resident memory of the bot after the burst, in MB.
    memory: float = 0.0

    @property
    def rate(self) -> float:
        return self.updates / self.seconds


# The server's process


def serve(pipe: Connection, people: int, latency: float) -> None:
    """Answers each number that comes through the pipe with the Burst of so many questions."""
    asyncio.run(_serve(pipe, people, latency))


async def _serve(pipe: Connection, people: int, latency: float) -> None:
    questions = itertools.cycle(_questions())
    users = itertools.cycle([User(n, f"Person {n}") for n in range(1, people + 1)])
    loop = asyncio.get_running_loop()
    async with BotApiServer(check=False) as server:
        if latency:
            server.fail("sendMessage", Fault.slow(latency), times=None)
        pipe.send(server.url)
        while True:
            count = await loop.run_in_executor(None, pipe.recv)
            await server.ready(PATIENCE)
            server.calls.clear()
            for _ in range(count):
                server.push(server.make.private(next(questions), next(users)))
            start = time.monotonic()
            times: list[float] = []
            while len(times) < count and time.monotonic() < start + PATIENCE:
                await asyncio.sleep(0.02)
                times = [c.time - start for c in server.calls if c.method == "sendMessage"]
            times = times or [PATIENCE]
            half, most = (times[int(len(times) * share)] for share in (0.5, 0.95))
            pipe.send(Burst(times[-1], count, len(times), half, most))


def _questions() -> list[str]:
    entries = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    return [entry["ask"] for entry in entries if isinstance(entry.get("ask"), str)]


# The bots' processes


async def _echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message and update.message.text
    await update.message.reply_text(update.message.text)


def echo_bot(candidate: str, at_once: int) -> None:
    builder = ApplicationBuilder().token(TOKEN).base_url(os.environ["TELEGRAM_API_URL"] + "/bot")
    if candidate == "stock-256":
        builder = builder.concurrent_updates(256)
    elif candidate == "echo":
        builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest(1))
        builder = builder.concurrent_updates(ChatOrder(at_once))
    application: Application = builder.build()  # type: ignore[type-arg]
    application.add_handler(MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE, _echo))
    application.run_polling()


@contextmanager
def running(candidate: str, url: str, home: str, at_once: int) -> Iterator[int]:
    """The process id of a candidate at work."""
    command = [sys.executable, "-m", "bot", "run"]
    if candidate != "bot":
        command = [sys.executable, "-m", "tests.bench_burst", "--be", candidate]
        command += ["--at-once", str(at_once)]
    environment = os.environ | {
        "TELEGRAM_API_URL": url,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "BOT_HOME": home,
        "LOG_LEVEL": "WARNING",
    }
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield process.pid
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def memory(pid: int) -> float:
    """Resident memory of a process in MB (0 where the system does not tell)."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure(
    candidate: str, url: str, pipe: Connection, home: str, arguments: argparse.Namespace
) -> Burst:
    with running(candidate, url, home, arguments.at_once) as pid:
        for count in (WARM_UP, arguments.updates):
            pipe.send(count)
            burst: Burst = pipe.recv()
        return Burst(
            burst.seconds, burst.updates, burst.answers, burst.half, burst.most, memory(pid)
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "candidates", nargs="*", help="\n".join(f"{n}: {d}" for n, d in CANDIDATES.items())
    )
    parser.add_argument("--updates", type=int, default=3000, help="questions in a burst")
    parser.add_argument("--people", type=int, default=300, help="people who ask them")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=float, default=0, help="ms that the server takes to send")
    parser.add_argument(
        "--at-once", type=int, default=CHATS_AT_ONCE, help="chats at once of `echo`"
    )
    parser.add_argument("--be", choices=CANDIDATES, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.be:
        echo_bot(arguments.be, arguments.at_once)
        return
    names = arguments.candidates or list(CANDIDATES)
    if unknown := set(names) - set(CANDIDATES):
        parser.error(f"no such candidate: {', '.join(unknown)}")

    spawn = multiprocessing.get_context("spawn")
    pipe, other = spawn.Pipe()
    server = spawn.Process(
        target=serve, args=(other, arguments.people, arguments.latency / 1000), daemon=True
    )
    server.start()
    other.close()
    url: str = pipe.recv()
    bursts: dict[str, list[Burst]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as home:
        for number in range(1, arguments.rounds + 1):
            for name in names:
                burst = measure(name, url, pipe, home, arguments)
                bursts[name].append(burst)
                print(
                    f"round {number}  {name:9} {burst.rate:6.0f} updates/s"
                    f"  {burst.answers} answers"
                    f"  half in {burst.half:.2f} s, 95 % in {burst.most:.2f} s"
                    f"  {burst.memory:.0f} MB",
                    flush=True,
                )
    server.terminate()
    medians = {name: statistics.median(b.rate for b in rounds) for name, rounds in bursts.items()}
    print(
        f"\nmedians of {arguments.rounds}, {arguments.updates} updates, {arguments.people} people:"
    )
    for name, median in medians.items():
        print(
            f"{name:9} {median:6.0f} updates/s  {median / medians[names[0]]:4.1f} x {names[0]}"
            f"  {statistics.median(b.memory for b in bursts[name]):4.0f} MB"
        )


if __name__ == "__main__":
    main()
