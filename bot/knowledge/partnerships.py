"""What the claims about one pair of places add up to: since when, as what, whether it stands.

**How a date is chosen.** Of all claims that something began, the best one speaks for the pair:

1. the fullest tie: a partnership before a friendship, a friendship before a cooperation;
2. what has a date before what has none;
3. the nearest source: the founding document, a city, an association of partners, a government,
   the press, reference works, others (SOURCE_KINDS);
4. the earlier date;
5. and where another claim of the same tie gives a day of the month or year so found
   (1989 and 1989-11-17), the day, with its source.

Claims that cannot be true beside the chosen one are disputes(); friendships and agreements
before a partnership are earlier_ties(). Nothing is thrown away.

**Whether it stands.** The last dated end or suspension counts, unless something active was
signed after it. Without one, the nearest source that says anything says it; of sources
equally near, the one that knows of an end does, for lists outlive what they list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from bot.knowledge.dates import PartialDate
from bot.knowledge.records import CLOSING, EVENTS, SOURCE_KINDS, Claim, Partnership, Status

#: Ties that come before or beside a partnership rather than being one, the fuller first.
LIGHTER = ("friendship_city", "cooperation")

#: Reports of one end differ by the council's vote, the notice and the news of it.
_ONE_END = dt.timedelta(days=366)

_NO_KINDS: Mapping[str, str] = MappingProxyType({})


def add_up(
    place: int, partner: int, claims: Sequence[Claim], kinds: Mapping[str, str] = _NO_KINDS
) -> Partnership:
    """The partnership of ``place`` with ``partner``, by the rules at the head of this module.

    ``kinds`` says of what kind a claim's source is; a source that it lacks is of the last
    one. Claims that are equal in everything stand in the order in which they are given.
    """
    ordered = sorted(claims, key=lambda claim: _standing(claim, kinds))
    opening = [claim for claim in ordered if claim.event not in CLOSING]
    first = _most_precise(opening or ordered)
    status, ended = _state(opening, [c for c in ordered if c.event in CLOSING], kinds)
    return Partnership(
        place=place,
        partner=partner,
        event=first.event if opening else EVENTS[0],
        since=first.date if opening else None,
        status=status,
        claims=(first, *(claim for claim in ordered if claim is not first)),
        label=first.b_label if first.a == place else first.a_label,
        ended=ended,
    )


def disputes(partnership: Partnership) -> list[Claim]:
    """Claims of the same tie whose date cannot be the one that is given.

    What is called a friendship but dated after the partnership is the partnership by another
    name. What was signed after an end is another beginning, not another date of the first.
    """
    first, *others = partnership.claims
    if not first.date or first.event in CLOSING:
        return []
    end = min((c.date.latest for c in others if c.date and c.event in CLOSING), default=None)
    return [
        claim
        for claim in others
        if claim.date
        and claim.event not in CLOSING
        and (
            _tie(claim) == _tie(first)
            or (claim.event == "friendship_city" and claim.date > first.date)
        )
        and not agree(claim.date, first.date)
        and not (end and first.date.latest < end < claim.date.earliest)
    ]


def earlier_ties(partnership: Partnership) -> list[Claim]:
    """Dated friendships before a partnership, and agreements of cooperation beside one."""
    first, *others = partnership.claims
    return [
        claim
        for claim in others
        if claim.date
        and claim.event in LIGHTER
        and _tie(claim) > _tie(first)
        and not (first.date and agree(claim.date, first.date))
        and (claim.event == "cooperation" or not first.date or claim.date < first.date)
    ]


def is_certain(partnership: Partnership, kinds: Mapping[str, str]) -> bool:
    """Whether it is a full partnership that stands, with a date that nothing on record disputes,
    that more than a blog or the like gives, and no lighter tie that could be meant instead."""
    return bool(
        kinds.get(partnership.claims[0].source, SOURCE_KINDS[-1]) != SOURCE_KINDS[-1]
        and partnership.status == "active"
        and partnership.since
        and partnership.event not in LIGHTER
        and not disputes(partnership)
        and not earlier_ties(partnership)
    )


def agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates can be the same day."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def _tie(claim: Claim) -> int:
    """How full a tie is: 0 is a partnership; the end of one is none at all."""
    if claim.event in CLOSING:
        return len(EVENTS)
    return LIGHTER.index(claim.event) + 1 if claim.event in LIGHTER else 0


def _nearness(claim: Claim, kinds: Mapping[str, str]) -> int:
    return SOURCE_KINDS.index(kinds.get(claim.source, SOURCE_KINDS[-1]))


def _standing(claim: Claim, kinds: Mapping[str, str]) -> tuple[int, bool, int, dt.date]:
    since = claim.date.earliest if claim.date else dt.date.max
    return _tie(claim), claim.date is None, _nearness(claim, kinds), since


def _most_precise(ordered: Sequence[Claim]) -> Claim:
    """The first of the claims, or the first that says more precisely when the same tie began."""
    best = ordered[0]
    for claim in ordered:
        if (
            claim.date
            and best.date
            and _tie(claim) == _tie(best)
            and agree(claim.date, best.date)
            and _precision(claim.date) > _precision(best.date)
        ):
            best = claim
    return best


def _precision(date: PartialDate) -> int:
    return bool(date.month) + bool(date.day)


def _state(
    opening: Sequence[Claim], closing: Sequence[Claim], kinds: Mapping[str, str]
) -> tuple[Status, PartialDate | None]:
    """Whether the partnership stands, and since when not; claims in the order of standing."""
    dated = [claim for claim in closing if claim.date]
    if dated:
        last = max(dated, key=lambda claim: _latest(claim))
        if any(c.status == "active" and c.date and _after(c.date, last) for c in opening):
            return "active", None
        same = [
            claim
            for claim in dated
            if claim.event == last.event and _latest(last) - _latest(claim) < _ONE_END
        ]
        one = _most_precise(same)
        return one.status, one.date
    if closing:
        return closing[0].status, None
    return _said_status(opening, kinds), None


def _said_status(opening: Iterable[Claim], kinds: Mapping[str, str]) -> Status:
    """What the nearest sources say; an end that one of them knows of before the others."""
    told = [claim for claim in opening if claim.status != "unknown"]
    if not told:
        return "unknown"
    nearest = min(_nearness(claim, kinds) for claim in told)
    said: list[Status] = [c.status for c in told if _nearness(c, kinds) == nearest]
    return next((status for status in said if status in CLOSING), said[0])


def _latest(claim: Claim) -> dt.date:
    return claim.date.latest if claim.date else dt.date.min


def _after(date: PartialDate, end: Claim) -> bool:
    return date.earliest > _latest(end)
