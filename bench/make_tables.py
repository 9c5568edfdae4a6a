"""Makes given_names.tsv, counted from jieba's own word list (MIT): run by hand, the result is committed.

    .venv/bin/python bench/make_tables.py

How often a character stands first or second in the two-character given names listed there.
"""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

DATA = Path(__file__).parent.parent / "quizgen" / "data"
HEAD = "# source: counted from the word list of jieba 0.42.1\n# license: MIT\n"


def given_names() -> str:
    surnames = {
        line.split("\t")[0] for line in (DATA / "surnames.tsv").read_text("utf-8").splitlines() if line[:1] != "#"
    }
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for word, _, tag in _rows():
        if tag == "nr" and len(word) == 3 and word[0] in surnames and re.fullmatch("[\u4e00-\u9fff]+", word):
            first[word[1]] += 1
            second[word[2]] += 1
    chars = sorted(c for c in first.keys() | second.keys() if first[c] + second[c] >= 8)
    return (
        HEAD
        + "# columns: character, times first, times second\n"
        + "".join(f"{c}\t{first[c]}\t{second[c]}\n" for c in chars)
    )


def _rows() -> list[list[str]]:
    return [line.split() for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines()]


if __name__ == "__main__":
    (DATA / "given_names.tsv").write_text(given_names(), "utf-8")
