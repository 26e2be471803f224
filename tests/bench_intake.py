"""What it costs to take in 25,000 partnerships.

    python -m tests.bench_intake [FILE]

imports 25,000 made-up pairs (or FILE, with its faulty rows left out) and refreshes 25,000 pairs,
stated by both sides, from a query service on the loopback address (pyoxigraph, in a process of
its own). Prints the seconds of each, the sizes of what is kept, and the most memory of each
command's processes that was resident at once.
"""

from __future__ import annotations

import multiprocessing
import shutil
import sys
import tempfile
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

from tests.conftest import built_store, store_folder
from tests.kills import Command, as_csv, as_wikidata, made_up
from tests.wikidata.server import serving

PAIRS = 25_000


def main(file: Path | None) -> None:
    built_store().close()
    pairs = made_up(PAIRS)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        home = Path(shutil.copytree(store_folder(), scratch / "home"))
        given = file or as_csv(scratch / "pairs.csv", pairs)
        measure("import", Command(("import", "--skip-faulty", str(given))), home)
        again = Path(shutil.copytree(store_folder(), scratch / "again"))
        here, there = multiprocessing.get_context("spawn").Pipe()
        service = multiprocessing.get_context("spawn").Process(target=serve, args=(there, pairs))
        service.start()
        settings = (("WIKIDATA_URL", here.recv()),)
        measure("refresh", Command(("refresh",), settings), again)
        here.send("done")
        service.join()


def serve(connection: Connection, pairs: list[tuple[int, int, int]]) -> None:
    with serving(as_wikidata(pairs)) as endpoint:
        connection.send(endpoint.url)
        connection.recv()
        print(f"  answered {len(endpoint.questions)} questions")


def measure(name: str, command: Command, home: Path) -> None:
    started = time.monotonic()
    process = command.start(home)
    most = [0.0]
    watching = threading.Thread(target=watch, args=(process.pid, most))
    watching.start()
    code = process.wait()
    seconds = time.monotonic() - started
    watching.join()
    store = (home / "knowledge.db").stat().st_size
    indexes = sum(path.stat().st_size for path in home.glob("names-*.index"))
    print(f"{name:8} {seconds:5.1f} s, {most[0]:4.0f} MB resident, exit code {code}")
    print(f"  the store {store / 1e6:.0f} MB and its indexes of names {indexes / 1e6:.0f} MB")


def watch(process: int, most: list[float]) -> None:
    """Keep the most megabytes of a process and its children until it has gone."""
    while Path(f"/proc/{process}/status").exists():
        found = sum(resident(number) for number in family(process))
        if not found:
            return
        most[0] = max(most[0], found)
        time.sleep(0.05)


def family(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        children = []
    return [process, *(number for child in children for number in family(int(child)))]


def resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
