"""The commands as they are typed: what they make, and one line of help for whatever is wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen import __version__
from quizgen.cli import COMMANDS
from quizgen.formats import FORMATS, read
from tests.conftest import Run
from tests.samples import DECKS, KEPT, SAMPLES

ARTICLE = """港珠澳大橋正式通車
2018年10月24日

全長55公里的港珠澳大橋24日正式通車。通車儀式前一天在珠海舉行，習近平出席。
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, with an article in it, and a moment that stands still."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763800000")
    Path("bridge.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


# ---------------------------------------------------------------- build


@pytest.mark.parametrize("suffix", KEPT)
def test_an_article_becomes_a_deck(suffix: str, run: Run) -> None:
    ran = run("build", "bridge.txt", "--level", "4", "-o", f"deck{suffix}")
    deck = read(Path(f"deck{suffix}"))
    assert ran.status == 0 and not ran.err
    assert {note.type for note in deck.notes} == {"fact", "word"}
    assert deck.name == deck.sources[0].title == "港珠澳大橋正式通車"
    assert deck.sources[0].date == "2018-10-24" and not deck.sources[0].inferred


def test_the_report_opens_with_what_is_gained_and_ends_with_what_to_do(run: Run) -> None:
    out = run("build", "bridge.txt", "--level", "4").out
    assert re.match(r"港珠澳大橋正式通車  2018-10-24\nYou know \d+% of this article; these \d+ words make it", out)
    assert "Level 4 of the HSK 2025 syllabus, in force since July 2026: 1,978 words." in out
    assert "← you" in out and " fact card" in out and "問 " in out and "詞 " in out
    assert out.endswith("Open it in Anki (File, Import), or be asked here: quizgen quiz bridge.apkg\n")


def test_the_deck_is_named_after_the_file_and_stands_here(run: Run) -> None:
    run("build", "bridge.txt", "--level", "4")
    assert Path("bridge.apkg").is_file()
    run("build", "-", "--level", "4", stdin=ARTICLE.encode())
    assert Path("港珠澳大橋正式通車.apkg").is_file()
    assert read(Path("bridge.apkg")) == read(Path("港珠澳大橋正式通車.apkg"))


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_article_makes_the_same_bytes(suffix: str, run: Run) -> None:
    for name in ("one", "two"):
        assert run("build", DECKS / f"{SAMPLES[0]}.txt", "--level", "4", "-o", f"{name}{suffix}").status == 0
    assert Path(f"one{suffix}").read_bytes() == Path(f"two{suffix}").read_bytes()


def test_the_same_bytes_come_from_another_process(run: Run) -> None:
    run("build", "bridge.txt", "--level", "4", "-o", "one.apkg")
    command = [sys.executable, "-m", "quizgen", "build", "bridge.txt", "--level", "4", "-o", "two.apkg"]
    subprocess.run(command, check=True, capture_output=True)
    assert Path("one.apkg").read_bytes() == Path("two.apkg").read_bytes()


def test_a_deck_that_was_edited_is_built(run: Run) -> None:
    run("build", "bridge.txt", "--level", "4", "-o", "deck.yaml")
    text = Path("deck.yaml").read_text(encoding="utf-8")
    assert "English: " in text
    Path("deck.yaml").write_text(re.sub("English: .*", "English: mine", text, count=1), encoding="utf-8")
    ran = run("build", "deck.yaml", "-o", "deck.apkg")
    assert (ran.status, ran.out) == (0, f"deck.apkg: {len(read(Path('deck.yaml')).notes)} notes from deck.yaml.\n")
    assert read(Path("deck.apkg")).notes[0].fields["English"] == "mine"
    assert run("build", "deck.apkg", "-o", "back.json").status == 0
    there, here = (read(Path(name)).notes for name in ("back.json", "deck.yaml"))
    assert [replace(note, mod=0) for note in there] == [replace(note, mod=0) for note in here]


def test_the_options_are_heard(run: Run) -> None:
    arguments = ("--title", "大橋", "--date", "2018-10-25", "--id", "bridge", "--url", "https://example.org/1")
    run("build", "bridge.txt", "--level", "2", "--facts", "1", "--words", "2", *arguments, "-o", "deck.json")
    tree = json.loads(Path("deck.json").read_text(encoding="utf-8"))
    assert tree["sources"] == [{"id": "bridge", "title": "大橋", "date": "2018-10-25", "url": "https://example.org/1"}]
    assert [note["type"] for note in tree["notes"]] == ["word", "word", "fact"]
    run("build", "bridge.txt", "--level", "2", "--all", "-o", "all.json")
    assert len(read(Path("all.json")).notes) > 3


def test_without_a_level_and_a_terminal_4_is_taken_and_said(run: Run) -> None:
    ran = run("build", "bridge.txt", "-o", "deck.apkg")
    assert (ran.status, ran.err) == (0, "quizgen: no --level given, so level 4 is taken.\n")
    assert "Level 4 of" in ran.out


def test_on_a_terminal_the_level_is_asked_for_until_there_is_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.cli.inputs._on_terminal", lambda: True)
    ran = run("build", "bridge.txt", stdin=b"11\n6\n")
    assert ran.status == 0 and "Level 6 of the" in ran.out
    assert "Your level in the HSK 2025 syllabus" in ran.err and "no level '11'" in ran.err


def test_on_a_terminal_long_work_says_that_it_goes_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.cli.inputs._LONG", 10)
    assert "Reading" not in run("build", "bridge.txt", "--level", "4").err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "Reading 62 characters" in run("build", "bridge.txt", "--level", "4", "-o", "b.apkg").err


def test_a_list_of_ones_own_is_a_standard(run: Run) -> None:
    Path("tocfl.csv").write_text("word,level\n大橋,A1\n儀式,B1\n舉行,B2\n", encoding="utf-8")
    ran = run("build", "bridge.txt", "--standard", "tocfl.csv", "--level", "B1", "-o", "deck.yaml")
    assert ran.status == 0 and "Level B1 of the word list tocfl: 2 words." in ran.out
    assert "儀式" not in [note.fields.get("Hanzi") for note in read(Path("deck.yaml")).notes]


@pytest.mark.parametrize("standard", ["hsk2025", "hsk2021", "hsk2010"])
def test_each_standard_is_named_in_words(standard: str, run: Run) -> None:
    ran = run("build", "bridge.txt", "--standard", standard, "--level", "3")
    assert re.search(rf"Level 3 of the HSK .*{standard[3:]}.*: [\d,]+ words\.", ran.out)


def test_nothing_found_is_told_and_no_deck_is_written(run: Run) -> None:
    ran = run("build", "-", "--level", "4", "-o", "deck.apkg", stdin="他走了。".encode())
    assert ran.status == 1 and "no deck was written" in ran.err
    assert not Path("deck.apkg").exists()


# ---------------------------------------------------------------- show, quiz, help


def test_show_tells_rules_and_sentences(run: Run) -> None:
    out = run("show", "bridge.txt", "--level", "4").out
    assert "全長55公里的港珠澳大橋24日正式通車。" in out
    assert re.search(r"date +24日  2018-10-24  \w+", out)


def test_show_as_json_is_json(run: Run) -> None:
    ran = run("show", "bridge.txt", "--level", "4", "--json")
    tree = json.loads(ran.out)
    assert list(tree) == ["source", "facts", "questions", "words", "withheld"]
    text = ARTICLE.strip()
    assert all(text[fact["start"] : fact["end"]] == fact["text"] and fact["rule"] for fact in tree["facts"])
    assert {"kind", "value", "sentence", "parts", "doubt"} <= set(tree["facts"][0])
    assert all(word["Hanzi"] and word["Pinyin"] for word in tree["words"])


def test_show_says_what_it_assumes_on_stderr_alone(run: Run) -> None:
    ran = run("show", "bridge.txt", "--json")
    assert json.loads(ran.out) and ran.err == "quizgen: no --level given, so level 4 is taken.\n"


def test_quiz_asks_a_deck(run: Run, tmp_path: Path) -> None:
    run("build", "bridge.txt", "--level", "4", "-o", "deck.yaml")
    ran = run("quiz", "deck.yaml", "--progress", tmp_path / "p.sqlite", "--seed", "1", stdin=b"1\n" * 30)
    assert ran.status == 0 and re.search(r"\d+ of \d+ right\n$", ran.out)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"quizgen, version {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps(command: str, run: Run) -> None:
    ran = run(command, "--help")
    assert ran.status == 0 and ran.out.startswith("Usage: ") and f" {command} [OPTIONS]" in ran.out
    assert COMMANDS[command][1] in run("--help").out


def test_chinese_goes_through_a_pipe_that_knows_only_ascii() -> None:
    command = [sys.executable, "-m", "quizgen", "show", "bridge.txt", "--level", "4"]
    ran = subprocess.run(command, check=True, capture_output=True, env={"PYTHONIOENCODING": "ascii", "PATH": ""})
    assert "港珠澳大橋" in ran.stdout.decode()


# ---------------------------------------------------------------- bad input

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
BAD: list[tuple[str, bytes, str, int]] = [
    ("build a.txt", b"", "a.txt: it is empty.", 1),
    ("build a.txt", b" \r\n\t", "a.txt: it is empty.", 1),
    ("build a.txt", b"Hello.", "a.txt: there is no Chinese text in it.", 1),
    ("build a.txt", PNG, "a.txt: this is not text", 1),
    ("build a.txt", ARTICLE.encode()[:-10] + b"\xff\xfe" + b"\n", "a.txt:4: the text is UTF-8, but", 1),
    ("build a.txt", b"<!DOCTYPE html><p>\xe6\xa9\x8b", "a.txt: this is a web page", 1),
    ("build none.txt", b"", "none.txt: there is no such file.", 1),
    ("build none/none.txt", b"", "none/none.txt: there is no such file.", 1),
    ("build .", b"", ".: this is a folder.", 1),
    ("build bridge.txt/a.txt", b"", "bridge.txt/a.txt: cannot be read: Not a directory.", 1),
    ("build -", b"", "standard input: it is empty.", 1),
    ("build a.pdf", b"%PDF-1.7", "a.pdf: cannot read .pdf files.", 2),
    ("build a.html", b"<html>", "a.html: cannot read .html files.", 2),
    ("build a.yaml", b"name: x", "a.yaml:1: this is no deck", 1),
    ("build a.yaml", b"[", "a.yaml:2: this is no YAML", 1),
    ("build a.json", b"{}", "a.json: this is no deck", 1),
    ("build a.apkg -o b.yaml", b"PK", "a.apkg: this is no .apkg", 1),
    ("build none.yaml", b"", "none.yaml: there is no such file.", 1),
    ("build bridge.txt --level 99", b"", "hsk2025 has no level '99'. Choose one of 1, 2, 3, 4, 5, 6, 7–9.", 2),
    ("build bridge.txt --level=-1", b"", "hsk2025 has no level '-1'.", 2),
    ("build bridge.txt --standard nope", b"", "no standard 'nope'. Choose hsk2025,", 2),
    ("build bridge.txt --standard a.txt", b"no words", "a.txt: no word,level in it.", 1),
    ("build bridge.txt --standard a.txt", PNG, "a.txt: cannot be read as UTF-8 text.", 1),
    ("build bridge.txt --date soon", b"", "--date soon is not a day.", 2),
    ("build bridge.txt -o x.pdf", b"", "x.pdf: .pdf is no kind of deck. Use .apkg, .yaml, .json, .tsv, .html.", 2),
    ("build bridge.txt -o x", b"", "x: no suffix is no kind of deck.", 2),
    ("build bridge.txt -o no/such/dir/x.apkg", b"", "no/such/dir/x.apkg: the folder no/such/dir is not there.", 1),
    ("build bridge.txt --level 4 -o a.apkg", b"mine", "a.apkg: this is no deck of ours, so it stays as it is.", 1),
    ("build bridge.txt --level 4 -o a.yaml", b"mine: 1", "a.yaml: this is no deck of ours, so it stays as it is.", 1),
    ("build a.yaml -o a.yaml", b"notes: []", "a.yaml: the deck would be written over itself.", 2),
    ("show none.txt", b"", "none.txt: there is no such file.", 1),
    ("show bridge.txt --level x", b"", "hsk2025 has no level 'x'.", 2),
    ("quiz none.apkg", b"", "none.apkg: there is no such file.", 1),
    ("quiz a.yaml", b"name: x", "a.yaml:1: this is no deck", 1),
    ("quiz none.txt", b"", "none.txt: there is no such file.", 1),
]


@pytest.mark.parametrize(("line", "content", "told", "status"), BAD, ids=[f"{bad[2]} ({bad[0]})" for bad in BAD])
def test_what_is_wrong_is_told_in_one_line(line: str, content: bytes, told: str, status: int, run: Run) -> None:
    names = re.findall(r"\ba\.\w+", line)
    for name in names:
        Path(name).write_bytes(content)
    ran = run(*line.split(), stdin=b"")
    *before, last = ran.err.splitlines()
    assert (ran.status, ran.out) == (status, "")
    assert last.startswith(f"quizgen: {told}")
    assert last.partition(". ")[2], "what to do follows what is wrong"
    assert set(before) <= {"quizgen: no --level given, so level 4 is taken."}
    assert all(Path(name).read_bytes() == content for name in names), "an existing file stays as it was"
    assert sorted(p.name for p in Path().iterdir()) == sorted({"bridge.txt", *names}), "and no other is left"


@pytest.mark.parametrize("line", ["bild bridge.txt", "build", "build bridge.txt --facts few", "build a b", "quiz"])
def test_wrong_usage_is_2(line: str, run: Run) -> None:
    ran = run(*line.split())
    assert ran.status == 2 and "--help" in ran.err and "Traceback" not in ran.err


def test_a_clock_that_is_no_number_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    ran = run("build", "bridge.txt", "--level", "4")
    assert (ran.status, ran.err[:32]) == (2, "quizgen: SOURCE_DATE_EPOCH=today")
    assert not Path("bridge.apkg").exists()


def test_an_old_deck_stays_when_the_new_one_cannot_be_made(run: Run) -> None:
    run("build", "bridge.txt", "--level", "4", "-o", "deck.apkg")
    before = Path("deck.apkg").read_bytes()
    Path("empty.txt").touch()
    assert run("build", "empty.txt", "--level", "4", "-o", "deck.apkg").status == 1
    assert Path("deck.apkg").read_bytes() == before


def test_a_page_to_print_is_made_anew_but_never_over_another(run: Run) -> None:
    for _ in range(2):
        ran = run("build", "bridge.txt", "--level", "4", "-o", "page.html")
        assert (ran.status, ran.err) == (0, "")
        assert "print it" in ran.out
    told = Path("page.html").read_text(encoding="utf-8")
    assert "<ruby>" in told
    assert '<ol class="questions"' in told
    Path("mine.html").write_text("<p>mine</p>", encoding="utf-8")
    ran = run("build", "bridge.txt", "--level", "4", "-o", "mine.html")
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert Path("mine.html").read_text(encoding="utf-8") == "<p>mine</p>"
    run("build", "bridge.txt", "--level", "4", "-o", "deck.yaml")
    assert "Give the article" in run("build", "deck.yaml", "-o", "deck.html").err


def test_what_is_retired_is_not_held_against_the_article(run: Run) -> None:
    run("build", "bridge.txt", "--level", "4", "--words", "0", "-o", "deck.apkg")
    text = Path("bridge.txt").read_text(encoding="utf-8")
    Path("bridge.txt").write_text(text.replace("全長55公里的", ""), encoding="utf-8")
    assert "retired" in run("build", "bridge.txt", "--level", "4", "--words", "0", "-o", "deck.apkg").out
    ran = run("verify", "deck.apkg", "bridge.txt")
    assert (ran.status, ran.out.rstrip().endswith("1 retired, not looked at.")) == (0, True)


def test_a_folder_named_like_a_page_is_told_in_one_line(run: Run) -> None:
    Path("pages.html").mkdir()
    ran = run("build", "bridge.txt", "--level", "4", "-o", "pages.html")
    assert (ran.status, ran.err.count("\n")) == (1, 1)
