"""Notes -> deck: budgets, order, what is left out and why; and the cards that its notes ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.deck import OVER_BUDGET, Budget, budget_for, cards
from quizgen.items import Deck, Note
from tests.samples import SAMPLES, made, read, sample, sample_deck


def count(deck: Deck, kind: str) -> int:
    return sum(note.type == kind for note in deck.notes)


@pytest.mark.parametrize(
    ("characters", "facts", "words"),
    [(0, 8, 10), (100, 8, 10), (2000, 8, 10), (2500, 10, 12), (5000, 20, 25), (7055, 28, 35), (99999, 30, 35)],
)
def test_a_fact_for_250_characters_and_a_word_for_200(characters: int, facts: int, words: int) -> None:
    assert budget_for(characters) == Budget(facts, words)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_default_budget_is_kept(name: str) -> None:
    deck, most = sample_deck(name), budget_for(len(sample(name).text))
    assert 4 <= count(deck, "fact") <= (most.facts or 0)
    assert count(deck, "word") == most.words


@pytest.mark.parametrize(("facts", "words"), [(0, 0), (1, 2), (3, 0), (0, 5)])
def test_a_budget_is_filled_and_not_passed(facts: int, words: int) -> None:
    deck = made(sample(SAMPLES[0]), Budget(facts, words))
    assert (count(deck, "fact"), count(deck, "word")) == (facts, words)


@pytest.mark.parametrize("name", SAMPLES)
def test_without_a_budget_nothing_is_over_it(name: str) -> None:
    everything = made(sample(name), Budget(None, None))
    assert OVER_BUDGET not in {w.reason for w in everything.withheld}
    assert {n.key for n in sample_deck(name).notes} < {n.key for n in everything.notes}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_a_budget_cuts_is_counted(name: str) -> None:
    everything = made(sample(name), Budget(None, None))
    cut = [w for w in sample_deck(name).withheld if w.reason == OVER_BUDGET]
    assert len(cut) == len(everything.notes) - len(sample_deck(name).notes)
    assert all(w.what in w.sentence for w in cut if w.sentence) and any(w.sentence for w in cut)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_best_come_first_into_a_smaller_budget(name: str) -> None:
    few, more = (made(sample(name), Budget(n, 0)) for n in (3, 6))
    assert {n.key for n in few.notes} < {n.key for n in more.notes}


@pytest.mark.parametrize("name", SAMPLES)
def test_words_stand_before_facts_and_each_in_the_order_of_the_text(name: str) -> None:
    deck, text = sample_deck(name), sample(name).text
    assert [note.type for note in deck.notes] == sorted((note.type for note in deck.notes), reverse=True)
    for kind, field in (("word", "Sentence"), ("fact", "Evidence")):
        places = [text.find(n.fields.get(field, "")) for n in deck.notes if n.type == kind]
        assert places == sorted(places) and -1 not in places


@pytest.mark.parametrize("name", SAMPLES)
def test_every_answer_and_target_stands_where_it_is_marked(name: str) -> None:
    for note in sample_deck(name).notes:
        field, kind = ("Evidence", "answer") if note.type == "fact" else ("Sentence", "target")
        text = note.fields.get(field, "")
        spans = [text[m.start : m.end] for m in note.marks if (m.field, m.kind) == (field, kind)]
        assert len(spans) >= 1 or not text
        if note.type == "fact":
            assert spans == [note.fields["Answer"]] and note.fields["Answer"] not in note.fields["Question"]


@pytest.mark.parametrize("name", SAMPLES)
def test_no_two_notes_have_one_key_or_ask_one_question(name: str) -> None:
    notes = made(sample(name), Budget(None, None)).notes
    assert len({note.key for note in notes}) == len(notes)
    asked = [note.fields["Question"] for note in notes if note.type == "fact"]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("name", SAMPLES)
def test_cards_show_the_script_of_the_article(name: str) -> None:
    from quizgen.language import simplify

    simplified = sample(name).lang == "zh-Hans"
    shown = "".join(card.question + "".join(card.options) for card in cards(sample_deck(name)))
    assert (simplify(shown) == shown) == simplified


@pytest.mark.parametrize("name", SAMPLES)
def test_the_seed_moves_wrong_answers_only(name: str) -> None:
    def asked(deck: Deck) -> list[Note]:
        return [replace(n, fields={**n.fields, "Options": ""}, marks=()) for n in deck.notes]

    assert made(sample(name), seed=1) == made(sample(name), seed=1)
    assert asked(made(sample(name), seed=1)) == asked(sample_deck(name))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_source_travels_without_its_text(name: str) -> None:
    (source,) = sample_deck(name).sources
    assert source == replace(sample(name).source, text="")
    assert {note.source for note in sample_deck(name).notes if note.type == "fact"} == {source.id}


def test_levels_change_the_words_and_not_what_is_true() -> None:
    low, high = (made(sample(SAMPLES[0]), level=level) for level in ("2", "6"))
    words = [{n.key for n in deck.notes if n.type == "word"} for deck in (low, high)]
    assert words[0] != words[1]


def test_a_text_without_facts_makes_a_deck_without_facts() -> None:
    deck = made(read("他慢慢地走了過去，什麼也沒有說。"))
    assert count(deck, "fact") == 0


def test_cards_of_notes() -> None:
    fact = Note("fact", "f", {"Question": "誰？", "Answer": "他", "Options": "你\n我", "QuestionReverse": "他是？",
                              "AnswerReverse": "誰"})  # fmt: skip
    word = Note("word", "w", {"Hanzi": "大橋", "English": "bridge"})
    told = [(c.template, c.question, c.answer, c.options) for c in cards(Deck("d", (), (word, fact)))]
    assert told == [
        ("Recognition", "大橋", "bridge", ()),
        ("Ask", "誰？", "他", ("你", "我")),
        ("Reverse", "他是？", "誰", ()),
    ]
