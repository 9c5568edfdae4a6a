"""Learns quizgen/data/tagger.gz, the weights of quizgen/language/tagger, from Universal NER (Chinese GSD, train).

    python bench/train_tagger.py UNER_FOLDER [--measure]

UNER_FOLDER holds gsd_train.iob2. Wants numpy and numba, which quizgen itself does not. Takes two minutes.
With --measure, nothing is written: a tenth of train is held out and measured instead. dev is for measuring only, by
tests/eval/names.py. What was learnt, and how well it does, stands in bench/tagger.md.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "tagger"))

import numpy as np
from crf import MAY_FOLLOW, Corpus, Sentence, train
from lexicon import lexicon
from silver import Marked, Writer, stock

from quizgen.language.tagger.features import Lexicon, features
from quizgen.language.tagger.lattice import LABELS
from quizgen.language.tagger.model import WIDEST, read

sys.path.insert(0, str(Path(__file__).parent.parent))
from tests.eval.names import found, in_our_kinds, marked, table

COPIES, OWN, EPOCHS, SEEDS, LEAST, SMALL = 2, 4000, 6, (1, 2, 3), 3, 0.2
"""renamed copies of each sentence, sentences of our own, passes, models averaged, times a feature must be seen, and the
weight below which it is left out"""
COPY_COUNTS, OWN_COUNTS = 0.5, 0.3
_DENSE = frozenset("ABCDEFGHIJKPQR")
"""heads of the features that know kinds of characters and words, not the strings; never dropped in learning"""


def labels(line: str, marks: list[tuple[int, int, str]]) -> list[int]:
    """The label of each character, as its place in LABELS."""
    names = ["O"] * len(line)
    for start, end, kind in marks:
        names[start:end] = ["I" + kind] * (end - start)
        names[start], names[end - 1] = "B" + kind, ("E" if end - start > 1 else "S") + kind
    return [LABELS.index(name) for name in names]


def sentences(corpus: list[Marked], known: Lexicon) -> list[Sentence]:
    """The corpus, its renamed copies and our own sentences, with their features."""
    writer = Writer(stock(known), seed=7)
    copies = [writer.renamed(*sentence) for _ in range(COPIES) for sentence in corpus if sentence[1]]
    own = [writer.sentence() for _ in range(OWN)]
    made = []
    for group, weight, hidden in ((corpus, 1.0, 0.0), (copies, COPY_COUNTS, 0.3), (own, OWN_COUNTS, 0.3)):
        for line, marks in group:
            words = known.words
            if writer.random.random() < hidden:
                # A name that no dictionary has must be found by what stands around it.
                words = _without({line[a:b] for a, b, _ in marks}, line, known)
            made.append((features(line, known._replace(words=words)), labels(line, marks), weight))
    return made


def _without(names: set[str], line: str, known: Lexicon) -> dict[str, str]:
    pieces = {line[i:j] for i in range(len(line)) for j in range(i + 2, i + 9)} - names
    return {piece: known.words[piece] for piece in pieces if piece in known.words}


def learn(corpus: list[Marked], known: Lexicon) -> bytes:
    """The model's file."""
    made = sentences(corpus, known)
    seen = Counter(f for rows, _, _ in made for row in rows for f in set(row) if "\t" not in f and "\n" not in f)
    names = [f for f, count in seen.items() if count >= LEAST]
    data = Corpus(made, {f: i for i, f in enumerate(names)})
    droppable = np.array([f[0] not in _DENSE for f in names])
    models = [train(data, droppable, EPOCHS, seed) for seed in SEEDS]
    weights, moves = (np.mean([m[i] for m in models], axis=0) for i in (0, 1))
    large = np.abs(weights).max(axis=1) >= SMALL
    return packed(known, [f for f, keep in zip(names, large, strict=True) if keep], weights[large], moves * MAY_FOLLOW)


def packed(known: Lexicon, names: list[str], weights: np.ndarray, moves: np.ndarray) -> bytes:
    """The file as quizgen/language/tagger/model.py describes it."""
    scale = round(float(max(np.abs(weights).max(), np.abs(moves).max())) / WIDEST, 6)
    lines = ["# source: Universal NER Chinese GSD (train); CC-CEDICT; jieba; tables of quizgen"]
    lines.append("# license: CC BY-SA 4.0")
    for name, table_ in (("word", known.words), ("character", known.characters), ("suffix", known.suffixes)):
        groups = defaultdict(list)
        for word, kind in table_.items():
            groups[kind].append(word)
        lines += [f"{name} {kind} {' '.join(sorted(group))}" for kind, group in sorted(groups.items())]
    lines += [f"scale {scale} -", "feature - " + "\t".join(names)]
    small = [np.rint(m / scale + WIDEST + 1).clip(0, 255).astype(np.uint8).tobytes() for m in (moves, weights)]
    return gzip.compress("\n".join(lines).encode() + b"\n\n" + b"".join(small), mtime=0)


def main() -> None:
    """Train and write, or train on nine tenths and measure on the last."""
    folder = Path(sys.argv[1])
    corpus = in_our_kinds(marked(folder / "gsd_train.iob2"))
    if "--measure" not in sys.argv:
        target = Path(__file__).parent.parent / "quizgen" / "data" / "tagger.gz"
        target.write_bytes(learn(corpus, lexicon()))
        return
    # Whole runs of twenty sentences: neighbours are often of one article.
    held = [s for i, s in enumerate(corpus) if i // 20 % 10 == 5]
    rest = [s for i, s in enumerate(corpus) if i // 20 % 10 != 5]
    print(table(held, found(held, read(learn(rest, lexicon())))))


if __name__ == "__main__":
    main()
