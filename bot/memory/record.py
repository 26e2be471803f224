"""The record of answers: who has answered what, and what is stored of people. It is only added to;
forget() alone takes away from it. Times are seconds since the epoch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from bot.memory.asked import Asked, find, of_poll
from bot.trivia.board import Given

#: Seconds by which an answer may come behind its question's end and still count: Telegram closes
#: a poll by its own clock, and takes a moment to tell.
GRACE = 15.0
#: Seconds for which an answer is kept whose poll nobody knows of.
PARKED = 86_400.0
#: Questions of the day that are looked back upon.
_DAYS = 400


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


class Record:
    """The record's part of memory.db, on the connection of a Memory."""

    def __init__(self, db: Database) -> None:
        self._db = db
        #: Since when this process has been listening: what was answered while nobody listened
        #: is not late.
        self.listening = 0.0

    # Answers

    def vote(self, vote: Vote) -> Asked | None:
        """Count a vote, the first of each person; the question, or None where nobody knows the
        poll yet: then the vote is kept until it is known."""
        asked = of_poll(self._db, vote.poll)
        if asked is None:
            with self._db.atomic():
                self._db.table("parked").insert(asdict(vote), ignore=True)
            return None
        right = vote.option == asked.item.correct
        self._count(asked, vote, right, int(right))
        return asked

    def given(self, question: int, player: int) -> int | None:
        """The option that somebody chose."""
        row = self._db.execute(
            "SELECT option FROM answers WHERE question = ? AND player = ?", [question, player]
        ).fetchone()
        return None if row is None else int(row[0])

    def tally(self, question: int) -> Tally:
        row = self._db.execute(
            "SELECT count(*), coalesce(sum(correct), 0) FROM answers WHERE question = ?", [question]
        ).fetchone()
        return Tally(int(row[0]), int(row[1]))

    def is_answered(self, question: int) -> bool:
        """Whether anybody has answered a question, or guessed at it."""
        row = self._db.execute(
            "SELECT 1 FROM answers WHERE question = :id UNION ALL "
            "SELECT 1 FROM guesses WHERE question = :id LIMIT 1",
            {"id": question},
        ).fetchone()
        return row is not None

    def guess_wrong(self, asked: Asked, player: int, name: str, guess: str) -> None:
        """Note a wrong guess, once, however often the same person makes it."""
        with self._db.atomic():
            self._name(player, name)
            self._db.execute(
                "INSERT OR IGNORE INTO guesses (question, player, name) VALUES (?, ?, ?)",
                [asked.id, player, guess],
            )

    def miss(self, asked: Asked, now: float) -> None:
        """A name is guessed no more: who has made only wrong guesses has answered wrongly."""
        rows = self._db.execute(
            "SELECT DISTINCT g.player, p.name FROM guesses g JOIN players p ON p.id = g.player "
            "WHERE g.question = ?",
            [asked.id],
        )
        for player, name in rows.fetchall():
            self._count(asked, Vote(f"guess:{asked.id}", player, name, 1, now), False, 0)

    def wrong_guesses(self, asked: Asked, player: int) -> int:
        row = self._db.execute(
            "SELECT count(*) FROM guesses WHERE question = ? AND player = ?", [asked.id, player]
        ).fetchone()
        return int(row[0])

    def guess_right(self, asked: Asked, player: int, name: str, points: int, at: float) -> None:
        """Somebody has named the name."""
        vote = Vote(f"guess:{asked.id}", player, name, 0, at)
        self._count(asked, vote, True, points)

    def _count(self, asked: Asked, vote: Vote, right: bool, points: int) -> None:
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

    # Polls that nobody knows

    def adopt(self, poll: str, question: int) -> None:
        """A poll is known from now on; count the answers that were kept for it."""
        self._db.table("polls").insert({"id": poll, "question": question}, ignore=True)
        rows = self._db.execute(
            "SELECT poll, player, name, option, at FROM parked WHERE poll = ? ORDER BY at", [poll]
        )
        for row in rows.fetchall():
            self.vote(Vote(*row))
        self._db.execute("DELETE FROM parked WHERE poll = ?", [poll])

    def recognise(self, poll: str, text: str, options: list[str], since: float) -> Asked | None:
        """A poll that nobody knows, by its words: the answer to its sending was lost.

        The same words may have been asked elsewhere: what is without its poll comes first.
        """
        if of_poll(self._db, poll):
            return None
        same = [
            asked
            for asked in find(self._db, "text = ? AND asked >= ?", text, since)
            if list(asked.item.options) == options
        ]
        return self._take(poll, [a for a in same if not self._has_poll(a)] or same)

    def deduce(self, poll: str, since: float) -> Asked | None:
        """A poll that nobody knows, where only one question is without a poll."""
        found = find(
            self._db,
            "message = 0 AND closed = 0 AND round IS NOT NULL AND asked >= ? AND "
            "NOT EXISTS (SELECT 1 FROM polls WHERE question = questions.id)",
            since,
        )
        return self._take(poll, [asked for asked in found if asked.item.options])

    def _has_poll(self, asked: Asked) -> bool:
        row = self._db.execute("SELECT 1 FROM polls WHERE question = ?", [asked.id]).fetchone()
        return row is not None

    def _take(self, poll: str, found: list[Asked]) -> Asked | None:
        if len(found) != 1:
            return None
        with self._db.atomic():
            self.adopt(poll, found[0].id)
        return found[0]

    def unknown_polls(self) -> list[str]:
        """Polls that were answered and that nobody knows."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT poll FROM parked").fetchall()]

    def tidy(self, now: float) -> None:
        """Forget the answers to polls that nobody will ever know."""
        with self._db.atomic():
            self._db.execute("DELETE FROM parked WHERE at < ?", [now - PARKED])

    # Boards

    def of_chat(self, chat: int, since: float = 0.0) -> Iterator[Given]:
        """The answers that count for the boards of a chat, as they were asked: those of rounds
        that two or more have played."""
        return self._given(
            "r.chat = ? AND a.at >= ? AND r.id IN (SELECT round FROM questions JOIN answers "
            "ON question = questions.id WHERE NOT late GROUP BY round "
            "HAVING count(DISTINCT player) >= 2)",
            chat,
            since,
        )

    def of_round(self, round: int) -> list[Given]:
        """The answers of a round, as they were asked."""
        return list(self._given("r.id = ?", round))

    def _given(self, where: str, *values: object) -> Iterator[Given]:
        # A day has all day: nobody is the faster for having seen its question first.
        rows = self._db.execute(
            "SELECT a.player, p.name, p.hidden, a.correct, a.points, "
            "CASE r.mode WHEN 'daily' THEN 0.0 ELSE a.seconds END FROM answers a "
            "JOIN questions q ON q.id = a.question JOIN rounds r ON r.id = q.round "
            f"JOIN players p ON p.id = a.player WHERE NOT a.late AND {where} ORDER BY q.id, a.at",
            values,
        )
        for player, name, hidden, right, points, seconds in rows:
            yield Given(player, name, bool(hidden), bool(right), points, seconds)

    def days(self, chat: int, last: int) -> list[tuple[str, int]]:
        """Who has answered how many questions of the day one behind the other rightly, that of
        the round ``last`` included; the longest first. Those who are hidden are left out."""
        asked = self._db.execute(
            "SELECT q.id FROM questions q JOIN rounds r ON r.id = q.round "
            "WHERE r.chat = ? AND r.mode = 'daily' AND r.id <= ? ORDER BY q.id DESC LIMIT ?",
            [chat, last, _DAYS],
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
        """A player's name; empty where they are hidden."""
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
