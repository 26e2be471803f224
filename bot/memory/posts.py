"""Posts: what a chat wants to be posted every day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlite_utils import Database

Kind = Literal["daily", "today"]


@dataclass(frozen=True, slots=True)
class Post:
    """The question of the day (``daily``) or the anniversaries (``today``) of a chat."""

    chat: int
    kind: Kind
    #: The topic of a forum; 0 outside of any.
    thread: int
    #: HH:MM by the clock of the zone (an IANA name).
    time: str
    zone: str
    #: The day on which it was posted last, there; YYYY-MM-DD, or nothing.
    last: str = ""


class Posts:
    """The posts' part of memory.db, on the connection of a Memory."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> list[Post]:
        rows = self._db.execute("SELECT chat, kind, thread, time, zone, last FROM posts")
        return [Post(*row) for row in rows.fetchall()]

    def of(self, chat: int, kind: Kind) -> Post | None:
        return next((p for p in self.all() if (p.chat, p.kind) == (chat, kind)), None)

    def set(self, post: Post) -> None:
        with self._db.atomic():
            self._db.execute(
                "INSERT OR REPLACE INTO posts (chat, kind, thread, time, zone, last) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                [post.chat, post.kind, post.thread, post.time, post.zone, post.last],
            )

    def was_posted(self, post: Post, day: str) -> None:
        """Note that it was posted on a day (YYYY-MM-DD)."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE posts SET last = ? WHERE chat = ? AND kind = ?", [day, post.chat, post.kind]
            )

    def end(self, chat: int, kind: Kind) -> None:
        with self._db.atomic():
            self._db.execute("DELETE FROM posts WHERE chat = ? AND kind = ?", [chat, kind])
