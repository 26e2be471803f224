"""What claims add up to: since when, disputed by whom, ended or not."""

from __future__ import annotations

from bot.knowledge.dates import PartialDate
from bot.knowledge.partnerships import add_up, disputes, earlier_ties
from bot.knowledge.records import Claim
from bot.knowledge.store import Store

ISTANBUL, HOUSTON, VENICE, ROTTERDAM, NICOSIA = 745044, 4699066, 3164603, 2747891, 146268
COVENTRY, DRESDEN, KIEL = 2652221, 2935022, 2891122


def claim(event: str, date: str, status: str = "active", source: str = "one") -> Claim:
    return Claim(1, 2, event, PartialDate.parse(date) if date else None, status, source)  # type: ignore[arg-type]


def test_the_first_source_keeps_its_word_and_another_stands_beside_it(store: Store) -> None:
    houston = store.partnership(ISTANBUL, HOUSTON)
    assert houston
    assert str(houston.since) == "1988"
    assert [str(c.date) for c in disputes(houston)] == ["1986"]


def test_a_more_precise_date_of_the_same_time_is_no_dispute() -> None:
    partnership = add_up(1, 2, [claim("twin_town", "1988"), claim("sister_city", "1988-05-03")])
    assert str(partnership.since) == "1988"
    assert disputes(partnership) == []


def test_an_agreement_before_a_partnership_is_an_earlier_tie(store: Store) -> None:
    venice = store.partnership(ISTANBUL, VENICE)
    assert venice
    assert str(venice.since) == "2007-06-08"
    assert disputes(venice) == []
    assert [str(c.date) for c in earlier_ties(venice)] == ["1993"]


def test_a_friendship_alone_dates_the_partnership() -> None:
    partnership = add_up(1, 2, [claim("friendship_city", "1947")])
    assert str(partnership.since) == "1947"
    assert earlier_ties(partnership) == []


def test_what_has_ended_keeps_its_dates(store: Store) -> None:
    rotterdam = store.partnership(ISTANBUL, ROTTERDAM)
    assert rotterdam
    assert (rotterdam.status, str(rotterdam.since), str(rotterdam.ended)) == (
        "ended",
        "2005-06-24",
        "2017-03-15",
    )


def test_a_claim_without_a_date_stays_without_one() -> None:
    assert add_up(1, 2, [claim("sister_city", "")]).since is None


def test_the_name_of_a_partner_is_that_of_the_source_where_it_says_another(store: Store) -> None:
    nicosia = store.partnership(ISTANBUL, NICOSIA)
    assert nicosia
    assert nicosia.label == "Nicosia Turkish Municipality"


def test_seen_from_the_other_side_it_is_the_same_partnership(store: Store) -> None:
    here, there = store.partnership(COVENTRY, DRESDEN), store.partnership(DRESDEN, COVENTRY)
    assert here and there
    assert (here.since, here.status) == (there.since, there.status)
    assert {str(c.date) for c in disputes(here)} == {"1959-02-13"}


def test_partners_come_in_the_order_of_their_dates(store: Store) -> None:
    dates = [p.since for p in store.partnerships(ISTANBUL) if p.since]
    assert [d.year for d in dates] == sorted(d.year for d in dates)
    assert str(dates[0]) == "1965"


def test_kiel_was_a_friend_before_it_was_a_partner(store: Store) -> None:
    kiel = store.partnership(COVENTRY, KIEL)
    assert kiel
    claimed = {str(c.date) for c in (*disputes(kiel), *earlier_ties(kiel))}
    assert claimed | {str(kiel.since)} >= {"1947", "1967-09-10"}
