"""Which question it is: the intent of the example sentences that are most like it."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from operator import mul
from typing import NamedTuple

from bot.understanding.language import ABOUT, Language

#: Stands for every word that no example has: it speaks for a question about something else.
OTHER = "<other>"
#: The intent whose examples are about something else.
ELSEWHERE = "off_topic"
#: How much a sentence all of strange words would lose of its likeness, with such a word in it
#: and without.
_NOISE_ABOUT, _NOISE_ELSEWHERE = 0.3, 0.9
#: What is left of the likeness to a question about something else where such a word is.
_ELSEWHERE_ABOUT = 0.85
#: How many of the likest examples of an intent have a say, and how much each.
_SAY = (1.0, 0.25, 0.12)
_SAID = sum(_SAY)
#: Sentences whose likenesses are kept.
_KEPT = 1024
#: How many times a feature is counted for every sentence that has it, the rarest first; the
#: others are counted for the best sentences by then, with so large a part of the best likeness.
_COUNTED_FOR_ALL, _AMONG_LIKEST, _MOST_COMPARED = 400, 0.12, 300
#: A feature that more than this part of the sentences has is looked up in a mask.
_MANY = 48
#: How many intents are kept of each: more than slots ever shut out.
_LIKEST = 28
#: How much a feature counts: classes of words, single words of a class, pairs of neighbours,
#: how often a slot is there.
_KIND = {"c": 1.0, "w": 0.5, "p": 0.5, "s": 0.7}
#: Slots whose number in a sentence tells intents apart.
_COUNTED = ("<city>", "<area>", "<date>", "<day>", "<nth>", "<term>", "<event>")


class Match(NamedTuple):
    """An intent and how like its examples the question is (0 to 1, the cosine of features)."""

    intent: str
    score: float


class Intents:
    """The example sentences of a language as an index of their features.

    A sentence is a bag of weighted features (the rarer, the weightier); the question is
    compared with every example at once through the postings of its features.
    """

    def __init__(
        self, language: Language, examples: Mapping[str, Sequence[tuple[str, ...]]]
    ) -> None:
        """Of a language and its sentences by intent (Language.sentences)."""
        self.names = frozenset(examples)
        self._classes = language.classes
        self._essence, self._stem = language.essence, language.stem
        self._known = {
            word
            for intent, sentences in examples.items()
            if intent != ELSEWHERE
            for sentence in sentences
            for word in sentence
        }
        bags: list[frozenset[str]] = []
        #: The intent of each sentence.
        self._intents: list[str] = []
        for intent, sentences in examples.items():
            bags += dict.fromkeys(frozenset(self._features(s)) for s in sentences)
            self._intents += [intent] * (len(bags) - len(self._intents))
        #: Questions that are an example to the letter need no comparing.
        self._exact: dict[int, list[str]] = {}
        for intent, bag in zip(self._intents, bags, strict=True):
            self._exact.setdefault(hash(bag), []).append(intent)
        having: dict[str, list[int]] = {}
        for number, bag in enumerate(bags):
            for feature in bag:
                having.setdefault(feature, []).append(number)
        # Arrays: seven languages of some thousand sentences are to fit into little memory.
        #: The sentences of all features, and where those of each begin.
        self._having = array("H", chain.from_iterable(having.values()))
        self._starts = array("I", accumulate(map(len, having.values()), initial=0))
        self._numbers = {feature: number for number, feature in enumerate(having)}
        #: The weight of each feature, and that of a class which no example has.
        self._weights = array(
            "f", ((1 + math.log(len(bags) / len(n))) * _KIND[f[0]] for f, n in having.items())
        )
        self._rare = 1 + math.log(len(bags))
        #: By what the weights of a sentence are divided.
        self._shares = array("f", (1 / self._length(bag) for bag in bags))

        self._masks: dict[int, bytearray] = {}
        # Questions with other names in them are the same sentence.
        self._kept = lru_cache(_KEPT)(self._likenesses)

    def _features(self, sentence: Sequence[str]) -> Iterator[str]:
        """Classes ("c"), words ("w"), pairs of neighbours ("p") and slots ("s") of a sentence."""
        classes = []
        for word in sentence:
            known = self._classes.get(word, word if word in self._known else OTHER)
            classes.append(known)
            yield "c" + known
            if known != word:
                yield "w" + word
        for one, two in zip(["^", *classes], [*classes, "$"], strict=True):
            yield f"p{one} {two}"
        for slot in _COUNTED:
            count = classes.count(slot)
            if count:
                yield f"s{slot}{min(count, 3)}"

    def _weight(self, feature: str) -> float:
        """The rarer, the more; 0 for what no example has, but for a class."""
        number = self._numbers.get(feature, -1)
        if number >= 0:
            return self._weights[number]
        return self._rare if feature[0] == "c" else 0.0

    def _mask(self, start: int, end: int) -> bytearray:
        """Whether a feature that many sentences have is in each of them."""
        if start not in self._masks:
            mask = self._masks[start] = bytearray(len(self._shares))
            for sentence in self._having[start:end]:
                mask[sentence] = 1
        return self._masks[start]

    def _length(self, bag: Collection[str]) -> float:
        return math.sqrt(sum(self._weight(f) ** 2 for f in bag)) or 1.0

    def is_example(self, words: Sequence[str]) -> bool:
        """Whether folded words are an example sentence as they stand."""
        return hash(frozenset(self._features(self._essence(words)))) in self._exact

    def match(self, sentence: Sequence[str], allowed: Collection[str]) -> list[Match]:
        """The allowed intents by likeness, the likest first."""
        bag = frozenset(self._features(sentence))
        exact = [intent for intent in self._exact.get(hash(bag), ()) if intent in allowed]
        if exact:
            return [Match(intent, 1.0) for intent in exact]
        return [match for match in self._kept(tuple(sentence)) if match.intent in allowed]

    def _likenesses(self, sentence: tuple[str, ...]) -> list[Match]:
        """Every intent by likeness.

        Words that no example has are noise in a question about twin towns, and what a
        question about something else is made of.
        """
        sentence = tuple(w if self._is_known(w) else self._stem(w) or w for w in sentence)
        known = [word for word in sentence if self._is_known(word)]
        strangeness = 1 - len(known) / len(sentence) if sentence else 0.0
        about = any(self._classes.get(word) in ABOUT for word in known)
        clearness = 1 - strangeness * (_NOISE_ABOUT if about else _NOISE_ELSEWHERE)
        matches = []
        scores = self._compare(frozenset(self._features(known)))
        for intent, score in scores.items():
            if intent != ELSEWHERE:
                matches.append(Match(intent, score * clearness))
        full = (
            scores
            if len(known) == len(sentence)
            else self._compare(frozenset(self._features(sentence)))
        )
        if ELSEWHERE in full:
            share = _ELSEWHERE_ABOUT if about else 1.0
            matches.append(Match(ELSEWHERE, full[ELSEWHERE] * share))
        return sorted(matches, key=lambda match: -match.score)[:_LIKEST]

    def _is_known(self, word: str) -> bool:
        return word in self._known or word in self._classes

    def _compare(self, bag: frozenset[str]) -> dict[str, float]:
        """The likeness of the likest sentences of each intent (0 to 1).

        What few sentences have is counted for all of them, what many have only for those that
        are among the likest by then.
        """
        length, starts, having = self._length(bag), self._starts, self._having
        features = sorted(
            (
                starts[number + 1] - starts[number],
                starts[number],
                self._weights[number] ** 2 / length,
            )
            for f in bag
            if (number := self._numbers.get(f, -1)) >= 0
        )
        scores: dict[int, float] = {}
        counted = rare = 0
        for spread, start, weight in features:
            if counted and counted + spread > _COUNTED_FOR_ALL:
                break
            counted, rare = counted + spread, rare + 1
            for sentence in having[start : start + spread]:
                scores[sentence] = scores.get(sentence, 0.0) + weight
        shares = self._shares
        ranked = sorted(((score * shares[n], n) for n, score in scores.items()), reverse=True)
        least = ranked[0][0] * _AMONG_LIKEST if ranked else 0.0
        common, masked = [], []
        for spread, start, weight in features[rare:]:
            if spread * _MANY < len(shares):
                common.append((start, start + spread, weight))
            else:
                masked.append((self._mask(start, start + spread), weight))
        likest: dict[str, list[float]] = {}
        for partial, sentence in ranked[:_MOST_COMPARED]:
            if partial < least:
                break
            score = scores[sentence]
            for mask, weight in masked:
                if mask[sentence]:
                    score += weight
            for start, end, weight in common:
                at = bisect_left(having, sentence, start, end)
                if at < end and having[at] == sentence:
                    score += weight
            likest.setdefault(self._intents[sentence], []).append(score * shares[sentence])
        return {intent: _together(several) for intent, several in likest.items()}


def _together(likenesses: list[float]) -> float:
    """What the likest sentences of an intent say together.

    Rounded: sums of the same features in another order are to be equal.
    """
    together: float = sum(map(mul, sorted(likenesses, reverse=True), _SAY))
    return round(together / _SAID, 6)
