"""Years in words: nineteen eighty-nine, zweitausendzehn, две тысячи седьмом."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from bot.knowledge.folding import name_key
from bot.understanding.text import Word

#: A year has at most so many words ("mille neuf cent quatre vingt dix sept").
_MOST_WORDS = 8
#: Two digits are a year from here on, as where they are written in figures; half of a year
#: before the others ("nineteen") needs two more digits.
_SMALLEST_SHORT, _SMALLEST_HALF = 61, 10


class YearWords:
    """Reads the years of a language from the building blocks that it lists."""

    def __init__(self, blocks: Mapping[str, Any], endings: Set[str]) -> None:
        """``endings`` are those that stay words of their own behind a year in figures."""
        self._kept = endings
        self._values = {
            kind: {name_key(str(phrase)): value for phrase, value in blocks[kind].items()}
            for kind in ("thousands", "halves", "tens", "units")
        }
        parts = {kind: _any_of(values) for kind, values in self._values.items()}
        between = f"(?:{_any_of(map(name_key, blocks['between']))})?"
        ending = f"(?P<ending>{_any_of(map(name_key, blocks['endings']))})?"
        tens, units = parts["tens"], parts["units"]
        self._form = re.compile(
            f"(?:(?P<thousands>{parts['thousands']})|(?P<halves>{parts['halves']}))?"
            f"(?:{between}(?P<tens>{tens})(?:{between}(?P<units>{units}))?"
            f"|{between}(?P<units_first>{units})(?:{between}(?P<tens_last>{tens}))?)?{ending}"
        )
        #: What a word with which a year begins itself begins with.
        self._begin = re.compile(
            _any_of(
                str(phrase).split()[0]
                for kind in self._values
                for phrase in map(_folded, blocks[kind])
            )
        )

    def in_figures(self, words: Sequence[Word]) -> list[Word]:
        """The words with every year in figures."""
        found: list[Word] = []
        start = 0
        while start < len(words):
            read = self._begin.match(words[start].folded) and self._at(words, start)
            if read:
                end, year, ending = read
                found.append(Word(str(year), str(year), False, words[start].gap))
                found += [Word(ending, ending, False, "")] if ending in self._kept else []
                start = end
            else:
                found.append(words[start])
                start += 1
        return found

    def _at(self, words: Sequence[Word], start: int) -> tuple[int, int, str] | None:
        """Where the longest year from ``start`` on ends, which it is, and its ending."""
        for end in range(min(start + _MOST_WORDS, len(words)), start, -1):
            match = self._form.fullmatch("".join(word.folded for word in words[start:end]))
            year = self._year(match.groupdict()) if match else 0
            if match and year:
                return end, year, match["ending"] or ""
        return None

    def _year(self, said: Mapping[str, str | None]) -> int:
        """The year of what was said; 0 for another number."""
        values = self._values
        tens, units = said["tens"] or said["tens_last"], said["units"] or said["units_first"]
        rest = values["tens"].get(tens or "", 0) + values["units"].get(units or "", 0)
        if said["thousands"]:
            return int(values["thousands"][said["thousands"]] + rest)
        if said["halves"]:
            two_digits = tens or rest >= _SMALLEST_HALF
            return int(values["halves"][said["halves"]] + rest) if two_digits else 0
        return 1900 + int(rest) if tens and units and rest >= _SMALLEST_SHORT else 0


def _folded(phrase: object) -> str:
    return " ".join(name_key(word) for word in str(phrase).split())


def _any_of(parts: Iterable[str]) -> str:
    """A pattern of any of these, the longest first; of nothing that can be where there are none."""
    listed = sorted({re.escape(part) for part in parts}, key=len, reverse=True)
    return "|".join(listed) or r"(?!)"
