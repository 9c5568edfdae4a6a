"""Bytes -> Source: every usual encoding, titles, days, what is cleaned away, and what is no article."""

from __future__ import annotations

import pytest

from quizgen.errors import QuizgenError, UsageError
from quizgen.source import clean, read, slug

TRADITIONAL = """港珠澳大橋正式通車

2018年10月24日上午9時，港珠澳大橋正式通車。大橋全長55公里，連接香港、珠海和澳門，2009年12月15日動工，歷時近9年建成。
通車儀式前一天在珠海舉行。大橋建成後，從香港開車到珠海和澳門，只需要大約45分鐘。
"""
SIMPLIFIED = """港珠澳大桥正式通车

2018年10月24日上午9时，港珠澳大桥正式通车。大桥全长55公里，连接香港、珠海和澳门，2009年12月15日动工，历时近9年建成。
通车仪式前一天在珠海举行。大桥建成后，从香港开车到珠海和澳门，只需要大约45分钟。
"""
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030")


def text_of(text: str, where: str = "a.txt") -> str:
    return read(text.encode(), where).text


def title_of(text: str) -> str:
    return read(text.encode(), "a.txt").title


def day_of(text: str) -> tuple[str, bool]:
    source = read(text.encode(), "a.txt")
    return source.date, source.inferred


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for text in (TRADITIONAL, SIMPLIFIED) for encoding in UNICODE]
    + [(TRADITIONAL, "big5"), (TRADITIONAL, "big5hkscs"), (TRADITIONAL, "cp950"), (SIMPLIFIED, "gbk")],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_usual_encoding_is_read(text: str, encoding: str, newline: str) -> None:
    assert read(text.replace("\n", newline).encode(encoding), "a.txt").text == text.strip()


@pytest.mark.parametrize("encoding", UNICODE)
def test_a_short_text_is_read_too(encoding: str) -> None:
    text = "港珠澳大橋正式通車。"
    assert read(text.encode(encoding), "a.txt").text == text


def test_a_damaged_character_is_told_with_its_line() -> None:
    data = TRADITIONAL.encode()
    broken = data[:-20] + b"\xff" + data[-20:]
    with pytest.raises(QuizgenError, match=r"^a\.txt:4: .*damaged.* Mend the line"):
        read(broken, "a.txt")


# ---------------------------------------------------------------- what is no article

NO_ARTICLE = [
    (b"", "empty"),
    (b"\xef\xbb\xbf \r\n\t\n", "empty"),
    (b"Hello, world.", "no Chinese"),
    ("《！？》。，".encode(), "no Chinese"),
    ("これは日本語の文章です。漢字も少しあります。".encode(), "Japanese or Korean"),
    ("한국어 문장입니다. 大韓民國의 文章.".encode(), "Japanese or Korean"),
    ("<!DOCTYPE html>\n<html><body>新聞</body></html>".encode(), "web page"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "not text in UTF-8, GB18030, Big5 or UTF-16"),
    (b"\xff\xfe\x00", "not text"),
]


@pytest.mark.parametrize(("data", "told"), NO_ARTICLE, ids=[told for _, told in NO_ARTICLE])
def test_what_is_no_article_is_told_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(QuizgenError) as caught:
        read(data, "news/a.txt")
    what, where, do = caught.value.what, caught.value.where, caught.value.do
    assert told in what and where == "news/a.txt" and do
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["a.pdf", "a.html", "a.docx", "a.2025"])
def test_a_suffix_without_a_reader_is_told(name: str) -> None:
    with pytest.raises(UsageError, match=r"cannot read .*\. Give the article as \.txt or \.md"):
        read(TRADITIONAL.encode(), name)


# ---------------------------------------------------------------- title, day, id


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("港珠澳大橋正式通車\n\n大橋今天通車。", "港珠澳大橋正式通車"),
        ("歷時近9年建成的港珠澳大橋，24日正式通車。", "歷時近9年建成的港珠澳大橋"),
        ("周三，港珠澳大橋正式通車！大橋全長55公里。", "周三，港珠澳大橋正式通車"),
        ("他說：「通車了。」", "他說：「通車了"),
        ("2018年10月24日\n港珠澳大橋正式通車\n大橋今天通車。", "港珠澳大橋正式通車"),
        ("https://example.org/1\n港珠澳大橋正式通車\n大橋今天通車。", "港珠澳大橋正式通車"),
        ("橋" * 99, "橋" * 60),
    ],
)
def test_the_first_line_that_says_something_is_the_title(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("2018年10月24日", "2018-10-24"),
        ("2018-10-24 09:00:12", "2018-10-24"),
        ("2018/10/24　珠海", "2018-10-24"),
        ("發布時間：2018年10月24日 09:00　來源：珠海電視台　記者：王小明　編輯：李小紅", "2018-10-24"),
        ("（2018年10月24日，珠海）大橋今天通車。", "2018-10-24"),
        ("民國107年10月24日", "2018-10-24"),
        ("2018 年 10 月 24 日 星期三", "2018-10-24"),
    ],
)
def test_a_dateline_is_the_day(head: str, day: str) -> None:
    assert day_of(f"港珠澳大橋正式通車\n{head}\n大橋2009年12月15日動工，昨天建成。") == (day, False)
    assert day_of(f"{head}\n港珠澳大橋正式通車，昨天建成。")[0] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("大橋2009年12月15日動工，2018年10月24日通車，2018年2月6日驗收。", "2018-10-24"),
        ("2009年12月15日動工的大橋\n工程完成了。", "2009-12-15"),
        ("2018年2月30日和2018年13月1日都不是日子，2018年2月1日才是。", "2018-02-01"),
    ],
)
def test_without_a_dateline_the_latest_day_is_inferred(text: str, day: str) -> None:
    assert day_of(text) == (day, True)


@pytest.mark.parametrize("text", ["大橋10月24日通車。", "大橋全長55公里。", "電話2018-10-249、82018年10月24。"])
def test_without_a_full_day_there_is_none(text: str) -> None:
    assert day_of(text) == ("", False)


def test_what_the_caller_gives_wins() -> None:
    data = "大橋通車\n2018年10月24日\n大橋今天通車。".encode()
    told = read(data, "-", title="我的題目", date="2018-10-25", url="https://example.org/1")
    assert (told.title, told.date, told.inferred) == ("我的題目", "2018-10-25", False)
    assert (told.id, told.url) == ("https://example.org/1", "https://example.org/1")
    assert read(data, "-", id="bridge", url="https://example.org/1").id == "bridge"
    assert read(data, "-").id == "大橋通車"


@pytest.mark.parametrize("date", ["24.10.2018", "2018-02-30", "昨天"])
def test_a_day_that_is_none_is_told(date: str) -> None:
    with pytest.raises(UsageError, match=r"is not a day\. Write it as 2025-09-19"):
        read(TRADITIONAL.encode(), "a.txt", date=date)


@pytest.mark.parametrize(
    ("where", "title", "name"),
    [
        ("news/my article.txt", "大橋", "my-article"),
        ("-", "「大橋」 通車？", "大橋-通車"),
        ("-", "../../etc/passwd", "etc-passwd"),
        ("-", "！", "quizgen"),
        ("-", "橋" * 99, "橋" * 60),
    ],
)
def test_the_deck_is_named_after_the_file_or_the_title(where: str, title: str, name: str) -> None:
    assert slug(where, title) == name


# ---------------------------------------------------------------- cleaning


@pytest.mark.parametrize(
    ("dirty", "clean_"),
    [
        ("大\ufeff橋\u200b通\u00ad車", "大橋通車"),
        ("大橋\r\n通車\r第二\u2028第三", "大橋\n通車\n第二\n第三"),
        ("　　大橋\u00a0通車\t了　", "大橋 通車 了"),
        ("大\x00橋\x1f通\ud800車", "大橋通車"),
        ("豈\uf900", "豈豈"),
        ("⽇⽉⺟", "日月母"),
        ("葛\U000e0100城", "葛城"),
        ("a\u2001b", "a b"),
        ("\n\n大橋\n\n\n通車\n", "大橋\n\n\n通車"),
    ],
)
def test_dirt_is_cleaned_away(dirty: str, clean_: str) -> None:
    assert clean(dirty) == clean_ == clean(clean_)


MARKDOWN = [
    ("# 大橋通車 #\n\n正文。", "大橋通車\n\n正文。"),
    ("---\ntitle: x\n---\n大橋通車", "大橋通車"),
    ("這是**重點**和*要點*內容，以及`代碼`。", "這是重點和要點內容，以及代碼。"),
    ("見[大橋](https://example.org/a)與[珠海][1]。\n\n[1]: https://example.org/b", "見大橋與珠海。"),
    ("![圖](a.png)大橋", "大橋"),
    ("> 引文第一行\n>> 引文第二行", "引文第一行\n引文第二行"),
    ("- 香港\n- 珠海\n1. 澳門\n2018. 年份", "香港\n珠海\n澳門\n2018. 年份"),
    ("大橋\n===\n正文\n***\n正文", "大橋\n\n正文\n\n正文"),
    ("```\ncode\n```\n大橋", "大橋"),
    ("大橋<br/>通車<!-- 註 -->", "大橋通車"),
    (r"2018\. 大橋 \*通車\*", "2018. 大橋 *通車*"),
    ("速度<100公里，重量>5噸", "速度<100公里，重量>5噸"),
]


@pytest.mark.parametrize(("marked", "plain"), MARKDOWN, ids=[plain for _, plain in MARKDOWN])
def test_markdown_loses_its_marks(marked: str, plain: str) -> None:
    assert text_of(marked, "a.md") == plain


def test_a_text_file_keeps_what_markdown_would_mark() -> None:
    assert text_of("# 大橋 **通車**") == "# 大橋 **通車**"
