"""What the claims about one pair of places add up to."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.dates import PartialDate
from bot.knowledge.records import CLOSING, EVENTS, Claim, Partnership, Status

#: Ties that come before or beside a partnership rather than being one.
LIGHTER = ("friendship_city", "cooperation")


def add_up(place: int, partner: int, claims: Sequence[Claim]) -> Partnership:
    """The partnership of ``place`` with ``partner``; claims in the order of their standing.

    Since when: by the first dated claim of a full partnership, else of a lighter tie.
    The first source to state it keeps its word; others stand beside it (disputes()).
    """
    opening = [claim for claim in claims if claim.event not in CLOSING]
    full = [claim for claim in opening if claim.event not in LIGHTER] or opening
    dated = [claim for claim in full if claim.date] or full
    first = dated[0] if dated else claims[0]
    closing = [claim for claim in claims if claim.event in CLOSING]
    status: Status = first.status
    if closing:
        status = closing[-1].status
    return Partnership(
        place=place,
        partner=partner,
        event=first.event if opening else EVENTS[0],
        since=first.date if opening else None,
        status=status,
        claims=(first, *(claim for claim in claims if claim is not first)),
        label=first.b_label if first.a == place else first.a_label,
        ended=closing[-1].date if closing else None,
    )


def disputes(partnership: Partnership) -> list[Claim]:
    """Claims of the same standing whose date cannot be the one that is given."""
    first, *others = partnership.claims
    return [
        claim
        for claim in others
        if claim.date
        and first.date
        and claim.event not in CLOSING
        and (claim.event in LIGHTER) == (first.event in LIGHTER)
        and not agree(claim.date, first.date)
    ]


def earlier_ties(partnership: Partnership) -> list[Claim]:
    """Dated friendships and agreements beside a full partnership."""
    first, *others = partnership.claims
    if first.event in LIGHTER:
        return []
    return [claim for claim in others if claim.date and claim.event in LIGHTER]


def agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates can be the same day."""
    return one.earliest <= other.latest and other.earliest <= one.latest
