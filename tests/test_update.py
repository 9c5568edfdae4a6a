"""A deck that is built again: what goes on, what is new, what is kept, and what a person's hand did to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.formats import read, tidied, write
from quizgen.items import RETIRED, Deck, Mark, Note, Source
from quizgen.quiz.flags import flag, review_file
from quizgen.update import REVISED, WORD_MOD, changes, continues, follow, stamped
from tests.conftest import Run
from tests.samples import DECKS, SAMPLES

THEN, NOW = 1_750_000_000, 1_760_000_000


def fact(answer: str, value: str, sentence: str, *, question: str = "", ordinal: int = 1, kind: str = "figure") -> Note:
    at = sentence.index(answer)
    fields = {"Question": question or sentence.replace(answer, "多少"), "Answer": answer, "Evidence": sentence}
    mark = Mark("Evidence", at, at + len(answer), "answer")
    return Note("fact", f"fact|a|{kind}|{value}|{ordinal}", {**fields, "Kind": kind, "Value": value}, (mark,),
                ("quizgen::fact",), "a")  # fmt: skip


def word(hanzi: str, english: str = "", sentence: str = "") -> Note:
    fields = {"Hanzi": hanzi, "English": english, "Sentence": sentence}
    return Note("word", f"word|{hanzi}", {k: v for k, v in fields.items() if v}, (), ("quizgen::word",), "a")


RATE = fact("145%", "145 %", "美國對中國商品加徵的關稅已達145%。")
MEN = fact("12人", "12 人", "地震造成12人死亡。")
ROUND = fact("四輪", "4 轮", "雙方今年已談了四輪。")
TALKS, TRUCE = word("會談", "talks", "首輪會談在日內瓦舉行。"), word("休兵", "truce", "關稅休兵到期。")
SOURCE = Source("a", "關稅", "2025-09-19", "", "")


def deck(*notes: Note, source: Source = SOURCE) -> Deck:
    return tidied(Deck(source.title, (source,), notes))


def again(new: Deck, old: Deck, flags: dict[str, str] | None = None) -> Deck:
    return stamped(follow(new, old, flags or {}).deck, NOW, old)


OLD = stamped(deck(TALKS, RATE, MEN), THEN)


def mods(found: Deck) -> list[int]:
    return [note.mod for note in found.notes]


def by(found: Deck, key: str) -> Note:
    return next(note for note in found.notes if note.key == key)


# ---------------------------------------------------------------- what becomes of a note


def test_facts_are_stamped_now_and_words_long_ago() -> None:
    assert mods(OLD) == [WORD_MOD, THEN, THEN] and WORD_MOD < THEN


def test_an_unchanged_note_keeps_its_mod() -> None:
    found = again(deck(TALKS, RATE, MEN), OLD)
    assert found == OLD and str(changes(OLD, found)) == "3 unchanged"


def test_a_changed_note_gets_now_or_one_more() -> None:
    mended = replace(MEN, fields={**MEN.fields, "Gloss": "12 people"})
    found = again(deck(TALKS, RATE, mended), OLD)
    assert mods(found) == [WORD_MOD, THEN, NOW]
    assert str(changes(OLD, found)) == "1 changed, 2 unchanged"
    ahead = replace(OLD, notes=tuple(replace(note, mod=NOW + 5) for note in OLD.notes))
    assert mods(again(deck(TALKS, RATE, mended), ahead)) == [NOW + 5, NOW + 5, NOW + 6]


def test_a_word_that_is_put_right_gets_now_and_a_new_one_the_past() -> None:
    found = again(deck(word("會談", "talk", "首輪會談在日內瓦舉行。"), TRUCE, RATE, MEN), OLD)
    assert mods(found) == [NOW, WORD_MOD, THEN, THEN]


def test_a_figure_that_changed_keeps_its_key_and_tells_what_it_was() -> None:
    found = again(deck(TALKS, fact("150%", "150 %", "美國對中國商品加徵的關稅已達150%。"), MEN), OLD)
    note = by(found, RATE.key)
    assert (note.fields["Answer"], note.fields["Remark"]) == ("150%", "was 145 %")
    assert REVISED in note.tags and note.mod == NOW
    assert str(changes(OLD, found)) == "1 revised, 2 unchanged"


def test_a_mended_sentence_is_a_revision_without_a_remark() -> None:
    found = again(deck(TALKS, RATE, fact("12人", "12 人", "這次地震造成12人死亡。")), OLD)
    assert REVISED in by(found, MEN.key).tags and "Remark" not in by(found, MEN.key).fields
    assert str(changes(OLD, found)) == "1 revised, 2 unchanged"


def test_a_revision_stays_told_and_a_third_build_changes_nothing() -> None:
    new = deck(TALKS, fact("150%", "150 %", "美國對中國商品加徵的關稅已達150%。"), MEN)
    second = again(new, OLD)
    third = stamped(follow(new, second, {}).deck, NOW + 9, second)
    assert third == second
    fourth = again(deck(TALKS, fact("160%", "160 %", "美國對中國商品加徵的關稅已達160%。"), MEN), second)
    assert by(fourth, RATE.key).fields["Remark"] == "was 150 %"


def test_a_value_for_programs_is_told_by_its_answer() -> None:
    old = stamped(deck(fact("80億元", "8e9 CNY", "貿易額去年達80億元。")), THEN)
    (note,) = again(deck(fact("82億元", "8.2e9 CNY", "貿易額去年達82億元。")), old).notes
    assert note.fields["Remark"] == "was 80億元"


def test_a_fact_no_longer_made_stays_and_is_retired_once() -> None:
    found = again(deck(TALKS, RATE), OLD)
    assert RETIRED in by(found, MEN.key).tags and mods(found) == [WORD_MOD, THEN, NOW]
    assert str(changes(OLD, found)) == "2 unchanged, 1 retired"
    assert stamped(follow(deck(TALKS, RATE), found, {}).deck, NOW + 9, found) == found


def test_a_retired_fact_that_is_made_again_loses_the_tag() -> None:
    gone = again(deck(TALKS, RATE), OLD)
    back = stamped(follow(deck(TALKS, RATE, MEN), gone, {}).deck, NOW, gone)
    assert RETIRED not in by(back, MEN.key).tags
    assert by(back, MEN.key).mod == NOW + 1


def test_a_word_is_never_retired() -> None:
    found = again(deck(TRUCE, RATE, MEN), OLD)
    assert by(found, TALKS.key) == by(OLD, TALKS.key)
    assert [note.type for note in found.notes] == ["word", "word", "fact", "fact"]


def test_of_two_equal_facts_the_one_that_is_left_goes_on_as_itself() -> None:
    one = fact("20%", "20 %", "二月提高了20%。")
    two = fact("20%", "20 %", "三月又提高了20%。", ordinal=2)
    old = stamped(deck(one, two), THEN)
    found = again(deck(replace(two, key=one.key)), old)
    assert by(found, two.key).fields["Evidence"] == "三月又提高了20%。" and by(found, two.key).mod == THEN
    assert RETIRED in by(found, one.key).tags


def test_a_new_fact_never_takes_the_key_of_a_revised_one() -> None:
    second = again(deck(TALKS, fact("150%", "150 %", "美國對中國商品加徵的關稅已達150%。"), MEN), OLD)
    other = fact("145%", "145 %", "物價比前年上漲了145%。")
    third = again(deck(TALKS, fact("150%", "150 %", "美國對中國商品加徵的關稅已達150%。"), MEN, other), second)
    assert by(third, RATE.key).fields["Answer"] == "150%"
    assert by(third, "fact|a|figure|145 %|2").fields["Evidence"] == "物價比前年上漲了145%。"
    assert str(changes(second, third)) == "1 new, 3 unchanged"


SENTENCES = ("美國對中國商品加徵的關稅已達{}%。", "地震造成{}人死亡。", "失業率上升到{}%。", "選民中有{}%贊成。")


@st.composite
def versions(draw: st.DrawFn) -> Deck:
    """The article at one time: some sentences, in any order, each with some figure; ordinals count the equals."""
    notes, equals = [TALKS], Counter[str]()
    for sentence in draw(st.permutations(SENTENCES))[: draw(st.integers(0, 4))]:
        number, unit = draw(st.sampled_from(("10", "20", "30"))), "人" if "人" in sentence else "%"
        equals[value := f"{number} {unit}"] += 1
        notes.append(fact(number + unit, value, sentence.format(number), ordinal=equals[value]))
    return deck(*notes)


@given(st.lists(versions(), min_size=2, max_size=5))
def test_whatever_an_article_goes_through_nothing_is_lost(life: list[Deck]) -> None:
    old = stamped(life[0], THEN)
    for at, version in enumerate(life[1:], NOW):
        found = follow(version, old, {})
        new = stamped(found.deck, at, old)
        keys = [note.key for note in new.notes]
        assert len(set(keys)) == len(keys) and {note.key for note in old.notes} <= set(keys)
        told = {note.fields["Evidence"] for note in new.notes if note.type == "fact" and RETIRED not in note.tags}
        assert told == {note.fields["Evidence"] for note in version.notes if note.type == "fact"}
        before = {note.key: note for note in old.notes}
        for note in new.notes:
            was = before.get(note.key)
            assert not was or (note.mod > was.mod) == (replace(note, mod=was.mod) != was)
            assert not was or was.fields.get("Evidence", "")[:2] == note.fields.get("Evidence", "")[:2]
        assert not (found.edited or found.beneath or found.dropped)
        assert stamped(follow(version, new, {}).deck, at + 99, new) == new
        old = new


# ---------------------------------------------------------------- which article it is


def test_an_article_with_a_new_title_goes_on_under_the_old_id_and_name() -> None:
    renamed = Source("新標題", "新標題", "2025-09-19", "", "")
    notes = [replace(n, key=n.key.replace("|a|", "|新標題|"), source="新標題") for n in (TALKS, RATE, MEN, ROUND)]
    new = deck(*notes, source=renamed)
    assert continues(new, OLD)
    found = again(new, OLD)
    assert (found.name, found.sources[0].id, found.sources[0].title) == ("關稅", "a", "新標題")
    assert by(found, "fact|a|figure|4 轮|1").source == "a"
    assert str(changes(OLD, found)) == "1 new, 3 unchanged"


def test_another_article_does_not_go_on() -> None:
    other = Source("b", "月球", "2024-06-25", "", "")
    assert not continues(deck(fact("1935.3克", "1935.3 g", "帶回1935.3克樣品。"), TRUCE, source=other), OLD)
    assert not continues(deck(source=other), OLD)
    here, there = (replace(source, url="https://a.b/1") for source in (SOURCE, other))
    assert continues(deck(TRUCE, source=there), replace(OLD, sources=(here,)))


# ---------------------------------------------------------------- a person's hand


def edited(found: Deck, key: str, **fields: str) -> Deck:
    notes = (replace(n, fields={**n.fields, **fields}) if n.key == key else n for n in found.notes)
    return replace(found, notes=tuple(notes))


def without(found: Deck, key: str) -> Deck:
    return replace(found, notes=tuple(note for note in found.notes if note.key != key))


def test_an_edited_note_stays_and_what_changed_beneath_it_is_shown_once() -> None:
    mine = edited(OLD, MEN.key, Gloss="a dozen")
    quiet = follow(deck(TALKS, RATE, MEN), mine, {})
    assert (by(quiet.deck, MEN.key).fields["Gloss"], quiet.edited, quiet.beneath) == ("a dozen", (MEN.key,), ())
    mended = fact("12人", "12 人", "這次地震造成12人死亡。")
    loud = follow(deck(TALKS, RATE, mended), mine, {})
    assert by(loud.deck, MEN.key).fields == by(mine, MEN.key).fields
    assert [(b.note.key, b.made.fields["Evidence"]) for b in loud.beneath] == [(MEN.key, "這次地震造成12人死亡。")]
    assert not follow(deck(TALKS, RATE, mended), stamped(loud.deck, NOW, mine), {}).beneath


def test_an_edit_that_is_taken_back_follows_the_article_again() -> None:
    mended = fact("12人", "12 人", "這次地震造成12人死亡。")
    mine = edited(edited(OLD, MEN.key, Gloss="a dozen"), MEN.key, Gloss="")
    found = again(deck(TALKS, RATE, mended), mine)
    assert by(tidied(found), MEN.key).fields["Evidence"] == "這次地震造成12人死亡。"


def test_a_note_that_was_dropped_stays_dropped() -> None:
    found = follow(deck(TALKS, RATE, MEN), without(OLD, MEN.key), {})
    assert found.dropped == (MEN.key,) and MEN.key not in {note.key for note in found.deck.notes}
    assert follow(deck(TALKS, RATE, MEN), found.deck, {}).dropped == (MEN.key,)
    words = follow(deck(TALKS, RATE, MEN), without(OLD, TALKS.key), {})
    assert words.dropped == (TALKS.key,)


def test_a_note_of_ones_own_is_never_retired() -> None:
    own = replace(ROUND, key="mine")
    mine = replace(OLD, notes=(*OLD.notes, own))
    found = follow(deck(TALKS, RATE, MEN), mine, {})
    assert by(found.deck, "mine") == own and found.edited == ("mine",)


def test_a_flagged_note_is_left_out_until_it_is_edited() -> None:
    found = follow(deck(TALKS, RATE, MEN), OLD, {MEN.key: "which quake?"})
    assert found.flagged == (MEN.key,) and MEN.key not in {note.key for note in found.deck.notes}
    (what,) = found.deck.withheld
    assert (what.what, what.reason, what.sentence) == ("12人", "flagged: which quake?", "地震造成12人死亡。")
    assert not follow(deck(TALKS, RATE, MEN), found.deck, {}).dropped, "it comes back with the flag gone"
    mended = edited(OLD, MEN.key, Question="哪次地震？")
    assert not follow(deck(TALKS, RATE, MEN), mended, {MEN.key: "which quake?"}).flagged


def test_an_edited_note_changes_for_anki_when_it_is_first_written() -> None:
    mine = edited(edited(OLD, MEN.key, Gloss="a dozen"), TALKS.key, English="negotiation")
    assert mods(stamped(mine, NOW)) == [NOW, THEN, NOW]
    assert mods(stamped(mine, NOW + 9, stamped(mine, NOW))) == [NOW, THEN, NOW]


def test_what_stands_only_in_the_old_file_is_kept_but_not_what_was_dropped() -> None:
    more = stamped(deck(TALKS, TRUCE, RATE, MEN, ROUND), THEN)
    found = stamped(without(OLD, MEN.key), NOW, more)
    assert {note.key for note in found.notes} == {n.key for n in (TALKS, TRUCE, RATE, ROUND)}
    assert [note.key for note in found.notes if RETIRED in note.tags] == [ROUND.key]


# ---------------------------------------------------------------- on the command line


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(THEN))
    for name in SAMPLES:
        Path(f"{name}.txt").write_bytes((DECKS / f"{name}.txt").read_bytes())
    Path("bridge.txt").write_text(BRIDGE, encoding="utf-8")
    return tmp_path


BRIDGE = """港珠澳大橋正式通車
2018年10月24日

全長55公里的港珠澳大橋24日正式通車。通車儀式前一天在珠海舉行，習近平出席。
"""
TALK = next(name for name in SAMPLES if name.startswith("us-china"))


def build(run: Run, *arguments: object, at: int = THEN, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(at))
    ran = run("build", *arguments, *(("--level", "4") if str(arguments[0]).endswith(".txt") else ()))
    assert (ran.status, ran.err) == (0, ""), ran.err
    return ran.out


@pytest.mark.parametrize("suffix", [".apkg", ".yaml", ".json"])
def test_a_build_onto_a_deck_goes_on(suffix: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(f"deck{suffix}")
    assert "Updated" not in build(run, "bridge.txt", "-o", place, monkeypatch=monkeypatch)
    first = read(place)
    assert f"Updated: {len(first.notes)} unchanged." in build(
        run, "bridge.txt", "-o", place, at=NOW, monkeypatch=monkeypatch
    )
    assert read(place) == first
    Path("mended.txt").write_text(BRIDGE.replace("55公里", "54公里"), encoding="utf-8")
    out = build(run, "mended.txt", "-o", place, at=NOW, monkeypatch=monkeypatch)
    assert re.search(r"Updated: (\d+ new, )?[1-3] revised", out)
    (rate,) = (note for note in read(place).notes if note.key.endswith("|figure|55 公里|1"))
    assert (rate.fields["Answer"], rate.fields["Remark"], rate.mod) == ("54公里", "was 55公里", NOW)


@pytest.mark.parametrize("suffix", [".apkg", ".yaml", ".json"])
def test_another_articles_deck_is_never_written_over(suffix: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(f"deck{suffix}")
    build(run, f"{TALK}.txt", "-o", place, monkeypatch=monkeypatch)
    before = place.read_bytes()
    other = next(name for name in SAMPLES if name != TALK)
    ran = run("build", f"{other}.txt", "--level", "4", "-o", place)
    assert ran.status == 1 and ran.err.count("\n") == 1
    assert "this is the deck of another article" in ran.err
    build(run, f"{other}.txt", "-o", "other.json", monkeypatch=monkeypatch)
    assert "another article" in run("build", "other.json", "-o", place).err
    assert place.read_bytes() == before


def rewritten(path: str, edits: Iterable[tuple[str, str]]) -> None:
    text = Path(path).read_text(encoding="utf-8")
    for pattern, new in edits:
        text, count = re.subn(pattern, new, text, count=1, flags=re.DOTALL)
        assert count == 1, pattern
    Path(path).write_text(text, encoding="utf-8")


def test_a_persons_edits_win_into_any_format(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    build(run, f"{TALK}.txt", "-o", "mine.yaml", monkeypatch=monkeypatch)
    first = read(Path("mine.yaml"))
    dropped, kept = (note for note in first.notes[:2])
    rewritten("mine.yaml", [(r"- type: word\n.*?(?=- type: )", ""), (r"\n    English: [^\n]*", "\n    English: mine")])
    flagged = next(note for note in first.notes if note.type == "fact")
    flag(review_file(Path("mine.yaml")), flagged.key, "too easy")
    for place in ("out.apkg", "out.yaml", "out.json"):
        out = build(run, f"{TALK}.txt", "--over", "mine.yaml", "-o", place, at=NOW, monkeypatch=monkeypatch)
        assert "; 1 edited by you; 1 dropped by you; 1 flagged." in out
        found = read(Path(place))
        assert {note.key for note in first.notes} - {note.key for note in found.notes} == {dropped.key, flagged.key}
        mine = next(note for note in found.notes if note.key == kept.key)
        assert (mine.fields["English"], mine.mod) == ("mine", NOW)
        assert {n.mod for n in found.notes if n.key != kept.key} == {WORD_MOD, THEN}
    assert build(run, f"{TALK}.txt", "--over", "mine.yaml", "-o", "out.apkg", at=NOW + 9, monkeypatch=monkeypatch)
    assert read(Path("out.apkg")).notes == found.notes


def test_what_the_article_now_makes_of_an_edited_note_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    build(run, "bridge.txt", "-o", "mine.yaml", monkeypatch=monkeypatch)
    rewritten("mine.yaml", [(r"Question: ([^\n]*)\n    Answer: 55公里", r"Question: 我的問題？\n    Answer: 55公里")])
    Path("mended.txt").write_text(BRIDGE.replace("55公里", "54公里"), encoding="utf-8")
    out = build(run, "mended.txt", "-o", "mine.yaml", at=NOW, monkeypatch=monkeypatch)
    assert "Your edit of 我的問題？ stays; the article now makes:" in out
    assert "    Answer: 55公里 → 54公里\n" in out
    assert "Question: 我的問題？\n    Answer: 55公里" in Path("mine.yaml").read_text(encoding="utf-8")


def test_a_table_of_what_was_made_stands_at_the_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    build(run, f"{TALK}.txt", "-o", "deck.yaml", monkeypatch=monkeypatch)
    head, _, table = Path("deck.yaml").read_text(encoding="utf-8").rpartition("\nmade:\n")
    assert head and all(re.fullmatch(r"  .+: '?[0-9a-f]{12}'?", line) for line in table.splitlines())
    assert len(table.splitlines()) == len(read(Path("deck.yaml")).notes)


def test_cards_stay_woken_and_waking_them_changes_their_notes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizgen.formats import woken

    build(run, f"{TALK}.txt", "-o", "deck.apkg", monkeypatch=monkeypatch)
    build(run, f"{TALK}.txt", "-o", "deck.apkg", "--cards", "recall", at=NOW, monkeypatch=monkeypatch)
    found = read(Path("deck.apkg"))
    assert {note.mod for note in found.notes if note.type == "word"} == {NOW}
    assert {note.mod for note in found.notes if note.type == "fact"} == {THEN}
    build(run, f"{TALK}.txt", "-o", "deck.apkg", at=NOW + 9, monkeypatch=monkeypatch)
    assert read(Path("deck.apkg")) == found and woken(Path("deck.apkg")) == {"recall"}


@pytest.mark.parametrize("cards", ["flip", "recall,flip"])
def test_cards_that_do_not_exist_are_told(cards: str, run: Run) -> None:
    ran = run("build", f"{TALK}.txt", "--cards", cards)
    assert ran.status == 2 and "there are no 'flip' cards; choose among recall, typed, listening, writing" in ran.err


def test_over_another_articles_deck_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    build(run, f"{TALK}.txt", "-o", "talks.yaml", monkeypatch=monkeypatch)
    ran = run("build", "bridge.txt", "--level", "4", "--over", "talks.yaml", "-o", "deck.apkg")
    assert ran.status == 1 and ran.err.endswith("Give --over the deck of this article.\n")
    assert run("build", "bridge.txt", "--level", "4", "--over", "none.yaml").err.count("\n") == 1
    assert not Path("deck.apkg").exists()


def test_time_nought_is_a_time(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    build(run, "bridge.txt", "-o", "deck.apkg", at=0, monkeypatch=monkeypatch)
    assert {note.mod for note in read(Path("deck.apkg")).notes} == {WORD_MOD, 1}


def test_a_patch_is_written_and_replaced_but_nothing_else_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        out = build(run, "bridge.txt", "-o", "deck.tsv", monkeypatch=monkeypatch)
        assert "Import it in Anki" in out
    assert Path("deck.tsv").read_text(encoding="utf-8").startswith("#separator:tab\n#html:true\n#guid column:1\n")
    Path("deck.tsv").write_text("mine\t1\n", encoding="utf-8")
    assert "stays as it is" in run("build", "bridge.txt", "--level", "4", "-o", "deck.tsv").err
    assert Path("deck.tsv").read_text(encoding="utf-8") == "mine\t1\n"


def test_over_needs_an_article(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    build(run, f"{TALK}.txt", "-o", "deck.yaml", monkeypatch=monkeypatch)
    assert run("build", "deck.yaml", "--over", "deck.yaml", "-o", "deck.apkg").status == 2


# ---------------------------------------------------------------- diff


def test_diff_of_two_decks_and_two_articles_tells_the_same(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("mended.txt").write_text(BRIDGE.replace("55公里", "54公里"), encoding="utf-8")
    build(run, "bridge.txt", "-o", "old.apkg", monkeypatch=monkeypatch)
    build(run, "mended.txt", "-o", "new.yaml", monkeypatch=monkeypatch)
    ran = run("diff", "old.apkg", "new.yaml")
    assert (ran.status, ran.err) == (1, "")
    assert "    Answer: 55公里 → 54公里\n" in ran.out and ", 0 gone, " in ran.out
    assert run("diff", "bridge.txt", "mended.txt", "--level", "4").out == ran.out


def test_diff_lists_what_is_new_and_gone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    build(run, "bridge.txt", "-o", "old.yaml", monkeypatch=monkeypatch)
    found = read(Path("old.yaml"))
    write(replace(found, notes=found.notes[1:]), Path("less.json"))
    hanzi = found.notes[0].fields["Hanzi"]
    ran = run("diff", "old.yaml", "less.json")
    assert ran.out.startswith(f"- {hanzi}  ")
    assert ran.out.endswith(f"0 new, 1 gone, 0 changed, {len(found.notes) - 1} the same.\n")
    assert run("diff", "less.json", "old.yaml").out.startswith(f"+ {hanzi}  ")
    assert run("diff", "old.yaml", "old.yaml").status == 0
