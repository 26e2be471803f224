"""``data/``, the GeoNames gazetteer and BOT_HOME/lists -> knowledge.db, through sqlite-utils."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import textwrap
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import wordfreq
from sqlite_utils import Database

from bot.knowledge import facts as files
from bot.knowledge.facts import Facts, compact
from bot.knowledge.folding import fold, name_key
from bot.knowledge.layers import put_together
from bot.knowledge.lists import lists
from bot.knowledge.pairs import settle
from bot.knowledge.records import ALTERNATE
from bot.knowledge.sieve import sift
from bot.knowledge.spelling import index_shards, write_index
from bot.knowledge.store import SCHEMA, fingerprint
from bot.knowledge.switching import drafts
from bot.knowledge.world import World, labels, members

#: How many of a language's commonest words are no names unless something says so.
COMMON_WORDS = 6000

#: How often build() reports progress.
STEPS = 18


def build(target: Path, data: Path, progress: Callable[[], None] = lambda: None) -> None:
    """Make a store of the files in ``data`` and of the lists beside ``target`` (lists.py), and
    put it in the place of ``target``.

    ``progress`` is called STEPS times, after parts of about the same length.

    Whatever goes wrong leaves ``target`` as it was. DataError lists the faults of the
    files; OSError where the folder cannot be written.
    """
    facts = files.read(data)
    world = World(facts)
    files.check_places(facts, world.places)
    progress()
    world.name(facts)
    progress()
    with drafts(target) as folder:
        draft, index = folder / "knowledge.db", folder / "names.index"
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as worker:
            spelling = worker.submit(_index, index, list(world.names))
            tables = _tables(facts, world)
            tables["info"] = _info(data, facts)
            _write(draft, tables, progress)
            digest = spelling.result()
        index_name = f"names-{digest[:16]}.index"
        store = Database(draft)
        store.table("info").insert({"key": "index", "value": index_name})
        store.close()
        # The index is found by its content: whichever of two builds ends last, both fit.
        index.replace(target.with_name(index_name))
        put_together(draft, lists(target.parent), target, folder)
    progress()


def _index(path: Path, keys: list[str]) -> str:
    write_index(path, index_shards(keys))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(
    path: Path, tables: Mapping[str, Iterable[dict[str, Any]]], progress: Callable[[], None]
) -> None:
    store = Database(path)
    # A draft may be lost: the switch at the end is what must be safe.
    store.execute("pragma journal_mode=off")
    store.execute("pragma synchronous=off")
    for table, content in tables.items():
        store.table(table).insert_all(
            content,
            pk=_KEYS[table],
            columns=_TYPES.get(table),
            foreign_keys=_REFERENCES.get(table),
            batch_size=10000,
        )
        progress()
    store.table("names").create_index(["key"], unique=True)
    store.table("claims").create_index(["a"])
    store.table("claims").create_index(["b"])
    # The names that a place has in earnest are few beside the alternates.
    store.execute(f"create index bearers_by_place on bearers (place) where rank < {ALTERNATE}")
    # Areas are few among many cities and are read at every start.
    store.table("places").create_index(["kind"])
    for column, other, other_column in (
        ("a", "places", "id"),
        ("b", "places", "id"),
        ("source", "sources", "key"),
    ):
        store.table("claims").add_foreign_key(column, other, other_column)
    # Lists fill these (layers.py).
    store.table("wikidata").create({"place": int, "item": str}, pk="place")
    store.table("wikidata").add_foreign_key("place", "places", "id")
    store.table("lists").create({"name": str, "content": bytes}, pk="name")
    settle(store.conn)
    sift(store.conn)
    for name, select in _VIEWS.items():
        store.create_view(name, textwrap.dedent(select).strip())
    store.execute("analyze")
    store.conn.commit()
    store.close()
    progress()


#: Types of columns that the first rows leave empty.
_TYPES = {"places": {"latitude": float, "longitude": float}}

#: What the rows of a table refer to, for those who look at the store (Datasette).
_REFERENCES = {
    "labels": [("place", "places", "id")],
    "bearers": [("name", "names", "id"), ("place", "places", "id")],
}
#: The store for the eye: nothing of the bot reads these.
_VIEWS = {
    "readable_claims": """
        select c.id, p.name as a, p.country as a_country, q.name as b, q.country as b_country,
               c.date, c.event, c.status, s.publisher, s.title, s.url, c.note
        from claims c join places p on p.id = c.a join places q on q.id = c.b
        join sources s on s.key = c.source
    """,
    "readable_pairs": """
        select p.name as a, p.country as a_country, q.name as b, q.country as b_country,
               x.since, x.event, x.status, x.ended
        from partnerships x join places p on p.id = x.a join places q on q.id = x.b
    """,
}

_KEYS: dict[str, Any] = {
    "info": "key",
    "sources": "key",
    "places": "id",
    "members": ("area", "country"),
    "labels": ("place", "language"),
    "claim_names": ("name", "language"),
    "names": "id",
    "bearers": ("name", "place"),
    "common": ("key", "language"),
    "vocabulary": ("key", "language"),
    "documents": ("language", "document"),
    "topics": "key",
    "trivia": "key",
    "claims": "id",
}


def _tables(facts: Facts, world: World) -> dict[str, Iterable[dict[str, Any]]]:
    return {
        "sources": (asdict(source) for source in facts.sources.values()),
        "places": (asdict(place) for place in world.places.values()),
        "members": ({"area": area, "country": code} for area, code in members(facts)),
        "labels": (
            {"place": place, "language": language, "name": name}
            for (place, language), name in labels(facts, world).items()
        ),
        "claim_names": (
            {"name": alias.says, "language": alias.language, "said": alias.name}
            for _, alias in facts.aliases
            if alias.says
        ),
        "names": (
            {"id": i, "key": key, "words": world.words[key]} for i, key in enumerate(world.names)
        ),
        "bearers": (
            {"name": i, "place": place, "rank": rank}
            for i, bearers in enumerate(world.names.values())
            for place, rank in bearers.items()
        ),
        "common": _common_words(facts),
        "vocabulary": _vocabulary(facts, world),
        "documents": (
            {"language": code, "document": name, "content": compact(content)}
            for code, language in facts.languages.items()
            for name, content in language.items()
        ),
        "topics": (
            {"key": topic["key"], "position": i, "content": compact(topic)}
            for i, topic in enumerate(facts.topics)
        ),
        "trivia": facts.trivia,
        "claims": _claims(facts, world),
    }


def _info(data: Path, facts: Facts) -> list[dict[str, str]]:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return [
        {"key": "schema", "value": str(SCHEMA)},
        {"key": "fingerprint", "value": fingerprint(data)},
        {"key": "as_of", "value": str(facts.as_of)},
        {"key": "not_countries", "value": " ".join(facts.not_countries)},
        {"key": "lists", "value": ""},
        {"key": "more_index", "value": ""},
        {"key": "built", "value": now},
    ]


def _claims(facts: Facts, world: World) -> Iterator[dict[str, Any]]:
    shown = labels(facts, world)
    for i, (_, claim, names) in enumerate(facts.claims):
        row = asdict(claim) | {"id": i, "date": str(claim.date) if claim.date else None}
        # A name that is not the place's own says what the source means by it.
        for side, place, name in zip("ab", (claim.a, claim.b), names, strict=True):
            own = {world.places[place].name, shown.get((place, "en"))}
            row[f"{side}_label"] = "" if name in own else name
        yield row


def _vocabulary(facts: Facts, world: World) -> Iterator[dict[str, Any]]:
    """How much a folded word speaks for a language, all languages together being 1.

    Counted are its sentences, its names of topics, of areas and of places, and its months; a
    word is the likelier to be a language's, the more often that has it.
    """
    shown = labels(facts, world)
    places = {place for place, _ in shown}
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for code, language in facts.languages.items():
        examples = language["examples"]
        said = [s for part in ("classes", "intents") for ss in examples[part].values() for s in ss]
        said += [s for part in ("small_talk", "corrections", "and") for s in examples[part]]
        said += [name for text in language["explanations"].values() for name in text["names"]]
        said += [name for names in language["demonyms"].values() for name in names]
        said += [shown.get((place, code), world.places[place].name) for place in places]
        said += world.months(code)
        counts = Counter(
            word for s in said for word in fold(re.sub(r"\{\w+\}", " ", str(s))).split()
        )
        for word, count in counts.items():
            if not word.isdigit():
                shares[word][code] = count / counts.total()
    for word, by_code in shares.items():
        for code, share in by_code.items():
            yield {"key": word, "language": code, "share": share / sum(by_code.values())}


def _common_words(facts: Facts) -> Iterator[dict[str, str]]:
    for code in facts.languages:
        try:
            common = wordfreq.top_n_list(code, COMMON_WORDS, wordlist="small")
        except LookupError:
            continue
        for key in dict.fromkeys(filter(None, map(name_key, common))):
            yield {"key": key, "language": code}
