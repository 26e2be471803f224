"""Putting a new store in the place of the old one, and keeping the ones before it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: How many stores are kept: knowledge.db, and knowledge-1.db, knowledge-2.db before it.
KEPT = 3
#: Seconds after which a draft folder belongs to nobody any more: its process was killed.
_ABANDONED = 3600.0


def before(target: Path, steps: int) -> Path:
    """Where the store that was current so many switches ago is kept."""
    return target.with_name(f"{target.stem}-{steps}{target.suffix}")


def base_of(target: Path) -> Path:
    """Where the store of ``data/`` alone is kept while there are lists on top of it."""
    return target.with_name("base.db")


@contextmanager
def drafts(target: Path) -> Iterator[Path]:
    """A folder beside ``target`` for what is not finished; it is gone afterwards."""
    for left in target.parent.glob(".build-*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=".build-", dir=target.parent) as folder:
        yield Path(folder)


def switch(draft: Path, target: Path) -> None:
    """Put a finished draft in the place of ``target``, at one stroke; the store that was there
    is the first of those before it."""
    flush(draft)
    if target.exists():
        for steps in range(KEPT - 1, 1, -1):
            if before(target, steps - 1).exists():
                before(target, steps - 1).replace(before(target, steps))
        twin(target, before(target, 1))
    draft.replace(target)
    sweep(target)


def twin(path: Path, other: Path) -> None:
    """``other`` becomes the same file as ``path``, or a copy where that cannot be."""
    draft = other.with_name(f".{other.name}-{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        os.link(path, draft)
    except OSError:
        shutil.copyfile(path, draft)
    draft.replace(other)


def flush(path: Path) -> None:
    """Whatever happens to the machine, the file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sweep(target: Path) -> None:
    """Remove the indexes of names that none of the kept stores uses."""
    stores = [target, base_of(target), *(before(target, n) for n in range(1, KEPT))]
    used = {name for path in stores if path.exists() for name in indexes(path)}
    for index in target.parent.glob("names-*.index"):
        if index.name not in used:
            index.unlink(missing_ok=True)


def indexes(path: Path) -> list[str]:
    """The names of the files of a store's indexes; none where it cannot be read."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as sql:
            rows = sql.execute("select value from info where key in ('index', 'more_index')")
            return [row[0] for row in rows if row[0]]
    except sqlite3.Error:
        return []
