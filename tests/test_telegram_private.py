"""The bot in a private chat."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.commands import COMMANDS
from tests.botapi import ADA, DENIZ, Fault
from tests.fake_telegram import People, buttons, talking, text

if TYPE_CHECKING:
    from bot.assistant import Assistant

ANKARA, BERLIN = 323786, 2950159


@pytest.fixture
async def people(assistant: Assistant, tmp_path: Path) -> AsyncIterator[People]:
    async with talking(assistant, tmp_path) as people:
        yield people


async def test_a_question_is_answered_with_its_facts_and_without_a_preview(people: People) -> None:
    call = await people.hear(people.make.private("When did Istanbul twin with Venice?"))
    assert "2007" in text(call)
    assert call.parameters["chat_id"] == ADA.id
    assert call.parameters["link_preview_options"] == {"is_disabled": True}
    assert "reply_parameters" not in call.parameters
    assert "message_thread_id" not in call.parameters


async def test_whatever_is_written_gets_an_answer(people: People) -> None:
    for words in ("gibberish", "🙂", "<b>&amp;", "/nosuchcommand", ".", "x" * 4096):
        assert text(await people.hear(people.make.private(words)))


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
async def test_each_command_is_answered(people: People, command: str) -> None:
    assert text(await people.hear(people.make.private(f"/{command}")))


async def test_a_command_takes_a_question_along(people: People) -> None:
    call = await people.hear(people.make.private("/ask when did Istanbul twin with Venice?"))
    assert "2007" in text(call)


async def test_a_follow_up_refers_to_the_last_question(people: People) -> None:
    await people.hear(people.make.private("When did Istanbul twin with Venice?"))
    assert "Berlin" in text(await people.hear(people.make.private("and with Berlin?")))


async def test_a_follow_up_that_comes_too_late_refers_to_nothing(people: People) -> None:
    await people.hear(people.make.private("When did Istanbul twin with Venice?"))
    key = (ADA.id, None, ADA.id)
    assert people.services.conversations.previous(key) is not None
    people.clock.now += 600
    assert people.services.conversations.previous(key) is None


async def test_people_do_not_hear_of_each_other(people: People) -> None:
    await people.hear(people.make.private("When did Istanbul twin with Venice?", ADA))
    await people.hear(people.make.private("istanbul", DENIZ))
    assert "Berlin" in text(await people.hear(people.make.private("and with Berlin?", ADA)))


async def test_small_talk_in_between_does_not_end_a_conversation(people: People) -> None:
    await people.hear(people.make.private("When did Istanbul twin with Venice?"))
    await people.hear(people.make.private("qwertz"))
    assert "Berlin" in text(await people.hear(people.make.private("and with Berlin?")))


async def test_a_reply_to_an_older_answer_refers_to_that_one(people: People) -> None:
    older = await people.hear(people.make.private("When did Istanbul twin with Venice?"))
    await people.hear(people.make.private("berlin"))
    call = await people.hear(people.make.private("and Houston?", reply_to=older.result))
    assert "1988" in text(call)


async def test_the_words_under_a_picture_are_a_question(people: People) -> None:
    update = people.make.private("")
    del update["message"]["text"]
    update["message"] |= {"photo": [], "caption": "When did Istanbul twin with Venice?"}
    assert "2007" in text(await people.hear(update))


async def test_a_thing_without_words_is_answered_once_an_album_not_at_all(people: People) -> None:
    thing = people.make.private("")
    del thing["message"]["text"]
    thing["message"]["location"] = {"latitude": 41.0, "longitude": 29.0}
    assert "only words" in text(await people.hear(thing))
    picture = people.make.private("")
    del picture["message"]["text"]
    picture["message"] |= {
        "photo": [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}],
        "media_group_id": "1",
    }
    assert await people.do(picture) == []


async def test_service_messages_are_nothing_to_answer(people: People) -> None:
    update = people.make.private("")
    del update["message"]["text"]
    update["message"]["message_auto_delete_timer_changed"] = {"message_auto_delete_time": 86400}
    assert await people.do(update) == []


async def test_an_inline_result_sent_in_this_chat_is_no_question(people: People) -> None:
    via = people.telegram.account.make.bot
    assert await people.do(people.make.private("Venice and Istanbul", via_bot=via)) == []


# Home


async def test_a_chat_has_a_home_of_its_own(people: People) -> None:
    await people.hear(people.make.private("/home Ankara", ADA))
    assert people.services.memory.chat(ADA.id).home == ANKARA
    assert people.services.memory.chat(DENIZ.id).home is None
    assert "Ankara" in text(await people.hear(people.make.private("/home", ADA)))


async def test_asking_for_home_sets_none(people: People) -> None:
    assert text(await people.hear(people.make.private("/home")))
    assert people.services.memory.chat(ADA.id).home is None


# Deep links


async def test_a_deep_link_opens_its_question_in_the_language_of_who_follows_it(
    people: People,
) -> None:
    call = await people.hear(people.make.private("When did Istanbul twin with Venice?"))
    token = people.services.replies.at(ADA.id, call.result["message_id"]).question.token  # type: ignore[union-attr]
    linked = await people.hear(people.make.private(f"/start {token}", DENIZ))
    assert "8 June 2007" in text(call)
    assert "8 Haziran 2007" in text(linked)


async def test_a_link_that_leads_nowhere_is_met_with_a_friendly_line_and_a_greeting(
    people: People,
) -> None:
    call = await people.hear(people.make.private("/start from-an-old-poster"))
    greeting = await people.hear(people.make.private("/start"))
    assert text(call).startswith("That link is out of date")
    assert text(call).endswith(text(greeting))


# Edits


async def test_an_edited_question_changes_its_answer(people: People) -> None:
    question = people.make.private("When did Istanbul twin with Berlin?")
    answer = await people.hear(question)
    edit = await people.hear(
        people.make.edited(question, "When did Istanbul twin with Venice?"), "editMessageText"
    )
    assert edit.parameters["message_id"] == answer.result["message_id"]
    assert "2007" in text(edit)


async def test_an_edited_follow_up_refers_to_what_it_did_before(people: People) -> None:
    await people.hear(people.make.private("When did Istanbul twin with Venice?"))
    question = people.make.private("and with Houstno?")
    await people.hear(question)
    edit = await people.hear(people.make.edited(question, "and with Berlin?"), "editMessageText")
    assert "Berlin" in text(edit)
    follow_up = await people.hear(people.make.private("and with Houston?"))
    assert "1988" in text(follow_up)


async def test_an_edit_that_changes_nothing_is_no_error(people: People) -> None:
    question = people.make.private("When did Istanbul twin with Venice?")
    await people.hear(question)
    calls = await people.do(people.make.edited(question, "when did istanbul twin with venice"))
    assert [call.method for call in calls] == ["editMessageText"]
    assert calls[0].error is not None
    assert "not modified" in calls[0].error.description


async def test_an_edited_question_whose_answer_is_unknown_or_gone_gets_a_new_one(
    people: People,
) -> None:
    forgotten = people.make.private("berlin")
    people.telegram.account.notice(forgotten)
    call = await people.hear(people.make.edited(forgotten, "When did Istanbul twin with Venice?"))
    assert "2007" in text(call)
    deleted = people.telegram.account.messages.pop((ADA.id, call.result["message_id"]))
    assert deleted
    calls = await people.do(people.make.edited(forgotten, "venice"))
    assert [call.method for call in calls] == ["editMessageText", "sendMessage"]
    again = await people.hear(people.make.edited(forgotten, "berlin"), "editMessageText")
    assert again.parameters["message_id"] == calls[1].result["message_id"]


# Mishaps


async def test_a_failure_is_told_to_the_person_and_to_the_log(
    people: People, caplog: pytest.LogCaptureFixture
) -> None:
    people.telegram.fail("sendMessage", Fault.bad_gateway())
    calls = await people.do(people.make.private("a secret question"))
    assert [call.method for call in calls] == ["sendMessage", "sendMessage"]
    assert text(calls[1]).startswith("Something went wrong")
    assert "Bad Gateway" in caplog.text
    assert "(message) failed" in caplog.text
    assert "a secret question" not in caplog.text


async def test_an_answer_that_may_have_arrived_is_not_sent_twice(people: People) -> None:
    people.telegram.fail("sendMessage", Fault.lost())
    calls = await people.do(people.make.private("When did Istanbul twin with Venice?"))
    assert [call.method for call in calls] == ["sendMessage"]


async def test_whoever_blocked_the_bot_is_left_alone(people: People) -> None:
    people.telegram.fail("sendMessage", Fault.blocked())
    calls = await people.do(people.make.private("venice"))
    assert len(calls) == 1


async def test_two_pages_and_a_choice(people: People) -> None:
    call = await people.hear(people.make.private("twin towns of Istanbul"))
    assert buttons(call)


async def test_a_chat_sets_the_language_of_what_tells_none(people: People) -> None:
    assert "4 June 2002" in text(await people.hear(people.make.private("Busan")))
    told = await people.hear(people.make.private("/language Türkçe"))
    assert "Türkçe" in text(told)
    assert "4 Haziran 2002" in text(await people.hear(people.make.private("Busan")))
    # A question that tells its language is answered in it all the same.
    asked = await people.hear(people.make.private("when did Istanbul twin with Busan?"))
    assert "4 June 2002" in text(asked)
