"""Boards: who has how many points, from the record of answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, get_args

Season = Literal["week", "month", "all"]
SEASONS: tuple[Season, ...] = get_args(Season)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that somebody gave, as it stands in the record."""

    player: int
    name: str
    hidden: bool
    right: bool
    points: int
    #: From the question to the answer.
    seconds: float


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of a board."""

    rank: int
    player: int
    name: str
    points: int
    right: int
    answers: int
    #: What the right answers took together: of equal points the fewer win.
    seconds: float
    #: The longest run of right answers.
    streak: int


@dataclass(frozen=True, slots=True)
class Board:
    standings: tuple[Standing, ...]
    #: Players who do not want to be shown.
    hidden: int


def add_up(record: Iterable[Given]) -> Board:
    """The Board of answers in the order in which they were given, the best first.

    Who has the same points and the same time shares a rank.
    """
    given: dict[int, list[Given]] = {}
    for answer in record:
        given.setdefault(answer.player, []).append(answer)
    shown = {player: answers for player, answers in given.items() if not answers[-1].hidden}
    sums = sorted((_sum(player, answers) for player, answers in shown.items()), key=_order)
    standings: list[Standing] = []
    for place, own in enumerate(sums, 1):
        before = standings[-1] if standings else None
        equal = before and (before.points, before.seconds) == (own.points, own.seconds)
        rank = before.rank if before and equal else place
        standings.append(replace(own, rank=rank))
    return Board(tuple(standings), hidden=len(given) - len(shown))


def begins(season: Season, now: dt.datetime) -> float:
    """When a season began (seconds since the epoch): a week on Monday, a month on its first."""
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if season == "week":
        return (day - dt.timedelta(days=day.weekday())).timestamp()
    return day.replace(day=1).timestamp() if season == "month" else 0.0


def _sum(player: int, answers: list[Given]) -> Standing:
    right = [answer for answer in answers if answer.right]
    longest = run = 0
    for answer in answers:
        run = run + 1 if answer.right else 0
        longest = max(longest, run)
    return Standing(
        rank=0,
        player=player,
        name=answers[-1].name,
        points=sum(answer.points for answer in answers),
        right=len(right),
        answers=len(answers),
        seconds=round(sum(answer.seconds for answer in right), 1),
        streak=longest,
    )


def _order(standing: Standing) -> tuple[int, float, int]:
    return -standing.points, standing.seconds, standing.player
