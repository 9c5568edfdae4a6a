"""The fewest words that make an article readable, and the commands that tell of words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizgen.language import standard
from quizgen.notes.word import Learner, plan
from tests.conftest import Run
from tests.samples import SAMPLES, learner, read, sample

TEXT = "雙方會談\n雙方達成諒解。雙方會談後達成諒解。雙方看到關稅。他們說得很好，我們也都喜歡。\n"


def test_the_words_met_most_often_come_first_and_of_equals_the_nearest() -> None:
    found = plan(read(TEXT), learner())
    told = " ".join(f"{term.form} {len(term.places)}" for term in found.words)
    assert told == "雙方 4 達成 2 會談 2 諒解 2 關稅 1"


def test_fewer_words_do_not_reach_the_goal() -> None:
    told = sample(SAMPLES[0])
    found = plan(told, learner(), (0.8, 0.9))
    for goal, count in found.needed.items():
        assert count is not None
        for first, reached in ((count, True), (count - 1, False)):
            known = Learner(standard(), 4, frozenset(t.word for t in found.words[:first]))
            assert (plan(told, known).known >= goal) is reached


def test_known_words_make_the_plan_shorter() -> None:
    some = learner()._replace(known=frozenset({"双方", "谅解"}))
    assert [t.form for t in plan(read(TEXT), some).words] == ["達成", "會談", "關稅"]


def test_what_is_read_already_needs_no_word_and_what_cannot_be_reached_is_none() -> None:
    easy = plan(read("我們都喜歡\n我們都很喜歡他。\n"), learner())
    assert (easy.known, easy.words, set(easy.needed.values())) == (1.0, (), {0})
    hard = plan(read("頻密\n他們頻密，很頻密。\n"), learner())
    assert set(hard.needed.values()) == {None} and hard.most < 0.95


def test_the_command_tells_both_goals_and_the_words(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    ran = run("plan", path, "--level", 4)
    assert ran.status == 0 and "×4   雙方" in ran.out and "95%: " in ran.out and "98%: " in ran.out
    tree = json.loads(run("plan", path, "--level", 4, "--json").out)
    assert tree["words"][0] == {"word": "雙方", "simplified": "双方", "count": 4, "level": "5"}
    assert set(tree["needed"]) == {"95%", "98%"}


WHY = [
    ("諒解", "HSK 2025 7–9; HSK 2021 7–9; HSK 2010 6"),
    ("諒解", "new: above your level 4"),
    ("諒解", "in the article 2 times, read liàngjiě: the dictionary's only reading"),
    ("諒解", "雙方達成【諒解】。"),
    ("諒解", "card: 諒解 liàngjiě"),
    ("喜歡", "no card: you know the word"),
    ("看到", "known as the sum of known words: 看 + 到"),
    ("看到", "no card: the sum of known words"),
    ("稀土", "稀土 is not in the article."),
    ("嘰哩嘰", "嘰哩嘰 is not in the article."),
    ("谅解", "in the article 2 times, written 諒解"),
    ("谅解", "card: 諒解 liàngjiě"),
    ("於", "於: HSK 2025 6"),
    ("乾杯", "known: HSK 2025 4 is within your level"),
]


@pytest.mark.parametrize(("word", "said"), WHY)
def test_why(word: str, said: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert said in run("why", word, path, "--level", 4).out


def test_why_needs_no_article(run: Run) -> None:
    assert "Its parts: 加 add + 徵 " in run("why", "加徵", "--level", 4).out
    assert "customs duty" in run("why", "關稅", "--level", 4).out
    assert "in no list" in run("why", "嘰哩嘰", "--level", 4).out


def test_a_hard_article_is_called_so_and_the_details_wait_for_verbose(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    short = run("build", path, "--level", 1, "-o", tmp_path / "a.yaml").out
    assert "too hard to read at level 1" in short and "Level 7–9 (" not in short
    long = run("build", path, "--level", 1, "-v", "-o", tmp_path / "b.yaml").out
    assert "Level 7–9 (3): 會談　諒解　關稅" in long and "HSK 2010:" in long
    assert "too hard" not in run("build", path, "--level", 5, "-o", tmp_path / "c.yaml").out
