"""``python -m bot``: the command line."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import click

from bot.errors import UserError
from bot.settings import Settings
from bot.taking_in import COMMANDS

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.assistant import Assistant


class _Family(click.Group):
    """Errors that a user can mend become one sentence and exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except UserError as error:
            click.echo(f"Error: {error}", err=True)
            ctx.exit(2)


def _assistant(settings: Settings) -> Assistant:
    from bot.assistant import Assistant
    from bot.knowledge.keeping import open_store

    return Assistant(open_store(settings.home))


@click.group(cls=_Family, invoke_without_command=True, no_args_is_help=False)
@click.version_option(package_name="twin-town-bot", message="%(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """A bot that knows sister cities and twin towns.

    Without a command: the Telegram bot where TELEGRAM_BOT_TOKEN is set, else a chat in the
    terminal. `.env.example` explains every setting.
    """
    context.obj = Settings.load()
    if context.invoked_subcommand:
        return
    if context.obj.token:
        context.invoke(run)
    else:
        click.echo("TELEGRAM_BOT_TOKEN is not set, so this is the chat in the terminal.", err=True)
        context.invoke(chat)


@main.command()
@click.pass_obj
def run(settings: Settings) -> None:
    """Run the Telegram bot until it is stopped."""
    from bot.telegram import run as telegram

    def ready() -> Assistant:
        assistant = _assistant(settings)
        assistant.make_ready()
        return assistant

    sys.exit(telegram.main(settings, ready))


@main.command()
@click.pass_obj
def chat(settings: Settings) -> None:
    """Chat with the bot in the terminal."""
    from bot.terminal import chat as terminal

    terminal(_assistant(settings), settings.home)


@main.command()
@click.argument("words", nargs=-1)
@click.option("--guess", is_flag=True, help="Guess names instead of choosing answers.")
@click.option("--seconds", default=30, show_default=True, help="Time for each question.")
@click.option("--seed", default="", help="The same seed asks the same questions.")
@click.option("--language", metavar="CODE", default="en", help="The language of the game.")
@click.pass_obj
def trivia(
    settings: Settings, words: tuple[str, ...], guess: bool, seconds: int, seed: str, language: str
) -> None:
    """Play a round in the terminal: WORDS are what would stand behind /trivia ("5 about Germany
    hard")."""
    from bot.terminal import typed
    from bot.terminal_game import play, prepare

    assistant = _assistant(settings)
    mode: Literal["guess", "quiz"] = "guess" if guess else "quiz"
    round = prepare(assistant, " ".join(words), language, mode, seconds=seconds, seed=seed)
    play(assistant, round, typed(settings.home))


@main.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--conversation", is_flag=True, help="With -: the lines are one conversation.")
@click.option("--language", metavar="CODE", help="Answer in this language, not the question's.")
@click.pass_obj
def ask(
    settings: Settings, text: tuple[str, ...], as_json: bool, conversation: bool, language: str
) -> None:
    """Answer one question, or with `-` every line of standard input.

    A line may begin with an id and a tab; the id stands in its JSON.
    """
    many = text == ("-",)
    if not many:
        # One answer leaves no garbage worth looking for.
        gc.disable()
    assistant = _assistant(settings)
    previous, spoken = None, "en"
    for key, question in _lines() if many else [(None, " ".join(text))]:
        answer = assistant.ask(
            question, language=language or None, previous=previous, fallback=spoken
        )
        spoken = answer.language if conversation else spoken
        previous = answer.leads_to(previous) if conversation else None
        if as_json:
            click.echo(json.dumps(_as_json(assistant, question, answer, key), ensure_ascii=False))
        else:
            click.echo(answer.text + ("\n" if many else ""))


@main.command("open")
@click.argument("token")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--language", metavar="CODE", default="en", help="The language of the answer.")
@click.pass_obj
def open_token(settings: Settings, token: str, as_json: bool, language: str) -> None:
    """Show the answer at a token (a button, a deep link)."""
    from bot.understanding.question import BadToken

    assistant = _assistant(settings)
    try:
        answer = assistant.open(token, language)
    except BadToken as error:
        raise UserError(f"{token!r} is the token of no answer.") from error
    if as_json:
        click.echo(json.dumps(_as_json(assistant, "", answer, None), ensure_ascii=False))
    else:
        click.echo(answer.text)


@main.group()
def data() -> None:
    """The store and the files that it is made from."""


@data.command()
@click.pass_obj
def build(settings: Settings) -> None:
    """Build the store anew from data/ and the GeoNames gazetteer."""
    from bot.knowledge.keeping import build_with_bar, data_folder, open_store

    open_store(settings.home, make=build_with_bar, always=True).close()
    click.echo(f"Built {settings.home / 'knowledge.db'} from {data_folder()}.")


@data.command()
def check() -> None:
    """Check the files in data/ without building; lists every fault."""
    from bot.knowledge import facts
    from bot.knowledge.keeping import data_folder
    from bot.knowledge.world import World

    found = facts.read(data_folder())
    world = World(found)
    facts.check_places(found, world.places)
    world.name(found)
    click.echo(f"{len(found.claims)} claims, {len(found.sources)} sources: all well.")


@data.command()
@click.pass_obj
def info(settings: Settings) -> None:
    """Count what the store holds."""
    from bot.knowledge.keeping import open_store

    store = open_store(settings.home)
    called = {"pairs": "partnerships", "places": "places with a partnership"}
    for name, number in store.counts.items():
        click.echo(f"{called.get(name, name.replace('_', ' ')):25} {number:8,}")
    click.echo(f"{'records as of':25} {store.as_of}")
    click.echo(f"{'built':25} {store.info['built']}")


for command in COMMANDS:
    data.add_command(command)


def _lines() -> Iterator[tuple[str | None, str]]:
    """Questions on standard input, each with its id or None."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for line in sys.stdin:
        text = line.rstrip("\r\n")
        key, tab, rest = text.partition("\t")
        if not text.strip():
            continue
        yield (key, rest) if tab else (None, text)


def _as_json(
    assistant: Assistant, question: str, answer: Answer, key: str | None
) -> dict[str, object]:
    asked = answer.question
    found: dict[str, object] = {} if key is None else {"id": key}
    return found | {
        "question": question,
        "language": answer.language,
        "intent": answer.intent,
        "places": [
            {
                "geonames": place.id,
                "name": assistant.name(place, answer.language),
                "country": place.country,
            }
            for place in assistant.places(asked)
        ],
        "period": str(asked.period) if asked.period else None,
        "understood": answer.understood,
        "answer": answer.text,
        "html": answer.html,
        "sources": [{"title": s.title, "url": s.url} for s in answer.sources],
        "choices": [{"label": c.label, "token": c.question.token} for c in answer.choices],
        "token": asked.token,
    }


if __name__ == "__main__":
    main(prog_name="python -m bot")
