"""The facts and languages that ship: the files of ``data/``, read and checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from bot.knowledge.dates import PartialDate
from bot.knowledge.files import DataError, document, rows
from bot.knowledge.records import (
    CLAIM_COLUMNS,
    CLOSING,
    EVENTS,
    SOURCE_COLUMNS,
    SOURCE_KINDS,
    STATUSES,
    Claim,
    Kind,
    Place,
    Source,
    Status,
)

T = TypeVar("T")

PLACE_COLUMNS = ("geonames", "kind", "name", "country", "region", "population")
ALIAS_COLUMNS = ("geonames", "name", "language", "preferred")
#: The documents of a language's folder, each a mapping.
DOCUMENTS = ("examples", "explanations", "demonyms", "trivia")
#: Characters of a question of the game and of one of its answers: Telegram takes 300 and 100 in a
#: poll, and the number of the question stands before it.
MOST_ASKED, MOST_ANSWERED = 250, 100
#: Characters of the fact behind a question: its source has to stand beside it.
MOST_STATED = 150
#: Wrong answers that a question of the game needs at least.
LEAST_WRONG = 3


@dataclass(frozen=True, slots=True)
class Alias:
    """A curated name of a place; a preferred one is how a language shows it."""

    place: int
    name: str
    language: str
    preferred: bool
    #: The name in a claim that this one says in its language (Nicosia Turkish Municipality).
    says: str = ""


@dataclass(slots=True)
class Facts:
    """What ``data/`` says, before places are looked up."""

    #: When the claims were gathered.
    as_of: PartialDate | None = None
    sources: dict[str, Source] = field(default_factory=dict)
    #: Where each claim stands, the claim, and its places' names as the source has them.
    claims: list[tuple[str, Claim, tuple[str, str]]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    aliases: list[tuple[str, Alias]] = field(default_factory=list)
    topics: list[dict[str, Any]] = field(default_factory=list)
    #: Questions of the game about terms and history.
    trivia: list[dict[str, Any]] = field(default_factory=list)
    not_countries: list[str] = field(default_factory=list)
    #: Groups of countries that people name as one area ("Scandinavia").
    groups: dict[str, dict[str, Any]] = field(default_factory=dict)
    #: Language code -> document -> content; messages are Fluent text.
    languages: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def raise_faults(self) -> None:
        if self.faults:
            raise DataError("\n".join(self.faults))


def read(data: Path) -> Facts:
    """All files of ``data``; DataError lists every fault that can be seen without a gazetteer."""
    facts = Facts()
    records = document(data / "records.yaml")
    facts.as_of = _value(facts, "records.yaml: as_of", PartialDate.parse, str(records["as_of"]))
    _read_sources(facts, data / "sources.csv")
    _read_claims(facts, data / "claims.csv")
    _read_places(facts, data / "places.csv")
    _read_aliases(facts, data / "aliases.csv")
    facts.topics = document(data / "topics.yaml")
    trivia = document(data / "trivia.yaml")
    facts.trivia, facts.not_countries = trivia["questions"], trivia["not_countries"]
    facts.groups = document(data / "areas.yaml")
    for folder in sorted((data / "languages").iterdir()):
        if folder.is_dir():
            facts.languages[folder.name] = _language(folder)
    _check_topics(facts)
    _check_trivia(facts)
    facts.raise_faults()
    return facts


def _read_sources(facts: Facts, path: Path) -> None:
    for where, row in rows(path, SOURCE_COLUMNS):
        source = Source(row["source"], row["kind"], row["publisher"], row["title"], row["url"])
        if source.key in facts.sources:
            facts.faults.append(f"{where}: the source {source.key} stands there twice")
        if source.kind not in SOURCE_KINDS:
            facts.faults.append(f"{where}: {source.kind!r} is none of {', '.join(SOURCE_KINDS)}")
        if not (source.publisher and source.title):
            facts.faults.append(f"{where}: publisher and title are needed")
        if source.url and not source.url.startswith(("https://", "http://")):
            facts.faults.append(f"{where}: {source.url!r} is no address of a page")
        facts.sources[source.key] = source


def _read_claims(facts: Facts, path: Path) -> None:
    for where, row in rows(path, CLAIM_COLUMNS):
        a, b = (_number(facts, where, row[side]) for side in "ab")
        date = _value(facts, where, PartialDate.parse, row["date"]) if row["date"] else None
        for column, known in (("event", EVENTS), ("status", STATUSES), ("source", facts.sources)):
            if row[column] not in known:
                facts.faults.append(f"{where}: {column} {row[column]!r} is not known")
        if row["event"] in CLOSING and row["status"] != row["event"]:
            facts.faults.append(f"{where}: {row['event']} with the status {row['status']}")
        if a == b:
            facts.faults.append(f"{where}: {row['a_name']} cannot be its own partner")
        claim = Claim(
            a, b, row["event"], date, cast(Status, row["status"]), row["source"], note=row["note"]
        )
        facts.claims.append((where, claim, (row["a_name"], row["b_name"])))
    _check_statuses(facts)


def _check_statuses(facts: Facts) -> None:
    """One source cannot say of one event that it left a pair with two different statuses."""
    said: dict[tuple[frozenset[int], str, PartialDate | None, str], Status] = {}
    for where, claim, (a_name, b_name) in facts.claims:
        # Ended and suspended are two statuses, not two events that can come together.
        event = "closing" if claim.event in CLOSING else claim.event
        key = (frozenset((claim.a, claim.b)), claim.source, claim.date, event)
        other = said.setdefault(key, claim.status)
        if other != claim.status:
            facts.faults.append(
                f"{where}: {a_name} and {b_name} have two statuses at once by {claim.source}: "
                f"{other} and {claim.status}"
            )


def _read_places(facts: Facts, path: Path) -> None:
    for where, row in rows(path, PLACE_COLUMNS):
        if row["kind"] not in ("city", "region"):
            facts.faults.append(f"{where}: {row['kind']!r} is neither city nor region")
        facts.places.append(
            Place(
                _number(facts, where, row["geonames"]),
                cast(Kind, row["kind"]),
                row["name"],
                row["country"],
                row["region"],
                _number(facts, where, row["population"] or "0"),
            )
        )


def _read_aliases(facts: Facts, path: Path) -> None:
    for where, row in rows(path, ALIAS_COLUMNS):
        place = _number(facts, where, row["geonames"])
        says = row["preferred"] if row["preferred"] != "1" else ""
        alias = Alias(place, row["name"], row["language"], row["preferred"] == "1", says)
        if alias.preferred and not alias.language:
            facts.faults.append(f"{where}: a preferred name needs its language")
        facts.aliases.append((where, alias))


def _language(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = {name: document(folder / f"{name}.yaml") for name in DOCUMENTS}
    try:
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl"))]
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{folder.name}: its messages cannot be read ({error})") from error
    content["messages"] = "\n".join(texts)
    examples = content["examples"]
    content["profile"] = {
        "name": str(examples["name"]),
        "locale": str(examples.get("locale", folder.name)),
    }
    return content


def _check_topics(facts: Facts) -> None:
    keys = [topic["key"] for topic in facts.topics]
    for key in {key for key in keys if keys.count(key) > 1}:
        facts.faults.append(f"topics.yaml: {key} stands there twice")
    for topic in facts.topics:
        cited = [*topic["sources"], *(s for note in topic.get("notes", {}).values() for s in note)]
        for source in cited:
            if source not in facts.sources:
                facts.faults.append(f"topics.yaml: {topic['key']} cites the unknown {source}")
        for code, language in facts.languages.items():
            text = language["explanations"].get(topic["key"])
            if not text:
                facts.faults.append(f"{code}/explanations.yaml: {topic['key']} is missing")
            elif set(text.get("notes", {})) != set(topic.get("notes", {})):
                facts.faults.append(f"{code}/explanations.yaml: other notes of {topic['key']}")
    for code, language in facts.languages.items():
        for key in set(language["explanations"]) - set(keys):
            facts.faults.append(f"{code}/explanations.yaml: no topic is called {key}")


def _check_trivia(facts: Facts) -> None:
    keys = [question["key"] for question in facts.trivia]
    topics = {topic["key"] for topic in facts.topics}
    for question in facts.trivia:
        if keys.count(question["key"]) > 1:
            facts.faults.append(f"trivia.yaml: {question['key']} stands there twice")
        if question["topic"] not in topics:
            facts.faults.append(f"trivia.yaml: {question['key']}: no topic {question['topic']}")
        if question["level"] not in (1, 2, 3):
            facts.faults.append(f"trivia.yaml: {question['key']}: the level is 1, 2 or 3")
    for code, language in facts.languages.items():
        for key in set(keys) ^ set(language["trivia"]):
            fault = "is missing" if key in keys else "is no question of trivia.yaml"
            facts.faults.append(f"{code}/trivia.yaml: {key} {fault}")
        for key, said in language["trivia"].items():
            where, answers = f"{code}/trivia.yaml: {key}", [said["right"], *said["wrong"]]
            if len(said["wrong"]) < LEAST_WRONG or len(set(answers)) < len(answers):
                facts.faults.append(f"{where}: three wrong answers are needed, all different")
            if not 0 < len(said.get("fact", "")) <= MOST_STATED:
                facts.faults.append(f"{where}: a fact of at most {MOST_STATED} is needed")
            if not all(isinstance(answer, str) for answer in answers):
                facts.faults.append(f"{where}: numbers stand in quotation marks")
            elif len(said["ask"]) > MOST_ASKED or max(map(len, answers)) > MOST_ANSWERED:
                facts.faults.append(f"{where}: too long ({MOST_ASKED}, answers {MOST_ANSWERED})")


def check_places(facts: Facts, places: Mapping[int, Place]) -> None:
    """DataError where a claim, alias or topic speaks of a place that is not known."""
    for where, claim, names in facts.claims:
        for place, name in zip((claim.a, claim.b), names, strict=True):
            if place not in places:
                facts.faults.append(f"{where}: no place has the id {place} ({name})")
    for where, alias in facts.aliases:
        if alias.place not in places:
            facts.faults.append(f"{where}: no place has the id {alias.place} ({alias.name})")
    for topic in facts.topics:
        for place in topic.get("places", ()):
            if place not in places:
                facts.faults.append(f"topics.yaml: {topic['key']}: no place has the id {place}")
    facts.raise_faults()


def spoken_areas(facts: Facts, places: Mapping[int, Place]) -> Iterator[tuple[int, str]]:
    """Country, continent and group names and adjectives of every language, with place ids."""
    by_code = {
        ("" if place.kind == "country" else "continent:") + place.country: place.id
        for place in places.values()
        if place.kind in ("country", "continent")
    } | {key: int(group["id"]) for key, group in facts.groups.items()}
    for code, language in facts.languages.items():
        for key, names in language["demonyms"].items():
            if key not in by_code:
                facts.faults.append(
                    f"{code}/demonyms.yaml: {key} is no country, continent or group"
                )
                continue
            for name in names:
                yield by_code[key], name
    facts.raise_faults()


def _number(facts: Facts, where: str, text: str) -> int:
    return _value(facts, where, int, text) or 0


def _value(facts: Facts, where: str, parse: Callable[[str], T], text: str) -> T | None:
    try:
        return parse(text)
    except ValueError as error:
        facts.faults.append(f"{where}: {error}")
        return None


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
