"""AiohttpRequest: what reaches Telegram, and what a broken line turns into."""

from __future__ import annotations

import asyncio
import inspect
import io
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.error import ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram.transport import AiohttpRequest
from tests.botapi import ADA, BotApiServer, Fault

SECRET = "123456:the-token-nobody-may-see"
Connection = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@pytest.fixture
async def telegram() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as server:
        server.add_chat(ADA.chat)
        yield server


@asynccontextmanager
async def bot_at(url: str, request: AiohttpRequest, token: str) -> AsyncIterator[ExtBot[None]]:
    bot: ExtBot[None] = ExtBot(
        token,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=request,
        get_updates_request=AiohttpRequest(1),
    )
    async with bot:
        yield bot


@pytest.fixture
async def bot(telegram: BotApiServer) -> AsyncIterator[ExtBot[None]]:
    async with bot_at(telegram.url, AiohttpRequest(), telegram.token) as bot:
        yield bot


@asynccontextmanager
async def line(answer: Connection) -> AsyncIterator[str]:
    """The address of a server that treats each connection as `answer` does."""
    open_connections: list[asyncio.StreamWriter] = []

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        open_connections.append(writer)
        await answer(reader, writer)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot{SECRET}/sendMessage"
    finally:
        server.close()
        for writer in open_connections:
            writer.transport.abort()
        await server.wait_closed()


def parameters(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, v) for name, v in values.items()])


async def never(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Accepts, and neither reads nor answers."""


# What reaches Telegram


async def test_parameters_arrive_as_they_were_meant(
    telegram: BotApiServer, bot: ExtBot[None]
) -> None:
    button = InlineKeyboardButton("Köln & Co.", callback_data="place-p1")
    message = await bot.send_message(
        ADA.id,
        "<b>İstanbul</b> – Köln 🎈",
        parse_mode="HTML",
        disable_notification=True,
        reply_markup=InlineKeyboardMarkup([[button]]),
    )
    assert message.text == "İstanbul – Köln 🎈"
    assert telegram.called("sendMessage")[0].parameters == {
        "chat_id": ADA.id,
        "text": "<b>İstanbul</b> – Köln 🎈",
        "parse_mode": "HTML",
        "disable_notification": True,
        "reply_markup": {"inline_keyboard": [[button.to_dict()]]},
    }
    assert telegram.violations == []


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=200), min_size=1, max_size=10))
def test_any_text_arrives_unchanged(texts: list[str]) -> None:
    async def play() -> list[object]:
        async with BotApiServer() as server, AiohttpRequest() as request:
            for text in texts:
                url = f"{server.url}/bot{server.token}/sendMessage"
                await request.do_request(url, "POST", parameters(chat_id=ADA.id, text=text))
            return [call.parameters["text"] for call in server.calls]

    assert asyncio.run(play()) == texts


@pytest.mark.parametrize("attach", [False, True], ids=["as the parameter", "attached"])
@pytest.mark.parametrize("size", [5, 3_000_000])
@pytest.mark.parametrize("as_file", [False, True], ids=["bytes", "file"])
async def test_a_file_is_uploaded_beside_its_parameters(
    telegram: BotApiServer, bot: ExtBot[None], size: int, as_file: bool, attach: bool
) -> None:
    content = b"\x00\xffmap"[:size] * (size // 5)
    file = InputFile(
        io.BytesIO(content) if as_file else content,
        filename="Kölner Karte.png",
        attach=attach,
        read_file_handle=False,
    )
    data = parameters(chat_id=ADA.id, caption="Köln", document=file)
    await bot.request.post(f"{telegram.url}/bot{telegram.token}/sendDocument", data)
    sent = telegram.called("sendDocument")[0].parameters
    assert (sent["chat_id"], sent["caption"]) == (ADA.id, "Köln")
    if attach:
        assert sent["document"] == file.attach_uri
        assert sent[str(file.attach_name)] == content
    else:
        assert sent["document"] == content


async def test_a_connection_is_used_again_and_names_the_client() -> None:
    connections: list[list[bytes]] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append([])
        while head := await reader.readuntil(b"\r\n\r\n"):
            connections[-1].append(head)
            await reader.readexactly(len(b'{"text":"?"}'))
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    async with AiohttpRequest() as request, line(answer) as url:
        for _ in range(5):
            assert await request.do_request(url, "POST", parameters(text="?")) == (200, b"{}")
    assert [len(heads) for heads in connections] == [5]
    assert f"User-Agent: {request.USER_AGENT}\r\n".encode() in connections[0][0]


async def test_a_file_is_fetched() -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"GET ")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\x00map")

    async with AiohttpRequest() as request, line(answer) as url:
        assert await request.retrieve(url) == b"\x00map"


# Time-outs


def test_time_outs_are_those_of_the_stock_transport() -> None:
    ours = inspect.signature(AiohttpRequest).parameters
    stock = inspect.signature(HTTPXRequest).parameters
    assert {n: p.default for n, p in ours.items()} == {n: stock[n].default for n in ours}
    assert AiohttpRequest(read_timeout=7).read_timeout == 7


@pytest.mark.parametrize("per_request", [True, False], ids=["of the request", "by default"])
async def test_no_answer_in_time(per_request: bool) -> None:
    async with (
        AiohttpRequest(read_timeout=60 if per_request else 0.05) as request,
        line(never) as url,
    ):
        with pytest.raises(TimedOut):
            if per_request:
                await request.do_request(url, "POST", parameters(text="?"), read_timeout=0.05)
            else:
                await request.do_request(url, "POST", parameters(text="?"))


async def test_no_free_connection_in_time(telegram: BotApiServer) -> None:
    request = AiohttpRequest(1, connect_timeout=0.05, pool_timeout=0.05)
    async with bot_at(telegram.url, request, telegram.token) as bot:
        telegram.fail("sendMessage", Fault.slow(0.5))
        first = asyncio.create_task(bot.send_message(ADA.id, "first"))
        await asyncio.sleep(0)
        with pytest.raises(TimedOut, match=r"; the request was not sent$"):
            await bot.send_message(ADA.id, "second")
        assert (await first).text == "first"
    assert len(telegram.called("sendMessage")) == 1


@pytest.mark.parametrize("upload", [True, False], ids=["a file", "a long text"])
async def test_a_line_that_takes_nothing_in(upload: bool) -> None:
    many = 40_000_000
    data = parameters(document=InputFile(bytes(many))) if upload else parameters(text="x" * many)
    request = AiohttpRequest(
        read_timeout=0.1,
        connect_timeout=0.1,
        pool_timeout=0.1,
        write_timeout=60 if upload else 0.1,
        media_write_timeout=0.1 if upload else 60,
    )
    async with request, line(never) as url:
        with pytest.raises(TimedOut):
            await request.do_request(url, "POST", data)


async def test_an_upload_may_take_long_while_it_moves() -> None:
    """The write time-out limits each wait, not the whole upload."""
    size = 16_000_000
    taken = 0

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal taken
        while taken < size:
            taken += len(await reader.read(1_000_000))
            await asyncio.sleep(0.01)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    async with AiohttpRequest(media_write_timeout=0.15) as request, line(answer) as url:
        data = parameters(document=InputFile(bytes(size)))
        assert await request.do_request(url, "POST", data) == (200, b"{}")


# Everything else that breaks


async def broken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.transport.abort()


async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"SMTP ready\r\n\r\n")


async def cut_short(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")
    writer.close()


def shown(error: BaseException) -> str:
    """All that a log would hold of an error."""
    return str(error) + "".join(traceback.format_exception(error))


@pytest.mark.parametrize(
    ("behaviour", "named"),
    [
        (broken, "ServerDisconnectedError|ClientOSError"),
        (babble, "ClientResponseError"),
        (cut_short, "ClientPayloadError"),
    ],
)
async def test_a_broken_line_is_a_network_error_that_names_its_class(
    behaviour: Connection, named: str
) -> None:
    async with AiohttpRequest() as request, line(behaviour) as url:
        with pytest.raises(NetworkError, match=named) as caught:
            await request.do_request(url, "POST", parameters(text="?"))
    assert not isinstance(caught.value, TimedOut)
    assert "not sent" not in str(caught.value)
    assert SECRET not in shown(caught.value)


@pytest.mark.parametrize(
    ("root", "named"),
    [
        ("http://127.0.0.1:9", "ClientConnectorError: .*; the request was not sent$"),
        ("http://telegram.invalid", "ClientConnectorDNSError.*; the request was not sent$"),
        ("http://[", "InvalidU|ValueError"),
        ("ftp://telegram.invalid", "NonHttpUrl"),
        ("telegram.invalid", "InvalidU|NonHttpUrl"),
    ],
)
async def test_an_address_that_leads_nowhere(root: str, named: str) -> None:
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError, match=named) as caught:
            await request.do_request(f"{root}/bot{SECRET}/getMe", "POST")
    assert SECRET not in shown(caught.value)


async def test_a_time_out_does_not_show_the_token() -> None:
    async with AiohttpRequest(read_timeout=0.05) as request, line(never) as url:
        with pytest.raises(TimedOut) as caught:
            await request.do_request(url, "POST", parameters(text="?"))
    assert SECRET not in shown(caught.value)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.flood(3), RetryAfter),
        (Fault.blocked(), Forbidden),
        (Fault.migrated(-1002), ChatMigrated),
        (Fault.bad_gateway(), NetworkError),
        (Fault.broken(), NetworkError),
    ],
)
async def test_what_telegram_refuses_is_the_error_of_python_telegram_bot(
    telegram: BotApiServer, bot: ExtBot[None], fault: Fault, error: type[Exception]
) -> None:
    telegram.fail("sendMessage", fault)
    with pytest.raises(error):
        await bot.send_message(ADA.id, "?")


async def test_a_message_whose_answer_was_lost_is_not_sent_again(
    telegram: BotApiServer, bot: ExtBot[None]
) -> None:
    telegram.fail("sendMessage", Fault.lost())
    with pytest.raises(NetworkError):
        await bot.send_message(ADA.id, "?")
    assert len(telegram.called("sendMessage")) == 1


# Opening and closing


async def test_opening_and_closing_may_be_repeated(telegram: BotApiServer) -> None:
    request = AiohttpRequest()
    url = f"{telegram.url}/bot{telegram.token}/getMe"
    await request.shutdown()
    for _ in range(2):
        await request.initialize()
        await request.initialize()
        assert (await request.do_request(url, "POST"))[0] == 200
        await request.shutdown()
        await request.shutdown()
        with pytest.raises(RuntimeError, match="not initialized"):
            await request.do_request(url, "POST")


# Proxies


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return monkeypatch


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY"])
async def test_a_proxy_of_the_environment_is_used(
    telegram: BotApiServer, environment: pytest.MonkeyPatch, variable: str
) -> None:
    """Telegram's stand-in plays the proxy: the name of the host leads nowhere."""
    environment.setenv(variable, telegram.url)
    async with bot_at("http://telegram.invalid", AiohttpRequest(), telegram.token):
        assert telegram.called("getMe")


async def test_the_environment_can_except_a_host(
    telegram: BotApiServer, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("HTTP_PROXY", telegram.url)
    environment.setenv("NO_PROXY", "telegram.invalid")
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError, match="ClientConnector"):
            await request.do_request(f"http://telegram.invalid/bot{SECRET}/getMe", "POST")
    assert not telegram.calls


async def test_this_machine_is_reached_without_a_proxy(
    telegram: BotApiServer, environment: pytest.MonkeyPatch
) -> None:
    environment.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with bot_at(telegram.url, AiohttpRequest(), telegram.token) as bot:
        assert (await bot.get_me()).is_bot


async def test_a_proxy_that_refuses(environment: pytest.MonkeyPatch) -> None:
    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 407 Who are you?\r\nContent-Length: 0\r\n\r\n")

    async with AiohttpRequest() as request, line(refuse) as url:
        environment.setenv("HTTPS_PROXY", url.partition("/bot")[0])
        with pytest.raises(NetworkError, match=r"Proxy.*; the request was not sent$") as caught:
            await request.do_request(f"https://telegram.invalid/bot{SECRET}/getMe", "POST")
    assert SECRET not in shown(caught.value)


async def test_only_http_proxies_are_supported(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("ALL_PROXY", "socks5://127.0.0.1:9")
    async with AiohttpRequest() as request:
        with pytest.raises(NetworkError, match="HTTP proxy"):
            await request.do_request("http://telegram.invalid/", "POST")
