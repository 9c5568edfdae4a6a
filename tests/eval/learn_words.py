"""Learns quizgen/data/word_counts.tsv from the People's Daily corpus of January 1998: jieba's counts set right.

    python -m tests.eval.learn_words 199801.txt

jieba counts a character wherever it saw one: 门 39,823 times, though it is mostly part of a word (部门) and stands
alone 4,700 times in as much text of the corpus, so that 外交部|门 looked likelier than 外交|部门. And a word that it
does not have (对等) loses to two common characters that the corpus never cuts it into. Only such words are written,
with the count that serves; no sentence of the corpus enters the project. See learn_tags for the corpus.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil, exp, log
from pathlib import Path

from quizgen.language import frequency, segment
from quizgen.language.dictionary import is_word
from tests.eval.learn_tags import DATA, Tagged, corpus

_JIEBAS = 60.101967e6  # words
_DOUBT = 2.0  # one month of one paper counts for no less than half of what it says
_UNSEEN = 2
_FAR = 1.5  # what is closer changes no word
_COUNTING = "一二三四五六七八九十百千万两几数多半每这那某首第各"  # what it opens is two words to the segmenter: 一级
_HANZI = re.compile("[\u4e00-\u9fa5]+")
_MORE = 1.2  # by which a whole word is to be likelier than its parts
HEAD = """\
# How often a word is met in jieba's 60 million words, where its own count is far from that.
# source: learnt by tests/eval/learn_words.py from the People's Daily corpus of 1998, tagged by Peking University
# license: MIT, as the package that hands the corpus on; not to be edited
# columns: word, count
"""


def main() -> None:
    """Writes the table anew; the one that is there must be empty, for its words are no longer cut."""
    sentences = corpus(Path(sys.argv[1]))
    alone = _alone(sentences)
    whole = {word: count for word in sorted(_whole(sentences)) if (count := _needed(word, alone))}
    lines = "".join(f"{word}\t{count}\n" for word, count in sorted((alone | whole).items()))
    (DATA / "word_counts.tsv").write_text(HEAD + lines, encoding="utf-8")
    print(f"{len(alone)} characters, {len(whole)} words")


def _alone(sentences: Sequence[Tagged]) -> dict[str, int]:
    """Characters that stand alone far less often than jieba has it; surnames and given names count for none."""
    met = Counter(word for sentence in sentences for word, tag in sentence if len(word) == 1 and tag != "nr")
    scale = _DOUBT * _JIEBAS / sum(map(len, sentences))
    told = {c: ceil((met[c] + _UNSEEN) * scale) for c in map(chr, range(0x4E00, 0x9FA6)) if c not in _COUNTING}
    return {c: count for c, count in told.items() if _FAR * count < _count(c) and is_word(c)}


def _whole(sentences: Sequence[Tagged]) -> set[str]:
    """Words of the dictionary that the corpus has, and hardly ever as two or three words."""
    whole, cut = Counter[str](), Counter[str]()
    for sentence in sentences:
        words = [word for word, _ in sentence]
        whole.update(word for word in words if 1 < len(word) < 4 and is_word(word))
        cut.update(word for i in range(len(words)) for word in _joined(words[i : i + 3]) if is_word(word))
    return {word for word, count in whole.items() if count > 2 * cut[word]}


def _joined(words: Sequence[str]) -> Iterator[str]:
    yield from (word for n in range(2, len(words) + 1) if len(word := "".join(words[:n])) < 4)


def _needed(word: str, alone: dict[str, int]) -> int:
    """The count with which a word that the segmenter cuts would stay whole; 0 for one that stays so."""
    parts = [word[i:j] for i, j in segment(word)]
    if len(parts) == 1 or parts[0] in _COUNTING or not _HANZI.fullmatch(word):
        return 0
    costs = [log(_JIEBAS / max(alone.get(part, _count(part)), 1)) for part in parts]
    return ceil(_MORE * _JIEBAS * exp(-sum(costs)))


def _count(word: str) -> int:
    return round(frequency(word) * _JIEBAS / 1e6)


if __name__ == "__main__":
    main()
