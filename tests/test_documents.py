"""What the documents say is what the program has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot.__main__ import main
from bot.answers.answerer import INTENTS
from bot.assistant import Assistant
from bot.commands import COMMANDS
from bot.knowledge.keeping import data_folder
from bot.knowledge.store import Store
from bot.understanding.language import SLOTS
from bot.understanding.neighbours import NEIGHBOURS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LANGUAGES = sorted(p.name for p in (data_folder() / "languages").iterdir() if p.is_dir())


def test_the_readme_has_a_line_for_every_command(assistant: Assistant) -> None:
    table = re.findall(r"^\| /(\w+) \| (.+) \|$", README, re.MULTILINE)
    assert table == [(c.name, assistant.say(f"command-{c.name}")) for c in COMMANDS]


def test_the_readme_has_a_line_for_every_command_of_the_command_line() -> None:
    for name, command in main.commands.items():
        for part in getattr(command, "commands", {"": None}):
            assert f"`{' '.join(filter(None, (name, part)))}" in README


def test_help_names_every_command(assistant: Assistant) -> None:
    said = assistant.ask("/help").text
    assert all(f"/{command.name} " in said for command in COMMANDS)


def messages(code: str) -> dict[str, set[str]]:
    """The messages of a language and the variables that each uses."""
    found = {}
    for path in sorted((data_folder() / "languages" / code).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:60]}"
            if isinstance(entry, ast.Message):
                text = repr(entry.to_json())
                found[entry.id.name] = set(
                    re.findall(r"'type': 'VariableReference', 'id': \{[^{}]*'name': '(\w+)'", text)
                )
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_every_message_with_variables_that_are_given(code: str) -> None:
    english, own = messages("en"), messages(code)
    assert set(own) == set(english)
    for name, variables in own.items():
        assert variables <= english[name], name


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_examples_for_every_intent(code: str, store: Store) -> None:
    examples = store.document(code, "examples")
    leaning = {"again", "dates", "next_page", "purpose", *NEIGHBOURS}
    asked_back = {"unclear", "unknown_place"}
    assert set(examples["intents"]) == (INTENTS - asked_back) | leaning
    for sentences in examples["intents"].values():
        for sentence in sentences:
            slots = set(re.findall(r"\{\w*\}?", str(sentence)))
            assert slots <= set(SLOTS), sentence


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("document", ["examples", "explanations"])
def test_words_that_yaml_takes_for_truth_values_are_quoted(
    code: str, document: str, store: Store
) -> None:
    assert not {type(leaf) for leaf in leaves(store.document(code, document))} & {bool}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_telegram_shows_fits_its_limits(code: str, assistant: Assistant) -> None:
    for command in COMMANDS:
        assert 1 <= len(assistant.say(f"command-{command.name}", code)) <= 256
    assert len(assistant.say("telegram-description", code)) <= 512
    assert len(assistant.say("telegram-short-description", code)) <= 120


def test_no_path_of_a_machine_and_no_registry_stands_in_the_documents() -> None:
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / ".env.example"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/(work|tmp|root|home)/", text)
        assert "index-url" not in text.casefold()


def leaves(document: object) -> Iterator[object]:
    """What stands in a document, however deep."""
    if isinstance(document, dict):
        document = [*document, *document.values()]
    if isinstance(document, list):
        for part in document:
            yield from leaves(part)
    else:
        yield document
