"""Reading the files of ``data/``."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bot.errors import UserError

#: The safe loader in C where PyYAML was built with it: ten times as fast.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataError(UserError):
    """The files in ``data/`` do not hold together; a line for every fault."""


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """Where it stands ("claims.csv, line 3") and each row of a CSV file.

    DataError where it is missing, not UTF-8, or has other columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != columns:
                raise DataError(f"{path.name}, line 1: the columns must be {','.join(columns)}")
            for row in reader:
                where = f"{path.name}, line {reader.line_num}"
                if None in row or None in row.values():
                    raise DataError(f"{where}: not {len(columns)} columns")
                yield where, {name: value.strip() for name, value in row.items()}
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name}: it is not UTF-8 at byte {error.start}") from error
    except (OSError, csv.Error) as error:
        raise DataError(f"{path.name}: it cannot be read ({error})") from error


def document(path: Path) -> Any:
    """The content of a YAML file; DataError names the line of a fault."""
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=_LOADER)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise DataError(f"{path.name}, line {line}: {error.problem}") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataError(f"{path.name}: it cannot be read ({error})") from error
