"""Card -> question -> answer -> next: the quiz in the terminal.

Imports inside the folder go down these floors:
`question` · `grader`, `modes`, `scheduling` · `progress` · `agenda` · `session`, `statistics` · `screen`, `unattended`.
"""
