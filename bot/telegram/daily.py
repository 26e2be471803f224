"""What is posted every day: the question of the day, and the anniversaries in the morning."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
import re
import secrets
import zoneinfo
from typing import TYPE_CHECKING

from telegram import Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.answers.answer import stressed
from bot.knowledge.folding import fold
from bot.memory.posts import Kind, Post
from bot.telegram import exchange, render, trivia
from bot.telegram.limits import may_have_arrived
from bot.telegram.services import Bot, Context, Services
from bot.trivia import telling
from bot.trivia.items import MEDIUM
from bot.trivia.round import Round
from bot.trivia.subjects import Subject
from bot.understanding.question import Question

if TYPE_CHECKING:
    from bot.answers.voice import Voice

#: Seconds for which the question of the day is open: until an hour before the next one.
_OPEN = 23 * 3600
#: Hours after its time in which a post is made up for that nobody was there to post.
_MADE_UP = 6
#: Seconds between two looks at the clocks.
_EVERY = 5.0
#: Seconds between what is said about the last question of the day and the next one.
_AFTER = 2.0
#: Players in a row that are named.
_NAMED = 5
#: Of no place, or of the machine's.
_NO_ZONES = {"Factory", "localtime", "posixrules"}
_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])(?:\s+(\S.*))?")

_log = logging.getLogger(__name__)


async def question(command: Message, context: Context) -> None:
    """``/daily HH:MM [zone]``, ``/daily off``, ``/daily``: by administrators."""
    await _set(command, context, "daily")


async def anniversaries(command: Message, context: Context) -> None:
    """``/today HH:MM [zone]`` and ``/today off``: by administrators."""
    await _set(command, context, "today")


async def _set(command: Message, context: Context, kind: Kind) -> None:
    services, bot, chat = context.bot_data, context.bot, command.chat_id
    voice = trivia.speaks(services, chat, command.from_user)
    text = exchange.words_behind(command)
    if not text:
        await exchange.tell(bot, command, _status(services, chat, voice))
        return
    if not await trivia.may_administer(bot, command):
        await exchange.tell(bot, command, voice.say("telegram-administrators-only"))
        return
    if fold(text) in ("off", fold(voice.say("settings-off"))):
        services.memory.posts.end(chat, kind)
        await exchange.tell(bot, command, voice.say(f"{kind}-off"))
        return
    match = _TIME.fullmatch(text)
    if not match:
        await exchange.tell(bot, command, voice.say("time-unknown", text=text[:60]))
        return
    zone = _zone(match[3] or _zone_of(services, chat))
    if zone is None:
        await exchange.tell(bot, command, voice.say("zone-unknown", zone=match[3][:60]))
        return
    time = f"{int(match[1]):02}:{match[2]}"
    here = dt.datetime.fromtimestamp(services.host.wall(), zoneinfo.ZoneInfo(zone))
    # Whose time is over today begins tomorrow, and so does who had today's already.
    before = services.memory.posts.of(chat, kind)
    had = before is not None and before.last == here.date().isoformat()
    yesterday = here.date() - dt.timedelta(days=not (had or f"{here:%H:%M}" >= time))
    last = yesterday.isoformat()
    services.memory.posts.set(Post(chat, kind, exchange.thread(command), time, zone, last))
    await exchange.tell(bot, command, voice.say(f"{kind}-on", time=time, zone=zone))


def _status(services: Services, chat: int, voice: Voice) -> str:
    post = services.memory.posts.of(chat, "daily")
    if post is None:
        return voice.say("daily-none")
    return voice.say("daily-status", time=post.time, zone=post.zone)


def _zone_of(services: Services, chat: int) -> str:
    """The zone that a chat has chosen for its other post."""
    posts = (services.memory.posts.of(chat, kind) for kind in ("daily", "today"))
    return next((post.zone for post in posts if post), "UTC")


def _zone(name: str) -> str | None:
    """The IANA name of a zone, however it is spelled: europe/istanbul, Istanbul."""
    wanted = fold(name)
    # Of Asia/Istanbul and Europe/Istanbul, two names of one zone, the second is the usual one.
    known = sorted(zoneinfo.available_timezones() - _NO_ZONES, reverse=True)
    whole = next((zone for zone in known if fold(zone) == wanted), None)
    return whole or next((z for z in known if fold(z.rpartition("/")[2]) == wanted), None)


async def run(services: Services, bot: Bot) -> None:
    """Look for ever whether it is time."""
    while True:
        try:
            await post_what_is_due(services, bot)
        except Exception:
            _log.exception("The daily posts failed.")
        await asyncio.sleep(_EVERY)


async def post_what_is_due(services: Services, bot: Bot) -> None:
    """Post in every chat what its clock says; each once a day, whatever the clock does."""
    await asyncio.gather(*(_look(services, bot, post) for post in services.memory.posts.all()))


async def _look(services: Services, bot: Bot, post: Post) -> None:
    """Post if it is time, and note the day once it is there: what fails is tried again."""
    here = dt.datetime.fromtimestamp(services.host.wall(), zoneinfo.ZoneInfo(post.zone))
    hour, minute = map(int, post.time.split(":"))
    due = here.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if due > here:
        due -= dt.timedelta(days=1)
    day = due.date()
    if post.last > (day + dt.timedelta(days=2)).isoformat():
        _log.warning("A daily post was made on %s, which is yet to come: a wrong clock.", post.last)
    elif post.last >= day.isoformat():
        return
    if here - due < dt.timedelta(hours=_MADE_UP):
        try:
            await (_ask if post.kind == "daily" else _tell)(services, bot, post, day)
        except ChatMigrated as moved:
            services.memory.migrate(post.chat, moved.new_chat_id)
            return
        except Forbidden as error:
            _log.info("A daily post has lost its chat (%s).", error)
            services.memory.posts.end(post.chat, post.kind)
            return
        except TelegramError as error:
            _log.warning("A daily post did not come through (%s).", error)
            if not may_have_arrived(error) and not isinstance(error, BadRequest):
                return
    services.memory.posts.was_posted(post, day.isoformat())


async def _ask(services: Services, bot: Bot, post: Post, day: dt.date) -> None:
    voice, games = _voice(services, post.chat), services.memory.games
    before = games.daily(post.chat)
    chosen = services.memory.chat(post.chat)
    home = chosen.home or services.assistant.about_home()
    round = Round(
        chat=post.chat,
        thread=post.thread,
        starter=0,
        subject=Subject("home", home),
        level=chosen.level or MEDIUM,
        language=voice.code,
        seed=secrets.token_hex(6),
        mode="daily",
        seconds=_OPEN,
        total=1,
        # Behind what is said about the one before.
        due=services.host.clock() + _AFTER,
    )
    # The day is the key: one question, however often this is begun.
    if not await services.host.begin(round, None, key=-day.toordinal()):
        return
    asked = games.question(before) if before else None
    if before is None or asked is None:
        return
    await services.host.happens(before.id, Round.was_stopped)
    tally = services.memory.record.tally(asked.id)
    lines = [stressed(voice.say("daily-result", answers=tally.answers, right=tally.right))]
    streaks = [
        voice.say("daily-streak", name=telling.plain_name(name), days=days)
        for name, days in services.memory.record.days(post.chat, before.id)[:_NAMED]
    ]
    if streaks:
        lines.append(stressed(voice.say("daily-streaks", streaks=voice.listed(streaks))))
    with contextlib.suppress(TelegramError):
        await _post(bot, post, "\n".join(lines))


async def _tell(services: Services, bot: Bot, post: Post, day: dt.date) -> None:
    home = services.memory.chat(post.chat).home or services.assistant.about_home()
    if not services.assistant.has_anniversary(home):
        return
    voice = _voice(services, post.chat)
    question = Question("anniversaries", places=(home,))
    said = services.assistant.open(question.token, voice.code, home)
    await _post(bot, post, render.text(said))


async def _post(bot: Bot, post: Post, text: str) -> None:
    await bot.send_message(
        post.chat,
        text,
        ParseMode.HTML,
        message_thread_id=post.thread or None,
        link_preview_options=render.NO_PREVIEW,
    )


def _voice(services: Services, chat: int) -> Voice:
    return services.assistant.voices(services.language(chat, None))[0]
