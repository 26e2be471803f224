"""One store for all tests, built from data/ once and kept until data/ changes."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.knowledge.build import build
from bot.knowledge.keeping import data_folder
from bot.knowledge.store import Store, StoreError, fingerprint


def store_folder() -> Path:
    """Where the store of today's data/ is kept, among the temporary files."""
    return Path(tempfile.gettempdir(), f"twin-town-tests-{fingerprint(data_folder())}")


def built_store() -> Store:
    """The store of today's data/."""
    data, folder = data_folder(), store_folder()
    folder.mkdir(exist_ok=True)
    try:
        return Store(folder / "knowledge.db")
    except StoreError:
        build(folder / "knowledge.db", data)
        return Store(folder / "knowledge.db")


def pytest_configure(config: pytest.Config) -> None:
    """Build the store once, before several processes would."""
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        built_store().close()


def store_at(folder: Path) -> Path:
    """A folder with that store in it, for a bot that puts another one in its place. Its files are
    the same ones, where that can be: they are never written to."""
    folder.mkdir(parents=True)
    for file in store_folder().iterdir():
        try:
            os.link(file, folder / file.name)
        except OSError:
            shutil.copy(file, folder)
    return folder


@pytest.fixture(scope="session")
def store() -> Store:
    return built_store()


@pytest.fixture(scope="session")
def assistant(store: Store) -> Assistant:
    return Assistant(store)
