"""Every sentence in tests/questions is read and answered as it says there.

Sentences that fail stand in tests/questions/failing.txt until they pass: then this
test asks for their line to be taken out.
"""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from tests.evaluation import QUESTIONS, Case, ask, cases, faults

FAILING = set((QUESTIONS / "failing.txt").read_text(encoding="utf-8").splitlines())
CASES = [(path.stem, case) for path in sorted(QUESTIONS.glob("*.yaml")) for case in cases(path)]


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file}: {case}" for file, case in CASES])
def test_question(file: str, case: Case, assistant: Assistant) -> None:
    found = faults(assistant, case, ask(assistant, case))
    if f"{file}: {case}" in FAILING:
        assert found, "this passes now: take its line out of failing.txt"
        pytest.xfail("; ".join(found))
    assert not found


def test_failing_sentences_are_sentences_of_the_files() -> None:
    assert {f"{file}: {case}" for file, case in CASES} >= FAILING
