"""``python -m bot`` as a person or a script meets it: whole processes, nothing replaced."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.knowledge.store import Store
from tests.conftest import store_folder


def run(
    *arguments: str, home: Path | None = None, stdin: str = "", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("BOT_", "TELEGRAM_"))}
    environment |= {"BOT_HOME": str(home or store_folder()), "PYTHONWARNINGS": "", **env}
    root = Path(__file__).parent.parent
    environment["PYTHONPATH"] = str(root)
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=cwd or root,
        timeout=120,
        check=False,
    )


@pytest.fixture(autouse=True)
def _built(store: Store) -> None:
    """The store of the tests is there before a process opens it."""


def test_ask_answers_with_the_date_and_its_source() -> None:
    done = run("ask", "when did istanbul twin with venice?")
    assert done.returncode == 0
    assert "8 June 2007" in done.stdout
    assert "Source" in done.stdout
    assert done.stderr == ""


def test_words_need_no_quotes() -> None:
    assert "17 November 1989" in run("ask", "is", "Berlin", "twinned", "with", "Istanbul").stdout


def test_not_in_the_records_is_an_answer() -> None:
    done = run("ask", "is Paris twinned with Istanbul?")
    assert done.returncode == 0
    assert "not in my records" in done.stdout


def test_json_has_every_field_of_the_contract() -> None:
    done = run("ask", "--json", "which German cities twinned with Istanbul in the 90s")
    (line,) = done.stdout.splitlines()
    found = json.loads(line)
    fields = "question language intent places period understood answer html sources choices token"
    assert " ".join(found) == fields
    assert found["intent"] == "partners"
    assert found["places"] == [{"geonames": 745044, "name": "Istanbul", "country": "TR"}]
    assert found["period"] == "1990/1999"
    assert found["understood"] is True
    assert "Cologne" in found["answer"] and "Berlin" not in found["answer"]
    assert all(set(source) == {"title", "url"} for source in found["sources"])
    assert all(len(choice["token"]) <= 64 for choice in found["choices"])


def test_lines_of_standard_input_stand_for_themselves() -> None:
    done = run("ask", "--json", "-", stdin="a\twhen venice?\n\nand with Berlin?\n")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["id"] == "a" and "8 June 2007" in first["answer"]
    assert "id" not in second and second["intent"] != "when"


def test_a_conversation_refers_back() -> None:
    lines = "when did istanbul twin with venice?\nand with Berlin?\nand in Italy?\nhow many?\n"
    done = run("ask", "--json", "--conversation", "-", stdin=lines)
    venice, berlin, italy, count = map(json.loads, done.stdout.splitlines())
    assert "8 June 2007" in venice["answer"]
    assert berlin["intent"] == "when" and "17 November 1989" in berlin["answer"]
    assert italy["intent"] == "partners" and "Venice" in italy["answer"]
    assert count["intent"] == "count" and "1" in count["answer"]


def test_open_gives_the_answer_at_a_token() -> None:
    token = json.loads(run("ask", "--json", "how many partners in Asia?").stdout)["token"]
    assert "19" in run("open", token).stdout


@pytest.mark.parametrize("token", ["nonsense!", "when-p", "when-pzzzzzzzzz", "x" * 65])
def test_open_refuses_what_is_no_token(token: str) -> None:
    done = run("open", token)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_without_a_token_the_bot_opens_in_the_terminal() -> None:
    done = run(stdin="when did istanbul twin with venice?\nand with berlin\n/quit\n")
    assert done.returncode == 0
    assert "TELEGRAM_BOT_TOKEN is not set" in done.stderr
    assert "8 June 2007" in done.stdout and "17 November 1989" in done.stdout


def test_a_choice_is_picked_by_its_number() -> None:
    done = run("chat", stdin="is istanbul twinned with tripoli?\n2\n")
    assert "[2] Tripoli, Lebanon" in done.stdout
    assert "Tripoli, Lebanon is not in my records" in done.stdout


def test_run_without_a_token_says_where_to_get_one() -> None:
    done = run("run")
    assert done.returncode == 2
    assert "TELEGRAM_BOT_TOKEN" in done.stderr and "BotFather" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_wrong_usage_is_exit_code_2() -> None:
    assert run("ask").returncode == 2
    assert run("nosuchcommand").returncode == 2


def test_data_check_and_info() -> None:
    assert "all well" in run("data", "check").stdout
    info = run("data", "info").stdout
    assert "claims" in info and "as of" in info


def test_the_first_question_builds_the_store(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    done = run("ask", "when did istanbul twin with venice?", home=home)
    assert "8 June 2007" in done.stdout
    assert (home / "knowledge.db").exists()
    assert len(list(home.glob("names-*.index"))) == 1


def test_a_damaged_store_is_built_anew(tmp_path: Path) -> None:
    (tmp_path / "knowledge.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    done = run("ask", "when did istanbul twin with venice?", home=tmp_path)
    assert done.returncode == 0
    assert "8 June 2007" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="/proc is a folder that nobody can write to")
def test_a_folder_that_cannot_be_written_is_one_sentence() -> None:
    done = run("ask", "when venice?", home=Path("/proc/nobody/here"))
    assert done.returncode == 2
    assert "BOT_HOME" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_where_the_folder_should_be_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    done = run("ask", "when venice?", home=file)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert file.read_text() == "mine"


def test_every_command_and_option_says_what_it_is_for() -> None:
    assert "--conversation" in run("ask", "--help").stdout
    for command in ("run", "chat", "ask", "open", "data"):
        assert command in run("--help").stdout
