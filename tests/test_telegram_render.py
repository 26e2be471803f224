"""An Answer as Telegram shows it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.answers.answer import Answer, Choice, escape, plain
from bot.knowledge.records import Source
from bot.telegram import render
from bot.understanding.question import Question
from tests.botapi.markup import parse_html, remarks, utf16_length

if TYPE_CHECKING:
    from bot.assistant import Assistant

QUESTION = Question("partners", places=(745044,))


def answer(body: str = "Body", title: str = "Title", **more: object) -> Answer:
    return Answer(QUESTION, "en", title, body, **more)  # type: ignore[arg-type]


def source(title: str) -> Source:
    return Source("a", "secondary", "P", title, "https://example.org")


def shown(markup: str) -> str:
    """What is read, after Telegram has taken the markup apart; its rules are kept."""
    assert remarks(markup) == []
    return parse_html(markup)[0]


# Length


def test_what_fits_is_left_alone() -> None:
    body = "x" * 4096
    assert render.cut(body) == body
    assert render.cut("&amp;" * 4096) == "&amp;" * 4096
    assert render.cut(f"<b>{body}</b>") == f"<b>{body}</b>"


def test_what_is_too_long_ends_with_a_whole_line() -> None:
    lines = "\n".join(f"{number}. A city" for number in range(1000))
    cut = shown(render.cut(lines))
    assert len(cut) <= 4096
    assert cut.endswith(". A city…")
    assert lines.startswith(cut.removesuffix("…") + "\n")


def test_what_has_no_lines_is_cut_where_it_must_be() -> None:
    assert shown(render.cut("x" * 5000)) == "x" * 4095 + "…"


def test_characters_count_as_telegram_counts_them() -> None:
    assert shown(render.cut("🙂" * 3000)) == "🙂" * 2047 + "…"


def test_every_element_is_closed_and_no_reference_torn() -> None:
    markup = "<blockquote><b>" + "&amp;" * 5000 + "</b></blockquote>"
    assert render.cut(markup).endswith("&amp;…</b></blockquote>")
    assert shown(render.cut(markup)) == "&" * 4095 + "…"


inner = st.recursive(
    st.text(max_size=30).map(escape),
    lambda children: st.tuples(st.sampled_from("bius"), st.lists(children, max_size=4)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=20,
)


@given(markup=inner, limit=st.integers(2, 60))
@example(markup="<b>\n</b>x", limit=2)
@example(markup="<b>a\nb</b>\n<i>c</i>", limit=4)
def test_whatever_is_cut_is_good_markup_within_the_limit(markup: str, limit: int) -> None:
    cut = parse_html(render.cut(markup, limit))[0]
    assert utf16_length(cut) <= limit
    whole = plain(markup)
    assert cut == whole or whole.startswith(cut.removesuffix("…"))


def test_an_answer_that_is_too_long_keeps_its_sources() -> None:
    lines = "\n".join(f"{number}. A city" for number in range(1000))
    text = render.text(answer(lines, sources=(source("The list"),), sources_label="Source"))
    assert shown(text).endswith("…\n\nSource: P: The list")
    assert utf16_length(shown(text)) <= 4096


# Buttons


def choice(label: str, **slots: object) -> Choice:
    return Choice(label, Question("place", **slots))  # type: ignore[arg-type]


def rows(*choices: Choice) -> list[list[str]]:
    keyboard = render.keyboard(answer(choices=choices))
    assert keyboard is not None
    return [[button.text for button in row] for row in keyboard.inline_keyboard]


def test_without_choices_there_are_no_buttons() -> None:
    assert render.keyboard(answer()) is None


def test_short_buttons_share_a_row_and_long_ones_have_their_own() -> None:
    labels = ("Venice", "Berlin", "Toledo", "Toledo in the United States", "Toledo in Spain", "X")
    choices = [choice(label, number=number) for number, label in enumerate(labels)]
    assert rows(*choices) == [
        ["Venice", "Berlin", "Toledo"],
        ["Toledo in the United States"],
        ["Toledo in Spain", "X"],
    ]


def test_pages_stand_below_in_a_row() -> None:
    back, following = (
        Choice(label, Question("partners", places=(745044,), page=page))
        for label, page in (("‹", 1), ("›", 3))
    )
    current = Answer(
        Question("partners", places=(745044,), page=2),
        "en",
        "T",
        "B",
        choices=(back, following, choice("Venice")),
    )
    keyboard = render.keyboard(current)
    assert keyboard is not None
    assert [[b.text for b in row] for row in keyboard.inline_keyboard] == [["Venice"], ["‹", "›"]]


def test_a_button_holds_the_token_of_its_question() -> None:
    keyboard = render.keyboard(answer(choices=(choice("Venice", places=(3164603,)),)))
    assert keyboard is not None
    data = keyboard.inline_keyboard[0][0].callback_data
    assert isinstance(data, str)
    assert Question.from_token(data) == Question("place", places=(3164603,))


@pytest.mark.parametrize(
    "slots", [{"name": "x" * 300}, {"options": tuple(range(10**7, 10**7 + 30))}]
)
def test_no_token_is_too_long_for_telegram(slots: dict[str, object]) -> None:
    question = Question("place", **slots)  # type: ignore[arg-type]
    said = Answer(question, "en", "T", "B", choices=(Choice("Go", question),))
    keyboard = render.keyboard(said)
    assert keyboard is not None
    assert len(str(keyboard.inline_keyboard[0][0].callback_data)) <= 64
    assert 1 <= len(render.article(said).id) <= 64


# Inline results


def test_an_article_shows_the_title_and_the_first_line_after_it() -> None:
    article = render.article(answer("<b>Title</b>\nSince 2007 &amp; on"))
    assert (article.title, article.description) == ("Title", "Since 2007 & on")
    assert article.id == QUESTION.token


# Whatever is asked


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(asked=st.text(max_size=300))
@example(asked="x" * 10_000)
@example(asked="<b>&amp;</i> ' \" <script>")
@example(asked="\u202egnihtemos\u200f \x00\x07\ud7ff")
@example(asked="when did <b>Hogwarts</b> & co twin with Istanbul?")
@example(asked="🙂" * 500)
def test_every_answer_is_something_that_telegram_takes(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    words = shown(render.text(answer))
    assert words.strip()
    assert utf16_length(words) <= 4096
    article = render.article(answer)
    assert article.title.strip()
    assert re.fullmatch("[A-Za-z0-9_-]{1,64}", article.id)
    keyboard = render.keyboard(answer)
    for button in chain.from_iterable(keyboard.inline_keyboard if keyboard else ()):
        assert button.text.strip()
        assert re.fullmatch("[A-Za-z0-9_-]{1,64}", str(button.callback_data))
