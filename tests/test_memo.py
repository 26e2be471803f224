"""What is kept in memory is what the store would say, however much was asked before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.memo import Memo

KNOWN = {str(number): number for number in range(0, 40, 2)}


@given(st.lists(st.lists(st.integers(0, 50).map(str), max_size=12), max_size=30))
def test_a_memo_answers_like_the_store(asked: list[list[str]]) -> None:
    memo = Memo[int](lambda keys: {k: KNOWN[k] for k in keys if k in KNOWN}, -1, most=10)
    for keys in asked:
        assert memo.get(keys) == {key: KNOWN[key] for key in keys if key in KNOWN}


def test_what_is_known_is_not_looked_up_again() -> None:
    looked_up: list[str] = []

    def look_up(keys: list[str]) -> dict[str, int]:
        looked_up.extend(keys)
        return {}

    memo = Memo[int](look_up, -1, most=10)
    memo.get(["a", "b"])
    memo.get(["b", "a", "c"])
    assert looked_up == ["a", "b", "c"]
