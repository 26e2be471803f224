"""The game in the whole bot as a process: watched from beginning to end, killed, and simulated."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bot.memory.memory import Memory
from tests.botapi import ADA, DENIZ, FORUM, GROUP, BotApiServer, Call
from tests.botapi.faults import Json
from tests.simulate_game import parser, shown, simulate
from tests.test_whole_process import home, start, telegram, well  # noqa: F401

#: Seconds for a question, so that nobody waits for long.
SECONDS = 10


@pytest.fixture
def quick(home: Path) -> Path:  # noqa: F811
    with Memory(home) as memory:
        for chat in (GROUP.id, FORUM.id):
            memory.set_seconds(chat, SECONDS)
    return home


def polls_of(telegram: BotApiServer) -> list[Json]:  # noqa: F811
    return list(telegram.account.polls.values())


def says(words: str) -> object:
    return lambda call: words in str(call.parameters.get("text"))


async def asked(telegram: BotApiServer, after: Call | None = None) -> Call:  # noqa: F811
    return await telegram.wait_for("sendPoll", timeout=60, after=after)


async def test_rounds_in_a_group_and_in_a_topic_survive_a_kill(
    telegram: BotApiServer,  # noqa: F811
    quick: Path,
) -> None:
    """In the group the bot is killed while a question is open; the topic plays beside it."""
    telegram.add_chat(FORUM.chat)
    async with start(quick, telegram.url) as bot:
        await telegram.ready()
        telegram.push(telegram.make.group("/trivia 2", ADA))
        first = await asked(telegram)
        poll = first.result["poll"]
        telegram.vote(poll["id"], poll["correct_option_ids"], ADA)
        telegram.vote(poll["id"], poll["correct_option_ids"], DENIZ)
        await telegram.quiet()
        bot.process.send_signal(signal.SIGKILL)
        await bot.ends()
    telegram.push(telegram.make.group("/trivia 1", DENIZ, FORUM, thread=17))
    async with start(quick, telegram.url) as bot:
        await telegram.ready()
        second = await asked(telegram, after=first)
        third = await asked(telegram, after=second)
        assert {second.parameters["chat_id"], third.parameters["chat_id"]} == {GROUP.id, FORUM.id}
        for call in (second, third):
            telegram.vote(call.result["poll"]["id"], [0], ADA)
        await telegram.wait_for(
            "sendMessage", lambda c: "is over" in str(c.parameters["text"]), timeout=60
        )
        await telegram.wait_for(
            "sendMessage",
            lambda c: c.parameters["chat_id"] == FORUM.id and "bitti" in str(c.parameters["text"]),
            timeout=60,
        )
        well(await bot.stop())
    with Memory(quick) as memory:
        given = {g.name: g.right for g in memory.record.of_round(1)}
        assert given["Deniz"]
        assert memory.games.going_on() == []


async def test_a_quiz_inline_is_played_where_the_bot_is_no_member(
    telegram: BotApiServer,  # noqa: F811
    home: Path,  # noqa: F811
) -> None:
    """Its question outlives a kill; whoever has answered is not asked again."""
    make = telegram.make
    async with start(home, telegram.url) as bot:
        await telegram.ready()
        telegram.push(make.inline("quiz history", ADA))
        offered = (await telegram.wait_for("answerInlineQuery")).parameters["results"][-1]
        rows = offered["reply_markup"]["inline_keyboard"]
        telegram.push(make.callback(rows[0][0]["callback_data"], ADA, inline_message_id="in1"))
        await telegram.wait_for("editMessageText")
        bot.process.send_signal(signal.SIGKILL)
        await bot.ends()
    async with start(home, telegram.url) as bot:
        await telegram.ready()
        last = telegram.calls[-1]
        for user, row in ((ADA, rows[1]), (DENIZ, rows[1])):
            telegram.push(make.callback(row[0]["callback_data"], user, inline_message_id="in1"))
        told = await telegram.wait_for(
            "editMessageText", lambda call: "2" in str(call.parameters["text"]), after=last
        )
        assert told.parameters["inline_message_id"] == "in1"
        alerts = [call.parameters["text"] for call in telegram.called("answerCallbackQuery")]
        assert any("answered already" in alert for alert in alerts)
        assert all("\n" in alert for alert in alerts)
        well(await bot.stop())


async def test_everything_adds_up_while_everything_goes_wrong(home: Path) -> None:  # noqa: F811
    """A small simulation; `python -m tests.simulate_game` is the large one."""
    options = parser().parse_args([])
    options.rounds = options.groups = 6
    options.players, options.questions = 8, 1
    options.kills, options.every, options.mishaps = 1, 8.0, 0.5
    async with asyncio.timeout(240):
        tally, truth = await simulate(home, options)
    assert tally.is_good, shown(tally, truth)
    assert tally.delivered
