"""Where updates come in: a vote is in memory before Telegram hears that it has arrived."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from telegram import Update

from bot.telegram import trivia

if TYPE_CHECKING:
    from bot.telegram.services import Services

_log = logging.getLogger(__name__)


class Inbox(asyncio.Queue[object]):
    """python-telegram-bot's queue of updates. Once it has taken an update Telegram does not
    deliver that again, though the process may be killed before the update is handled. A vote
    cannot be asked for a second time, so it is counted here."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    async def put(self, item: object) -> None:
        """Count the vote that an update tells of, then queue it for its handler."""
        if isinstance(item, Update) and item.poll_answer:
            host = self._services.host
            try:
                if vote := trivia.vote_of(item.poll_answer, host.clock()):
                    host.vote(vote)
            except Exception:
                # Its handler tries again, and tells of what is wrong.
                _log.exception("A vote could not be counted at once.")
        await super().put(item)
