"""What a question costs when the number of partnerships grows to 25,000.

    python -m tests.bench_scale

builds a store from data/ and 25,000 more partnerships between random cities, asks the same
questions of both stores, and prints medians, 99th percentiles and their ratios; and how long
the shortest chain between two cities takes with them.
"""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from bot.assistant import DEFAULT_HOME, Assistant
from bot.knowledge.build import build
from bot.knowledge.keeping import data_folder
from bot.knowledge.store import Store
from tests.bench_ask import WARM_UP, times
from tests.conftest import built_store
from tests.evaluation import QUESTIONS, cases

PARTNERSHIPS, CHAINS = 25_000, 500


def main() -> None:
    small = built_store()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(data_folder(), Path(folder, "data")))
        with (data / "claims.csv").open("a", encoding="utf-8") as file:
            file.writelines(made_up(small))
        build(Path(folder, "knowledge.db"), data)
        large = Store(Path(folder, "knowledge.db"))
        questions = [case.ask for case in cases(QUESTIONS / "en.yaml")]
        results = [measure(store, questions) for store in (small, large)]
        for name, one, other in zip(("median", "99th percentile"), *results, strict=True):
            print(f"{name:16} {one:.2f} ms -> {other:.2f} ms = {other / one:.2f} x")
        measured = sorted(chains(large))
        print(f"chain            median {statistics.median(measured):.2f} ms, ", end="")
        print(f"slowest {measured[-1]:.2f} ms of {CHAINS}")
        large.close()


def chains(store: Store) -> list[float]:
    """Milliseconds for the shortest chain between random cities with partnerships."""
    chance, places = random.Random(3), sorted(store.recorded)
    measured = []
    for _ in range(CHAINS):
        start, end = chance.sample(places, 2)
        began = time.perf_counter()
        store.network.chain(start, end)
        measured.append((time.perf_counter() - began) * 1000)
    return measured


def made_up(store: Store) -> list[str]:
    """Rows of claims between cities that are not Istanbul."""
    chance = random.Random(5)
    cities = [place.id for place in store.largest(20_000) if place.id != DEFAULT_HOME]
    pairs = {tuple(sorted(chance.sample(cities, 2))) for _ in range(PARTNERSHIPS + 500)}
    years = (f"{chance.randint(1950, 2020)}" for _ in pairs)
    rows = zip(sorted(pairs), years, strict=True)
    # One that is far from the facts: what the founding document tells of weighs more.
    source = next(key for key, source in store.sources.items() if source.kind == "other")
    return [f"{a},,{b},,{year},twin_town,active,{source},\n" for (a, b), year in rows]


def measure(store: Store, questions: list[str]) -> tuple[float, float]:
    assistant = Assistant(store)
    for text in WARM_UP:
        assistant.ask(text)
    measured = sorted(times(assistant, questions))
    return statistics.median(measured), measured[int(len(measured) * 0.99)]


if __name__ == "__main__":
    main()
