"""Answer: one value that every surface draws in its own way."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace

from bot.knowledge.records import Source
from bot.understanding.question import Question

_TAG = re.compile(r"</?[a-z][^>]*>")


def escape(text: str) -> str:
    """Text for the body of an Answer: ``& < >`` and quotes as entities."""
    return html.escape(text)


def stressed(text: str) -> str:
    """Plain text as markup, where ``*stars*`` mark what stands out."""
    parts = [escape(part) for part in text.split("*")]
    return "".join(f"<b>{part}</b>" if i % 2 else part for i, part in enumerate(parts))


def plain(markup: str) -> str:
    """The words of a body, without its tags."""
    return html.unescape(_TAG.sub("", markup))


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the person may ask next: a button, an inline link, a number in the terminal."""

    label: str
    question: Question


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to one Question."""

    question: Question
    #: The language it is said in (CLDR code).
    language: str
    #: One line of plain text.
    title: str
    #: Telegram's small HTML: b, i, u, s, a, code, blockquote; line feeds for lines.
    body: str
    sources: tuple[Source, ...] = ()
    #: The language's word before the sources ("Source", "Sources").
    sources_label: str = ""
    choices: tuple[Choice, ...] = ()
    #: False where the question could not be read (off topic, no such place, unclear).
    understood: bool = True
    #: False where a group that did not address the bot should hear nothing.
    confident: bool = True

    @property
    def intent(self) -> str:
        """The intent of the Question, or which_place where a name is still open."""
        return "which_place" if self.question.options else self.question.intent

    def together(self, other: Answer) -> Answer:
        """This answer and the one to the second question of the same text.

        Its address is that of the first; what may be asked next is what the second offers.
        """
        sources = tuple(dict.fromkeys((*self.sources, *other.sources)))
        return replace(
            self,
            body=f"{self.body}\n\n{other.body}",
            sources=sources,
            sources_label=max(self.sources_label, other.sources_label, key=len),
            choices=other.choices or self.choices,
            confident=self.confident and other.confident,
        )

    def leads_to(self, previous: Question | None) -> Question | None:
        """What a follow-up leans on: this Question, or the one before where it was not read."""
        return self.question if self.understood or self.question.options else previous

    @property
    def html(self) -> str:
        """Body and sources as Telegram's HTML, within 4096 characters of text."""
        if not self.sources:
            return self.body
        named = ", ".join(
            f'<a href="{escape(s.url)}">{escape(s.publisher)}: {escape(s.title)}</a>'
            if s.url
            else f"{escape(s.publisher)}: {escape(s.title)}"
            for s in self.sources
        )
        return f"{self.body}\n\n<i>{escape(self.sources_label)}: {named}</i>"

    @property
    def text(self) -> str:
        """The same as plain text, with the addresses of the sources written out."""
        body = plain(self.body)
        if not self.sources:
            return body
        lines = [
            f"  {s.publisher}: {s.title}" + (f" <{s.url}>" if s.url else "") for s in self.sources
        ]
        return "\n".join([body, "", f"{self.sources_label}:", *lines])

    @property
    def summary(self) -> str:
        """The first line of the body after the title, as an inline result's description."""
        lines = [line for line in plain(self.body).splitlines() if line.strip()]
        return next((line for line in lines if line != self.title), "")
