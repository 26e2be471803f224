"""The kinds of items: each makes one from facts that are certain, or none where the dice have
fallen so that there is none.

Wrong answers are plausible, and none of them is also right: what shares the day, the year, the
name or a claim with the right one is never beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.knowledge.dates import PartialDate
from bot.knowledge.folding import name_key
from bot.knowledge.partnerships import agree
from bot.knowledge.records import Partnership
from bot.trivia.items import EASY, HARD, MEDIUM, OPTIONS, Draw, Item, Make, is_given_away, told
from bot.trivia.subjects import Subject
from bot.trivia.words import history, say, term, word

#: Years from one answer to the next: the harder the item, the nearer.
_YEARS_APART = {EASY: (8, 13), MEDIUM: (3, 6), HARD: (1, 2)}
#: Letters with which a city and its country begin so that it is told: Tunis, Algiers.
_TELLING = 4
#: Twinning as we know it is not older: no earlier decade is a plausible answer.
_FIRST_DECADE = 1930


def year(draw: Draw) -> Item | None:
    """In which year two cities became partners."""
    pair = draw.pair()
    if not pair or not pair.since:
        return None
    least, most = _YEARS_APART[draw.level]
    right = pair.since.year
    later = draw.dice.randrange(OPTIONS)
    years = [right]
    for _ in range(later):
        years.append(years[-1] + draw.dice.randint(least, most))
    # Nothing is asked of the future: what does not fit behind the right year goes before it.
    wrong = [x for x in years[1:] if x <= draw.store.as_of.year]
    years = [right]
    for _ in range(OPTIONS - 1 - len(wrong)):
        years.append(years[-1] - draw.dice.randint(least, most))
    wrong += years[1:]
    return _about_date(draw, "year", pair, str(right), map(str, wrong))


def decade(draw: Draw) -> Item | None:
    """In which decade two cities became partners."""
    pair = draw.pair()
    if not pair or not pair.since:
        return None
    right = pair.since.year // 10 * 10
    others = [x for x in range(_FIRST_DECADE, draw.store.as_of.year + 1, 10) if x != right]
    if draw.level != EASY:
        others = sorted(others, key=lambda other: abs(other - right))[: OPTIONS + 1]
    wrong = draw.dice.sample(others, OPTIONS - 1)
    names = [draw.voice.say("item-decade-option", year=x) for x in (right, *wrong)]
    return _about_date(draw, "decade", pair, names[0], names[1:])


def _about_date(
    draw: Draw, kind: str, pair: Partnership, right: str, wrong: Iterable[str]
) -> Item | None:
    question = draw.voice.say(f"item-{kind}", a=draw.label(pair.place), b=draw.partner(pair))
    key = tuple(sorted((pair.place, pair.partner)))
    return draw.item(
        *(kind, key, question, right, list(wrong), _since(draw, pair), draw.source(pair)),
        _tells(pair),
    )


def partner(draw: Draw) -> Item | None:
    """Which of four cities is a partner of another."""
    certain = draw.partnerships()
    if not certain:
        return None
    pair = certain[0]
    wrong = [draw.label(x) for x in draw.outsiders(pair.place, pair.partner, OPTIONS - 1)]
    question = draw.voice.say("item-partner", a=draw.label(pair.place))
    return draw.item(
        *("partner", (pair.place, pair.partner), question, draw.partner(pair), wrong),
        *(_since(draw, pair), draw.source(pair), _tells(pair)),
    )


def odd_one_out(draw: Draw) -> Item | None:
    """Which of four cities is no partner of another."""
    certain = draw.partnerships()
    if len(certain) < OPTIONS - 1:
        return None
    city = certain[0].place
    odd = draw.outsiders(city, certain[0].partner, 1)
    if not odd:
        return None
    listed = certain[: OPTIONS - 1]
    name, other = draw.label(odd[0]), listed[0]
    question = draw.voice.say("item-odd", a=draw.label(city))
    fact = draw.voice.say(
        "fact-odd",
        a=draw.label(city),
        b=name,
        c=draw.partner(other),
        date=_date(draw, other.since),
    )
    partners = [draw.partner(pair) for pair in listed]
    return draw.item(
        "odd", (city, odd[0]), question, name, partners, fact, draw.source(other), _tells(other)
    )


def country(draw: Draw) -> Item | None:
    """In which country a partner lies."""
    pair = draw.pair()
    place = draw.store.place(pair.partner) if pair else None
    right = draw.store.country(place.country) if place else None
    if not pair or not place or not right:
        return None
    # "Valencia" is a city of Spain and of Venezuela: both answers would be right.
    if draw.deck.has_namesake(place) or place.country in draw.store.not_countries:
        return None
    key = name_key(place.name)
    bearers = draw.store.bearers([key]).get(key, ())
    its = {bearer.place.country for bearer in bearers if bearer.place.kind == "city"}
    its |= {place.country, *draw.store.not_countries}
    near = draw.level != EASY
    codes = [
        code
        for continent, code in draw.deck.by_country
        if code not in its and (continent == place.continent) == near
    ]
    wrong = [
        draw.voice.place(area.id)
        for code in draw.dice.sample(codes, min(len(codes), OPTIONS - 1))
        if (area := draw.store.country(code))
    ]
    name = draw.voice.place(right.id)
    if name_key(name)[:_TELLING] == name_key(draw.partner(pair))[:_TELLING]:
        return None
    question = draw.voice.say("item-country", a=draw.label(pair.place), b=draw.partner(pair))
    fact = draw.voice.say(
        "fact-country", a=draw.label(pair.place), b=draw.partner(pair), country=name,
        date=_date(draw, pair.since),
    )  # fmt: skip
    return draw.item(
        *("country", (pair.place, pair.partner), question, name, wrong, fact, draw.source(pair)),
        _tells(pair),
    )


def first(draw: Draw) -> Item | None:
    """Which of several partners of a city came first."""
    return _at_an_end(draw, "first")


def latest(draw: Draw) -> Item | None:
    """Which of several partners of a city came last."""
    return _at_an_end(draw, "latest")


def _at_an_end(draw: Draw, kind: str) -> Item | None:
    chosen = draw.partnerships()[: OPTIONS if draw.level == HARD else OPTIONS - 1]
    if len(chosen) < OPTIONS - 1:
        return None
    # 1988 and May 1988 cannot be told apart: none of the others may share the day.
    ordered = sorted(chosen, key=lambda pair: pair.since or draw.store.as_of)
    if kind == "latest":
        ordered.reverse()
    right, second = ordered[0], ordered[1]
    if not right.since or any(p.since and agree(right.since, p.since) for p in ordered[1:]):
        return None
    question = draw.voice.say(f"item-{kind}", a=draw.label(right.place))
    fact = draw.voice.say(
        "fact-order", b=draw.partner(right), date=_date(draw, right.since),
        c=draw.partner(second), other=_date(draw, second.since),
    )  # fmt: skip
    key = (right.place, *sorted(pair.partner for pair in chosen))
    wrong = [draw.partner(pair) for pair in ordered[1:]]
    return draw.item(
        *(kind, key, question, draw.partner(right), wrong, fact, draw.source(right)),
        _tells(right, second),
    )


def same_day(draw: Draw) -> Item | None:
    """Which city became a partner on the same day as another."""
    certain = draw.partnerships()
    for pair in certain:
        same = [p for p in certain if p.since == pair.since and p is not pair]
        if not (pair.since and pair.since.day and same):
            continue
        right = same[0]
        others = [p for p in certain if p.since and not agree(p.since, pair.since)]
        question = draw.voice.say("item-same-day", a=draw.label(pair.place), b=draw.partner(pair))
        fact = draw.voice.say(
            "fact-same-day", a=draw.label(pair.place), b=draw.partner(pair),
            c=draw.partner(right), date=_date(draw, pair.since),
        )  # fmt: skip
        wrong = [draw.partner(p) for p in others[: OPTIONS - 1]]
        key = (pair.place, pair.partner, right.partner)
        return draw.item(
            *("same_day", key, question, draw.partner(right), wrong, fact, draw.source(pair)),
            _tells(pair, right),
        )
    return None


def ended(draw: Draw) -> Item | None:
    """Which of several partnerships has ended."""
    ties = draw.deck.ended(draw.subject)
    over = draw.store.partnership(*draw.dice.choice(ties)) if ties else None
    if over is None or any(claim.status == "active" for claim in over.claims):
        return None
    stand = [p for p in draw.store.partnerships(over.place) if draw.store.is_certain(p)]
    if len(stand) < OPTIONS - 1:
        return None

    def name(pair: Partnership) -> str:
        return f"{draw.label(pair.place)} – {draw.partner(pair)}"

    closing = next((c for c in over.claims if c.status == over.status), over.claims[0])
    fact = draw.voice.say(
        "fact-ended", a=draw.label(over.place), b=draw.partner(over),
        since=_date(draw, over.since) if over.since else "unknown",
    )  # fmt: skip
    return draw.item(
        "ended",
        (over.place, over.partner),
        draw.voice.say("item-ended"),
        name(over),
        [name(pair) for pair in draw.dice.sample(stand, OPTIONS - 1)],
        fact,
        draw.store.sources[closing.source],
        _tells(over),
    )


def shared(draw: Draw) -> Item | None:
    """Which city is a partner of two others."""
    certain = draw.partnerships()
    if len(certain) < OPTIONS:
        return None
    right = certain[0]
    others = [p for p in draw.store.partnerships(right.partner) if draw.store.is_certain(p)]
    draw.dice.shuffle(others)
    for other in others:
        city = draw.store.place(other.partner)
        if other.partner == right.place or city is None:
            continue
        wrong = [
            p
            for p in certain[1:]
            if (place := draw.store.place(p.partner)) and draw.are_strangers(city, place)
        ][: OPTIONS - 1]
        a, b, c = draw.label(right.place), draw.partner(other), draw.partner(right)
        fact = draw.voice.say(
            "fact-shared", a=a, b=b, c=c, date=_date(draw, other.since),
            other=_date(draw, right.since),
        )  # fmt: skip
        question = draw.voice.say("item-shared", a=a, b=b)
        key = (*sorted((right.place, other.partner)), right.partner)
        names = [draw.partner(pair) for pair in wrong]
        return draw.item(
            *("shared", key, question, c, names, fact, draw.source(other)), _tells(right, other)
        )
    return None


def _tells(*pairs: Partnership) -> tuple[str, ...]:
    return tuple(told(pair.place, pair.partner) for pair in pairs)


def _since(draw: Draw, pair: Partnership) -> str:
    a, b = draw.label(pair.place), draw.partner(pair)
    return draw.voice.say("fact-since", a=a, b=b, date=_date(draw, pair.since))


def _date(draw: Draw, date: PartialDate | None) -> str:
    return draw.voice.date(date) if date else ""


def riddle(draw: Draw) -> Item | None:
    """A partner whose name is to be typed, told by its country and its date."""
    pair = draw.pair()
    place = draw.store.place(pair.partner) if pair else None
    area = draw.store.country(place.country) if place else None
    if not pair or not pair.since or not place or not area:
        return None
    # Every partner of which the question is true is a right answer.
    accepted = [
        p.partner
        for p in draw.store.partnerships(pair.place)
        if p.since
        and agree(p.since, pair.since)
        and (other := draw.store.place(p.partner))
        and other.country == place.country
    ]
    source = draw.source(pair)
    question = draw.voice.say(
        "guess-question", a=draw.label(pair.place), country=draw.voice.place(area.id),
        date=_date(draw, pair.since),
    )  # fmt: skip
    if is_given_away(draw.voice.partner(pair), question):
        return None
    return Item(
        kind="riddle",
        key=f"riddle:{pair.place}:{pair.partner}",
        question=question,
        options=(),
        correct=0,
        fact=_since(draw, pair),
        source=source.publisher,
        url=source.url,
        tells=_tells(pair),
        accepted=tuple(accepted),
        name=draw.voice.partner(pair),
    )


#: How likely each kind is: easy, medium, hard.
_OF_CITIES: dict[Make, tuple[int, int, int]] = {
    year: (3, 4, 5),
    decade: (4, 1, 0),
    country: (4, 2, 0),
    partner: (5, 4, 4),
    odd_one_out: (3, 3, 3),
    first: (2, 3, 3),
    latest: (2, 2, 3),
    same_day: (0, 2, 3),
    shared: (0, 2, 4),
    ended: (0, 1, 2),
}
_OF_WORDS: dict[Make, int] = {term: 5, say: 3, word: 2}
_OF_HISTORY: dict[Make, int] = {history: 1}
#: How likely the terms and the history are together beside the partnerships of a home city, in
#: which these have about twenty.
_MIXED: dict[Make, int] = {term: 3, say: 1, word: 1, history: 3}


def makes(subject: Subject, level: int) -> dict[Make, int]:
    """The kinds of items that there are about a subject, each with its weight."""
    if subject.kind == "terms":
        return _OF_WORDS
    if subject.kind == "history":
        return _OF_HISTORY
    mixed = _MIXED if subject.kind == "home" else {}
    weights = {make: by_level[level - 1] for make, by_level in _OF_CITIES.items()}
    return {make: weight for make, weight in weights.items() if weight} | mixed
