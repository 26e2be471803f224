"""Lists that were taken in: what is known beside ``data/``, kept in BOT_HOME for good.

A list is one file, ``BOT_HOME/lists/<name>.zip``, so that it is there whole or not at all. In it
are CSV files in the form of ``data/``:

    claims.csv   CLAIM_COLUMNS     the places by their GeoNames ids, names as the source has them
    sources.csv  SOURCE_COLUMNS    keys that only this list uses
    places.csv   geonames,wikidata             optional: the Wikidata items of places
    names.csv    geonames,language,name,label  optional: further names; label is 1 where the
                                               language shows it

The store is made of ``data/`` and of every list (layers.py). The same rows give the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from bot.errors import UserError
from bot.knowledge.records import CLAIM_COLUMNS, SOURCE_COLUMNS

#: The columns of each file of a list.
FILES: Mapping[str, Sequence[str]] = {
    "claims": CLAIM_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "places": ("geonames", "wikidata"),
    "names": ("geonames", "language", "name", "label"),
}
#: The list that `data refresh` keeps; it stands behind the people's own.
WIKIDATA = "wikidata"


class ListError(UserError):
    """A list cannot be kept or read."""


def folder(home: Path) -> Path:
    """Where the lists of a home are."""
    return home / "lists"


def lists(home: Path) -> dict[str, Path]:
    """The lists of a home by name, in the order of their standing."""
    return in_order({path.stem: path for path in folder(home).glob("*.zip")})


def in_order(files: Mapping[str, Path]) -> dict[str, Path]:
    """Lists by name in the order of their standing: Wikidata's behind the people's own."""
    return dict(sorted(files.items(), key=lambda item: (item[0] == WIKIDATA, item[0])))


def digest(files: Mapping[str, Path]) -> str:
    """A hash of what lists say; empty where there are none."""
    if not files:
        return ""
    found = hashlib.sha256()
    for name, path in files.items():
        found.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


def name_of(text: str) -> str:
    """The name of a list from that of a file: small letters, digits and hyphens.

    ListError where nothing is left, or where the name is that of the refreshed list.
    """
    name = re.sub(r"[^\w]+", "-", text.casefold()).strip("-_")[:60]
    if not name:
        raise ListError(f"{text!r} gives no name for a list; choose one with --name.")
    if name == WIKIDATA:
        raise ListError(f"The list {WIKIDATA} is the one that `data refresh` keeps.")
    return name


def write(path: Path, files: Mapping[str, Iterable[Sequence[object]]]) -> None:
    """Write a list at ``path``: rows for each of its FILES, in their columns."""
    with path.open("wb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
            for name, rows in files.items():
                # A fixed time: what a list says is all that its bytes depend on.
                entry = zipfile.ZipInfo(f"{name}.csv", (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                with (
                    archive.open(entry, "w") as raw,
                    io.TextIOWrapper(raw, encoding="utf-8", newline="") as text,
                ):
                    writer = csv.writer(text, lineterminator="\n")
                    writer.writerow(FILES[name])
                    writer.writerows(rows)
        out.flush()
        os.fsync(out.fileno())


def read(path: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of one of a list's FILES; none where it lacks the file, ListError where it is
    damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            if f"{name}.csv" not in archive.namelist():
                return
            with archive.open(f"{name}.csv") as raw:
                rows = csv.DictReader(_text(raw), strict=True)
                if tuple(rows.fieldnames or ()) != tuple(FILES[name]):
                    raise ListError(f"{path} is damaged: other columns; import the list again.")
                yield from rows
    except (OSError, EOFError, ValueError, csv.Error, zipfile.BadZipFile) as error:
        raise ListError(f"{path} is damaged ({error}); import the list again.") from error


def _text(raw: IO[Any]) -> io.TextIOWrapper:
    return io.TextIOWrapper(raw, encoding="utf-8", newline="")
