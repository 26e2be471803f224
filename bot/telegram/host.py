"""The host of the game: drives the rounds of all chats, each by its own clock.

What has to happen when is in memory (Round.due): the host only wakes up for it, so that a round
goes on after a restart. Every event is saved before its effect is carried out; an effect whose
outcome is lost is never carried out twice, but for an announcement.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from telegram import Message
from telegram.error import (
    BadRequest,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.answers.answer import escape
from bot.memory.asked import Asked
from bot.memory.games import Games
from bot.memory.record import GRACE, Record, Vote
from bot.telegram import render
from bot.telegram.limits import may_have_arrived, seconds
from bot.telegram.stage import Stage
from bot.trivia import board, telling
from bot.trivia.items import Item, Make, NothingLeftError
from bot.trivia.kinds import makes, riddle
from bot.trivia.round import RETRY, Announce, Ask, Close, Hint, Round, Step

if TYPE_CHECKING:
    from bot.telegram.services import Bot, Services

#: Seconds between two looks at what is due, at the most and at the least.
_LONGEST_NAP, _SHORTEST_NAP = 1.0, 0.01
_BUSY_NAP = 0.1
#: Seconds after a restart in which what was answered meanwhile comes in, before a question whose
#: sending was cut off is given up.
_CATCHING_UP = 10.0
#: Seconds between two looks for what need not be kept.
_TIDYING = 3_600.0
#: Seconds for which the words of a question tell its poll.
_RECOGNISED = 3_600.0

_log = logging.getLogger(__name__)


class Host:
    """Belongs to the event loop; ``clock`` gives seconds since the epoch and never jumps."""

    def __init__(
        self,
        services: Services,
        bot: Bot,
        clock: Callable[[], float],
        wall: Callable[[], float] = time.time,
    ) -> None:
        """``wall`` is the clock on the wall, which may be put forward and back."""
        self._services, self.clock, self.wall = services, clock, wall
        self._stage = Stage(services, bot)
        self._locks: dict[int, asyncio.Lock] = {}
        self._driving: dict[int, asyncio.Task[None]] = {}
        self._sending: set[int] = set()
        self._news = asyncio.Event()
        #: When Telegram was heard of last.
        self._heard = 0.0

    @property
    def _games(self) -> Games:
        return self._services.memory.games

    @property
    def _record(self) -> Record:
        return self._services.memory.record

    # The clock

    async def run(self) -> None:
        """Wake up for what is due, for ever."""
        tidied = self.clock()
        while True:
            try:
                self._start_due()
                if self.clock() - tidied > _TIDYING:
                    tidied = self.clock()
                    self._record.tidy(tidied)
            except Exception:
                _log.exception("What is due could not be begun.")
            following = self._games.next_due()
            nap = _LONGEST_NAP if following is None else following - self.clock()
            # What is being driven is due until it has been.
            nap = max(nap, _BUSY_NAP) if self._driving else nap
            self._news.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(max(nap, _SHORTEST_NAP), _LONGEST_NAP)):
                    await self._news.wait()

    def catch_up(self) -> None:
        """Begin to listen: what was cut off is given time to become known, and no deadline is
        further away than it can be, should the clock of the machine have jumped back."""
        now = self.clock()
        self._heard = self._record.listening = now
        self._record.tidy(now)
        for round in self._games.going_on():
            latest = now + (_CATCHING_UP if round.state == "asking" else round.longest_wait)
            if round.due > latest or round.asked > now:
                self._games.save(round.is_due(min(round.due, latest)).was_asked_by(now))

    def heard(self) -> None:
        """Telegram has answered. What it tells after a silence was done while nobody listened."""
        now = self.clock()
        if now - self._heard > GRACE:
            self._record.listening = now
        self._heard = now

    async def wake(self) -> None:
        """Do all that is due now, and what follows from it at once."""
        self._start_due()
        while tasks := list(self._driving.values()):
            await asyncio.gather(*tasks)

    async def stop(self) -> None:
        """Leave everything as it is in memory."""
        tasks = list(self._driving.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start_due(self) -> None:
        for round in self._games.due(self.clock()):
            if round.id not in self._driving:
                task = asyncio.create_task(self._drive(round.id))
                self._driving[round.id] = task
                task.add_done_callback(partial(self._driven, round.id))

    def _driven(self, number: int, task: asyncio.Task[None]) -> None:
        del self._driving[number]
        if not task.cancelled() and (error := task.exception()):
            _log.error("Round %d failed.", number, exc_info=error)
            self._give_up(number)
        round = self._games.round(number)
        if round is None or round.state == "over":
            self._locks.pop(number, None)
        self._news.set()

    def _give_up(self, number: int) -> None:
        """A bug: what failed once would fail again at each wake-up."""
        round = self._games.round(number)
        if round:
            self._games.close(round.was_announced()[0], self.clock())

    async def _drive(self, number: int) -> None:
        async with self._lock(number):
            while True:
                round, now = self._games.round(number), self.clock()
                if round is None or round.state == "over" or round.due > now:
                    return
                asked = self._games.question(round)
                answered = bool(asked and self._record.is_answered(asked.id))
                await self._apply(round.tick(now, answered))

    def _lock(self, number: int) -> asyncio.Lock:
        return self._locks.setdefault(number, asyncio.Lock())

    # Events

    async def begin(self, round: Round, command: Message | None, key: int = 0) -> bool:
        """A new round, unless one is played there or the command began one before. One without a
        command has a ``key`` that none other of its chat has."""
        now = self.clock()
        known = self._games.begin(round, command.message_id if command else key, now)
        if known is None:
            return False
        if command:
            # The first question waits until everybody knows what is played.
            async with self._lock(known.id):
                self._games.set_notice(known.id, await self._stage.notify(known, command))
        self._news.set()
        return True

    async def happens(
        self, number: int, event: Callable[[Round, float], Step], question: int | None = None
    ) -> None:
        """Something happens to a round: ``Round.was_stopped`` and the like. What is about a
        ``question`` of it (its number) happens only while that is asked."""
        async with self._lock(number):
            round = self._games.round(number)
            if round and round.state != "over" and question in (None, round.number):
                await self._apply(event(round, self.clock()))
        self._news.set()

    def vote(self, vote: Vote) -> Asked | None:
        """Somebody has answered a poll; the question where it is known."""
        asked = self._record.vote(vote)
        if asked is None and not self._sending:
            asked = self._record.deduce(vote.poll, vote.at - _RECOGNISED)
            if asked:
                self._found(asked)
        return asked

    def recognise(self, poll: str, text: str, options: list[str]) -> None:
        """Telegram tells of a poll: perhaps one whose sending had no answer."""
        asked = self._record.recognise(poll, text, options, self.clock() - _RECOGNISED)
        if asked:
            self._found(asked)

    def _found(self, asked: Asked) -> None:
        """The poll of a question is known after all."""
        _log.info("Question %d has reached Telegram after all.", asked.id)
        round = self._games.round(asked.round)
        if round and round.state == "asking" and round.number == asked.number:
            opened, _ = round.was_asked(asked.asked)
            self._games.save(opened)
            self._news.set()

    async def answered(self, asked: Asked) -> None:
        """An answer has been counted: in a private chat nobody else is waited for."""
        round = self._games.round(asked.round)
        if round and round.is_private and round.mode == "quiz" and not asked.closed:
            await self.happens(round.id, Round.was_solved, asked.number)

    async def tell(self, round: Round, text: str) -> None:
        """Say something where a round is played."""
        await self._stage.tell(round, text)

    # Effects

    async def _apply(self, step: Step) -> None:
        round, effects = step
        for effect in effects:
            if isinstance(effect, Ask):
                await self._ask(round)
                return
        open_one = (
            self._games.question(round) if any(isinstance(e, Close) for e in effects) else None
        )
        if open_one:
            self._games.close(round, self.clock())
        else:
            self._games.save(round)
        for effect in effects:
            if isinstance(effect, Close) and open_one:
                await self._close(round, open_one, effect)
            elif isinstance(effect, Hint):
                if asked := self._games.question(round):
                    await self._stage.hint(round, asked)
            elif isinstance(effect, Announce):
                await self._announce(round)

    async def _ask(self, round: Round) -> None:
        known = self._games.question(round)
        deck = self._services.assistant.deck(round.language)
        try:
            item = known.item if known else self._draw(round)
        except NothingLeftError:
            await self._apply(round.is_exhausted(self.clock()))
            return
        text = telling.question(round, item, deck.voice)
        asked = self._games.ask(round, item, text, self.clock() + round.seconds)
        self._sending.add(round.id)
        try:
            message = await self._stage.ask(round, asked)
        except RetryAfter as error:
            step = round.was_refused(self.clock(), seconds(error.retry_after))
        except Forbidden as error:
            _log.info("Round %d has lost its chat (%s).", round.id, error)
            step = round.was_announced()
        except BadRequest as error:
            _log.warning("Round %d may not ask (%s).", round.id, error)
            step = round.is_forbidden(self.clock())
        except NetworkError as error:
            _log.warning("Question %d of round %d: %s.", round.number, round.id, error)
            unsure = may_have_arrived(error)
            step = (round.is_unsure if unsure else round.was_refused)(self.clock())
        else:
            self._was_asked(round.id, asked, message)
            return
        finally:
            self._sending.discard(round.id)
        # Meanwhile its group may have become a supergroup, in which another one is played.
        current = self._games.round(round.id)
        if current and current.state == "asking":
            following, effects = step
            await self._apply((following.moved(current.chat), effects))
        self._deduce()

    def _draw(self, round: Round, avoid: Collection[str] | None = None) -> Item:
        """The item of a round's number; NothingLeftError where there is none."""
        guess: dict[Make, int] = {riddle: 1}
        kinds = guess if round.mode == "guess" else makes(round.subject, round.level)
        return self._services.assistant.deck(round.language).draw(
            kinds,
            round.subject,
            round.level,
            f"{round.seed}:{round.number}",
            self._games.lately(round.chat) if avoid is None else avoid,
            self._games.told(round.id),
        )

    def _knows_nothing(self, round: Round) -> bool:
        """Whether nothing can be asked about a subject, however long ago it was asked last."""
        try:
            self._draw(round, avoid=())
        except NothingLeftError:
            return True
        return False

    def _was_asked(self, number: int, asked: Asked, message: Message) -> None:
        now, current = self.clock(), self._games.round(number)
        if current is None:
            return
        opened, _ = current.was_asked(now)
        poll = message.poll.id if message.poll else ""
        self._games.was_asked(opened, asked, message.message_id, poll, now)
        # Somebody was faster than Telegram's answer.
        if opened.is_private and self._record.tally(asked.id).answers:
            self._games.save(opened.is_due(now))

    def _deduce(self) -> None:
        """Where one question alone is without its poll, a poll that nobody knows is its."""
        polls = self._record.unknown_polls()
        if len(polls) == 1 and not self._sending:
            asked = self._record.deduce(polls[0], self.clock() - _RECOGNISED)
            if asked:
                self._found(asked)

    async def _close(self, round: Round, asked: Asked, close: Close) -> None:
        if round.mode == "guess":
            self._record.miss(asked, self.clock())
            # Who has guessed it has been told so already.
            if not self._record.tally(asked.id).right:
                voice = self._services.assistant.deck(round.language).voice
                await self._stage.tell(round, render.was(asked.item, voice))
        elif close.early:
            await self._stage.stop(round, asked)

    async def _announce(self, round: Round) -> None:
        voice = self._services.assistant.deck(round.language).voice
        record = self._record.of_round(round.id)
        text = telling.ends(round, board.add_up(record), voice)
        if round.end == "forbidden":
            text = escape(voice.say("round-forbidden"))
        if round.end == "exhausted" and round.number <= 1 and self._knows_nothing(round):
            text = escape(voice.say("round-no-facts", subject=round.subject.name(voice)))
        try:
            await self._stage.end(round, text)
        except RetryAfter as error:
            current = self._games.round(round.id) or round
            self._games.save(current.is_due(self.clock() + seconds(error.retry_after)))
            return
        except NetworkError as error:
            _log.warning("The end of round %d: %s.", round.id, error)
            if not isinstance(error, BadRequest) and not may_have_arrived(error):
                current = self._games.round(round.id) or round
                self._games.save(current.is_due(self.clock() + RETRY))
                return
        except TelegramError as error:
            _log.info("The end of round %d was not told (%s).", round.id, error)
        notice = self._games.notice(round.id)
        current = self._games.round(round.id) or round
        self._games.close(current.was_announced()[0], self.clock())
        if notice:
            await self._stage.take_buttons(current, notice)
