"""The Bot API server on loopback keeps Telegram's rules: else tests against it prove nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from tests.botapi import ADA, DENIZ, FORUM, GROUP, BotApiServer, Fault, Group, until
from tests.botapi import schema as api_schema
from tests.botapi.markup import parse_html, utf16_length

Json = dict[str, Any]


class Client:
    """Calls methods as any HTTP client would."""

    def __init__(self, server: BotApiServer, session: aiohttp.ClientSession) -> None:
        self.server = server
        self.session = session

    async def call(self, method: str, **parameters: Any) -> Json:
        """The whole answer, ok or not."""
        url = f"{self.server.url}/bot{self.server.token}/{method}"
        async with self.session.post(url, json=parameters) as response:
            answer: Json = await response.json()
        assert response.status == answer.get("error_code", 200)
        return answer

    async def result(self, method: str, **parameters: Any) -> Any:
        answer = await self.call(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **parameters: Any) -> str:
        """The description of a 400."""
        answer = await self.call(method, **parameters)
        assert answer.get("error_code") == 400, answer
        return str(answer["description"])

    async def send(self, text: str = "hello", chat_id: int = ADA.id, **more: Any) -> Any:
        return await self.result("sendMessage", chat_id=chat_id, text=text, **more)


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as server:
        server.add_chat(ADA.chat)
        server.add_chat(GROUP.chat)
        server.add_chat(FORUM.chat)
        yield server


@pytest.fixture
async def client(server: BotApiServer) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(server, session)


def keyboard(**button: Any) -> Json:
    return {"inline_keyboard": [[button]]}


def article(**changes: Any) -> Json:
    content = {"message_text": "<b>Houston</b>", "parse_mode": "HTML"}
    return {
        "type": "article",
        "id": "p1",
        "title": "Houston",
        "input_message_content": content,
    } | changes


# The wire


async def test_parameters_come_in_four_ways(server: BotApiServer, client: Client) -> None:
    url = f"{server.url}/bot{server.token}/sendMessage"
    options = {"is_disabled": True}
    plain = {"chat_id": "1001", "text": "1988", "link_preview_options": json.dumps(options)}
    multipart = aiohttp.MultipartWriter("form-data")
    for name, value in plain.items():
        multipart.append(value).set_content_disposition("form-data", name=name)
    ways: list[Json] = [
        {"params": plain},
        {"data": plain},
        {"data": multipart},
        {"json": {"chat_id": 1001, "text": "1988", "link_preview_options": options}},
    ]
    for way in ways:
        async with client.session.post(url, **way) as response:
            assert (await response.json())["result"]["text"] == "1988"
    expected = {"chat_id": 1001, "text": "1988", "link_preview_options": options}
    assert [call.parameters for call in server.calls] == [expected] * 4


async def test_a_wrong_token_and_an_unknown_method_are_refused(
    server: BotApiServer, client: Client
) -> None:
    async with client.session.get(f"{server.url}/bot1:x/getMe") as response:
        assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")
    assert (await client.call("getMeNot"))["error_code"] == 404
    assert await client.result("GETME") == server.bot


async def test_get_me_tells_what_the_bot_can_do() -> None:
    async with (
        BotApiServer(privacy=False, inline=False, guest=False) as server,
        aiohttp.ClientSession() as session,
    ):
        me = await Client(server, session).result("getMe")
    assert me["can_read_all_group_messages"] is True
    assert me["supports_inline_queries"] is me["supports_guest_queries"] is False


# Long polling


async def test_an_update_is_delivered_until_it_is_confirmed(
    server: BotApiServer, client: Client
) -> None:
    for text in ("first", "second"):
        server.push(server.make.private(text))
    first, second = await client.result("getUpdates")
    assert (first["message"]["text"], second["message"]["text"]) == ("first", "second")
    assert await client.result("getUpdates", limit=1) == [first]
    assert await client.result("getUpdates", offset=second["update_id"]) == [second]
    assert await client.result("getUpdates") == [second]
    assert await client.result("getUpdates", offset=second["update_id"] + 1) == []


async def test_a_negative_offset_forgets_all_but_the_last(
    server: BotApiServer, client: Client
) -> None:
    for text in "abc":
        server.push(server.make.private(text))
    for _ in range(2):
        updates = await client.result("getUpdates", offset=-1)
        assert [update["message"]["text"] for update in updates] == ["c"]


async def test_long_polling_waits_for_an_update(server: BotApiServer, client: Client) -> None:
    waiting = asyncio.create_task(client.result("getUpdates", timeout=5))
    await server.ready()
    assert not waiting.done()
    server.push(server.make.private("hello"))
    assert len(await waiting) == 1


async def test_of_two_pollers_the_first_is_told_off(server: BotApiServer, client: Client) -> None:
    first = asyncio.create_task(client.call("getUpdates", timeout=5))
    await server.ready()
    second = asyncio.create_task(client.result("getUpdates", timeout=5))
    assert (await first)["error_code"] == 409
    server.push(server.make.private("hello"))
    assert len(await second) == 1


async def test_only_the_updates_asked_for_are_kept(server: BotApiServer, client: Client) -> None:
    assert server.push({"chat_member": {"chat": GROUP.chat}}) is None
    await client.result("getUpdates", allowed_updates=["inline_query"])
    assert server.push(server.make.private("hello")) is None
    assert server.push(server.make.inline("ist"))
    assert [list(update)[1] for update in await client.result("getUpdates")] == ["inline_query"]
    assert len(server.withheld) == 2


# Webhook


class Hook:
    """A bot behind a webhook that answers with the statuses it is given, then with 200."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.secrets: list[str | None] = []
        self.texts: list[str] = []

    async def handle(self, request: web.BaseRequest) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            self.texts.append((await request.json())["message"]["text"])
        return web.Response(status=status)


@pytest.fixture
async def hook() -> AsyncIterator[tuple[Hook, str]]:
    hook = Hook()
    runner = web.ServerRunner(web.Server(hook.handle))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield hook, f"http://127.0.0.1:{runner.addresses[0][1]}/secret-path"
    await runner.cleanup()


async def test_updates_go_to_the_webhook_with_its_secret_until_taken(
    server: BotApiServer, client: Client, hook: tuple[Hook, str]
) -> None:
    bot, url = hook
    bot.statuses = [500, 403]
    server.push(server.make.private("before"))
    await client.result("setWebhook", url=url, secret_token="s3cret", max_connections=1)
    server.push(server.make.private("after"))
    await until(lambda: len(bot.texts) == 2)
    assert bot.texts == ["before", "after"]
    assert set(bot.secrets) == {"s3cret"}
    assert server.deliveries == [500, 403, 200, 200]
    assert (await client.result("getWebhookInfo"))["url"] == url
    assert (await client.call("getUpdates"))["error_code"] == 409
    await client.result("deleteWebhook")
    assert await client.result("getUpdates") == []


async def test_a_webhook_needs_an_address_and_a_plain_secret(client: Client) -> None:
    assert "URL" in await client.refused("setWebhook", url="nowhere")
    await client.refused("setWebhook", url="https://example.org/x", secret_token="with space")
    await client.refused("setWebhook", url="https://example.org/x", max_connections=101)


# What the bot is let see


@pytest.mark.parametrize(
    ("text", "arrives"),
    [
        ("Istanbul's twin towns?", False),
        ("@twin_town_test_bot Istanbul?", False),
        ("/ask Istanbul", True),
        ("/ask@twin_town_test_bot Istanbul", True),
        ("/ask@another_bot Istanbul", False),
        ("İstanbul 🎈 /ask", True),
    ],
)
async def test_privacy_mode_hides_what_is_not_for_the_bot(
    server: BotApiServer, text: str, arrives: bool
) -> None:
    assert bool(server.push(server.make.group(text))) is arrives


async def test_privacy_mode_lets_replies_and_administrators_bots_through(
    server: BotApiServer, client: Client
) -> None:
    answer = await client.send(chat_id=GROUP.id)
    other = server.make.group("hello")["message"]
    assert server.push(server.make.group("and Köln?", reply_to=answer))
    assert not server.push(server.make.group("and Köln?", reply_to=other))
    server.push(server.make.membership(GROUP.chat, "administrator"))
    assert server.push(server.make.group("hello"))


async def test_without_privacy_mode_a_group_is_heard() -> None:
    async with BotApiServer(privacy=False) as server:
        assert server.push(server.make.group("hello"))


def test_commands_and_mentions_are_marked_in_utf_16() -> None:
    message = BotApiServer().make.group("🎈 /ask@Twins_bot for @ada, not a/b or x@y.z")["message"]
    assert message["entities"] == [
        {"type": "bot_command", "offset": 3, "length": 14},
        {"type": "mention", "offset": 22, "length": 4},
    ]


# Messages


async def test_a_message_is_answered_with_its_text_and_entities(
    server: BotApiServer, client: Client
) -> None:
    message = await client.send(
        '🎈 <b>Köln</b> &amp; <a href="https://example.org/">x</a>', parse_mode="HTML"
    )
    assert message["text"] == "🎈 Köln & x"
    assert message["entities"] == [
        {"type": "bold", "offset": 3, "length": 4},
        {"type": "text_link", "offset": 10, "length": 1, "url": "https://example.org/"},
    ]
    assert message["from"]["username"] == server.bot["username"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "message text is empty"),
        (" \n", "message text is empty"),
        ("<b></b>", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("🎈" * 2049, "message is too long"),
        ("a < b", "can't parse entities: Unsupported start tag"),
        ("<p>x</p>", 'can\'t parse entities: Unsupported start tag "p"'),
        ("<b>x", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("<b><i>x</b></i>", "can't parse entities: Unmatched end tag"),
        ("x</b>", "can't parse entities: Unexpected end tag"),
        ("<b", "can't parse entities: Unclosed start tag"),
        ('<a href="x>y</a>', "can't parse entities: Unclosed start tag"),
        ('<span class="x">y</span>', 'can\'t parse entities: Tag "span"'),
        ("<a href>y</a>", "can't parse entities: Expected equal sign"),
    ],
)
async def test_a_text_telegram_would_refuse(client: Client, text: str, refusal: str) -> None:
    description = await client.refused("sendMessage", chat_id=ADA.id, text=text, parse_mode="HTML")
    assert description.startswith(f"Bad Request: {refusal}")


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4096,
        "<b>" + "x" * 4096 + "</b>",
        "🎈" * 2048,
        "&lt;" * 4096,
        "<blockquote expandable>x</blockquote>",
        '<pre><code class="language-python">x</code></pre>',
        "<tg-spoiler>x</tg-spoiler><span class='tg-spoiler'>y</span>",
        "<B>x</B >",
    ],
)
async def test_a_text_telegram_takes(server: BotApiServer, client: Client, text: str) -> None:
    await client.send(text, parse_mode="HTML")
    assert server.violations == []


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Köln & Bonn", "unescaped &"),
        ("Köln &nbsp; Bonn", "unescaped &"),
        ("<b>x <code>y</code></b>", "<code> inside <b>"),
        ("<code><i>y</i></code>", "<i> inside <code>"),
        ("<blockquote>x<blockquote>y</blockquote></blockquote>", "a quotation inside"),
        ('<a href="https://t.me/twin_town_test_bot?start=a%20b">x</a>', "deep link"),
    ],
)
async def test_what_telegram_lets_pass_against_its_manual_is_noted(
    server: BotApiServer, client: Client, text: str, remark: str
) -> None:
    await client.send(text, parse_mode="HTML")
    assert remark in server.violations[0]


@given(st.text())
def test_escaped_text_survives_the_markup(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(f"<b>{escaped}</b>")[0] == text
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        ({"text": "", "callback_data": "x"}, "text"),
        ({"text": " ", "callback_data": "x"}, "text"),
        ({"text": "x"}, "Text buttons"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "ü" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "y", "url": "https://example.org"}, "exactly one"),
        ({"text": "x", "url": "nowhere"}, "Wrong HTTP URL"),
    ],
)
async def test_a_button_telegram_would_refuse(client: Client, button: Json, refusal: str) -> None:
    assert refusal in await client.refused(
        "sendMessage", chat_id=ADA.id, text="x", reply_markup=keyboard(**button)
    )


async def test_a_chat_that_never_wrote_is_not_found(client: Client) -> None:
    assert "chat not found" in await client.refused("sendMessage", chat_id=999, text="x")


async def test_a_reply_needs_its_message(server: BotApiServer, client: Client) -> None:
    asked = server.push(server.make.private("?"))
    assert asked
    number = asked["message"]["message_id"]
    answer = await client.send(reply_parameters={"message_id": number})
    assert answer["reply_to_message"]["text"] == "?"
    gone: Json = {"message_id": 99_999}
    await client.refused("sendMessage", chat_id=ADA.id, text="x", reply_parameters=gone)
    await client.send(reply_parameters=gone | {"allow_sending_without_reply": True})


async def test_a_topic_belongs_to_a_forum_and_the_general_one_has_no_number(
    client: Client,
) -> None:
    message = await client.send(chat_id=FORUM.id, message_thread_id=7)
    assert message["message_thread_id"] == 7
    for chat, thread in ((FORUM.id, 1), (GROUP.id, 7)):
        assert "thread" in await client.refused(
            "sendMessage", chat_id=chat, text="x", message_thread_id=thread
        )


async def test_an_edit_must_change_something_of_its_own(
    server: BotApiServer, client: Client
) -> None:
    asked = server.push(server.make.private("?"))
    message = await client.send("<b>x</b>", parse_mode="HTML")
    where = {"chat_id": ADA.id, "message_id": message["message_id"]}
    same = {"text": "<b>x</b>", "parse_mode": "HTML"}
    assert "not modified" in await client.refused("editMessageText", **where, **same)
    edited = await client.result("editMessageText", **where, text="x")
    assert edited["text"] == "x" and "entities" not in edited and edited["edit_date"]
    buttons = keyboard(text="Next", callback_data="n")
    await client.result("editMessageReplyMarkup", **where, reply_markup=buttons)
    assert "not modified" in await client.refused(
        "editMessageReplyMarkup", **where, reply_markup=buttons
    )
    assert "reply_markup" not in await client.result("editMessageReplyMarkup", **where)
    await client.result("deleteMessage", **where)
    assert "not found" in await client.refused("editMessageText", **where, text="y")
    assert "not found" in await client.refused("deleteMessage", **where)
    assert asked
    assert "can't be edited" in await client.refused(
        "editMessageText", chat_id=ADA.id, message_id=asked["message"]["message_id"], text="y"
    )


async def test_a_record_of_a_call_is_not_changed_by_later_ones(
    server: BotApiServer, client: Client
) -> None:
    message = await client.send("before")
    await client.result(
        "editMessageText", chat_id=ADA.id, message_id=message["message_id"], text="after"
    )
    assert [call.result["text"] for call in server.calls] == ["before", "after"]


# Queries


async def test_a_pressed_button_is_answered_once(server: BotApiServer, client: Client) -> None:
    message = await client.send(reply_markup=keyboard(text="Next", callback_data="n"))
    update = server.push(server.make.press(message, "Next", DENIZ))
    assert update
    query = update["callback_query"]
    assert (query["data"], query["message"]) == ("n", message)
    answer = {"callback_query_id": query["id"]}
    await client.refused("answerCallbackQuery", **answer, text="x" * 201)
    assert await client.result("answerCallbackQuery", **answer, text="x" * 200) is True
    assert "query is too old" in await client.refused("answerCallbackQuery", **answer)
    with pytest.raises(LookupError):
        server.make.press(message, "Previous")


async def test_a_query_dies(client: Client, server: BotApiServer) -> None:
    server.account.query_lifetime = -1
    update = server.push(server.make.inline("ist"))
    assert update
    assert "query is too old" in await client.refused(
        "answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[]
    )


async def test_inline_results_are_shown(server: BotApiServer, client: Client) -> None:
    update = server.push(server.make.inline("ist"))
    assert update
    await client.result(
        "answerInlineQuery",
        inline_query_id=update["inline_query"]["id"],
        results=[article(id=str(n)) for n in range(50)],
        next_offset="50",
        cache_time=0,
        button={"text": "Help", "start_parameter": "help"},
    )
    assert server.violations == []


@pytest.mark.parametrize(
    "answer",
    [
        {"results": [article(id=str(n)) for n in range(51)]},
        {"results": [article(), article()]},
        {"results": [article(id="")]},
        {"results": [article(id="x" * 65)]},
        {"results": [article(title="")]},
        {"results": [article(input_message_content={"message_text": ""})]},
        {"results": [article(input_message_content={"message_text": "x" * 4097})]},
        {"results": [article(reply_markup=keyboard(text="x"))]},
        {"results": [{"type": "article", "id": "1", "title": "x"}]},
        {"results": [], "next_offset": "x" * 65},
        {"results": [], "cache_time": -1},
        {"results": [], "button": {"text": "Help"}},
        {"results": [], "button": {"text": "", "start_parameter": "help"}},
        {"results": [], "button": {"text": "Help", "start_parameter": "two words"}},
        {"results": [], "button": {"text": "Help", "start_parameter": "x" * 65}},
    ],
)
async def test_inline_results_telegram_would_refuse(
    server: BotApiServer, client: Client, answer: Json
) -> None:
    update = server.push(server.make.inline("ist"))
    assert update
    query = update["inline_query"]["id"]
    await client.refused("answerInlineQuery", inline_query_id=query, **answer)


async def test_a_guest_is_answered_and_the_answer_can_be_edited(
    server: BotApiServer, client: Client
) -> None:
    update = server.push(server.make.guest("Istanbul?", DENIZ, Group(-100777, "Elsewhere")))
    assert update
    message = update["guest_message"]
    assert message["text"] == "@twin_town_test_bot Istanbul?"
    query = {"guest_query_id": message["guest_query_id"]}
    sent = await client.result("answerGuestQuery", **query, result=article())
    assert "query is too old" in await client.refused("answerGuestQuery", **query, result=article())
    assert await client.result("editMessageText", **sent, text="changed") is True
    await client.refused("editMessageText", inline_message_id="unknown", text="changed")
    await client.refused("sendMessage", chat_id=-100777, text="x")


# The bot's own texts


async def test_commands_are_kept_by_scope_and_language(client: Client) -> None:
    commands = [{"command": "today", "description": "Anniversaries"}]
    groups = {"scope": {"type": "all_group_chats"}, "language_code": "tr"}
    await client.result("setMyCommands", commands=commands, **groups)
    assert await client.result("getMyCommands", **groups) == commands
    assert await client.result("getMyCommands") == []
    await client.result("deleteMyCommands", **groups)
    assert await client.result("getMyCommands", **groups) == []


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("setMyCommands", {"commands": [{"command": "Today", "description": "x"}]}),
        ("setMyCommands", {"commands": [{"command": "x" * 33, "description": "x"}]}),
        ("setMyCommands", {"commands": [{"command": "x", "description": ""}]}),
        ("setMyCommands", {"commands": [{"command": "x", "description": "x" * 257}]}),
        ("setMyCommands", {"commands": [{"command": "x", "description": "x"}] * 2}),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat"}}),
        ("setMyCommands", {"commands": [], "scope": {"type": "nobody"}}),
        ("setMyCommands", {"commands": [], "language_code": "pt-br"}),
        ("setMyDescription", {"description": "x" * 513}),
        ("setMyShortDescription", {"short_description": "x" * 121}),
    ],
)
async def test_texts_of_the_bot_that_telegram_would_refuse(
    client: Client, method: str, parameters: Json
) -> None:
    await client.refused(method, **parameters)


async def test_descriptions_are_kept_by_language(client: Client) -> None:
    await client.result("setMyDescription", description="x" * 512, language_code="de")
    await client.result("setMyShortDescription", short_description="y" * 120)
    assert await client.result("getMyDescription", language_code="de") == {"description": "x" * 512}
    assert await client.result("getMyDescription") == {"description": ""}
    assert await client.result("getMyShortDescription") == {"short_description": "y" * 120}


# Chats


async def test_rights_in_a_chat(server: BotApiServer, client: Client) -> None:
    server.set_member(GROUP.id, ADA, "administrator")
    server.push(server.make.group("/ask", DENIZ))
    status = {}
    for user in (ADA, DENIZ):
        member = await client.result("getChatMember", chat_id=GROUP.id, user_id=user.id)
        status[user.first_name] = member["status"]
    assert status == {"Ada": "administrator", "Deniz": "member"}
    administrators = await client.result("getChatAdministrators", chat_id=GROUP.id)
    assert [member["user"]["id"] for member in administrators] == [ADA.id]
    await client.refused("getChatMember", chat_id=GROUP.id, user_id=31337)


async def test_a_bot_that_was_put_out_cannot_write(server: BotApiServer, client: Client) -> None:
    server.block(ADA)
    await client.result("leaveChat", chat_id=GROUP.id)
    for chat, reason in ((ADA.id, "blocked by the user"), (GROUP.id, "not a member")):
        answer = await client.call("sendMessage", chat_id=chat, text="x")
        assert answer["error_code"] == 403 and reason in answer["description"]
    statuses = [
        u["my_chat_member"]["new_chat_member"]["status"] for u in await client.result("getUpdates")
    ]
    assert statuses == ["kicked", "left"]


async def test_a_group_becomes_a_supergroup(server: BotApiServer, client: Client) -> None:
    old = Group(-4242, "Small", "group")
    server.push(server.make.group("/ask", ADA, old))
    server.migrate(old, -1004242)
    answer = await client.call("sendMessage", chat_id=old.id, text="x")
    assert answer["parameters"] == {"migrate_to_chat_id": -1004242}
    await client.send(chat_id=-1004242)
    _, away, here = await client.result("getUpdates")
    assert away["message"]["migrate_to_chat_id"] == -1004242
    assert here["message"]["migrate_from_chat_id"] == old.id


async def test_a_reaction_is_one_of_telegrams(server: BotApiServer, client: Client) -> None:
    message = await client.send()
    where = {"chat_id": ADA.id, "message_id": message["message_id"]}
    thumb, map_ = ({"type": "emoji", "emoji": emoji} for emoji in "👍🗺")
    await client.result("setMessageReaction", **where, reaction=[thumb])
    await client.refused("setMessageReaction", **where, reaction=[map_])
    await client.refused("setMessageReaction", **where, reaction=[thumb, thumb])
    await client.refused("setMessageReaction", chat_id=ADA.id, message_id=99_999, reaction=[thumb])


async def test_a_chat_action_is_one_of_telegrams(client: Client) -> None:
    await client.result("sendChatAction", chat_id=ADA.id, action="typing")
    await client.refused("sendChatAction", chat_id=ADA.id, action="thinking")


# Polls

QUIZ = {
    "chat_id": GROUP.id,
    "question": "Which is Köln's twin?",
    "options": [{"text": "Istanbul"}, {"text": "Ankara"}],
    "type": "quiz",
    "correct_option_ids": [0],
    "is_anonymous": False,
}


async def test_a_quiz_is_sent_voted_in_and_stopped(server: BotApiServer, client: Client) -> None:
    message = await client.result("sendPoll", **QUIZ, explanation="Since 1997.", open_period=30)
    poll = message["poll"]
    assert poll["correct_option_ids"] == [0] and not poll["is_closed"]
    assert server.vote(poll["id"], [0], DENIZ)
    where = {"chat_id": GROUP.id, "message_id": message["message_id"]}
    stopped = await client.result("stopPoll", **where)
    assert stopped["is_closed"] and stopped["options"][0]["voter_count"] == 1
    assert "already been closed" in await client.refused("stopPoll", **where)
    assert server.vote(poll["id"], [1], ADA) is None
    answer, counted, closed = await client.result("getUpdates")
    assert answer["poll_answer"]["option_ids"] == [0]
    assert counted["poll"]["total_voter_count"] == 1
    assert closed["poll"]["is_closed"]
    assert server.violations == []


@pytest.mark.parametrize(
    "changes",
    [
        {"question": "x" * 301},
        {"question": ""},
        {"options": []},
        {"options": [{"text": "x"}] * 13},
        {"options": [{"text": ""}]},
        {"options": [{"text": "x" * 101}]},
        {"correct_option_ids": []},
        {"correct_option_ids": [2]},
        {"explanation": "x" * 201},
        {"explanation": "\n\n\nx"},
        {"open_period": 4},
        {"open_period": 30, "close_date": 2**31},
    ],
)
async def test_a_quiz_telegram_would_refuse(client: Client, changes: Json) -> None:
    await client.refused("sendPoll", **QUIZ | changes)


# Mishaps


async def test_mishaps_come_as_ordered(server: BotApiServer, client: Client) -> None:
    rule = server.fail("sendMessage", Fault.flood(3), times=2)
    server.fail("*", Fault.bad_gateway(), when=lambda p: p.get("text") == "unlucky")
    for _ in range(2):
        answer = await client.call("sendMessage", chat_id=ADA.id, text="x")
        assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 3})
    assert rule.hits == 2
    await client.send()
    assert (await client.call("sendMessage", chat_id=ADA.id, text="unlucky"))["error_code"] == 502
    server.fail("sendMessage", Fault.kicked(), times=None)
    assert (await client.call("sendMessage", chat_id=ADA.id, text="x"))["error_code"] == 403
    server.heal()
    await client.send()


@pytest.mark.parametrize(("fault", "done"), [(Fault.broken(), 0), (Fault.lost(), 1)])
async def test_a_connection_breaks_before_or_after_the_work(
    server: BotApiServer, client: Client, fault: Fault, done: int
) -> None:
    server.fail("sendMessage", fault)
    with pytest.raises(aiohttp.ClientError):
        await client.send()
    assert len([m for m in server.account.messages.values() if m.get("text")]) == done


async def test_waiting_for_a_call(server: BotApiServer, client: Client) -> None:
    soon = asyncio.create_task(
        server.wait_for("sendMessage", lambda c: "b" in c.parameters["text"])
    )
    await client.send("a")
    await client.send("b")
    call = await soon
    assert call.result["text"] == "b"
    assert (await server.wait_for("sendMessage")).result["text"] == "a"
    with pytest.raises(TimeoutError, match="no such sendMessage"):
        await server.wait_for("sendMessage", timeout=0.05, after=call)


async def test_waiting_until_the_bot_is_up(server: BotApiServer, client: Client) -> None:
    with pytest.raises(TimeoutError):
        await server.ready(0.05)
    poll = asyncio.create_task(client.call("getUpdates", timeout=5))
    await server.ready()
    poll.cancel()
    # The server hears of it a moment later.
    await asyncio.sleep(0.05)
    with pytest.raises(TimeoutError):
        await server.ready(0.05)
    await client.result("setWebhook", url="https://example.org/x")
    await server.ready()


async def test_waiting_until_the_bot_is_quiet(server: BotApiServer, client: Client) -> None:
    await client.send("before")
    quiet = asyncio.create_task(server.quiet(0.05))
    await asyncio.sleep(0)
    await client.send("now")
    assert [call.parameters["text"] for call in await quiet] == ["now"]


# The machine-readable Bot API


@pytest.mark.skipif(api_schema.load() is None, reason="the Bot API's description is not at hand")
async def test_departures_from_the_bot_api_are_noted(server: BotApiServer, client: Client) -> None:
    await client.send(disable_web_page_preview=True)
    await client.send(link_preview_options={"disabled": True})
    await client.send(disable_notification="yes")
    await client.call("sendMessage", text="x")
    await client.call("sendMassage")
    server.push(server.make.inline("x"))
    query = server.make.inline("x")
    server.push(query)
    await client.call(
        "answerInlineQuery",
        inline_query_id=query["inline_query"]["id"],
        results=[article(thumb_url="https://example.org/x.png")],
    )
    assert server.violations == [
        "sendMessage: unknown parameter disable_web_page_preview",
        "sendMessage.link_preview_options: unknown parameter disabled",
        "sendMessage.disable_notification: 'yes' is no Boolean",
        "sendMessage: chat_id is missing",
        "sendMassage: no such method",
        "sendMassage: not served by the loopback server",
        "answerInlineQuery.results[0]: unknown parameter thumb_url",
    ]


@pytest.mark.skipif(api_schema.load() is None, reason="the Bot API's description is not at hand")
def test_the_updates_made_are_those_of_the_bot_api() -> None:
    description = api_schema.load()
    assert description
    server = BotApiServer()
    make = server.make
    message = make.private("/today", reply_to=make.private("?")["message"])["message"]
    updates = [
        {"message": message},
        make.group("@ada hello", thread=7),
        make.edited(make.private("a"), "b"),
        make.channel("hello", Group(-1009, "News", "channel")),
        make.guest("Istanbul?"),
        make.callback("x", message=message),
        make.callback("x", inline_message_id="1"),
        make.inline("ist"),
        make.chosen("x", "ist", inline_message_id="1"),
        make.membership(GROUP.chat, "administrator"),
        make.membership(GROUP.chat, "kicked"),
        *make.migrated(Group(-42, "Small", "group"), -10042),
        make.poll_answer("1", [0]),
    ]
    fields = description["types"]["Update"]["fields"]
    for update in updates:
        sent = {"update_id": 1} | update
        assert api_schema.check_fields("Update", fields, sent, description["types"]) == []
