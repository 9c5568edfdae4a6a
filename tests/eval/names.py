"""Names of people, places and bodies on Universal NER dev (Chinese GSD): `python -m tests.eval.names`.

Each of its sentences is an article of one line. Its guide differs from ours (schools and courts are places there),
so the figures tell how we change, not how good we are.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from quizgen import facts
from quizgen.items import Source
from quizgen.lines import lines

DATA = Path(__file__).parents[3] / "shared" / "data" / "uner" / "gsd_dev.iob2"
KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}


def sentences(path: Path) -> list[tuple[str, set[tuple[str, int, int]]]]:
    """(text, spans of names) of each sentence."""
    out, text, spans, kind, start = [], "", set(), "", 0
    for row in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if row.startswith("#"):
            continue
        word, label = (row.split("\t")[1], row.split("\t")[2]) if row else ("", "O")
        if kind and not label.startswith("I-"):
            spans.add((KINDS[kind], start, len(text)))
            kind = ""
        if label.startswith("B-") and label[2:] in KINDS:
            kind, start = label[2:], len(text)
        text += word
        if not row and text:
            out.append((text, spans))
            text, spans = "", set()
    return out


def main() -> None:
    if not DATA.exists():
        print(f"names: skipped, {DATA} is not there")
        return
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for text, gold in sentences(DATA):
        told = [line._replace(role="prose") for line in lines(text)]
        found_here = facts.find(told, Source("", "", "", "", text))
        mine = {(f.kind, f.start, f.end) for f in found_here if f.kind in KINDS.values()}
        right.update(k for k, _, _ in mine & gold)
        found.update(k for k, _, _ in mine)
        marked.update(k for k, _, _ in gold)
    print(f"{'uner dev':14} {'precision':>9} {'recall':>7} {'F1':>6}")
    for kind in (*KINDS.values(), "all"):
        r, f, m = (sum(c.values()) if kind == "all" else c[kind] for c in (right, found, marked))
        print(f"{kind:14} {100 * r / max(1, f):>9.1f} {100 * r / max(1, m):>7.1f} {200 * r / max(1, f + m):>6.1f}")


if __name__ == "__main__":
    main()
