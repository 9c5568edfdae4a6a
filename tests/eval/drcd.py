"""What people asked of Wikipedia paragraphs (DRCD dev): `python -m tests.eval.drcd [--every N]`.

Of all its questions the share whose answer is also a card's answer, with cards a paragraph and the share of cards
that hit. Each paragraph is an article of its own; `--every 5` takes one in five.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from quizgen import article, asking, source

DATA = Path(__file__).parents[3] / "shared" / "data" / "drcd" / "dev.json"


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=5)
    options = parser.parse_args(argv)
    if not DATA.exists():
        print(f"drcd: skipped, {DATA} is not there")
        return
    paragraphs = [p for entry in json.loads(DATA.read_text(encoding="utf-8"))["data"] for p in entry["paragraphs"]]
    questions = answered = cards = hits = 0
    taken = paragraphs[:: options.every]
    for paragraph in taken:
        read = article.read(source.read(("題\n" + paragraph["context"]).encode(), "-"))
        answers = {d.answer.replace(" ", "") for d in asking.drafts(read)[0]}
        wanted = [{a["text"].replace(" ", "") for a in qa["answers"]} for qa in paragraph["qas"]]
        questions += len(wanted)
        answered += sum(bool(w & answers) for w in wanted)
        cards += len(answers)
        hits += sum(any(a in w for w in wanted) for a in answers)
    share = 100 * answered / questions
    print(f"drcd dev, {len(taken)} paragraphs, {questions} questions: {share:.1f} % are a card's answer;")
    print(f"{cards / len(taken):.1f} cards a paragraph, {100 * hits / max(1, cards):.1f} % of the cards hit")


if __name__ == "__main__":
    main()
