"""Every table of quizgen/data has its head and even rows; those of names and offices keep to their form as well."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from quizgen import tables

DATA = Path(str(files("quizgen"))) / "data"
TABLES = sorted(path.stem for path in DATA.glob("*.tsv"))
#: rows end early where nothing stands before or after, or one sense is all
RAGGED = {"first_senses", "readings_in_context", "readings_learnt"}
#: cells that are patterns may open with a blank
PATTERNS = {"gloss_words", "name_kinds"}

#: tables of names and offices: what each is sorted by, which columns are Chinese, and the values a column may have
FORMS: dict[str, tuple[tuple[int, ...], tuple[int, ...], int, set[str]]] = {
    "titles": ((2, 0), (0,), 2, {"before", "after", "both"}),
    "bodies": ((0,), (0,), -1, set()),
    "body_suffixes": ((2, 0), (0,), 2, {"strong", "weak"}),
    "organisations": (
        (2, 0),
        (0, 3),
        2,
        {"bank", "body", "company", "court", "group", "league", "medium", "party", "team", "university"},
    ),
    "renderings": (
        (2, 1),
        (1,),
        2,
        {"activist", "artist", "athlete", "business", "military", "politician", "religious", "royal", "scientist"},
    ),
    "transliteration": ((1, 0), (0,), 1, {"strong", "weak"}),
    "places": ((2, 0), (0,), 2, {"city", "continent", "country", "mountain", "region", "venue", "water"}),
    "surnames": ((0,), (0,), 2, {"strong", "weak"}),
}


def _lines(name: str) -> list[str]:
    return (DATA / f"{name}.tsv").read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("name", TABLES)
def test_says_where_it_is_from_and_under_what_terms(name: str) -> None:
    head = [line for line in _lines(name) if line.startswith("#")]
    for word in ("source", "license"):
        assert any(re.match(rf"# {word}: \S", line) for line in head), f"no # {word}: line"


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_even_clean_and_told_once(name: str) -> None:
    rows = tables.rows(name)
    assert rows
    if name not in RAGGED:
        assert len({len(row) for row in rows}) == 1
    if name not in PATTERNS:
        assert [row for row in rows if any(cell != cell.strip() for cell in row)] == []
    assert [row for row, count in Counter(rows).items() if count > 1] == []
    assert _lines(name)[-1] == "" and _lines(name)[-2], "one newline at the end"


@pytest.mark.parametrize("name", FORMS)
def test_columns_are_those_the_head_names(name: str) -> None:
    columns = next(line for line in _lines(name) if line.startswith("# columns: "))
    assert len(columns.removeprefix("# columns: ").split("\t")) == len(tables.rows(name)[0])


@pytest.mark.parametrize("name", FORMS)
def test_keys_are_unique_and_sorted(name: str) -> None:
    by, _, _, _ = FORMS[name]
    rows = tables.rows(name)
    assert [key for key, count in Counter(row[0] for row in rows).items() if count > 1] == []
    order = [tuple(row[column] for column in by) for row in rows]
    if name == "surnames":  # those of one character first
        order = [(str(len(row[0])), row[0]) for row in rows]
    assert order == sorted(order)


@pytest.mark.parametrize("name", FORMS)
def test_chinese_is_simplified(name: str) -> None:
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    cells = [row[column] for row in tables.rows(name) for column in FORMS[name][1]]
    assert [cell for cell in cells if convert(cell) != cell] == []


@pytest.mark.parametrize("name", FORMS)
def test_classes_are_known(name: str) -> None:
    _, _, column, known = FORMS[name]
    if column >= 0:
        assert {row[column].rstrip("?") for row in tables.rows(name)} <= known


def test_a_rendering_or_alias_belongs_to_one() -> None:
    people = [name for _, names, _ in tables.rows("renderings") for name in names.split("、")]
    bodies = [name for row in tables.rows("organisations") for name in (row[0], *filter(None, row[3].split("、")))]
    places = [row[0] for row in tables.rows("places")]
    for names in (people, bodies, people + places):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_surnames_are_read_a_syllable_a_character() -> None:
    for surname, pinyin, _ in tables.rows("surnames"):
        syllables = pinyin.split(" ")
        assert len(syllables) == len(surname)
        assert all(re.fullmatch(r"[a-z]+:?[a-z]*[1-4]", syllable) for syllable in syllables), surname


@pytest.mark.parametrize(
    ("surname", "pinyin"),
    [("华", "hua4"), ("解", "xie4"), ("单", "shan4"), ("仇", "qiu2"), ("区", "ou1"), ("尉迟", "yu4 chi2")],
)
def test_surnames_with_a_reading_of_their_own(surname: str, pinyin: str) -> None:
    assert tables.mapping("surnames")[surname] == pinyin


def test_dotted_renderings_are_of_characters_that_transliterate() -> None:
    """All but a few of them; names of meaning (小, 白) are spelt with ordinary characters too."""
    known = tables.words("transliteration")
    spelt = [c for _, names, _ in tables.rows("renderings") for name in names.split("、") if "·" in name for c in name]
    strange = [c for c in spelt if c not in known and c not in "·-" and not c.isascii()]
    assert len(strange) < len(spelt) / 50
