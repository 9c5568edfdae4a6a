"""What the text around a sentence lends its questions: days, and the names that pronouns stand for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Context(NamedTuple):
    """What the text around a sentence lends its questions."""

    lang: str
    date: str
    """a date phrase (2025年9月) to put first when the clause has no date, or empty"""
    meant: dict[str, str]
    """pronoun -> the name that it stands for"""
    now: str = ""
    """the article's own month (2025年9月), or empty when its day is not given"""
    today: str = ""
    """its own day, likewise"""
    title: str = ""
    """the article's headline in Simplified characters, or empty"""
    offices: Mapping[str, str] = MappingProxyType({})
    """a person's Simplified name -> the office that the article tells beside it: 瑞士央行行長"""
