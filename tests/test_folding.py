"""Names and words are the same however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.folding import fold, name_key
from bot.understanding.text import MOST_WORDS, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("KÖLN", "koln"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("Iğdır", "igdir"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ærøskøbing", "aeroskobing"),
        ("N’Djamena", "n djamena"),
        ("Xi'an", "xi an"),
        ("Rio-de-Janeiro", "rio de janeiro"),
        ("Орёл", "орел"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("Ven\u200bice", "venice"),
        ("", ""),
    ],
)
def test_folding(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_key_has_no_blanks_and_is_that_of_the_folded_text(text: str) -> None:
    assert " " not in name_key(text)
    assert name_key(text) == fold(text).replace(" ", "")


@given(st.text(max_size=600))
def test_words_are_folded_bounded_and_in_order(text: str) -> None:
    found = words(text)
    assert len(found) <= MOST_WORDS
    assert all(word.folded == name_key(word.text) for word in found)


def test_words_keep_their_capitals_and_what_stands_between_them() -> None:
    found = words("d’Istanbul – Köln")
    assert [(w.folded, w.capital, w.gap) for w in found] == [
        ("d", False, ""),
        ("istanbul", True, "’"),
        ("koln", True, " – "),
    ]
