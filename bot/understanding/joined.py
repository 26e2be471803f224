"""Words that were run together: sistercities, istanbulvenice, whendidistanbultwinwithvenice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.knowledge.records import ALTERNATE
from bot.knowledge.store import Bearer
from bot.understanding.sight import Sight
from bot.understanding.standing import LARGE
from bot.understanding.text import Word

#: A joined word is taken apart into words of asking and names of large cities or such at hand;
#: it has at least so many letters, and each of two parts of it.
_SHORTEST_JOINED, _SHORTEST_PART = 8, 3
#: More than two parts have so many letters together.
_SHORTEST_SEVERAL = 12
#: Words with more letters are nothing that anybody means; only so many of a text are looked at.
_LONGEST_JOINED, _MOST_JOINED = 60, 3


def taken_apart(
    words: Sequence[Word], sight: Sight, bearers: Mapping[str, Sequence[Bearer]]
) -> list[Word]:
    """The words with joined ones taken apart; none where there is no joined word."""
    parted: list[Word] = []
    looked_at = 0
    for position, word in enumerate(words):
        long = len(word.folded) >= _SHORTEST_JOINED and not bearers.get(word.folded)
        parts: Sequence[str] = ()
        if long and not sight.is_spoken(position) and not sight.is_topic(position):
            strange = sight.is_strange(position)
            parts = _halves(word.folded, sight, strange)
            if not parts and strange and looked_at < _MOST_JOINED:
                looked_at += 1
                parts = _several(word.folded, sight)
        if parts:
            gaps = [word.gap, *" " * (len(parts) - 1)]
            parted += [Word(p, p, word.capital, gap) for p, gap in zip(parts, gaps, strict=True)]
        else:
            parted.append(word)
    return parted if len(parted) > len(words) else []


def _halves(joined: str, sight: Sight, strange: bool) -> Sequence[str]:
    """Two words of asking, or where a word is strange names as well."""
    ends = range(_SHORTEST_PART, len(joined) - _SHORTEST_PART + 1)
    cuts = [(joined[:end], joined[end:]) for end in ends]
    names = _names({half for cut in cuts for half in cut} if strange else (), sight)

    def is_whole(half: str) -> bool:
        return sight.is_vocabulary(half) or half in names

    return next((cut for cut in cuts if is_whole(cut[0]) and is_whole(cut[1])), ())


def _several(joined: str, sight: Sight) -> Sequence[str]:
    """The fewest words of asking and names at hand, with at most one other name between them,
    that make up a word; none where they do not."""
    length = len(joined)
    if not _SHORTEST_SEVERAL <= length <= _LONGEST_JOINED:
        return ()
    parts = {
        (start, end)
        for start in range(length)
        for end in range(start + 1, length + 1)
        if sight.is_vocabulary(joined[start:end]) or sight.is_at_hand(joined[start:end])
    }
    #: The fewest parts up to a letter, and from one on.
    heads: dict[int, tuple[str, ...]] = {0: ()}
    tails: dict[int, tuple[str, ...]] = {length: ()}
    for start, end in sorted(parts, key=lambda part: part[1]):
        if start in heads and len(heads[start]) + 1 < len(heads.get(end, joined)):
            heads[end] = (*heads[start], joined[start:end])
    for start, end in sorted(parts, reverse=True):
        if end in tails and len(tails[end]) + 1 < len(tails.get(start, joined)):
            tails[start] = (joined[start:end], *tails[end])
    found = [heads[length]] if length in heads else []
    # Many short scraps make up any word.
    found = [parts for parts in found if len(parts) * _SHORTEST_PART <= length]
    between = {
        (start, end): joined[start:end]
        for start in heads
        for end in tails
        if end - start > _SHORTEST_PART
    }
    names = _names(between.values(), sight)
    found += [(*heads[i], name, *tails[j]) for (i, j), name in between.items() if name in names]
    found = [f for f in found if any(p in names or sight.is_about(p) for p in f)]
    return min(found, key=len, default=())


def _names(keys: Iterable[str], sight: Sight) -> set[str]:
    """Which of these are names of large cities or of such at hand."""
    return {
        key
        for key, bearers in sight.standing.store.bearers(set(keys)).items()
        if any(
            b.rank != ALTERNATE
            and (b.place.population >= LARGE or b.place.id in sight.standing.at_hand)
            for b in bearers
        )
    }
