"""Commands mean the same on every surface; words behind them narrow what they are about."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant
from bot.commands import COMMANDS


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_bare_command_is_answered(command: str, assistant: Assistant) -> None:
    answer = assistant.ask(f"/{command}")
    assert answer.understood
    assert answer.question == assistant.ask(f"/{command.upper()}@some_bot").question


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("/ask when did istanbul twin with venice", "8 June 2007"),
        ("/city Venice", "8 June 2007"),
        ("/city Berlim", "17 November 1989"),
        ("/city Hogwarts", "I know no place called Hogwarts"),
        ("/city Tripoli", "Which Tripoli"),
        ("/city", "42 partners"),
        ("/terms Italian", "gemellaggio"),
        ("/terms gemellaggio", "gemellaggio"),
        ("/terms", "Words for twin towns"),
        ("/history 1944", "Stalingrad"),
        ("/history tablecloth", "830"),
        ("/history Kiel", "1947"),
        ("/history", "1931"),
        ("/home Ankara", "Ankara"),
        ("/home", "Istanbul"),
        ("/language", "English"),
        ("/language Deutsch", "Deutsch"),
        ("/sources", "GeoNames"),
        ("/privacy", "ten minutes"),
        ("/nosuchcommand", ""),
    ],
)
def test_commands(command: str, says: str, assistant: Assistant) -> None:
    assert says in assistant.ask(command).text


def test_words_behind_a_command_are_of_the_language_they_are_in(assistant: Assistant) -> None:
    assert "8. Juni 2007" in assistant.ask("/city Venedig").text
    assert "8 июня 2007" in assistant.ask("/city Венеция").text
