"""What the words of one question look like: of asking, common, strange, or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.records import LONGEST_NAME, Place
from bot.knowledge.spelling import edits_allowed
from bot.understanding.language import ABOUT, TOWNS, Language, roman
from bot.understanding.standing import BEGINNING, KNOWN_CITY, Standing
from bot.understanding.text import Word

#: A letter that is typed again and again: whennnn.
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
#: A word that has lost its end before an apostrophe has at most so many letters.
_ELIDED = 4


class Sight:
    """Judges words by the language's vocabulary, its common words and their capital letters."""

    def __init__(
        self, words: Sequence[Word], language: Language, standing: Standing, bold: bool = False
    ) -> None:
        """``bold`` takes words that are known cities as well for names."""
        self._words, self._language, self.standing, self._bold = words, language, standing, bold
        self.code = language.code
        self._common = standing.store.common(language.code, {word.folded for word in words})
        spoken = [word for word in words[1:] if word.folded in language.vocabulary]
        #: Capital letters say something only where the words of asking have none.
        self._capitals_tell = sum(word.capital for word in spoken) * 2 <= len(spoken)
        #: Whether nouns have them, as in German.
        self._nouns_are_capital = any(
            word.capital and language.classes.get(word.folded) in TOWNS for word in spoken
        )

    def windows(self, most: int) -> list[tuple[tuple[int, int], str]]:
        """Runs of up to ``most`` words that may be a name, with their keys, the longest first."""
        found = []
        spoken = [self.is_spoken(position) for position in range(len(self._words))]
        for start, word in enumerate(self._words):
            if self._is_number(start):
                continue
            key, asking = "", True
            for end, other in enumerate(self._words[start : start + most], start + 1):
                key += other.folded
                asking = asking and spoken[end - 1]
                if len(key) > LONGEST_NAME:
                    break
                alone = end == start + 1
                bold = self._bold and self.is_careful(start)
                if not asking or (alone and (word.capital or bold)):
                    found.append(((start, end), key))
        return sorted(found, key=lambda window: window[0][0] - window[0][1])

    def uninflected(self, key: str) -> list[str]:
        """The keys that a name may be listed under when ``key`` is a form of it."""
        return [
            key[: -len(ending)] + base
            for ending, bases in self._language.endings.get(key[-1:], ())
            if key.endswith(ending) and len(key) - len(ending) > 2
            for base in bases
        ]

    def around(self, strange: set[int], most: int) -> Iterator[tuple[int, int]]:
        """Runs of two and more words with a strange one that no word of asking begins or ends."""
        for start in range(len(self._words)):
            if self.is_spoken(start):
                continue
            for end in range(start + 2, min(start + most, len(self._words)) + 1):
                last = end - 1 in strange or not self.is_spoken(end - 1)
                if last and not strange.isdisjoint(range(start, end)):
                    yield start, end

    def is_whole(self, start: int, end: int, listed: int) -> bool:
        """Whether a window is no longer than the name as it is listed.

        Words of asking do not run together into a name: "do Brits" is not Dobrich.
        """
        return end - start <= listed or not any(
            self.is_spoken(i) or self._words[i].folded in self._common for i in range(start, end)
        )

    def is_joined(self, position: int, strange: set[int]) -> bool:
        """Whether a strange word is tied to another by a hyphen: only both make a name."""
        before = position - 1 in strange and self._words[position].gap == "-"
        after = position + 1 in strange and self._words[position + 1].gap == "-"
        return before or after

    def is_careful(self, position: int) -> bool:
        """Whether a word is a place only where one is expected, and no word for towns."""
        word = self._words[position].folded
        language = self._language
        return word in language.careful and word not in language.classes.keys() | language.leading

    def is_topic(self, position: int) -> bool:
        """Whether a word is the whole name of a topic."""
        return self._language.topic_names.at([self._words[position].folded], 0) is not None

    def is_vocabulary(self, word: str) -> bool:
        return word in self._language.vocabulary

    def is_about(self, word: str) -> bool:
        """Whether a word is of twinning or the name of a place at hand."""
        return self._language.classes.get(word) in ABOUT or self.is_at_hand(word)

    def is_at_hand(self, key: str) -> bool:
        """Whether a key is of the name of a place at hand, or of a form of it."""
        names = self.standing.names
        if key in names:
            return True
        begun = key[:BEGINNING] in self.standing.beginnings
        return begun and any(form in names for form in self.uninflected(key))

    def is_town(self, position: int) -> bool:
        """Whether a word is one for towns, in small letters: "Spanish towns"."""
        word = self._words[position]
        return self._language.classes.get(word.folded) == "TOWN" and not word.capital

    def is_spoken(self, position: int) -> bool:
        """Whether a word belongs to asking rather than to a name."""
        return self._words[position].folded in self._language.vocabulary

    def is_strange(self, position: int) -> bool:
        """Whether a word is neither common in the language nor one of its questions."""
        word = self._words[position].folded
        return (
            word not in self._common
            and word not in self._language.vocabulary
            and word not in self._language.telling
            and not word[0].isdigit()
            and not self._is_number(position)
            and not self._is_elided(position)
        )

    def _is_number(self, position: int) -> bool:
        """Whether a word is digits, or Roman ones beside a word for a century."""
        word = self._words[position].folded
        if word.isdigit() or not roman(word):
            return word.isdigit()
        beside = self._words[max(0, position - 1) : position + 2]
        return any(w.folded in self._language.century for w in beside)

    def _is_elided(self, position: int) -> bool:
        """Whether a short word is what is left before an apostrophe: cos'è, qu'est-ce."""
        after = self._words[position + 1 : position + 2]
        short = len(self._words[position].folded) <= _ELIDED
        if not short or not after or after[0].gap not in ("'", "’"):
            return False
        # Behind a name stands its ending: Roma'yla, Lyon's.
        ending = after[0].folded
        if any(ending == known for known, _ in self._language.endings.get(ending[-1:], ())):
            return False
        return ending not in self._language.articles | self._language.closers

    def is_both(self, position: int) -> bool:
        """Whether a word says that the name behind it is two cities': "both", "the two"."""
        return position >= 0 and self._words[position].folded in self._language.both

    def is_opener(self, position: int) -> bool:
        return self._words[position].folded in self._language.openers

    def is_placed(self, position: int) -> bool:
        """Whether a word stands where a name does: with a capital, behind "with", before "and",
        or alone."""
        first = position == 0 and len(self._words) > 1 and (self.is_opener(1) or self._is_joint(1))
        alone = len(self._words) == 1
        return first or alone or self._is_capital(position) or self._is_expected(position)

    def _is_joint(self, position: int) -> bool:
        """Whether a word joins two things: "Mordor and Istanbul"."""
        joint = self._language.and_phrases.at([self._words[position].folded], 0)
        return joint is not None and position + 1 < len(self._words)

    def is_beside_town(self, position: int) -> bool:
        """Whether a word stands beside one for towns or twinning: "города", "partnerstadt"."""
        beside = self._words[max(0, position - 1) : position + 2]
        return any(self._language.classes.get(word.folded) in TOWNS for word in beside)

    def continues(self, position: int, beginning: bool) -> bool:
        """Whether a common word is part of a name that is no place (King's Landing)."""
        if self.is_spoken(position) or self._is_number(position):
            return False
        if not self._is_capital(position) or self._nouns_are_capital:
            return False
        return not beginning or self._is_expected(position)

    def is_name(self, start: int, end: int, bearers: Sequence[Place]) -> bool:
        """Whether words that spell the name of these places are meant as one."""
        if end - start > 1:
            return not all(self.is_spoken(i) for i in range(start, end))
        word = self._words[start]
        if word.folded in self._language.months and len(self._words) > 1:
            # "Who joined in March?"
            return False
        if self._is_elided(start) and not any(p.id in self.standing.at_hand for p in bearers):
            return False
        area = any(place.kind != "city" for place in bearers)
        careful = word.folded in self._language.careful
        spoken = self.is_spoken(start) and not careful
        if self._bold and self.is_careful(start) and self._are_known(bearers):
            return True
        if spoken or careful:
            if len(self._words) == 1:
                return not spoken
            shouted = area and word.text.isupper() and len(word.text) > 1
            capital = self._is_capital(start) or shouted
            return (self._is_expected(start) and (capital or not spoken)) or (
                capital and not spoken
            )
        if area:
            return True
        if word.folded not in self._common:
            known = any(place.id in self.standing.at_hand for place in bearers)
            return len(word.folded) > 2 or known or not word.folded.isascii()
        return self.is_placed(start) or self._are_known(bearers)

    def _are_known(self, bearers: Sequence[Place]) -> bool:
        return any(self.standing.is_well_known(place, KNOWN_CITY) for place in bearers)

    def meant(self, position: int, distance: int) -> str:
        """The word of asking that was typed wrong here, where no place is nearer."""
        word = _DRAWN_OUT.sub(r"\1", self._words[position].folded)
        if word in self._language.vocabulary:
            return word
        edits = min(edits_allowed(len(word)), distance)
        if self._is_capital(position) or self._is_expected(position):
            edits = min(edits, distance - 1)
        if len(word) == 3 and distance > 1:
            return self._of_three_letters(word)
        if edits < 1:
            return ""
        nearest: list[tuple[float, str]] = []
        for length in range(len(word) - edits, len(word) + edits + 1):
            found = process.extractOne(
                word,
                self._language.spellable.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=edits,
            )
            nearest += [(found[1], str(found[0]))] if found else []
        return min(nearest, key=lambda near: near[0])[1] if nearest else ""

    def _of_three_letters(self, word: str) -> str:
        """A word of asking with two letters exchanged or one missing: hwo, whn."""
        for meant in self._language.asking:
            if meant[0] == word[0] or sorted(meant) == sorted(word):
                same = sorted(meant) == sorted(word) or len(meant) == 4
                if same and OSA.distance(word, meant, score_cutoff=1) <= 1:
                    return meant
        return ""

    def _is_capital(self, position: int) -> bool:
        return self._capitals_tell and position > 0 and self._words[position].capital

    def _is_expected(self, position: int) -> bool:
        """Whether the word before opens a place ("with", "in the") or the next one closes it."""
        after = self._words[position + 1 : position + 2]
        if after and after[0].folded in self._language.closers:
            return True
        before = position - 1
        while before > 0 and not self.is_opener(before) and self._is_filler(before):
            before -= 1
        return before >= 0 and self.is_opener(before)

    def _is_filler(self, position: int) -> bool:
        return self._words[position].folded in self._language.fillers
