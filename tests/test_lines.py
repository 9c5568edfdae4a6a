"""Cleaned text -> lines: what each is, who speaks in it, and where its own words begin."""

from __future__ import annotations

import pytest

from quizgen.lines import lines, speech_start


def roles(text: str) -> list[str]:
    return [line.role for line in lines(text)]


def speakers(text: str) -> list[str]:
    return [line.speaker for line in lines(text)]


def test_lines_keep_their_place_and_length() -> None:
    text = "大橋通車\n\n\n大橋發了通告，㗎。\n里程：55公里。"
    told = lines(text)
    assert [line.text for line in told] == ["大橋通車", "大橋發了通告，㗎。", "里程：55公里。"]
    assert all(text[line.start : line.start + len(line.text)] == line.text for line in told)
    assert [line.simplified for line in told] == ["大桥通车", "大桥发了通告，㗎。", "里程：55公里。"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("大橋全長55公里。", "prose"),
        ("「大橋通車了！」", "prose"),
        ("工程的三個階段", "heading"),
        ("圖為通車儀式現場。", "caption"),
        ("图：通车仪式", "caption"),
        ("▲通車儀式在珠海舉行。", "caption"),
        ("通車儀式在珠海舉行。（新華社）", "caption"),
        ("大橋通車，三地的距離更近了。（資料圖片）", "caption"),
        ("大橋連接三地（香港、珠海、澳門）。", "prose"),
        ("記者王小明", "credit"),
        ("（責任編輯：李小紅）", "credit"),
        ("来源：新华社", "credit"),
        ("更多報道", "credit"),
        ("記者們昨天走上了這座全長55公里的大橋。", "prose"),
        ("本文認為，大橋的作用還要看以後。", "prose"),
        ("大橋的車流量比原來預計的少了很多，主要是因為兩地牌照的數量有限", "prose"),
    ],
)
def test_what_a_line_is(line: str, role: str) -> None:
    assert roles(f"大橋通車\n{line}") == ["heading", role]


def test_a_first_line_that_is_a_sentence_is_prose() -> None:
    assert roles("港珠澳大橋24日正式通車。\n工程") == ["prose", "heading"]


def test_turns_go_on_until_another_speaks() -> None:
    text = "專訪\n記者：大橋有多長？\n王小明：全長55公里。\n其中隧道6.7公里。\n記者：造了幾年？\n王小明：近9年。"
    assert speakers(text) == ["", "記者", "王小明", "王小明", "記者", "王小明"]


def test_question_and_answer_need_no_second_turn() -> None:
    assert speakers("專訪\n問：大橋有多長？\n答：全長55公里。") == ["", "問", "答"]


@pytest.mark.parametrize(
    "line",
    ["里程：55公里。", "他說：「通車了。」", "9：00 儀式開始。\n9：30 儀式結束。", "結論是：通車。\n結論是：通車。"],
)
def test_a_colon_alone_is_no_speaker(line: str) -> None:
    assert set(speakers(f"大橋通車\n{line}\n大橋全長55公里。")) == {""}


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("新華社珠海10月24日電 大橋正式通車。", "大橋正式通車。"),
        ("（中央社記者王小明台北24日電）大橋正式通車。", "大橋正式通車。"),
        ("【本報訊】大橋正式通車。", "大橋正式通車。"),
        ("本報珠海10月24日電（記者王小明）大橋正式通車。", "大橋正式通車。"),
        ("新華社的記者走上了大橋。", "新華社的記者走上了大橋。"),
        ("電視台播出了通車的消息，很多人看了。", "電視台播出了通車的消息，很多人看了。"),
    ],
)
def test_a_dateline_stands_before_the_words(line: str, own: str) -> None:
    told = lines(f"大橋通車\n{line}")[1]
    assert told.text[speech_start(told) :] == own


def test_a_label_stands_before_the_words() -> None:
    told = lines("專訪\n問：大橋有多長？\n答： 全長55公里。\n隧道6.7公里。")
    assert [line.text[speech_start(line) :] for line in told[1:]] == ["大橋有多長？", "全長55公里。", "隧道6.7公里。"]


def test_a_reporter_who_signs_does_not_speak() -> None:
    told = lines("大橋通車\n大橋全長55公里。\n記者：王小明\n大橋很長。")
    assert [(line.role, line.speaker) for line in told[1:]] == [("prose", ""), ("credit", ""), ("prose", "")]
