"""The way to Telegram's servers: python-telegram-bot's requests over one aiohttp session."""

from __future__ import annotations

import asyncio
import io
import json
import os
import urllib.request
from collections.abc import Mapping
from typing import Any, TypeAlias, cast

import aiohttp
from aiohttp.abc import AbstractStreamWriter
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

Seconds: TypeAlias = float | None

#: Bodies up to this size never wait for the network: they fit the transport's write buffer.
_BUFFERED = 64 * 1024
_JSON = {"Content-Type": "application/json"}
#: How every message ends of an error after which nothing can have been done.
_NOT_SENT = "; the request was not sent"
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}

_encode = json.JSONEncoder(separators=(",", ":")).encode


class AiohttpRequest(BaseRequest):
    """A BaseRequest with which an echo bot answers about three times as many updates a second
    as with HTTPXRequest (`python -m tests.bench_burst stock echo`).

    Parameters travel as one JSON document, which the Bot API takes as gladly as a form; files
    as multipart/form-data. Time-outs are in seconds, None for no limit, with the meaning and
    the defaults of HTTPXRequest. Proxies come from the environment (HTTP_PROXY, HTTPS_PROXY,
    ALL_PROXY, NO_PROXY); a loopback address is never proxied.

    Errors: TimedOut for every time-out, NetworkError for every other failure; the message ends
    with "the request was not sent" where no connection came about, so that it may be repeated.
    Neither messages nor tracebacks hold the URL, since the token is part of it.
    """

    __slots__ = ("_limit", "_media_write", "_proxies", "_session", "_timeouts")

    def __init__(
        self,
        connection_pool_size: int = 256,
        read_timeout: Seconds = 5.0,
        write_timeout: Seconds = 5.0,
        connect_timeout: Seconds = 5.0,
        pool_timeout: Seconds = 1.0,
        media_write_timeout: Seconds = 20.0,
    ) -> None:
        self._limit = connection_pool_size
        self._timeouts = (read_timeout, write_timeout, connect_timeout, pool_timeout)
        self._media_write = media_write_timeout
        self._session: aiohttp.ClientSession | None = None
        #: The proxy of each origin asked for so far, or None where it is reached directly.
        self._proxies: dict[tuple[str, str | None], str | None] = {}

    @property
    def read_timeout(self) -> Seconds:
        return self._timeouts[0]

    async def initialize(self) -> None:
        """Open the session, unless it is open."""
        if self._session is not None:
            return
        # Telegram resolves to few addresses that seldom change, and sets no cookies. Idle
        # connections are kept for longer than aiohttp's 15 s: between two questions of a quiet
        # chat lies more, and a new TLS handshake costs a visible part of the answer's time.
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=self._limit, ttl_dns_cache=300, keepalive_timeout=30
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Close the session and its connections, if it is open."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of one request. RuntimeError unless initialized."""
        session = self._session
        if session is None:
            raise RuntimeError("This AiohttpRequest is not initialized!")
        default = self.DEFAULT_NONE
        uploads = request_data is not None and request_data.contains_files
        read = self._timeouts[0] if read_timeout is default else read_timeout
        connect = self._timeouts[2] if connect_timeout is default else connect_timeout
        pool = self._timeouts[3] if pool_timeout is default else pool_timeout
        write = write_timeout
        if write is default:
            write = self._media_write if uploads else self._timeouts[1]

        data: bytes | io.BytesIO | _Upload | None = None
        headers: Mapping[str, str] | None = None
        total = None
        if request_data is not None and uploads:
            data = _Upload(request_data, write)
        elif request_data is not None:
            headers = _JSON
            data = document = _encode(request_data.parameters).encode()
            if len(document) > _BUFFERED:
                data = io.BytesIO(document)
                total = _sum(connect, pool, write, read)
        try:
            target = URL(url)
            async with session.request(
                method,
                target,
                data=data,
                headers=headers,
                proxy=self._proxy(target),
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(
                    total=total,
                    # aiohttp counts the wait for a free connection and the making of one as one.
                    connect=_sum(connect, pool),
                    sock_connect=connect,
                    sock_read=read,
                ),
            ) as response:
                return response.status, await response.read()
        # `from None`: aiohttp's own messages quote the URL, and with it the token.
        except aiohttp.ConnectionTimeoutError:
            raise TimedOut(f"Timed out: no connection{_NOT_SENT}") from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError) as error:
            raise NetworkError(_named(error) + _NOT_SENT) from None
        except (aiohttp.ClientError, ValueError) as error:
            raise NetworkError(_named(error)) from None

    def _proxy(self, url: URL) -> str | None:
        """The proxy for a URL. NetworkError where the environment names another kind."""
        origin = (url.scheme, url.host)
        if origin not in self._proxies:
            # aiohttp's trust_env would read the environment in a thread at every request.
            self._proxies[origin] = _environment_proxy(*origin)
        return self._proxies[origin]


class _Upload(aiohttp.MultipartWriter):
    """Parameters and files of a request; each wait for the network is limited by `timeout`."""

    def __init__(self, request_data: RequestData, timeout: Seconds) -> None:
        super().__init__("form-data")
        self._timeout = timeout
        for name, value in request_data.json_parameters.items():
            self.append(value).set_content_disposition("form-data", name=name)
        for name, (filename, content, media_type) in request_data.multipart_data.items():
            # A file object is sent piece by piece, bytes would go in one go.
            stream = io.BytesIO(content) if isinstance(content, bytes) else content
            part = self.append(stream, {"Content-Type": media_type})
            part.set_content_disposition("form-data", name=name, filename=filename)

    async def write(self, writer: AbstractStreamWriter, close_boundary: bool = True) -> None:
        timed = cast("AbstractStreamWriter", _TimedWriter(writer, self._timeout))
        await super().write(timed, close_boundary)


class _TimedWriter:
    """A stream writer that raises TimeoutError where one piece takes too long."""

    def __init__(self, writer: AbstractStreamWriter, timeout: Seconds) -> None:
        self._writer = writer
        self._timeout = timeout

    async def write(self, chunk: bytes) -> None:
        async with asyncio.timeout(self._timeout):
            await self._writer.write(chunk)


def _environment_proxy(scheme: str, host: str | None) -> str | None:
    if host is None or host in _LOOPBACK or urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if proxy and URL(proxy).scheme not in ("http", "https"):
        raise NetworkError("The proxy in the environment is no HTTP proxy; no other is supported")
    return proxy


def _sum(*timeouts: Seconds) -> Seconds:
    total = 0.0
    for timeout in timeouts:
        if timeout is None:
            return None
        total += timeout
    return total


def _named(error: Exception) -> str:
    """The class of an error and, where the system has one, the reason."""
    reason = None
    if isinstance(error, aiohttp.ClientConnectorError):
        reason = error.strerror
    elif isinstance(error, OSError) and error.errno:
        # aiohttp's own strerror quotes the URL here.
        reason = os.strerror(error.errno)
    return type(error).__name__ + (f": {reason}" if reason else "")
