"""Buttons: each opens a Question in the place of the message under which it stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.understanding.question import Question
from tests.botapi import ADA, DENIZ, FORUM, GROUP
from tests.fake_telegram import People, buttons, talking, text

if TYPE_CHECKING:
    from bot.assistant import Assistant

ISTANBUL, ANKARA, VENICE = 745044, 323786, 3164603
WHEN_VENICE = Question("when", places=(ISTANBUL, VENICE)).token
HOME_ANKARA = Question("home", places=(ANKARA,)).token
LIST = "twin towns of Istanbul"


@pytest.fixture
async def people(assistant: Assistant, tmp_path: Path) -> AsyncIterator[People]:
    async with talking(assistant, tmp_path) as people:
        yield people


def page(token: str) -> int:
    return Question.from_token(token).page


async def test_a_long_list_is_leafed_through_in_place(people: People) -> None:
    first = await people.hear(people.make.private(LIST))
    following = next(token for token in buttons(first).values() if page(token) == 1)
    second = await people.press(first.result, following)
    assert second.parameters["message_id"] == first.result["message_id"]
    assert text(second) != text(first)
    back = next(token for token in buttons(second).values() if page(token) == 0)
    again = await people.press(second.result, back)
    assert text(again) == text(first)


async def test_the_pages_stand_in_a_row_of_their_own(people: People) -> None:
    call = await people.hear(people.make.private(LIST))
    *_, last = call.parameters["reply_markup"]["inline_keyboard"]
    assert {page(button["callback_data"]) for button in last} == {1}


async def test_any_other_question_takes_the_place_of_the_message_too(people: People) -> None:
    first = await people.hear(people.make.private(LIST))
    answer, edit = await people.do(people.make.callback(WHEN_VENICE, message=first.result))
    assert answer.method == "answerCallbackQuery"
    assert "2007" in text(edit)


async def test_a_follow_up_refers_to_what_the_button_opened(people: People) -> None:
    first = await people.hear(people.make.private("ankara"))
    await people.do(people.make.callback(WHEN_VENICE, message=first.result))
    assert "Berlin" in text(await people.hear(people.make.private("and with Berlin?")))


async def test_pressing_twice_is_no_error(people: People, caplog: pytest.LogCaptureFixture) -> None:
    first = await people.hear(people.make.private(LIST))
    for _ in range(2):
        answer, edit = await people.do(people.make.callback(WHEN_VENICE, message=first.result))
        assert answer.result is True
    assert edit.error is not None
    assert "not modified" in edit.error.description
    assert "ERROR" not in [record.levelname for record in caplog.records]


async def test_a_button_works_after_a_restart(assistant: Assistant, tmp_path: Path) -> None:
    async with talking(assistant, tmp_path / "memory") as people:
        first = await people.hear(people.make.private(LIST))
        account = people.telegram.account
    async with talking(assistant, tmp_path / "memory") as people:
        people.telegram.account.messages.update(account.messages)
        people.telegram.add_chat(ADA.chat)
        edit = await people.press(first.result, next(iter(buttons(first).values())))
        assert text(edit)


async def test_a_press_that_nobody_waits_for_any_more_still_turns_the_page(
    people: People, caplog: pytest.LogCaptureFixture
) -> None:
    first = await people.hear(people.make.private(LIST))
    people.telegram.account.query_lifetime = -1
    answer, edit = await people.do(people.make.callback(WHEN_VENICE, message=first.result))
    assert answer.error is not None
    assert "2007" in text(edit)
    assert "ERROR" not in [record.levelname for record in caplog.records]


@pytest.mark.parametrize("data", ["vote:17", "", "when-p" + "z" * 58, "🙂"])
async def test_a_button_that_means_nothing_any_more_says_so(people: People, data: str) -> None:
    first = await people.hear(people.make.private(LIST))
    call = await people.hear(
        people.make.callback(data, message=first.result), "answerCallbackQuery"
    )
    assert "out of date" in call.parameters["text"]
    assert call.parameters["show_alert"] is True


async def test_under_a_message_that_is_gone_a_button_sends_a_new_one(people: People) -> None:
    first = await people.hear(people.make.group(f"/ask {LIST}", group=FORUM, thread=17))
    del people.telegram.account.messages[FORUM.id, first.result["message_id"]]
    calls = await people.do(people.make.callback(WHEN_VENICE, message=first.result))
    assert [call.method for call in calls] == [
        "answerCallbackQuery",
        "editMessageText",
        "sendMessage",
    ]
    assert calls[2].parameters["message_thread_id"] == 17
    assert "2007" in text(calls[2])


async def test_under_a_message_too_old_to_be_shown_a_button_still_works(people: People) -> None:
    first = await people.hear(people.make.private(LIST))
    old = {key: first.result[key] for key in ("chat", "message_id")} | {"date": 0}
    _, edit = await people.do(people.make.callback(WHEN_VENICE, message=old))
    assert "2007" in text(edit)


async def test_under_an_inline_message_a_button_changes_that(people: People) -> None:
    update = people.make.callback(WHEN_VENICE, inline_message_id="an-inline-message")
    answer, edit = await people.do(update)
    assert answer.method == "answerCallbackQuery"
    assert edit.parameters["inline_message_id"] == "an-inline-message"
    assert "2007" in edit.parameters["text"]
    assert edit.error is None


async def test_in_a_group_everybody_may_leaf(people: People) -> None:
    first = await people.hear(people.make.group(f"/ask {LIST}", ADA))
    edit = await people.press(first.result, next(iter(buttons(first).values())), user=DENIZ)
    assert edit.parameters["chat_id"] == GROUP.id


async def test_a_button_that_sets_a_home_asks_for_the_right_at_each_press(people: People) -> None:
    first = await people.hear(people.make.group(f"/ask {LIST}", ADA))
    press = people.make.callback(HOME_ANKARA, ADA, message=first.result)
    rights, refusal = await people.do(press)
    assert rights.method == "getChatMember"
    assert refusal.method == "answerCallbackQuery"
    assert "Only an administrator" in refusal.parameters["text"]
    assert people.services.memory.chat(GROUP.id).home is None
    people.telegram.set_member(GROUP.id, ADA, "administrator")
    calls = await people.do(people.make.callback(HOME_ANKARA, ADA, message=first.result))
    assert [call.method for call in calls] == [
        "getChatMember",
        "answerCallbackQuery",
        "editMessageText",
    ]
    assert people.services.memory.chat(GROUP.id).home == ANKARA


async def test_in_private_a_button_sets_the_persons_home(people: People) -> None:
    first = await people.hear(people.make.private(LIST))
    await people.do(people.make.callback(HOME_ANKARA, message=first.result))
    assert people.services.memory.chat(ADA.id).home == ANKARA
