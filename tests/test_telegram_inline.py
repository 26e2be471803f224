"""The bot in chats that it is not in: inline mode and guest mode."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.understanding.question import Question
from tests.botapi import ADA, DENIZ, ApiError, Call, Fault
from tests.fake_telegram import People, talking

if TYPE_CHECKING:
    from bot.assistant import Assistant

ANKARA = 323786
QUESTION = "when did Istanbul twin with Venice?"


@pytest.fixture
async def people(assistant: Assistant, tmp_path: Path) -> AsyncIterator[People]:
    async with talking(assistant, tmp_path) as people:
        yield people


async def typed(people: People, query: str, **more: Any) -> Call:
    """What is shown to a person who has typed so far."""
    return await people.hear(people.make.inline(query, **more), "answerInlineQuery")


def said(result: dict[str, Any]) -> str:
    """The message that a result sends."""
    content = result["input_message_content"]
    assert content["parse_mode"] == "HTML"
    assert content["link_preview_options"] == {"is_disabled": True}
    return str(content["message_text"])


# Inline


async def test_the_best_answer_stands_first(people: People) -> None:
    results = (await typed(people, QUESTION)).parameters["results"]
    assert "2007" in said(results[0])
    assert results[0]["type"] == "article"
    assert results[0]["title"]


async def test_a_result_is_named_by_the_token_of_its_question(people: People) -> None:
    results = (await typed(people, QUESTION)).parameters["results"]
    for result in results:
        assert Question.from_token(result["id"])
    assert len({result["id"] for result in results}) == len(results)


async def test_while_typing_there_are_results_already(people: People) -> None:
    assert (await typed(people, "ven")).parameters["results"]


async def test_nothing_typed_shows_examples(people: People) -> None:
    assert (await typed(people, "")).parameters["results"]


async def test_a_long_list_comes_in_pages(people: People) -> None:
    seen: list[str] = []
    offset = ""
    while True:
        page = await typed(people, "", offset=offset)
        results = page.parameters["results"]
        assert 0 < len(results) <= 50
        seen += [result["id"] for result in results]
        offset = page.parameters["next_offset"]
        if not offset:
            break
    assert len(seen) > 20
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("offset", ["-1", "x" * 64, "٣", "999999"])
async def test_an_offset_that_was_never_given_out_does_no_harm(people: People, offset: str) -> None:
    await typed(people, QUESTION, offset=offset)


async def test_results_are_kept_for_one_person_alone_since_they_depend_on_who_asks(
    people: People,
) -> None:
    people.services.memory.set_home(DENIZ.id, ANKARA)
    ada, deniz = [await typed(people, "when venice", user=user) for user in (ADA, DENIZ)]
    for call in (ada, deniz):
        assert call.parameters["is_personal"] is True
        assert call.parameters["cache_time"] == 60
    assert "Istanbul" in said(ada.parameters["results"][0])
    assert "Ankara" in said(deniz.parameters["results"][0])


async def test_a_button_leads_to_help(people: People) -> None:
    button = (await typed(people, "")).parameters["button"]
    assert button["text"]
    call = await people.hear(people.make.private(f"/start {button['start_parameter']}"))
    assert call.result is not None
    assert call.result["text"] == (await people.hear(people.make.private("/help"))).result["text"]


async def test_a_query_that_expired_is_nothing_to_report(
    people: People, caplog: pytest.LogCaptureFixture
) -> None:
    update = people.make.inline("venice")
    people.telegram.account.query_lifetime = -1
    calls = await people.do(update)
    assert [call.method for call in calls] == ["answerInlineQuery"]
    assert "ERROR" not in [record.levelname for record in caplog.records]


async def test_an_answer_that_was_lost_is_given_again(people: People) -> None:
    people.telegram.fail("answerInlineQuery", Fault.broken())
    calls = await people.do(people.make.inline("venice"))
    assert [call.error for call in calls] == [None, None]
    assert calls[1].result is True


# Guest mode


async def test_a_guest_is_answered_in_the_same_words(people: People) -> None:
    inline = (await typed(people, QUESTION)).parameters["results"][0]
    update = people.make.guest(f"@twin_town_test_bot {QUESTION}")
    call = await people.hear(update, "answerGuestQuery")
    assert call.parameters["guest_query_id"] == update["guest_message"]["guest_query_id"]
    assert said(call.parameters["result"]) == said(inline)


async def test_a_guest_may_point_at_the_question(people: People) -> None:
    other = people.make.group(QUESTION, DENIZ)["message"]
    update = people.make.guest("@twin_town_test_bot", reply_to=other)
    assert "2007" in said((await people.hear(update, "answerGuestQuery")).parameters["result"])


async def test_a_guest_is_answered_whatever_is_written(people: People) -> None:
    update = people.make.guest("@twin_town_test_bot qwertz")
    assert said((await people.hear(update, "answerGuestQuery")).parameters["result"])


async def test_a_guest_follows_up(people: People) -> None:
    await people.hear(people.make.guest(QUESTION), "answerGuestQuery")
    call = await people.hear(people.make.guest("and with Berlin?"), "answerGuestQuery")
    assert "Berlin" in said(call.parameters["result"])


async def test_a_guest_cannot_set_a_home(people: People) -> None:
    call = await people.hear(people.make.guest("/home Ankara"), "answerGuestQuery")
    assert "cannot keep a home city here" in said(call.parameters["result"])
    assert people.services.memory.chat(ADA.id).home is None


async def test_a_guest_hears_of_a_failure(people: People) -> None:
    update = people.make.guest(QUESTION)
    people.telegram.fail("answerGuestQuery", Fault(ApiError(500, "Internal Server Error")), 4)
    calls = await people.do(update)
    assert "Something went wrong" in said(calls[-1].parameters["result"])
