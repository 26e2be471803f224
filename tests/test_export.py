"""What is on record goes out, and comes in again as it was."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from bot.knowledge.export import CREDITS, LICENCE, export
from bot.knowledge.keeping import open_store
from bot.knowledge.store import Store
from tests.conftest import store_at
from tests.test_import import run

VENICE, ISTANBUL = 3164603, 745044


def written(store: Store, form: str, cities: tuple[int, ...] = ()) -> str:
    return "".join(export(store, form, cities))


@pytest.mark.parametrize("form", ["csv", "json"])
def test_what_is_exported_changes_nothing_where_it_is_imported(
    store: Store, tmp_path: Path, form: str
) -> None:
    home, file = tmp_path / "home", tmp_path / f"all.{form}"
    store_at(home)
    before = written(store, form)
    file.write_text(before, encoding="utf-8")
    done = run(home, "import", file)
    assert done.exit_code == 0, done.output
    assert "+0 claims, +0 partnerships" in done.output
    with closing(open_store(home)) as again:
        assert written(again, form) == before


def test_an_imported_list_survives_the_round_trip(store: Store, tmp_path: Path) -> None:
    home, other, file = tmp_path / "home", tmp_path / "other", tmp_path / "list.csv"
    for folder in (home, other):
        store_at(folder)
    file.write_text(
        "a,a_name,b,date,event,status,note,url,title\n"
        "3038999,El Soldeu,2996944,1999-05,friendship_city,unknown,"
        '"a ""note"", with commas",https://example.org/?a=1&b=2,"Title; more"\n'
        "2996944,,3165524,,ended,ended,,,\n"
    )
    assert run(home, "import", file).exit_code == 0
    exported = tmp_path / "exported.csv"
    assert run(home, "export", "--output", exported).exit_code == 0
    assert run(other, "import", exported).exit_code == 0
    assert run(other, "export", "--output", tmp_path / "again.csv").exit_code == 0
    assert (tmp_path / "again.csv").read_text() == exported.read_text()


def test_every_form_credits_geonames_and_names_the_licence(store: Store) -> None:
    assert "CC BY 4.0" in CREDITS and "CC0" in LICENCE
    remarks = written(store, "csv").splitlines()[:2]
    assert remarks == [f"# {CREDITS}", f"# {LICENCE}"]
    for form in ("json", "geojson"):
        found = json.loads(written(store, form))
        assert (found["credits"], found["licence"]) == (CREDITS, LICENCE)


def test_csv_has_a_row_for_each_claim(store: Store) -> None:
    lines = written(store, "csv").splitlines()[2:]
    rows = list(csv.DictReader(lines))
    assert len(rows) == store.counts["claims"]
    assert rows[0]["a_name"] == "Istanbul" and rows[0]["a"] == str(ISTANBUL)


def test_geojson_has_a_line_for_each_partnership(store: Store) -> None:
    features = json.loads(written(store, "geojson"))["features"]
    assert len(features) == store.counts["pairs"]
    (venice,) = (
        f for f in features if {f["properties"]["a"], f["properties"]["b"]} == {ISTANBUL, VENICE}
    )
    assert venice["geometry"]["type"] == "LineString"
    longitudes, latitudes = zip(*venice["geometry"]["coordinates"], strict=True)
    assert sorted(map(round, longitudes)) == [12, 29]
    assert sorted(map(round, latitudes)) == [41, 45]
    assert venice["properties"]["since"] == "2007-06-08"
    assert venice["properties"]["sources"][0]["publisher"]


def test_one_city_alone(store: Store, tmp_path: Path) -> None:
    home = tmp_path / "home"
    store_at(home)
    rows = run(home, "export", "--city", "Venice").output.splitlines()
    assert len(rows) > 3 and all("Venice" in row for row in rows[3:])
    unknown = run(home, "export", "--city", "Springfield")
    assert unknown.exit_code == 2 and "give the GeoNames id" in unknown.output
    nowhere = run(home, "export", "--output", tmp_path / "no" / "folder.csv")
    assert nowhere.exit_code == 2 and "cannot be written" in nowhere.output
