"""Around the game: boards, settings, daily posts, quizzes inline, what is kept of a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.telegram.daily import post_what_is_due
from tests.botapi import ADA, DENIZ, FORUM, GROUP, Call
from tests.botapi.faults import Json
from tests.fake_telegram import People, buttons, talking, text
from tests.test_game import EMRE, begun, passes, points, poll, right, said, votes

if TYPE_CHECKING:
    from bot.assistant import Assistant


@pytest.fixture
async def people(assistant: Assistant, tmp_path: Path) -> AsyncIterator[People]:
    async with talking(assistant, tmp_path) as people:
        people.telegram.add_chat(GROUP.chat)
        people.telegram.set_member(GROUP.id, ADA, "administrator")
        yield people


async def played(people: People, *players: object) -> Json:
    """A round of one question, answered rightly by these players."""
    shown = poll(await begun(people, "/trivia 1"))
    for player in players:
        await votes(people, shown, right(shown), player)  # type: ignore[arg-type]
    await passes(people, 31)
    return shown


# Boards


async def test_a_board_adds_up_to_its_record(people: People) -> None:
    await played(people, ADA, EMRE)
    await played(people, EMRE)
    await played(people, EMRE, DENIZ)
    # The second round had one player only.
    assert points(people) == {"Ada": 1, "Emre": 2, "Deniz": 1}
    call = await people.hear(people.make.group("/board"))
    assert "This month" in text(call)
    assert "1. Emre – 2 points (2 of 2" in text(call)
    assert set(buttons(call)) == {"This week", "All time"}
    edit = await people.press(call.result, "All time")
    assert "All time" in text(edit)
    assert "Emre" in text(edit)


async def test_a_board_where_nobody_has_played(people: People) -> None:
    assert "Nobody has played" in text(await people.hear(people.make.group("/board")))


async def test_who_hides_is_on_no_board_and_may_come_back(people: People) -> None:
    await played(people, ADA, EMRE)
    assert "off the boards" in text(await people.hear(people.make.group("/hide", EMRE)))
    board = text(await people.hear(people.make.group("/board")))
    assert "Emre" not in board
    assert "One player is not shown" in board
    await people.hear(people.make.group("/hide", EMRE))
    assert "Emre" in text(await people.hear(people.make.group("/board")))


async def test_who_wants_to_be_forgotten_is(people: People) -> None:
    await played(people, ADA, EMRE)
    asked = await people.hear(people.make.group("/forget", EMRE))
    refused, *_ = await people.do(people.make.press(asked.result, "Yes, delete it", user=ADA))
    assert refused.parameters["show_alert"] is True
    await people.do(people.make.press(asked.result, "Yes, delete it", user=EMRE))
    database = people.services.memory._db
    for table in ("answers", "guesses", "parked"):
        assert not database.execute(f"SELECT 1 FROM {table} WHERE player = ?", [EMRE.id]).fetchone()
    assert not database.execute("SELECT 1 FROM players WHERE id = ?", [EMRE.id]).fetchone()
    # A player's own: the round has one left, and no longer counts.
    assert points(people) == {}


async def test_who_says_no_is_not_forgotten(people: People) -> None:
    await played(people, ADA, EMRE)
    asked = await people.hear(people.make.group("/forget", EMRE))
    edit = await people.press(asked.result, "No", user=EMRE)
    assert "Nothing was deleted" in text(edit)
    assert points(people) == {"Ada": 1, "Emre": 1}


async def test_privacy_says_what_is_stored(people: People) -> None:
    told = text(await people.hear(people.make.private("/privacy")))
    assert "/forget" in told
    assert "/hide" in told


# Settings


async def test_an_administrator_sets_what_a_chat_plays_by(people: People) -> None:
    _, panel = await people.do(people.make.group("/settings", ADA))
    assert len(buttons(panel)) == 6
    for setting, value, shown in (
        ("Seconds per question: 30", "10", "Seconds per question: 10"),
        ("Difficulty: medium", "hard", "Difficulty: hard"),
        ("Who may start a round: everyone", "administrators", "Who may start a round: admin"),
        ("Language: each person's own", "Deutsch", "Sprache: Deutsch"),
    ):
        calls = await people.do(people.make.press(panel.result, setting, user=ADA))
        choices = calls[-1]
        calls = await people.do(people.make.press(choices.result, value, user=ADA))
        panel = calls[-1]
        assert any(label.startswith(shown) for label in buttons(panel)), buttons(panel)
    chosen = people.services.memory.chat(GROUP.id)
    assert (chosen.seconds, chosen.level, chosen.starters) == (10, 3, "administrators")
    assert chosen.language == "de"
    _, _, asked = await begun(people, "/trivia 1")
    assert asked.parameters["open_period"] == 10


async def test_others_see_no_settings_and_press_in_vain(people: People) -> None:
    _, panel = await people.do(people.make.group("/settings", ADA))
    *_, refused = await people.do(people.make.group("/settings", EMRE))
    assert "Only an administrator" in text(refused)
    calls = await people.do(people.make.press(panel.result, "Difficulty: medium", user=EMRE))
    assert [call.method for call in calls] == ["getChatMember", "answerCallbackQuery"]
    forged = people.make.callback("s:seconds:3", ADA, message=panel.result)
    await people.do(forged)
    assert people.services.memory.chat(GROUP.id).seconds is None


# Every day


class Wall:
    """The clock on the wall of a chat in Istanbul."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.now = dt.datetime(2026, 3, 1, 8, 0, tzinfo=dt.UTC)
        people.services.host.wall = self

    def __call__(self) -> float:
        return self.now.timestamp()

    async def passes(self, **time: float) -> list[Call]:
        self.now += dt.timedelta(**time)
        before = len(self.people.telegram.calls)
        await post_what_is_due(self.people.services, self.people.bot.bot)
        await passes(self.people, dt.timedelta(**time).total_seconds())
        return self.people.telegram.calls[before:]


async def test_a_question_a_day_with_streaks(people: People) -> None:
    wall = Wall(people)
    *_, on = await people.do(people.make.group("/daily 12:30 Istanbul", ADA))
    assert "12:30 (Europe/Istanbul)" in text(on)
    assert await wall.passes(hours=1) == []
    calls = await wall.passes(minutes=31)
    first = poll(calls)
    assert first["question"].startswith("Question of the day · ")
    assert await wall.passes(minutes=1) == []
    await votes(people, first, right(first), ADA)
    await votes(people, first, right(first), EMRE)
    calls = await wall.passes(hours=24)
    assert "2 answers, 2 right" in said(calls)[0]
    second = poll(calls)
    assert second["id"] != first["id"]
    await votes(people, second, right(second), ADA)
    calls = await wall.passes(hours=24)
    assert "Ada (2)" in said(calls)[0]
    assert "Emre" not in said(calls)[0].partition("Days in a row")[2]
    off = await people.do(people.make.group("/daily off", ADA))
    assert "no question of the day" in text(off[-1])
    assert await wall.passes(hours=24) == []


async def test_a_clock_that_jumps_posts_no_day_twice(people: People) -> None:
    wall = Wall(people)
    await people.do(people.make.group("/daily 09:00", ADA))
    assert poll(await wall.passes(hours=2))
    assert await wall.passes(hours=-3) == []
    assert await wall.passes(hours=4) == []
    assert poll(await wall.passes(days=1))
    # A bot that was away the whole day makes up for nothing at midnight.
    assert await wall.passes(hours=13) == []


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("/daily 25:00", "25:00"),
        ("/daily soon", "soon"),
        ("/daily 09:00 Atlantis", "Atlantis"),
        ("/daily", "no question of the day"),
    ],
)
async def test_a_time_that_is_none_is_told(people: People, words: str, answer: str) -> None:
    calls = await people.do(people.make.group(words, ADA))
    assert answer in text(calls[-1])


async def test_only_administrators_order_daily_posts(people: People) -> None:
    for words in ("/daily 09:00", "/today 09:00"):
        *_, refused = await people.do(people.make.group(words, EMRE))
        assert "Only an administrator" in text(refused)
    assert people.services.memory.posts.all() == []


async def test_the_anniversaries_of_the_morning(people: People) -> None:
    Wall(people)
    on = await people.do(people.make.group("/today 8:00 europe/istanbul", ADA, group=FORUM))
    assert "Only an administrator" in text(on[-1])
    people.telegram.set_member(FORUM.id, ADA, "creator")
    on = await people.do(
        people.make.group("/today 8:00 europe/istanbul", ADA, group=FORUM, thread=17)
    )
    assert "08:00 (Europe/Istanbul)" in text(on[-1])
    (post,) = people.services.memory.posts.all()
    assert (post.thread, post.kind) == (17, "today")
    # Without a time it is the question that it has always been.
    assert "Istanbul" in text(await people.hear(people.make.group("/today", EMRE)))


# Inline


def results(call: Call) -> list[Json]:
    return list(call.parameters["results"])


async def test_a_quiz_is_played_in_any_chat(people: People) -> None:
    call = await people.hear(people.make.inline("quiz"), "answerInlineQuery")
    found = results(call)
    assert len(found) == 3
    rows = found[0]["reply_markup"]["inline_keyboard"]
    data = [row[0]["callback_data"] for row in rows]
    alerts = {}
    for number, user in enumerate((ADA, DENIZ, EMRE)):
        press = people.make.callback(data[number], user, inline_message_id="in1")
        alert, edit = await people.do(press)
        alerts[number] = alert.parameters["text"]
        assert edit.parameters["inline_message_id"] == "in1"
    assert sum(words.startswith("Right!") for words in alerts.values()) <= 1
    # Once more is not counted.
    (again,) = await people.do(people.make.callback(data[1], ADA, inline_message_id="in1"))
    assert "answered already" in again.parameters["text"]
    games = people.services.memory.games
    asked = games.of_poll("inline:in1")
    assert asked
    assert people.services.memory.record.tally(asked.id).answers == 3


async def test_a_quiz_about_something(people: People) -> None:
    for query, word in (("quiz history", ""), ("quiz Paris easy", "Paris"), ("trivia", "")):
        call = await people.hear(people.make.inline(query), "answerInlineQuery")
        assert results(call)
        assert all(word in result["title"] for result in results(call))


async def test_a_quiz_button_of_old_is_told_to_be_out_of_date(people: People) -> None:
    for data in ("q:1:1:en:m745044:00000000:00000000", "q:nonsense", "q:9:1:xx:zzz:0:0"):
        (alert,) = await people.do(people.make.callback(data, ADA, inline_message_id="in2"))
        assert "out of date" in alert.parameters["text"]
