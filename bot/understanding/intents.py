"""Which question it is: the intent of the example sentences that are most like it."""

from __future__ import annotations

import math
import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
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
#: Frequent features, of which a language has about a hundred, whose lanes are kept: 9 kB each.
_LANES_KEPT = 128
#: Sentences of one question.
_AT_ONCE = 8
#: About how many sentences are compared: those with the rarest features of the question, and
#: of them only those with so large a part of the best likeness in these.
_COMPARED, _AMONG_LIKEST = 400, 0.12
#: What is in more than this part of the sentences is counted by lanes.
_MANY = 48
#: The largest sum that a lane holds (16 bits), and what rounding may add to one.
_LANE, _ROUNDING = 65_535, 0.99
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
    compared with every example at once: sentence by sentence through the postings of its rare
    features, and through the lanes of the others. The lanes of a feature are one large number
    with 16 bits for each sentence; their sum has the sums of all sentences.
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
            bags += dict.fromkeys(self._features(s) for s in sentences)
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
        # Whole numbers: their sums are the same in every order and fit into a lane.
        squares = [
            (_KIND[f[0]] * (1 + math.log(len(bags) / len(n)))) ** 2
            for f, n in zip(ordered, having, strict=True)
        ]
        scale = _LANE / max(_added(squares, having, len(bags)), default=1) * _ROUNDING
        #: The square of each feature's weight, and of that of a class which no example has.
        self._squares = array("H", (round(square * scale) for square in squares))
        self._rare = round((1 + math.log(len(bags))) ** 2 * scale)
        #: By what the likeness to a sentence is divided.
        lengths = _added(self._squares, having, len(bags))
        self._shares = array("f", (1 / math.sqrt(length) for length in lengths))
        self._lanes_of = lru_cache(_LANES_KEPT)(self._find_lanes)
        # One question asks for the bag of one sentence several times.
        self._bag = lru_cache(_AT_ONCE)(self._features)
        # Questions with other names in them are the same sentence.
        self._kept = lru_cache(_KEPT)(self._likenesses)

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
        """The square of a feature's weight in the lane of each sentence that has it."""
        lanes = array("H", bytes(2 * len(self._shares)))
        for sentence in self._having[self._starts[number] : self._starts[number + 1]]:
            lanes[sentence] = self._squares[number]
        return int.from_bytes(lanes.tobytes(), sys.byteorder)

    def is_example(self, words: Sequence[str]) -> bool:
        """Whether folded words are an example sentence as they stand."""
        return bool(self._are_equal(self._bag(self._essence(words))))

    def match(self, sentence: tuple[str, ...], allowed: Collection[str]) -> list[Match]:
        """The allowed intents by likeness, the likest first."""
        exact = [i for i in self._are_equal(self._bag(sentence)) if i in allowed]
        if exact:
            return [Match(intent, 1.0) for intent in exact]
        return [match for match in self._kept(sentence) if match.intent in allowed]

    def _likenesses(self, sentence: tuple[str, ...]) -> list[Match]:
        """Every intent by likeness.

        Words that no example has are noise in a question about twin towns, and what a
        question about something else is made of.
        """
        sentence = tuple(w if self._is_known(w) else self._stem(w) or w for w in sentence)
        known = tuple(word for word in sentence if self._is_known(word))
        strangeness = 1 - len(known) / len(sentence) if sentence else 0.0
        about = any(self._classes.get(word) in ABOUT for word in known)
        clearness = 1 - strangeness * (_NOISE_ABOUT if about else _NOISE_ELSEWHERE)
        matches = []
        scores = self._compare(self._bag(known))
        for intent, score in scores.items():
            if intent != ELSEWHERE:
                matches.append(Match(intent, score * clearness))
        full = scores if len(known) == len(sentence) else self._compare(self._bag(sentence))
        if ELSEWHERE in full:
            share = _ELSEWHERE_ABOUT if about else 1.0
            matches.append(Match(ELSEWHERE, full[ELSEWHERE] * share))
        return sorted(matches, key=lambda match: -match.score)[:_LIKEST]

    def _is_known(self, word: str) -> bool:
        return word in self._known or word in self._classes

    def _compare(self, bag: frozenset[str]) -> dict[str, float]:
        """The likeness of the likest sentences of each intent (0 to 1).

        Only sentences that have any of the rarest features are compared, and of these only the
        likest in that respect.
        """
        starts, squares = self._starts, self._squares
        shares, intents = self._shares, self._intents
        found = {feature: self._number(feature) for feature in bag}
        numbers = [number for number in found.values() if number is not None]
        length = sum([squares[number] for number in numbers])
        if len(numbers) < len(bag):
            length += self._rare * sum(f[0] == "c" and n is None for f, n in found.items())
        compared: set[int] = set()
        lone: list[tuple[int, array[int]]] = []
        counted = rare = common = 0
        for spread, number in sorted([(starts[n + 1] - starts[n], n) for n in numbers]):
            counted += spread
            by_lanes = spread * _MANY > len(shares)
            if by_lanes and compared and counted > _COMPARED:
                common += self._lanes_of(number)
                continue
            having = self._having[starts[number] : starts[number] + spread]
            compared.update(having)
            if by_lanes:
                rare += self._lanes_of(number)
            else:
                lone.append((squares[number], having))
        sums, others = self._sums(rare), self._sums(common)
        for square, having in lone:
            for sentence in having:
                sums[sentence] += square
        partial = [(sums[sentence] * shares[sentence], sentence) for sentence in compared]
        least = max(partial, default=(0.0, 0))[0] * _AMONG_LIKEST
        share = 1 / math.sqrt(length or 1)
        likest: dict[str, list[float]] = defaultdict(list)
        for score, sentence in partial:
            if score >= least:
                score += others[sentence] * shares[sentence]
                likest[intents[sentence]].append(score * share)
        return {intent: _together(several) for intent, several in likest.items()}

    def _sums(self, lanes: int) -> array[int]:
        """What stands in the lane of each sentence."""
        return array("H", lanes.to_bytes(2 * len(self._shares), sys.byteorder))


def _added(squares: Iterable[float], having: Sequence[Sequence[int]], number: int) -> list[float]:
    """The sum of the squares of the features of each sentence."""
    sums = [0.0] * number
    for square, sentences in zip(squares, having, strict=True):
        for sentence in sentences:
            sums[sentence] += square
    return sums


def _together(likenesses: list[float]) -> float:
    """What the likest sentences of an intent say together."""
    likenesses.sort(reverse=True)
    together: float = sum(map(mul, likenesses, _SAY))
    return together / _SAID
