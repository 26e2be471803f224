"""Where the store is kept, and that it is there, whole and up to date."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import bot
from bot.errors import UserError
from bot.knowledge.store import Store, StoreError, fingerprint

_LOG = logging.getLogger(__name__)


def data_folder() -> Path:
    """``data/``: beside the package in a checkout, inside it where it was installed."""
    package = Path(bot.__file__).parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def open_store(
    home: Path, make: Callable[[Path, Path], None] | None = None, always: bool = False
) -> Store:
    """The store in ``home``, built first where it is missing, damaged or older than ``data/``.

    ``make`` builds (default: build_apart); ``always`` builds a good store anew as well.
    UserError where it cannot be built; else a store that is only older is used all the same.
    """
    path, data = home / "knowledge.db", data_folder()
    usable: Store | None = None
    try:
        usable = Store(path)
        if not always and usable.info["fingerprint"] == fingerprint(data):
            return usable
    except StoreError as error:
        if path.exists():
            _LOG.warning("%s It is built anew.", error)
    try:
        home.mkdir(parents=True, exist_ok=True)
        (make or build_apart)(path, data)
    except OSError as error:
        if usable and not always:
            _LOG.warning("The store in %s is older than the facts: %s", home, error)
            return usable
        raise UserError(
            f"The store cannot be built in {home} ({error.strerror or error}); "
            "set BOT_HOME to a folder that can be written."
        ) from error
    if usable:
        usable.close()
    return Store(path)


def build_apart(path: Path, data: Path) -> None:
    """Build in a process of its own, whose memory is given back when it ends."""
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
