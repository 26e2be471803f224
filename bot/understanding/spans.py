"""Names as spans of words, and the names between them that are no places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.records import Place
from bot.understanding.sight import Sight
from bot.understanding.text import Word


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words ``start`` to ``end`` (exclusive) and the places that they may name.

    No places: a name that is no place.
    """

    start: int
    end: int
    #: The likeliest first; more than one only where the others are about as likely.
    places: tuple[Place, ...]
    text: str
    corrected: bool = False
    #: Whether it is listed, but as no name that the place has in earnest: a common misspelling.
    slip: bool = False
    #: Whether it is listed only without its ending.
    inflected: bool = False
    #: The city at hand that bears the name of the country or state that is read: Tunis.
    city: Place | None = None
    #: Whether a corrected reading is too doubtful to be taken without asking.
    doubtful: bool = False


def span_of(
    words: Sequence[Word],
    start: int,
    end: int,
    places: tuple[Place, ...],
    corrected: bool = False,
    doubtful: bool = False,
) -> NameSpan:
    """A span with its words as they were written."""
    text = words[start].text + "".join(w.gap + w.text for w in words[start + 1 : end])
    shown = " ".join(text.split())
    return NameSpan(start, end, places, shown, corrected=corrected, doubtful=doubtful)


def with_unknown(
    words: Sequence[Word], free: Sequence[bool], sight: Sight, spans: Sequence[NameSpan]
) -> list[NameSpan]:
    """The names and, between them, strange words where a name is expected: no places.

    A strange word right behind a small or doubtful name makes the two one unknown name:
    Minas Tirith is not Minas in Uruguay.
    """
    result = list(spans)
    by_end = {span.end: span for span in spans}
    by_start = {span.start: span for span in spans}
    start = 0
    while start < len(words):
        end = start
        while (
            end < len(words)
            and free[end]
            and (sight.is_strange(end) or sight.continues(end, beginning=end == start))
        ):
            end += 1
        if sum(len(word.folded) for word in words[start:end]) > 2:
            before, after = by_end.get(start), by_start.get(end)
            if before and (before.doubtful or sight.standing.is_slight(before.places)):
                result.remove(before)
                result.append(span_of(words, before.start, end, ()))
            elif after and after.doubtful:
                result.remove(after)
                # What follows may belong to it as well.
                by_end[after.end] = span_of(words, start, after.end, ())
                result.append(by_end[after.end])
            # "Reading in Berkshire": what narrows a known name need not be known itself.
            elif not (start - 1 in by_end and sight.is_opener(start - 1)) and any(
                sight.is_placed(i) for i in range(start, end)
            ):
                result.append(span_of(words, start, end, ()))
        start = max(end, start + 1)
    return sorted(result, key=lambda span: span.start)
