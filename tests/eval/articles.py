"""Measures facts and cards against the marked articles: `python -m tests.eval.articles [--held] [--misses]`.

Per kind precision and recall of spans; per article the key facts carded at the default budget, cards per
1 000 characters, leaks and duplicates. `--held` runs the four articles that nobody tunes to.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import yaml

from quizgen import article, deck, source
from quizgen.items import Article, Deck
from quizgen.language import standard
from quizgen.notes.word import Learner

HERE = Path(__file__).parent
KINDS = ("date", "person", "role", "organisation", "place", "figure")
_MARK = re.compile(r"\[([^\[\]|]+)\|([a-z]+)(?:=([^\]]*))?\]")
_NAMES = ("person", "place", "organisation", "role", "reason", "event")


class Gold(NamedTuple):
    """A marked article."""

    path: Path
    text: str
    spans: frozenset[tuple[str, int, int]]
    values: dict[tuple[str, int, int], str]
    about: dict[str, object]


class Result(NamedTuple):
    """What was found and carded in it."""

    gold: Gold
    read: Article
    made: Deck
    found: frozenset[tuple[str, int, int]]
    carded: list[bool]
    """one for each key fact"""


def load(path: Path) -> Gold:
    """The article without its marks, and the marks as (kind, start, end)."""
    text, spans, values, at = "", set(), {}, 0
    raw = source.clean(path.read_text(encoding="utf-8"))
    for match in _MARK.finditer(raw):
        text += raw[at : match.start()]
        span = (match[2], len(text), len(text) + len(match[1]))
        spans.add(span)
        values[span] = match[3] or ""
        text += match[1]
        at = match.end()
    text += raw[at:]
    about = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    return Gold(path, text, frozenset(spans), values, about)


def run(gold: Gold, level: int = 4) -> Result:
    """Reads the article and makes its deck at the default budget."""
    told = source.read(gold.text.encode(), gold.path.name, date=str(gold.about["date"]))
    read = article.read(told)
    learner = Learner(standard("hsk2025"), level)
    made = deck.make(read, learner, deck.budget_for(len(read.text)))
    found = frozenset((f.kind, f.start, f.end) for s in read.sentences for f in s.facts if f.kind in KINDS)
    keys: list[dict[str, object]] = gold.about["key_facts"]  # type: ignore[assignment]
    return Result(gold, read, made, found, [_is_carded(key, made) for key in keys])


def _is_carded(key: dict[str, object], made: Deck) -> bool:
    wanted = [str(key["answer"]), *map(str, key.get("accept") or [])]  # type: ignore[call-overload]
    answers = [n.fields["Answer"] for n in made.notes if n.type == "fact"]
    loose = key["kind"] in _NAMES
    return any(_same(w, a, loose) for w in wanted for a in answers)


def _same(wanted: str, answer: str, loose: bool) -> bool:
    wanted, answer = wanted.replace(" ", ""), re.sub(r"（\d{4}年.*）$", "", answer.replace(" ", ""))
    return wanted == answer or (loose and min(len(wanted), len(answer)) > 1 and (wanted in answer or answer in wanted))


def scores(results: Iterable[Result]) -> dict[str, tuple[int, int, int]]:
    """kind -> (right, found, marked)."""
    out: dict[str, tuple[int, int, int]] = {}
    for result in results:
        for kind in KINDS:
            gold = {s for s in result.gold.spans if s[0] == kind}
            mine = {s for s in result.found if s[0] == kind}
            right, found, marked = out.get(kind, (0, 0, 0))
            out[kind] = (right + len(gold & mine), found + len(mine), marked + len(gold))
    return out


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="the four articles that nobody tunes to")
    parser.add_argument("--misses", action="store_true", help="list what was missed or found too much")
    options = parser.parse_args(argv)
    paths = sorted((HERE / "held" if options.held else HERE).glob("*.txt"))
    results = [run(load(path)) for path in paths]
    print(f"{len(results)} articles{' (held out)' if options.held else ''}")
    _print_articles(results)
    _print_kinds(results)
    if options.misses and not options.held:
        for result in results:
            _print_misses(result)


def _print_articles(results: list[Result]) -> None:
    print(f"{'article':20} {'key facts':>10} {'cards':>6} {'per 1000':>9} {'doubles':>8}")
    total: Counter[str] = Counter()
    for result in results:
        cards = [n for n in result.made.notes if n.type == "fact"]
        questions = Counter(n.fields["Question"] for n in cards)
        doubles = sum(n - 1 for n in questions.values())
        total.update(
            keys=len(result.carded), hit=sum(result.carded), cards=len(cards), characters=len(result.read.text)
        )
        print(
            f"{result.gold.path.stem:20} {sum(result.carded):>5}/{len(result.carded)} {len(cards):>8}"
            f" {1000 * len(cards) / len(result.read.text):>9.1f} {doubles:>8}"
        )
    print(
        f"{'all':20} {total['hit']:>5}/{total['keys']} {total['cards']:>8}"
        f" {1000 * total['cards'] / total['characters']:>9.1f}"
    )
    print(f"key facts carded: {100 * total['hit'] / total['keys']:.1f} %")


def _print_kinds(results: list[Result]) -> None:
    print(f"{'kind':14} {'precision':>9} {'recall':>7} {'marked':>7}")
    for kind, (right, found, marked) in scores(results).items():
        print(f"{kind:14} {100 * right / max(1, found):>8.1f} {100 * right / max(1, marked):>7.1f} {marked:>7}")


def _print_misses(result: Result) -> None:
    text = result.read.text
    print(f"\n== {result.gold.path.stem}")
    for name, spans in (("missed", result.gold.spans - result.found), ("too much", result.found - result.gold.spans)):
        for kind, start, end in sorted(spans, key=lambda s: s[1]):
            print(f"  {name:9} {kind:13} {text[max(0, start - 8) : start]}[{text[start:end]}]{text[end : end + 8]}")
    for note in result.made.notes:
        if note.type == "fact":
            print(f"  card      {note.fields['Kind']:13} {note.fields['Question']}  {note.fields['Answer']}")
    for key, hit in zip(result.gold.about["key_facts"], result.carded, strict=True):  # type: ignore[call-overload]
        if not hit:
            wanted = [str(key["answer"]), *map(str, key.get("accept") or [])]
            why = {w.reason for w in result.made.withheld if any(_same(k, w.what, True) for k in wanted)}
            print(f"  no card   {key['kind']:13} {key['answer']}: {key['about']} ({'; '.join(why) or 'not found'})")


if __name__ == "__main__":
    main()
