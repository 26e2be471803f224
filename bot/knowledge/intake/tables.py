"""Reading other people's tables: CSV as spreadsheets write it, and JSON.

Both give rows: the line on which a row begins, and its cells by the columns' names as they
stand there. What cannot be read at all is a TableError, one sentence.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from bot.errors import UserError

#: Bytes that a file may have; 25,000 partnerships with their sources take 5 MB.
LARGEST = 50_000_000
#: What a CSV file may stand between its cells.
DELIMITERS = (",", ";", "\t", "|")
#: Encodings of bytes that are no Unicode, the likelier first: Western, Turkish, Central European,
#: Cyrillic, Baltic and Greek Windows.
LEGACY = ("cp1252", "cp1254", "cp1250", "cp1251", "cp1257", "cp1253")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Bytes of which it is told what an encoding makes of them.
_SAMPLE = 200_000
#: Characters that no text holds.
_BINARY = re.compile(r"[\x00-\x06\x0e-\x1a]")
#: Lines that begin so are remarks in a CSV file.
REMARK = "#"


class TableError(UserError):
    """A file that is no table of ours."""


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    #: Texts of a CSV file; of a JSON file whatever stands there.
    cells: dict[str, Any]
    #: What is wrong with the row as such; empty where nothing is.
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """An opened file: its columns, how it was read, and its rows, read one at a time."""

    columns: list[str]
    encoding: str
    rows: Iterator[Row]
    close: Callable[[], None]


def open_table(path: Path, known: Callable[[Iterable[str]], int], encoding: str = "") -> Table:
    """The table in a file; TableError where there is none.

    The encoding is told by the bytes: marks, UTF-8, UTF-16; else it is the one of LEGACY in
    which the most cells are ``known`` (a count of names that places bear).
    """
    size = _size(path)
    if not size:
        raise TableError(f"{path.name} is empty.")
    if size > LARGEST:
        raise TableError(
            f"{path.name} has {size / 1e6:,.0f} MB; at most {LARGEST / 1e6:.0f} MB are taken in "
            "at once. Import it in parts, each with a --name of its own."
        )
    encoding = encoding or _encoding(path, known)
    try:
        codecs.lookup(encoding)
    except LookupError as error:
        raise TableError(f"There is no encoding {encoding!r}.") from error
    file = path.open(encoding=encoding, newline="")
    try:
        start = _start(file, path)
        if start in ("[", "{"):
            rows = _json_rows(file, path)
            return Table(
                list(dict.fromkeys(c for r in rows for c in r.cells)),
                encoding,
                iter(rows),
                file.close,
            )
        return _csv_table(file, path, encoding)
    except TableError:
        file.close()
        raise
    except UnicodeError as error:
        file.close()
        raise TableError(
            f"{path.name} is not {encoding} ({error}); save it as UTF-8, or say --encoding."
        ) from error


def _size(path: Path) -> int:
    try:
        if path.is_dir():
            raise TableError(f"{path} is a folder; give a CSV or JSON file.")
        with path.open("rb") as file:
            file.read(1)
        return path.stat().st_size
    except OSError as error:
        raise TableError(f"{path} cannot be read ({error.strerror}).") from error


def _encoding(path: Path, known: Callable[[Iterable[str]], int]) -> str:
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if b"\0" in sample:
        # Every second byte of Western text in UTF-16 is zero; other texts have no zeros at all.
        encoding = "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
        if _BINARY.search(sample.decode(encoding, "replace")):
            raise TableError(f"{path.name} is no text; give a CSV or JSON file.")
        return encoding
    if _is_utf8(path):
        return "utf-8"
    return max(LEGACY, key=lambda encoding: known(_cells(sample, encoding)))


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while part := file.read(_SAMPLE):
                decoder.decode(part)
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            return False
    return True


def _cells(sample: bytes, encoding: str) -> set[str]:
    """What may be cells with letters beyond ASCII."""
    cells = re.split(r"[,;|\t\"\r\n]+", sample.decode(encoding, "replace"))
    return {cell.strip() for cell in cells if not cell.isascii()}


def _start(file: TextIO, path: Path) -> str:
    """The first character that is no blank; the file is as if nothing had been read of it."""
    first = next((c for c in iter(lambda: file.read(1), "") if not c.isspace()), "")
    file.seek(0)
    if not first:
        raise TableError(f"{path.name} is empty.")
    return first


def _csv_table(file: TextIO, path: Path, encoding: str) -> Table:
    lines = _Lines(file)
    head = next((line for line in lines if line.strip()), "")
    if not head:
        raise TableError(f"{path.name} is empty.")
    begin = lines.number
    delimiter = max(DELIMITERS, key=head.count)
    columns = [cell.strip() for cell in next(csv.reader([head], delimiter=delimiter))]
    rows = _csv_rows(lines, begin, delimiter, columns, path, encoding)
    return Table(columns, encoding, rows, file.close)


class _Lines:
    """The lines of a file; remarks before the first other one are skipped."""

    def __init__(self, file: TextIO) -> None:
        self._file, self.number, self._begun = file, 0, False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            line = next(self._file)
            self.number += 1
            if self._begun or not line.lstrip("\ufeff").startswith(REMARK):
                self._begun = self._begun or bool(line.strip())
                return line


def _csv_rows(
    lines: _Lines, begin: int, delimiter: str, columns: list[str], path: Path, encoding: str
) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        line = begin + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # What follows cannot be told apart any more.
            yield Row(line, {}, f"the CSV is malformed here ({error})")
            return
        except UnicodeError as error:
            raise TableError(
                f"{path.name}, line {line}: it is not {encoding} ({error}); "
                "save it as UTF-8, or say --encoding."
            ) from error
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns) and not any(cell.strip() for cell in cells[len(columns) :]):
            del cells[len(columns) :]
        fault = ""
        if len(cells) > len(columns):
            fault = f"{len(cells)} cells where the header has {len(columns)}"
        yield Row(line, {c: v.strip() for c, v in zip(columns, cells, strict=False)}, fault)


def _json_rows(file: TextIO, path: Path) -> list[Row]:
    """The objects of a list, alone or as ``claims`` of an object, with the lines they begin on."""
    text = file.read()
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise TableError(
            f"{path.name}, line {error.lineno}: the JSON is malformed ({error.msg})."
        ) from error
    except RecursionError as error:
        raise TableError(f"{path.name}: the JSON is nested too deeply.") from error
    found = whole.get("claims") if isinstance(whole, dict) else whole
    if not isinstance(found, list):
        raise TableError(f'{path.name}: a list of objects is needed, alone or as "claims".')
    lines = list(_starts(text))
    if len(lines) != len(found):
        lines = list(range(1, len(found) + 1))
    return [
        Row(line, entry) if isinstance(entry, dict) else Row(line, {}, "it is no object")
        for line, entry in zip(lines, found, strict=True)
    ]


def _starts(text: str) -> Iterator[int]:
    """The lines on which the entries of a well-formed list begin."""
    decode = json.JSONDecoder().raw_decode
    opening = re.search(r'"claims"\s*:\s*\[|^\s*\[', text)
    position = opening.end() if opening else len(text)
    line = 1 + text.count("\n", 0, position)
    while entry := _ENTRY.match(text, position):
        line += text.count("\n", position, entry.end())
        yield line
        start = entry.end()
        try:
            position = decode(text, start)[1]
        except ValueError:
            return
        line += text.count("\n", start, position)


#: What stands before an entry of a list.
_ENTRY = re.compile(r"[\s,]*(?=[^\s,\]])")
