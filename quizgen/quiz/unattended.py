"""A session without a terminal: answers from lines, questions and results as records or as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from quizgen.items import Card
from quizgen.quiz.instead import instead
from quizgen.quiz.question import Mode, Outcome, Question, Rating, Verdict
from quizgen.quiz.session import Answered, Session
from quizgen.quiz.summary import Summary

_RATINGS = {name: r for r in Rating for name in (str(int(r)), r.name.lower())} | {"": Rating.AGAIN}


def run(session: Session, lines: Iterable[str], flag: Callable[[Card, str], None]) -> Iterator[dict[str, Any]]:
    """One line answers one question: a choice by number or words, a typed answer, a flipped card by 1-4 or its name.

    An empty line is "I do not know". The lines `u`, `s`, `f REASON` and `q` do what the keys do. Ends with the last
    question or the last line; gives a record for each question (`type` question) and each answer (`type` result).
    """
    rest = iter(lines)
    number = 0
    while question := session.question():
        number += 1
        yield asked(question, number)
        answered = None
        while answered is None:
            line = next(rest, None)
            if line is None or line.strip() == "q":
                return
            command, _, reason = line.strip().partition(" ")
            if command == "f":
                flag(question.card, reason)
            elif command == "s":
                session.suspend(question.card)
                break
            elif command == "u":
                session.undo()
                break
            else:
                answered = _answer(session, question, line.rstrip("\r\n"))
                yield result(answered, number, session.deck_cards)


def _answer(session: Session, question: Question, line: str) -> Answered:
    from quizgen.quiz.grader import grade

    if question.mode is Mode.FLIP:
        rating = _RATINGS.get(line.strip().casefold(), Rating.AGAIN)
        verdict = Verdict(Outcome.WRONG if rating is Rating.AGAIN else Outcome.RIGHT)
        return session.answer(question, line.strip(), verdict, rating)
    if question.mode is Mode.CHOICE:
        chosen = _chosen(question, line.strip())
        return session.answer(question, chosen, Verdict(Outcome.RIGHT if chosen == question.answer else Outcome.WRONG))
    verdict = grade(question, line)
    if verdict.outcome is Outcome.UNCLEAR:
        verdict = verdict._replace(outcome=Outcome.WRONG)
    return session.answer(question, line.strip(), verdict)


def _chosen(question: Question, line: str) -> str:
    """The option meant by its number or by its words."""
    from quizgen.quiz.grader import plain

    if line.isdecimal() and 0 < int(line) <= len(question.options):
        return question.options[int(line) - 1]
    return next((option for option in question.options if plain(option) == plain(line)), line)


def asked(question: Question, number: int) -> dict[str, Any]:
    """A question as a record."""
    card = question.card
    return {
        "type": "question",
        "number": number,
        "key": card.note.key,
        "template": card.template,
        "mode": question.mode.value,
        "wants": question.wants.value,
        "question": card.question,
        "options": list(question.options),
    }


def result(answered: Answered, number: int, cards: Sequence[Card]) -> dict[str, Any]:
    """An answer as a record; `due` is the learner's day on which the card comes back, `instead` what was chosen."""
    question, fields = answered.question, answered.question.card.note.fields
    strayed = question.mode is Mode.CHOICE and answered.given and answered.verdict.outcome is Outcome.WRONG
    return {
        "type": "result",
        "number": number,
        "key": question.card.note.key,
        "template": question.card.template,
        "given": answered.given,
        "outcome": answered.verdict.outcome.value,
        "say": answered.verdict.say,
        "instead": instead(question, answered.given, cards) if strayed else "",
        "answer": question.answer,
        "evidence": fields.get("Evidence") or fields.get("Sentence", ""),
        "rating": int(answered.rating),
        "due": str(answered.memory.due),
    }


def ended(found: Summary) -> dict[str, Any]:
    """What the session came to, as a record."""
    return {
        "type": "end",
        "asked": found.asked,
        "right": found.right,
        "near": found.near,
        "seconds": found.seconds,
        "again": [card.note.key for card in found.again],
        "due": {str(day): count for day, count in found.next_days.items()},
    }


def told(record: dict[str, Any]) -> str:
    """A record in plain text, for logs."""
    if record["type"] == "question":
        options = "".join(f"\n   {i}  {option}" for i, option in enumerate(record["options"], 1))
        return f"{record['number']}. {record['question']} [{record['wants']}]{options}"
    sign = {"right": "✓", "near": "≈"}.get(record["outcome"], "✗")
    given = record["given"] or "—"
    right = "" if record["outcome"] == "right" else f"   right: {record['answer']}"
    say = "".join(f"   {record[more]}" for more in ("say", "instead") if record[more])
    return f"   {sign} {given}{right}{say}\n"
