"""What is told of a wrong choice: only what the deck itself says, or a name's English."""

from __future__ import annotations

import pytest

from quizgen.items import Card, Mark, Note
from quizgen.quiz.instead import instead
from quizgen.quiz.question import Mode, Question, Wants

MADE_UP = "倫敦\n蘇黎世"


def _fact(key: str, question: str, answer: str, evidence: str, **more: str) -> Card:
    fields = {"Question": question, "Answer": answer, "Evidence": evidence, **more}
    marks = (Mark("Options", 3, 6, "madeup"),) if more.get("Options") == MADE_UP else ()
    return Card(Note("fact", key, fields, marks, (), "a"), "Ask", question, answer, ())


def _word(hanzi: str, pinyin: str, english: str, sentence: str) -> Card:
    fields = {"Hanzi": hanzi, "Pinyin": pinyin, "English": english, "Sentence": sentence}
    return Card(Note("word", hanzi, fields), "Recognition", hanzi, english, ())


ASKED = _fact("first", "首輪會談在哪裏？", "日內瓦", "首輪會談在日內瓦，不在華盛頓。", Options=MADE_UP)
CARDS = [
    ASKED,
    _word("斯德哥爾摩", "Sīdégē'ěrmó", "Stockholm; capital of Sweden", "移師斯德哥爾摩"),
    _word("談判", "tánpàn", "to negotiate; negotiation", "馬德里之後，談判由吉隆坡接手"),
    _fact("second", "第二輪會談在哪裏？", "倫敦", "6月，第二輪會談在倫敦。"),
    _fact("third", "會談談了幾天？", "2天", "9月14日至15日，馬德里；談了2天，關稅由145%降到30%。"),
    _fact("fourth", "誰也到了？", "他", "此前的5月14日，Lutnick也到了。"),
]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ("蘇黎世", "The article does not have 蘇黎世."),
        ("倫敦", "倫敦 answers: 第二輪會談在哪裏？"),
        ("斯德哥爾摩", "斯德哥爾摩  Sīdégē'ěrmó  Stockholm; capital of Sweden"),
        ("吉隆坡", "吉隆坡 stands here: 馬德里之後，談判由吉隆坡接手"),
        ("馬德里", "馬德里 stands here: 9月14日至15日，馬德里"),  # alone it would say nothing
        ("華盛頓", "華盛頓 stands in the same sentence."),
        ("30%", "30% stands here: 關稅由145%降到30%"),
        ("5月14日", "5月14日 stands here: 此前的5月14日，Lutnick也到了"),
        ("45%", ""),  # of 145%
        ("4日", ""),  # of 14日
        ("15日", "15日 stands here: 9月14日至15日"),
        ("14日", ""),  # of another month, for all that is known
        ("Lut", ""),
        ("Lutnick", "Lutnick stands here: 此前的5月14日，Lutnick也到了"),
        ("巴黎", "巴黎  Paris"),
        ("王毅", "王毅  Wang Yi"),
        ("習近平", "習近平  Xi Jinping"),  # CC-CEDICT has his office and years too
        ("高峰", ""),  # a person's name may be a word: a summit he is not
        ("Bessent", ""),
        ("王小明明", ""),
    ],
)
def test_a_wrong_choice(chosen: str, told: str) -> None:
    question = Question(ASKED, Mode.CHOICE, Wants.NAME, "日內瓦")
    assert instead(question, chosen, CARDS) == told


def test_a_wrong_date_or_figure_is_no_name() -> None:
    question = Question(ASKED, Mode.CHOICE, Wants.DATE, "6月")
    assert instead(question, "中秋節", CARDS) == ""


def test_a_wrong_meaning_is_another_words() -> None:
    question = Question(CARDS[1], Mode.CHOICE, Wants.MEANING, "Stockholm")
    assert instead(question, "to negotiate; negotiation", CARDS) == "“to negotiate; negotiation” is 談判 tánpàn."
    assert instead(question, "to eat", CARDS) == ""
