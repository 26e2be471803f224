"""The wiring: which update goes where."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from telegram import CallbackQuery, Message, Update
from telegram.constants import UpdateType
from telegram.ext import (
    Application,
    CallbackContext,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    PollAnswerHandler,
    PollHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.commands import BY_NAME
from bot.memory.conversations import Conversations
from bot.memory.memory import Memory
from bot.settings import Settings
from bot.telegram import (
    buttons,
    daily,
    errors,
    groups,
    guest,
    inline,
    panel,
    people,
    private,
    quiz,
    trivia,
)
from bot.telegram.host import Host
from bot.telegram.inbox import Inbox
from bot.telegram.limits import Limits
from bot.telegram.processor import ChatOrder
from bot.telegram.services import Context, Services, TwinTownBot
from bot.telegram.transport import AiohttpRequest

_Happened = TypeVar("_Happened")
_Handle: TypeAlias = Callable[[_Happened, Context], Coroutine[Any, Any, None]]

#: What the bot listens to; Telegram sends nothing else.
UPDATES = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.GUEST_MESSAGE,
    UpdateType.INLINE_QUERY,
    UpdateType.CALLBACK_QUERY,
    UpdateType.POLL,
    UpdateType.POLL_ANSWER,
)

if TYPE_CHECKING:
    from bot.assistant import Assistant


class _FromPerson(filters.MessageFilter):
    """Written by a person: not by a bot (two of them would answer each other for ever), not
    through a bot (an inline result of our own comes back as a message), not a channel's post."""

    def filter(self, message: Message) -> bool:
        # Anonymous administrators write through an account that counts as a bot.
        by_bot = message.from_user and message.from_user.is_bot and not message.sender_chat
        return not (by_bot or message.via_bot or message.is_automatic_forward)


def _on(kind: UpdateType) -> Callable[[_Handle[Any]], _Handle[Update]]:
    """Handlers see what happened: the part of an update that its kind names."""

    def seeing(handle: _Handle[Any]) -> _Handle[Update]:
        async def callback(update: Update, context: Context) -> None:
            await handle(getattr(update, kind), context)

        return callback

    return seeing


#: What a button does, by its data; any other holds the token of a Question.
_BUTTONS: tuple[tuple[str, _Handle[CallbackQuery]], ...] = (
    (r"g:(skip|stop):[0-9]+", trivia.press),
    (r"q:.*", quiz.press),
    (r"b:\w+", people.press_board),
    (r"f:(yes|no):[0-9]+", people.press_forget),
    (r"s(:.*)?", panel.press),
)


async def _press(query: CallbackQuery, context: Context) -> None:
    data = query.data or ""
    presses = (handle for pattern, handle in _BUTTONS if re.fullmatch(pattern, data))
    await next(presses, buttons.press)(query, context)


def build_application(
    settings: Settings,
    assistant: Assistant,
    memory: Memory,
    *,
    request: BaseRequest | None = None,
    updates_request: BaseRequest | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> TwinTownBot:
    """The Telegram bot, ready to be initialized and started.

    ``request`` and ``updates_request`` are the ways to the Bot API server (default: aiohttp),
    ``clock`` is what the age of conversations is told by, in seconds.
    """
    services = Services(assistant, memory, Conversations(clock))
    # Called once, without arguments: so the Services are complete from the start.
    bot_data = cast("type[Services]", lambda: services)
    application = cast(
        "TwinTownBot",
        Application.builder()
        .token(settings.token)
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(request or AiohttpRequest())
        .get_updates_request(updates_request or AiohttpRequest(connection_pool_size=1))
        .rate_limiter(Limits(pace=not settings.self_hosted))
        .concurrent_updates(ChatOrder())
        .update_queue(Inbox(services))
        .context_types(ContextTypes(context=CallbackContext, bot_data=bot_data))
        .job_queue(None)
        .build(),
    )
    # The clock of the game does not jump while it runs, whatever the clock on the wall does.
    epoch = time.time() - clock()
    services.host = Host(services, application.bot, lambda: epoch + clock())
    in_private = filters.ChatType.PRIVATE & _FromPerson()
    in_groups = filters.ChatType.GROUPS & _FromPerson()
    words = filters.TEXT | filters.CAPTION
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    guests = filters.UpdateType.GUEST_MESSAGE & _FromPerson()
    on_new, on_edited = _on(UpdateType.MESSAGE), _on(UpdateType.EDITED_MESSAGE)
    chats = new & (in_private | in_groups)
    game = [
        CommandHandler(name, on_new(handle), chats)
        for name, handle in (
            ("trivia", trivia.start),
            ("guess", trivia.guess),
            ("skip", trivia.skip),
            ("stop", trivia.stop),
            ("board", people.show_board),
            ("daily", daily.question),
            ("settings", panel.show),
            ("hide", people.hide),
            ("forget", people.forget),
        )
    ]
    for handler in (
        *game,
        CommandHandler("today", on_new(daily.anniversaries), chats, has_args=True),
        PollAnswerHandler(_on(UpdateType.POLL_ANSWER)(trivia.voted)),
        PollHandler(_on(UpdateType.POLL)(trivia.polled)),
        MessageHandler(new & in_private & words, on_new(private.message)),
        MessageHandler(new & in_private & filters.ATTACHMENT, on_new(private.wordless)),
        MessageHandler(edited & in_private & words, on_edited(private.edited)),
        CommandHandler(BY_NAME, on_new(groups.command), new & in_groups),
        MessageHandler(new & in_groups & filters.TEXT & ~filters.COMMAND, on_new(groups.message)),
        MessageHandler(edited & in_groups & filters.TEXT, on_edited(groups.edited)),
        MessageHandler(new & filters.StatusUpdate.MIGRATE, on_new(groups.moved)),
        MessageHandler(guests, _on(UpdateType.GUEST_MESSAGE)(guest.message)),
        InlineQueryHandler(_on(UpdateType.INLINE_QUERY)(inline.query)),
        CallbackQueryHandler(_on(UpdateType.CALLBACK_QUERY)(_press)),
    ):
        application.add_handler(handler)
    application.add_error_handler(errors.failed)
    return application
