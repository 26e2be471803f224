"""What a round is about: a city, an area, the whole world, the terms, the history."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.answers.voice import Voice

Kind = Literal["home", "city", "area", "world", "terms", "history"]
_LETTERS: dict[str, Kind] = {
    "m": "home",
    "c": "city",
    "a": "area",
    "w": "world",
    "t": "terms",
    "h": "history",
}
_FORM = re.compile(r"([mca])([1-9][0-9]{0,9})|([wth])")


@dataclass(frozen=True, slots=True)
class Subject:
    """``home`` is a city with the terms and the history mixed in."""

    kind: Kind
    #: GeoNames id of the city or area; 0 where there is none.
    place: int = 0

    @property
    def token(self) -> str:
        """At most 11 letters and digits, from which parse() makes the subject again."""
        letter = next(letter for letter, kind in _LETTERS.items() if kind == self.kind)
        return f"{letter}{self.place or ''}"

    @classmethod
    def parse(cls, token: str) -> Subject:
        """The Subject of a token; ValueError where it is none."""
        match = _FORM.fullmatch(token)
        if not match:
            raise ValueError(token)
        return cls(_LETTERS[token[0]], int(match[2] or 0))

    def name(self, voice: Voice) -> str:
        """What a language calls it."""
        if self.kind in ("home", "city"):
            return voice.say("about-city", city=voice.place(self.place))
        if self.kind == "area":
            return voice.say("about-area", area=voice.place(self.place))
        return voice.say(f"about-{self.kind}")
