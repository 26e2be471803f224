"""Settings: the environment, and a ``.env`` file beneath it, each value checked.

The file is read with python-dotenv alone: a validating library on top (environs,
pydantic-settings) takes 0.1 s and more to import, a fifth of what ``bot ask`` may take in all.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from bot.errors import UserError

TELEGRAM = "https://api.telegram.org"
WIKIDATA = "https://query.wikidata.org/sparql"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
LOG_FORMATS = ("text", "json")

_T = TypeVar("_T")


class SettingsError(UserError):
    """A value that cannot be used; the sentence names its variable."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram delivers updates, and where the bot listens for them."""

    url: str
    listen: str
    port: int
    #: Sent by Telegram with every update; empty: a new one at each start.
    secret: str = field(repr=False)

    @property
    def path(self) -> str:
        """The path of the address, without the slashes around it."""
        return urlsplit(self.url).path.strip("/")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person who runs the bot decides; ``.env.example`` explains every variable."""

    #: Empty where there is none: only the Telegram surface needs it.
    token: str = field(repr=False)
    #: Root address of the Bot API server, without a slash at the end.
    api_url: str
    #: The folder of the databases; it need not exist yet.
    home: Path
    #: Telegram user ids.
    admins: frozenset[int]
    #: None: the bot polls.
    webhook: Webhook | None
    log_level: str
    log_format: str
    #: Address of the SPARQL service that `data refresh` asks.
    wikidata_url: str
    #: An e-mail or web address that it is told; empty where there is none.
    wikidata_contact: str

    @property
    def self_hosted(self) -> bool:
        """Whether the Bot API server is not Telegram's own."""
        return self.api_url != TELEGRAM

    @classmethod
    def load(
        cls, environment: Mapping[str, str] | None = None, dotenv: Path | None = None
    ) -> Settings:
        """The Settings of an environment (default: the process's) and of a ``.env`` file
        (default: in the working directory), whose values the environment overrides.

        An empty value counts as none. SettingsError for a value that cannot be used.
        """
        file = Path(".env") if dotenv is None else dotenv
        values = {**_read(file), **(os.environ if environment is None else environment)}

        def value(name: str, check: Callable[[str, str], _T], default: str = "") -> _T:
            return check(name, values.get(name, "").strip() or default)

        api_url = value("TELEGRAM_API_URL", _address, TELEGRAM)
        webhook = Webhook(
            url=value("WEBHOOK_URL", _optional(_address)),
            listen=value("WEBHOOK_LISTEN", _text, "127.0.0.1"),
            port=value("WEBHOOK_PORT", _port, "8080"),
            secret=value("WEBHOOK_SECRET", _optional(_secret)),
        )
        if webhook.url.startswith("http:") and api_url == TELEGRAM:
            raise SettingsError(
                "WEBHOOK_URL has to begin with https:// — Telegram delivers to nothing else."
            )
        return cls(
            token=value("TELEGRAM_BOT_TOKEN", _optional(_token)),
            api_url=api_url,
            home=value("BOT_HOME", _folder),
            admins=value("BOT_ADMINS", _user_ids),
            webhook=webhook if webhook.url else None,
            log_level=value("LOG_LEVEL", _one_of(LOG_LEVELS, str.upper), "INFO"),
            log_format=value("LOG_FORMAT", _one_of(LOG_FORMATS, str.lower), "text"),
            wikidata_url=value("WIKIDATA_URL", _address, WIKIDATA),
            wikidata_contact=value("WIKIDATA_CONTACT", _optional(_contact)),
        )


def _read(file: Path) -> dict[str, str]:
    """The values of a .env file; none where there is no such file."""
    if not file.is_file():
        return {}
    from dotenv import dotenv_values

    try:
        return {name: value or "" for name, value in dotenv_values(file).items()}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}.") from error


def _optional(check: Callable[[str, str], str]) -> Callable[[str, str], str]:
    return lambda name, value: check(name, value) if value else ""


def _text(name: str, value: str) -> str:
    return value


def _token(name: str, value: str) -> str:
    # The value is never repeated: what has the wrong form may still be half a secret.
    if not re.fullmatch(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,100}", value):
        raise SettingsError(
            f"{name} does not have the form of a bot token (digits, a colon, 35 characters); "
            "@BotFather in Telegram gives you one."
        )
    return value


def _secret(name: str, value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value):
        raise SettingsError(f"{name} may hold 1 to 256 letters, digits, underscores and hyphens.")
    return value


def _address(name: str, value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1)
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment:
        raise SettingsError(
            f"{name} has to be an address such as https://example.org or http://localhost:8081, "
            f"not {_shown(value)}."
        )
    return value.rstrip("/")


def _contact(name: str, value: str) -> str:
    # It stands in a header and in a product comment: no line breaks, no brackets.
    if not re.fullmatch(r"[!-'*-~]{3,200}", value) or not re.search(r"@|https?://", value):
        raise SettingsError(
            f"{name} has to be an e-mail or web address at which you can be reached, "
            f"not {_shown(value)}."
        )
    return value


def _port(name: str, value: str) -> int:
    if not re.fullmatch(r"[0-9]{1,5}", value) or not 1 <= int(value) <= 65535:
        raise SettingsError(f"{name} has to be a number from 1 to 65535, not {_shown(value)}.")
    return int(value)


def _user_ids(name: str, value: str) -> frozenset[int]:
    ids = [part for part in re.split(r"[\s,;]+", value) if part]
    for part in ids:
        if not re.fullmatch(r"[0-9]{1,19}", part):
            raise SettingsError(
                f"{name} has to be Telegram user ids (numbers, with commas between them), "
                f"not {_shown(part)}."
            )
    return frozenset(map(int, ids))


def _folder(name: str, value: str) -> Path:
    if value:
        return Path(value).expanduser().absolute()
    import platformdirs

    return platformdirs.user_data_path("twin-town-bot", appauthor=False)


def _one_of(choices: tuple[str, ...], fold: Callable[[str], str]) -> Callable[[str, str], str]:
    def check(name: str, value: str) -> str:
        if fold(value) not in choices:
            raise SettingsError(
                f"{name} has to be one of {', '.join(choices)}, not {_shown(value)}."
            )
        return fold(value)

    return check


def _shown(value: str) -> str:
    """A value as a sentence shows it: quoted, and short."""
    return repr(value if len(value) <= 60 else value[:57] + "...")
