"""What a user can mend: one family, a sentence each."""

from __future__ import annotations


class UserError(Exception):
    """Its text is one clear sentence for the person who runs the bot; exit code 2."""
