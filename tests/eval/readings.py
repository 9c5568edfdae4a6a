"""Measures readings: CPP dev, one polyphone a sentence, in both scripts; and our own sentences with one trap each.

    python -m tests.eval.readings

The tables were learnt from the even lines of CPP dev (`tests.eval.learn_readings`), so the odd ones are reported. CPP
is Simplified; its Traditional is OpenCC's s2t of it. CPP writes full tones where dictionaries have neutral ones (知识):
those count as wrong. The traps are read as an article reads them, names and figures set aside first;
`readings.tsv` is never looked at while rules are being made, `readings_dev.tsv` is what they are tuned on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen import article
from quizgen.items import Source
from quizgen.language import readings, segment, simplify, to_traditional

CPP = Path(__file__).resolve().parents[3] / "shared" / "data" / "cpp"
TRAPS = Path(__file__).with_name("readings.tsv")
TUNED_ON = Path(__file__).with_name("readings_dev.tsv")
#: pypinyin alone on the same data, and g2pM, a small neural model that is not installed
BASELINES = {
    "Simplified": "pypinyin 87.9, g2pM 97.3",
    "Traditional": "pypinyin 84.1",
    "traps": "pypinyin 78.0, g2pM 38.0",
}


class Spoken(NamedTuple):
    """A sentence with a span in it and how that is read."""

    text: str
    start: int
    end: int
    pinyin: str


def cpp(parity: int) -> Iterator[Spoken]:
    """The even (0) or odd (1) lines of CPP dev, counted from 1."""
    sentences = (CPP / "dev.sent").read_text(encoding="utf-8").split("\n")
    labels = (CPP / "dev.lb").read_text(encoding="utf-8").split()
    for number, (marked, label) in enumerate(zip(sentences, labels, strict=False), 1):
        if number % 2 == parity:
            before, char, after = marked.split("▁")
            yield Spoken(before + char + after, len(before), len(before) + 1, label)


def traditional(spoken: Spoken) -> Spoken:
    """The same in Traditional characters."""
    return spoken._replace(text=to_traditional(spoken.text))


def traps(file: Path = TRAPS) -> Iterator[Spoken]:
    """Our own sentences, each with a word in brackets."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _script, marked, pinyin, _why = line.split("\t")
            start, end = marked.index("["), marked.index("]") - 1
            yield Spoken(marked.replace("[", "").replace("]", ""), start, end, pinyin)


def read_alone(spoken: Spoken) -> str:
    """How the span is read, its sentence being all there is."""
    simplified = simplify(spoken.text)
    spans = segment(simplified)
    said = [reading.pinyin for reading in readings(simplified, spans, (), spoken.text)]
    return _between(spoken, spans, said)


def read_in_article(spoken: Spoken) -> str:
    """How the span is read when the sentence is an article."""
    source = Source("", "", "2025-09-19", "", spoken.text + "\n")
    tokens = [token for sentence in article.read(source).sentences for token in sentence.tokens]
    return _between(spoken, [(t.start, t.end) for t in tokens], [t.reading for t in tokens])


def _between(spoken: Spoken, spans: Sequence[tuple[int, int]], said: Iterable[str]) -> str:
    """The syllables of the span's characters; a token whose syllables do not match its characters is left out."""
    sounds: dict[int, str] = {}
    for (start, end), pinyin in zip(spans, said, strict=True):
        han = [i for i in range(start, end) if "㐀" <= spoken.text[i] <= "鿿" or spoken.text[i] == "〇"]
        sounds |= zip(han, pinyin.lower().split(), strict=False)
    return " ".join(sounds.get(i, "?") for i in range(spoken.start, spoken.end))


def share(said: Iterable[tuple[str, str]]) -> str:
    """`96.0 % (144 of 150)` of pairs of what was read and what was right."""
    right = [read == expected.lower() for read, expected in said]
    return f"{100 * sum(right) / len(right):.1f} % ({sum(right)} of {len(right)})"


def main() -> None:
    """Prints the totals; never a sentence of the traps."""
    if CPP.exists():
        odd = list(cpp(1))
        print("CPP, Simplified:", share((read_alone(s), s.pinyin) for s in odd), BASELINES["Simplified"])
        print(
            "CPP, Traditional:",
            share((read_alone(s), s.pinyin) for s in map(traditional, odd)),
            BASELINES["Traditional"],
        )
    else:
        print("CPP: skipped, no data at", CPP)
    print("traps:", share((read_in_article(s), s.pinyin) for s in traps()), BASELINES["traps"])
    print("traps tuned on:", share((read_in_article(s), s.pinyin) for s in traps(TUNED_ON)))


if __name__ == "__main__":
    main()
