"""Each rule that makes a card refusable is caught in a note made for it, and in nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.check import Fault, faults, sound, verify
from quizgen.items import Deck, Mark, Note
from tests.samples import SAMPLES, sample, sample_deck

EVIDENCE = "港珠澳大橋2018年10月24日正式通車。"
FIELDS = {
    "Question": "港珠澳大橋是哪一天正式通車的？",
    "Answer": "2018年10月24日",
    "Evidence": EVIDENCE,
    "Options": "2018年10月23日\n2009年12月15日\n2019年10月24日",
}
FACT = Note("fact", "f", FIELDS, (Mark("Evidence", 5, 16, "answer"),))
TARGET = Mark("Sentence", 18, 20, "target")
WORD = Note("word", "w", {"Hanzi": "通車", "Pinyin": "tōngchē", "Sentence": EVIDENCE}, (TARGET,))
TEXT = f"港珠澳大橋\n{EVIDENCE}"


def fact(**fields: str) -> Note:
    return replace(FACT, fields={**FIELDS, **fields})


def without(note: Note, *names: str) -> Note:
    return replace(note, fields={name: text for name, text in note.fields.items() if name not in names})


def rules(*notes: Note, text: str | None = TEXT) -> set[str]:
    return {fault.rule for fault in faults(notes, text)}


MISSING = "a question, answer or evidence is missing"
MISPLACED = "the answer is not where the evidence marks it"
LEAK = "the question shows the answer"
OPTION = "a wrong option is right or stands twice"
SHOWN = "a wrong option stands in the question"
NO_WORD = "a word without characters or reading"
NO_TARGET = "the word is not marked in its sentence"
NOT_VERBATIM = "the sentence is not in the article word for word"
RIVAL = "another card asks the same and wants another answer"
TWICE = "another card has the same key"

CAUGHT = [
    (MISSING, without(FACT, "Question")),
    (MISSING, without(FACT, "Answer")),
    (MISSING, without(FACT, "Evidence")),
    (MISPLACED, replace(FACT, marks=())),
    (MISPLACED, replace(FACT, marks=(Mark("Evidence", 4, 16, "answer"),))),
    (MISPLACED, replace(FACT, marks=(*FACT.marks, Mark("Evidence", 0, 5, "answer")))),
    (MISPLACED, fact(Answer="10月24日")),
    (LEAK, fact(Question="2018年10月24日正式通車的是什麼？")),
    (OPTION, fact(Options="2018年10月23日\n2018年10月24日")),
    (OPTION, fact(Options="2018年10月23日\n2018年10月23日")),
    (SHOWN, fact(Options="2018年10月23日\n正式通車")),
    (NO_WORD, without(WORD, "Pinyin")),
    (NO_WORD, without(WORD, "Hanzi")),
    (NO_TARGET, replace(WORD, marks=())),
    (NOT_VERBATIM, fact(Evidence=EVIDENCE + "了")),
    (NOT_VERBATIM, replace(WORD, fields={**WORD.fields, "Sentence": EVIDENCE + "了"})),
]


DAY = "2018年10月24日"


@pytest.mark.parametrize(
    ("words", "answer", "sound"),
    [
        ("昨天", f"{DAY}（昨天）", True),
        ("周三（24日）", f"{DAY}（周三）", True),
        ("昨天", f"昨天（{DAY}）", False),
        ("昨天", DAY, False),
        ("昨天下午", f"{DAY}（昨天）", False),
    ],
)
def test_a_relative_day_is_shown_behind_the_day_it_means(words: str, answer: str, sound: bool) -> None:
    evidence = f"大橋{words}通車。"
    fields = {"Question": "大橋是哪一天通車的？", "Answer": answer, "Evidence": evidence, "Kind": "date"}
    note = Note("fact", "f", fields, (Mark("Evidence", 2, 2 + len(words), "answer"),))
    assert rules(note, text=evidence) == (set() if sound else {MISPLACED})


def test_sound_notes_break_no_rule() -> None:
    assert faults([FACT, WORD], TEXT) == []
    assert faults([without(FACT, "Options"), without(WORD, "Sentence")], TEXT) == []


@pytest.mark.parametrize(("rule", "note"), CAUGHT, ids=[f"{rule} {i}" for i, (rule, _) in enumerate(CAUGHT)])
def test_each_rule_is_caught_alone(rule: str, note: Note) -> None:
    assert rules(note) == {rule}
    assert sound([note, replace(WORD, key="other")], TEXT)[0] == [replace(WORD, key="other")]


def test_without_the_text_its_sentences_are_not_looked_for() -> None:
    assert rules(fact(), text="別的文章") == {NOT_VERBATIM}
    assert rules(fact(), text=None) == set()


def test_two_cards_that_ask_the_same_agree() -> None:
    rival = replace(fact(Answer="10月24日", Options=""), key="g", marks=(Mark("Evidence", 10, 16, "answer"),))
    assert faults([FACT, rival], TEXT) == [Fault("f", RIVAL), Fault("g", RIVAL)]
    assert faults([FACT, replace(FACT, key="g")], TEXT) == []


def test_a_key_stands_once() -> None:
    other = replace(WORD, fields={**WORD.fields, "Hanzi": "大橋"})
    assert RIVAL not in rules(WORD, other)
    assert rules(WORD, other) == {TWICE}


@pytest.mark.parametrize("name", SAMPLES)
def test_decks_are_sound_against_their_article(name: str) -> None:
    assert verify(sample_deck(name), sample(name).text) == []


def test_a_deck_is_verified_against_its_own_article() -> None:
    assert {fault.rule for fault in verify(Deck("d", (), (FACT,)), "別的文章")} == {NOT_VERBATIM}
