"""Menus: the commands that Telegram offers, and how the bot introduces itself on its profile."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from telegram import BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.commands import COMMANDS
from bot.knowledge.keeping import data_folder
from bot.memory.memory import Memory
from bot.telegram.services import Bot

if TYPE_CHECKING:
    from bot.assistant import Assistant

#: Seconds after which start-up no longer waits for the menus; the next start tries again.
PATIENCE = 30.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Menu:
    """What Telegram shows in one language."""

    #: The language's code at Telegram (two letters), or empty: for people of all others.
    code: str
    #: Command and description, for private chats and for groups.
    private: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    description: str
    short_description: str


def languages() -> list[str]:
    """Codes of the languages that the bot speaks: a language is a folder of data/."""
    folders = (data_folder() / "languages").iterdir()
    return sorted(folder.name for folder in folders if folder.is_dir())


def menus(assistant: Assistant, languages: Iterable[str]) -> list[Menu]:
    """The Menu of each language, and in English the one of all others. Telegram knows languages
    by two letters: others have none of their own."""
    own = [language for language in languages if re.fullmatch("[a-z]{2}", language)]
    return [_menu(assistant, "", "en"), *(_menu(assistant, code, code) for code in sorted(own))]


def _menu(assistant: Assistant, code: str, language: str) -> Menu:
    def described(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple((name, assistant.say(f"command-{name}", language)) for name in names)

    return Menu(
        code=code,
        private=described(command.name for command in COMMANDS),
        groups=described(command.name for command in COMMANDS if command.in_groups),
        description=assistant.say("telegram-description", language),
        short_description=assistant.say("telegram-short-description", language),
    )


async def register(
    bot: Bot, assistant: Assistant, memory: Memory, languages: Iterable[str]
) -> None:
    """Tell Telegram, unless it was told the same before. Failing to is no reason not to run."""
    wanted = menus(assistant, languages)
    texts = json.dumps([asdict(menu) for menu in wanted])
    digest = hashlib.sha256(texts.encode()).hexdigest()
    # A note for each bot: the same memory may serve another token tomorrow.
    key = f"menus of {bot.id}"
    if memory.note(key) == digest:
        return
    try:
        async with asyncio.timeout(PATIENCE):
            for menu in wanted:
                await _tell(bot, menu)
    except (TelegramError, TimeoutError) as error:
        _log.warning("The menus could not be registered (%s).", error or "it took too long")
        return
    memory.set_note(key, digest)
    _log.info("Registered the menus.")


async def _tell(bot: Bot, menu: Menu) -> None:
    code = menu.code or None
    await bot.set_my_commands(menu.private, BotCommandScopeAllPrivateChats(), code)
    await bot.set_my_commands(menu.groups, BotCommandScopeAllGroupChats(), code)
    await bot.set_my_description(menu.description, code)
    await bot.set_my_short_description(menu.short_description, code)
