"""Games: the rounds, what was asked in them and who answered what. Each event is a transaction.

Times are seconds since the epoch. The record of answers is only added to; forget() alone takes
away from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, cast

from sqlite_utils import Database

from bot.trivia.board import Given
from bot.trivia.items import Item
from bot.trivia.round import Round
from bot.trivia.subjects import Subject

#: Items of a chat that are not asked again.
REMEMBERED = 200
#: Seconds by which an answer may come behind its question's end and still count: Telegram closes
#: a poll by its own clock, and takes a moment to tell.
GRACE = 15.0
#: Seconds for which an answer is kept whose poll nobody knows of.
PARKED = 86_400.0

_ROUND = tuple(field.name for field in fields(Round))


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


@dataclass(frozen=True, slots=True)
class Vote:
    """An answer to a poll or to a question with buttons."""

    poll: str
    player: int
    name: str
    option: int
    at: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How a question was answered."""

    answers: int
    right: int


class Games:
    """The game's part of memory.db, on the connection of a Memory."""

    def __init__(self, db: Database) -> None:
        self._db = db
        #: Since when this process has been listening: what was answered while nobody listened
        #: is not late.
        self.listening = 0.0

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

    def begun_at(self, round: int) -> float:
        """When a round began."""
        row = self._db.execute("SELECT begun FROM rounds WHERE id = ?", [round]).fetchone()
        return float(row[0])

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
        (asked,) = self._questions("round = ? AND number = ?", round.id, round.number)
        return asked

    def put(self, item: Item, poll: str, now: float) -> Asked:
        """A question with buttons of its own, outside of any round."""
        known = self.of_poll(poll)
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
        return self._questions("id = ?", number)[0]

    def was_asked(
        self, round: Round, asked: Asked, message: int, poll: str, deadline: float
    ) -> None:
        """The question is in the chat; what was answered before that was known is counted."""
        with self._db.atomic():
            self.save(round)
            self._db.execute(
                "UPDATE questions SET message = ?, asked = ?, deadline = ? WHERE id = ?",
                [message, round.asked, deadline, asked.id],
            )
            if poll:
                self._adopt(poll, asked.id)

    def close(self, round: Round, now: float) -> None:
        """A round goes on from a question that has ended."""
        with self._db.atomic():
            self.save(round)
            self._db.execute(
                "UPDATE questions SET closed = ? WHERE round = ? AND closed = 0", [now, round.id]
            )

    def question(self, round: Round) -> Asked | None:
        """The question of a round's number."""
        found = self._questions("round = ? AND number = ?", round.id, round.number)
        return found[0] if found else None

    def lately(self, chat: int) -> set[str]:
        """The keys of the items that were asked last in a chat."""
        rows = self._db.execute(
            "SELECT key FROM questions q JOIN rounds r ON r.id = q.round WHERE r.chat = ? "
            "ORDER BY q.id DESC LIMIT ?",
            [chat, REMEMBERED],
        )
        return {row[0] for row in rows.fetchall()}

    def tally(self, question: int) -> Tally:
        row = self._db.execute(
            "SELECT count(*), coalesce(sum(correct), 0) FROM answers WHERE question = ?", [question]
        ).fetchone()
        return Tally(int(row[0]), int(row[1]))

    def _questions(self, where: str, *values: object) -> list[Asked]:
        names = [field.name for field in fields(Asked)]
        rows = self._db.execute(f"SELECT {', '.join(names)} FROM questions WHERE {where}", values)
        found = (dict(zip(names, row, strict=True)) for row in rows.fetchall())
        return [Asked(**(row | {"item": _item(row["item"])})) for row in found]

    def of_poll(self, poll: str) -> Asked | None:
        """The question of a poll, or of a message with buttons."""
        found = self._questions("id = (SELECT question FROM polls WHERE id = ?)", poll)
        return found[0] if found else None

    # Answers

    def vote(self, vote: Vote) -> Asked | None:
        """Count a vote, the first of each person; the question, or None where nobody knows the
        poll yet: then the vote is kept until it is known."""
        asked = self.of_poll(vote.poll)
        if asked is None:
            with self._db.atomic():
                self._db.table("parked").insert(asdict(vote), ignore=True)
            return None
        right = vote.option == asked.item.correct
        self._record(asked, vote, right, int(right))
        return asked

    def given(self, question: int, player: int) -> int | None:
        """The option that somebody chose."""
        row = self._db.execute(
            "SELECT option FROM answers WHERE question = ? AND player = ?", [question, player]
        ).fetchone()
        return None if row is None else int(row[0])

    def guess_wrong(self, asked: Asked, player: int, name: str) -> bool:
        """Note a wrong name; False where the same person has guessed it before."""
        with self._db.atomic():
            done = self._db.execute(
                "INSERT OR IGNORE INTO guesses (question, player, name) VALUES (?, ?, ?)",
                [asked.id, player, name],
            )
        return done.rowcount > 0

    def wrong_guesses(self, asked: Asked, player: int) -> int:
        row = self._db.execute(
            "SELECT count(*) FROM guesses WHERE question = ? AND player = ?", [asked.id, player]
        ).fetchone()
        return int(row[0])

    def guess_right(self, asked: Asked, player: int, name: str, points: int, at: float) -> None:
        """Somebody has named the name."""
        vote = Vote(f"guess:{asked.id}", player, name, 0, at)
        self._record(asked, vote, True, points)

    def _record(self, asked: Asked, vote: Vote, right: bool, points: int) -> None:
        end = max(asked.deadline, self.listening) if asked.deadline else vote.at
        late = vote.at > end + GRACE
        most = asked.deadline - asked.asked if asked.deadline else vote.at - asked.asked
        with self._db.atomic():
            self._db.table("answers").insert(
                {
                    "question": asked.id,
                    "player": vote.player,
                    "poll": vote.poll,
                    "option": vote.option,
                    "correct": int(right),
                    "points": 0 if late else points,
                    "seconds": round(min(max(vote.at - asked.asked, 0.0), max(most, 0.0)), 2),
                    "at": vote.at,
                    "late": int(late),
                },
                ignore=True,
            )
            self._name(vote.player, vote.name)

    def _adopt(self, poll: str, question: int) -> None:
        """A poll is known from now on; count the answers that were kept for it."""
        self._db.table("polls").insert({"id": poll, "question": question}, ignore=True)
        rows = self._db.execute(
            "SELECT poll, player, name, option, at FROM parked WHERE poll = ? ORDER BY at", [poll]
        )
        for row in rows.fetchall():
            self.vote(Vote(*row))
        self._db.execute("DELETE FROM parked WHERE poll = ?", [poll])

    def recognise(self, poll: str, text: str, options: list[str], since: float) -> Asked | None:
        """A poll that nobody knows, by its words: the answer to its sending was lost."""
        if self.of_poll(poll):
            return None
        found = [
            asked
            for asked in self._questions("text = ? AND asked >= ?", text, since)
            if list(asked.item.options) == options
        ]
        return self._take(poll, found)

    def deduce(self, poll: str, since: float) -> Asked | None:
        """A poll that nobody knows, where only one question is without a poll."""
        found = self._questions(
            "message = 0 AND closed = 0 AND round IS NOT NULL AND asked >= ? AND "
            "NOT EXISTS (SELECT 1 FROM polls WHERE question = questions.id)",
            since,
        )
        return self._take(poll, [asked for asked in found if asked.item.options])

    def _take(self, poll: str, found: list[Asked]) -> Asked | None:
        if len(found) != 1:
            return None
        with self._db.atomic():
            self._adopt(poll, found[0].id)
        return found[0]

    def unknown_polls(self) -> list[str]:
        """Polls that were answered and that nobody knows."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT poll FROM parked").fetchall()]

    def tidy(self, now: float) -> None:
        """Forget the answers to polls that nobody will ever know."""
        with self._db.atomic():
            self._db.execute("DELETE FROM parked WHERE at < ?", [now - PARKED])

    # Boards

    def record(self, chat: int, since: float = 0.0) -> Iterator[Given]:
        """The answers that count for the boards of a chat, as they were asked: those of rounds
        that two or more have played."""
        return self._record_of(
            "r.chat = ? AND a.at >= ? AND r.id IN (SELECT round FROM questions JOIN answers "
            "ON question = questions.id WHERE NOT late GROUP BY round "
            "HAVING count(DISTINCT player) >= 2)",
            chat,
            since,
        )

    def record_of_round(self, round: int) -> list[Given]:
        """The answers of a round, as they were asked."""
        return list(self._record_of("r.id = ?", round))

    def _record_of(self, where: str, *values: object) -> Iterator[Given]:
        rows = self._db.execute(
            "SELECT a.player, p.name, p.hidden, a.correct, a.points, a.seconds FROM answers a "
            "JOIN questions q ON q.id = a.question JOIN rounds r ON r.id = q.round "
            f"JOIN players p ON p.id = a.player WHERE NOT a.late AND {where} ORDER BY q.id, a.at",
            values,
        )
        for player, name, hidden, right, points, seconds in rows:
            yield Given(player, name, bool(hidden), bool(right), points, seconds)

    def days(self, chat: int) -> list[tuple[str, int]]:
        """Who has answered how many questions of the day one behind the other rightly, the last
        one included; the longest first. Those who are hidden are left out."""
        asked = self._db.execute(
            "SELECT q.id FROM questions q JOIN rounds r ON r.id = q.round "
            "WHERE r.chat = ? AND r.mode = 'daily' ORDER BY q.id DESC LIMIT ?",
            [chat, REMEMBERED],
        ).fetchall()
        runs: dict[int, int] = {}
        for place, (question,) in enumerate(asked):
            rows = self._db.execute(
                "SELECT player FROM answers WHERE question = ? AND correct AND NOT late", [question]
            )
            going = {player for (player,) in rows.fetchall() if runs.get(player, 0) == place}
            if not going:
                break
            runs |= dict.fromkeys(going, place + 1)
        names = ((self._shown(player), days) for player, days in runs.items())
        return sorted(((n, d) for n, d in names if n), key=lambda pair: (-pair[1], pair[0]))

    def _shown(self, player: int) -> str:
        row = self._db.execute(
            "SELECT name FROM players WHERE id = ? AND NOT hidden", [player]
        ).fetchone()
        return str(row[0]) if row else ""

    # People

    def _name(self, player: int, name: str) -> None:
        self._db.execute(
            "INSERT INTO players (id, name, hidden) VALUES (?, ?, 0) "
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE name != excluded.name",
            [player, name],
        )

    def hide(self, player: int, name: str) -> bool:
        """Take somebody off all boards, or back; whether they are off now."""
        with self._db.atomic():
            self._name(player, name)
            self._db.execute("UPDATE players SET hidden = 1 - hidden WHERE id = ?", [player])
        row = self._db.execute("SELECT hidden FROM players WHERE id = ?", [player]).fetchone()
        return bool(row[0])

    def forget(self, player: int) -> None:
        """Delete all that is stored about a person, their private chat's settings included."""
        with self._db.atomic():
            for table in ("answers", "guesses", "parked"):
                self._db.execute(f"DELETE FROM {table} WHERE player = ?", [player])
            self._db.execute("DELETE FROM players WHERE id = ?", [player])
            self._db.execute("UPDATE rounds SET starter = 0 WHERE starter = ?", [player])
            own = "SELECT id FROM rounds WHERE chat = :player"
            asked = f"SELECT id FROM questions WHERE round IN ({own})"
            for statement in (
                f"DELETE FROM polls WHERE question IN ({asked})",
                f"DELETE FROM questions WHERE round IN ({own})",
                "DELETE FROM rounds WHERE chat = :player",
                "DELETE FROM posts WHERE chat = :player",
                "DELETE FROM chats WHERE id = :player",
            ):
                self._db.execute(statement, {"player": player})

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
        self._db.execute("UPDATE rounds SET chat = ?, command = 0 WHERE chat = ?", [new, old])
        self._db.execute("UPDATE OR IGNORE posts SET chat = ? WHERE chat = ?", [new, old])
        self._db.execute("DELETE FROM posts WHERE chat = ?", [old])


def _row(round: Round) -> dict[str, Any]:
    row = {name: getattr(round, name) for name in _ROUND}
    return row | {"subject": round.subject.token}


def _item(text: str) -> Item:
    content = json.loads(text)
    for name in ("options", "accepted"):
        content[name] = tuple(content[name])
    return Item(**content)
