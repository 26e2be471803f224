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
        self._meanings: dict[tuple[str, ...], V] = {}
        for phrase, meaning in pairs:
            words = tuple(fold(str(phrase)).split())
            if words:
                self._meanings.setdefault(words, meaning)
        #: How many words the phrases have that begin with a word, the longest first.
        self._lengths: dict[str, list[int]] = {}
        for length, first in sorted({(len(words), words[0]) for words in self._meanings})[::-1]:
            self._lengths.setdefault(first, []).append(length)

    @classmethod
    def of(cls, phrases: Iterable[object]) -> Phrases[None]:
        """Phrases that only count as such."""
        return Phrases((str(phrase), None) for phrase in phrases)

    def at(self, folded: Sequence[str], start: int) -> tuple[int, V] | None:
        """The end (exclusive) and meaning of the longest phrase that starts at a word."""
        for length in self._lengths.get(folded[start], ()):
            end = start + length
            words = tuple(folded[start:end])
            if words in self._meanings and end <= len(folded):
                return end, self._meanings[words]
        return None

    def within(self, folded: Sequence[str]) -> Iterator[tuple[int, int, V]]:
        """The start, end (exclusive) and meaning of the longest phrase at each word."""
        for start, word in enumerate(folded):
            if word in self._lengths and (found := self.at(folded, start)):
                yield start, *found

    def ending(self, folded: Sequence[str], start: int, end: int) -> int:
        """How many words the longest phrase has that begins at or after ``start`` and ends
        at ``end`` (exclusive); 0 for none."""
        for begin in range(max(start, end - LONGEST), end):
            if folded[begin] in self._lengths:
                found = self.at(folded[:end], begin)
                if found and found[0] == end:
                    return end - begin
        return 0

    def firsts(self) -> set[str]:
        """The first word of every phrase."""
        return set(self._lengths)

    def words(self) -> set[str]:
        """Every word of every phrase."""
        return {word for words in self._meanings for word in words}
