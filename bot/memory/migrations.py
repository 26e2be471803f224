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


@migrations()
def m003_games(db: Database) -> None:
    """Rounds, what was asked in them and who answered what. Times are seconds since the epoch."""
    for column, kind in (("seconds", int), ("level", int), ("starters", str)):
        db.table("chats").add_column(column, kind)
    db.table("rounds").create(
        {
            "id": int,
            "chat": int,
            "thread": int,
            "starter": int,
            "command": int,
            "mode": str,
            "subject": str,
            "level": int,
            "language": str,
            "seed": str,
            "seconds": int,
            "total": int,
            "number": int,
            "state": str,
            "due": float,
            "asked": float,
            "hints": int,
            "silent": int,
            "failures": int,
            "end": str,
            "begun": float,
            "notice": int,
        },
        pk="id",
        not_null={"chat", "thread", "state", "due"},
        strict=True,
    )
    # One round a topic at a time; the question of the day is beside it. And one round a command,
    # however often that is delivered.
    db.execute(
        "CREATE UNIQUE INDEX rounds_played ON rounds (chat, thread) "
        "WHERE state != 'over' AND mode != 'daily'"
    )
    db.execute("CREATE UNIQUE INDEX rounds_by_command ON rounds (chat, command) WHERE command")
    db.execute("CREATE INDEX rounds_due ON rounds (due) WHERE state != 'over'")
    db.table("questions").create(
        {
            "id": int,
            "round": int,
            "number": int,
            "key": str,
            "item": str,
            "text": str,
            "message": int,
            "asked": float,
            "deadline": float,
            "closed": float,
        },
        pk="id",
        foreign_keys=[("round", "rounds", "id")],
        strict=True,
    )
    # A question that Telegram did not take is asked again under its number.
    db.table("questions").create_index(["round", "number"], unique=True)
    # A question may have more than one: of a poll whose sending was thought to have failed.
    db.table("polls").create(
        {"id": str, "question": int}, pk="id", foreign_keys=[("question", "questions", "id")],
        strict=True,
    )  # fmt: skip
    db.table("polls").create_index(["question"])
    db.table("players").create({"id": int, "name": str, "hidden": int}, pk="id", strict=True)
    # Only added to, but for those who want to be forgotten.
    db.table("answers").create(
        {
            "question": int,
            "player": int,
            "poll": str,
            "option": int,
            "correct": int,
            "points": int,
            "seconds": float,
            "at": float,
            "late": int,
        },
        pk=("question", "player"),
        foreign_keys=[("question", "questions", "id")],
        strict=True,
    )
    db.table("answers").create_index(["poll", "player"], unique=True)
    db.table("answers").create_index(["player"])
    # Wrong names, each once.
    db.table("guesses").create(
        {"question": int, "player": int, "name": str},
        pk=("question", "player", "name"),
        foreign_keys=[("question", "questions", "id")],
        strict=True,
    )
    # Answers to polls that nobody knows of yet.
    db.table("parked").create(
        {"poll": str, "player": int, "name": str, "option": int, "at": float},
        pk=("poll", "player"),
        strict=True,
    )
    # What is posted every day: the question of the day, the anniversaries.
    db.table("posts").create(
        {
            "chat": int,
            "kind": str,
            "thread": int,
            "time": str,
            "zone": str,
            "last": str,
        },
        pk=("chat", "kind"),
        strict=True,
    )


def known() -> frozenset[str]:
    """The names of all steps."""
    with closing(Database(memory=True)) as empty:
        return frozenset(step.name for step in migrations.pending(empty))
