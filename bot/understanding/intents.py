"""Which question it is: the intent of the example sentences that are most like it."""

from __future__ import annotations

import math
import sys
from array import array
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
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
#: Sentences whose likeliest intents are kept.
_KEPT = 1024
#: Frequent features, of which a language has about a hundred, whose lanes are kept: 14 kB each.
_LANES_KEPT = 128
#: Sentences of one question.
_AT_ONCE = 8
#: What is in more than this part of the sentences is counted by lanes.
_MANY = 48
#: The largest sum that a lane holds (16 bits), and what rounding may add to one.
_LANE, _ROUNDING = 65_535, 0.99
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
    compared with every example at once. The lanes of a feature are one large number with 16 bits
    for each sentence, which hold what the feature adds to the likeness; their sum has the
    likenesses of all sentences. Rare features are added sentence by sentence.
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
        #: The intent of each sentence, and where those of each intent are.
        self._intents: list[str] = []
        self._where: dict[str, slice] = {}
        for intent, sentences in examples.items():
            bags += dict.fromkeys(self._features(s) for s in sentences)
            self._where[intent] = slice(len(self._intents), len(bags))
            self._intents += [intent] * (len(bags) - len(self._intents))
        # Arrays, and hashes in their order: seven languages of some thousand sentences are to
        # fit into little memory.
        #: Questions that are an example to the letter need no comparing: the hashes of all bags,
        #: and whose they are.
        exact = sorted((hash(bag), number) for number, bag in enumerate(bags))
        self._bags = array("q", (one for one, _ in exact))
        self._bag_of = array("H", (number for _, number in exact))
        found: dict[str, list[int]] = {}
        for number, bag in enumerate(bags):
            for feature in bag:
                if feature in found:
                    found[feature].append(number)
                else:
                    found[feature] = [number]
        ordered = sorted(found, key=hash)
        having = [found[feature] for feature in ordered]
        #: The hashes of all features: a feature's number is its place. And the sentences of all,
        #: and where those of each begin.
        self._hashes = array("q", map(hash, ordered))
        self._having = array("H", chain.from_iterable(having))
        self._starts = array("I", accumulate(map(len, having), initial=0))
        #: The square of each feature's weight, and of that of a class which no example has.
        self._squares = array(
            "f",
            (
                (_KIND[f[0]] * (1 + math.log(len(bags) / len(n)))) ** 2
                for f, n in zip(ordered, having, strict=True)
            ),
        )
        self._rare = (1 + math.log(len(bags))) ** 2
        lengths = [0.0] * len(bags)
        for square, numbers in zip(self._squares, having, strict=True):
            for number in numbers:
                lengths[number] += square
        # The sum of what a sentence's own features add to it is its length.
        self._scale = _LANE / math.sqrt(max(lengths, default=1)) * _ROUNDING
        shares = [self._scale / math.sqrt(length) for length in lengths]
        #: What a feature adds to each sentence that has it, in whole numbers: their sums are the
        #: same in every order and fit into a lane.
        self._adds = array(
            "H",
            (
                round(square * shares[number])
                for square, numbers in zip(self._squares, having, strict=True)
                for number in numbers
            ),
        )
        self._lanes_of = lru_cache(_LANES_KEPT)(self._find_lanes)
        # One question asks for one sentence several times.
        self._bag = lru_cache(_AT_ONCE)(self._features)
        self._sums_of = lru_cache(_AT_ONCE)(self._add_up)
        # Questions with other names in them are the same sentence.
        self._kept = lru_cache(_KEPT)(self._find_likeliest)

    def _features(self, sentence: tuple[str, ...]) -> frozenset[str]:
        """Classes ("c"), words ("w"), pairs of neighbours ("p") and slots ("s") of a sentence."""
        known = self._known
        classes = [self._classes.get(w, w if w in known else OTHER) for w in sentence]
        features = ["c" + one for one in classes]
        features += ["w" + w for w, one in zip(sentence, classes, strict=True) if w != one]
        features += [
            f"p{one} {two}" for one, two in zip(["^", *classes], [*classes, "$"], strict=True)
        ]
        features += [
            f"s{slot}{min(classes.count(slot), 3)}" for slot in _COUNTED if slot in classes
        ]
        return frozenset(features)

    def _number(self, feature: str) -> int | None:
        """The number of a feature; None where no sentence has it."""
        one = hash(feature)
        number = bisect_left(self._hashes, one)
        return number if number < len(self._hashes) and self._hashes[number] == one else None

    def _are_equal(self, bag: frozenset[str]) -> list[str]:
        """The intents of the sentences with this very bag."""
        one = hash(bag)
        start = bisect_left(self._bags, one)
        found = []
        while start < len(self._bags) and self._bags[start] == one:
            found.append(self._intents[self._bag_of[start]])
            start += 1
        return found

    def _find_lanes(self, number: int) -> int:
        """What a feature adds, in the lane of each sentence."""
        lanes = array("H", bytes(2 * len(self._intents)))
        span = slice(*self._starts[number : number + 2])
        for sentence, adds in zip(self._having[span], self._adds[span], strict=True):
            lanes[sentence] = adds
        return int.from_bytes(lanes.tobytes(), sys.byteorder)

    def is_example(self, words: Sequence[str]) -> bool:
        """Whether folded words are an example sentence as they stand."""
        return bool(self._are_equal(self._bag(self._essence(words))))

    def likeliest(self, sentence: tuple[str, ...], allowed: Collection[str]) -> Match:
        """The allowed intent with the likest examples; without any it is unclear."""
        exact = [i for i in self._are_equal(self._bag(sentence)) if i in allowed]
        if exact:
            return Match(exact[0], 1.0)
        return self._kept(sentence, frozenset(allowed))

    def _find_likeliest(self, sentence: tuple[str, ...], allowed: frozenset[str]) -> Match:
        """As likeliest.

        Words that no example has are noise in a question about twin towns, and what a
        question about something else is made of.
        """
        sentence = tuple(w if self._is_known(w) else self._stem(w) or w for w in sentence)
        known = tuple(word for word in sentence if self._is_known(word))
        strangeness = 1 - len(known) / len(sentence) if sentence else 0.0
        about = any(self._classes.get(word) in ABOUT for word in known)
        clearness = 1 - strangeness * (_NOISE_ABOUT if about else _NOISE_ELSEWHERE)
        best = self._compare(self._bag(known), allowed - {ELSEWHERE})
        best = best._replace(score=best.score * clearness)
        elsewhere = self._compare(self._bag(sentence), allowed & {ELSEWHERE})
        share = _ELSEWHERE_ABOUT if about else 1.0
        elsewhere = elsewhere._replace(score=elsewhere.score * share)
        return elsewhere if elsewhere.score > best.score else best

    def _is_known(self, word: str) -> bool:
        return word in self._known or word in self._classes

    def _compare(self, bag: frozenset[str], allowed: frozenset[str]) -> Match:
        """The likeliest of some intents by the likest of their sentences."""
        length, sums = self._sums_of(bag)
        best, likest = 0.0, "unclear"
        for intent, most in self._likest(sums, math.sqrt(length) * self._scale, allowed).items():
            if most <= best:
                break
            together = sum(map(mul, nlargest(len(_SAY), sums[self._where[intent]]), _SAY)) / _SAID
            if together > best:
                best, likest = together, intent
        return Match(likest, best / self._scale / math.sqrt(length or 1))

    def _likest(self, sums: array[int], highest: float, allowed: Collection[str]) -> dict[str, int]:
        """Those of the allowed intents that may be the likeliest, and at most how like their
        sentences are, the likest first. No sum is above ``highest``."""
        # Upper halves of the lanes are bytes, which are found faster than compared.
        halves = sums.tobytes()[sys.byteorder == "little" :: 2]
        upper = bytearray(len(halves))
        for intent in allowed:
            where = self._where[intent]
            upper[where] = halves[where]
        found: dict[str, int] = {}
        often: dict[str, int] = {}
        most = 0
        for high in range(min(int(highest) >> 8, 255), 0, -1):
            sentence = upper.find(high)
            while sentence >= 0:
                intent = self._intents[sentence]
                found.setdefault(intent, (high + 1) << 8)
                often[intent] = often.get(intent, 0) + 1
                most = max(most, often[intent])
                sentence = upper.find(high, sentence + 1)
            if most >= len(_SAY):
                # No intent without such sentences is likelier than the one with most of them.
                break
        return found

    def _add_up(self, bag: frozenset[str]) -> tuple[float, array[int]]:
        """The square of the length of a bag, and how much of it each sentence has."""
        found = {feature: self._number(feature) for feature in bag}
        length, lanes = 0.0, 0
        rare: list[slice] = []
        for feature, number in found.items():
            if number is None:
                length += self._rare if feature[0] == "c" else 0
                continue
            length += self._squares[number]
            start, end = self._starts[number : number + 2]
            if (end - start) * _MANY > len(self._intents):
                lanes += self._lanes_of(number)
            else:
                rare.append(slice(start, end))
        sums = array("H", lanes.to_bytes(2 * len(self._intents), sys.byteorder))
        for span in rare:
            for sentence, adds in zip(self._having[span], self._adds[span], strict=True):
                sums[sentence] += adds
        return length, sums
