"""The shape of memory.db, as numbered steps: a step that was released is never changed."""

from __future__ import annotations

from contextlib import closing

from sqlite_utils import Database, Migrations

migrations = Migrations("memory")


@migrations()
def m001_chats(db: Database) -> None:
    """What a chat has set, by its Telegram id; NULL where it has not."""
    db.table("chats").create({"id": int, "home": int, "language": str}, pk="id", strict=True)


@migrations()
def m002_notes(db: Database) -> None:
    """What the bot has to remember of itself, such as the menus it has registered."""
    db.table("notes").create({"key": str, "value": str}, pk="key", strict=True)


def known() -> frozenset[str]:
    """The names of all steps."""
    with closing(Database(memory=True)) as empty:
        return frozenset(step.name for step in migrations.pending(empty))
