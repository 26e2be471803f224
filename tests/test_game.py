"""The game in chats, through Telegram's wire: rounds, rights, what goes wrong."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.botapi import ADA, DENIZ, FORUM, GROUP, ApiError, Call, Fault, Group, User
from tests.botapi.faults import Json
from tests.fake_telegram import People, buttons, talking, text

if TYPE_CHECKING:
    from bot.assistant import Assistant

EMRE = User(1003, "Emre")
PLAYERS = (ADA, DENIZ, EMRE)


@pytest.fixture
async def people(assistant: Assistant, tmp_path: Path) -> AsyncIterator[People]:
    async with talking(assistant, tmp_path) as people:
        people.telegram.add_chat(GROUP.chat)
        yield people


async def passes(people: People, seconds: float) -> list[Call]:
    """Time passes: what the bot does by itself."""
    people.clock.now += seconds
    before = len(people.telegram.calls)
    await people.services.host.wake()
    return people.telegram.calls[before:]


async def begun(people: People, words: str = "/trivia 3", **where: object) -> list[Call]:
    """Somebody starts a round: the message that begins it, and the first poll."""
    return [*await people.do(people.make.group(words, ADA, **where)), *await passes(people, 0)]


def poll(calls: list[Call]) -> Json:
    """The poll that was sent last."""
    return next(c.result["poll"] for c in reversed(calls) if c.method == "sendPoll" and c.result)


def right(poll: Json) -> int:
    return int(poll["correct_option_ids"][0])


async def votes(people: People, poll: Json, option: int, user: User = ADA) -> list[Call]:
    update = people.make.poll_answer(poll["id"], [option], user)
    return await people.do(update)


def said(calls: list[Call]) -> list[str]:
    return [text(c) for c in calls if c.method == "sendMessage" and c.result]


def points(people: People, chat: int = GROUP.id) -> dict[str, int]:
    """What the record of a chat adds up to."""
    found: dict[str, int] = {}
    for given in people.services.memory.record.of_chat(chat):
        found[given.name] = found.get(given.name, 0) + given.points
    return found


# A round


async def test_a_round_is_played_from_beginning_to_end(people: People) -> None:
    begins, first = await begun(people)
    assert "3 questions" in text(begins)
    calls = [first]
    for number in (1, 2, 3):
        asked = calls[-1]
        assert asked.method == "sendPoll"
        assert asked.parameters["question"].startswith(f"{number}/3 · ")
        assert asked.parameters["is_anonymous"] is False
        assert asked.parameters["open_period"] == 30
        shown = poll(calls)
        await votes(people, shown, right(shown), ADA)
        await votes(people, shown, (right(shown) + 1) % len(shown["options"]), DENIZ)
        # The last question is followed by the end at once.
        assert await passes(people, 29) == []
        calls = [*await passes(people, 2), *await passes(people, 4)]
    over = said(calls)[0]
    assert "The round is over" in over
    assert "1. Ada – 3 points (3 of 3" in over
    assert "2. Deniz – 0 points (0 of 3" in over
    assert "Ada: 3 right in a row" in over
    assert points(people) == {"Ada": 3, "Deniz": 0}
    assert await passes(people, 600) == []


async def test_the_explanation_states_the_fact_and_its_source(people: People) -> None:
    calls = await begun(people, "/trivia 1 Istanbul")
    shown = poll(calls)
    assert "Source: " in shown["explanation"] or "\n" in shown["explanation"]
    assert len(shown["explanation"]) <= 200


async def test_a_round_stays_in_its_topic(people: People) -> None:
    begins, first = await begun(people, group=FORUM, thread=17)
    assert begins.parameters["message_thread_id"] == first.parameters["message_thread_id"] == 17
    # Another topic plays a round of its own.
    others = await begun(people, group=FORUM, thread=18)
    assert [call.method for call in others] == ["sendMessage", "sendPoll"]


async def test_alone_with_the_bot_the_next_question_comes_with_the_answer(people: People) -> None:
    calls = [*await people.do(people.make.private("/trivia 2")), *await passes(people, 0)]
    shown = poll(calls)
    await votes(people, shown, right(shown))
    calls = await passes(people, 3)
    assert calls[-1].method == "sendPoll"


async def test_what_a_round_is_about_and_how_hard_it_is(people: People) -> None:
    begins, _ = await begun(people, "/trivia 2 about Germany hard")
    assert "Germany" in text(begins)
    assert "2 questions" in text(begins)


@pytest.mark.parametrize("about", ["history", "terms", "the world", "Europe", "Paris", "Japan"])
async def test_rounds_about_all_kinds_of_subjects_ask_questions(people: People, about: str) -> None:
    calls = await begun(people, f"/trivia 1 about {about}")
    assert calls[-1].method == "sendPoll"


async def test_no_question_comes_again_in_a_chat(people: People) -> None:
    asked: list[str] = []
    for _ in range(3):
        calls = await begun(people, "/trivia 20 history")
        while sent := [c for c in calls if c.method == "sendPoll"]:
            asked.append(sent[-1].parameters["question"].partition(" · ")[2])
            shown = poll(calls)
            await votes(people, shown, 0)
            await votes(people, shown, 1, DENIZ)
            await passes(people, 31)
            calls = await passes(people, 6)
        assert len(set(asked)) == len(asked)


# Bad input


@pytest.mark.parametrize("number", ["0", "21", "500"])
async def test_a_number_that_is_too_small_or_too_large_is_refused(
    people: People, number: str
) -> None:
    call = await people.hear(people.make.group(f"/trivia {number}"))
    assert "1 to 20 questions" in text(call)


@pytest.mark.parametrize("name", ["Hogwarts", "<b>Hogwarts", "Hog & Warts </i>"])
async def test_an_unknown_subject_is_named_back(people: People, name: str) -> None:
    call = await people.hear(people.make.group(f"/trivia about {name}"))
    assert name in text(call)


async def test_names_of_people_are_words_and_no_markup(people: People) -> None:
    shown = poll(await begun(people, "/trivia 1"))
    for number, name in enumerate(("<b>*Bold*", "A&B</i>", "\u202eadA")):
        await votes(people, shown, right(shown), User(2000 + number, name))
    over = said(await passes(people, 31))[0]
    assert "<b>Bold" in over
    assert "A&B</i>" in over
    assert "\u202e" not in over


async def test_a_second_round_is_refused_and_a_command_that_comes_twice_is_not_obeyed_twice(
    people: People,
) -> None:
    command = people.make.group("/trivia 3")
    await people.do(command)
    assert await people.do(dict(command)) == []
    assert "already" in text(await people.hear(people.make.group("/trivia", EMRE)))


async def test_an_old_command_is_not_obeyed(people: People) -> None:
    old = people.make.group("/trivia", date=int(time.time()) - 300)
    assert "away" in text(await people.hear(old))


@pytest.mark.parametrize(
    "refusal",
    [
        "not enough rights to send polls to the chat",
        "CHAT_SEND_POLL_FORBIDDEN",
    ],
)
async def test_where_polls_are_forbidden_the_chat_hears_of_it(people: People, refusal: str) -> None:
    people.telegram.fail("sendPoll", Fault(ApiError(400, f"Bad Request: {refusal}")), times=None)
    calls = await begun(people)
    assert any("cannot send polls" in words for words in said(calls))
    people.telegram.heal()
    assert (await begun(people))[-1].method == "sendPoll"


async def test_a_bot_that_was_thrown_out_plays_no_more(people: People) -> None:
    await begun(people)
    people.telegram.fail("*", Fault.kicked(), times=None)
    await passes(people, 31)
    await passes(people, 4)
    people.telegram.heal()
    assert people.services.memory.games.going_on() == []


# Skip and stop


async def test_the_starter_skips_and_stops(people: People) -> None:
    calls = await begun(people)
    skipped = await people.do(people.make.group("/skip", ADA))
    assert [call.method for call in skipped] == ["stopPoll"]
    calls = await passes(people, 6)
    assert poll(calls)["question"].startswith("2/3")
    stopped = await people.do(people.make.group("/stop", ADA))
    assert [call.method for call in stopped][:2] == ["stopPoll", "sendMessage"]
    assert "stopped" in said(stopped)[0]
    assert await passes(people, 60) == []


async def test_a_command_that_comes_again_skips_no_later_question(people: People) -> None:
    await begun(people)
    skip = people.make.group("/skip", ADA)
    await people.do(skip)
    await passes(people, 6)
    assert await people.do(dict(skip)) == []
    stop = people.make.group("/stop", ADA)
    await people.do(stop)
    await begun(people)
    assert await people.do(dict(stop)) == []


async def test_others_may_not_but_administrators_may(people: People) -> None:
    await begun(people)
    for command in ("/skip", "/stop"):
        calls = await people.do(people.make.group(command, DENIZ))
        assert [call.method for call in calls] == ["getChatMember", "sendMessage"]
    people.telegram.set_member(GROUP.id, DENIZ, "administrator")
    calls = await people.do(people.make.group("/stop", DENIZ))
    assert "stopped" in said(calls)[0]


async def test_rights_are_checked_at_each_press(people: People) -> None:
    begins, _ = await begun(people)
    assert set(buttons(begins)) == {"Skip", "Stop"}
    _, alert = await people.do(people.make.press(begins.result, "Stop", user=DENIZ))
    assert alert.parameters["show_alert"] is True
    calls = await people.do(people.make.press(begins.result, "Skip", user=ADA))
    assert [call.method for call in calls] == ["answerCallbackQuery", "stopPoll"]
    calls = await people.do(people.make.press(begins.result, "Stop", user=ADA))
    assert "stopped" in said(calls)[0]
    assert calls[-1].method == "editMessageReplyMarkup"
    (late,) = await people.do(people.make.press(begins.result, "Stop", user=ADA))
    assert "over" in late.parameters["text"]


async def test_a_round_stops_by_itself_after_three_questions_without_an_answer(
    people: People,
) -> None:
    calls = await begun(people, "/trivia 10")
    asked = 0
    while any(c.method == "sendPoll" for c in calls):
        asked += 1
        await passes(people, 31)
        calls = await passes(people, 5)
        if said(calls):
            break
    assert asked == 3
    assert people.services.memory.games.going_on() == []


async def test_only_administrators_start_where_that_is_set(people: People) -> None:
    people.services.memory.set_starters(GROUP.id, "administrators")
    calls = await people.do(people.make.group("/trivia", EMRE))
    assert "only administrators" in said(calls)[0]
    people.telegram.set_member(GROUP.id, EMRE, "creator")
    calls = await people.do(people.make.group("/trivia", EMRE))
    assert "Trivia" in said(calls)[0]


# Votes


async def test_the_first_answer_of_a_person_counts_and_no_other(people: People) -> None:
    shown = poll(await begun(people))
    wrong = (right(shown) + 1) % len(shown["options"])
    await votes(people, shown, wrong)
    await people.do(people.make.poll_answer(shown["id"], [], ADA))
    await votes(people, shown, right(shown))
    await votes(people, shown, right(shown), DENIZ)
    await votes(people, shown, right(shown), DENIZ)
    assert points(people) == {"Ada": 0, "Deniz": 1}


async def test_a_channel_has_no_vote(people: People) -> None:
    shown = poll(await begun(people))
    update = people.make.poll_answer(shown["id"], [right(shown)])
    # As Telegram fills it for those who do not know of votes by channels.
    update["poll_answer"]["user"] = {"id": 136817688, "is_bot": True, "first_name": "Channel"}
    update["poll_answer"]["voter_chat"] = {"id": -100500, "type": "channel", "title": "News"}
    await people.do(update)
    assert list(people.services.memory.record.of_round(1)) == []


async def test_an_answer_that_comes_before_its_poll_is_known_is_counted(people: People) -> None:
    await people.do(people.make.group("/trivia 3"))
    sending = people.telegram.fail("sendPoll", Fault.lost())
    calls = await passes(people, 0)
    assert sending.hits == 1
    (shown,) = people.telegram.account.polls.values()
    assert [call.method for call in calls] == ["sendPoll"]
    for player in PLAYERS:
        await votes(people, shown, right(shown), player)
    assert points(people) == {"Ada": 1, "Deniz": 1, "Emre": 1}
    await passes(people, 31)
    calls = await passes(people, 5)
    assert poll(calls)["question"].startswith("2/3")


async def test_a_poll_whose_sending_was_lost_is_known_by_its_words(people: People) -> None:
    """Two groups at once: only the words tell whose poll it is."""
    other = User(1004, "Mia")
    people.telegram.fail("sendPoll", Fault.lost(), times=2)
    await people.do(people.make.group("/trivia 3", ADA))
    await people.do(people.make.group("/trivia 3", other, group=FORUM))
    await passes(people, 0)
    first, second = people.telegram.account.polls.values()
    for shown, players in ((first, PLAYERS), (second, (other, EMRE))):
        for player in players:
            await votes(people, shown, right(shown), player)
        await people.do({"poll": dict(shown)})
    scores = points(people), points(people, FORUM.id)
    assert sorted(scores, key=len) == [{"Mia": 1, "Emre": 1}, {"Ada": 1, "Deniz": 1, "Emre": 1}]


async def test_an_answer_long_after_the_end_is_recorded_and_does_not_count(people: People) -> None:
    shown = poll(await begun(people))
    await votes(people, shown, right(shown), DENIZ)
    await votes(people, shown, right(shown), EMRE)
    await passes(people, 31)
    await passes(people, 60)
    await votes(people, shown, right(shown), ADA)
    assert points(people) == {"Deniz": 1, "Emre": 1}
    assert people.services.memory.record.given(1, ADA.id) == right(shown)


async def test_what_was_answered_while_nobody_could_hear_it_counts(people: People) -> None:
    """Telegram closes a poll by its own clock: what it took was in time."""
    host = people.services.host
    host.heard()
    shown = poll(await begun(people))
    await votes(people, shown, right(shown), DENIZ)
    people.clock.now += 120
    host.heard()
    await votes(people, shown, right(shown), ADA)
    assert points(people) == {"Deniz": 1, "Ada": 1}


async def test_a_question_that_telegram_refuses_for_now_is_asked_again(people: People) -> None:
    await people.do(people.make.group("/trivia 3"))
    people.telegram.fail("sendPoll", Fault.bad_gateway())
    assert [c.error.code for c in await passes(people, 0) if c.error] == [502]
    calls = await passes(people, 6)
    assert poll(calls)["question"].startswith("1/3")


async def test_a_round_that_telegram_always_refuses_ends(people: People) -> None:
    await people.do(people.make.group("/trivia 3"))
    people.telegram.fail("sendPoll", Fault.bad_gateway(), times=None)
    calls: list[Call] = []
    for _ in range(6):
        calls += await passes(people, 30)
    assert "did not take my questions" in said(calls)[-1]


# A supergroup


async def test_a_round_moves_with_its_group_to_a_supergroup(people: People) -> None:
    shown = poll(await begun(people))
    await votes(people, shown, right(shown), ADA)
    await votes(people, shown, right(shown), DENIZ)
    for update in people.make.migrated(GROUP, -1009):
        await people.do(update)
    people.telegram.account.moved[GROUP.id] = -1009
    await passes(people, 31)
    (call,) = await passes(people, 5)
    assert call.parameters["chat_id"] == -1009
    assert points(people, -1009) == {"Ada": 1, "Deniz": 1}


async def test_a_round_that_learns_of_the_supergroup_while_it_asks_goes_on_there(
    people: People,
) -> None:
    await begun(people)
    people.telegram.add_chat(GROUP.chat | {"id": -1009})
    people.telegram.account.moved[GROUP.id] = -1009
    await passes(people, 31)
    refused, sent = await passes(people, 5)
    assert refused.error
    assert sent.parameters["chat_id"] == -1009
    await passes(people, 31)
    (call,) = await passes(people, 5)
    assert call.parameters["chat_id"] == -1009


# Guessing names


async def test_a_name_is_guessed_with_letters_shown(people: People) -> None:
    begins, asked = await begun(people, "/guess 1")
    assert "one name" in text(begins)
    games = people.services.memory.games
    item = games.question(games.going_on()[0]).item  # type: ignore[union-attr]
    assert item.name[0] in text(asked)
    assert "_" in text(asked)
    (hint,) = await passes(people, 11)
    assert hint.method == "editMessageText"
    wrong = "Paris" if item.name != "Paris" else "Lyon"
    for _ in range(2):
        call = await people.hear(people.make.group(wrong, DENIZ, reply_to=asked.result))
        assert wrong in text(call)
    calls = await people.do(people.make.group(item.name.upper(), DENIZ, reply_to=asked.result))
    # Three points, less one for the letter and one for the wrong name, guessed twice.
    assert "One point for Deniz" in said(calls)[0]
    over = said(await passes(people, 6))
    assert "Deniz – one point" in over[0]


async def test_a_name_that_nobody_guesses_is_told(people: People) -> None:
    await begun(people, "/guess 1")
    calls: list[Call] = []
    for _ in range(4):
        calls += await passes(people, 11)
    assert "It was " in said(calls)[0]


async def test_who_guesses_only_wrong_names_has_answered(people: People) -> None:
    _, asked = await begun(people, "/guess 1")
    games = people.services.memory.games
    item = games.question(games.going_on()[0]).item  # type: ignore[union-attr]
    wrong = [name for name in ("Vienna", "Wien", "Paris") if name != item.name]
    for name in wrong:
        await people.do(people.make.group(name, EMRE, reply_to=asked.result))
    await people.do(people.make.group(f"{item.name}, somewhere", ADA, reply_to=asked.result))
    over = said(await passes(people, 6))[0]
    assert "Ada – 3 points" in over
    assert "Emre – 0 points (0 of 1" in over
    assert points(people) == {"Ada": 3, "Emre": 0}
    # Vienna and Wien are one city.
    rows = people.services.memory._db.execute("SELECT count(*) FROM guesses").fetchone()
    assert rows == (2,)


async def test_talk_costs_nothing_while_names_are_guessed(
    assistant: Assistant, tmp_path: Path
) -> None:
    async with talking(assistant, tmp_path, privacy=False) as people:
        people.telegram.add_chat(GROUP.chat)
        await begun(people, "/guess 1")
        for words in ("nice", "Paris", "reading", "haha"):
            assert await people.do(people.make.group(words, EMRE)) == []
        assert not people.services.memory._db.execute("SELECT 1 FROM guesses").fetchone()


async def test_a_clock_that_jumps_back_at_a_restart_stops_no_round(people: People) -> None:
    for words in ("/trivia 2", "/guess 2"):
        await begun(people, words)
        people.clock.now -= 3600
        people.services.host.catch_up()
        calls: list[Call] = []
        for _ in range(12):
            calls += await passes(people, 10)
        assert said(calls), words
        assert people.services.memory.games.going_on() == []


async def test_a_guess_by_command_and_in_private(people: People) -> None:
    await begun(people, "/guess 2")
    games = people.services.memory.games
    name = games.question(games.going_on()[0]).item.name  # type: ignore[union-attr]
    calls = await people.do(people.make.group(f"/guess {name}", EMRE))
    assert "Emre" in said(calls)[0]
    await people.do(people.make.private("/guess 1"))
    await passes(people, 0)
    alone = games.played(ADA.id, 0)
    assert alone
    name = games.question(alone).item.name  # type: ignore[union-attr]
    calls = await people.do(people.make.private(name))
    assert name in said(calls)[0]


async def test_while_names_are_guessed_other_questions_are_answered(people: People) -> None:
    await people.do(people.make.private("/guess 1"))
    await passes(people, 0)
    call = await people.hear(people.make.private("when did Istanbul twin with Venice?"))
    assert "2007" in text(call)


async def test_a_round_that_finds_another_one_in_its_supergroup_gives_way(people: People) -> None:
    """The group is one no more while its question is on its way."""
    await people.do(people.make.group("/trivia 3", ADA))
    people.telegram.add_chat(GROUP.chat | {"id": -1009})
    original = people.services.host._stage._send

    async def moving(*arguments: object) -> object:
        message = await original(*arguments)  # type: ignore[arg-type]
        new = Group(-1009, GROUP.title)
        await people.do(people.make.group("/trivia 3", DENIZ, new))
        people.services.memory.migrate(GROUP.id, -1009)
        return message

    people.services.host._stage._send = moving  # type: ignore[method-assign, assignment]
    calls = await passes(people, 0)
    people.services.host._stage._send = original  # type: ignore[method-assign]
    await passes(people, 0)
    (going,) = people.services.memory.games.going_on()
    assert (going.chat, going.starter) == (-1009, DENIZ.id)
    shown = poll(calls)
    await votes(people, shown, right(shown), EMRE)
    assert [given.name for given in people.services.memory.record.of_round(1)]
