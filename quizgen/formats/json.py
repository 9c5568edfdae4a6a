"""The public JSON of a deck."""

from __future__ import annotations

import json
from typing import Any

from quizgen.errors import QuizgenError


def dump(tree: dict[str, Any]) -> bytes:
    """UTF-8, indented, Chinese as it is."""
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def load(data: bytes, where: str) -> object:
    """Whatever the file holds; QuizgenError with the line where it breaks off."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise QuizgenError("this is not UTF-8 text.", where, "Save the deck as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise QuizgenError(f"this is no JSON: {error.msg}.", f"{where}:{error.lineno}", "Mend that line.") from error
    except RecursionError as error:
        raise QuizgenError("this is no deck: it is nested too deep.", where, "Build it anew.") from error
