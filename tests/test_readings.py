"""Readings: tests/cases/reading.txt, and the notations of them.

    商务部长[率|shuai4]团访问华盛顿。

Each mark is read in the context of its line, names not set aside; what is not marked may be anything. A leading `?` is
a known failure (strict).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from quizgen.language import entries, name_reading, part_of_speech, readings, segment, simplify
from quizgen.language.pinyin import Reader, bopomofo, context, marked, sandhi, syllables, taiwan
from quizgen.language.pinyin.model import _voice_of, voice

CASES = Path(__file__).parent / "cases" / "reading.txt"
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def _cases() -> Iterator[object]:
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            marks = [pytest.mark.xfail(strict=True)] if line.startswith("?") else []
            yield pytest.param(line.removeprefix("?"), id=f"reading:{number}", marks=marks)


@pytest.mark.parametrize("line", list(_cases()))
def test_reading(line: str) -> None:
    """The line written anew from what was read is the line."""
    text = _MARK.sub(r"\1", line)
    simplified = simplify(text)
    spans = segment(simplified)
    sounds: dict[int, str] = {}
    for (start, end), reading in zip(spans, readings(simplified, spans, (), text), strict=True):
        sounds |= zip(range(start, end), reading.pinyin.lower().split(), strict=False)
    shift, written = 0, line
    for mark in _MARK.finditer(line):
        start = mark.start() - shift
        said = " ".join(sounds.get(i, "") for i in range(start, start + len(mark[1])))
        written = written.replace(mark[0], f"[{mark[1]}|{said}]", 1)
        shift += len(mark[0]) - len(mark[1])
    assert written == line


def test_one_syllable_a_character() -> None:
    """Latin, digits and punctuation are not read; 〇 and rare characters are."""
    text = "卡拉OK二〇二五年𠮷野家T恤（Lugar）女儿"
    spans = [(0, 4), (4, 9), (9, 12), (12, 14), (14, 21), (21, 23)]
    said = [reading.pinyin for reading in readings(text, spans)]
    assert [len(pinyin.split()) for pinyin in said] == [2, 5, 3, 1, 0, 2]
    assert said[-1] == "nu:3 er2"


def test_names_have_readings_of_their_own() -> None:
    """The spans of persons are read as surname and given name, and nothing else is."""
    text = "解振华和华春莹理解中华文化。"
    said = [r.pinyin for r in readings(text, [(0, 3), (4, 7), (7, 9), (9, 11)], [(0, 3), (4, 7)])]
    assert said == ["Xie4 Zhen4 hua2", "Hua4 Chun1 ying2", "li3 jie3", "Zhong1 hua2"]


def test_the_articles_script_decides() -> None:
    """乾 and 幹 are both 干 in Simplified."""
    assert readings("干", [(0, 1)], (), "幹")[0].pinyin == "gan4"
    assert readings("发", [(0, 1)], (), "髮")[0].pinyin == "fa4"


def test_disagreement_is_a_doubt() -> None:
    """A doubt names what another voice says of a word; agreement, and a voice that merely spells, is none."""
    text = "他们在街头散发传单，视为抗议。"
    said = readings(text, segment(text))
    doubts = {text[a:b]: r.doubt for (a, b), r in zip(segment(text), said, strict=True) if r.doubt}
    assert doubts == {"散发": "or sànfà"}


@pytest.mark.parametrize(
    ("numbered", "shown"),
    [
        ("guan1 shui4", "guānshuì"),
        ("xi1 an1", "xī'ān"),
        ("Bei3 jing1 Da4 xue2", "Běijīng Dàxué"),
        ("He2 Li4 feng1", "Hé Lìfēng"),
        ("nu:3 er2", "nǚ'ér"),
        ("lu:e4", "lüè"),
        ("wan2 r5", "wánr"),
        ("dong1 xi5", "dōngxi"),
        ("liu2 gui4 ou1", "liúguì'ōu"),
        ("ka3 la1 O K", "kǎlā OK"),
        ("A1 dao4 fu1 · Xi1 te4 le4", "Ādàofū·Xītèlè"),
        ("yi1 bu4 zuo4 , er4 bu4 xiu1", "yībùzuò, èrbùxiū"),
    ],
)
def test_marked(numbered: str, shown: str) -> None:
    """Marks over the vowels, the apostrophe, capitals, ü and erhua."""
    assert marked(numbered) == shown


def test_syllables() -> None:
    """Each syllable with its tone; what is no syllable is toneless."""
    assert syllables("nu:3 er2 de5 O") == [("nǚ", 3), ("ér", 2), ("de", 5), ("O", 5)]


@pytest.mark.parametrize(
    ("numbered", "symbols"),
    [
        ("guan1 shui4", "ㄍㄨㄢ ㄕㄨㄟˋ"),
        ("ma1 ma5", "ㄇㄚ ˙ㄇㄚ"),
        ("xue2 xiong2 yuan4 wen1", "ㄒㄩㄝˊ ㄒㄩㄥˊ ㄩㄢˋ ㄨㄣ"),
        ("zhi1 shi5 er2 nu:e4", "ㄓ ˙ㄕ ㄦˊ ㄋㄩㄝˋ"),
        ("wan2 r5", "ㄨㄢˊ ㄦ"),
        ("O K", "O K"),
    ],
)
def test_bopomofo(numbered: str, symbols: str) -> None:
    """As Taiwan's schools write it, the neutral tone before the syllable."""
    assert bopomofo(numbered) == symbols


@pytest.mark.parametrize(
    ("name", "chinese", "shown"),
    [
        ("何立峰", True, "Hé Lìfēng"),
        ("王毅", True, "Wáng Yì"),
        ("华春莹", True, "Huà Chūnyíng"),
        ("尉迟恭", True, "Yùchí Gōng"),
        ("陈冯富珍", True, "Chén Féng Fùzhēn"),
        ("朴槿惠", False, "Piáo Jǐnhuì"),  # the dictionary has her
        ("刘禅", True, "Liú Shàn"),
        ("秦桧", True, "Qín Huì"),
        ("郭台铭", True, "Guō Táimíng"),  # the dictionary writes a capital to each syllable
        ("司马懿", True, "Sīmǎ Yì"),
        ("植田和男", False, "Zhítián Hénán"),
        ("后藤茂之", True, "Hòuténg Màozhī"),  # 后 and 藤 are Chinese surnames too
        ("石破茂", True, "Shípò Mào"),
        ("岸田文雄", True, "Àntián Wénxióng"),
        ("高明远", True, "Gāo Míngyuǎn"),
        ("高山林", True, "Gāo Shānlín"),
        ("林芳正", True, "Lín Fāngzhèng"),
        ("贝森特", False, "Bèisēntè"),
        ("朴志训", False, "Piáozhìxùn"),
        ("赫格塞思", True, "Hègésàisī"),
        ("乔·拜登", False, "Qiáo·Bàidēng"),
    ],
)
def test_name_reading(name: str, chinese: bool, shown: str) -> None:
    """Surnames apart, renderings of foreign names in one word."""
    assert name_reading(name, chinese) == shown


@pytest.mark.parametrize(
    ("text", "numbered", "said"),
    [
        ("不是", "bu4 shi4", "bu2 shi4"),
        ("不好", "bu4 hao3", "bu4 hao3"),
        ("一样", "yi1 yang4", "yi2 yang4"),
        ("一起", "yi1 qi3", "yi4 qi3"),
        ("一个", "yi1 ge5", "yi2 ge5"),
        ("第一", "di4 yi1", "di4 yi1"),
        ("十一月", "shi2 yi1 yue4", "shi2 yi1 yue4"),
        ("一月", "yi1 yue4", "yi1 yue4"),
        ("统一", "tong3 yi1", "tong3 yi1"),
        ("一", "yi1", "yi1"),
    ],
)
def test_sandhi(text: str, numbered: str, said: str) -> None:
    """Only the tones of 一 and 不 change."""
    assert sandhi(numbered, text) == said


@pytest.mark.parametrize(
    ("word", "numbered", "said"),
    [
        ("企业", "qi3 ye4", "qi4 ye4"),
        ("星期", "xing1 qi1", "xing1 qi2"),
        ("知识", "zhi1 shi5", "zhi1 shi4"),
        ("质量", "zhi4 liang4", "zhi2 liang4"),
        ("人质", "ren2 zhi4", "ren2 zhi4"),
        ("突破", "tu1 po4", "tu2 po4"),
        ("研究", "yan2 jiu1", "yan2 jiu4"),
        ("垃圾", "la1 ji1", "le4 se4"),
        ("法国", "Fa3 guo2", "Fa4 guo2"),
        ("亚洲", "Ya4 zhou1", "Ya3 zhou1"),
        ("部署", "bu4 shu3", "bu4 shu4"),
        ("署长", "shu3 zhang3", "shu3 zhang3"),
        ("头发", "tou2 fa5", "tou2 fa3"),
        ("消息", "xiao1 xi5", "xiao1 xi2"),
        ("孩子", "hai2 zi5", "hai2 zi5"),
        ("东西", "dong1 xi5", "dong1 xi5"),
        ("关税", "guan1 shui4", "guan1 shui4"),
        ("包括", "bao1 kuo4", "bao1 gua1"),
    ],
)
def test_taiwan(word: str, numbered: str, said: str) -> None:
    """By the dictionary's notes, by character, and with full tones where Taiwan has them."""
    assert taiwan(word, numbered) == said


def _stand_in(reading: str, weight: float) -> object:
    """A model as g2pM is one, for one character: 藏 is `reading`, that much likelier than the other one."""

    class Model:
        cedict: ClassVar = {"藏": ["cang2", "zang4"], "品": ["pin3"]}
        idx2class: ClassVar = {0: "cang2", 1: "zang4"}

        def __call__(self, sentence: str, char_split: bool) -> None:
            self.fc_layer(sentence.count("藏"))

        def fc_layer(self, times: int) -> list[list[float]]:
            return [[weight if reading == name else 0.0 for name in self.idx2class.values()]] * times

    return Model()


@pytest.mark.parametrize(
    ("reading", "weight", "said"), [("zang4", 9.0, "zang4"), ("cang2", 9.0, "cang2"), ("zang4", 1.0, "")]
)
def test_the_model_speaks_when_it_is_sure(reading: str, weight: float, said: str) -> None:
    """Sentence by sentence; what has one reading or is unknown it leaves to others."""
    voice = _voice_of(_stand_in(reading, weight))
    assert [voice("藏品。他藏Ω。", place) for place in range(7)] == [said, "", "", "", said, "", ""]


@pytest.mark.parametrize(
    ("text", "span", "model", "said"),
    [
        ("地藏闵老弘法", (1, 2), "zang4", "zang4"),  # nothing else tells
        ("地藏闵老弘法", (1, 2), "yin3", "cang2"),  # the dictionary has no such reading
        ("他收藏瓷器", (1, 3), "zang4", "shou1 cang2"),  # the dictionary has 收藏
        ("涉藏议题", (1, 2), "cang2", "zang4"),  # a table has 涉 before it
        ("当局应聘请专家", (2, 3), "ying4", "ying1"),  # a table has so many contexts of 应 that none tells as well
    ],
)
def test_the_model_is_the_last_but_the_usual_reading(text: str, span: tuple[int, int], model: str, said: str) -> None:
    reader = Reader(entries, part_of_speech, lambda text, place: model)
    assert reader.readings(text, [(0, span[0]), span, (span[1], len(text))])[1].pinyin == said


def test_the_extra_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """g2pM as it is installed, if it is: what `_voice_of` asks of it is there."""
    monkeypatch.delitem(sys.modules, "g2pM")
    pytest.importorskip("g2pM", reason="the extra is not installed")
    said = voice()
    assert [said("战机加装钻地弹。他领导工作。", place) for place in (4, 9)] == ["zuan4", ""]


def test_every_context_is_a_pattern() -> None:
    """A row whose pattern is broken would only fail on the text that asks for it."""
    for name in context._TABLES:
        for word in context._written(name):
            for row in context._rows(word):
                context._ending(row.before), context._opening(row.after)
