"""What survives a restart, and what is said when it cannot."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.memory.memory import Chat, Memory, UnusableMemoryError

ANKARA, BERLIN = 323786, 2950159
GROUP, SUPERGROUP = -400, -100_400


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "new folder") as memory:
        yield memory


def test_a_chat_that_set_nothing_has_nothing_set(memory: Memory) -> None:
    assert memory.chat(5) == Chat(home=None, language=None)


def test_what_a_chat_sets_is_its_own(memory: Memory) -> None:
    memory.set_home(5, ANKARA)
    memory.set_language(6, "tr")
    assert memory.chat(5) == Chat(home=ANKARA)
    assert memory.chat(6) == Chat(language="tr")


def test_one_setting_leaves_the_other_alone(memory: Memory) -> None:
    memory.set_language(5, "tr")
    memory.set_home(5, ANKARA)
    memory.set_home(5, BERLIN)
    assert memory.chat(5) == Chat(home=BERLIN, language="tr")
    memory.set_language(5, None)
    assert memory.chat(5) == Chat(home=BERLIN)


def test_it_survives_a_restart(tmp_path: Path) -> None:
    with Memory(tmp_path) as memory:
        memory.set_home(5, ANKARA)
        memory.set_note("menus", "abc")
    with Memory(tmp_path) as memory:
        assert memory.chat(5).home == ANKARA
        assert memory.note("menus") == "abc"


def test_it_survives_a_kill(tmp_path: Path) -> None:
    with Memory(tmp_path) as memory:
        memory.set_home(5, ANKARA)
        # Another process sees what this one has not closed.
        with Memory(tmp_path) as other:
            assert other.chat(5).home == ANKARA


def test_a_note_can_be_replaced(memory: Memory) -> None:
    assert memory.note("menus") is None
    memory.set_note("menus", "abc")
    memory.set_note("menus", "def")
    assert memory.note("menus") == "def"


def test_a_group_that_becomes_a_supergroup_takes_along_what_it_set(memory: Memory) -> None:
    memory.set_home(GROUP, ANKARA)
    memory.set_language(GROUP, "tr")
    memory.migrate(GROUP, SUPERGROUP)
    assert memory.chat(SUPERGROUP) == Chat(home=ANKARA, language="tr")
    assert memory.chat(GROUP) == Chat()


def test_hearing_of_the_move_again_undoes_nothing(memory: Memory) -> None:
    memory.set_home(GROUP, ANKARA)
    memory.migrate(GROUP, SUPERGROUP)
    memory.set_home(SUPERGROUP, BERLIN)
    memory.migrate(GROUP, SUPERGROUP)
    memory.migrate(GROUP, SUPERGROUP)
    assert memory.chat(SUPERGROUP) == Chat(home=BERLIN)


def test_what_the_supergroup_has_set_already_stays(memory: Memory) -> None:
    memory.set_home(GROUP, ANKARA)
    memory.set_language(GROUP, "tr")
    memory.set_home(SUPERGROUP, BERLIN)
    memory.migrate(GROUP, SUPERGROUP)
    assert memory.chat(SUPERGROUP) == Chat(home=BERLIN, language="tr")


def unusable(folder: Path) -> str:
    """The sentence with which a folder's memory is refused."""
    with pytest.raises(UnusableMemoryError) as caught:
        Memory(folder)
    assert isinstance(caught.value, UserError)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert str(folder) in sentence
    return sentence


@pytest.mark.parametrize("content", [b"not a database at all, " * 100, b"SQLite format 3\0" * 99])
def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "memory.db").write_bytes(content)
    assert "is damaged" in unusable(tmp_path)
    assert (tmp_path / "memory.db").read_bytes() == content


def test_damage_within_the_file_is_found_before_it_is_used(tmp_path: Path) -> None:
    with Memory(tmp_path) as memory:
        for chat in range(2000):
            memory.set_note(f"note {chat}", "x" * 100)
    file = tmp_path / "memory.db"
    content = bytearray(file.read_bytes())
    content[20 * 4096 : 24 * 4096] = b"\xff" * (4 * 4096)
    file.write_bytes(content)
    assert "is damaged" in unusable(tmp_path)


def test_a_home_that_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("")
    assert "BOT_HOME" in unusable(file)


def test_a_memory_that_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "memory.db").mkdir()
    assert "BOT_HOME" in unusable(tmp_path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may write wherever it likes"
)
@pytest.mark.parametrize("existing", [True, False])
def test_a_folder_in_which_nothing_may_be_written(tmp_path: Path, existing: bool) -> None:
    if existing:
        Memory(tmp_path).close()
        (tmp_path / "memory.db").chmod(0o400)
    tmp_path.chmod(0o500)
    assert "BOT_HOME" in unusable(tmp_path)


def test_a_memory_that_another_process_holds_is_not_written(tmp_path: Path) -> None:
    """As a file that may not be written: its shape is in place and only writing would fail."""
    Memory(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "memory.db")
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    holder = sqlite3.connect(tmp_path / "memory.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert "BOT_HOME" in unusable(tmp_path)
    finally:
        holder.close()


def test_a_memory_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    Memory(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "memory.db")
    with connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('memory', 'm999_dreams', '2099-01-01')"
        )
    connection.close()
    assert "newer version" in unusable(tmp_path)
