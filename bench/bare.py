"""What the three libraries must do for a deck, and no more: `python bench/bare.py SIMPLIFIED.txt NOTES OUT.apkg`."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import genanki
import jieba
from pypinyin import lazy_pinyin

SIDES = [{"name": "Front"}, {"name": "Back"}]
CARD = [{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{Back}}"}]


def main(article: str, notes: str, out: str) -> None:
    """Cuts the text, reads it, and packs that many bare notes."""
    jieba.setLogLevel(logging.ERROR)
    text = Path(article).read_text(encoding="utf-8")
    words = jieba.lcut(text)
    read = lazy_pinyin(text)
    model = genanki.Model(1_607_392_319, "bare", SIDES, CARD)
    deck = genanki.Deck(2_059_400_110, "bare")
    for word, said in list(zip(words, read, strict=False))[: int(notes)]:
        deck.add_note(genanki.Note(model, [word.strip() or "。", said.strip() or "."]))
    genanki.Package(deck).write_to_file(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
