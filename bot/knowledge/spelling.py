"""An index of names by what is left of them after deletions, for names typed wrong.

Two spellings at most two edits apart have a common remainder after at most two
deletions each (Garbe's symmetric delete). Only the first eight letters take part;
the caller re-ranks the candidates by their true distance.
"""

from __future__ import annotations

import mmap
import os
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from zlib import crc32

#: Letters of a name that take part (MATCHING.md: 8-letter prefix, 0.09 ms a question).
PREFIX = 8
_ID_BITS = 24


def edits_allowed(letters: int) -> int:
    """Typing errors that a name of so many letters may have: 0 below 4, 1 up to 7, 2 from 8."""
    return 0 if letters < 4 else 1 if letters < 8 else 2


def remainders(key: str) -> Iterable[int]:
    """Hashes (32 bits) of a folded name and of what deletions leave of it."""
    # The low byte of each UTF-16 unit tells letters of one script apart and is quick to cut.
    letters = key.encode() if key.isascii() else key.encode("utf-16-le", "replace")[::2]
    edits, letters = edits_allowed(len(letters)), letters[:PREFIX]
    left = {letters}
    for deleted in range(1, edits + 1):
        left.update(map(bytes, combinations(letters, len(letters) - deleted)))
    return map(crc32, left)


def index_shards(keys: Sequence[str]) -> list[array[int]]:
    """The entries of names numbered from 0, sorted, in shards by hash."""
    shards: list[list[int]] = [[] for _ in range(256)]
    for number, key in enumerate(keys):
        for remainder in remainders(key):
            shards[remainder >> 24].append(remainder << _ID_BITS | number)
    return [array("Q", sorted(shard)) for shard in shards]


def write_index(path: Path, shards: Iterable[array[int]]) -> None:
    """One sorted file of 8-byte entries, flushed to the disk."""
    with path.open("wb") as file:
        for shard in shards:
            shard.tofile(file)
        file.flush()
        os.fsync(file.fileno())


class SpellingIndex:
    """The file of write_index, mapped into memory: only the pages that are asked for are read."""

    def __init__(self, path: Path) -> None:
        """OSError or ValueError where the file is missing, empty or cut."""
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._entries = memoryview(self._map).cast("Q")

    def close(self) -> None:
        self._entries.release()
        self._map.close()

    def candidates(self, key: str) -> set[int]:
        """Numbers of the names that may be ``key`` typed wrong."""
        entries, found = self._entries, set()
        last, id_mask = len(entries), (1 << _ID_BITS) - 1
        for remainder in remainders(key):
            position = bisect_left(entries, remainder << _ID_BITS)
            while position < last and entries[position] >> _ID_BITS == remainder:
                found.add(entries[position] & id_mask)
                position += 1
        return found
