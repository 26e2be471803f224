"""The same bot in a terminal: history, follow-ups, choices by number."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import UserError
from bot.understanding.question import Question

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.assistant import Assistant

_END = ("/quit", "/exit", "/stop")
#: What is played here rather than asked.
_GAME = re.compile(r"\s*/(trivia|guess)(?:\s+|\Z)(.*)")


def chat(assistant: Assistant, home: Path) -> None:
    """Ask and be answered until the input ends or /quit is typed."""
    chosen_home = assistant.about_home()
    answer = assistant.ask("/start")
    previous: Question | None = None
    spoken = answer.language
    _show(answer)
    lines = typed(home)
    for text in lines:
        if text.strip() in _END:
            return
        if game := _GAME.match(text):
            _play(assistant, game[1], game[2], spoken, chosen_home, lines)
            continue
        choice = _chosen(text, answer)
        if choice:
            answer = assistant.open(choice.token, answer.language, chosen_home)
        else:
            answer = assistant.ask(text, previous=previous, home=chosen_home, fallback=spoken)
        if answer.question.intent == "home" and answer.question.places:
            chosen_home = answer.question.places[0]
        spoken = answer.language
        previous = answer.leads_to(previous)
        _show(answer)


def _play(
    assistant: Assistant, name: str, words: str, language: str, home: int, lines: Iterator[str]
) -> None:
    from bot.terminal_game import play, prepare

    try:
        round = prepare(
            assistant, words, language, "guess" if name == "guess" else "quiz", home=home
        )
    except UserError as error:
        click.echo(f"\n{error}\n")
        return
    play(assistant, round, lines)
    click.echo()


def typed(home: Path) -> Iterator[str]:
    """Lines as they are typed; with history and editing where this is a terminal."""
    if not sys.stdin.isatty():
        yield from (line.rstrip("\r\n") for line in sys.stdin if line.strip())
        return
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory

    try:
        history = FileHistory(str(home / "history"))
        session: PromptSession[str] = PromptSession(history=history)
    except OSError as error:
        raise UserError(f"The history of the chat cannot be kept in {home} ({error}).") from error
    while True:
        try:
            text = session.prompt("> ")
        except (EOFError, KeyboardInterrupt):
            return
        if text.strip():
            yield text


def _chosen(text: str, answer: Answer) -> Question | None:
    """The choice whose number was typed."""
    number = text.strip()
    if number.isascii() and number.isdigit() and 1 <= int(number) <= len(answer.choices):
        return answer.choices[int(number) - 1].question
    return None


def _show(answer: Answer) -> None:
    click.echo()
    click.echo(answer.text)
    if answer.choices:
        click.echo()
        numbered = enumerate(answer.choices, 1)
        click.echo("   ".join(f"[{number}] {choice.label}" for number, choice in numbered))
    click.echo()
