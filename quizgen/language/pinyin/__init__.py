"""How Chinese is read: pinyin, Zhuyin, and which reading a word has where it stands."""

from quizgen.language.pinyin.names import name_reading
from quizgen.language.pinyin.notation import Syllable, marked, syllables
from quizgen.language.pinyin.sentence import Reading, readings
from quizgen.language.pinyin.zhuyin import bopomofo

__all__ = ["Reading", "Syllable", "bopomofo", "marked", "name_reading", "readings", "syllables"]
