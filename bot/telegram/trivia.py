"""The game in chats: its commands and buttons, the votes in its polls, the names that are typed."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from telegram import CallbackQuery, Message, Poll, PollAnswer, User
from telegram.constants import ChatType

from bot.memory.asked import Asked
from bot.memory.record import Vote
from bot.telegram import exchange, render
from bot.telegram.services import Bot, Context, Services
from bot.trivia import guessing, request, telling
from bot.trivia.items import MEDIUM
from bot.trivia.round import MOST, SECONDS, USUAL, Mode, Round
from bot.trivia.subjects import Subject

if TYPE_CHECKING:
    from bot.answers.voice import Voice

#: Seconds after which a command to start is not obeyed: who sent it may be gone.
OLD = 120.0
#: Names that are guessed where nobody says how many.
_USUAL_NAMES = 5
#: Characters of a person's name on a board.
_NAME = 32

_log = logging.getLogger(__name__)


async def start(command: Message, context: Context) -> None:
    """``/trivia [number] [about …] [level]``."""
    await _start(command, context, "quiz")


async def guess(command: Message, context: Context) -> None:
    """``/guess [number] [about …]``; while names are guessed ``/guess NAME`` is a guess."""
    going = context.bot_data.memory.games.played(command.chat_id, exchange.thread(command))
    if going and going.mode == "guess" and exchange.words_behind(command):
        await guessed(command, context, exchange.words_behind(command))
        return
    await _start(command, context, "guess")


async def _start(command: Message, context: Context, mode: Mode) -> None:
    services, bot = context.bot_data, context.bot
    games, chat, thread = services.memory.games, command.chat_id, exchange.thread(command)
    voice = speaks(services, chat, command.from_user)
    if games.begun(chat, command.message_id):
        return
    age = services.host.wall() - command.date.timestamp()
    if age > OLD:
        _log.warning("A round was asked for %.0f s ago: a long silence, or a wrong clock.", age)
        await exchange.tell(bot, command, voice.say("round-too-old"))
        return
    chosen = services.memory.chat(chat)
    if chosen.starters == "administrators" and not await may_administer(bot, command):
        await exchange.tell(bot, command, voice.say("round-starters"))
        return
    home = chosen.home or services.assistant.about_home()
    text = exchange.words_behind(command)
    try:
        wanted = request.read(text, services.assistant.voices(voice.code, "en"))
    except request.BadNumberError:
        await exchange.tell(bot, command, voice.say("round-number", most=MOST))
        return
    subject = wanted.subject or Subject("home" if mode == "quiz" else "city", home)
    if wanted.text:
        named = services.assistant.subject(wanted.text, voice.code, home)
        if named is None:
            said = voice.say("round-unknown-subject", text=wanted.text[:60])
            await exchange.tell(bot, command, said)
            return
        subject = named
    if mode == "guess" and subject.kind in ("terms", "history"):
        # Of these there are no names to guess.
        subject = Subject("city", home)
    round = Round(
        chat=chat,
        thread=thread,
        starter=_sender(command),
        subject=subject,
        level=wanted.level or chosen.level or MEDIUM,
        language=voice.code,
        seed=secrets.token_hex(6),
        mode=mode,
        seconds=chosen.seconds or SECONDS,
        total=wanted.number or (USUAL if mode == "quiz" else _USUAL_NAMES),
        due=services.host.clock(),
    )
    if not await services.host.begin(round, command):
        await exchange.tell(bot, command, voice.say("round-running"))


def _sender(message: Message) -> int:
    """Who has written a message: a person, or the chat in whose name it is."""
    if message.sender_chat:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else 0


async def skip(command: Message, context: Context) -> None:
    """``/skip``: whoever started the round or administers the group."""
    await _end(command, context, "skip")


async def stop(command: Message, context: Context) -> None:
    """``/stop``: the same."""
    await _end(command, context, "stop")


async def _end(command: Message, context: Context, deed: str) -> None:
    services, bot = context.bot_data, context.bot
    going = services.memory.games.played(command.chat_id, exchange.thread(command))
    voice = speaks(services, command.chat_id, command.from_user)
    if going is None:
        await exchange.tell(bot, command, voice.say("round-none"))
        return
    # Delivered again after a crash, it is not about what has come behind it.
    asked = services.memory.games.question(going) if deed == "skip" else None
    about = asked.message if asked else services.memory.games.command(going.id)
    if command.message_id < about:
        return
    if _sender(command) != going.starter and not await may_administer(bot, command):
        await exchange.tell(bot, command, voice.say("round-not-yours"))
        return
    await _carry_out(services, going, deed)


async def press(query: CallbackQuery, context: Context) -> None:
    """A button under the message that begins a round: ``g:skip:ROUND``, ``g:stop:ROUND``."""
    services, bot, place = context.bot_data, context.bot, query.message
    _, deed, number = (query.data or "").split(":")
    going = services.memory.games.round(int(number))
    chat = place.chat.id if place else query.from_user.id
    voice = speaks(services, chat, query.from_user)
    if going is None or place is None or going.chat != chat or going.state in ("ending", "over"):
        await _alert(query, voice.say("round-question-over"))
        return
    private = place.chat.type == ChatType.PRIVATE
    own = query.from_user.id == going.starter or private
    if not own and not await exchange.administers(bot, chat, query.from_user):
        await _alert(query, voice.say("round-not-yours"))
        return
    await exchange.in_time(query.answer())
    await _carry_out(services, going, deed)


async def _carry_out(services: Services, going: Round, deed: str) -> None:
    if deed == "stop":
        await services.host.happens(going.id, Round.was_stopped)
    else:
        # Two who skip at once skip one question.
        await services.host.happens(going.id, Round.was_skipped, going.number)


async def voted(answer: PollAnswer, context: Context) -> None:
    """Somebody has answered a poll."""
    host = context.bot_data.host
    vote = vote_of(answer, host.clock())
    if vote and (asked := host.vote(vote)):
        await host.answered(asked)


def vote_of(answer: PollAnswer, now: float) -> Vote | None:
    """The vote of a person; None where a channel votes or a vote is taken back: the first one
    counts, so that nobody tries the answers one by one."""
    if answer.voter_chat or answer.user is None or not answer.option_ids:
        return None
    return Vote(answer.poll_id, answer.user.id, name_of(answer.user), answer.option_ids[0], now)


async def polled(poll: Poll, context: Context) -> None:
    """Telegram tells how a poll stands; of interest only where nobody knows it."""
    options = [option.text for option in poll.options]
    context.bot_data.host.recognise(poll.id, poll.question, options)


# Names that are typed


async def may_be_guess(said: Message, context: Context) -> bool:
    """Whether a text was a guess, and is dealt with: while names are guessed a reply to the
    question is one, and so is any name of a place where the bot hears everything."""
    games = context.bot_data.memory.games
    going = games.played(said.chat_id, exchange.thread(said))
    if going is None or going.mode != "guess" or going.state != "open":
        return False
    asked, reply = games.question(going), said.reply_to_message
    replies = bool(asked and reply and reply.message_id == asked.message)
    private = said.chat.type == ChatType.PRIVATE
    return await guessed(said, context, said.text or "", meant=replies or (private and not reply))


async def guessed(said: Message, context: Context, text: str, meant: bool = True) -> bool:
    """Judge a typed name; whether it is dealt with. Where nobody knows that it was ``meant`` to
    be a guess, only a right one is one: other names are talk."""
    services, bot, person = context.bot_data, context.bot, said.from_user
    games = services.memory.games
    going = games.played(said.chat_id, exchange.thread(said))
    asked = games.question(going) if going else None
    if going is None or asked is None or going.state != "open" or person is None:
        return False
    if said.sender_chat:
        # Nobody knows who an anonymous administrator is.
        return False
    deck = services.assistant.deck(going.language)
    verdict, named = guessing.judge(text, asked.item, deck.store)
    if verdict == "right":
        await _named(services, going, asked, person, said)
        return True
    # What is no name at all is a question, where everything is one.
    if not meant or (verdict == "no name" and said.chat.type == ChatType.PRIVATE):
        return False
    if verdict == "wrong":
        services.memory.record.guess_wrong(asked, person.id, name_of(person), named)
    await exchange.tell(bot, said, deck.voice.say("guess-wrong", name=text.strip()[:60]))
    return True


async def _named(
    services: Services, going: Round, asked: Asked, person: User, said: Message
) -> None:
    record, now = services.memory.record, services.host.clock()
    if record.tally(asked.id).right:
        return
    points = guessing.points(going.hints, record.wrong_guesses(asked, person.id))
    record.guess_right(asked, person.id, name_of(person), points, now)
    voice = services.assistant.deck(going.language).voice
    source = voice.say("fact-source", source=asked.item.source)
    player = telling.plain_name(name_of(person))
    right = voice.say("guess-right", name=asked.item.name, points=points, player=player)
    await services.host.tell(going, render.right(right, asked.item, source))
    await services.host.happens(going.id, Round.was_solved, asked.number)


# Shared with the other modules of the game


def speaks(services: Services, chat: int, person: User | None) -> Voice:
    """The voice of a chat."""
    return services.assistant.voices(services.language(chat, person))[0]


def name_of(person: User) -> str:
    return person.full_name[:_NAME]


async def may_administer(bot: Bot, message: Message) -> bool:
    """Whether a message is from somebody who may set things in its chat."""
    sender = message.sender_chat.id if message.sender_chat else None
    if message.chat.type == ChatType.PRIVATE or sender == message.chat_id:
        return True
    return await exchange.administers(bot, message.chat_id, message.from_user)


async def _alert(query: CallbackQuery, words: str) -> None:
    await exchange.in_time(query.answer(words, show_alert=True))
