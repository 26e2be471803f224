"""Neighbours in the order of time: who came after Berlin, and the year before that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.dates import PartialDate
from bot.knowledge.store import Store
from bot.understanding.language import Language
from bot.understanding.periods import beside
from bot.understanding.question import Period, Question
from bot.understanding.text import Word

#: Intents about the partners that joined after (1) or before (-1) one that is named, and what
#: they ask for: the first from then on, the latest until then, or all.
NEIGHBOURS = {
    "next_after": ("first", 1),
    "just_before": ("latest", -1),
    "all_after": ("partners", 1),
    "all_before": ("partners", -1),
}


def neighbours(question: Question, store: Store) -> Question:
    """The Question about a span of time that one about a partner's neighbours means.

    Where the date of the partnership is not on record, one about the pair, which says so.
    """
    intent, step = NEIGHBOURS[question.intent]
    since = _since(question, store)
    if since is None:
        return Question("when", places=question.places)
    date = beside(since, step)
    period = Period(date, None) if step > 0 else Period(None, date)
    return Question(intent, places=question.places[:1], areas=question.areas, period=period)


def further(previous: Question, intent: str, store: Store) -> Question | None:
    """The same after a question about one partner: "and the one after that?"."""
    if previous.intent in ("first", "latest"):
        forth = intent == "next_after" or previous.intent == "latest"
        number = max(previous.number, 1) + (1 if forth else -1)
        return replace(previous, number=max(number, 1))
    if len(previous.places) > 1:
        return neighbours(Question(intent, places=previous.places[:2]), store)
    return None


def with_year(
    words: Sequence[Word], language: Language, previous: Question | None, store: Store
) -> list[Word]:
    """The words with "the year before" in figures, counted from the year of the question before."""
    found = next(language.shifts.within([word.folded for word in words]), None)
    if not found or not previous:
        return list(words)
    start, end, step = found
    period = previous.period
    dates = (period.first, period.last) if period else (_since(previous, store),) * 2
    date = dates[0] if step < 0 else dates[1]
    if date is None:
        return list(words)
    year = str(date.year + step)
    return [*words[:start], Word(year, year, False, words[start].gap), *words[end:]]


def _since(question: Question, store: Store) -> PartialDate | None:
    """The date of the partnership of the pair that a question is about."""
    if len(question.places) < 2:
        return None
    partnership = store.partnership(*question.places[:2])
    return partnership.since if partnership else None
