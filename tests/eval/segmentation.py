"""Measures words against Universal Dependencies, Chinese GSD dev (Traditional), and against our own cases.

    python -m tests.eval.segmentation [--misses] [FILE]

Precision and recall are of spans; what the segmenter leaves out (punctuation) counts as one word a character, as it
is there. UD cuts more finely than a learner would (成 為, 體育 場, 一 部分) and joins what no learner would (也是).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quizgen.language import segment, simplify
from tests.eval.floors import hold

FILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "ud" / "zh_gsd-dev.conllu"
OWN = Path(__file__).resolve().parents[1] / "cases" / "language" / "segment.txt"
BASELINE = "jieba after t2s 79.1 (the same counting)"

Spans = set[tuple[int, int]]


def main(arguments: list[str]) -> None:
    """Prints precision, recall and F1 for each set; --misses prints the most frequent errors too."""
    paths = [Path(a) for a in arguments if not a.startswith("--")]
    file = paths[0] if paths else FILE
    misses, measured = "--misses" in arguments, {}
    if file.is_file():
        trad = list(_treebank(file))
        simp = [_simplified(words) for words in trad]
        measured["UD GSD dev, Traditional"] = _report(f"UD GSD dev, Traditional, {BASELINE}", trad, misses)
        measured["UD GSD dev, Simplified"] = _report("UD GSD dev, Simplified", simp, misses=False)
    else:
        print(f"{file} is not there: skipped")
    measured["our own cases"] = _report("our own cases", list(_cases(OWN)), misses)
    hold({} if paths else {f"segmentation: {name}": f1 for name, f1 in measured.items()})


def _simplified(words: list[str]) -> list[str]:
    """The same words in Simplified characters."""
    text, out, at = simplify("".join(words)), [], 0
    for word in words:
        out.append(text[at : at + len(word)])
        at += len(word)
    return out


def _treebank(path: Path) -> Iterator[list[str]]:
    """The words of each sentence of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        if words := [row[1] for row in rows if row[0].isdigit()]:
            yield words


def _cases(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.removeprefix("?").split()


def _report(name: str, sentences: list[list[str]], misses: bool) -> float:
    """Prints the scores, and returns F1 in per cent."""
    right = found = gold = 0
    wrong: Counter[str] = Counter()
    for words in sentences:
        text = "".join(words)
        theirs, ours = _spans(words), _segmented(text)
        right, found, gold = right + len(theirs & ours), found + len(ours), gold + len(theirs)
        wrong.update(_difference(text, theirs, ours))
    precision, recall = right / found, right / gold
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name}: P {precision:.1%} R {recall:.1%} F1 {f1:.1%} ({len(sentences)} sentences)")
    if misses:
        print("; ".join(f"{count} {what}" for what, count in wrong.most_common(80)))
    return 100 * f1


def _spans(words: list[str]) -> Spans:
    spans, at = set(), 0
    for word in words:
        spans.add((at, at + len(word)))
        at += len(word)
    return spans


def _segmented(text: str) -> Spans:
    spans = set(segment(simplify(text)))
    covered = {i for start, end in spans for i in range(start, end)}
    return spans | {(i, i + 1) for i in range(len(text)) if i not in covered}


def _difference(text: str, theirs: Spans, ours: Spans) -> Iterator[str]:
    for start, end in sorted(ours - theirs):
        inside = [text[a:b] for a, b in sorted(theirs) if start <= a and b <= end]
        yield f"{text[start:end]} for {' '.join(inside)}" if inside else f"{text[start:end]} in a longer word"


if __name__ == "__main__":
    main(sys.argv[1:])
