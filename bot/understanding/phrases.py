"""Phrases of several words, found at a position of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from bot.knowledge.folding import fold

V = TypeVar("V")
#: No phrase has more words.
LONGEST = 8


class Phrases(Generic[V]):
    """Folded phrases with what they mean, looked up by their first word, the longest first."""

    def __init__(self, meanings: Mapping[str, V] | Iterable[tuple[str, V]]) -> None:
        pairs = meanings.items() if isinstance(meanings, Mapping) else meanings
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, meaning in pairs:
            words = tuple(fold(str(phrase)).split())
            if words:
                self._by_first.setdefault(words[0], []).append((words, meaning))
        for known in self._by_first.values():
            known.sort(key=lambda entry: len(entry[0]), reverse=True)

    @classmethod
    def of(cls, phrases: Iterable[object]) -> Phrases[None]:
        """Phrases that only count as such."""
        return Phrases((str(phrase), None) for phrase in phrases)

    def at(self, folded: Sequence[str], start: int) -> tuple[int, V] | None:
        """The end (exclusive) and meaning of the longest phrase that starts at a word."""
        for words, meaning in self._by_first.get(folded[start], ()):
            end = start + len(words)
            if tuple(folded[start:end]) == words:
                return end, meaning
        return None

    def within(self, folded: Sequence[str]) -> Iterator[tuple[int, int, V]]:
        """The start, end (exclusive) and meaning of the longest phrase at each word."""
        for start, word in enumerate(folded):
            if word in self._by_first and (found := self.at(folded, start)):
                yield start, *found

    def ending(self, folded: Sequence[str], start: int, end: int) -> int:
        """How many words the longest phrase has that begins at or after ``start`` and ends
        at ``end`` (exclusive); 0 for none."""
        for begin in range(max(start, end - LONGEST), end):
            if folded[begin] in self._by_first:
                found = self.at(folded[:end], begin)
                if found and found[0] == end:
                    return end - begin
        return 0

    def firsts(self) -> set[str]:
        """The first word of every phrase."""
        return set(self._by_first)

    def words(self) -> set[str]:
        """Every word of every phrase."""
        return {word for known in self._by_first.values() for words, _ in known for word in words}
