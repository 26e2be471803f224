"""Rows of Wikidata -> the rows of a list.

A twinning is a claim ``twin_town`` of the item's page on Wikidata (a source of the kind
``reference``), dated with Wikidata's precision: day, month or year; coarser dates are left out.
With an end time it is a second claim, ``ended``. Where the statement refers to a web page, that
page is a second source of the same claim, of the kind ``other`` and named as "cited by Wikidata",
since nobody has read it for us. A pair that both items state alike is one claim.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.knowledge.dates import PartialDate
from bot.knowledge.layers import key_of
from bot.knowledge.records import Source
from bot.knowledge.wikidata.queries import Link

#: Wikidata's precisions of dates, and how many parts of one they vouch for.
_PARTS = {"9": 1, "10": 2, "11": 3}
_TIME = re.compile(r"\+?(\d{4})-(\d\d)-(\d\d)T")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Twinning:
    """What one item states, the places by their GeoNames ids."""

    a: int
    b: int
    since: str
    ended: bool
    until: str
    item: str
    #: Addresses and titles of the pages that the statement refers to.
    pages: tuple[tuple[str, str], ...]


def places(links: Iterable[Link], people: Mapping[int, int]) -> dict[str, int]:
    """The place of each item: of its GeoNames ids that are known the one with most people.

    ``people`` has how many live in each place that is known.
    """
    found: dict[str, int] = {}
    for link in links:
        for item, text in ((link.item, link.geonames), (link.partner, link.partner_geonames)):
            number = int(text) if text.isdecimal() and len(text) < 19 else 0
            if number in people:
                other = found.get(item, number)
                found[item] = max(other, number, key=lambda n: (people[n], -n))
    return found


def twinnings(links: Iterable[Link], places: Mapping[str, int], today: dt.date) -> list[Twinning]:
    """The twinnings between places that are known, each once, in a lasting order."""
    pages: dict[tuple[int, int, str, bool, str], dict[str, set[tuple[str, str]]]] = defaultdict(
        dict
    )
    for link in links:
        one, other = places.get(link.item, 0), places.get(link.partner, 0)
        if not one or not other or one == other:
            continue
        until = _date(link.until, link.until_precision)
        over = bool(link.ended) and not (until and PartialDate.parse(until).earliest > today)
        since = _date(link.since, link.since_precision)
        if since and PartialDate.parse(since).earliest > today:
            since = ""
        said = (min(one, other), max(one, other), since, over, until if over else "")
        cited = pages[said].setdefault(link.item, set())
        if _is_page(link.url):
            cited.add((link.url, link.title[:_LONGEST]))
    return [
        Twinning(*said, min(by_item, key=_number), tuple(sorted(set().union(*by_item.values()))))
        for said, by_item in sorted(pages.items())
    ]


def claims(
    found: Iterable[Twinning], labels: Mapping[str, str], sources: dict[Source, None]
) -> Iterator[tuple[str, ...]]:
    """Rows in CLAIM_COLUMNS; collects their sources. ``labels`` has names of items, if any."""
    for twinning in found:
        item = twinning.item
        said = ("reference", "Wikidata", f"{labels.get(item, item)} ({item})")
        stated = [Source("", *said, f"https://www.wikidata.org/wiki/{item}#P190")]
        for url, title in twinning.pages:
            host = urlsplit(url).hostname or url
            stated.append(Source("", "other", f"{host}, cited by Wikidata", title or host, url))
        status = "ended" if twinning.ended else "active"
        events = [("twin_town", twinning.since)]
        events += [("ended", twinning.until)] if twinning.ended else []
        for source in stated:
            key = key_of((source.kind, source.publisher, source.title, source.url))
            sources[Source(key, source.kind, source.publisher, source.title, source.url)] = None
            for event, date in events:
                yield (str(twinning.a), "", str(twinning.b), "", date, event, status, key, "")


def _date(text: str, precision: str) -> str:
    """A date with as much as Wikidata vouches for; nothing where that is less than a year."""
    match, parts = _TIME.match(text), _PARTS.get(precision, 0)
    if not match or not parts:
        return ""
    date = "-".join(match.groups()[:parts])
    try:
        return str(PartialDate.parse(date))
    except ValueError:
        return ""


def _is_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(url) <= _LONGEST


def _number(item: str) -> int:
    return int(item[1:])
