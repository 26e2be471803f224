"""What is said about a round: its beginning, its question, its end, its board. In markup."""

from __future__ import annotations

from bot.answers.answer import stressed
from bot.answers.voice import Voice
from bot.trivia.board import Board, Season
from bot.trivia.guessing import hint
from bot.trivia.items import Item
from bot.trivia.round import HINTS, Round

#: Lines of a board at the most.
_LINES = 10
#: Right answers in a row that are worth a word.
_STREAK = 3


def begins(round: Round, voice: Voice) -> str:
    """What is played, and how."""
    kind = "round-begins-guess" if round.mode == "guess" else "round-begins"
    subject, seconds = round.subject.name(voice), round.seconds
    return stressed(voice.say(kind, subject=subject, count=round.total, seconds=seconds))


def question(round: Round, item: Item, voice: Voice) -> str:
    """The words of a question, as plain text."""
    if round.mode == "daily":
        return f"{voice.say('daily-heading')} · {item.question}"
    return voice.say(
        "round-question", number=round.number, total=round.total, question=item.question
    )


def riddle(round: Round, item: Item, text: str, voice: Voice) -> str:
    """The question for a name, with the letters that are shown."""
    letters = sum(letter.isalnum() for letter in item.name)
    shown = hint(item.name, round.hints, HINTS)
    return stressed(f"{text}\n{voice.say('guess-letters', hint=shown, count=letters)}")


def ends(round: Round, board: Board, voice: Voice) -> str:
    """Why the round is over, and who has how many points."""
    lines = [stressed(voice.say("round-over", end=round.end))]
    if not board.standings and not board.hidden:
        return "\n".join([*lines, stressed(voice.say("round-nobody"))])
    lines += ["", *_lines(board, voice)]
    if len(board.standings) + board.hidden == 1 and not round.is_private:
        lines.append(stressed(voice.say("round-alone")))
    return "\n".join(lines)


def shows(board: Board, season: Season, voice: Voice) -> str:
    """A board of a chat."""
    title = voice.say("board-title", season=season)
    lines = [stressed(voice.say("board-heading", title=title)), ""]
    lines += _lines(board, voice) or [stressed(voice.say("board-empty"))]
    return "\n".join(lines)


def _lines(board: Board, voice: Voice) -> list[str]:
    lines = [
        stressed(
            voice.say(
                "board-line",
                rank=own.rank,
                name=plain_name(own.name),
                points=own.points,
                right=own.right,
                answers=own.answers,
                seconds=voice.number(round(own.seconds)),
            )
        )
        for own in board.standings[:_LINES]
    ]
    best = max(board.standings, key=lambda own: own.streak, default=None)
    if best and best.streak >= _STREAK:
        streak = voice.say("board-streak", name=plain_name(best.name), count=best.streak)
        lines.append(stressed(streak))
    if board.hidden:
        lines.append(stressed(voice.say("board-hidden", count=board.hidden)))
    return lines


def plain_name(name: str) -> str:
    """A person's name without what would stand out in a message, or turn its direction."""
    return "".join(c for c in name if c.isprintable() and c not in "*_").strip() or "?"
