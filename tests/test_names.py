"""Which words of a question are names, and of which places."""

from __future__ import annotations

import pytest

from bot.assistant import DEFAULT_HOME
from bot.knowledge.store import Store
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.language import Language
from bot.understanding.spans import NameSpan
from bot.understanding.text import words


@pytest.fixture(scope="session")
def english(store: Store) -> Language:
    return Language("en", store.document("en", "examples"), store.document("en", "explanations"))


@pytest.fixture
def find(store: Store, english: Language):  # type: ignore[no-untyped-def]
    gazetteer = Gazetteer(store)

    def found(text: str) -> list[NameSpan]:
        return gazetteer.find(words(text), english, [DEFAULT_HOME]).names

    return found


#: Misspelled so often that GeoNames lists the spelling.
KNOWN_SO = {"Shanghai CN", "Sarajevo BA", "Rio de Janeiro BR"}


def shown(names: list[NameSpan]) -> list[str]:
    return ["/".join(f"{p.name} {p.country}" for p in name.places) or "?" for name in names]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("is Berlin twinned with Istanbul?", ["Berlin DE", "Istanbul TR"]),
        ("istanbul's partners", ["Istanbul TR"]),
        ("Köln, KOLN, Cologne and Colonia", ["Köln DE"] * 3 + ["Köln DE"]),
        ("rio de janeiro and mexico city", ["Rio de Janeiro BR", "Mexico City MX"]),
        ("N'Djamena / N’Djamena / ndjamena", ["N'Djamena TD"] * 3),
        ("Constantinople", ["Istanbul TR"]),
        ("is Leningrad twinned", ["Saint Petersburg RU"]),
        # What narrows a name belongs to it.
        ("Toledo, Ohio", ["Toledo US"]),
        ("Toledo in Spain", ["Toledo ES"]),
        ("Venice, Florida", ["Venice US"]),
        ("Tbilisi, Georgia", ["Tbilisi GE"]),
        ("Houston, Texas, United States", ["Houston US"]),
        # Several bearers.
        ("is Tripoli a partner", ["Tripoli LY/Tripoli LB"]),
        ("partners in georgia", ["Georgia GE/Georgia US"]),
        # Known names that others have as well.
        ("is paris twinned", ["Paris FR"]),
        ("venice", ["Venice IT"]),
        ("new york", ["New York City US"]),
        # Words that are no names here.
        ("can you tell me the time of most of them", []),
        ("that is nice", []),
        ("is Nice twinned with Mary?", ["Nice FR", "Mary TM"]),
    ],
)
def test_names(find, text: str, places: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert shown(find(text)) == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("when shangai?", "Shanghai CN"),
        ("is barcelonna twinned", "Barcelona ES"),
        ("with berln", "Berlin DE"),
        ("with Sarayevo", "Sarajevo BA"),
        ("with jakrata", "Jakarta ID"),
        ("in germny", "Germany DE"),
        ("shimonsekki", "Shimonoseki JP"),
        ("with rio de janiero", "Rio de Janeiro BR"),
    ],
)
def test_names_with_typing_errors_are_read_and_marked(find, text: str, place: str) -> None:  # type: ignore[no-untyped-def]
    (name,) = find(text)
    assert shown([name]) == [place]
    assert name.corrected or place in KNOWN_SO


@pytest.mark.parametrize("name", ["Hangzhou", "Cairns", "Baku", "Burgas", "Osijek", "Casablanca"])
def test_an_exact_name_of_another_city_is_never_corrected(find, name: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = find(f"is {name} twinned with us")
    assert not found.corrected
    assert found.places[0].name == name


@pytest.mark.parametrize("name", ["Hogwarts", "Minas Tirith", "Ankh-Morpork", "Mordor"])
def test_a_name_that_is_no_place_is_found_whole(find, name: str) -> None:  # type: ignore[no-untyped-def]
    (found,) = [n for n in find(f"is {name} twinned with istanbul") if not n.places]
    assert found.text == name


@pytest.mark.parametrize("text", ["istanbulvenice", "when did istanbulvenice twin"])
def test_joined_names_are_taken_apart(find, text: str) -> None:  # type: ignore[no-untyped-def]
    assert shown(find(text)) == ["Istanbul TR", "Venice IT"]
