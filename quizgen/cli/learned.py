"""What was learned so far: the file it is kept in, and the clock that dates it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import click


def progress_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--progress: where the progress is kept; `progress_file` where nothing is given."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option("--progress", type=kind, help="Another file for your progress.")(command)


def progress_file() -> Path:
    """The learner's progress, in the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("quizgen", appauthor=False) / "progress.sqlite"


def clock() -> datetime:
    """Local time."""
    return datetime.now().astimezone()
