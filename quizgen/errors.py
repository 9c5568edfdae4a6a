"""The one error that is a letter to the user."""

from __future__ import annotations


class QuizgenError(Exception):
    """What is wrong, where, and what to do about it, in one line each user can act on.

    `where` is a path or `path:line`; all three parts are plain sentences or fragments.
    """

    def __init__(self, what: str, where: str = "", do: str = "") -> None:
        self.what, self.where, self.do = what, where, do
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} {self.do}".strip()


class UsageError(QuizgenError):
    """An option that does not exist or does not fit: exit 2."""
