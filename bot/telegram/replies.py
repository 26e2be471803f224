"""Replies: which message of the bot answers which question, and what it says."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TypeVar

from bot.understanding.question import Question

#: Messages remembered; the oldest goes first.
LIMIT = 5_000

_K = TypeVar("_K")
_V = TypeVar("_V")


@dataclass(frozen=True, slots=True)
class Reply:
    """A message of the bot."""

    #: Its message id.
    message: int
    #: What it answers.
    question: Question
    #: The language that it is written in.
    language: str
    #: What the question could refer back to when it was asked.
    previous: Question | None = None


class Replies:
    """In memory only, and only the last of them: a restart forgets what was not edited by then."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._to: OrderedDict[tuple[int, int], int] = OrderedDict()
        self._at: OrderedDict[tuple[int, int], Reply] = OrderedDict()

    def remember(self, chat: int, reply: Reply, asked: int | None = None) -> None:
        """A message of the bot in a chat says this; ``asked``: the message that it answers."""
        if asked is not None:
            self._put(self._to, (chat, asked), reply.message)
        self._put(self._at, (chat, reply.message), reply)

    def to(self, chat: int, asked: int) -> Reply | None:
        """The reply to a person's message."""
        message = self._to.get((chat, asked))
        return None if message is None else self._at.get((chat, message))

    def at(self, chat: int, message: int) -> Reply | None:
        """What a message of the bot says."""
        return self._at.get((chat, message))

    def _put(self, kept: OrderedDict[_K, _V], key: _K, value: _V) -> None:
        kept[key] = value
        kept.move_to_end(key)
        if len(kept) > self._limit:
            kept.popitem(last=False)
