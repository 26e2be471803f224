"""What is offered while somebody types to the bot from another chat."""

from __future__ import annotations

import pytest

from bot.assistant import Assistant


def titles(assistant: Assistant, text: str, language: str = "en") -> list[str]:
    return [answer.title for answer in assistant.suggest(text, language)[0]]


def test_nothing_typed_shows_examples(assistant: Assistant) -> None:
    assert len(titles(assistant, "")) == 20


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ven", "Istanbul – Venice"),
        ("s", "Istanbul – Shimonoseki"),
        ("istanbul venice", "Istanbul – Venice"),
        ("which german cities", "Istanbul · Germany"),
        ("hogwarts", "No such place"),
    ],
)
def test_the_best_comes_first(text: str, first: str, assistant: Assistant) -> None:
    assert titles(assistant, text)[0] == first


def test_behind_a_list_come_the_partnerships_that_it_is_about(assistant: Assistant) -> None:
    assert titles(assistant, "which german cities")[1:] == [
        "Istanbul – Berlin",
        "Istanbul – Cologne",
    ]


def test_pages_show_every_partner_once(assistant: Assistant) -> None:
    shown: list[str] = []
    offset: int | None = 0
    while offset is not None:
        answers, offset = assistant.suggest("partners of istanbul", offset=offset)
        shown += [answer.question.token for answer in answers]
    assert len(shown) == len(set(shown))
    assert sum(token.startswith("when-") for token in shown) >= 42


def test_names_are_begun_in_the_language_of_the_person(assistant: Assistant) -> None:
    assert titles(assistant, "köl", "de")[0] == "Istanbul – Köln"
