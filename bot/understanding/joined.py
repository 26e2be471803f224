"""Words that were run together: sistercities, istanbulvenice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.knowledge.store import Bearer, Store
from bot.knowledge.world import ALTERNATE
from bot.understanding.sight import Sight
from bot.understanding.text import Word

#: A joined word is taken apart into names of cities of so many people, or on record.
LARGE = 800_000
#: A word that is taken apart has at least so many letters, and each part of it.
_SHORTEST_JOINED, _SHORTEST_PART = 8, 3


def taken_apart(
    words: Sequence[Word], sight: Sight, bearers: Mapping[str, Sequence[Bearer]], store: Store
) -> list[Word]:
    """The words with joined ones taken apart; none where there is no joined word."""
    parted: list[Word] = []
    for position, word in enumerate(words):
        long = len(word.folded) >= _SHORTEST_JOINED and not bearers.get(word.folded)
        halves = None
        if long and not sight.is_spoken(position) and not sight.is_topic(position):
            halves = _halves(word.folded, sight, sight.is_strange(position), store)
        if halves:
            first, second = halves
            parted.append(Word(first, first, word.capital, word.gap))
            parted.append(Word(second, second, word.capital, " "))
        else:
            parted.append(word)
    return parted if len(parted) > len(words) else []


def _halves(joined: str, sight: Sight, strange: bool, store: Store) -> tuple[str, str] | None:
    """Two words of asking, or where a word is strange names as well."""
    ends = range(_SHORTEST_PART, len(joined) - _SHORTEST_PART + 1)
    cuts = [(joined[:end], joined[end:]) for end in ends]
    known = store.bearers({half for cut in cuts for half in cut} if strange else ())

    def is_whole(half: str) -> bool:
        return sight.is_vocabulary(half) or any(
            b.rank != ALTERNATE and (b.place.population >= LARGE or b.place.id in store.recorded)
            for b in known.get(half, ())
        )

    return next((cut for cut in cuts if is_whole(cut[0]) and is_whole(cut[1])), None)
