"""Words that are only pieces of a longer one where they stand: 民众 of 民众党, 判 of 判辞, 通 of 阿尔斯通."""

from __future__ import annotations

from quizgen import tables
from quizgen.asking.tagged import tag
from quizgen.items import Sentence, Token
from quizgen.language import alone, entries, part_of_speech

_CONTENT = ("n", "v", "vn", "a")
_FREE = 170  # times in a million words: a character that stands alone so often is a word beside another
_SIZES = ("大", "小")
_PERSONS = ("nr", "nrt", "nrfg", "nz")  # jieba's persons, and names of other kinds


def is_piece(sentence: Sentence, at: int) -> bool:
    """Whether the token at this place is a piece: the dictionary lacks the whole, so that its cut says nothing.

    A character beside one that hardly stands alone (认|列), or beside what has no entry (任|志强); a word that 党, 器
    or 员 close up to a noun; what jieba has as part of a person (余光|中); a noun behind 職棒|大, which no 的 joins.
    """
    token, tokens = sentence.tokens[at], sentence.tokens
    before = tokens[at - 1] if at and tokens[at - 1].end == token.start else None
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].start == token.end else None
    beside = [near for near in (before, after) if near and _is_plain(sentence, near)]
    if len(token.word) == 1:
        return tag(sentence, token) in _CONTENT and any(_tears(sentence, near) for near in beside)
    if before and at > 1 and tokens[at - 2].end == before.start and before.word in _SIZES:
        return tag(sentence, tokens[at - 2]) == tag(sentence, token) == "n"
    return after is not None and after in beside and (_closes(sentence, token, after) or _is_person(token, after))


def _is_plain(sentence: Sentence, token: Token) -> bool:
    """Hanzi, and no name or figure."""
    return token.word >= "一" and not any(f.start <= token.start and token.end <= f.end for f in sentence.facts)


def _tears(sentence: Sentence, near: Token) -> bool:
    """Whether what a character touches can hardly be a word of its own."""
    if len(near.word) > 1:
        return not entries(near.word) and part_of_speech(near.word) in ("", *_PERSONS)
    return alone(near.word) < _FREE and tag(sentence, near) in _CONTENT


def _closes(sentence: Sentence, token: Token, after: Token) -> bool:
    is_closing = after.word in tables.words("closing_characters") and tag(sentence, after) == "n"
    return is_closing and not entries(token.word + after.word)


def _is_person(token: Token, after: Token) -> bool:
    """余光|中: jieba has both together as a name that begins with a surname."""
    whole = token.word + after.word
    is_name = len(whole) == 3 and part_of_speech(whole) in _PERSONS and not entries(whole)
    return is_name and token.word[0] in tables.words("surnames")
