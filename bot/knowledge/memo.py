"""Memo: what was looked up before, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")


class Memo(Generic[V]):
    """Look-ups of many keys at once: only those that are not known go to the store."""

    def __init__(self, look_up: Callable[[list[str]], Mapping[str, V]], nothing: V, most: int):
        """``nothing`` is kept for keys that are not found; ``most`` keys are kept."""
        self._look_up, self._nothing, self._most = look_up, nothing, most
        self._known: dict[str, V] = {}

    def get(self, keys: Iterable[str]) -> dict[str, V]:
        """What was found; keys without anything are left out."""
        asked = dict.fromkeys(keys)
        missing = [key for key in asked if key not in self._known]
        if missing:
            if len(self._known) + len(missing) > self._most:
                self._known.clear()
                missing = list(asked)
            found = self._look_up(missing)
            self._known.update((key, found.get(key, self._nothing)) for key in missing)
        known = self._known
        return {key: known[key] for key in asked if known[key] is not self._nothing}
