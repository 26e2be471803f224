"""A store is built whole or not at all, from files that hold together."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.knowledge import facts
from bot.knowledge.build import STEPS, build
from bot.knowledge.files import DataError
from bot.knowledge.keeping import data_folder, open_store
from bot.knowledge.store import Store, StoreError
from tests.conftest import store_folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of data/ to spoil."""
    return Path(shutil.copytree(data_folder(), tmp_path / "data"))


@pytest.fixture
def home(tmp_path: Path, store: Store) -> Path:
    """A home with a good store."""
    return Path(shutil.copytree(store_folder(), tmp_path / "home"))


def append(file: str, line: str) -> Callable[[Path], None]:
    def spoil(data: Path) -> None:
        path = data / file
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + line + "\n")

    return spoil


CLAIM = "745044,Istanbul,2950159,Berlin,{date},{event},{status},{source},"


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (
            append(
                "claims.csv", "745044,Istanbul,745044,Istanbul,1990,sister_city,active,founding,"
            ),
            "its own partner",
        ),
        (
            append(
                "claims.csv",
                "745044,Istanbul,2950159,Berlin,1989-02-30,sister_city,active,founding,",
            ),
            "1989-02 has no day 30",
        ),
        (
            append(
                "claims.csv",
                "745044,Istanbul,2950159,Berlin,17.11.1989,sister_city,active,founding,",
            ),
            "is not YYYY",
        ),
        (
            append("claims.csv", "745044,Istanbul,2950159,Berlin,1989,marriage,active,founding,"),
            "'marriage' is not known",
        ),
        (
            append("claims.csv", "745044,Istanbul,2950159,Berlin,1989,ended,active,founding,"),
            "ended with the status active",
        ),
        (
            append("claims.csv", "745044,Istanbul,2950159,Berlin,1989,sister_city,active,hearsay,"),
            "'hearsay' is not known",
        ),
        (
            append("claims.csv", "x,Istanbul,2950159,Berlin,1989,sister_city,active,founding,"),
            "invalid literal",
        ),
        (append("claims.csv", "745044,Istanbul"), "not 9 columns"),
        (
            append(
                "claims.csv",
                "2950159,Berlin,745044,Istanbul,,twin_town,ended,berlin_de,\n"
                "745044,Istanbul,2950159,Berlin,,twin_town,active,berlin_de,",
            ),
            "two statuses at once by berlin_de: ended and active",
        ),
        (
            append(
                "claims.csv",
                "745044,Istanbul,2950159,Berlin,2020,ended,ended,berlin_de,\n"
                "745044,Istanbul,2950159,Berlin,2020,suspended,suspended,berlin_de,",
            ),
            "two statuses at once by berlin_de: ended and suspended",
        ),
        (append("sources.csv", "new,rumour,Me,Mine,"), "'rumour' is none of"),
        (append("sources.csv", "new,press,Me,Mine,ftp:/x"), "no address of a page"),
        (append("topics.yaml", "- {key: new, kind: term, sources: [founding]}"), "new is missing"),
        (append("topics.yaml", "- ["), "topics.yaml, line"),
    ],
)
def test_faults_are_named_with_their_place(
    data: Path, spoil: Callable[[Path], None], says: str
) -> None:
    spoil(data)
    with pytest.raises(DataError) as refused:
        facts.read(data)
    assert says in str(refused.value)


def test_all_faults_are_listed_at_once(data: Path) -> None:
    append("claims.csv", "745044,Istanbul,2950159,Berlin,1989,marriage,active,founding,")(data)
    append("claims.csv", "745044,Istanbul,2950159,Berlin,1989,sister_city,active,hearsay,")(data)
    append("sources.csv", "new,rumour,Me,Mine,")(data)
    with pytest.raises(DataError) as refused:
        facts.read(data)
    assert len(str(refused.value).splitlines()) == 3


def test_a_file_in_another_encoding_is_refused(data: Path) -> None:
    path = data / "claims.csv"
    path.write_bytes(path.read_bytes() + "745044,Istanbul,1,Köln,,,,,\n".encode("latin-1"))
    with pytest.raises(DataError, match="not UTF-8"):
        facts.read(data)


def test_a_claim_about_no_place_breaks_the_build_and_leaves_the_old_store(
    data: Path, home: Path
) -> None:
    before = (home / "knowledge.db").read_bytes()
    files = sorted(home.iterdir())
    append("claims.csv", "745044,Istanbul,999999999,Nowhere,1990,sister_city,active,founding,")(
        data
    )
    with pytest.raises(DataError, match="no place has the id 999999999"):
        build(home / "knowledge.db", data)
    assert (home / "knowledge.db").read_bytes() == before
    assert sorted(home.iterdir()) == files


def test_a_build_reports_every_step_and_leaves_only_the_store(tmp_path: Path, data: Path) -> None:
    done = []
    build(tmp_path / "knowledge.db", data, lambda: done.append(1))
    assert len(done) == STEPS
    names = {path.name.split("-")[0] for path in tmp_path.iterdir() if path.is_file()}
    assert names == {"knowledge.db", "names"}
    store = Store(tmp_path / "knowledge.db")
    assert len(store.partnerships(745044)) >= 42
    store.close()


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + b"\0" * 99])
def test_a_damaged_store_is_refused_with_a_sentence(home: Path, damage: bytes) -> None:
    (home / "knowledge.db").write_bytes(damage)
    with pytest.raises(StoreError, match="data build"):
        Store(home / "knowledge.db")


def test_a_store_without_its_index_is_refused(home: Path) -> None:
    for index in home.glob("names-*.index"):
        index.unlink()
    with pytest.raises(StoreError, match="damaged"):
        Store(home / "knowledge.db")


def test_a_good_store_is_opened_without_building(home: Path) -> None:
    def make(path: Path, data: Path) -> None:
        raise AssertionError("it is there already")

    open_store(home, make).close()


def test_what_cannot_be_built_is_one_sentence(tmp_path: Path) -> None:
    def make(path: Path, data: Path) -> None:
        raise PermissionError(13, "Permission denied")

    with pytest.raises(UserError, match="BOT_HOME"):
        open_store(tmp_path / "new", make)


def test_an_older_store_serves_where_a_new_one_cannot_be_built(
    home: Path, monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    append("claims.csv", "745044,Istanbul,2950159,Berlin,1989,sister_city,active,founding,")(data)
    monkeypatch.setattr("bot.knowledge.keeping.data_folder", lambda: data)

    def make(path: Path, data: Path) -> None:
        raise PermissionError(13, "Permission denied")

    store = open_store(home, make)
    assert store.partnership(745044, 2950159) is not None
    store.close()


def test_the_store_can_be_read_without_the_bot(store: Store) -> None:
    with closing(sqlite3.connect(store_folder() / "knowledge.db")) as sql:
        row = sql.execute(
            "select a, b, date, publisher from readable_claims where b = 'Berlin'"
        ).fetchone()
        assert row == ("Istanbul", "Berlin", "1989-11-17", "Twin towns of Istanbul")
        pairs = sql.execute("select count(*) from readable_pairs").fetchone()[0]
        assert pairs == store.counts["pairs"]
        assert sql.execute("pragma foreign_key_check").fetchall() == []
