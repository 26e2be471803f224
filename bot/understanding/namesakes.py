"""Cities of one name that go by one in another language as well."""

from __future__ import annotations

from collections.abc import Sequence

from bot.knowledge.folding import name_key
from bot.knowledge.records import Place
from bot.knowledge.store import Bearer
from bot.understanding.sight import Sight


def with_namesakes(
    places: tuple[Place, ...], bearers: Sequence[Bearer], sight: Sight
) -> tuple[Place, ...]:
    """The city that a name is read as, and those that compete with it for its own name.

    The name must be listed for each of them, and the language must call them so: Carthagène
    des Indes is called Carthagène, but Толидо is not Толедо.
    """
    standing, (place, *others) = sight.standing, places
    if others or place.kind != "city" or place.id in standing.at_hand:
        return places
    store, own = standing.store, name_key(place.name)
    namesakes = standing.likeliest(store.bearers([own]).get(own, ()))
    listed = {bearer.place for bearer in bearers}.issuperset((place, *namesakes))
    label = name_key(store.label(place.id, sight.code))
    spoken = (name_key(store.label(other.id, sight.code)) for other in namesakes)
    return namesakes if listed and all(s.startswith((label, own)) for s in spoken) else places
