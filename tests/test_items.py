"""Items of the game: certain facts, one right answer, the same from the same seed."""

from __future__ import annotations

import itertools

import pytest

from bot.assistant import Assistant
from bot.knowledge.dates import PartialDate
from bot.knowledge.folding import name_key
from bot.knowledge.partnerships import agree, disputes
from bot.knowledge.records import Partnership
from bot.knowledge.store import Store
from bot.telegram import render
from bot.trivia import guessing, kinds, request
from bot.trivia.items import LEVELS, Deck, Item, Make, NothingLeftError
from bot.trivia.kinds import makes, riddle
from bot.trivia.subjects import Subject
from tests.botapi.markup import parse_html, utf16_length

ISTANBUL, BARCELONA, DUBAI, BERLIN, SHANGHAI = 745044, 3128760, 292223, 2950159, 1796236
GERMANY, EUROPE, COVENTRY = 2921044, 6255148, 2652221
SUBJECTS = (
    *(Subject("home", ISTANBUL), Subject("city", COVENTRY), Subject("area", GERMANY)),
    *(Subject("area", EUROPE), Subject("world"), Subject("terms"), Subject("history")),
)
LANGUAGES = ("de", "en", "es", "fr", "it", "ru", "tr")


def drawn(deck: Deck, subject: Subject, level: int, number: int) -> list[Item]:
    """Items as one chat gets them, one after the other."""
    found: list[Item] = []
    for draw in range(number):
        try:
            avoid = {item.key for item in found}
            found.append(deck.draw(makes(subject, level), subject, level, f"{draw}", avoid))
        except NothingLeftError:
            break
    return found


def of_kind(deck: Deck, make: Make, subject: Subject, level: int, number: int = 40) -> list[Item]:
    found = []
    for draw in range(number):
        try:
            found.append(deck.draw({make: 1}, subject, level, f"{draw}"))
        except NothingLeftError:
            continue
    return found


def known(store: Store, item: Item) -> list[Partnership]:
    """The partnerships that the key of an item speaks of."""
    ids = [int(part) for part in item.key.split(":")[1:] if part.isdigit()]
    pairs = itertools.permutations(ids, 2)
    return [p for a, b in pairs if (p := store.partnership(a, b))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.token)
def test_items_fit_a_poll_in_every_language(
    assistant: Assistant, language: str, subject: Subject
) -> None:
    deck = assistant.deck(language)
    for level in LEVELS:
        items = drawn(deck, subject, level, 25)
        assert len(items) >= 3
        assert len({item.key for item in items}) == len(items)
        for item in items:
            assert utf16_length(f"20/20 · {item.question}") <= 300
            assert 3 <= len(item.options) <= 4
            assert all(1 <= utf16_length(option) <= 100 for option in item.options)
            assert len({name_key(o) or o for o in item.options}) == len(item.options)
            source = deck.voice.say("fact-source", source=item.source)
            text, _ = parse_html(render.explanation(item, source))
            assert utf16_length(text) <= 200
            assert text.count("\n") <= 2
            assert item.source[:20] in text


def test_the_same_seed_asks_the_same(assistant: Assistant) -> None:
    deck, subject = assistant.deck("en"), Subject("world")
    one, other = (drawn(deck, subject, 2, 10) for _ in range(2))
    assert one == other


def test_the_right_answer_is_anywhere(assistant: Assistant) -> None:
    items = drawn(assistant.deck("en"), Subject("world"), 1, 80)
    assert {item.correct for item in items} == {0, 1, 2, 3}


def test_at_least_ten_kinds_are_asked(assistant: Assistant) -> None:
    asked = {
        item.kind
        for subject in SUBJECTS
        for level in LEVELS
        for item in drawn(assistant.deck("en"), subject, level, 30)
    }
    assert len(asked) >= 14


def test_only_undisputed_partnerships_that_stand_are_asked_about(
    assistant: Assistant, store: Store
) -> None:
    deck = assistant.deck("en")
    for make in (kinds.year, kinds.decade, kinds.country, kinds.partner, kinds.same_day):
        for item in of_kind(deck, make, Subject("world"), 2):
            pair = known(store, item)[0]
            assert (pair.status, disputes(pair)) == ("active", [])
            assert pair.since is not None


def test_houston_is_never_asked_about_since_its_year_is_disputed(assistant: Assistant) -> None:
    deck, home = assistant.deck("en"), Subject("city", ISTANBUL)
    for item in of_kind(deck, kinds.year, home, 3, 120):
        assert "Houston" not in item.question


def test_no_wrong_city_is_a_partner_by_any_claim(assistant: Assistant, store: Store) -> None:
    deck = assistant.deck("en")
    for subject, level in itertools.product((Subject("home", ISTANBUL), Subject("world")), LEVELS):
        for item in of_kind(deck, kinds.odd_one_out, subject, level):
            city, odd = (int(part) for part in item.key.split(":")[1:])
            assert odd not in store.circle(city)


def test_of_those_that_share_a_day_or_a_year_one_at_the_most_is_offered(
    assistant: Assistant, store: Store
) -> None:
    """Barcelona and Dubai share a day; Berlin and Shanghai a year."""
    deck, home = assistant.deck("en"), Subject("city", ISTANBUL)
    since = {
        deck.voice.partner(p): p.since for p in store.partnerships(ISTANBUL) if p.since is not None
    }

    def day(option: str) -> PartialDate:
        """Of Barcelona, Spain: there is another Barcelona."""
        return since[option.partition(",")[0]]

    for make in (kinds.first, kinds.latest, kinds.same_day):
        items = of_kind(deck, make, home, 3, 150)
        assert items
        for item in items:
            others = (option for option in item.options if option != item.right)
            assert not any(agree(day(other), day(item.right)) for other in others)
    for item in of_kind(deck, kinds.same_day, home, 3):
        asked = int(item.key.split(":")[2])
        assert day(item.right) == day(deck.voice.place(asked))


def test_a_country_is_asked_of_no_city_that_has_namesakes(
    assistant: Assistant, store: Store
) -> None:
    deck = assistant.deck("en")
    for item in of_kind(deck, kinds.country, Subject("world"), 2, 150):
        place = store.place(int(item.key.split(":")[2]))
        assert place
        assert not deck.has_namesake(place)


def test_what_has_ended_is_asked_beside_what_stands(assistant: Assistant, store: Store) -> None:
    items = of_kind(assistant.deck("en"), kinds.ended, Subject("world"), 3)
    assert items
    for item in items:
        assert known(store, item)[0].status == "ended"


def test_a_shared_partner_is_one_of_both_and_the_others_are_not(
    assistant: Assistant, store: Store
) -> None:
    items = of_kind(assistant.deck("en"), kinds.shared, Subject("world"), 3)
    assert items
    for item in items:
        a, b, common = (int(part) for part in item.key.split(":")[1:])
        assert store.partnership(a, common)
        assert store.partnership(b, common)


def test_no_question_holds_its_answer(assistant: Assistant) -> None:
    for language, subject, level in itertools.product(LANGUAGES, SUBJECTS, LEVELS):
        for item in drawn(assistant.deck(language), subject, level, 15):
            assert name_key(item.right) not in name_key(item.question)


def test_what_a_round_has_told_is_not_asked_for_again(assistant: Assistant) -> None:
    deck, home, level = assistant.deck("en"), Subject("city", ISTANBUL), 2
    told: set[str] = set()
    for number in range(10):
        item = deck.draw(makes(home, level), home, level, f"{number}", told=told)
        assert told.isdisjoint(item.tells)
        told |= set(item.tells)


def test_in_which_country_a_city_lies_is_not_asked_where_that_is_disputed(
    assistant: Assistant, store: Store
) -> None:
    deck = assistant.deck("en")
    names = {deck.voice.place(c.id) for code in store.not_countries if (c := store.country(code))}
    assert "Taiwan" in names
    for item in of_kind(deck, kinds.country, Subject("world"), 2, 150):
        assert names.isdisjoint(item.options)


def test_where_nothing_is_left_it_is_said(assistant: Assistant) -> None:
    deck, history = assistant.deck("en"), Subject("history")
    every = drawn(deck, history, 3, 200)
    assert 10 <= len(every) < 200


# Names that are typed


def a_riddle(assistant: Assistant, store: Store, place: int, language: str = "en") -> Item:
    """The riddle of Istanbul whose answer is a certain place."""
    deck = assistant.deck(language)
    for seed in range(400):
        item = deck.draw({riddle: 1}, Subject("city", ISTANBUL), 1, str(seed))
        if place in item.accepted and item.key.endswith(f":{place}"):
            return item
    raise AssertionError(f"no riddle of {place}")


GUANGZHOU, PLOVDIV, SPB = 1809858, 728193, 498817


@pytest.mark.parametrize(
    ("place", "typed", "verdict"),
    [
        (GUANGZHOU, "Guangzhou", "right"),
        (GUANGZHOU, "GUANGZHOU!", "right"),
        (GUANGZHOU, "Canton", "right"),
        (GUANGZHOU, "广州", "right"),
        (GUANGZHOU, "Guangzou", "right"),
        (GUANGZHOU, "Guangzhou, China", "right"),
        (GUANGZHOU, "Hangzhou", "wrong"),
        (GUANGZHOU, "Paris", "wrong"),
        (GUANGZHOU, "what a day", "no name"),
        (PLOVDIV, "Filibe", "right"),
        (PLOVDIV, "пловдив", "right"),
        (SPB, "St. Petersburg", "right"),
        (SPB, "saint-petersburg", "right"),
        (SPB, "Leningrad", "right"),
        (SPB, "Питер", "right"),
        (SPB, "", "no name"),
    ],
)
def test_a_name_is_judged_as_in_a_question(
    assistant: Assistant, store: Store, place: int, typed: str, verdict: str
) -> None:
    item = a_riddle(assistant, store, place)
    assert guessing.judge(typed, item, store)[0] == verdict


# What is asked for


@pytest.mark.parametrize(
    ("language", "words", "number", "level", "about"),
    [
        ("en", "", None, None, None),
        ("en", "5", 5, None, None),
        ("en", "5 about Germany hard", 5, 3, "Germany"),
        ("en", "easy about the history", None, 1, "the history of twinning"),
        ("en", "about the world 3", 3, None, "the whole world"),
        ("de", "7 über Frankreich schwer", 7, 3, "Frankreich"),
        ("ru", "про Германию", None, None, "Германия"),
        ("tr", "Almanya hakkında 4", 4, None, "Almanya"),
        ("fr", "sur l'Italie", None, None, "Italie"),
        ("es", "sobre Europa", None, None, "Europa"),
        ("it", "sulla Germania difficile", None, 3, "Germania"),
        ("en", "5, Germany", 5, None, "Germany"),
        ("en", "5 about", 5, None, None),
        ("en", "Valencia", None, None, "Valencia"),
        ("en", "De Bilt", None, None, None),
    ],
)
def test_the_words_behind_the_command_are_read(
    assistant: Assistant,
    language: str,
    words: str,
    number: int | None,
    level: int | None,
    about: str | None,
) -> None:
    voices = assistant.voices(language, "en")
    wanted = request.read(words, voices)
    named = assistant.subject(wanted.text, language) if wanted.text else None
    subject = wanted.subject or named
    assert (wanted.number, wanted.level) == (number, level)
    assert (subject.name(voices[0]) if subject else None) == about


@pytest.mark.parametrize("words", ["0", "21", "500 about Paris", "999999999"])
def test_too_few_and_too_many_questions_are_refused(assistant: Assistant, words: str) -> None:
    with pytest.raises(request.BadNumberError):
        request.read(words, assistant.voices("en"))
