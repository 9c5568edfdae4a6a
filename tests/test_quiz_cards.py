"""Which cards a quiz asks: a deck's without what is retired, an article's as the learner's options say."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from quizgen.formats import read
from quizgen.language import simplify
from tests.conftest import Ran
from tests.conftest import Run as Bare
from tests.quiz_deck import DECK
from tests.samples import DECKS

ARTICLE = DECKS / "us-china-talks-2025.txt"


@pytest.fixture
def run(run: Bare, tmp_path: Path) -> Bare:
    def ran(command: str, *arguments: object, stdin: bytes = b"") -> Ran:
        found = run(command, *arguments, "--progress", tmp_path / "p.sqlite", stdin=stdin)
        assert not found.status, found.err
        return found

    return ran


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The sample deck with its first fact retired."""
    tree = json.loads(DECK.read_text(encoding="utf-8"))
    next(note for note in tree["notes"] if note["type"] == "fact")["tags"] = ["quizgen::retired"]
    path = tmp_path / "older.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path


def _asked(told: str) -> list[str]:
    records = map(json.loads, told.splitlines())
    return [record["question"] for record in records if record["type"] == "question"]


RETIRED = next(note for note in read(DECK).notes if note.type == "fact").fields["Question"]
TOLD = "1 retired fact is not asked: the article no longer says so."


def test_retired_facts_are_not_asked_and_that_is_told(run: Bare, older: Path) -> None:
    whole, rest = (run("quiz", path, "--mode", "flip", "--json", stdin=b"3\n" * 30) for path in (DECK, older))
    assert RETIRED in _asked(whole.out) and not whole.err
    assert not _asked(rest.out), "the others are learned"
    assert rest.err == f"{TOLD}\n"


def test_a_fact_that_is_retired_later_keeps_its_progress_and_is_not_due(run: Bare, older: Path) -> None:
    run("quiz", DECK, "--mode", "flip", stdin=b"1\n" * 30)
    asked = _asked(run("quiz", older, "--due", "--mode", "flip", "--json", stdin=b"3\n" * 30).out)
    assert asked and RETIRED not in asked
    figures = json.loads(run("stats", older, "--json").out)
    assert [row["question"] for row in figures["orphans"]] == [RETIRED]


def test_retired_facts_are_not_printed(run: Bare, older: Path) -> None:
    sheet = run("quiz", older, "--print")
    assert RETIRED not in sheet.out and sheet.err == f"{TOLD}\n"


def test_a_suspended_card_is_woken(run: Bare) -> None:
    first = _asked(run("quiz", DECK, "--json", stdin=b"s\n\n").out)[0]
    assert first not in _asked(run("quiz", DECK, "--json", stdin=b"\n" * 30).out)
    assert [row["question"] for row in json.loads(run("stats", "--json").out)["suspended"]] == [first]
    assert first in _asked(run("quiz", DECK, "--wake", "--json", stdin=b"\n" * 30).out)
    assert not json.loads(run("stats", "--json").out)["suspended"]


def test_an_article_is_asked_without_the_words_that_are_known(run: Bare, tmp_path: Path) -> None:
    asked = _asked(run("quiz", ARTICLE, "--level", "4", "--new", "99", "--json", stdin=b"\n" * 99).out)
    known = tmp_path / "known.txt"
    known.write_text("關稅\n聲明\n", encoding="utf-8")
    options = ("--level", "4", "--known", known, "--script", "simp", "--print", "--json")
    fitted = [record["question"] for record in json.loads(run("quiz", ARTICLE, *options).out)]
    assert "關稅" in asked and not {"關稅", "关税"} & set(fitted)
    assert {simplify(word) for word in asked} & {*fitted} - {*asked}, "the headwords are Simplified"


def test_an_article_makes_as_many_cards_as_build_would(run: Bare, tmp_path: Path) -> None:
    def counted(*options: str) -> Counter[str]:
        asked = json.loads(run("quiz", ARTICLE, "--level", "4", "--print", "--json", *options).out)
        return Counter(record["key"].partition("|")[0] for record in asked)

    assert counted("--facts", "3", "--words", "2") == {"fact": 3, "word": 2}
    usual, every = counted(), counted("--all")
    assert usual["fact"] < every["fact"] and usual["word"] < every["word"]
    assert counted("--words", "0") == {"fact": usual["fact"]}


def test_what_tells_of_one_article_is_refused_for_two(run: Bare, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(ARTICLE.read_bytes())
    with pytest.raises(AssertionError, match="--url tell of one article"):
        run("quiz", ARTICLE, other, "--level", "4", "--id", "a")


def test_what_two_decks_have_is_asked_once(run: Bare, tmp_path: Path) -> None:
    again = tmp_path / "again.json"
    again.write_bytes(DECK.read_bytes())
    one, both = (run("quiz", *paths, "--print", "--json").out for paths in ([DECK], [DECK, again]))
    assert [card["key"] for card in json.loads(one)] == [card["key"] for card in json.loads(both)]


def test_a_missing_article_is_told_before_the_level_is_asked(run: Bare, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="there is no such file") as caught:
        run("quiz", ARTICLE, tmp_path / "none.txt")
    assert "level" not in str(caught.value)
