"""Guessing a name: the letters that are shown, and whether what was typed is the name.

A name is right in any language and spelling that the gazetteer has for it, without regard to
case, marks and punctuation. Slips of the keyboard are forgiven as in a question: one from four
letters on, two from eight. But an exact name of another city is that city, and so is wrong.
"""

from __future__ import annotations

from typing import Literal

from rapidfuzz.distance import OSA

from bot.knowledge.folding import name_key
from bot.knowledge.store import Store
from bot.trivia.items import Item

Verdict = Literal["right", "wrong", "no name"]

#: Letters of a name from which on one slip is forgiven, and two are: what was measured for names
#: in questions.
_ONE_SLIP, _TWO_SLIPS = 4, 8
#: Points of a name that is guessed at once.
POINTS = 3


def hint(name: str, shown: int, parts: int) -> str:
    """A name with the first letter and ``shown`` of ``parts`` of the others: ``V _ n _ _ _``.

    What is no letter (a space, a hyphen) is always shown.
    """
    letters = [i for i, letter in enumerate(name) if letter.isalnum()]
    covered = letters[1:]
    # Not more than half of a name is given away, spread over it.
    open_ones = len(covered) * shown // (2 * parts)
    step = len(covered) / open_ones if open_ones else 0.0
    seen = {covered[int(step * i)] for i in range(open_ones)} | set(letters[:1])
    return " ".join(
        letter if i in seen or i not in letters else "_" for i, letter in enumerate(name)
    )


def points(hints: int, wrong: int) -> int:
    """What a right name is worth after so many hints and different wrong names of one's own."""
    return max(1, POINTS - hints - wrong)


def judge(typed: str, item: Item, store: Store) -> tuple[Verdict, str]:
    """Whether a typed text is the name that an Item asks for, and what it names: the same for
    Wien and Vienna. ``no name``: it is no name of any place, so that it may be talk.

    A country may stand behind a comma: Cologne, Germany.
    """
    key = name_key(typed)
    bearers = store.bearers([key]).get(key, ()) if key else ()
    if key and not bearers and "," in typed:
        return judge(typed.rpartition(",")[0], item, store)
    own = {name_key(item.name), *(k for place in item.accepted for k in store.names(place))}
    if any(bearer.place.id in item.accepted for bearer in bearers) or (key and key in own):
        return "right", key
    if bearers:
        best = min(bearers, key=lambda bearer: (bearer.rank, -bearer.place.population))
        return "wrong", str(best.place.id)
    return ("right", key) if any(_is_near(key, name) for name in own) else ("no name", key)


def _is_near(key: str, name: str) -> bool:
    most = 2 if len(name) >= _TWO_SLIPS else 1 if len(name) >= _ONE_SLIP else 0
    return bool(key) and OSA.distance(key, name, score_cutoff=most) <= most
