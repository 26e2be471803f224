"""Which Question a new one may follow."""

from __future__ import annotations

import pytest

from bot.memory.conversations import Conversations
from bot.understanding.question import Question

VENICE, BERLIN = Question("when", places=(3164603,)), Question("when", places=(2950159,))
MINUTE = 60.0


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def conversations(clock: Clock) -> Conversations:
    return Conversations(clock)


def test_a_conversation_begins_with_nothing(conversations: Conversations) -> None:
    assert conversations.previous("someone") is None


def test_the_last_question_is_what_is_followed(conversations: Conversations) -> None:
    conversations.remember("someone", VENICE)
    conversations.remember("someone", BERLIN)
    assert conversations.previous("someone") == BERLIN


def test_each_person_and_topic_has_its_own(conversations: Conversations) -> None:
    conversations.remember((-100, 7, "Ann"), VENICE)
    assert conversations.previous((-100, 7, "Bob")) is None
    assert conversations.previous((-100, 8, "Ann")) is None
    assert conversations.previous((-100, 7, "Ann")) == VENICE


def test_after_ten_minutes_nothing_is_followed(conversations: Conversations, clock: Clock) -> None:
    conversations.remember("someone", VENICE)
    clock.now = 10 * MINUTE - 1
    assert conversations.previous("someone") == VENICE
    clock.now = 10 * MINUTE
    assert conversations.previous("someone") is None


def test_each_question_begins_the_ten_minutes_anew(
    conversations: Conversations, clock: Clock
) -> None:
    conversations.remember("someone", VENICE)
    clock.now = 9 * MINUTE
    conversations.remember("someone", BERLIN)
    clock.now = 18 * MINUTE
    assert conversations.previous("someone") == BERLIN


def test_what_has_expired_is_forgotten(conversations: Conversations, clock: Clock) -> None:
    for person in range(100):
        conversations.remember(person, VENICE)
    clock.now = 10 * MINUTE
    conversations.remember("someone", VENICE)
    assert len(conversations) == 1


def test_however_many_people_come_only_so_many_conversations_are_kept(clock: Clock) -> None:
    conversations = Conversations(clock, limit=3)
    for person in ("Ann", "Bob", "Cem"):
        conversations.remember(person, VENICE)
    conversations.remember("Ann", BERLIN)
    conversations.remember("Dov", VENICE)
    assert len(conversations) == 3
    assert conversations.previous("Bob") is None
    assert conversations.previous("Ann") == BERLIN
