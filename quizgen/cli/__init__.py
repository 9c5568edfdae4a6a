"""The command line: one module a command, each imported only when it is called."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from io import TextIOWrapper

import click

from quizgen import __version__
from quizgen.errors import QuizgenError, UsageError

#: command -> (module, one line of help, so that --help need not import them)
COMMANDS = {
    "build": ("build", "Make a deck from an article."),
    "plan": ("plan", "Tell the fewest words that make an article readable."),
    "diff": ("diff", "Show what changed between two articles or decks."),
    "quiz": ("quiz", "Ask the cards of a deck or an article in the terminal."),
    "show": ("show", "Show the facts and words found in an article."),
    "stats": ("stats", "Show what is due, learned and remembered."),
    "verify": ("verify", "Check a deck against its article."),
    "why": ("why", "Tell why a word or fact is a card or is not."),
}


class _Commands(click.Group):
    """Lists the commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{COMMANDS[name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quizgen")
def cli() -> None:
    """Turn a Chinese article into Anki cards: its facts as questions, its words with readings.

    \b
    quizgen build article.txt --level 4     an article in, a deck for Anki out
    quizgen quiz article.apkg               the same cards in the terminal
    """


def main() -> None:
    """Runs a command; an error of ours is one line on stderr and exit 1, a wrong option exit 2."""
    gc.set_threshold(100_000, 50, 50)  # tables are large and hold no circles: looking for some took a tenth of a build
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Chinese goes through any pipe, and a file name that is no text
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with _unwound():
            cli()
    except QuizgenError as error:
        click.echo(f"quizgen: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)


@contextmanager
def _unwound() -> Iterator[None]:
    """SIGTERM ends the program as an error does: echo and cursor come back, and no half-written file stays."""
    before = signal.getsignal(signal.SIGTERM)
    with suppress(ValueError):  # not outside the main thread
        signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGTERM, before)
