"""One store for all tests, built from data/ once and kept until data/ changes."""

from __future__ import annotations

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


@pytest.fixture(scope="session")
def store() -> Store:
    return built_store()


@pytest.fixture(scope="session")
def assistant(store: Store) -> Assistant:
    return Assistant(store)
