"""The game in a terminal: the same rounds for one player, on the clock of the machine."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from bot.answers.answer import plain
from bot.errors import UserError
from bot.knowledge.folding import name_key
from bot.trivia import board, guessing, request, telling
from bot.trivia.board import Given
from bot.trivia.items import MEDIUM, Item, Make, NothingLeftError
from bot.trivia.kinds import makes, riddle
from bot.trivia.round import HINTS, MOST, SECONDS, USUAL, Announce, Ask, Mode, Round
from bot.trivia.subjects import Subject

if TYPE_CHECKING:
    from bot.answers.voice import Voice
    from bot.assistant import Assistant

_PLAYER = 1
_END = ("/stop", "/quit", "/exit")


def prepare(
    assistant: Assistant,
    words: str,
    language: str,
    mode: Mode = "quiz",
    *,
    home: int | None = None,
    seconds: int = SECONDS,
    seed: str = "",
) -> Round:
    """The Round that somebody asks for by the words behind /trivia.

    UserError where there is nothing to ask about, or too many questions are asked for.
    """
    voice = assistant.voices(language)[0]
    place = home or assistant.about_home()
    try:
        wanted = request.read(words, assistant.voices(voice.code, "en"))
    except request.BadNumberError as error:
        raise UserError(voice.say("round-number", most=MOST)) from error
    named = assistant.subject(wanted.text, voice.code, place) if wanted.text else None
    if wanted.text and not named:
        raise UserError(voice.say("round-unknown-subject", text=wanted.text))
    usual = Subject("home" if mode == "quiz" else "city", place)
    about = wanted.subject or named or usual
    if mode == "guess" and about.kind in ("terms", "history"):
        # Of these there are no names to guess.
        about = usual
    return Round(
        # A private chat: nobody else is waited for.
        chat=_PLAYER,
        thread=0,
        starter=_PLAYER,
        subject=about,
        level=wanted.level or MEDIUM,
        language=voice.code,
        seed=seed or secrets.token_hex(6),
        mode=mode,
        seconds=seconds,
        total=wanted.number or USUAL,
    )


def play(
    assistant: Assistant,
    round: Round,
    typed: Iterator[str],
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Play a round with what is typed; the end of the input or /stop stops it.

    ``clock`` gives seconds. A terminal waits for what is typed: an answer that comes too late is
    told to be, where in a chat the next question would have come.
    """
    voice = assistant.deck(round.language).voice
    click.echo(plain(telling.begins(round, voice)))
    record: list[Given] = []
    asked: set[str] = set()
    while round.state != "over":
        # Nothing is waited for between two questions: here nobody else has to read.
        now = clock()
        round, effects = replace(round, due=min(round.due, now)).tick(now, bool(record))
        if Announce() in effects:
            ends = plain(telling.ends(round, board.add_up(record), voice))
            click.echo(f"\n{ends}")
            round, _ = round.was_announced()
        elif Ask() in effects:
            item = _drawn(assistant, round, asked)
            if item is None:
                round, _ = round.is_exhausted(clock())
                continue
            asked.add(item.key)
            round, _ = round.was_asked(clock())
            given = _answered(assistant, round, item, typed, clock)
            if given is None:
                round, _ = round.was_stopped(clock())
                continue
            record.append(given)
            round, _ = round.was_solved(clock())


def _drawn(assistant: Assistant, round: Round, asked: set[str]) -> Item | None:
    kinds: dict[Make, int] = {riddle: 1}
    if round.mode == "quiz":
        kinds = makes(round.subject, round.level)
    seed = f"{round.seed}:{round.number}"
    try:
        return assistant.deck(round.language).draw(kinds, round.subject, round.level, seed, asked)
    except NothingLeftError:
        return None


def _answered(
    assistant: Assistant, round: Round, item: Item, typed: Iterator[str], clock: Callable[[], float]
) -> Given | None:
    """What was answered to a question; None where the player has had enough."""
    deck = assistant.deck(round.language)
    voice = deck.voice
    question = telling.question(round, item, voice)
    if round.mode == "guess":
        points = _guessed(round, item, question, typed, assistant)
    else:
        click.echo(f"\n{question}")
        for number, option in enumerate(item.options, 1):
            click.echo(f"  {number}  {option}")
        chosen = _chosen(item, typed, voice)
        points = None if chosen is None else int(chosen == item.correct)
    if points is None:
        return None
    took = clock() - round.asked
    late = round.mode == "quiz" and took > round.seconds
    kind = "late" if late else "right" if points else "wrong"
    click.echo(voice.say(f"terminal-{kind}", right=item.right))
    source = voice.say("fact-source", source=item.source)
    click.echo(f"{item.fact} {source}{f' <{item.url}>' if item.url else ''}")
    won = 0 if late else points
    return Given(_PLAYER, voice.say("terminal-you"), False, bool(won), won, float(f"{took:.1f}"))


def _chosen(item: Item, typed: Iterator[str], voice: Voice) -> int | None:
    """The option whose number or name is typed."""
    while True:
        click.echo(voice.say("terminal-answer", count=len(item.options)))
        text = next(typed, None)
        if text is None or text.strip() in _END:
            return None
        number = text.strip()
        if number.isascii() and number.isdigit() and 1 <= int(number) <= len(item.options):
            return int(number) - 1
        key = name_key(text)
        meant = [i for i, option in enumerate(item.options) if key and name_key(option) == key]
        if meant:
            return meant[0]


def _guessed(
    round: Round, item: Item, question: str, typed: Iterator[str], assistant: Assistant
) -> int | None:
    """The points of a name that is typed; a letter more is shown after each wrong one."""
    deck = assistant.deck(round.language)
    wrong: set[str] = set()
    while len(wrong) <= HINTS:
        shown = replace(round, hints=len(wrong))
        click.echo(f"\n{plain(telling.riddle(shown, item, question, deck.voice))}")
        text = next(typed, None)
        if text is None or text.strip() in _END:
            return None
        verdict, named = guessing.judge(text, item, deck.store)
        if verdict == "right":
            return guessing.points(0, len(wrong))
        if text.strip():
            click.echo(deck.voice.say("guess-wrong", name=text.strip()))
        if verdict == "wrong":
            wrong.add(named)
    return 0
