"""A question as its words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.knowledge.folding import INVISIBLE, WORD, name_key

#: A question is read up to its 64th word: MATCHING.md measured 11-17 ms for 64 unknown ones.
MOST_WORDS = 64
_YEAR = re.compile(r"(?<=\A[12]\d{3})(?=[^\W\d])")
_HUMPS = re.compile(r"(?<=[a-zß-öø-ÿığşœа-яё])(?=[A-ZÀ-ÖØ-ÞİĞŞŒА-ЯЁ])")
#: The most that Telegram sends in a message.
MOST_CHARACTERS = 4096
#: Words are few and come again.
_folded = lru_cache(4096)(name_key)


class Word(NamedTuple):
    """One word of a question."""

    text: str
    folded: str
    #: Whether it starts with a capital letter.
    capital: bool
    #: What stands between it and the word before.
    gap: str


def words(text: str) -> list[Word]:
    """The first 64 words; an apostrophe, hyphen or underscore ends a word."""
    text = text[:MOST_CHARACTERS]
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = "".join(c for c in text if c not in INVISIBLE)
    found: list[Word] = []
    end = 0
    for match in WORD.finditer(text):
        gap = text[end : match.start()]
        # An ending that is typed on to a year is a word of its own: 1990s, 1997de; so is each
        # word of #SisterCitiesOfIstanbul.
        for part in _parts(match[0], tagged=gap.endswith("#")):
            folded = _folded(part)
            if folded:
                found.append(Word(part, folded, part[0].isupper(), gap))
                gap = ""
        end = match.end()
        if len(found) >= MOST_WORDS:
            break
    return found[:MOST_WORDS]


def _parts(word: str, tagged: bool) -> Sequence[str]:
    if tagged:
        return _HUMPS.split(word)
    return _YEAR.split(word) if word[0].isdigit() else (word,)
