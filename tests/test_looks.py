"""Every kind of card in a headless browser, light and dark, phone and desktop: it can be read and nothing overflows."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from quizgen import facts
from quizgen.formats import read, write
from quizgen.formats.apkg import DORMANT, notetypes
from quizgen.items import Deck, Mark, Note

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytest.importorskip("anki", reason="Anki, which renders the cards, is not installed here")
pytestmark = pytest.mark.skipif(not BROWSER, reason="no headless browser is installed here")

SAMPLE = Path(__file__).parent / "cards.yaml"
LONG = "在第三十三屆夏季奧林匹克運動會的開幕典禮上各國代表團乘船沿著塞納河順流而下，" * 4
PLAY = '<a class="replay-button soundLink" href="#"><svg viewBox="0 0 64 64"><circle cx="32" cy="32" r="29"/></svg></a>'
#: What has too little contrast with the ground it stands on, and what is too wide. A window cannot be as narrow as a
#: phone, so the cards stand in a frame, and the outer page is told.
SCRIPT = """
const rgb = text => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const ground = el => { for (; el; el = el.parentElement) {
  const found = rgb(getComputedStyle(el).backgroundColor); if (found.length < 4 || found[3] > 0) return found; }
  return [255, 255, 255]; };
const poor = [], wide = [];
for (const card of document.querySelectorAll('section.one')) {
  for (const box of [card, ...card.querySelectorAll('.text')])
    if (box.scrollWidth > box.clientWidth + 1) wide.push(`${card.id}: ${box.scrollWidth} > ${box.clientWidth}`);
  const walk = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let text; text = walk.nextNode();) {
    const el = text.parentElement, box = el.getBoundingClientRect();
    if (!text.data.trim() || !box.width || el.closest('script, style, svg')) continue;
    const [a, b] = [light(rgb(getComputedStyle(el).color)), light(ground(el))];
    const contrast = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (contrast < 4.5) poor.push(`${card.id}: ${text.data.trim().slice(0, 20)} ${contrast.toFixed(2)}`);
  }
}
parent.document.body.textContent = JSON.stringify({ poor, wide, width: innerWidth, cards: CARDS });
"""


def long_deck() -> Deck:
    """The sample deck, and again with the longest texts that a card may have, full of hard words."""
    deck = read(SAMPLE)
    longer: list[Note] = []
    for note in deck.notes:
        field = "Evidence" if note.type == "fact" else "Sentence"
        fields = {**note.fields, field: note.fields[field] + LONG, "Remark": "was 145 %", "SourceURL": "https://e.org"}
        fields |= {"Source": "a" * 90} | ({"Parts": "開 open + 幕 curtain; " * 6} if note.type == "word" else {})
        at = len(note.fields[field])
        ruby = (Mark(field, at + i, at + i + 4, "ruby", "Àolínpǐkè yùndònghuì") for i in range(0, len(LONG) - 4, 4))
        longer.append(replace(note, key=f"long {note.key}", fields=fields, marks=(*note.marks, *ruby)))
    return replace(deck, notes=(*deck.notes, *longer))


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """Name and HTML of the front and back of every card, as Anki renders them."""
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    folder = tmp_path_factory.mktemp("looks")
    write(long_deck(), folder / "deck.apkg", tuple(DORMANT))
    collection: Any = Collection(str(folder / "collection.anki2"))
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(folder / "deck.apkg"), options=ImportAnkiPackageOptions())
    )
    found = []
    for card in map(collection.get_card, collection.find_cards("")):
        name, shown = f"{card.note_type()['name']} {card.template()['name']} {card.id}", card.render_output()
        for side, text in (("front", shown.question_text), ("back", shown.answer_text)):
            text = re.sub(r"\[\[type:[^\]]*\]\]", '<input id="typeans">', re.sub(r"\[anki:play:[^\]]*\]", PLAY, text))
            found.append((f"{name} {side}", text.replace("<details", "<details open")))
    collection.close()
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1000])
def test_every_card_can_be_read(theme: str, width: int, sides: list[tuple[str, str]], tmp_path: Path) -> None:
    night = " nightMode" if theme == "dark" else ""
    cards = "".join(f'<section class="one" id="{html.escape(name)}">{text}</section>' for name, text in sides)
    script = SCRIPT.replace("CARDS", str(len(sides)))
    style = notetypes.css() + "section.one { overflow-x: hidden }"
    page = f'<!doctype html><style>{style}</style><body class="card{night}">{cards}<script>{script}</script>'
    frame = f'<iframe width="{width}" height="800" style="border: 0" srcdoc="{html.escape(page)}"></iframe>'
    (tmp_path / "cards.html").write_text(f"<!doctype html><meta charset=utf-8><body>{frame}", encoding="utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    command += ["--hide-scrollbars", "--window-size=1200,900", "--dump-dom", (tmp_path / "cards.html").as_uri()]
    ran = subprocess.run(command, capture_output=True, timeout=120, check=True)
    told = re.search(r"<body[^>]*>(\{.*\})\s*</body>", ran.stdout.decode(), re.DOTALL)
    assert told, ran.stdout[-500:]
    found = json.loads(html.unescape(told[1]))
    assert (found["width"], found["cards"]) == (width, len(sides)) and len(sides) > 40
    assert not found["poor"] and not found["wide"]


def test_cards_ask_nothing_of_the_net_and_run_no_script() -> None:
    pieces = [notetypes.css()]
    pieces += ["".join(known.html(one)) for known in notetypes.TYPES.values() for one in known.templates]
    for text in pieces:
        assert not re.search(r"<script|javascript:|@import|\burl\(|https?://|<link|<iframe", text)


def test_every_kind_of_fact_has_a_badge() -> None:
    """A kind without one would stand on the card in English."""
    style = files("quizgen").joinpath("data", "cards", "style.css").read_text(encoding="utf-8")
    assert [kind.KIND for kind in facts.KINDS if f".kind-{kind.KIND}::before {{ content:" not in style] == []
