"""Where the store is kept, and that it is there, whole and up to date."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import bot
from bot.errors import UserError
from bot.knowledge.lists import ListError, digest, in_order, lists, write
from bot.knowledge.lists import folder as lists_folder
from bot.knowledge.store import Store, StoreError, fingerprint
from bot.knowledge.switching import base_of, drafts, twin

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_LOG = logging.getLogger(__name__)


def data_folder() -> Path:
    """``data/``: beside the package in a checkout, inside it where it was installed."""
    package = Path(bot.__file__).parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def open_store(
    home: Path, make: Callable[[Path, Path], None] | None = None, always: bool = False
) -> Store:
    """The store in ``home``, built first where it is missing, damaged or older than ``data/``
    and the lists in ``home``.

    ``make`` builds (default: build_apart); ``always`` builds a good store anew as well.
    UserError where it cannot be built; else a store that is only older is used all the same.
    """
    path, data = home / "knowledge.db", data_folder()
    usable: Store | None = None
    try:
        usable = Store(path)
        if not always and usable.info["fingerprint"] == fingerprint(data):
            if usable.info["lists"] == digest(lists(home)):
                return usable
            make = relay if base_in(home) else make
    except StoreError as error:
        if path.exists():
            _LOG.warning("%s It is built anew.", error)
    try:
        home.mkdir(parents=True, exist_ok=True)
        (make or build_apart)(path, data)
    except (OSError, ListError) as error:
        if usable and not always:
            _LOG.warning("The store in %s is older than the facts: %s", home, error)
            return usable
        if isinstance(error, ListError):
            raise
        raise UserError(
            f"The store cannot be built in {home} ({error.strerror or error}); "
            "set BOT_HOME to a folder that can be written."
        ) from error
    if usable:
        usable.close()
    return Store(path)


def base_in(home: Path) -> Path | None:
    """The store of today's ``data/`` alone, if it is kept in ``home``."""
    for path in (base_of(home / "knowledge.db"), home / "knowledge.db"):
        with suppress(StoreError), closing(Store(path)) as store:
            if not store.info["lists"] and store.info["fingerprint"] == fingerprint(data_folder()):
                return path
    return None


def relay(path: Path, data: Path) -> None:
    """Lay the lists in the home of ``path`` on the store of ``data`` that is kept there."""
    with drafts(path) as folder:
        _lay(path.parent, lists(path.parent), folder)


def keep_list(
    home: Path, name: str, files: Mapping[str, Iterable[Sequence[object]]] | None
) -> bool:
    """Keep a list in ``home`` in the place of the one of that name, or with None remove that;
    whether anything has changed.

    The list and the store change one right after the other, when all else is done: whoever
    stops this at any moment has the old ones or the new ones. UserError where it cannot be.
    """
    with suppress(ListError):
        open_store(home).close()
    path, kept = lists_folder(home) / f"{name}.zip", lists(home)
    try:
        with drafts(home / "knowledge.db") as folder:
            draft = folder / path.name
            if files is None:
                kept.pop(name, None)
            else:
                write(draft, files)
                if name in kept and draft.read_bytes() == path.read_bytes():
                    return False
                path.parent.mkdir(exist_ok=True)
                kept[name] = draft
            _lay(
                home,
                in_order(kept),
                folder,
                lambda: path.unlink(missing_ok=True) if files is None else draft.replace(path),
            )
    except OSError as error:
        raise UserError(
            f"The list cannot be kept in {home} ({error.strerror or error}); nothing has changed."
        ) from error
    return True


def _lay(
    home: Path,
    files: Mapping[str, Path],
    folder: Path,
    ready: Callable[[], object] = lambda: None,
) -> None:
    from bot.knowledge.layers import put_together

    path, base, copy = home / "knowledge.db", base_in(home), folder / "base.db"
    if base:
        twin(base, copy)
    else:
        # A home without lists.
        alone = folder / "alone"
        alone.mkdir()
        build_apart(alone / path.name, data_folder())
        for index in alone.glob("names-*.index"):
            index.replace(home / index.name)
        (alone / path.name).replace(copy)
    put_together(copy, files, path, folder, ready)


def build_apart(path: Path, data: Path) -> None:
    """Build in a process of its own, whose memory is given back when it ends."""
    # Here: most runs find the store built.
    from multiprocessing import get_context

    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(path, data, sender))
    process.start()
    sender.close()
    try:
        error = receiver.recv()
    except EOFError:
        error = StoreError("The building of the store was broken off.")
    process.join()
    if error is not None:
        raise error


def _build(path: Path, data: Path, sender: Connection) -> None:
    error: Exception | None = None
    try:
        build_with_bar(path, data)
    except (OSError, UserError) as raised:
        error = raised
    sender.send(error)


def build_with_bar(path: Path, data: Path) -> None:
    """Build with a progress bar on standard error, where that is a terminal."""
    import click

    from bot.knowledge.build import STEPS, build

    with click.progressbar(length=STEPS, label="Building the store", file=sys.stderr) as bar:
        build(path, data, lambda: bar.update(1))
