"""What the commands print: drawn by rich, on standard output."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from quizgen import asking
from quizgen.notes.word import coverage, word_notes

if TYPE_CHECKING:
    from quizgen.items import Article, Deck, Fact, Note
    from quizgen.notes.word import Learner

_BAR = 28
_REASONS = 6
_SAMPLES = 3


def built(article: Article, deck: Deck, learner: Learner, target: Path) -> None:
    """What the learner gains, what was made, three of the cards, what was left out, what to do next."""
    console = Console(highlight=False)
    words = [n for n in deck.notes if n.type == "word"]
    asked = [n for n in deck.notes if n.type == "fact"]
    share = coverage(article, learner, words)
    console.print(f"[bold]{escape(article.source.title)}[/]{_day(article)}")
    console.print(f"You know {share.known:.0%} of this article; these {len(words)} words make it {share.learned:.0%}.")
    console.print(f"[dim]{_measure(learner)}[/]\n")
    console.print(_curve(share.levels, learner))
    kinds = Counter(n.fields["Kind"] for n in asked)
    told = ", ".join(f"{n} {kind}" for kind, n in kinds.most_common())
    console.print(f"\n[bold]{len(asked)} fact cards[/] ({told or 'none'}), [bold]{len(words)} word cards[/]\n")
    for note in _samples(asked, words):
        console.print(_card(note))
    _left_out(console, deck)
    _next(console, target, len(asked) + len(words))


def _day(article: Article) -> str:
    source = article.source
    if not source.date:
        return "\n[dim]No date found: give one with --date, so that 昨天 and 9月9日 get their year.[/]"
    return f"  [dim]{source.date}{' (inferred from the text; --date sets it)' if source.inferred else ''}[/]"


def _measure(learner: Learner) -> str:
    standard = learner.standard
    held = standard.held(learner.level)
    return f"Level {standard.label(learner.level)} of the {standard.title}: {held:,} words."


def _curve(levels: tuple[tuple[str, float], ...], learner: Learner) -> Table:
    """A bar a level: the share of running words that someone at it knows, without names."""
    table = Table.grid(padding=(0, 1))
    mine = learner.standard.label(learner.level)
    for label, share in levels:
        bar = "█" * round(share * _BAR)
        style = "bold green" if label == mine else "dim"
        mark = "← you" if label == mine else ""
        table.add_row(f"[{style}]level {label}[/]", f"[{style}]{bar:<{_BAR}}[/]", f"{share:>4.0%}", f"[dim]{mark}[/]")
    return table


def _samples(asked: list[Note], words: list[Note]) -> Iterator[Note]:
    yield from asked[:: max(1, len(asked) // 2)][: _SAMPLES - bool(words)]
    yield from words[:1]


def _card(note: Note) -> str:
    get = note.fields.get
    if note.type == "fact":
        said = f"  [dim]{escape(get('Reading', ''))}[/]"
        return f"  [cyan]問[/] {escape(get('Question', ''))}\n     [bold]{escape(get('Answer', ''))}[/]{said}\n"
    return f"  [cyan]詞[/] [bold]{escape(get('Hanzi', ''))}[/]  {get('Pinyin', '')}  {escape(get('English', ''))}\n     [dim]{escape(get('Sentence', ''))}[/]\n"


def _left_out(console: Console, deck: Deck) -> None:
    reasons = Counter(w.reason.split(":")[0] for w in deck.withheld)
    if not reasons:
        return
    top = "; ".join(f"{n} {reason}" for reason, n in reasons.most_common(_REASONS))
    rest = sum(reasons.values()) - sum(n for _, n in reasons.most_common(_REASONS))
    console.print(f"[dim]Left out: {escape(top)}{f'; {rest} for other reasons' if rest else ''}.[/]\n")


def _next(console: Console, target: Path, count: int) -> None:
    console.print(f"[bold]{escape(str(target))}[/] written, {count} notes.")
    if target.suffix == ".apkg":
        console.print(f"Open it in Anki (File, Import), or ask it here: quizgen quiz {escape(str(target))}")
    else:
        console.print(f"Read and edit it, then: quizgen build {escape(str(target))} -o deck.apkg")


def found(article: Article, learner: Learner) -> None:
    """Every fact with its rule and sentence, then every word that would be carded."""
    console = Console(highlight=False)
    for sentence in article.sentences:
        if sentence.facts:
            console.print(escape(sentence.text))
        for fact in sentence.facts:
            doubt = f"  [yellow]{escape(fact.doubt)}[/]" if fact.doubt else ""
            console.print(
                f"    [cyan]{fact.kind:12}[/] [bold]{escape(fact.text)}[/]  {escape(fact.value)}  [dim]{fact.rule}[/]{doubt}"
            )
    console.print()
    for note in word_notes(article, learner, frozenset())[0]:
        get = note.fields.get
        console.print(
            f"[bold]{escape(get('Hanzi', ''))}[/] {get('Pinyin', '')}  {escape(get('English', ''))}  [dim]{escape(get('Level', ''))} {escape(get('Sentence', ''))}[/]"
        )


def found_json(article: Article, learner: Learner) -> None:
    """The same for scripts: {"source", "facts", "questions", "words", "withheld"}."""
    drafts, unasked = asking.drafts(article)
    words, unlearned = word_notes(article, learner, frozenset())
    source = article.source
    tree = {
        "source": {
            "id": source.id,
            "title": source.title,
            "date": source.date,
            "url": source.url,
            "lang": article.lang,
        },
        "facts": [_fact(article, fact, sentence.text) for sentence in article.sentences for fact in sentence.facts],
        "questions": [
            {"question": d.question, "answer": d.answer, "form": d.form, "evidence": d.sentence.text} for d in drafts
        ],
        "words": [note.fields for note in words],
        "withheld": [w._asdict() for w in (*unasked, *unlearned)],
    }
    click.echo(json.dumps(tree, ensure_ascii=False, indent=1))


def _fact(article: Article, fact: Fact, sentence: str) -> dict[str, object]:
    told: dict[str, object] = {"kind": fact.kind, "text": fact.text, "start": fact.start, "end": fact.end}
    told |= {"value": fact.value, "rule": fact.rule, "doubt": fact.doubt, "sentence": sentence}
    return told | {"parts": [part._asdict() for part in fact.parts]}
