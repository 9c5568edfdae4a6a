"""What a word is said with in the article: 達成協議 · 達成諒解, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen import tables
from quizgen.asking.tagged import fact_at, tag
from quizgen.items import Article, Sentence, Token
from quizgen.language import entries, part_of_speech
from quizgen.notes.word.terms import Place, Term

_MOST, _OFTEN = 3, 2
_NOUNS, _BEFORE = ("n", "vn"), ("v", "n", "vn", "a")  # tags of what closes a phrase, and of what stands before it
_JOINING, _BEHIND = ("和", "与", "及", "或", "了", "等", "后", "时", "中"), ("v", "d", "p", "c")
_NAMES = ("nr", "ns", "nt", "nz")
_TOWARDS = frozenset("向对给跟为")  # 与 and 和 join subjects too: 中国和美国达成
_TIMES = frozenset("段期间天日年月")  # what nouns of time end in
_REACH = 5  # tokens from such a word to its verb


def phrases_of(article: Article, term: Term) -> tuple[str, ...]:
    """At most three neighbours of the word, with it, as the article writes them, with their count; the most met first.

    Before them what tells towards whom a verb goes: 向…施壓.
    """
    counts: Counter[tuple[str, str]] = Counter()
    whole: dict[tuple[str, str], str] = {}
    for sentence, left, right in _pairs(article, term):
        if kind := _go_together(sentence, left, right):
            counts[left.word, right.word] += 1
            if kind == "whole" or counts[left.word, right.word] >= _OFTEN:
                whole.setdefault((left.word, right.word), left.text + right.text)
    pairs = (whole[pair] + (f" ×{times}" if times > 1 else "") for pair, times in counts.most_common() if pair in whole)
    return (*_frames(article, term), *pairs)[:_MOST]


def _frames(article: Article, term: Term) -> list[str]:
    """向…施壓, where the article has it twice."""
    found = Counter(frame for place in term.places if (frame := _towards(article.sentences[place.sentence], place)))
    is_verb = any(entry.senses[0].startswith("to ") for entry in entries(term.word))
    return [f"{frame}…{term.form}" for frame, times in found.items() if is_verb and times > 1]


def _towards(sentence: Sentence, place: Place) -> str:
    """The word that tells towards whom the verb goes, with only its object between: 向|中國|施壓; or empty.

    Before another verb it is a noun: 為元首會晤創造條件.
    """
    at = place.start
    if any(t.start == place.end and part_of_speech(t.word) == "v" for t in sentence.tokens):
        return ""
    for between, token in enumerate(reversed([t for t in sentence.tokens if t.end <= place.start][-_REACH:])):
        if token.end != at:
            return ""
        if token.word in _TOWARDS:
            return token.text if between else ""
        if part_of_speech(token.word) in ("v", "c", "d", "p"):
            return ""
        at = token.start
    return ""


def _pairs(article: Article, term: Term) -> Iterator[tuple[Sentence, Token, Token]]:
    """The term with each neighbour of two characters or more that is neither a name nor fit for any word."""
    for index in dict.fromkeys(place.sentence for place in term.places):
        sentence = article.sentences[index]
        here = {(p.start, p.end) for p in term.places if p.sentence == index}
        for before, left, right in zip([None, *sentence.tokens], sentence.tokens, sentence.tokens[1:], strict=False):
            touches = left.end == right.start and ((left.start, left.end) in here or (right.start, right.end) in here)
            if touches and not _is_torn(before, left) and _may_pair(sentence, left) and _may_pair(sentence, right):
                yield sentence, left, right


def _is_torn(before: Token | None, left: Token) -> bool:
    """高|级别 磋商: what stands before belongs to the first word."""
    touches = before is not None and before.end == left.start and len(before.word) == 1
    return touches and part_of_speech(before.word)[:1] in ("a", "h", "b") if before else False


def _may_pair(sentence: Sentence, token: Token) -> bool:
    if len(token.word) < 2 or token.word in tables.words("general_words") or not _is_met(token.word):
        return False
    return not part_of_speech(token.word).startswith(_NAMES) and fact_at(sentence, token) is None


def _is_met(word: str) -> bool:
    """A dictionary has it: 加征, too, which CC-CEDICT lacks."""
    return bool(entries(word) or part_of_speech(word))


def _go_together(sentence: Sentence, left: Token, right: Token) -> str:
    """`whole` for a verb and its object, a noun and what qualifies it, a verb and its adverb; `open` if more follows.

    加徵關稅 is whole; 解決雙方|關切 and 進行元首|會晤 are open, and so is what does something itself: 下令軍方|行動.
    """
    one, two = tag(sentence, left), tag(sentence, right)
    if one == two == "n" and left.word[-1] in _TIMES:
        return ""  # 風雨最大時段|民眾務必…
    is_lent = left.word in tables.words("support_verbs")
    if two == "v" and not is_lent:
        return "whole" if one in ("d", "a") and _says_to(right.word) and _colours(left.word) else ""
    if one not in _BEFORE or two not in (*_NOUNS, "v"):
        return ""
    after = next((token for token in sentence.tokens if token.start == right.end), None)
    ends = after is None or after.word in _JOINING
    if after and one != "v":
        ends = ends or after.word == "的" or tag(sentence, after) in _BEHIND
    return "whole" if ends else "open"


def _colours(adverb: str) -> bool:
    """It tells how: 大幅下調, 嚴重違反; not when or how often, as 隨即, 再度 and 紛紛 do."""
    return adverb[0] == "大" or not part_of_speech(adverb).startswith("d")


def _says_to(word: str) -> bool:
    return any(sense.startswith("to ") for entry in entries(word) for sense in entry.senses)
