"""What the tagger finds, against Universal NER's Chinese GSD: precision, recall and F1 by kind and by margin.

    python -m tests.eval.names [gsd_dev.iob2]

An exact span of the right kind counts, nothing else. The first table is Universal NER's own; in the second its
schools, courts and houses of parliament are organisations, as they are in quizgen, not places. The data is no part of
the project: without it, this is said.
"""

from __future__ import annotations

import sys
from pathlib import Path

from quizgen.language.script import simplify
from quizgen.language.tagger.features import features
from quizgen.language.tagger.lattice import KINDS, names
from quizgen.language.tagger.model import Model, learnt

MARGINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
DEV = Path(__file__).parents[3] / "shared" / "data" / "uner" / "gsd_dev.iob2"
Mark = tuple[int, int, str]
Marked = tuple[str, list[Mark]]
_BODIES = ("大学", "学院", "中学", "小学", "学校", "学堂", "国小", "国中", "高中", "法院", "议院", "立法院", "行政院")
Found = list[list[tuple[int, int, str, float]]]


def marked(path: Path) -> list[Marked]:
    """The sentences of an IOB2 file in Simplified characters, each with its names; offsets count characters."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [_sentence(block.split("\n")) for block in blocks if "# text = " in block]


def _sentence(lines: list[str]) -> Marked:
    text = next(line for line in lines if line.startswith("# text = ")).removeprefix("# text = ")
    marks: list[Mark] = []
    end = 0
    for token, tag in (line.split("\t")[1:3] for line in lines if line and not line.startswith("#")):
        start = text.index(token, end)
        end = start + len(token)
        if tag[0] == "B":
            marks.append((start, end, tag[2:]))
        elif tag[0] == "I":
            marks[-1] = (marks[-1][0], end, marks[-1][2])
    return simplify(text), [mark for mark in marks if mark[2] in KINDS]


def in_our_kinds(sentences: list[Marked]) -> list[Marked]:
    """The same, with schools, courts and houses of parliament as organisations."""
    return [(t, [(a, b, "ORG" if t[a:b].endswith(_BODIES) else k) for a, b, k in marks]) for t, marks in sentences]


def found(sentences: list[Marked], model: Model) -> Found:
    """The model's names of each sentence."""
    return [names([model.scores(r) for r in features(text, model.lexicon)], model.moves) for text, _ in sentences]


def table(sentences: list[Marked], predicted: Found) -> str:
    """Markdown: a row for each margin, precision / recall / F1 in percent for each kind."""
    lines = ["| margin at least | " + " | ".join((*KINDS, "all")) + " |", "|---" * (len(KINDS) + 2) + "|"]
    for margin in MARGINS:
        cells = [_scores(sentences, predicted, kinds, margin) for kinds in (*((k,) for k in KINDS), KINDS)]
        lines.append(f"| {margin} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _scores(sentences: list[Marked], predicted: Found, kinds: tuple[str, ...], margin: float) -> str:
    right = claimed = wanted = 0
    for (_, marks), spans in zip(sentences, predicted, strict=True):
        gold = {mark for mark in marks if mark[2] in kinds}
        ours = {span[:3] for span in spans if span[2] in kinds and span[3] >= margin}
        right, claimed, wanted = right + len(gold & ours), claimed + len(ours), wanted + len(gold)
    precision, recall = right / max(claimed, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{100 * precision:.0f} / {100 * recall:.0f} / {100 * f1:.0f}"


def main() -> None:
    """Measure the model that comes with the package."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEV
    if not path.exists():
        print(f"names: skipped, {path.name} is not here (Universal NER, Chinese GSD)")
        return
    sentences = marked(path)
    predicted = found(sentences, learnt())
    print(table(sentences, predicted), table(in_our_kinds(sentences), predicted), sep="\n\n")


if __name__ == "__main__":
    main()
