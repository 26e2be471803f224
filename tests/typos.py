"""Typing errors in names, as a measure: how many are found, asked back or read as another place.

    python -m tests.typos [--language CODE] [--world]

makes names with one and with two typing errors (a letter left out, doubled, exchanged with the
next, replaced by a neighbour on the keyboard, or one too many), asks a question with each, and
prints a line for each number of errors. `--world` takes the world's 1,000 largest cities instead
of Istanbul's partners.
"""

from __future__ import annotations

import argparse
import random

from bot.assistant import DEFAULT_HOME, Assistant
from bot.knowledge.store import Store
from tests.conftest import built_store

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
#: Variants of each name.
VARIANTS = 6
#: A name has at least so many letters, or nothing of it is left.
SHORTEST = 4
PHRASINGS = {
    "en": "when did istanbul twin with {name}?",
    "de": "seit wann ist {name} partnerstadt von istanbul?",
    "fr": "depuis quand istanbul est-elle jumelée avec {name} ?",
    "es": "¿desde cuándo está estambul hermanada con {name}?",
    "it": "da quando istanbul è gemellata con {name}?",
    "ru": "когда стамбул стал побратимом города {name}?",
    "tr": "istanbul {name} ile ne zaman kardeş şehir oldu?",
}


def mistyped(name: str, errors: int, chance: random.Random) -> str:
    """The name with so many different typing errors, none in a blank."""
    for _ in range(errors):
        i = chance.choice([n for n, letter in enumerate(name) if letter.isalpha()])
        kind = chance.randrange(5)
        if kind == 0 and len(name) > SHORTEST:
            name = name[:i] + name[i + 1 :]
        elif kind == 1:
            name = name[:i] + name[i] + name[i:]
        elif kind == 2 and i + 1 < len(name) and name[i + 1].isalpha():
            name = name[:i] + name[i + 1] + name[i] + name[i + 2 :]
        else:
            near = _neighbour(name[i], chance)
            name = name[:i] + near + (name[i + 1 :] if kind == 3 else name[i:])
    return name


def _neighbour(letter: str, chance: random.Random) -> str:
    for row in ROWS:
        position = row.find(letter.lower())
        if position >= 0:
            return row[max(0, position - 1) : position + 2].replace(letter.lower(), "")[
                chance.randrange(1 if position in (0, len(row) - 1) else 2)
            ]
    return letter


def names(store: Store, language: str, world: bool) -> list[tuple[int, str]]:
    """Place ids and the names under which they are asked for."""
    if world:
        largest = store.largest(1000)
        return [(place.id, store.label(place.id, language)) for place in largest]
    partners = store.partnerships(DEFAULT_HOME)
    return [(p.partner, store.label(p.partner, language)) for p in partners]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default="en", choices=sorted(PHRASINGS))
    parser.add_argument("--world", action="store_true")
    options = parser.parse_args()
    store = built_store()
    assistant, chance = Assistant(store), random.Random(7)
    known = [n for n in names(store, options.language, options.world) if len(n[1]) >= SHORTEST]
    print("errors  names   found  asked back  not found   wrong")
    for errors in (0, 1, 2):
        tally = dict.fromkeys(("found", "asked back", "not found", "wrong"), 0)
        for place, name in known:
            for _ in range(VARIANTS if errors else 1):
                typed = mistyped(name.lower(), errors, chance)
                tally[_outcome(assistant, options.language, place, typed)] += 1
        total = sum(tally.values())
        shares = [f"{count / total:9.1%}" for count in tally.values()]
        print(f"{errors:6} {total:6} {shares[0]}   {shares[1]}  {shares[2]}  {shares[3]}")


def _outcome(assistant: Assistant, language: str, place: int, typed: str) -> str:
    text = PHRASINGS[language].format(name=typed)
    question = assistant.ask(text, fallback=language).question
    if place in question.places:
        return "found"
    if place in question.options:
        return "asked back"
    others = set(question.places) - {DEFAULT_HOME}
    return "wrong" if others else "not found"


if __name__ == "__main__":
    main()
