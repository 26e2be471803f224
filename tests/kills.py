"""What is left when a build, an import or a refresh is killed (SIGKILL) at any moment.

    python -m tests.kills [moments]

kills each of the three at so many (default: 10) random moments of its course. After each kill
the store has to open, whole, with everything that was on record before; the lists have to be the
old ones or the new one; and the same command, run again, has to come to its end and to the same
records as one that was never killed. Prints a line a kill; exit code 1 where something is lost.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import lists
from bot.knowledge.export import export
from bot.knowledge.store import Store
from tests.conftest import built_store, store_folder
from tests.wikidata.server import Endpoint, serving
from tests.wikidata.triples import Wikidata

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Command:
    """A command of the command line, and the settings that it needs."""

    arguments: tuple[str, ...]
    settings: tuple[tuple[str, str], ...] = ()

    def start(self, home: Path) -> subprocess.Popen[bytes]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("BOT_", "WIKI"))}
        environment |= {"BOT_HOME": str(home), "PYTHONPATH": str(ROOT), **dict(self.settings)}
        return subprocess.Popen(
            [sys.executable, "-m", "bot", "data", *self.arguments],
            env=environment,
            cwd=home,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def run(self, home: Path) -> float:
        """Seconds that it takes."""
        started = time.monotonic()
        assert self.start(home).wait() == 0, self.arguments
        return time.monotonic() - started


@dataclass(frozen=True)
class Trial:
    """A command, what it changes, and what it comes to when nobody kills it."""

    command: Command
    before: Path
    records: str
    seconds: float

    @classmethod
    def of(cls, command: Command, before: Path, scratch: Path) -> Trial:
        home = Path(shutil.copytree(before, scratch / "unharmed"))
        seconds = command.run(home)
        records = exported(home)
        shutil.rmtree(home)
        return cls(command, before, records, seconds)

    def kill(self, moment: float, scratch: Path) -> str:
        """Kill it when ``moment`` (0 to 1) of its time has passed, and say what was left."""
        home = Path(shutil.copytree(self.before, scratch / "killed"))
        old = exported(home)
        process = self.command.start(home)
        time.sleep(moment * self.seconds)
        process.kill()
        ended = process.wait() == 0
        # Workers of a build end with it.
        time.sleep(0.2)
        left = exported(home)
        assert left in (old, self.records), "the store is another"
        assert lists.lists(self.before).keys() <= lists.lists(home).keys(), "a list is lost"
        for path in lists.lists(home).values():
            assert any(lists.read(path, "claims")), "a list is damaged"
        self.command.run(home)
        assert exported(home) == self.records, "it does not come to the same again"
        shutil.rmtree(home)
        which = "the new" if left == self.records and left != old else "the old"
        return f"{which} store" + (" (it had ended)" if ended else "")


def exported(home: Path) -> str:
    """Everything that the store has on record, as it stands there: nothing is built."""
    with closing(Store(home / "knowledge.db")) as store:
        return "".join(export(store, "csv"))


def made_up(pairs: int, seed: int = 7) -> list[tuple[int, int, int]]:
    """Pairs of the ids of cities, and years."""
    chance = random.Random(seed)
    with closing(built_store()) as store:
        cities = [place.id for place in store.largest(20_000)]
    found = {tuple(sorted(chance.sample(cities, 2))) for _ in range(pairs + pairs // 50 + 5)}
    return [(a, b, chance.randint(1950, 2020)) for a, b in sorted(found)[:pairs]]


def as_csv(path: Path, pairs: list[tuple[int, int, int]]) -> Path:
    rows = (f"{a},{b},{year}\n" for a, b, year in pairs)
    path.write_text("a,b,date\n" + "".join(rows), encoding="utf-8")
    return path


def as_wikidata(pairs: list[tuple[int, int, int]]) -> Wikidata:
    """The pairs, stated by both sides, with names in seven languages."""
    made = Wikidata()
    for city in sorted({city for a, b, _ in pairs for city in (a, b)}):
        names = {code: f"Name {city} {code}" for code in ("en", "tr", "de", "fr", "es", "it", "ru")}
        made.place(f"Q{city}", city, labels=names, aliases={"en": (f"Alias {city}",)})
    for a, b, year in pairs:
        made.twins(f"Q{a}", f"Q{b}", str(year), urls=(f"https://example.org/{a}",))
        made.twins(f"Q{b}", f"Q{a}", str(year))
    return made


def trials(
    scratch: Path, endpoint: Endpoint, pairs: list[tuple[int, int, int]]
) -> dict[str, Callable[[], Trial]]:
    """The three commands, each in a home that has a list already."""
    built_store().close()
    home = Path(shutil.copytree(store_folder(), scratch / "home"))
    earlier = as_csv(scratch / "earlier.csv", pairs[:50])
    Command(("import", str(earlier))).run(home)
    new = as_csv(scratch / "new.csv", pairs)
    commands = {
        "build": Command(("build",)),
        "import": Command(("import", str(new))),
        "refresh": Command(("refresh",), (("WIKIDATA_URL", endpoint.url),)),
    }
    return {
        name: lambda command=command: Trial.of(command, home, scratch)  # type: ignore[misc]
        for name, command in commands.items()
    }


def main(moments: int) -> int:
    chance = random.Random()
    pairs = made_up(2000)
    lost = 0
    with serving(as_wikidata(pairs)) as endpoint, tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for name, prepare in trials(scratch, endpoint, pairs).items():
            trial = prepare()
            for moment in sorted(chance.random() for _ in range(moments)):
                try:
                    said = trial.kill(moment, scratch)
                except Exception as error:
                    said, lost = f"LOST: {error!r}", lost + 1
                    shutil.rmtree(scratch / "killed", ignore_errors=True)
                at = moment * trial.seconds
                print(
                    f"{name:8} killed after {at:5.2f} of {trial.seconds:5.2f} s: {said}", flush=True
                )
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
