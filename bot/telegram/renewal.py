"""A running bot takes a new store without a restart: after `data build`, `import`, `refresh`."""

from __future__ import annotations

import asyncio
import gc
import logging
from pathlib import Path

from bot.assistant import Assistant
from bot.errors import UserError
from bot.knowledge.store import Store
from bot.telegram.services import Services

#: Seconds between looks at the file of the store: a look takes a few microseconds.
EVERY = 5.0
#: Seconds for which the old store stays open, so that whoever began with it can end.
GRACE = 5.0

_log = logging.getLogger(__name__)


async def renew(services: Services, path: Path, every: float = EVERY, grace: float = GRACE) -> None:
    """Look for ever whether another store is at ``path``, and answer from that one then.

    A store that cannot be used is left alone until yet another one is there.
    """
    while True:
        await asyncio.sleep(every)
        if services.assistant.is_current():
            continue
        try:
            assistant = Assistant(Store(path))
            # Languages take a second in all: between two of them questions are answered.
            for _ in assistant.getting_ready():
                await asyncio.sleep(0)
        except UserError as error:
            _log.warning("The new store is not used: %s", error)
            services.assistant.accept()
            continue
        old, services.assistant = services.assistant, assistant
        _log.info("Answering from the new store.")
        await asyncio.sleep(grace)
        old.close()
        del old
        # What stays for good was frozen (run.py); the old store is to go all the same.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
