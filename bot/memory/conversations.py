"""Conversations: the last Question of each, so that "and with Berlin?" has something to follow."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

from bot.understanding.question import Question

#: Seconds after which a new question no longer follows the last one.
LIFETIME = 600.0
#: Conversations kept; the one that was quiet longest goes first.
LIMIT = 5_000


class Conversations:
    """In memory only: what people asked is not written down.

    A key tells one conversation from another: for a chat, who asks, where, and in which topic.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        lifetime: float = LIFETIME,
        limit: int = LIMIT,
    ) -> None:
        """``clock`` gives seconds."""
        self._clock = clock
        self._lifetime = lifetime
        self._limit = limit
        self._last: OrderedDict[Hashable, tuple[float, Question]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._last)

    def previous(self, key: Hashable) -> Question | None:
        """The Question that a new one may refer to."""
        found = self._last.get(key)
        if found is None:
            return None
        when, question = found
        return question if self._clock() - when < self._lifetime else None

    def remember(self, key: Hashable, question: Question) -> None:
        """A Question was asked: the next one may refer to it."""
        now = self._clock()
        self._last[key] = now, question
        self._last.move_to_end(key)
        # Oldest first, so what has expired stands in front.
        while self._last:
            when, _ = next(iter(self._last.values()))
            if len(self._last) <= self._limit and now - when < self._lifetime:
                break
            self._last.popitem(last=False)
