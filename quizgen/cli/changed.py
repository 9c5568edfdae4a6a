"""What the commands print of changes: an update's count and the edits it kept, and a diff note by note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from quizgen import update

if TYPE_CHECKING:
    from quizgen.items import Deck, Note
    from quizgen.update import Changes, Followed


def updated(changes: Changes, kept: Followed) -> None:
    """What became of the notes of the deck that stood there, and what a person's hand kept or kept out."""
    console = Console(highlight=False)
    by_hand = {"edited by you": kept.edited, "dropped by you": kept.dropped, "flagged": kept.flagged}
    hand = "".join(f"; {len(keys)} {name}" for name, keys in by_hand.items() if keys)
    console.print(f"Updated: {changes}{hand}.", soft_wrap=True)
    for note, made in kept.beneath:
        console.print(f"Your edit of {escape(_name(note))} stays; the article now makes:", soft_wrap=True)
        differences(console, note, made)


def differences(console: Console, old: Note, new: Note) -> None:
    """Field by field, one line each: what it said, what it says."""
    for found in update.differences(old, new):
        was, now = (escape(text.replace("\n", " / ")) or "[dim]nothing[/]" for text in (found.old, found.new))
        console.print(f"    [dim]{found.field}:[/] [red]{was}[/] → [green]{now}[/]", soft_wrap=True)


def difference(old: Deck, new: Deck) -> int:
    """The notes that are gone, new and changed, and how many they are."""
    console = Console(highlight=False)
    before, after = ({note.key: note for note in deck.notes} for deck in (old, new))
    gone = [note for key, note in before.items() if key not in after]
    added = [note for key, note in after.items() if key not in before]
    both = [(before[key], note) for key, note in after.items() if key in before]
    changed = [(was, note) for was, note in both if update.differences(was, note)]
    for note in gone:
        console.print(f"[red]- {escape(_said(note))}[/]", soft_wrap=True)
    for note in added:
        console.print(f"[green]+ {escape(_said(note))}[/]", soft_wrap=True)
    for was, note in changed:
        console.print(f"[yellow]~[/] {escape(_name(was))}", soft_wrap=True)
        differences(console, was, note)
    same = len(both) - len(changed)
    console.print(f"{len(added)} new, {len(gone)} gone, {len(changed)} changed, {same} the same.")
    return len(added) + len(gone) + len(changed)


def _said(note: Note) -> str:
    get = note.fields.get
    if note.type == "fact":
        return f"{get('Question', '')}  {get('Answer', '')}"
    return "  ".join(filter(None, (get("Hanzi"), get("Pinyin"), get("English"))))


def _name(note: Note) -> str:
    return note.fields.get("Question") or note.fields.get("Hanzi", "")
