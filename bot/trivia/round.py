"""A round: what happens when, as a pure machine. Events go in with the time at which they
happened, the next Round and what is to be done come out; nothing here knows Telegram or a clock.

    pausing ──due──▶ asking ──asked──▶ open ──due, skip, solved──▶ pausing … ──▶ ending ──▶ over

``due`` is when something has to happen by itself. It is part of the Round, so that a round that
is read again after a crash goes on from where it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from bot.trivia.subjects import Subject

Mode = Literal["quiz", "guess", "daily"]
State = Literal["pausing", "asking", "open", "ending", "over"]
End = Literal["", "played", "stopped", "silent", "exhausted", "failed", "forbidden"]

#: Questions of a round at the most, and where nobody says how many.
MOST, USUAL = 20, 10
#: Seconds to answer where nobody says how many, and those that a chat may choose from.
SECONDS = 30
SECONDS_CHOICES = (10, 20, 30, 45, 60, 90)
#: Questions without an answer, one behind the other, that end a round.
SILENT = 3
#: Seconds between the end of a question and the next one, to read the fact.
PAUSE = 3.0
#: Seconds from one question to the next at least. A question takes two calls, and Telegram
#: takes 20 a minute in a group and one a second in a private chat.
GAP_IN_GROUP, GAP_IN_PRIVATE = 6.0, 2.0
#: Seconds within which a question that was being asked has reached Telegram or never will.
SENDING = 90.0
#: Letters are shown so many times while a name is guessed.
HINTS = 2
#: Times that a question is tried which Telegram does not take, and seconds between two of them.
ATTEMPTS = 4
RETRY = 5.0
#: Seconds after which an announcement that did not come through is tried again.
ANNOUNCING = 60.0


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the question of the round's number."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Show one letter more of the name."""


@dataclass(frozen=True, slots=True)
class Close:
    """End the question: where it is ``early``, before Telegram does so by itself."""

    early: bool


@dataclass(frozen=True, slots=True)
class Announce:
    """Say that the round is over, and who has won."""


Effect: TypeAlias = Ask | Hint | Close | Announce
Step: TypeAlias = "tuple[Round, tuple[Effect, ...]]"


@dataclass(frozen=True, slots=True)
class Round:
    """A round in a chat, between two events."""

    chat: int
    #: The topic of a forum; 0 outside of any.
    thread: int
    #: Telegram id of who started it; 0 for nobody.
    starter: int
    subject: Subject
    level: int
    language: str
    seed: str
    mode: Mode = "quiz"
    seconds: int = SECONDS
    total: int = USUAL
    #: Number of the question that is asked or was asked last, from 1.
    number: int = 0
    state: State = "pausing"
    #: Seconds since the epoch at which something happens by itself.
    due: float = 0.0
    #: When the question was asked.
    asked: float = 0.0
    hints: int = 0
    #: Questions without an answer up to now, one behind the other.
    silent: int = 0
    failures: int = 0
    end: End = ""
    #: Its number in memory; 0 before it is there.
    id: int = 0

    @property
    def is_private(self) -> bool:
        """Whether its chat is one person's: people have positive ids at Telegram."""
        return self.chat > 0

    @property
    def longest_wait(self) -> float:
        """Seconds until something happens by itself, at the most."""
        return {"open": float(self.seconds), "pausing": RETRY * ATTEMPTS}.get(
            self.state, ANNOUNCING
        )

    def is_due(self, when: float) -> Round:
        """The same, but something happens then."""
        return replace(self, due=when)

    def was_asked_by(self, when: float) -> Round:
        """The same, its last question asked then at the latest: a clock has jumped back."""
        return replace(self, asked=min(self.asked, when))

    def moved(self, chat: int) -> Round:
        """The same in another chat: a group became a supergroup."""
        return replace(self, chat=chat)

    def tick(self, now: float, answered: bool) -> Step:
        """The time has come. ``answered``: whether anybody has answered the open question."""
        if self.state == "over" or now < self.due:
            return self, ()
        if self.state == "pausing":
            if self.end or self.number >= self.total:
                return self._ending(now, self.end or "played")
            following = replace(
                self,
                number=self.number + 1,
                state="asking",
                asked=now,
                due=now + SENDING,
                hints=0,
            )
            return following, (Ask(),)
        if self.state == "open":
            if self.mode == "guess" and self.hints < HINTS:
                hinted = replace(self, hints=self.hints + 1)
                return replace(hinted, due=hinted._next_hint()), (Hint(),)
            return self._closed(now, early=False, silent=0 if answered else self.silent + 1)
        if self.state == "asking":
            # Nobody knows whether it was asked: it counts for nothing, and no second copy is sent.
            return self._pausing(now), ()
        return replace(self, due=now + ANNOUNCING), (Announce(),)

    def was_asked(self, now: float) -> Step:
        """The question is in the chat."""
        if self.state != "asking":
            return self, ()
        opened = replace(self, state="open", asked=now, failures=0)
        return replace(opened, due=opened._next_hint()), ()

    def is_unsure(self, now: float) -> Step:
        """The question may be in the chat: the answer of Telegram was lost."""
        return replace(self, asked=now, due=now + self.seconds), ()

    def was_refused(self, now: float, wait: float = 0.0) -> Step:
        """The question is not in the chat; Telegram asks to ``wait`` for so many seconds."""
        failures = self.failures + 1
        if failures >= ATTEMPTS:
            return self._ending(now, "failed")
        again = replace(
            self,
            number=self.number - 1,
            state="pausing",
            failures=failures,
            due=now + max(wait, RETRY * failures),
        )
        return again, ()

    def is_forbidden(self, now: float) -> Step:
        """The bot may not ask there."""
        return self._ending(now, "forbidden")

    def is_exhausted(self, now: float) -> Step:
        """There are no more questions."""
        return self._ending(now, "exhausted")

    def was_skipped(self, now: float) -> Step:
        """Whoever may has skipped the question."""
        return self._closed(now, early=True) if self.state == "open" else (self, ())

    def was_solved(self, now: float) -> Step:
        """Somebody has named the name, or the only player of a private chat has answered."""
        if self.state != "open":
            return self, ()
        return self._closed(now, early=self.mode == "guess", silent=0)

    def was_stopped(self, now: float) -> Step:
        """Whoever may has stopped the round."""
        if self.state in ("ending", "over"):
            return self, ()
        ending, effects = self._ending(now, "stopped")
        return ending, ((Close(early=True),) if self.state == "open" else ()) + effects

    def was_announced(self) -> Step:
        """Everybody has heard that it is over, or nobody can any more."""
        return replace(self, state="over", due=0.0), ()

    def _closed(self, now: float, early: bool, silent: int | None = None) -> Step:
        count = self.silent if silent is None else silent
        paused = replace(self, silent=count)._pausing(now)
        if count >= SILENT and self.mode != "daily":
            paused = replace(paused, end="silent", due=now)
        return paused, (Close(early),)

    def _pausing(self, now: float) -> Round:
        gap = GAP_IN_PRIVATE if self.is_private else GAP_IN_GROUP
        pause = 0.0 if self.number >= self.total else PAUSE
        return replace(self, state="pausing", due=max(now + pause, self.asked + gap))

    def _ending(self, now: float, end: End) -> Step:
        if self.mode == "daily":
            # What came of it is told with the next one.
            return replace(self, state="over", due=0.0, end=end), ()
        return replace(self, state="ending", due=now + ANNOUNCING, end=end), (Announce(),)

    def _next_hint(self) -> float:
        """When the next letter is shown, or the question ends."""
        parts = HINTS + 1 if self.mode == "guess" else 1
        return self.asked + self.seconds * (self.hints + 1) / parts
