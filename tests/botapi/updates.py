"""Updates as Telegram sends them: what people write, press and ask, as JSON."""

from __future__ import annotations

import itertools
import re
import time
from dataclasses import dataclass
from typing import Any

from tests.botapi.faults import Json
from tests.botapi.markup import utf16_length

_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?")
_RIGHTS = (
    "can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
    "can_promote_members can_change_info can_invite_users can_post_stories "
    "can_edit_stories can_delete_stories"
)
_MENTION = re.compile(r"(?<!\w)@[A-Za-z0-9_]{3,32}")


@dataclass(frozen=True)
class User:
    id: int
    first_name: str
    language_code: str | None = "en"
    username: str | None = None

    @property
    def json(self) -> Json:
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        if self.username:
            user["username"] = self.username
        if self.language_code:
            user["language_code"] = self.language_code
        return user

    @property
    def chat(self) -> Json:
        """The private chat with this person."""
        return {"id": self.id, "type": "private", "first_name": self.first_name}


@dataclass(frozen=True)
class Group:
    id: int
    title: str
    #: group, supergroup or channel.
    type: str = "supergroup"
    is_forum: bool = False

    @property
    def chat(self) -> Json:
        chat: Json = {"id": self.id, "title": self.title, "type": self.type}
        if self.is_forum:
            chat["is_forum"] = True
        return chat


ADA = User(1001, "Ada")
DENIZ = User(1002, "Deniz", "tr")
GROUP = Group(-1001000000001, "Travellers")
FORUM = Group(-1001000000002, "Travellers by topic", is_forum=True)


def entities(text: str) -> list[Json]:
    """The commands and mentions in a text."""
    found = [(m, "bot_command") for m in _COMMAND.finditer(text)]
    taken = {i for m, _ in found for i in range(*m.span())}
    found += [(m, "mention") for m in _MENTION.finditer(text) if m.start() not in taken]
    return [
        {"type": kind, "offset": utf16_length(text[: m.start()]), "length": utf16_length(m[0])}
        for m, kind in sorted(found, key=lambda pair: pair[0].start())
    ]


def bare(message: Json) -> Json:
    """A message without the message it replies to: replies are never nested."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}


class Updates:
    """Makes updates; `BotApiServer.push` numbers and delivers them."""

    def __init__(self, bot: Json) -> None:
        self.bot = bot
        self._ids = itertools.count(1)

    def query_id(self) -> str:
        return str(9_000_000_000_000 + next(self._ids))

    def message(
        self,
        text: str,
        user: User,
        chat: Json,
        *,
        reply_to: Json | None = None,
        thread: int | None = None,
        date: int | None = None,
        **more: Any,
    ) -> Json:
        """A Message. `reply_to` is a Message too; `thread` a topic of a forum."""
        message: Json = {
            "message_id": next(self._ids),
            "from": user.json,
            "chat": chat,
            "date": int(time.time()) if date is None else date,
            "text": text,
        }
        if marked := entities(text):
            message["entities"] = marked
        if reply_to:
            message["reply_to_message"] = bare(reply_to)
        if thread is not None:
            message["message_thread_id"] = thread
            message["is_topic_message"] = True
        return message | more

    def private(self, text: str, user: User = ADA, **more: Any) -> Json:
        """A person writes to the bot. `more`: reply_to, thread, date, or fields of the Message."""
        return {"message": self.message(text, user, user.chat, **more)}

    def group(self, text: str, user: User = ADA, group: Group = GROUP, **more: Any) -> Json:
        """A person writes in a group; `push` withholds what privacy mode hides from the bot."""
        return {"message": self.message(text, user, group.chat, **more)}

    def channel(self, text: str, channel: Group) -> Json:
        post = self.message(text, ADA, channel.chat)
        del post["from"]
        return {"channel_post": post}

    def edited(self, update: Json, text: str) -> Json:
        """The person changes a message of an earlier update."""
        message = dict(update.get("message") or update["edited_message"])
        message |= {"text": text, "edit_date": int(time.time())}
        message.pop("entities", None)
        if marked := entities(text):
            message["entities"] = marked
        return {"edited_message": message}

    def guest(self, text: str, user: User = ADA, group: Group = GROUP, **more: Any) -> Json:
        """A person mentions the bot in a chat where it is no member (guest mode)."""
        text = text if "@" in text else f"@{self.bot['username']} {text}"
        more.setdefault("guest_query_id", self.query_id())
        return {"guest_message": self.message(text, user, group.chat, **more)}

    def press(self, message: Json, button: str, user: User = ADA) -> Json:
        """A person presses a button (its label or callback data) of a message of the bot."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        for pressed in itertools.chain.from_iterable(rows):
            if "callback_data" in pressed and button in (pressed["text"], pressed["callback_data"]):
                return self.callback(pressed["callback_data"], user, message=message)
        raise LookupError(f"no button {button!r} in {rows}")

    def callback(
        self,
        data: str,
        user: User = ADA,
        *,
        message: Json | None = None,
        inline_message_id: str | None = None,
    ) -> Json:
        """A callback query with any data, also such as no button has any more."""
        query: Json = {
            "id": self.query_id(),
            "from": user.json,
            "chat_instance": "4242",
            "data": data,
        }
        if message is not None:
            query["message"] = message
        if inline_message_id is not None:
            query["inline_message_id"] = inline_message_id
        return {"callback_query": query}

    def inline(
        self, query: str, user: User = ADA, *, offset: str = "", chat_type: str = "supergroup"
    ) -> Json:
        """A person types `@bot query` in any chat."""
        return {
            "inline_query": {
                "id": self.query_id(),
                "from": user.json,
                "query": query,
                "offset": offset,
                "chat_type": chat_type,
            }
        }

    def chosen(
        self, result_id: str, query: str, user: User = ADA, inline_message_id: str | None = None
    ) -> Json:
        """A person sent one of the inline results (with an id where it has a keyboard)."""
        result: Json = {"result_id": result_id, "from": user.json, "query": query}
        if inline_message_id is not None:
            result["inline_message_id"] = inline_message_id
        return {"chosen_inline_result": result}

    def membership(
        self, chat: Json, new: str, old: str = "member", user: User = ADA, **more: Any
    ) -> Json:
        """The bot's own standing in a chat changes: member, administrator, left, kicked."""
        return {
            "my_chat_member": {
                "chat": chat,
                "from": user.json,
                "date": int(time.time()),
                "old_chat_member": self.member(self.bot, old),
                "new_chat_member": self.member(self.bot, new, **more),
            }
        }

    def member(self, user: Json, status: str, **more: Any) -> Json:
        """A ChatMember with every field that its status requires."""
        member: Json = {"user": user, "status": status}
        if status == "administrator":
            member |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(
                _RIGHTS.split(), True
            )
        elif status == "creator":
            member["is_anonymous"] = False
        elif status == "kicked":
            member["until_date"] = 0
        return member | more

    def migrated(self, old: Group, new_id: int, user: User = ADA) -> tuple[Json, Json]:
        """The two service messages of a group that becomes a supergroup."""
        away = self.message("", user, old.chat, migrate_to_chat_id=new_id)
        here = self.message(
            "",
            user,
            Group(new_id, old.title).chat,
            migrate_from_chat_id=old.id,
        )
        for message in (away, here):
            del message["text"]
        return {"message": away}, {"message": here}

    def poll_answer(self, poll_id: str, options: list[int], user: User = ADA) -> Json:
        return {
            "poll_answer": {
                "poll_id": poll_id,
                "user": user.json,
                "option_ids": options,
                "option_persistent_ids": [str(option) for option in options],
            }
        }
