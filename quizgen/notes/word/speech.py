"""What a word is where it stands: by the tagger, which knows the sentence, and by neighbours that leave no doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizgen import tables
from quizgen.asking.tagged import tag
from quizgen.items import Article, Sentence, Token
from quizgen.language import part_of_speech
from quizgen.notes.word.terms import Place, Term

#: the tagger's classes as a sense's use; 的 and its kind, and what is tagged as a whole, tell nothing
_USES = {
    "v": "verb", "n": "noun", "vn": "noun", "a": "adjective", "d": "adverb", "p": "preposition", "c": "conjunction",
    "q": "measure", "f": "place", "r": "pronoun",
}  # fmt: skip
#: what the tagger is sure of, for such words are few and frequent
_SERVING = ("adverb", "preposition", "conjunction", "pronoun")
_AFTER_VERBS = frozenset("了着过到出他她它")
_BEFORE_VERBS = frozenset("不没未已将会可能应须再又仍曾") | {
    "已经",
    "正在",
    "没有",
    "必须",
    "应该",
    "可以",
    "不会",
    "无法",
}
_DETERMINERS = frozenset({"的", "个", "有", "没有", "一个", "这个"})
_NUMERAL = re.compile(r"第?[一二三四五六七八九十百千万亿两几数多每各某这那\d.]+")


def speech_here(article: Article, term: Term, shown: Place | None) -> str:
    """`noun`, `verb`, `adverb` … as the term is used where it is shown and in most places; or empty."""
    places = [shown, *term.places] if shown else [*term.places]
    votes = Counter(vote for place in places for vote in _votes(article.sentences[place.sentence], term, place))
    return votes.most_common(1)[0][0] if votes else ""


def _votes(sentence: Sentence, term: Term, place: Place) -> Iterator[str]:
    """What one place says; a word that is written apart, 見了面, is a verb."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.start == place.start), None)
    if at is None:
        return
    token, tokens = sentence.tokens[at], sentence.tokens
    if token.end != place.end:
        yield "verb"
        return
    before = tokens[at - 1] if at and tokens[at - 1].end == token.start else None
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].start == token.end else None
    told = _USES.get(tag(sentence, token), "")
    if vote := (told not in _SERVING and _beside(term.word, before, after)) or told:
        yield vote


def _beside(word: str, before: Token | None, after: Token | None) -> str:
    """A numeral stands before a measure word, a verb before a noun, 了 after a verb, 将 before one."""
    if before and _NUMERAL.fullmatch(before.word) and len(word) == 1:
        return "measure"
    if after and after.word in _AFTER_VERBS:
        return "verb"
    if before and before.word in _BEFORE_VERBS and part_of_speech(word) == "v":
        return "verb"  # 再盖11条生产线
    if before and (before.word in tables.words("support_verbs") or before.word in _DETERMINERS):
        return "noun"
    return ""
