"""Asking Wikidata's query service: politely, and again where it fails."""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import TypeVar

import aiohttp

from bot.errors import UserError
from bot.knowledge.wikidata.queries import Row

T = TypeVar("T")

_LOG = logging.getLogger(__name__)

#: Bytes of an answer: no batch comes near, the list of all items has a few million.
LARGEST = 100_000_000
#: Answers after which it is worth trying again.
_PASSING = {429, 500, 502, 503, 504}
_SPARQL = {"Accept": "application/sparql-results+json"}


class ServiceError(UserError):
    """The service cannot be reached or gives no answer that can be read."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How hard the service is pressed; seconds.

    It grants a client 60 seconds of its time a minute. It is left alone for as long as the last
    answer took (and ``rest`` at least), so that half of that is never exceeded.
    """

    rest: float = 0.1
    #: The pause before the second attempt; it doubles with each further one.
    first: float = 2.0
    longest: float = 120.0
    attempts: int = 7
    #: Its own limit is 60 seconds; after so many time-outs a question is too large.
    timeout: float = 90.0
    timeouts: int = 2
    #: A Retry-After beyond this is not waited for.
    patience: float = 900.0


class _PassingError(Exception):
    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


class TooMuchError(ServiceError):
    """The service ran out of time again: the question may be too large."""


class Service:
    """An open way to the service at ``url``."""

    def __init__(self, url: str, contact: str, pace: Pace) -> None:
        """``contact`` (an e-mail or web address) is told to the service with each question, as
        Wikimedia's User-Agent policy asks of programs."""
        self._url, self._pace = url, pace
        self._free = 0.0
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=pace.timeout, sock_connect=20.0),
            headers={"User-Agent": user_agent(contact), **_SPARQL},
            trust_env=True,
        )

    async def __aenter__(self) -> Service:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def rows(self, query: str, read: Callable[[Row], T]) -> list[T]:
        """What ``read`` makes of each row of the answer; ServiceError after so many attempts."""
        pause, reason, timeouts = self._pace.first, "", 0
        for attempt in range(1, self._pace.attempts + 1):
            await asyncio.sleep(max(0.0, self._free - time.monotonic()))
            started = time.monotonic()
            try:
                return await self._ask(query, read)
            except _PassingError as error:
                reason, wait = str(error), max(pause, error.wait)
            except aiohttp.ClientError as error:
                reason, wait = str(error) or type(error).__name__, pause
            except TimeoutError as error:
                reason, wait, timeouts = "no answer in time", pause, timeouts + 1
                if timeouts == self._pace.timeouts:
                    raise TooMuchError(self._sentence(reason)) from error
            finally:
                now = time.monotonic()
                self._free = now + max(self._pace.rest, now - started)
            if wait > self._pace.patience:
                break
            if attempt < self._pace.attempts:
                _LOG.warning("%s; trying again in %.0f s.", reason, wait)
                await asyncio.sleep(wait)
            pause = min(2 * pause, self._pace.longest)
        raise ServiceError(self._sentence(reason))

    async def _ask(self, query: str, read: Callable[[Row], T]) -> list[T]:
        async with self._session.post(self._url, data={"query": query}) as response:
            body = await _body(response)
        if response.status in _PASSING:
            if response.status != 429 and b"TimeoutException" in body:
                raise TimeoutError
            wait = _seconds(response.headers.get("Retry-After", ""))
            raise _PassingError(f"it answers {response.status} {response.reason}", wait)
        if response.status != 200:
            raise ServiceError(
                f"{self._url} refuses the question ({response.status} {response.reason}); "
                "WIKIDATA_URL and WIKIDATA_CONTACT say whom and as whom to ask."
            )
        try:
            found = json.loads(body)["results"]["bindings"]
            return [read(row) for row in found]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            kind = response.headers.get("Content-Type", "nothing").partition(";")[0]
            raise _PassingError(
                f"its answer ({kind}) is cut or in another form ({error!r})"
            ) from error

    def _sentence(self, reason: str) -> str:
        return (
            f"The refresh from {self._url} did not come to its end: {reason}. What has come so far "
            "is kept; `data refresh` goes on from there. The store is as it was."
        )


def user_agent(contact: str) -> str:
    """Name, version and contact: https://foundation.wikimedia.org/wiki/Policy:User-Agent_policy."""
    try:
        number = version("twin-town-bot")
    except PackageNotFoundError:
        number = "0"
    about = f" ({contact})" if contact else ""
    return f"twin-town-bot/{number}{about} aiohttp/{aiohttp.__version__}"


async def _body(response: aiohttp.ClientResponse) -> bytes:
    parts, size = list[bytes](), 0
    async for part in response.content.iter_chunked(1 << 18):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise _PassingError(f"its answer has more than {LARGEST / 1e6:.0f} MB")
    return b"".join(parts)


def _seconds(retry_after: str) -> float:
    """Retry-After as seconds from now: a number or a date; 0 where it says nothing."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        when = email.utils.parsedate_to_datetime(retry_after)
        return max(0.0, (when - dt.datetime.now(dt.UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0
