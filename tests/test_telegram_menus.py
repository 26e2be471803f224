"""What Telegram shows of the bot before anybody has written to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.commands import COMMANDS
from bot.telegram import menus
from tests.botapi import Fault
from tests.fake_telegram import People, talking

if TYPE_CHECKING:
    from bot.assistant import Assistant

PRIVATE, GROUPS = ("all_private_chats", ""), ("all_group_chats", "")


@pytest.fixture
async def people(assistant: Assistant, tmp_path: Path) -> AsyncIterator[People]:
    async with talking(assistant, tmp_path) as people:
        yield people


async def register(people: People, *languages: str) -> list[str]:
    """Start the bot; the methods it called."""
    before = len(people.telegram.calls)
    services = people.services
    await menus.register(people.bot.bot, services.assistant, services.memory, languages)
    return [call.method for call in people.telegram.calls[before:]]


async def test_private_chats_and_groups_have_their_commands(people: People) -> None:
    await register(people)
    account = people.telegram.account
    private = [command["command"] for command in account.commands[PRIVATE]]
    groups = [command["command"] for command in account.commands[GROUPS]]
    assert private == [command.name for command in COMMANDS]
    assert groups == [name for name in private if name != "start"]
    assert all(command["description"] for command in account.commands[PRIVATE])
    assert account.descriptions[""]
    assert account.short_descriptions[""]


async def test_each_language_has_its_own_where_telegram_knows_it(people: People) -> None:
    await register(people, "en", "de", "zh-hant", "nds")
    codes = {code for _, code in people.telegram.account.commands}
    assert codes == {"", "en", "de"}


async def test_what_telegram_knows_is_not_told_again(people: People) -> None:
    assert await register(people, "en")
    assert await register(people, "en") == []
    assert await register(people, "en", "de")


async def test_if_it_fails_the_bot_runs_all_the_same_and_tries_again(
    people: People, caplog: pytest.LogCaptureFixture
) -> None:
    people.telegram.fail("setMyDescription", Fault.blocked())
    await register(people)
    assert "could not be registered" in caplog.text
    assert "setMyDescription" in await register(people)


def test_the_texts_keep_within_telegrams_limits(assistant: Assistant) -> None:
    for menu in menus.menus(assistant, menus.languages()):
        assert 0 < len(menu.description) <= 512
        assert 0 < len(menu.short_description) <= 120
        for _, description in menu.private:
            assert 0 < len(description) <= 256
