"""The base of separable and doubled words: 見了面 -> 見面, 看看 -> 看, 高高興興 -> 高興."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from quizgen.items import Token
from quizgen.language import entries, part_of_speech, spelled
from quizgen.language.levels import is_listed

#: tokens that are looked at: 開|了|一|個|小時|的|會
REACH = 7

_COUNTED = "[一两三四五六七八九十几半多]*(?:小时|分钟|[个些次天年月周下场回顿点句口件份张步])+"
_OWNED = "(?:[我你他她它]们?|谁|大家|自己|别人)"
_BETWEEN = re.compile(rf"(?!$)[了过着不得完]{{0,2}}(?:{_OWNED}的?)?(?:一?{_COUNTED}的?)?")
_UNABLE = frozenset({"不住", "得住", "不起", "得起", "不下", "不了"})  # 捱|不住 is no 不住, repeatedly
_PERSONS = "我你他她它咱您"
_NO_ACTION = "有是在"  # 有一種聲音 is not 有種, to have guts
_AGAIN = ("", "一", "了", "了一")


class Base(NamedTuple):
    """A word as the dictionary has it, and how much of the text it takes."""

    word: str
    form: str
    """as the article writes it"""
    reading: str
    size: int
    """tokens, from the first"""
    inner: tuple[Token, ...] = ()
    """tokens inside it that are words of their own"""


def base(tokens: Sequence[Token]) -> Base:
    """The word that begins with the first of these tokens; there may be more of them than it takes."""
    joined = tokens[: 1 + next((i for i, (a, b) in enumerate(pairwise(tokens)) if a.end != b.start), REACH)]
    return _aspected(joined) or _separated(joined) or _again(joined) or _doubled(joined)


def _of(parts: Sequence[Token], size: int, inner: Sequence[Token] = ()) -> Base:
    word, form = "".join(t.word for t in parts), "".join(t.text for t in parts)
    return Base(word, form, _reading(word, parts), size, tuple(inner))


def _reading(word: str, parts: Sequence[Token]) -> str:
    """The dictionary's, if it has one for the whole: the 假 of 請了假 alone would be jiǎ; else that of the pieces."""
    whole = {entry.pinyin for entry in entries(word)} if len(parts) > 1 else set()
    return whole.pop() if len(whole) == 1 else " ".join(token.reading for token in parts)


def _aspected(tokens: Sequence[Token]) -> Base | None:
    """罷了|工, where the verb and its 了 look like the particle; and a verb with what says that it cannot be done."""
    if len(tokens) < 2:
        return None
    first, second = tokens[0], tokens[1]
    is_particle = len(first.word) == 2 and first.word[1] in "了过着" and part_of_speech(first.word) == "y"
    if is_particle and len(second.word) == 1 and _may_say_to(first.word[0] + second.word):
        return _of((_cut(first, 0), second), 2)
    if len(first.word) == 1 and second.word in _UNABLE and _may_say_to(first.word):
        return _of((first, second), 2)
    return None


def _separated(tokens: Sequence[Token]) -> Base | None:
    """見|過|兩次|面."""
    for last in range(2, min(len(tokens), REACH)):
        apart = is_separable(tokens[0].word, tokens[last].word)
        if apart and _BETWEEN.fullmatch("".join(token.word for token in tokens[1:last])):
            return _of((tokens[0], tokens[last]), last + 1, tokens[1:last])
    return None


def is_separable(verb: str, noun: str) -> bool:
    """Verb and noun of one character each that make a verb of the dictionary: 見面, 讓步.

    The part of speech is not asked for: jieba calls 見面 a noun.
    """
    if len(verb) != 1 or len(noun) != 1 or verb in _NO_ACTION:
        return False
    return _says_to(verb + noun) and any(sense.startswith("to ") for e in entries(verb) for sense in e.senses)


def _again(tokens: Sequence[Token]) -> Base | None:
    """協商|協商, 研究|了|研究, and an object behind a doubled verb: 聊聊|天, 聊|聊天."""
    first = tokens[0]
    for last in range(1, min(4, len(tokens))):
        between = "".join(token.word for token in tokens[1:last])
        if tokens[last].word == first.word and between in _AGAIN and _is_verb(first.word):
            return _of(tokens[:1], last + 1, tokens[1:last])
    after = tokens[1] if len(tokens) > 1 else first
    if is_separable(after.word[:1], after.word[1:]) and after.word[0] == first.word:
        return _of(tokens[1:2], 2)
    if _is_twice(first.word) and is_separable(first.word[0], after.word):
        return _of((_cut(first, 0), after), 2)
    if len(first.word) == 2 and first.word[0] == first.word[1] and after is not first:
        if after.word[0] in _PERSONS and _says_to(first.word[0]) and not is_listed(first.word):
            return _of([_cut(first, 0)], 1)  # 等等他們 is no etc.
        if after.word[:1] == after.word[1:] and is_listed(first.word[0] + after.word[0]):
            return _of((_cut(first, 0), _cut(after, 0)), 2)  # 輕輕|鬆鬆
    return None


def _doubled(tokens: Sequence[Token]) -> Base:
    """看看, 看一看, 試試看, 散散步 and 高高興興 where they are one token; a word of a level stays: 謝謝, 常常."""
    word = tokens[0].word
    if is_listed(word):
        return _of(tokens[:1], 1)
    is_again = len(word) == 3 and word[0] == word[2] and word[1] in _AGAIN
    is_tried = is_again or (len(word) == 3 and word[0] == word[1] and word[2] == "看")
    if _is_twice(word) or (is_tried and _is_verb(word[0])):
        return _of([_cut(tokens[0], 0)], 1)
    with_object = len(word) == 3 and word[0] == word[1] and is_separable(word[1], word[2])
    if with_object or (len(word) == 4 and word[::2] == word[1::2] and is_listed(word[1:3])):
        return _of([_cut(tokens[0], 1), _cut(tokens[0], 2)], 1)
    return _of(tokens[:1], 1)


def _is_twice(word: str) -> bool:
    """看看: a verb said twice; 媽媽 and 漸漸 have entries that are no verbs."""
    return len(word) == 2 and word[0] == word[1] and _is_verb(word[0]) and (not entries(word) or _is_verb(word))


def _is_verb(word: str) -> bool:
    """The dictionary's first sense is a verb's; of one character jieba must call it a verb too."""
    return _says_to(word) and (len(word) > 1 or part_of_speech(word).startswith("v"))


def _says_to(word: str) -> bool:
    return any(e.senses[0].startswith("to ") for e in entries(word))


def _may_say_to(word: str) -> bool:
    return any(sense.startswith("to ") for e in entries(word) for sense in spelled(e).senses)


def _cut(token: Token, place: int) -> Token:
    """One character of a token, as a token."""
    sounds = token.reading.split()
    sound = sounds[place] if place < len(sounds) else ""
    at = token.start + place
    return Token(token.text[place], at, at + 1, token.word[place], sound)
