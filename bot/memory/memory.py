"""Memory: what has to survive a restart."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlite_utils import Database

from bot.errors import UserError
from bot.memory.games import Games
from bot.memory.migrations import known, migrations
from bot.memory.posts import Posts
from bot.memory.record import Record

FILE = "memory.db"


class UnusableMemoryError(UserError):
    """memory.db cannot be used; the sentence says what to do. It is left as it was found."""


Starters = Literal["everyone", "administrators"]


@dataclass(frozen=True, slots=True)
class Chat:
    """What a chat has set; None where it has not."""

    #: GeoNames id of the home city.
    home: int | None = None
    #: Code of the language of answers.
    language: str | None = None
    #: Of the game: seconds for a question, level of difficulty (1 to 3), who may start a round.
    seconds: int | None = None
    level: int | None = None
    starters: Starters | None = None


_SET = tuple(field.name for field in fields(Chat))


class Memory:
    """memory.db in a folder. It belongs to the thread that opened it."""

    def __init__(self, folder: Path) -> None:
        """Open it, after making the folder, the file or its newest shape where they are missing.

        UnusableMemoryError where that cannot be done.
        """
        path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=1)
        except (OSError, sqlite3.Error) as error:
            raise UnusableMemoryError(
                f"{path} cannot be opened ({_cause(error)}): set BOT_HOME to a folder in which "
                "the bot may write."
            ) from error
        try:
            self._db = Database(connection)
            self._prepare(path)
            self.record, self.posts = Record(self._db), Posts(self._db)
            self.games = Games(self._db, self.record)
        except sqlite3.OperationalError as error:
            connection.close()
            raise UnusableMemoryError(
                f"{path} cannot be written ({_cause(error)}): set BOT_HOME to a folder in which "
                "the bot may write."
            ) from error
        except sqlite3.DatabaseError as error:
            connection.close()
            raise UnusableMemoryError(
                f"{path} is damaged ({_cause(error)}): put a copy of it in its place, or move it "
                "away to begin anew."
            ) from error
        except UnusableMemoryError:
            connection.close()
            raise

    def _prepare(self, path: Path) -> None:
        (found,) = self._db.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found.splitlines()[-1])
        if not known().issuperset(step.name for step in migrations.applied(self._db)):
            raise UnusableMemoryError(
                f"{path} was written by a newer version of the bot: install that version, or set "
                "BOT_HOME to another folder."
            )
        self._db.enable_wal()
        # What was committed survives the end of the process, though not that of the machine:
        # an answer costs no wait for the disk.
        self._db.execute("PRAGMA synchronous = NORMAL")
        migrations.apply(self._db)
        # All may be in place in a file that cannot be written: ask before a person does.
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute("ROLLBACK")

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def chat(self, chat: int) -> Chat:
        """What a chat has set, by its Telegram id."""
        row = self._db.execute(
            f"SELECT {', '.join(_SET)} FROM chats WHERE id = ?", [chat]
        ).fetchone()
        return Chat(*row) if row else Chat()

    def set_home(self, chat: int, home: int | None) -> None:
        """The home city of a chat (a GeoNames id), or None for the bot's own."""
        self._set(chat, home=home)

    def set_language(self, chat: int, language: str | None) -> None:
        """The language of a chat's answers, or None for each person's own."""
        self._set(chat, language=language)

    def set_seconds(self, chat: int, seconds: int) -> None:
        """How long a question of the game may be answered in a chat."""
        self._set(chat, seconds=seconds)

    def set_level(self, chat: int, level: int) -> None:
        """How difficult the game is in a chat: 1 to 3."""
        self._set(chat, level=level)

    def set_starters(self, chat: int, starters: Starters) -> None:
        """Who may start a round in a chat."""
        self._set(chat, starters=starters)

    def _set(self, chat: int, **values: int | str | None) -> None:
        self._db.table("chats").upsert({"id": chat, **values}, pk="id")

    def migrate(self, old: int, new: int) -> None:
        """Carry over what a group has set to the supergroup that it became.

        Telegram says so up to three times: what was carried over already, or set in the
        supergroup since, stays.
        """
        with self._db.atomic():
            self.games.migrate(old, new)
            before, after = asdict(self.chat(old)), asdict(self.chat(new))
            if all(value is None for value in before.values()):
                return
            kept = {n: before[n] if value is None else value for n, value in after.items()}
            self._set(new, **kept)
            self._db.table("chats").delete(old)

    def note(self, key: str) -> str | None:
        """What was noted under a key."""
        row = self._db.execute("SELECT value FROM notes WHERE key = ?", [key]).fetchone()
        return row[0] if row else None

    def set_note(self, key: str, value: str) -> None:
        self._db.table("notes").upsert({"key": key, "value": value}, pk="key")


def _cause(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
