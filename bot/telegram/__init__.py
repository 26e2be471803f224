"""The bot in Telegram: the only rooms that import python-telegram-bot."""

from __future__ import annotations

import os

# RetryAfter then holds a timedelta. Without it python-telegram-bot warns at each one.
os.environ.setdefault("PTB_TIMEDELTA", "true")
