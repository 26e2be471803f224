"""The running bot takes a new store without a restart."""

from __future__ import annotations

import asyncio
import gc
import shutil
import weakref
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bot.assistant import Assistant
from bot.knowledge.keeping import keep_list, open_store
from bot.knowledge.store import Store
from bot.telegram.renewal import renew
from bot.telegram.services import Services
from tests.botapi import BotApiServer
from tests.conftest import store_at, store_folder
from tests.fake_telegram import text
from tests.test_whole_process import LONG, MEMORY, about, start, well

LYON, TURIN = "2996944", "3165524"
ASKED = "When did Lyon twin with Turin?"
CLAIMS = [(LYON, "Lyon", TURIN, "Turin", "1967", "twin_town", "active", "s", "")]
SOURCES = [("s", "other", "Tester", "A test", "")]


@pytest.fixture
def home(store: Store, tmp_path: Path) -> Path:
    return store_at(tmp_path / "home")


@pytest.fixture
async def services(home: Path) -> AsyncIterator[Services]:
    """Services whose store is looked at every few milliseconds."""
    found = cast("Services", SimpleNamespace(assistant=Assistant(open_store(home))))
    looking = asyncio.create_task(renew(found, home / "knowledge.db", every=0.01, grace=0.2))
    yield found
    looking.cancel()
    with suppress(asyncio.CancelledError):
        await looking
    found.assistant.close()


async def another(services: Services, than: Assistant) -> None:
    async with asyncio.timeout(LONG):
        while services.assistant is than:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.01)


async def test_a_new_store_is_answered_from_and_the_old_one_goes(
    home: Path, services: Services
) -> None:
    old = services.assistant
    assert "1967" not in old.ask(ASKED).text
    keep_list(home, "mine", {"claims": CLAIMS, "sources": SOURCES})
    await another(services, old)
    assert "1967" in services.assistant.ask(ASKED).text
    # Whoever began with the old one can end with it.
    assert "1967" not in old.ask(ASKED).text
    gone = weakref.ref(old)
    del old
    async with asyncio.timeout(LONG):
        while gone() is not None:
            await asyncio.sleep(0.01)
            gc.collect()


async def test_a_store_that_cannot_be_used_is_left_alone(home: Path, services: Services) -> None:
    old = services.assistant
    (home / "new").write_bytes(b"no database at all")
    (home / "new").replace(home / "knowledge.db")
    await asyncio.sleep(0.1)
    assert services.assistant is old
    assert "2007" in old.ask("When did Istanbul twin with Venice?").text
    shutil.copy(store_folder() / "knowledge.db", home / "new")
    (home / "new").replace(home / "knowledge.db")
    await another(services, old)


async def test_the_whole_bot_answers_from_an_imported_list(home: Path) -> None:
    async with BotApiServer(query_lifetime=LONG) as telegram, start(home, telegram.url) as bot:
        telegram.push(telegram.make.private(ASKED))
        first = await telegram.wait_for("sendMessage", about("Lyon"), LONG)
        assert "1967" not in text(first)
        before = bot.memory()
        keep_list(home, "mine", {"claims": CLAIMS, "sources": SOURCES})
        await bot.says("Answering from the new store.")
        telegram.push(telegram.make.private(ASKED))
        call = await telegram.wait_for("sendMessage", about("1967"), LONG)
        assert "1967" in text(call)
        await asyncio.sleep(6)
        after = bot.memory()
        print(f"resident: {before} MB, with the new store {after} MB")
        assert after <= 1.5 * MEMORY
        well(await bot.stop())
