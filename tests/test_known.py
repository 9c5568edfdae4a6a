"""Files of known words: lists, decks of ours, and what the real Anki exports, in its old and its modern form."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quizgen import formats
from quizgen.errors import QuizgenError
from quizgen.formats.known import known_words
from quizgen.update import stamped
from tests.conftest import Run
from tests.samples import SAMPLES, sample_deck

WORDS = (("谈判", "關稅", 30), ("協議", "讓步", 21), ("分歧", "衝突", 20), ("諒解", "戰略", 0))
HEAD = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
LISTS = [
    ("關稅\n谈判\n", "关税 谈判"),
    ("\ufeff關稅\r\n\r\n# 註\r\n谈判\r\n", "关税 谈判"),
    ("guānshuì\t關稅\ttariff\n", "关税"),
    ("关税[guan1 shui4]\ttariff\n打交道\t", "关税 打交道"),
    ("word,level\n關稅,5\n", "关税"),
    (HEAD + 'x<1\t基本\t中文\t<b>關</b>稅&nbsp;\t"a ""tariff"""\t新聞\n', "关税"),
    (HEAD + "x<1\t基本\t中文\tHe said 好\t[sound:a.mp3]\t新聞\n" + "x<2\t基本\t中文\t協議\tagreement\t\n", "协议"),
    ("#separator:Comma\n談判,talks\n", "谈判"),
    ("於是\n關稅\n乾燥\n", "于是 关税 干燥"),
    ("象徵\n", "象征"),
    ("經貿 trade\n談判 [tan2 pan4] talks\n1. 協議\n", "经贸 谈判 协议"),
    ("關稅 談判\n", "关税 谈判"),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_a_list_gives_the_first_field_of_each_line_that_is_all_hanzi(text: str, wanted: str, tmp_path: Path) -> None:
    path = tmp_path / "known.txt"
    path.write_text(text, encoding="utf-8")
    assert set(wanted.split()) <= known_words([path])
    assert not {"中文", "基本", "新闻"} & known_words([path])


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".apkg"])
def test_of_a_deck_of_ours_the_words_are_known_and_the_facts_answers_are_not(suffix: str, tmp_path: Path) -> None:
    path, deck = tmp_path / f"deck{suffix}", stamped(sample_deck(SAMPLES[0]), 1_758_000_000)
    formats.write(deck, path)
    words = {n.fields["Simplified"] for n in deck.notes if n.type == "word"}
    found = known_words([path])
    assert words <= found
    assert not {n.fields["Answer"] for n in deck.notes if n.type == "fact"} & (found - words)


# ---------------------------------------------------------------- the real Anki


@pytest.fixture
def collection(tmp_path: Path) -> Any:
    anki = pytest.importorskip("anki.collection", reason="Anki is not installed here")
    found = anki.Collection(str(tmp_path / "collection.anki2"))
    kind = found.models.by_name("Basic (and reversed card)")
    for front, back, interval in WORDS:
        note = found.new_note(kind)
        note.fields = [f"<b>{front}</b>, or <i>x</i>", f"<div>{back}</div>"]
        found.add_note(note, 1)
        card = found.get_card(found.card_ids_of_note(note.id)[1])  # the other card of the note stays new
        card.ivl, card.type, card.queue = interval, 2 * bool(interval), 2 * bool(interval)
        found.update_card(card)
    return found


def packages(collection: Any, folder: Path, legacy: bool) -> dict[str, Path]:
    """What Anki writes: a deck with its progress, and the whole collection, which closes it."""
    from anki.collection import ExportAnkiPackageOptions

    deck, whole = folder / "export.apkg", folder / "export.colpkg"
    options = ExportAnkiPackageOptions(with_scheduling=True, legacy=legacy)
    collection.export_anki_package(out_path=str(deck), options=options, limit=None)
    collection.export_collection_package(str(whole), include_media=False, legacy=legacy)
    return {".apkg": deck, ".colpkg": whole}


@pytest.mark.parametrize("legacy", [True, False], ids=["old", "zstd"])
@pytest.mark.parametrize("suffix", [".apkg", ".colpkg"])
def test_of_ankis_packages_what_comes_again_in_21_days_or_more_is_known(
    collection: Any, tmp_path: Path, legacy: bool, suffix: str
) -> None:
    path = packages(collection, tmp_path, legacy)[suffix]
    assert ("collection.anki21b" in zipfile.ZipFile(path).namelist()) is not legacy
    assert known_words([path]) == {"关税", "让步"}


def test_of_a_deck_of_ours_that_anki_exports_the_intervals_count(tmp_path: Path) -> None:
    deck = stamped(sample_deck(SAMPLES[0]), 1_758_000_000)
    formats.write(deck, path := tmp_path / "deck.apkg")
    words = [n.fields["Simplified"] for n in deck.notes if n.type == "word"]
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    base = sqlite3.connect(":memory:")
    base.deserialize(members["collection.anki2"])
    base.execute(
        f"update cards set ivl = 30, reps = 4 where nid in (select id from notes where flds like '%word|{words[0]}|%')"
    )
    base.execute("update cards set ivl = 30 where nid in (select id from notes where flds like '%fact|%')")
    base.commit()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, base.serialize() if name == "collection.anki2" else data)
    assert known_words([path]) == {words[0]}


def test_a_package_without_progress_is_a_list(collection: Any, tmp_path: Path) -> None:
    from anki.collection import ExportAnkiPackageOptions

    path = tmp_path / "shared.apkg"
    collection.export_anki_package(out_path=str(path), options=ExportAnkiPackageOptions(), limit=None)
    assert known_words([path]) == {"关税", "让步", "冲突", "战略"}


def test_ankis_text_is_a_list(collection: Any, tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    told = dict.fromkeys(("with_html", "with_tags", "with_deck", "with_notetype", "with_guid"), True)
    collection.export_note_csv(out_path=str(path), limit=None, **told)
    assert known_words([path]) == {"关税", "让步", "冲突", "战略"}


# ---------------------------------------------------------------- what is no such file


def _zip(path: Path, member: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, data)


BAD: list[tuple[str, Callable[[Path], object], str]] = [
    ("a.txt", lambda path: None, "no such file"),
    ("a.txt", lambda path: path.write_text("no Hanzi here\n"), "no Chinese word"),
    ("a.txt", lambda path: path.write_text("雙方昨天會談，達成諒解。\n"), "no Chinese word"),
    ("a.txt", lambda path: path.write_bytes(b""), "no Chinese word"),
    ("a.pdf", lambda path: path.write_bytes(b"%PDF"), "no list of known words"),
    ("a.apkg", lambda path: path.write_text("關稅"), "no package of Anki's"),
    ("a.apkg", lambda path: _zip(path, "media", b"{}"), "cannot be read"),
    ("a.apkg", lambda path: _zip(path, "collection.anki2", b"no database"), "cannot be read"),
    ("a.colpkg", lambda path: _zip(path, "collection.anki21b", b"no zstd"), "cannot be read"),
    ("a.yaml", lambda path: path.write_text("- a\n"), "no deck"),
    ("a.txt", Path.mkdir, "cannot be read"),
]


@pytest.mark.parametrize(("name", "make", "said"), BAD)
def test_a_bad_file_gets_one_clear_line(name: str, make: Callable[[Path], object], said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    make(path)
    with pytest.raises(QuizgenError, match=said) as caught:
        known_words([path])
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)


def test_a_package_whose_notes_are_all_young_says_so(collection: Any, tmp_path: Path) -> None:
    collection.db.execute("update cards set ivl = 3 where ivl > 3")
    with pytest.raises(QuizgenError, match="none of its 4 notes has an interval of 21 days"):
        known_words([packages(collection, tmp_path, False)[".apkg"]])


def test_known_words_get_no_card(run: Run, tmp_path: Path) -> None:
    article, known = tmp_path / "a.txt", tmp_path / "known.txt"
    article.write_text("雙方會談\n雙方達成諒解，也作出讓步。\n", encoding="utf-8")
    known.write_text("諒解\n", encoding="utf-8")
    ran = run("build", article, "--level", 4, "--known", known, "-o", tmp_path / "d.yaml")
    assert ran.status == 0, ran.err
    words = {n.fields["Hanzi"] for n in formats.read(tmp_path / "d.yaml").notes if n.type == "word"}
    assert "讓步" in words and "諒解" not in words
    ran = run("build", article, "--level", 4, "--known", tmp_path / "none.txt", "-o", tmp_path / "e.yaml")
    assert (ran.status, ran.err.count("\n")) == (1, 1) and not (tmp_path / "e.yaml").exists()
