"""More sentences than were marked: other names put into the marked ones, and names put into sentences of our own.

Universal NER is an encyclopedia: few offices before names, few transliterations, no "…表示". Ours: sentences.txt.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from lexicon import cedict, common, is_chinese, jieba, kind

from quizgen import tables
from quizgen.language.tagger.features import Lexicon

Marked = tuple[str, list[tuple[int, int, str]]]
"""a line, and its names: start, end, PER, LOC or ORG"""

_HERE = Path(__file__).parent
_WORDS = {
    slot: words.split(" ")
    for slot, words in re.findall(r"^(\w+)\t(.+)$", (_HERE / "words.tsv").read_text(encoding="utf-8"), re.M)
}


class Stock(NamedTuple):
    """Names and pieces of names to draw from."""

    surnames: Counter[str]
    given: list[str]
    foreign: list[str]
    next_: dict[str, Counter[str]]
    """which character follows which in a foreign name; ^ and $ at its ends"""
    countries: list[str]
    cities: list[str]
    places: list[str]
    bodies: list[str]


def stock(lexicon: Lexicon) -> Stock:
    """What the dictionaries have."""
    surnames, given, foreign, cities, countries = Counter(), [], [], [], []
    listed = tables.words("surnames")
    foreign_like = {c for c, code in lexicon.characters.items() if code[2] >= "2"}
    for word, _, pos in jieba():
        if pos in ("nr", "nrfg") and len(word) == 3 and word[0] in listed and word not in common():
            surnames[word[0]] += 1
            given.append(word[1:])
        if pos == "nrt" and 1 < len(word) < 7 and word not in common() and set(word) <= foreign_like:
            foreign.append(word)
    surnames.update(dict.fromkeys("王李张刘陈杨黄吴赵周徐孙马朱胡郭何林罗高", 300))
    for word, entries in cedict().items():
        for entry in (e for e in entries if e.is_proper and word not in common()):
            found = kind(entry)
            if found in ("P", "T") and (
                "·" in word or (entry.is_foreign and sum(c in foreign_like for c in word) >= len(word) - 1)
            ):
                foreign += word.split("·")
            if found == "L" and is_chinese(word) and 1 < len(word) < 7:
                if re.search(r"\b(country|republic|kingdom of|nation)\b", entry.senses, re.I):
                    countries.append(word)
                if re.search(r"\b(city|capital)\b", entry.senses[:60]):
                    cities.append(word)
    foreign = sorted({w for w in foreign if 1 < len(w) < 8})
    next_: dict[str, Counter[str]] = defaultdict(Counter)
    for word in foreign:
        for a, b in zip("^" + word, word + "$", strict=True):
            next_[a][b] += 1
    places = sorted(w for w, k in lexicon.words.items() if k == "L")
    bodies = sorted(w for w, k in lexicon.words.items() if k == "O" and len(w) > 2)
    return Stock(surnames, given, foreign, next_, _WORDS["ctr"] * 4 + countries, cities, places, bodies)


class Writer:
    """Makes up names and puts them into sentences; the seed settles them all."""

    def __init__(self, names: Stock, seed: int) -> None:
        self.names, self.random = names, random.Random(seed)
        strong = [row[0] for row in tables.rows("body_suffixes") if row[2] == "strong"]
        self._suffixes, self._offices = strong, [s for s in strong if s[-1] in "部局署厅会院办"]
        self._words = [row[0] for row in tables.rows("bodies")]
        self._titles = [row[0] for row in tables.rows("titles") if row[2] != "after"]
        text = (_HERE / "sentences.txt").read_text(encoding="utf-8")
        self._sentences = [line for line in text.splitlines() if line and not line.startswith("#")]
        self._slots = {
            "per": ("PER", self._person),
            "chi": ("PER", self._chinese),
            "for": ("PER", self._foreign),
            "sur": ("PER", self._surname),
            "ctr": ("LOC", self._country),
            "cit": ("LOC", self._city),
            "cc": ("LOC", lambda: self._country() + self._pick(self.names.cities)),
            "loc": ("LOC", self._place),
            "org": ("ORG", self._body),
            "com": ("ORG", self._firm),
            "gov": ("ORG", self._office),
            "med": ("ORG", lambda: self._pick(_WORDS["med"])),
            "ttl": ("", lambda: self._pick(self._titles)),
            "sub": ("", lambda: self._pick(_WORDS["sub"])),
            "day": ("", lambda: self._pick(_WORDS["day"])),
            "num": ("", lambda: str(self.random.randint(1, 300))),
        }

    def sentence(self) -> Marked:
        """One of our sentences with its slots filled."""
        text, marks = "", []
        for piece in re.split(r"(\{\w+\})", self._pick(self._sentences)):
            word, found = piece, ""
            if piece == "{lat}":
                word, found = self._latin(), marks[-1][2] if marks else "PER"
            elif piece.startswith("{"):
                found, make = self._slots[piece[1:-1]]
                word = make()
            if found:
                marks.append((len(text), len(text) + len(word), found))
            text += word
        return text, marks

    def renamed(self, line: str, marks: list[tuple[int, int, str]]) -> Marked:
        """The line with three of four of its Chinese names exchanged for others of their kind."""
        text, found, done = "", [], 0
        for start, end, name_kind in sorted(marks):
            text += line[done:start]
            word, done = line[start:end], end
            if self.random.random() < 0.75 and is_chinese(word.replace("·", "")):
                word = {"PER": self._like_person, "LOC": self._like_place, "ORG": self._like_body}[name_kind](word)
            found.append((len(text), len(text) + len(word), name_kind))
            text += word
        return text + line[done:], found

    def _like_person(self, word: str) -> str:
        if len(word) == 1:
            return self._surname()
        if "·" in word:
            return f"{self._transliteration()}·{self._transliteration()}"
        if len(word) < 4 and word[0] in self.names.surnames:
            return self._person() if self.random.random() < 0.3 else self._chinese()
        return self._foreign() if self.random.random() < 0.8 else word

    def _like_place(self, word: str) -> str:
        if len(word) < 4 and word[-1] not in "路街站河山湖岛桥":
            return self._pick([self._country, self._city, self._place])()
        same = [w for w in self.random.sample(self.names.places, 300) if w[-1] == word[-1]]
        if same and self.random.random() < 0.6:
            return same[0]
        return self._stem() + word[-2 if len(word) > 4 else -1 :]

    def _like_body(self, word: str) -> str:
        if self.random.random() < 0.3:
            return word
        if self.random.random() < 0.6 or len(word) < 5:
            return self._body()
        return self._pick([self._pick(self.names.cities), self._stem()]) + word[-4:]

    def _pick(self, things):
        return self.random.choice(things)

    def _stem(self) -> str:
        return self._pick(self.names.given) if self.random.random() < 0.5 else self._transliteration()

    def _surname(self) -> str:
        return self.random.choices(list(self.names.surnames), list(self.names.surnames.values()))[0]

    def _chinese(self) -> str:
        given, luck = self._pick(self.names.given), self.random.random()
        if luck < 0.35:
            given = given[0] + self._pick(self.names.given)[1]
        elif luck < 0.55:
            given = self._pick(given)
        return self._surname() + given

    def _transliteration(self) -> str:
        if self.random.random() < 0.55:
            return self._pick(self.names.foreign)
        name = "^"
        while name[-1] != "$" and len(name) < 8:
            ahead = self.names.next_[name[-1]]
            name += self.random.choices(list(ahead), list(ahead.values()))[0]
        name = name.strip("^$")
        return name if 1 < len(name) < 7 else self._transliteration()

    def _foreign(self) -> str:
        if self.random.random() < 0.15:
            return f"{self._transliteration()}·{self._transliteration()}"
        return self._transliteration()

    def _person(self) -> str:
        return self._foreign() if self.random.random() < 0.45 else self._chinese()

    def _latin(self) -> str:
        def word() -> str:
            syllables = (self._pick("bdfgklmnprst") + self._pick("aeiou") for _ in range(self.random.randint(1, 3)))
            return "".join(syllables).capitalize() + self._pick(["", "n", "s", "r"])

        return " ".join(word() for _ in range(self.random.randint(1, 2)))

    def _country(self) -> str:
        return self._pick(self.names.countries)

    def _city(self) -> str:
        return self._pick(self.names.cities) if self.random.random() < 0.8 else self._transliteration()

    def _place(self) -> str:
        luck = self.random.random()
        if luck < 0.5:
            return self._city() if luck < 0.3 else self._country()
        return self._pick(self.names.places) if luck < 0.9 else self._stem() + self._pick(_WORDS["site"])

    def _firm(self) -> str:
        luck = self.random.random()
        if luck < 0.25:
            known = [w for w in self.random.sample(self.names.bodies, 20) if w.endswith(tuple(_WORDS["firm"]))]
            return known[0] if known else self._firm()
        if luck < 0.5:
            return self._pick(self.names.given) + self._pick(_WORDS["firm"])
        if luck < 0.75:
            return self._transliteration() + self._pick(["", "", *_WORDS["firm"]])
        return self._pick(self.names.cities) + self._pick(["", self._pick(self._words)]) + self._pick(_WORDS["firm"])

    def _office(self) -> str:
        where = self._pick([self._country, self._city])() if self.random.random() < 0.4 else ""
        return where + self._pick(self._offices)

    def _body(self) -> str:
        luck = self.random.random()
        if luck < 0.35:
            return self._pick(self.names.bodies)
        if luck < 0.68:
            return self._office() if luck < 0.5 else self._firm() if luck < 0.6 else self._pick(_WORDS["med"])
        base = self._pick(["", self._country(), self._pick(self.names.cities), self._transliteration()])
        name = base + self._pick(["", "", self._pick(self._words)]) + self._pick(self._suffixes)
        return name if len(name) > 2 else self._body()
