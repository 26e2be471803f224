"""ChatOrder: updates of one chat in order, chats side by side, nobody held up by another."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.telegram.processor import ChatOrder, line_of
from tests.botapi.updates import ADA, DENIZ, GROUP, Group, Updates, User

BOT = {"id": 1, "is_bot": True, "first_name": "Twin towns", "username": "twins_bot"}
OTHER_GROUP = Group(-1001000000009, "Elsewhere")
make = Updates(BOT)


def update(content: dict[str, Any]) -> Update:
    read = Update.de_json({"update_id": 1} | content, None)
    assert read is not None
    return read


async def settle() -> None:
    """Let everything run that can."""
    for _ in range(20):
        await asyncio.sleep(0)


class Work:
    """Handlers that note when they start and end, and wait until they are let go."""

    def __init__(self, order: ChatOrder) -> None:
        self.order = order
        self.started: list[str] = []
        self.ended: list[str] = []
        self._gates: dict[str, asyncio.Event] = {}

    async def _handle(self, name: str, failure: Exception | None) -> None:
        self.started.append(name)
        await self._gates[name].wait()
        if failure:
            raise failure
        self.ended.append(name)

    def come(
        self, name: str, content: dict[str, Any], failure: Exception | None = None
    ) -> asyncio.Task[None]:
        self._gates[name] = asyncio.Event()
        work: Coroutine[Any, Any, None] = self._handle(name, failure)
        return asyncio.create_task(self.order.process_update(update(content), work))

    def let_go(self, *names: str) -> None:
        """Let these end, or all where none is named."""
        for name in names or self._gates:
            self._gates[name].set()


async def test_a_chat_is_answered_in_the_order_it_wrote() -> None:
    work = Work(ChatOrder())
    tasks = [work.come(name, make.private(name)) for name in ("first", "second", "third")]
    await settle()
    assert work.started == ["first"]
    work.let_go("third", "second", "first")
    await asyncio.gather(*tasks)
    assert work.ended == ["first", "second", "third"]


async def test_chats_pass_each_other() -> None:
    work = Work(ChatOrder())
    slow = work.come("slow", make.private("?", ADA))
    await work_done(work, "quick", make.private("?", DENIZ))
    work.let_go("slow")
    await slow
    assert work.ended == ["quick", "slow"]


async def work_done(work: Work, name: str, content: dict[str, Any]) -> None:
    task = work.come(name, content)
    work.let_go(name)
    async with asyncio.timeout(5):
        await task


async def test_a_crowd_waiting_for_one_chat_takes_no_place_from_others() -> None:
    work = Work(ChatOrder(chats_at_once=2))
    crowd = [work.come(f"throttled {n}", make.group("/ask", ADA)) for n in range(500)]
    await settle()
    await work_done(work, "somebody else", make.private("?", DENIZ))
    work.let_go()
    await asyncio.gather(*crowd)
    assert work.ended[0] == "somebody else"
    assert work.ended[1:] == [f"throttled {n}" for n in range(500)]


async def test_no_more_chats_are_at_work_than_asked_for() -> None:
    work = Work(ChatOrder(chats_at_once=3))
    people = [User(n, f"Person {n}") for n in range(1, 8)]
    tasks = [work.come(p.first_name, make.private("?", p)) for p in people]
    await settle()
    assert len(work.started) == 3
    work.let_go()
    await asyncio.gather(*tasks)
    assert work.ended == [p.first_name for p in people]


@pytest.mark.parametrize(
    "query",
    [
        make.inline("istanbul", DENIZ),
        make.callback("today", DENIZ, inline_message_id="5"),
        make.guest("istanbul?", DENIZ, OTHER_GROUP),
    ],
    ids=["inline", "callback", "guest"],
)
async def test_a_query_that_dies_soon_waits_for_no_place(query: dict[str, Any]) -> None:
    work = Work(ChatOrder(chats_at_once=1))
    slow = work.come("slow", make.private("?", ADA))
    await settle()
    await work_done(work, "query", query)
    work.let_go("slow")
    await slow


async def test_a_failure_is_raised_and_the_next_update_has_its_turn() -> None:
    work = Work(ChatOrder(chats_at_once=1))
    failing = work.come("failing", make.private("1"), ValueError("broken"))
    work.let_go("failing")
    await work_done(work, "next", make.private("2"))
    with pytest.raises(ValueError, match="broken"):
        await failing


async def test_a_cancelled_update_never_blocks_its_chat() -> None:
    work = Work(ChatOrder(chats_at_once=1))
    at_work = work.come("at work", make.private("1"))
    waiting = work.come("waiting", make.private("2"))
    await settle()
    waiting.cancel()
    at_work.cancel()
    await asyncio.gather(at_work, waiting, return_exceptions=True)
    await work_done(work, "next", make.private("3"))
    assert work.started == ["at work", "next"]


async def test_nothing_is_kept_of_a_chat_that_is_quiet() -> None:
    order = ChatOrder()
    work = Work(order)
    tasks = [work.come(str(n), make.private("?", User(n, "Somebody"))) for n in range(1, 100)]
    tasks += [work.come(f"{n} again", make.private("?", User(n, "S"))) for n in range(1, 100)]
    await settle()
    assert order.lines == 99
    tasks[3].cancel()
    work.let_go()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert order.lines == 0


MESSAGE = make.message("?", ADA, GROUP.chat)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (make.private("?", ADA), ("chat", ADA.id)),
        (make.group("?", DENIZ), ("chat", GROUP.id)),
        (make.edited(make.group("?"), "!"), ("chat", GROUP.id)),
        (make.callback("x", DENIZ, message=MESSAGE), ("chat", GROUP.id)),
        (make.membership(GROUP.chat, "left"), ("chat", GROUP.id)),
        (make.guest("?", ADA), ("guest", GROUP.id)),
        (make.callback("x", DENIZ, inline_message_id="5"), ("user", DENIZ.id)),
        (make.inline("ist", ADA), ("user", ADA.id)),
        (make.chosen("today", "ist", ADA), ("user", ADA.id)),
        (make.poll_answer("77", [0], ADA), ("poll", "77")),
    ],
)
def test_the_line_of_an_update(content: dict[str, Any], line: tuple[str, int | str]) -> None:
    assert line_of(update(content)) == line


async def test_what_is_no_update_needs_no_order() -> None:
    done = []

    async def handle() -> None:
        done.append(1)

    await ChatOrder().process_update("something else", handle())
    assert done == [1]
    assert line_of("something else") is None


@settings(max_examples=60, deadline=None)
@given(
    arrivals=st.lists(
        st.tuples(
            st.integers(1, 4), st.integers(0, 3), st.sampled_from(["", "fails", "cancelled"])
        ),
        max_size=40,
    ),
    chats_at_once=st.integers(1, 5),
)
def test_order_holds_whatever_comes(
    arrivals: list[tuple[int, int, str]], chats_at_once: int
) -> None:
    """For any chats, lengths of work, failures and cancellations."""

    async def play() -> None:
        order = ChatOrder(chats_at_once)
        ended: dict[int, list[int]] = {}
        at_work: set[int] = set()

        async def handle(number: int, person: int, steps: int, fate: str) -> None:
            assert person not in at_work
            at_work.add(person)
            assert len(at_work) <= chats_at_once
            try:
                for _ in range(steps):
                    await asyncio.sleep(0)
                if fate == "fails":
                    raise ValueError(number)
                ended.setdefault(person, []).append(number)
            finally:
                at_work.discard(person)

        tasks = []
        for number, (person, steps, fate) in enumerate(arrivals):
            content = update(make.private("?", User(person, "Somebody")))
            work = handle(number, person, steps, fate)
            tasks.append(asyncio.create_task(order.process_update(content, work)))
            if fate == "cancelled":
                asyncio.get_running_loop().call_soon(tasks[-1].cancel)
        async with asyncio.timeout(5):
            results = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(numbers == sorted(numbers) for numbers in ended.values())
        assert not [r for r in results if isinstance(r, AssertionError)]
        healthy = {n for n, (_, _, fate) in enumerate(arrivals) if not fate}
        assert healthy <= {n for numbers in ended.values() for n in numbers}
        assert order.lines == 0

    asyncio.run(play())
