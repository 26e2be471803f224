"""What somebody wants to play: "5 about Germany hard"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.voice import Voice
from bot.knowledge.folding import fold
from bot.trivia.items import LEVELS
from bot.trivia.round import MOST
from bot.trivia.subjects import Kind, Subject

_NUMBER = re.compile(r"(?<!\S)([0-9]{1,9})[.,:;]?(?!\S)")
_NAMED: tuple[Kind, ...] = ("world", "terms", "history")


class BadNumberError(ValueError):
    """Nobody plays so many questions: 0, 500."""


@dataclass(frozen=True, slots=True)
class Request:
    """The words behind /trivia or /guess."""

    #: None where nobody says how many.
    number: int | None
    level: int | None
    #: What the round is about where that is no place.
    subject: Subject | None
    #: The words that are left: the name of a place, or nothing.
    text: str


def read(text: str, voices: list[Voice]) -> Request:
    """The Request of a text in any of the languages of these voices.

    BadNumberError where the number is not from 1 to MOST.
    """
    found = _NUMBER.search(text)
    number = int(found[1]) if found else None
    if number is not None and not 1 <= number <= MOST:
        raise BadNumberError(number)
    rest = (_NUMBER.sub(" ", text, count=1) if found else text).strip()
    level = None
    for each in LEVELS:
        without = _without(rest, _words(voices, f"level-words-{each}"), anywhere=True)
        if without != rest:
            level, rest = each, without
            break
    lead = _words(voices, "about-words-lead")
    rest = "" if fold(rest) in lead else _without(rest, lead)
    for kind in _NAMED:
        if fold(rest) in _words(voices, f"about-words-{kind}"):
            return Request(number, level, Subject(kind), "")
    return Request(number, level, None, rest)


def _words(voices: list[Voice], message: str) -> list[str]:
    """Folded, the longest first."""
    words = {fold(word) for voice in voices for word in voice.say(message).split(",")}
    return sorted(words, key=len, reverse=True)


def _without(text: str, words: list[str], anywhere: bool = False) -> str:
    """A text without one of these words at its beginning or its end, or anywhere in it."""
    said = text.split()
    folded = [fold(word) for word in said]
    for word in words:
        parts = word.split()
        size = len(parts)
        last = len(said) - size
        if last < 0 or (last == 0 and not anywhere):
            continue
        for start in range(last + 1) if anywhere else (0, last):
            if folded[start : start + size] == parts:
                return " ".join(said[:start] + said[start + size :])
    return text
