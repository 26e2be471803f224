"""What can go wrong between a bot and Telegram, to order for a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """An answer with ``ok: false``, as the Bot API words it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(description: str) -> ApiError:
    """400, the answer to a request that breaks a rule."""
    return ApiError(400, f"Bad Request: {description}")


@dataclass(frozen=True)
class Fault:
    """One mishap. `delay` seconds pass first, then the request is reset, refused or handled."""

    error: ApiError | None = None
    #: Seconds before the request is looked at.
    delay: float = 0.0
    #: The connection breaks and nothing was done.
    reset: bool = False
    #: The request is carried out, but the connection breaks before the answer.
    lost_answer: bool = False

    @classmethod
    def flood(cls, retry_after: int) -> Fault:
        """429: too many requests, try again after whole seconds."""
        description = f"Too Many Requests: retry after {retry_after}"
        return cls(ApiError(429, description, retry_after=retry_after))

    @classmethod
    def bad_gateway(cls) -> Fault:
        return cls(ApiError(502, "Bad Gateway"))

    @classmethod
    def blocked(cls) -> Fault:
        return cls(ApiError(403, "Forbidden: bot was blocked by the user"))

    @classmethod
    def kicked(cls) -> Fault:
        return cls(ApiError(403, "Forbidden: bot was kicked from the group chat"))

    @classmethod
    def migrated(cls, chat_id: int) -> Fault:
        """The group became the supergroup `chat_id`."""
        description = "Bad Request: group chat was upgraded to a supergroup chat"
        return cls(ApiError(400, description, migrate_to_chat_id=chat_id))

    @classmethod
    def broken(cls) -> Fault:
        return cls(reset=True)

    @classmethod
    def lost(cls) -> Fault:
        return cls(lost_answer=True)

    @classmethod
    def slow(cls, seconds: float) -> Fault:
        return cls(delay=seconds)


@dataclass
class Rule:
    """A Fault for the next `times` calls (None: all) of a method, or of any where it is ``*``."""

    method: str
    fault: Fault
    times: int | None = 1
    when: Callable[[Json], bool] | None = None
    #: How many calls it has hit.
    hits: int = field(default=0, init=False)

    def applies(self, method: str, parameters: Json) -> bool:
        return (
            self.method in ("*", method)
            and (self.times is None or self.hits < self.times)
            and (self.when is None or self.when(parameters))
        )
