"""The commands: one registry for handlers, menus, /help and the README's table.

What a command is for stands in a language's ``messages.ftl`` as ``command-<name>``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    #: The intent that the bare command opens.
    intent: str
    #: Whether words may follow.
    takes_text: bool = False
    #: Whether these words only fill the slots of the intent; else they are any question.
    about_text: bool = False
    #: Whether the bare command is about the home city.
    about_home: bool = False
    #: Whether a surface carries it out: it is no question.
    does: bool = False
    #: Whether it stands in the menu of group chats as well as in private ones.
    in_groups: bool = True


COMMANDS = (
    Command("ask", "help", takes_text=True),
    Command("city", "place", takes_text=True, about_text=True, about_home=True),
    Command("today", "anniversaries", about_home=True),
    Command("random", "random", about_home=True),
    Command("terms", "terms", takes_text=True, about_text=True),
    Command("history", "history", takes_text=True, about_text=True),
    Command("home", "home", takes_text=True, about_text=True),
    Command("language", "language", takes_text=True, about_text=True),
    Command("trivia", "play", takes_text=True, about_text=True, does=True),
    Command("guess", "play", takes_text=True, about_text=True, does=True),
    Command("skip", "play", does=True),
    Command("stop", "play", does=True),
    Command("board", "play", takes_text=True, about_text=True, does=True),
    Command("daily", "play", takes_text=True, about_text=True, does=True),
    Command("settings", "play", does=True),
    Command("sources", "sources"),
    Command("privacy", "privacy"),
    Command("hide", "privacy", does=True),
    Command("forget", "privacy", does=True),
    Command("help", "help"),
    Command("start", "greeting", takes_text=True, in_groups=False),
)

BY_NAME = {command.name: command for command in COMMANDS}
