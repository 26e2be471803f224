"""What every handler needs, and the type of its context."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from telegram import User
from telegram.ext import Application, CallbackContext, ExtBot, JobQueue

from bot.memory.conversations import Conversations
from bot.memory.memory import Memory
from bot.telegram.replies import Replies

if TYPE_CHECKING:
    from bot.assistant import Assistant
    from bot.telegram.host import Host


@dataclass(slots=True)
class Services:
    """Application.bot_data: what the bot knows and remembers."""

    #: Another one takes its place with a new store (renewal.py): ask for it each time.
    assistant: Assistant
    memory: Memory
    conversations: Conversations = field(default_factory=Conversations)
    replies: Replies = field(default_factory=Replies)
    #: Drives the rounds of the game; there once the application is built.
    host: Host = field(init=False)

    def language(self, chat: int, person: User | None) -> str:
        """The language of a chat: as it was set there, else the one of the person's Telegram."""
        return self.memory.chat(chat).language or (person and person.language_code) or "en"


#: The rate limiter takes no arguments of its own.
Bot: TypeAlias = ExtBot[None]
#: python-telegram-bot's data for each person and chat stay unused: they grow for ever.
_Unused: TypeAlias = dict[object, object]
Context: TypeAlias = CallbackContext[Bot, _Unused, _Unused, Services]
TwinTownBot: TypeAlias = Application[
    Bot, Context, _Unused, _Unused, Services, JobQueue[Context] | None
]
