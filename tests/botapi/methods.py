"""The methods of the Bot API, with the limits that Telegram's manual states for each.

Limits: https://core.telegram.org/bots/api and, for deep links, https://core.telegram.org/bots/features.
"""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable
from typing import Any

from tests.botapi.faults import ApiError, Json, bad
from tests.botapi.markup import parse_html, remarks, utf16_length
from tests.botapi.updates import Updates, bare

_EMOJI = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 "
    "❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 "
    "😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ "
    "😡"
)
#: The emoji with which a bot may react.
REACTIONS = frozenset(_EMOJI.split())
_ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document "
    "choose_sticker find_location record_video_note upload_video_note"
)
CHAT_ACTIONS = frozenset(_ACTIONS.split())
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_DEEP_LINK = re.compile(r"https?://(?:t|telegram)\.me/(\w+)\?start(?:group)?=([^\s&\"'<>]*)")
_ADDRESS = re.compile(
    r"(https?://)?[^\s/:]+(\.[^\s/:]+)+(:\d+)?([/?#]\S*)?|tg://\S+|https?://localhost\S*"
)


class Methods:
    """A bot's account at Telegram: its chats, messages, queries, polls and texts."""

    def __init__(self, bot: Json, *, query_lifetime: float) -> None:
        self.bot = bot
        #: Only getMe tells what the bot can do.
        self.make = Updates({key: bot[key] for key in ("id", "is_bot", "first_name", "username")})
        self.query_lifetime = query_lifetime
        #: Chats that have written to the bot or know it, by id.
        self.chats: dict[int, Json] = {}
        #: Every message seen or sent, by chat id and message id.
        self.messages: dict[tuple[int, int], Json] = {}
        #: Messages sent through inline results and guest answers, by inline_message_id.
        self.inline_messages: dict[str, Json] = {}
        #: The polls sent by the bot, by poll id, and the message each stands in.
        self.polls: dict[str, Json] = {}
        #: Status of a person in a chat, where it is not that of an ordinary member.
        self.members: dict[tuple[int, int], str] = {}
        self.people: dict[int, Json] = {bot["id"]: self.make.bot}
        self.moved: dict[int, int] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        #: The reaction of the bot to a message.
        self.reactions: dict[tuple[int, int], list[Json]] = {}
        #: Breaches of written rules that Telegram itself does not answer with an error.
        self.remarks: list[str] = []
        #: Called with every update that a method causes (a stopped poll, a left chat).
        self.cause: Callable[[Json], object] = lambda update: None
        self._queries: dict[str, float] = {}
        self._ids = itertools.count(1)
        self.handlers: dict[str, Callable[[Json], Any]] = {
            name.lower(): getattr(self, name) for name in _NAMES
        }

    # What people do, as the account sees it

    def notice(self, update: Json) -> None:
        """Take in the chats, people, messages and queries of an update."""
        for kind, content in update.items():
            if not isinstance(content, dict):
                continue
            if "from" in content:
                self.people[content["from"]["id"]] = content["from"]
            if kind == "guest_message":
                self._queries[content["guest_query_id"]] = time.monotonic()
            elif "message_id" in content:
                chat = content["chat"]
                self.chats[chat["id"]] = chat
                self.messages[chat["id"], content["message_id"]] = content
            elif kind in ("inline_query", "callback_query"):
                self._queries[content["id"]] = time.monotonic()
                if inline_id := content.get("inline_message_id"):
                    self.inline_messages.setdefault(inline_id, {})
            elif kind == "chosen_inline_result" and "inline_message_id" in content:
                self.inline_messages.setdefault(content["inline_message_id"], {})
            elif kind == "my_chat_member":
                chat = content["chat"]
                self.chats[chat["id"]] = chat
                self.members[chat["id"], self.bot["id"]] = content["new_chat_member"]["status"]

    def status(self, chat_id: int, user_id: int) -> str:
        return self.members.get((chat_id, user_id), "member")

    # Shared rules

    def _chat(self, parameters: Json) -> Json:
        """The chat that a request names, if the bot may write there."""
        if "chat_id" not in parameters:
            raise bad("chat_id is empty")
        try:
            chat_id = int(parameters["chat_id"])
        except (TypeError, ValueError):
            raise bad("chat not found") from None
        if chat_id in self.moved:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, description, migrate_to_chat_id=self.moved[chat_id])
        chat = self.chats.get(chat_id)
        if chat is None:
            raise bad("chat not found")
        kind = "group" if chat["type"] == "group" else f"{chat['type']}"
        status = self.status(chat_id, self.bot["id"])
        if status == "kicked" and chat["type"] == "private":
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        if status == "kicked":
            raise ApiError(403, f"Forbidden: bot was kicked from the {kind} chat")
        if status == "left":
            raise ApiError(403, f"Forbidden: bot is not a member of the {kind} chat")
        return chat

    def _marked_up(
        self, parameters: Json, key: str = "text", *, limit: int = 4096, least: int = 1
    ) -> Json:
        """text and entities of a message, checked after its markup is read."""
        markup = parameters.get(key, "")
        if not isinstance(markup, str):
            raise bad(f"{key} must be a string")
        mode = parameters.get(
            "parse_mode" if key in ("text", "message_text") else f"{key}_parse_mode"
        )
        marks: list[Json] = parameters.get("entities", [])
        text = markup
        if mode is not None and str(mode).upper() == "HTML":
            text, marks = parse_html(markup)
            self.remarks += [f"{key}: {remark}" for remark in remarks(markup)]
        elif mode:
            raise bad("unsupported parse_mode")
        if least and not text.strip():
            raise bad("message text is empty" if limit == 4096 else f"{key} must be non-empty")
        if utf16_length(text) > limit:
            raise bad("message is too long" if limit == 4096 else f"{key} is too long")
        for entity in marks:
            self._check_link(entity.get("url", ""))
        return {"text": text} | ({"entities": marks} if marks else {})

    def _check_link(self, url: str) -> None:
        link = _DEEP_LINK.match(url)
        if link and not _PARAMETER.fullmatch(link[2]):
            self.remarks.append(f"deep link with a bad parameter: {url}")

    def _keyboard(self, parameters: Json) -> Json:
        """{"reply_markup": …} of a request, checked; {} where it has none."""
        markup = parameters.get("reply_markup")
        if not markup:
            return {}
        if not isinstance(markup, dict):
            raise bad("object expected as reply markup")
        if "inline_keyboard" not in markup:
            return {}
        rows = markup["inline_keyboard"]
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            raise bad('can\'t parse reply keyboard markup JSON object: field "inline_keyboard"')
        for button in itertools.chain.from_iterable(rows):
            self._button(button)
        return {"reply_markup": markup} if any(rows) else {}

    def _button(self, button: Json) -> None:
        if not str(button.get("text", "")).strip():
            raise bad('can\'t parse inline keyboard button: field "text" must be non-empty')
        if button.get("style", "primary") not in ("danger", "success", "primary"):
            raise bad("can't parse inline keyboard button: invalid button style")
        actions = [key for key in button if key not in ("text", "style", "icon_custom_emoji_id")]
        if not actions:
            raise bad(
                "can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            )
        if len(actions) > 1:
            raise bad("can't parse inline keyboard button: exactly one action is allowed")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise bad("BUTTON_DATA_INVALID")
        if "url" in button:
            if not _ADDRESS.fullmatch(button["url"]):
                raise bad(
                    f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
                )
            self._check_link(button["url"])
        if not 1 <= len(button.get("copy_text", {"text": "-"}).get("text", "")) <= 256:
            raise bad("BUTTON_COPY_TEXT_INVALID")

    def _reply(self, parameters: Json, chat: Json) -> Json:
        """{"reply_to_message": …} and the topic of a message about to be sent."""
        extra: Json = {}
        thread = parameters.get("message_thread_id")
        if thread is not None:
            # The general topic has no thread: its id 1 is refused on sending.
            if not chat.get("is_forum") or thread == 1:
                raise bad("message thread not found")
            extra |= {"message_thread_id": thread, "is_topic_message": True}
        reply = parameters.get("reply_parameters")
        if reply:
            key = (int(reply.get("chat_id", chat["id"])), reply["message_id"])
            if key in self.messages:
                extra["reply_to_message"] = bare(self.messages[key])
            elif not reply.get("allow_sending_without_reply"):
                raise bad("message to be replied not found")
        return extra

    def _send(self, chat: Json, content: Json) -> Json:
        message = {
            "message_id": next(self.make._ids),
            "from": self.make.bot,
            "chat": chat,
            "date": int(time.time()),
            **content,
        }
        self.messages[chat["id"], message["message_id"]] = message
        return message

    def _own_message(self, parameters: Json, what: str) -> Json:
        """The message of the bot that a request changes."""
        if inline_id := parameters.get("inline_message_id"):
            if inline_id not in self.inline_messages:
                raise bad("MESSAGE_ID_INVALID")
            return self.inline_messages[inline_id]
        chat = self._chat(parameters)
        message = self.messages.get((chat["id"], parameters.get("message_id", 0)))
        if message is None:
            raise bad(f"message to {what} not found")
        if message.get("from", {}).get("id") != self.bot["id"]:
            raise bad(f"message can't be {what}ed")
        return message

    def _change(self, parameters: Json, message: Json, content: Json) -> Json | bool:
        """Replace what a message says; `content` is all of it, its keyboard included."""
        keys = ("text", "entities", "reply_markup")
        if {key: message[key] for key in keys if key in message} == content:
            raise bad(
                "message is not modified: specified new message content and reply markup "
                "are exactly the same as a current content and reply markup of the message"
            )
        for key in keys:
            message.pop(key, None)
        message |= content
        if "inline_message_id" in parameters:
            return True
        message["edit_date"] = int(time.time())
        return dict(message)

    def _answer(self, query_id: object) -> None:
        """Use up a query: each is answered once and in time."""
        asked = self._queries.pop(str(query_id), None)
        if asked is None or time.monotonic() - asked > self.query_lifetime:
            raise bad("query is too old and response timeout expired or query ID is invalid")

    # Methods

    def getMe(self, parameters: Json) -> Json:
        return self.bot

    def sendMessage(self, parameters: Json) -> Json:
        chat = self._chat(parameters)
        content = self._marked_up(parameters) | self._keyboard(parameters)
        return self._send(chat, content | self._reply(parameters, chat))

    def editMessageText(self, parameters: Json) -> Json | bool:
        message = self._own_message(parameters, "edit")
        content = self._marked_up(parameters) | self._keyboard(parameters)
        return self._change(parameters, message, content)

    def editMessageReplyMarkup(self, parameters: Json) -> Json | bool:
        message = self._own_message(parameters, "edit")
        content = {key: message[key] for key in ("text", "entities") if key in message}
        return self._change(parameters, message, content | self._keyboard(parameters))

    def deleteMessage(self, parameters: Json) -> bool:
        chat = self._chat(parameters)
        key = (chat["id"], parameters.get("message_id", 0))
        message = self.messages.get(key)
        if message is None:
            raise bad("message to delete not found")
        own = message.get("from", {}).get("id") == self.bot["id"]
        may = chat["type"] == "private" or (
            self.status(chat["id"], self.bot["id"]) == "administrator"
        )
        if not own and not may:
            raise bad("message can't be deleted")
        del self.messages[key]
        return True

    def _file(self, kind: str, parameters: Json) -> Json:
        chat = self._chat(parameters)
        if not parameters.get(kind):
            raise bad(f"there is no {kind} in the request")
        caption: Json = {}
        if parameters.get("caption"):
            marked = self._marked_up(
                {"text": parameters["caption"], "parse_mode": parameters.get("parse_mode")},
                limit=1024,
            )
            caption = {"caption": marked["text"]}
            if "entities" in marked:
                caption["caption_entities"] = marked["entities"]
        file: Json = {"file_id": f"file{next(self._ids)}", "file_unique_id": "file"}
        content = [file | {"width": 90, "height": 90}] if kind == "photo" else file
        extra = self._keyboard(parameters) | self._reply(parameters, chat)
        return self._send(chat, {kind: content} | caption | extra)

    def sendPhoto(self, parameters: Json) -> Json:
        return self._file("photo", parameters)

    def sendDocument(self, parameters: Json) -> Json:
        return self._file("document", parameters)

    def answerCallbackQuery(self, parameters: Json) -> bool:
        if utf16_length(str(parameters.get("text", ""))) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self._answer(parameters.get("callback_query_id"))
        return True

    def _result(self, result: Json) -> Json:
        """The message that an inline result would send, checked."""
        if not 1 <= len(str(result.get("id", "")).encode()) <= 64:
            raise bad("RESULT_ID_INVALID")
        if result.get("type") != "article":
            raise bad(f"{result.get('type')} results are not served here")
        if not str(result.get("title", "")).strip():
            raise bad("ARTICLE_TITLE_EMPTY")
        content = result.get("input_message_content")
        if not isinstance(content, dict) or "message_text" not in content:
            raise bad("can't parse inline query result: message content is not specified")
        for key in ("url", "thumbnail_url"):
            if key in result and not _ADDRESS.fullmatch(result[key]):
                raise bad("WEBDOCUMENT_URL_INVALID")
        return self._marked_up(content, "message_text") | self._keyboard(result)

    def answerInlineQuery(self, parameters: Json) -> bool:
        results = parameters.get("results")
        if not isinstance(results, list):
            raise bad("can't parse inline query results JSON array")
        if len(results) > 50:
            raise bad("RESULTS_TOO_MUCH")
        for result in results:
            self._result(result)
        if len({result["id"] for result in results}) < len(results):
            raise bad("RESULT_ID_DUPLICATE")
        if len(str(parameters.get("next_offset", "")).encode()) > 64:
            raise bad("NEXT_OFFSET_INVALID")
        cache_time = parameters.get("cache_time", 300)
        if not isinstance(cache_time, int) or cache_time < 0:
            raise bad("cache_time must be a whole number of seconds")
        if button := parameters.get("button"):
            if not str(button.get("text", "")).strip():
                raise bad('field "text" of the button must be non-empty')
            if ("start_parameter" in button) == ("web_app" in button):
                raise bad("exactly one of web_app and start_parameter must be set for the button")
            if not _PARAMETER.fullmatch(button.get("start_parameter", "-")):
                raise bad("START_PARAM_INVALID")
        self._answer(parameters.get("inline_query_id"))
        return True

    def answerGuestQuery(self, parameters: Json) -> Json:
        result = parameters.get("result")
        if not isinstance(result, dict):
            raise bad("can't parse inline query result")
        message = self._result(result)
        self._answer(parameters.get("guest_query_id"))
        inline_id = f"guest{next(self._ids)}"
        self.inline_messages[inline_id] = message
        return {"inline_message_id": inline_id}

    def _language(self, parameters: Json) -> str:
        language = parameters.get("language_code") or ""
        if not re.fullmatch(r"([a-z]{2})?", language):
            raise bad("invalid language code specified")
        return language

    def _scope(self, parameters: Json) -> tuple[str, str]:
        scope = parameters.get("scope") or {"type": "default"}
        kind = scope.get("type")
        if kind not in SCOPES:
            raise bad("can't parse BotCommandScope: unsupported type specified")
        for key in SCOPES[kind]:
            if key not in scope:
                raise bad(f"can't parse BotCommandScope: {key} is missing")
        if "chat_id" in scope:
            self._chat(scope)
        name = " ".join([kind, *(str(scope[key]) for key in SCOPES[kind])])
        return name, self._language(parameters)

    def setMyCommands(self, parameters: Json) -> bool:
        commands = parameters.get("commands")
        if not isinstance(commands, list):
            raise bad("can't parse commands list")
        if len(commands) > 100:
            raise bad("too many commands specified")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command.get("command", "")):
                raise bad("BOT_COMMAND_INVALID")
            description = command.get("description", "")
            if not description.strip() or utf16_length(description) > 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        if len({command["command"] for command in commands}) < len(commands):
            raise bad("BOT_COMMAND_DUPLICATE")
        self.commands[self._scope(parameters)] = commands
        return True

    def getMyCommands(self, parameters: Json) -> list[Json]:
        return self.commands.get(self._scope(parameters), [])

    def deleteMyCommands(self, parameters: Json) -> bool:
        self.commands.pop(self._scope(parameters), None)
        return True

    def setMyDescription(self, parameters: Json) -> bool:
        text = parameters.get("description", "")
        if utf16_length(text) > 512:
            raise bad("bot description is too long")
        self.descriptions[self._language(parameters)] = text
        return True

    def getMyDescription(self, parameters: Json) -> Json:
        return {"description": self.descriptions.get(self._language(parameters), "")}

    def setMyShortDescription(self, parameters: Json) -> bool:
        text = parameters.get("short_description", "")
        if utf16_length(text) > 120:
            raise bad("bot short description is too long")
        self.short_descriptions[self._language(parameters)] = text
        return True

    def getMyShortDescription(self, parameters: Json) -> Json:
        return {"short_description": self.short_descriptions.get(self._language(parameters), "")}

    def sendChatAction(self, parameters: Json) -> bool:
        self._reply(parameters, self._chat(parameters))
        if parameters.get("action") not in CHAT_ACTIONS:
            raise bad("wrong parameter action in request")
        return True

    def getChatMember(self, parameters: Json) -> Json:
        chat = self._chat(parameters)
        user = self.people.get(parameters.get("user_id", 0))
        if user is None:
            raise bad("PARTICIPANT_ID_INVALID")
        return self.make.member(user, self.status(chat["id"], user["id"]))

    def getChatAdministrators(self, parameters: Json) -> list[Json]:
        chat = self._chat(parameters)
        if chat["type"] == "private":
            raise bad("there are no administrators in the private chat")
        return [
            self.make.member(self.people[user_id], status)
            for (chat_id, user_id), status in self.members.items()
            if chat_id == chat["id"] and status in ("creator", "administrator")
        ]

    def leaveChat(self, parameters: Json) -> bool:
        chat = self._chat(parameters)
        if chat["type"] == "private":
            raise bad("chat member status can't be changed in private chats")
        old = self.status(chat["id"], self.bot["id"])
        update = self.make.membership(chat, "left", old)
        update["my_chat_member"]["from"] = self.make.bot
        self.cause(update)
        return True

    def setMessageReaction(self, parameters: Json) -> bool:
        chat = self._chat(parameters)
        key = (chat["id"], parameters.get("message_id", 0))
        if key not in self.messages:
            raise bad("message to react not found")
        reactions = parameters.get("reaction", [])
        if len(reactions) > 1:
            raise bad("REACTIONS_TOO_MANY")
        if any(r.get("type") == "emoji" and r.get("emoji") not in REACTIONS for r in reactions):
            raise bad("REACTION_INVALID")
        self.reactions[key] = reactions
        return True

    def sendPoll(self, parameters: Json) -> Json:
        chat = self._chat(parameters)
        question = parameters.get("question", "")
        if not question.strip():
            raise bad("poll question must be non-empty")
        if utf16_length(question) > 300:
            raise bad("poll question length must not exceed 300")
        options = parameters.get("options")
        if not isinstance(options, list) or not 1 <= len(options) <= 12:
            raise bad("poll must have 1-12 options")
        for option in options:
            if not option["text"].strip():
                raise bad("poll options must be non-empty")
            if utf16_length(option["text"]) > 100:
                raise bad("poll options length must not exceed 100")
        quiz = parameters.get("type", "regular") == "quiz"
        correct = parameters.get("correct_option_ids", [])
        if "correct_option_id" in parameters:
            self.remarks.append("sendPoll: correct_option_id is deprecated")
            correct = [parameters["correct_option_id"]]
        if quiz and (not correct or correct != sorted(set(correct))):
            raise bad("correct option identifiers must be specified for quizzes")
        if any(not 0 <= index < len(options) for index in correct):
            raise bad("wrong correct option ID specified")
        explanation = parameters.get("explanation", "")
        if explanation:
            text = self._marked_up(parameters, "explanation", limit=200, least=0)["text"]
            if text.count("\n") > 2:
                raise bad("poll explanation has too many line feeds")
        if "open_period" in parameters and "close_date" in parameters:
            raise bad("open_period and close_date can't be used together")
        period = parameters.get("open_period")
        if period is not None and not 5 <= period <= 2_628_000:
            raise bad("open_period must be 5-2628000 seconds")
        closes = parameters.get("close_date")
        if closes is not None and not 5 <= closes - time.time() + 1 <= 2_628_001:
            raise bad("close_date must be 5-2628000 seconds in the future")
        poll = {
            "id": str(5_000_000_000_000 + next(self._ids)),
            "question": question,
            "options": [
                {"text": option["text"], "voter_count": 0, "persistent_id": str(index)}
                for index, option in enumerate(options)
            ],
            "total_voter_count": 0,
            "is_closed": bool(parameters.get("is_closed")),
            "is_anonymous": parameters.get("is_anonymous", True),
            "type": "quiz" if quiz else "regular",
            "allows_multiple_answers": bool(parameters.get("allows_multiple_answers")),
            "allows_revoting": parameters.get("allows_revoting", not quiz),
            "members_only": False,
        }
        if quiz:
            poll["correct_option_ids"] = correct
        if explanation:
            poll["explanation"] = text
        if period:
            poll |= {"open_period": period, "close_date": int(time.time()) + period}
        if closes:
            poll["close_date"] = closes
        extra = self._keyboard(parameters) | self._reply(parameters, chat)
        self.polls[poll["id"]] = poll
        return self._send(chat, {"poll": poll} | extra)

    def is_open(self, poll: Json) -> bool:
        return not poll["is_closed"] and time.time() < poll.get("close_date", float("inf"))

    def stopPoll(self, parameters: Json) -> Json:
        chat = self._chat(parameters)
        message = self.messages.get((chat["id"], parameters.get("message_id", 0)), {})
        poll: Json | None = message.get("poll")
        if poll is None:
            raise bad("message with poll to stop not found")
        if not self.is_open(poll):
            raise bad("poll has already been closed")
        poll["is_closed"] = True
        message.pop("reply_markup", None)
        message |= self._keyboard(parameters)
        self.cause({"poll": dict(poll)})
        return poll


_NAMES = [
    name
    for name, value in vars(Methods).items()
    if re.fullmatch(r"(get|set|send|edit|answer|delete|stop|leave)[A-Z]\w+", name)
]
