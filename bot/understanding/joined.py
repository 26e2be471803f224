"""Words that were run together: sistercities, istanbulvenice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.knowledge.store import Bearer
from bot.knowledge.world import ALTERNATE
from bot.understanding.sight import Sight
from bot.understanding.standing import LARGE
from bot.understanding.text import Word

#: A joined word is taken apart into words of asking and names of large cities or such at hand;
#: it has at least so many letters, and each part of it.
_SHORTEST_JOINED, _SHORTEST_PART = 8, 3


def taken_apart(
    words: Sequence[Word], sight: Sight, bearers: Mapping[str, Sequence[Bearer]]
) -> list[Word]:
    """The words with joined ones taken apart; none where there is no joined word."""
    parted: list[Word] = []
    for position, word in enumerate(words):
        long = len(word.folded) >= _SHORTEST_JOINED and not bearers.get(word.folded)
        halves = None
        if long and not sight.is_spoken(position) and not sight.is_topic(position):
            halves = _halves(word.folded, sight, sight.is_strange(position))
        if halves:
            first, second = halves
            parted.append(Word(first, first, word.capital, word.gap))
            parted.append(Word(second, second, word.capital, " "))
        else:
            parted.append(word)
    return parted if len(parted) > len(words) else []


def _halves(joined: str, sight: Sight, strange: bool) -> tuple[str, str] | None:
    """Two words of asking, or where a word is strange names as well."""
    ends = range(_SHORTEST_PART, len(joined) - _SHORTEST_PART + 1)
    cuts = [(joined[:end], joined[end:]) for end in ends]
    known = sight.standing.store.bearers({half for cut in cuts for half in cut} if strange else ())

    def is_whole(half: str) -> bool:
        return sight.is_vocabulary(half) or any(
            b.rank != ALTERNATE
            and (b.place.population >= LARGE or b.place.id in sight.standing.at_hand)
            for b in known.get(half, ())
        )

    return next((cut for cut in cuts if is_whole(cut[0]) and is_whole(cut[1])), None)
