"""The settings of a chat, with buttons: administrators set them in a group, and everybody in
their private chat. Rights are checked at each press."""

from __future__ import annotations

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ChatType

from bot.answers.answer import stressed
from bot.answers.voice import Voice
from bot.telegram import exchange, trivia
from bot.telegram.services import Context, Services
from bot.trivia.items import LEVELS, MEDIUM
from bot.trivia.round import SECONDS, SECONDS_CHOICES

#: What can be set, in the order of the buttons.
_SETTINGS = ("language", "seconds", "level", "starters", "daily", "today")
_STARTERS = ("everyone", "administrators")
_OWN = "own"
_OFF = "off"
#: Buttons in a row.
_ROW = 3


async def show(command: Message, context: Context) -> None:
    """``/settings``."""
    services = context.bot_data
    voice = trivia.speaks(services, command.chat_id, command.from_user)
    if not await trivia.may_administer(context.bot, command):
        await exchange.tell(context.bot, command, voice.say("telegram-administrators-only"))
        return
    text, keys = _overview(services, command.chat_id, voice)
    await exchange.say(context.bot, command, text, keys)


async def press(query: CallbackQuery, context: Context) -> None:
    """A button: ``s`` for the overview, ``s:NAME`` for what there is to choose, ``s:NAME:VALUE``
    to choose it."""
    services, bot, place = context.bot_data, context.bot, query.message
    chat = place.chat.id if place else query.from_user.id
    voice = trivia.speaks(services, chat, query.from_user)
    private = place is not None and place.chat.type == ChatType.PRIVATE
    if not private and not await exchange.administers(bot, chat, query.from_user):
        words = voice.say("telegram-administrators-only")
        await exchange.in_time(query.answer(words, show_alert=True))
        return
    await exchange.in_time(query.answer())
    _, name, value, *_ = f"{query.data}::".split(":")
    if value and name in _SETTINGS:
        _set(services, chat, name, value)
        # The language may be another one now.
        voice = trivia.speaks(services, chat, query.from_user)
    text, keys = _overview(services, chat, voice)
    if name in _SETTINGS and not value:
        keys = _choices(services, chat, name, voice)
    if place:
        await exchange.put(bot, chat, place.message_id, text, keys)


def _set(services: Services, chat: int, name: str, value: str) -> None:
    """Set what a button says; a value that there is not, from a button of old, sets nothing."""
    memory = services.memory
    if name == "language" and value in (_OWN, *services.assistant.languages):
        memory.set_language(chat, None if value == _OWN else value)
    elif name == "seconds" and value in map(str, SECONDS_CHOICES):
        memory.set_seconds(chat, int(value))
    elif name == "level" and value in map(str, LEVELS):
        memory.set_level(chat, int(value))
    elif name == "starters":
        for starters in ("everyone", "administrators"):
            if value == starters:
                memory.set_starters(chat, starters)
    elif name == "daily" and value == _OFF:
        memory.posts.end(chat, "daily")
    elif name == "today" and value == _OFF:
        memory.posts.end(chat, "today")


def _overview(services: Services, chat: int, voice: Voice) -> tuple[str, InlineKeyboardMarkup]:
    buttons = [
        InlineKeyboardButton(
            voice.say(f"settings-{name}", value=_value(services, chat, name, voice)),
            callback_data=f"s:{name}",
        )
        for name in _SETTINGS
        # Alone with the bot everybody may start.
        if name != "starters" or chat < 0
    ]
    return stressed(voice.say("settings-title")), InlineKeyboardMarkup.from_column(buttons)


def _value(services: Services, chat: int, name: str, voice: Voice) -> str:
    """What is set, in words."""
    chosen = services.memory.chat(chat)
    if name == "language":
        if not chosen.language:
            return voice.say("settings-own-language")
        return services.assistant.language_name(chosen.language)
    if name == "seconds":
        return str(chosen.seconds or SECONDS)
    if name == "level":
        return voice.say(f"level-{chosen.level or MEDIUM}")
    if name == "starters":
        return voice.say(f"starters-{chosen.starters or 'everyone'}")
    post = services.memory.posts.of(chat, "daily" if name == "daily" else "today")
    return f"{post.time} ({post.zone})" if post else voice.say("settings-off")


def _choices(services: Services, chat: int, name: str, voice: Voice) -> InlineKeyboardMarkup:
    """The buttons of one setting."""
    if name == "language":
        spoken = services.assistant.languages
        values = [(_OWN, voice.say("settings-own-language"))]
        values += [(code, services.assistant.language_name(code)) for code in spoken]
    elif name == "seconds":
        values = [(str(seconds), str(seconds)) for seconds in SECONDS_CHOICES]
    elif name == "level":
        values = [(str(level), voice.say(f"level-{level}")) for level in LEVELS]
    elif name == "starters":
        values = [(starters, voice.say(f"starters-{starters}")) for starters in _STARTERS]
    else:
        kind = "daily" if name == "daily" else "today"
        going = services.memory.posts.of(chat, "daily" if name == "daily" else "today")
        how = InlineKeyboardButton(voice.say(f"settings-how-{kind}"), callback_data="s")
        off = InlineKeyboardButton(voice.say("settings-turn-off"), callback_data=f"s:{name}:{_OFF}")
        back = InlineKeyboardButton(voice.say("settings-back"), callback_data="s")
        return InlineKeyboardMarkup.from_column([off, back] if going else [how, back])
    buttons = [
        InlineKeyboardButton(label, callback_data=f"s:{name}:{value}") for value, label in values
    ]
    rows = [buttons[i : i + _ROW] for i in range(0, len(buttons), _ROW)]
    back = InlineKeyboardButton(voice.say("settings-back"), callback_data="s")
    return InlineKeyboardMarkup([*rows, [back]])
