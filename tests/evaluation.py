"""The questions in tests/questions as a measure: what is right, by intent, and what is not.

    python -m tests.evaluation [FILE…]

prints a table and every failing question; exit code 1 where any fails.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.answers.answer import Answer
from bot.assistant import Assistant
from bot.understanding.question import Question

QUESTIONS = Path(__file__).parent / "questions"


@dataclass(frozen=True)
class Case:
    """One question, the questions before it, and what its answer must be."""

    ask: str
    before: tuple[str, ...]
    expected: dict[str, Any]
    #: The language of the chat, that of the file's name: what is of no language is answered in it.
    language: str

    def __str__(self) -> str:
        """In one line, as it is listed in failing.txt."""
        return " → ".join(" ".join(text.split()) for text in (*self.before, self.ask))


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file: entries, conversations, or phrasings for every partner."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    language = path.stem[:2]
    if isinstance(content, dict):
        for partner in content["partners"]:
            for phrasing in content["phrasings"]:
                ask = phrasing.format(partner=partner["name"])
                yield Case(ask, (), {"says": [partner["says"]]}, language)
        return
    for entry in content:
        before: tuple[str, ...] = ()
        for turn in entry.get("conversation", [entry]):
            yield Case(turn["ask"], before, turn, language)
            before = (*before, turn["ask"])


def ask(assistant: Assistant, case: Case) -> Answer:
    previous: Question | None = None
    for text in case.before:
        answer = assistant.ask(text, previous=previous, fallback=case.language)
        previous = answer.leads_to(previous)
    return assistant.ask(case.ask, previous=previous, fallback=case.language)


def faults(assistant: Assistant, case: Case, answer: Answer) -> list[str]:
    """What is wrong with an answer; empty where it is right."""
    expected, found = case.expected, []
    text = answer.text.casefold()
    found += [f"does not say {s!r}" for s in expected.get("says", ()) if s.casefold() not in text]
    found += [f"says {s!r}" for s in expected.get("silent", ()) if s.casefold() in text]
    intent = answer.intent
    if "intent" in expected and not alike(intent, expected["intent"]):
        found.append(f"is read as {intent}")
    if answer.understood != expected.get("understood", True):
        found.append("is understood" if answer.understood else "is not understood")
    if answer.language != case.language and answer.understood:
        found.append(f"is answered in {answer.language}")
    places = {place.name for place in assistant.places(answer.question)}
    missing = [name for name in expected.get("places", ()) if name not in places]
    found += [f"is not about {name}" for name in missing]
    if "period" in expected and str(answer.question.period) != expected["period"]:
        found.append(f"has the period {answer.question.period}")
    return found


#: Intents whose answers tell the same: any of them will do.
_ALIKE = (
    {"when", "how_long", "whether", "place", "next_anniversary"},
    {"area", "partners", "count", "countries"},
    {"term", "say", "terms", "compare_terms"},
    {"history", "when", "term", "place", "anniversaries", "partners", "certainty"},
    {"off_topic", "unclear"},
    {"unknown_place", "unclear"},
    # Both name back what is no place; one adds what may be meant.
    {"unknown_place", "which_place"},
)


def alike(one: str, other: str) -> bool:
    """Whether two readings are the same or answered by the same facts."""
    return one == other or any(one in group and other in group for group in _ALIKE)


def main(paths: list[Path]) -> int:
    from tests.conftest import built_store

    assistant = Assistant(built_store())
    asked: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    confused: Counter[tuple[str, str]] = Counter()
    for path in paths or sorted(QUESTIONS.glob("*.yaml")):
        for case in cases(path):
            answer = ask(assistant, case)
            wrong = faults(assistant, case, answer)
            intent = case.expected.get("intent", "(any)")
            asked[intent, case.language] += 1
            right[intent, case.language] += not wrong
            if wrong:
                print(f"{path.stem}: {case}\n    [{answer.question.token}] {'; '.join(wrong)}")
                confused[intent, answer.intent] += intent != answer.intent
    _print_table(asked, right)
    print("\nread as another intent:")
    for (intent, read), times in confused.most_common():
        if times:
            print(f"  {intent} as {read}: {times}")
    return int(right.total() < asked.total())


def _print_table(asked: Counter[tuple[str, str]], right: Counter[tuple[str, str]]) -> None:
    """Right of asked by intent and language."""
    languages = sorted({language for _, language in asked})
    print("\n" + " " * 17 + "".join(f"{language:>9}" for language in (*languages, "all")))
    for intent in (*sorted({intent for intent, _ in asked}), "all"):
        cells = []
        for language in (*languages, "all"):
            keys = [
                key for key in asked if intent in (key[0], "all") and language in (key[1], "all")
            ]
            done, of = sum(right[k] for k in keys), sum(asked[k] for k in keys)
            cells.append(f"{done:>4}/{of:<4}" if of else " " * 9)
        print(f"{intent:17}" + "".join(cells))
    print(f"all {right.total()} of {asked.total()} = {right.total() / asked.total():.1%}")


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
