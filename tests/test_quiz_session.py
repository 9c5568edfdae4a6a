"""A session without a screen: what is asked, in which mode, what comes again, undo, siblings, flags, statistics."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

import quizgen.cli.learned
from quizgen.cli import cli
from quizgen.formats import read
from quizgen.items import Card, Note
from quizgen.quiz import flags, sheet
from quizgen.quiz.agenda import agenda
from quizgen.quiz.modes import ask, short
from quizgen.quiz.progress import Row
from quizgen.quiz.question import Mode, Outcome, Rating, Verdict, Wants
from quizgen.quiz.screen.wrap import wrap
from quizgen.quiz.session import Session
from quizgen.quiz.statistics import covered, statistics
from quizgen.quiz.summary import summary
from tests.quiz_deck import DECK, Clock, opened, session, talks, words

RIGHT, WRONG, NEAR = Verdict(Outcome.RIGHT), Verdict(Outcome.WRONG), Verdict(Outcome.NEAR)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sitting(tmp_path: Path, clock: Clock) -> Session:
    return session(words(8), opened(tmp_path / "p.sqlite", clock), clock, "flip")


def _answer(sitting: Session, verdict: Verdict = RIGHT, rating: Rating | None = None) -> str:
    question = sitting.question()
    assert question
    sitting.answer(question, "", verdict, rating)
    return question.card.note.key


# --- what comes when


def test_a_wrong_card_comes_again_after_others_until_it_is_right(sitting: Session) -> None:
    asked = [_answer(sitting, WRONG)] + [_answer(sitting) for _ in range(4)]
    assert _answer(sitting, WRONG) == asked[0]
    while sitting.question():
        asked.append(_answer(sitting))
    assert asked[-1] == asked[0]
    assert len(sitting.firsts) == 8 and sum(a.verdict is RIGHT for a in sitting.firsts) == 7


def test_a_near_answer_comes_again_too(sitting: Session) -> None:
    key = _answer(sitting, NEAR)
    assert key in [card.note.key for card in sitting.queue]


def test_undo_goes_back_step_by_step_to_the_start(sitting: Session) -> None:
    assert sitting.undo() is None
    keys = [_answer(sitting, WRONG), _answer(sitting), _answer(sitting)]
    question = sitting.question()
    assert question
    sitting.suspend(question.card)
    assert sitting.undo() == question.card and not sitting.is_suspended(question.card)
    for key in reversed(keys):
        card = sitting.undo()
        assert card and card.note.key == key and sitting.queue[0] == card
    assert sitting.undo() is None
    assert not sitting.answers and sitting.left == 8
    assert all(row.memory is None for row in sitting.progress.rows().values())
    assert not sitting.progress.reviews()


def test_the_learner_has_the_last_word_on_a_grade(sitting: Session) -> None:
    first = _answer(sitting, WRONG)
    sitting.regrade(Rating.GOOD)
    assert [(a.verdict.outcome, a.rating, a.first) for a in sitting.answers] == [(Outcome.RIGHT, Rating.GOOD, True)]
    assert first not in [card.note.key for card in sitting.queue]
    _answer(sitting)
    sitting.regrade(Rating.AGAIN)
    assert sitting.answers[-1].verdict.outcome is Outcome.WRONG and sitting.left == 7
    assert [r.rating for r in sitting.progress.reviews()] == [Rating.GOOD, Rating.AGAIN]
    sitting.undo()
    assert [r.rating for r in sitting.progress.reviews()] == [Rating.GOOD]


def test_the_summary_counts_first_answers(sitting: Session, clock: Clock) -> None:
    verdicts = [WRONG, NEAR, *[RIGHT] * 20]
    keys = []
    while sitting.question():
        keys.append(_answer(sitting, verdicts.pop(0)))
    clock.now += timedelta(seconds=75)
    found = summary(sitting)
    assert (found.asked, found.right, found.near, found.seconds) == (8, 6, 1, 75)
    assert [card.note.key for card in found.again] == keys[:2]
    assert sum(found.next_days.values()) == 8 and min(found.next_days) > sitting.day


def test_a_card_asked_in_another_session_meanwhile_counts_from_there(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "p.sqlite"
    one, two = (session(words(1), opened(path, clock), clock, "flip") for _ in range(2))
    _answer(one, WRONG)
    _answer(two)
    assert [r.rating for r in opened(path, clock).reviews()] == [Rating.AGAIN, Rating.GOOD]
    assert two.answers[-1].memory.stability < 2


# --- what is chosen for today


def _rows(sitting: Session) -> dict[tuple[str, str], Row]:
    return sitting.progress.rows()


def test_due_cards_come_first_and_new_ones_are_limited(sitting: Session, clock: Clock) -> None:
    cards = words(30)
    for _ in range(3):
        _answer(sitting)
    clock.days(5)
    plan = agenda(cards, _rows(sitting), sitting.day, new=4)
    assert [card.note.key for card in plan.cards] == ["w0", "w1", "w2", "w3", "w4", "w5", "w6"]
    assert plan.due == 3 and plan.new_left == 23
    assert len(agenda(cards, _rows(sitting), sitting.day, new=4, due_only=True).cards) == 3
    assert len(agenda(cards, _rows(sitting), sitting.day, limit=2).cards) == 2
    assert len(agenda(cards, _rows(sitting), sitting.day, new=-5).cards) == 3


def test_shuffling_is_the_same_for_the_same_seed() -> None:
    def order(seed: int) -> list[str]:
        plan = agenda(words(20), {}, date(2025, 3, 1), chance=Random(seed))
        return [card.note.key for card in plan.cards]

    assert order(1) == order(1) != order(2)
    assert sorted(order(1)) == sorted(order(2))


def test_siblings_are_not_asked_in_one_session_nor_on_one_day(tmp_path: Path, clock: Clock) -> None:
    cards = talks()
    pair = [card for card in cards if "QuestionReverse" in card.note.fields]
    assert [card.template for card in pair] == ["Ask", "Reverse"]
    plan = agenda(cards, {}, clock().date())
    assert [card.template for card in plan.cards if card.note == pair[0].note] == ["Ask"]
    sitting = session([pair[0]], opened(tmp_path / "p.sqlite", clock), clock)
    _answer(sitting)
    assert not agenda(pair, _rows(sitting), sitting.day).cards
    clock.days(1)
    assert [card.template for card in agenda(pair, _rows(sitting), sitting.day).cards] == ["Reverse"]


def test_facts_of_one_sentence_do_not_follow_each_other() -> None:
    """The first one's back would show what the second asks."""
    told = {"a": "習近平19日通電話。", "b": "習近平19日通電話。", "c": "稅率定為34%。", "d": ""}
    facts = [Card(Note("fact", key, {"Evidence": text}), "Ask", key, "", ()) for key, text in told.items()]
    plan = agenda([*facts, *words(2)], {}, date(2025, 3, 1))
    assert [card.note.key for card in plan.cards] == ["a", "c", "d", "w0", "w1", "b"]


def test_a_suspended_card_is_not_asked(sitting: Session) -> None:
    question = sitting.question()
    assert question
    sitting.suspend(question.card)
    assert question.card not in agenda(words(8), _rows(sitting), sitting.day).cards


def test_the_most_likely_forgotten_comes_first(sitting: Session, clock: Clock) -> None:
    _answer(sitting, rating=Rating.EASY)
    _answer(sitting, rating=Rating.GOOD)
    clock.days(40)
    assert [card.note.key for card in agenda(words(2), _rows(sitting), sitting.day).cards] == ["w1", "w0"]


# --- how a card is asked


def _card(kind: str) -> Card:
    return next(c for c in talks() if c.note.fields.get("Kind", c.note.type) == kind and c.template != "Reverse")


@pytest.mark.parametrize(
    ("kind", "mode", "stability", "asked", "wants"),
    [
        ("word", "mixed", 0, Mode.CHOICE, Wants.MEANING),
        ("word", "mixed", 9, Mode.TYPED, Wants.READING),
        ("word", "typed", 0, Mode.TYPED, Wants.READING),
        ("word", "flip", 9, Mode.FLIP, Wants.MEANING),
        ("date", "mixed", 0, Mode.CHOICE, Wants.DATE),
        ("date", "mixed", 9, Mode.TYPED, Wants.DATE),
        ("figure", "typed", 0, Mode.TYPED, Wants.FIGURE),
        ("person", "mixed", 9, Mode.TYPED, Wants.NAME),
        ("reason", "mixed", 0, Mode.FLIP, Wants.TEXT),
        ("reason", "typed", 9, Mode.FLIP, Wants.TEXT),
        ("reason", "choice", 0, Mode.FLIP, Wants.TEXT),
    ],
)
def test_the_mode_fits_the_card(kind: str, mode: str, stability: float, asked: Mode, wants: Wants) -> None:
    question = ask(_card(kind), mode, stability, talks(), Random(1))
    assert (question.mode, question.wants) == (asked, wants)


@given(st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_the_right_option_is_there_once_among_four(seed: int) -> None:
    cards = talks()
    for card in cards:
        question = ask(card, "choice", 0, cards, Random(seed))
        if question.mode is Mode.CHOICE:
            assert len(set(question.options)) == len(question.options) == 4
            assert question.options.count(question.answer) == 1
        assert question == ask(card, "choice", 0, cards, Random(seed))


def test_a_wrong_meaning_is_not_also_true() -> None:
    meanings = ["tariff; customs duty", "customs duty", "tax", "the tariff (on imports)", "talks", "aim"]
    cards = [
        Card(
            Note("word", m, {"Hanzi": f"字{i}", "Simplified": f"字{i}", "English": m}), "Recognition", f"字{i}", "", ()
        )
        for i, m in enumerate(meanings)
    ]
    assert set(ask(cards[0], "choice", 0, cards, Random(1)).options) == {meanings[0], "tax", "talks", "aim"}


def test_a_meaning_as_option_is_short_and_shows_no_hanzi() -> None:
    assert short("加 add + 徵 recruit") == "add + recruit"
    assert short("talks") == "talks"
    assert (
        short("phone call; to hold a conversation; to talk over the telephone") == "phone call; to hold a conversation"
    )


# --- without a terminal


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    clock = Clock()
    monkeypatch.setattr(quizgen.cli.learned, "clock", clock)

    def run(*arguments: str, answers: str = "") -> str:
        progress = ["--progress", str(tmp_path / "p.sqlite")]
        found = CliRunner().invoke(cli, [*arguments, *progress], input=answers, catch_exceptions=False)
        assert found.exit_code == 0, found.output
        return found.stdout

    run.clock = clock
    return run


def _records(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_piped_answers_are_asked_once_each_and_kept(run) -> None:
    found = _records(run("quiz", str(DECK), "--mode", "typed", "--json", "--seed", "1", answers="guan1shui4\nhui4\n\n"))
    results = [r for r in found if r["type"] == "result"]
    assert [r["outcome"] for r in results] == ["right", "wrong", "wrong"]
    assert results[0]["due"] > results[1]["due"] == "2025-03-01"
    assert results[0]["evidence"] == "兩度提高中國輸美商品的關稅"
    assert found[-1] == {
        "type": "end",
        "asked": 3,
        "right": 1,
        "near": 0,
        "seconds": 0,
        "again": [results[1]["key"], results[2]["key"]],
        "due": {"2025-03-01": 2, results[0]["due"]: 1},
    }
    again = [r for r in _records(run("quiz", str(DECK), "--json", "--due", answers="")) if r["type"] == "question"]
    assert again[0]["key"] == results[1]["key"]


def test_answers_come_from_a_file_and_choices_by_number_or_words(run, tmp_path: Path) -> None:
    first = _records(run("quiz", str(DECK), "--mode", "choice", "--seed", "4", "--json"))[0]
    file = tmp_path / "answers.txt"
    file.write_text("tariff; customs duty\n9\nu\n", encoding="utf-8")
    found = _records(run("quiz", str(DECK), "--mode", "choice", "--seed", "4", "--json", "--answers", str(file)))
    assert found[0] == first
    assert [r["outcome"] for r in found if r["type"] == "result"] == ["right", "wrong"]
    assert [r["key"] for r in found if r["type"] == "question"][-1] == found[3]["key"], "u asks it again"


def test_new_cards_are_counted_by_the_day(run) -> None:
    def asked() -> int:
        output = run("quiz", str(DECK), "--mode", "flip", "--new", "5", "--json", answers="3\n" * 50)
        return int(_records(output)[-1]["asked"])  # type: ignore[call-overload]

    assert (asked(), asked()) == (5, 0)
    run.clock.days(1)
    assert asked() == 5


def test_plain_text_for_logs(run) -> None:
    told = run("quiz", str(DECK), "--mode", "typed", "--limit", "2", answers="guan1shui4\nhui4tan1\n")
    assert "✓ guan1shui4" in told
    assert "✗ hui4tan1   right: huìtán   Letters right, second tone 2, not 1." in told
    assert told.endswith("1 of 2 right\n")


def test_the_sheet_has_a_key_that_quotes(run) -> None:
    told = run("quiz", str(DECK), "--print", "--mode", "typed", "--shuffle", "--seed", "2")
    questions, key = told.split("\nKey\n")
    assert "2025年5月，率中國代表團在日內瓦會談的副總理是誰？" in questions and "何立峰" not in questions.split("?")[0]
    assert "國務院副總理【何立峰】率團與美國財政部長" in key
    assert re.search(r"^ +\d+\. guānshuì  tariff; customs duty$", key, re.M), key
    assert "兩度提高中國輸美商品的【關稅】" in key
    records = json.loads(run("quiz", str(DECK), "--print", "--json"))
    assert len(records) == 15 and {"question", "options", "answer", "evidence"} <= records[0].keys()


def test_the_sheet_gives_each_question_its_letter() -> None:
    cards = talks()
    asked = sheet.questions(cards, cards, "choice", Random(1))
    key = sheet.sheet("talks", asked).split("\nKey\n")[1]
    for number, question in enumerate(asked, 1):
        letter = re.search(rf"^ *{number}\. (\w)\) ", key, re.M)
        assert bool(letter) == bool(question.options)
        if letter:
            assert question.options["abcd".index(letter[1])] == question.answer


# --- flags


def test_a_flag_is_written_beside_the_deck_once(tmp_path: Path) -> None:
    from yaml import safe_load

    path = flags.review_file(tmp_path / "talks.apkg")
    assert path.name == "talks.review.yaml"
    for _ in range(2):
        flags.flag(path, "fact|a: b|日", 'the "date" is wrong: #1 是 10 日\n')
    flags.flag(path, "word|x", "")
    assert safe_load(path.read_text(encoding="utf-8")) == [
        {"key": "fact|a: b|日", "reason": 'the "date" is wrong: #1 是 10 日\n'},
        {"key": "word|x", "reason": ""},
    ]
    assert [file.name for file in tmp_path.iterdir()] == ["talks.review.yaml"]


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_whatever_is_flagged_is_read_back(tmp_path_factory: pytest.TempPathFactory, key: str, reason: str) -> None:
    from yaml import safe_load

    path = tmp_path_factory.mktemp("flags") / "d.review.yaml"
    flags.flag(path, key, reason)
    assert safe_load(path.read_text(encoding="utf-8")) == [{"key": key, "reason": reason}]


def test_a_flag_in_a_piped_session(run, tmp_path: Path) -> None:
    deck = tmp_path / "talks.json"
    deck.write_bytes(DECK.read_bytes())
    run("quiz", str(deck), "--mode", "flip", answers="f wrong meaning\n3\n")
    assert 'reason: "wrong meaning"' in (tmp_path / "talks.review.yaml").read_text(encoding="utf-8")


# --- statistics


def test_statistics_of_a_week(tmp_path: Path, clock: Clock) -> None:
    cards = talks()
    progress = opened(tmp_path / "p.sqlite", clock)
    sitting = session(cards, progress, clock, "flip")
    while sitting.question():
        _answer(sitting)
    clock.days(4)
    for i, card in enumerate(cards[:6]):
        progress.answer(card, "talks", Rating.GOOD if i else Rating.AGAIN, clock(), sitting.day)
    found = statistics(progress.rows(), progress.reviews(), sitting.day, {(cards[1].note.key, cards[1].template)})
    assert found.kept == (5, 6)
    assert next(iter(found.due)) == sitting.day and found.due[sitting.day] == 10
    assert found.reviews[sitting.day] == 6 and found.reviews[sitting.day - timedelta(days=4)] == 15
    assert [(g.name, g.cards, g.learned) for g in found.kinds if g.name == "word"] == [("word", 6, 5)]
    assert {g.name: g.cards for g in found.levels} == {"HSK 2025: 5": 2, "HSK 2025: 6": 1, "HSK 2025: 7–9": 3}
    assert [(h.question, h.forgotten) for h in found.hardest] == [("關稅", 1)]
    assert [row.question for row in found.orphans] == ["會談"]
    ranks, simple = {"会谈": 2, "暂停": 1, "说": 1}, {"會談": "会谈", "暫停": "暂停"}
    levels = covered(progress.rows().values(), ranks, ["one", "two"], lambda word: simple.get(word, word))
    assert [tuple(level) for level in levels] == [("one", 1, 2), ("two", 1, 1)]


def test_what_the_deck_lost_is_listed_and_keeps_its_progress(run, tmp_path: Path) -> None:
    run("quiz", str(DECK), "--mode", "flip", answers="3\n" * 14)
    deck = read(DECK)
    whole = json.loads(DECK.read_text(encoding="utf-8"))
    whole["notes"] = whole["notes"][1:]
    shorter = tmp_path / "deck.json"
    shorter.write_text(json.dumps(whole), encoding="utf-8")
    found = json.loads(run("stats", str(shorter), "--json"))
    assert [row["question"] for row in found["orphans"]] == ["關稅"]
    assert found["orphans"][0]["memory"]["stability"] > 0
    assert not json.loads(run("stats", str(DECK), "--json"))["orphans"]
    assert sum(kind["cards"] for kind in found["kinds"]) == len(deck.notes) + 1


def test_statistics_before_anything_was_learned(run) -> None:
    assert "Begin with: quizgen quiz DECK" in run("stats")
    assert run("stats", "--json") == "{}\n"


def test_statistics_drawn(run) -> None:
    run("quiz", str(DECK), "--mode", "flip", answers="3\n1\n4\n")
    told = run("stats", str(DECK))
    assert "today    █" in told and "Learned words of the HSK 2025 syllabus" in told
    assert "Hardest" not in told
    assert all(cell_len(line) <= 80 for line in told.splitlines())


# --- lines


@given(st.text("關稅，。、（）「」 abc12%.\n😀é", max_size=60), st.integers(4, 40))
@settings(max_examples=300, deadline=None)
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(Text(text), width)
    assert all(cell_len(line.plain) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(line.plain for line in lines)) == re.sub(r"\s", "", text)


def test_no_line_opens_with_a_full_stop_or_closes_with_a_bracket() -> None:
    text = "何立峰與美國財政部長貝森特（Scott Bessent）、貿易代表格里爾，舉行首輪會談。" * 3
    for width in range(16, 60):
        for line in wrap(Text(text), width):
            assert not line.plain.startswith(tuple("，。、）")), (width, line.plain)
            assert not line.plain.endswith("（"), (width, line.plain)


@pytest.mark.parametrize("whole", ["--due", "2025-09-19", "Sīdégē'ěrmó", "19日", "3,000億", "（Bessent）"])
def test_what_belongs_together_is_not_torn(whole: str) -> None:
    for width in range(cell_len(whole), 24):
        assert whole in "\n".join(line.plain for line in wrap(Text(f"何立峰率團於 {whole} 去斯德哥爾摩"), width))


def test_marks_stay_on_their_words_when_lines_break() -> None:
    text = Text("一二三四五六七八九十")
    text.stylize("bold", 3, 7)
    marked = "".join(line.plain[s.start : s.end] for line in wrap(text, 8) for s in line.spans if s.style == "bold")
    assert marked == "四五六七"


def test_article_text_that_looks_like_markup_survives(tmp_path: Path, clock: Clock) -> None:
    from io import StringIO

    from rich.console import Console

    from quizgen.quiz.screen import draw
    from quizgen.quiz.screen.pen import Pen

    fields = {
        "Question": "[bold]何[/bold] [abc]？",
        "Answer": "[red]",
        "Evidence": "說[red]了 :smile: [/]",
        "Kind": "name",
    }
    card = Card(Note("fact", "k", fields), "Ask", fields["Question"], "[red]", ("[a]", "[/b]", "[link=x]"))
    out = StringIO()
    question = ask(card, "choice", 0, [card], Random(1))
    pen = Pen(Console(file=out, width=60))
    draw.asked(pen, question)
    draw.back(pen, card)
    for text in (fields["Question"], fields["Evidence"], "[a]", "[/b]", "[link=x]"):
        assert text in out.getvalue()
