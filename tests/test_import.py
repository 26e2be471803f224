"""Lists of others come in: in any form that they have, and whole or not at all."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.knowledge import lists
from bot.knowledge.intake import importing, tables
from bot.knowledge.intake.importing import Checked, Options, check
from bot.knowledge.intake.tables import TableError
from bot.knowledge.keeping import open_store
from bot.knowledge.records import CLAIM_COLUMNS
from bot.knowledge.store import Store
from tests.conftest import store_at

TODAY = dt.date(2026, 3, 1)


@pytest.fixture
def home(tmp_path: Path, store: Store) -> Path:
    return store_at(tmp_path / "home")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "towns.csv"


def read(file: Path, content: str | bytes, store: Store, **options: str) -> Checked:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return check(file, store, Options(**options), TODAY)


def claims(checked: Checked) -> list[dict[str, str]]:
    assert [str(fault) for fault in checked.faults] == []
    return [dict(zip(CLAIM_COLUMNS, row, strict=True)) for row in checked.claims]


def pairs(checked: Checked) -> list[tuple[str, str, str]]:
    return [(row["a"], row["b"], row["date"]) for row in claims(checked)]


def faults(checked: Checked) -> list[str]:
    return [str(fault) for fault in checked.faults]


LYON_TURIN = [("2996944", "3165524", "1967")]
CITY = {"a": "2996944", "b": "3165524"}


# What is read


def test_three_columns_are_enough(file: Path, store: Store) -> None:
    (row,) = claims(read(file, "a,b,date\nLyon,Turin,1967\n", store))
    assert (row["a_name"], row["b_name"]) == ("Lyon", "Turin")
    assert (row["event"], row["status"], row["note"]) == ("twin_town", "active", "")


def test_the_source_is_the_file_unless_it_is_said(file: Path, store: Store) -> None:
    (source,) = read(file, "a,b\nLyon,Turin\n", store).sources
    assert (source.kind, source.publisher, source.title, source.url) == (
        "other", "towns", "towns.csv", "",
    )  # fmt: skip
    said = {"publisher": "Lyon", "title": "Villes", "url": "https://lyon.fr/v", "kind": "city"}
    (source,) = read(file, "a,b\nLyon,Turin\n", store, **said).sources
    assert (source.publisher, source.title, source.url, source.kind) == tuple(said.values())
    rows = "a,b,publisher,kind\nLyon,Turin,Torino,city\nLyon,Milan,,\n"
    assert [s.publisher for s in read(file, rows, store, publisher="Lyon").sources] == [
        "Torino", "Lyon",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        "a,b,date\r\nLyon,Turin,1967\r\n",
        "a;b;date\nLyon;Turin;1967\n",
        "a\tb\tdate\nLyon\tTurin\t1967\n",
        "a|b|date\nLyon|Turin|1967",
        "\ufeffa,b,date\nLyon,Turin,1967\n",
        "# a remark, with commas\na,b,date\nLyon,Turin,1967\n",
        "\n\na,b,date\n\nLyon,Turin,1967\n,,\n",
        'a,b,date,note\n"Lyon","Turin","1967","two\nlines"\n',
        "A ; B ; Date\n Lyon ; Turin ; 1967 \n",
        "city 1,country 1,city 2,country 2,year\nLyon,France,Turin,Italy,1967\n",
        "a_name,a_country,a_geonameid,b_name,b_country,b_geonameid,date\n"
        "Lyon,France,2996944,Turin,Italy,,1967\n",
        "from,to,since\nLyon,Turin,1967\n",
        "Lyon,a,b,date\nx,2996944,3165524,1967\n",
        "a,b,date,,\nLyon,Turin,1967,,\n",
        "a,b,date\nLyon,Turin,1967,,,\n",
        '[{"a": "Lyon", "b": "Turin", "date": 1967}]',
        '{"credits": "GeoNames", "claims": [{"a": 2996944, "b": "Turin", "date": "1967"}]}',
        '\n [\n{"a": "Lyon", "b": "Turin", "date": "1967", "note": null, "x": [1]}]',
    ],
)
def test_every_usual_form_is_read(file: Path, store: Store, content: str) -> None:
    assert pairs(read(file, content, store)) == LYON_TURIN


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_western_encodings_are_told_by_their_bytes(file: Path, store: Store, encoding: str) -> None:
    content = 'a,b,date\r\nKöln,Liège,1958\r\nMálaga,"Orléans, France",\r\n'
    rows = claims(read(file, content.encode(encoding), store))
    assert [(row["a"], row["b"]) for row in rows] == [
        ("2886242", "2792413"), ("2514256", "2989317"),
    ]  # fmt: skip
    assert rows[0]["a_name"] == "Köln"


@pytest.mark.parametrize(
    ("encoding", "content", "name"),
    [
        ("cp1254", "a,b\nŞanlıurfa,Köln\nİzmir,Bremen\n", "Şanlıurfa"),
        ("cp1250", "a,b\nŁódź,Stuttgart\nPoznań,Hannover\n", "Łódź"),
        ("cp1251", "a,b\nСанкт-Петербург,Гамбург\nМосква,Берлин\n", "Санкт-Петербург"),
    ],
)
def test_other_encodings_are_those_in_which_names_are_places(
    file: Path, store: Store, encoding: str, content: str, name: str
) -> None:
    checked = read(file, content.encode(encoding), store)
    assert checked.encoding == encoding
    assert claims(checked)[0]["a_name"] == name


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("", ""),
        ("1988", "1988"),
        ("1989-11", "1989-11"),
        ("1989-11-17", "1989-11-17"),
        ("17.11.1989", "1989-11-17"),
        ("7.6.1989", "1989-06-07"),
        ("6.1989", "1989-06"),
        ("836", None),
        ("0836", "0836"),
    ],
)
def test_dates_keep_their_precision(file: Path, store: Store, date: str, said: str | None) -> None:
    checked = read(file, f"a,b,date\nLyon,Turin,{date}\n", store)
    assert (claims(checked)[0]["date"] if said is not None else checked.faults[0].column) == (
        said if said is not None else "date"
    )


@pytest.mark.parametrize(
    ("place", "country", "number"),
    [
        ("Köln", "", 2886242),
        ("Cologne", "Germany", 2886242),
        ("cologne", "DE", 2886242),
        ("Кёльн", "Германия", 2886242),
        ("Roma", "Almanya", 0),
        ("Köln", "Almanya", 2886242),
        ("Tbilisi", "Georgia (country)", 611717),
        ("Coventry", "England", 2652221),
        ("Glasgow", "Scotland, United Kingdom", 2648579),
        ("Halle (Saale)", "Germany", 2911522),
        ("Springfield, Illinois", "", 4250542),
        ("Springfield", "Illinois, United States", 4250542),
        ("Paris, France", "", 2988507),
        ("Soldeu", "Andorra", 3038999),
        ("3038999", "", 3038999),
    ],
)
def test_places_are_found_by_name_and_country(
    file: Path, store: Store, place: str, country: str, number: int
) -> None:
    checked = read(file, f'a,a_country,b\n"{place}","{country}",Turin\n', store)
    if number:
        assert claims(checked)[0]["a"] == str(number)
    else:
        assert checked.faults[0].reason.startswith("no place in Almanya is called 'Roma'")


def test_a_name_beside_an_id_is_what_the_source_says(file: Path, store: Store) -> None:
    (row,) = claims(read(file, "a,a_name,b\n745044,Byzantium,Turin\n", store))
    assert (row["a"], row["a_name"]) == ("745044", "Byzantium")


def test_columns_that_are_not_ours_are_told(file: Path, store: Store) -> None:
    assert read(file, "a,b,dat,Mayor\nLyon,Turin,1967,x\n", store).unused == ["dat", "Mayor"]


def test_rows_that_say_the_same_are_one_claim(file: Path, store: Store) -> None:
    checked = read(file, "a,b,date\nLyon,Turin,1967\nLyon,Torino,1967\nLyon,Turin,1967\n", store)
    assert checked.repeated == 1
    assert len(checked.claims) == 2


# What is wrong


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Nirgendwo,Turin,,,", "line 2, column a: no place is called 'Nirgendwo'"),
        ("Lyonn,Turin,,,", "column a: no place is called 'Lyonn'; perhaps "),
        ("Lyon,,,,", "line 2, column b: the place is missing"),
        ("99999999999,Turin,,,", "has the GeoNames id 99999999999"),
        ("Q456,Turin,,,", "column a: the Wikidata item Q456 is not known here"),
        ("Lyon,Lyon,,,", "line 2: Lyon cannot be its own partner"),
        ("Lyon,2996944,,,", "line 2: Lyon cannot be its own partner"),
        ("Springfield,Turin,,,", "column a: 'Springfield' may be any of"),
        ("Lyon,Turin,1988-02-31,,", "column date: 1988-02 has no day 31"),
        ("Lyon,Turin,31.2.1988,,", "column date: 1988-02 has no day 31"),
        ("Lyon,Turin,3024,,", "column date: 3024 lies in the future"),
        ("Lyon,Turin,2026-04,,", "column date: 2026-04 lies in the future"),
        ("Lyon,Turin,0788,,", "column date: the year 788 is too early"),
        ("Lyon,Turin,11/17/1989,,", "column date: '11/17/1989' is not YYYY"),
        ("Lyon,Turin,1989-00,,", "column date: '1989-00' has a month or day 00"),
        ("Lyon,Turin,,marriage,", "column event: 'marriage' is none of sister_city"),
        ("Lyon,Turin,,,divorced", "column status: 'divorced' is none of active"),
        ("Lyon,Turin,,ended,active", "column status: active with the event ended"),
        ("Lyon,Turin,,,,extra,more", "line 2: 7 cells where the header has 5"),
        (f"Lyon,{'x' * 1001},,,", "column b: more than 1000 characters"),
        ("Lyon\x07,Turin,,,", "column a: it holds characters that are no text"),
    ],
)
def test_a_fault_names_line_column_and_reason(
    file: Path, store: Store, row: str, says: str
) -> None:
    (fault,) = faults(read(file, f"a,b,date,event,status\n{row}\n", store))
    assert says in fault


def test_an_unknown_country_is_a_fault_of_its_column(file: Path, store: Store) -> None:
    (fault,) = faults(read(file, "a,a_country,b\nKyoto,Japn,Turin\n", store))
    assert fault == "line 2, column a_country: no country is called 'Japn'; perhaps Japan"


def test_at_most_three_places_are_suggested(file: Path, store: Store) -> None:
    (fault,) = faults(read(file, "a,b\nSan Josee,Turin\n", store))
    assert 1 <= fault.count("(") <= 3
    (fault,) = faults(read(file, "a,b\nSan Jose,Turin\n", store))
    assert "people); " in fault and " more: give the GeoNames id" in fault


def test_two_statuses_of_the_same_are_a_fault(file: Path, store: Store) -> None:
    content = "a,b,status\nLyon,Turin,active\nTorino,Lyon,ended\n"
    (fault,) = faults(read(file, content, store))
    assert fault == "line 3, column status: ended, where line 2 says active of the same"
    later = "a,b,date,event\nLyon,Turin,1967,twin_town\nLyon,Turin,2017,ended\n"
    assert [row["status"] for row in claims(read(file, later, store))] == ["active", "ended"]


def test_all_faults_are_told_at_once_with_the_lines_of_the_file(file: Path, store: Store) -> None:
    content = (
        '# remark\na,b,date,note\nNirgendwo,Lyon,3024,"two\nlines"\nLyon,Turin,1967,\nx,,1,\n'
        'Lyon,Milan,1967,"unended\n'
    )
    told = faults(read(file, content, store))
    assert [fault.split(":")[0] for fault in told] == [
        "line 3, column a", "line 3, column date", "line 6, column b", "line 7",
    ]  # fmt: skip
    assert "malformed" in told[-1]


def test_faults_of_json_have_their_lines(file: Path, store: Store) -> None:
    content = '{"claims": [\n {"a": "Lyon", "b": "Turin"},\n {"a": ["x"], "b": "Turin"},\n 7]}'
    assert faults(read(file, content, store)) == [
        "line 3, column a: \"['x']\" is no text",
        "line 3, column a: the place is missing",
        "line 4: it is no object",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n \n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"# only a remark\n", "is empty"),
        (b"a,b,date\n", "a header and nothing below it"),
        (b"Lyon,Turin,1967\n", "no column 'a'"),
        (b"a,date\nLyon,1967\n", "no column 'b'"),
        (b"[]", "no column 'a'"),
        (b'{"rows": []}', "a list of objects is needed"),
        (b'[{"a": "Lyon"', "line 1: the JSON is malformed"),
        (b"[" * 100_000, "nested too deeply"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "is no text"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0a,b", "is no text"),
    ],
)
def test_what_is_no_table_is_one_sentence(
    file: Path, store: Store, content: bytes, says: str
) -> None:
    with pytest.raises(TableError, match=says) as refused:
        read(file, content, store)
    assert len(str(refused.value).splitlines()) == 1


def test_a_wrong_encoding_is_one_sentence(file: Path, store: Store) -> None:
    with pytest.raises(TableError, match="--encoding"):
        read(file, "a,b\nKöln,Lyon\n".encode("latin-1"), store, encoding="utf-8")
    with pytest.raises(TableError, match="no encoding 'klingon'"):
        read(file, "a,b\nLyon,Turin\n", store, encoding="klingon")


def test_a_folder_and_a_missing_file_are_one_sentence(tmp_path: Path, store: Store) -> None:
    with pytest.raises(TableError, match="is a folder"):
        check(tmp_path, store, Options(), TODAY)
    with pytest.raises(TableError, match="cannot be read"):
        check(tmp_path / "none.csv", store, Options(), TODAY)


def test_a_huge_file_is_refused_before_it_is_read(
    file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with file.open("wb") as out:
        out.truncate(tables.LARGEST + 1)
    with pytest.raises(TableError, match="at most 50 MB"):
        check(file, store, Options(), TODAY)


# What is kept


def run(home: Path, *arguments: str | Path) -> Result:
    environment = {"BOT_HOME": str(home), "TELEGRAM_BOT_TOKEN": ""}
    return CliRunner().invoke(main, ["data", *map(str, arguments)], env=environment)


def contents(home: Path) -> dict[str, bytes]:
    files = (path for path in home.rglob("*") if path.is_file())
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in files}


def test_an_imported_list_is_on_record_and_importing_it_again_changes_nothing(
    home: Path, file: Path
) -> None:
    file.write_text("a,b,date\nLyon,Turin,1967\nSoldeu,Lyon,1999\nIstanbul,Berlin,1989\n")
    done = run(home, "import", file, "--publisher", "Lyon")
    assert done.exit_code == 0, done.output
    assert "The list towns has 3 claims" in done.output
    assert "+3 claims, +2 partnerships" in done.output
    with closing(open_store(home)) as store:
        twins = store.partnership(3038999, 2996944)
        assert twins is not None and str(twins.since) == "1999"
        assert store.sources[twins.claims[0].source].publisher == "Lyon"
        istanbul = store.partnership(745044, 2950159)
        # What ships stays first.
        assert istanbul is not None and str(istanbul.since) == "1989-11-17"
    before = contents(home)
    again = run(home, "import", file, "--publisher", "Lyon")
    assert again.exit_code == 0 and "nothing has changed" in again.output
    assert contents(home) == before
    assert "towns" in run(home, "lists").output


def test_a_corrected_list_takes_the_place_of_the_first(home: Path, file: Path) -> None:
    file.write_text("a,b,date\nLyon,Turin,1967\nLyon,Vienna,1990\n")
    assert run(home, "import", file).exit_code == 0
    file.write_text("a,b,date\nLyon,Turin,1976\n")
    assert "-1 claims, -1 partnerships" in run(home, "import", file).output
    with closing(open_store(home)) as store:
        twins = store.partnership(2996944, 3165524)
        assert twins is not None and str(twins.since) == "1976"
        assert store.partnership(2996944, 2761369) is None


def test_a_removed_list_leaves_the_store_as_it_was(home: Path, file: Path) -> None:
    before = (home / "knowledge.db").read_bytes()
    file.write_text("a,b\nLyon,Turin\nSoldeu,Lyon\n")
    run(home, "import", file, "--name", "Mine!")
    assert list(lists.lists(home)) == ["mine"]
    assert run(home, "remove", "mine").exit_code == 0
    assert (home / "knowledge.db").read_bytes() == before
    assert not (home / "base.db").exists()
    assert run(home, "remove", "mine").exit_code == 2


def test_one_fault_and_nothing_is_imported(home: Path, file: Path) -> None:
    before = contents(home)
    file.write_text("a,b,date\nLyon,Turin,1967\nLyon,Nirgendwo,1967\n")
    done = run(home, "import", file)
    assert done.exit_code == 2
    assert "line 3, column b: no place is called 'Nirgendwo'" in done.output
    assert "Error: towns.csv has 1 faults in 1 rows; nothing is imported." in done.output
    assert contents(home) == before
    skipped = run(home, "import", file, "--skip-faulty")
    assert skipped.exit_code == 0 and "1 faulty rows left out" in skipped.output


def test_a_dry_run_keeps_nothing(home: Path, file: Path) -> None:
    before = contents(home)
    file.write_text("a,b\nLyon,Turin\n")
    done = run(home, "import", file, "--dry-run")
    assert done.exit_code == 0 and "1 claims would be imported" in done.output
    assert contents(home) == before


def test_a_long_list_of_faults_is_cut_unless_all_are_wanted(home: Path, file: Path) -> None:
    file.write_text("a,b\n" + "2996944,999999999\n" * 30)
    assert "… and 10 more" in run(home, "import", file).output
    assert run(home, "import", file, "--all-faults").output.count("999999999") == 30


def test_what_two_lists_and_the_shipped_facts_say_alike_is_one_claim(
    home: Path, file: Path
) -> None:
    file.write_text("a,b,date\nLyon,Turin,1967\n")
    options = ("--publisher", "P", "--title", "T")
    assert "+1 claims" in run(home, "import", file, *options).output
    file.write_text("a,b,date\nTurin,Lyon,1967\n")
    assert "+0 claims" in run(home, "import", file, *options, "--name", "other").output


def test_a_list_needs_a_name_of_its_own(home: Path, file: Path) -> None:
    file.write_text("a,b\nLyon,Turin\n")
    assert "`data refresh` keeps" in run(home, "import", file, "--name", "wikidata").output
    assert "--name" in run(home, "import", file, "--name", "...").output


def test_a_damaged_list_is_one_sentence_and_the_old_store_serves(home: Path, file: Path) -> None:
    file.write_text("a,b\nLyon,Turin\n")
    run(home, "import", file)
    lists.lists(home)["towns"].write_bytes(b"PK no zip")
    assert run(home, "info").exit_code == 0
    assert run(home, "build").exit_code == 2
    assert run(home, "remove", "towns").exit_code == 0


def test_lists_of_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        lists.write(tmp_path / name, {"claims": [("1", "", "2", "", "", "", "", "s", "")]})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_the_file_cannot_be_kept_where_nobody_can_write(home: Path, file: Path) -> None:
    (home / "lists").write_text("a file in the place of the folder")
    file.write_text("a,b\nLyon,Turin\n")
    done = run(home, "import", file)
    assert done.exit_code == 2 and "nothing has changed" in done.output


def test_every_column_is_documented() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    for column in ("a", "a_name", "a_country", "a_region", *importing.OTHERS):
        assert f"`{column}`" in readme, column


def test_json_and_csv_say_the_same(file: Path, store: Store) -> None:
    rows = [{"a": "Lyon", "b": "Turin", "date": "1967-03", "note": "x"}]
    as_json = read(file, json.dumps(rows), store)
    as_csv = read(file, "a,b,date,note\nLyon,Turin,1967-03,x\n", store)
    assert as_json.claims == as_csv.claims
