"""How fast the bot calls Telegram, and what becomes of a call that failed.

Time stands still here until nothing can happen without it, and then jumps: an hour of waiting
takes no time, and is an hour to the hundredth of a second.
"""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.limits import Limits, may_have_arrived
from bot.telegram.transport import AiohttpRequest

_T = TypeVar("_T")

GROUP, OTHER_GROUP, PERSON = -100_1, -100_2, 7


class _Jump(selectors.BaseSelector):
    """Waits for nothing: where the loop would sleep, its clock jumps."""

    def __init__(self) -> None:
        self.now = 0.0
        self._real = selectors.DefaultSelector()

    def register(self, *args: Any) -> selectors.SelectorKey:
        return self._real.register(*args)

    def unregister(self, *args: Any) -> selectors.SelectorKey:
        return self._real.unregister(*args)

    def get_map(self) -> Any:
        return self._real.get_map()

    def close(self) -> None:
        self._real.close()

    def select(self, timeout: float | None = None) -> list[Any]:
        ready = self._real.select(0)
        assert ready or timeout is not None, "everything waits for something that never comes"
        if not ready:
            # Never by nothing: what waits for a rounding error to pass would wait for ever.
            self.now += max(timeout or 0.0, 1e-6)
        return ready


class _Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jump = _Jump()
        super().__init__(self._jump)

    def time(self) -> float:
        return self._jump.now


def run(scenario: Coroutine[Any, Any, _T]) -> _T:
    with asyncio.Runner(loop_factory=_Loop) as runner:
        return runner.run(scenario)


def now() -> float:
    return asyncio.get_running_loop().time()


class Calls:
    """Calls to Telegram through Limits, and the second in which each was made."""

    def __init__(self, *, pace: bool = True) -> None:
        self.limits = Limits(pace=pace)
        self.made: list[tuple[float, str, int | str | None]] = []
        self.failures: Callable[[str, int | str | None], TelegramError | None] = (
            lambda endpoint, chat: None
        )

    async def call(self, endpoint: str, chat: int | str | None = None) -> object:
        async def callback() -> bool:
            self.made.append((now(), endpoint, chat))
            if failure := self.failures(endpoint, chat):
                raise failure
            return True

        data = {} if chat is None else {"chat_id": chat}
        return await self.limits.process_request(callback, (), {}, endpoint, data, None)

    async def send(self, chat: int | str, times: int = 1) -> None:
        await asyncio.gather(*(self.call("sendMessage", chat) for _ in range(times)))

    def failing(self, *errors: TelegramError, chat: int | str | None = None) -> None:
        """The next calls (to a chat) fail with these errors, one each."""
        waiting = list(errors)
        self.failures = lambda endpoint, called: (
            waiting.pop(0) if waiting and chat in (None, called) else None
        )

    def times(self, chat: int | str | None = None) -> list[float]:
        return [time for time, _, called in self.made if chat in (None, called)]


def flood(seconds: float) -> RetryAfter:
    return RetryAfter(timedelta(seconds=seconds))


def at(second: float) -> Any:
    return pytest.approx(second, abs=0.01)


def most_within(times: list[float], seconds: float) -> int:
    """The most calls in any span of so many seconds."""
    return max(sum(start <= time < start + seconds for time in times) for start in times)


# Pace


def test_a_group_gets_twenty_messages_a_minute() -> None:
    async def scenario() -> list[float]:
        calls = Calls()
        await calls.send(GROUP, 60)
        return calls.times()

    times = run(scenario())
    assert times[19] == at(0)
    assert times[20] == at(3)
    # A bucket that leaks: as many again in the minute after a burst.
    assert most_within(times, 60) <= 40
    assert times[59] == at(120)


def test_a_name_is_a_groups_name() -> None:
    async def scenario() -> list[float]:
        calls = Calls()
        await calls.send("@travellers", 21)
        return calls.times()

    assert run(scenario())[20] == at(3)


def test_a_person_gets_a_burst_and_then_one_message_a_second() -> None:
    async def scenario() -> list[float]:
        calls = Calls()
        await calls.send(PERSON, 30)
        return calls.times()

    times = run(scenario())
    assert times[9] == at(0)
    assert times[10] == at(1)
    assert times[29] == at(20)


def test_all_chats_together_get_thirty_a_second() -> None:
    async def scenario() -> list[float]:
        calls = Calls()
        await asyncio.gather(*(calls.send(person) for person in range(1, 301)))
        return calls.times()

    times = run(scenario())
    assert most_within(times, 1) <= 60
    assert times[-1] == at(9)


def test_a_full_group_makes_nobody_else_wait() -> None:
    async def scenario() -> Calls:
        calls = Calls()
        await asyncio.gather(
            calls.send(GROUP, 60),
            calls.send(OTHER_GROUP),
            calls.send(PERSON),
            calls.call("answerInlineQuery"),
            calls.call("answerCallbackQuery"),
            calls.call("answerGuestQuery"),
        )
        return calls

    calls = run(scenario())
    assert calls.times(OTHER_GROUP) == calls.times(PERSON) == [at(0)]
    assert [time for time, endpoint, _ in calls.made if endpoint.startswith("answer")] == [
        at(0)
    ] * 3


def test_asking_for_somebodys_rights_is_no_message() -> None:
    async def scenario() -> list[float]:
        calls = Calls()
        await asyncio.gather(*(calls.call("getChatMember", GROUP) for _ in range(100)))
        return calls.times()

    assert max(run(scenario())) == at(0)


def test_a_server_of_ones_own_is_not_paced() -> None:
    async def scenario() -> list[float]:
        calls = Calls(pace=False)
        await asyncio.gather(*(calls.send(person % 50, 1) for person in range(3000)))
        await calls.send(GROUP, 100)
        return calls.times()

    assert max(run(scenario())) == at(0)


def test_many_chats_are_forgotten_again() -> None:
    async def scenario() -> Limits:
        calls = Calls()
        for person in range(1, 5000):
            await calls.send(person)
        return calls.limits

    assert len(run(scenario())._chats) <= 1000


# Refusals


def test_a_refused_message_is_sent_when_telegram_allows_it() -> None:
    async def scenario() -> list[float]:
        calls = Calls()
        calls.failing(flood(7))
        await calls.send(GROUP)
        return calls.times()

    first, second = run(scenario())
    assert first == at(0)
    assert 7 < second < 8


def test_a_refusal_holds_up_its_chat_and_nobody_else() -> None:
    async def scenario() -> Calls:
        calls = Calls()
        calls.failing(flood(7), chat=GROUP)
        refused = asyncio.create_task(calls.send(GROUP))
        await asyncio.sleep(0.5)
        await asyncio.gather(
            calls.send(GROUP), calls.send(PERSON), calls.call("answerInlineQuery"), refused
        )
        return calls

    calls = run(scenario())
    assert calls.times(PERSON) == [at(0.5)]
    assert [time for time, endpoint, _ in calls.made if endpoint == "answerInlineQuery"] == [
        at(0.5)
    ]
    assert all(time == at(0) or time > 7 for time in calls.times(GROUP))
    assert len(calls.times(GROUP)) == 3


def test_a_server_of_ones_own_may_refuse_too() -> None:
    async def scenario() -> list[float]:
        calls = Calls(pace=False)
        calls.failing(flood(7))
        await calls.send(GROUP)
        return calls.times()

    assert run(scenario())[1] > 7


def test_whoever_is_refused_again_and_again_gives_up() -> None:
    async def scenario() -> Calls:
        calls = Calls()
        calls.failing(*[flood(1)] * 10)
        with pytest.raises(RetryAfter):
            await calls.send(GROUP)
        return calls

    assert len(run(scenario()).made) == 4


def test_nobody_waits_for_more_than_a_minute() -> None:
    async def scenario() -> Calls:
        calls = Calls()
        calls.failing(flood(3600))
        with pytest.raises(RetryAfter):
            await calls.send(GROUP)
        # And what comes meanwhile is not even tried.
        with pytest.raises(RetryAfter):
            await calls.send(GROUP)
        assert now() == at(0)
        await asyncio.sleep(3601)
        await calls.send(GROUP)
        return calls

    assert len(run(scenario()).made) == 2


def test_an_answer_to_a_query_does_not_wait_until_the_query_has_died() -> None:
    async def scenario() -> None:
        calls = Calls()
        calls.failing(flood(6))
        with pytest.raises(RetryAfter):
            await calls.call("answerInlineQuery")
        assert now() == at(0)

    run(scenario())


# Failures


def failed_then(endpoint: str, error: TelegramError) -> int:
    """How often a call is made whose first attempt fails."""

    async def scenario() -> int:
        calls = Calls()
        calls.failing(error)
        try:
            await calls.call(endpoint, PERSON)
        except TelegramError as raised:
            assert raised is error
        assert now() < 1
        return len(calls.made)

    return run(scenario())


LOST = [NetworkError("ServerDisconnectedError"), TimedOut(), NetworkError("Bad Gateway")]


@pytest.mark.parametrize("error", LOST)
@pytest.mark.parametrize(
    "endpoint", ["answerInlineQuery", "answerCallbackQuery", "editMessageText", "getChatMember"]
)
def test_what_may_be_repeated_is_repeated(endpoint: str, error: TelegramError) -> None:
    assert failed_then(endpoint, error) == 2


@pytest.mark.parametrize("error", LOST)
@pytest.mark.parametrize("endpoint", ["sendMessage", "sendPhoto", "copyMessage", "forwardMessage"])
def test_a_message_is_not_sent_twice(endpoint: str, error: TelegramError) -> None:
    assert failed_then(endpoint, error) == 1


@pytest.mark.parametrize("error", [BadRequest("Chat not found"), Forbidden("Forbidden: blocked")])
def test_what_telegram_has_decided_is_not_asked_again(error: TelegramError) -> None:
    assert failed_then("editMessageText", error) == 1


def test_whatever_fails_again_and_again_is_given_up() -> None:
    async def scenario() -> Calls:
        calls = Calls()
        calls.failing(*[TimedOut()] * 10)
        with pytest.raises(TimedOut):
            await calls.call("editMessageText", PERSON)
        assert now() < 3
        return calls

    assert len(run(scenario()).made) == 4


async def test_a_message_that_was_never_on_its_way_is_sent_again() -> None:
    """With the words of the transport itself: nothing listens on the port."""
    transport = AiohttpRequest()
    async with transport:
        with pytest.raises(NetworkError) as refused:
            await transport.post("http://127.0.0.1:9/bot/sendMessage")
    assert not may_have_arrived(refused.value)
    timed_out = TimedOut("Timed out: no connection; the request was not sent")
    for error in (refused.value, timed_out):
        calls = Calls()
        calls.failing(error)
        await calls.send(PERSON)
        assert len(calls.made) == 2


def test_only_a_lost_answer_leaves_it_open_whether_the_work_is_done() -> None:
    assert may_have_arrived(TimedOut())
    assert may_have_arrived(NetworkError("ClientOSError: Connection reset by peer"))
    assert not may_have_arrived(NetworkError("Bad Gateway"))
    assert not may_have_arrived(BadRequest("Message is too long"))
    assert not may_have_arrived(ValueError())
