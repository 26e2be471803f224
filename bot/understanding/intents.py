"""Which question it is: the intent of the example sentences that are most like it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from bot.understanding.language import Language

#: Stands for every word that no example has: it speaks for a question about something else.
OTHER = "<other>"
#: How many of the likest examples of an intent have a say, and how much each.
_SAY = (1.0, 0.25, 0.12)


class Match(NamedTuple):
    """An intent, how like its examples the question is (0 to 1) and the likest of them."""

    intent: str
    score: float
    example: tuple[str, ...]


class Intents:
    """The example sentences of a language as an index of their features."""

    def __init__(self, language: Language) -> None:
        self._classes = language.classes
        examples = [(i, s) for i, sentences in language.intents.items() for s in sentences]
        counts = Counter(word for _, sentence in examples for word in set(sentence))
        elsewhere = {w for i, sentence in examples if i != "off_topic" for w in sentence}
        self._known = set(elsewhere)
        self._examples = examples
        features = []
        for intent, sentence in examples:
            found = Counter(self._features(sentence))
            features.append(found)
        spread = Counter(feature for found in features for feature in found)
        self._weight = {
            feature: 1 + math.log(len(examples) / count) for feature, count in spread.items()
        }
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, found in enumerate(features):
            weights = {f: self._weight[f] * _KIND[f[0]] for f in found}
            length = math.sqrt(sum(w * w for w in weights.values())) or 1
            for feature, weight in weights.items():
                self._postings[feature].append((number, weight / length))
        self._rare = max(self._weight.values(), default=1.0)
        del counts

    def _features(self, sentence: Sequence[str]) -> Iterable[str]:
        """Classes ("c"), words ("w") and pairs of neighbours ("p") of a sentence."""
        classes = []
        for word in sentence:
            if word.startswith("<") or word in self._known:
                classes.append(self._classes.get(word, word))
                if word in self._classes:
                    yield "w" + word
            else:
                if word in self._classes:
                    classes.append(self._classes[word])
                else:
                    classes.append(OTHER)
                    yield "w" + word
        for one in classes:
            yield "c" + one
        for one, two in zip(["^", *classes], [*classes, "$"]):
            yield f"p{one} {two}"
        for slot in _COUNTED:
            yield f"s{slot}{min(classes.count(slot), 3)}"

    def match(self, sentence: Sequence[str], allowed: Collection[str] | None = None) -> list[Match]:
        """Intents by likeness, the likest first; only ``allowed`` ones where given."""
        found = set(self._features(sentence))
        weights = {f: self._weight.get(f, self._rare if f[0] == "c" else 0) * _KIND[f[0]] for f in found}
        length = math.sqrt(sum(w * w for w in weights.values())) or 1
        scores: dict[int, float] = defaultdict(float)
        for feature, weight in weights.items():
            share = weight / length
            for number, other in self._postings.get(feature, ()):
                scores[number] += share * other
        by_intent: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for number, score in scores.items():
            intent = self._examples[number][0]
            if allowed is None or intent in allowed:
                by_intent[intent].append((score, number))
        matches = []
        for intent, ranked in by_intent.items():
            ranked.sort(reverse=True)
            said = sum(share * score for share, (score, _) in zip(_SAY, ranked)) / sum(_SAY)
            matches.append(Match(intent, said, self._examples[ranked[0][1]][1]))
        return sorted(matches, key=lambda match: -match.score)


#: Slots whose number in a sentence tells intents apart.
_COUNTED = ("<city>", "<area>", "<date>", "<day>", "<nth>", "<term>", "<event>")

#: How much a feature of a kind says.
_KIND = {"c": 1.0, "w": 0.5, "p": 0.5, "s": 0.7}
