"""Items about the words for twin towns, the terms and the history: from topics, not from claims."""

from __future__ import annotations

from bot.knowledge.folding import fold
from bot.knowledge.records import Source, Topic
from bot.trivia.items import OPTIONS, Draw, Item


def say(draw: Draw) -> Item | None:
    """What a twin town is called in a country: of words in one script, for another one would
    give the country away."""
    topics = [topic for topic in _words(draw) if fold(topic.word).isascii()]
    right = topics[0]
    area = _area(draw, right)
    question = draw.voice.say("item-say", area=area)
    wrong = [topic.word for topic in topics[1:OPTIONS]]
    return draw.item(
        *("say", (right.key,), question, right.word, wrong, _in_words(draw, right)),
        *(_cited(draw, right), (right.key,)),
    )


def word(draw: Draw) -> Item | None:
    """Where a word for a twin town is at home."""
    topics = _words(draw)
    right = topics[0]
    areas = [_area(draw, topic) for topic in topics[:OPTIONS]]
    question = draw.voice.say("item-word", word=right.word)
    return draw.item(
        *("word", (right.key,), question, areas[0], areas[1:], _in_words(draw, right)),
        *(_cited(draw, right), (right.key,)),
    )


def _in_words(draw: Draw, topic: Topic) -> str:
    return draw.voice.say("fact-say", area=_area(draw, topic), word=topic.word)


def term(draw: Draw) -> Item | None:
    """What a term means."""
    return _about_topic(draw, "term")


def history(draw: Draw) -> Item | None:
    """What happened in the history of twinning."""
    return _about_topic(draw, "history")


def _about_topic(draw: Draw, kind: str) -> Item | None:
    """A question from data/trivia.yaml; harder ones than the level is are left out."""
    topics = draw.store.topics
    known = [
        quiz
        for quiz in draw.store.quizzes
        if topics[quiz.topic].kind == kind and quiz.level <= draw.level
    ]
    if not known:
        return None
    quiz = draw.dice.choice(known)
    said = draw.voice.quiz(quiz.key)
    topic = topics[quiz.topic]
    wrong = draw.dice.sample(list(said["wrong"]), OPTIONS - 1)
    return draw.item(
        *(kind, (quiz.key,), said["ask"], said["right"], wrong, said["fact"]),
        *(_cited(draw, topic), (topic.key,)),
    )


def _words(draw: Draw) -> list[Topic]:
    """Topics that are a country's own word for a town with a twin, in no order; of the language
    that is spoken there is none, for it stands in the question."""
    known = [
        topic
        for topic in draw.store.topics.values()
        if topic.languages
        and len(topic.areas) == 1
        and not topic.act
        and draw.voice.code not in topic.languages
    ]
    draw.dice.shuffle(known)
    return known


def _area(draw: Draw, topic: Topic) -> str:
    area = draw.store.area(topic.areas[0])
    return draw.voice.place(area.id) if area else ""


def _cited(draw: Draw, topic: Topic) -> Source:
    return draw.store.sources[topic.sources[0]]
