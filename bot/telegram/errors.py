"""What goes wrong while an update is handled: the person hears of it, the log has the cause."""

from __future__ import annotations

import contextlib
import logging

from telegram import Update
from telegram.error import Forbidden, RetryAfter, TelegramError

from bot.telegram import exchange, render
from bot.telegram.limits import may_have_arrived
from bot.telegram.services import Context

_log = logging.getLogger(__name__)


async def failed(update: object, context: Context) -> None:
    """Log an error, and say to the person that something went wrong where that can help."""
    error = context.error
    if not isinstance(update, Update) or error is None:
        _log.error("Something failed outside of any update.", exc_info=error)
        return
    # Which update, but not what it says: the log holds no words of people.
    kind = next((name for name in Update.ALL_TYPES if getattr(update, name)), "unknown")
    if isinstance(error, Forbidden):
        _log.info("Update %d (%s): not allowed there (%s).", update.update_id, kind, error)
        return
    if isinstance(error, RetryAfter) or may_have_arrived(error):
        # Too many messages already, or one that is there all the same: no second one.
        _log.warning("Update %d (%s): no answer (%s).", update.update_id, kind, error)
        return
    _log.error("Update %d (%s) failed.", update.update_id, kind, exc_info=error)
    with contextlib.suppress(TelegramError):
        await _apologise(update, context)


async def _apologise(update: Update, context: Context) -> None:
    """Say so where the person looks. An inline query and an edit stay as they are."""
    services, person = context.bot_data, update.effective_user
    chat = update.effective_chat or person
    language = services.language(chat.id, person) if chat else "en"
    said = exchange.line(services, "telegram-error", language)
    if update.callback_query:
        await update.callback_query.answer(said.title, show_alert=True)
    elif update.guest_message:
        await update.guest_message.answer_guest_query(render.article(said))
    elif update.message:
        await exchange.send(services, context.bot, said, update.message)
