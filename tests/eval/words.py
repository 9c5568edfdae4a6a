"""Measures word cards against lists made by hand: what a learner at HSK 4 should get from an article.

    python -m tests.eval.words [--misses] [NAME ...]

`tests/eval/words/<name>.tsv` belongs to the article `<name>.txt` here, in decks/ or among the shared ones. A line is
`word <tab> pinyin <tab> gloss`; `!word <tab> why` is a trap: it must be no card. `#` begins a comment.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from quizgen import article, deck, source
from quizgen.deck import Budget
from quizgen.items import Note
from quizgen.language import entries, marked, standard
from quizgen.notes.word import Learner
from quizgen.notes.word.sums import stems
from tests.eval.floors import hold

HERE = Path(__file__).resolve().parent
HOMES = (HERE, HERE.parents[1] / "decks", HERE.parents[2] / "shared" / "articles")
LEVEL = 4
_COLUMN = {"Pinyin": "pinyin", "English": "gloss"}


class Wanted(NamedTuple):
    """A word that the learner should get."""

    word: str
    pinyin: str
    gloss: str


class Gold(NamedTuple):
    """What a file holds."""

    wanted: list[Wanted]
    traps: list[str]


class Score(NamedTuple):
    """How many of how many, and what the others are."""

    right: int
    of: int
    misses: list[str]

    def __str__(self) -> str:
        return f"{self.right}/{self.of} {self.right / max(1, self.of):.0%}"


def main(arguments: list[str]) -> None:
    """Prints the scores of each article, and in sum; --misses prints examples."""
    names = [a for a in arguments if not a.startswith("--")]
    files = sorted((HERE / "words").glob("*.tsv"))
    files = [f for f in files if not names or f.stem in names]
    sums: dict[str, list[Score]] = {}
    for file in files:
        text = next((path for home in HOMES if (path := home / f"{file.stem}.txt").is_file()), None)
        if text is None:
            print(f"{file.stem}: the article is not here: skipped")
            continue
        scores = measured(read(file), text)
        _print(file.stem, scores, "--misses" in arguments)
        for name, score in scores.items():
            sums.setdefault(name, []).append(score)
    if not sums:
        print(f"no list of words in {HERE / 'words'}: skipped")
        return
    total = {name: _sum(scores) for name, scores in sums.items()}
    _print("all", total, misses=False)
    if not names:
        wanted = total["recall without a budget"].of
        hold({f"words: {what}, of {wanted}": 100 * score.right / max(1, score.of) for what, score in total.items()})


def read(file: Path) -> Gold:
    """The words and traps of a list."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
    wanted = [Wanted(*row[:3]) for row in rows if row[0][0] != "!"]
    return Gold(wanted, [row[0][1:] for row in rows if row[0][0] == "!"])


def measured(gold: Gold, text: Path) -> dict[str, Score]:
    """The scores of the decks that an article makes: at the usual budget, at as many words as the list has, without."""
    told = article.read(source.read(text.read_bytes(), text.name))
    learner = Learner(standard(), LEVEL)
    usual = deck.budget_for(len(told.text))
    budgets = (Budget(usual.facts, most) for most in (usual.words, len(gold.wanted), None))
    few, even, many = (_cards(deck.make(told, learner, budget).notes) for budget in budgets)
    listed = {note.key for wanted in gold.wanted if (note := _card(wanted, even))}
    found = {wanted.word: note for wanted in gold.wanted if (note := _card(wanted, many))}
    return {
        "recall at the usual budget": _recall(gold, few),
        "recall at the list's length": _recall(gold, even),
        "recall without a budget": _recall(gold, many),
        "cards that are on the list, at its length": _score(even, listed),
        "real words": _score(many, {note.key for note in many if entries(note.fields["Simplified"])}),
        "readings": _same(gold, found, "Pinyin"),
        "glossed": _same(gold, found, "English"),
        "traps avoided": Score(*_avoided(gold.traps, many)),
    }


def _cards(notes: Iterable[Note]) -> list[Note]:
    return [note for note in notes if note.type == "word"]


def _card(wanted: Wanted, cards: list[Note]) -> Note | None:
    """The card of the word, whichever script the list is in."""
    return next((note for note in cards if wanted.word in _forms(note)), None)


def _forms(note: Note) -> set[str]:
    return {note.fields[name] for name in ("Hanzi", "Traditional", "Simplified")}


def _recall(gold: Gold, cards: list[Note]) -> Score:
    missed = [wanted.word for wanted in gold.wanted if not _card(wanted, cards)]
    return Score(len(gold.wanted) - len(missed), len(gold.wanted), missed)


def _score(cards: list[Note], good: set[str]) -> Score:
    bad = [note.fields["Hanzi"] for note in cards if note.key not in good]
    return Score(len(cards) - len(bad), len(cards), bad)


def _same(gold: Gold, found: dict[str, Note], field: str) -> Score:
    agree = _same_sound if field == "Pinyin" else _same_sense
    rows = [(w, found[w.word].fields[field]) for w in gold.wanted if w.word in found]
    bad = [f"{w.word} {said}, not {getattr(w, _COLUMN[field])}" for w, said in rows if not agree(w, said)]
    return Score(len(rows) - len(bad), len(rows), bad)


def _same_sound(wanted: Wanted, said: str) -> bool:
    """Letters and tones, whatever the spaces, capitals and apostrophes; numbered pinyin is taken too."""
    theirs = marked(wanted.pinyin) if re.search(r"\d", wanted.pinyin) else wanted.pinyin
    one, two = ("".join(c for c in text.lower() if c.isalpha()) for text in (theirs, said))
    return one == two


def _same_sense(wanted: Wanted, said: str) -> bool:
    """A word of the gloss stands on the card."""
    return bool(stems(wanted.gloss) & stems(said))


def _avoided(traps: list[str], cards: list[Note]) -> tuple[int, int, list[str]]:
    shown = {form for note in cards for form in _forms(note)}
    fallen = [trap for trap in traps if trap in shown]
    return len(traps) - len(fallen), len(traps), fallen


def _sum(scores: list[Score]) -> Score:
    return Score(sum(s.right for s in scores), sum(s.of for s in scores), [])


def _print(name: str, scores: dict[str, Score], misses: bool) -> None:
    print(f"{name}:")
    for what, score in scores.items():
        print(f"  {what:44} {score}")
        if misses and score.misses:
            print(f"    {'; '.join(score.misses[:60])}")


if __name__ == "__main__":
    main(sys.argv[1:])
