"""One store for all tests, built from data/ once and kept until data/ changes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from bot.assistant import Assistant
from bot.knowledge.build import build
from bot.knowledge.keeping import data_folder
from bot.knowledge.store import Store, StoreError, fingerprint


def built_store() -> Store:
    """A store of today's data/, in the folder for temporary files."""
    data = data_folder()
    folder = Path(tempfile.gettempdir(), f"twin-town-tests-{fingerprint(data)}")
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
