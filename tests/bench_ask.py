"""How long one question takes, from text to Answer, with the world gazetteer.

    python -m tests.bench_ask

asks every sentence of tests/questions, each for the first time, then all of them again (answers
are kept for a day); prints medians and 99th percentiles in milliseconds, with `--hostile` the
slowest of 10,000 random texts of 4,096 characters, and the resident memory.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from bot.assistant import Assistant
from tests.conftest import built_store
from tests.evaluation import QUESTIONS, cases

#: Texts of the hostile run, and their characters (the most that Telegram sends).
TEXTS, CHARACTERS = 10_000, 4096
#: Questions that are asked before, so that the caches of the disk are filled.
WARM_UP = ("since when is Lyon a partner of Turin", "how many", "what does gemellaggio mean")


def main(hostile: bool) -> None:
    assistant = Assistant(built_store())
    questions = [case.ask for path in sorted(QUESTIONS.glob("*.yaml")) for case in cases(path)]
    assistant.make_ready()
    # As the running bot does (telegram/run.py): a search for garbage through all languages takes
    # 0.1 s.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    for text in WARM_UP:
        assistant.ask(text)
    print(f"questions        {len(questions)}")
    for name in ("first time", "again"):
        measured = sorted(times(assistant, questions))
        print(f"{name:16} median {statistics.median(measured):.2f} ms, ", end="")
        print(f"99th percentile {measured[int(len(measured) * 0.99)]:.2f} ms, ", end="")
        print(f"slowest {measured[-1]:.2f} ms")
    if hostile:
        print(f"slowest random   {max(times(assistant, random_texts())):.2f} ms of {TEXTS}")
    print(f"resident memory  {resident():.0f} MB")


def times(assistant: Assistant, texts: Iterable[str]) -> list[float]:
    """Milliseconds for each text."""
    measured = []
    for text in texts:
        start = time.perf_counter()
        assistant.ask(text)
        measured.append((time.perf_counter() - start) * 1000)
    return measured


def random_texts() -> Iterable[str]:
    """Words of random letters, and of the letters of names, until the text is full."""
    chance = random.Random(1)
    alphabets = ("abcdefghijklmnopqrstuvwxyz", "aeinrst", "абвгдежзийклмнопрстуя")
    for number in range(TEXTS):
        letters = alphabets[number % len(alphabets)]
        words = ("".join(chance.choices(letters, k=chance.randint(1, 14))) for _ in range(700))
        yield " ".join(words)[:CHARACTERS]


def resident() -> float:
    """Megabytes of this process that are in memory, or 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


if __name__ == "__main__":
    main("--hostile" in sys.argv[1:])
