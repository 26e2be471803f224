"""Every sentence in tests/questions is read and answered as it says there.

Sentences that fail stand in tests/questions/failing.txt until they pass: then this
test asks for their line to be taken out.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.understanding.question import Question
from tests.evaluation import QUESTIONS, ask, cases, faults

FILES = sorted(QUESTIONS.glob("*.yaml"))
FAILING = set((QUESTIONS / "failing.txt").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_questions(path: Path, assistant: Assistant) -> None:
    found = {
        f"{path.stem}: {case}": "; ".join(faults(assistant, case, ask(assistant, case)))
        for case in cases(path)
    }
    wrong = {question: said for question, said in found.items() if said}
    listed = FAILING & found.keys()
    assert {question: said for question, said in wrong.items() if question not in listed} == {}
    assert sorted(listed - wrong.keys()) == [], "these pass now: take their lines out"


def test_failing_sentences_are_sentences_of_the_files() -> None:
    assert {f"{path.stem}: {case}" for path in FILES for case in cases(path)} >= FAILING


@pytest.mark.parametrize("other", ["Cairo", "Berlin"])
def test_equal_questions_of_two_talks_are_followed_each_by_its_own(
    assistant: Assistant, other: str
) -> None:
    previous: Question | None = None
    for text in (f"when was {other} twinned?", "and Giza?", "which of the two was first?"):
        answer = assistant.ask(text, previous=previous)
        previous = answer.question
    assert answer.intent == "earlier"
    assert other in answer.text and "Giza" in answer.text
