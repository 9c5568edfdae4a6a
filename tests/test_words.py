"""Article -> word notes: which words, in which form, with which sense, reading, clause and marks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.article import read as read_article
from quizgen.items import Article, Fact, Line, Note, Sentence, Source, Token
from quizgen.language import language_of, readings, segment, simplify, standard
from quizgen.notes.word import Learner, Style, coverage, survey, word_notes
from quizgen.notes.word.sums import sum_of
from quizgen.notes.word.vocabulary import terms
from tests.test_language import cases, halves

HSK4 = Learner(standard(), 4)
LETTERS = "中美會晤讓了步看到才能協議，。「」（）A1達成加徵諒解馬德里\U0001f600"
BARS = ("person", "place", "date", "figure", "name")


def article(*texts: str, names: tuple[tuple[str, str], ...] = (), lang: str = "") -> Article:
    """One sentence a text; `names` are spans by what they say and their kind."""
    whole = "\n".join(texts)
    sentences: list[Sentence] = []
    for text in texts:
        start, simplified = sum(len(s.text) + 1 for s in sentences), simplify(text)
        facts = tuple(
            Fact(kind, name, start + m.start(), start + m.end(), name, "given")
            for name, kind in names
            for m in re.finditer(name, text)
        )
        bars = [(f.start - start, f.end - start) for f in facts if f.kind in BARS]
        spans = segment(simplified, bars)
        tokens = tuple(
            Token(text[i:j], start + i, start + j, simplified[i:j], reading.pinyin)
            for (i, j), reading in zip(spans, readings(simplified, spans), strict=True)
        )
        line = Line(text, simplified, start, "prose", "")
        sentences.append(Sentence(line, text, simplified, start, tokens, facts))
    source = Source("https://example.org/1", "標題", "2025-09-19", "https://example.org/1", whole)
    return Article(source, whole, tuple(sentences), lang or language_of(whole))


def notes(*texts: str, learner: Learner = HSK4, **more: object) -> dict[str, Note]:
    """The notes of an article by their word."""
    return {n.fields["Hanzi"]: n for n in word_notes(article(*texts, **more), learner, frozenset())[0]}  # type: ignore[arg-type]


def reasons(*texts: str, learner: Learner = HSK4, **more: object) -> dict[str, str]:
    """What is withheld, and why."""
    return {w.what: w.reason for w in word_notes(article(*texts, **more), learner, frozenset())[1]}  # type: ignore[arg-type]


def marked(note: Note, kind: str, field: str = "Sentence") -> list[str]:
    text = note.fields[field]
    return [text[m.start : m.end] for m in note.marks if (m.kind, m.field) == (kind, field)]


# ---------------------------------------------------------------- the note


def test_a_note_has_every_field_that_the_dictionary_and_the_article_give() -> None:
    note = notes("中美兩國在經貿談判中達成了諒解。")["諒解"]
    assert note.key == "word|諒解|諒解|谅解|liang4 jie3"
    assert (note.type, note.source, note.mod) == ("word", "https://example.org/1", 0)
    assert {name: note.fields[name] for name in ("Hanzi", "Traditional", "Simplified", "Pinyin", "PinyinNum")} == {
        "Hanzi": "諒解",
        "Traditional": "諒解",
        "Simplified": "谅解",
        "Pinyin": "liàngjiě",
        "PinyinNum": "liang4 jie3",
    }
    assert note.fields["Bopomofo"] == "ㄌㄧㄤˋ ㄐㄧㄝˇ"
    assert note.fields["English"].startswith("understanding; to understand")
    assert note.fields["Level"] == "HSK 2025: 7–9"
    assert note.fields["Sentence"] == "中美兩國在經貿談判中達成了諒解。"
    assert (note.fields["Source"], note.fields["SourceDate"]) == ("標題", "2025-09-19")
    assert note.tags == ("quizgen::word", "quizgen::hsk2025::7-9")


def test_the_word_and_the_unknown_words_around_it_are_marked_and_nothing_known_is() -> None:
    note = notes("他認為雙方可以達成諒解")["諒解"]
    assert marked(note, "target") == ["諒解"]
    assert marked(note, "ruby") == ["雙方", "達成"]
    assert [m.value for m in note.marks if m.kind == "ruby"] == ["shuāngfāng", "dáchéng"]


def test_each_syllable_of_the_pinyin_bears_its_tone() -> None:
    note = notes("他取得了巨大的成就，這很了不起")["巨大"]
    assert marked(note, "tone", "Pinyin") == ["jù", "dà"]
    assert [m.value for m in note.marks if m.kind == "tone"] == ["4", "4"]


def test_the_clause_is_cut_at_punctuation_and_not_used_twice() -> None:
    found = notes("昨天，記者報道，雙方希望達成一個新的協議，外界對此非常期待。", "這個協議很重要，雙方都這樣認為。")
    shown = [note.fields["Sentence"] for note in found.values()]
    assert {"雙方希望達成一個新的協議", "這個協議很重要，雙方都這樣認為。"} <= {*shown}
    assert len({*shown}) == len(shown)


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("評審稱讚她「以強烈的散文，揭露人生的脆弱」。", "散文", "評審稱讚她「以強烈的散文，揭露人生的脆弱」。"),
        ("官方則反駁，這些數字並不正確。", "反駁", "官方則反駁，這些數字並不正確。"),
        ("由於天氣惡劣，比賽延後一天舉行。", "惡劣", "由於天氣惡劣，比賽延後一天舉行。"),
        ("这名选手从体校毕业后，进入国家队接受训练。", "体校", "这名选手从体校毕业后，进入国家队接受训练。"),
        ("這部電影讓他聲名大噪。", "聲名大噪", "這部電影讓他聲名大噪。"),
        ("他去年發表新作，聲名大噪。", "聲名大噪", "他去年發表新作，聲名大噪。"),
        ("總理访问河内 双方签署联合声明", "声明", "双方签署联合声明"),
    ],
)
def test_a_clause_can_be_read_alone(text: str, word: str, clause: str) -> None:
    """A quotation is closed, what is said follows, no scene or reason stands alone, no two headlines together."""
    found = notes(text)
    assert word not in found or found[word].fields["Sentence"] == clause


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("如有懷疑，應諮詢醫生。", "懷疑", "如有懷疑，應諮詢醫生。"),
        (
            "着陆器由轨道器、返回器、着陆器和上升器四部分组成。",
            "返回",
            "着陆器由轨道器、返回器、着陆器和上升器四部分组成。",
        ),
        (
            "總統在電視上發表講話時宣布將對所有進口商品徵收關稅。",
            "徵收",
            "總統在電視上發表講話時宣布將對所有進口商品徵收關稅。",
        ),
        ("日前，他向記者透露了談判的內容", "透露", "他向記者透露了談判的內容"),
    ],
)
def test_a_clause_is_neither_torn_at_a_list_nor_too_short_nor_too_long(text: str, word: str, clause: str) -> None:
    found = notes(text, learner=Learner(standard(), 3))
    assert found.get(word) is None or found[word].fields["Sentence"] == clause


def test_what_a_word_is_said_with_is_counted() -> None:
    found = notes("雙方達成協議。", "他們達成協議了嗎？", "雙方達成諒解。")
    assert found["達成"].fields["Phrases"] == "達成協議 ×2 · 達成諒解"


@pytest.mark.parametrize(
    ("text", "word", "torn"),
    [
        ("公司推出售價約九千元的新款手機。", "推出", "推出售價"),
        ("雙方至少取得至少兩項成果。", "取得", "取得至少"),
        ("這份協議一共有二十條。", "協議", "協議一共"),
        ("雙方應尊重委員會的決定。", "委員會", "尊重委員會"),
        ("兩人舉行面對面的會談。", "面對面", "舉行面對面"),
    ],
)
def test_a_phrase_is_no_piece_of_a_longer_one(text: str, word: str, torn: str) -> None:
    found = notes(text, learner=Learner(standard(), 3)) | notes(text)
    assert word not in found or torn not in found[word].fields.get("Phrases", "")


def test_towards_whom_a_verb_goes_is_shown() -> None:
    found = notes("美國直接向中國施壓。", "他們用關稅向歐盟施壓。", "這是為元首會晤創造條件。", "為兩國會晤作準備。")
    assert found["施壓"].fields["Phrases"] == "向…施壓"
    assert "…" not in found["會晤"].fields.get("Phrases", "")


# ---------------------------------------------------------------- which word it is


@pytest.mark.parametrize(
    ("text", "word", "traditional"),
    [
        ("這家工廠製造的產品很受歡迎", "製造", "製造"),
        ("兩國關係有所緩和", "緩和", "緩和"),
        ("臺灣的颱風造成災害", "颱風", "颱風"),
        ("他裏面的衣服很華麗", "華麗", "華麗"),
    ],
)
def test_the_dictionarys_pair_gives_the_traditional_form(text: str, word: str, traditional: str) -> None:
    assert notes(text)[word].fields["Traditional"] == traditional


def test_of_words_with_one_simplified_form_the_articles_character_decides() -> None:
    assert notes("皇后訪問了日本", learner=Learner(standard(), 4))["皇后"].fields["Traditional"] == "皇后"
    assert "后" not in notes("三天之後")


def test_of_entries_with_one_simplified_form_the_usual_traditional_one_is_meant() -> None:
    assert notes("台风造成了灾害")["台风"].fields["English"] == "typhoon"
    assert notes("台风造成了灾害")["台风"].fields["Traditional"] == "颱風"


def test_a_simplified_article_shows_simplified_and_keeps_the_pair() -> None:
    note = notes("双方希望达成一个新的协议，减少分歧。")["分歧"]
    assert (note.fields["Hanzi"], note.fields["Traditional"], note.fields["Lang"]) == ("分歧", "分歧", "zh-Hans")
    note = notes("双方希望达成一个新的协议，减少分歧。")["协议"]
    assert note.key == "word|协议|協議|协议|xie2 yi4"
    assert note.fields["MeasureWord"] == "项"


def test_taiwan_has_its_own_bopomofo() -> None:
    note = notes("企業在過渡時期必須調整，資訊軟體公司也一樣。")["企業"]
    assert note.fields["Bopomofo"] in ("ㄑㄧˋ ㄧㄝˋ", "ㄑㄧˇ ㄧㄝˋ")


def test_a_separated_verb_counts_under_its_base() -> None:
    note = notes("為了達成協議，雙方都讓了步。")["讓步"]
    assert (note.fields["Pinyin"], marked(note, "target")) == ("ràngbù", ["讓了步"])


def test_a_doubled_verb_counts_under_its_base() -> None:
    note = notes("我們應該協商協商這個問題")["協商"]
    assert (note.fields["Pinyin"], marked(note, "target")) == ("xiéshāng", ["協商協商"])


@pytest.mark.parametrize("line", cases("base"))
def test_bases(line: str) -> None:
    text, wanted = halves(line)
    assert " ".join(term.word for term in terms(article(text))) == wanted


def test_a_verb_without_an_entry_is_explained_by_its_parts_and_no_sense_is_invented() -> None:
    note = notes("美國對商品加徵關稅。", "中國反對加徵關稅。")["加徵"]
    assert note.fields["Parts"].startswith("加 add + 徵 ")
    assert note.fields["English"] == note.fields["Parts"]
    assert "does not have this word" in note.fields["Remark"]
    assert reasons("美國對商品加徵關稅。")["加徵"] == "no entry in the dictionary"


def test_parts_are_told_by_the_character_that_simplified_writing_hides() -> None:
    traditional = notes("美國對商品加徵關稅。", "中國反對加徵關稅。")["加徵"].fields["Parts"]
    simplified = notes("美国对商品加征关税。", "中国反对加征关税。")["加征"].fields["Parts"]
    assert simplified.replace("征", "徵") == traditional == "加 add + 徵 levy"


def test_names_and_figures_are_no_words() -> None:
    names = (("吳心伯", "person"), ("9月9日", "date"), ("三百萬元", "figure"))
    found = word_notes(article("總理吳心伯在9月9日投資了三百萬元", names=names), HSK4, frozenset())
    texts = {n.fields["Hanzi"] for n in found[0]} | {w.what for w in found[1]}
    assert "總理" in texts and not texts & {"9月9日", "三百萬元", "吳", "心", "伯", "元"}


def test_a_foreign_place_gets_a_card_and_a_place_read_like_its_english_none() -> None:
    texts = ("會談在斯德哥爾摩和宜昌舉行。",)
    names = (("斯德哥爾摩", "place"), ("宜昌", "place"))
    note = notes(*texts, names=names)["斯德哥爾摩"]
    assert (note.fields["English"], note.fields["PartOfSpeech"]) == ("Stockholm", "proper noun")
    assert "quizgen::name" in note.tags
    assert reasons(*texts, names=names)["宜昌"] == "a name that is read as it is written in English"


def test_titles_and_bodies_of_the_dictionary_are_words() -> None:
    assert "國務卿" in notes("美國國務卿訪問了歐盟總部")
    assert notes("美國國務卿訪問了歐盟總部")["歐盟"].fields["English"] == "European Union"


def test_the_reading_in_the_sentence_chooses_the_entry() -> None:
    found = notes("這位酋長很擅長打獵。")
    assert (found["擅長"].fields["PinyinNum"], found["酋長"].fields["PinyinNum"]) == ("shan4 chang2", "qiu2 zhang3")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("雙方都找到了新的途經，這很重要。", "途徑"),
        ("双方都找到了新的途经，这很重要。", "途径"),
        ("途經成為解決分歧的關鍵。", "途徑"),
        ("列車途經北京到上海。", ""),
        ("這是途經的城市。", ""),
    ],
)
def test_a_verb_in_a_nouns_place_that_sounds_like_a_noun_is_a_misprint(text: str, meant: str) -> None:
    found = {word: why for word, why in reasons(text).items() if "misprint" in why}
    assert list(found.values()) == ([f"a misprint, it seems: {meant}"] if meant else [])


def test_a_verbs_character_before_a_verb_is_a_misprint_of_the_conjunctions() -> None:
    assert reasons("機制併發揮了作用", learner=Learner(standard(), 2))["併"] == "a misprint, it seems: 並"


def test_a_form_that_is_only_a_variant_is_shown_as_the_dictionary_has_it() -> None:
    found = notes("箇別企業沒有反應，裏面卻有瞭解的人")
    assert "個別" in found and "箇別" not in found


def test_a_form_misprinted_once_is_shown_as_the_article_writes_it_else() -> None:
    [measure] = [term for term in terms(article("這是一箇中間點。", "三個點，五個點")) if term.word == "个"]
    assert (measure.form, len(measure.places)) == ("個", 3)
    note = notes("機制併發揮了作用")["發揮"]
    assert (note.fields["Sentence"], marked(note, "target")) == ("機制併發揮了作用", ["發揮"])


# ---------------------------------------------------------------- how the learner wants them


def styled(*texts: str, **style: object) -> list[Note]:
    learner = Learner(standard(), 4, frozenset(), Style(**style))  # type: ignore[arg-type]
    return word_notes(article(*texts), learner, frozenset())[0]


def test_the_easiest_order_adds_one_new_word_a_clause() -> None:
    texts = ("雙方達成諒解協議。", "雙方都在。", "他們會達成嗎？", "這個協議雙方都很喜歡。")
    order = styled(*texts, order="easiest")
    taught: set[str] = set()
    for note in order:
        new = {*marked(note, "ruby")} - taught
        assert not new, note.fields["Hanzi"]
        taught.add(note.fields["Hanzi"])
    assert taught == {"雙方", "達成", "諒解", "協議"}


def test_the_commonest_words_come_first_on_request() -> None:
    assert [n.fields["Hanzi"] for n in styled("籌碼、諒解和政府", order="frequency")] == ["政府", "諒解", "籌碼"]


def test_words_met_too_seldom_are_withheld_with_the_reason() -> None:
    learner = Learner(standard(), 4, frozenset(), Style(min_count=2))
    assert set(notes("雙方達成諒解。", "雙方會談。", learner=learner)) == {"雙方"}
    assert reasons("雙方達成諒解。", "雙方會談。", learner=learner)["諒解"] == "fewer than 2 times in the article"


@pytest.mark.parametrize(
    ("text", "script", "shown"),
    [
        ("双方达成谅解", "trad", "諒解"),
        ("双方达成谅解", "simp", "谅解"),
        ("雙方達成諒解", "simp", "谅解"),
        ("雙方達成諒解", "trad", "諒解"),
        ("雙方達成諒解", "article", "諒解"),
    ],
)
def test_the_headword_in_the_script_asked_for(text: str, script: str, shown: str) -> None:
    [note] = [n for n in styled(text, script=script) if n.fields["Simplified"] == "谅解"]
    assert note.fields["Hanzi"] == shown
    assert note.key == f"word|{shown}|諒解|谅解|liang4 jie3"
    assert marked(note, "target") == [text[-2:]]


def test_taiwans_pinyin_changes_the_reading_and_never_the_key() -> None:
    [ours], [theirs] = styled("企業"), styled("企業", pinyin="tw")
    assert (ours.fields["Pinyin"], theirs.fields["Pinyin"], theirs.fields["PinyinNum"]) == ("qǐyè", "qìyè", "qi4 ye4")
    assert ours.fields["Bopomofo"] == theirs.fields["Bopomofo"] == "ㄑㄧˋ ㄧㄝˋ"
    assert ours.key == theirs.key


def test_sandhi_is_shown_on_request_and_never_in_the_numbers() -> None:
    [note] = styled("不利", sandhi=True)
    assert (note.fields["Pinyin"], note.fields["PinyinNum"]) == ("búlì", "bu4 li4")
    assert marked(note, "tone", "Pinyin") == ["bú", "lì"]


# ---------------------------------------------------------------- the level


@pytest.mark.parametrize("line", cases("sum"))
def test_sums(line: str) -> None:
    word, wanted = halves(line)
    assert " + ".join(sum_of(word, HSK4.knows)) == wanted


def test_what_is_known_by_level_by_list_or_by_its_parts_gets_no_card() -> None:
    known = Learner(standard(), 4, frozenset({"谅解"}))
    found = notes("我們看到雙方達成諒解", learner=known)
    assert set(found) == {"雙方", "達成"}
    assert reasons("我們看到雙方達成諒解", learner=known) == {"看到": "the sum of known words: 看 + 到"}


def test_a_beginner_gets_the_next_two_bands_and_no_jargon() -> None:
    beginner = Learner(standard(), 3)
    assert set(notes("雙方在談判中達成諒解", learner=beginner)) == {"雙方", "達成"}
    assert reasons("雙方在談判中達成諒解", learner=beginner)["諒解"] == "far above level 3"


def test_the_best_come_first_and_the_rest_is_withheld() -> None:
    text = ("雙方希望達成諒解。", "諒解很重要。", "沒有諒解，就沒有合作。")
    made, left = word_notes(article(*text), HSK4, frozenset(), 1)
    assert [n.fields["Hanzi"] for n in made] == ["諒解"]
    assert {w.what: w.reason for w in left}["雙方"] == "over the budget"


def order(*texts: str, carded: str = "", learner: Learner = HSK4) -> list[str]:
    """The words, the best first."""
    return [n.fields["Hanzi"] for n in word_notes(article(*texts), learner, frozenset({carded}))[0]]


def test_words_of_carded_facts_go_first() -> None:
    text = "官員談到走私，也談到補貼和傾銷。"
    assert order(text, carded="官員談到什麼？走私").index("走私") < order(text).index("走私")


def test_words_of_the_news_go_before_the_next_levels_and_idioms_before_both() -> None:
    assert order("雙方停火。")[0] == "停火"  # HSK 7-9 and 5
    assert order("雙方停火，這是當務之急。")[0] == "當務之急"
    assert order("他們和雙方停火。", learner=Learner(standard(), 3)) == ["雙方"]


def test_a_headline_tells_what_the_article_is_about() -> None:
    told = article("雙方駁回上訴", "他們也會晤。")
    head = told.sentences[1]
    told = replace(told, sentences=(told.sentences[0], replace(head, line=head.line._replace(role="heading"))))
    assert next(n.fields["Hanzi"] for n in word_notes(told, HSK4, frozenset())[0]) == "會晤"


def test_a_character_that_serves_other_words_is_learned_with_them() -> None:
    assert "single character that serves" in reasons("他以學者身份出席")["以"]
    assert "摘" in notes("他摘了一面金牌")
    assert "把" in notes("他把書放在桌子上", learner=Learner(standard(), 2))  # a beginner's grammar


def test_what_ends_a_phrase_of_nouns_is_one_and_what_follows_an_auxiliary_is_a_verb() -> None:
    assert notes("他們作出了重要貢獻，受到好評")["貢獻"].fields["English"].startswith("contribution")
    assert notes("我們呼籲提出全球倡議。")["倡議"].fields["English"].startswith("proposal")
    assert notes("台灣今年再蓋工廠")["蓋"].fields["English"].startswith("to cover")
    assert notes("她已經貢獻了一生")["貢獻"].fields["English"].startswith("to contribute")


def test_what_stands_beside_a_word_tells_its_sense() -> None:
    assert notes("颱風登陸台灣")["登陸"].fields["English"].startswith("to make landfall")
    assert notes("部隊在海灘登陸")["登陸"].fields["English"].startswith("to land")


def test_the_dictionarys_persons_are_no_words() -> None:
    assert "大橋" not in notes("主席宣布大橋開通")


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("他認為民眾黨應該表態。", "民眾"),
        ("着陆器和上升器已经分离。", "着陆"),
        ("法院的判辭長達百頁。", "判"),
        ("这次扩员是历史性的。", "扩"),
        ("公司認列五億美元損失。", "認"),
        ("我们读余光中的诗。", "余光"),
        ("中華職棒大聯盟宣布延期。", "聯盟"),
        ("记者采访了盖文达。", "盖"),
    ],
)
def test_a_piece_of_a_longer_word_is_no_card(text: str, piece: str) -> None:
    assert piece not in notes(text)


def test_a_word_that_is_a_piece_elsewhere_is_shown_where_it_is_whole() -> None:
    text = "嫦娥六号昨天在月球背面成功着陆。"
    assert notes("着陆器已经准备好了。", text)["着陆"].fields["Sentence"] == text


def test_a_clause_does_not_begin_inside_a_word_that_was_cut() -> None:
    """強賽冠軍|戰 is one word to a reader, whatever the segmenter has."""
    text = "2024世界棒球12強賽冠軍戰昨晚在東京巨蛋熱鬧登場"
    assert not notes(text)["登場"].fields["Sentence"].startswith("戰")


def test_the_name_of_a_craft_is_no_card() -> None:
    """长征五号 is no Long March."""
    told = read_article(Source("", "", "2024-06-28", "", "中国用长征五号运载火箭发射了卫星。\n"))
    made, left = word_notes(told, HSK4, frozenset())
    assert "长征" not in {note.fields["Hanzi"] for note in made}
    assert {w.what: w.reason for w in left}["长征"] == "the name of a craft or storm"


def test_a_piece_of_a_companys_name_is_no_card_of_its_own() -> None:
    body = (("三井住友银行", "organisation"),)
    assert reasons("三井住友银行宣布加息", names=body)["三井"] == "a piece of a longer name"
    assert "三井" in notes("三井和住友宣布合作，三井很大")


def test_what_board_closes_up_is_a_piece() -> None:
    assert "创业" not in notes("创业板指数上涨")
    assert "创业" in notes("大学生创业很难")


def test_a_company_that_is_met_once_is_no_card() -> None:
    assert reasons("蒙牛宣布捐款")["蒙牛"] == "the name of a company, met once"
    assert "蒙牛" in notes("蒙牛宣布捐款", "蒙牛捐款了")


@pytest.mark.parametrize(
    ("text", "word", "sense"),
    [
        ("政府開闢外交渠道", "渠道", "channel"),
        ("樓市泡沫破裂", "泡沫", "(economic) bubble"),
        ("兩岸關係緊張", "兩岸", "Taiwan and mainland"),
        ("中國出局了", "出局", "(of a player or team) to be eliminated"),
        ("貿易壁壘很多", "壁壘", "barrier"),
        ("政府凍結了他的資產", "凍結", "to freeze (assets"),
        ("雙方的磋商沒有結果", "磋商", "negotiations"),
        ("鄰里互助很重要", "互助", "to help each other"),
    ],
)
def test_what_a_word_is_in_the_news_comes_first(text: str, word: str, sense: str) -> None:
    """CC-CEDICT begins with what it was first: an irrigation ditch, foam, a rampart."""
    assert notes(text)[word].fields["English"].startswith(sense)


@pytest.mark.parametrize(
    ("text", "word", "speech"),
    [
        ("他的動作很笨拙", "笨拙", "adjective"),
        ("政府提供的補助很少", "補助", "verb, noun"),
    ],
)
def test_the_part_of_speech_is_what_the_senses_say(text: str, word: str, speech: str) -> None:
    assert notes(text)[word].fields["PartOfSpeech"] == speech


def test_no_county_stands_among_the_senses_of_a_word() -> None:
    assert "county" not in notes("鄰里互助很重要")["互助"].fields["English"]


def test_the_sense_is_the_one_of_its_clause() -> None:
    assert notes("雙方發表了聯合聲明。")["聲明"].fields["English"].startswith("statement")
    few = notes("飛機約五點落地，由部長迎接。", learner=Learner(standard(), 2))
    assert few["約"].fields["English"].startswith("approximately")
    assert (few["由"].fields["English"][:4], few["由"].fields["PartOfSpeech"]) == ("from", "preposition")


def test_coverage_counts_running_words_without_names_and_grows_with_the_notes() -> None:
    told = article("我們看到雙方在馬德里達成諒解", names=(("馬德里", "place"),))
    learned = word_notes(told, HSK4, frozenset())[0]
    found = coverage(told, HSK4, [n for n in learned if n.fields["Hanzi"] == "諒解"])
    # 我們 看到 雙方 在 達成 諒解, and 馬德里: 看到 is a sum
    assert (found.listed, found.known, found.learned) == (2 / 6, 3 / 6, 4 / 6)
    assert found.with_names == 3 / 7
    assert dict(found.levels)["5"] == 4 / 6
    assert dict(found.levels_with_names)["5"] == 4 / 7


def test_the_survey_counts_words_above_the_level_and_in_no_list_by_reason() -> None:
    told = article("我們看到雙方在馬德里達成諒解，會談頻密。", names=(("馬德里", "place"),))
    found = survey(told, HSK4)
    assert dict(found.above) == {"5": ("雙方", "達成"), "7–9": ("諒解", "會談")}
    reasons = {"name": ("馬德里",), "sum of known words": ("看到",), "not in the dictionary": ("頻密",)}
    assert dict(found.unlisted) == reasons
    assert [short for short, _ in found.others] == ["HSK 2021", "HSK 2010"]
    assert all(0 < share <= 1 for _, levels in found.others for _, share in levels)


# ---------------------------------------------------------------- any article


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet=LETTERS, max_size=30), max_size=4))
def test_any_text_makes_sound_notes(texts: list[str]) -> None:
    told = article(*texts)
    for note in word_notes(told, HSK4, frozenset())[0]:
        assert note.fields["Sentence"] in told.text
        assert len(marked(note, "target")) == 1
        assert all(0 <= m.start < m.end <= len(note.fields[m.field]) for m in note.marks)
        assert note.fields["Hanzi"] and note.fields["Pinyin"] and note.fields["English"]
        assert not any(re.search(r"\s", tag) for tag in note.tags)


def test_a_place_whose_name_a_person_of_the_article_bears_gets_no_card() -> None:
    text = "小說家韓江獲得文學獎。"
    assert reasons(text, names=(("韓江", "person"),))["韓江"] == "the name of a person"
    assert "韓江" in notes("船隻在韓江上航行。", names=(("韓江", "place"),))


def test_a_separable_verb_has_the_dictionarys_reading_and_no_doubt() -> None:
    note = notes("部長請了假，沒有出席。", learner=Learner(standard(), 1))["請假"]
    assert note.fields["Pinyin"] == "qǐngjià"
    assert "Remark" not in note.fields and "quizgen::check" not in note.tags


def test_dates_and_figures_have_no_ruby_and_short_names_of_bodies_are_one_word() -> None:
    names = (("今年2月", "date"), ("明年上半年", "date"))
    for text in ("安理會今年2月通過決議。", "安理會明年上半年通過決議。"):
        shown = [m.value for m in notes(text, names=names)["決議"].marks if m.kind == "ruby"]
        assert shown == ["Ānlǐhuì"]


def test_what_an_older_syllabus_has_at_the_level_is_known_and_counted_as_such() -> None:
    assert reasons("人們吃飯")["吃飯"] == "a word of level 1 in HSK 2021"
    assert dict(survey(article("人們吃飯喝酒"), HSK4).unlisted) == {
        "common": ("喝酒",),
        "in an older list": ("吃飯",),
        "sum of known words": ("人們",),
    }
    assert "吃飯" in notes("人們吃飯", learner=Learner(standard("hsk2010"), 4))
