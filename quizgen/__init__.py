"""quizgen: a Chinese article in, a study deck out.

    bytes ─ source ▶ Source ─ article ▶ Article ─ notes ▶ Notes ─ check, deck ▶ Deck ─ formats ▶ .apkg .yaml .json
                        │                                        ▲  │
              language, naming, facts              old Deck ─ update ┘  └─ quiz ▶ questions, answers, next dates

Each stage makes one new immutable value from the one before; `quizgen.items` has them all.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizgen.article import read as read_article
    from quizgen.deck import make as make_deck
    from quizgen.formats import read as read_deck
    from quizgen.formats import write as write_deck
    from quizgen.source import read as read_source

__all__ = ["__version__", "make_deck", "read_article", "read_deck", "read_source", "write_deck"]

__version__ = "0.1.0"
_VERBS = {
    "read_source": ("source", "read"),
    "read_article": ("article", "read"),
    "make_deck": ("deck", "make"),
    "read_deck": ("formats", "read"),
    "write_deck": ("formats", "write"),
}


def __getattr__(name: str) -> Any:
    """The public verbs, imported when first asked for."""
    if name in _VERBS:
        module, verb = _VERBS[name]
        return getattr(import_module(f"{__name__}.{module}"), verb)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
