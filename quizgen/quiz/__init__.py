"""Card -> question -> answer -> next: the quiz in the terminal.

Imports inside the folder only go down these floors:

    question
    grader, modes, scheduling
    progress, flags, instead, page, sheet
    agenda, session, statistics
    summary, unattended
    screen

and inside `grader`: fold, spelling, units · syllables, voices, days, amount · reading, date, figure, name;
inside `progress`: records, schema · store · rescue;
inside `screen`: wrap, signals, words · keys, pen · draw · the rest.
"""
