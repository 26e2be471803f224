"""The bot in a group: it answers whoever addresses it, and nobody else hears of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.botapi import ADA, DENIZ, FORUM, GROUP, Fault, Group
from tests.botapi.faults import Json
from tests.fake_telegram import People, talking, text

if TYPE_CHECKING:
    from bot.assistant import Assistant

ANKARA = 323786
QUESTION = "when did Istanbul twin with Venice?"
#: Telegram's account behind which administrators of a group write without their names.
ANONYMOUS = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


@pytest.fixture
async def people(assistant: Assistant, tmp_path: Path) -> AsyncIterator[People]:
    async with talking(assistant, tmp_path) as people:
        yield people


@pytest.fixture
async def open_people(assistant: Assistant, tmp_path: Path) -> AsyncIterator[People]:
    """A bot that reads everything in its groups: privacy mode is off."""
    async with talking(assistant, tmp_path, privacy=False) as people:
        yield people


# Who is answered


@pytest.mark.parametrize(
    "command", ["/ask", "/ask@twin_town_test_bot", "/ASK", "/ask@Twin_Town_Test_Bot"]
)
async def test_a_command_is_answered_with_a_reply(people: People, command: str) -> None:
    question = people.make.group(f"{command} {QUESTION}")
    call = await people.hear(question)
    assert "2007" in text(call)
    assert call.parameters["chat_id"] == GROUP.id
    reply = call.parameters["reply_parameters"]
    assert reply["message_id"] == question["message"]["message_id"]
    assert reply["allow_sending_without_reply"] is True


async def test_a_command_for_another_bot_is_not_answered(open_people: People) -> None:
    assert await open_people.do(open_people.make.group(f"/ask@other_bot {QUESTION}")) == []
    assert await open_people.do(open_people.make.group("/weather Venice")) == []


async def test_a_mention_is_answered_and_is_no_part_of_the_question(open_people: People) -> None:
    for words in (
        f"@twin_town_test_bot {QUESTION}",
        f"🙂🙂 @Twin_Town_Test_Bot, {QUESTION}",
        f"{QUESTION} @twin_town_test_bot",
    ):
        assert "2007" in text(await open_people.hear(open_people.make.group(words)))


async def test_a_mention_is_answered_however_strange_it_is(open_people: People) -> None:
    assert text(await open_people.hear(open_people.make.group("@twin_town_test_bot qwertz")))


async def test_a_reply_to_the_bot_is_answered_and_refers_to_its_message(people: People) -> None:
    answer = await people.hear(people.make.group(f"/ask {QUESTION}", ADA))
    reply = people.make.group("and with Berlin?", DENIZ, reply_to=answer.result)
    assert "Berlin" in text(await people.hear(reply))


async def test_a_remark_on_an_answer_is_not_answered(people: People) -> None:
    answer = await people.hear(people.make.group(f"/ask {QUESTION}"))
    for remark in ("qwertz uiop", "👍", "I was there last summer, great food"):
        assert await people.do(people.make.group(remark, reply_to=answer.result)) == []


async def test_a_reply_about_a_name_of_no_place_or_of_two_is_asked_back(people: People) -> None:
    answer = await people.hear(people.make.group(f"/ask {QUESTION}"))
    for name in ("Hogwarts", "Toledo"):
        reply = people.make.group(f"and with {name}?", reply_to=answer.result)
        assert name in text(await people.hear(reply))


async def test_talk_among_people_is_not_answered(open_people: People) -> None:
    for words in (QUESTION, "Venice", "@somebody " + QUESTION):
        assert await open_people.do(open_people.make.group(words)) == []
    other = open_people.make.group("hello", DENIZ)["message"]
    assert await open_people.do(open_people.make.group(QUESTION, reply_to=other)) == []


async def test_a_bare_ask_asks_what_the_other_message_says(people: People) -> None:
    other = people.make.group(QUESTION, DENIZ)["message"]
    for command in ("/ask", "/ask@twin_town_test_bot"):
        assert "2007" in text(await people.hear(people.make.group(command, reply_to=other)))


async def test_a_bare_mention_asks_what_the_other_message_says(open_people: People) -> None:
    other = open_people.make.group(QUESTION, DENIZ)["message"]
    call = await open_people.hear(open_people.make.group("@twin_town_test_bot", reply_to=other))
    assert "2007" in text(call)


async def test_bots_are_not_answered(open_people: People) -> None:
    update = open_people.make.group(f"/ask {QUESTION}")
    update["message"]["from"] |= {"is_bot": True, "username": "other_bot"}
    assert await open_people.do(update) == []


async def test_an_inline_result_sent_to_the_group_is_no_question(people: People) -> None:
    via = people.telegram.account.make.bot
    assert await people.do(people.make.group(f"/ask {QUESTION}", via_bot=via)) == []


async def test_channels_are_not_answered(open_people: People) -> None:
    channel = Group(-1001000000077, "News", "channel")
    assert await open_people.do(open_people.make.channel(f"/ask {QUESTION}", channel)) == []
    forwarded = open_people.make.group(
        f"/ask {QUESTION}", sender_chat=channel.chat, is_automatic_forward=True
    )
    assert await open_people.do(forwarded) == []


# Topics


async def test_an_answer_stays_in_the_topic_of_its_question(people: People) -> None:
    call = await people.hear(people.make.group(f"/ask {QUESTION}", group=FORUM, thread=17))
    assert call.parameters["message_thread_id"] == 17


async def test_the_general_topic_is_never_named(people: People) -> None:
    for thread in (None, 1):
        call = await people.hear(people.make.group("/ask venice", group=FORUM, thread=thread))
        assert "message_thread_id" not in call.parameters


async def test_talk_in_a_topic_that_the_bot_opened_is_no_reply_to_it(open_people: People) -> None:
    opening = {
        "message_id": 17,
        "from": open_people.telegram.account.make.bot,
        "chat": FORUM.chat,
        "date": 0,
        "forum_topic_created": {"name": "Twins", "icon_color": 7322096},
    }
    talk = open_people.make.group(QUESTION, group=FORUM, thread=17, reply_to=opening)
    assert await open_people.do(talk) == []


async def test_each_topic_is_a_conversation_of_its_own(people: People) -> None:
    await people.hear(people.make.group(f"/ask {QUESTION}", group=FORUM, thread=17))
    await people.hear(people.make.group("/ask istanbul", group=FORUM, thread=18))
    call = await people.hear(people.make.group("/ask and with Berlin?", group=FORUM, thread=17))
    assert "Berlin" in text(call)
    assert "1989" in text(call)


# Edits


async def test_an_edited_question_changes_its_answer(people: People) -> None:
    question = people.make.group("/ask when did Istanbul twin with Berlin?")
    answer = await people.hear(question)
    edit = await people.hear(people.make.edited(question, f"/ask {QUESTION}"), "editMessageText")
    assert edit.parameters["message_id"] == answer.result["message_id"]
    assert "2007" in text(edit)


async def test_an_edited_mention_changes_its_answer(open_people: People) -> None:
    question = open_people.make.group("@twin_town_test_bot when did Istanbul twin with Berlin?")
    await open_people.hear(question)
    edited = open_people.make.edited(question, f"@twin_town_test_bot {QUESTION}")
    assert "2007" in text(await open_people.hear(edited, "editMessageText"))


async def test_an_edited_message_that_had_no_answer_gets_none(people: People) -> None:
    question = people.make.group(f"/aks {QUESTION}")
    assert await people.do(question) == []
    assert await people.do(people.make.edited(question, f"/ask {QUESTION}")) == []


# Home


def anonymously(update: Json) -> Json:
    update["message"] |= {"from": ANONYMOUS, "sender_chat": update["message"]["chat"]}
    return update


@pytest.mark.parametrize("standing", ["creator", "administrator"])
async def test_an_administrator_sets_the_home_of_a_group(people: People, standing: str) -> None:
    people.telegram.set_member(GROUP.id, ADA, standing)
    rights, answer = await people.do(people.make.group("/home Ankara"))
    assert rights.method == "getChatMember"
    assert "Ankara" in text(answer)
    assert people.services.memory.chat(GROUP.id).home == ANKARA
    assert people.services.memory.chat(ADA.id).home is None


async def test_a_member_does_not(people: People) -> None:
    _, answer = await people.do(people.make.group("/home Ankara"))
    assert "Only an administrator" in text(answer)
    assert people.services.memory.chat(GROUP.id).home is None


async def test_a_member_who_edits_a_question_into_it_does_not_either(people: People) -> None:
    question = people.make.group("/home")
    await people.hear(question)
    _, edit = await people.do(people.make.edited(question, "/home Ankara"))
    assert "Only an administrator" in text(edit)
    assert people.services.memory.chat(GROUP.id).home is None


async def test_an_administrator_without_a_name_does(people: People) -> None:
    answer = await people.hear(anonymously(people.make.group("/home Ankara")))
    assert "Ankara" in text(answer)
    assert people.services.memory.chat(GROUP.id).home == ANKARA


async def test_everybody_may_ask_what_home_is(people: People) -> None:
    assert "Istanbul" in text(await people.hear(people.make.group("/home")))


# Moving


async def test_a_group_that_becomes_a_supergroup_keeps_its_home(people: People) -> None:
    small = Group(-4000, "Neighbours", "group")
    people.services.memory.set_home(small.id, ANKARA)
    for update in people.make.migrated(small, -1001000004000):
        assert await people.do(update) == []
    assert people.services.memory.chat(-1001000004000).home == ANKARA


async def test_an_answer_follows_a_group_that_moved(people: People) -> None:
    small, large = Group(-4000, "Neighbours", "group"), Group(-1001000004000, "Neighbours")
    people.telegram.add_chat(large.chat)
    people.services.memory.set_home(small.id, ANKARA)
    people.telegram.fail("sendMessage", Fault.migrated(large.id))
    refused, sent = await people.do(people.make.group(f"/ask {QUESTION}", group=small))
    assert refused.parameters["chat_id"] == small.id
    assert sent.parameters["chat_id"] == large.id
    assert "2007" in text(sent)
    assert people.services.memory.chat(large.id).home == ANKARA


async def test_an_administrator_sets_the_language_of_a_group(people: People) -> None:
    _, refused = await people.do(people.make.group("/language tr"))
    assert "Only an administrator" in text(refused)
    people.telegram.set_member(GROUP.id, ADA, "administrator")
    _, answer = await people.do(people.make.group("/language tr"))
    assert "Türkçe" in text(answer)
    assert people.services.memory.chat(GROUP.id).language == "tr"
