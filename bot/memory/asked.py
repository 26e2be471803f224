"""Questions as they were asked: rows of memory.db."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields

from sqlite_utils import Database

from bot.trivia.items import Item


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a round as it stands in memory."""

    id: int
    round: int
    number: int
    item: Item
    #: Its words as they were sent.
    text: str
    #: Id of the message; 0 where it is not known.
    message: int
    asked: float
    deadline: float
    #: When it ended; 0 while it is open.
    closed: float


def find(db: Database, where: str, *values: object) -> list[Asked]:
    """The questions of which a condition in SQL is true."""
    names = [field.name for field in fields(Asked)]
    rows = db.execute(f"SELECT {', '.join(names)} FROM questions WHERE {where}", values)
    found = (dict(zip(names, row, strict=True)) for row in rows.fetchall())
    return [Asked(**(row | {"item": _item(row["item"])})) for row in found]


def of_poll(db: Database, poll: str) -> Asked | None:
    """The question of a poll, or of a message with buttons."""
    found = find(db, "id = (SELECT question FROM polls WHERE id = ?)", poll)
    return found[0] if found else None


def _item(text: str) -> Item:
    content = json.loads(text)
    for name in ("options", "tells", "accepted"):
        content[name] = tuple(content[name])
    return Item(**content)
