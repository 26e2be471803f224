"""The token of a Question is short, plain, and gives the Question back."""

from __future__ import annotations

import contextlib
import re

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Answer
from bot.answers.answerer import INTENTS
from bot.assistant import Assistant
from bot.understanding.question import TOKEN_LIMIT, BadToken, Period, Question
from tests.test_dates import partial_dates

ids = st.lists(st.integers(1, 60_010_000), max_size=6).map(tuple)
periods = st.one_of(
    st.builds(Period.of, partial_dates),
    st.builds(Period, partial_dates, partial_dates),
    st.builds(Period, partial_dates, st.none()),
    st.builds(Period, st.none(), partial_dates),
    st.builds(
        lambda month, day: Period(month=month, day=day), st.integers(1, 12), st.integers(0, 28)
    ),
)
questions = st.builds(
    Question,
    intent=st.sampled_from(sorted(INTENTS)),
    places=ids,
    areas=ids,
    outside=ids,
    options=ids,
    period=st.none() | periods,
    number=st.integers(-50, 500),
    topics=st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,19}", fullmatch=True), max_size=4).map(tuple),
    initial=st.just("") | st.characters(categories=["Ll"]),
    page=st.integers(0, 2000),
    name=st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
)


@given(questions)
def test_a_fitted_question_comes_back_from_its_token(question: Question) -> None:
    fitted = question.fitted()
    token = fitted.token
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", token)
    assert len(token) <= TOKEN_LIMIT
    assert Question.from_token(token) == fitted


@given(questions)
def test_fitting_keeps_the_intent_and_changes_nothing_that_fits(question: Question) -> None:
    fitted = question.fitted()
    assert fitted.intent == question.intent
    assert fitted.fitted() == fitted


@given(
    st.text(max_size=70)
    | st.from_regex(r"[a-z]{2,9}(-[a-z][A-Za-z0-9_]{0,9}){0,5}", fullmatch=True)
)
def test_any_text_is_a_token_or_refused(text: str) -> None:
    with contextlib.suppress(BadToken):
        assert Question.from_token(text).token == text


@given(questions)
def test_opening_any_token_answers_or_refuses(question: Question) -> None:
    # No fixture: hypothesis runs the test many times with one Assistant.
    try:
        answer: Answer | None = _assistant().open(question.fitted().token)
    except BadToken:
        answer = None
    assert answer is None or answer.body


def _assistant() -> Assistant:
    from tests.conftest import built_store

    if not _KEPT:
        _KEPT.append(Assistant(built_store()))
    return _KEPT[0]


_KEPT: list[Assistant] = []
