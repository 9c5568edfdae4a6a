"""Measures readings: CPP dev, one polyphone a sentence, in both scripts; and our own sentences with one trap each.

    python -m tests.eval.readings

The tables were learnt from the even lines of CPP dev (`tests.eval.learn_readings`), so the odd ones are reported. CPP
is Simplified; its Traditional is OpenCC's s2t of it. CPP writes full tones where dictionaries have neutral ones (知识):
those count as wrong, and in the figure in brackets as right. The traps are read as an article reads them, names and
figures set aside first; `readings.tsv` is never looked at while rules are being made, `readings_dev.tsv` is what they
are tuned on. All of it is measured as installed by default, then with the extra `readings` (g2pM), if that is there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from quizgen import article
from quizgen.items import Source
from quizgen.language import pinyin as reading_room
from quizgen.language import readings, segment, simplify, to_traditional
from tests.eval.floors import hold

CPP = Path(__file__).resolve().parents[3] / "shared" / "data" / "cpp"
TRAPS = Path(__file__).with_name("readings.tsv")
TUNED_ON = Path(__file__).with_name("readings_dev.tsv")
#: pypinyin alone on the same data, and g2pM alone
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


def share(said: Sequence[tuple[str, str]]) -> str:
    """`96.0 % (144 of 150)` of pairs of what was read and what was right."""
    right = sum(read == expected.lower() for read, expected in said)
    return f"{percent(said):.1f} % ({right} of {len(said)})"


def percent(said: Sequence[tuple[str, str]]) -> float:
    """The share of what was read rightly."""
    return 100 * sum(read == expected.lower() for read, expected in said) / len(said)


def stressed(said: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same pairs, the neutral tone agreeing with each: `shi5` is `shi2`."""
    return [(wanted if read[:-1] == wanted[:-1] and "5" in read + wanted else read, wanted) for read, wanted in said]


def hear_the_extra() -> bool:
    """From now on g2pM, which tests/__init__ hides, is a voice; false if it is not installed."""
    sys.modules.pop("g2pM", None)
    reading_room._reader.cache_clear()
    return bool(find_spec("g2pM"))


def report(installed: str = "") -> dict[str, float]:
    """Prints the totals, never a sentence of the traps; returns each in per cent, under its name and `installed`."""
    measured: dict[str, float] = {}
    odd = list(cpp(1)) if CPP.exists() else []
    for script, spoken in (("Simplified", odd), ("Traditional", list(map(traditional, odd)))):
        said = [(read_alone(s), s.pinyin) for s in spoken]
        told = f"{share(said)} [{share(stressed(said))}] {BASELINES[script]}" if said else f"skipped, no data at {CPP}"
        print(f"CPP, {script}:", told)
        measured |= {f"readings: CPP, {script}{installed}": percent(said)} if said else {}
    for name, file in (("traps", TRAPS), ("traps tuned on", TUNED_ON)):
        said = [(read_in_article(s), s.pinyin) for s in traps(file)]
        print(f"{name}:", share(said), BASELINES.get(name, ""))
        measured[f"readings: {name}{installed}"] = percent(said)
    return measured


def main() -> None:
    """The default install first, then the extra."""
    print("default install")
    measured = report()
    if hear_the_extra():
        print("with the extra")
        measured |= report(", with the extra")
    else:
        print("the extra is not installed: pip install quizgen[readings]")
    hold(measured)


if __name__ == "__main__":
    main()
