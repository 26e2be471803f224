"""Games: the rounds and what was asked in them. Each event is a transaction; times are seconds
since the epoch."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import Any, cast

from sqlite_utils import Database

from bot.memory.asked import Asked, find, of_poll
from bot.memory.record import Record
from bot.trivia.items import Item
from bot.trivia.round import Round
from bot.trivia.subjects import Subject

#: Items of a chat that are not asked again.
REMEMBERED = 200

_ROUND = tuple(field.name for field in fields(Round))


class Games:
    """The game's part of memory.db, on the connection of a Memory."""

    def __init__(self, db: Database, record: Record) -> None:
        self._db, self._record = db, record

    # Rounds

    def begin(self, round: Round, command: int, now: float) -> Round | None:
        """Put a new round in; None where one is played there, or the command began one before."""
        known = self._db.execute(
            "SELECT 1 FROM rounds WHERE chat = :chat AND ((:command AND command = :command) OR "
            "(thread = :thread AND state != 'over' AND mode != 'daily' AND :mode != 'daily'))",
            {"chat": round.chat, "command": command, "thread": round.thread, "mode": round.mode},
        ).fetchone()
        if known:
            return None
        row = _row(round) | {"command": command, "begun": now, "notice": 0}
        del row["id"]
        with self._db.atomic():
            number = cast(int, self._db.table("rounds").insert(row).last_pk)
        return replace(round, id=number)

    def begun(self, chat: int, command: int) -> bool:
        """Whether a command has begun a round already."""
        row = self._db.execute(
            "SELECT 1 FROM rounds WHERE chat = ? AND command = ?", [chat, command]
        ).fetchone()
        return row is not None

    def command(self, round: int) -> int:
        """Id of the message that ordered a round; 0 where it is not known any more."""
        row = self._db.execute("SELECT command FROM rounds WHERE id = ?", [round]).fetchone()
        return int(row[0]) if row else 0

    def round(self, number: int) -> Round | None:
        rows = self._rounds("id = ?", number)
        return rows[0] if rows else None

    def played(self, chat: int, thread: int) -> Round | None:
        """The round that is played in a topic of a chat."""
        rows = self._rounds(
            "chat = ? AND thread = ? AND state != 'over' AND mode != 'daily'", chat, thread
        )
        return rows[0] if rows else None

    def due(self, now: float) -> list[Round]:
        """The rounds for which the time has come."""
        return self._rounds("state != 'over' AND due <= ?", now)

    def next_due(self) -> float | None:
        """When the time comes for the next round."""
        row = self._db.execute("SELECT min(due) FROM rounds WHERE state != 'over'").fetchone()
        return None if row[0] is None else float(row[0])

    def going_on(self) -> list[Round]:
        """All rounds that are not over."""
        return self._rounds("state != 'over'")

    def daily(self, chat: int) -> Round | None:
        """The last question of the day of a chat."""
        rows = self._rounds("chat = ? AND mode = 'daily' ORDER BY id DESC LIMIT 1", chat)
        return rows[0] if rows else None

    def save(self, round: Round) -> None:
        """The round as it is now."""
        row = _row(round)
        columns = ", ".join(f"{name} = :{name}" for name in row if name != "id")
        with self._db.atomic():
            self._db.execute(f"UPDATE rounds SET {columns} WHERE id = :id", row)

    def notice(self, round: int) -> int:
        """Id of the message that began a round; 0 where there is none."""
        row = self._db.execute("SELECT notice FROM rounds WHERE id = ?", [round]).fetchone()
        return int(row[0]) if row else 0

    def set_notice(self, round: int, message: int) -> None:
        with self._db.atomic():
            self._db.execute("UPDATE rounds SET notice = ? WHERE id = ?", [message, round])

    def _rounds(self, where: str, *values: object) -> list[Round]:
        rows = self._db.execute(f"SELECT {', '.join(_ROUND)} FROM rounds WHERE {where}", values)
        found = (dict(zip(_ROUND, row, strict=True)) for row in rows.fetchall())
        return [Round(**(row | {"subject": Subject.parse(row["subject"])})) for row in found]

    # Questions

    def ask(self, round: Round, item: Item, text: str, deadline: float) -> Asked:
        """A round asks an item: both or neither are in memory afterwards."""
        with self._db.atomic():
            self.save(round)
            # A refused question is asked again under its number, in other words perhaps.
            self._db.execute(
                "INSERT INTO questions (round, number, key, item, text, message, asked, deadline, "
                "closed) VALUES (?, ?, ?, ?, ?, 0, ?, ?, 0) ON CONFLICT (round, number) DO UPDATE "
                "SET key = excluded.key, item = excluded.item, text = excluded.text, "
                "asked = excluded.asked, deadline = excluded.deadline",
                [round.id, round.number, item.key, json.dumps(asdict(item), ensure_ascii=False),
                 text, round.asked, deadline],
            )  # fmt: skip
        (asked,) = find(self._db, "round = ? AND number = ?", round.id, round.number)
        return asked

    def put(self, item: Item, poll: str, now: float) -> Asked:
        """A question with buttons of its own, outside of any round."""
        known = of_poll(self._db, poll)
        if known:
            return known
        with self._db.atomic():
            number = (
                self._db.table("questions")
                .insert(
                    {
                        "round": None,
                        "number": 1,
                        "key": item.key,
                        "text": item.question,
                        "item": json.dumps(asdict(item), ensure_ascii=False),
                        "message": 0,
                        "asked": now,
                        "deadline": 0.0,
                        "closed": 0.0,
                    }
                )
                .last_pk
            )
            self._db.table("polls").insert({"id": poll, "question": number})
        return find(self._db, "id = ?", number)[0]

    def was_asked(self, round: Round, asked: Asked, message: int, poll: str, now: float) -> None:
        """The question is in the chat; what was answered before that was known is counted."""
        with self._db.atomic():
            self.save(round)
            self._db.execute(
                "UPDATE questions SET message = ?, asked = ?, deadline = ? WHERE id = ?",
                [message, now, now + round.seconds, asked.id],
            )
            if poll:
                self._record.adopt(poll, asked.id)

    def close(self, round: Round, now: float) -> None:
        """A round goes on from a question that has ended."""
        with self._db.atomic():
            self.save(round)
            self._db.execute(
                "UPDATE questions SET closed = ? WHERE round = ? AND closed = 0", [now, round.id]
            )

    def question(self, round: Round) -> Asked | None:
        """The question of a round's number."""
        found = find(self._db, "round = ? AND number = ?", round.id, round.number)
        return found[0] if found else None

    def of_poll(self, poll: str) -> Asked | None:
        """The question of a poll, or of a message with buttons."""
        return of_poll(self._db, poll)

    def told(self, round: int) -> set[str]:
        """What the questions of a round have told (Item.tells)."""
        asked = find(self._db, "round = ?", round)
        return {tells for each in asked for tells in each.item.tells}

    def lately(self, chat: int) -> set[str]:
        """The keys of the items that were asked last in a chat."""
        rows = self._db.execute(
            "SELECT key FROM questions q JOIN rounds r ON r.id = q.round WHERE r.chat = ? "
            "ORDER BY q.id DESC LIMIT ?",
            [chat, REMEMBERED],
        )
        return {row[0] for row in rows.fetchall()}

    # Chats

    def migrate(self, old: int, new: int) -> None:
        """A group became a supergroup: its rounds and posts go along. In the transaction that is
        open. What is played in the supergroup already stays; a round of the group is over then."""
        self._db.execute(
            "UPDATE rounds SET state = 'over', due = 0 WHERE chat = :old AND state != 'over' AND "
            "EXISTS (SELECT 1 FROM rounds o WHERE o.chat = :new AND o.state != 'over' "
            "AND o.thread = rounds.thread AND o.mode != 'daily')",
            {"old": old, "new": new},
        )
        # Messages are numbered anew in a supergroup, commands as well.
        self._db.execute(
            "UPDATE questions SET message = 0 "
            "WHERE round IN (SELECT id FROM rounds WHERE chat = ?)",
            [old],
        )
        self._db.execute("UPDATE rounds SET chat = ?, command = 0 WHERE chat = ?", [new, old])
        self._db.execute("UPDATE OR IGNORE posts SET chat = ? WHERE chat = ?", [new, old])
        self._db.execute("DELETE FROM posts WHERE chat = ?", [old])


def _row(round: Round) -> dict[str, Any]:
    row = {name: getattr(round, name) for name in _ROUND}
    return row | {"subject": round.subject.token}
