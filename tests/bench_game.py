"""What the game costs: python -m tests.bench_game

Making an item, and a private question while many groups play beside it: the same question, asked
one at a time over loopback, first of an idle bot, then of one that plays in 50 groups with 20
players each, whose votes come as fast as Telegram would bring them.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from bot.answers.voice import Voice
from bot.memory.memory import Memory
from bot.trivia.items import LEVELS, Deck, NothingLeftError
from bot.trivia.kinds import makes
from bot.trivia.subjects import Subject
from tests.botapi import ADA, Call
from tests.conftest import built_store, store_folder
from tests.simulate_game import SECONDS, Simulation
from tests.simulate_game import parser as simulated

QUESTION = "when did Istanbul twin with Venice?"
_SUBJECTS = ("m745044", "c745044", "a2921044", "a6255148", "w", "t", "h")


def items() -> None:
    """Milliseconds of making an item, by what it is about."""
    store = built_store()
    for language in ("en", "ru"):
        deck, taken = Deck(store, Voice(store, language)), []
        for token in _SUBJECTS:
            subject = Subject.parse(token)
            for level in LEVELS:
                avoid: set[str] = set()
                for number in range(40):
                    began = time.perf_counter()
                    try:
                        item = deck.draw(makes(subject, level), subject, level, f"{number}", avoid)
                    except NothingLeftError:
                        break
                    taken.append((time.perf_counter() - began) * 1000)
                    avoid.add(item.key)
        taken.sort()
        print(
            f"an item ({language}): median {statistics.median(taken):.2f} ms, 99th percentile "
            f"{taken[int(len(taken) * 0.99)]:.1f} ms, slowest {taken[-1]:.0f} ms of {len(taken)}"
        )
    store.close()


async def questions(simulation: Simulation, number: int) -> list[float]:
    """Milliseconds from the delivery of a private question to its answer, one at a time."""
    server, taken = simulation.server, []
    for _ in range(number):
        after = len(server.calls)
        began = time.monotonic()
        server.push(server.make.private(QUESTION, ADA))

        def is_answer(call: Call, after: int = after) -> bool:
            return call.index >= after and call.parameters.get("chat_id") == ADA.id

        call = await server.wait_for("sendMessage", is_answer)
        taken.append((call.time - began) * 1000)
        await asyncio.sleep(0.02)
    return taken


async def beside_the_game(home: Path, groups: int, players: int) -> None:
    options = simulated().parse_args([])
    options.groups, options.players, options.rounds, options.questions = groups, players, groups, 20
    options.kills, options.mishaps = 0, 0.0
    with Memory(home) as memory:
        for number in range(groups):
            memory.set_seconds(-(100_000 + number), SECONDS)
    simulation = Simulation(home, options)
    simulation.dice = random.Random(1)
    async with simulation.server as server:
        for group in simulation.groups:
            server.add_chat(group.chat)
        await simulation.start()
        await server.ready()
        await questions(simulation, 30)
        idle = await questions(simulation, 200)
        watching = asyncio.create_task(simulation.watch())
        for group in simulation.groups:
            server.push(server.make.group("/trivia 20", simulation.people[group.id][0], group))
        await asyncio.sleep(5)
        busy = await questions(simulation, 400)
        watching.cancel()
        votes = simulation.truth.done["answers"]
        for task in simulation.tasks:
            task.cancel()
        assert simulation.process
        simulation.process.kill()
        await simulation.process.wait()
    simulation.log.close()
    one, other = statistics.median(idle), statistics.median(busy)
    print(
        f"a private question: idle median {one:.2f} ms; while {groups} groups of {players} play "
        f"({votes:,} votes meanwhile) {other:.2f} ms, {other / one:.2f} times"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", type=int, default=50)
    parser.add_argument("--players", type=int, default=20)
    options = parser.parse_args()
    items()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(shutil.copytree(store_folder(), Path(folder, "home")))
        asyncio.run(beside_the_game(home, options.groups, options.players))


if __name__ == "__main__":
    main()
