"""Refreshing from Wikidata: the shipped questions, asked of a real engine that misbehaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.knowledge import lists
from bot.knowledge.folding import name_key
from bot.knowledge.keeping import open_store
from bot.knowledge.partnerships import disputes
from bot.knowledge.records import Partnership
from bot.knowledge.store import Store
from bot.knowledge.wikidata import queries
from bot.knowledge.wikidata.refresh import Found, RefreshError
from bot.knowledge.wikidata.refresh import refresh as fetch
from bot.knowledge.wikidata.service import Pace, Service, ServiceError, user_agent
from tests.conftest import store_at
from tests.wikidata.server import CUT, RESET, SHORT, Answer, Endpoint, Fault, busy, serving
from tests.wikidata.triples import Wikidata

LYON, TURIN, BERLIN, VIENNA, ISTANBUL = 2996944, 3165524, 2950159, 2761369, 745044
#: 602 people live there: GeoNames has it, the store of data/ does not.
SOLDEU = 3038999
QUICK = Pace(rest=0.0, first=0.01, longest=0.02, attempts=4, timeout=0.5)
HTML = Answer(
    200, b"<!DOCTYPE html><html>Down for maintenance</html>", {"Content-Type": "text/html"}
)


@pytest.fixture
def home(tmp_path: Path, store: Store) -> Path:
    return store_at(tmp_path / "home")


@pytest.fixture
def wikidata() -> Wikidata:
    """Four places: Lyon and Turin twinned both ways, Lyon and Berlin, Vienna and Turin."""
    made = Wikidata()
    made.place("Q456", LYON, labels={"en": "Lyon", "tr": "Lyon", "ru": "Лион"})
    made.place("Q495", TURIN, labels={"en": "Turin"}, aliases={"en": ("Little Paris",)})
    made.place("Q64", BERLIN, labels={"en": "Berlin"})
    made.place("Q24259", VIENNA, labels={"en": "Vienna", "tr": "Viyana"})
    made.twins("Q456", "Q495", "1967-03-02", urls=("https://example.org/lyon",), title="Twins")
    made.twins("Q495", "Q456", "1967-03-02")
    made.twins("Q456", "Q64", "1990-05")
    made.twins("Q24259", "Q495", "1999", "2012")
    return made


@pytest.fixture
def endpoint(wikidata: Wikidata) -> Iterator[Endpoint]:
    with serving(wikidata) as running:
        yield running


def refresh(home: Path, endpoint: Endpoint, pace: Pace = QUICK, trust: bool = False) -> Found:
    def phase(label: str, length: int) -> nullcontext[Callable[[int], None]]:
        return nullcontext(lambda done: None)

    return fetch(home, endpoint.url, "mail@example.org", phase, pace, trust)


@contextmanager
def opened(home: Path) -> Iterator[Store]:
    with closing(open_store(home)) as store:
        yield store


def pair(home: Path, a: int, b: int) -> Partnership:
    with opened(home) as store:
        found = store.partnership(a, b)
    assert found is not None
    return found


def contents(home: Path) -> dict[str, bytes]:
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and "refresh" not in path.parts
    }


def test_both_directions_are_one_partnership_with_its_date(home: Path, endpoint: Endpoint) -> None:
    found = refresh(home, endpoint)
    assert (found.pairs, found.before, found.places, found.unknown) == (3, 0, 4, 0)
    twins = pair(home, TURIN, LYON)
    assert str(twins.since) == "1967-03-02"
    assert [c.event for c in twins.claims] == ["twin_town", "twin_town"]
    assert not disputes(twins)


def test_a_claim_cites_the_item_and_the_page_that_it_refers_to(
    home: Path, endpoint: Endpoint
) -> None:
    refresh(home, endpoint)
    with opened(home) as store:
        twins = store.partnership(LYON, TURIN)
        assert twins is not None
        item, page = (store.sources[claim.source] for claim in twins.claims)
    assert (item.kind, item.publisher) == ("reference", "Wikidata")
    assert item.url == "https://www.wikidata.org/wiki/Q456#P190"
    assert (page.kind, page.publisher) == ("other", "example.org, cited by Wikidata")
    assert (page.title, page.url) == ("Twins", "https://example.org/lyon")


@pytest.mark.parametrize(
    ("since", "precision", "said"),
    [
        ("1990-05-17", 11, "1990-05-17"),
        ("1990-05-17", 10, "1990-05"),
        ("1990-05-17", 9, "1990"),
        ("1990-05-17", 8, "None"),
        ("1990-05-17", 7, "None"),
        ("3024", 9, "None"),
    ],
)
def test_a_date_is_as_precise_as_wikidata_vouches_for(
    home: Path, since: str, precision: int, said: str
) -> None:
    made = Wikidata()
    made.place("Q1", LYON)
    made.place("Q2", VIENNA)
    made.twins("Q1", "Q2", since, precision=precision)
    with serving(made) as endpoint:
        refresh(home, endpoint)
    assert str(pair(home, LYON, VIENNA).since) == said


def test_an_end_time_ends_the_partnership(home: Path, endpoint: Endpoint) -> None:
    refresh(home, endpoint)
    over = pair(home, VIENNA, TURIN)
    assert (over.status, str(over.since), str(over.ended)) == ("ended", "1999", "2012")


def test_an_end_that_nobody_knows_is_an_end_all_the_same(home: Path, endpoint: Endpoint) -> None:
    endpoint.wikidata.twins("Q64", "Q24259", "1980", "unknown")
    refresh(home, endpoint)
    over = pair(home, VIENNA, BERLIN)
    assert (over.status, over.ended) == ("ended", None)


def test_an_end_in_the_future_is_none(home: Path, endpoint: Endpoint) -> None:
    endpoint.wikidata.twins("Q64", "Q24259", "1980", "2999")
    refresh(home, endpoint)
    assert pair(home, VIENNA, BERLIN).status == "active"


def test_deprecated_statements_and_places_without_an_id_are_left_out(
    home: Path, endpoint: Endpoint
) -> None:
    endpoint.wikidata.twins("Q64", "Q24259", rank="Deprecated")
    endpoint.wikidata.place("Q99")
    endpoint.wikidata.twins("Q64", "Q99")
    endpoint.wikidata.twins("Q456", "Q456")
    assert refresh(home, endpoint).pairs == 3
    with opened(home) as store:
        assert store.partnership(BERLIN, VIENNA) is None


def test_places_that_geonames_cities_lack_are_counted(home: Path, endpoint: Endpoint) -> None:
    endpoint.wikidata.place("Q98", 999_999_999)
    endpoint.wikidata.twins("Q64", "Q98")
    assert refresh(home, endpoint).unknown == 1


def test_of_several_geonames_ids_the_one_of_a_city_counts(home: Path, endpoint: Endpoint) -> None:
    endpoint.wikidata.place("Q90", "999999999", ISTANBUL, "no number")
    endpoint.wikidata.twins("Q64", "Q90", "1989")
    refresh(home, endpoint)
    assert len(pair(home, BERLIN, ISTANBUL).claims) > 1


def test_names_come_along(home: Path, endpoint: Endpoint) -> None:
    endpoint.wikidata.place("Q1", SOLDEU, labels={"ru": "Сольдеу"}, aliases={"en": ("Sol Deu",)})
    endpoint.wikidata.twins("Q1", "Q64")
    refresh(home, endpoint)
    with opened(home) as store:
        assert [b.place.id for b in store.bearers(["littleparis"])["littleparis"]] == [TURIN]
        assert "littleparis" in store.near("litleparis")
        # A small town that only Wikidata speaks of has the names of GeoNames as well.
        key = name_key("スルデウ")
        assert SOLDEU in {b.place.id for b in store.bearers([key])[key]}
        assert store.label(SOLDEU, "ru") == "Сольдеу"
        assert store.item("Q1") == SOLDEU


def test_a_curated_name_stays_what_a_language_shows(home: Path, endpoint: Endpoint) -> None:
    with opened(home) as store:
        shown = store.label(ISTANBUL, "de"), store.label(LYON, "ru")
    endpoint.wikidata.place("Q406", ISTANBUL, labels={"de": "Stambul"})
    endpoint.wikidata.twins("Q64", "Q406")
    refresh(home, endpoint)
    with opened(home) as store:
        assert store.label(ISTANBUL, "de") == shown[0]


def test_shipped_claims_stand_first(home: Path, endpoint: Endpoint) -> None:
    endpoint.wikidata.place("Q406", ISTANBUL)
    endpoint.wikidata.twins("Q406", "Q64", "1999")
    refresh(home, endpoint)
    twins = pair(home, ISTANBUL, BERLIN)
    assert str(twins.since) == "1989-11-17"
    assert "1999" in [str(claim.date) for claim in disputes(twins)]


def test_a_second_refresh_of_the_same_changes_nothing(home: Path, endpoint: Endpoint) -> None:
    refresh(home, endpoint)
    before = contents(home)
    again = refresh(home, endpoint)
    assert (again.changed, again.before, again.pairs) == (False, 3, 3)
    assert contents(home) == before
    assert not (home / "refresh").exists()


def test_the_service_is_told_who_asks(home: Path, endpoint: Endpoint) -> None:
    refresh(home, endpoint)
    assert endpoint.user_agents == {user_agent("mail@example.org")}
    assert "twin-town-bot/" in user_agent("mail@example.org")
    assert "(mail@example.org)" in user_agent("mail@example.org")


def test_the_service_is_left_alone_between_questions(home: Path, endpoint: Endpoint) -> None:
    refresh(home, endpoint, Pace(rest=0.2))
    waits = [b - a for a, b in zip(endpoint.times, endpoint.times[1:], strict=False)]
    assert min(waits) >= 0.2


@pytest.mark.parametrize(
    "fault",
    [
        busy(0),
        Answer(500, b"java.lang.NullPointerException"),
        Answer(502, b"<html>Bad gateway</html>"),
        Answer(503, b"", {"Retry-After": "0"}),
        Answer(200, b"", after=1.0),
        Answer(200, b""),
        Answer(200, b"[]"),
        Answer(200, b'{"results": {"bindings": [{"item": {"value": "no item"}}]}}'),
        Answer(200, b'{"results": {"bindings": {}, "more": null}}'[:-9]),
        HTML,
        CUT,
        SHORT,
        RESET,
    ],
    ids=str,
)
async def test_what_passes_is_tried_again(endpoint: Endpoint, fault: Fault) -> None:
    endpoint.faults.append(fault)
    async with Service(endpoint.url, "", QUICK) as service:
        items = await service.rows(queries.ITEMS, queries.read_item)
    assert sorted(items) == ["Q24259", "Q456", "Q495"]
    assert len(endpoint.questions) == 2


def test_a_refresh_bears_a_bad_day(home: Path, endpoint: Endpoint) -> None:
    endpoint.faults.extend([busy(0), None, CUT, HTML, None, RESET, SHORT, Answer(503)])
    assert refresh(home, endpoint).pairs == 3
    assert len(endpoint.questions) == 9


def test_the_service_says_how_long_to_wait(home: Path, endpoint: Endpoint) -> None:
    endpoint.faults.append(busy(1))
    refresh(home, endpoint)
    assert endpoint.times[1] - endpoint.times[0] >= 1.0


def test_a_wait_beyond_all_patience_is_told(home: Path, endpoint: Endpoint) -> None:
    endpoint.always = busy(100_000)
    with pytest.raises(ServiceError, match="answers 429"):
        refresh(home, endpoint)
    assert len(endpoint.questions) == 1


@pytest.mark.parametrize("fault", [busy(0), Answer(500), HTML, CUT, RESET], ids=str)
def test_what_does_not_pass_is_one_sentence_and_the_store_as_it_was(
    home: Path, endpoint: Endpoint, fault: Fault
) -> None:
    before = contents(home)
    endpoint.always = fault
    with pytest.raises(ServiceError, match="did not come to its end"):
        refresh(home, endpoint)
    assert contents(home) == before
    assert len(endpoint.questions) == QUICK.attempts


def test_a_refusal_is_not_tried_again(home: Path, endpoint: Endpoint) -> None:
    endpoint.always = Answer(403, b"Please set a user agent")
    with pytest.raises(ServiceError, match="WIKIDATA_CONTACT"):
        refresh(home, endpoint)
    assert len(endpoint.questions) == 1


def test_nobody_listens(home: Path, wikidata: Wikidata) -> None:
    with serving(wikidata) as endpoint:
        pass
    with pytest.raises(ServiceError, match="did not come to its end"):
        refresh(home, endpoint)


def test_a_broken_off_refresh_goes_on_where_it_was(
    home: Path, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "BATCH", 1)
    endpoint.faults.extend([None, None, *[Answer(500)] * QUICK.attempts])
    with pytest.raises(ServiceError):
        refresh(home, endpoint)
    asked = len(endpoint.questions)
    assert refresh(home, endpoint).pairs == 3
    again = endpoint.questions[asked:]
    # The list of items and the first batch had come; three batches and the names had not.
    assert len(again) == 2 + 4
    assert queries.ITEMS not in again


def test_a_question_that_is_too_large_is_asked_in_halves(home: Path, endpoint: Endpoint) -> None:
    slow = Answer(200, b"", after=0.7)
    endpoint.faults.extend([None, slow, slow])
    assert refresh(home, endpoint).pairs == 3
    assert len(endpoint.questions) == 1 + 2 + 2 + 1


def test_no_twinning_at_all_is_not_believed(home: Path) -> None:
    before = contents(home)
    with serving(Wikidata()) as endpoint, pytest.raises(RefreshError, match="no twinning"):
        refresh(home, endpoint)
    assert contents(home) == before
    assert not (home / "refresh").exists()


def test_much_less_than_last_time_is_not_believed(home: Path, endpoint: Endpoint) -> None:
    refresh(home, endpoint)
    before = contents(home)
    fewer = Wikidata()
    fewer.place("Q456", LYON)
    fewer.place("Q495", TURIN)
    fewer.twins("Q456", "Q495")
    with serving(fewer) as smaller:
        with pytest.raises(RefreshError, match="1 pairs, where the last refresh brought 3"):
            refresh(home, smaller)
        assert contents(home) == before
        assert refresh(home, smaller, trust=True).pairs == 1


def test_mostly_unknown_places_are_not_believed(home: Path, endpoint: Endpoint) -> None:
    for number in range(30):
        endpoint.wikidata.place(f"Q9{number}", 999_999_000 + number)
        endpoint.wikidata.twins("Q64", f"Q9{number}")
    with pytest.raises(RefreshError, match="GeoNames lacks"):
        refresh(home, endpoint)


def test_the_last_three_stores_are_kept(home: Path, endpoint: Endpoint) -> None:
    for number, city in enumerate((ISTANBUL, 3413829, 3143244, 2964574)):
        endpoint.wikidata.place(f"Q7{number}", city)
        endpoint.wikidata.twins("Q64", f"Q7{number}")
        refresh(home, endpoint)
    stores = sorted(path.name for path in home.glob("knowledge*.db"))
    assert stores == ["knowledge-1.db", "knowledge-2.db", "knowledge.db"]
    counts = []
    for name in ("knowledge-2.db", "knowledge-1.db", "knowledge.db"):
        with closing(Store(home / name)) as store:
            counts.append(store.counts["pairs"])
    assert counts == sorted(set(counts))


def test_a_refreshed_list_survives_a_build(home: Path, endpoint: Endpoint) -> None:
    refresh(home, endpoint)
    open_store(home, always=True).close()
    assert str(pair(home, TURIN, LYON).since) == "1967-03-02"
    assert list(lists.lists(home)) == ["wikidata"]


def test_every_error_is_for_the_user() -> None:
    assert issubclass(ServiceError, UserError) and issubclass(RefreshError, UserError)
