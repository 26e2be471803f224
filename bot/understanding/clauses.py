"""Where a text may ask two questions: "when did Cairo join, and what does Douzelage mean?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.understanding.language import Language
from bot.understanding.text import Word

#: What ends a sentence before a word, and what only may.
_ENDS = re.compile(r"[?!;\n…]|\.\s")
#: The first question has at least so many words, and only so many places to part them are tried.
_SHORTEST, _MOST = 2, 4


def two_questions(
    words: Sequence[Word], language: Language
) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """The ways to part a text into two questions: at the end of a sentence, or at an "and"
    before a word with which questions begin. The likelier come first."""
    folded = [word.folded for word in words]
    ends, joints = [], []
    for i in range(_SHORTEST, len(words)):
        taking_out = (language.corrections, language.excepted, language.outside)
        if any(phrases.at(folded, i) for phrases in taking_out):
            continue
        if _ENDS.search(words[i].gap):
            ends.append((i, i))
        joint = language.and_phrases.at(folded, i)
        if joint and joint[0] < len(words) and folded[joint[0]] in language.starters:
            joints.append((i, joint[0]))
    for end, start in [*ends, *joints][:_MOST]:
        yield words[:end], words[start:]
