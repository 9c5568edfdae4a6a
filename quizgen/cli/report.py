"""What the commands print: drawn by rich, on standard output."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.text import Text

from quizgen import asking
from quizgen.cli import reading
from quizgen.notes.word import word_notes

if TYPE_CHECKING:
    from quizgen.items import Article, Deck, Fact, Note
    from quizgen.notes.word import Learner

_REASONS = 6
_SAMPLES = 3
_INDENT = "     "


def built(article: Article, deck: Deck, learner: Learner, target: Path, verbose: bool = False) -> None:
    """What the learner gains, what was made, three of the cards, what was left out, what to do next."""
    console = Console(highlight=False)
    words = [n for n in deck.notes if n.type == "word"]
    asked = [n for n in deck.notes if n.type == "fact"]
    console.print(f"[bold]{escape(article.source.title)}[/]{_day(article)}")
    reading.gained(console, article, learner, words, verbose)
    kinds = Counter(n.fields["Kind"] for n in asked)
    told = f" ({', '.join(f'{n} {kind}' for kind, n in kinds.most_common())})" if kinds else ""
    console.print(f"\n[bold]{_count(asked, 'fact card')}[/]{told}, [bold]{_count(words, 'word card')}[/]\n")
    for note in _samples(asked, words):
        _card(console, note)
    _left_out(console, deck, None if verbose else _REASONS)
    _next(console, target, _count(deck.notes, "note"))


def _day(article: Article) -> str:
    source = article.source
    if not source.date:
        return "\n[dim]No date found: give one with --date, so that 昨天 and 9月9日 get their year.[/]"
    return f"  [dim]{source.date}{' (inferred from the text; --date sets it)' if source.inferred else ''}[/]"


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'s' * (len(things) != 1)}"


def _samples(asked: list[Note], words: list[Note]) -> Iterator[Note]:
    yield from asked[:: max(1, len(asked) // 2)][: _SAMPLES - bool(words)]
    yield from words[:1]


def _card(console: Console, note: Note) -> None:
    told = {name: escape(text) for name, text in note.fields.items()}
    if note.type == "fact":
        _lines(console, "  [cyan]問[/] ", note.fields["Question"])
        _lines(console, _INDENT, note.fields["Answer"], f"  {note.fields.get('Reading', '')}")
    else:
        console.print(f"  [cyan]詞[/] {_word(told)}")
        _lines(console, _INDENT, "", note.fields.get("Sentence", ""))
    console.print()


def _lines(console: Console, lead: str, text: str, faint: str = "") -> None:
    """A text broken as Chinese is, its first line behind `lead`, the rest under it."""
    from quizgen.quiz.screen.wrap import wrap  # here: the screen takes a while to load, and only a build shows cards

    whole = Text(text, style="" if lead != _INDENT else "bold").append(faint, style="not bold dim")
    for i, line in enumerate(wrap(whole, console.width - len(_INDENT))):
        console.print(Text.assemble(Text.from_markup(lead if i == 0 else _INDENT), line))


def _word(told: Mapping[str, str]) -> str:
    return f"[bold]{told['Hanzi']}[/]  {told['Pinyin']}  {told.get('English', '')}"


def _left_out(console: Console, deck: Deck, most: int | None) -> None:
    reasons = Counter(w.reason.split(":")[0] for w in deck.withheld)
    if not reasons:
        return
    top = "; ".join(f"{reason} ({n})" for reason, n in reasons.most_common(most))
    rest = sum(reasons.values()) - sum(n for _, n in reasons.most_common(most))
    console.print(f"[dim]Left out: {escape(top)}{f'; {rest} for other reasons' if rest else ''}.[/]\n")


def _next(console: Console, target: Path, count: str) -> None:
    program = _program()
    name = escape(shlex.quote(str(target)))
    console.print(f"[bold]{escape(str(target))}[/] written, {count}.", soft_wrap=True)
    if target.suffix == ".apkg":
        console.print(f"Open it in Anki (File, Import), or be asked here: {program} quiz {name}", soft_wrap=True)
    elif target.suffix == ".html":
        console.print("Open it in a browser and print it: hard words, text, questions, and the key.", soft_wrap=True)
    elif target.suffix == ".tsv":
        console.print("Import it in Anki (File, Import) over the cards that are there.", soft_wrap=True)
    else:
        console.print(f"Read and edit it, then: {program} build {name} -o deck.apkg", soft_wrap=True)


def _program() -> str:
    """What to type to run this again: quizgen, or .venv/bin/quizgen."""
    if shutil.which("quizgen"):
        return "quizgen"
    return "python -m quizgen" if sys.argv[0].endswith("__main__.py") else shlex.quote(sys.argv[0])


def found(article: Article, learner: Learner) -> None:
    """Every fact with its rule and sentence, then every word that would be carded."""
    console = Console(highlight=False)
    for sentence in article.sentences:
        if sentence.facts:
            console.print(escape(sentence.text), soft_wrap=True)
        for fact in sentence.facts:
            console.print(_fact_line(fact), soft_wrap=True)
    console.print()
    for note in word_notes(article, learner, frozenset())[0]:
        told = {name: escape(text) for name, text in note.fields.items()}
        where = f"[dim]{told.get('Level', '')} {told.get('Sentence', '')}[/]"
        console.print(f"{_word(told)}  {where}", soft_wrap=True)


def _fact_line(fact: Fact) -> str:
    doubt = f"  [yellow]{escape(fact.doubt)}[/]" if fact.doubt else ""
    told = f"[bold]{escape(fact.text)}[/]  {escape(fact.value)}  [dim]{fact.rule}[/]"
    return f"    [cyan]{fact.kind:12}[/] {told}{doubt}"


def found_json(article: Article, learner: Learner) -> None:
    """The same for scripts: {"source", "facts", "questions", "words", "withheld"}."""
    drafts, unasked = asking.drafts(article)
    words, unlearned = word_notes(article, learner, frozenset())
    told = article.source
    tree = {
        "source": {"id": told.id, "title": told.title, "date": told.date, "url": told.url, "lang": article.lang},
        "facts": [_fact(fact, sentence.text) for sentence in article.sentences for fact in sentence.facts],
        "questions": [
            {"question": d.question, "answer": d.answer, "form": d.form, "evidence": d.sentence.text} for d in drafts
        ],
        "words": [note.fields for note in words],
        "withheld": [w._asdict() for w in (*unasked, *unlearned)],
    }
    click.echo(json.dumps(tree, ensure_ascii=False, indent=1))


def _fact(fact: Fact, sentence: str) -> dict[str, object]:
    told: dict[str, object] = {"kind": fact.kind, "text": fact.text, "start": fact.start, "end": fact.end}
    told |= {"value": fact.value, "rule": fact.rule, "doubt": fact.doubt, "sentence": sentence}
    return told | {"parts": [part._asdict() for part in fact.parts]}
