"""The partnerships as a network: chains, shared partners, the most and the oldest."""

from __future__ import annotations

import sqlite3
from collections import deque
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answerer import Answerer
from bot.knowledge.network import Network
from bot.knowledge.store import Store
from bot.understanding.question import Question

ISTANBUL, COVENTRY, BERLIN = 745044, 2652221, 2950159
GERMANY, JAPAN = 2921044, 1861060

#: Small networks: pairs of places numbered from 1 to 12, some of them over.
links = st.dictionaries(
    st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from(["active", "active", "unknown", "ended", "suspended"]),
    max_size=30,
)


def network(pairs: dict[tuple[int, int], str]) -> Network:
    sql = sqlite3.connect(":memory:")
    sql.execute("create table places (id integer, population integer)")
    sql.executemany("insert into places values (?, ?)", [(n, n) for n in range(1, 13)])
    sql.execute("create table partnerships (a, b, event, since, status, ended)")
    sql.executemany(
        "insert into partnerships values (?, ?, 'twin_town', null, ?, null)",
        [(a, b, status) for (a, b), status in pairs.items()],
    )
    return Network(sql)


def steps(pairs: dict[tuple[int, int], str], start: int, end: int) -> int | None:
    """How far two places are apart, by looking at all of them; None where nothing leads there."""
    near: dict[int, set[int]] = {}
    for (a, b), status in pairs.items():
        if status not in ("ended", "suspended"):
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
    away, queue = {start: 0}, deque([start])
    while queue:
        place = queue.popleft()
        for partner in near.get(place, set()) - away.keys():
            away[partner] = away[place] + 1
            queue.append(partner)
    return away.get(end)


@given(links, st.integers(1, 12), st.integers(1, 12))
def test_a_chain_is_as_short_as_can_be_and_of_links_that_stand(
    pairs: dict[tuple[int, int], str], start: int, end: int
) -> None:
    if start == end:
        return
    chain = network(pairs).chain(start, end)
    shortest = steps(pairs, start, end)
    if shortest is None:
        assert chain == []
        return
    assert (chain[0], chain[-1], len(chain) - 1) == (start, end, shortest)
    for a, b in pairwise(chain):
        assert pairs[min(a, b), max(a, b)] in ("active", "unknown")


def test_of_equally_short_chains_the_one_through_the_larger_city_is_taken() -> None:
    pairs = {(1, 5): "active", (5, 2): "active", (1, 9): "active", (2, 9): "active"}
    assert network({(min(p), max(p)): s for p, s in pairs.items()}).chain(1, 2) == [1, 9, 2]


def test_every_link_of_a_chain_is_told_with_its_date_and_source(store: Store) -> None:
    answer = Answerer(store).answer(Question("chain", places=(ISTANBUL, COVENTRY)), "en", ISTANBUL)
    assert "Istanbul and Sarajevo – 25 December 1997" in answer.text
    assert "Sarajevo and Coventry – 1957" in answer.text
    assert len(answer.sources) == 2


def test_the_most_connected_have_as_many_partners_as_their_lists_say(store: Store) -> None:
    for place, partners in store.network.most_connected((), 10):
        standing = [p for p in store.partnerships(place) if p.status != "ended"]
        assert len(standing) == partners


def test_what_two_cities_share_is_a_partner_of_both(store: Store) -> None:
    answer = Answerer(store).answer(Question("shared", places=(ISTANBUL, BERLIN)), "en", ISTANBUL)
    assert "share 2 partners" in answer.text
    assert "Jakarta" in answer.text and "Mexico City" in answer.text


@pytest.mark.parametrize("areas", [(GERMANY,), (GERMANY, JAPAN)])
def test_partnerships_of_areas_have_a_place_in_each(store: Store, areas: tuple[int, ...]) -> None:
    places = tuple(area for number in areas if (area := store.place(number)))
    ties = store.network.between(places)
    assert ties
    for tie in ties:
        both = [place for number in tie if (place := store.place(number))]
        assert all(any(store.contains(area, place) for place in both) for area in places)


def test_the_oldest_come_first(store: Store) -> None:
    dates = []
    for tie in store.network.oldest((), 20):
        partnership = store.partnership(tie.a, tie.b)
        assert partnership and partnership.since
        dates.append(partnership.since.year)
    assert dates == sorted(dates)


def test_anniversaries_of_a_country_are_those_of_its_cities(store: Store) -> None:
    germany = store.place(GERMANY)
    assert germany
    ties = store.network.anniversaries([germany], 5, 0)
    assert ties
    for tie in ties:
        partnership = store.partnership(tie.a, tie.b)
        assert partnership and partnership.since and partnership.since.month == 5
    day = store.network.anniversaries([germany], 5, 1)
    assert set(day) < set(ties)
