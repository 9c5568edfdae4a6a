"""More sentences than were marked: other names put into the marked ones, and names put into sentences of our own.

Universal NER is an encyclopedia: few offices before names, few transliterated ones, no "…表示". Ours are in sentences.txt.
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

_COUNTRIES = (
    "美国 中国 日本 英国 法国 德国 俄罗斯 韩国 印度 巴西 加拿大 澳大利亚 西班牙 意大利 墨西哥 土耳其 伊朗 以色列 乌克兰 越南 泰国 菲律宾 新加坡 "
    "马来西亚 台湾 香港 欧盟 沙特阿拉伯 埃及 瑞士 瑞典 荷兰 波兰 阿根廷 南非 印尼 巴基斯坦 朝鲜"
).split()
_MEDIA = (
    "新华社 中新社 路透社 法新社 美联社 中央社 彭博社 塔斯社 共同社 韩联社 纽约时报 华尔街日报 华盛顿邮报 金融时报 卫报 人民日报 环球时报 "
    "南华早报 联合报 自由时报 明报 澎湃新闻 央视 半岛电视台 德国之声 财新"
).split()
_FIRMS = (
    "公司 集团 银行 科技 电子 汽车 航空 证券 半导体 股份有限公司 有限公司 石油 能源 制药 控股 基金 保险 电信 软件 实业 重工 化工 传媒 钢铁 食品"
).split()
_SUBSTANCES = (
    "芬太尼 吗啡 海洛因 阿司匹林 布洛芬 尼古丁 咖啡因 巧克力 三明治 马拉松 比特币 奥林匹克 埃博拉 登革热 高尔夫 乌托邦 摩托车 奥密克戎 德尔塔 "
    "厄尔尼诺 拉尼娜 卡路里 沙龙 歇斯底里 维生素 乌龙茶 威士忌 探戈 芭蕾 萨克斯 伊斯兰 佛教 哈希 丁克 麦克风 阿尔茨海默"
).split()
_SITES = "省 市 县 区 州 岛 河 山 湖 路 街 镇 乡 村 港 大桥 机场 公园 广场 车站 海峡 半岛 群岛 大厦 体育馆".split()


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
    return Stock(surnames, given, foreign, next_, _COUNTRIES * 4 + countries, cities, places, bodies)


class Writer:
    """Makes up names and puts them into sentences; the seed settles them all."""

    def __init__(self, names: Stock, seed: int) -> None:
        self.names, self.random = names, random.Random(seed)
        strong = [row[0] for row in tables.rows("body_suffixes") if row[2] == "strong"]
        self._suffixes, self._offices = strong, [s for s in strong if s[-1] in "部局署厅会院办"]
        self._words = [row[0] for row in tables.rows("bodies")]
        self._titles = [row[0] for row in tables.rows("titles") if row[2] != "after"]
        text = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
        self._sentences = [line for line in text.splitlines() if line and not line.startswith("#")]
        self._slots = {
            "per": ("PER", self._person), "chi": ("PER", self._chinese), "for": ("PER", self._foreign),
            "sur": ("PER", self._surname), "ctr": ("LOC", self._country), "cit": ("LOC", self._city),
            "loc": ("LOC", self._place), "cc": ("LOC", lambda: self._country() + self._pick(self.names.cities)),
            "org": ("ORG", self._body), "com": ("ORG", self._firm), "gov": ("ORG", self._office),
            "med": ("ORG", lambda: self._pick(_MEDIA)), "ttl": ("", lambda: self._pick(self._titles)),
            "sub": ("", lambda: self._pick(_SUBSTANCES)), "num": ("", lambda: str(self.random.randint(1, 300))),
        }  # fmt: skip

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
        return self._pick(self.names.places) if luck < 0.9 else self._stem() + self._pick(_SITES)

    def _firm(self) -> str:
        luck = self.random.random()
        if luck < 0.25:
            known = [w for w in self.random.sample(self.names.bodies, 20) if w.endswith(tuple(_FIRMS))]
            return known[0] if known else self._firm()
        if luck < 0.5:
            return self._pick(self.names.given) + self._pick(_FIRMS)
        if luck < 0.75:
            return self._transliteration() + self._pick(["", "", *_FIRMS])
        return self._pick(self.names.cities) + self._pick(["", self._pick(self._words)]) + self._pick(_FIRMS)

    def _office(self) -> str:
        where = self._pick([self._country, self._city])() if self.random.random() < 0.4 else ""
        return where + self._pick(self._offices)

    def _body(self) -> str:
        luck = self.random.random()
        if luck < 0.35:
            return self._pick(self.names.bodies)
        if luck < 0.68:
            return self._office() if luck < 0.5 else self._firm() if luck < 0.6 else self._pick(_MEDIA)
        base = self._pick(["", self._country(), self._pick(self.names.cities), self._transliteration()])
        name = base + self._pick(["", "", self._pick(self._words)]) + self._pick(self._suffixes)
        return name if len(name) > 2 else self._body()
