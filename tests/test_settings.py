"""What the person who runs the bot decides, and what is said when a value cannot be used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bot import settings as module
from bot.errors import UserError
from bot.settings import Settings, SettingsError

ROOT = Path(__file__).parents[1]
TOKEN = "123456789:" + "Ab1_-" * 7


def load(**environment: str) -> Settings:
    return Settings.load(environment, dotenv=Path("no such file"))


def test_nothing_set_is_a_bot_that_polls_telegram_and_keeps_its_data_in_the_users_folder() -> None:
    settings = load()
    assert settings.token == ""
    assert settings.api_url == "https://api.telegram.org"
    assert not settings.self_hosted
    assert settings.home.is_absolute()
    assert settings.admins == frozenset()
    assert settings.webhook is None
    assert (settings.log_level, settings.log_format) == ("INFO", "text")


def test_every_value_is_read() -> None:
    settings = load(
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL="http://localhost:8081/",
        BOT_HOME="/srv/twins",
        BOT_ADMINS="12, 345 6",
        WEBHOOK_URL="https://example.org/hook/",
        WEBHOOK_LISTEN="0.0.0.0",
        WEBHOOK_PORT="8443",
        WEBHOOK_SECRET="a-secret_1",
        LOG_LEVEL="debug",
        LOG_FORMAT="JSON",
    )
    assert settings.token == TOKEN
    assert settings.api_url == "http://localhost:8081"
    assert settings.self_hosted
    assert settings.home == Path("/srv/twins")
    assert settings.admins == {12, 345, 6}
    assert settings.webhook is not None
    assert settings.webhook.url == "https://example.org/hook"
    assert settings.webhook.path == "hook"
    assert (settings.webhook.listen, settings.webhook.port) == ("0.0.0.0", 8443)
    assert settings.webhook.secret == "a-secret_1"
    assert (settings.log_level, settings.log_format) == ("DEBUG", "json")


def test_an_empty_value_counts_as_none() -> None:
    assert load(TELEGRAM_API_URL="", WEBHOOK_PORT=" ", LOG_LEVEL="", BOT_ADMINS="") == load()


def test_the_home_of_a_tilde_is_the_users_own() -> None:
    assert load(BOT_HOME="~/twins").home == Path.home() / "twins"


def test_a_file_stands_beneath_the_environment(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"# mine\nTELEGRAM_BOT_TOKEN={TOKEN}\nLOG_LEVEL=ERROR\nBOT_ADMINS='7'\n")
    settings = Settings.load({"LOG_LEVEL": "WARNING"}, dotenv=file)
    assert settings.token == TOKEN
    assert settings.log_level == "WARNING"
    assert settings.admins == {7}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "your-token-here"),
        ("TELEGRAM_BOT_TOKEN", "123456789:too short"),
        ("TELEGRAM_BOT_TOKEN", TOKEN + "/sendMessage"),
        ("TELEGRAM_API_URL", "localhost:8081"),
        ("TELEGRAM_API_URL", "ftp://localhost"),
        ("TELEGRAM_API_URL", "http://"),
        ("TELEGRAM_API_URL", "http://localhost:port"),
        ("TELEGRAM_API_URL", "http://[::1"),
        ("TELEGRAM_API_URL", "https://api.telegram.org/?a=b"),
        ("BOT_ADMINS", "@me"),
        ("BOT_ADMINS", "12,-3"),
        ("WEBHOOK_URL", "example.org"),
        ("WEBHOOK_URL", "http://example.org"),
        ("WEBHOOK_PORT", "0"),
        ("WEBHOOK_PORT", "65536"),
        ("WEBHOOK_PORT", "http"),
        ("WEBHOOK_SECRET", "with spaces"),
        ("WEBHOOK_SECRET", "x" * 257),
        ("LOG_LEVEL", "loud"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_value_that_cannot_be_used_is_one_sentence_that_names_its_variable(
    name: str, value: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load(**{name: value})
    sentence = str(caught.value)
    assert isinstance(caught.value, UserError)
    assert sentence.startswith(name)
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_server_of_ones_own_may_deliver_without_tls() -> None:
    webhook = load(
        WEBHOOK_URL="http://10.0.0.2:8080", TELEGRAM_API_URL="http://localhost:8081"
    ).webhook
    assert webhook is not None
    assert webhook.path == ""


def test_neither_an_error_nor_a_repr_shows_a_secret() -> None:
    with pytest.raises(SettingsError) as caught:
        load(TELEGRAM_BOT_TOKEN=TOKEN + "!")
    assert TOKEN not in str(caught.value)
    with pytest.raises(SettingsError) as caught:
        load(WEBHOOK_SECRET="my secret")
    assert "my secret" not in str(caught.value)
    settings = load(
        TELEGRAM_BOT_TOKEN=TOKEN, WEBHOOK_URL="https://example.org", WEBHOOK_SECRET="hush"
    )
    assert TOKEN not in repr(settings)
    assert "hush" not in repr(settings)


def test_a_file_that_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"LOG_LEVEL=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"\.env cannot be read"):
        Settings.load({}, dotenv=file)


def test_the_example_file_documents_each_variable_and_no_other() -> None:
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    read = {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "value"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    documented = re.findall(r"^([A-Z_]+)=$", example, re.MULTILINE)
    assert sorted(documented) == sorted(read)
    assert len(documented) == 12
    for name in documented:
        before = example[: example.index(f"\n{name}=")].rstrip("\n").splitlines()[-1]
        assert before.startswith("# ") or before.removesuffix("=") in documented


def test_the_example_file_as_it_is_changes_nothing() -> None:
    assert Settings.load({}, dotenv=ROOT / ".env.example") == load()


def test_whom_data_refresh_asks_and_who_it_says_is_asking() -> None:
    assert load().wikidata_url == "https://query.wikidata.org/sparql"
    assert load(WIKIDATA_URL="http://localhost:9999/sparql/").wikidata_url.endswith("/sparql")
    assert load(WIKIDATA_CONTACT="me@example.org").wikidata_contact == "me@example.org"
    for wrong in ("me", "two words@example.org", "me@example.org)", "mé@example.org"):
        with pytest.raises(SettingsError, match="WIKIDATA_CONTACT"):
            load(WIKIDATA_CONTACT=wrong)
