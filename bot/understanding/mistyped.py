"""Names typed wrong: which name is meant, weighed as a noisy channel.

Every listed name within the limits of MATCHING.md competes with what speaks for its place
and against its errors; the likeliest is read where it is clearly so, else a few are offered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.records import ALTERNATE, LONGEST_NAME, OWN_NAME, Place
from bot.knowledge.spelling import edits_allowed
from bot.knowledge.store import Bearer
from bot.understanding.sight import Sight
from bot.understanding.standing import KNOWN_CITY, Standing

#: Forms of a word that are looked for: a bound to the work that a hostile text can cause.
MOST_FORMS = 3
#: By how much the likeliest name must outweigh the next, with up to five letters and with more
#: (MATCHING.md: from six letters on a hit with a clear margin was right in 98.6 % of cases,
#: below in 77 %).
_CLEARLY_SHORT, _CLEARLY_LONG = 1.2, 0.8
#: What a typing error takes from the weight, one in the first letter more, and what a name
#: that is not the place's own loses.
_PER_EDIT, _FIRST_LETTER = 2.5, 0.8
_RANK_WEIGHT = {OWN_NAME: 0.0, ALTERNATE: -2.0}
_NO_RANK_WEIGHT = -0.5
#: Countries and continents by their people, else so much.
_AREA = 7.5
#: From so many letters on a name that everybody knows may have two typing errors; one at hand
#: from so many, and three.
_SHORTEST_KNOWN, _SHORTEST_AT_HAND, _THREE_ERRORS = 5, 4, 9
#: Above any limit a shorter name at hand is asked back rather than read, and one up to so many
#: letters that begins with another letter.
_SURE, _SURE_OTHER_START = 5, 5
#: Cities of so many people are known to everybody, and from so many letters on a name of theirs
#: may have two errors of which one is in the first letter.
_KNOWN, _LONG = 300_000, 8
#: By how much a name must outweigh the next where its letters are few for its errors, and what
#: counts where there is no other.
_FAR_AHEAD, _NO_RIVAL = 2.0, 9.0
#: Names at hand that are looked at for one word.
_MOST_FAMILIAR = 5
NO_DISTANCE = 99


class Guess(NamedTuple):
    """What a run of words, typed wrong, may name."""

    #: The likeliest places; more than one where they are about as likely.
    places: tuple[Place, ...]
    #: Whether another name is about as likely, so that one has to ask.
    doubtful: bool
    #: Typing errors of the nearest name, and the key of the likeliest.
    errors: int
    key: str
    #: Who bears that name.
    bearers: Sequence[Bearer]
    corrected: bool
    #: Whether it has more errors than any name may have: only where a name is expected.
    daring: bool

    @property
    def words(self) -> int:
        """How many words the likeliest name has."""
        return self.bearers[0].words


class _Scored(NamedTuple):
    score: float
    key: str
    errors: int
    bearers: list[Bearer]


def guess(key: str, sight: Sight) -> Guess | None:
    """The likeliest places for the key of a name with typing errors."""
    if not edits_allowed(len(key)) or len(key) > LONGEST_NAME:
        return None
    standing, near = sight.standing, _near(key, sight)
    scored: list[_Scored] = []
    for name, found in standing.store.bearers(near).items():
        errors, granted = near[name]
        other_start = name[0] != key[0]
        bearers = [b for b in found if _may_be(key, b, errors, granted, other_start, standing)]
        if bearers:
            score = max(_weight(b, standing) for b in bearers) - _PER_EDIT * errors
            score -= _FIRST_LETTER if other_start else 0
            scored.append(_Scored(score, name, errors, bearers))
    if not scored:
        return None
    scored.sort(reverse=True, key=lambda s: s.score)
    best = scored[0]
    places = standing.likeliest(best.bearers)
    margin = _CLEARLY_LONG if len(key) > 5 else _CLEARLY_SHORT
    others = [
        other
        for other in scored[1:]
        if not {b.place.id for b in other.bearers} & {p.id for p in places}
    ]
    lead = best.score - others[0].score if others else _NO_RIVAL
    clear = lead >= margin and standing.is_well_known(places[0], KNOWN_CITY)
    # What is no partner's name may be anything: Asgard is Asmara only if one says so.
    at_hand = any(bearer.place.id in standing.at_hand for bearer in best.bearers)
    clear = clear and (near[best.key][1] or at_hand)
    clear = clear and _is_sure(key, best, near, lead)
    if not clear:
        rivals = (max(o.bearers, key=lambda b: _weight(b, standing)).place for o in others)
        places = tuple(dict.fromkeys((places[0], *rivals)))[:3]
    return Guess(
        places,
        not clear,
        min(s.errors for s in scored),
        best.key,
        best.bearers,
        best.errors > 0,
        not near[best.key][1],
    )


def _may_be(
    key: str, bearer: Bearer, errors: int, granted: bool, other_start: bool, standing: Standing
) -> bool:
    """Whether so many errors can be in a bearer's name.

    Narnia is not Sarnia: more errors than any name may have, and a wrong first letter,
    are for places that everybody knows or that are at hand.
    """
    place, rare = bearer.place, bearer.rank == ALTERNATE
    if place.id in standing.at_hand and not rare:
        return granted or not other_start or bearer.rank == OWN_NAME
    if rare and other_start and place.id not in standing.at_hand:
        return False
    everybodys = standing.is_well_known(place, _KNOWN) and not (rare and place.kind != "city")
    if not granted:
        return everybodys and not rare and not other_start
    long = place.kind == "city" and len(key) >= _LONG
    return not other_start or (everybodys and (errors < 2 or long))


def _is_sure(key: str, best: _Scored, near: Mapping[str, tuple[int, bool]], lead: float) -> bool:
    """Whether a name has letters enough for its errors, or leads so far, to be read without
    asking."""
    if lead >= _FAR_AHEAD and len(key) >= _SURE:
        return True
    letters = min(len(key), len(best.key))
    if best.errors > 1 and best.key[0] != key[0]:
        return letters > _SURE_OTHER_START
    return near[best.key][1] or letters >= _SURE


def _weight(bearer: Bearer, standing: Standing) -> float:
    known = standing.known(bearer.place) if bearer.place.kind == "city" else _AREA
    return known + _RANK_WEIGHT.get(bearer.rank, _NO_RANK_WEIGHT)


def _near(key: str, sight: Sight) -> dict[str, tuple[int, bool]]:
    """Names that may be ``key`` or a form of it: how many typing errors that takes, and whether
    any name may have so many."""
    near: dict[str, tuple[int, bool]] = {}
    familiar = sight.standing.familiar
    for form in (key, *sight.uninflected(key)[:MOST_FORMS]):
        granted = edits_allowed(len(form))
        most = 2 if len(form) >= _SHORTEST_KNOWN else granted
        found = [
            (name, OSA.distance(form, name, score_cutoff=most))
            for name in sight.standing.store.near(form)
        ]
        found = [(name, errors) for name, errors in found if errors <= most]
        if len(form) >= _SHORTEST_AT_HAND:
            most = 3 if len(form) >= _THREE_ERRORS else 2
            listed = process.extract(
                form, familiar, scorer=OSA.distance, score_cutoff=most, limit=_MOST_FAMILIAR
            )
            found += [(name, int(errors)) for name, errors, _ in listed]
        for name, errors in found:
            if errors < near.get(name, (NO_DISTANCE, True))[0]:
                near[name] = (errors, errors <= granted)
    return near
