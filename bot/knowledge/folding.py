"""Folding: the one form under which a name or word is the same however it is typed."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart, as people without them on the keyboard type them.
_LETTERS = str.maketrans(
    {
        "İ": "i", "I": "i", "ı": "i", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l",
        "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
        "ħ": "h", "Ħ": "h", "ə": "a", "Ə": "a", "ŋ": "n", "Ŋ": "n", "ё": "е", "Ё": "е",
        "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "ʹ": "", "ʺ": "",
    }
)  # fmt: skip

#: Soft hyphens, zero-width and direction marks and variation selectors: they hide in copied words.
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c") | frozenset(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xFE00, 0xFE10)])
)

WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Case, marks and letter variants away; blanks, hyphens, apostrophes become one space.

    Köln, KÖLN and koln are ``koln``; fold(fold(x)) == fold(x).
    """
    return " ".join(WORD.findall(_flatten(text)))


def name_key(text: str) -> str:
    """The key under which the gazetteer holds a name: folded, without spaces."""
    return "".join(WORD.findall(_flatten(text)))


def _flatten(text: str) -> str:
    if text.isascii():
        return text.lower()
    # Casefolding takes letters apart and compatibility forms hide capitals: look twice.
    flat = unicodedata.normalize("NFKD", text.translate(_LETTERS)).translate(_LETTERS)
    flat = unicodedata.normalize("NFKD", flat.casefold())
    kept = (c for c in flat if not unicodedata.combining(c) and c not in INVISIBLE)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS)
