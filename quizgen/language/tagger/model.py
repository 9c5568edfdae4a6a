"""What was learnt: data/tagger.gz, plain text and small integers, nothing that runs.

The file is one gzip stream: lines of text, an empty line, then rows of bytes, a weight for each label: first a row of
moves for each label before, then one for each feature. A line opens with its table and class: `word L 北京 上海 …`,
`character 203 王 …`, `suffix O 部 …`, `scale 0.02 -`, `feature - k王毅表 …` (features are parted by tabs).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from struct import Struct
from typing import NamedTuple

from quizgen.language.tagger.features import Lexicon
from quizgen.language.tagger.lattice import LABELS

_WIDTH = len(LABELS)
WIDEST = 127
"""the largest weight, in steps of the scale"""
_BIAS = WIDEST + 1
_SUMS = Struct(f"<{_WIDTH}H")


class Model(NamedTuple):
    """Weights of features, and what the features look up."""

    lexicon: Lexicon
    rows: dict[str, int]
    """a feature -> its row of weights"""
    weights: bytes
    """rows of LABELS, each weight a byte: 128 is nought"""
    moves: list[list[float]]
    """log-weight of one label behind another"""
    scale: float
    """what a weight of 129 adds"""

    def scores(self, features: Iterable[str]) -> list[float]:
        """The log-weight of each label, given a character's features.

        The weights of a feature are added as one long integer, sixteen bits a label: ten times as fast as one by one.
        What the bias of 128 adds is the same for every label, and so changes nothing.
        """
        total = 0
        for feature in features:
            if (row := self.rows.get(feature)) is not None:
                total += _lanes(self.weights[row * _WIDTH : row * _WIDTH + _WIDTH])
        return [value * self.scale for value in _SUMS.unpack(total.to_bytes(_SUMS.size, "little"))]


@cache
def _lanes(row: bytes) -> int:
    wide = bytearray(2 * len(row))
    wide[::2] = row
    return int.from_bytes(wide, "little")


@cache
def learnt() -> Model:
    """The model that comes with the package."""
    return read(files("quizgen").joinpath("data", "tagger.gz").read_bytes())


def read(packed: bytes) -> Model:
    """The model in a file as bench/train_tagger.py packs it."""
    plain = gzip.decompress(packed)
    text, weights = plain.split(b"\n\n", 1)
    tables: dict[str, dict[str, str]] = {"word": {}, "character": {}, "suffix": {}}
    rows: dict[str, int] = {}
    scale = 1.0
    for line in text.decode("utf-8").split("\n"):
        table, kind, content = line.split(" ", 2)
        if table == "feature":
            rows = {feature: i for i, feature in enumerate(content.split("\t"), _WIDTH)}
        elif table == "scale":
            scale = float(kind)
        elif table != "#":
            tables[table].update(dict.fromkeys(content.split(" "), kind))
    moves = [[(w - _BIAS) * scale for w in weights[i * _WIDTH : (i + 1) * _WIDTH]] for i in range(_WIDTH)]
    return Model(Lexicon(tables["word"], tables["character"], tables["suffix"]), rows, weights, moves, scale)
