"""A thousand rounds of the game while everything goes wrong: python -m tests.simulate_game --help

The whole bot as a process plays over loopback in many groups at once. Its people answer at once,
late, twice, in any order, take answers back, vote as channels; Telegram answers 429, 502, resets
connections before and after it has done its work, throws the bot out and takes it back; groups
become supergroups; and the bot is killed (SIGKILL) at random moments and started again.

The tally holds what people did against what stands in memory.db afterwards: every answer that
Telegram delivered is there, none twice, every round is over, every board adds up to its record.
Exit code 1 where that is not so.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.memory.memory import Memory
from bot.trivia.board import add_up
from tests.botapi import TOKEN, ApiError, BotApiServer, Fault, Group, User, until
from tests.botapi.faults import Json
from tests.conftest import built_store, store_folder

ROOT = Path(__file__).parents[1]
#: Seconds for a question in the groups, the fewest that a chat can set.
SECONDS = 10
#: Of a hundred people, so many answer a question.
ANSWERING = 85
#: Seconds after which a group whose round has not begun is asked again.
IMPATIENCE = 15.0
#: Seconds that the last rounds may take.
LAST = 240.0


@dataclass
class Truth:
    """What people did, as Telegram knows it."""

    #: The first answer of each person to each poll.
    first: dict[tuple[str, int], int] = field(default_factory=dict)
    #: The right option of each poll.
    right: dict[str, int] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)


class Simulation:
    def __init__(self, home: Path, options: argparse.Namespace) -> None:
        self.home, self.options = home, options
        self.dice = random.Random(options.seed)
        self.server = BotApiServer(check=options.check)
        self.truth = Truth()
        self.groups = [
            Group(-(100_000 + number), f"Group {number}", "group")
            for number in range(options.groups)
        ]
        #: Where a group is now, by where it began.
        self.where = {group.id: group for group in self.groups}
        self.people = {
            group.id: [
                User(1_000_000 + 1_000 * number + n, f"Player {number}-{n}")
                for n in range(options.players)
            ]
            for number, group in enumerate(self.groups)
        }
        self.out: set[int] = set()
        self.tasks: set[asyncio.Task[None]] = set()
        self.process: asyncio.subprocess.Process | None = None
        self.log = (home / "log").open("ab")

    # The bot

    async def start(self) -> None:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TELEGRAM_", "BOT_", "WEBHOOK_", "LOG_"))
        } | {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": self.server.url,
            "BOT_HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
            "LOG_LEVEL": "ERROR",
        }
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            env=environment,
            cwd=self.home,
            stderr=self.log,
        )

    async def end(self, number: signal.Signals) -> int:
        assert self.process
        with suppress(ProcessLookupError):
            self.process.send_signal(number)
        return await self.process.wait()

    # People

    def later(self, seconds: float, do: Callable[[], object]) -> None:
        async def deed() -> None:
            await asyncio.sleep(seconds)
            do()

        task = asyncio.create_task(deed())
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    def sees(self, poll: Json, chat: int) -> None:
        """A poll is in a group: whoever wants to answers it."""
        start = next(k for k, group in self.where.items() if group.id == chat)
        self.truth.right[poll["id"]] = poll["correct_option_ids"][0]
        options = range(len(poll["options"]))
        for person in self.people[start]:
            if self.dice.random() * 100 >= ANSWERING:
                continue
            # Those who know it are in the majority.
            option = self.dice.choice([*options, self.truth.right[poll["id"]]])
            when = self.dice.uniform(0.0, SECONDS - 1.0)
            self.later(when, lambda p=person, o=option: self.votes(poll["id"], o, p))
        if self.dice.random() < 0.1:
            self.later(2.0, lambda: self.votes_as_channel(poll["id"]))

    def votes(self, poll: str, option: int, person: User) -> None:
        update = self.server.vote(poll, [option], person)
        if update is None:
            self.truth.done["too late for Telegram"] += 1
            return
        self.truth.first.setdefault((poll, person.id), option)
        self.truth.done["answers"] += 1
        repeated = {key: value for key, value in update.items() if key != "update_id"}
        if self.dice.random() < 0.03:
            self.truth.done["answers delivered twice"] += 1
            self.later(self.dice.uniform(0, 3), lambda: self.server.push(repeated))
        if self.dice.random() < 0.03:
            self.truth.done["answers taken back and given anew"] += 1
            other = (option + 1) % 3
            make = self.server.make
            self.server.push(make.poll_answer(poll, [], person))
            self.later(0.5, lambda: self.server.push(make.poll_answer(poll, [other], person)))

    def votes_as_channel(self, poll: str) -> None:
        update = self.server.make.poll_answer(poll, [0])
        del update["poll_answer"]["user"]
        update["poll_answer"]["voter_chat"] = {"id": -100999, "type": "channel", "title": "News"}
        self.truth.done["votes by channels"] += 1
        self.server.push(update)

    # What goes wrong

    def mishap(self) -> None:
        server, dice = self.server, self.dice
        kind = dice.choice(
            ["429", "429", "502", "502", "reset", "lost", "lost", "403", "supergroup"]
        )
        method = dice.choice(["sendPoll", "sendPoll", "sendMessage", "stopPoll"])
        self.truth.done[f"mishap: {kind}"] += 1
        if kind == "429":
            server.fail(method, Fault.flood(dice.randint(1, 3)))
        elif kind == "502":
            server.fail(method, Fault.bad_gateway())
        elif kind == "reset":
            server.fail(method, Fault.broken())
        elif kind == "lost":
            server.fail(method, Fault.lost())
        elif kind == "403":
            group = dice.choice(list(self.where.values()))
            self.out.add(group.id)
            self.later(dice.uniform(3, 20), lambda: self.out.discard(group.id))
        else:
            start = dice.choice([g for g in self.groups if self.where[g.id].type == "group"] or [0])
            if isinstance(start, Group):
                new = Group(start.id - 1_000_000_000, start.title)
                server.add_chat(new.chat)
                server.migrate(start, new.id)
                self.where[start.id] = new

    # The course of things

    async def run(self) -> None:
        async with self.server:
            for group in self.groups:
                self.server.add_chat(group.chat)
            refused = Fault(ApiError(403, "Forbidden: bot was kicked from the group chat"))
            original = self.server._fault

            def fault(method: str, parameters: Json) -> Fault | None:
                if parameters.get("chat_id") in self.out:
                    return refused
                return original(method, parameters)

            self.server._fault = fault  # type: ignore[method-assign]
            await self.start()
            await self.server.ready()
            watching = asyncio.create_task(self.watch())
            kills = asyncio.create_task(self.kill())
            await self.play()
            kills.cancel()
            await asyncio.gather(kills, return_exceptions=True)
            if self.process and self.process.returncode is not None:
                await self.start()
            self.options.mishaps = 0.0
            self.server.heal()
            self.out.clear()
            await self.until_all_are_over()
            await self.server.quiet()
            watching.cancel()
            for task in self.tasks:
                task.cancel()
            code = await self.end(signal.SIGTERM)
            self.truth.done[f"exit code {code}"] += 1

    async def watch(self) -> None:
        """See every poll that reaches a group, also where the bot never hears that it did."""
        seen: set[str] = set()
        while True:
            for poll_id in self.server.account.polls.keys() - seen:
                seen.add(poll_id)
                message = next(
                    m
                    for m in reversed(self.server.account.messages.values())
                    if m.get("poll", {}).get("id") == poll_id
                )
                self.sees(self.server.account.polls[poll_id], message["chat"]["id"])
            if self.dice.random() < self.options.mishaps * 0.05:
                self.mishap()
            # The record of calls would grow for ever.
            if len(self.server.calls) > 20_000:
                del self.server.calls[:10_000]
            await asyncio.sleep(0.05)

    async def kill(self) -> None:
        for _ in range(self.options.kills):
            await asyncio.sleep(self.dice.uniform(0.5, 1.5) * self.options.every)
            await self.end(signal.SIGKILL)
            self.truth.done["kill -9"] += 1
            await asyncio.sleep(self.dice.uniform(0.0, 2.0))
            await self.start()

    async def play(self) -> None:
        """Begin round after round in every group, until there have been enough."""
        asked: dict[int, float] = {}
        while self.begun() < self.options.rounds:
            going = self.going_on()
            for group in self.groups:
                here = self.where[group.id]
                if here.id in going or here.id in self.out:
                    continue
                if time.monotonic() - asked.get(group.id, -IMPATIENCE) < (
                    IMPATIENCE if asked.get(group.id, 0) > 0 else 0
                ):
                    continue
                asked[group.id] = time.monotonic()
                person = self.dice.choice(self.people[group.id])
                command = f"/trivia {self.options.questions}"
                self.server.push(self.server.make.group(command, person, here))
            for group in self.groups:
                if self.where[group.id].id in going:
                    asked[group.id] = 0.0
            await asyncio.sleep(0.5)

    async def until_all_are_over(self) -> None:
        with suppress(TimeoutError):
            await until(lambda: not self.going_on(), LAST)
        # What was answered to the last question is still under way.
        await asyncio.sleep(2)

    # memory.db, as another process sees it

    def _read(self, query: str) -> list[tuple[int, ...]]:
        path = f"{(self.home / 'memory.db').as_uri()}?mode=ro"
        with closing(sqlite3.connect(path, uri=True, timeout=10)) as database:
            return database.execute(query).fetchall()

    def begun(self) -> int:
        return self._read("SELECT count(*) FROM rounds")[0][0]

    def going_on(self) -> set[int]:
        return {row[0] for row in self._read("SELECT chat FROM rounds WHERE state != 'over'")}


@dataclass
class Tally:
    rounds: int
    ends: dict[str, int]
    not_over: int
    delivered: int
    recorded: int
    lost: int
    parked: int
    twice: int
    other: int
    late: int
    boards: int
    wrong_boards: int

    @property
    def is_good(self) -> bool:
        return not (self.not_over or self.lost or self.twice or self.other or self.wrong_boards)


def add_everything_up(simulation: Simulation) -> Tally:
    """Hold what people did against memory.db."""
    truth = simulation.truth
    with closing(sqlite3.connect(simulation.home / "memory.db")) as database:
        polls = dict(database.execute("SELECT id, question FROM polls"))
        rows = database.execute(
            "SELECT question, player, poll, option, late FROM answers"
        ).fetchall()
        parked = database.execute("SELECT poll, player FROM parked").fetchall()
        ends = Counter(row[0] for row in database.execute("SELECT end FROM rounds"))
        not_over = database.execute("SELECT count(*) FROM rounds WHERE state != 'over'").fetchone()
        raw = database.execute(
            "SELECT r.chat, a.player, a.points, r.id, a.late FROM answers a "
            "JOIN questions q ON q.id = a.question JOIN rounds r ON r.id = q.round"
        ).fetchall()
    counted = {(question, player) for question, player, *_ in rows}
    chosen = {(poll, player): option for _, player, poll, option, _ in rows}
    lost = other = 0
    for (poll, player), option in truth.first.items():
        if (poll, player) in chosen:
            other += chosen[poll, player] != option
        # A question that was sent twice since its first sending seemed to have failed.
        elif (polls.get(poll, 0), player) not in counted:
            lost += 1
    by_round: dict[int, set[int]] = {}
    for _, player, _, round, late in raw:
        if not late:
            by_round.setdefault(round, set()).add(player)
    expected: dict[int, Counter[int]] = {}
    for chat, player, points, round, late in raw:
        if not late and len(by_round[round]) >= 2:
            expected.setdefault(chat, Counter())[player] += points
    wrong_boards = 0
    with Memory(simulation.home) as memory:
        for chat, points in expected.items():
            board = add_up(memory.record.of_chat(chat))
            shown = {own.player: own.points for own in board.standings}
            wrong_boards += shown != dict(points)
    return Tally(
        rounds=sum(ends.values()),
        ends=dict(ends),
        not_over=not_over[0],
        delivered=len(truth.first),
        recorded=len(rows),
        lost=lost,
        parked=len(parked),
        twice=len(rows) - len(chosen) + len(rows) - len(counted),
        other=other,
        late=sum(late for *_, late in rows),
        boards=len(expected),
        wrong_boards=wrong_boards,
    )


def shown(tally: Tally, truth: Truth) -> str:
    lines = [
        f"rounds begun               {tally.rounds:7,}",
        *(f"  ended: {end or 'thrown out':18}{number:7,}" for end, number in tally.ends.items()),
        f"rounds not over            {tally.not_over:7,}",
        f"answers delivered          {tally.delivered:7,}",
        f"answers in the record      {tally.recorded:7,}",
        f"  lost                     {tally.lost:7,}",
        f"  counted twice            {tally.twice:7,}",
        f"  another than was given   {tally.other:7,}",
        f"  of them late             {tally.late:7,}",
        f"  kept for unknown polls   {tally.parked:7,}",
        f"boards                     {tally.boards:7,}",
        f"  that do not add up       {tally.wrong_boards:7,}",
        "what happened: " + ", ".join(f"{n:,} {what}" for what, n in sorted(truth.done.items())),
        "ALL WELL" if tally.is_good else "NOT WELL",
    ]
    return "\n".join(lines)


async def simulate(home: Path, options: argparse.Namespace) -> tuple[Tally, Truth]:
    with Memory(home) as memory:
        for number in range(options.groups):
            memory.set_seconds(-(100_000 + number), SECONDS)
    simulation = Simulation(home, options)
    await simulation.run()
    simulation.log.close()
    for line in (home / "log").read_text("utf-8").splitlines():
        # How each traceback ends.
        if re.match(r"[\w.]*(Error|Exception|Interrupt)\b", line):
            simulation.truth.done[f"logged: {line[:60]}"] += 1
    return add_everything_up(simulation), simulation.truth


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--players", type=int, default=20)
    parser.add_argument("--groups", type=int, default=150)
    parser.add_argument("--questions", type=int, default=2, help="of each round")
    parser.add_argument("--kills", type=int, default=10, help="at the most")
    parser.add_argument("--every", type=float, default=25.0, help="seconds from kill to kill")
    parser.add_argument("--mishaps", type=float, default=3.0, help="a second")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", metavar="FOLDER", help="where the bot's folder is to be kept")
    parser.add_argument("--check", action="store_true", help="hold calls against the Bot API")
    return parser


def main() -> int:
    options = parser().parse_args()
    built_store().close()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(shutil.copytree(store_folder(), Path(folder, "home")))
        began = time.monotonic()
        tally, truth = asyncio.run(simulate(home, options))
        print(shown(tally, truth))
        if options.keep:
            shutil.copytree(home, options.keep)
        print(f"{time.monotonic() - began:.0f} s")
    return 0 if tally.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
