"""A sieve for names: most runs of words are none, and fall through without a look at the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from zlib import crc32

#: Bits of the sieve, a power of two: with the 260,000 names of the world one run of words in
#: thirty that is no name does not fall through.
_BITS = 23


def sift(sql: sqlite3.Connection) -> None:
    """Make the table ``sieve`` of the names that are there, in the transaction that is open."""
    bits = bytearray(1 << _BITS - 3)
    for (key,) in sql.execute("select key from names"):
        place = _place(key)
        bits[place >> 3] |= 1 << (place & 7)
    sql.execute("drop table if exists sieve")
    sql.execute("create table sieve (bits blob)")
    sql.execute("insert into sieve values (?)", (bytes(bits),))


class Sieve:
    """The bits of sift(), a megabyte."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        (self._bits,) = sql.execute("select bits from sieve").fetchone()

    def kept(self, keys: Iterable[str]) -> list[str]:
        """The keys that may be names: all that are and few that are not."""
        bits = self._bits
        return [key for key in keys if bits[(at := _place(key)) >> 3] >> (at & 7) & 1]


def _place(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) >> 32 - _BITS
