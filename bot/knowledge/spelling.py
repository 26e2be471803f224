"""An index of names by what is left of them after deletions, for names typed wrong.

Two spellings at most two edits apart have a common remainder after at most two
deletions each (Garbe's symmetric delete). Only the first eight letters take part;
the caller re-ranks the candidates by their true distance.
"""

from __future__ import annotations

import os
import weakref
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from zlib import crc32

#: Letters of a name that take part (MATCHING.md: 8-letter prefix, 0.09 ms a question).
PREFIX = 8
_ID_BITS = 24
_ID_MASK = (1 << _ID_BITS) - 1
#: Bytes of an entry, and of a block that is read at once: a page of the disk.
_ENTRY, _BLOCK = 8, 4096


def edits_allowed(letters: int) -> int:
    """Typing errors that a name of so many letters may have: 0 below 4, 1 up to 7, 2 from 8."""
    return 0 if letters < 4 else 1 if letters < 8 else 2


def edits_listed(letters: int) -> int:
    """Typing errors by which a name of so many letters is listed: for names that everybody
    knows more are read than edits_allowed() grants to any."""
    return 0 if letters < 4 else 1 if letters < 6 else 2


def remainders(key: str) -> Iterable[int]:
    """Hashes (32 bits) of a folded name and of what deletions leave of it."""
    # The low byte of each UTF-16 unit tells letters of one script apart and is quick to cut.
    letters = key.encode() if key.isascii() else key.encode("utf-16-le", "replace")[::2]
    edits, letters = edits_listed(len(letters)), letters[:PREFIX]
    left = {letters}
    for deleted in range(1, edits + 1):
        left.update(map(bytes, combinations(letters, len(letters) - deleted)))
    return map(crc32, left)


def index_shards(keys: Iterable[str], first: int = 0) -> Iterator[array[int]]:
    """The entries of names numbered from ``first``, sorted, in shards by hash."""
    shards = [array("Q") for _ in range(256)]
    for number, key in enumerate(keys, first):
        for remainder in remainders(key):
            shards[remainder >> 24].append(remainder << _ID_BITS | number)
    while shards:
        yield array("Q", sorted(shards.pop(0)))


def write_index(path: Path, shards: Iterable[array[int]]) -> None:
    """One sorted file of 8-byte entries, flushed to the disk."""
    with path.open("wb") as file:
        for shard in shards:
            shard.tofile(file)
        file.flush()
        os.fsync(file.fileno())


class SpellingIndex:
    """The file of write_index, read block by block: only its first entries stay in memory."""

    def __init__(self, path: Path) -> None:
        """OSError or ValueError where the file is missing, empty or cut."""
        size = path.stat().st_size
        if not size or size % _ENTRY:
            raise ValueError(f"{path.name} is cut")
        self._file = path.open("rb", buffering=0)
        # Whoever forgets to close it leaves no open file behind.
        weakref.finalize(self, self._file.close)
        self._firsts = array("Q")
        for start in range(0, size, _BLOCK):
            self._file.seek(start)
            self._firsts.frombytes(self._file.read(_ENTRY))

    def close(self) -> None:
        self._file.close()

    def candidates(self, key: str) -> set[int]:
        """Numbers of the names that may be ``key`` typed wrong."""
        found: set[int] = set()
        for remainder in remainders(key):
            least, most = remainder << _ID_BITS, (remainder + 1) << _ID_BITS
            block = max(0, bisect_left(self._firsts, least) - 1)
            while block < len(self._firsts) and self._firsts[block] < most:
                entries = self._read(block)
                start, end = bisect_left(entries, least), bisect_left(entries, most)
                found.update(entry & _ID_MASK for entry in entries[start:end])
                block += 1
        return found

    def _read(self, block: int) -> array[int]:
        self._file.seek(block * _BLOCK)
        return array("Q", self._file.read(_BLOCK))
