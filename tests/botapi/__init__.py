"""A small Bot API server on loopback for whole-process tests: see server.py."""

from tests.botapi.faults import ApiError, Fault
from tests.botapi.server import TOKEN, BotApiServer, Call, until
from tests.botapi.updates import ADA, DENIZ, FORUM, GROUP, Group, User

__all__ = [
    "ADA",
    "DENIZ",
    "FORUM",
    "GROUP",
    "TOKEN",
    "ApiError",
    "BotApiServer",
    "Call",
    "Fault",
    "Group",
    "User",
    "until",
]
