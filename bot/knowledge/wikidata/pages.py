"""What of a refresh has come so far: pages on the disk, so that a killed one goes on."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

#: Seconds after which what has come is too old to be gone on with.
_STALE = 7 * 24 * 3600.0


class Pages:
    """The folder of a refresh. A page is there whole or not at all."""

    def __init__(self, folder: Path, plan: dict[str, Any]) -> None:
        """``plan`` is what the refresh is about: pages of another plan, or of one that was begun
        a week ago, are thrown away."""
        self._folder = folder
        begun = self.read("plan")
        if begun is None or begun["plan"] != plan or time.time() - begun["begun"] > _STALE:
            self.forget()
            folder.mkdir(parents=True)
            self.keep("plan", {"plan": plan, "begun": time.time()})

    def read(self, name: str) -> Any:
        """A page; None where it has not come."""
        try:
            return json.loads((self._folder / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return None

    def has(self, name: str) -> bool:
        return (self._folder / f"{name}.json").exists()

    def keep(self, name: str, content: dict[str, Any] | Sequence[Any]) -> None:
        draft = self._folder / f".{name}-{os.getpid()}"
        draft.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(self._folder / f"{name}.json")

    def forget(self) -> None:
        """Throw all of it away."""
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(self._folder)
