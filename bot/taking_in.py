"""``python -m bot data import`` and its like: more comes in, all goes out."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.errors import UserError
from bot.knowledge.records import FOUNDING, SOURCE_KINDS
from bot.settings import WIKIDATA, Settings, SettingsError

if TYPE_CHECKING:
    from bot.knowledge.intake.importing import Fault
    from bot.knowledge.store import Store

#: How many faults are shown without --all-faults.
SHOWN = 20
#: What the founding document is, no list is.
KINDS = tuple(kind for kind in SOURCE_KINDS if kind != FOUNDING)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="The list's name; default: the file's.")
@click.option("--publisher", default="", help="Who publishes it, where rows do not say.")
@click.option("--title", default="", help="The title of the page or document, likewise.")
@click.option("--url", default="", help="Its address, likewise.")
@click.option("--kind", type=click.Choice(KINDS), default="other", help="Its kind, likewise.")
@click.option("--encoding", default="", help="Of a CSV file; default: told by its bytes.")
@click.option("--dry-run", is_flag=True, help="Check only; nothing is kept.")
@click.option("--skip-faulty", is_flag=True, help="Leave faulty rows out and keep the others.")
@click.option("--all-faults", is_flag=True, help=f"Show every fault, not only {SHOWN}.")
@click.pass_obj
def import_file(
    settings: Settings,
    file: Path,
    name: str | None,
    publisher: str,
    title: str,
    url: str,
    kind: str,
    encoding: str,
    dry_run: bool,
    skip_faulty: bool,
    all_faults: bool,
) -> None:
    """Take in a list of partnerships: CSV or JSON, all of it or nothing.

    Every row is checked first and all faults are shown with line, column and reason. The list
    is kept under the name of the file: importing it again takes its place. The README
    explains the columns.
    """
    from bot.knowledge import lists
    from bot.knowledge.intake.importing import Options, check
    from bot.knowledge.keeping import keep_list, open_store

    name = lists.name_of(name or file.stem)
    store = open_store(settings.home)
    options = Options(publisher, title, url, kind, encoding)
    checked = check(file, store, options, dt.date.today())
    before = store.counts
    store.close()
    if checked.encoding not in ("utf-8", "utf-8-sig"):
        click.echo(f"{file.name} was read as {checked.encoding}; --encoding says otherwise.")
    if checked.unused:
        click.echo(f"Not used: the columns {', '.join(map(repr, checked.unused))}.")
    _show(checked.faults, all_faults)
    rows = len({fault.line for fault in checked.faults})
    if checked.faults and not (skip_faulty and checked.claims):
        raise UserError(
            f"{file.name} has {len(checked.faults):,} faults in {rows:,} rows; nothing is imported."
        )
    left_out = f", {rows:,} faulty rows left out" if rows else ""
    if checked.repeated:
        left_out += f", {checked.repeated:,} rows that say the same as others"
    if dry_run:
        click.echo(f"{len(checked.claims):,} claims would be imported{left_out}.")
        return
    changed = keep_list(settings.home, name, checked.files)
    store = open_store(settings.home)
    after = store.counts
    store.close()
    click.echo(f"The list {name} has {len(checked.claims):,} claims{left_out}.")
    if changed:
        claims, pairs = (after[of] - before[of] for of in ("claims", "pairs"))
        click.echo(f"On record now: {claims:+,} claims, {pairs:+,} partnerships.")
    else:
        click.echo("It was imported before; nothing has changed.")


@click.command("lists")
@click.pass_obj
def show_lists(settings: Settings) -> None:
    """Show the lists that were taken in, and how many claims each has."""
    from bot.knowledge import lists

    for name, path in lists.lists(settings.home).items():
        click.echo(f"{name:30} {sum(1 for _ in lists.read(path, 'claims')):8,} claims")


@click.command()
@click.argument("name")
@click.pass_obj
def remove(settings: Settings, name: str) -> None:
    """Remove a list that was taken in."""
    from bot.knowledge import lists
    from bot.knowledge.keeping import keep_list

    if name not in lists.lists(settings.home):
        raise UserError(f"No list is called {name!r}; `data lists` shows them.")
    keep_list(settings.home, name, None)
    click.echo(f"The list {name} is removed.")


@click.command()
@click.option("--trust", is_flag=True, help="Take what comes even where it is much less.")
@click.pass_obj
def refresh(settings: Settings, trust: bool) -> None:
    """Take in all twinnings of Wikidata; a killed refresh goes on where it was.

    The list `wikidata` is replaced at the end, if what came can be right. WIKIDATA_CONTACT in
    `.env.example` says what Wikimedia wants to know of you.
    """
    from bot.knowledge.wikidata.refresh import refresh as fetch

    if settings.wikidata_url == WIKIDATA and not settings.wikidata_contact:
        raise SettingsError(
            "WIKIDATA_CONTACT is not set: Wikimedia asks programs to say how their owners can be "
            "reached; set it to your e-mail or web address."
        )
    found = fetch(
        settings.home, settings.wikidata_url, settings.wikidata_contact, _bar, trust=trust
    )
    click.echo(
        f"Wikidata has {found.pairs:,} pairs of {found.places:,} places "
        f"({found.before:,} pairs at the last refresh); "
        f"{found.unknown:,} places with ids that GeoNames' cities lack are left out."
    )
    if not found.changed:
        click.echo("Nothing has changed.")


@click.command()
@click.option("--format", "form", type=click.Choice(("csv", "json", "geojson")), default="csv")
@click.option("--output", type=click.Path(path_type=Path), help="The file; default: what is shown.")
@click.option("--city", "cities", multiple=True, metavar="NAME", help="Only of this one; repeat.")
@click.pass_obj
def export(settings: Settings, form: str, output: Path | None, cities: tuple[str, ...]) -> None:
    """Write out what is on record, with its sources.

    CSV and JSON have a line for each claim and can be imported again; GeoJSON has a line on the
    map for each partnership. A city is a name ("Lyon, France") or a GeoNames id.
    """
    from bot.knowledge.export import export as export_parts
    from bot.knowledge.keeping import open_store

    store = open_store(settings.home)
    found: Iterator[str] = export_parts(store, form, [_city(store, name) for name in cities])
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        for part in found:
            click.echo(part, nl=False)
        return
    draft = output.with_name(f".{output.name}-draft")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.writelines(found)
        draft.replace(output)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UserError(f"{output} cannot be written ({error.strerror or error}).") from error
    click.echo(f"Written: {output}.", err=True)


def _city(store: Store, name: str) -> int:
    from bot.knowledge.folding import name_key
    from bot.knowledge.intake.places import Asked, Unclear, find

    bearers = store.bearers([name_key(name)]).get(name_key(name), ())
    recorded = [bearer for bearer in bearers if bearer.place.id in store.recorded]
    # Venice is a name of Dayton in Ohio as well, but not its own.
    nearest = min((bearer.rank for bearer in recorded), default=0)
    named = {bearer.place.id for bearer in recorded if bearer.rank == nearest}
    if len(named) == 1:
        return named.pop()
    asked = Asked(id=name) if name.isdecimal() else Asked(name=name)
    (found,) = find(store, [asked]).values()
    if isinstance(found, Unclear):
        raise UserError(f"--city: {found.reason}.")
    return found.id


@contextmanager
def _bar(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """A progress bar on standard error, where that is a terminal."""
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update


def _show(faults: Sequence[Fault], every: bool) -> None:
    shown = faults if every else faults[:SHOWN]
    for fault in shown:
        click.echo(str(fault), err=True)
    if len(faults) > len(shown):
        more = len(faults) - len(shown)
        click.echo(f"… and {more:,} more; --all-faults shows them.", err=True)
    sys.stderr.flush()


COMMANDS = (import_file, show_lists, remove, refresh, export)
