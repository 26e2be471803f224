"""What claims add up to: since when, disputed by whom, ended or not."""

from __future__ import annotations

from bot.knowledge.dates import PartialDate
from bot.knowledge.partnerships import add_up, disputes, earlier_ties
from bot.knowledge.records import SOURCE_KINDS, Claim, Partnership
from bot.knowledge.store import Store

ISTANBUL, HOUSTON, VENICE, ROTTERDAM, NICOSIA = 745044, 4699066, 3164603, 2747891, 146268
COVENTRY, DRESDEN, KIEL = 2652221, 2935022, 2891122

#: In these tests a source is called by its kind.
KINDS = {kind: kind for kind in SOURCE_KINDS}


def claim(event: str, date: str, status: str = "active", source: str = "other") -> Claim:
    return Claim(1, 2, event, PartialDate.parse(date) if date else None, status, source)  # type: ignore[arg-type]


def together(*claims: Claim) -> Partnership:
    return add_up(1, 2, claims, KINDS)


def since(*claims: Claim) -> tuple[str, str]:
    """The date that is chosen, and its source."""
    partnership = together(*claims)
    return str(partnership.since), partnership.claims[0].source


def state(*claims: Claim) -> tuple[str, str]:
    """The status, and the date of the end."""
    partnership = together(*claims)
    return partnership.status, str(partnership.ended)


def dates(claims: list[Claim]) -> list[str]:
    return [str(claim.date) for claim in claims]


# How a date is chosen


def test_a_partnership_is_dated_by_itself_and_not_by_a_friendship_before_it() -> None:
    kiel = (
        claim("friendship_city", "1947", source="city"),
        claim("twin_town", "1967-09-10", source="press"),
    )
    assert since(*kiel) == ("1967-09-10", "press")
    assert dates(earlier_ties(together(*kiel))) == ["1947"]
    assert disputes(together(*kiel)) == []


def test_a_list_without_dates_leaves_a_partnership_undated_beside_a_dated_friendship() -> None:
    listed = (claim("sister_city", ""), claim("friendship_city", "1994"))
    assert since(*listed) == ("None", "other")
    assert dates(earlier_ties(together(*listed))) == ["1994"]


def test_a_friendship_alone_dates_the_partnership() -> None:
    partnership = together(claim("cooperation", "1940"), claim("friendship_city", "1947"))
    assert (str(partnership.since), partnership.event) == ("1947", "friendship_city")
    assert dates(earlier_ties(partnership)) == ["1940"]


def test_a_claim_with_a_date_goes_before_one_without() -> None:
    assert since(
        claim("sister_city", "", source="city"), claim("sister_city", "1988", source="press")
    ) == ("1988", "press")


def test_the_nearer_source_gives_the_date_and_the_other_stands_beside_it() -> None:
    claims = (
        claim("sister_city", "1972", source="reference"),
        claim("sister_city", "1973", source="press"),
        claim("partner_city", "1974", source="city"),
    )
    assert since(*claims) == ("1974", "city")
    assert dates(disputes(together(*claims))) == ["1973", "1972"]


def test_the_founding_document_keeps_its_word_against_a_city() -> None:
    assert since(
        claim("twin_town", "1959-02-13", source="city"),
        claim("twin_town", "1956", source="founding"),
    ) == ("1956", "founding")


def test_where_two_dates_agree_the_day_is_given_with_its_source() -> None:
    claims = (
        claim("twin_town", "1989", source="city"),
        claim("sister_city", "1989-11", source="government"),
        claim("sister_city", "1989-11-17", source="press"),
    )
    assert since(*claims) == ("1989-11-17", "press")
    assert disputes(together(*claims)) == []


def test_a_day_of_another_year_makes_no_date_more_precise() -> None:
    assert since(
        claim("twin_town", "1989", source="city"),
        claim("twin_town", "1990-11-17", source="press"),
    ) == ("1989", "city")


def test_of_equally_near_sources_the_earlier_date_is_given() -> None:
    claims = (
        claim("sister_city", "1990-03-05", source="city"),
        claim("sister_city", "1990-03-04", source="city"),
    )
    assert since(*claims) == ("1990-03-04", "city")
    assert dates(disputes(together(*claims))) == ["1990-03-05"]


def test_a_source_of_no_known_kind_is_the_last() -> None:
    assert since(
        claim("sister_city", "1985", source="hearsay"), claim("sister_city", "1986", source="press")
    ) == ("1986", "press")


def test_a_later_friendship_is_the_partnership_by_another_name() -> None:
    claims = (
        claim("sister_city", "1983", source="city"),
        claim("friendship_city", "1984", source="press"),
    )
    assert dates(disputes(together(*claims))) == ["1984"]
    assert earlier_ties(together(*claims)) == []


def test_the_same_date_under_another_name_adds_nothing() -> None:
    claims = (claim("sister_city", "1983-05-01"), claim("friendship_city", "1983"))
    assert disputes(together(*claims)) == []
    assert earlier_ties(together(*claims)) == []


def test_a_claim_without_a_date_stays_without_one() -> None:
    assert together(claim("sister_city", "")).since is None


# Whether it stands


def test_an_end_outweighs_an_older_list_that_has_it_as_active() -> None:
    assert state(
        claim("sister_city", "2005", source="city"),
        claim("ended", "2017-03-15", status="ended", source="press"),
    ) == ("ended", "2017-03-15")


def test_what_is_signed_after_an_end_is_active_again_and_no_dispute() -> None:
    again = (
        claim("sister_city", "1975"),
        claim("ended", "1992", status="ended"),
        claim("sister_city", "2001-05-04"),
    )
    assert state(*again) == ("active", "None")
    assert since(*again)[0] == "1975"
    assert disputes(together(*again)) == []


def test_the_last_end_counts() -> None:
    assert state(
        claim("twin_town", "1998"),
        claim("suspended", "2023-02", status="suspended"),
        claim("ended", "2025-05", status="ended"),
    ) == ("ended", "2025-05")


def test_of_reports_of_one_end_the_nearest_source_gives_its_date() -> None:
    assert state(
        claim("twin_town", "1944"),
        claim("suspended", "2022-03-23", status="suspended", source="press"),
        claim("suspended", "2022-03-22", status="suspended", source="city"),
    ) == ("suspended", "2022-03-22")


def test_an_end_without_a_date_is_an_end() -> None:
    assert state(claim("sister_city", "1957"), claim("ended", "", status="ended")) == (
        "ended",
        "None",
    )


def test_without_an_end_the_nearest_source_says_whether_it_stands() -> None:
    assert state(
        claim("sister_city", "", status="ended", source="other"),
        claim("sister_city", "1973", source="city"),
    ) == ("active", "None")


def test_of_equally_near_sources_the_one_that_knows_of_an_end_is_believed() -> None:
    assert state(
        claim("twin_town", "1977", source="city"),
        claim("twin_town", "1977", status="ended", source="city"),
    ) == ("ended", "None")


def test_a_page_that_does_not_say_leaves_it_to_those_that_do() -> None:
    unknown = claim("twin_town", "1977", status="unknown", source="city")
    assert state(unknown)[0] == "unknown"
    assert state(unknown, claim("twin_town", "", source="other"))[0] == "active"


# The facts that ship


def test_the_first_source_keeps_its_word_and_another_stands_beside_it(store: Store) -> None:
    houston = store.partnership(ISTANBUL, HOUSTON)
    assert houston
    assert str(houston.since) == "1988"
    assert dates(disputes(houston)) == ["1986"]


def test_an_agreement_before_a_partnership_is_an_earlier_tie(store: Store) -> None:
    venice = store.partnership(ISTANBUL, VENICE)
    assert venice
    assert str(venice.since) == "2007-06-08"
    assert disputes(venice) == []
    assert dates(earlier_ties(venice)) == ["1993"]


def test_what_has_ended_keeps_its_dates(store: Store) -> None:
    rotterdam = store.partnership(ISTANBUL, ROTTERDAM)
    assert rotterdam
    assert (rotterdam.status, str(rotterdam.since), str(rotterdam.ended)) == (
        "ended",
        "2005-06-24",
        "2017-03-15",
    )


def test_the_name_of_a_partner_is_that_of_the_source_where_it_says_another(store: Store) -> None:
    nicosia = store.partnership(ISTANBUL, NICOSIA)
    assert nicosia
    assert nicosia.label == "Nicosia Turkish Municipality"


def test_seen_from_the_other_side_it_is_the_same_partnership(store: Store) -> None:
    here, there = store.partnership(COVENTRY, DRESDEN), store.partnership(DRESDEN, COVENTRY)
    assert here and there
    assert (here.since, here.status) == (there.since, there.status)
    assert set(dates(disputes(here))) == {"1959-02", "1959-02-13"}


def test_partners_come_in_the_order_of_their_dates(store: Store) -> None:
    found = [p.since for p in store.partnerships(ISTANBUL) if p.since]
    assert [d.year for d in found] == sorted(d.year for d in found)
    assert str(found[0]) == "1965"


def test_kiel_was_a_friend_before_it_was_a_partner(store: Store) -> None:
    kiel = store.partnership(COVENTRY, KIEL)
    assert kiel
    claimed = {str(c.date) for c in (*disputes(kiel), *earlier_ties(kiel))}
    assert claimed | {str(kiel.since)} >= {"1947", "1967-09-10"}


def test_what_is_counted_is_what_the_claims_add_up_to(store: Store) -> None:
    counts = store.counts
    assert counts["claims"] > counts["pairs"] > counts["dated"] > counts["dated_to_the_day"] > 900
    assert counts["disputed"] >= 80
    assert counts["ended"] >= 40 and counts["suspended"] >= 25
    assert counts["places"] > 2000 and counts["sources"] > 1500
    assert store.as_of == PartialDate(2026, 2)
