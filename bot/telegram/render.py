"""An Answer as Telegram shows it: a message with buttons, or an inline result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import MessageLimit, ParseMode, PollLimit

from bot.answers.answer import Answer, Choice, escape, stressed
from bot.answers.voice import Voice
from bot.trivia.items import Item
from bot.understanding.question import TOKEN_LIMIT, Question

#: Sources are links: a preview of the first would be taller than the answer.
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
#: Characters of labels that share a row on a narrow telephone, each button's edges included.
_ROW = 34
_EDGES = 3
#: Characters of a source under the answer of a poll, at the most.
_SOURCE = 80
#: Telegram's own limit to the buttons of a message.
_BUTTONS = 100
_PIECE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>|&(?:#\w+|\w+);|.", re.DOTALL)


def text(answer: Answer) -> str:
    """The HTML of an Answer, within Telegram's limit; where it is too long its sources stay."""
    whole = answer.html
    if _surely_fits(whole, MessageLimit.MAX_TEXT_LENGTH):
        return whole
    sources = whole[len(answer.body) :]
    room = MessageLimit.MAX_TEXT_LENGTH - _units(sources)
    if room < MessageLimit.MAX_TEXT_LENGTH // 2:
        return cut(whole)
    return cut(answer.body, room) + sources


def keyboard(answer: Answer) -> InlineKeyboardMarkup | None:
    """The choices of an Answer as buttons: as they come, and the pages in a row of their own."""
    pages: list[InlineKeyboardButton] = []
    others: list[InlineKeyboardButton] = []
    for choice in answer.choices[:_BUTTONS]:
        button = InlineKeyboardButton(choice.label, callback_data=_token(choice.question))
        (pages if _turns(answer, choice) else others).append(button)
    rows = [*_rows(others), *([pages] if pages else [])]
    return InlineKeyboardMarkup(rows) if rows else None


def article(answer: Answer) -> InlineQueryResultArticle:
    """An Answer as an inline result or a guest's reply. Its id is its Question's token."""
    return InlineQueryResultArticle(
        id=_token(answer.question),
        title=answer.title or answer.summary,
        description=answer.summary,
        input_message_content=InputTextMessageContent(
            text(answer), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=keyboard(answer),
    )


def explanation(item: Item, source: str) -> str:
    """The fact behind a question and its source, as HTML within the limit of polls."""
    named = source[:_SOURCE]
    room = PollLimit.MAX_EXPLANATION_LENGTH - _units(escape(named)) - 1
    cited = f'<a href="{escape(item.url)}">{escape(named)}</a>' if item.url else escape(named)
    return f"{cut(escape(item.fact), room)}\n{cited}"


def right(said: str, item: Item, source: str) -> str:
    """That somebody has named the name, with the fact and its source, as HTML."""
    return f"{stressed(said)}\n{explanation(item, source)}"


def was(item: Item, voice: Voice) -> str:
    """The name that nobody has guessed, with the fact and its source, as HTML."""
    source = voice.say("fact-source", source=item.source)
    return f"{stressed(voice.say('guess-was', name=item.name))}\n{explanation(item, source)}"


def cut(markup: str, limit: int = MessageLimit.MAX_TEXT_LENGTH) -> str:
    """HTML whose text has at most ``limit`` UTF-16 units, the unit in which Telegram counts.

    What is too long ends with a whole line where there is one, with "…" and with every element
    closed.
    """
    if _surely_fits(markup, limit) or _units(markup) <= limit:
        return markup
    room = limit - 1
    used = 0
    open_elements: list[str] = []
    end, closing = 0, ""
    line_end, line_closing = 0, ""
    for piece in _PIECE.finditer(markup):
        element = piece[2]
        if element and piece[1]:
            del open_elements[-1:]
        elif element:
            open_elements.append(element)
        else:
            if piece[0] == "\n" and used:
                line_end, line_closing = end, closing
            used += _width(piece[0])
            if used > room:
                break
        end = piece.end()
        closing = "".join(f"</{name}>" for name in reversed(open_elements))
    if line_end:
        end, closing = line_end, line_closing
    return markup[:end].rstrip() + "…" + closing


def _surely_fits(markup: str, limit: int) -> bool:
    """Without counting: no character takes more than two units."""
    return len(markup) * 2 <= limit


def _units(markup: str) -> int:
    """The UTF-16 units of a text without its markup."""
    return sum(_width(piece[0]) for piece in _PIECE.finditer(markup) if not piece[2])


def _width(piece: str) -> int:
    """A reference such as &amp; is read as one character; what stands for more counts as one
    too, since none that an Answer holds does."""
    return 1 if len(piece) > 1 else 1 + (piece > "\uffff")


def _turns(answer: Answer, choice: Choice) -> bool:
    """Whether a choice is another page of the same answer."""
    question, shown = choice.question, answer.question
    return question.page != shown.page and replace(question, page=shown.page) == shown


def _token(question: Question) -> str:
    """A Question's token, or where that is longer than Telegram takes, that of the nearest."""
    token = question.token
    return token if len(token) <= TOKEN_LIMIT else question.fitted().token


def _rows(buttons: list[InlineKeyboardButton]) -> Iterator[list[InlineKeyboardButton]]:
    """Buttons in their order, as many in a row as a narrow telephone shows in full."""
    row: list[InlineKeyboardButton] = []
    width = 0
    for button in buttons:
        wide = len(button.text) + _EDGES
        if row and width + wide > _ROW:
            yield row
            row, width = [], 0
        row.append(button)
        width += wide
    if row:
        yield row
