"""Nothing is lost when an import or a refresh is killed: a few moments of tests/kills.py."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.knowledge.store import Store
from tests.kills import as_wikidata, made_up, trials
from tests.wikidata.server import serving

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")


@pytest.mark.parametrize("name", ["import", "refresh"])
def test_a_killed_command_loses_nothing(store: Store, tmp_path: Path, name: str) -> None:
    pairs = made_up(100)
    with serving(as_wikidata(pairs)) as endpoint:
        trial = trials(tmp_path, endpoint, pairs)[name]()
        for moment in (0.6, 0.95):
            trial.kill(moment, tmp_path)
