"""The tagger: its file is whole, its spans are, its probabilities are, and news-like names are found."""

from __future__ import annotations

import time
from itertools import pairwise, product
from math import exp, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.tagger import tag
from quizgen.language.tagger.lattice import LABELS, follows, names
from quizgen.language.tagger.model import learnt

SENTENCES = (
    "[加拿大|place]总理[卡尼|person]在[渥太华|place]会见了[墨西哥|place]总统[辛鲍姆|person]。",
    "[国家统计局|organisation]局长[康义|person]说，经济总体平稳。",
    "[复旦大学|organisation]教授[吴心伯|person]认为，谈判取得了进展。",
    "双方同意维持和平，高达三成的企业受到影响，这是承前启后的一年。",
    "",
)


@pytest.mark.parametrize("marked", SENTENCES)
def test_names_in_news(marked: str) -> None:
    text = "".join(piece.split("|")[0] for piece in marked.replace("[", "]").split("]"))
    found = ""
    done = 0
    for span in tag(text):
        found += text[done : span.start] + f"[{text[span.start : span.end]}|{span.kind}]"
        done = span.end
    assert found + text[done:] == marked


@given(st.text(alphabet="王毅在北京说，。 aA1·（）\n\t^\u3000𠮷特朗普公司", max_size=40))
def test_spans_are_in_order_and_inside(text: str) -> None:
    spans = tag(text)
    assert all(0 <= s.start < s.end <= len(text) and 0 < s.margin <= 1 + 1e-9 for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_probability_is_the_share_of_all_paths() -> None:
    """Summed path by path over four characters: slow and plain, against forward and backward sums."""
    scores = [[(i * 7 + y * 5) % 11 / 4 + (y == p) * 2 for y in range(len(LABELS))] for i, p in enumerate((0, 1, 3, 0))]
    moves = [[(a * 3 + b) % 5 / 5 for b in range(len(LABELS))] for a in range(len(LABELS))]
    total, chosen = 0.0, 0.0
    (start, end, kind, probability), *_ = names(scores, moves)
    wanted = [f"B{kind}", *[f"I{kind}"] * (end - start - 2), f"E{kind}"] if end - start > 1 else [f"S{kind}"]
    for path in product(range(len(LABELS)), repeat=4):
        whole = LABELS[path[0]][0] in "OBS" and LABELS[path[-1]][0] in "OES"
        if whole and all(follows(a, b) for a, b in pairwise(path)):
            local = sum(row[y] for row, y in zip(scores, path, strict=True))
            weight = exp(local + sum(moves[a][b] for a, b in pairwise(path)))
            total += weight
            chosen += weight * ([LABELS[y] for y in path[start:end]] == wanted)
    assert isclose(probability, chosen / total, rel_tol=1e-9)


def test_file_holds_a_row_for_each_feature() -> None:
    model = learnt()
    assert len(model.weights) == (len(model.rows) + len(LABELS)) * len(LABELS)
    assert model.lexicon.words["北京"] == "L"
    assert model.lexicon.characters["王"][0] > "0"


def test_long_lines_are_tagged_in_time() -> None:
    learnt()
    before = time.process_time()
    tag("美国总统特朗普在北京表示，双方将继续保持沟通。" * 300)
    assert time.process_time() - before < 3
