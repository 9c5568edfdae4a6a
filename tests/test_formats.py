"""A deck comes back from a file as it went in, and what is no deck is told in one line."""

from __future__ import annotations

import hashlib
import io
import json
import re
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import tables
from quizgen.errors import QuizgenError, UsageError
from quizgen.formats import FORMATS, read, write
from quizgen.formats.apkg import derived, markup, notetypes
from quizgen.formats.tidy import MARKS, clean, tidy
from quizgen.items import Deck, Mark, Note, Source, Withheld
from tests.samples import KEPT

SAMPLE = Path(__file__).parent / "cards.yaml"
SUFFIXES = sorted(KEPT)
OWN = {
    kind: [row[1] for row in tables.rows("fields") if row[0] == kind and row[2] in ("needed", "text")]
    for kind in ("fact", "word")
}
HOSTILE = json.loads((Path(__file__).parent / "hostile.json").read_text(encoding="utf-8"))

# ---------------------------------------------------------------- any deck comes back

texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), max_size=5).map("".join)
filled = texts.map(clean).filter(str.strip)
words = filled.map(lambda text: "".join(text.replace('"', "").split())).filter(bool)


@st.composite
def marks(draw: st.DrawFn, name: str, text: str) -> list[Mark]:
    """Of each kind marks that do not overlap; of different kinds in any way."""
    found = []
    for kind in draw(st.lists(st.sampled_from(sorted(MARKS)), unique=True, max_size=3)):
        edges = draw(st.lists(st.integers(0, len(text)), unique=True, max_size=6).map(sorted))
        for start, end in zip(edges[::2], edges[1::2], strict=False):
            value = {"tone": st.sampled_from("12345"), "ruby": filled}.get(kind, st.just(""))
            found.append(Mark(name, start, end, kind, draw(value)))
    return found


@st.composite
def notes(draw: st.DrawFn) -> Note:
    kind = draw(st.sampled_from(sorted(OWN)))
    needed = {"fact": ["Question", "Answer"], "word": ["Hanzi"]}[kind]
    names = {*needed, *draw(st.lists(st.sampled_from(OWN[kind]), max_size=5))}
    fields = {name: draw(filled) for name in sorted(names)}
    found = [mark for name, text in fields.items() for mark in draw(marks(name, text))]
    tags, mod = draw(st.lists(words, max_size=2)), draw(st.integers(1, 2**32))
    return Note(kind, draw(filled), fields, tuple(sorted(found)), tuple(tags), draw(texts.map(clean)), mod)


sources = st.builds(Source, *[texts.map(clean)] * 4, st.just(""), st.booleans())
withheld = st.builds(Withheld, *[texts.map(clean)] * 3)
decks = st.builds(
    Deck,
    texts.map(clean),
    st.lists(sources, max_size=2).map(tuple),
    st.lists(notes(), max_size=4, unique_by=lambda note: note.key).map(tuple),
    st.lists(withheld, max_size=2).map(tuple),
    st.dictionaries(filled, st.from_regex(r"[0-9a-f]{12}", fullmatch=True), max_size=2),
)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(deadline=None, max_examples=120)
@given(deck=decks)
def test_what_is_read_is_what_was_written(suffix: str, deck: Deck, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    write(deck, path)
    assert read(path) == deck


@settings(deadline=None)
@given(text=texts)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(text=texts)
def test_escaped_text_holds_nothing_that_html_or_anki_acts_on(text: str) -> None:
    assert not set('<>"[{') & set(markup.escape(text).replace("<br>", ""))


def test_a_mark_keeps_its_place_when_the_text_before_it_is_cleaned() -> None:
    fields = {"Question": "誰", "Answer": "王", "Evidence": "e\u0301\x1f王"}
    note = Note("fact", "k", fields, (Mark("Evidence", 3, 4, "answer"),), (), "", 1)
    (tidied,) = tidy(Deck("", (), (note,)), ["x"]).notes
    assert (tidied.fields["Evidence"], tidied.marks) == ("é王", (Mark("Evidence", 1, 2, "answer"),))


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([(0, 2, "target", "")], "<b>關稅</b>上升"),
        ([(0, 2, "target", ""), (0, 2, "ruby", "guānshuì")], "<ruby><b>關稅</b><rt>guānshuì</rt></ruby>上升"),
        ([(0, 3, "answer", ""), (2, 4, "tone", "4")], '<mark>關稅<span class="tone4">上</span></mark>'
         '<span class="tone4 more">升</span>'),
    ],
)  # fmt: skip
def test_marks_become_elements(spans: list[tuple[int, int, str, str]], html: str) -> None:
    assert markup.render("關稅上升", [Mark("Sentence", *span) for span in spans]) == html


# ---------------------------------------------------------------- files


def test_the_sample_deck_is_written_as_a_person_wrote_it(tmp_path: Path) -> None:
    write(read(SAMPLE), tmp_path / "again.yaml")
    assert (tmp_path / "again.yaml").read_text(encoding="utf-8") == SAMPLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", FORMATS)
def test_same_deck_same_bytes_and_nothing_else_left(suffix: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(read(SAMPLE), tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {f"one{suffix}", f"two{suffix}"}


def test_json_has_the_public_shape(tmp_path: Path) -> None:
    write(read(SAMPLE), tmp_path / "deck.json")
    deck = json.loads((tmp_path / "deck.json").read_text(encoding="utf-8"))
    assert {"name", "sources", "notes", "withheld"} <= set(deck)
    assert {"id", "title", "date", "url"} <= set(deck["sources"][0])
    assert all({"type", "key", "source", "fields", "marks", "tags"} <= set(note) for note in deck["notes"])
    assert {note["type"] for note in deck["notes"]} == {"fact", "word"}


def test_yaml_takes_what_a_person_types_as_text(tmp_path: Path) -> None:
    path = tmp_path / "typed.yaml"
    path.write_text("name: no\nnotes:\n- {type: fact, key: 1:30, fields: {Question: 2025-09-14, Answer: 08}}\n")
    deck = read(path)
    assert deck.name == "no"
    assert deck.notes == (Note("fact", "1:30", {"Question": "2025-09-14", "Answer": "08"}),)


def test_a_mark_moves_with_its_text(tmp_path: Path) -> None:
    path = tmp_path / "edited.yaml"
    edited = SAMPLE.read_text(encoding="utf-8").replace("臺北101高508", "全臺最高的臺北101高508")
    path.write_text(edited, encoding="utf-8")
    note = next(note for note in read(path).notes if note.key == "fact opening figure")
    assert note.marks == (Mark("Evidence", 11, 16, "answer"),)


def test_a_failed_write_leaves_the_old_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.json"
    path.write_text("mine")

    def full(self: Path, data: bytes) -> int:
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(QuizgenError, match="No space left"):
        write(read(SAMPLE), path)
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_note_that_was_not_stamped_is_a_bug(tmp_path: Path) -> None:
    note = Note("fact", "k", {"Question": "誰？", "Answer": "王毅"})
    with pytest.raises(ValueError, match="stamped"):
        write(Deck("d", (), (note,)), tmp_path / "deck.apkg")


# ---------------------------------------------------------------- what is no deck

FACT = "notes:\n- type: fact\n  key: k\n  fields: {Question: 誰？, Answer: 王毅}\n"
BROKEN = [
    ("deck.yaml", FACT.replace("Answer", "Anser"), "deck.yaml:2: note 'k': a fact has no field 'Anser'"),
    ("deck.yaml", FACT.replace("誰？", "' '"), "deck.yaml:2: note 'k': its Question is empty"),
    ("deck.yaml", FACT.replace("fact", "card"), "deck.yaml:2: note 'k': there is no note type 'card'"),
    ("deck.yaml", FACT + FACT[7:], "deck.yaml:5: two notes have the key 'k'"),
    ("deck.yaml", FACT + "  key: l\n", "deck.yaml:5: 'key' cannot stand here a second time"),
    ("deck.yaml", FACT + "  tags: [a b]\n", "deck.yaml:2: note 'k': the tag 'a b' has a space"),
    ("deck.yaml", FACT + "  tags: a\n", "deck.yaml:2: tags should be a list"),
    ("deck.yaml", FACT + "  mod: soon\n", "deck.yaml:2: mod should be a whole number"),
    ("deck.yaml", FACT + "  marks:\n  - [Answer, 0-2, answer, 魯比]\n", "deck.yaml:6: note 'k': the mark answer on"),
    ("deck.yaml", FACT + "  marks:\n  - [Answer, 0-9, answer, '']\n", "deck.yaml:2: note 'k': its mark answer 0-9"),
    ("deck.yaml", FACT + "  marks:\n  - [Gloss, 0-2, answer, '']\n", "deck.yaml:2: note 'k': its mark answer 0-2"),
    ("deck.yaml", FACT + "  marks:\n  - [Answer, 0-2, tone 6, 王毅]\n", "deck.yaml:2: note 'k': a mark tone cannot"),
    ("deck.yaml", FACT + "  marks:\n  - [Answer, 0-2]\n", "deck.yaml:6: a mark is [field, from-to"),
    ("deck.yaml", "notes:\n\t- x", "deck.yaml:2: this is no YAML"),
    ("deck.yaml", "只是一句話。", "deck.yaml: this is no deck"),
    ("deck.yaml", "", "deck.yaml: this is no deck"),
    ("deck.yaml", "name: 沒有卡片", "deck.yaml:1: this is no deck: it has no notes"),
    ("deck.yaml", "&a [*a]", "deck.yaml:1: *a stands for nothing"),
    ("deck.yaml", FACT + "---\n" + FACT, "deck.yaml:5: a second deck begins here"),
    ("deck.yaml", FACT + "? [a]\n: b\n", "deck.yaml:5: a name should be a text"),
    ("deck.yaml", "[" * 2999, "deck.yaml: this is no YAML that can be read"),
    ("deck.yaml", b"\xff\xfe\x00", "deck.yaml: this is not UTF-8 text"),
    ("deck.yaml", FACT + "made: [k]\n", "deck.yaml:1: this is no deck: names with values"),
    ("deck.json", '{"notes": [], "made": {"k": 1}}', "deck.json: k should be a text"),
    ("deck.tsv", "#separator:tab\n", "deck.tsv: a .tsv is a patch for Anki, which is not read back."),
    ("deck.json", '{"notes": [\n', "deck.json:2: this is no JSON"),
    ("deck.json", '{"notes": [[]]}', "deck.json: this is no deck"),
    ("deck.json", '{"notes": [{"type": "fact", "key": 5}]}', "deck.json: key should be a text"),
    ("deck.json", b"\xff", "deck.json: this is not UTF-8 text"),
    ("deck.apkg", b"", "deck.apkg: this is no .apkg"),
    ("deck.apkg", b"PK\x03\x04 no zip", "deck.apkg: this is no .apkg"),
]


@pytest.mark.parametrize(("name", "content", "message"), BROKEN, ids=[message for *_, message in BROKEN])
def test_what_is_no_deck_is_told_in_one_line(name: str, content: str | bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(QuizgenError) as caught:
        read(tmp_path / name)
    assert str(caught.value).startswith(str(tmp_path / message))
    assert "\n" not in str(caught.value)


def damaged(data: bytes, how: str) -> bytes:
    """An .apkg cut short, with a byte turned in each stretch, or holding something else."""
    if how == "cut":
        return data[: len(data) // 2]
    if how == "turned":
        return bytes(byte ^ (i % 97 == 50) for i, byte in enumerate(data))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr({"exported": "collection.anki21b"}.get(how, "collection.anki2"), b"not SQLite" * 99)
    return file.getvalue()


@pytest.mark.parametrize("how", ["cut", "turned", "exported", "no database"])
def test_a_damaged_apkg_is_told_in_one_line(how: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    write(read(SAMPLE), path)
    path.write_bytes(damaged(path.read_bytes(), how))
    with pytest.raises(QuizgenError, match=r"deck\.apkg: .*apkg") as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_an_apkg_of_someone_else_is_refused(tmp_path: Path) -> None:
    import genanki

    model = genanki.Model(1, "other", [{"name": "Front"}], [{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{Front}}"}])
    deck = genanki.Deck(2, "other")
    deck.add_note(genanki.Note(model, ["x"]))
    genanki.Package(deck).write_to_file(str(tmp_path / "other.apkg"))
    with pytest.raises(QuizgenError, match=r"other\.apkg: this \.apkg is not from quizgen"):
        read(tmp_path / "other.apkg")


def test_missing_files_folders_and_suffixes_are_told(tmp_path: Path) -> None:
    deck = read(SAMPLE)
    with pytest.raises(QuizgenError, match=r"none\.yaml: there is no such file"):
        read(tmp_path / "none.yaml")
    with pytest.raises(QuizgenError, match="is not there"):
        write(deck, tmp_path / "none" / "deck.yaml")
    with pytest.raises(UsageError, match=r"\.doc is no kind of deck\. Use \.apkg, \.yaml, \.json or \.tsv\."):
        write(deck, tmp_path / "deck.doc")


def test_a_derived_or_private_field_cannot_be_filled() -> None:
    fields = {"Question": "誰？", "Answer": "王毅"}
    for name in ("EvidenceRuby", "VoiceTW", "My Notes", "Spare1", "HasTyped", "Key"):
        note = Note("fact", "k", {**fields, name: "x"}, mod=1)
        with pytest.raises(QuizgenError, match=f"a fact has no field '{name}'"):
            tidy(Deck("", (), (note,)), ["x"])


def test_two_notes_of_one_key_are_refused(tmp_path: Path) -> None:
    deck = read(SAMPLE)
    twice = replace(deck, notes=(deck.notes[0], replace(deck.notes[1], key=deck.notes[0].key)))
    with pytest.raises(QuizgenError, match="two notes have the key"):
        write(twice, tmp_path / "deck.apkg")


def test_new_looks_come_with_a_new_date() -> None:
    """Anki keeps the old templates unless CHANGED grows: set it, then the digest."""
    known = notetypes.TYPES.values()
    pieces = [notetypes.css(), *("".join(kind.html(template)) for kind in known for template in kind.templates)]
    digest = hashlib.sha256("\n".join([*pieces, *(name for kind in known for name in kind.fields)]).encode())
    assert (notetypes.CHANGED, digest.hexdigest()[:12]) == (1_763_840_000, "9a25112b30c9")


# ---------------------------------------------------------------- frozen at v1

FACT_FIELDS = """Question, Answer, Reading, Gloss, Accept, Glossary, Options, QuestionReverse, AnswerReverse, Evidence,
EvidenceRuby, Kind, Value, Speaker, Lang, VoiceTW, VoiceCN, Sound, Image, Source, SourceURL, SourceDate, Remark, Key,
My Notes, HasTyped, HasListening, Spare1, Spare2, Spare3, Spare4"""
WORD_FIELDS = """Hanzi, Traditional, Simplified, Pinyin, PinyinNum, Bopomofo, English, MoreSenses, PartOfSpeech,
MeasureWord, Parts, Phrases, Sentence, SentenceRuby, SentenceGap, SentenceEnglish, Level, Lang, VoiceTW, VoiceCN, Sound,
Image, Source, SourceURL, SourceDate, Remark, Key, My Notes, HasRecall, HasTyped, HasListening, HasWriting, Spare1,
Spare2, Spare3, Spare4"""
FROZEN = {
    "fact": ("quizgen Fact", 1_763_800_000_000, FACT_FIELDS, "Ask, Reverse, Typed, Listening"),
    "word": ("quizgen Word", 1_763_800_001_000, WORD_FIELDS, "Recognition, Recall, Typed, Listening, Writing"),
}


@pytest.mark.parametrize("kind", FROZEN)
def test_names_ids_and_order_are_those_of_v1(kind: str, tmp_path: Path) -> None:
    """Another order or number refuses every deck that a learner has: what is new takes a Spare."""
    write(read(SAMPLE), tmp_path / "deck.apkg")
    with zipfile.ZipFile(tmp_path / "deck.apkg") as archive:
        base = sqlite3.connect(":memory:")
        base.deserialize(archive.read("collection.anki2"))
    name, id_, fields, templates = FROZEN[kind]
    written = json.loads(base.execute("SELECT models FROM col").fetchone()[0])[str(id_)]
    assert written["name"] == name
    named = [(field["name"], field["id"]) for field in written["flds"]]
    assert named == [(field, id_ + 100 + i) for i, field in enumerate(re.split(r",\s", fields))]
    cards = [(template["name"], template["id"]) for template in written["tmpls"]]
    assert cards == [(template, id_ + 10 + i) for i, template in enumerate(templates.split(", "))]


def test_the_gap_shows_the_word_nowhere() -> None:
    fields = {"Hanzi": "配偶", "Simplified": "配偶", "English": "spouse", "Sentence": "其同性配偶可享公務員配偶福利"}
    note = Note("word", "word|配偶", fields, (Mark("Sentence", 3, 5, "target"),))
    assert derived.fields(note, "0", (), markup.render)["SentenceGap"] == "其同性＿＿可享公務員＿＿福利"
