"""No text makes the bot raise or breaks the markup of its answer."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.answer import Answer, escape, plain
from bot.assistant import Assistant
from bot.understanding.question import TOKEN_LIMIT
from tests.test_tokens import _assistant

_TAGS = {"b", "i", "u", "s", "a", "code", "blockquote"}


class _Markup(HTMLParser):
    """Fails on a tag that Telegram does not know or that is not closed in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, f"<{tag}>"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}>"


def check(answer: Answer) -> None:
    """Telegram would take this answer as it is."""
    markup = _Markup()
    markup.feed(answer.html)
    markup.close()
    assert not markup.open
    assert not re.search(r"&(?!(lt|gt|amp|quot|#\d+|#x[0-9a-f]+);)", answer.html)
    assert 1 <= len(plain(answer.html).encode("utf-16-le")) // 2 <= 4096
    assert answer.title and "\n" not in answer.title
    assert re.fullmatch(r"[A-Za-z0-9_-]+", answer.question.token)
    for question in (answer.question, *(choice.question for choice in answer.choices)):
        assert len(question.token) <= TOKEN_LIMIT
    assert all(choice.label for choice in answer.choices)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "a" * 10_000,
        "when did istanbul twin with " + "venice " * 2_000,
        "<b>when did <i>istanbul</b> twin & with venice?</i>",
        "<script>alert(1)</script> istanbul",
        "istanbul'; drop table claims; --",
        '" or 1=1 --',
        "🤝🏙️🌍",
        "🇹🇷 istanbul 🤝 🇮🇹 venice?",
        "\u202eecinev\u202c istanbul\u200f",
        "\x00\x01\x02 istanbul \x7f venice \x1b[31m",
        "{city} {area} $name { $count ->",
        "*bold* _italic_ [link](http://example.org) `code`",
        "%s %d %(name)s",
        "/",
        "/ask",
        "/ask@somebot when venice",
        "/city <b>",
        "/nosuchcommand venice",
        "-" * 4096,
        "١٩٩٧ میں کون",
        "Ａ Ｂ Ｃ",
        "a\u0301" * 3000,
        "1" * 5000,
        "is <Hogwarts & Co> twinned with istanbul",
        "who twinned in 0000 or 9999 or 31 february 1997",
        "\ud800 lone surrogate",
    ],
)
def test_hostile_texts(text: str, assistant: Assistant) -> None:
    check(assistant.ask(text))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_texts_of_every_unicode_category(text: str) -> None:
    check(_assistant().ask(text))


SAID = """when is did how many istanbul venice berlin toledo georgia hogwarts and with in before
    1990 december 17 first last third sister city twin towns history why not europe germany
    < & > " ' the 90s of today tablecloth shangai / -"""
WORDS = st.sampled_from(SAID.split())


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=14), st.lists(WORDS, max_size=8))
def test_words_of_questions_in_any_order_and_after_any_other(
    first: list[str], second: list[str]
) -> None:
    answer = _assistant().ask(" ".join(first))
    check(answer)
    check(_assistant().ask(" ".join(second), previous=answer.question))
    for choice in answer.choices:
        check(_assistant().open(choice.question.token))


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    assert plain(escape(text)) == text
