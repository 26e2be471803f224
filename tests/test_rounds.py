"""The rules of a round, as a machine: events in, events out, the clock passed in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.trivia.board import Given, add_up, begins
from bot.trivia.guessing import hint, points
from bot.trivia.round import (
    ATTEMPTS,
    GAP_IN_GROUP,
    HINTS,
    PAUSE,
    SILENT,
    Announce,
    Ask,
    Close,
    Hint,
    Round,
    Step,
)
from bot.trivia.subjects import Subject

NOW = 1_000_000.0


def a_round(**values: object) -> Round:
    round = Round(-1, 0, 1, Subject("world"), level=1, language="en", seed="s", total=3, due=NOW)
    return replace(round, **values)  # type: ignore[arg-type]


def opened(**values: object) -> Round:
    asking, _ = a_round(**values).tick(NOW, False)
    return asking.was_asked(NOW)[0]


def test_a_question_is_asked_open_for_its_seconds_and_followed_by_a_pause() -> None:
    asking, effects = a_round().tick(NOW, False)
    assert effects == (Ask(),)
    assert (asking.state, asking.number) == ("asking", 1)
    answering, _ = asking.was_asked(NOW + 2)
    assert answering.due == NOW + 2 + 30
    assert answering.tick(NOW + 31, True) == (answering, ())
    paused, effects = answering.tick(NOW + 32, True)
    assert effects == (Close(early=False),)
    assert paused.due == NOW + 32 + PAUSE


def test_the_last_question_is_followed_by_the_end() -> None:
    ended, _ = opened(total=1).tick(NOW + 30, True)
    ending, effects = ended.tick(ended.due, True)
    assert effects == (Announce(),)
    assert ending.end == "played"
    assert ending.was_announced()[0].state == "over"


def test_an_announcement_that_did_not_come_through_is_made_again() -> None:
    ending, _ = opened().was_stopped(NOW)
    again, effects = ending.tick(ending.due, False)
    assert effects == (Announce(),)
    assert again.due > ending.due


def test_three_questions_without_an_answer_end_a_round() -> None:
    round, asked, now = a_round(total=20), 0, NOW
    while round.state != "ending":
        round, effects = round.tick(now, False)
        if Ask() in effects:
            asked += 1
            round, _ = round.was_asked(now)
        now = max(now, round.due)
    assert (asked, round.end) == (SILENT, "silent")


def test_an_answer_breaks_the_silence() -> None:
    round, now, asked = a_round(total=20), NOW, 0
    while round.state != "ending":
        answered = asked % SILENT == 0
        round, effects = round.tick(now, answered)
        if Ask() in effects:
            asked += 1
            round, _ = round.was_asked(now)
        now = max(now, round.due)
    assert (asked, round.end) == (20, "played")


def test_skipping_again_and_again_stays_below_what_telegram_takes() -> None:
    """A question takes two calls, and a group takes twenty a minute."""
    round, now, calls = a_round(total=20), NOW, []
    while round.state != "ending":
        round, effects = round.tick(now, True)
        if Ask() in effects:
            calls.append(now)
            round, _ = round.was_asked(now)
            round, effects = round.was_skipped(now)
            calls += [now] * effects.count(Close(early=True))
        now = max(now + 0.1, round.due)
    assert all(len([c for c in calls if start <= c < start + 60]) <= 20 for start in calls)
    assert GAP_IN_GROUP >= 6


def test_a_question_that_is_refused_is_asked_again_and_not_for_ever() -> None:
    round, now, tries = a_round(), NOW, 0
    while round.state != "ending":
        round, effects = round.tick(now, False)
        if Ask() in effects:
            tries += 1
            assert round.number == 1
            round, _ = round.was_refused(now)
        now = round.due
    assert (tries, round.end) == (ATTEMPTS, "failed")


def test_telegram_is_given_the_time_that_it_asks_for() -> None:
    asking, _ = a_round().tick(NOW, False)
    assert asking.was_refused(NOW, wait=40.0)[0].due == NOW + 40.0


def test_a_question_whose_sending_is_lost_is_not_asked_twice() -> None:
    asking, _ = a_round().tick(NOW, False)
    unsure, effects = asking.is_unsure(NOW + 5)
    assert effects == ()
    following, effects = unsure.tick(unsure.due, False)
    assert effects == ()
    asking, effects = following.tick(following.due, False)
    assert (asking.number, effects) == (2, (Ask(),))


def test_names_are_guessed_with_letters_shown_in_between() -> None:
    round, effects = opened(mode="guess"), ()
    for _ in range(HINTS):
        round, effects = round.tick(round.due, False)
        assert effects == (Hint(),)
    _, effects = round.tick(round.due, False)
    assert effects == (Close(early=False),)


def test_the_question_of_the_day_ends_without_a_word() -> None:
    closed, _ = opened(mode="daily", total=1).tick(NOW + 40, False)
    over, effects = closed.tick(closed.due, False)
    assert (over.state, effects) == ("over", ())


_EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("tick", "asked", "unsure", "refused", "forbidden", "exhausted"),
                *("skipped", "solved", "stopped", "announced"),
            ]
        ),
        st.floats(0, 200),
        st.booleans(),
    ),
    max_size=60,
)


@given(_EVENTS, st.sampled_from(["quiz", "guess", "daily"]), st.sampled_from([-1, 1]))
def test_whatever_happens_a_round_is_never_stuck(
    events: list[tuple[str, float, bool]], mode: str, chat: int
) -> None:
    """It is over, or something is due within reach; it never asks more than it was to ask."""
    round, now = a_round(mode=mode, chat=chat), NOW
    for name, seconds, answered in events:
        now += seconds
        round, effects = _happens(round, name, now, answered)
        assert round.number <= round.total
        assert round.state == "over" or round.due <= now + 200
        assert effects.count(Ask()) <= 1
    for _ in range(200):
        if round.state == "over":
            break
        now = max(now, round.due)
        round, effects = round.tick(now, False)
        if Announce() in effects:
            round, _ = round.was_announced()
    assert round.state == "over"


def _happens(round: Round, name: str, now: float, answered: bool) -> Step:
    if name == "tick":
        return round.tick(now, answered)
    if round.state == "over":
        return round, ()
    if name == "announced":
        return round.was_announced() if round.state == "ending" else (round, ())
    if name in ("unsure", "refused", "forbidden", "exhausted") and round.state != "asking":
        return round, ()
    verb = "is" if name in ("unsure", "forbidden", "exhausted") else "was"
    return getattr(round, f"{verb}_{name}")(now)  # type: ignore[no-any-return]


@given(
    st.integers(1, 10**9), st.sampled_from(["home", "city", "area", "world", "terms", "history"])
)
def test_a_subject_comes_back_from_its_token(place: int, kind: str) -> None:
    subject = Subject(kind, place if kind in ("home", "city", "area") else 0)  # type: ignore[arg-type]
    assert Subject.parse(subject.token) == subject
    assert len(subject.token) <= 11


# Boards


def given_by(player: int, right: bool, seconds: float = 1.0, hidden: bool = False) -> Given:
    return Given(player, f"P{player}", hidden, right, int(right), seconds)


def test_of_equal_points_the_faster_wins_and_the_same_share_a_rank() -> None:
    record = [given_by(1, True, 9.0), given_by(2, True, 2.0), given_by(3, True, 2.0)]
    record += [given_by(4, False, 1.0)]
    board = add_up(record)
    assert [(s.rank, s.player) for s in board.standings] == [(1, 2), (1, 3), (3, 1), (4, 4)]


def test_a_run_of_right_answers_ends_with_a_wrong_one() -> None:
    record = [given_by(1, right) for right in (True, True, False, True, True, True)]
    assert add_up(record).standings[0].streak == 3


def test_who_is_hidden_is_counted_but_not_shown() -> None:
    board = add_up([given_by(1, True, hidden=True), given_by(2, True)])
    assert ([s.player for s in board.standings], board.hidden) == ([2], 1)


@given(st.lists(st.builds(given_by, st.integers(1, 5), st.booleans(), st.floats(0, 60))))
def test_a_board_adds_up_to_its_record(record: list[Given]) -> None:
    board = add_up(record)
    assert sum(s.points for s in board.standings) == sum(a.points for a in record)
    assert sum(s.answers for s in board.standings) == len(record)
    assert [s.rank for s in board.standings] == sorted(s.rank for s in board.standings)


def test_seasons_begin_on_monday_and_on_the_first() -> None:
    now = dt.datetime(2026, 11, 26, 15, 30, tzinfo=dt.UTC)
    assert begins("week", now) == dt.datetime(2026, 11, 23, tzinfo=dt.UTC).timestamp()
    assert begins("month", now) == dt.datetime(2026, 11, 1, tzinfo=dt.UTC).timestamp()
    assert begins("all", now) == 0.0


# Names


@given(st.text(min_size=1, max_size=30), st.integers(0, HINTS))
def test_a_hint_hides_letters_and_nothing_else(name: str, shown: int) -> None:
    told = hint(name, shown, HINTS)
    assert len(told) == 2 * len(name) - 1
    for letter, place in zip(name, told[::2], strict=True):
        assert place in (letter, "_")
        if not letter.isalnum():
            assert place == letter


def test_hints_give_away_no_more_than_half() -> None:
    assert hint("Plovdiv", 0, HINTS) == "P _ _ _ _ _ _"
    assert hint("Plovdiv", HINTS, HINTS).count("_") == 3
    assert hint("Rio de Janeiro", 0, HINTS) == "R _ _   _ _   _ _ _ _ _ _ _"


def test_hints_and_wrong_names_cost_points_but_a_right_name_is_worth_one() -> None:
    assert [points(0, 0), points(1, 0), points(1, 1), points(2, 9)] == [3, 2, 1, 1]
