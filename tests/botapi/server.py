"""A small Bot API server on loopback, to run the whole bot against without Telegram.

    async with BotApiServer() as telegram:             # a free port; telegram.url, telegram.token
        ...start the bot: TELEGRAM_API_URL=telegram.url, TELEGRAM_BOT_TOKEN=telegram.token...
        await telegram.ready()
        telegram.push(telegram.make.private("Istanbul's twin towns?"))
        call = await telegram.wait_for("sendMessage")
        assert "Houston" in call.parameters["text"]
        telegram.push(telegram.make.press(call.result, "Next"))        # label or callback data
        await telegram.wait_for("editMessageText", after=call)
        assert telegram.violations == []

`make` (updates.py) makes what people do; `push` delivers it by long polling, or to the webhook
once the bot has set one. `calls` holds every request, parameters decoded. `fail` orders mishaps
(faults.py): `telegram.fail("sendMessage", Fault.flood(2))`. The limits of Telegram's manual are
enforced and answered as Telegram answers (methods.py, markup.py); `violations` lists departures
from the machine-readable Bot API, where that is at hand (schema.py), and breaches of written
rules that Telegram lets pass. It runs on the event loop of the test; nothing needs a thread.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qsl

import aiohttp
from aiohttp import web

from tests.botapi import schema
from tests.botapi.faults import ApiError, Fault, Json, Rule, bad
from tests.botapi.methods import Methods
from tests.botapi.updates import Group, User

TOKEN = "123456:TEST-token-of-the-loopback-server-0"

#: What Telegram sends only if allowed_updates names it.
_UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}
_TEXT_NAMES = (
    "text caption question explanation description short_description callback_query_id "
    "inline_query_id guest_query_id inline_message_id next_offset language_code url secret_token "
    "parse_mode question_parse_mode explanation_parse_mode action type ip_address "
    "message_effect_id business_connection_id poll_id photo document"
)
#: Parameters that are text even where they look like JSON ("1988", "true").
_TEXTS = frozenset(_TEXT_NAMES.split())
#: Bytes of an upload: https://core.telegram.org/bots/api#sending-files
_UPLOAD_LIMIT = 50 * 1024 * 1024
_PATH = re.compile(r"/bot([^/]+)/(\w+)")


@dataclass(eq=False)
class Call:
    """One request of the bot."""

    method: str
    #: As Telegram reads them: JSON values decoded, files as bytes.
    parameters: Json
    #: time.monotonic() at its arrival.
    time: float
    #: What was answered: the result, or None until then and after an error.
    result: Any = None
    #: The error that was answered, if any.
    error: ApiError | None = None
    #: Its place among all calls, from 0.
    index: int = field(default=0, compare=False)


@dataclass
class _Webhook:
    url: str
    secret: str | None
    max_connections: int
    last_error: str | None = None


class BotApiServer:
    """See the top of this file. Every argument describes the bot's account or the server.

    token             the one bot's token
    username          the bot's name, without @
    privacy           privacy mode: a group message arrives only if it is a command, a reply to
                      the bot, a service message, or the bot is administrator there
    inline, guest     whether inline mode and guest mode are on
    query_lifetime    seconds in which a callback, inline or guest query can be answered
    check             whether to hold requests against the machine-readable Bot API
    retry_delay       seconds until a failed webhook delivery is tried again
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "twin_town_test_bot",
        privacy: bool = True,
        inline: bool = True,
        guest: bool = True,
        query_lifetime: float = 10.0,
        check: bool = True,
        retry_delay: float = 0.1,
    ) -> None:
        self.token = token
        self.privacy = privacy
        self.check = check
        self.retry_delay = retry_delay
        bot: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Twin towns",
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": not privacy,
            "supports_inline_queries": inline,
            "supports_guest_queries": guest,
        }
        self.account = Methods(bot, query_lifetime=query_lifetime)
        self.account.cause = self.push
        self.make = self.account.make
        self.calls: list[Call] = []
        #: Updates that the bot did not get: hidden by privacy mode or not in allowed_updates.
        self.withheld: list[Json] = []
        #: Webhook deliveries: the HTTP status of each, 0 where the connection failed.
        self.deliveries: list[int] = []
        self.port = 0
        self._departures: list[str] = []
        self._rules: list[Rule] = []
        self._allowed: list[str] = []
        self._update_ids = itertools.count(100_000)
        self._pending: deque[tuple[int, str]] = deque()
        self._poller: tuple[web.BaseRequest, asyncio.Future[bool]] | None = None
        self._arrival = asyncio.Event()
        self._webhook: _Webhook | None = None
        self._courier: asyncio.Task[None] | None = None
        self._watchers: list[tuple[asyncio.Event, str]] = []
        self._runner: web.ServerRunner | None = None
        self._own: dict[str, Callable[[Json], Any]] = {
            "setwebhook": self._set_webhook,
            "deletewebhook": self._delete_webhook,
            "getwebhookinfo": self._webhook_info,
        }

    # Running

    @property
    def url(self) -> str:
        """The root address, for TELEGRAM_API_URL."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def bot(self) -> Json:
        return self.account.bot

    async def start(self, port: int = 0) -> None:
        """Listen on loopback, on a free port unless one is given."""
        # No router and no access log: a burst is to be limited by the bot, not by this server.
        server = web.Server(self._handle)
        self._runner = web.ServerRunner(server, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._courier:
            self._courier.cancel()
            await asyncio.gather(self._courier, return_exceptions=True)
        self._dismiss_poller()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.stop()

    # What people do

    def push(self, update: Json) -> Json | None:
        """Number an update and deliver it; None where Telegram would withhold it from the bot."""
        self.account.notice(update)
        kind = next(key for key in update if key != "update_id")
        allowed = kind in self._allowed if self._allowed else kind not in _UNASKED
        if not allowed or (self.privacy and self._hidden(update)):
            self.withheld.append(update)
            return None
        number = next(self._update_ids)
        update = {"update_id": number} | update
        self._pending.append((number, json.dumps(update, ensure_ascii=False)))
        self._arrival.set()
        return update

    def _hidden(self, update: Json) -> bool:
        """Whether privacy mode keeps a group message from the bot."""
        message = update.get("message") or update.get("edited_message")
        if not message or message["chat"]["type"] not in ("group", "supergroup"):
            return False
        if self.account.status(message["chat"]["id"], self.bot["id"]) == "administrator":
            return False
        text = message.get("text")
        if text is None:
            return False
        name = f"@{self.bot['username']}".lower()
        for entity in message.get("entities", []):
            if entity["type"] == "bot_command":
                units = text.encode("utf-16-le")
                start = 2 * entity["offset"]
                command = units[start : start + 2 * entity["length"]].decode("utf-16-le")
                if "@" not in command or command.lower().endswith(name):
                    return False
        replied = message.get("reply_to_message", {})
        mine = self.bot["id"] in (
            replied.get("from", {}).get("id"),
            message.get("via_bot", {}).get("id"),
        )
        return not mine

    def set_member(self, chat_id: int, user: User, status: str) -> None:
        """creator, administrator, member, left or kicked; for getChatMember and its kin."""
        self.account.people[user.id] = user.json
        self.account.members[chat_id, user.id] = status

    def add_chat(self, chat: Json) -> None:
        """Make a chat known in which nobody has written yet."""
        self.account.chats[chat["id"]] = chat

    def block(self, user: User) -> Json | None:
        """A person blocks the bot: an update, and 403 from then on."""
        return self.push(self.make.membership(user.chat, "kicked", user=user))

    def migrate(self, old: Group, new_id: int) -> None:
        """A group becomes the supergroup `new_id`: two service messages; the old id is no more."""
        for update in self.make.migrated(old, new_id):
            self.push(update)
        self.account.moved[old.id] = new_id

    def vote(self, poll_id: str, options: list[int], user: User) -> Json | None:
        """A person votes; None where the poll is closed or anonymous, or the vote is withheld."""
        poll = self.account.polls[poll_id]
        if not self.account.is_open(poll):
            return None
        poll["total_voter_count"] += 1
        for option in options:
            poll["options"][option]["voter_count"] += 1
        if poll["is_anonymous"]:
            return None
        answer = self.push(self.make.poll_answer(poll_id, options, user))
        # How the poll stands now, to the bot that has sent it.
        self.push({"poll": json.loads(json.dumps(poll))})
        return answer

    # What the bot did

    @property
    def violations(self) -> list[str]:
        """Departures from the Bot API's description and breaches of its written rules."""
        return self._departures + self.account.remarks

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    async def wait_for(
        self,
        method: str,
        predicate: Callable[[Call], bool] = lambda call: True,
        timeout: float = 10.0,  # noqa: ASYNC109 (its message tells more than a bare one)
        *,
        after: Call | None = None,
    ) -> Call:
        """The first answered call of a method that fits, also an earlier one.

        `after`: only calls later than that one. TimeoutError names what was called instead.
        """
        event = asyncio.Event()
        self._watchers.append((event, method))
        position = 0 if after is None else after.index + 1
        try:
            async with asyncio.timeout(timeout):
                while True:
                    for call in itertools.islice(self.calls, position, None):
                        answered = call.result is not None or call.error is not None
                        if call.method == method and answered and predicate(call):
                            return call
                    event.clear()
                    await event.wait()
        except TimeoutError:
            seen = [call.method for call in self.calls[position:] if call.method != "getUpdates"]
            raise TimeoutError(f"no such {method} within {timeout} s; calls: {seen}") from None
        finally:
            self._watchers = [pair for pair in self._watchers if pair[0] is not event]

    async def ready(self, seconds: float = 30.0) -> None:
        """Wait until the bot is up: it waits for updates, or has set a webhook."""
        await until(
            lambda: bool(self._webhook or (self._poller and self._poller[0].transport)), seconds
        )

    async def quiet(self, seconds: float = 0.3) -> list[Call]:
        """Wait until the bot has taken every update and made no call for so long.

        Returns the calls it made meanwhile, without getUpdates.
        """
        start = len(self.calls)
        seen = -1
        while True:
            calls = [c for c in self.calls[start:] if c.method != "getUpdates"]
            if not self._pending and len(calls) == seen:
                return calls
            seen = len(calls)
            await asyncio.sleep(seconds)

    # Mishaps

    def fail(
        self,
        method: str,
        fault: Fault,
        times: int | None = 1,
        when: Callable[[Json], bool] | None = None,
    ) -> Rule:
        """Order a mishap for the next calls of a method (``*``: any) whose parameters fit."""
        rule = Rule(method, fault, times, when)
        self._rules.append(rule)
        return rule

    def heal(self) -> None:
        """Forget the mishaps ordered."""
        self._rules.clear()

    def _fault(self, method: str, parameters: Json) -> Fault | None:
        for rule in self._rules:
            if rule.applies(method, parameters):
                rule.hits += 1
                return rule.fault
        return None

    # The wire

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = _PATH.fullmatch(request.path)
        if not path:
            return _error(ApiError(404, "Not Found"))
        if path[1] != self.token:
            return _error(ApiError(401, "Unauthorized"))
        method = path[2]
        parameters = await _parameters(request)
        call = Call(method, parameters, time.monotonic(), index=len(self.calls))
        self.calls.append(call)
        if self.check:
            self._departures += schema.check(method, parameters)
        fault = self._fault(method, parameters) if self._rules else None
        if fault:
            if fault.delay:
                await asyncio.sleep(fault.delay)
            if fault.reset:
                return _reset(request)
            if fault.error:
                return self._finish(call, error=fault.error)
        try:
            if method.lower() == "getupdates":
                response = await self._get_updates(parameters, request)
                call.result = True
                self._notify(call)
            else:
                response = self._finish(call, self._dispatch(method, parameters))
        except ApiError as error:
            response = self._finish(call, error=error)
        return _reset(request) if fault and fault.lost_answer else response

    def _dispatch(self, method: str, parameters: Json) -> Any:
        name = method.lower()
        handler = self.account.handlers.get(name) or self._own.get(name)
        if handler is None:
            if self.check:
                self._departures.append(f"{method}: not served by the loopback server")
            raise ApiError(404, "Not Found")
        return handler(parameters)

    def _finish(
        self, call: Call, result: Any = None, error: ApiError | None = None
    ) -> web.Response:
        call.error = error
        # A copy of the top level: later edits of the message must not rewrite the record.
        call.result = dict(result) if isinstance(result, dict) else result
        self._notify(call)
        if error:
            return _error(error)
        return _ok(json.dumps(result, ensure_ascii=False))

    def _notify(self, call: Call) -> None:
        for event, method in self._watchers:
            if method == call.method:
                event.set()

    # Long polling

    async def _get_updates(self, parameters: Json, request: web.BaseRequest) -> web.Response:
        if self._webhook:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._dismiss_poller()
        if "allowed_updates" in parameters:
            self._allowed = parameters["allowed_updates"]
        offset = parameters.get("offset", 0)
        if offset < 0:
            offset = self._pending[max(offset, -len(self._pending))][0] if self._pending else 0
        while self._pending and self._pending[0][0] < offset:
            self._pending.popleft()
        deadline = time.monotonic() + parameters.get("timeout", 0)
        while not self._pending and (left := deadline - time.monotonic()) > 0:
            if await self._wait_for_updates(request, left):
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
        limit = min(max(parameters.get("limit", 100), 1), 100)
        updates = itertools.islice(self._pending, limit)
        return _ok(f"[{','.join(text for _, text in updates)}]")

    async def _wait_for_updates(self, request: web.BaseRequest, seconds: float) -> bool:
        """Wait for an update; True where another poller took over."""
        dismissed: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._poller = (request, dismissed)
        self._arrival.clear()
        arrival = asyncio.ensure_future(self._arrival.wait())
        try:
            await asyncio.wait(
                (arrival, dismissed), timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            arrival.cancel()
            if self._poller and self._poller[1] is dismissed:
                self._poller = None
        return dismissed.done()

    def _dismiss_poller(self) -> None:
        if self._poller and not self._poller[1].done():
            self._poller[1].set_result(True)

    # Webhook

    def _set_webhook(self, parameters: Json) -> bool:
        url = parameters.get("url", "")
        if not url:
            return self._delete_webhook(parameters)
        # As a self-hosted server: plain HTTP and any port will do.
        if not re.fullmatch(r"https?://[^\s/]+\S*", url):
            raise bad("bad webhook: invalid URL specified")
        secret = parameters.get("secret_token")
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        connections = parameters.get("max_connections", 40)
        if not 1 <= connections <= 100:
            raise bad("max_connections must be 1-100")
        if "allowed_updates" in parameters:
            self._allowed = parameters["allowed_updates"]
        if parameters.get("drop_pending_updates"):
            self._pending.clear()
        self._dismiss_poller()
        self._webhook = _Webhook(url, secret, connections)
        if self._courier is None:
            self._courier = asyncio.create_task(self._carry())
        self._arrival.set()
        return True

    def _delete_webhook(self, parameters: Json) -> bool:
        if parameters.get("drop_pending_updates"):
            self._pending.clear()
        self._webhook = None
        return True

    def _webhook_info(self, parameters: Json) -> Json:
        hook = self._webhook
        info: Json = {
            "url": hook.url if hook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._pending),
        }
        if hook:
            info["max_connections"] = hook.max_connections
            if hook.last_error:
                info |= {"last_error_date": int(time.time()), "last_error_message": hook.last_error}
        if self._allowed:
            info["allowed_updates"] = self._allowed
        return info

    async def _carry(self) -> None:
        """Deliver to the webhook what is pending, several at a time, until it is taken."""
        async with aiohttp.ClientSession() as session:
            while True:
                hook = self._webhook
                if hook is None or not self._pending:
                    self._arrival.clear()
                    await self._arrival.wait()
                    continue
                batch = list(itertools.islice(self._pending, hook.max_connections))
                taken = await asyncio.gather(
                    *(self._post(session, hook, text) for _, text in batch)
                )
                done = {number for (number, _), ok in zip(batch, taken, strict=True) if ok}
                self._pending = deque(pair for pair in self._pending if pair[0] not in done)
                if not all(taken):
                    await asyncio.sleep(self.retry_delay)

    async def _post(self, session: aiohttp.ClientSession, hook: _Webhook, update: str) -> bool:
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        try:
            async with session.post(hook.url, data=update.encode(), headers=headers) as response:
                self.deliveries.append(response.status)
                if response.ok:
                    return True
                hook.last_error = f"Wrong response from the webhook: {response.status}"
        except aiohttp.ClientError as error:
            self.deliveries.append(0)
            hook.last_error = f"Connection failed: {type(error).__name__}"
        return False


async def until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until a condition holds; TimeoutError where it does not in so many seconds."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 (any condition: nothing would set an event)
            await asyncio.sleep(0.005)


async def _parameters(request: web.BaseRequest) -> Json:
    """The parameters of a request in any of the four ways that the Bot API takes them."""
    parameters: Json = dict(request.query) if request.query_string else {}
    if request.content_type == "multipart/form-data":
        whole = request.clone(client_max_size=_UPLOAD_LIMIT)
        for name, value in (await whole.post()).items():
            if isinstance(value, web.FileField):
                with value.file as file:
                    parameters[name] = file.read()
            else:
                parameters[name] = value
    elif request.can_read_body:
        body = await request.text()
        if request.content_type == "application/json":
            parameters |= json.loads(body)
        else:
            parameters |= parse_qsl(body, keep_blank_values=True)
    return {name: _decoded(name, value) for name, value in parameters.items()}


def _decoded(name: str, value: Any) -> Any:
    if not isinstance(value, str) or name in _TEXTS:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def _ok(result: str) -> web.Response:
    return web.Response(text=f'{{"ok":true,"result":{result}}}', content_type="application/json")


def _error(error: ApiError) -> web.Response:
    answer: Json = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        answer["parameters"] = error.parameters
    return web.json_response(answer, status=error.code)


def _reset(request: web.BaseRequest) -> web.Response:
    """Break the connection; the response is never sent."""
    if request.transport:
        request.transport.abort()
    return web.Response()
