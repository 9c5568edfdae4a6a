"""The senses of an entry as a card shows them: the usual ones first, in words that read as English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from quizgen import tables

_MEASURES = re.compile(r"CL:(.*)")
_INLINE = re.compile(r" ?\((CL:[^()]*)\)")  # world (CL:個|个[ge4])
_EXAMPLE = re.compile(r" ?\(Example: [^()]*\)")
_AWAY = re.compile(r"surname\b|(?:\w+ )?variant of\b")
_TAIWAN = re.compile(r"(?:also |Taiwan |Tw )pr\. \[([^\]]*)\]|\(?(?:Taiwan|Tw) pr\. \[([^\]]*)\]\)?")
_HAN = r"[\u2e80-\u9fff〇·，]"
_REFERENCE = re.compile(rf"({_HAN}+)(?:\|({_HAN}+))?(?:\[([^\]]*)\])?")
_ELSEWHERE = re.compile(
    r"(?:two-character )?surname\b|(?:\w+ )?variant of\b|used in\b|see\b|also written\b|abbr\. to\b|same as\b|"
    r"Kangxi radical|\((?:used in|bird species)|Taiwan pr\.|also pr\.|name of a letter"
)
#: a place of the same characters as a word that means something: 互助, 通道
_PLACE = re.compile(
    r"[A-Z][\w'-]+ (?:[A-Z][\w'-]+ )*(?:autonomous )?(?:county|district|prefecture|township|city|town)\b"
    r"(?: (?:in|of)\b|,|$)"
)
_SELDOM = re.compile(
    r"\((?:archaic|old|literary|dialect|classical|arch\.|Tw|Cantonese|Internet slang|slang|vulgar|Buddhism|"
    r"neologism[^)]*|jocular|gaming|coll\.|in former times|in ancient times|onom\.|phonetic|linguistics|math|computing|"
    r"computer|medicine|sports|TCM|botany|zoology|biology|anatomy|physics|chemistry|music|geology|astronomy|theater|"
    r"mining|PRC law|statistics|baseball|soccer|textiles|electrical|railway|agriculture|grammar|geometry|"
    r"of a bar girl)\b|.*\(in email header\)|.*\((?:archaic|old|literary|dialect|classical|vulgar|slang)\)$"
)
_ASIDE = r"(?:(?:\([^)]*\)|figuratively:|fig\.) ?)*"
_KINDS = {
    "verb": re.compile(_ASIDE + r"(?:to (?!the\b|a\b)[a-z]|namely$|that is$|i\.e\.)"),  # 即6月3日
    "place": re.compile(
        _ASIDE
        + r"(?:starting from|since|above|below|under|over|within|inside|outside|after|before|behind|between|among"
        r"|during|beyond|upwards|the following|that (?:level|amount))\b"
    ),
    "preposition": re.compile(
        _ASIDE + r"(?:from|by|via|through|for|with|towards?|at|in|on|of|concerning|regarding|according to|based on|as"
        r"|because of|due to|owing to|in order to|together with|along with|against|than|except|about|per|with regard to"
        r"|in accordance with|on the basis of|by means of|following|as for|instead of)\b(?! (?:a|the) \w+$)"
    ),
    "conjunction": re.compile(
        _ASIDE + r"(?:and|or|but|if|although|though|because|therefore|thus|so that|whereas|unless|however|moreover"
        r"|furthermore|as well as|not only|even if|in case|regardless of|hence|consequently|while|since)\b"
    ),
    "adverb": re.compile(
        _ASIDE + r"(?:(?!(?:family|supply|reply|assembly|monopoly|rally|ally|friendly|likely|daily|early|elderly|weekly"
        r"|costly|deadly|lonely|lovely|orderly|apply|fly)\b)[a-z]+ly\b(?! \w)|just\b|only\b|very\b|about\b|again\b"
        r"|always\b|already\b|still\b|also\b|too\b|then\b|once\b|not\b|never\b|soon\b|at once\b|almost\b"
        r"|quite\b|rather\b|will\b|shall\b|more\b|further\b|much\b|all$|over and over|a moment ago|right away"
        r"|in succession|together\b)"
    ),
}
_SHORT_FOR = re.compile(rf"^short for ({_HAN}+(?: [^ ,]+)?), (.+)$")
_SERVING = ("adverb", "preposition", "conjunction")  # what counts the 根据 that is a foundation is not theirs
_MOST = 3


class Senses(NamedTuple):
    """What a word means, ready to be shown."""

    shown: tuple[str, ...]
    """at most three, the usual ones"""
    more: tuple[str, ...]
    """the rest: seldom, old, surnames, cross-references"""
    measures: tuple[str, ...]
    """what counts it: 個, 條"""


def readable(
    senses: Sequence[str], traditional: bool, marked: Callable[[str], str], first: str = "", most: int = _MOST
) -> Senses:
    """The senses in the order a learner meets them, brackets and cross-references turned to text.

    `first` is `verb`, `noun`, `measure`, `adverb` … where the article tells which the word is; `marked` writes pinyin.

    >>> readable(["to forgive", "understanding", "CL:個|个[ge4]"], True, str, "noun")
    Senses(shown=('understanding', 'to forgive'), more=(), measures=('個',))
    """
    senses = _apart(senses)
    measures = [m[1] for sense in senses if (m := _MEASURES.fullmatch(sense))]
    said = [s for s in senses if not _MEASURES.fullmatch(s) and not _TAIWAN.fullmatch(s)]
    ordered = sorted(said, key=lambda sense: (_remoteness(sense), _misfit(sense, first)))
    usual = [s for s in ordered if not _remoteness(s)] or [s for s in ordered if _PLACE.match(s)] or ordered[:1]
    usual = [s for s in usual if _misfit(s, first) < 2] or usual
    shown = usual[:most] if first in _SERVING else _mixed(usual, most)
    texts = [_plain(s, traditional, marked) for s in (*shown, *(s for s in ordered if s not in shown))]
    texts = list(dict.fromkeys(text for text in texts if text))
    cut = min(len(shown), len(texts))
    measures = [] if first in _SERVING else measures
    counted = [t if traditional or not s else s for m in measures for t, s, _ in _REFERENCE.findall(m)]
    return Senses(tuple(texts[:cut]), tuple(texts[cut:]), tuple(dict.fromkeys(counted)))


def _apart(senses: Sequence[str]) -> list[str]:
    """Measure words out of the senses, without examples, and no surname or variant where the word means more."""
    own = [_EXAMPLE.sub("", _INLINE.sub("", sense)) for sense in senses]
    counted = [found for sense in senses for found in _INLINE.findall(sense)]
    return [*([sense for sense in own if not _AWAY.match(sense)] or own), *counted]


def _mixed(usual: Sequence[str], most: int) -> list[str]:
    """The first senses, but never all verbs or all nouns where the word is both."""
    shown = list(usual[:most])
    other = next((s for s in usual if _kind(s) != _kind(usual[0])), None)
    return shown if other is None or other in shown or most < 2 else [*shown[:-1], other]


def _remoteness(sense: str) -> int:
    """0 for a usual sense, 1 for a seldom one, 2 for what is only a reference, a surname or a county."""
    return 2 if _ELSEWHERE.match(sense) or _PLACE.match(sense) else 1 if _SELDOM.match(sense) else 0


def _kind(sense: str) -> str:
    """verb, measure, adverb, preposition, conjunction or place by the sense's first words; else noun."""
    if "classifier" in sense:
        return "measure"
    return next((kind for kind, pattern in _KINDS.items() if pattern.match(sense)), "noun")


def _misfit(sense: str, first: str) -> int:
    """0 for a sense of the kind that is wanted, 2 for an adverb's where a verb or noun is: 决定, certainly; else 1."""
    kinds = {_kind(part.strip()) for part in (sense, *sense.split(";"))}
    if not first or first in kinds or (first == "adjective" and "noun" in kinds):
        return 0
    return 2 if first in ("noun", "verb") and re.fullmatch("[a-z]+ly", sense) and kinds == {"adverb"} else 1


def _plain(sense: str, traditional: bool, marked: Callable[[str], str]) -> str:
    def reference(match: re.Match[str]) -> str:
        form = match[1] if traditional or not match[2] else match[2]
        return f"{form} {marked(match[3])}" if match[3] else form

    text = _REFERENCE.sub(reference, _TAIWAN.sub("", sense))
    for pattern, words in _shorthand():
        text = pattern.sub(words, text)
    text = re.sub(r"\s+([,;)])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;")
    return _SHORT_FOR.sub(r"\2 (short for \1)", text)


@cache
def _shorthand() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1] if len(row) > 1 else "") for row in tables.rows("gloss_words"))
