"""Learns quizgen/data/readings_learnt.tsv from the even lines of CPP dev: a decision list a character.

    python -m tests.eval.learn_readings

Only characters are learnt that the voices read wrongly at least once without the table, and that the table written by
hand (readings_in_context.tsv) does not have. A row is one neighbour that was met with one reading only, and that is not
the usual one; the last row of a character is its commonest reading.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import quizgen
from quizgen.language.pinyin import context
from tests.eval.readings import Spoken, cpp, read_alone

TABLE = Path(quizgen.__file__ or "").with_name("data") / "readings_learnt.tsv"
HEAD = """\
# source: learnt from the even lines of CPP dev (kakaobrain/g2pM) by tests/eval/learn_readings.py; not to be edited
# license: Apache-2.0
# character, reading, what stands before, what stands after, as in readings_in_context.tsv
"""


def rows(examples: list[Spoken]) -> Iterator[tuple[str, str, str]]:
    """The decision list of one character: reading, before, after."""
    usual = Counter(example.pinyin for example in examples).most_common(1)[0][0]
    met: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for text, start, end, pinyin in examples:
        met[_neighbour(text, start - 1), ""][pinyin] += 1
        met["", _neighbour(text, end)][pinyin] += 1
    certain = [(n, around, said) for around, c in met.items() for said, n in c.items() if len(c) == 1 and said != usual]
    for _, (before, after), said in sorted(certain, key=lambda row: (-row[0], row[1])):
        yield said, before, after
    yield usual, "", ""


def _neighbour(text: str, place: int) -> str:
    char = text[place : place + 1] if place >= 0 else ""
    return re.escape(char) if "㐀" <= char <= "鿿" else "{B}"


def main() -> None:
    """Writes the table anew."""
    context._TABLES = context._TABLES[:1]
    examples, wrong = defaultdict(list), set()
    for spoken in cpp(0):
        char = spoken.text[spoken.start]
        examples[char].append(spoken)
        if not context.has_rows(char) and read_alone(spoken) != spoken.pinyin:
            wrong.add(char)
    learnt = [(char, *row) for char in sorted(wrong) for row in rows(examples[char])]
    TABLE.write_text(HEAD + "".join("\t".join(row).rstrip("\t") + "\n" for row in learnt), encoding="utf-8")
    print(f"{len(wrong)} characters, {len(learnt)} rows")


if __name__ == "__main__":
    main()
